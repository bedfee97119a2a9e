//! Backups at the desk: made by themselves when the vault locks and every few hours, made when asked for, and restored while
//! the vault is closed.
//!
//! What must hold: no place comes from the window. It says the token of a folder or a backup that was offered to it, and what
//! was offered is forgotten when the program ends.

use super::{Desk, entries::begin, errors::IntoApi, held, settings::note};
use crate::{
    backup::{self, Backer, InPlace, MadeBackup, State, Why, found_in, removable},
    clock,
    vault::{BackupError, ClinicError, Secret, Vault, VaultError},
};
use lamina_api::{
    ApiError, Changed, Nothing,
    backup::{
        BackupFailed, BackupFolder, BackupLook, BackupMade, BackupPlace, BackupRestored, BackupTrouble,
        BackupView, FoundBackup, LookIntoBackup, RestoreBackup, SetBackup,
    },
};
use lamina_store::Act;
use lamina_vault::private_folder;
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{
        Mutex,
        atomic::{AtomicI64, Ordering},
    },
};
use tokio::task::JoinHandle;
use uuid::Uuid;

/// What the clinic set about backups, in the vault.
pub(super) const PLAN: &str = "backup/plan";
/// The folder on a removable drive.
const ON_DRIVE: &str = "Lamina backups";
/// A vault that stays open is backed up again after so long, in microseconds.
const EVERY: i64 = 4 * 3_600_000_000;
/// A backup older than this is told of, in microseconds.
const OLD: i64 = 48 * 3_600_000_000;
/// How often it is looked whether one is due, in microseconds.
const LOOK: i64 = 60_000_000;
/// The key of what changed.
const CHANGED: &str = "backup";

/// What the desk knows about backups while the program runs.
#[derive(Default)]
pub(crate) struct Backups {
    /// Places that were offered to the window, by their tokens.
    offered: Mutex<BTreeMap<Uuid, PathBuf>>,
    /// A vault that was locked and is still being backed up and closed.
    closing: tokio::sync::Mutex<Option<JoinHandle<()>>>,
    /// When it was last looked whether a backup is due.
    looked_us: AtomicI64,
}

/// What the clinic set about backups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Plan {
    /// Made without being asked for.
    on: bool,
    /// Where; beside the vault where none was chosen.
    folder: Option<PathBuf>,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            on: true,
            folder: None,
        }
    }
}

/// Where backups are made that nobody chose a place for.
fn beside(vault: &Path) -> PathBuf {
    vault.parent().unwrap_or(Path::new("")).join("backups")
}

impl Vault {
    async fn plan(&self) -> Result<Plan, ClinicError> {
        let kept = self.store().setting(PLAN).await?;
        Ok(kept
            .and_then(|kept| serde_json::from_value(kept).ok())
            .unwrap_or_default())
    }

    /// What the clinic set, where backups are made without being asked for and something changed since the last one; where
    /// that can't be told none is due.
    async fn plan_if_due(&self) -> Option<Plan> {
        let plan = self
            .plan()
            .await
            .ok()
            .filter(|plan| plan.on && !self.only_reads())?;
        self.backer().is_due().await.unwrap_or(false).then_some(plan)
    }
}

/// Makes a backup in the folder that was chosen, and where that is not there beside the vault, so that there is one at all.
async fn back_up(backer: &Backer, plan: &Plan, vault: &Path) -> Result<MadeBackup, ClinicError> {
    let usual = beside(vault);
    let folder = plan.folder.as_deref().unwrap_or(&usual);
    let home = match plan.folder.as_deref().and_then(Path::parent) {
        // On a drive its own folder is made, but not the drive.
        Some(drive) if drive.is_dir() => Some(folder),
        Some(_) => None,
        None => Some(usual.as_path()),
    };
    if let Some(home) = home {
        // Where it can't be made, the backup says why.
        private_folder(home).ok();
    }
    let made = backer.back_up(folder).await;
    match made {
        Err(ref error) if plan.folder.is_some() && Why::of(error) == Why::NoFolder => {
            private_folder(&usual).ok();
            backer.back_up(&usual).await.ok();
            made
        }
        made => made,
    }
}

/// Backs up what changed, where that is on, and closes the vault. What could not be done is in the vault's own log.
pub(super) async fn finish(vault: Vault, place: &Path) -> Result<(), ClinicError> {
    match vault.plan_if_due().await {
        Some(plan) => finish_by(vault, &plan, place).await,
        None => vault.close().await,
    }
}

async fn finish_by(vault: Vault, plan: &Plan, place: &Path) -> Result<(), ClinicError> {
    if let Err(error) = back_up(&vault.backer(), plan, place).await {
        tracing::warn!(%error, "no backup was made before the vault was closed");
    }
    vault.close().await
}

/// Closing a vault that was locked, while nobody else opens or closes one.
type Closing<'a> = tokio::sync::MutexGuard<'a, Option<JoinHandle<()>>>;

impl Desk {
    /// Takes the vault from the desk: every command answers `locked` from now on. A backup that is due is made behind that,
    /// and whoever opens the vault again waits for it.
    ///
    /// # Errors
    /// A last write that failed, where no backup was due; nothing saved is lost.
    pub(super) async fn lock(&self) -> Result<(), ClinicError> {
        // Before the vault is taken, so that nobody finds it neither open nor closing.
        let mut closing = self.settled().await;
        let vault = self.open.write().await.take();
        self.drop_letters();
        self.forget_chosen();
        let was_checked = self.forget_log();
        let Some(vault) = vault else {
            return Ok(());
        };
        let plan = vault.plan_if_due().await;
        // What a check was at when it was stopped is read to its end, and nobody waits for that either.
        if plan.is_none() && !was_checked {
            return vault.close().await;
        }
        let place = self.around.vault.clone();
        *closing = Some(tokio::spawn(async move {
            let closed = match plan {
                Some(plan) => finish_by(vault, &plan, &place).await,
                None => vault.close().await,
            };
            if let Err(error) = closed {
                tracing::warn!(%error, "the vault was closed with an error");
            }
        }));
        Ok(())
    }

    /// Waits until a vault that was locked is closed. Asked for before the vault itself, never while that is held.
    pub(super) async fn settled(&self) -> Closing<'_> {
        let mut closing = self.backups.closing.lock().await;
        if let Some(work) = closing.take()
            && work.await.is_err()
        {
            tracing::warn!("closing the vault was broken off");
        }
        closing
    }

    /// Makes a backup of a vault that stays open, where one is due. Asked often, it looks about once a minute.
    pub async fn back_up_if_due(&self) {
        let now = clock::now_us();
        let last = self.backups.looked_us.load(Ordering::Relaxed);
        if (0..LOOK).contains(&now.saturating_sub(last)) {
            return;
        }
        self.backups.looked_us.store(now, Ordering::Relaxed);
        self.back_up_if_due_at(now).await;
    }

    pub(super) async fn back_up_if_due_at(&self, now_us: i64) {
        let due = {
            let Ok(session) = self.session().await else {
                return;
            };
            let Ok(vault) = session.vault() else {
                return;
            };
            let backer = vault.backer();
            match (vault.plan_if_due().await, backer.state().await) {
                (Some(plan), Ok(state)) if !backer.is_busy() => {
                    let tried = [
                        state.last.map(|last| last.at_us),
                        state.failed.map(|failed| failed.at_us),
                    ];
                    let last = tried.into_iter().flatten().max();
                    // One that was never backed up has its first when it is locked, or as long after it was opened.
                    let since = last.unwrap_or(self.opened_us.load(Ordering::Relaxed));
                    (now_us.saturating_sub(since) >= EVERY).then_some((backer, plan))
                }
                _ => None,
            }
        };
        // Nobody waits for it: the vault can be locked meanwhile, and is closed when it is done.
        if let Some((backer, plan)) = due
            && let Err(error) = back_up(&backer, &plan, &self.around.vault).await
        {
            tracing::warn!(%error, "no backup was made of the open vault");
        }
    }

    pub(super) fn offer(&self, path: &Path) -> Uuid {
        let mut offered = held(&self.backups.offered);
        if let Some((token, _)) = offered.iter().find(|(_, one)| *one == path) {
            return *token;
        }
        let token = clock::new_id();
        offered.insert(token, path.to_owned());
        token
    }

    fn offered(&self, token: Uuid) -> Result<PathBuf, ApiError> {
        let offered = held(&self.backups.offered);
        offered.get(&token).cloned().ok_or(ApiError::NotFound)
    }

    /// The folders in which backups can be made: beside the vault, on each removable drive, and the one that was chosen.
    fn folders(&self, chosen: Option<&Path>) -> Vec<BackupFolder> {
        let usual = beside(&self.around.vault);
        let drives = removable();
        let mut places: Vec<PathBuf> = vec![usual.clone()];
        let others = drives.iter().map(|drive| drive.join(ON_DRIVE));
        for place in others.chain(chosen.map(Path::to_owned)) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        let folder = |place: PathBuf| BackupFolder {
            folder: self.offer(&place),
            place: place.display().to_string(),
            removable: place != usual,
            present: place == usual || place.parent().unwrap_or(&place).is_dir(),
        };
        places.into_iter().map(folder).collect()
    }

    async fn view(&self, vault: &Vault) -> Result<BackupView, ApiError> {
        let (plan, backer) = (vault.plan().await?, vault.backer());
        let State {
            last,
            last_elsewhere,
            failed,
        } = backer.state().await?;
        let usual = beside(&self.around.vault);
        let chosen = plan.folder.clone().unwrap_or(usual);
        Ok(BackupView {
            on: plan.on,
            chosen: self.offer(&chosen),
            folders: self.folders(plan.folder.as_deref()),
            last: last.as_ref().map(made),
            last_elsewhere: last_elsewhere.as_ref().map(made),
            failed: failed
                .filter(|failed| failed.folder == chosen)
                .map(|failed| BackupFailed {
                    at: clock::shown(failed.at_us),
                    place: failed.folder.display().to_string(),
                    why: trouble(failed.why),
                }),
            is_due: backer.is_due().await?,
        })
    }

    /// What is known of the backups of the open vault.
    ///
    /// # Errors
    /// `locked`, or a damaged file.
    pub async fn backup_view(&self, _: Nothing) -> Result<BackupView, ApiError> {
        let session = self.session().await?;
        self.view(session.vault()?).await
    }

    /// Sets whether and where backups are made without being asked for.
    ///
    /// # Errors
    /// `not_found` for a folder that was not offered.
    pub async fn set_backup(&self, request: SetBackup) -> Result<Changed<BackupView>, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let folder = self.offered(request.folder)?;
        let plan = Plan {
            on: request.on,
            folder: (folder != beside(&self.around.vault)).then_some(folder),
        };
        if plan != vault.plan().await? {
            let value = serde_json::to_value(plan).map_err(ClinicError::from)?;
            let mut unit = begin(vault).await?;
            unit.set_setting(PLAN, &value).await.map_err(IntoApi::into_api)?;
            unit.commit(note(Act::Settings, PLAN, None))
                .await
                .map_err(IntoApi::into_api)?;
        }
        Ok(Changed {
            value: self.view(vault).await?,
            changes: vec![CHANGED.to_owned()],
        })
    }

    /// Makes a backup now. Where that does not work the answer says why.
    ///
    /// # Errors
    /// `locked`, or a damaged file.
    pub async fn back_up_now(&self, _: Nothing) -> Result<Changed<BackupView>, ApiError> {
        let (backer, plan) = {
            let session = self.session().await?;
            let vault = session.vault()?;
            (vault.backer(), vault.plan().await?)
        };
        // The vault may be locked meanwhile; it is closed when this is done.
        if let Err(error) = back_up(&backer, &plan, &self.around.vault).await {
            tracing::warn!(%error, "no backup was made");
        }
        let session = self.session().await?;
        Ok(Changed {
            value: self.view(session.vault()?).await?,
            changes: vec![CHANGED.to_owned()],
        })
    }

    /// The backups that lie where backups are made, the newest first, with what they say of themselves.
    ///
    /// # Errors
    /// `forbidden` while a vault is open.
    pub async fn list_backups(&self, _: Nothing) -> Result<Vec<FoundBackup>, ApiError> {
        self.while_closed().await?;
        let home = self.around.vault.parent().unwrap_or(Path::new("")).to_owned();
        let mut folders = vec![beside(&self.around.vault), home];
        for drive in removable() {
            folders.extend([drive.join(ON_DRIVE), drive]);
        }
        let found = tokio::task::spawn_blocking(move || {
            let found = folders.iter().flat_map(|folder| found_in(folder));
            found.collect::<Vec<_>>()
        });
        let mut found = found.await.map_err(|_| ClinicError::Interrupted)?;
        found.sort_by_key(|(_, manifest)| std::cmp::Reverse(manifest.about.made_us));
        let shown = found.into_iter().map(|(path, manifest)| FoundBackup {
            backup: self.offer(&path),
            place: path.display().to_string(),
            at: clock::shown(manifest.about.made_us),
            patients: manifest.about.patients,
        });
        Ok(shown.collect())
    }

    /// Opens a backup, proves all of it, and says what is in it and what stands in its place. Changes nothing.
    ///
    /// # Errors
    /// `forbidden` while a vault is open; `vault` with what is wrong.
    pub async fn look_into_backup(&self, request: LookIntoBackup) -> Result<BackupLook, ApiError> {
        self.while_closed().await?;
        self.may_try(std::time::Instant::now())?;
        let from = self.offered(request.backup)?;
        let secret = Secret::new(request.passphrase);
        self.make_home()?;
        let seen = backup::look_into(&from, secret, &self.around.vault).await;
        let seen = self.counted(seen)?;
        let about = &seen.manifest.about;
        let newest_in_place = match &seen.in_place {
            InPlace::Same { newest_us, .. } => newest_us.map(clock::shown),
            _ => None,
        };
        let in_place = match &seen.in_place {
            same if same.is_newer(&seen.manifest) => BackupPlace::Newer,
            InPlace::Nothing => BackupPlace::Nothing,
            InPlace::Same { .. } => BackupPlace::Same,
            InPlace::Another => BackupPlace::Another,
            InPlace::Unreadable => BackupPlace::Unreadable,
        };
        Ok(BackupLook {
            at: clock::shown(about.made_us),
            patients: about.patients,
            versions: about.versions,
            newest: about.newest_us.map(clock::shown),
            in_place,
            newest_in_place,
        })
    }

    /// Restores a backup to the place of the vault, which stays locked.
    ///
    /// # Errors
    /// As [`Desk::look_into_backup`]; `vault` with `already_exists` where a vault is there and is not to be kept aside.
    pub async fn restore_backup(&self, request: RestoreBackup) -> Result<BackupRestored, ApiError> {
        drop(self.settled().await);
        let open = self.open.write().await;
        if open.is_some() {
            return Err(ApiError::Forbidden);
        }
        self.may_try(std::time::Instant::now())?;
        let from = self.offered(request.backup)?;
        let secret = Secret::new(request.passphrase);
        self.make_home()?;
        let (place, person) = (&self.around.vault, self.at_work());
        let restored = backup::restore(&from, secret, place, request.replace, &person).await;
        let restored = self.counted(restored)?;
        Ok(BackupRestored {
            kept: restored.kept.map(|kept| kept.display().to_string()),
        })
    }

    pub(super) async fn while_closed(&self) -> Result<(), ApiError> {
        if self.open.read().await.is_some() {
            return Err(ApiError::Forbidden);
        }
        drop(self.settled().await);
        Ok(())
    }

    /// A wrong passphrase costs the same wait here as at the lock.
    fn counted<T>(&self, tried: Result<T, ClinicError>) -> Result<T, ApiError> {
        if let Err(ClinicError::Backup(BackupError::Vault(VaultError::WrongPassphrase))) = &tried {
            self.slipped();
        }
        Ok(tried?)
    }
}

fn made(made: &MadeBackup) -> BackupMade {
    BackupMade {
        at: clock::shown(made.at_us),
        place: made.path.display().to_string(),
        bytes: made.bytes,
        patients: made.patients,
        is_old: clock::now_us().saturating_sub(made.at_us) > OLD,
    }
}

fn trouble(why: Why) -> BackupTrouble {
    match why {
        Why::NoFolder => BackupTrouble::NoFolder,
        Why::ReadOnly => BackupTrouble::ReadOnly,
        Why::Full => BackupTrouble::Full,
        Why::Damaged => BackupTrouble::Damaged,
        Why::Other => BackupTrouble::Other,
    }
}
