//! An open vault: the lock on the file, the key, and the store behind it.

use crate::{clock, read_last::ReadLast, rows::derive};
pub use lamina_store::PatientHit;
pub use lamina_store::StoreError;
use lamina_store::{Actor, Audit, Mode, ObjectRef, Store};
pub use lamina_vault::{BackupError, KdfCost, Passphrase, VaultError};
use lamina_vault::{BackupKey, Unlocked, VaultLock};
use std::{path::Path, sync::Arc};
use tokio::sync::Mutex;
pub use uuid::Uuid;

/// Why something could not be done with a vault. What was in it is as it was.
#[derive(Debug, thiserror::Error)]
pub enum ClinicError {
    /// The passphrase, the key file or the lock.
    #[error("{0}")]
    Vault(#[from] VaultError),
    /// The record file.
    #[error("{0}")]
    Store(#[from] StoreError),
    /// A backup.
    #[error("{0}")]
    Backup(#[from] BackupError),
    /// The record in a backup is not whole.
    #[error("the record in the backup is not whole: {faults} faults were found")]
    NotWhole {
        /// How many faults.
        faults: usize,
    },
    /// A fact that cannot be written or read as JSON.
    #[error("a fact could not be read: {0}")]
    Content(#[from] serde_json::Error),
    /// Work in the background ended before it was done.
    #[error("the work was interrupted")]
    Interrupted,
}

impl ClinicError {
    /// Whether nothing is wrong but that what was asked for is not there.
    pub fn is_not_found(&self) -> bool {
        matches!(self, ClinicError::Store(StoreError::NotFound))
    }
}

/// Through which program the vault was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// The window.
    Window,
    /// The command line.
    CommandLine,
}

impl Program {
    /// As the audit log names it.
    pub const fn name(self) -> &'static str {
        match self {
            Program::Window => "window",
            Program::CommandLine => "command line",
        }
    }
}

/// Who opens a vault. The name stands on everything that is recorded and in every row of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The person's name as the system knows it.
    pub name: String,
    /// Through which program.
    pub program: Program,
}

impl Person {
    /// The person in a session of its own, as the log names them.
    pub(crate) fn actor(&self) -> Actor {
        Actor {
            id: self.name.clone(),
            role: "clinician".to_owned(),
            session_id: clock::new_id(),
        }
    }
}

/// Takes the lock of the vault at `path`, and finishes a restoring that broke off.
pub(crate) fn locked(path: &Path) -> Result<VaultLock, VaultError> {
    let lock = VaultLock::take(path)?;
    if !lamina_vault::is_coming(path) {
        return Ok(lock);
    }
    lamina_vault::settle(path)?;
    // What stands there now is another file than the one that was locked.
    drop(lock);
    VaultLock::take(path)
}

/// An open vault. Close it with [`Vault::close`] before the process ends.
pub struct Vault {
    store: Store,
    actor: Actor,
    read_last: Mutex<ReadLast>,
    id: Uuid,
    backup_key: Arc<BackupKey>,
    /// Held while a backup is made.
    backing_up: Arc<Mutex<()>>,
    // Held until the store is closed: one process at a time.
    _lock: VaultLock,
}

impl Vault {
    /// Makes a new vault at `path`.
    ///
    /// # Errors
    /// A weak passphrase, a vault that is there already or in use, or a folder that can't be written.
    pub async fn create(
        path: &Path,
        passphrase: Passphrase,
        cost: KdfCost,
        person: &Person,
    ) -> Result<Self, ClinicError> {
        let lock = locked(path)?;
        let place = path.to_owned();
        let key = move || lamina_vault::create(&place, &passphrase, cost, clock::new_id(), clock::now_us());
        if path.exists() {
            return Err(StoreError::AlreadyExists.into());
        }
        let had_keys = lamina_vault::key_file_path(path).exists();
        let made = Self::open_with(path, lock, key, Mode::Create, person).await;
        if made.is_err() && !had_keys && !path.exists() {
            // A key file without its record would stand in the way of the next try; what can't be removed is told then.
            std::fs::remove_file(lamina_vault::key_file_path(path)).ok();
        }
        made
    }

    /// Opens the vault at `path`.
    ///
    /// # Errors
    /// A wrong passphrase, a vault that is in use, damaged, foreign or newer; the files are left as they were.
    pub async fn unlock(path: &Path, passphrase: Passphrase, person: &Person) -> Result<Self, ClinicError> {
        let lock = locked(path)?;
        let place = path.to_owned();
        Self::open_with(
            path,
            lock,
            move || lamina_vault::unlock(&place, &passphrase),
            Mode::Open,
            person,
        )
        .await
    }

    async fn open_with(
        path: &Path,
        mut lock: VaultLock,
        key: impl FnOnce() -> Result<Unlocked, VaultError> + Send + 'static,
        mode: Mode,
        person: &Person,
    ) -> Result<Self, ClinicError> {
        // Deriving the key takes most of a second of one core.
        let unlocked = tokio::task::spawn_blocking(key)
            .await
            .map_err(|_| ClinicError::Interrupted)??;
        let (key, audit_key) = (unlocked.dek.database_key(), unlocked.dek.audit_key());
        let (unlocked_id, backup_key) = (unlocked.vault_id, Arc::new(unlocked.dek.backup_key()));
        let store = Store::open(path, key.spec(), audit_key, mode, unlocked.vault_id).await?;
        lock.hold(path)?;
        let actor = person.actor();
        let unlocked = Audit {
            object: Some(ObjectRef {
                kind: "program".to_owned(),
                id: person.program.name().to_owned(),
            }),
            ..Audit::done("unlock")
        };
        store.note(&actor, clock::now_us(), unlocked).await?;
        // What this program derives from a fact may be more than what an earlier one did. A fact that can't be read is told by
        // `verify` and keeps nobody from the others.
        if store.is_brought_up() {
            match store.rebuild(&actor, clock::now_us(), derive).await {
                Ok(_) | Err(StoreError::Unreadable) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(Vault {
            store,
            actor,
            read_last: Mutex::default(),
            id: unlocked_id,
            backup_key,
            backing_up: Arc::default(),
            _lock: lock,
        })
    }

    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    /// The records that were read last.
    pub(crate) fn read_last(&self) -> &Mutex<ReadLast> {
        &self.read_last
    }

    pub(crate) fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The id that its key file and its backups bear.
    pub(crate) fn id(&self) -> Uuid {
        self.id
    }

    pub(crate) fn backup_key(&self) -> &Arc<BackupKey> {
        &self.backup_key
    }

    /// Held while a backup is made.
    pub(crate) fn backing_up(&self) -> &Arc<Mutex<()>> {
        &self.backing_up
    }

    /// Waits for a backup that is under way, writes everything to the file and closes it.
    ///
    /// # Errors
    /// A last write that failed; nothing saved is lost.
    pub async fn close(self) -> Result<(), ClinicError> {
        let _none = self.backing_up.lock().await;
        Ok(self.store.close().await?)
    }

    /// Patients that match what was typed, by name, at most `limit`; everyone where nothing was typed.
    ///
    /// # Errors
    /// A damaged file.
    pub(crate) async fn patients(&self, typed: &str, limit: u32) -> Result<Vec<PatientHit>, ClinicError> {
        if typed.trim().is_empty() {
            return Ok(self.store.everyone().await?);
        }
        let order = self.settings().await?.date_order;
        Ok(self.store.search(typed, order, limit).await?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Document;

    const WORDS: &str = "quiet river under seven green stones";

    fn tester() -> Person {
        Person {
            name: "tester".to_owned(),
            program: Program::Window,
        }
    }

    fn document() -> Document {
        let json = br#"{"format":"lamina-record","version":1,"patients":[
            {"patient":{"family":"O'Brien-Sample","given":"Zo\u00eb","born":"1970-05"},
             "surgeries":[{"procedures":["microdiscectomy"],"levels":"L5-S1","when":"2009"},
                          {"procedures":["fusion"],"levels":"L4-S1","when":"2 months after operation 1"}],
             "treatments":[{"kind":"drug","name":"pregabalin","started":"after operation 2","responses":[{"when":"2 weeks after treatment 1","relief":{"value":30}}]}],
             "scores":[{"measure":"nrs","site":"leg","value":7,"when":"1 month after treatment 1"}]},
            {"patient":{"family":"Muster","born":"age 52 at first visit"}}]}"#;
        Document::read(json.as_slice(), clock::today()).unwrap()
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_dump_of_a_load_is_equal_after_closing_and_opening_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("clinic.vault");
        let vault = Vault::create(&path, Passphrase::new(WORDS.into()), KdfCost::FLOOR, &tester())
            .await
            .unwrap();
        vault.load(&document()).await.unwrap();
        vault.close().await.unwrap();
        let vault = Vault::unlock(&path, Passphrase::new(WORDS.into()), &tester())
            .await
            .unwrap();
        let dumped = vault.whole().await;
        let found = vault.patients("obrien zoe", 10).await.unwrap();
        let by_level = vault.patients("fusion", 10).await.unwrap();
        let verified = vault.verify().await.unwrap();
        vault.close().await.unwrap();
        assert_eq!(dumped, document());
        assert_eq!(found.len(), 1);
        assert_eq!(by_level.len(), 1);
        assert_eq!((verified.faults, verified.versions), (0, 6));
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_wrong_passphrase_and_a_second_copy_are_told_apart_and_harm_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("clinic.vault");
        let vault = Vault::create(&path, Passphrase::new(WORDS.into()), KdfCost::FLOOR, &tester())
            .await
            .unwrap();
        let second = Vault::unlock(&path, Passphrase::new(WORDS.into()), &tester()).await;
        assert!(matches!(second, Err(ClinicError::Vault(VaultError::InUse))));
        vault.load(&document()).await.unwrap();
        vault.close().await.unwrap();
        let before = std::fs::read(&path).unwrap();
        let wrong = Vault::unlock(&path, Passphrase::new(format!("{WORDS} and more")), &tester()).await;
        assert!(matches!(
            wrong,
            Err(ClinicError::Vault(VaultError::WrongPassphrase))
        ));
        assert!(
            before == std::fs::read(&path).unwrap(),
            "a refused passphrase changes no byte"
        );
        for name in ["Muster", "pregabalin", "Sample"] {
            assert!(
                !before.windows(name.len()).any(|bytes| bytes == name.as_bytes()),
                "{name} is readable on disk"
            );
        }
    }
}
