//! What was asked before an injection, as typed. What was not touched has no reply.

use super::{Typed, typed};
use crate::reading::{Reading, shown};
use lamina_domain::{Check, PartialDate, Reply, ToldBy, check::InjectionCheck};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

typed!(Check as CheckInput);

/// What was asked before an injection, as typed. A check that was not touched has no reply.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct CheckInput {
    /// The day; a day, not a month.
    pub asked_on: String,
    /// The id of an intervention on file, or words.
    pub intervention: String,
    /// Replies by check.
    #[ts(type = "Record<string, Reply>")]
    pub replies: BTreeMap<InjectionCheck, Reply>,
    /// Who asked.
    pub by: String,
    /// Who answered.
    pub told_by: ToldBy,
    /// Anything else.
    pub note: String,
}

impl CheckInput {
    /// The asking as typed values.
    pub fn of(asked: &Check) -> Self {
        Self {
            asked_on: PartialDate::Day(asked.asked_on).to_string(),
            intervention: shown(&asked.intervention),
            replies: asked.replies.clone(),
            by: shown(&asked.by),
            told_by: asked.told_by,
            note: shown(&asked.note),
        }
    }

    /// The asking, where everything typed can be kept.
    pub fn read(&self, reading: &mut Reading) -> Option<Check> {
        let day = reading.day("asked_on", &self.asked_on);
        let answered = |(_, reply): &(&InjectionCheck, &Reply)| **reply != Reply::NotAsked;
        let replies = self
            .replies
            .iter()
            .filter(answered)
            .map(|(check, reply)| (*check, *reply));
        Some(Check {
            intervention: reading.text("intervention", &self.intervention),
            replies: replies.collect(),
            by: reading.text("by", &self.by),
            told_by: self.told_by,
            note: reading.text("note", &self.note),
            asked_on: day?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::{Problem, Typing};

    fn reading() -> Reading {
        Reading::of(Typing::on("2026-11-25".parse().unwrap()))
    }

    #[test]
    fn trap_18_checks_belong_to_a_day_and_untouched_ones_are_not_asked() {
        let typed: CheckInput = serde_json::from_value(serde_json::json!({
            "asked_on": "today", "replies": {"infection": "no", "consent": "not_asked"}
        }))
        .unwrap();
        let asked = typed.read(&mut reading()).unwrap();
        assert_eq!(asked.replies.len(), 1);
        let mut reading = reading();
        let month = CheckInput {
            asked_on: "May 2026".into(),
            ..typed
        };
        assert_eq!(month.read(&mut reading), None);
        assert_eq!(reading.issues[0].problem, Problem::DayNeeded);
    }
}
