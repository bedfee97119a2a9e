//! A length of time as people say it: "2 months", "6 weeks". Never converted to days behind one's back.

use crate::value::issue::Problem;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The unit a length of time was given in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the shorter units name themselves")]
pub enum Unit {
    Hour,
    Day,
    Week,
    /// Calendar months, which have no fixed length.
    Month,
    /// Calendar years of twelve months.
    Year,
}

impl Unit {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Unit::Hour => "hour",
            Unit::Day => "day",
            Unit::Week => "week",
            Unit::Month => "month",
            Unit::Year => "year",
        }
    }

    pub(crate) fn parse(word: &str) -> Option<Unit> {
        Some(match word {
            "h" | "hr" | "hrs" | "hour" | "hours" => Unit::Hour,
            "d" | "day" | "days" => Unit::Day,
            "w" | "wk" | "wks" | "week" | "weeks" => Unit::Week,
            "m" | "mo" | "mos" | "month" | "months" => Unit::Month,
            "y" | "yr" | "yrs" | "year" | "years" | "a" => Unit::Year,
            _ => return None,
        })
    }
}

/// So many units. `value` is 0 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Interval {
    /// How many of the unit, 0 to 9999.
    pub value: u16,
    /// The unit in which it was given.
    pub unit: Unit,
}

/// How long an interval is, so that "1 week", "7 days" and "168 hours" are the same. Months are of no fixed length and are
/// never the same as days or weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Length {
    /// Hours, into which days and weeks are turned too.
    Hours(u32),
    /// Calendar months, into which years are turned too.
    Months(u32),
}

impl Interval {
    /// How long it is.
    pub fn length(self) -> Length {
        let count = u32::from(self.value);
        match self.unit {
            Unit::Hour => Length::Hours(count),
            Unit::Day => Length::Hours(count * 24),
            Unit::Week => Length::Hours(count * 24 * 7),
            Unit::Month => Length::Months(count),
            Unit::Year => Length::Months(count * 12),
        }
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {}{}",
            self.value,
            self.unit.name(),
            if self.value == 1 { "" } else { "s" }
        )
    }
}

impl FromStr for Interval {
    type Err = Problem;

    /// Understands "2 months", "6w", "1 year", "a year".
    fn from_str(text: &str) -> Result<Self, Problem> {
        let no = || Problem::NotAnInterval {
            text: text.trim().to_owned(),
        };
        let low = text.trim().to_lowercase();
        let digits = low.find(|c: char| !c.is_ascii_digit()).unwrap_or(low.len());
        let (number, word) = low.split_at(digits);
        let (value, word) = match (number, word.trim().split_once(' ')) {
            ("", Some(("a" | "an" | "one", rest))) => (1, rest.trim()),
            _ => (number.parse::<u16>().map_err(|_| no())?, word.trim()),
        };
        if value > 9999 {
            return Err(no());
        }
        Unit::parse(word)
            .map(|unit| Interval { value, unit })
            .ok_or_else(no)
    }
}

crate::value::written::as_text!(
    Interval,
    "a length of time as a text, such as \"6 weeks\" or \"3 months\""
);

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("2 months", "2 months")]
    #[case("6w", "6 weeks")]
    #[case("1 YEAR", "1 year")]
    #[case("a year", "1 year")]
    #[case("0 days", "0 days")]
    fn reads_and_prints(#[case] typed: &str, #[case] shown: &str) {
        assert_eq!(typed.parse::<Interval>().unwrap().to_string(), shown);
    }

    #[rstest]
    #[case("months")]
    #[case("3")]
    #[case("3 moons")]
    #[case("99999 days")]
    #[case("")]
    fn refuses(#[case] typed: &str) {
        assert!(matches!(
            typed.parse::<Interval>(),
            Err(Problem::NotAnInterval { .. })
        ));
    }
}
