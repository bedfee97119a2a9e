//! A file that was attached to a record: a report, a letter, a picture. What it is stands here; its bytes lie in the vault
//! beside the facts, are named by their hash and never change.

mod file;

pub use file::{ContentHash, FileSize, MOST_BYTES, Media, StoredFile};

use crate::fact::clinical::{Clinical, InTime};
use crate::fact::kept::Kept;
use crate::value::{
    context::{Context, ToldBy},
    issue::{Issue, Problem},
    level::Levels,
    link::Link,
    text::Text,
    when::When,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Most files that one record holds.
pub const MOST_FILES: usize = 200;

/// What kind of paper or picture it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// The report of an imaging study.
    ImagingReport,
    /// The note of an operation or an intervention.
    OperationNote,
    /// A letter from or to somebody who takes part in treatment.
    Letter,
    /// The report of a laboratory or of nerve and muscle tests.
    TestReport,
    /// A picture of an imaging study.
    ImagingPicture,
    /// A photograph: a scar, a posture, a medicine box.
    Photograph,
    /// A form that was filled in: a consent, a questionnaire.
    Form,
    /// Another one, told by its title.
    Other,
}

impl DocumentKind {
    /// Every kind, in the order of the form.
    pub const ALL: [Self; 8] = [
        Self::ImagingReport,
        Self::OperationNote,
        Self::Letter,
        Self::TestReport,
        Self::ImagingPicture,
        Self::Photograph,
        Self::Form,
        Self::Other,
    ];

    /// The word in which it is kept.
    pub fn name(self) -> &'static str {
        match self {
            Self::ImagingReport => "imaging_report",
            Self::OperationNote => "operation_note",
            Self::Letter => "letter",
            Self::TestReport => "test_report",
            Self::ImagingPicture => "imaging_picture",
            Self::Photograph => "photograph",
            Self::Form => "form",
            Self::Other => "other",
        }
    }
}

/// A file that was attached to a record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// What kind of paper or picture it is.
    pub kind: DocumentKind,
    /// What it is, in a few words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// The date of the study, the operation or the letter, not that of the file.
    #[serde(default)]
    pub when: When,
    /// The levels that it tells of.
    #[serde(default, skip_serializing_if = "Levels::is_empty")]
    pub levels: Levels,
    /// What it says, in one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conclusion: Option<Text>,
    /// The entry that it belongs to: the imaging note of this report, the operation of this note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Link>,
    /// The file itself names somebody else, and it was taken in knowingly.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub names_another: bool,
    /// The file, which no amendment changes.
    pub file: StoredFile,
    /// Who said so, mostly the document itself.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Clinical for Document {
    const CALLED: Option<&'static str> = Some("document");

    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// What is no kind of its own has a title; the date must fit the patient's life; a document belongs to something else than
    /// a document.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        if self.kind == DocumentKind::Other && self.title.is_none() {
            issues.push(Issue::at("title", Problem::Required));
        }
        context.judge("when", &self.when, &mut issues);
        if let Some(about) = &self.about
            && Some(about.what()) == Self::CALLED
        {
            let text = about.to_string();
            issues.push(Issue::at("about", Problem::NotALink { text }));
        }
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        vec![("when", &mut self.when)]
    }

    fn links_mut(&mut self) -> Vec<(String, &mut Link)> {
        let about = self.about.as_mut();
        about.map(|link| ("about".to_owned(), link)).into_iter().collect()
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::Told(&self.when)
    }

    /// Its title, its conclusion, its levels and the name of the file find the patient.
    fn words(&self) -> Vec<String> {
        let texts = [
            self.title.as_ref(),
            self.conclusion.as_ref(),
            Some(&self.file.name),
        ];
        let levels = (!self.levels.is_empty()).then(|| self.levels.to_string());
        let texts = texts.into_iter().flatten().map(ToString::to_string);
        texts.chain(levels).collect()
    }

    /// The same file stands once in a record, and no record holds more files than so many.
    fn crowded(list: &[Kept<Self>]) -> Vec<(usize, Problem)> {
        let mut seen = BTreeSet::new();
        let judged = list.iter().enumerate().filter_map(|(at, one)| {
            if !seen.insert(&one.file.sha256) {
                return Some((at, Problem::FileInRecord));
            }
            let most = MOST_FILES;
            (at == most).then_some((at, Problem::TooManyFiles { most }))
        });
        judged.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_named_as_it_is_kept() {
        for kind in DocumentKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.name());
        }
    }
    use crate::value::born::Birth;
    use chrono::NaiveDate;
    use rstest::rstest;

    fn read(fields: &str) -> Document {
        let hash = "ab".repeat(32);
        serde_json::from_str(&format!(
            r#"{{"file":{{"name":"mri.pdf","media":"pdf","bytes":10,"sha256":"{hash}"}},{fields}}}"#
        ))
        .unwrap()
    }

    #[rstest]
    #[case(r#""kind":"letter""#, &[])]
    #[case(r#""kind":"imaging_report","about":"imaging 1","when":"May 2026""#, &[])]
    #[case(r#""kind":"other""#, &["title"])]
    #[case(r#""kind":"other","title":"insurance form""#, &[])]
    #[case(r#""kind":"letter","when":"2027""#, &["when"])]
    #[case(r#""kind":"letter","about":"document 1""#, &["about"])]
    fn what_is_attached_is_named_and_lies_in_the_life(#[case] fields: &str, #[case] wanted: &[&str]) {
        let context = Context {
            today: NaiveDate::from_ymd_opt(2026, 11, 30).unwrap(),
            born: Birth::AgeAtFirstVisit(50),
        };
        let issues = read(fields).check(&context);
        let paths: Vec<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, wanted);
    }

    #[test]
    fn the_same_file_stands_once_and_the_first_one_too_many_is_told() {
        let one = |number: usize| {
            let mut one = read(r#""kind":"letter""#);
            one.file.sha256 = format!("{number:064x}").parse().unwrap();
            Kept::from(one)
        };
        let mut list: Vec<_> = (0..MOST_FILES).map(one).collect();
        assert_eq!(Document::crowded(&list), []);
        list.push(one(MOST_FILES));
        let most = MOST_FILES;
        assert_eq!(
            Document::crowded(&list),
            [(MOST_FILES, Problem::TooManyFiles { most })]
        );
        assert_eq!(
            Document::crowded(&[one(1), one(2), one(1)]),
            [(2, Problem::FileInRecord)]
        );
    }

    #[test]
    fn it_is_found_by_what_it_is_and_says() {
        let words = read(
            r#""kind":"letter","title":"from the surgeon","conclusion":"fusion solid","levels":"L4-S1""#,
        )
        .words();
        assert_eq!(words, ["from the surgeon", "fusion solid", "mri.pdf", "L4-S1"]);
    }
}
