//! One finding: what, by its code or in words, where, how severe, and what was measured. A finding that is stated as absent or
//! could not be judged is kept as that.

use super::{kind::FindingKind, measured::FindingMeasures};
use crate::value::{
    answer::Answer,
    issue::{Issue, Problem},
    level::{Levels, Side},
    stated::{StatedAs, says_none},
    text::Text,
};
use serde::{Deserialize, Serialize};

/// How severe a finding is by the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "FindingSeverity"))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Mild, small, slight or minimal.
    Mild,
    /// Between mild and moderate, as told.
    MildToModerate,
    /// Moderate, as the report says.
    Moderate,
    /// Between moderate and severe, as told.
    ModerateToSevere,
    /// Severe, large, marked or high-grade.
    Severe,
}

/// One finding with where it was.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// What was seen, by its code; nothing where it is told in words alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<FindingKind>,
    /// The same in words, all of it where there is no code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<Text>,
    /// How the report states it; where nothing is said, words that begin with "no" say that it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated: Option<StatedAs>,
    /// The levels at which it lies.
    #[serde(default, skip_serializing_if = "Levels::is_empty")]
    pub levels: Levels,
    /// On which side of the patient.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub side: Answer<Side>,
    /// How severe it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// How severe, as it was worded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity_words: Option<Text>,
    /// What was measured there.
    #[serde(default, skip_serializing_if = "FindingMeasures::is_empty")]
    pub measures: FindingMeasures,
}

impl Finding {
    /// Its code: the one that was chosen, else the one that its words say exactly.
    pub fn code(&self) -> Option<FindingKind> {
        self.kind
            .or_else(|| FindingKind::known(self.what.as_ref()?.as_str()))
    }

    /// How it is stated.
    pub fn stated(&self) -> StatedAs {
        match (self.stated, self.kind, &self.what) {
            (Some(stated), ..) => stated,
            (None, None, Some(words)) => StatedAs::by_words(words),
            (None, ..) => StatedAs::Present,
        }
    }

    /// Whether something was seen: it is stated as there, and it is something.
    pub fn is_seen(&self) -> bool {
        self.stated().is_seen() && !self.code().is_some_and(FindingKind::is_nothing)
    }

    /// It says something. Words that deny something beside a code don't tell whether the code is meant: that has to be said.
    pub(super) fn check(&self, path: &str, issues: &mut Vec<Issue>) {
        if self.kind.is_none() && self.what.is_none() && self.measures.is_empty() {
            issues.push(Issue::at(format!("{path}.what"), Problem::Required));
        }
        let denies = self.what.as_ref().is_some_and(|words| says_none(words.as_str()));
        let is_something = self.kind.is_some_and(|kind| !kind.is_nothing());
        if is_something && denies && self.stated.is_none() {
            issues.push(Issue::at(format!("{path}.stated"), Problem::Required));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn read(json: &str) -> Finding {
        serde_json::from_str(json).unwrap()
    }

    #[rstest]
    #[case(
        r#"{"what":"disc herniation","levels":"L5-S1"}"#,
        Some(FindingKind::DiscHerniation),
        StatedAs::Present
    )]
    #[case(
        r#"{"what":"no recurrent herniation"}"#,
        Some(FindingKind::RecurrentHerniation),
        StatedAs::Absent
    )]
    #[case(
        r#"{"what":"no clear instability per letter authors"}"#,
        None,
        StatedAs::Absent
    )]
    #[case(r#"{"what":"CSF leak at L4"}"#, None, StatedAs::Present)]
    #[case(
        r#"{"kind":"discitis","stated":"absent"}"#,
        Some(FindingKind::Discitis),
        StatedAs::Absent
    )]
    #[case(
        r#"{"kind":"tumour","stated":"possible"}"#,
        Some(FindingKind::Tumour),
        StatedAs::Possible
    )]
    #[case(
        r#"{"kind":"solid_fusion","stated":"not_assessable"}"#,
        Some(FindingKind::SolidFusion),
        StatedAs::NotAssessable
    )]
    #[case(
        r#"{"what":"not healed fracture","stated":"present"}"#,
        None,
        StatedAs::Present
    )]
    fn trap_31_what_is_denied_is_absent_and_words_of_today_read_back_the_same(
        #[case] json: &str,
        #[case] code: Option<FindingKind>,
        #[case] stated: StatedAs,
    ) {
        let finding = read(json);
        assert_eq!((finding.code(), finding.stated()), (code, stated));
        assert_eq!(serde_json::to_string(&finding).unwrap(), json);
        assert_eq!(finding.is_seen(), stated.is_seen());
    }

    #[rstest]
    #[case(r#"{"levels":"L4-L5"}"#, &["0.what"])]
    #[case(r#"{"measures":[{"what":"t_score","value":-2.5}]}"#, &[])]
    #[case(r#"{"kind":"recurrent_herniation","what":"none seen"}"#, &["0.stated"])]
    #[case(r#"{"kind":"recurrent_herniation","what":"no fragment"}"#, &["0.stated"])]
    #[case(r#"{"kind":"recurrent_herniation","what":"no fragment","stated":"absent"}"#, &[])]
    #[case(r#"{"kind":"no_finding","what":"normal for age"}"#, &[])]
    fn trap_31_words_that_deny_beside_a_code_ask_how_it_is_stated(
        #[case] json: &str,
        #[case] wanted: &[&str],
    ) {
        let mut issues = Vec::new();
        read(json).check("0", &mut issues);
        let paths: Vec<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, wanted);
    }
}
