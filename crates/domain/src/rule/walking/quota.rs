//! The quota of a week and what is proposed for the next one. It follows time and not pain: it rises after a good
//! week, holds where something is not known, is cut after an amber one, and stops at a red one. One of duration,
//! frequency and pace changes at a time.
//!
//! Source: eTG pacing plan (10 to 20 % of the baseline a week); the cap, the 75 % and the cuts are Lamina's own.

use super::{
    pause::PlanStatus,
    settings::Settings,
    week::{Adherence, Colour, Reason, Week},
};
use crate::{
    fact::walking::quota::{Pace, Quota, Step},
    value::within::Within,
};
use serde::{Deserialize, Serialize};

/// What is proposed for the next week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "WalkingAdvice"))]
#[serde(rename_all = "snake_case")]
pub enum Advice {
    /// A step more of duration, frequency or pace.
    Raise,
    /// The target is reached; keep it up.
    Maintain,
    /// The same quota once more.
    Hold,
    /// A shorter bout after an amber week.
    Cut,
    /// A clinician's look instead of another cut.
    Review,
    /// Stop; a clinician has to reopen the plan.
    Pause,
}

/// Why something is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Because {
    /// The plan is paused.
    Paused,
    /// The plan has not started or has ended.
    NotRunning,
    /// No week is over.
    NoWeek,
    /// Nothing was recorded in the week.
    NothingRecorded,
    /// What coloured the week.
    Week(Reason),
    /// So many amber weeks in a row.
    AmberWeeks(usize),
    /// A red flag is open at the urgent level or above.
    Flag,
    /// A red flag is open at the same-day or emergency level.
    FlagWaits,
    /// Fewer bouts were completed than a raise needs.
    Adherence {
        /// Bouts that were completed and planned.
        of: Adherence,
        /// What a raise needs, in per cent.
        least: u16,
    },
    /// Pain during or after so many bouts is not recorded.
    PainUnknown(u32),
    /// The minutes of a day of the target are reached.
    DayReached,
    /// The days a week of the target are reached.
    DaysReached,
    /// The target has more days a week than the plan.
    DaysLacking {
        /// Days a week of the target.
        target: u16,
        /// Days a week of the present quota.
        plan: u16,
    },
    /// No step of so many seconds fits under the cap.
    NoStep {
        /// The smallest step, in seconds.
        seconds: u32,
        /// The cap, in per cent a week.
        cap: u32,
    },
    /// A green week: the bout is a little longer.
    Longer,
    /// A green week: one more day.
    OneMoreDay,
    /// A green week: a little faster.
    Faster,
    /// Every day is planned already.
    EveryDay,
    /// One more day would raise the week above the cap.
    DayAboveCap {
        /// By how much it would rise, in per cent.
        rise: u32,
        /// The cap, in per cent a week.
        cap: u32,
    },
    /// The pace is brisk already.
    Brisk,
    /// The last week had a red entry and the plan was reopened since.
    Reopened,
    /// The quota was changed since the last week.
    QuotaChanged,
}

/// A proposal with its reasons. It is shown and never enforced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// What is to become of the quota.
    pub advice: Advice,
    /// The quota of the next week.
    pub quota: Quota,
    /// Every reason for the advice.
    pub because: Vec<Because>,
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
    let same = |advice: Advice, because: Vec<Because>| Proposal {
        advice,
        quota: *quota,
        because,
    };
    let only = |advice: Advice, because: Because| same(advice, vec![because]);
    match status {
        PlanStatus::Active => {}
        PlanStatus::Paused { .. } => {
            return only(Advice::Pause, Because::Paused);
        }
        PlanStatus::NotStarted | PlanStatus::Ended => return only(Advice::Hold, Because::NotRunning),
    }
    let Some(week) = weeks.last() else {
        return only(Advice::Hold, Because::NoWeek);
    };
    let reasons = || {
        week.reasons
            .iter()
            .cloned()
            .map(Because::Week)
            .collect::<Vec<_>>()
    };
    match week.colour {
        Colour::Red => same(Advice::Pause, reasons()),
        Colour::NoData => only(Advice::Hold, Because::NothingRecorded),
        Colour::Amber => {
            let in_a_row = weeks
                .iter()
                .rev()
                .take_while(|week| week.colour == Colour::Amber)
                .count();
            if in_a_row >= usize::from(settings.amber_weeks.get()) {
                let mut because = vec![Because::AmberWeeks(in_a_row)];
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

fn held_by(week: &Week, settings: &Settings) -> Vec<Because> {
    let least = settings.adherence_percent.get();
    let lacks = !week.adherence.reaches(least);
    let of = week.adherence;
    [
        week.flag_open.then_some(Because::Flag),
        lacks.then_some(Because::Adherence { of, least }),
        (week.pain_unknown > 0).then_some(Because::PainUnknown(week.pain_unknown)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn cut(quota: &Quota, because: Vec<Because>, settings: &Settings) -> Proposal {
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
    let to = |advice: Advice, quota: Quota, because: Because| Proposal {
        advice,
        quota,
        because: vec![because],
    };
    match step {
        Step::Duration => {
            let target = u32::from(settings.target_day.get()) * 60;
            if quota.day_seconds() >= target {
                return to(Advice::Maintain, *quota, Because::DayReached);
            }
            let now = u32::from(quota.seconds.get());
            let base = baseline_seconds.unwrap_or(now).min(10_800);
            let wanted = (base * u32::from(settings.raise_percent.get()) / 100).max(STEP_SECONDS);
            let most = (now * (100 + cap) / 100).min(target / u32::from(quota.bouts_a_day.get()));
            let higher = ((now + wanted).min(most) / STEP_SECONDS * STEP_SECONDS).max(now);
            let raised = with_seconds(quota, higher);
            if raised.seconds == quota.seconds {
                let seconds = STEP_SECONDS;
                return to(Advice::Hold, *quota, Because::NoStep { seconds, cap });
            }
            to(Advice::Raise, raised, Because::Longer)
        }
        Step::Frequency => {
            let days = u32::from(quota.days_a_week.get());
            if days >= 7 {
                return to(Advice::Maintain, *quota, Because::EveryDay);
            }
            if (days + 1) * 100 > days * (100 + cap) {
                let rise = 100 / days;
                return to(Advice::Hold, *quota, Because::DayAboveCap { rise, cap });
            }
            let mut raised = *quota;
            raised.days_a_week = Within::clamped(quota.days_a_week.get() + 1);
            to(Advice::Raise, raised, Because::OneMoreDay)
        }
        Step::Pace => {
            let mut raised = *quota;
            raised.pace = match quota.pace {
                Pace::Easy => Pace::Comfortable,
                Pace::Comfortable => Pace::Brisk,
                Pace::Brisk => {
                    return to(Advice::Maintain, *quota, Because::Brisk);
                }
            };
            to(Advice::Raise, raised, Because::Faster)
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
