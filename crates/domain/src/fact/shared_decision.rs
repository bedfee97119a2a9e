//! A decision that was taken together: what was discussed, which ways there were, doing nothing among them, which risks were
//! told, what the patient decided and whether consent was given. It is kept as it was said and judged by nobody.

use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    answer::Answer,
    context::{Context, ToldBy},
    issue::{Issue, Problem},
    reply::Reply,
    text::Text,
    when::When,
};
use serde::{Deserialize, Serialize};

/// What kind of way it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "DecisionWay"))]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// A treatment or test, told in words.
    #[default]
    Treatment,
    /// Waiting while somebody watches the course.
    WatchfulWaiting,
    /// No treatment, also nobody who watches.
    NoTreatment,
}

/// A way that was discussed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsideredOption {
    /// What kind of way it is.
    #[serde(default)]
    pub way: Way,
    /// Which treatment or test, or more on the way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
    /// Why it was or was not wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
    /// Whether it was decided on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub chosen: bool,
}

/// Whether consent was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ConsentGiven"))]
#[serde(rename_all = "snake_case")]
pub enum Consent {
    /// The patient gave it.
    Given,
    /// The patient did not give it.
    Declined,
    /// The patient put it off.
    Deferred,
}

/// A decision that was taken together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharedDecision {
    /// What was discussed, in one line.
    pub about: Text,
    /// On which day it was talked through.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub when: When,
    /// The ways that were discussed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<ConsideredOption>,
    /// The risks that were told; `absent` means that none were told.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub risks: Answer<Vec<Text>>,
    /// What the patient decided, in the patient's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Text>,
    /// Whether consent was given.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub consent: Answer<Consent>,
    /// Who talked it through with the patient.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Text>,
    /// Whether a signed document was seen.
    #[serde(default, skip_serializing_if = "Reply::is_not_asked")]
    pub document: Reply,
    /// Who told this or where it was read.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Clinical for SharedDecision {
    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// It was talked through in the patient's life, and a treatment that was discussed is named.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        context.judge("when", &self.when, &mut issues);
        for (at, one) in self.options.iter().enumerate() {
            if one.way == Way::Treatment && one.words.is_none() {
                issues.push(Issue::at(format!("options.{at}.words"), Problem::Required));
            }
        }
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        vec![("when", &mut self.when)]
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::Told(&self.when)
    }

    fn words(&self) -> Vec<String> {
        let options = self.options.iter().filter_map(|one| one.words.as_ref());
        [&self.about]
            .into_iter()
            .chain(options)
            .map(ToString::to_string)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::born::Birth;
    use rstest::rstest;

    #[rstest]
    #[case("", &[])]
    #[case(r#","options":[{"way":"watchful_waiting","reason":"pain is easing","chosen":true}]"#, &[])]
    #[case(r#","options":[{"way":"no_treatment"},{"reason":"too soon"}]"#, &["options.1.words"])]
    #[case(r#","when":"2027""#, &["when"])]
    fn a_treatment_is_named_and_waiting_needs_no_more_words(#[case] fields: &str, #[case] wanted: &[&str]) {
        let json = format!(r#"{{"about":"revision at L4-L5"{fields}}}"#);
        let decision: SharedDecision = serde_json::from_str(&json).unwrap();
        let context = Context {
            today: chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: Birth::AgeAtFirstVisit(50),
        };
        let issues = decision.check(&context);
        let paths: Vec<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, wanted);
    }
}
