//! The course and the height of CRP and ESR. A falling or normal value is quiet and excludes nothing.
//!
//! Sources: after an operation CRP peaks at about two to three days and should then fall, ESR is slower (general
//! knowledge of the field); ESR above 50 mm/h two weeks and more after an operation with increasing pain (series of
//! 1988, old and small). Raised CRP or ESR with new or worse pain asks for thought of infection (IDSA 2015).

use super::{
    facts::Facts,
    input::{Day, Evidence, Observation},
    procedures::operations,
    reading::{DerivedReading, newest},
    settings::Settings,
};
use chrono::{NaiveDate, TimeDelta};

/// CRP that is higher than before.
pub fn crp(derived: DerivedReading, facts: &Facts, day: Day, settings: &Settings) -> Vec<Evidence> {
    // Before its peak after an operation CRP says nothing about infection, so it is no value to compare with.
    let peak = i64::from(settings.crp_peak_days.get());
    let settled = last_operation_day(facts, day).map(|operation| operation + TimeDelta::days(peak));
    let steady = |on: NaiveDate| settled.is_none_or(|from| on >= from);
    let mut series: Vec<_> = facts.crp.iter().filter(|one| day.sees(one.on)).collect();
    series.sort_by_key(|one| (one.on, one.recorded));
    let Some((last, before)) = series.split_last() else {
        return Vec::new();
    };
    let current = day.since(last.on) <= i64::from(settings.laboratory_days.get());
    before
        .iter()
        .rev()
        .find(|one| one.on < last.on)
        .filter(|one| current && steady(one.on))
        .filter(|one| last.value.least() > one.value.most() + u32::from(settings.crp_rise.get()) * 10)
        .map(|one| {
            let found = Observation::CrpRising(one.value.most(), last.value.most());
            derived.evidence(found, Some(last.on.into()), Some(last.recorded))
        })
        .into_iter()
        .collect()
}

/// ESR that is higher than before.
pub fn esr(derived: DerivedReading, facts: &Facts, day: Day, settings: &Settings) -> Vec<Evidence> {
    let mut series: Vec<_> = facts.esr.iter().filter(|one| day.sees(one.on)).collect();
    series.sort_by_key(|one| (one.on, one.recorded));
    let Some((last, before)) = series.split_last() else {
        return Vec::new();
    };
    let current = day.since(last.on) <= i64::from(settings.laboratory_days.get());
    before
        .iter()
        .rev()
        .find(|one| one.on < last.on)
        .filter(|one| {
            let rise = one.value.value.get() + settings.esr_rise.get();
            current && !last.value.below && last.value.value.get() > rise
        })
        .map(|one| {
            let found = Observation::EsrRising(one.value.value.get(), last.value.value.get());
            derived.evidence(found, Some(last.on.into()), Some(last.recorded))
        })
        .into_iter()
        .collect()
}

/// ESR that is high some time after an operation.
pub fn esr_late(derived: DerivedReading, facts: &Facts, day: Day, settings: &Settings) -> Vec<Evidence> {
    let weeks = i64::from(settings.recent_weeks.get()) * 7;
    let late = i64::from(settings.esr_late_days.get());
    let after_operation = |on: NaiveDate| {
        operations(facts).any(|event| {
            event
                .when
                .span()
                .is_some_and(|(from, to)| (on - from).num_days() >= late && (on - to).num_days() <= weeks)
        })
    };
    newest(
        &facts.esr,
        |one| one.on,
        day,
        i64::from(settings.laboratory_days.get()),
    )
    .filter(|one| {
        !one.value.below && one.value.value.get() > settings.esr_late.get() && after_operation(one.on)
    })
    .map(|one| {
        let found = Observation::EsrLate(one.value.value.get());
        derived.evidence(found, Some(one.on.into()), Some(one.recorded))
    })
    .collect()
}

/// CRP that is raised. Before its peak after an operation it is raised in everybody and says nothing.
pub fn crp_raised(derived: DerivedReading, facts: &Facts, day: Day, settings: &Settings) -> Vec<Evidence> {
    let peak = i64::from(settings.crp_peak_days.get());
    let settled = last_operation_day(facts, day).map(|operation| operation + TimeDelta::days(peak));
    let limit = i64::from(settings.laboratory_days.get());
    newest(&facts.crp, |one| one.on, day, limit)
        .filter(|one| settled.is_none_or(|from| one.on >= from))
        .filter(|one| one.value.least() >= u32::from(settings.crp_raised.get()) * 10)
        .map(|one| {
            let found = Observation::Crp(one.value.most());
            derived.evidence(found, Some(one.on.into()), Some(one.recorded))
        })
        .collect()
}

/// ESR that is raised. It falls slowly after an operation, so that early values say nothing.
pub fn esr_raised(derived: DerivedReading, facts: &Facts, day: Day, settings: &Settings) -> Vec<Evidence> {
    let late = i64::from(settings.esr_late_days.get());
    let settled = last_operation_day(facts, day).map(|operation| operation + TimeDelta::days(late));
    let limit = i64::from(settings.laboratory_days.get());
    newest(&facts.esr, |one| one.on, day, limit)
        .filter(|one| settled.is_none_or(|from| one.on >= from))
        .filter(|one| !one.value.below && one.value.value.get() >= settings.esr_raised.get())
        .map(|one| {
            let found = Observation::Esr(one.value.value.get());
            derived.evidence(found, Some(one.on.into()), Some(one.recorded))
        })
        .collect()
}

fn last_operation_day(facts: &Facts, day: Day) -> Option<NaiveDate> {
    operations(facts)
        .filter_map(|event| event.when.span())
        .filter(|(from, to)| from == to && *from <= day.at)
        .map(|(from, _)| from)
        .max()
}
