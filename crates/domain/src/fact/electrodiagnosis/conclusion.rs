//! What a report of nerve and muscle tests concludes: which kind of damage, at which root or nerve, on which side, how old. A
//! study without abnormality says what was tested showed none, and excludes nothing.

use crate::value::{
    answer::Answer,
    issue::{Issue, Problem},
    level::{Levels, Side, Target},
    stated::StatedAs,
    text::Text,
};
use serde::{Deserialize, Serialize};

/// What is concluded from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum NerveConclusion {
    /// Damage of a nerve root.
    Radiculopathy,
    /// Damage of the plexus of arm or leg.
    Plexopathy,
    /// Damage of one nerve, such as by entrapment.
    Mononeuropathy,
    /// Damage of many nerves, such as by diabetes.
    Polyneuropathy,
    /// Conduction in the cord is disturbed.
    CordConduction,
    /// Disease of the muscle itself.
    Myopathy,
    /// Nothing abnormal in what was tested.
    NoAbnormality,
    /// The report comes to no conclusion.
    Inconclusive,
    /// Another conclusion, told in words.
    Other,
}

impl NerveConclusion {
    /// Words by which it is looked for, the usual one first.
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Self::Radiculopathy => &["radiculopathy", "root lesion"],
            Self::Plexopathy => &["plexopathy"],
            Self::Mononeuropathy => &["mononeuropathy", "entrapment neuropathy"],
            Self::Polyneuropathy => &["polyneuropathy", "peripheral neuropathy"],
            Self::CordConduction => &["central conduction", "myelopathy"],
            Self::Myopathy => &["myopathy"],
            Self::NoAbnormality | Self::Inconclusive | Self::Other => &[],
        }
    }

    /// Whether it names something that can be there or not.
    pub fn is_something(self) -> bool {
        !matches!(self, Self::NoAbnormality | Self::Inconclusive)
    }
}

/// How old the damage looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Chronicity {
    /// New: denervation goes on.
    Acute,
    /// Some weeks to months old.
    Subacute,
    /// Old: muscle was taken over by other nerves.
    Chronic,
    /// Old, with denervation that goes on.
    ChronicActive,
}

/// One conclusion of a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConclusionPart {
    /// What is concluded from it.
    pub kind: NerveConclusion,
    /// How the report states it; present where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated: Option<StatedAs>,
    /// The nerve roots that it names.
    #[serde(default, skip_serializing_if = "Levels::is_empty")]
    pub roots: Levels,
    /// The nerve that it names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nerve: Option<Text>,
    /// On which side of the patient.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub side: Answer<Side>,
    /// How old it looks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chronicity: Option<Chronicity>,
    /// The same in words; all of it where the kind is another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
}

impl ConclusionPart {
    /// How it is stated.
    pub fn stated(&self) -> StatedAs {
        self.stated.unwrap_or(StatedAs::Present)
    }

    /// Whether damage is stated as there, surely or possibly.
    pub fn is_seen(&self) -> bool {
        self.kind.is_something() && self.stated().is_seen()
    }

    /// Another one is told in words, roots are roots, and words that deny something ask how it is stated.
    pub(super) fn check(&self, path: &str, issues: &mut Vec<Issue>) {
        if self.kind == NerveConclusion::Other && self.words.is_none() {
            issues.push(Issue::at(format!("{path}.words"), Problem::Required));
        }
        let other = |target: &&Target| !matches!(target, Target::Root(..));
        if let Some(target) = self.roots.targets().iter().find(other) {
            let text = target.to_string();
            issues.push(Issue::at(format!("{path}.roots"), Problem::NotARoot { text }));
        }
        let words = self.words.as_ref();
        let denies = words.is_some_and(|words| StatedAs::by_words(words) == StatedAs::Absent);
        if self.kind.is_something() && self.stated.is_none() && denies {
            issues.push(Issue::at(format!("{path}.stated"), Problem::Required));
        }
    }
}
