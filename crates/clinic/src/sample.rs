//! A synthetic clinic of any size: plausible records of people who do not exist, for trying the program and for tests.
//!
//! The same seed, number and day give the same bytes on every machine; one patient is the same in a clinic of any
//! size. Every record passes its own check, and says in its note that it is invented.

mod chance;
mod dates;
mod examined;
mod findings;
mod judged;
mod operations;
mod person;
mod procedures;
mod remedies;
mod safety;
mod scores;
mod spine;
mod techniques;
#[cfg(test)]
mod tests;
mod treatments;
mod visits;
mod walking;

use crate::{
    record::{Record, VERSION},
    words::{refused::problem, say_with},
};
use chance::Chance;
use chrono::{Datelike, NaiveDate};
use lamina_domain::{Answer, Fact, Problem, Side};
use operations::Part;
use scores::Visits;
use std::{
    fmt,
    io::{self, Write},
};
use walking::Walking;

/// What is to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// How many patients are made.
    pub patients: u32,
    /// What all chance comes from.
    pub seed: u64,
    /// The day on which the records stand; nothing in them is later.
    pub as_of: NaiveDate,
    /// Years since the first operation, 1 to 40; different for each patient where it is not given.
    pub years: Option<u8>,
    /// How many facts each record has, at least [`FEWEST`]; as many as come about where it is not given.
    pub facts: Option<u32>,
}

/// The smallest number of facts that can be asked for.
pub const FEWEST: u32 = 60;

/// Facts in a year of a record whose years are given and whose facts are not.
const FACTS_A_YEAR: u32 = 250;
/// Tells the stream of walking from the one of everything else.
const WALKING: u64 = 0x5741_4c4b;
/// Most treatments in one record, however long it is.
const MOST_TREATMENTS: usize = 600;

/// Why a clinic could not be made. It says so in words for people.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    /// A value that the record refuses: a fault of this module.
    Value(#[from] Problem),
    /// A record that can't be put into JSON.
    Json(#[from] serde_json::Error),
    /// The place it was written to.
    Write(#[from] io::Error),
}

impl fmt::Display for SampleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Value(refused) => say_with!("fault-sample-value", [("why", problem(refused).into())]),
            Self::Json(error) => say_with!("fault-sample-record", [("why", error.to_string().into())]),
            Self::Write(error) => error.to_string(),
        })
    }
}

impl Plan {
    /// True where every date of it lies in the years that a record can hold.
    pub fn fits(&self) -> bool {
        (1990..=2100).contains(&self.as_of.year())
    }

    /// The patients in order. None is made before it is asked for.
    pub fn records(self) -> impl Iterator<Item = Result<Record, Problem>> {
        (1..=self.patients).map(move |number| self.record(number))
    }

    /// Patient `number`, counted from 1.
    ///
    /// # Errors
    /// A value that the record refuses: a fault of this module.
    pub fn record(&self, number: u32) -> Result<Record, Problem> {
        let number = u64::from(number);
        let chance = &mut Chance::new(self.seed, number);
        let facts = match (self.facts, self.years) {
            (None, None) => None,
            (None, Some(years)) => Some(u32::from(years) * FACTS_A_YEAR),
            (given, _) => given,
        }
        .map(|facts| facts.max(FEWEST) as usize);
        let years = self
            .years
            .map_or_else(|| chance.between(2, 14), i64::from)
            .clamp(1, 40);
        let index = dates::earlier(
            dates::years_earlier(self.as_of, years),
            if facts.is_some() {
                0
            } else {
                chance.between(0, 364)
            },
        );
        let age = chance.between(22, (92 - years).min(74));
        let born = dates::earlier(dates::years_earlier(index, age), chance.between(0, 364));
        let side = if chance.percent(50) {
            Side::Left
        } else {
            Side::Right
        };
        let part = match chance.between(1, 100) {
            1..=82 => Part::Lumbar,
            83..=96 => Part::Cervical,
            _ => Part::Thoracic,
        };
        let span = (self.as_of - index).num_days();
        let most = match (facts, chance.between(1, 100)) {
            (Some(_), _) => 6,
            (None, 1..=48) => 1,
            (None, 49..=78) => 2,
            (None, 79..=93) => 3,
            _ => 5,
        };
        // The last operation leaves time for follow-up visits.
        let operated_until = dates::later(index, (span * 3 / 5).max(60));
        let operations = operations::operations(chance, part, side, index, operated_until, most)?;
        let settled = operations
            .last()
            .map_or(index, |one| one.pain_back.max(dates::later(one.day, 42)));
        let first_visit = if facts.is_some() {
            dates::later(index, chance.between(45, 120))
        } else {
            dates::later(settled, chance.between(14, 200))
        }
        .min(dates::earlier(self.as_of, 1));

        let many = facts.unwrap_or(0);
        let tried = if facts.is_some() {
            (many / 12).min(MOST_TREATMENTS)
        } else {
            usize::try_from(chance.between(3, 9)).unwrap_or(3)
        };
        let (treatments, effects) = treatments::treatments(chance, &operations, side, self.as_of, tried)?;
        let symptoms = findings::symptoms(chance, &operations, side, self.as_of, many / 150)?;
        let imaging = findings::imaging(chance, &operations, side, self.as_of, many / 80)?;
        let visits = Visits {
            first: first_visit,
            end: self.as_of,
            neck: part == Part::Cervical,
            side,
            effects: &effects,
        };
        let devices = safety::devices(chance, &treatments)?;
        let anticoagulants = safety::anticoagulants(chance)?;
        let checks = safety::checks(chance, &treatments)?;
        let walking = self.walking(number, facts.is_some(), first_visit)?;
        let stream = &mut Chance::new(self.seed ^ examined::STREAM, number);
        let examined = examined::examined(stream, side, first_visit)?;
        let stream = &mut Chance::new(self.seed ^ judged::STREAM, number);
        let judged = judged::judged(stream, &operations, &imaging, side, first_visit)?;
        let gates = devices.len() + anticoagulants.len() + checks.len() + examined.len() + judged.len();
        let gates = gates + walking.plans.len() + walking.events.len() + walking.rows.len();
        let others = 2 + operations.len() + treatments.len() + symptoms.len() + imaging.len() + gates;
        let stream = &mut Chance::new(self.seed ^ visits::STREAM, number);
        let (scores, held) = match facts {
            Some(facts) => {
                let rest = facts.saturating_sub(others);
                let held = visits::among(rest, &visits);
                let scores = scores::dense(chance, &visits, rest - held)?;
                let held = visits::dense(stream, &visits, &scores, held)?;
                (scores, held)
            }
            None => {
                let scores = scores::scheduled(chance, &visits)?;
                let held = visits::scheduled(stream, &visits, &scores)?;
                (scores, held)
            }
        };
        let patient = person::person(chance, self.seed, number, born, first_visit)?;
        let mut background = person::background(chance, &operations)?;
        if !anticoagulants.is_empty() && background.anticoagulants.value().is_none() {
            // Invented people don't contradict themselves: who has one in the list did not answer "none".
            background.anticoagulants =
                Answer::Value(anticoagulants.iter().map(|one| one.name.clone()).collect());
        }
        let mut record = Record::of(patient.into());
        record.background = background.into();
        let operations = operations.into_iter().map(|one| Fact::from(one.surgery));
        let facts = operations
            .chain(symptoms.into_iter().map(Fact::from))
            .chain(imaging.into_iter().map(Fact::from))
            .chain(treatments.into_iter().map(Fact::from))
            .chain(scores.into_iter().map(Fact::from))
            .chain(devices.into_iter().map(Fact::from))
            .chain(anticoagulants.into_iter().map(Fact::from))
            .chain(checks.into_iter().map(Fact::from))
            .chain(walking.plans.into_iter().map(Fact::from))
            .chain(walking.events.into_iter().map(Fact::from))
            .chain(walking.rows.into_iter().map(Fact::from))
            .chain(held.into_iter().map(Fact::from))
            .chain(examined)
            .chain(judged.into_iter().map(Fact::from));
        for fact in facts {
            record.push(fact.into());
        }
        Ok(record)
    }

    /// A programme for one in eight, and for each record whose size is given: half a year there, some weeks else. It draws
    /// from a stream of its own.
    fn walking(&self, number: u64, dense: bool, first_visit: NaiveDate) -> Result<Walking, Problem> {
        let chance = &mut Chance::new(self.seed ^ WALKING, number);
        let weeks = if dense { 26 } else { chance.between(3, 12) };
        let since = (self.as_of - first_visit).num_days() / 7 - 1;
        if !(dense || chance.percent(12)) || since < 2 || self.facts.is_some_and(|facts| facts < 400) {
            return Ok(Walking::default());
        }
        walking::programme(chance, self.as_of, weeks.min(since))
    }

    /// Writes the clinic as one document, a patient a line, holding no more than one patient at a time; `told` hears
    /// after each how many there are. Returns the length in bytes.
    ///
    /// # Errors
    /// The place that it is written to; what was written so far is there and is no whole document.
    pub fn write(&self, out: &mut impl Write, mut told: impl FnMut(u32)) -> Result<u64, SampleError> {
        let opening = format!("{{\"format\":\"lamina-record\",\"version\":{VERSION},\"patients\":[");
        let mut length = opening.len();
        out.write_all(opening.as_bytes())?;
        for (number, record) in (1..).zip(self.records()) {
            let json = serde_json::to_string(&record?)?;
            let before = if number == 1 { "\n" } else { ",\n" };
            out.write_all(before.as_bytes())?;
            out.write_all(json.as_bytes())?;
            length += before.len() + json.len();
            told(number);
        }
        let closing = "\n]}\n";
        out.write_all(closing.as_bytes())?;
        out.flush()?;
        Ok((length + closing.len()) as u64)
    }
}
