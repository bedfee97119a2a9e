//! The one way by which facts of every noun are written, changed and taken back.
//!
//! A version is never touched again. Which version counts is told by its number; what stands now is derived from it in the
//! nouns' own tables and in those of the search, in the same transaction.

use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::audit::Audit;
use crate::bulk;
use crate::derived::Placed;
use crate::error::StoreError;
use crate::history::OF_ENTRY;
use crate::noun::{Noun, Row, columns};
use crate::request::asked;
use crate::unit::{Touched, Unit};
use crate::version::{Change, Kind, Receipt, Status, Told, Written};

/// Shortest reason that counts, in characters.
const REASON: usize = 3;

const COLUMNS: [&str; 12] = [
    "clinic_id",
    "patient_id",
    "noun",
    "id",
    "number",
    "kind",
    "reason",
    "told_by",
    "recorded_by",
    "recorded_at_us",
    "content",
    "hash",
];

/// A fact that comes in with many others and was not asked for by a request of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadedFact {
    /// The person it is about; for a patient the same as `id`.
    pub patient: Uuid,
    /// Its id, which no entry has yet.
    pub id: Uuid,
    /// Code of who said it; none where that is not told.
    pub told_by: Option<String>,
    /// The noun, the typed columns, the whole fact and its words.
    pub row: Row,
}

/// A version on its way into the table.
struct Next<'a> {
    noun: Noun,
    patient: Uuid,
    id: Uuid,
    number: i64,
    kind: Kind,
    reason: Option<&'a str>,
    told_by: Option<&'a str>,
    content: String,
}

/// The version of an entry that counts.
struct Head {
    noun: Noun,
    patient: Uuid,
    number: i64,
    status: Status,
    content: String,
}

fn check_columns(row: &Row) -> Result<(), StoreError> {
    let known = columns(row.noun);
    match row.cells.iter().find(|(column, _)| !known.contains(column)) {
        Some((column, _)) => Err(StoreError::UnknownColumn {
            noun: row.noun.name(),
            column,
        }),
        None => Ok(()),
    }
}

impl Unit {
    /// Writes a new fact about `patient` under a new id. For a patient both ids are the same.
    ///
    /// # Errors
    /// [`StoreError::IdTaken`], [`StoreError::RequestReused`], [`StoreError::UnknownColumn`], or
    /// [`StoreError::NotFound`] when the patient does not exist.
    pub async fn record(
        &mut self,
        change: &Change,
        patient: Uuid,
        id: Uuid,
        row: &Row,
    ) -> Result<Receipt, StoreError> {
        self.step()?;
        check_columns(row)?;
        let content = row.content.to_string();
        let asked = asked(Kind::Record, row.noun.name(), id, 0, change, &content);
        let saved = match self.answered(change, asked).await? {
            Some(before) => before,
            None => {
                if patient != id {
                    self.stands(patient).await?;
                }
                let next = Next {
                    noun: row.noun,
                    patient,
                    id,
                    number: 1,
                    kind: Kind::Record,
                    reason: change.reason.as_deref(),
                    told_by: change.told_by.as_deref(),
                    content,
                };
                let saved = match self.write(change, asked, next, Some(row)).await {
                    // The table lets no first version in where there is one.
                    Err(StoreError::AppendOnly) => return Err(StoreError::IdTaken),
                    other => other?,
                };
                if row.noun == Noun::Patient {
                    self.know(Some(id));
                }
                saved
            }
        };
        self.step_done();
        Ok(saved)
    }

    /// Writes many new facts. A patient stands before what is told of them, here or in an earlier call. `audit` is what
    /// the log says of each.
    ///
    /// # Errors
    /// [`StoreError::UnknownColumn`]; [`StoreError::AppendOnly`] where an id is taken or a patient is not there.
    pub async fn load(&mut self, audit: &Audit, facts: &[LoadedFact]) -> Result<(), StoreError> {
        self.step()?;
        let mut versions = Vec::with_capacity(facts.len());
        for fact in facts {
            check_columns(&fact.row)?;
            versions.push(Next {
                noun: fact.row.noun,
                patient: fact.patient,
                id: fact.id,
                number: 1,
                kind: Kind::Record,
                reason: None,
                told_by: fact.told_by.as_deref(),
                content: fact.row.content.to_string(),
            });
        }
        self.add_versions(&versions).await?;
        drop(versions);
        let placed: Vec<Placed<'_>> = facts
            .iter()
            .map(|fact| Placed {
                patient: fact.patient,
                id: fact.id,
                number: 1,
                row: &fact.row,
            })
            .collect();
        self.derive(&placed).await?;
        self.log(audit).await?;
        self.step_done();
        Ok(())
    }

    /// Makes sure that there is such a patient and that the record stands.
    async fn stands(&mut self, patient: Uuid) -> Result<(), StoreError> {
        if self.knows(patient) {
            return Ok(());
        }
        match self.head(patient).await? {
            Some(head) if head.noun != Noun::Patient => Err(StoreError::NotFound),
            None => Err(StoreError::NotFound),
            Some(head) if head.status == Status::EnteredInError => Err(StoreError::Retracted),
            Some(_) => {
                self.know(Some(patient));
                Ok(())
            }
        }
    }

    /// Makes sure that there is such a patient, whether the record stands or not.
    pub(crate) async fn is_patient(&mut self, id: Uuid) -> Result<(), StoreError> {
        match self.head(id).await? {
            Some(head) if head.noun == Noun::Patient => Ok(()),
            _ => Err(StoreError::NotFound),
        }
    }

    /// Writes a changed fact as the version after `base_version`, the version the person was looking at.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when another version counts by now, [`StoreError::ReasonMissing`],
    /// [`StoreError::Retracted`], [`StoreError::NotFound`], [`StoreError::WrongNoun`].
    pub async fn amend(
        &mut self,
        change: &Change,
        id: Uuid,
        base_version: i64,
        row: &Row,
    ) -> Result<Receipt, StoreError> {
        self.say_again(Kind::Amend, change, id, base_version, row).await
    }

    /// Puts back an entry that was marked as entered in error: the fact stands again as it stood, under a version of its own.
    /// `row` is that fact.
    ///
    /// # Errors
    /// As for [`Unit::amend`]; [`StoreError::Stands`] where the entry was never taken back, [`StoreError::Retracted`] where
    /// the patient was.
    pub async fn reinstate(
        &mut self,
        change: &Change,
        id: Uuid,
        base_version: i64,
        row: &Row,
    ) -> Result<Receipt, StoreError> {
        self.say_again(Kind::Reinstate, change, id, base_version, row)
            .await
    }

    async fn say_again(
        &mut self,
        kind: Kind,
        change: &Change,
        id: Uuid,
        base_version: i64,
        row: &Row,
    ) -> Result<Receipt, StoreError> {
        self.step()?;
        check_columns(row)?;
        let content = row.content.to_string();
        let asked = asked(kind, row.noun.name(), id, base_version, change, &content);
        let saved = match self.answered(change, asked).await? {
            Some(before) => before,
            None => {
                let head = self.follows(change, id, base_version, kind).await?;
                if head.noun != row.noun {
                    return Err(StoreError::WrongNoun);
                }
                if kind == Kind::Reinstate && head.patient != id {
                    self.stands(head.patient).await?;
                }
                let next = Next {
                    noun: row.noun,
                    patient: head.patient,
                    id,
                    number: base_version + 1,
                    kind,
                    reason: change.reason.as_deref(),
                    told_by: change.told_by.as_deref(),
                    content,
                };
                self.write(change, asked, next, Some(row)).await?
            }
        };
        self.step_done();
        Ok(saved)
    }

    /// Marks an entry as entered in error. It leaves the lists and stays in the history.
    ///
    /// # Errors
    /// As for [`Unit::amend`].
    pub async fn retract(
        &mut self,
        change: &Change,
        id: Uuid,
        base_version: i64,
    ) -> Result<Receipt, StoreError> {
        self.step()?;
        let asked = asked(Kind::Retract, "", id, base_version, change, "");
        let saved = match self.answered(change, asked).await? {
            Some(before) => before,
            None => {
                let head = self.follows(change, id, base_version, Kind::Retract).await?;
                self.know(None);
                let next = Next {
                    noun: head.noun,
                    patient: head.patient,
                    id,
                    number: base_version + 1,
                    kind: Kind::Retract,
                    reason: change.reason.as_deref(),
                    told_by: change.told_by.as_deref(),
                    content: head.content,
                };
                self.write(change, asked, next, None).await?
            }
        };
        self.step_done();
        Ok(saved)
    }

    async fn head(&mut self, id: Uuid) -> Result<Option<Head>, StoreError> {
        let clinic = self.clinic();
        let sql = format!(
            "SELECT v.noun, v.patient_id, v.number, v.kind, v.content FROM version v WHERE v.clinic_id = $1 AND {OF_ENTRY}
             ORDER BY v.number DESC LIMIT 1"
        );
        let row: Option<(String, Uuid, i64, String, String)> = sqlx::query_as(AssertSqlSafe(sql))
            .bind(clinic)
            .bind(id)
            .fetch_optional(self.conn())
            .await?;
        row.map(|(noun, patient, number, kind, content)| {
            Ok(Head {
                noun: Noun::from_name(&noun).ok_or(StoreError::Unreadable)?,
                patient,
                number,
                status: Kind::from_name(&kind).ok_or(StoreError::Unreadable)?.leads_to(),
                content,
            })
        })
        .transpose()
    }

    /// The version that counts, where a change of that kind may follow it and it is the one that was looked at.
    async fn follows(
        &mut self,
        change: &Change,
        id: Uuid,
        base_version: i64,
        kind: Kind,
    ) -> Result<Head, StoreError> {
        if change
            .reason
            .as_deref()
            .is_none_or(|reason| reason.trim().chars().count() < REASON)
        {
            return Err(StoreError::ReasonMissing);
        }
        let head = self.head(id).await?.ok_or(StoreError::NotFound)?;
        match (kind, head.status) {
            (Kind::Reinstate, Status::Active) => return Err(StoreError::Stands),
            (Kind::Reinstate, Status::EnteredInError) | (_, Status::Active) => {}
            (_, Status::EnteredInError) => return Err(StoreError::Retracted),
        }
        if head.number != base_version {
            return Err(StoreError::Conflict {
                current_version: head.number,
            });
        }
        Ok(head)
    }

    /// Writes a version and what is derived from it; `row` is the fact where it stands from now on.
    async fn write(
        &mut self,
        change: &Change,
        asked: [u8; 32],
        next: Next<'_>,
        row: Option<&Row>,
    ) -> Result<Receipt, StoreError> {
        let (noun, patient, id, number) = (next.noun, next.patient, next.id, next.number);
        let written = self.add_versions(&[next]).await?;
        if number > 1 {
            self.underive(noun, patient, id).await?;
        }
        if let Some(row) = row {
            self.derive(&[Placed {
                patient,
                id,
                number,
                row,
            }])
            .await?;
        }
        let written = written.first().ok_or(StoreError::Unreadable)?;
        self.claim(change, asked, written).await?;
        Ok(Receipt {
            id,
            version: number,
            content_hash: written.hash,
            repeated: false,
        })
    }

    /// Adds versions and notes them for the log.
    async fn add_versions(&mut self, versions: &[Next<'_>]) -> Result<Vec<Written>, StoreError> {
        let (clinic, actor, at_us) = (self.clinic(), self.actor().id.clone(), self.at_us());
        let mut written = Vec::with_capacity(versions.len());
        for next in versions {
            let hash = Told {
                noun: next.noun.name(),
                patient: next.patient,
                id: next.id,
                number: next.number,
                kind: next.kind.name(),
                reason: next.reason,
                told_by: next.told_by,
                recorded_by: &actor,
                recorded_at_us: at_us,
                content: &next.content,
            }
            .hash();
            written.push(Written {
                id: next.id,
                number: next.number,
                hash,
            });
        }
        let rows: Vec<_> = versions.iter().zip(&written).collect();
        bulk::insert(
            self.conn(),
            "version",
            &COLUMNS,
            "",
            &rows,
            |query, (next, written)| {
                query
                    .bind(clinic)
                    .bind(next.patient)
                    .bind(next.noun.name())
                    .bind(next.id)
                    .bind(next.number)
                    .bind(next.kind.name())
                    .bind(next.reason.map(str::to_owned))
                    .bind(next.told_by.map(str::to_owned))
                    .bind(actor.clone())
                    .bind(at_us)
                    .bind(next.content.clone())
                    .bind(written.hash.to_vec())
            },
        )
        .await?;
        for (next, written) in versions.iter().zip(&written) {
            self.touch(Touched {
                noun: next.noun,
                id: next.id,
                patient_id: next.patient,
                version: next.number,
                content_hash: written.hash,
                reason: next.reason.map(str::to_owned),
            });
        }
        Ok(written)
    }
}
