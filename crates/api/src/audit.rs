//! The audit log as the window examines it: its rows by what is asked of them, and whether it is whole.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Which rows are asked for; all of them where it says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AuditFilter {
    /// Those about one patient.
    pub patient: Option<Uuid>,
    /// Those of one person, by the name under which the log knows them, in capitals or not.
    pub person: Option<String>,
    /// Those of one act, by its code.
    pub act: Option<String>,
    /// From this day on, as typed; empty for the beginning of the log.
    pub from: String,
    /// Until the end of this day, as typed; empty for now.
    pub until: String,
}

/// Asks for rows of the log, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExamineAudit {
    /// Which rows are asked for.
    pub filter: AuditFilter,
    /// Only those before the row of this number, which goes on with what was asked for before and is not noted once more.
    #[ts(type = "number | null")]
    pub before: Option<i64>,
}

/// How an act ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AuditOutcome {
    /// It was done as it was asked for.
    Done,
    /// It was not allowed.
    Refused,
    /// It was tried and did not work.
    Failed,
}

/// One row of the log, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AuditRow {
    /// Its number, from 1 without gaps.
    #[ts(type = "number")]
    pub row: i64,
    /// When, in local time: "25 Nov 2026, 14:03".
    pub at: String,
    /// The same to the second and the same everywhere: "2026-11-25T13:03:09Z".
    pub exact: String,
    /// Who did it, by the name under which the log knows them.
    pub person: String,
    /// What was done or tried, in words.
    pub act: String,
    /// How the act ended.
    pub outcome: AuditOutcome,
    /// The patient concerned; none where it concerned nobody.
    pub patient: Option<Uuid>,
    /// How that patient is called now; empty where nobody stands by that id.
    pub patient_name: String,
    /// What it was done to, in words; empty where that is the record as a whole.
    pub object: String,
    /// By which id or name the log knows that; often empty.
    pub object_id: String,
    /// The version of the entry that was written.
    #[ts(type = "number | null")]
    pub version: Option<i64>,
    /// Why it was done; empty where no reason was given.
    pub reason: String,
}

/// Rows of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AuditPage {
    /// The newest rows of those that were asked for.
    pub rows: Vec<AuditRow>,
    /// There are earlier ones, before the last of these.
    pub more: bool,
    /// How many rows the whole log has.
    #[ts(type = "number")]
    pub total: i64,
    /// How the patient is called that was asked for; empty where none was, or where nobody stands by that id.
    pub patient_name: String,
}

/// An act that the log tells of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AuditAct {
    /// The code by which it is asked for.
    pub act: String,
    /// What it is, in words.
    pub words: String,
}

/// What a check of the log and of all that it tells of found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LogCheck {
    /// When it ended, in local time.
    pub at: String,
    /// The newest row that was there to be checked; all before it were checked too.
    #[ts(type = "number")]
    pub rows: i64,
    /// How many versions of entries were compared with the log.
    #[ts(type = "number")]
    pub versions: i64,
    /// How many attached files were compared with what was taken in.
    #[ts(type = "number")]
    pub files: i64,
    /// How many faults were found; none where all is whole.
    pub faults: u32,
    /// How many of them are in what is derived from the versions, and can be mended from those.
    pub derived: u32,
    /// What the first of them are, in words.
    pub found: Vec<String>,
}

/// What the log can be asked for, and what is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AuditView {
    /// Everyone who stands in it, by name.
    pub people: Vec<String>,
    /// Every act that it tells of, by its words.
    pub acts: Vec<AuditAct>,
    /// The last check since the vault was opened; none where there was none.
    pub checked: Option<LogCheck>,
}

/// Where rows of the log were saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedAudit {
    /// The folder that letters go to.
    pub folder: String,
    /// The name of the file; it says nothing about patients.
    pub name: String,
    /// How many rows are in it.
    #[ts(type = "number")]
    pub rows: u64,
}
