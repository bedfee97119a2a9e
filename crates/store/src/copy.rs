//! A copy of the whole record in one file, made while it is in use, and the proof that a file is such a copy.
//!
//! The log tells whether a copy is what the record was: its newest row has to stand in the record's own log, and what the log
//! says was written up to there has to be in the copy, noun by noun.

use std::collections::BTreeMap;
use std::path::Path;

use sqlx::{Connection, SqliteConnection};
use uuid::Uuid;

use crate::audit::{self, AuditHead};
use crate::engine::proof;
use crate::engine::sqlite::{self, KeySlot};
use crate::engine::structure;
use crate::error::StoreError;
use crate::store::Store;

/// What a record file holds, as far as it can be told without reading all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glance {
    /// Number of the newest migration in it, from 1.
    pub schema: i64,
    /// The newest row of its log.
    pub head: AuditHead,
    /// How many versions there are of each noun's entries, by the noun's name.
    pub versions: BTreeMap<String, i64>,
    /// How many patients stand.
    pub patients: i64,
    /// When a fact was last recorded or changed, in microseconds since 1970-01-01 UTC; none in an empty record.
    pub newest_us: Option<i64>,
}

/// Looks at a record file that nobody has open, and leaves it as it is. `key` is as for [`Store::open`].
///
/// # Errors
/// As [`Store::open`].
pub async fn glance(path: &Path, key: &[u8], clinic: Uuid) -> Result<Glance, StoreError> {
    look(path, &KeySlot::new(key)?, clinic, false).await
}

/// Reads all of a record file that nobody has open: its structure, every reference in it and the seal of every page.
///
/// # Errors
/// [`StoreError::Damaged`] where any of it does not hold; otherwise as [`Store::open`].
pub(crate) async fn prove(path: &Path, key: &KeySlot, clinic: Uuid) -> Result<Glance, StoreError> {
    look(path, key, clinic, true).await
}

async fn look(path: &Path, key: &KeySlot, clinic: Uuid, wholly: bool) -> Result<Glance, StoreError> {
    let mut conn = proof::open_to_look(path, key).await?;
    let seen = async {
        if wholly {
            every_page(&mut conn).await?;
        }
        read(&mut conn, clinic).await
    }
    .await;
    conn.close().await?;
    seen
}

async fn every_page(conn: &mut SqliteConnection) -> Result<(), StoreError> {
    let holds = structure::broken(conn).await?.is_empty() && structure::unsealed(conn).await?.is_empty();
    holds.then_some(()).ok_or(StoreError::Damaged)
}

async fn read(conn: &mut SqliteConnection, clinic: Uuid) -> Result<Glance, StoreError> {
    let schema: i64 = sqlx::query_scalar("PRAGMA user_version")
        .fetch_one(&mut *conn)
        .await?;
    let versions: Vec<(String, i64)> =
        sqlx::query_as("SELECT noun, count(*) FROM version WHERE clinic_id = $1 GROUP BY noun")
            .bind(clinic)
            .fetch_all(&mut *conn)
            .await?;
    let patients = sqlx::query_scalar("SELECT count(*) FROM patient WHERE clinic_id = $1")
        .bind(clinic)
        .fetch_one(&mut *conn)
        .await?;
    let newest_us = sqlx::query_scalar(
        "SELECT at_us FROM audit WHERE clinic_id = $1 AND entry_id IS NOT NULL ORDER BY seq DESC LIMIT 1",
    )
    .bind(clinic)
    .fetch_optional(&mut *conn)
    .await?;
    Ok(Glance {
        schema,
        head: audit::head(conn, clinic).await?,
        versions: versions.into_iter().collect(),
        patients,
        newest_us,
    })
}

impl Store {
    /// Writes the whole record as it stands now to one file at `place`, under the same key, and proves that it is what the
    /// record was. Nobody waits for it who reads or writes meanwhile. A file that is there has to be empty; what was written
    /// of a copy that failed stays there, for the caller to remove.
    ///
    /// # Errors
    /// [`StoreError::Full`], [`StoreError::Io`]; [`StoreError::Damaged`] for a page of the record that can't be read or a copy
    /// that does not hold; [`StoreError::CopyDiffers`].
    pub async fn copy_to(&self, place: &Path) -> Result<Glance, StoreError> {
        let before = self.head().await?;
        sqlite::copy(self.path(), self.key(), place).await?;
        let copied = prove(place, self.key(), self.clinic()).await?;
        if copied.head.seq < before.seq || !self.was(&copied).await? {
            return Err(StoreError::CopyDiffers);
        }
        Ok(copied)
    }

    /// The newest row of the log.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub async fn head(&self) -> Result<AuditHead, StoreError> {
        let mut conn = self.readers().acquire().await?;
        audit::head(&mut conn, self.clinic()).await
    }

    /// Whether the log holds this row with this hash, and so goes on from there.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub async fn follows(&self, head: AuditHead) -> Result<bool, StoreError> {
        let hash: Option<Vec<u8>> =
            sqlx::query_scalar("SELECT hash FROM audit WHERE clinic_id = $1 AND seq = $2")
                .bind(self.clinic())
                .bind(head.seq)
                .fetch_optional(self.readers())
                .await?;
        Ok(head.seq == 0 || hash.is_some_and(|hash| hash == head.hash))
    }

    /// Whether a fact, a setting or the key file was written after this row of the log.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub async fn changed_since(&self, seq: i64) -> Result<bool, StoreError> {
        let changed = sqlx::query_scalar(
            "SELECT EXISTS (SELECT 1 FROM audit WHERE clinic_id = $1 AND seq > $2
                AND (entry_id IS NOT NULL OR object_type IN ('setting', 'key-file')))",
        )
        .bind(self.clinic())
        .bind(seq)
        .fetch_one(self.readers())
        .await?;
        Ok(changed)
    }

    /// Whether a copy is what this record was when its log ended where the copy's does.
    pub(crate) async fn was(&self, copy: &Glance) -> Result<bool, StoreError> {
        let written: Vec<(String, i64)> = sqlx::query_as(
            "SELECT object_type, count(*) FROM audit
             WHERE clinic_id = $1 AND seq <= $2 AND entry_id IS NOT NULL GROUP BY object_type",
        )
        .bind(self.clinic())
        .bind(copy.head.seq)
        .fetch_all(self.readers())
        .await?;
        let written: BTreeMap<String, i64> = written.into_iter().collect();
        Ok(self.follows(copy.head).await? && written == copy.versions)
    }
}
