//! Safety gates before imaging and interventions: implants and MRI, anticoagulants, steroid and injection counts.
//!
//! A gate says what is recorded and what is not. Nothing recorded is "not asked" and never "safe"; no gate gives an
//! instruction, a dose, or a number of days.

pub mod bleeding;
pub mod injection;
pub mod mri;
pub mod register;
pub mod steroid;

use super::listed::{About, Rule, by_id};
use crate::value::sure::Sure;

/// The gates as they are listed.
pub fn rules() -> Vec<Rule> {
    let names = |id: &str, version: u32, sources: &str| Rule {
        about: About::Names {
            sources: sources.to_owned(),
        },
        ..by_id(id, version, Sure::Medium)
    };
    vec![
        by_id("gate.mri", 2, Sure::High),
        names("gate.bleeding", 2, bleeding::source()),
        by_id("gate.kidney", 1, Sure::Medium),
        names("gate.steroid", 3, steroid::source()),
        by_id("gate.injection", 1, Sure::Medium),
        by_id("gate.self_harm", 1, Sure::High),
    ]
}
