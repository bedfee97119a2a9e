//! What a patient wants to be able to do again, in the patient's own words. Whether it was reached is said by somebody and
//! never worked out from a score.

use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    context::{Context, ToldBy},
    issue::{Issue, Problem},
    text::Text,
    when::When,
    within::Within,
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
    /// It was reached, all of it.
    Reached,
    /// It was reached in part.
    PartlyReached,
    /// It was given up.
    GivenUp,
}

/// From 0, nothing of it, to 10, all of it.
pub type Tenths = Within<0, 10>;

/// How far a goal was reached, as somebody said once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attainment {
    /// When it was said.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub when: When,
    /// How far, from 0 to 10.
    pub reached: Tenths,
    /// The same in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
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
    /// How much it matters to the patient, from 0 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub importance: Option<Tenths>,
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
    /// Why it was given up, or how it was reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Text>,
    /// How far it was reached, told again and again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attainments: Vec<Attainment>,
    /// Who told this or where it was read.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Goal {
    /// How far it was reached, the latest first; those without a date at the end, as they were told.
    pub fn course(&self) -> Vec<&Attainment> {
        let mut all: Vec<&Attainment> = self.attainments.iter().collect();
        all.sort_by_key(|one| std::cmp::Reverse(one.when.span()));
        all
    }
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
            if when.is_before(&self.set_on) {
                issues.push(Issue::at(field, Problem::EndBeforeStart));
            }
        }
        for (at, one) in self.attainments.iter().enumerate() {
            context.judge(&format!("attainments.{at}.when"), &one.when, &mut issues);
        }
        if self.standing == Standing::Open && !self.settled.is_unknown() {
            issues.push(Issue::at("standing", Problem::RunningAndEnded));
        }
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        let own = [
            ("set_on", &mut self.set_on),
            ("target", &mut self.target),
            ("settled", &mut self.settled),
        ];
        let told = self.attainments.iter_mut();
        own.into_iter()
            .chain(told.map(|one| ("attainments", &mut one.when)))
            .collect()
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
    #[case(r#","importance":9,"attainments":[{"when":"May 2026","reached":3},{"when":"2027","reached":6}]"#, &["attainments.1.when"])]
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

    #[test]
    fn the_newest_attainment_comes_first_and_none_goes_beyond_ten() {
        let told = r#"{"text":"walk","attainments":[{"reached":1},{"when":"2025","reached":2},{"when":"May 2026","reached":6}]}"#;
        let goal: Goal = serde_json::from_str(told).unwrap();
        let reached: Vec<u16> = goal.course().iter().map(|one| one.reached.get()).collect();
        assert_eq!(reached, [6, 2, 1]);
        for wrong in ["11", "-1"] {
            let told = format!(r#"{{"text":"walk","attainments":[{{"reached":{wrong}}}]}}"#);
            assert!(serde_json::from_str::<Goal>(&told).is_err(), "{wrong}");
        }
    }
}
