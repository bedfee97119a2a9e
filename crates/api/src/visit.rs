//! What a record holds of the day of a visit, and two such days side by side. It is worked out by the day and kept nowhere.

use lamina_domain::Noun;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What was recorded on the day of a visit, beside the visit itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct VisitDay {
    /// The day, spelled out; empty where the visit has none that is exact.
    pub day: String,
    /// What is of that day, kind by kind.
    pub groups: Vec<DayGroup>,
}

/// Everything of one kind that is of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DayGroup {
    /// The kind of these entries.
    pub noun: Noun,
    /// What they tell, by label.
    pub rows: Vec<DayRow>,
}

/// Lines of one label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DayRow {
    /// What they tell: a measure, a part of an examination; empty where the kind says it.
    pub label: String,
    /// The lines, each with its entry.
    pub lines: Vec<DayLine>,
}

/// One line that an entry tells of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DayLine {
    /// The entry, which opens by it.
    pub entry: Uuid,
    /// What it tells of that day.
    pub text: String,
}

/// Asks for two days of a record side by side.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CompareVisits {
    /// The patient whose record it is.
    pub patient: Uuid,
    /// One of the days as [`VisitChoice::day`] names it; empty for the last but one on which the patient was seen.
    pub one: String,
    /// The other; empty for the last.
    pub other: String,
}

/// Two days of a record side by side.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct VisitsCompared {
    /// The days that can be chosen, the latest first.
    pub choices: Vec<VisitChoice>,
    /// The earlier of the two; empty where there are no two.
    pub one: String,
    /// The later of the two.
    pub other: String,
    /// What was recorded on them, kind by kind; what is told of both under one label stands side by side.
    pub groups: Vec<ComparedGroup>,
}

/// A day on which the patient was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VisitChoice {
    /// The day as it is asked for: "2026-11-24".
    pub day: String,
    /// The day spelled out, with the visits of it or that none is recorded.
    pub name: String,
}

/// Everything of one kind on two days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ComparedGroup {
    /// The kind of these entries.
    pub noun: Noun,
    /// What they tell, by label.
    pub rows: Vec<ComparedRow>,
}

/// What is told under one label on two days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ComparedRow {
    /// The label; empty where the kind says what they tell.
    pub label: String,
    /// What is of the earlier day; empty where nothing is.
    pub one: Vec<DayLine>,
    /// What is of the later day.
    pub other: Vec<DayLine>,
}
