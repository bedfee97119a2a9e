//! Reading a patient's facts from the vault: with their ids, in the order of time, references counted as people count.

use crate::{
    own_rules::OwnRules,
    record::Record,
    vault::{ClinicError, Vault},
};
use chrono::DateTime;
use lamina_domain::{Fact, Head, Kept, Noun, diagnosis::Term, when::Reference};
use lamina_store::{Entry, Status, StoreError};
use std::{collections::HashMap, sync::Arc};
use uuid::Uuid;

/// A patient's facts as read.
#[derive(Debug, Clone)]
pub(crate) struct Facts {
    /// The person's own entry.
    pub(crate) person: Entry,
    /// The facts, each under its head, references by place.
    pub(crate) record: Record,
    /// The limits by which they are read.
    pub(crate) rules: OwnRules,
    /// The name that the clinic gives to persistent pain after spine surgery.
    pub(crate) term: Term,
}

impl Vault {
    /// Everything about one patient that stands, in the order in which it was recorded.
    ///
    /// # Errors
    /// No such patient, or a damaged file.
    pub(crate) async fn record(&self, patient: Uuid) -> Result<Record, ClinicError> {
        Ok(self.recorded(patient).await?.record)
    }

    /// Everything about one patient that stands, in the order of time, as it was read last where nothing changed since.
    pub(crate) async fn facts(&self, patient: Uuid) -> Result<Arc<Facts>, ClinicError> {
        // Whoever asks for the same meanwhile waits and finds it read.
        let mut held = self.read_last().lock().await;
        let changes = self.store().changes_so_far();
        if let Some(facts) = held.of(patient, changes) {
            return Ok(facts);
        }
        let facts = Arc::new(self.facts_anew(patient).await?);
        held.keep(patient, changes, &facts);
        Ok(facts)
    }

    /// As [`Vault::facts`], read from the file and not held: for one patient after the other.
    pub(crate) async fn facts_anew(&self, patient: Uuid) -> Result<Facts, ClinicError> {
        Ok(in_order(self.recorded(patient).await?))
    }

    async fn recorded(&self, patient: Uuid) -> Result<Facts, ClinicError> {
        let standing = self.store().standing(patient).await?;
        self.assembled(patient, standing).await
    }

    /// Everything about one patient as it was known at the moment `until`, in microseconds since 1970-01-01 UTC: of each entry the
    /// version that counted then, in the order of time. Nothing where the patient was not entered yet.
    pub(crate) async fn facts_known_at(
        &self,
        patient: Uuid,
        until: i64,
    ) -> Result<Option<Facts>, ClinicError> {
        let mut versions = self.store().changes(patient).await?;
        versions.retain(|one| one.version.recorded_at_us <= until);
        // The newest of each entry stands first, and the entries in the order in which they were first recorded.
        let mut newest: Vec<lamina_store::EntryVersion> = Vec::new();
        let mut first: HashMap<Uuid, i64> = HashMap::new();
        for one in versions {
            let known = first.insert(one.id, one.version.recorded_at_us);
            if known.is_none() {
                newest.push(one);
            }
        }
        newest.retain(|one| one.version.kind != lamina_store::Kind::Retract);
        newest.sort_by_key(|one| (first.get(&one.id).copied(), one.id));
        if !newest.iter().any(|one| one.noun == Noun::Patient) {
            return Ok(None);
        }
        let entries = newest.into_iter().map(|one| Entry {
            id: one.id,
            noun: one.noun,
            patient_id: patient,
            status: Status::Active,
            current: one.version,
        });
        Ok(Some(in_order(self.assembled(patient, entries.collect()).await?)))
    }

    /// A record made of these entries, references counted as people count.
    async fn assembled(&self, patient: Uuid, entries: Vec<Entry>) -> Result<Facts, ClinicError> {
        let (mut people, entries): (Vec<Entry>, Vec<Entry>) =
            entries.into_iter().partition(|entry| entry.noun == Noun::Patient);
        let person = match people.pop() {
            Some(person) => person,
            // Whoever was entered in error can still be looked at.
            None => self.store().get(patient).await?,
        };
        let kept = self::kept(&person)?;
        let Fact::Patient(who) = kept.fact else {
            return Err(StoreError::NotFound.into());
        };
        let mut record = Record::of(Kept {
            head: kept.head,
            fact: *who,
        });
        let mut places: HashMap<Uuid, u32> = HashMap::new();
        let mut counted: HashMap<Noun, u32> = HashMap::new();
        let mut facts = Vec::with_capacity(entries.len());
        for entry in entries {
            let place = counted.entry(entry.noun).or_default();
            *place += 1;
            places.insert(entry.id, *place);
            facts.push(self::kept(&entry)?);
        }
        for mut kept in facts {
            kept.each_reference(|_, _, which| {
                if let Reference::Id(id) = *which
                    && let Some(place) = places.get(&id)
                {
                    *which = Reference::Place(*place);
                }
            });
            // With its time it keeps its place against decisions and what happened later, wherever it is loaded.
            let recorded = kept.recorded();
            if let Some(moment) = kept.moment_mut() {
                *moment = moment.or(recorded);
            }
            record.push(kept);
        }
        Ok(Facts {
            person,
            record,
            rules: self.own_rules().await?,
            term: self.settings().await?.preferred_term,
        })
    }
}

/// The fact of an entry under its head.
///
/// # Errors
/// A fact that can't be read.
pub(crate) fn kept(entry: &Entry) -> serde_json::Result<Kept<Fact>> {
    let head = Head {
        id: entry.id,
        version: entry.current.version,
        by: entry.current.recorded_by.clone(),
        recorded: DateTime::from_timestamp_micros(entry.current.recorded_at_us),
        stands: entry.status == Status::Active,
    };
    Ok(Kept::under(head, serde_json::from_str(&entry.current.content)?))
}

fn in_order(facts: Facts) -> Facts {
    Facts {
        record: facts.record.in_order(),
        ..facts
    }
}

#[cfg(test)]
impl Facts {
    /// The facts of a record file in the order of time, as they would be read from a vault.
    pub(crate) fn of(record: Record, rules: OwnRules) -> Self {
        let person = Entry {
            id: Uuid::nil(),
            noun: Noun::Patient,
            patient_id: Uuid::nil(),
            status: Status::Active,
            current: lamina_store::Version {
                version: 1,
                kind: lamina_store::Kind::Record,
                reason: None,
                told_by: None,
                recorded_by: String::new(),
                recorded_at_us: 0,
                content: String::new(),
            },
        };
        in_order(Self {
            person,
            record: record.numbered(),
            rules,
            term: Term::default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        record::Document,
        vault::{KdfCost, Passphrase, Person, Program},
    };

    #[tokio::test(flavor = "multi_thread")]
    async fn a_record_is_read_once_and_again_after_each_change_of_any_record() {
        let folder = tempfile::tempdir().unwrap();
        let tester = Person {
            name: "tester".to_owned(),
            program: Program::Window,
        };
        let words = Passphrase::new("quiet river under seven green stones".to_owned());
        let vault = Vault::create(
            &folder.path().join("clinic.vault"),
            words,
            KdfCost::FLOOR,
            &tester,
        )
        .await
        .unwrap();
        let document = |family: &str| {
            let json = format!(
                r#"{{"format":"lamina-record","version":1,"patients":[{{"patient":{{"family":"{family}","born":"1970"}}}}]}}"#
            );
            Document::read(json.as_bytes(), crate::clock::today()).unwrap()
        };
        vault.load(&document("Sample")).await.unwrap();
        let id = vault.patients("sample", 1).await.unwrap()[0].id;
        let first = vault.facts(id).await.unwrap();
        vault.opened(id).await.unwrap();
        let opened = vault.facts(id).await.unwrap();
        vault.load(&document("Muster")).await.unwrap();
        let changed = vault.facts(id).await.unwrap();
        vault.close().await.unwrap();
        assert!(
            Arc::ptr_eq(&first, &opened),
            "a note in the log changes no record"
        );
        assert!(
            !Arc::ptr_eq(&first, &changed),
            "a record that was loaded may be any"
        );
    }
}
