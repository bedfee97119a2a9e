//! The person. A family name or given name and what is known of the birth suffice.

use crate::{
    date::{PartialDate, Typing},
    issue::{Issue, Problem},
    text::Text,
};
use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Longest family name, given names or record number, in characters. They stand in every list and on every page.
pub const LONGEST_NAME: usize = 200;

/// Sex as recorded for clinical use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
    /// Another.
    Other,
}

/// What is known of the birth. A published case gives an age only; no date is invented for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Born {
    /// A date with its precision.
    Date(PartialDate),
    /// Completed years, 0 to 130, at a date: "age 38 in 2003" is a birth between 1964 and 1965.
    AgeIn(u8, PartialDate),
    /// Completed years at the first visit, 0 to 130.
    AgeAtFirstVisit(u8),
}

impl Born {
    /// The first and last possible birthday, where a date is known.
    pub fn span(self) -> Option<(NaiveDate, NaiveDate)> {
        match self {
            Born::Date(date) => Some(date.span()),
            Born::AgeIn(years, at) => {
                let (from, to) = at.span();
                let (least, most) = (u32::from(years) * 12, (u32::from(years) + 1) * 12);
                let first = from.checked_sub_months(Months::new(most))?.succ_opt()?;
                Some((first, to.checked_sub_months(Months::new(least))?))
            }
            Born::AgeAtFirstVisit(_) => None,
        }
    }

    /// Completed years on `day`: the least and the most, equal where the birthday is known.
    pub fn age_on(self, day: NaiveDate) -> Option<(u32, u32)> {
        let (first, last) = self.span()?;
        Some((day.years_since(last).unwrap_or(0), day.years_since(first)?))
    }
}

impl fmt::Display for Born {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Born::Date(date) => write!(f, "{date}"),
            Born::AgeIn(years, at) => write!(f, "age {years} in {at}"),
            Born::AgeAtFirstVisit(years) => write!(f, "age {years} at first visit"),
        }
    }
}

impl Born {
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
        Ok(Born::Date(match date {
            PartialDate::Day(day) if day > typing.today && !typed_in_full => {
                PartialDate::Day(day.checked_sub_months(Months::new(1200)).unwrap_or(day))
            }
            other => other,
        }))
    }
}

/// A birth that is told by an age: "age 52", "age 38 in 2003", "38 years old in May 2003".
fn by_age(text: &str, typing: Option<Typing>) -> Option<Result<Born, Problem>> {
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
        Some(at) => PartialDate::read(at, typing).map(|at| Born::AgeIn(years, at)),
        None => Ok(Born::AgeAtFirstVisit(years)),
    })
}

impl FromStr for Born {
    type Err = Problem;

    /// Reads a stored text, which is not judged against the clock.
    fn from_str(text: &str) -> Result<Self, Problem> {
        by_age(text, None).unwrap_or_else(|| PartialDate::stored(text).map(Born::Date))
    }
}

crate::written::as_text!(
    Born,
    "a birth as a text, such as \"3 May 1961\", \"1961\", \"age 52 at first visit\" or \"age 38 in 2003\""
);

/// Where a published case comes from. A record with a citation is a sample, not a person's record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// Title, where seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Authors, where seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authors: Option<Text>,
    /// Journal, site or congress.
    pub source: Text,
    /// Year of publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// Where to find it: DOI or address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locator: Option<Text>,
}

/// One of the people who care for the patient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CareMember {
    /// What they are to the patient: family doctor, surgeon, physiotherapist.
    pub role: Text,
    /// Their name.
    pub name: Text,
}

/// The person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Patient {
    /// Family name, with its particles.
    pub family: Text,
    /// Given names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<Text>,
    /// What is known of the birth.
    pub born: Born,
    /// Sex as recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// The clinic's own number for the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record_number: Option<Text>,
    /// Telephone, address, e-mail, as lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contact: Vec<Text>,
    /// Work, and what the pain did to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occupation: Option<Text>,
    /// Who cares for the patient.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub care_team: Vec<CareMember>,
    /// Where a published case comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub citation: Option<Citation>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Patient {
    /// "Family, Given".
    pub fn shown_name(&self) -> String {
        match &self.given {
            Some(given) => format!("{}, {given}", self.family),
            None => self.family.to_string(),
        }
    }

    /// A birth in the future, or outside the years people live; names and a number longer than [`LONGEST_NAME`].
    pub fn check(&self, today: NaiveDate) -> Vec<Issue> {
        let lines = [
            ("family", Some(&self.family)),
            ("given", self.given.as_ref()),
            ("record_number", self.record_number.as_ref()),
        ];
        let mut issues: Vec<Issue> = lines
            .into_iter()
            .filter(|(_, text)| text.is_some_and(|text| text.as_str().chars().count() > LONGEST_NAME))
            .map(|(path, _)| Issue::at(path, Problem::TooLong { limit: LONGEST_NAME }))
            .collect();
        if let Some((first, _)) = self.born.span() {
            let at = match self.born {
                Born::AgeIn(_, at) => at.span().0,
                _ => first,
            };
            if at > today {
                issues.push(Issue::at("born", Problem::InFuture));
            } else if first.year() < today.year() - 130 {
                issues.push(Issue::at("born", Problem::YearOutOfRange));
            }
        }
        issues
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_from_a_year_is_a_range() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        assert_eq!("1976".parse::<Born>().unwrap().age_on(day), Some((49, 50)));
        assert_eq!("24 Nov 1976".parse::<Born>().unwrap().age_on(day), Some((49, 49)));
        assert_eq!("age 27 at first visit".parse::<Born>().unwrap().age_on(day), None);
    }

    #[test]
    fn a_two_digit_birth_year_lies_in_the_past() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let read = |text| Born::parse(text, Typing::on(today)).unwrap().to_string();
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
            let born = Born::parse(typed, Typing::on(today)).unwrap();
            assert_eq!(born.to_string(), "age 38 in 2003");
            assert_eq!(born.to_string().parse::<Born>(), Ok(born));
            let (first, last) = born.span().unwrap();
            assert_eq!(
                (first.to_string(), last.to_string()),
                ("1964-01-02".into(), "1965-12-31".into())
            );
            assert_eq!(born.age_on(today), Some((60, 62)));
        }
        assert_eq!(
            Born::parse("age 38 in 3003", Typing::on(today)),
            Err(Problem::YearOutOfRange),
            "the date is judged as any other"
        );
    }

    #[test]
    fn a_stored_birth_has_its_year_in_full() {
        assert_eq!("1.1.30".parse::<Born>(), Err(Problem::TwoDigitYear));
        assert_eq!(
            "age 200".parse::<Born>(),
            Err(Problem::OutOfRange { min: 0, max: 130 })
        );
    }

    #[test]
    fn a_birth_in_the_future_is_an_issue_at_the_field() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let patient: Patient = serde_json::from_str(r#"{"family":"Sample","born":"2027-01-01"}"#).unwrap();
        assert_eq!(patient.check(today), vec![Issue::at("born", Problem::InFuture)]);
    }

    #[test]
    fn names_and_number_are_as_long_as_a_form_takes_them() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let mut patient: Patient = serde_json::from_str(r#"{"family":"Sample","born":"1970"}"#).unwrap();
        let text = |length: usize| Text::new(&"\u{5d0}".repeat(length)).unwrap();
        patient.given = Some(text(200));
        assert_eq!(patient.check(today), []);
        (patient.family, patient.given) = (text(201), Some(text(201)));
        patient.record_number = Some(text(201));
        let paths: Vec<String> = patient.check(today).into_iter().map(|issue| issue.path).collect();
        assert_eq!(paths, ["family", "given", "record_number"]);
    }

    #[test]
    fn a_field_that_is_not_known_is_refused() {
        assert!(serde_json::from_str::<Patient>(r#"{"family":"Sample","born":"1970","height":3}"#).is_err());
    }
}
