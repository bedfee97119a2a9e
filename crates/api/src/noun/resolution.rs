//! A decision about a red flag, as typed.

use super::{Typed, typed};
use crate::reading::{Reading, shown};
use lamina_domain::{
    Resolution, Text,
    flag::answer::Level,
    resolution::{Decision, Role},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

typed!(Resolution as ResolutionInput);

/// A decision about a rule that fired, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ResolutionInput {
    /// Id of the rule.
    pub rule: String,
    /// Version of the rule that fired.
    pub version: u32,
    /// The level it is left at; nothing where it is resolved.
    #[serde(default)]
    pub lowered_to: Option<Level>,
    /// Who decides; the clinic's author or the person at the window where it is empty.
    #[serde(default)]
    pub by: String,
    /// Their role in words; the author's role or "clinician" where it is empty.
    #[serde(default)]
    pub role: String,
    /// Why, at least three characters.
    pub reason: String,
}

impl ResolutionInput {
    /// The decision as typed values.
    pub fn of(resolution: &Resolution) -> Self {
        Self {
            rule: resolution.rule.clone(),
            version: resolution.version,
            lowered_to: match resolution.decision {
                Decision::Resolved => None,
                Decision::LoweredTo(level) => Some(level),
            },
            by: resolution.by.to_string(),
            role: shown(&resolution.role_words),
            reason: resolution.reason.to_string(),
        }
    }

    /// The decision, where everything typed can be kept.
    pub fn read(&self, reading: &mut Reading) -> Option<Resolution> {
        let by = reading.required("by", &self.by);
        let reason = reading.required("reason", &self.reason);
        Some(Resolution {
            rule: self.rule.clone(),
            version: self.version,
            decision: self.lowered_to.map_or(Decision::Resolved, Decision::LoweredTo),
            role: Role::Clinician,
            role_words: reading.keep("role", Text::new(&self.role)),
            at: None,
            by: by?,
            reason: reason?,
        })
    }
}
