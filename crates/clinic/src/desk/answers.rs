//! Turning what the store holds into what the window shows: entries, versions.

use crate::{clock, facts::Facts, record::Record, shown::told, telling::Telling};
use lamina_api::{
    ApiError,
    entry::{EntryView, FactInput, VersionKind},
};
use lamina_domain::Fact;
use lamina_store::{Entry, Kind, Status, Version};

/// A stored fact with references counted as people count.
pub(super) fn fact(content: &str, record: &Record) -> Result<Fact, ApiError> {
    let mut fact: Fact = serde_json::from_str(content).map_err(crate::vault::ClinicError::from)?;
    record.by_place(&mut fact);
    Ok(fact)
}

/// An entry with what a form needs; `actor` is the one who asks.
pub(super) fn view(
    entry: Entry,
    facts: &Facts,
    telling: &Telling<'_>,
    actor: &str,
) -> Result<EntryView, ApiError> {
    let fact = fact(&entry.current.content, &facts.record)?;
    let mut typed: Fact =
        serde_json::from_str(&entry.current.content).map_err(crate::vault::ClinicError::from)?;
    facts.record.times_by_place(&mut typed);
    Ok(EntryView {
        id: entry.id,
        patient: entry.patient_id,
        noun: entry.noun,
        version: entry.current.version,
        stands: entry.status == Status::Active,
        own: entry.current.recorded_by == actor,
        recorded_by: entry.current.recorded_by,
        recorded_at: clock::shown(entry.current.recorded_at_us),
        input: FactInput::of(&typed),
        shown: told(&fact, telling),
    })
}

/// What a version did.
pub(super) fn kind(version: &Version) -> VersionKind {
    match version.kind {
        Kind::Record => VersionKind::Record,
        Kind::Amend => VersionKind::Amend,
        Kind::Retract => VersionKind::Retract,
        Kind::Reinstate => VersionKind::Reinstate,
    }
}
