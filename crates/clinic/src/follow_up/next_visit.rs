//! Visits that were planned and of which none is recorded since their day has passed, of one record and of many people at once.
//! The rule is the domain's.

use super::{
    said,
    times::{Times, when},
};
use crate::{
    record::Record,
    vault::{ClinicError, Vault},
};
use chrono::NaiveDate;
use lamina_api::follow_up::FollowUpCall;
use lamina_domain::{
    When,
    schedule::next_visit::{VisitTimes, unanswered},
    when::Point,
};
use lamina_store::VisitTime;
use std::collections::{BTreeMap, HashSet};
use uuid::Uuid;

/// What a record calls for because of a visit that was planned.
pub(super) fn called(record: &Record, today: NaiveDate) -> Option<FollowUpCall> {
    let times = record.visits.iter().filter_map(|one| {
        Some(VisitTimes {
            entry: one.id()?,
            when: record.dated(&one.when),
            next: record.dated(&one.next),
        })
    });
    let plan = unanswered(&times.collect::<Vec<_>>(), today)?;
    let told = record.visits.iter().find(|one| one.is(plan.entry))?;
    Some(said::planned(plan.entry, &told.when, &told.next))
}

/// The visits of those people of whom one tells when the next is planned, by their times as they are told.
pub(super) fn of_people(visits: Vec<VisitTime>) -> BTreeMap<Uuid, Vec<VisitTimes>> {
    let planning = visits.iter().filter(|one| !one.next.is_empty());
    let planning: HashSet<Uuid> = planning.map(|one| one.patient).collect();
    let mut found: BTreeMap<Uuid, Vec<VisitTimes>> = BTreeMap::new();
    for one in visits {
        if planning.contains(&one.patient) {
            found.entry(one.patient).or_default().push(VisitTimes {
                entry: one.entry,
                when: when(&one.when),
                next: when(&one.next),
            });
        }
    }
    found
}

/// Puts in place of the times as they are told the days that they mean.
pub(super) fn date(visits: &mut BTreeMap<Uuid, Vec<VisitTimes>>, times: &Times) {
    for (patient, all) in visits {
        for one in all {
            one.when = times.dated(*patient, &one.when);
            one.next = times.dated(*patient, &one.next);
        }
    }
}

/// The days since which the plans of these visits are past.
pub(super) fn past_since(visits: &[VisitTimes]) -> impl Iterator<Item = NaiveDate> {
    let last = visits.iter().filter_map(|one| one.next.span());
    last.filter_map(|(_, last)| last.succ_opt())
}

/// What calls for somebody because of the plan of this visit, whose times stand as the days that they mean.
pub(super) async fn call(
    vault: &Vault,
    patient: Uuid,
    plan: &VisitTimes,
    today: NaiveDate,
) -> Result<Option<FollowUpCall>, ClinicError> {
    if is_as_told(&plan.when) && is_as_told(&plan.next) {
        return Ok(Some(said::planned(plan.entry, &plan.when, &plan.next)));
    }
    // In words it counts from another fact by its number, which only the whole record tells.
    let facts = vault.facts_anew(patient).await?;
    Ok(called(&facts.record, today))
}

/// Whether a time that stands as the days that it means was told so.
fn is_as_told(when: &When) -> bool {
    !matches!(
        when.point,
        Point::Between(..) | Point::Relative { .. } | Point::Loosely { .. }
    )
}
