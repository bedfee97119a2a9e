//! An imaging note: what was done, how and where, what was found at which level and side, with what it was compared, and the
//! conclusion.

mod finding;
mod kind;
mod measured;
mod study;

pub use finding::{Finding, Severity};
pub use kind::FindingKind;
pub use measured::{FindingMeasure, FindingMeasures, Quantity};
pub use study::{Artefact, Comparison, Contrast, Modality, Position, ReportReview, StudyRegion};

use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    answer::Answer,
    context::{Context, ToldBy},
    issue::{Issue, Problem},
    link::Link,
    numbering::Numbering,
    text::Text,
    when::When,
};
use serde::{Deserialize, Serialize};

/// What one imaging study showed, as it was reported or seen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Imaging {
    /// How the picture was made.
    pub modality: Modality,
    /// How else, where one note tells of a combined study.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Modality>,
    /// When it was made.
    #[serde(default)]
    pub when: When,
    /// Which parts of the body were looked at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub regions: Vec<StudyRegion>,
    /// The patient's position; of several the one that matters.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub position: Answer<Position>,
    /// The contrast; "absent" where none was given.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub contrast: Answer<Contrast>,
    /// What metal did to the picture; "absent" where it did nothing.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub artefact: Answer<Artefact>,
    /// How the levels were counted. They stay as they are told by it.
    #[serde(default, skip_serializing_if = "Numbering::is_empty")]
    pub numbering: Numbering,
    /// What was found or looked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
    /// With what it was compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compared_with: Option<Comparison>,
    /// The conclusion in the words of the report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conclusion: Option<Text>,
    /// What of it was read for this record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<ReportReview>,
    /// Who read the report or saw the pictures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed_by: Option<Text>,
    /// Where the pictures are kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pictures_at: Option<Text>,
    /// Who told this or where it was read.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Imaging {
    /// A note of this kind of imaging, and nothing else said of it.
    pub fn of(modality: Modality, when: When) -> Self {
        Self {
            modality,
            also: Vec::new(),
            when,
            regions: Vec::new(),
            position: Answer::default(),
            contrast: Answer::default(),
            artefact: Answer::default(),
            numbering: Numbering::default(),
            findings: Vec::new(),
            compared_with: None,
            conclusion: None,
            review: None,
            reviewed_by: None,
            pictures_at: None,
            told_by: ToldBy::default(),
            note: None,
        }
    }

    /// Every kind of imaging in it, each once.
    pub fn modalities(&self) -> Vec<Modality> {
        let mut all = vec![self.modality];
        for one in &self.also {
            if !all.contains(one) {
                all.push(*one);
            }
        }
        all
    }
}

impl Clinical for Imaging {
    const CALLED: Option<&'static str> = Some(Comparison::OF);

    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// A note needs a finding, a conclusion or words of its own, and each finding says something; it is compared with another
    /// imaging note; the date must fit the patient's life.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        if self.findings.is_empty() && self.conclusion.is_none() && self.note.is_none() {
            issues.push(Issue::at("findings", Problem::Required));
        }
        for (at, finding) in self.findings.iter().enumerate() {
            finding.check(&format!("findings.{at}"), &mut issues);
        }
        if let Some(Comparison::Entry(link)) = &self.compared_with
            && link.what() != Comparison::OF
        {
            let text = link.to_string();
            issues.push(Issue::at("compared_with", Problem::NotALink { text }));
        }
        context.judge("when", &self.when, &mut issues);
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        vec![("when", &mut self.when)]
    }

    fn links_mut(&mut self) -> Vec<(String, &mut Link)> {
        match &mut self.compared_with {
            Some(Comparison::Entry(link)) => vec![("compared_with".to_owned(), link)],
            _ => Vec::new(),
        }
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::Told(&self.when)
    }

    /// Levels, and what was seen by its code, find the patient; what was looked for and not seen does not.
    fn words(&self) -> Vec<String> {
        let levels = self.findings.iter().map(|one| one.levels.to_string());
        let seen = self.findings.iter().filter(|one| one.is_seen());
        let names = seen.filter_map(|one| one.kind).flat_map(FindingKind::names);
        levels.chain(names.map(|name| (*name).to_owned())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::born::Birth;
    use chrono::NaiveDate;
    use rstest::rstest;

    fn read(fields: &str) -> Imaging {
        serde_json::from_str(&format!(r#"{{"modality":"mri",{fields}}}"#)).unwrap()
    }

    #[rstest]
    #[case(r#""conclusion":"no change""#, &[])]
    #[case(r#""regions":["lumbar"]"#, &["findings"])]
    #[case(r#""findings":[{"kind":"discitis","stated":"absent"}],"compared_with":{"entry":"imaging 1"}"#, &[])]
    #[case(r#""findings":[{"levels":"L4-L5"}]"#, &["findings.0.what"])]
    #[case(r#""note":"n","compared_with":{"entry":"operation 1"}"#, &["compared_with"])]
    #[case(r#""note":"n","when":"2027""#, &["when"])]
    fn a_note_says_something_and_is_compared_with_a_note(#[case] fields: &str, #[case] wanted: &[&str]) {
        let context = Context {
            today: NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: Birth::AgeAtFirstVisit(50),
        };
        let issues = read(fields).check(&context);
        let paths: Vec<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, wanted);
    }

    #[test]
    fn trap_31_what_was_not_seen_finds_nobody() {
        let words = read(
            r#""findings":[{"kind":"recurrent_herniation","levels":"L5-S1"},{"kind":"discitis","stated":"absent"},
            {"what":"no instability","levels":"L3-L4"}]"#,
        )
        .words();
        for word in ["L5-S1", "L3-L4", "recurrent prolapse"] {
            assert!(words.iter().any(|one| one == word), "{word}");
        }
        assert!(
            !words
                .iter()
                .any(|one| one.contains("discitis") || one.contains("instability"))
        );
    }

    #[test]
    fn a_combined_study_names_each_kind_once() {
        let study = read(r#""also":["bone_scan","mri","bone_scan"],"note":"n""#);
        assert_eq!(study.modalities(), [Modality::Mri, Modality::BoneScan]);
    }

    #[rstest]
    #[case("imaging 2", r#"{"entry":"imaging 2"}"#)]
    #[case("CT 2018", r#"{"words":"CT 2018"}"#)]
    #[case("mri 2", r#"{"words":"mri 2"}"#)]
    fn what_it_is_compared_with_is_a_note_or_words(#[case] typed: &str, #[case] json: &str) {
        let one: Comparison = typed.parse().unwrap();
        assert_eq!(serde_json::to_string(&one).unwrap(), json);
        assert_eq!(one.to_string(), typed);
    }
}
