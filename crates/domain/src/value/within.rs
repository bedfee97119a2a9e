//! Whole numbers that carry their own limits, so that a setting or a reading that exists lies inside them.

use crate::value::{issue::Problem, limit::Limit};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A whole number from `MIN` to `MAX`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Within<const MIN: u16, const MAX: u16>(u16);

impl<const MIN: u16, const MAX: u16> Within<MIN, MAX> {
    /// The number, brought inside the limits where it lies outside; for constants.
    pub(crate) const fn clamped(number: u16) -> Self {
        if number < MIN {
            Within(MIN)
        } else if number > MAX {
            Within(MAX)
        } else {
            Within(number)
        }
    }

    /// The number as a limit that a clinic may set.
    pub(crate) fn limit(self, id: &str, unit: &'static str, source: &str) -> Limit {
        Limit {
            id: id.to_owned(),
            unit,
            source: source.to_owned(),
            built_in: self.0,
            min: MIN,
            max: MAX,
        }
    }

    /// The number, which lies within the limits.
    pub const fn get(self) -> u16 {
        self.0
    }
}

impl<const MIN: u16, const MAX: u16> TryFrom<i64> for Within<MIN, MAX> {
    type Error = Problem;
    fn try_from(number: i64) -> Result<Self, Problem> {
        u16::try_from(number)
            .ok()
            .filter(|number| (MIN..=MAX).contains(number))
            .map(Within)
            .ok_or(Problem::OutOfRange {
                min: MIN.into(),
                max: MAX.into(),
            })
    }
}

impl<const MIN: u16, const MAX: u16> From<Within<MIN, MAX>> for i64 {
    fn from(within: Within<MIN, MAX>) -> i64 {
        within.0.into()
    }
}

impl<const MIN: u16, const MAX: u16> fmt::Display for Within<MIN, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_inside_and_what_lies_beyond_is_refused() {
        type Rating = Within<2, 5>;
        assert_eq!(Rating::try_from(2).map(Rating::get), Ok(2));
        assert_eq!(Rating::try_from(5).map(Rating::get), Ok(5));
        for outside in [1, 6, -1, 70_000] {
            assert_eq!(
                Rating::try_from(outside),
                Err(Problem::OutOfRange { min: 2, max: 5 }),
                "{outside}"
            );
        }
        assert_eq!((Rating::clamped(9).get(), Rating::clamped(0).get()), (5, 2));
        assert!(serde_json::from_str::<Rating>("6").is_err());
    }
}
