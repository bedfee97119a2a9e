//! A change in progress. It is written whole, with its account in the audit log, or not at all.

use sqlx::{SqliteConnection, Transaction};
use uuid::Uuid;

use crate::audit::{self, Actor, Audit, AuditEntry, AuditHead};
use crate::engine::Db;
use crate::error::StoreError;
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
    /// The patient last seen to stand; nobody else writes while this unit is open.
    patient: Option<Uuid>,
    broken: bool,
    /// What is still to be written to the search.
    pub(crate) search: Pending,
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
    /// [`StoreError::Busy`] when another unit stays open for more than 3 seconds.
    pub async fn begin(&self, actor: &Actor, at_us: i64) -> Result<Unit, StoreError> {
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
            patient: None,
            broken: false,
            search: Pending::default(),
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

    pub(crate) fn clinic(&self) -> String {
        self.store.clinic().to_owned()
    }

    pub(crate) fn store(&self) -> &Store {
        &self.store
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

    /// Marks the unit as broken until [`Unit::step_done`]: a step that fails, is refused or is
    /// cancelled half-way leaves the mark.
    pub(crate) fn step(&mut self) -> Result<(), StoreError> {
        if self.broken {
            return Err(StoreError::UnitBroken);
        }
        self.broken = true;
        Ok(())
    }

    pub(crate) fn step_done(&mut self) {
        self.broken = false;
    }

    /// Keeps the change. Each entry version written becomes one row of the audit log; a unit that wrote
    /// none becomes one row. Returns the new head of the log.
    ///
    /// # Errors
    /// [`StoreError::UnitBroken`] after a failed step; [`StoreError::Full`] and others when it cannot be
    /// written. Nothing of the change is kept then.
    pub async fn commit(mut self, audit: Audit) -> Result<AuditHead, StoreError> {
        if self.broken {
            return Err(StoreError::UnitBroken);
        }
        let clinic = self.clinic();
        self.search.write(&mut self.tx, &clinic).await?;
        let mut head = audit::head(&mut self.tx, &clinic).await?;
        let plain = AuditEntry::new(&self.actor, self.at_us, &audit);
        let mut entries = Vec::with_capacity(self.touched.len().max(1));
        for touched in &self.touched {
            entries.push(AuditEntry {
                patient_id: Some(touched.patient_id.to_string()),
                object_type: Some(touched.noun.name().to_owned()),
                object_id: Some(touched.id.to_string()),
                object_version: Some(touched.version),
                content_hash: Some(touched.content_hash.to_vec()),
                reason: touched.reason.clone().or_else(|| plain.reason.clone()),
                ..plain.clone()
            });
        }
        if entries.is_empty() {
            entries.push(plain);
        }
        for entry in entries {
            head = audit::append(&mut self.tx, &clinic, self.store.audit_key(), head, entry).await?;
        }
        self.tx.commit().await?;
        Ok(head)
    }
}
