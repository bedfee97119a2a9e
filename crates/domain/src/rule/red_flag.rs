//! Red flags: what is asked, when an answer goes stale, and what fires. It names what was recorded and never diagnoses.
//!
//! Questions and rules are data (`red_flags/*.toml`). An unanswered question is "not assessed" and never negative; no
//! reading excludes anything; free text is never read as an answer; what needs action the same day stays until
//! somebody with the right resolves it, and comes back with newer findings.

pub mod catalogue;
pub mod evaluate;
mod examined;
pub mod facts;
pub mod input;
mod laboratory;
pub mod measured;
mod procedures;
pub mod reading;
pub mod settings;
mod weakness;

#[cfg(test)]
mod tests;

pub use catalogue::{Catalogue, FlagRule, Question};
pub use evaluate::{Assessment, FiredFlag, NotAssessed, Record, evaluate};
pub use facts::Facts;
pub use settings::Settings;

use super::listed::{About, Rule};

/// Whether there is a red-flag rule with that id.
pub(super) fn is_listed(id: &str) -> bool {
    Catalogue::built_in().is_ok_and(|catalogue| catalogue.rules().iter().any(|rule| rule.id == id))
}

/// The red-flag rules as they are listed.
pub fn rules() -> Vec<Rule> {
    let rules = Catalogue::built_in().map(Catalogue::rules).unwrap_or_default();
    rules
        .iter()
        .map(|rule| Rule {
            id: rule.id.clone(),
            version: rule.version,
            about: About::Told {
                title: rule.title.clone(),
            },
            source: Some(rule.source.clone()),
            sure: rule.sure,
        })
        .collect()
}
