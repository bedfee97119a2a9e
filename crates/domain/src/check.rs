//! What was asked before an injection on one day. A check that is not in the replies was not asked.

use crate::{
    date::PartialDate,
    fact::{Context, ToldBy},
    gate::injection::{Check, CheckReply, Checked},
    issue::{Issue, Problem},
    text::Text,
    when::When,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One asking.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checking {
    /// The day on which it was asked; the replies count on that day only.
    pub asked_on: NaiveDate,
    /// Before what: the id of an intervention on file, or words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intervention: Option<Text>,
    /// Replies by check.
    #[serde(default, deserialize_with = "crate::written::once_each")]
    pub replies: BTreeMap<Check, CheckReply>,
    /// Who asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Text>,
    /// Who answered.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Anything else; never read as a reply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Checking {
    /// The replies as the rule reads them.
    pub fn checked(&self) -> impl Iterator<Item = Checked> {
        self.replies.iter().map(|(check, reply)| Checked {
            check: *check,
            reply: *reply,
            on: self.asked_on,
            by: self.by.clone(),
        })
    }

    /// Something was asked, on a day of the patient's life.
    pub fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        let on = When::date(PartialDate::Day(self.asked_on));
        context.judge("asked_on", &on, &mut issues);
        if self.replies.values().all(|reply| *reply == CheckReply::NotAsked) {
            issues.push(Issue::at("replies", Problem::Required));
        }
        issues
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gate::injection::outcome;

    #[test]
    fn what_is_not_in_the_replies_stays_open() {
        let asked: Checking =
            serde_json::from_str(r#"{"asked_on":"2026-11-20","replies":{"infection":"no"}}"#).unwrap();
        let answers: Vec<Checked> = asked.checked().collect();
        assert_eq!(outcome(&answers, asked.asked_on).open.len(), 7);
        let empty: Checking = serde_json::from_str(r#"{"asked_on":"2026-11-20"}"#).unwrap();
        let context = Context {
            today: NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: crate::patient::Born::AgeAtFirstVisit(50),
        };
        assert_eq!(empty.check(&context), [Issue::at("replies", Problem::Required)]);
    }
}
