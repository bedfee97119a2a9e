//! The safety gates on the wire: what is asked before, and what a gate says.

use lamina_domain::gate::{bleeding::RiskClass, mri::Verdict};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Asks what the record says before something.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GateRequest {
    /// The patient whose record is asked.
    pub patient: Uuid,
    /// `mri`, or the id of an intervention on file.
    pub before: String,
}

/// What can be asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GateChoice {
    /// `mri`, or the id of an intervention.
    pub id: String,
    /// As it reads in the list of choices.
    pub name: String,
}

/// What the record says before MRI or an intervention. It gives no instruction, no dose and no number of days.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct GateView {
    /// What can be asked about.
    pub choices: Vec<GateChoice>,
    /// It is shown as what holds up: something is unknown, unsafe or not asked.
    pub blocks: bool,
    /// The verdict on MRI, where that was asked.
    pub mri: Option<Verdict>,
    /// The bleeding-risk class, where it is on file.
    pub class: Option<RiskClass>,
    /// What it comes to: the verdict on MRI, or the class of bleeding risk, in words.
    pub headline: String,
    /// What is recorded, a line each.
    pub lines: Vec<String>,
    /// What is not recorded.
    pub missing: Vec<String>,
    /// The checks before an injection.
    pub checks: Vec<String>,
    /// Sessions and steroid over twelve months.
    pub counts: Vec<String>,
    /// The rules with their sources.
    pub sources: Vec<String>,
}
