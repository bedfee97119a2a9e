//! Reading across patients by time: who was treated lately, by what, and on which days they were seen since. Only the
//! typed dates narrow it down; what is due is told by the rule, not here.

use std::collections::HashMap;

use serde_json::Value;
use sqlx::{AssertSqlSafe, Row};
use uuid::Uuid;

use crate::error::StoreError;
use crate::journal::parse_id;
use crate::noun::Noun;
use crate::patients::{PatientHit, hit_of};
use crate::store::Store;

/// A person who was treated lately.
#[derive(Debug, Clone, PartialEq)]
pub struct Treated {
    /// The person.
    pub hit: PatientHit,
    /// Operations and treatments since then, as recorded.
    pub indices: Vec<(Uuid, Value)>,
    /// Dates of scores and askings since then, as given.
    pub seen: Vec<String>,
}

/// People treated since a day, and whether there are more than were asked for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TreatedList {
    /// The people, whoever was treated last first.
    pub people: Vec<Treated>,
    /// There are more.
    pub more: bool,
}

/// The facts of one noun that stand and whose date may lie on or after `$2`.
fn since(noun: Noun, columns: &str) -> String {
    format!(
        "SELECT {columns} FROM {name} v JOIN entry e
            ON e.clinic_id = v.clinic_id AND e.id = v.id AND e.current_version = v.version
         WHERE v.clinic_id = $1 AND v.when_to >= $2 AND e.status = 'active'",
        name = noun.name()
    )
}

impl Store {
    /// The people with an operation or a treatment that may lie on or after `day` (an ISO date), at most `limit` of them.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn treated_since(&self, day: &str, limit: u32) -> Result<TreatedList, StoreError> {
        let newest = format!(
            "SELECT h.*, n.latest FROM (
                SELECT patient_id, max(when_to) AS latest FROM ({} UNION ALL {}) GROUP BY patient_id
             ) n JOIN patient_head h ON h.clinic_id = $1 AND h.patient_id = n.patient_id
             ORDER BY n.latest DESC, h.sort_key, h.patient_id LIMIT $3",
            since(Noun::Surgery, "v.patient_id, v.when_to"),
            since(Noun::Treatment, "v.patient_id, v.when_to"),
        );
        let rows = sqlx::query(AssertSqlSafe(newest))
            .bind(self.clinic())
            .bind(day.to_owned())
            .bind(i64::from(limit) + 1)
            .fetch_all(self.readers())
            .await?;
        let more = rows.len() > limit as usize;
        let mut people = Vec::new();
        let mut places: HashMap<Uuid, usize> = HashMap::new();
        for row in rows.iter().take(limit as usize) {
            let hit = hit_of(row)?;
            places.insert(hit.id, people.len());
            people.push(Treated {
                hit,
                indices: Vec::new(),
                seen: Vec::new(),
            });
        }
        for noun in [Noun::Surgery, Noun::Treatment] {
            let sql = since(noun, "v.patient_id, v.id, v.content");
            for row in self.rows_since(sql, day).await? {
                let (patient, id): (String, String) = (row.try_get("patient_id")?, row.try_get("id")?);
                let place = places.get(&parse_id(&patient)?);
                if let Some(person) = place.and_then(|place| people.get_mut(*place)) {
                    let content: String = row.try_get("content")?;
                    let content = serde_json::from_str(&content).map_err(|_| StoreError::Unreadable)?;
                    person.indices.push((parse_id(&id)?, content));
                }
            }
        }
        for noun in [Noun::Score, Noun::Flag] {
            let sql = since(noun, "DISTINCT v.patient_id, v.when_text");
            for row in self.rows_since(sql, day).await? {
                let patient: String = row.try_get("patient_id")?;
                let place = places.get(&parse_id(&patient)?);
                if let Some(person) = place.and_then(|place| people.get_mut(*place)) {
                    person.seen.push(row.try_get("when_text")?);
                }
            }
        }
        Ok(TreatedList { people, more })
    }

    async fn rows_since(&self, sql: String, day: &str) -> Result<Vec<sqlx::sqlite::SqliteRow>, StoreError> {
        Ok(sqlx::query(AssertSqlSafe(sql))
            .bind(self.clinic())
            .bind(day.to_owned())
            .fetch_all(self.readers())
            .await?)
    }
}
