//! Reading facts: what stands now, one entry, and every version it ever had.

use sqlx::AssertSqlSafe;
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

/// Stands between the fields of a packed version; nothing that is kept holds it, and the query sees to that.
const BETWEEN: &str = "\u{1f}";

/// A version with the head of its entry, packed into one text. SQLCipher locks and wipes the memory of every value that
/// is handed out, so that ten values a row cost ten times what one does.
const PACKED: &str = "e.id || $1 || e.patient_id || $1 || e.status || $1 || v.version || $1 || v.kind || $1
    || coalesce(v.told_by, '') || $1 || replace(v.recorded_by, $1, ' ') || $1 || v.recorded_at_us || $1
    || replace(coalesce(v.reason, ''), $1, ' ') || $1 || v.content";

fn unpack(packed: &str, noun: Noun) -> Result<Entry, StoreError> {
    let mut fields = packed.splitn(10, BETWEEN);
    let mut next = || fields.next().ok_or(StoreError::Unreadable);
    let given = |field: &str| (!field.is_empty()).then(|| field.to_owned());
    let number = |field: &str| field.parse().map_err(|_| StoreError::Unreadable);
    let (id, patient_id, status) = (parse_id(next()?)?, parse_id(next()?)?, status_of(next()?));
    let version = number(next()?)?;
    let kind = match next()? {
        "record" => Kind::Record,
        "amend" => Kind::Amend,
        "retract" => Kind::Retract,
        _ => return Err(StoreError::Unreadable),
    };
    let (told_by, recorded_by) = (given(next()?), next()?.to_owned());
    let recorded_at_us = number(next()?)?;
    let reason = given(next()?);
    Ok(Entry {
        id,
        noun,
        patient_id,
        status,
        current: Version {
            version,
            kind,
            reason,
            told_by,
            recorded_by,
            recorded_at_us,
            content: next()?.to_owned(),
        },
    })
}

impl Store {
    /// The facts of one noun about a person that stand, in the order they were first recorded.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn current(&self, noun: Noun, patient: Uuid) -> Result<Vec<Entry>, StoreError> {
        let sql = format!(
            "SELECT {PACKED} FROM entry e JOIN {} v
                ON v.clinic_id = e.clinic_id AND v.id = e.id AND v.version = e.current_version
             WHERE e.clinic_id = $2 AND e.patient_id = $3 AND e.noun = $4 AND e.status = 'active'
             ORDER BY e.id",
            table(noun)
        );
        let rows: Vec<String> = sqlx::query_scalar(AssertSqlSafe(sql))
            .bind(BETWEEN)
            .bind(self.clinic())
            .bind(patient.to_string())
            .bind(noun.name())
            .fetch_all(self.readers())
            .await?;
        rows.iter().map(|row| unpack(row, noun)).collect()
    }

    /// An entry with the version that counts now, also when it was entered in error.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn get(&self, id: Uuid) -> Result<Entry, StoreError> {
        let noun = self.noun_of(id).await?;
        let sql = format!(
            "SELECT {PACKED} FROM entry e JOIN {} v
                ON v.clinic_id = e.clinic_id AND v.id = e.id AND v.version = e.current_version
             WHERE e.clinic_id = $2 AND e.id = $3",
            table(noun)
        );
        let row: String = sqlx::query_scalar(AssertSqlSafe(sql))
            .bind(BETWEEN)
            .bind(self.clinic())
            .bind(id.to_string())
            .fetch_one(self.readers())
            .await?;
        unpack(&row, noun)
    }

    /// Every version of an entry, oldest first.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn history(&self, id: Uuid) -> Result<Vec<Version>, StoreError> {
        let noun = self.noun_of(id).await?;
        let sql = format!(
            "SELECT {PACKED} FROM {} v JOIN entry e ON e.clinic_id = v.clinic_id AND e.id = v.id
             WHERE v.clinic_id = $2 AND v.id = $3 ORDER BY v.version",
            table(noun)
        );
        let rows: Vec<String> = sqlx::query_scalar(AssertSqlSafe(sql))
            .bind(BETWEEN)
            .bind(self.clinic())
            .bind(id.to_string())
            .fetch_all(self.readers())
            .await?;
        rows.iter().map(|row| Ok(unpack(row, noun)?.current)).collect()
    }

    /// Every version of every fact about a person, newest first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn changes(&self, patient: Uuid) -> Result<Vec<Recorded>, StoreError> {
        let mut found = Vec::new();
        for noun in Noun::ALL {
            let sql = format!(
                "SELECT {PACKED} FROM {} v JOIN entry e ON e.clinic_id = v.clinic_id AND e.id = v.id
                 WHERE v.clinic_id = $2 AND v.patient_id = $3",
                table(noun)
            );
            let rows: Vec<String> = sqlx::query_scalar(AssertSqlSafe(sql))
                .bind(BETWEEN)
                .bind(self.clinic())
                .bind(patient.to_string())
                .fetch_all(self.readers())
                .await?;
            for row in &rows {
                let entry = unpack(row, noun)?;
                found.push(Recorded {
                    id: entry.id,
                    noun,
                    status: entry.status,
                    version: entry.current,
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
