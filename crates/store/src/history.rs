//! Reading facts: what stands now, one entry, and every version it ever had.

use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, Row};
use uuid::Uuid;

use crate::error::StoreError;
use crate::journal::{Entry, Kind, Status, Version, parse_id, status_of};
use crate::noun::{Noun, table};
use crate::store::Store;

/// A version together with the entry it belongs to.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    /// The entry.
    pub id: Uuid,
    /// Its noun.
    pub noun: Noun,
    /// Whether the entry stands today.
    pub status: Status,
    /// The version.
    pub version: Version,
}

fn version_of(row: &SqliteRow) -> Result<Version, StoreError> {
    let kind: String = row.try_get("kind")?;
    let content: String = row.try_get("content")?;
    Ok(Version {
        version: row.try_get("version")?,
        kind: match kind.as_str() {
            "record" => Kind::Record,
            "amend" => Kind::Amend,
            "retract" => Kind::Retract,
            _ => return Err(StoreError::Unreadable),
        },
        reason: row.try_get("reason")?,
        told_by: row.try_get("told_by")?,
        recorded_by: row.try_get("recorded_by")?,
        recorded_at_us: row.try_get("recorded_at_us")?,
        content: serde_json::from_str(&content).map_err(|_| StoreError::Unreadable)?,
    })
}

fn entry_of(row: &SqliteRow, noun: Noun) -> Result<Entry, StoreError> {
    let id: String = row.try_get("id")?;
    let patient_id: String = row.try_get("patient_id")?;
    let status: String = row.try_get("status")?;
    Ok(Entry {
        id: parse_id(&id)?,
        noun,
        patient_id: parse_id(&patient_id)?,
        status: status_of(&status),
        current: version_of(row)?,
    })
}

const VERSION_COLUMNS: &str =
    "v.version, v.kind, v.reason, v.told_by, v.recorded_by, v.recorded_at_us, v.content";

impl Store {
    /// The facts of one noun about a person that stand, in the order they were first recorded.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn current(&self, noun: Noun, patient: Uuid) -> Result<Vec<Entry>, StoreError> {
        let sql = format!(
            "SELECT e.id, e.patient_id, e.status, {VERSION_COLUMNS}
             FROM entry e JOIN {} v
                ON v.clinic_id = e.clinic_id AND v.id = e.id AND v.version = e.current_version
             WHERE e.clinic_id = $1 AND e.patient_id = $2 AND e.noun = $3 AND e.status = 'active'
             ORDER BY e.id",
            table(noun)
        );
        let rows = sqlx::query(AssertSqlSafe(sql))
            .bind(self.clinic())
            .bind(patient.to_string())
            .bind(noun.name())
            .fetch_all(self.readers())
            .await?;
        rows.iter().map(|row| entry_of(row, noun)).collect()
    }

    /// An entry with the version that counts now, also when it was entered in error.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn get(&self, id: Uuid) -> Result<Entry, StoreError> {
        let noun = self.noun_of(id).await?;
        let sql = format!(
            "SELECT e.id, e.patient_id, e.status, {VERSION_COLUMNS}
             FROM entry e JOIN {} v
                ON v.clinic_id = e.clinic_id AND v.id = e.id AND v.version = e.current_version
             WHERE e.clinic_id = $1 AND e.id = $2",
            table(noun)
        );
        let row = sqlx::query(AssertSqlSafe(sql))
            .bind(self.clinic())
            .bind(id.to_string())
            .fetch_one(self.readers())
            .await?;
        entry_of(&row, noun)
    }

    /// Every version of an entry, oldest first.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn history(&self, id: Uuid) -> Result<Vec<Version>, StoreError> {
        let noun = self.noun_of(id).await?;
        let sql = format!(
            "SELECT {VERSION_COLUMNS} FROM {} v WHERE v.clinic_id = $1 AND v.id = $2 ORDER BY v.version",
            table(noun)
        );
        let rows = sqlx::query(AssertSqlSafe(sql))
            .bind(self.clinic())
            .bind(id.to_string())
            .fetch_all(self.readers())
            .await?;
        rows.iter().map(version_of).collect()
    }

    /// Every version of every fact about a person, newest first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn changes(&self, patient: Uuid) -> Result<Vec<Recorded>, StoreError> {
        let mut found = Vec::new();
        for noun in Noun::ALL {
            let sql = format!(
                "SELECT e.id, e.status, {VERSION_COLUMNS}
                 FROM {} v JOIN entry e ON e.clinic_id = v.clinic_id AND e.id = v.id
                 WHERE v.clinic_id = $1 AND v.patient_id = $2",
                table(noun)
            );
            let rows = sqlx::query(AssertSqlSafe(sql))
                .bind(self.clinic())
                .bind(patient.to_string())
                .fetch_all(self.readers())
                .await?;
            for row in &rows {
                let id: String = row.try_get("id")?;
                let status: String = row.try_get("status")?;
                found.push(Recorded {
                    id: parse_id(&id)?,
                    noun,
                    status: status_of(&status),
                    version: version_of(row)?,
                });
            }
        }
        found.sort_by_key(|one| std::cmp::Reverse((one.version.recorded_at_us, one.id, one.version.version)));
        Ok(found)
    }

    async fn noun_of(&self, id: Uuid) -> Result<Noun, StoreError> {
        let name: Option<String> =
            sqlx::query_scalar("SELECT noun FROM entry WHERE clinic_id = $1 AND id = $2")
                .bind(self.clinic())
                .bind(id.to_string())
                .fetch_optional(self.readers())
                .await?;
        Noun::from_name(&name.ok_or(StoreError::NotFound)?).ok_or(StoreError::Unreadable)
    }
}
