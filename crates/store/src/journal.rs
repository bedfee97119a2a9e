//! The one way by which facts of every noun are written, changed and taken back.
//!
//! A version is never touched again. `entry` holds which version counts; the noun's table holds them all.

use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::error::StoreError;
use crate::index;
use crate::noun::{Cell, Noun, Row, columns, table};
use crate::request::{Claim, Written, asked};
use crate::unit::{Touched, Unit};
use crate::version::{Change, Kind, Saved, Status, parse_id, status_of};

/// Shortest reason that counts, in characters.
const REASON: usize = 3;

struct Head {
    noun: Noun,
    patient_id: Uuid,
    current_version: i64,
    status: Status,
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
    ) -> Result<Saved, StoreError> {
        self.step()?;
        check_columns(row)?;
        let content = row.content.to_string();
        let asked = asked(Kind::Record, row.noun.name(), id, 0, change, &content);
        let place = (row.noun, id, 1);
        let saved = match self.claim(change, asked, Kind::Record, place, &content).await? {
            Claim::Before(saved) => saved,
            Claim::New(written) => {
                if patient != id {
                    self.stands(patient).await?;
                }
                self.add_entry(row.noun, id, patient).await?;
                self.write(change, Kind::Record, patient, row, &content, written)
                    .await?
            }
        };
        self.step_done();
        Ok(saved)
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

    async fn add_entry(&mut self, noun: Noun, id: Uuid, patient: Uuid) -> Result<(), StoreError> {
        let done = sqlx::query(
            "INSERT INTO entry (clinic_id, id, noun, patient_id, current_version, status)
             VALUES ($1, $2, $3, $4, 1, 'active')",
        )
        .bind(self.clinic())
        .bind(id.to_string())
        .bind(noun.name())
        .bind(patient.to_string())
        .execute(self.conn())
        .await
        .map_err(StoreError::from);
        match done {
            // The table lets no first version in where there is one.
            Err(StoreError::AppendOnly) => return Err(StoreError::IdTaken),
            other => other?,
        };
        if noun == Noun::Patient {
            self.know(Some(id));
        }
        Ok(())
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
    ) -> Result<Saved, StoreError> {
        self.step()?;
        check_columns(row)?;
        let content = row.content.to_string();
        let asked = asked(Kind::Amend, row.noun.name(), id, base_version, change, &content);
        let place = (row.noun, id, base_version + 1);
        let saved = match self.claim(change, asked, Kind::Amend, place, &content).await? {
            Claim::Before(saved) => saved,
            Claim::New(written) => {
                let head = self.advance(change, id, base_version, Kind::Amend).await?;
                if head.noun != row.noun {
                    return Err(StoreError::WrongNoun);
                }
                self.write(change, Kind::Amend, head.patient_id, row, &content, written)
                    .await?
            }
        };
        self.step_done();
        Ok(saved)
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
    ) -> Result<Saved, StoreError> {
        self.step()?;
        check_columns(row)?;
        let content = row.content.to_string();
        let asked = asked(
            Kind::Reinstate,
            row.noun.name(),
            id,
            base_version,
            change,
            &content,
        );
        let place = (row.noun, id, base_version + 1);
        let saved = match self
            .claim(change, asked, Kind::Reinstate, place, &content)
            .await?
        {
            Claim::Before(saved) => saved,
            Claim::New(written) => {
                let head = self.advance(change, id, base_version, Kind::Reinstate).await?;
                if head.noun != row.noun {
                    return Err(StoreError::WrongNoun);
                }
                if head.patient_id != id {
                    self.stands(head.patient_id).await?;
                }
                self.write(change, Kind::Reinstate, head.patient_id, row, &content, written)
                    .await?
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
    ) -> Result<Saved, StoreError> {
        self.step()?;
        let asked = asked(Kind::Retract, "", id, base_version, change, "");
        let saved = match self.answered(change, asked).await? {
            Some(saved) => saved,
            None => {
                let head = self.advance(change, id, base_version, Kind::Retract).await?;
                let content = self.copy_version(change, &head, id, base_version).await?;
                index::remove(self, id, head.patient_id, head.noun).await?;
                self.know(None);
                let place = (head.noun, id, base_version + 1);
                match self.claim(change, asked, Kind::Retract, place, &content).await? {
                    Claim::New(written) => self.wrote(change, head.patient_id, written),
                    Claim::Before(saved) => saved,
                }
            }
        };
        self.step_done();
        Ok(saved)
    }

    async fn head(&mut self, id: Uuid) -> Result<Option<Head>, StoreError> {
        let clinic = self.clinic();
        let row: Option<(String, String, i64, String)> = sqlx::query_as(
            "SELECT noun, patient_id, current_version, status FROM entry WHERE clinic_id = $1 AND id = $2",
        )
        .bind(clinic)
        .bind(id.to_string())
        .fetch_optional(self.conn())
        .await?;
        row.map(|(noun, patient_id, current_version, status)| {
            Ok(Head {
                noun: Noun::from_name(&noun).ok_or(StoreError::Unreadable)?,
                patient_id: parse_id(&patient_id)?,
                current_version,
                status: status_of(&status),
            })
        })
        .transpose()
    }

    /// Moves the head on from `base_version` by a change of that kind, or says why not.
    async fn advance(
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
        let clinic = self.clinic();
        let word = match kind {
            Kind::Retract => "entered_in_error",
            Kind::Record | Kind::Amend | Kind::Reinstate => "active",
        };
        let done = sqlx::query(
            "UPDATE entry SET current_version = current_version + 1, status = $1
             WHERE clinic_id = $2 AND id = $3 AND current_version = $4",
        )
        .bind(word)
        .bind(clinic)
        .bind(id.to_string())
        .bind(base_version)
        .execute(self.conn())
        .await?;
        if done.rows_affected() == 0 {
            return Err(StoreError::Conflict {
                current_version: head.current_version,
            });
        }
        Ok(head)
    }

    async fn write(
        &mut self,
        change: &Change,
        kind: Kind,
        patient: Uuid,
        row: &Row,
        content: &str,
        written: Written,
    ) -> Result<Saved, StoreError> {
        let (id, version) = (written.id, written.version);
        let columns = columns(row.noun);
        let places: Vec<String> = (1..=10 + columns.len()).map(|n| format!("${n}")).collect();
        let sql = format!(
            "INSERT INTO {} (clinic_id, id, version, patient_id, kind, reason, told_by, recorded_by,
                recorded_at_us, content, {}) VALUES ({})",
            table(row.noun),
            columns.join(", "),
            places.join(", "),
        );
        let mut query = sqlx::query(AssertSqlSafe(sql))
            .bind(self.clinic())
            .bind(id.to_string())
            .bind(version)
            .bind(patient.to_string())
            .bind(kind.name())
            .bind(change.reason.clone())
            .bind(change.told_by.clone())
            .bind(self.actor().id.clone())
            .bind(self.at_us())
            .bind(content.to_owned());
        for column in columns {
            query = match row.cell(column) {
                Cell::Null => query.bind(None::<String>),
                Cell::Text(text) => query.bind(text.clone()),
                Cell::Int(number) => query.bind(*number),
                Cell::Real(number) => query.bind(*number),
                Cell::Bool(yes) => query.bind(i64::from(*yes)),
                Cell::Json(value) => query.bind(value.to_string()),
            };
        }
        query.execute(self.conn()).await?;
        if version > 1 {
            index::remove(self, id, patient, row.noun).await?;
        }
        index::add(self, id, patient, row).await?;
        Ok(self.wrote(change, patient, written))
    }

    /// Adds the retracting version: the last content again, under the new kind and reason.
    async fn copy_version(
        &mut self,
        change: &Change,
        head: &Head,
        id: Uuid,
        base: i64,
    ) -> Result<String, StoreError> {
        let table = table(head.noun);
        let columns = columns(head.noun).join(", ");
        let sql = format!(
            "INSERT INTO {table} (clinic_id, id, version, patient_id, kind, reason, told_by, recorded_by,
                recorded_at_us, content, {columns})
             SELECT clinic_id, id, version + 1, patient_id, 'retract', $1, $2, $3, $4, content, {columns}
             FROM {table} WHERE clinic_id = $5 AND id = $6 AND version = $7
             RETURNING content"
        );
        let clinic = self.clinic();
        let (actor, at_us) = (self.actor().id.clone(), self.at_us());
        let content: String = sqlx::query_scalar(AssertSqlSafe(sql))
            .bind(change.reason.clone())
            .bind(change.told_by.clone())
            .bind(actor)
            .bind(at_us)
            .bind(clinic)
            .bind(id.to_string())
            .bind(base)
            .fetch_one(self.conn())
            .await?;
        Ok(content)
    }

    /// Notes what was written for the log.
    fn wrote(&mut self, change: &Change, patient_id: Uuid, written: Written) -> Saved {
        let Written {
            noun,
            id,
            version,
            content_hash,
        } = written;
        self.touch(Touched {
            noun,
            id,
            patient_id,
            version,
            content_hash,
            reason: change.reason.clone(),
        });
        Saved {
            id,
            version,
            content_hash,
            repeated: false,
        }
    }
}
