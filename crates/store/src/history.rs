//! Reading facts: what stands now, one entry, and every version it ever had.

use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::error::StoreError;
use crate::noun::{Noun, table};
use crate::store::Store;
use crate::version::{Entry, Kind, Status, Version, parse_id, status_of};

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

/// A version with the head of its entry, packed into one text: what is plain with a stroke after each, then how many
/// characters each of the free texts has, then those texts. SQLCipher locks and wipes the memory of every value that is
/// handed out, and of what a function makes on the way, so that a list comes as one value and not as ten for each row.
const PACKED: &str =
    "e.id || '|' || e.patient_id || '|' || e.status || '|' || v.version || '|' || v.kind || '|'
    || v.recorded_at_us || '|' || length(coalesce(v.told_by, '')) || '|' || length(v.recorded_by) || '|'
    || length(coalesce(v.reason, '')) || '|' || length(v.content) || '|'
    || coalesce(v.told_by, '') || v.recorded_by || coalesce(v.reason, '') || v.content";

/// Takes the next version off the front of `packed`.
fn unpack(packed: &mut &str, noun: Noun) -> Result<Entry, StoreError> {
    let mut rest = *packed;
    let mut next = || {
        let (field, after) = rest.split_once('|').ok_or(StoreError::Unreadable)?;
        rest = after;
        Ok::<&str, StoreError>(field)
    };
    let number = |field: &str| field.parse::<i64>().map_err(|_| StoreError::Unreadable);
    let (id, patient_id, status) = (parse_id(next()?)?, parse_id(next()?)?, status_of(next()?));
    let version = number(next()?)?;
    let kind = Kind::from_name(next()?).ok_or(StoreError::Unreadable)?;
    let recorded_at_us = number(next()?)?;
    let mut lengths = [0_usize; 4];
    for length in &mut lengths {
        *length = next()?.parse().map_err(|_| StoreError::Unreadable)?;
    }
    let texts = lengths.map(|length| {
        let end = rest.char_indices().nth(length).map_or(rest.len(), |(end, _)| end);
        let (text, after) = rest.split_at(end);
        rest = after;
        text.to_owned()
    });
    let [told_by, recorded_by, reason, content] = texts;
    *packed = rest;
    let given = |text: String| (!text.is_empty()).then_some(text);
    Ok(Entry {
        id,
        noun,
        patient_id,
        status,
        current: Version {
            version,
            kind,
            reason: given(reason),
            told_by: given(told_by),
            recorded_by,
            recorded_at_us,
            content,
        },
    })
}

/// Goes on with the join of [`packed`]: what stands of a patient.
const STANDING: &str = "v.version = e.current_version
    WHERE e.clinic_id = $1 AND e.patient_id = $2 AND e.noun = $3 AND e.status = 'active'";

/// The query for versions of a noun as one packed text, in no order. `which` goes on with the join and says which rows.
fn packed(noun: Noun, which: &str) -> String {
    format!(
        "SELECT string_agg({PACKED}, '') FROM entry e JOIN {} v
            ON v.clinic_id = e.clinic_id AND v.id = e.id AND {which}",
        table(noun)
    )
}

impl Store {
    /// The facts of one noun about a person that stand, in the order they were first recorded.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn current(&self, noun: Noun, patient: Uuid) -> Result<Vec<Entry>, StoreError> {
        let mut entries = self.unpacked(noun, STANDING, patient).await?;
        entries.sort_by_key(|entry| entry.id);
        Ok(entries)
    }

    /// An entry with the version that counts now, also when it was entered in error.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn get(&self, id: Uuid) -> Result<Entry, StoreError> {
        let noun = self.noun_of(id).await?;
        let found = self
            .unpacked(
                noun,
                "v.version = e.current_version WHERE e.clinic_id = $1 AND e.id = $2 AND e.noun = $3",
                id,
            )
            .await?;
        found.into_iter().next().ok_or(StoreError::NotFound)
    }

    /// Every version of an entry, oldest first.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn history(&self, id: Uuid) -> Result<Vec<Version>, StoreError> {
        let noun = self.noun_of(id).await?;
        let found = self
            .unpacked(noun, "e.noun = $3 WHERE v.clinic_id = $1 AND v.id = $2", id)
            .await?;
        let mut versions: Vec<Version> = found.into_iter().map(|entry| entry.current).collect();
        versions.sort_by_key(|version| version.version);
        Ok(versions)
    }

    /// Every version of every fact about a person, newest first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn changes(&self, patient: Uuid) -> Result<Vec<Recorded>, StoreError> {
        let mut found = Vec::new();
        for noun in Noun::ALL {
            let rows = self
                .unpacked(
                    noun,
                    "e.noun = $3 WHERE v.clinic_id = $1 AND v.patient_id = $2",
                    patient,
                )
                .await?;
            found.extend(rows.into_iter().map(|entry| Recorded {
                id: entry.id,
                noun,
                status: entry.status,
                version: entry.current,
            }));
        }
        found.sort_by_key(|one| std::cmp::Reverse((one.version.recorded_at_us, one.id, one.version.version)));
        Ok(found)
    }

    /// Versions of a noun with the heads of their entries, in no order. `which` goes on with the join and says which
    /// rows: `$1` is the clinic, `$2` the id that is asked for, `$3` the noun.
    async fn unpacked(&self, noun: Noun, which: &'static str, id: Uuid) -> Result<Vec<Entry>, StoreError> {
        let packed: Option<String> = sqlx::query_scalar(AssertSqlSafe(packed(noun, which)))
            .bind(self.clinic())
            .bind(id.to_string())
            .bind(noun.name())
            .fetch_one(self.readers())
            .await?;
        let packed = packed.unwrap_or_default();
        let mut rest = packed.as_str();
        let mut found = Vec::new();
        while !rest.is_empty() {
            found.push(unpack(&mut rest, noun)?);
        }
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

#[cfg(test)]
impl Store {
    /// How the facts of a patient are looked up, as the engine plans it.
    pub(crate) async fn plan_of_current(&self, noun: Noun) -> Vec<String> {
        let sql = format!("EXPLAIN QUERY PLAN {}", packed(noun, STANDING));
        let steps: Vec<(i64, i64, i64, String)> = sqlx::query_as(AssertSqlSafe(sql))
            .fetch_all(self.readers())
            .await
            .unwrap();
        steps.into_iter().map(|(.., step)| step).collect()
    }
}
