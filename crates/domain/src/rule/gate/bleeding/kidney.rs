//! What counts as a kidney value before an intervention: a reading of one, or a measure with a name of one, on a known day of
//! the last months.
//!
//! Source: that kidney function belongs to the question is of the ASRA multi-society guideline 2018; the time is Lamina's
//! own.

use crate::fact::{
    reading::{Reading, What},
    score::{Measure, Score},
};
use crate::value::when::When;
use chrono::{Months, NaiveDate};

/// For so many months a kidney value counts.
const MONTHS: u32 = 12;

/// Words in the name of a measure that make a kidney value of it, lower case.
const NAMES: [&str; 3] = ["egfr", "creatinine", "kidney"];

/// Whether a kidney value of the last months is among the readings, or the scores and measures. One without a date is not.
pub fn renal_function<'a>(
    readings: impl IntoIterator<Item = &'a Reading>,
    scores: impl IntoIterator<Item = &'a Score>,
    today: NaiveDate,
) -> bool {
    let after = today.checked_sub_months(Months::new(MONTHS)).unwrap_or(today);
    let counts = |when: &When| when.span().is_some_and(|(from, to)| from > after && to <= today);
    let kidney = |reading: &&Reading| matches!(reading.measured.what(), What::Egfr | What::Creatinine);
    let mut readings = readings.into_iter().filter(kidney);
    let mut scores = scores.into_iter().filter(|score| is_kidney(score));
    readings.any(|one| counts(&one.when)) || scores.any(|one| counts(&one.when))
}

fn is_kidney(score: &Score) -> bool {
    let Measure::Number { name, .. } = &score.measure else {
        return false;
    };
    let name = name.as_str().to_lowercase();
    NAMES.iter().any(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("eGFR", "2026-03-01", true)]
    #[case("Serum creatinine", "Oct 2026", true)]
    #[case("Serum creatinine", "Nov 2026", false)]
    #[case("eGFR", "26 Nov 2025", true)]
    #[case("eGFR", "25 Nov 2025", false)]
    #[case("eGFR", "2025", false)]
    #[case("eGFR", "unknown", false)]
    #[case("HbA1c", "2026-03-01", false)]
    #[case("creatine kinase", "2026-03-01", false)]
    fn a_kidney_value_has_a_name_of_one_and_a_day_within_twelve_months(
        #[case] name: &str,
        #[case] when: &str,
        #[case] counts: bool,
    ) {
        let score: Score = serde_json::from_value(serde_json::json!({
            "measure": "number", "name": name, "value": 71, "unit": "mL/min", "when": when
        }))
        .unwrap();
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        assert_eq!(renal_function([], [&score], today), counts);
    }

    #[rstest]
    #[case("egfr", 71.0, "mL/min", "2026-03-01", true)]
    #[case("creatinine", 80.0, "\u{b5}mol/L", "2026-03-01", true)]
    #[case("creatinine", 80.0, "\u{b5}mol/L", "2024", false)]
    #[case("hba1c", 6.1, "%", "2026-03-01", false)]
    fn a_reading_of_the_kidney_counts_within_twelve_months(
        #[case] what: &str,
        #[case] value: f64,
        #[case] unit: &str,
        #[case] when: &str,
        #[case] counts: bool,
    ) {
        let reading: Reading = serde_json::from_value(serde_json::json!({
            "what": what, "value": value, "unit": unit, "when": when
        }))
        .unwrap();
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        assert_eq!(renal_function([&reading], [], today), counts);
    }
}
