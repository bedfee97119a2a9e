//! The person. A family name and what is known of the birth suffice.

use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    born::Birth,
    context::{Context, ToldBy},
    issue::{Issue, Problem},
    text::Text,
    when::When,
};
use chrono::Datelike;
use serde::{Deserialize, Serialize};

/// Longest family name, given names or record number, in characters. They stand in every list and on every page.
pub const LONGEST_NAME: usize = 200;

/// Sex as recorded for clinical use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the sexes name themselves")]
pub enum Sex {
    Female,
    Male,
    Other,
}

/// Where a published case comes from. A record with a citation is a sample, not a person's record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// Its title; nothing where that was not seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Who wrote it; nothing where that was not seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authors: Option<Text>,
    /// Journal, site or congress.
    pub source: Text,
    /// The year in which it was published.
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
    /// Their name, as letters print it under their copies.
    pub name: Text,
}

/// The person whom the record is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Patient {
    /// Family name, with its particles.
    pub family: Text,
    /// Given names; nothing where only one name is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<Text>,
    /// What is known of the birth.
    pub born: Birth,
    /// Sex as recorded for clinical use; nothing where nobody recorded it.
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
    /// Whatever has no field of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Patient {
    /// The name as lists and titles show it: "Family, Given".
    pub fn shown_name(&self) -> String {
        match &self.given {
            Some(given) => format!("{}, {given}", self.family),
            None => self.family.to_string(),
        }
    }
}

impl Clinical for Patient {
    fn told_by(&self) -> Option<ToldBy> {
        None
    }

    /// A birth in the future, or outside the years people live; names and a number longer than [`LONGEST_NAME`] or
    /// of several lines.
    fn check(&self, context: &Context) -> Vec<Issue> {
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
        let broken = lines
            .into_iter()
            .filter(|(_, text)| text.is_some_and(|text| !text.is_line()));
        issues.extend(broken.map(|(path, _)| Issue::at(path, Problem::ControlCharacter)));
        if let Some((first, _)) = self.born.span() {
            let at = match self.born {
                Birth::AgeIn(_, at) => at.span().0,
                _ => first,
            };
            if at > context.today {
                issues.push(Issue::at("born", Problem::InFuture));
            } else if first.year() < context.today.year() - 130 {
                issues.push(Issue::at("born", Problem::YearOutOfRange));
            }
        }
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        Vec::new()
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::AsRecorded
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn issues(patient: &Patient) -> Vec<Issue> {
        patient.check(&Context {
            today: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
            born: patient.born,
        })
    }

    #[test]
    fn a_birth_in_the_future_is_an_issue_at_the_field() {
        let patient: Patient = serde_json::from_str(r#"{"family":"Sample","born":"2027-01-01"}"#).unwrap();
        assert_eq!(issues(&patient), vec![Issue::at("born", Problem::InFuture)]);
    }

    #[test]
    fn names_and_number_are_as_long_as_a_form_takes_them() {
        let mut patient: Patient = serde_json::from_str(r#"{"family":"Sample","born":"1970"}"#).unwrap();
        let text = |length: usize| Text::new(&"\u{5d0}".repeat(length)).unwrap();
        patient.given = Some(text(200));
        assert_eq!(issues(&patient), []);
        (patient.family, patient.given) = (text(201), Some(text(201)));
        patient.record_number = Some(text(201));
        let paths: Vec<String> = issues(&patient).into_iter().map(|issue| issue.path).collect();
        assert_eq!(paths, ["family", "given", "record_number"]);
    }

    #[test]
    fn a_field_that_is_not_known_is_refused() {
        assert!(serde_json::from_str::<Patient>(r#"{"family":"Sample","born":"1970","height":3}"#).is_err());
    }
}
