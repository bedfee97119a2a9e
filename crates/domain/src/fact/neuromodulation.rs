//! Neuromodulation as its path: what was thought of and for which pain. What happens on it are facts of their own, each with
//! its time, that name the path: its steps, and the days of the diary of a trial. A person may have several paths.
//!
//! Nothing here says whether a step should be taken.

pub mod step;
pub mod trial_day;

pub use step::{Lead, Step, What};
pub use trial_day::TrialDay;

use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    answer::Answer,
    context::{Context, ToldBy},
    issue::{Issue, Problem},
    level::Side,
    link::Link,
    text::Text,
    when::When,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What is stimulated, or given into the spinal fluid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Therapy {
    /// Stimulation of the spinal cord.
    SpinalCord,
    /// Dorsal root ganglion stimulation.
    DorsalRootGanglion,
    /// Stimulation of a peripheral nerve.
    PeripheralNerve,
    /// Stimulation under the skin of the painful field.
    PeripheralField,
    /// A drug into the spinal fluid.
    IntrathecalDrug,
    /// Another one, told in words.
    Other,
}

impl Therapy {
    /// Words by which it is looked for.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::SpinalCord => &["spinal cord stimulation", "SCS"],
            Self::DorsalRootGanglion => &["dorsal root ganglion stimulation", "DRG"],
            Self::PeripheralNerve => &["peripheral nerve stimulation", "PNS"],
            Self::PeripheralField => &["peripheral nerve field stimulation", "PNFS"],
            Self::IntrathecalDrug => &["intrathecal drug delivery"],
            Self::Other => &[],
        }
    }
}

/// A pain that is rated by itself; no two of them are ever merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "TargetPain"))]
#[serde(rename_all = "snake_case")]
pub enum Pain {
    /// Pain of the back.
    Back,
    /// Pain of a leg.
    Leg,
    /// Pain of the neck.
    Neck,
    /// Pain of an arm.
    Arm,
}

impl Pain {
    /// Every one, from the back on.
    pub const ALL: [Self; 4] = [Self::Back, Self::Leg, Self::Neck, Self::Arm];
}

/// A path, with what was thought of first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Neuromodulation {
    /// What is stimulated or given.
    pub therapy: Therapy,
    /// The same more exactly, or all of it where it is another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
    /// Which pain it is to treat; empty where nobody said.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub targets: BTreeSet<Pain>,
    /// On which side of the patient.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub side: Answer<Side>,
    /// That pain in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_words: Option<Text>,
    /// When it was thought of.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub considered: When,
    /// By whom it was done or decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Text>,
    /// Why, in words that were given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Text>,
    /// Who said it, or where it was read.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// How a step or a day names the path that it belongs to.
pub(super) const CALLED: &str = "neuromodulation";

/// An issue where `link` names something else than a path.
fn names_a_path(link: &Link) -> Option<Issue> {
    let text = || link.to_string();
    (link.what() != CALLED).then(|| Issue::at(CALLED, Problem::NotALink { text: text() }))
}

impl Clinical for Neuromodulation {
    const CALLED: Option<&'static str> = Some(CALLED);

    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// Another therapy is told in words; it was thought of in the patient's life.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        if self.therapy == Therapy::Other && self.words.is_none() {
            issues.push(Issue::at("words", Problem::Required));
        }
        context.judge("considered", &self.considered, &mut issues);
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        vec![("considered", &mut self.considered)]
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::Told(&self.considered)
    }

    fn words(&self) -> Vec<String> {
        let names = self.therapy.names().iter().map(|name| (*name).to_owned());
        let told = [self.words.as_ref(), self.target_words.as_ref()];
        names
            .chain(told.into_iter().flatten().map(ToString::to_string))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::born::Birth;
    use rstest::rstest;

    #[rstest]
    #[case(r#""therapy":"spinal_cord","considered":"May 2025","targets":["leg","back"]"#, &[])]
    #[case(r#""therapy":"other","words":"stimulation of the motor cortex""#, &[])]
    #[case(r#""therapy":"other""#, &["words"])]
    #[case(r#""therapy":"spinal_cord","considered":"2027""#, &["considered"])]
    fn another_therapy_is_told_in_words(#[case] fields: &str, #[case] wanted: &[&str]) {
        let path: Neuromodulation = serde_json::from_str(&format!("{{{fields}}}")).unwrap();
        let context = Context {
            today: chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: Birth::AgeAtFirstVisit(50),
        };
        let issues = path.check(&context);
        let paths: Vec<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, wanted);
    }
}
