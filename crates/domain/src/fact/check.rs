//! What was asked before an injection on one day. A check that is not in the replies was not asked.

use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    context::{Context, ToldBy},
    date::PartialDate,
    issue::{Issue, Problem},
    reply::Reply,
    text::Text,
    when::When,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is asked before every injection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "InjectionCheck"))]
#[serde(rename_all = "snake_case")]
pub enum InjectionCheck {
    /// Fever or an infection that somebody has.
    Infection,
    /// Glucose that is not under control.
    Glucose,
    /// Allergy to contrast medium.
    ContrastAllergy,
    /// Allergy to a steroid.
    SteroidAllergy,
    /// Pregnancy, because of fluoroscopy.
    Pregnancy,
    /// Immunity weakened by an illness or a medicine.
    Immunosuppression,
    /// Whether consent was given; yes is what is wanted.
    Consent,
    /// Side and level confirmed.
    SideAndLevel,
}

impl InjectionCheck {
    /// Every check, in the order of the form.
    pub const ALL: [InjectionCheck; 8] = [
        InjectionCheck::Infection,
        InjectionCheck::Glucose,
        InjectionCheck::ContrastAllergy,
        InjectionCheck::SteroidAllergy,
        InjectionCheck::Pregnancy,
        InjectionCheck::Immunosuppression,
        InjectionCheck::Consent,
        InjectionCheck::SideAndLevel,
    ];

    /// True where yes is what is wanted.
    pub fn wants_yes(self) -> bool {
        matches!(self, InjectionCheck::Consent | InjectionCheck::SideAndLevel)
    }

    /// True where the question can make no sense; consent, side and level always do.
    pub(crate) fn may_not_apply(self) -> bool {
        !self.wants_yes() && self != InjectionCheck::Infection
    }
}

/// What was asked before one injection.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// The day on which it was asked; the replies count on that day only.
    pub asked_on: NaiveDate,
    /// Before what: the id of an intervention on file, or words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intervention: Option<Text>,
    /// The reply to each check; what was not asked is not there.
    #[serde(default, deserialize_with = "crate::value::written::once_each")]
    pub replies: BTreeMap<InjectionCheck, Reply>,
    /// The name of whoever asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Text>,
    /// Who gave the replies: the patient, a clinician, a document or a device.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Anything else; never read as a reply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Clinical for Check {
    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// Something was asked, on a day of the patient's life.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        let on = When::date(PartialDate::Day(self.asked_on));
        context.judge("asked_on", &on, &mut issues);
        if self.replies.values().all(|reply| *reply == Reply::NotAsked) {
            issues.push(Issue::at("replies", Problem::Required));
        }
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        Vec::new()
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::day(self.asked_on)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_without_a_reply_is_none() {
        let empty: Check = serde_json::from_str(r#"{"asked_on":"2026-11-20"}"#).unwrap();
        let context = Context {
            today: NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: crate::value::born::Birth::AgeAtFirstVisit(50),
        };
        assert_eq!(empty.check(&context), [Issue::at("replies", Problem::Required)]);
    }
}
