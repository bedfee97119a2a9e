//! What an intrathecal pump holds and gives: a concentration in a millilitre and a dose a day. Milligrams and micrograms are
//! kept as they were given and never turned into each other; a number without its unit is refused.

use crate::value::{
    issue::Problem,
    medicine::{Amount, Strength, Unit},
};
use std::{fmt, str::FromStr};

/// A mass in a millilitre, such as "10 mg/mL" or "500 micrograms/mL".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Concentration(Strength);

impl fmt::Display for Concentration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Concentration {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let no = || Problem::NotAConcentration {
            text: text.trim().to_owned(),
        };
        match text.parse() {
            Ok(strength @ Strength::In { mass, .. }) if is_of_pump(mass) => Ok(Self(strength)),
            _ => Err(no()),
        }
    }
}

crate::value::written::as_text!(
    Concentration,
    "a concentration with its unit, such as \"10 mg/mL\" or \"500 micrograms/mL\""
);

/// A dose a day, such as "2.5 mg a day" or "250 micrograms a day".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DailyDose(Amount);

/// Ways to say that it is for a day, the longest first.
const A_DAY: [&str; 9] = [
    "in 24 hours",
    "every day",
    "per day",
    "a day",
    "/24 h",
    "daily",
    "/24h",
    "/day",
    "/d",
];

impl fmt::Display for DailyDose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} a day", self.0)
    }
}

impl FromStr for DailyDose {
    type Err = Problem;

    /// The day has to be said: a bolus and a dose an hour are something else.
    fn from_str(text: &str) -> Result<Self, Problem> {
        let no = || Problem::NotADailyDose {
            text: text.trim().to_owned(),
        };
        let low = text.trim().to_lowercase();
        let mass = A_DAY
            .iter()
            .find_map(|ending| low.strip_suffix(ending))
            .ok_or_else(no)?;
        match mass.trim().parse::<Amount>() {
            Ok(mass) if is_of_pump(mass) && !mass.value.is_zero() => Ok(Self(mass)),
            _ => Err(no()),
        }
    }
}

crate::value::written::as_text!(
    DailyDose,
    "a dose a day with its unit, such as \"2.5 mg a day\" or \"250 micrograms a day\""
);

/// Milligrams or micrograms: what pumps are filled with and give.
fn is_of_pump(mass: Amount) -> bool {
    matches!(mass.unit, Unit::Milligram | Unit::Microgram)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("10 mg/mL", "10 mg/mL")]
    #[case("10mg/ml", "10 mg/mL")]
    #[case("500 mcg/mL", "500 micrograms/mL")]
    #[case("0.5 mg per mL", "0.5 mg/mL")]
    fn trap_21_a_concentration_keeps_its_unit(#[case] typed: &str, #[case] shown: &str) {
        let read: Concentration = typed.parse().unwrap();
        assert_eq!(read.to_string(), shown);
        assert_eq!(shown.parse::<Concentration>(), Ok(read));
    }

    #[rstest]
    #[case("2.5 mg/day", "2.5 mg a day")]
    #[case("2.5 mg/d", "2.5 mg a day")]
    #[case("250 mcg a day", "250 micrograms a day")]
    #[case("250 ug daily", "250 micrograms a day")]
    #[case("0.25 mg/24 h", "0.25 mg a day")]
    fn trap_21_a_dose_a_day_keeps_its_unit(#[case] typed: &str, #[case] shown: &str) {
        let read: DailyDose = typed.parse().unwrap();
        assert_eq!(read.to_string(), shown);
        assert_eq!(shown.parse::<DailyDose>(), Ok(read));
        assert_ne!("250 mg a day".parse::<DailyDose>(), "250 mcg a day".parse());
    }

    #[rstest]
    #[case("10")]
    #[case("10 mg")]
    #[case("10 mL")]
    #[case("10 g/mL")]
    #[case("2.5 mg a day")]
    fn trap_21_no_unit_is_guessed_for_a_concentration(#[case] typed: &str) {
        assert!(matches!(
            typed.parse::<Concentration>(),
            Err(Problem::NotAConcentration { .. })
        ));
    }

    #[rstest]
    #[case("2.5")]
    #[case("2.5 mg")]
    #[case("2.5 a day")]
    #[case("0 mg a day")]
    #[case("2.5 mg/h")]
    #[case("1 mL a day")]
    fn trap_21_no_unit_is_guessed_for_a_dose(#[case] typed: &str) {
        assert!(matches!(
            typed.parse::<DailyDose>(),
            Err(Problem::NotADailyDose { .. })
        ));
    }
}
