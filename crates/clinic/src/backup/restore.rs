//! Looking into a backup and restoring it: unpacked into a folder of its own beside the place, proven page by page and by its
//! own log, and only then moved there.

use super::hex;
use crate::{
    clock,
    rows::derive,
    vault::{AtWork, BackupError, ClinicError, Person, Secret, VaultError, locked},
};
use lamina_api::Access;
use lamina_store::{Act, Actor, Audit, AuditHead, Glance, Mode, ObjectKind, ObjectRef, Store, glance};
use lamina_vault::{Backup, Coming, Manifest, OpenedBy, Unlocked, is_coming, key_file_path};
use std::path::{Path, PathBuf};

/// What stands in the place to which a backup would be restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InPlace {
    /// No vault and no key file.
    Nothing,
    /// The vault that the backup was made of.
    Same {
        /// When a fact was last recorded or changed in it, in microseconds since 1970-01-01 UTC.
        newest_us: Option<i64>,
        /// How many versions of facts are in it.
        versions: i64,
        /// How many rows its log goes on beyond the backup; none where the backup is not an earlier state of it.
        ahead: Option<i64>,
    },
    /// A vault with another id, whatever it holds.
    Another,
    /// Files that can't be read.
    Unreadable,
}

impl InPlace {
    /// Whether it holds what the backup does not, as far as can be told.
    pub fn is_newer(&self, backup: &Manifest) -> bool {
        match self {
            InPlace::Nothing | InPlace::Another | InPlace::Unreadable => false,
            InPlace::Same { newest_us, .. } => *newest_us > backup.about.newest_us,
        }
    }
}

/// What was seen in a backup that was proven whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// What it says of itself, now proven.
    pub manifest: Manifest,
    /// Rows of its log that were read.
    pub audit_rows: i64,
    /// What stands in the place.
    pub in_place: InPlace,
}

/// A backup that was restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restoration {
    /// What was seen before.
    pub look: Look,
    /// Where the vault that was there is kept.
    pub kept: Option<PathBuf>,
}

/// Whether a restoring of the vault at `place` broke off; opening it finishes it.
pub fn is_restoring(place: &Path) -> bool {
    is_coming(place)
}

/// Unpacked, proven and open; closed by whoever has it.
struct Proven {
    look: Look,
    store: Store,
    /// Whose passphrase opened it.
    opened_by: Option<OpenedBy>,
    /// Whether what is derived from its facts has to be made anew.
    is_stale: bool,
}

/// Opens a backup with the passphrase or the recovery key that it was made with, proves all of it, and compares it with what stands at `place`. Changes nothing.
///
/// # Errors
/// A wrong passphrase, a file that is no backup, or one that is damaged, newer or does not hold what it says.
pub async fn look_into(backup: &Path, secret: Secret, place: &Path) -> Result<Look, ClinicError> {
    let lock = locked(place)?;
    let coming = Coming::begin(&lock, place)?;
    let proven = open(backup, secret, place, &coming).await?;
    proven.store.close().await?;
    Ok(proven.look)
}

/// Restores a backup to `place`, after the same proof. A vault that is there is refused unless it is to be kept aside; it is
/// never deleted. The log of the restored vault says that it was, and whether newer data were there.
///
/// # Errors
/// As [`look_into`], [`VaultError::AlreadyExists`], and [`ClinicError::NotInRole`] for who does not answer for the vault; what stood at the place stands there as it was.
pub async fn restore(
    backup: &Path,
    secret: Secret,
    place: &Path,
    keep_old: bool,
    person: &Person,
) -> Result<Restoration, ClinicError> {
    let lock = locked(place)?;
    let coming = Coming::begin(&lock, place)?;
    if !keep_old && (place.exists() || key_file_path(place).exists()) {
        return Err(VaultError::AlreadyExists.into());
    }
    let Proven {
        look,
        store,
        opened_by,
        is_stale,
    } = open(backup, secret, place, &coming).await?;
    let noted = async {
        let at_work = AtWork::of(&store, opened_by, person).await?;
        if !at_work.may(Access::Manage) {
            return Err(ClinicError::NotInRole { role: at_work.role });
        }
        note(&store, &look, is_stale, &at_work.actor()).await
    }
    .await;
    let closed = store.close().await;
    noted?;
    closed?;
    let day = clock::in_names(clock::now_us());
    let moved = tokio::task::spawn_blocking(move || coming.take_place(&day));
    let kept = moved.await.map_err(|_| ClinicError::Interrupted)??;
    Ok(Restoration { look, kept })
}

async fn note(store: &Store, look: &Look, is_stale: bool, actor: &Actor) -> Result<(), ClinicError> {
    if is_stale {
        store.rebuild(actor, clock::now_us(), derive).await?;
    }
    let about = &look.manifest.about;
    let row = |act: Act, id: String| Audit {
        object: Some(ObjectRef {
            kind: ObjectKind::Backup,
            id,
        }),
        ..Audit::done(act)
    };
    let restored = row(Act::Restore, format!("{} {}", about.audit_seq, about.audit_head));
    store.note(actor, clock::now_us(), restored).await?;
    if let InPlace::Same {
        ahead: Some(ahead @ 1..),
        ..
    } = look.in_place
    {
        // Whoever reads the log later has to see that it once went on from here.
        let rolled_back = row(Act::RollBack, format!("{} {ahead}", about.audit_seq));
        store.note(actor, clock::now_us(), rolled_back).await?;
    }
    Ok(())
}

async fn open(backup: &Path, secret: Secret, place: &Path, coming: &Coming) -> Result<Proven, ClinicError> {
    let (from, vault) = (backup.to_owned(), coming.vault());
    let unpacked = tokio::task::spawn_blocking(move || {
        let mut backup = Backup::open(&from)?;
        let unlocked = backup.unpack(&secret, &vault)?;
        Ok::<_, BackupError>((backup.manifest().clone(), unlocked))
    });
    let (manifest, unlocked) = unpacked.await.map_err(|_| ClinicError::Interrupted)??;
    let vault = coming.vault();
    let (id, key) = (unlocked.vault_id, unlocked.dek.database_key());
    // The seal over the whole backup held; page by page it is read once, by the check below.
    let held = glance(&vault, key.spec(), id).await?;
    if !says(&manifest, &held) {
        return Err(BackupError::Damaged.into());
    }
    let in_place = compare(place, &unlocked, held.head).await;
    let audit_key = unlocked.dek.audit_key();
    let store = Store::open(&vault, key.spec(), audit_key, Mode::Open, id).await?;
    let verified = store.verify(Some(held.head), derive).await;
    let faults = verified.as_ref().map_or(0, |report| {
        let lost = report.problems.iter().filter(|one| !one.is_derived());
        lost.count()
    });
    let report = match verified {
        Ok(report) if faults == 0 => report,
        Ok(_) => {
            store.close().await.ok();
            return Err(ClinicError::NotWhole { faults });
        }
        Err(error) => {
            store.close().await.ok();
            return Err(error.into());
        }
    };
    Ok(Proven {
        look: Look {
            manifest,
            audit_rows: report.audit_entries,
            in_place,
        },
        store,
        opened_by: unlocked.opened_by,
        is_stale: !report.problems.is_empty(),
    })
}

/// Whether a manifest says of the record what is in it.
fn says(manifest: &Manifest, held: &Glance) -> bool {
    let about = &manifest.about;
    let versions: i64 = held.versions.values().sum();
    (about.schema, about.audit_seq, about.patients, about.versions)
        == (held.schema, held.head.seq, held.patients, versions)
        && about.newest_us == held.newest_us
        && about.audit_head == hex(&held.head.hash)
}

/// What stands at a place, seen with the keys of a backup.
async fn compare(place: &Path, keys: &Unlocked, backup: AuditHead) -> InPlace {
    if !place.exists() && !key_file_path(place).exists() {
        return InPlace::Nothing;
    }
    match lamina_vault::inspect(place) {
        Ok(there) if there.vault_id != keys.vault_id => return InPlace::Another,
        Ok(_) | Err(_) => {}
    }
    let key = keys.dek.database_key();
    match glance(place, key.spec(), keys.vault_id).await {
        Ok(there) => InPlace::Same {
            newest_us: there.newest_us,
            versions: there.versions.values().sum(),
            ahead: there.head.seq.checked_sub(backup.seq).filter(|ahead| *ahead >= 0),
        },
        Err(_) => InPlace::Unreadable,
    }
}
