//! Reading facts: what stands now, one entry, and every version it ever had.

use std::collections::HashMap;

use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::engine::sqlite::hex;
use crate::error::StoreError;
use crate::noun::Noun;
use crate::store::Store;
use crate::version::{Entry, Kind, Status, Version, parse_id};

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

/// The query for versions as one packed text, in no order: what is plain with a stroke after each, then how many characters
/// each of the free texts has, then those texts. SQLCipher locks and wipes the memory of every value that is handed out, and
/// of what a function makes on the way, so that a list comes as one value and not as ten for each row.
fn packed(which: &str) -> String {
    let (id, patient) = (hex("v.id"), hex("v.patient_id"));
    format!(
        "SELECT string_agg(v.noun || '|' || {id} || '|' || {patient} || '|' || v.number || '|' || v.kind || '|'
            || v.recorded_at_us || '|' || length(coalesce(v.told_by, '')) || '|' || length(v.recorded_by) || '|'
            || length(coalesce(v.reason, '')) || '|' || length(v.content) || '|'
            || coalesce(v.told_by, '') || v.recorded_by || coalesce(v.reason, '') || v.content, '')
         FROM version v WHERE v.clinic_id = $1 AND {which}"
    )
}

/// Takes the next version off the front of `packed`. Whether the entry stands is told as of this version.
fn unpack(packed: &mut &str) -> Result<Entry, StoreError> {
    let mut rest = *packed;
    let mut next = || {
        let (field, after) = rest.split_once('|').ok_or(StoreError::Unreadable)?;
        rest = after;
        Ok::<&str, StoreError>(field)
    };
    let number = |field: &str| field.parse::<i64>().map_err(|_| StoreError::Unreadable);
    let noun = Noun::from_name(next()?).ok_or(StoreError::Unreadable)?;
    let (id, patient_id) = (parse_id(next()?)?, parse_id(next()?)?);
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
        status: kind.leads_to(),
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

/// The versions that count, in the order in which their entries were first recorded.
fn last_of_each(versions: Vec<Entry>) -> Vec<Entry> {
    let mut last: HashMap<Uuid, Entry> = HashMap::with_capacity(versions.len());
    for one in versions {
        let later = |other: &Entry| other.current.version > one.current.version;
        if !last.get(&one.id).is_some_and(later) {
            last.insert(one.id, one);
        }
    }
    let mut last: Vec<Entry> = last.into_values().collect();
    last.sort_by_key(|entry| entry.id);
    last
}

/// The versions `v` of an entry: `$1` is the clinic, `$2` the entry. Whose it is comes first, from the index of entries alone: the
/// engine takes the clinic for a narrower choice than it is and would go through all of it for an id.
pub(crate) const OF_ENTRY: &str = "v.id = $2
    AND v.patient_id = (SELECT k.patient_id FROM version k WHERE k.clinic_id = $1 AND k.id = $2 LIMIT 1)";

/// Which versions [`Store::standing`] looks at.
fn of_patient(nouns: &[Noun]) -> String {
    let names: Vec<String> = nouns.iter().map(|noun| format!("'{}'", noun.name())).collect();
    match nouns.len() {
        0 => "v.patient_id = $2".to_owned(),
        _ => format!("v.patient_id = $2 AND v.noun IN ({})", names.join(", ")),
    }
}

impl Store {
    /// The facts about a person that stand, in the order in which they were first recorded: those of `nouns`, and those of
    /// every noun where none is named. The person's own entry is one of them.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn standing(&self, patient: Uuid, nouns: &[Noun]) -> Result<Vec<Entry>, StoreError> {
        let versions = self.unpacked(&of_patient(nouns), patient).await?;
        let mut entries = last_of_each(versions);
        entries.retain(|entry| entry.status == Status::Active);
        Ok(entries)
    }

    /// An entry with the version that counts now, also when it was entered in error.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn get(&self, id: Uuid) -> Result<Entry, StoreError> {
        let versions = self.unpacked(OF_ENTRY, id).await?;
        let found = last_of_each(versions).into_iter().next();
        found.ok_or(StoreError::NotFound)
    }

    /// Every version of an entry, oldest first.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn history(&self, id: Uuid) -> Result<Vec<Version>, StoreError> {
        let found = self.unpacked(OF_ENTRY, id).await?;
        let mut versions: Vec<Version> = found.into_iter().map(|entry| entry.current).collect();
        versions.sort_by_key(|version| version.version);
        if versions.is_empty() {
            return Err(StoreError::NotFound);
        }
        Ok(versions)
    }

    /// Every version of every fact about a person, newest first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn changes(&self, patient: Uuid) -> Result<Vec<Recorded>, StoreError> {
        let versions = self.unpacked(&of_patient(&[]), patient).await?;
        let now: HashMap<Uuid, Status> = last_of_each(versions.clone())
            .into_iter()
            .map(|entry| (entry.id, entry.status))
            .collect();
        let mut found: Vec<Recorded> = versions
            .into_iter()
            .map(|one| Recorded {
                id: one.id,
                noun: one.noun,
                status: now.get(&one.id).copied().unwrap_or(one.status),
                version: one.current,
            })
            .collect();
        found.sort_by_key(|one| std::cmp::Reverse((one.version.recorded_at_us, one.id, one.version.version)));
        Ok(found)
    }

    /// Versions in no order. `which` says which: `$2` is the id that is asked for.
    async fn unpacked(&self, which: &str, id: Uuid) -> Result<Vec<Entry>, StoreError> {
        let packed: Option<String> = sqlx::query_scalar(AssertSqlSafe(packed(which)))
            .bind(self.clinic())
            .bind(id)
            .fetch_one(self.readers())
            .await?;
        let packed = packed.unwrap_or_default();
        let mut rest = packed.as_str();
        let mut found = Vec::new();
        while !rest.is_empty() {
            found.push(unpack(&mut rest)?);
        }
        Ok(found)
    }
}

#[cfg(test)]
impl Store {
    /// How the facts of a patient are looked up, as the engine plans it.
    pub(crate) async fn plan_of_standing(&self, nouns: &[Noun]) -> Vec<String> {
        self.plan(&packed(&of_patient(nouns))).await
    }

    /// How an entry is looked up, as the engine plans it.
    pub(crate) async fn plan_of_entry(&self) -> Vec<String> {
        self.plan(&packed(OF_ENTRY)).await
    }

    /// How a query is answered, step by step, as the engine plans it.
    pub(crate) async fn plan(&self, sql: &str) -> Vec<String> {
        let sql = format!("EXPLAIN QUERY PLAN {sql}");
        let steps: Vec<(i64, i64, i64, String)> = sqlx::query_as(AssertSqlSafe(sql))
            .fetch_all(self.readers())
            .await
            .unwrap();
        steps.into_iter().map(|(.., step)| step).collect()
    }
}
