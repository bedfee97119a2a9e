//! An open vault: the lock on the file, the key, and the store behind it; what goes in and comes out of it whole.
//!
//! Loading is one transaction: all of a document or nothing. A dump of a load is equal to what was loaded.

use crate::{clock, record::Document, rows};
use lamina_domain::{Anchor, Fact, Noun, when::Reference};
pub use lamina_store::StoreError;
use lamina_store::{Actor, Audit, Change, Mode, PatientHit, Row, Store};
pub use lamina_vault::{KdfCost, Passphrase, VaultError};
use lamina_vault::{Unlocked, VaultLock};
use std::path::Path;
use uuid::Uuid;

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
    /// How many of them are patients who are not found by exactly what their record says: [`Vault::rebuild_search`] mends
    /// that.
    pub unfound: usize,
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

    /// Makes the search anew from what the record says.
    ///
    /// # Errors
    /// A full disk or a damaged file; the search is as it was.
    pub async fn rebuild_search(&self) -> Result<(), ClinicError> {
        let mut unit = self.store.begin(&self.actor, clock::now_us()).await?;
        unit.rebuild_search(row_of).await?;
        unit.commit(Audit::done("rebuild-search")).await?;
        Ok(())
    }

    /// Keeps every patient of `document`, or none.
    ///
    /// # Errors
    /// A full disk or a damaged file; nothing of the document was kept.
    pub async fn load(&self, document: &Document) -> Result<(), ClinicError> {
        let mut unit = self.store.begin(&self.actor, clock::now_us()).await?;
        for record in &document.patients {
            let facts: Vec<Fact> = record.facts().into_iter().map(|(_, fact)| fact).collect();
            let ids: Vec<Uuid> = facts.iter().map(|_| clock::new_id()).collect();
            let of = |noun| {
                facts
                    .iter()
                    .zip(&ids)
                    .filter(move |(fact, _)| fact.noun() == noun)
                    .map(|(_, id)| *id)
            };
            let operations: Vec<Uuid> = of(lamina_domain::Noun::Surgery).collect();
            let treatments: Vec<Uuid> = of(lamina_domain::Noun::Treatment).collect();
            let patient = ids.first().copied().unwrap_or_default();
            for (mut fact, id) in facts.iter().cloned().zip(&ids) {
                for (_, anchor) in fact.anchors_mut() {
                    by_id(anchor, &operations, &treatments);
                }
                in_its_time(&mut fact);
                let change = Change {
                    request_id: clock::new_id(),
                    told_by: fact.told_by().map(|told_by| told_by.name().to_owned()),
                    reason: None,
                };
                unit.record(&change, patient, *id, &rows::row(&fact)?).await?;
            }
        }
        unit.commit(Audit::done("load")).await?;
        Ok(())
    }

    /// Every patient with all facts that stand.
    ///
    /// # Errors
    /// A damaged file.
    pub async fn dump(&self) -> Result<Document, ClinicError> {
        let mut records = Vec::new();
        for hit in self.store.everyone().await? {
            records.push((hit.id, self.record(hit.id).await?));
        }
        // Ids sort in the order in which they were made.
        records.sort_by_key(|(id, _)| *id);
        Ok(Document::of(
            records.into_iter().map(|(_, record)| record).collect(),
        ))
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

    /// Checks the file, the log and every version, and that everyone is found by what the record says.
    ///
    /// # Errors
    /// The check itself could not be made.
    pub async fn verify(&self) -> Result<Verified, ClinicError> {
        let report = self.store.verify(None).await?;
        let unfound = self.store.search_faults(row_of).await?.len();
        let faults = report.problems.len() + unfound;
        Ok(Verified {
            audit_rows: report.audit_entries,
            versions: report.versions,
            faults,
            unfound,
        })
    }
}

/// The row of a fact from its content.
fn row_of(_: Noun, content: &str) -> Result<Row, StoreError> {
    let fact: Fact = serde_json::from_str(content).map_err(|_| StoreError::Unreadable)?;
    rows::row(&fact).map_err(|_| StoreError::Unreadable)
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
        Document::read(json, clock::today()).unwrap()
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
        let dumped = vault.dump().await.unwrap();
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
