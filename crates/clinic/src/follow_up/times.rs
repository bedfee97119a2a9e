//! The days that times of many people mean, read from their columns as a single record has them.

use crate::vault::{ClinicError, Vault};
use lamina_domain::{
    Anchor, Birth, Fact, Noun, When,
    fact::record::placed::{self, dated},
    when::{Point, Reference},
};
use std::collections::HashMap;
use uuid::Uuid;

/// What the times of those people rest on of whom some time is no date: an age, or counted from another fact.
#[derive(Default)]
pub(super) struct Times {
    born: HashMap<Uuid, Birth>,
    of: HashMap<Uuid, When>,
}

impl Times {
    /// What these times of people rest on; a date rests on nothing.
    pub(super) async fn of(vault: &Vault, told: Vec<(Uuid, When)>) -> Result<Self, ClinicError> {
        let is_open = |when: &When| when.span().is_none() && !when.is_unknown();
        let open: Vec<(Uuid, When)> = told.into_iter().filter(|(_, when)| is_open(when)).collect();
        let distinct = |patients: &mut Vec<Uuid>| {
            patients.sort_unstable();
            patients.dedup();
        };
        let mut patients: Vec<Uuid> = open.iter().map(|(patient, _)| *patient).collect();
        distinct(&mut patients);
        let aged = |told: &When| matches!(told.point, Point::Age(_));
        let mut of_age: Vec<Uuid> = open
            .iter()
            .filter(|(_, told)| aged(told))
            .map(|(patient, _)| *patient)
            .collect();
        let mut times = Times::default();
        for one in vault.store().times_of(&patients).await? {
            let told = when(&one.when);
            of_age.extend(aged(&told).then_some(one.patient));
            times.of.insert(one.entry, told);
        }
        distinct(&mut of_age);
        for (patient, content) in vault.store().contents(Noun::Patient, &of_age).await? {
            if let Fact::Patient(person) = serde_json::from_str(&content)? {
                times.born.insert(patient, person.born);
            }
        }
        Ok(times)
    }

    /// A time as the days that it can mean, as in a single record.
    pub(super) fn dated(&self, patient: Uuid, told: &When) -> When {
        if told.span().is_some() {
            return *told;
        }
        let of = |anchor: Anchor| match anchor {
            Anchor::Operation(Reference::Id(id)) | Anchor::Treatment(Reference::Id(id)) => {
                self.of.get(&id).copied()
            }
            _ => None,
        };
        let born = self.born.get(&patient).copied();
        dated(told, placed::days(told, born, &of))
    }
}

/// A time as recorded; what can't be read as one has no day.
pub(super) fn when(text: &str) -> When {
    text.parse().unwrap_or_default()
}
