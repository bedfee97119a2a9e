//! What is known of a birth: a date as exact as it was told, or an age.

use crate::value::{
    date::{PartialDate, Typing},
    issue::Problem,
};
use chrono::{Datelike, Months, NaiveDate};
use std::{fmt, str::FromStr};

/// What is known of the birth. A published case gives an age only; no date is invented for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Birth {
    /// A date with its precision.
    Date(PartialDate),
    /// Completed years, 0 to 130, at a date: "age 38 in 2003" is a birth between 1964 and 1965.
    AgeIn(u8, PartialDate),
    /// Completed years at the first visit, 0 to 130.
    AgeAtFirstVisit(u8),
}

impl Birth {
    /// The first and last possible birthday, where a date is known.
    pub fn span(self) -> Option<(NaiveDate, NaiveDate)> {
        match self {
            Birth::Date(date) => Some(date.span()),
            Birth::AgeIn(years, at) => {
                let (from, to) = at.span();
                let (least, most) = (u32::from(years) * 12, (u32::from(years) + 1) * 12);
                let first = from.checked_sub_months(Months::new(most))?.succ_opt()?;
                Some((first, to.checked_sub_months(Months::new(least))?))
            }
            Birth::AgeAtFirstVisit(_) => None,
        }
    }

    /// Completed years on `day`: the least and the most, equal where the birthday is known.
    pub fn age_on(self, day: NaiveDate) -> Option<(u32, u32)> {
        let (first, last) = self.span()?;
        Some((day.years_since(last).unwrap_or(0), day.years_since(first)?))
    }
}

impl fmt::Display for Birth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Birth::Date(date) => write!(f, "{date}"),
            Birth::AgeIn(years, at) => write!(f, "age {years} in {at}"),
            Birth::AgeAtFirstVisit(years) => write!(f, "age {years} at first visit"),
        }
    }
}

impl Birth {
    /// Reads what people type. A two-digit year is the last such year that is not ahead of the day of typing: nobody is born
    /// in the future.
    ///
    /// # Errors
    /// What [`PartialDate::parse`] objects to, and [`Problem::OutOfRange`] for an age above 130.
    pub fn parse(text: &str, typing: Typing) -> Result<Self, Problem> {
        if let Some(born) = by_age(text, Some(typing)) {
            return born;
        }
        let date = PartialDate::parse(text, typing)?;
        let typed_in_full = text.contains(&date.span().0.year().to_string());
        Ok(Birth::Date(match date {
            PartialDate::Day(day) if day > typing.today && !typed_in_full => {
                PartialDate::Day(day.checked_sub_months(Months::new(1200)).unwrap_or(day))
            }
            other => other,
        }))
    }
}

/// A birth that is told by an age: "age 52", "age 38 in 2003", "38 years old in May 2003".
fn by_age(text: &str, typing: Option<Typing>) -> Option<Result<Birth, Problem>> {
    let low = text.trim().to_lowercase();
    let said = ["at the age of ", "at age ", "aged ", "age "]
        .iter()
        .find_map(|word| low.strip_prefix(word));
    let (years, at) = match said.unwrap_or(&low).split_once(" in ") {
        Some((years, at)) => (years, Some(at)),
        None => (said?, None),
    };
    let years = [" at first visit", " years old", " years", " y", "y"]
        .iter()
        .fold(years.trim(), |years, word| {
            years.strip_suffix(word).unwrap_or(years).trim()
        });
    if said.is_none() && !years.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let years = match years.parse::<u8>() {
        Ok(years) if years <= 130 => years,
        _ => return Some(Err(Problem::OutOfRange { min: 0, max: 130 })),
    };
    Some(match at {
        Some(at) => PartialDate::read(at, typing).map(|at| Birth::AgeIn(years, at)),
        None => Ok(Birth::AgeAtFirstVisit(years)),
    })
}

impl FromStr for Birth {
    type Err = Problem;

    /// Reads a stored text, which is not judged against the clock.
    fn from_str(text: &str) -> Result<Self, Problem> {
        by_age(text, None).unwrap_or_else(|| PartialDate::stored(text).map(Birth::Date))
    }
}

crate::value::written::as_text!(
    Birth,
    "a birth as a text, such as \"3 May 1961\", \"1961\", \"age 52 at first visit\" or \"age 38 in 2003\""
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_from_a_year_is_a_range() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        assert_eq!("1976".parse::<Birth>().unwrap().age_on(day), Some((49, 50)));
        assert_eq!(
            "24 Nov 1976".parse::<Birth>().unwrap().age_on(day),
            Some((49, 49))
        );
        assert_eq!(
            "age 27 at first visit".parse::<Birth>().unwrap().age_on(day),
            None
        );
    }

    #[test]
    fn a_two_digit_birth_year_lies_in_the_past() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let read = |text| Birth::parse(text, Typing::on(today)).unwrap().to_string();
        assert_eq!(read("1.1.30"), "1 Jan 1930");
        assert_eq!(read("3.5.19"), "3 May 2019");
        assert_eq!(
            read("1 Jan 2030"),
            "1 Jan 2030",
            "typed in full it is kept and told as an issue"
        );
    }

    #[test]
    fn an_age_at_a_date_is_a_birth_within_two_years_and_is_kept_as_told() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        for typed in [
            "age 38 in 2003",
            "Aged 38 in 2003",
            "38 years old in 2003",
            "38 in 2003",
        ] {
            let born = Birth::parse(typed, Typing::on(today)).unwrap();
            assert_eq!(born.to_string(), "age 38 in 2003");
            assert_eq!(born.to_string().parse::<Birth>(), Ok(born));
            let (first, last) = born.span().unwrap();
            assert_eq!(
                (first.to_string(), last.to_string()),
                ("1964-01-02".into(), "1965-12-31".into())
            );
            assert_eq!(born.age_on(today), Some((60, 62)));
        }
        assert_eq!(
            Birth::parse("age 38 in 3003", Typing::on(today)),
            Err(Problem::YearOutOfRange),
            "the date is judged as any other"
        );
    }

    #[test]
    fn a_stored_birth_has_its_year_in_full() {
        assert_eq!("1.1.30".parse::<Birth>(), Err(Problem::TwoDigitYear));
        assert_eq!(
            "age 200".parse::<Birth>(),
            Err(Problem::OutOfRange { min: 0, max: 130 })
        );
    }
}
