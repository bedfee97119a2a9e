//! A walking plan as prescribed: the answers of the clearance, the baseline, the quota it starts with, the target, and what
//! needs care. It runs once a clinician starts it; what happens to it later are events of their own.

use super::{
    baseline::Baseline,
    clearance::ItemAnswer,
    quota::{Quota, Step},
};
use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    context::{Context, ToldBy},
    date::{PartialDate, end_of},
    issue::{Issue, Problem},
    text::Text,
    when::When,
    within::Within,
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Minutes, 1 to 180.
pub type Minutes = Within<1, 180>;

/// What makes a plan need care, set when it is prescribed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "WalkingCaution"))]
#[serde(rename_all = "snake_case")]
pub enum Caution {
    /// Severe sciatica, which long or intense walking may aggravate.
    SevereSciatica,
    /// Stenosis or neurogenic claudication.
    Claudication,
    /// A herniation that presses on a nerve.
    Herniation,
    /// Advanced degeneration of discs and segments.
    Degeneration,
    /// Arthritis of joints of the spine or the leg.
    Arthritis,
    /// Inflammatory disease of the spine.
    Inflammatory,
    /// Bone less dense than it should be.
    Osteoporosis,
    /// A fusion that was not long ago.
    RecentFusion,
    /// Hard or uneven ground.
    Ground,
}

impl Caution {
    /// Every caution, in the order in which they are offered.
    pub const ALL: [Caution; 9] = [
        Caution::SevereSciatica,
        Caution::Claudication,
        Caution::Herniation,
        Caution::Degeneration,
        Caution::Arthritis,
        Caution::Inflammatory,
        Caution::Osteoporosis,
        Caution::RecentFusion,
        Caution::Ground,
    ];
}

/// What the programme leads to, after which it is kept up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Minutes on a day of walking.
    pub minutes: Minutes,
    /// On how many days of the week.
    pub days: Within<1, 7>,
}

impl Target {
    /// Minutes of a whole week.
    pub fn week_minutes(self) -> u32 {
        u32::from(self.minutes.get()) * u32::from(self.days.get())
    }
}

/// A plan as prescribed on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The day on which it was prescribed.
    pub prescribed_on: NaiveDate,
    /// The name of whoever prescribed it.
    pub by: Text,
    /// Answers of the clearance; a question that is not there was not asked.
    #[serde(default)]
    pub answers: Vec<ItemAnswer>,
    /// Three comfortable bouts, where they were taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Baseline>,
    /// What it starts with.
    pub quota: Quota,
    /// What rises when a week went well.
    #[serde(default)]
    pub step: Step,
    /// What it leads to.
    pub target: Target,
    /// What needs care, as somebody ticked it; the record ticks none by itself.
    #[serde(default)]
    pub cautions: BTreeSet<Caution>,
    /// When it was put into the record, where it came from another vault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<DateTime<Utc>>,
    /// Restrictions and precautions as the surgeon or clinician gave them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precautions: Option<Text>,
    /// Whatever has no field of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Plan {
    /// When it was put into the record, as far as that is known; else the end of its day.
    pub fn moment(&self) -> DateTime<Utc> {
        self.at.unwrap_or_else(|| end_of(self.prescribed_on))
    }
}

impl Clinical for Plan {
    fn told_by(&self) -> Option<ToldBy> {
        None
    }

    /// Days of the patient's life that have come, and one answer to each question of the clearance.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        let day = |day: NaiveDate| When::date(PartialDate::Day(day));
        context.judge("prescribed_on", &day(self.prescribed_on), &mut issues);
        for (place, answer) in self.answers.iter().enumerate() {
            let path = format!("answers.{place}");
            context.judge(&format!("{path}.on"), &day(answer.on), &mut issues);
            if self
                .answers
                .iter()
                .take(place)
                .any(|other| other.item == answer.item)
            {
                issues.push(Issue::at(path, Problem::OutOfRange { min: 1, max: 1 }));
            }
        }
        for (place, bout) in self.baseline.iter().flat_map(Baseline::bouts).enumerate() {
            context.judge(&format!("baseline.{place}.on"), &day(bout.on), &mut issues);
        }
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        Vec::new()
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::day(self.prescribed_on)
    }

    fn moment_mut(&mut self) -> Option<&mut Option<DateTime<Utc>>> {
        Some(&mut self.at)
    }

    /// What happened to a plan keeps its order where a document tells days only.
    fn settle(&mut self) {
        self.at = Some(self.moment());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::born::Birth;

    fn plan(fields: &str) -> Plan {
        let text = format!(
            r#"{{"prescribed_on":"2026-11-20","by":"Dr Sample","quota":{{"seconds":300,"bouts_a_day":1,"days_a_week":4}},
            "target":{{"minutes":30,"days":5}}{fields}}}"#
        );
        serde_json::from_str(&text).unwrap()
    }

    fn paths(plan: &Plan) -> Vec<String> {
        let context = Context {
            today: NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: Birth::AgeAtFirstVisit(50),
        };
        plan.check(&context).into_iter().map(|issue| issue.path).collect()
    }

    #[test]
    fn a_plan_needs_its_quota_and_target_and_nothing_ahead_of_today() {
        assert_eq!(plan("").target.week_minutes(), 150);
        assert!(paths(&plan("")).is_empty());
        let ahead = r#","answers":[{"item":"heart","reply":"yes","on":"2026-12-01","by":null}]"#;
        assert_eq!(paths(&plan(ahead)), ["answers.0.on"]);
        let twice = r#","answers":[{"item":"heart","reply":"yes","on":"2026-11-20","by":null},{"item":"heart","reply":"no","on":"2026-11-20","by":null}]"#;
        assert_eq!(paths(&plan(twice)), ["answers.1"]);
        assert!(serde_json::from_str::<Plan>(r#"{"prescribed_on":"2026-11-20","by":"x"}"#).is_err());
    }
}
