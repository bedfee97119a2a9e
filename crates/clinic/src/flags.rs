//! What the red flags say about a record. The rules and their words are the domain's; `inputs` is what they read, `line`
//! what the banner and the letter say in one line. Free text is never read as an answer.
//!
//! Decisions are told from newer data by when each fact was recorded. A vault knows that; a document says it of screenings
//! and decisions, and of everything else it counts the day that the fact belongs to.

mod inputs;
pub(crate) mod line;
pub(crate) mod measured;
pub(crate) mod view;

use crate::{
    facts::Heads,
    order::{Places, arranged},
    record::Record,
};
use chrono::{DateTime, NaiveDate, Utc};
use lamina_domain::{
    Flag,
    flag::answer::FlagAnswer,
    red_flag::{
        Assessment, Catalogue, Settings,
        evaluate::{Record as Read, evaluate},
    },
    resolution::Resolution,
};

/// The instrument whose ninth item asks about self-harm.
const PHQ_9: &str = "phq-9";

/// When the facts of a record were recorded, list by list in the order of the record.
#[derive(Debug, Clone, Default)]
pub struct Recorded {
    surgeries: Vec<Option<DateTime<Utc>>>,
    imaging: Vec<Option<DateTime<Utc>>>,
    treatments: Vec<Option<DateTime<Utc>>>,
    scores: Vec<Option<DateTime<Utc>>>,
    devices: Vec<Option<DateTime<Utc>>>,
    anticoagulants: Vec<Option<DateTime<Utc>>>,
}

impl Recorded {
    /// As the vault knows it.
    pub(crate) fn of(heads: &Heads) -> Self {
        let times = |list: &[crate::facts::Head]| list.iter().map(|head| head.recorded).collect();
        Self {
            surgeries: times(&heads.surgeries),
            imaging: times(&heads.imaging),
            treatments: times(&heads.treatments),
            scores: times(&heads.scores),
            devices: times(&heads.devices),
            anticoagulants: times(&heads.anticoagulants),
        }
    }

    /// The same for the record in the order of time.
    pub(crate) fn in_order(&self, places: &Places) -> Self {
        Self {
            surgeries: arranged(&self.surgeries, &places.surgeries),
            imaging: arranged(&self.imaging, &places.imaging),
            treatments: arranged(&self.treatments, &places.treatments),
            scores: arranged(&self.scores, &places.scores),
            devices: arranged(&self.devices, &places.devices),
            anticoagulants: arranged(&self.anticoagulants, &places.anticoagulants),
        }
    }
}

/// What fires by the limits in `settings`, what is not assessed and what is resolved on `today`.
pub(crate) fn assess(
    record: &Record,
    recorded: &Recorded,
    settings: &Settings,
    today: NaiveDate,
) -> Assessment {
    // A built-in catalogue that could not be read would fail the tests of the rules.
    let Ok(catalogue) = Catalogue::built_in() else {
        return Assessment::default();
    };
    let flags: Vec<&Flag> = record.flags.iter().collect();
    let resolutions: Vec<&Resolution> = record.resolutions.iter().collect();
    evaluate(&Read {
        catalogue,
        flags: &flags,
        facts: &inputs::facts(record, recorded, today),
        resolutions: &resolutions,
        settings,
        today,
    })
}

/// Every answer of every screening.
pub(crate) fn answers(record: &Record) -> Vec<FlagAnswer<'_>> {
    record.flags.iter().flat_map(Flag::flag_answers).collect()
}

#[cfg(test)]
mod tests;
