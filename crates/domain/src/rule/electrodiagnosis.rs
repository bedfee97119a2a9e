//! What is to be known beside nerve and muscle tests: changes that a needle shows need weeks to come, so a study that was made
//! sooner tells less. It is said as information with the recorded duration, and is no verdict on the study.

use super::listed::{Rule, by_id};
use crate::{
    fact::electrodiagnosis::{Electrodiagnosis, ElectrodiagnosticTest},
    value::{interval::Length, sure::Sure},
};

/// Weeks that needle changes need at most to come, by what is usually taught: two to three.
pub const NEEDLE_WEEKS: u32 = 3;

/// Whether needle changes may not have come yet: a needle was used, and the duration that is recorded is shorter than they need.
/// Where no duration is recorded, nothing is said.
pub fn needle_is_early(study: &Electrodiagnosis) -> bool {
    let needle = study.tests.contains(&ElectrodiagnosticTest::NeedleEmg);
    let early = study
        .symptoms_for
        .is_some_and(|interval| match interval.length() {
            Length::Hours(hours) => hours < NEEDLE_WEEKS * 7 * 24,
            Length::Months(months) => months == 0,
        });
    needle && early
}

/// The rule as it is listed.
pub fn rules() -> Vec<Rule> {
    vec![by_id("electrodiagnosis.needle_early", 1, Sure::Medium)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("needle_emg", Some("10 days"), true)]
    #[case("needle_emg", Some("2 weeks"), true)]
    #[case("needle_emg", Some("20 days"), true)]
    #[case("needle_emg", Some("3 weeks"), false)]
    #[case("needle_emg", Some("1 month"), false)]
    #[case("needle_emg", None, false)]
    #[case("nerve_conduction", Some("10 days"), false)]
    fn a_needle_within_three_weeks_is_early_and_no_duration_is_none(
        #[case] test: &str,
        #[case] lasted: Option<&str>,
        #[case] wanted: bool,
    ) {
        let lasted = lasted.map_or_else(String::new, |text| format!(r#","symptoms_for":"{text}""#));
        let study = format!(r#"{{"tests":["{test}"],"note":"n"{lasted}}}"#);
        assert_eq!(needle_is_early(&serde_json::from_str(&study).unwrap()), wanted);
    }
}
