//! What is not part of the record: text not yet saved.
//!
//! A draft may be overwritten and thrown away; it is kept so that a crash or a lock loses nothing typed.
//! That is why saving one needs no unit and leaves no row in the audit log.

use serde_json::Value;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;
use uuid::Uuid;

use crate::error::StoreError;
use crate::store::Store;
use crate::unit::Unit;

/// Something typed and not yet saved, or the text of a save that came second.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Id of the draft.
    pub id: Uuid,
    /// The person it is about, when that is known.
    pub patient_id: Option<Uuid>,
    /// Which form it belongs to, usually the name of a noun.
    pub noun: String,
    /// The entry it changes, if it does.
    pub entry_id: Option<Uuid>,
    /// The version of that entry the person was looking at.
    pub base_version: Option<i64>,
    /// Who typed it, by the name under which the system knows them.
    pub author_id: String,
    /// What was typed, by field, as the form has it.
    pub content: Value,
    /// When it was last kept, in microseconds since 1970-01-01 UTC.
    pub updated_at_us: i64,
}

fn draft_of(row: &SqliteRow) -> Result<Draft, StoreError> {
    let content: String = row.try_get("content")?;
    Ok(Draft {
        id: row.try_get("id")?,
        patient_id: row.try_get("patient_id")?,
        noun: row.try_get("noun")?,
        entry_id: row.try_get("entry_id")?,
        base_version: row.try_get("base_version")?,
        author_id: row.try_get("author_id")?,
        content: serde_json::from_str(&content).map_err(|_| StoreError::Unreadable)?,
        updated_at_us: row.try_get("updated_at_us")?,
    })
}

impl Store {
    /// Keeps a draft, in place of an earlier one with the same id.
    ///
    /// # Errors
    /// When it cannot be written.
    pub async fn save_draft(&self, draft: &Draft) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO draft (clinic_id, id, patient_id, noun, entry_id, base_version, author_id, content,
                updated_at_us)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             ON CONFLICT (clinic_id, id) DO UPDATE SET patient_id = $3, noun = $4, entry_id = $5,
                base_version = $6, author_id = $7, content = $8, updated_at_us = $9",
        )
        .bind(self.clinic())
        .bind(draft.id)
        .bind(draft.patient_id)
        .bind(&draft.noun)
        .bind(draft.entry_id)
        .bind(draft.base_version)
        .bind(&draft.author_id)
        .bind(draft.content.to_string())
        .bind(draft.updated_at_us)
        .execute(&mut *self.write_conn().await?)
        .await?;
        Ok(())
    }

    /// The drafts of one author, newest first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn drafts(&self, author_id: &str) -> Result<Vec<Draft>, StoreError> {
        let rows = sqlx::query(
            "SELECT * FROM draft WHERE clinic_id = $1 AND author_id = $2 ORDER BY updated_at_us DESC, id",
        )
        .bind(self.clinic())
        .bind(author_id)
        .fetch_all(self.readers())
        .await?;
        rows.iter().map(draft_of).collect()
    }

    /// Hands over what one person left to another: their drafts, and whom they opened last. For somebody who gets another name.
    ///
    /// # Errors
    /// When it cannot be written.
    pub async fn hand_over(&self, from: &str, to: &str) -> Result<(), StoreError> {
        let mut conn = self.write_conn().await?;
        for change in [
            "UPDATE draft SET author_id = $3 WHERE clinic_id = $1 AND author_id = $2",
            "UPDATE OR IGNORE patient_opened SET actor_id = $3 WHERE clinic_id = $1 AND actor_id = $2",
        ] {
            sqlx::query(change)
                .bind(self.clinic())
                .bind(from)
                .bind(to)
                .execute(&mut *conn)
                .await?;
        }
        Ok(())
    }

    /// Throws a draft away. Not an error when there is none.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub async fn discard_draft(&self, id: Uuid) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM draft WHERE clinic_id = $1 AND id = $2")
            .bind(self.clinic())
            .bind(id)
            .execute(&mut *self.write_conn().await?)
            .await?;
        Ok(())
    }
}

impl Unit {
    /// Throws a draft away together with the save that takes its place.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub async fn discard_draft(&mut self, id: Uuid) -> Result<(), StoreError> {
        self.step_aside()?;
        let clinic = self.clinic();
        sqlx::query("DELETE FROM draft WHERE clinic_id = $1 AND id = $2")
            .bind(clinic)
            .bind(id)
            .execute(self.conn())
            .await?;
        self.step_done();
        Ok(())
    }
}
