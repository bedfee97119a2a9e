//! The quota of a week and what is proposed for the next one. It follows time and not pain: it rises after a good
//! week, holds where something is not known, is cut after an amber one, and stops at a red one. One of duration,
//! frequency and pace changes at a time.
//!
//! Source: eTG pacing plan (10 to 20 % of the baseline a week); the cap, the 75 % and the cuts are Lamina's own.

use super::{
    pause::PlanStatus,
    settings::Settings,
    week::{Colour, Week},
};
use crate::{
    fact::walking::quota::{Pace, Quota, Step},
    value::within::Within,
};
use serde::{Deserialize, Serialize};

/// What is proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "WalkingAdvice"))]
#[serde(rename_all = "snake_case")]
pub enum Advice {
    /// A little more.
    Raise,
    /// The target is reached; keep it up.
    Maintain,
    /// The same again.
    Hold,
    /// A little less.
    Cut,
    /// A clinician's look instead of another cut.
    Review,
    /// Stop; a clinician has to reopen the plan.
    Pause,
}

/// A proposal with its reasons. It is shown and never enforced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// What.
    pub advice: Advice,
    /// The quota of the next week.
    pub quota: Quota,
    /// Why.
    pub because: Vec<String>,
}

/// Bouts change in whole steps of so many seconds.
const STEP_SECONDS: u32 = 10;

/// What is proposed after `weeks` (the last one is the one just past) under `quota`. `baseline_seconds` is the
/// baseline that a raise is measured by; without one, the present bout.
pub fn propose(
    weeks: &[Week],
    quota: &Quota,
    step: Step,
    baseline_seconds: Option<u32>,
    status: &PlanStatus,
    settings: &Settings,
) -> Proposal {
    let same = |advice: Advice, because: Vec<String>| Proposal {
        advice,
        quota: *quota,
        because,
    };
    let only = |advice: Advice, because: &str| same(advice, vec![because.to_owned()]);
    match status {
        PlanStatus::Active => {}
        PlanStatus::Paused { .. } => {
            return only(Advice::Pause, "the plan is paused; a clinician has to reopen it");
        }
        PlanStatus::NotStarted | PlanStatus::Ended => return only(Advice::Hold, "the plan is not running"),
    }
    let Some(week) = weeks.last() else {
        return only(Advice::Hold, "no week is recorded yet");
    };
    let reasons = || {
        week.reasons
            .iter()
            .map(super::week::Reason::text)
            .collect::<Vec<_>>()
    };
    match week.colour {
        Colour::Red => same(Advice::Pause, reasons()),
        Colour::NoData => only(Advice::Hold, "nothing is recorded for this week"),
        Colour::Amber => {
            let in_a_row = weeks
                .iter()
                .rev()
                .take_while(|week| week.colour == Colour::Amber)
                .count();
            if in_a_row >= usize::from(settings.amber_weeks.get()) {
                let mut because = vec![format!("{in_a_row} amber weeks in a row")];
                because.extend(reasons());
                return same(Advice::Review, because);
            }
            cut(quota, reasons(), settings)
        }
        Colour::Green => {
            let held = held_by(week, settings);
            if held.is_empty() {
                raise(quota, step, baseline_seconds, settings)
            } else {
                same(Advice::Hold, held)
            }
        }
    }
}

fn held_by(week: &Week, settings: &Settings) -> Vec<String> {
    let mut held = Vec::new();
    if week.flag_open {
        held.push("a red flag is open".to_owned());
    }
    if !week.adherence.reaches(settings.adherence_percent.get()) {
        let (least, words) = (settings.adherence_percent, week.adherence.words());
        held.push(format!("completed {words}; a raise needs {least} %"));
    }
    if week.pain_unknown > 0 {
        held.push(format!(
            "pain during or after {} bouts is not recorded",
            week.pain_unknown
        ));
    }
    held
}

fn cut(quota: &Quota, because: Vec<String>, settings: &Settings) -> Proposal {
    let now = u32::from(quota.seconds.get());
    let least = (u32::from(settings.least.get()) * 60).min(now);
    let kept = 100 - u32::from(settings.cut_percent.get());
    let lower = (now * kept / 100 / STEP_SECONDS * STEP_SECONDS).max(least);
    let advice = if lower < now { Advice::Cut } else { Advice::Hold };
    Proposal {
        advice,
        quota: with_seconds(quota, lower),
        because,
    }
}

fn raise(quota: &Quota, step: Step, baseline_seconds: Option<u32>, settings: &Settings) -> Proposal {
    let cap = u32::from(settings.cap_percent.get());
    let to = |advice: Advice, quota: Quota, because: String| Proposal {
        advice,
        quota,
        because: vec![because],
    };
    match step {
        Step::Duration => {
            let target = u32::from(settings.target_day.get()) * 60;
            if quota.day_seconds() >= target {
                return to(Advice::Maintain, *quota, "the daily target is reached".to_owned());
            }
            let now = u32::from(quota.seconds.get());
            let base = baseline_seconds.unwrap_or(now).min(10_800);
            let wanted = (base * u32::from(settings.raise_percent.get()) / 100).max(STEP_SECONDS);
            let most = (now * (100 + cap) / 100).min(target / u32::from(quota.bouts_a_day.get()));
            let higher = ((now + wanted).min(most) / STEP_SECONDS * STEP_SECONDS).max(now);
            let raised = with_seconds(quota, higher);
            if raised.seconds == quota.seconds {
                let because =
                    format!("no step of {STEP_SECONDS} seconds fits under the cap of {cap} % a week");
                return to(Advice::Hold, *quota, because);
            }
            to(
                Advice::Raise,
                raised,
                "a green week; the bout is a little longer".to_owned(),
            )
        }
        Step::Frequency => {
            let days = u32::from(quota.days_a_week.get());
            if days >= 7 {
                return to(
                    Advice::Maintain,
                    *quota,
                    "every day is planned already".to_owned(),
                );
            }
            if (days + 1) * 100 > days * (100 + cap) {
                let rise = 100 / days;
                let because =
                    format!("one more day would raise the week by {rise} %, above the cap of {cap} %");
                return to(Advice::Hold, *quota, because);
            }
            let mut raised = *quota;
            raised.days_a_week = Within::clamped(quota.days_a_week.get() + 1);
            to(Advice::Raise, raised, "a green week; one more day".to_owned())
        }
        Step::Pace => {
            let mut raised = *quota;
            raised.pace = match quota.pace {
                Pace::Easy => Pace::Comfortable,
                Pace::Comfortable => Pace::Brisk,
                Pace::Brisk => {
                    return to(Advice::Maintain, *quota, "the pace is brisk already".to_owned());
                }
            };
            to(Advice::Raise, raised, "a green week; a little faster".to_owned())
        }
    }
}

fn with_seconds(quota: &Quota, seconds: u32) -> Quota {
    Quota {
        seconds: Within::clamped(u16::try_from(seconds).unwrap_or(10_800)),
        ..*quota
    }
}

#[cfg(test)]
mod tests;
