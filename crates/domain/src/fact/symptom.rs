//! A symptom as a course: where, which side, how far it spreads, what it feels like, what it depends on, when it began and
//! ended, and what it has to do with an operation. Back and limb are rows of their own.

pub mod area;
pub mod course;
mod distance;
pub mod quality;
mod tolerance;

pub use distance::{Distance, DistanceUnit};
pub use tolerance::Tolerance;

use self::{
    area::Area,
    course::{Pattern, Relation, TimeOfDay, Trend},
};
use crate::{
    fact::{
        clinical::{Clinical, InTime},
        score::{Nrs, PainKind},
    },
    value::{
        answer::Answer,
        context::{Context, ToldBy},
        interval::Interval,
        issue::{Issue, Problem},
        level::{Levels, Side, Target},
        reply::Reply,
        text::Text,
        when::{Anchor, When},
    },
};
use serde::{Deserialize, Serialize};

/// A symptom with its course.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Symptom {
    /// Where: low back, leg, neck, arm, or in other words.
    pub site: Text,
    /// Side of the patient.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub side: Answer<Side>,
    /// More on the side: "right more than left".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side_words: Option<Text>,
    /// Levels it is linked to: the painful level.
    #[serde(default, skip_serializing_if = "Levels::is_empty")]
    pub levels: Levels,
    /// Where it spreads to, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub radiation: Option<Text>,
    /// The dermatomes in which it is felt, by their roots.
    #[serde(default, skip_serializing_if = "Levels::is_empty")]
    pub dermatomes: Levels,
    /// Whether it reaches below the knee.
    #[serde(default, skip_serializing_if = "Reply::is_not_asked")]
    pub below_knee: Reply,
    /// Whether it reaches below the elbow.
    #[serde(default, skip_serializing_if = "Reply::is_not_asked")]
    pub below_elbow: Reply,
    /// Where on the body map it is felt.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<Area>,
    /// What it feels like.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub qualities: Vec<Text>,
    /// When it began, as it was told.
    #[serde(default)]
    pub onset: When,
    /// How it began, such as after a fall.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub onset_words: Option<Text>,
    /// When it was over; nothing where nobody said that it is. Unknown where it is over and nobody knows since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolved: Option<When>,
    /// What it has to do with an operation.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub relation: Answer<Relation>,
    /// With which operation of the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operation: Option<Anchor>,
    /// How it comes and goes.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub pattern: Answer<Pattern>,
    /// Whether it is getting better or worse.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub trend: Answer<Trend>,
    /// When in the day it is worst.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub time_of_day: Answer<TimeOfDay>,
    /// What makes it worse.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aggravating: Vec<Text>,
    /// What eases it or takes it away.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relieving: Vec<Text>,
    /// How long sitting is possible.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub sitting: Answer<Tolerance>,
    /// How long standing is possible.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub standing: Answer<Tolerance>,
    /// How long walking is possible.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub walking: Answer<Tolerance>,
    /// How far walking goes until it comes.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub walking_distance: Answer<Distance>,
    /// How strong, 0 to 10, as it was said with the symptom.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub intensity: Answer<Nrs>,
    /// Which pain that rates; left out where it was not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intensity_kind: Option<PainKind>,
    /// The time it looks back on; left out where it was not said, and for pain now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intensity_period: Option<Interval>,
    /// When the rating was given.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub intensity_when: When,
    /// Who told this or where it was read.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Symptom {
    /// Nobody said that it is over.
    pub fn is_present(&self) -> bool {
        self.resolved.is_none()
    }

    /// A rating belongs to its number, and pain now looks back on no time.
    fn check_rating(&self, context: &Context, issues: &mut Vec<Issue>) {
        context.judge("intensity_when", &self.intensity_when, issues);
        let is_asked = self.intensity_kind.is_some() || self.intensity_period.is_some();
        if self.intensity.value().is_none() && (is_asked || !self.intensity_when.is_unknown()) {
            issues.push(Issue::at("intensity", Problem::Required));
        }
        if self.intensity_kind == Some(PainKind::Now) && self.intensity_period.is_some() {
            issues.push(Issue::at("intensity_period", Problem::PeriodOfNow));
        }
    }
}

impl Clinical for Symptom {
    const CALLED: Option<&'static str> = Some("symptom");

    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// It lies in the patient's life and ends after it began; a dermatome is that of a root; an operation is named with what it
    /// has to do with it. Whether that fits the operation's date is asked of the record.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        context.judge("onset", &self.onset, &mut issues);
        if let Some(resolved) = &self.resolved {
            context.judge("resolved", resolved, &mut issues);
            if resolved.is_before(&self.onset) {
                issues.push(Issue::at("resolved", Problem::EndBeforeStart));
            }
        }
        let other = |target: &&Target| !matches!(target, Target::Root(..));
        if let Some(target) = self.dermatomes.targets().iter().find(other) {
            let text = target.to_string();
            issues.push(Issue::at("dermatomes", Problem::NotARoot { text }));
        }
        if let Some(operation) = &self.operation {
            if !matches!(operation, Anchor::Operation(_)) {
                let what = "operation".to_owned();
                issues.push(Issue::at("operation", Problem::NoSuchAnchor { what, number: 0 }));
            }
            if self.relation.value().is_none() {
                issues.push(Issue::at("relation", Problem::Required));
            }
        }
        area::check(&self.areas, &mut issues);
        self.check_rating(context, &mut issues);
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        let resolved = self.resolved.as_mut().map(|when| ("resolved", when));
        let others = [
            ("onset", &mut self.onset),
            ("intensity_when", &mut self.intensity_when),
        ];
        others.into_iter().chain(resolved).collect()
    }

    fn anchors_mut(&mut self) -> Vec<(&'static str, &mut Anchor)> {
        let operation = self.operation.as_mut().map(|anchor| ("operation", anchor));
        let resolved = self.resolved.as_mut().map(|when| ("resolved", when));
        let times = [
            ("onset", &mut self.onset),
            ("intensity_when", &mut self.intensity_when),
        ];
        let times = times.into_iter().chain(resolved);
        times
            .filter_map(|(field, when)| Some((field, when.anchor_mut()?)))
            .chain(operation)
            .collect()
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::Told(&self.onset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::born::Birth;
    use rstest::rstest;

    #[rstest]
    #[case(r#""onset":"2019","resolved":"May 2021""#, &[])]
    #[case(r#""onset":"2021","resolved":"2019""#, &["resolved"])]
    #[case(r#""resolved":"unknown""#, &[])]
    #[case(r#""resolved":"2027""#, &["resolved"])]
    #[case(r#""dermatomes":"L5 root, S1 root""#, &[])]
    #[case(r#""dermatomes":"L5-S1""#, &["dermatomes"])]
    #[case(r#""operation":"operation 1""#, &["relation"])]
    #[case(r#""relation":{"value":"new"},"operation":"operation 1""#, &[])]
    #[case(r#""relation":{"value":"new"},"operation":"treatment 1""#, &["operation"])]
    #[case(r#""relation":{"missing":"unknown"}"#, &[])]
    #[case(
        r#""areas":[{"region":"front.knee.left","feeling":"pain"},{"region":"front.knee.left","feeling":"numbness"}]"#,
        &[]
    )]
    #[case(
        r#""areas":[{"region":"front.knee.left","feeling":"pain"},{"region":"front.knee.left","feeling":"pain"}]"#,
        &["areas.1.region"]
    )]
    #[case(r#""intensity":{"value":7},"intensity_kind":"worst","intensity_period":"7 days","intensity_when":"2026""#, &[])]
    #[case(r#""intensity":{"value":7},"intensity_kind":"now","intensity_period":"7 days""#, &["intensity_period"])]
    #[case(r#""intensity_kind":"worst""#, &["intensity"])]
    #[case(r#""intensity":{"value":7},"intensity_when":"2027""#, &["intensity_when"])]
    fn what_does_not_go_together_is_told_at_its_field(#[case] fields: &str, #[case] wanted: &[&str]) {
        let symptom: Symptom = serde_json::from_str(&format!(r#"{{"site":"leg",{fields}}}"#)).unwrap();
        let context = Context {
            today: chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: Birth::AgeAtFirstVisit(50),
        };
        let issues = symptom.check(&context);
        let paths: Vec<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, wanted);
        let again = serde_json::to_string(&symptom).unwrap();
        assert_eq!(serde_json::from_str::<Symptom>(&again).unwrap(), symptom);
    }

    #[test]
    fn a_symptom_as_it_was_written_before_courses_is_read_and_written_as_it_was() {
        let old = r#"{"site":"leg","side":{"value":"left"},"qualities":["burning"],"onset":"2 months after operation 2","intensity":{"value":7},"told_by":"patient"}"#;
        let symptom: Symptom = serde_json::from_str(old).unwrap();
        assert_eq!(serde_json::to_string(&symptom).unwrap(), old);
        assert!(symptom.is_present());
    }
}
