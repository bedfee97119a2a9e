//! The range that a laboratory printed beside a value, as far as it is one of numbers: "0-5", "<5", "> 60", "2.0 – 3.0", "up to 5".
//! A value is set against the range that stood beside it and against no other.

use super::measured::{Comparator, Quantity};
use serde::{Deserialize, Serialize};

/// A range of numbers, in the unit of the value beside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// The least that lies in it, where it has one, and whether that number itself does.
    pub low: Option<(f64, bool)>,
    /// The highest that lies in it, where it has one, and whether that number itself does.
    pub high: Option<(f64, bool)>,
}

/// On which side of its range a value surely lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outside {
    /// It lies below the range.
    Below,
    /// It lies above the range.
    Above,
}

impl Range {
    /// The range that is written so; nothing where it is not one of numbers alone, or in another unit.
    pub fn read(text: &str, unit: &str) -> Option<Self> {
        let text = text.trim().trim_matches(['(', ')', '[', ']']).trim();
        let text = text.strip_suffix(unit).unwrap_or(text).trim();
        let low = text.to_lowercase();
        let open = |text: &str| number(text).map(|value| (value, true));
        if let Some(rest) = low.strip_prefix("up to ").or_else(|| low.strip_prefix("max ")) {
            return Some(Self {
                low: None,
                high: Some(open(rest)?),
            });
        }
        if let (Some(sign), rest) = Comparator::split(text) {
            let end = Some((
                number(rest)?,
                matches!(sign, Comparator::AtMost | Comparator::AtLeast),
            ));
            return Some(match sign.is_below() {
                true => Self { low: None, high: end },
                false => Self { low: end, high: None },
            });
        }
        let dash = |c: char| matches!(c, '-' | '–' | '—' | '−');
        let from = text.strip_prefix(dash).unwrap_or(text);
        let (first, second) = from.split_once(dash).or_else(|| from.split_once(" to "))?;
        let first = text.get(..text.len() - from.len() + first.len())?;
        let (low, high) = (open(first)?, open(second)?);
        (low.0 <= high.0).then_some(Self {
            low: Some(low),
            high: Some(high),
        })
    }

    /// Where a value surely lies outside the range, and on which side. A limit says only what it leaves no doubt about.
    pub fn outside(&self, quantity: &Quantity) -> Option<Outside> {
        let value = quantity.value;
        let may = |sign: fn(Comparator) -> bool| quantity.comparator.is_none_or(sign);
        let strict = matches!(quantity.comparator, Some(Comparator::Below | Comparator::Above));
        let beyond = |end: f64, holds: bool, more: bool| {
            let past = if more { value > end } else { value < end };
            // "<5" where 5 itself lies in the range is outside; where it does not, "5" is outside too.
            past || (value == end && (strict || !holds))
        };
        let above = self.high.filter(|_| may(|sign| !sign.is_below()));
        if above.is_some_and(|(end, holds)| beyond(end, holds, true)) {
            return Some(Outside::Above);
        }
        let below = self.low.filter(|_| may(Comparator::is_below));
        below
            .is_some_and(|(end, holds)| beyond(end, holds, false))
            .then_some(Outside::Below)
    }
}

fn number(text: &str) -> Option<f64> {
    let text = text.trim().replace(',', ".").replace('−', "-");
    let digits = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-'));
    text.parse().ok().filter(|_| digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn range(text: &str) -> Option<(Option<f64>, Option<f64>)> {
        let range = Range::read(text, "mg/L")?;
        Some((range.low.map(|one| one.0), range.high.map(|one| one.0)))
    }

    #[rstest]
    #[case("0-5", Some((Some(0.0), Some(5.0))))]
    #[case("(0 – 5 mg/L)", Some((Some(0.0), Some(5.0))))]
    #[case("2,0-3,0", Some((Some(2.0), Some(3.0))))]
    #[case("2 to 3", Some((Some(2.0), Some(3.0))))]
    #[case("-2-2", Some((Some(-2.0), Some(2.0))))]
    #[case("<5", Some((None, Some(5.0))))]
    #[case("up to 5", Some((None, Some(5.0))))]
    #[case("> 60", Some((Some(60.0), None)))]
    #[case("5-0", None)]
    #[case("see report", None)]
    #[case("0-5 mg/dL", None)]
    #[case("female 3.5-5", None)]
    #[case("", None)]
    fn a_range_is_one_of_numbers_or_none(
        #[case] text: &str,
        #[case] wanted: Option<(Option<f64>, Option<f64>)>,
    ) {
        assert_eq!(range(text), wanted);
    }

    #[rstest]
    #[case("0-5", None, 5.0, None)]
    #[case("0-5", None, 5.1, Some(Outside::Above))]
    #[case("<5", None, 5.0, Some(Outside::Above))]
    #[case("<5", Some(Comparator::Below), 5.0, None)]
    #[case("0-5", Some(Comparator::Above), 5.0, Some(Outside::Above))]
    #[case("0-5", Some(Comparator::Above), 4.0, None)]
    #[case("3-10", Some(Comparator::Below), 5.0, None)]
    #[case("3-10", Some(Comparator::Below), 3.0, Some(Outside::Below))]
    #[case("3-10", Some(Comparator::AtMost), 3.0, None)]
    #[case(">60", Some(Comparator::AtLeast), 90.0, None)]
    #[case(">60", None, 42.0, Some(Outside::Below))]
    fn a_value_lies_outside_only_where_nothing_else_can_be_meant(
        #[case] text: &str,
        #[case] comparator: Option<Comparator>,
        #[case] value: f64,
        #[case] wanted: Option<Outside>,
    ) {
        let quantity = Quantity {
            comparator,
            value,
            unit: None,
            places: 0,
        };
        assert_eq!(Range::read(text, "").unwrap().outside(&quantity), wanted);
    }
}
