//! What a free measure can be: its number within what its unit allows. Free measures have names that nobody knows here; only
//! what no measure of that unit can be is refused.

use crate::value::issue::Problem;

/// The largest number that is kept, whatever the unit.
const LARGEST: i64 = 10_000_000;

/// Units with the least and the highest number of them that can be measured, in lower case.
const UNITS: [(&[&str], i64, i64); 7] = [
    (&["years", "year", "yrs", "yr", "y"], 0, 130),
    (&["%", "percent"], -1000, 1000),
    (&["\u{b0}", "degrees", "degree", "deg"], -360, 360),
    (&["kg"], 0, 1000),
    (&["mmhg"], 0, 500),
    (&["bpm", "/min", "a minute", "per minute"], 0, 1000),
    (
        &[
            "min",
            "mins",
            "minute",
            "minutes",
            "s",
            "sec",
            "secs",
            "second",
            "seconds",
            "h",
            "hr",
            "hrs",
            "hour",
            "hours",
            "d",
            "day",
            "days",
            "week",
            "weeks",
            "month",
            "months",
            "m",
            "metre",
            "metres",
            "meter",
            "meters",
            "km",
            "miles",
            "steps",
            "stairs",
            "floors",
            "times",
            "sessions",
            "tablets",
            "g",
            "mg",
            "mcg",
            "\u{b5}g",
            "ml",
            "l",
            "mg/l",
            "mg/dl",
            "g/l",
            "g/dl",
            "ng/ml",
            "mmol/l",
            "umol/l",
            "\u{b5}mol/l",
            "mm/h",
            "ml/min",
        ],
        0,
        LARGEST,
    ),
];

/// Words of a name by which a number is a difference, or a place on an axis, and can lie below zero.
const SIGNED: [&str; 8] = [
    "change",
    "difference",
    "delta",
    "gain",
    "loss",
    "deficit",
    "balance",
    "axis",
];

/// Whether `value` can be a measure of that name and unit.
pub(super) fn fits(name: &str, value: f64, unit: &str) -> Result<(), Problem> {
    let (name, unit) = (name.to_lowercase(), unit.trim().to_lowercase());
    let known = UNITS.iter().find(|(units, ..)| units.contains(&unit.as_str()));
    let (min, max) = known.map_or((-LARGEST, LARGEST), |(_, min, max)| (*min, *max));
    let signed = SIGNED
        .iter()
        .any(|word| name.split_whitespace().any(|one| one == *word));
    let min = if signed { min.min(-max) } else { min };
    // Both limits are far below what an f64 holds exactly.
    match value >= min as f64 && value <= max as f64 {
        true => Ok(()),
        false => Err(Problem::OutOfRange { min, max }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("sitting tolerance", 20.0, "min", true)]
    #[case("sitting tolerance", 0.0, "min", true)]
    #[case("sitting tolerance", -20.0, "min", false)]
    #[case("sitting tolerance", -20.0, "Min", false)]
    #[case("change of sitting tolerance", -20.0, "min", true)]
    #[case("walking distance", 1e8, "m", false)]
    #[case("sagittal vertical axis", -35.0, "mm", true)]
    #[case("lumbar lordosis", -12.0, "\u{b0}", true)]
    #[case("lumbar lordosis", 500.0, "\u{b0}", false)]
    #[case("T-score", -2.5, "SD", true)]
    #[case("anything", 1e300, "points", false)]
    #[case("anything", -1e300, "points", false)]
    #[case("pain since", 131.0, "years", false)]
    #[case("relief", -20.0, "%", true)]
    #[case("relief", 2000.0, "%", false)]
    fn a_number_is_within_what_its_unit_allows(
        #[case] name: &str,
        #[case] value: f64,
        #[case] unit: &str,
        #[case] wanted: bool,
    ) {
        assert_eq!(fits(name, value, unit).is_ok(), wanted);
    }

    #[test]
    fn what_is_no_number_never_fits() {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(fits("anything", value, "points").is_err());
        }
    }
}
