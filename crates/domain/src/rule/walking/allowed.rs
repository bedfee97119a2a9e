//! What a plan and its diary allow: when a plan may be prescribed, amended and taken back, what may happen to it, which
//! rows can stand beside each other, and what a red entry and a fresh red flag bring with them.
//!
//! One plan stands at a time. A pause is not taken back and not changed: only a clinician's reopening ends it. What comes
//! late stops what runs today, not what ran then. The rules are Lamina's own.

use super::{
    clearance::{Clearance, clearance},
    pause::PlanStatus,
    programme::Programme,
};
use crate::{
    fact::walking::{DiarySymptom, Plan, Row, WalkingEntry, WalkingEvent, WalkingHappened, row::BoutNumber},
    rule::red_flag::{Assessment, FiredFlag},
    value::issue::{Issue, Problem},
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The most bouts that a day can have.
const MOST_BOUTS: u16 = 9;

/// Why something can't happen to a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It does not fit the plan as it stands.
    Unfit(Issue),
    /// The clearance is not given.
    NotClear(Clearance),
}

fn unfit(field: &str, problem: Problem) -> Result<(), Issue> {
    Err(Issue::at(field, problem))
}

/// Whether a plan may be prescribed on that day, where `last` was prescribed last: it has ended by then.
///
/// # Errors
/// The issue at `prescribed_on`.
pub fn may_prescribe(last: Option<&Programme<'_>>, prescribed_on: NaiveDate) -> Result<(), Issue> {
    match last {
        None => Ok(()),
        Some(last) if last.status() != PlanStatus::Ended => unfit("prescribed_on", Problem::PlanNotEnded),
        Some(last) if last.plan.prescribed_on > prescribed_on => unfit("prescribed_on", Problem::PlanState),
        Some(_) => Ok(()),
    }
}

/// Whether `before` may become `plan`. `own` is the programme of `before`, `others` are the other plans. It keeps its place
/// among the plans and before what happened to it; once it started, its first quota stays.
///
/// # Errors
/// The issue at its field.
pub fn may_amend<'a>(
    plan: &Plan,
    before: &Plan,
    own: Option<&Programme<'_>>,
    others: impl IntoIterator<Item = &'a Plan>,
) -> Result<(), Issue> {
    for other in others {
        let was = other.prescribed_on.cmp(&before.prescribed_on);
        if was != other.prescribed_on.cmp(&plan.prescribed_on) {
            return unfit("prescribed_on", Problem::PlanState);
        }
    }
    let Some(own) = own else {
        return Ok(());
    };
    let first = own.events.iter().map(|(_, one)| one.on).min();
    if first.is_some_and(|first| plan.prescribed_on > first) {
        return unfit("prescribed_on", Problem::PlanState);
    }
    if own.first_day().is_some() && plan.quota != before.quota {
        return unfit("quota.minutes", Problem::QuotaRuns);
    }
    Ok(())
}

/// Whether a plan may be taken back. One to which something happened stays, or its events would belong to another one.
///
/// # Errors
/// The issue at `entry`.
pub fn may_retract_plan(own: Option<&Programme<'_>>) -> Result<(), Issue> {
    match own.map_or(0, |own| own.events.len()) {
        0 => Ok(()),
        count => {
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            unfit("entry", Problem::NamedByOthers { count })
        }
    }
}

/// Whether an event may be taken back. A pause is not.
///
/// # Errors
/// The issue at `entry`.
pub fn may_retract_event(event: &WalkingEvent) -> Result<(), Issue> {
    match event.is_pause() {
        true => unfit("entry", Problem::PauseStays),
        false => Ok(()),
    }
}

/// Whether `event` may happen to the plan that was prescribed `last`; `before` is the event that it changes, where it was
/// there. `flags` are the red flags as they stand today.
///
/// # Errors
/// What does not fit, or what withholds the clearance.
pub fn may_happen(
    event: &WalkingEvent,
    before: Option<&WalkingEvent>,
    last: Option<&Programme<'_>>,
    flags: &Assessment,
) -> Result<(), Refusal> {
    let refuse = |field: &str, problem: Problem| Err(Refusal::Unfit(Issue::at(field, problem)));
    if let Some(before) = before {
        if before.is_pause() || event.is_pause() {
            return refuse("what", Problem::PauseStays);
        }
        if std::mem::discriminant(&before.what) != std::mem::discriminant(&event.what) {
            return refuse("what", Problem::PlanState);
        }
    }
    let Some(last) = last else {
        return refuse("what", Problem::PlanState);
    };
    if event.on < last.plan.prescribed_on {
        return refuse("on", Problem::PlanState);
    }
    if before.is_some() {
        return Ok(());
    }
    let status = last.status();
    let fits = match event.what {
        WalkingHappened::Started => status == PlanStatus::NotStarted,
        WalkingHappened::Paused { .. } | WalkingHappened::Quota { .. } => runs(&status),
        WalkingHappened::Reopened => matches!(status, PlanStatus::Paused { .. }),
        WalkingHappened::Ended => status != PlanStatus::Ended,
    };
    if !fits {
        return refuse("what", Problem::PlanState);
    }
    let clearance = clearance(&last.plan.answers, flags);
    let closed = match event.what {
        WalkingHappened::Started => !clearance.is_given(),
        WalkingHappened::Reopened => !clearance.flags.is_empty(),
        _ => false,
    };
    match closed {
        true => Err(Refusal::NotClear(clearance)),
        false => Ok(()),
    }
}

/// Started, or waiting for its start.
fn runs(status: &PlanStatus) -> bool {
    matches!(status, PlanStatus::Active | PlanStatus::NotStarted)
}

/// Whether a row can stand beside the others: no bout twice, no bout on a day of rest.
///
/// # Errors
/// The issue at its field.
pub fn may_stand<'a>(row: &Row, others: impl IntoIterator<Item = &'a Row>) -> Result<(), Issue> {
    let clashes = others.into_iter().any(|other| row.clashes(other));
    match (clashes, row.number()) {
        (false, _) => Ok(()),
        (true, Some(_)) => unfit("number", Problem::SameBout),
        (true, None) => unfit("entry", Problem::SameBout),
    }
}

/// Gives a bout the next free number of its day.
///
/// # Errors
/// The issue at `number` where the day is full, or a day of rest.
pub fn number<'a>(row: &mut Row, others: impl IntoIterator<Item = &'a Row>) -> Result<(), Issue> {
    let taken: Vec<Option<BoutNumber>> = others
        .into_iter()
        .filter(|other| other.on == row.on)
        .map(Row::number)
        .collect();
    let free = |number: &BoutNumber| {
        !taken
            .iter()
            .any(|other| other.is_none_or(|other| other == *number))
    };
    let Some(next) = (1..=MOST_BOUTS)
        .filter_map(|number| BoutNumber::try_from(i64::from(number)).ok())
        .find(free)
    else {
        return unfit("number", Problem::SameBout);
    };
    match &mut row.entry {
        WalkingEntry::Walked { number, .. } | WalkingEntry::Missed { number, .. } => *number = next,
        WalkingEntry::Rest { .. } => {}
    }
    Ok(())
}

/// The red entries of a row that it did not have `before`: each answers the red flags and pauses the plan.
pub fn fresh_red(row: &Row, before: Option<&Row>) -> BTreeSet<DiarySymptom> {
    let known = before.map(Row::red).unwrap_or_default();
    row.red().difference(&known).copied().collect()
}

/// The same-day and emergency flags that are open `now` and were not `before`: they pause the plan.
pub fn fresh_flags<'a>(before: &Assessment, now: &'a Assessment) -> Vec<&'a FiredFlag> {
    now.open()
        .filter(|one| !before.open().any(|known| known.rule == one.rule))
        .collect()
}

/// From which day a pause of the plan that was prescribed `last` holds, for what was found `on` a day; nothing where no plan
/// runs.
pub fn pause_from(last: Option<&Programme<'_>>, on: NaiveDate) -> Option<NaiveDate> {
    let last = last.filter(|last| runs(&last.status()))?;
    Some(on.max(last.plan.prescribed_on))
}
