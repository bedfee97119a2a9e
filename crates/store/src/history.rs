//! Reading facts: what stands now, one entry, and every version it ever had.

use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::error::StoreError;
use crate::noun::Noun;
use crate::store::Store;
use crate::version::{Entry, Kind, Status, Version};

/// A version together with the entry it belongs to.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryVersion {
    /// Id of the entry.
    pub id: Uuid,
    /// Of which noun the entry is.
    pub noun: Noun,
    /// Whether the entry stands today.
    pub status: Status,
    /// What was written, by whom, when and why.
    pub version: Version,
}

/// The query for versions as one packed value, in no order: of each the ids of the entry and of the patient in 16 bytes, what is
/// plain with a stroke after each, then how many bytes each of the free texts has, then those texts. SQLCipher locks and wipes
/// the memory of every value that is handed out, and of what a function makes on the way, so that a list comes as one value
/// and not as ten for each row, and the ids as they are and not as digits.
fn packed(which: &str) -> String {
    format!(
        "SELECT CAST(string_agg(CAST(v.id AS TEXT) || CAST(v.patient_id AS TEXT) || v.noun || '|' || v.number || '|' || v.kind
            || '|' || v.recorded_at_us || '|' || octet_length(coalesce(v.told_by, '')) || '|'
            || octet_length(v.recorded_by) || '|' || octet_length(coalesce(v.reason, '')) || '|'
            || octet_length(v.content) || '|'
            || coalesce(v.told_by, '') || v.recorded_by || coalesce(v.reason, '') || v.content, '') AS BLOB)
         FROM version v WHERE v.clinic_id = $1 AND {which}"
    )
}

/// The next version of [`packed`], its texts not copied.
struct Unpacked<'p> {
    noun: Noun,
    id: Uuid,
    patient: Uuid,
    number: i64,
    kind: Kind,
    recorded_at_us: i64,
    told_by: &'p str,
    recorded_by: &'p str,
    reason: &'p str,
    content: &'p str,
}

/// Takes the next version off the front of `packed`.
fn unpack<'p>(packed: &mut &'p [u8]) -> Result<Unpacked<'p>, StoreError> {
    let id = Uuid::from_bytes(*front(packed)?);
    let patient = Uuid::from_bytes(*front(packed)?);
    let noun = Noun::from_name(field(packed)?).ok_or(StoreError::Unreadable)?;
    let number = self::number(packed)?;
    let kind = Kind::from_name(field(packed)?).ok_or(StoreError::Unreadable)?;
    let recorded_at_us = self::number(packed)?;
    let mut lengths = [0_usize; 4];
    for length in &mut lengths {
        *length = self::number(packed)?;
    }
    let mut texts = [""; 4];
    for (text, length) in texts.iter_mut().zip(lengths) {
        let (bytes, rest) = packed.split_at_checked(length).ok_or(StoreError::Unreadable)?;
        *packed = rest;
        *text = std::str::from_utf8(bytes).map_err(|_| StoreError::Unreadable)?;
    }
    let [told_by, recorded_by, reason, content] = texts;
    Ok(Unpacked {
        noun,
        id,
        patient,
        number,
        kind,
        recorded_at_us,
        told_by,
        recorded_by,
        reason,
        content,
    })
}

/// Takes so many bytes off the front.
fn front<'p, const LENGTH: usize>(packed: &mut &'p [u8]) -> Result<&'p [u8; LENGTH], StoreError> {
    let (bytes, rest) = packed.split_first_chunk().ok_or(StoreError::Unreadable)?;
    *packed = rest;
    Ok(bytes)
}

/// Takes what is plain off the front, with the stroke after it.
fn field<'p>(packed: &mut &'p [u8]) -> Result<&'p str, StoreError> {
    let end = packed.iter().position(|byte| *byte == b'|');
    let (bytes, rest) = packed.split_at(end.ok_or(StoreError::Unreadable)?);
    *packed = rest.get(1..).unwrap_or_default();
    std::str::from_utf8(bytes).map_err(|_| StoreError::Unreadable)
}

/// Takes a number off the front.
fn number<T: std::str::FromStr>(packed: &mut &[u8]) -> Result<T, StoreError> {
    field(packed)?.parse().map_err(|_| StoreError::Unreadable)
}

impl Unpacked<'_> {
    /// The entry with this version; whether it stands is told as of this version.
    fn entry(&self) -> Entry {
        let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Entry {
            id: self.id,
            noun: self.noun,
            patient_id: self.patient,
            status: self.kind.leads_to(),
            current: Version {
                version: self.number,
                kind: self.kind,
                reason: given(self.reason),
                told_by: given(self.told_by),
                recorded_by: self.recorded_by.to_owned(),
                recorded_at_us: self.recorded_at_us,
                content: self.content.to_owned(),
            },
        }
    }
}

/// Every version of a packed value.
fn every(packed: &[u8]) -> Result<Vec<Unpacked<'_>>, StoreError> {
    let mut rest = packed;
    let mut found = Vec::new();
    while !rest.is_empty() {
        found.push(unpack(&mut rest)?);
    }
    Ok(found)
}

/// The versions that count, in the order in which their entries were first recorded: ids sort so.
fn last_of_each(mut versions: Vec<Unpacked<'_>>) -> Vec<Unpacked<'_>> {
    versions.sort_unstable_by_key(|one| (one.id, std::cmp::Reverse(one.number)));
    versions.dedup_by_key(|one| one.id);
    versions
}

/// The versions `v` of an entry: `$1` is the clinic, `$2` the entry. Whose it is comes first, from the index of entries alone: the
/// engine takes the clinic for a narrower choice than it is and would go through all of it for an id.
pub(crate) const OF_ENTRY: &str = "v.id = $2
    AND v.patient_id = (SELECT k.patient_id FROM version k WHERE k.clinic_id = $1 AND k.id = $2 LIMIT 1)";

/// The versions `v` of everything about a person: `$1` is the clinic, `$2` the person.
const OF_PATIENT: &str = "v.patient_id = $2";

impl Store {
    /// The facts about a person that stand, in the order in which they were first recorded. The person's own entry is one of
    /// them.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn standing(&self, patient: Uuid) -> Result<Vec<Entry>, StoreError> {
        let packed = self.packed(OF_PATIENT, patient).await?;
        let standing = last_of_each(every(&packed)?).into_iter();
        let standing = standing.filter(|one| one.kind.leads_to() == Status::Active);
        Ok(standing.map(|one| one.entry()).collect())
    }

    /// An entry with the version that counts now, also when it was entered in error.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn get(&self, id: Uuid) -> Result<Entry, StoreError> {
        let packed = self.packed(OF_ENTRY, id).await?;
        let found = last_of_each(every(&packed)?);
        found.first().map(Unpacked::entry).ok_or(StoreError::NotFound)
    }

    /// Every version of an entry, oldest first.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn history(&self, id: Uuid) -> Result<Vec<Version>, StoreError> {
        let packed = self.packed(OF_ENTRY, id).await?;
        let mut versions = every(&packed)?;
        versions.sort_unstable_by_key(|one| one.number);
        if versions.is_empty() {
            return Err(StoreError::NotFound);
        }
        Ok(versions.iter().map(|one| one.entry().current).collect())
    }

    /// Every version of every fact about a person, newest first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn changes(&self, patient: Uuid) -> Result<Vec<EntryVersion>, StoreError> {
        let packed = self.packed(OF_PATIENT, patient).await?;
        let mut versions = every(&packed)?;
        versions.sort_unstable_by_key(|one| (one.id, one.number));
        let of_entry = versions.chunk_by(|one, next| one.id == next.id);
        let mut found: Vec<EntryVersion> = of_entry
            .filter_map(|versions| Some((versions, versions.last()?.kind.leads_to())))
            .flat_map(|(versions, status)| {
                versions.iter().map(move |one| EntryVersion {
                    id: one.id,
                    noun: one.noun,
                    status,
                    version: one.entry().current,
                })
            })
            .collect();
        found.sort_by_key(|one| std::cmp::Reverse((one.version.recorded_at_us, one.id, one.version.version)));
        Ok(found)
    }

    /// Versions in no order, as one value. `which` says which: `$2` is the id that is asked for.
    async fn packed(&self, which: &str, id: Uuid) -> Result<Vec<u8>, StoreError> {
        let packed: Option<Vec<u8>> = sqlx::query_scalar(AssertSqlSafe(packed(which)))
            .bind(self.clinic())
            .bind(id)
            .fetch_one(self.readers())
            .await?;
        Ok(packed.unwrap_or_default())
    }
}

#[cfg(test)]
impl Store {
    /// How the facts of a patient are looked up, as the engine plans it.
    pub(crate) async fn plan_of_standing(&self) -> Vec<String> {
        self.plan(&packed(OF_PATIENT)).await
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
