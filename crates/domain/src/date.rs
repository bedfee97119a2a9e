//! A date with the precision that was given: a day, a month or a year. A year never becomes 1 January.

use crate::issue::Problem;
use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;

/// What is known of a date. Sorts by its first possible day, the less precise one first. Stored in its sortable form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum PartialDate {
    /// A day.
    Day(NaiveDate),
    /// A month of a year, 1 to 12.
    Month(i32, u32),
    /// A year.
    Year(i32),
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const FIRST_YEAR: i32 = 1850;

impl TryFrom<String> for PartialDate {
    type Error = Problem;
    /// Reads a stored text, which is not judged against the clock.
    fn try_from(raw: String) -> Result<Self, Problem> {
        // "today" and "-3w" mean nothing in what is stored.
        if !raw.chars().any(|c| c.is_ascii_digit())
            || raw.trim_start().starts_with('-')
            || raw.ends_with("ago")
        {
            return Err(Problem::NotADate { text: raw });
        }
        PartialDate::parse(&raw, NaiveDate::from_ymd_opt(2180, 1, 1).unwrap_or_default())
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> String {
        date.iso()
    }
}

impl From<NaiveDate> for PartialDate {
    fn from(day: NaiveDate) -> Self {
        PartialDate::Day(day)
    }
}

impl PartialDate {
    /// The last day it can mean.
    pub fn last(self) -> NaiveDate {
        self.span().1
    }

    /// Whether the day is known.
    pub fn is_day(self) -> bool {
        matches!(self, PartialDate::Day(_))
    }

    /// The first and the last day it can mean.
    pub fn span(self) -> (NaiveDate, NaiveDate) {
        match self {
            PartialDate::Day(day) => (day, day),
            PartialDate::Month(year, month) => {
                let first = NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default();
                (first, first + Months::new(1) - Days::new(1))
            }
            PartialDate::Year(year) => (
                NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default(),
                NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or_default(),
            ),
        }
    }

    /// The sortable form: `2019-05-03`, `2019-05`, `2019`.
    pub fn iso(self) -> String {
        match self {
            PartialDate::Day(day) => day.format("%Y-%m-%d").to_string(),
            PartialDate::Month(year, month) => format!("{year:04}-{month:02}"),
            PartialDate::Year(year) => format!("{year:04}"),
        }
    }

    /// Reads what people type; day before month. `today` resolves "today", "-3w" and two-digit ambiguity is refused
    /// unless the year is written as in `3.5.19`, which is read within the hundred years that end ten years from now.
    pub fn parse(text: &str, today: NaiveDate) -> Result<Self, Problem> {
        let low = text.trim().to_lowercase();
        let no = || Problem::NotADate {
            text: text.trim().to_owned(),
        };
        match low.as_str() {
            "today" => return Ok(PartialDate::Day(today)),
            "yesterday" => return Ok(PartialDate::Day(today - Days::new(1))),
            _ => {}
        }
        if let Some(rest) = low.strip_prefix('-').or_else(|| low.strip_suffix(" ago")) {
            return ago(rest, today).ok_or_else(no);
        }
        let parts: Vec<&str> = low
            .split(|c: char| !c.is_alphanumeric())
            .filter(|part| !part.is_empty())
            .collect();
        let parsed = match parts.as_slice() {
            [year] if is_year(year) => PartialDate::Year(number(year).ok_or_else(no)?),
            [first, second] => month_and_year(first, second).ok_or_else(no)??,
            [first, second, third] => day(first, second, third, today).ok_or_else(no)??,
            _ => return Err(no()),
        };
        let year = parsed.span().0.year();
        if year < FIRST_YEAR || year > today.year() + 10 {
            return Err(Problem::YearOutOfRange);
        }
        Ok(parsed)
    }
}

impl fmt::Display for PartialDate {
    /// Spelled so that no one misreads it: "3 May 2019", "May 2019", "2019".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |month: u32| MONTHS.get(month as usize - 1).copied().unwrap_or("?");
        match *self {
            PartialDate::Day(day) => write!(f, "{} {} {}", day.day(), name(day.month()), day.year()),
            PartialDate::Month(year, month) => write!(f, "{} {year}", name(month)),
            PartialDate::Year(year) => write!(f, "{year}"),
        }
    }
}

fn is_year(part: &str) -> bool {
    part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit())
}

fn number<T: std::str::FromStr>(part: &str) -> Option<T> {
    part.bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| part.parse().ok())
        .flatten()
}

fn month(part: &str) -> Option<u32> {
    if let Some(value) = number::<u32>(part) {
        return (1..=12).contains(&value).then_some(value);
    }
    let at = MONTHS
        .iter()
        .position(|name| part.len() >= 3 && part.starts_with(&name.to_lowercase()))?;
    Some(at as u32 + 1)
}

type Judged = Option<Result<PartialDate, Problem>>;

fn month_and_year(first: &str, second: &str) -> Judged {
    let (month_part, year_part) = if is_year(first) {
        (second, first)
    } else {
        (first, second)
    };
    if !is_year(year_part) {
        let short = year_part.len() == 2 && number::<u32>(year_part).is_some() && month(month_part).is_some();
        return short.then_some(Err(Problem::TwoDigitYear));
    }
    Some(Ok(PartialDate::Month(number(year_part)?, month(month_part)?)))
}

fn day(first: &str, second: &str, third: &str, today: NaiveDate) -> Judged {
    let (day_part, month_part, year_part) =
        match (is_year(first), first.starts_with(|c: char| c.is_ascii_digit())) {
            (true, _) => (third, second, first),
            (false, true) => (first, second, third),
            (false, false) => (second, first, third),
        };
    let year: i32 = if is_year(year_part) {
        number(year_part)?
    } else if year_part.len() == 2 {
        let short: i32 = number(year_part)?;
        let century = (today.year() + 10) / 100 * 100;
        if century + short > today.year() + 10 {
            century - 100 + short
        } else {
            century + short
        }
    } else {
        return None;
    };
    let day: u32 = number(day_part.trim_end_matches(|c: char| c.is_alphabetic()))?;
    let month = month(month_part)?;
    Some(
        NaiveDate::from_ymd_opt(year, month, day)
            .map(PartialDate::Day)
            .ok_or(Problem::NoSuchDay),
    )
}

fn ago(rest: &str, today: NaiveDate) -> Option<PartialDate> {
    use crate::interval::{Interval, Unit};
    let Interval { value, unit } = rest.parse().ok()?;
    let count = u32::from(value);
    Some(match unit {
        Unit::Hour => return None,
        Unit::Day => PartialDate::Day(today.checked_sub_days(Days::new(count.into()))?),
        Unit::Week => PartialDate::Day(today.checked_sub_days(Days::new(u64::from(count) * 7))?),
        Unit::Month => {
            let then = today.checked_sub_months(Months::new(count))?;
            PartialDate::Month(then.year(), then.month())
        }
        Unit::Year => PartialDate::Year(today.checked_sub_months(Months::new(count * 12))?.year()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
    }

    #[rstest]
    #[case("3.5.19", "3 May 2019")]
    #[case("03/05/2019", "3 May 2019")]
    #[case("2019-05-03", "3 May 2019")]
    #[case("3 may 2019", "3 May 2019")]
    #[case("May 3, 2019", "3 May 2019")]
    #[case("3rd May 2019", "3 May 2019")]
    #[case("may 2019", "May 2019")]
    #[case("5/2019", "May 2019")]
    #[case("2019-05", "May 2019")]
    #[case("September 1998", "Sep 1998")]
    #[case("2019", "2019")]
    #[case("today", "23 Nov 2026")]
    #[case("-3w", "2 Nov 2026")]
    #[case("-2m", "Sep 2026")]
    #[case("4 years ago", "2022")]
    #[case("1.1.65", "1 Jan 1965")]
    fn understands_what_is_typed(#[case] typed: &str, #[case] shown: &str) {
        let date = PartialDate::parse(typed, today()).unwrap();
        assert_eq!(date.to_string(), shown);
        assert_eq!(
            PartialDate::parse(shown, today()),
            Ok(date),
            "the normal form reads back as itself"
        );
        assert_eq!(
            PartialDate::parse(&date.iso(), today()),
            Ok(date),
            "and so does the sortable form"
        );
    }

    #[rstest]
    #[case("31.2.2019", Problem::NoSuchDay)]
    #[case("may 19", Problem::TwoDigitYear)]
    #[case("1700", Problem::YearOutOfRange)]
    #[case("2090", Problem::YearOutOfRange)]
    #[case("soon", Problem::NotADate { text: "soon".into() })]
    #[case("13/2019", Problem::NotADate { text: "13/2019".into() })]
    #[case("", Problem::NotADate { text: String::new() })]
    fn refuses(#[case] typed: &str, #[case] problem: Problem) {
        assert_eq!(PartialDate::parse(typed, today()), Err(problem));
    }

    #[test]
    fn a_year_spans_its_days_and_keeps_its_precision() {
        let (from, to) = PartialDate::Year(2019).span();
        assert_eq!(
            (from.to_string(), to.to_string()),
            ("2019-01-01".into(), "2019-12-31".into())
        );
        assert_eq!(PartialDate::Year(2019).iso(), "2019");
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "\\PC{0,40}") {
            drop(PartialDate::parse(&text, today()));
        }
    }
}
