//! An open vault: the lock on the file, the key, and the store behind it.

mod at_work;
mod error;

pub(crate) use at_work::Attempt;
pub use at_work::{AtWork, Member, Staff};
pub use error::ClinicError;

use crate::{clock, read_last::ReadLast, viewed};
pub use lamina_store::PatientHit;
pub use lamina_store::StoreError;
use lamina_store::{Act, Actor, Audit, AuditHead, Mode, ObjectKind, ObjectRef, Store};
pub use lamina_vault::{BackupError, KdfCost, Passphrase, RecoveryKey, Secret, VaultError};
use lamina_vault::{BackupKey, KeyFileKey, LogHead, Making, Unlocked, VaultLock};
use std::{
    path::Path,
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
    time::Instant,
};
use tokio::sync::Mutex;
pub use uuid::Uuid;

/// Through which program the vault was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the programs name themselves")]
pub enum Program {
    Window,
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

/// Where a vault is opened. In a vault of one person the name stands on everything that is recorded and in every row of the log;
/// where several open it, each has a name of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The person's name as the system knows it.
    pub name: String,
    /// The program through which they open it.
    pub program: Program,
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

/// What is older than what belongs to it: somebody put an earlier copy in its place by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Older {
    /// The vault lacks the row of the log up to which its key file knows it.
    Vault,
    /// The key file was replaced by one from before a passphrase or a recovery key was changed.
    KeyFile,
}

/// The setting that holds how often it was set what opens the vault.
pub(crate) const KEY_FILE: &str = "key-file/generation";

/// What unlocking a new vault is to cost: most of a second on this machine. Takes that long itself.
///
/// # Errors
/// A machine short of memory.
pub async fn cost_for_this_machine() -> Result<KdfCost, ClinicError> {
    // The tests of such a build make and open vaults by the hundred.
    if cfg!(debug_assertions) {
        return Ok(KdfCost::STANDARD);
    }
    let measured = tokio::task::spawn_blocking(|| {
        let mut outcome = Ok(());
        let cost = KdfCost::for_machine(|cost| {
            let begun = Instant::now();
            outcome = cost.try_out();
            begun.elapsed()
        });
        outcome.map(|()| cost)
    });
    Ok(measured.await.map_err(|_| ClinicError::Interrupted)??)
}

/// An open vault. Close it with [`Vault::close`] before the process ends.
pub struct Vault {
    store: Store,
    /// Who has it open; changed where they get a name or a passphrase of their own meanwhile.
    at_work: RwLock<AtWork>,
    read_last: Mutex<ReadLast>,
    id: Uuid,
    backup_key: Arc<BackupKey>,
    key_file_key: KeyFileKey,
    /// What the key file knew of the log when the vault was opened.
    noted: Option<AuditHead>,
    older: Option<Older>,
    /// Rows about what was read or taken out that could not be written to the log: the disk is full, or it is read-only.
    unlogged: AtomicU64,
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
        let making = Making::begin(&lock, path)?;
        let place = path.to_owned();
        let key = move || lamina_vault::create(&place, &passphrase, cost, clock::new_id(), clock::now_us());
        let vault = Self::open_with(path, lock, key, Mode::Create, person).await?;
        if let Err(error) = making.finish() {
            // It is not there for anybody, and what was made of it is removed.
            vault.store.close().await.ok();
            return Err(error.into());
        }
        Ok(vault)
    }

    /// Opens the vault at `path` by a key that is found meanwhile.
    pub(crate) async fn open_by(
        path: &Path,
        key: impl FnOnce() -> Result<Unlocked, VaultError> + Send + 'static,
        person: &Person,
    ) -> Result<Self, ClinicError> {
        if lamina_vault::is_half_made(path) {
            return Err(VaultError::HalfMade.into());
        }
        let (lock, mode) = match locked(path) {
            Err(error) if error.is_unwritable() && path.exists() => {
                (VaultLock::take_to_look(path)?, Mode::Look)
            }
            lock => (lock?, Mode::Open),
        };
        Self::open_with(path, lock, key, mode, person).await
    }

    /// Opens the vault at `path` under a lock that is held, to write to it or only to look.
    pub(crate) async fn open_with(
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
        let (key, id, generation) = (
            unlocked.dek.database_key(),
            unlocked.vault_id,
            unlocked.generation,
        );
        let opened = Store::open(path, key.spec(), unlocked.dek.audit_key(), mode, id).await;
        let store = match opened {
            // What stands in the file can be read all the same.
            Err(error) if mode == Mode::Open && error.is_unwritable() => {
                let audit_key = unlocked.dek.audit_key();
                let looking = Store::open(path, key.spec(), audit_key, Mode::Look, id).await;
                looking.map_err(|_| error)?
            }
            opened => opened?,
        };
        let held = lock.hold(path);
        if let Err(error) = held {
            store.close().await.ok();
            return Err(error.into());
        }
        // Nobody else looks at them while this one holds the vault.
        viewed::forget(path);
        let at_work = match AtWork::of(&store, unlocked.opened_by, person).await {
            Ok(at_work) => at_work,
            Err(error) => {
                store.close().await.ok();
                return Err(error);
            }
        };
        let mut vault = Vault {
            store,
            at_work: RwLock::new(at_work),
            read_last: Mutex::default(),
            id,
            backup_key: Arc::new(unlocked.dek.backup_key()),
            key_file_key: unlocked.dek.key_file_key(),
            noted: unlocked
                .log_head
                .map(|LogHead { seq, hash }| AuditHead { seq, hash }),
            older: None,
            unlogged: AtomicU64::new(0),
            backing_up: Arc::default(),
            _lock: lock,
        };
        if let Err(error) = vault.begin(generation, person).await {
            vault.store.close().await.ok();
            return Err(error);
        }
        Ok(vault)
    }

    /// Notes that it was opened, and what of the two files is older than it should be.
    async fn begin(&mut self, generation: u64, person: &Person) -> Result<(), ClinicError> {
        self.older = self.find_older(generation).await?;
        let row = |act: Act, kind: ObjectKind, id: String| Audit {
            object: Some(ObjectRef { kind, id }),
            ..Audit::done(act)
        };
        let program = person.program.name().to_owned();
        let mut rows = vec![row(Act::Unlock, ObjectKind::Program, program)];
        rows.extend(self.older.map(|older| match older {
            Older::Vault => {
                let seq = self.noted.map_or(0, |noted| noted.seq);
                row(Act::RollBack, ObjectKind::OldVault, seq.to_string())
            }
            Older::KeyFile => row(Act::RollBack, ObjectKind::OldKeyFile, generation.to_string()),
        }));
        for row in rows {
            self.note(row).await?;
        }
        Ok(())
    }

    /// Notes in the log what is read or taken out. Where nothing can be written, a full disk or a read-only medium, people are
    /// treated all the same: it is counted, and the log says how much once it can be written again.
    ///
    /// # Errors
    /// A log that can't be written for another reason.
    pub(crate) async fn note(&self, row: Audit) -> Result<(), ClinicError> {
        let noted = self.store.note(&self.actor(), clock::now_us(), row).await;
        match noted {
            Ok(_) => {}
            Err(error) if error.is_unwritable() => {
                self.unlogged.fetch_add(1, Ordering::SeqCst);
                tracing::warn!(%error, "the log does not say what was read");
                return Ok(());
            }
            Err(error) => return Err(error.into()),
        }
        let missed = self.unlogged.swap(0, Ordering::SeqCst);
        if missed > 0 {
            let row = Audit {
                object: Some(ObjectRef {
                    kind: ObjectKind::Rows,
                    id: missed.to_string(),
                }),
                ..Audit::done(Act::ReadUnlogged)
            };
            if self
                .store
                .note(&self.actor(), clock::now_us(), row)
                .await
                .is_err()
            {
                self.unlogged.fetch_add(missed, Ordering::SeqCst);
            }
        }
        Ok(())
    }

    /// Whether nothing can be written where the vault lies, so that it is read as it is and its log says nothing of that.
    pub fn only_reads(&self) -> bool {
        self.store.only_reads()
    }

    /// How much was read or taken out of which the log does not say yet.
    pub fn unlogged(&self) -> u64 {
        self.unlogged.load(Ordering::SeqCst)
    }

    async fn find_older(&self, generation: u64) -> Result<Option<Older>, ClinicError> {
        if let Some(noted) = self.noted
            && !self.store.follows(noted).await?
        {
            return Ok(Some(Older::Vault));
        }
        let changed = self.store.setting(KEY_FILE).await?;
        let changed = changed.and_then(|generation| generation.as_u64());
        Ok((generation < changed.unwrap_or_default()).then_some(Older::KeyFile))
    }

    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    /// The records that were read last.
    pub(crate) fn read_last(&self) -> &Mutex<ReadLast> {
        &self.read_last
    }

    /// Who has it open.
    pub fn me(&self) -> AtWork {
        let at_work = self.at_work.read();
        at_work.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Changes what is true of who has it open, who goes on with it.
    pub(crate) fn goes_on_as(&self, change: impl FnOnce(&mut AtWork)) {
        let at_work = self.at_work.write();
        change(&mut at_work.unwrap_or_else(PoisonError::into_inner));
    }

    /// The same as the log names them.
    pub(crate) fn actor(&self) -> Actor {
        self.me().actor()
    }

    /// The id that its key file and its backups bear.
    pub(crate) fn id(&self) -> Uuid {
        self.id
    }

    pub(crate) fn key_file_key(&self) -> &KeyFileKey {
        &self.key_file_key
    }

    /// The row of the log up to which the key file knew this vault when it was opened.
    pub(crate) fn noted(&self) -> Option<AuditHead> {
        self.noted
    }

    /// What of the two files was put back to an earlier state, where that can be told.
    pub fn older(&self) -> Option<Older> {
        self.older
    }

    pub(crate) fn backup_key(&self) -> &Arc<BackupKey> {
        &self.backup_key
    }

    /// Held while a backup is made.
    pub(crate) fn backing_up(&self) -> &Arc<Mutex<()>> {
        &self.backing_up
    }

    /// Waits for a backup that is under way, writes everything to the file, closes it, and notes in the key file how far its log
    /// goes.
    ///
    /// # Errors
    /// A last write that failed; nothing saved is lost.
    pub async fn close(self) -> Result<(), ClinicError> {
        let _none = self.backing_up.lock().await;
        let head = self.store.head().await;
        self.store.close().await?;
        let Ok(AuditHead { seq, hash }) = head else {
            return Ok(());
        };
        if self.only_reads() {
            return Ok(());
        }
        // An older head is true as well, and all that is lost is that rows after it could be cut off unseen.
        if let Err(error) =
            lamina_vault::note_log(self.store.path(), &self.key_file_key, LogHead { seq, hash })
        {
            tracing::warn!(%error, "the key file does not know how far the log goes");
        }
        Ok(())
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
