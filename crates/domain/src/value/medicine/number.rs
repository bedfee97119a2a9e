//! Amounts as exact decimals: read with comma or point, printed so that no zero can be overlooked, divided last.
//!
//! A [`Number`] is 0 to 999999 with at most six decimals. It prints with a leading zero and no trailing one: 0.5, 5.

use crate::value::misread::MedicineProblem;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// An amount that is not negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Number(Decimal);

const MOST_WHOLE: usize = 6;
const MOST_DECIMALS: usize = 6;

impl Number {
    /// One of whatever is counted.
    pub const ONE: Number = Number(Decimal::ONE);
    /// None at all, which was said and is not missing.
    pub const ZERO: Number = Number(Decimal::ZERO);

    /// The exact decimal, without trailing zeros.
    pub fn value(self) -> Decimal {
        self.0
    }

    /// A whole number, brought down to 999999 where it is larger.
    pub fn whole(value: u32) -> Number {
        Number(Decimal::from(value.min(999_999)))
    }

    /// A fraction such as a half; `text` comes from this module's callers only.
    pub(crate) fn hundredths(value: u32) -> Number {
        Number(Decimal::new(value.into(), 2).normalize())
    }

    pub(crate) fn is_zero(self) -> bool {
        self.0.is_zero()
    }
}

impl FromStr for Number {
    type Err = MedicineProblem;

    /// Reads "5", "5.0" and "0,5". A point without a zero before it (".5" is easily read as 5) and what a reader from another
    /// country would take for thousands are asked back (ISMP list of error-prone dose designations).
    fn from_str(text: &str) -> Result<Self, MedicineProblem> {
        let no = || MedicineProblem::NotANumber {
            text: text.to_owned(),
        };
        let parts: Vec<&str> = text.split(['.', ',']).collect();
        let (whole, decimals) = match parts.as_slice() {
            [whole] => (*whole, ""),
            [whole, decimals] if !decimals.is_empty() => (*whole, *decimals),
            _ => return Err(no()),
        };
        let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
        if !digits(whole) || !digits(decimals) || whole.is_empty() && decimals.is_empty() {
            return Err(no());
        }
        if whole.is_empty() {
            let plain = decimals.trim_start_matches('0');
            return Err(MedicineProblem::TwoNumbers {
                text: text.to_owned(),
                one: format!("0.{decimals}"),
                other: if plain.is_empty() { "0" } else { plain }.to_owned(),
            });
        }
        if decimals.is_empty() && whole.len() > 1 && whole.starts_with('0') {
            let (first, rest) = whole.split_at(1);
            let one = whole.trim_start_matches('0');
            return Err(MedicineProblem::TwoNumbers {
                text: text.to_owned(),
                one: if one.is_empty() {
                    "0".to_owned()
                } else {
                    one.to_owned()
                },
                other: format!("{first}.{rest}"),
            });
        }
        let thousands = decimals.len() == 3 && !whole.starts_with('0');
        if thousands && (text.contains(',') || decimals.ends_with('0')) {
            let short = decimals.trim_end_matches('0');
            let point = if short.is_empty() { "" } else { "." };
            return Err(MedicineProblem::TwoNumbers {
                text: text.to_owned(),
                one: format!("{whole}{decimals}"),
                other: format!("{whole}{point}{short}"),
            });
        }
        if whole.trim_start_matches('0').len() > MOST_WHOLE || decimals.len() > MOST_DECIMALS {
            return Err(no());
        }
        let plain = match decimals.is_empty() {
            true => whole.to_owned(),
            false => format!("{whole}.{decimals}"),
        };
        Decimal::from_str_exact(&plain)
            .map(|value| Number(value.normalize()))
            .map_err(|_| no())
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl TryFrom<String> for Number {
    type Error = MedicineProblem;
    fn try_from(raw: String) -> Result<Self, MedicineProblem> {
        raw.parse()
    }
}

impl From<Number> for String {
    fn from(number: Number) -> String {
        number.to_string()
    }
}

/// A quotient that is divided only when its value is asked for, so that 3 × 1/3 stays 1. `under` is never zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Exact {
    over: Decimal,
    under: Decimal,
}

impl Exact {
    pub(crate) fn of(number: Number) -> Exact {
        Exact {
            over: number.0,
            under: Decimal::ONE,
        }
    }

    /// `over` ÷ `under`; nothing where `under` is zero.
    pub(crate) fn ratio(over: Number, under: Number) -> Option<Exact> {
        (!under.is_zero()).then_some(Exact {
            over: over.0,
            under: under.0,
        })
    }

    pub(crate) fn times(self, other: Exact) -> Option<Exact> {
        Some(Exact {
            over: self.over.checked_mul(other.over)?,
            under: self.under.checked_mul(other.under)?,
        })
    }

    /// The value, to 28 digits where it has no end.
    pub(crate) fn value(self) -> Option<Decimal> {
        self.over.checked_div(self.under).map(|value| value.normalize())
    }

    pub(crate) fn lower(self, other: Exact) -> Option<Exact> {
        Some(if other.value()? < self.value()? {
            other
        } else {
            self
        })
    }
}

/// The value as it is shown, and whether it is rounded: whole where it ends within four decimals, else to two.
pub fn rounded(value: Decimal) -> (Decimal, bool) {
    let value = value.normalize();
    match value.scale() <= 4 {
        true => (value, false),
        false => (value.round_dp(2).normalize(), true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("5", "5")]
    #[case("5.0", "5")]
    #[case("5,0", "5")]
    #[case("0,5", "0.5")]
    #[case("0.125", "0.125")]
    #[case("0,125", "0.125")]
    #[case("3.125", "3.125")]
    #[case("12,50", "12.5")]
    #[case("0", "0")]
    #[case("100", "100")]
    #[case("999999", "999999")]
    #[case("0.000001", "0.000001")]
    fn trap_24_zeros_are_read_and_printed_in_the_safe_form(#[case] typed: &str, #[case] shown: &str) {
        assert_eq!(typed.parse::<Number>().unwrap().to_string(), shown);
    }

    #[rstest]
    #[case("1,000", "1000", "1")]
    #[case("1.500", "1500", "1.5")]
    #[case("3,125", "3125", "3.125")]
    #[case("05", "5", "0.5")]
    #[case("00", "0", "0.0")]
    #[case(".5", "0.5", "5")]
    #[case(",25", "0.25", "25")]
    #[case(".05", "0.05", "5")]
    fn trap_24_a_number_with_two_readings_is_asked_back(
        #[case] typed: &str,
        #[case] one: &str,
        #[case] other: &str,
    ) {
        assert_eq!(
            typed.parse::<Number>(),
            Err(MedicineProblem::TwoNumbers {
                text: typed.to_owned(),
                one: one.to_owned(),
                other: other.to_owned()
            })
        );
    }

    #[rstest]
    #[case("")]
    #[case(".")]
    #[case("5.")]
    #[case("1.2.3")]
    #[case("-5")]
    #[case("1e3")]
    #[case("1000000")]
    #[case("0.0000001")]
    #[case("٣")]
    fn refuses(#[case] typed: &str) {
        assert!(matches!(
            typed.parse::<Number>(),
            Err(MedicineProblem::NotANumber { .. })
        ));
    }

    #[test]
    fn division_comes_last() {
        let third = Exact::ratio(Number::ONE, Number::whole(3)).unwrap();
        let one = third.times(Exact::of(Number::whole(3))).unwrap();
        assert_eq!(one.value(), Some(Decimal::ONE));
        assert_eq!(Exact::ratio(Number::ONE, Number::ZERO), None);
        assert_eq!(rounded(third.value().unwrap()), (Decimal::new(33, 2), true));
        assert_eq!(third.lower(one).unwrap(), third);
        assert_eq!(one.lower(third).unwrap(), third);
        let (whole, is_rounded) = rounded(Decimal::new(288_000, 4));
        assert_eq!((whole.to_string().as_str(), is_rounded), ("28.8", false));
        let (whole, is_rounded) = rounded(Decimal::new(12_345, 4));
        assert_eq!((whole.to_string().as_str(), is_rounded), ("1.2345", false));
    }
}
