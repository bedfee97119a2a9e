//! What was tested and what it showed: a muscle by needle, a nerve by conduction, a pathway by evoked potentials, each with its
//! side and result. What was not tested is not in it and is never normal.

use crate::value::{
    answer::Answer,
    issue::{Issue, Problem},
    level::Side,
    text::Text,
};
use serde::{Deserialize, Serialize};

/// A test of nerves and muscles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ElectrodiagnosticTest {
    /// Electromyography with a needle in the muscle.
    NeedleEmg,
    /// Conduction of motor and sensory nerves.
    NerveConduction,
    /// F waves and H reflexes.
    LateResponses,
    /// Sensory potentials evoked from the limbs.
    SomatosensoryEvoked,
    /// Motor potentials evoked from the cortex.
    MotorEvoked,
    /// Another test, told in words.
    Other,
}

/// What a muscle, nerve or pathway showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TestResult {
    /// As in health; no change stands beside it.
    Normal,
    /// Not as in health.
    Abnormal,
    /// At the edge of what is normal.
    Borderline,
    /// Meant to be tested and not tested.
    NotTested,
}

/// In which way it was not as in health.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ElectricalChange {
    /// Fibrillations or positive sharp waves at rest.
    ActiveDenervation,
    /// Large, long or many-phased motor units.
    Reinnervation,
    /// Fewer motor units on effort.
    ReducedRecruitment,
    /// A response smaller than it should be.
    LowAmplitude,
    /// Conduction slower than it should be.
    SlowConduction,
    /// A response later than it should be.
    LateResponse,
    /// A response that did not come at all.
    NoResponse,
}

/// A muscle, nerve or pathway with what it showed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestedPart {
    /// Its name: "tibialis anterior", "sural nerve".
    pub name: Text,
    /// On which side of the patient.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub side: Answer<Side>,
    /// What it showed; nothing where the report does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<TestResult>,
    /// In which ways it was changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<ElectricalChange>,
    /// The same in words, with figures as they were given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
}

impl TestedPart {
    /// What is changed is neither normal nor untested.
    pub(super) fn check(&self, path: &str, issues: &mut Vec<Issue>) {
        let unchanged = matches!(self.result, Some(TestResult::Normal | TestResult::NotTested));
        if unchanged && !self.changes.is_empty() {
            issues.push(Issue::at(format!("{path}.result"), Problem::ChangedAndNormal));
        }
    }
}
