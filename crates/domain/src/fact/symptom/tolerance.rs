//! How long somebody can sit, stand or walk before a symptom stops them: minutes, or as long as they like. Kept as text:
//! "20 min", "unlimited".

use crate::value::issue::Problem;
use std::{fmt, str::FromStr};

/// A tolerance. What nobody asked is not one, and no minutes are a tolerance of zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tolerance {
    /// So many minutes, at most a day.
    Minutes(u16),
    /// As long as they like.
    Unlimited,
}

/// Minutes of a day.
const MOST: u16 = 1440;

impl fmt::Display for Tolerance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Minutes(minutes) => write!(f, "{minutes} min"),
            Self::Unlimited => f.write_str("unlimited"),
        }
    }
}

impl FromStr for Tolerance {
    type Err = Problem;

    /// Understands "20", "20 min", "20 minutes", "2 h", "2 hours", "unlimited", "no limit".
    fn from_str(text: &str) -> Result<Self, Problem> {
        let low = text.trim().to_lowercase();
        if matches!(low.as_str(), "unlimited" | "no limit" | "not limited") {
            return Ok(Self::Unlimited);
        }
        let no = || Problem::NotMinutes {
            text: text.trim().to_owned(),
        };
        let digits = low.find(|c: char| !c.is_ascii_digit()).unwrap_or(low.len());
        let (number, unit) = low.split_at(digits);
        let number: u16 = number.parse().map_err(|_| no())?;
        let minutes = match unit.trim() {
            "" | "m" | "min" | "mins" | "min." | "minute" | "minutes" => Some(number),
            "h" | "hr" | "hrs" | "hour" | "hours" => number.checked_mul(60),
            _ => return Err(no()),
        };
        let out = Problem::OutOfRange {
            min: 0,
            max: MOST.into(),
        };
        minutes
            .filter(|minutes| *minutes <= MOST)
            .map(Self::Minutes)
            .ok_or(out)
    }
}

crate::value::written::as_text!(
    Tolerance,
    "a tolerance as a text, such as \"20 min\" or \"unlimited\""
);

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("20", "20 min")]
    #[case("20min", "20 min")]
    #[case("2 hours", "120 min")]
    #[case("0", "0 min")]
    #[case("Unlimited", "unlimited")]
    #[case("no limit", "unlimited")]
    fn reads_and_prints(#[case] typed: &str, #[case] shown: &str) {
        assert_eq!(typed.parse::<Tolerance>().unwrap().to_string(), shown);
    }

    #[rstest]
    #[case("a while", Problem::NotMinutes { text: "a while".into() })]
    #[case("20-30", Problem::NotMinutes { text: "20-30".into() })]
    #[case("-5", Problem::NotMinutes { text: "-5".into() })]
    #[case("25 h", Problem::OutOfRange { min: 0, max: 1440 })]
    #[case("2000 h", Problem::OutOfRange { min: 0, max: 1440 })]
    fn refuses_what_is_no_number_of_minutes(#[case] typed: &str, #[case] problem: Problem) {
        assert_eq!(typed.parse::<Tolerance>(), Err(problem));
    }
}
