//! Who has looked at a red flag and what they decided. A resolution covers what was in the record at that time;
//! whatever is recorded later makes the flag recur.

use super::{
    clinical::{Clinical, InTime},
    flag::answer::Level,
};
use crate::value::{
    context::{Context, ToldBy},
    issue::{Issue, Problem},
    text::Text,
    when::When,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The shortest reason for a decision, in characters.
pub const SHORTEST_REASON: usize = 3;

/// The role of the person who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Treats patients and signs.
    Clinician,
    /// Records on behalf of a clinician.
    Assistant,
    /// Only reads, and resolves no red flag.
    ReadOnly,
}

/// What was decided about a rule that fired.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Dealt with; what is recorded later makes the flag recur.
    Resolved,
    /// Still open, at a lower level.
    LoweredTo(Level),
}

/// A decision about a rule that fired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resolution {
    /// Id of the rule.
    pub rule: String,
    /// The version of the rule that was looked at.
    pub version: u32,
    /// Whether it was dealt with or lowered to another level.
    pub decision: Decision,
    /// Name of the person who decided.
    pub by: Text,
    /// Their role as the rules know it.
    pub role: Role,
    /// Their role in their own words: "pain consultant".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role_words: Option<Text>,
    /// When it was decided, where that is not the time of recording. What is recorded later is not covered; without
    /// any time nothing is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<DateTime<Utc>>,
    /// Why, at least three characters.
    pub reason: Text,
}

impl Clinical for Resolution {
    fn told_by(&self) -> Option<ToldBy> {
        None
    }

    /// Everything wrong with it that no field alone shows.
    fn check(&self, _: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        if self.reason.as_str().chars().count() < SHORTEST_REASON {
            issues.push(Issue::at("reason", Problem::Required));
        }
        if let Decision::LoweredTo(Level::Emergency) = self.decision {
            // Nothing lies above an emergency, so nothing is lowered to one.
            issues.push(Issue::at("decision", Problem::Required));
        }
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        Vec::new()
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::at(self.at)
    }

    fn moment_mut(&mut self) -> Option<&mut Option<DateTime<Utc>>> {
        Some(&mut self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resolution_without_a_name_or_a_reason_does_not_exist() {
        let json = |by: &str, reason: &str| {
            format!(
                r#"{{"rule":"red_flag.ces","version":1,"decision":"resolved","by":"{by}","role":"clinician",
                "at":"2026-11-03T12:00:00Z","reason":"{reason}"}}"#
            )
        };
        assert!(serde_json::from_str::<Resolution>(&json("Dr Okafor", "seen, MRI done")).is_ok());
        assert!(serde_json::from_str::<Resolution>(&json("Dr Okafor", " ")).is_err());
        assert!(serde_json::from_str::<Resolution>(&json("", "seen")).is_err());
    }

    #[test]
    fn a_decision_needs_a_reason_of_three_characters() {
        let context = Context {
            today: chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: crate::value::born::Birth::AgeAtFirstVisit(50),
        };
        let decided = |rule: &str, reason: &str| Resolution {
            rule: rule.to_owned(),
            version: 1,
            decision: Decision::Resolved,
            by: Text::new("Dr Okafor").unwrap(),
            role: Role::Clinician,
            role_words: None,
            at: None,
            reason: Text::new(reason).unwrap(),
        };
        assert_eq!(decided("red_flag.ces", "MRI done").check(&context), []);
        assert_eq!(
            decided("red_flag.ces", "ok").check(&context),
            [Issue::at("reason", Problem::Required)]
        );
    }
}
