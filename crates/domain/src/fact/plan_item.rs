//! Something that was agreed: a referral, a second opinion, a test, an operation that is considered, a treatment to start or
//! stop, a visit, advice; with who does it, by when, and what came of it. Whether it is overdue follows from the day and is
//! kept nowhere.

use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    context::{Context, ToldBy},
    issue::{Issue, Problem},
    text::Text,
    when::When,
};
use serde::{Deserialize, Serialize};

/// What kind of thing was agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PlanKind"))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A referral to somebody who takes part in treatment.
    Referral,
    /// A second opinion by another specialist.
    SecondOpinion,
    /// An imaging study of any kind.
    Imaging,
    /// A test other than imaging.
    Test,
    /// An operation or revision that is considered.
    OperationConsidered,
    /// A treatment to start.
    TreatmentStart,
    /// A treatment to stop.
    TreatmentStop,
    /// A treatment to change.
    TreatmentChange,
    /// A visit to look again.
    Review,
    /// Advice that was given.
    Advice,
    /// Information that was given, or teaching.
    Information,
    /// Another one, told in words.
    Other,
}

impl Kind {
    /// Whether something was told to the patient, which has topics.
    pub fn is_told(self) -> bool {
        matches!(self, Self::Advice | Self::Information)
    }
}

/// How urgent it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PlanUrgency"))]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// In the usual time.
    Routine,
    /// Sooner than the usual time.
    Soon,
    /// Within days, not on the same day.
    Urgent,
    /// Still on the same day.
    SameDay,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PlanStatus"))]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Still to be done.
    #[default]
    Open,
    /// It was done, with whatever outcome.
    Done,
    /// No longer wanted by who asked.
    Cancelled,
    /// Declined by the patient or by whoever was asked.
    Declined,
}

/// What was talked through with the patient. Each names a subject and says nothing of what was said about it.
///
/// Source: the subjects of patient-education texts on pain after spine surgery and on walking after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PlanTopic"))]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// What an operation or a treatment can reach, and that it may not take all pain away.
    RealisticGoals,
    /// No way of operating promises less pain or a faster recovery.
    NoPromise,
    /// Signs at which to seek help, and where.
    WarningSigns,
    /// Whether walking helps depends on how large a herniation is and where it lies.
    Herniation,
    /// What walking does for heart, lung, muscle and bone.
    HeartMuscleBone,
    /// What walking does for stiffness, mood and weight.
    StiffnessMoodWeight,
    /// When to walk less and when to stop.
    WalkLess,
    /// How to hold oneself when walking.
    Posture,
    /// Shoes that support the foot when walking.
    Shoes,
    /// Level and even ground.
    Ground,
    /// What to do less, and what to keep on doing.
    Activity,
    /// How to lift and carry.
    Lifting,
    /// Weight and the load on discs and joints.
    Weight,
    /// How to sit, stand and work.
    Ergonomics,
}

/// Something that was agreed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanItem {
    /// What kind of thing was agreed.
    pub kind: Kind,
    /// What is to be done, exactly.
    pub what: Text,
    /// What was talked through, of advice and information alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Topic>,
    /// Why, or the question that is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
    /// Who is asked: a person, a service, a hospital.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_of: Option<Text>,
    /// Who sees to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Text>,
    /// When it was agreed or asked for.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub asked_on: When,
    /// By when it is to be done; it may lie ahead.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub due: When,
    /// How urgent; nothing where nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Urgency>,
    /// What became of it.
    #[serde(default)]
    pub state: State,
    /// What came of it, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Text>,
    /// When it came to that; unknown while it is open.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub settled: When,
    /// Who told this or where it was read.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl PlanItem {
    /// Whether it is still to be done.
    pub fn is_open(&self) -> bool {
        self.state == State::Open
    }
}

impl Clinical for PlanItem {
    const CALLED: Option<&'static str> = Some("plan_item");

    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// It was asked for and settled in the patient's life, in that order; what is open is not settled; topics are those of advice
    /// and information.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        context.judge("asked_on", &self.asked_on, &mut issues);
        context.judge("settled", &self.settled, &mut issues);
        for (field, when) in [("due", &self.due), ("settled", &self.settled)] {
            if when.is_before(&self.asked_on) {
                issues.push(Issue::at(field, Problem::EndBeforeStart));
            }
        }
        if self.is_open() && !self.settled.is_unknown() {
            issues.push(Issue::at("state", Problem::RunningAndEnded));
        }
        if !self.topics.is_empty() && !self.kind.is_told() {
            issues.push(Issue::at("topics", Problem::DoNotGoTogether));
        }
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        vec![
            ("asked_on", &mut self.asked_on),
            ("due", &mut self.due),
            ("settled", &mut self.settled),
        ]
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::Told(&self.asked_on)
    }

    fn words(&self) -> Vec<String> {
        let texts = [Some(&self.what), self.asked_of.as_ref(), self.owner.as_ref()];
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
    #[case(r#","asked_on":"3 May 2026","due":"Jan 2027""#, &[])]
    #[case(r#","asked_on":"2027""#, &["asked_on"])]
    #[case(r#","asked_on":"3 May 2026","due":"Apr 2026""#, &["due"])]
    #[case(r#","asked_on":"3 May 2026","state":"done","settled":"4 May 2026","outcome":"seen""#, &[])]
    #[case(r#","asked_on":"3 May 2026","state":"declined","settled":"2 May 2026""#, &["settled"])]
    #[case(r#","settled":"4 May 2026""#, &["state"])]
    #[case(r#","topics":["posture"]"#, &["topics"])]
    fn what_does_not_fit_is_told_at_its_field(#[case] fields: &str, #[case] wanted: &[&str]) {
        let json = format!(r#"{{"kind":"referral","what":"pain clinic"{fields}}}"#);
        let item: PlanItem = serde_json::from_str(&json).unwrap();
        let context = Context {
            today: chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: Birth::AgeAtFirstVisit(50),
        };
        let issues = item.check(&context);
        let paths: Vec<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, wanted);
    }
}
