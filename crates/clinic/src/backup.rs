//! Backups of a vault: made while it is open, proven before they have their name, noted in the log whether they were made or
//! not, thinned out by age; looked into and restored.

mod places;
mod restore;
mod rotation;

pub use places::{Drive, drive_of, removable};
pub use restore::{InPlace, Look, Restoration, is_restoring, look_into, restore};

use crate::{
    clock,
    vault::{BackupError, ClinicError, StoreError, Vault, VaultError},
};
use lamina_store::{Act, Actor, Audit, Glance, ObjectKind, ObjectRef, Outcome, Store};
use lamina_vault::{About, Backup, BackupKey, Manifest, fresh_folder, write_backup};
use serde::{Deserialize, Serialize};
use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};
use tokio::sync::Mutex;
use uuid::Uuid;

/// What the name of every backup ends with.
const ENDING: &str = ".lamina-backup";
/// What is kept about backups, in the vault.
const STATE: &str = "backup/state";

/// A backup that was made and read back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeBackup {
    /// The file with its full path.
    pub path: PathBuf,
    /// Its length in bytes.
    pub bytes: u64,
    /// When, in microseconds since 1970-01-01 UTC.
    pub at_us: i64,
    /// How many patients stand in it.
    pub patients: i64,
    /// How many versions of facts are in it.
    pub versions: i64,
    /// The newest row of the log in it.
    pub seq: i64,
    /// Where it lies, seen from the vault.
    pub drive: Drive,
}

/// Why a backup was not made, for whoever is told what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The folder is not there: a stick that was taken out.
    NoFolder,
    /// The folder can't be written.
    ReadOnly,
    /// The disk is full.
    Full,
    /// A part of the vault can't be read, or the copy of it does not hold.
    Damaged,
    /// Anything that is none of these.
    Other,
}

impl Why {
    /// Of an error in making one.
    pub fn of(error: &ClinicError) -> Self {
        let kind = match error {
            ClinicError::Store(StoreError::Io(error)) => error.kind(),
            ClinicError::Vault(VaultError::Io { kind })
            | ClinicError::Backup(BackupError::Vault(VaultError::Io { kind })) => *kind,
            ClinicError::Store(StoreError::Full) => io::ErrorKind::StorageFull,
            ClinicError::Store(StoreError::Damaged | StoreError::CopyDiffers)
            | ClinicError::Backup(BackupError::Damaged) => return Self::Damaged,
            _ => return Self::Other,
        };
        match kind {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::NoFolder,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            _ => Self::Other,
        }
    }
}

/// A backup that was not made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FailedBackup {
    /// The folder in which it was to be made.
    pub folder: PathBuf,
    /// When, in microseconds since 1970-01-01 UTC.
    pub at_us: i64,
    /// What kept it from being made.
    pub why: Why,
}

/// What is known of the backups of a vault.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct State {
    /// The last one on any drive; none where none was made yet.
    pub last: Option<MadeBackup>,
    /// The last one on another drive than the vault's.
    pub last_elsewhere: Option<MadeBackup>,
    /// The last try, where it did not work.
    pub failed: Option<FailedBackup>,
}

/// Makes backups of an open vault, for as long as that is open. It holds up nobody else who works with the vault.
#[derive(Clone)]
pub struct Backer {
    store: Store,
    actor: Actor,
    id: Uuid,
    key: Arc<BackupKey>,
    alone: Arc<Mutex<()>>,
}

impl Vault {
    /// Who makes backups of this vault.
    pub fn backer(&self) -> Backer {
        Backer {
            store: self.store().clone(),
            actor: self.actor(),
            id: self.id(),
            key: Arc::clone(self.backup_key()),
            alone: Arc::clone(self.backing_up()),
        }
    }

    /// Makes a backup in a folder that is there, proves it, notes it in the log, and removes those before it that are no
    /// longer needed. Where it does not work the log says so.
    ///
    /// # Errors
    /// A folder that is not there or can't be written, a full disk, a damaged vault; no backup was made then.
    pub async fn back_up(&self, folder: &Path) -> Result<MadeBackup, ClinicError> {
        self.backer().back_up(folder).await
    }
}

impl Backer {
    /// As [`Vault::back_up`].
    ///
    /// # Errors
    /// As [`Vault::back_up`].
    pub async fn back_up(&self, folder: &Path) -> Result<MadeBackup, ClinicError> {
        let _alone = self.alone.lock().await;
        let at_us = clock::now_us();
        let made = self.make(folder, at_us).await;
        let mut state = self.state().await.unwrap_or_default();
        match made {
            Ok((made, manifest)) => {
                // A drive that is missing stays told while backups are made elsewhere.
                state.failed = state.failed.filter(|failed| failed.folder != folder);
                state.last = Some(made.clone());
                if made.drive == Drive::Another {
                    state.last_elsewhere = Some(made.clone());
                }
                let id = format!("{} {} {}", made.drive.name(), made.seq, manifest.about.audit_head);
                if let Err(error) = self.note(state, id, Outcome::Done).await {
                    // One that the log does not know of was not made.
                    fs::remove_file(&made.path).ok();
                    return Err(error);
                }
                let (folder, path, vault) = (folder.to_owned(), made.path.clone(), self.id);
                let thinned = move || rotation::thin_out(&folder, vault, &path);
                if tokio::task::spawn_blocking(thinned).await.is_err() {
                    tracing::warn!("backups that are no longer needed were not removed");
                }
                Ok(made)
            }
            Err(error) => {
                let drive = drive_of(self.store.path(), folder);
                state.failed = Some(FailedBackup {
                    folder: folder.to_owned(),
                    at_us,
                    why: Why::of(&error),
                });
                // What stood in its way is what there is to tell, also where the log can't be written either.
                if let Err(error) = self.note(state, drive.name().to_owned(), Outcome::Failed).await {
                    tracing::warn!(%error, "the log does not say that no backup was made");
                }
                Err(error)
            }
        }
    }

    async fn make(&self, folder: &Path, at_us: i64) -> Result<(MadeBackup, Manifest), ClinicError> {
        let vault = self.store.path().to_owned();
        let drive = drive_of(&vault, folder);
        let work = Work::begin(folder, self.id)?;
        let copy = work.0.join("copy");
        let held = self.store.copy_to(&copy).await?;
        let place = free_name(folder, &vault, at_us);
        let about = about(&held, at_us);
        let (id, key, path) = (self.id, Arc::clone(&self.key), place.clone());
        // Two readings of the whole file.
        let packed = tokio::task::spawn_blocking(move || {
            let manifest = write_backup(&path, &work.0, (&vault, id), &key, &copy, about)?;
            let bytes = fs::metadata(&path)?.len();
            Ok::<_, BackupError>((manifest, bytes))
        });
        let (manifest, bytes) = packed.await.map_err(|_| ClinicError::Interrupted)??;
        let about = &manifest.about;
        let made = MadeBackup {
            path: place,
            bytes,
            at_us,
            patients: about.patients,
            versions: about.versions,
            seq: about.audit_seq,
            drive,
        };
        Ok((made, manifest))
    }

    /// What is known of this vault's backups.
    ///
    /// # Errors
    /// A damaged file.
    pub async fn state(&self) -> Result<State, ClinicError> {
        let kept = self.store.setting(STATE).await?;
        Ok(kept
            .and_then(|kept| serde_json::from_value(kept).ok())
            .unwrap_or_default())
    }

    /// Whether one is being made.
    pub fn is_busy(&self) -> bool {
        self.alone.try_lock().is_err()
    }

    /// Whether a fact or a setting was written since the last backup.
    ///
    /// # Errors
    /// A damaged file.
    pub async fn is_due(&self) -> Result<bool, ClinicError> {
        let last = self.state().await?.last.map_or(0, |last| last.seq);
        Ok(self.store.changed_since(last).await?)
    }

    async fn note(&self, state: State, id: String, outcome: Outcome) -> Result<(), ClinicError> {
        let state = serde_json::to_value(state)?;
        let row = Audit {
            object: Some(ObjectRef {
                kind: ObjectKind::Backup,
                id,
            }),
            outcome,
            ..Audit::done(Act::Backup)
        };
        let mut unit = self.store.begin(&self.actor, clock::now_us()).await?;
        unit.set_setting(STATE, &state).await?;
        unit.commit(row).await?;
        Ok(())
    }
}

/// What a backup says of the record in it.
fn about(held: &Glance, made_us: i64) -> About {
    About {
        program: concat!("Lamina ", env!("CARGO_PKG_VERSION")).to_owned(),
        schema: held.schema,
        made_us,
        patients: held.patients,
        versions: held.versions.values().sum(),
        newest_us: held.newest_us,
        audit_seq: held.head.seq,
        audit_head: hex(&held.head.hash),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The folder in which a backup is put together: beside it, so that it only has to be renamed. One that was left by a program
/// that was ended is thrown away by the next backup of the same vault.
struct Work(PathBuf);

impl Work {
    fn begin(folder: &Path, vault: Uuid) -> Result<Self, VaultError> {
        let work = folder.join(format!(".lamina-backup-{}", vault.simple()));
        fresh_folder(&work)?;
        Ok(Self(work))
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        // A stick that was taken out takes it along.
        fs::remove_dir_all(&self.0).ok();
    }
}

/// `<vault>-YYYYMMDD-HHMMSS.lamina-backup`, of the first second from now on that is free.
fn free_name(folder: &Path, vault: &Path, at_us: i64) -> PathBuf {
    let stem = vault.file_stem().unwrap_or_default().to_string_lossy();
    let named = |second: i64| {
        let at = clock::in_names(at_us + second * 1_000_000);
        folder.join(format!("{stem}-{at}{ENDING}"))
    };
    (0..100)
        .map(named)
        .find(|place| place.symlink_metadata().is_err())
        .unwrap_or_else(|| named(0))
}

/// The backups in a folder, each with what it says of itself, which is not proven; none where the folder can't be read.
pub fn found_in(folder: &Path) -> Vec<(PathBuf, Manifest)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    let named = paths.filter(|path| path.to_string_lossy().ends_with(ENDING));
    named
        .filter_map(|path| {
            let manifest = Backup::open(&path).ok()?.manifest().clone();
            Some((path, manifest))
        })
        .collect()
}

#[cfg(test)]
mod tests;
