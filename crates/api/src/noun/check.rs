//! What was asked before an injection, as typed. What was not touched has no reply.

use super::{Typed, typed};
use crate::{
    field::{Field, fields},
    reading::Reading,
};
use chrono::NaiveDate;
use lamina_domain::{Check, Reply, Text, ToldBy, check::InjectionCheck};
use std::collections::BTreeMap;

typed!(Check as CheckInput);

/// Replies by check; one that was not touched is none.
type Replies = BTreeMap<InjectionCheck, Reply>;

fields! {
    /// What was asked before an injection, as typed. A check that was not touched has no reply.
    #[derive(Eq)]
    Check as CheckInput {
        /// The day; a day, not a month.
        asked_on: NaiveDate,
        /// The id of an intervention on file, or words.
        intervention: Option<Text>,
        /// Replies by check; one that was not touched is not in it.
        #[ts(type = "Record<string, Reply>")]
        replies: Replies,
        /// The name of whoever asked.
        by: Option<Text>,
        /// Who answered: patient, clinician, document or device.
        told_by: ToldBy,
        /// Whatever has no field of its own.
        note: Option<Text>,
    }
}

impl Field for Replies {
    type Fact = Self;
    type Typed = Self;

    fn typed(fact: &Replies) -> Replies {
        fact.clone()
    }

    fn read(typed: &Replies, _: &str, _: &mut Reading) -> Option<Replies> {
        let answered = typed.iter().filter(|(_, reply)| **reply != Reply::NotAsked);
        Some(answered.map(|(check, reply)| (*check, *reply)).collect())
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
