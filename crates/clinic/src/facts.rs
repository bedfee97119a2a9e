//! Reading a patient's facts from the vault: with their ids, in the order of time, references counted as people count.

use crate::{
    order::{Places, arranged},
    own_rules::OwnRules,
    record::Record,
    vault::{ClinicError, Vault},
};
use chrono::{DateTime, Utc};
use lamina_domain::{Anchor, Fact, Noun, when::Reference};
use lamina_store::{Entry, StoreError};
use std::collections::HashMap;
use uuid::Uuid;

/// Which entry a fact is, and which version of it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) id: Uuid,
    pub(crate) version: i64,
    /// When that version was recorded.
    pub(crate) recorded: Option<DateTime<Utc>>,
}

/// The heads of a record's facts, list by list in the same order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Heads {
    pub(crate) background: Option<Head>,
    pub(crate) surgeries: Vec<Head>,
    pub(crate) symptoms: Vec<Head>,
    pub(crate) imaging: Vec<Head>,
    pub(crate) treatments: Vec<Head>,
    pub(crate) scores: Vec<Head>,
    pub(crate) flags: Vec<Head>,
    pub(crate) resolutions: Vec<Head>,
    pub(crate) devices: Vec<Head>,
    pub(crate) anticoagulants: Vec<Head>,
    pub(crate) checks: Vec<Head>,
    pub(crate) walking_plans: Vec<Head>,
    pub(crate) walking_events: Vec<Head>,
    pub(crate) walking_rows: Vec<Head>,
}

impl Heads {
    pub(crate) fn of(&self, noun: Noun) -> &[Head] {
        match noun {
            Noun::Surgery => &self.surgeries,
            Noun::Symptom => &self.symptoms,
            Noun::Imaging => &self.imaging,
            Noun::Treatment => &self.treatments,
            Noun::Score => &self.scores,
            Noun::Flag => &self.flags,
            Noun::Resolution => &self.resolutions,
            Noun::Device => &self.devices,
            Noun::Anticoagulant => &self.anticoagulants,
            Noun::Check => &self.checks,
            Noun::WalkingPlan => &self.walking_plans,
            Noun::WalkingEvent => &self.walking_events,
            Noun::WalkingRow => &self.walking_rows,
            Noun::Patient | Noun::Background => &[],
        }
    }

    /// Heads of a record that may never have been stored: a fact is told from another by its place.
    pub(crate) fn numbered(record: &Record) -> Self {
        let mut ids = 1_u128..;
        let mut heads = |count: usize| -> Vec<Head> {
            ids.by_ref()
                .take(count)
                .map(|id| Head {
                    id: Uuid::from_u128(id),
                    version: 1,
                    recorded: None,
                })
                .collect()
        };
        Self {
            background: heads(1).pop(),
            surgeries: heads(record.surgeries.len()),
            symptoms: heads(record.symptoms.len()),
            imaging: heads(record.imaging.len()),
            treatments: heads(record.treatments.len()),
            scores: heads(record.scores.len()),
            flags: heads(record.flags.len()),
            resolutions: heads(record.resolutions.len()),
            devices: heads(record.devices.len()),
            anticoagulants: heads(record.anticoagulants.len()),
            checks: heads(record.checks.len()),
            walking_plans: heads(record.walking_plans.len()),
            walking_events: heads(record.walking_events.len()),
            walking_rows: heads(record.walking_rows.len()),
        }
    }

    fn in_order(&self, places: &Places) -> Self {
        Self {
            background: self.background,
            surgeries: arranged(&self.surgeries, &places.surgeries),
            symptoms: arranged(&self.symptoms, &places.symptoms),
            imaging: arranged(&self.imaging, &places.imaging),
            treatments: arranged(&self.treatments, &places.treatments),
            scores: arranged(&self.scores, &places.scores),
            flags: arranged(&self.flags, &places.flags),
            resolutions: arranged(&self.resolutions, &places.resolutions),
            devices: arranged(&self.devices, &places.devices),
            anticoagulants: arranged(&self.anticoagulants, &places.anticoagulants),
            checks: arranged(&self.checks, &places.checks),
            walking_plans: arranged(&self.walking_plans, &places.walking_plans),
            walking_events: arranged(&self.walking_events, &places.walking_events),
            walking_rows: arranged(&self.walking_rows, &places.walking_rows),
        }
    }

    /// References by place in this order become references by id.
    ///
    /// # Errors
    /// The fields that name an operation or treatment that is not there, with what they name.
    pub(crate) fn by_id(&self, fact: &mut Fact) -> Result<(), Vec<(&'static str, &'static str, u32)>> {
        let mut missing = Vec::new();
        for (field, anchor) in fact.anchors_mut() {
            let (what, list, reference) = match anchor {
                Anchor::Operation(reference) => ("operation", &self.surgeries, reference),
                Anchor::Treatment(reference) => ("treatment", &self.treatments, reference),
                Anchor::FirstVisit => continue,
            };
            let place = match *reference {
                Reference::Place(place) => place,
                Reference::Id(id) if list.iter().any(|head| head.id == id) => continue,
                Reference::Id(_) => 0,
            };
            match (place as usize).checked_sub(1).and_then(|at| list.get(at)) {
                Some(head) => *reference = Reference::Id(head.id),
                None => missing.push((field, what, place)),
            }
        }
        if missing.is_empty() { Ok(()) } else { Err(missing) }
    }

    /// References by id become references by place in this order.
    pub(crate) fn by_place(&self, fact: &mut Fact) {
        for (_, anchor) in fact.anchors_mut() {
            let (list, reference) = match anchor {
                Anchor::Operation(reference) => (&self.surgeries, reference),
                Anchor::Treatment(reference) => (&self.treatments, reference),
                Anchor::FirstVisit => continue,
            };
            if let Reference::Id(id) = *reference
                && let Some(at) = list.iter().position(|head| head.id == id)
            {
                *reference = Reference::Place(u32::try_from(at + 1).unwrap_or(u32::MAX));
            }
        }
    }
}

/// A patient's facts as read.
#[derive(Debug, Clone)]
pub(crate) struct Facts {
    /// The person's own entry.
    pub(crate) person: Entry,
    /// The facts, references by place.
    pub(crate) record: Record,
    /// Which entry each of them is.
    pub(crate) heads: Heads,
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
    pub async fn record(&self, patient: Uuid) -> Result<Record, ClinicError> {
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
        let Fact::Patient(who) = serde_json::from_str(&person.current.content)? else {
            return Err(StoreError::NotFound.into());
        };
        let mut record = Record {
            patient: who,
            background: Default::default(),
            surgeries: Vec::new(),
            symptoms: Vec::new(),
            imaging: Vec::new(),
            treatments: Vec::new(),
            scores: Vec::new(),
            flags: Vec::new(),
            resolutions: Vec::new(),
            devices: Vec::new(),
            anticoagulants: Vec::new(),
            checks: Vec::new(),
            walking_plans: Vec::new(),
            walking_events: Vec::new(),
            walking_rows: Vec::new(),
        };
        let mut heads = Heads::default();
        let mut places: HashMap<Uuid, u32> = HashMap::new();
        let mut counted: HashMap<Noun, u32> = HashMap::new();
        let mut facts = Vec::with_capacity(entries.len());
        for entry in entries {
            let place = counted.entry(entry.noun).or_default();
            *place += 1;
            places.insert(entry.id, *place);
            let head = Head {
                id: entry.id,
                version: entry.current.version,
                recorded: DateTime::from_timestamp_micros(entry.current.recorded_at_us),
            };
            facts.push((head, serde_json::from_str::<Fact>(&entry.current.content)?));
        }
        for (head, mut fact) in facts {
            for (_, anchor) in fact.anchors_mut() {
                if let Anchor::Operation(reference) | Anchor::Treatment(reference) = anchor
                    && let Reference::Id(id) = *reference
                    && let Some(place) = places.get(&id)
                {
                    *reference = Reference::Place(*place);
                }
            }
            match fact {
                Fact::Patient(_) => {}
                Fact::Background(background) => {
                    record.background = background;
                    heads.background = Some(head);
                }
                Fact::Surgery(surgery) => {
                    record.surgeries.push(*surgery);
                    heads.surgeries.push(head);
                }
                Fact::Symptom(symptom) => {
                    record.symptoms.push(*symptom);
                    heads.symptoms.push(head);
                }
                Fact::Imaging(imaging) => {
                    record.imaging.push(*imaging);
                    heads.imaging.push(head);
                }
                Fact::Treatment(treatment) => {
                    record.treatments.push(*treatment);
                    heads.treatments.push(head);
                }
                Fact::Score(score) => {
                    record.scores.push(score);
                    heads.scores.push(head);
                }
                Fact::Flag(mut flag) => {
                    // With its time it keeps its place against decisions wherever it is loaded.
                    flag.recorded = flag.recorded.or(head.recorded);
                    record.flags.push(*flag);
                    heads.flags.push(head);
                }
                Fact::Device(device) => {
                    record.devices.push(*device);
                    heads.devices.push(head);
                }
                Fact::Anticoagulant(thinner) => {
                    record.anticoagulants.push(*thinner);
                    heads.anticoagulants.push(head);
                }
                Fact::Check(asked) => {
                    record.checks.push(*asked);
                    heads.checks.push(head);
                }
                Fact::WalkingPlan(mut plan) => {
                    plan.at = plan.at.or(head.recorded);
                    record.walking_plans.push(*plan);
                    heads.walking_plans.push(head);
                }
                Fact::WalkingEvent(mut happening) => {
                    // As an asking keeps its time: a reopening must not cover what was recorded after it.
                    happening.at = happening.at.or(head.recorded);
                    record.walking_events.push(*happening);
                    heads.walking_events.push(head);
                }
                Fact::WalkingRow(row) => {
                    record.walking_rows.push(*row);
                    heads.walking_rows.push(head);
                }
                Fact::Resolution(mut resolution) => {
                    resolution.at = resolution.at.or(head.recorded);
                    record.resolutions.push(*resolution);
                    heads.resolutions.push(head);
                }
            }
        }
        Ok(Facts {
            person,
            record,
            heads,
            rules: self.own_rules().await?,
        })
    }
}

fn in_order(facts: Facts) -> Facts {
    let (record, places) = facts.record.in_order();
    Facts {
        person: facts.person,
        record,
        heads: facts.heads.in_order(&places),
        rules: facts.rules,
    }
}

#[cfg(test)]
impl Facts {
    /// The facts of a record file in the order of time, as they would be read from a vault.
    pub(crate) fn of(record: Record, rules: OwnRules) -> Self {
        let heads = Heads::numbered(&record);
        let person = Entry {
            id: Uuid::nil(),
            noun: Noun::Patient,
            patient_id: Uuid::nil(),
            status: lamina_store::Status::Active,
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
            record,
            heads,
            rules,
        })
    }
}
