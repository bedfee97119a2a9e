//! An open vault: the lock on the file, the key, and the store behind it; what goes in and comes out of it whole.
//!
//! Loading is one transaction: all of a document or nothing. A dump of a load is equal to what was loaded.

use crate::{
    clock,
    record::{self, Document, Record, Unreadable},
    rows,
};
use lamina_domain::{Anchor, Fact, Noun, when::Reference};
pub use lamina_store::StoreError;
use lamina_store::{Actor, Audit, Loaded, Mode, PatientHit, Row, Store, Unit};
pub use lamina_vault::{KdfCost, Passphrase, VaultError};
use lamina_vault::{Unlocked, VaultLock};
use std::{io::Read, path::Path};
use tokio::sync::mpsc;
use uuid::Uuid;

/// Facts that are written at once while many are loaded.
const AT_ONCE: usize = 2_000;

/// Patients that are read from a file before those before them are written.
const AHEAD: usize = 16;

/// Why something could not be done with a vault. What was in it is as it was.
#[derive(Debug, thiserror::Error)]
pub enum ClinicError {
    /// The passphrase, the key file or the lock.
    #[error("{0}")]
    Vault(#[from] VaultError),
    /// The record file.
    #[error("{0}")]
    Store(#[from] StoreError),
    /// A fact that cannot be written or read as JSON.
    #[error("a fact could not be read: {0}")]
    Content(#[from] serde_json::Error),
    /// Work in the background ended before it was done.
    #[error("the work was interrupted")]
    Interrupted,
}

/// What a check of the whole vault found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Rows of the audit log that were read.
    pub audit_rows: i64,
    /// Versions of facts that were compared with the log.
    pub versions: i64,
    /// How many faults were found; none when the record is whole.
    pub faults: usize,
    /// What each of them is, in words.
    pub found: Vec<String>,
}

/// An open vault. Close it with [`Vault::close`] before the process ends.
pub struct Vault {
    store: Store,
    actor: Actor,
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
        actor: &str,
    ) -> Result<Self, ClinicError> {
        let lock = VaultLock::take(path)?;
        let place = path.to_owned();
        let key = move || lamina_vault::create(&place, &passphrase, cost, clock::new_id(), clock::now_us());
        if path.exists() {
            return Err(StoreError::AlreadyExists.into());
        }
        let had_keys = lamina_vault::key_file_path(path).exists();
        let made = Self::open_with(path, lock, key, Mode::Create, actor).await;
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
    pub async fn unlock(path: &Path, passphrase: Passphrase, actor: &str) -> Result<Self, ClinicError> {
        let lock = VaultLock::take(path)?;
        let place = path.to_owned();
        Self::open_with(
            path,
            lock,
            move || lamina_vault::unlock(&place, &passphrase),
            Mode::Open,
            actor,
        )
        .await
    }

    async fn open_with(
        path: &Path,
        lock: VaultLock,
        key: impl FnOnce() -> Result<Unlocked, VaultError> + Send + 'static,
        mode: Mode,
        actor: &str,
    ) -> Result<Self, ClinicError> {
        // Deriving the key takes most of a second of one core.
        let unlocked = tokio::task::spawn_blocking(key)
            .await
            .map_err(|_| ClinicError::Interrupted)??;
        let (key, audit_key) = (unlocked.dek.database_key(), unlocked.dek.audit_key());
        let store = Store::open(path, key.spec(), audit_key, mode, unlocked.vault_id).await?;
        let actor = Actor {
            id: actor.to_owned(),
            role: "clinician".to_owned(),
            session_id: clock::new_id(),
        };
        store.note(&actor, clock::now_us(), Audit::done("unlock")).await?;
        Ok(Vault {
            store,
            actor,
            _lock: lock,
        })
    }

    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    pub(crate) fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Writes everything to the file and closes it.
    ///
    /// # Errors
    /// A last write that failed; nothing saved is lost.
    pub async fn close(self) -> Result<(), ClinicError> {
        Ok(self.store.close().await?)
    }

    /// Begins to load patients: all of them, or none.
    ///
    /// # Errors
    /// A vault that is busy.
    pub async fn begin_load(&self) -> Result<Loading, ClinicError> {
        Ok(Loading {
            unit: self.store.begin(&self.actor, clock::now_us()).await?,
            audit: Audit::done("load"),
            waiting: Vec::new(),
        })
    }

    /// Keeps every patient of `document`, or none.
    ///
    /// # Errors
    /// A full disk or a damaged file; nothing of the document was kept.
    pub async fn load(&self, document: &Document) -> Result<(), ClinicError> {
        let mut loading = self.begin_load().await?;
        for record in &document.patients {
            loading.add(record).await?;
        }
        loading.keep().await
    }

    /// Keeps every patient of a record file, or none; of the file no more is in memory than a few patients. The inner
    /// result tells what is wrong with the file.
    ///
    /// # Errors
    /// A full disk or a damaged vault; nothing of the file was kept.
    pub async fn load_file(
        &self,
        file: impl Read + Send + 'static,
    ) -> Result<Result<(), Unreadable>, ClinicError> {
        let (send, mut receive) = mpsc::channel(AHEAD);
        let today = clock::today();
        let reading = tokio::task::spawn_blocking(move || {
            record::read_each(file, today, |record| send.blocking_send(record).is_ok())
        });
        let mut loading = self.begin_load().await?;
        while let Some(record) = receive.recv().await {
            loading.add(&record).await?;
        }
        match reading.await.map_err(|_| ClinicError::Interrupted)? {
            Ok(_) => loading.keep().await.map(Ok),
            Err(unreadable) => Ok(Err(unreadable)),
        }
    }

    /// Every patient with all facts that stand, in the order in which they were made. `each` may end it.
    ///
    /// # Errors
    /// A damaged file; the inner result is that of `each`.
    pub async fn dump<E>(
        &self,
        mut each: impl FnMut(&Record) -> Result<(), E>,
    ) -> Result<Result<(), E>, ClinicError> {
        let everyone = self.store.everyone().await?;
        let mut ids: Vec<Uuid> = everyone.into_iter().map(|hit| hit.id).collect();
        // Ids sort in the order in which they were made.
        ids.sort_unstable();
        for id in ids {
            if let Err(error) = each(&self.record(id).await?) {
                return Ok(Err(error));
            }
        }
        Ok(Ok(()))
    }

    /// Patients that match what was typed, by name, at most `limit`; everyone where nothing was typed.
    ///
    /// # Errors
    /// A damaged file.
    pub async fn patients(&self, typed: &str, limit: u32) -> Result<Vec<PatientHit>, ClinicError> {
        if typed.trim().is_empty() {
            return Ok(self.store.everyone().await?);
        }
        let order = self.settings().await?.date_order;
        Ok(self.store.search(typed, order, limit).await?)
    }

    /// Derives everything anew that is derived from the versions.
    ///
    /// # Errors
    /// A full disk, or a fact that cannot be read; nothing was changed then.
    pub async fn rebuild(&self) -> Result<(), ClinicError> {
        self.store.rebuild(&self.actor, clock::now_us(), derive).await?;
        Ok(())
    }

    /// Checks the file, the log, every version and what is derived from them.
    ///
    /// # Errors
    /// The check itself could not be made.
    pub async fn verify(&self) -> Result<Verified, ClinicError> {
        let report = self.store.verify(None, derive).await?;
        Ok(Verified {
            audit_rows: report.audit_entries,
            versions: report.versions,
            faults: report.problems.len(),
            found: report.problems.iter().map(ToString::to_string).collect(),
        })
    }
}

/// Patients on their way into the vault. Dropping it leaves the vault as it was; [`Loading::keep`] is the only way to
/// keep them.
pub struct Loading {
    unit: Unit,
    audit: Audit,
    /// Facts that are not written yet: many are written at once.
    waiting: Vec<Loaded>,
}

impl Loading {
    /// Takes in one patient.
    ///
    /// # Errors
    /// A full disk or a damaged file.
    pub async fn add(&mut self, record: &Record) -> Result<(), ClinicError> {
        let facts: Vec<Fact> = record.facts().into_iter().map(|(_, fact)| fact).collect();
        let ids: Vec<Uuid> = facts.iter().map(|_| clock::new_id()).collect();
        let of = |noun| {
            facts
                .iter()
                .zip(&ids)
                .filter(move |(fact, _)| fact.noun() == noun)
                .map(|(_, id)| *id)
        };
        let operations: Vec<Uuid> = of(Noun::Surgery).collect();
        let treatments: Vec<Uuid> = of(Noun::Treatment).collect();
        let patient = ids.first().copied().unwrap_or_default();
        for (mut fact, id) in facts.into_iter().zip(ids) {
            for (_, anchor) in fact.anchors_mut() {
                by_id(anchor, &operations, &treatments);
            }
            in_its_time(&mut fact);
            self.waiting.push(Loaded {
                patient,
                id,
                told_by: fact.told_by().map(|told_by| told_by.name().to_owned()),
                row: rows::row(&fact)?,
            });
        }
        if self.waiting.len() >= AT_ONCE {
            self.write().await?;
        }
        Ok(())
    }

    async fn write(&mut self) -> Result<(), ClinicError> {
        let facts = std::mem::take(&mut self.waiting);
        Ok(self.unit.load(&self.audit, &facts).await?)
    }

    /// Keeps all that was taken in.
    ///
    /// # Errors
    /// A full disk or a damaged file; nothing was kept.
    pub async fn keep(mut self) -> Result<(), ClinicError> {
        self.write().await?;
        self.unit.commit(self.audit).await?;
        Ok(())
    }
}

/// What is derived of a fact in the vault; `None` where its text is none of this program's.
pub(crate) fn derive(content: &str) -> Option<Row> {
    let fact: Fact = serde_json::from_str(content).ok()?;
    rows::row(&fact).ok()
}

/// What happened to a walking plan keeps its order where the document tells days only: the time of loading is the same for
/// all of it.
fn in_its_time(fact: &mut Fact) {
    match fact {
        Fact::WalkingPlan(plan) => plan.at = Some(plan.moment()),
        Fact::WalkingEvent(happening) => happening.at = Some(happening.moment()),
        _ => {}
    }
}

fn by_id(anchor: &mut Anchor, operations: &[Uuid], treatments: &[Uuid]) {
    let (reference, list) = match anchor {
        Anchor::Operation(reference) => (reference, operations),
        Anchor::Treatment(reference) => (reference, treatments),
        Anchor::FirstVisit => return,
    };
    if let Reference::Place(place) = *reference
        && let Some(id) = (place as usize).checked_sub(1).and_then(|at| list.get(at))
    {
        *reference = Reference::Id(*id);
    }
}

#[cfg(test)]
impl Vault {
    /// Everything as one document.
    pub(crate) async fn whole(&self) -> Document {
        let mut patients = Vec::new();
        let each = |record: &Record| {
            patients.push(record.clone());
            Ok::<(), ()>(())
        };
        self.dump(each).await.unwrap().unwrap();
        Document::of(patients)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "quiet river under seven green stones";

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
        let vault = Vault::create(&path, Passphrase::new(WORDS.into()), KdfCost::FLOOR, "tester")
            .await
            .unwrap();
        vault.load(&document()).await.unwrap();
        vault.close().await.unwrap();
        let vault = Vault::unlock(&path, Passphrase::new(WORDS.into()), "tester")
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
        let vault = Vault::create(&path, Passphrase::new(WORDS.into()), KdfCost::FLOOR, "tester")
            .await
            .unwrap();
        let second = Vault::unlock(&path, Passphrase::new(WORDS.into()), "tester").await;
        assert!(matches!(second, Err(ClinicError::Vault(VaultError::InUse))));
        vault.load(&document()).await.unwrap();
        vault.close().await.unwrap();
        let before = std::fs::read(&path).unwrap();
        let wrong = Vault::unlock(&path, Passphrase::new(format!("{WORDS} and more")), "tester").await;
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
