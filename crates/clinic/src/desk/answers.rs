//! Turning what the store holds into what the window shows: hits, ages, entries, versions.

use crate::{clock, facts::Heads, shown::shown};
use chrono::NaiveDate;
use lamina_api::{
    ApiError,
    entry::{EntryView, FactInput, VersionKind},
    patient::PatientHit,
};
use lamina_domain::{Born, Fact, PartialDate};
use lamina_store::{Entry, Kind, Status, Version};

/// The age on a day: "49", or "49 or 50"; empty where it can't be told.
pub(super) fn age(born: Born, today: NaiveDate) -> String {
    match born.age_on(today) {
        Some((least, most)) if least == most => least.to_string(),
        Some((least, most)) => format!("{least} or {most}"),
        None => String::new(),
    }
}

/// A person of the list, in the words of the list.
pub(super) fn hit(found: lamina_store::PatientHit, today: NaiveDate) -> PatientHit {
    let date = found
        .born
        .as_deref()
        .and_then(|iso| PartialDate::parse(iso, today).ok());
    PatientHit {
        id: found.id,
        name: if found.given.is_empty() {
            found.family
        } else {
            format!("{}, {}", found.family, found.given)
        },
        born: date.map(|date| date.to_string()).unwrap_or_default(),
        age: date.map(|date| age(Born::Date(date), today)).unwrap_or_default(),
        number: found.record_number,
    }
}

/// A stored fact with references counted as people count.
pub(super) fn fact(content: &str, heads: &Heads) -> Result<Fact, ApiError> {
    let mut fact: Fact = serde_json::from_str(content).map_err(crate::vault::ClinicError::from)?;
    heads.by_place(&mut fact);
    Ok(fact)
}

/// An entry with what a form needs.
pub(super) fn view(entry: Entry, heads: &Heads) -> Result<EntryView, ApiError> {
    let fact = fact(&entry.current.content, heads)?;
    Ok(EntryView {
        id: entry.id,
        patient: entry.patient_id,
        noun: entry.noun,
        version: entry.current.version,
        stands: entry.status == Status::Active,
        recorded_by: entry.current.recorded_by,
        recorded_at: clock::shown(entry.current.recorded_at_us),
        input: FactInput::of(&fact),
        shown: shown(&fact),
    })
}

/// What a version did.
pub(super) fn kind(version: &Version) -> VersionKind {
    match version.kind {
        Kind::Record => VersionKind::Record,
        Kind::Amend => VersionKind::Amend,
        Kind::Retract => VersionKind::Retract,
    }
}
