//! What was found at a place: tests that provoke pain at the sacroiliac joint and the facet joints, tenderness, trigger points,
//! scars, wounds and the pockets of devices. A count of positive tests is a count and no diagnosis.
//!
//! Source: the five sacroiliac tests are those of Laslett and others, Manual Therapy 2005.

use super::power::LimbSide;
use crate::value::{
    answer::Answer,
    issue::{Issue, Problem},
    level::{Levels, Side},
    text::Text,
};
use serde::{Deserialize, Serialize};

/// A test that provokes pain at a joint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ProvocationTest"))]
#[serde(rename_all = "snake_case")]
pub enum ProvocationTest {
    /// Both iliac crests are pushed apart from the front.
    Distraction,
    /// The thigh is pushed down through the bent hip.
    ThighThrust,
    /// One hip is bent, the other stretched over the edge.
    Gaenslen,
    /// The upper iliac crest is pushed down from the side.
    Compression,
    /// The sacrum is pushed forwards from behind.
    SacralThrust,
    /// The lower back is bent backwards and turned to a side.
    LumbarFacetLoading,
    /// The neck is bent backwards and turned to a side.
    CervicalFacetLoading,
}

impl ProvocationTest {
    /// The five tests of the sacroiliac joint.
    pub const SACROILIAC: [Self; 5] = [
        Self::Distraction,
        Self::ThighThrust,
        Self::Gaenslen,
        Self::Compression,
        Self::SacralThrust,
    ];

    /// The word in which it is stored.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Distraction => "distraction",
            Self::ThighThrust => "thigh_thrust",
            Self::Gaenslen => "gaenslen",
            Self::Compression => "compression",
            Self::SacralThrust => "sacral_thrust",
            Self::LumbarFacetLoading => "lumbar_facet_loading",
            Self::CervicalFacetLoading => "cervical_facet_loading",
        }
    }

    /// Whether it is one of the five of the sacroiliac joint.
    pub fn is_sacroiliac(self) -> bool {
        Self::SACROILIAC.contains(&self)
    }
}

/// What a test that provokes pain brought about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ProvocationResult"))]
#[serde(rename_all = "snake_case")]
pub enum ProvocationResult {
    /// The pain that the patient knows.
    Positive,
    /// No pain, or another one.
    Negative,
    /// It was not done; that is not negative.
    NotDone,
}

/// A test that provokes pain, on one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Provocation {
    /// Which test was done.
    pub test: ProvocationTest,
    /// On which side of the patient.
    pub side: LimbSide,
    /// What it brought about.
    pub found: ProvocationResult,
}

/// How many of the five sacroiliac tests were done on a side, and how many of them were positive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SacroiliacCount {
    /// So many provoked the pain.
    pub positive: usize,
    /// So many were done at all.
    pub done: usize,
}

impl SacroiliacCount {
    /// The count of one side; nothing where none was done there.
    pub fn of(tests: &[Provocation], side: LimbSide) -> Option<Self> {
        let of_side = tests
            .iter()
            .filter(|one| one.side == side && one.test.is_sacroiliac());
        let mut count = Self { positive: 0, done: 0 };
        for one in of_side {
            count.positive += usize::from(one.found == ProvocationResult::Positive);
            count.done += usize::from(one.found != ProvocationResult::NotDone);
        }
        (count.done > 0).then_some(count)
    }
}

/// What was looked for at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "LocalWhat"))]
#[serde(rename_all = "snake_case")]
pub enum LocalWhat {
    /// Pain when it is pressed.
    Tenderness,
    /// A spot in a muscle that hurts elsewhere when pressed.
    TriggerPoint,
    /// The scar of an operation.
    Scar,
    /// A wound that may not have healed.
    Wound,
    /// The place where a generator or pump lies under the skin.
    DevicePocket,
}

/// In which state it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "LocalState"))]
#[serde(rename_all = "snake_case")]
pub enum LocalState {
    /// It is there; for tenderness and trigger points.
    Present,
    /// It was looked for and is not there; for tenderness and trigger points.
    Absent,
    /// Nothing is the matter with it: healed, dry, not tender. It stands alone.
    Quiet,
    /// It hurts on pressure.
    Tender,
    /// The skin is red.
    Red,
    /// The skin is warm.
    Warm,
    /// It is swollen, or something moves under the skin.
    Swollen,
    /// The skin is not closed.
    Open,
    /// Something comes out of it.
    Discharging,
    /// It is raised or broadened.
    Thickened,
    /// It does not glide on what lies below.
    Adherent,
}

impl LocalWhat {
    /// The states in which it can be found, the quiet one first.
    pub fn states(self) -> &'static [LocalState] {
        use LocalState as State;
        match self {
            Self::Tenderness | Self::TriggerPoint => &[State::Absent, State::Present],
            Self::Scar => &[
                State::Quiet,
                State::Tender,
                State::Red,
                State::Warm,
                State::Swollen,
                State::Open,
                State::Discharging,
                State::Thickened,
                State::Adherent,
            ],
            Self::Wound | Self::DevicePocket => &[
                State::Quiet,
                State::Tender,
                State::Red,
                State::Warm,
                State::Swollen,
                State::Open,
                State::Discharging,
            ],
        }
    }
}

/// What was found at one place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocalFinding {
    /// What was looked for.
    pub what: LocalWhat,
    /// Its state, one or several that go together.
    pub states: Vec<LocalState>,
    /// At which levels, where it lies at any.
    #[serde(default, skip_serializing_if = "Levels::is_empty")]
    pub levels: Levels,
    /// On which side of the patient.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub side: Answer<Side>,
    /// Where exactly, and how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
}

impl LocalFinding {
    /// Whether nothing is the matter there.
    pub fn is_quiet(&self) -> bool {
        self.states.iter().all(|state| quiet(*state))
    }

    /// What is wrong with it: it has a state that fits, each once, and one that says that nothing is there stands alone.
    pub(super) fn issue(&self, at: usize) -> Option<Issue> {
        let fits = |state: &LocalState| self.what.states().contains(state);
        let mut sorted = self.states.clone();
        sorted.sort_unstable();
        sorted.dedup();
        let alone = self.states.len() == 1 || !self.states.iter().any(|state| quiet(*state));
        let problem = if self.states.is_empty() {
            Problem::Required
        } else if !alone || !self.states.iter().all(fits) || sorted.len() < self.states.len() {
            Problem::DoNotGoTogether
        } else {
            return None;
        };
        Some(Issue::at(format!("local.{at}.states"), problem))
    }
}

/// Whether it says that nothing is the matter.
fn quiet(state: LocalState) -> bool {
    matches!(state, LocalState::Absent | LocalState::Quiet)
}
