//! Reading a patient's facts from the vault: with their ids, in the order of time, references counted as people count.

use crate::{
    own_rules::OwnRules,
    record::Record,
    vault::{ClinicError, Vault},
};
use chrono::DateTime;
use lamina_domain::{Anchor, Fact, Head, Kept, Noun, when::Reference};
use lamina_store::{Entry, Status, StoreError};
use std::collections::HashMap;
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
}

const EVERY: &[Noun] = {
    let [_, every @ ..] = &Noun::ALL;
    every
};

impl Vault {
    /// Everything about one patient that stands, in the order in which it was recorded.
    ///
    /// # Errors
    /// No such patient, or a damaged file.
    pub(crate) async fn record(&self, patient: Uuid) -> Result<Record, ClinicError> {
        Ok(self.recorded(patient, EVERY).await?.record)
    }

    /// Everything about one patient that stands, in the order of time.
    pub(crate) async fn facts(&self, patient: Uuid) -> Result<Facts, ClinicError> {
        Ok(in_order(self.recorded(patient, EVERY).await?))
    }

    /// The facts of one noun in the order of time, and the operations and treatments that they may refer to.
    pub(crate) async fn facts_of(&self, patient: Uuid, noun: Noun) -> Result<Facts, ClinicError> {
        let mut tables = vec![Noun::Surgery, Noun::Treatment];
        if noun != Noun::Patient && !tables.contains(&noun) {
            tables.push(noun);
        }
        Ok(in_order(self.recorded(patient, &tables).await?))
    }

    async fn recorded(&self, patient: Uuid, tables: &[Noun]) -> Result<Facts, ClinicError> {
        let nouns: Vec<Noun> = [&[Noun::Patient][..], tables].concat();
        let (mut people, entries): (Vec<Entry>, Vec<Entry>) = self
            .store()
            .standing(patient, &nouns)
            .await?
            .into_iter()
            .partition(|entry| entry.noun == Noun::Patient);
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
            for (_, anchor) in kept.anchors_mut() {
                if let Anchor::Operation(reference) | Anchor::Treatment(reference) = anchor
                    && let Reference::Id(id) = *reference
                    && let Some(place) = places.get(&id)
                {
                    *reference = Reference::Place(*place);
                }
            }
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
        })
    }
}
