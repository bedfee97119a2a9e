//! Who said something, and the patient and day that everything said is checked against.

use crate::value::{
    born::Birth,
    issue::{Issue, Problem},
    when::When,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Who said something, or from what it was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ToldBy {
    /// The patient remembers it.
    Patient,
    /// A clinician found it.
    #[default]
    Clinician,
    /// It stands in a document: operation note, letter, report.
    Document,
    /// A device measured it.
    Device,
}

impl ToldBy {
    /// The word in which it is stored.
    pub fn name(self) -> &'static str {
        match self {
            ToldBy::Patient => "patient",
            ToldBy::Clinician => "clinician",
            ToldBy::Document => "document",
            ToldBy::Device => "device",
        }
    }
}

/// What a fact is checked against.
#[derive(Debug, Clone, Copy)]
pub struct Context {
    /// The day on which the check is made.
    pub today: NaiveDate,
    /// When the patient was born.
    pub born: Birth,
}

impl Context {
    /// Whether `when` lies after today or before birth, as far as its precision tells.
    pub fn judge(&self, path: &str, when: &When, issues: &mut Vec<Issue>) {
        let (from, to) = when.bounds();
        if from.is_some_and(|from| from > self.today) {
            issues.push(Issue::at(path, Problem::InFuture));
        }
        let born = self.born.span();
        if born.zip(to).is_some_and(|((earliest, _), to)| to < earliest) {
            issues.push(Issue::at(path, Problem::BeforeBirth));
        }
    }
}
