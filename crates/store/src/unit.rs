//! A change in progress. It is written whole, with its account in the audit log, or not at all.

use sqlx::{SqliteConnection, Transaction};
use uuid::Uuid;

use crate::audit::{self, Actor, Audit, AuditEntry, AuditHead};
use crate::derived::{self, Placed};
use crate::engine::Db;
use crate::error::StoreError;
use crate::index;
use crate::noun::Noun;
use crate::pending::Pending;
use crate::store::Store;

/// An entry version that was written in a unit.
#[derive(Debug, Clone)]
pub(crate) struct Touched {
    pub(crate) noun: Noun,
    pub(crate) id: Uuid,
    pub(crate) patient_id: Uuid,
    pub(crate) version: i64,
    pub(crate) content_hash: [u8; 32],
    pub(crate) reason: Option<String>,
}

/// A change in progress. Dropping it undoes everything; [`Unit::commit`] is the only way to keep it.
///
/// After a step that failed or was refused the unit can only be dropped: SQLite may already have undone
/// what came before.
pub struct Unit {
    store: Store,
    tx: Transaction<'static, Db>,
    actor: Actor,
    at_us: i64,
    touched: Vec<Touched>,
    /// The newest row of the log, once this unit has added to it.
    logged: Option<AuditHead>,
    /// What is still to be written to the search.
    search: Pending,
    /// The patient last seen to stand; nobody else writes while this unit is open.
    patient: Option<Uuid>,
    /// Whether it changes a fact or a setting.
    changes: bool,
    /// Whether it changes a setting.
    sets: bool,
    broken: bool,
}

impl std::fmt::Debug for Unit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Unit")
            .field("written", &self.touched.len())
            .finish_non_exhaustive()
    }
}

impl Store {
    /// Begins a change. `at_us` is the time of the change in microseconds since 1970-01-01 UTC; `actor` is
    /// written to every version and to the audit log. Waits its turn: one unit at a time.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when another unit stays open for more than 3 seconds; [`StoreError::ReadOnly`].
    pub async fn begin(&self, actor: &Actor, at_us: i64) -> Result<Unit, StoreError> {
        if self.only_reads() {
            return Err(StoreError::ReadOnly);
        }
        let tx = self.writer().begin_with("BEGIN IMMEDIATE").await?;
        Ok(Unit::new(self.clone(), tx, actor.clone(), at_us))
    }
}

impl Unit {
    fn new(store: Store, tx: Transaction<'static, Db>, actor: Actor, at_us: i64) -> Self {
        Self {
            store,
            tx,
            actor,
            at_us,
            touched: Vec::new(),
            logged: None,
            search: Pending::default(),
            patient: None,
            changes: false,
            sets: false,
            broken: false,
        }
    }

    /// Who makes this change.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// When, in microseconds since 1970-01-01 UTC.
    pub fn at_us(&self) -> i64 {
        self.at_us
    }

    pub(crate) fn clinic(&self) -> Uuid {
        self.store.clinic()
    }

    pub(crate) fn conn(&mut self) -> &mut SqliteConnection {
        &mut self.tx
    }

    /// Whether this patient was seen to stand in this unit.
    pub(crate) fn knows(&self, patient: Uuid) -> bool {
        self.patient == Some(patient)
    }

    /// Notes that a patient stands, or that nothing is known any more.
    pub(crate) fn know(&mut self, patient: Option<Uuid>) {
        self.patient = patient;
    }

    pub(crate) fn touch(&mut self, touched: Touched) {
        self.touched.push(touched);
    }

    /// Derives what stands of facts that have nothing derived yet.
    pub(crate) async fn derive(&mut self, facts: &[Placed<'_>]) -> Result<(), StoreError> {
        let clinic = self.clinic();
        derived::add(&mut self.tx, clinic, facts).await?;
        index::add(&mut self.tx, clinic, &mut self.search, facts).await
    }

    /// Takes out what is derived of a fact.
    pub(crate) async fn underive(&mut self, noun: Noun, patient: Uuid, id: Uuid) -> Result<(), StoreError> {
        let clinic = self.clinic();
        derived::remove(&mut self.tx, clinic, noun, patient, id).await?;
        index::remove(&mut self.tx, clinic, &mut self.search, noun, patient, id).await
    }

    /// Marks the unit as broken until [`Unit::step_done`]: a step that fails, is refused or is
    /// cancelled half-way leaves the mark.
    pub(crate) fn step(&mut self) -> Result<(), StoreError> {
        self.changes = true;
        self.step_aside()
    }

    /// As [`Unit::step`], where neither a fact nor a setting changes.
    pub(crate) fn step_aside(&mut self) -> Result<(), StoreError> {
        if self.broken {
            return Err(StoreError::UnitBroken);
        }
        self.broken = true;
        Ok(())
    }

    /// Marks that a setting was changed.
    pub(crate) fn sets(&mut self) {
        self.sets = true;
    }

    pub(crate) fn step_done(&mut self) {
        self.broken = false;
    }

    /// Adds to the log a row for each entry version that was written and is not in it yet.
    pub(crate) async fn log(&mut self, audit: &Audit) -> Result<(), StoreError> {
        let plain = AuditEntry::new(&self.actor, self.at_us, audit);
        let entries = std::mem::take(&mut self.touched);
        let entries = entries.into_iter().map(|touched| AuditEntry {
            patient_id: Some(touched.patient_id),
            object_type: Some(touched.noun.name().to_owned()),
            entry_id: Some(touched.id),
            object_name: None,
            object_version: Some(touched.version),
            content_hash: Some(touched.content_hash.to_vec()),
            reason: touched.reason.or_else(|| plain.reason.clone()),
            ..plain.clone()
        });
        let entries = entries.collect();
        self.append(entries).await?;
        Ok(())
    }

    async fn append(&mut self, entries: Vec<AuditEntry>) -> Result<AuditHead, StoreError> {
        let clinic = self.clinic();
        let head = match self.logged {
            Some(head) => head,
            None => audit::head(&mut self.tx, clinic).await?,
        };
        if entries.is_empty() {
            return Ok(head);
        }
        let head = audit::append(&mut self.tx, clinic, self.store.audit_key(), head, entries).await?;
        self.logged = Some(head);
        Ok(head)
    }

    /// Keeps the change. Each entry version written becomes one row of the audit log; a unit that wrote
    /// none, or changed a setting, has one row of its own. Returns the new head of the log.
    ///
    /// # Errors
    /// [`StoreError::UnitBroken`] after a failed step; [`StoreError::Full`] and others when it cannot be
    /// written. Nothing of the change is kept then.
    pub async fn commit(mut self, audit: Audit) -> Result<AuditHead, StoreError> {
        if self.broken {
            return Err(StoreError::UnitBroken);
        }
        let search = std::mem::take(&mut self.search);
        search.write(&mut self.tx, self.store.clinic()).await?;
        self.log(&audit).await?;
        let head = match self.logged {
            Some(head) if !self.sets => head,
            _ => {
                let mut plain = AuditEntry::new(&self.actor, self.at_us, &audit);
                if self.sets {
                    let clinic = self.clinic();
                    plain.content_hash = Some(audit::hash_of_settings(&mut self.tx, clinic).await?.to_vec());
                }
                self.append(vec![plain]).await?
            }
        };
        let committed = self.tx.commit().await;
        // Also where it is not known whether the change was kept.
        if self.changes {
            self.store.count_change();
        }
        committed?;
        Ok(head)
    }
}
