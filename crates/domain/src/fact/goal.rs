//! What a patient wants to be able to do again, in the patient's own words. Whether it was reached is said by somebody and
//! never worked out from a score.

use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    context::{Context, ToldBy},
    issue::{Issue, Problem},
    text::Text,
    when::When,
};
use serde::{Deserialize, Serialize};

/// What became of a goal, as somebody said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "GoalStanding"))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It is still to be reached.
    #[default]
    Open,
    /// It was reached.
    Reached,
    /// It was reached in part.
    PartlyReached,
    /// It was given up.
    GivenUp,
}

/// A goal of the patient.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// What is to be reached.
    pub text: Text,
    /// By what it is told that it was reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<Text>,
    /// When it was set.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub set_on: When,
    /// By when it is to be reached; unknown also where no time was set.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub target: When,
    /// What became of it.
    #[serde(default)]
    pub standing: Standing,
    /// When it came to that; unknown while it is open.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub settled: When,
    /// Who said it.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Clinical for Goal {
    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// It was set and came to an end in the patient's life, the end after it was set; what is open has no end. The time by
    /// which it is to be reached lies ahead.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        context.judge("set_on", &self.set_on, &mut issues);
        context.judge("settled", &self.settled, &mut issues);
        for (field, when) in [("target", &self.target), ("settled", &self.settled)] {
            if let (Some((start, _)), Some((_, end))) = (self.set_on.span(), when.span())
                && end < start
            {
                issues.push(Issue::at(field, Problem::EndBeforeStart));
            }
        }
        if self.standing == Standing::Open && !self.settled.is_unknown() {
            issues.push(Issue::at("standing", Problem::RunningAndEnded));
        }
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        vec![
            ("set_on", &mut self.set_on),
            ("target", &mut self.target),
            ("settled", &mut self.settled),
        ]
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::Told(&self.set_on)
    }

    fn words(&self) -> Vec<String> {
        let texts = [Some(&self.text), self.measure.as_ref()];
        texts.into_iter().flatten().map(ToString::to_string).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::born::Birth;
    use rstest::rstest;

    #[rstest]
    #[case("", &[])]
    #[case(r#","set_on":"May 2025","target":"2027","standing":"open""#, &[])]
    #[case(r#","set_on":"2027""#, &["set_on"])]
    #[case(r#","set_on":"May 2025","target":"2024""#, &["target"])]
    #[case(r#","set_on":"May 2025","standing":"reached","settled":"2026""#, &[])]
    #[case(r#","set_on":"May 2025","standing":"given_up","settled":"2024""#, &["settled"])]
    #[case(r#","settled":"2026""#, &["standing"])]
    fn what_is_open_has_no_end_and_nothing_ends_before_it_was_set(
        #[case] fields: &str,
        #[case] wanted: &[&str],
    ) {
        let goal: Goal = serde_json::from_str(&format!(r#"{{"text":"walk to the shop"{fields}}}"#)).unwrap();
        let context = Context {
            today: chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: Birth::AgeAtFirstVisit(50),
        };
        let issues = goal.check(&context);
        let paths: Vec<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, wanted);
    }
}
