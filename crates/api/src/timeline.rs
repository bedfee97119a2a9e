//! Everything that a record holds in one order of time, as it is known now or as it was known on a past day.

use crate::shown::Shown;
use lamina_domain::Noun;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Asks for the events of a record.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TimelineRequest {
    /// The patient whose record it is.
    pub patient: Uuid,
    /// The day at whose end it was known so, as typed; empty for now.
    pub known_on: String,
}

/// One event of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TimelineRow {
    /// The entry, which opens by it.
    pub entry: Uuid,
    /// Which kind of entry it is.
    pub noun: Noun,
    /// The entry in words, as it was known.
    pub shown: Shown,
    /// The year that it stands under; nothing where its place in time is not known.
    pub year: Option<i32>,
}

/// The events of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TimelineView {
    /// The day at whose end it was known so, spelled out; empty for now.
    pub known_on: String,
    /// False where the patient was not in the record yet on that day.
    pub entered: bool,
    /// The events, the newest first; those without a place in time at the end, as they were recorded.
    pub rows: Vec<TimelineRow>,
}
