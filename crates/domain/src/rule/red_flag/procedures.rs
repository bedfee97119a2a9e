//! What was done to the spine and what lies in the body, as the rules read it: operations, injections and other
//! procedures within their windows, devices, trial leads, blood thinners. What may lie inside a window counts as inside.

use super::{
    facts::{Event, Facts, SpineEvent, TrialLead},
    input::{Day, Evidence, Input, Observation, Why},
    reading::DerivedReading,
    settings::Settings,
};
use crate::{
    fact::surgery::Region,
    value::answer::{Answer, Missing},
};
use chrono::NaiveDate;

/// What the facts say of `derived` on `day`.
pub fn read(derived: DerivedReading, facts: &Facts, day: Day, settings: &Settings) -> Input {
    let weeks = i64::from(settings.recent_weeks.get()) * 7;
    match derived {
        DerivedReading::OperationRecent => event(derived, facts, day, |event| {
            matches!(event.event, Event::Operation { .. }).then_some(weeks)
        }),
        DerivedReading::InjectionRecent => event(derived, facts, day, |event| {
            matches!(event.event, Event::Injection).then_some(weeks)
        }),
        DerivedReading::ProcedureRecent => event(derived, facts, day, |event| match event.event {
            Event::Operation { .. } | Event::Injection => None,
            Event::Radiofrequency | Event::Discography | Event::Trial | Event::Intervention => Some(weeks),
        }),
        DerivedReading::ProcedureWithinDays => event(derived, facts, day, |_| {
            Some(settings.procedure_days.get().into())
        }),
        DerivedReading::OperationInWoundWindow => event(derived, facts, day, |event| match event.event {
            Event::Operation { implant: true } => Some(settings.wound_implant_days.get().into()),
            Event::Operation { implant: false } => Some(settings.wound_days.get().into()),
            _ => None,
        }),
        DerivedReading::OperationNeckOrChest => neck_or_chest(derived, facts, day),
        DerivedReading::DeviceInSitu => device(derived, facts, day),
        DerivedReading::TrialLeadIn => trial_lead(derived, facts, day, weeks),
        DerivedReading::BloodThinner => thinner(derived, facts),
        // Every other reading has its own place.
        _ => Input::Quiet,
    }
}

/// The first day that the procedures within days of `day` can have been on.
pub fn start(facts: &Facts, day: Day, settings: &Settings) -> Option<NaiveDate> {
    let days = i64::from(settings.procedure_days.get());
    let events = facts.events.value().map(Vec::as_slice).unwrap_or_default();
    events.iter().filter_map(|event| within(event, day, days)).min()
}

/// The operations on the spine, without injections and other procedures.
pub fn operations(facts: &Facts) -> impl Iterator<Item = &SpineEvent> {
    let events = facts.events.value().map(Vec::as_slice).unwrap_or_default();
    events
        .iter()
        .filter(|event| matches!(event.event, Event::Operation { .. }))
}

/// The first day that `event` can have been on, where it may lie at most `days` before `day`.
fn within(event: &SpineEvent, day: Day, days: i64) -> Option<NaiveDate> {
    let (from, to) = event.when.span()?;
    (from <= day.at && (day.at - to).num_days() <= days).then_some(from)
}

/// An event within the days that `window` gives it.
fn event(
    derived: DerivedReading,
    facts: &Facts,
    day: Day,
    window: impl Fn(&SpineEvent) -> Option<i64>,
) -> Input {
    let events = match listed(&facts.events) {
        Ok(events) => events,
        Err(input) => return input,
    };
    let mut undated = false;
    let mut found = Vec::new();
    for event in events {
        let Some(days) = window(event) else { continue };
        undated |= event.when.span().is_none();
        if within(event, day, days).is_some() {
            let procedure = Observation::Procedure(event.event, event.when);
            found.push(derived.evidence(procedure, None, Some(event.recorded)));
        }
    }
    match (found.is_empty(), undated) {
        (false, _) => Input::Present(found),
        (true, true) => Input::Missing(Why::NotRecorded),
        (true, false) => Input::Quiet,
    }
}

fn neck_or_chest(derived: DerivedReading, facts: &Facts, day: Day) -> Input {
    let events = match listed(&facts.events) {
        Ok(events) => events,
        Err(input) => return input,
    };
    let mut unplaced = false;
    for event in events {
        let begun = event.when.span().is_none_or(|(from, _)| from <= day.at);
        if !begun || !matches!(event.event, Event::Operation { .. }) {
            continue;
        }
        let by_level = event
            .levels
            .targets()
            .iter()
            .any(|target| matches!(target.region(), Some('C' | 'T')));
        let by_region = matches!(event.region.value(), Some(Region::Cervical | Region::Thoracic));
        if by_level || by_region {
            let found = Observation::NeckOrChest(event.when);
            return Input::Present(vec![derived.evidence(found, None, Some(event.recorded))]);
        }
        unplaced |= event.region.value().is_none() && !event.levels.are_named();
    }
    if unplaced {
        Input::Missing(Why::NotRecorded)
    } else {
        Input::Quiet
    }
}

fn device(derived: DerivedReading, facts: &Facts, day: Day) -> Input {
    let devices = match listed(&facts.devices) {
        Ok(devices) => devices,
        Err(input) => return input,
    };
    let inside = devices.iter().filter(|device| match &device.removed {
        None => true,
        Some(removed) => removed.span().is_none_or(|(_, to)| to > day.at),
    });
    let found: Vec<Evidence> = inside
        .map(|device| {
            derived.evidence(
                Observation::Device(device.name.clone()),
                None,
                Some(device.recorded),
            )
        })
        .collect();
    if found.is_empty() {
        Input::Quiet
    } else {
        Input::Present(found)
    }
}

/// A lead or catheter of a trial that runs. Where nobody said that it ended it counts for as long as a procedure is recent.
fn trial_lead(derived: DerivedReading, facts: &Facts, day: Day, days: i64) -> Input {
    let mut undated = false;
    let mut runs = |trial: &&TrialLead| {
        let Some((from, to)) = trial.placed.span() else {
            undated |= trial.removed.is_none();
            return false;
        };
        let over = match trial.removed {
            None => (day.at - to).num_days() > days,
            Some(removed) => removed.span().is_some_and(|(_, last)| last < day.at),
        };
        from <= day.at && !over
    };
    let found: Vec<Evidence> = facts
        .trials
        .iter()
        .filter(&mut runs)
        .map(|trial| {
            let found = Observation::TrialLead(trial.name.clone(), trial.placed);
            derived.evidence(found, None, Some(trial.recorded))
        })
        .collect();
    match (found.is_empty(), undated) {
        (false, _) => Input::Present(found),
        (true, true) => Input::Missing(Why::NotRecorded),
        (true, false) => Input::Quiet,
    }
}

fn thinner(derived: DerivedReading, facts: &Facts) -> Input {
    let thinners = match listed(&facts.thinners) {
        Ok(thinners) => thinners,
        Err(input) => return input,
    };
    let found: Vec<Evidence> = thinners
        .iter()
        .map(|one| {
            derived.evidence(
                Observation::BloodThinner(one.name.clone()),
                None,
                Some(one.recorded),
            )
        })
        .collect();
    if found.is_empty() {
        Input::Quiet
    } else {
        Input::Present(found)
    }
}

fn listed<T>(list: &Answer<Vec<T>>) -> Result<&[T], Input> {
    match list {
        Answer::Value(list) => Ok(list),
        Answer::Missing(Missing::Absent | Missing::NotApplicable) => Ok(&[]),
        Answer::Missing(Missing::NotAsked) => Err(Input::Missing(Why::NotAsked)),
        Answer::Missing(Missing::Unknown) => Err(Input::Missing(Why::Unknown)),
        Answer::Missing(Missing::Declined) => Err(Input::Missing(Why::Declined)),
    }
}
