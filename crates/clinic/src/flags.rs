//! What the red flags say about a record. The rules and their words are the domain's; `inputs` is what they read, `line`
//! what the banner and the letter say in one line. Free text is never read as an answer.
//!
//! Decisions are told from newer data by when each fact was recorded. A vault knows that; a document says it of screenings
//! and decisions, and of everything else it counts the day that the fact belongs to.

pub(crate) mod examined;
mod inputs;
pub(crate) mod line;
pub(crate) mod measured;
pub(crate) mod view;

use crate::{conditions, record::Record};
use chrono::NaiveDate;
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

/// What fires by the limits in `settings`, what is not assessed and what is resolved on `today`.
pub(crate) fn assess(record: &Record, settings: &Settings, today: NaiveDate) -> Assessment {
    // A built-in catalogue that could not be read would fail the tests of the rules.
    let Ok(catalogue) = Catalogue::built_in() else {
        return Assessment::default();
    };
    let register = conditions::red_flags(record, today);
    let flags: Vec<&Flag> = screenings(record, &register).collect();
    let resolutions: Vec<&Resolution> = record.resolutions.iter().map(|one| &one.fact).collect();
    evaluate(&Read {
        catalogue,
        flags: &flags,
        facts: &inputs::facts(record, today),
        resolutions: &resolutions,
        settings,
        today,
    })
}

/// The screenings of a record, and what its register of conditions answers.
fn screenings<'a>(record: &'a Record, register: &'a [Flag]) -> impl Iterator<Item = &'a Flag> {
    record.flags.iter().map(|one| &one.fact).chain(register)
}

/// Every answer of every screening, and those of the register of conditions.
pub(crate) fn answers<'a>(record: &'a Record, register: &'a [Flag]) -> Vec<FlagAnswer<'a>> {
    screenings(record, register)
        .flat_map(Flag::flag_answers)
        .collect()
}

#[cfg(test)]
mod tests;
