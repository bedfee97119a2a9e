//! People: finding them, telling them apart, and what every screen shows of them.

use lamina_domain::Noun;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    entry::EntryRow,
    flag::{FiredView, FlagsLine},
    progress::Verdict,
    shown::Alerts,
};

/// Names the patient whose record is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PatientKey {
    /// Id of the patient, which is that of the entry that holds the person.
    pub patient: Uuid,
}

/// Finds patients by what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SearchPatients {
    /// Any parts of a name, a birth date, a number, a level, an operation, a medicine or what was found at a visit, in any
    /// order; nothing finds everyone.
    pub text: String,
    /// At most so many.
    pub limit: u32,
}

/// By what a patient was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "by", rename_all = "snake_case")]
#[expect(missing_docs, reason = "what a person is found by names itself")]
pub enum FoundBy {
    Name,
    Born,
    Number,
    /// A fact of the record.
    Fact {
        /// What kind of fact.
        noun: Noun,
        /// The fact in a line.
        title: String,
    },
}

/// A patient who was found, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FoundPatient {
    /// The patient, as a list shows them.
    pub hit: PatientHit,
    /// By what; empty where everyone is listed.
    pub by: Vec<FoundBy>,
}

/// The patients who were found: by name, birth date or number before those of whom only the record speaks.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct PatientsFound {
    /// The first of them, at most as many as were asked for.
    pub found: Vec<FoundPatient>,
    /// How many there are.
    pub total: u32,
}

/// Asks who may be the person about to be entered.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SimilarPatients {
    /// Family name as typed so far.
    pub family: String,
    /// Given names as typed so far.
    pub given: String,
    /// Birth date as typed so far.
    pub born: String,
}

/// A patient in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PatientHit {
    /// Id of the patient, by which the record is opened.
    pub id: Uuid,
    /// The family name before the given names: "Family, Given".
    pub name: String,
    /// Birth date, spelled out; empty where it is not known.
    pub born: String,
    /// Age: "49", "49 or 50", "60 to 62"; empty where it can't be told.
    pub age: String,
    /// The clinic's own number for the record.
    pub number: Option<String>,
}

/// Asks what a list of patients tells of each.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GlancePatients {
    /// The patients, at most 50.
    pub patients: Vec<Uuid>,
}

/// Which way a measure went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GlanceTrend {
    /// What was measured, as short as a column.
    pub measure: String,
    /// What became of it.
    pub verdict: Verdict,
}

/// What a list of patients tells of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PatientGlance {
    /// The patient of whom it is told.
    pub id: Uuid,
    /// The last day on which something was asked, measured or examined; empty where no day is known.
    pub seen: String,
    /// What became of pain and disability within the last twelve months.
    pub year: Vec<GlanceTrend>,
    /// A red flag stands open that stays on every screen until it is resolved.
    pub pinned: bool,
    /// How the red flags stand in one line.
    pub flags: FlagsLine,
    /// What follow-up calls for today.
    pub due: Vec<String>,
}

/// A patient who may be the one about to be entered, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SimilarPatient {
    /// The patient, as a list shows them.
    pub hit: PatientHit,
    /// The names are the same.
    pub same_name: bool,
    /// The names can be one person's: one family name of two, in either order, an initial for a given name.
    pub like_name: bool,
    /// The birth dates are the same.
    pub same_born: bool,
    /// The birth dates are the same with day and month exchanged.
    pub swapped_born: bool,
    /// One birth date is less exact and holds the other.
    pub within_born: bool,
}

/// What every screen of a patient shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PatientView {
    /// Id of the patient, which is that of the entry that holds the person.
    pub id: Uuid,
    /// The version of the person that counts.
    #[ts(type = "number")]
    pub version: i64,
    /// The family name before the given names: "Family, Given".
    pub name: String,
    /// Birth date, spelled out, or "age 52 at first visit".
    pub born: String,
    /// Age: "49", "49 or 50", "60 to 62"; empty where it can't be told.
    pub age: String,
    /// The clinic's own number for the record.
    pub number: Option<String>,
    /// Allergies, red flags, implants, anticoagulants, conditions.
    pub alerts: Alerts,
    /// Red flags that fired and stand open, the most urgent first.
    pub flags: Vec<FiredView>,
    /// How the red flags stand in one line: what is open, what was noted, when they were asked.
    pub flags_line: FlagsLine,
    /// The entry that holds the alerts, where something was recorded.
    pub background: Option<Uuid>,
    /// Where the published case of a sample patient comes from.
    pub citation: Option<String>,
    /// How many entries of each kind stand.
    pub counts: Counts,
    /// The last scores in the order of time, the newest first.
    pub last_scores: Vec<EntryRow>,
    /// Verdicts between the first and the last score of each measure.
    pub verdicts: Vec<Verdict>,
}

/// How many entries stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[expect(missing_docs, reason = "the kinds of entries name themselves")]
pub struct Counts {
    /// Operations on the spine; several stages are one, and a stimulator is none.
    pub surgery: u32,
    /// Symptoms, also those that are over.
    pub symptom: u32,
    pub imaging: u32,
    pub treatment: u32,
    pub score: u32,
    /// Askings for red flags.
    pub flag: u32,
}
