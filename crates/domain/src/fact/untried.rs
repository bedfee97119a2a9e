//! A treatment that was considered and not tried, and why. It is no treatment: nothing that counts what was tried counts it.

use crate::{
    fact::{
        clinical::{Clinical, InTime},
        treatment::Kind,
    },
    value::{
        answer::Answer,
        context::{Context, ToldBy},
        issue::{Issue, Problem},
        text::Text,
        when::When,
    },
};
use serde::{Deserialize, Serialize};

/// Why it was not tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum NotTriedBecause {
    /// The patient chose so.
    PatientChoice,
    /// Something speaks against it.
    Contraindication,
    /// It is not to be had here.
    NotAvailable,
    /// It costs too much, or is not covered.
    Cost,
    /// It is waited for.
    Waiting,
    /// It was judged not to suit.
    NotSuitable,
    /// Another reason, told in words.
    Other,
}

/// A treatment that was not tried.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UntriedTreatment {
    /// The kind of treatment.
    pub kind: Kind,
    /// Which one; nothing where the kind as a whole is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Why it was not tried.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub because: Answer<NotTriedBecause>,
    /// Why it was not, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because_words: Option<Text>,
    /// When it was considered.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub considered: When,
    /// Who decided, by name or role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<Text>,
    /// Who said that it was not.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Clinical for UntriedTreatment {
    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// It was considered in the patient's life, and another reason is told in words.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        context.judge("considered", &self.considered, &mut issues);
        if self.because.value() == Some(&NotTriedBecause::Other) && self.because_words.is_none() {
            issues.push(Issue::at("because_words", Problem::Required));
        }
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        vec![("considered", &mut self.considered)]
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::Told(&self.considered)
    }

    fn words(&self) -> Vec<String> {
        self.name.iter().map(ToString::to_string).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::born::Birth;
    use rstest::rstest;

    #[rstest]
    #[case("", &[])]
    #[case(r#","name":"spinal cord stimulation","because":{"value":"waiting"},"considered":"May 2025""#, &[])]
    #[case(r#","because":{"missing":"unknown"}"#, &[])]
    #[case(r#","because":{"value":"other"}"#, &["because_words"])]
    #[case(r#","because":{"value":"other"},"because_words":"moves abroad""#, &[])]
    #[case(r#","considered":"2027""#, &["considered"])]
    fn another_reason_is_told_in_words(#[case] fields: &str, #[case] wanted: &[&str]) {
        let untried: UntriedTreatment =
            serde_json::from_str(&format!(r#"{{"kind":"block"{fields}}}"#)).unwrap();
        let context = Context {
            today: chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: Birth::AgeAtFirstVisit(50),
        };
        let issues = untried.check(&context);
        let paths: Vec<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, wanted);
    }
}
