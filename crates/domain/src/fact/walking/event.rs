//! One thing that happened to a walking plan: it was started, paused, reopened, stepped to another quota, ended. Who
//! did it and why stands with it.

use super::{quota::Quota, row::DiarySymptom};
use crate::{
    fact::{
        clinical::{Clinical, InTime},
        resolution::{Role, SHORTEST_REASON},
    },
    value::{
        context::{Context, ToldBy},
        date::end_of,
        issue::{Issue, Problem},
        text::Text,
        when::When,
    },
};
use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A start or a step may be set for a day at most so many days ahead.
const DAYS_AHEAD: u64 = 92;

/// What happened to a walking plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case", from = "ReadWhat")]
pub enum WalkingHappened {
    /// It begins on the day of the event; weeks are counted from there.
    Started,
    /// It is paused, until a clinician reopens it.
    Paused {
        /// What was ticked in the diary; empty where a person paused it.
        symptoms: BTreeSet<DiarySymptom>,
    },
    /// A clinician opened it again.
    Reopened,
    /// Another quota holds from the day of the event.
    Quota {
        /// The quota that holds from then on.
        quota: Quota,
    },
    /// It ended, and nothing starts it again.
    Ended,
}

/// What happened as it is read: what has no fields has none beside its tag, which serde checks of these alone.
#[derive(Deserialize)]
#[serde(tag = "is", rename_all = "snake_case", deny_unknown_fields)]
enum ReadWhat {
    Started {},
    Paused {
        #[serde(default)]
        symptoms: BTreeSet<DiarySymptom>,
    },
    Reopened {},
    Quota {
        quota: Quota,
    },
    Ended {},
}

impl From<ReadWhat> for WalkingHappened {
    fn from(read: ReadWhat) -> Self {
        match read {
            ReadWhat::Started {} => Self::Started,
            ReadWhat::Paused { symptoms } => Self::Paused { symptoms },
            ReadWhat::Reopened {} => Self::Reopened,
            ReadWhat::Quota { quota } => Self::Quota { quota },
            ReadWhat::Ended {} => Self::Ended,
        }
    }
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WalkingEvent {
    /// The day from which it holds.
    pub on: NaiveDate,
    /// What happened to the plan.
    pub what: WalkingHappened,
    /// Who; a pause by the diary names the diary.
    pub by: Text,
    /// Their role; nothing where the rule itself paused the plan.
    #[serde(default)]
    pub role: Option<Role>,
    /// Their role in their own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role_words: Option<Text>,
    /// When it was put into the record, where it came from another vault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<DateTime<Utc>>,
    /// Why; only a start and a step may go without a reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

impl WalkingEvent {
    /// The pause that a red entry of the diary makes by itself.
    pub fn paused_by(on: NaiveDate, symptoms: BTreeSet<DiarySymptom>, by: Text, reason: Text) -> Self {
        WalkingEvent {
            on,
            what: WalkingHappened::Paused { symptoms },
            by,
            role: None,
            role_words: None,
            at: None,
            reason: Some(reason),
        }
    }

    /// Whether it is a pause, which nobody takes back: only a reopening ends it.
    pub fn is_pause(&self) -> bool {
        matches!(self.what, WalkingHappened::Paused { .. })
    }

    /// When it was put into the record, as far as that is known.
    pub fn moment(&self) -> DateTime<Utc> {
        self.at.unwrap_or_else(|| end_of(self.on))
    }
}

impl Clinical for WalkingEvent {
    fn told_by(&self) -> Option<ToldBy> {
        None
    }

    /// What has happened lies behind; what begins or steps may lie a little ahead. All but starting and stepping need a
    /// reason.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        let ahead = matches!(
            self.what,
            WalkingHappened::Started | WalkingHappened::Quota { .. }
        );
        let last = match ahead {
            true => context.today.checked_add_days(Days::new(DAYS_AHEAD)),
            false => Some(context.today),
        };
        if last.is_some_and(|last| self.on > last) {
            issues.push(Issue::at("on", Problem::InFuture));
        }
        if context.born.span().is_some_and(|(born, _)| self.on < born) {
            issues.push(Issue::at("on", Problem::BeforeBirth));
        }
        let told = self
            .reason
            .as_ref()
            .is_some_and(|reason| reason.as_str().chars().count() >= SHORTEST_REASON);
        if !ahead && !told {
            issues.push(Issue::at("reason", Problem::Required));
        }
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        Vec::new()
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::day(self.on).then(self.moment())
    }

    fn moment_mut(&mut self) -> Option<&mut Option<DateTime<Utc>>> {
        Some(&mut self.at)
    }

    /// What happened to a plan keeps its order where a document tells days only.
    fn settle(&mut self) {
        self.at = Some(self.moment());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{born::Birth, date::PartialDate};
    use rstest::rstest;

    fn event(what: &str, on: &str, reason: &str) -> WalkingEvent {
        let text =
            format!(r#"{{"on":"{on}","what":{what},"by":"Dr Sample","role":"clinician","reason":{reason}}}"#);
        serde_json::from_str(&text).unwrap()
    }

    #[rstest]
    #[case(r#"{"is":"started"}"#, "2026-11-30", "null", &[])]
    #[case(r#"{"is":"started"}"#, "2027-05-30", "null", &["on"])]
    #[case(r#"{"is":"reopened"}"#, "2026-11-30", r#""seen""#, &["on"])]
    #[case(r#"{"is":"reopened"}"#, "2026-11-25", "null", &["reason"])]
    #[case(r#"{"is":"reopened"}"#, "2026-11-25", r#""ok""#, &["reason"])]
    #[case(r#"{"is":"paused"}"#, "2026-11-25", r#""fell at home""#, &[])]
    #[case(r#"{"is":"ended"}"#, "1949-11-25", r#""moved away""#, &["on"])]
    fn a_day_and_a_reason_are_asked_for_where_they_are_needed(
        #[case] what: &str,
        #[case] on: &str,
        #[case] reason: &str,
        #[case] wanted: &[&str],
    ) {
        let context = Context {
            today: NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: Birth::Date(PartialDate::Year(1950)),
        };
        let issues = event(what, on, reason).check(&context);
        let paths: Vec<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, wanted);
    }
}
