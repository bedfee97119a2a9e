//! Who has looked at a red flag and what they decided. A resolution covers what was in the record at that time;
//! whatever is recorded later makes the flag recur.

use super::answer::Level;
use crate::text::Text;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The role of the person who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Treats patients and signs.
    Clinician,
    /// Records on behalf of a clinician.
    Assistant,
    /// Reads only.
    ReadOnly,
}

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Dealt with.
    Resolved,
    /// Still open, at a lower level.
    LoweredTo(Level),
}

/// A decision about one rule, with who, when and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resolution {
    /// Id of the rule.
    pub rule: String,
    /// What was decided.
    pub decision: Decision,
    /// Name of the person.
    pub by: Text,
    /// Their role at that time.
    pub role: Role,
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: Text,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resolution_without_a_name_or_a_reason_does_not_exist() {
        let json = |by: &str, reason: &str| {
            format!(
                r#"{{"rule":"red_flag.ces","decision":"resolved","by":"{by}","role":"clinician",
                "at":"2026-11-03T12:00:00Z","reason":"{reason}"}}"#
            )
        };
        assert!(serde_json::from_str::<Resolution>(&json("Dr Okafor", "seen, MRI done")).is_ok());
        assert!(serde_json::from_str::<Resolution>(&json("Dr Okafor", " ")).is_err());
        assert!(serde_json::from_str::<Resolution>(&json("", "seen")).is_err());
    }
}
