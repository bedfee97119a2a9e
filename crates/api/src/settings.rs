//! What the clinic sets once, and what this window prefers.

use crate::{
    letter::{LetterKind, LetterLength, PaperSize},
    medicine::OpioidTable,
};
use lamina_domain::{DateOrder, diagnosis::Term};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What the clinic sets once; kept in the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// The clinic's name on letters.
    pub clinic_name: String,
    /// Address and contact lines on letters.
    pub clinic_lines: Vec<String>,
    /// The author of letters.
    pub author_name: String,
    /// The author's role on letters, and in decisions that name no other.
    pub author_role: String,
    /// The author's registration number with its body.
    pub author_registration: String,
    /// How to reach the author.
    pub author_contact: String,
    /// The number that patients call, on papers for them.
    pub patients_call: String,
    /// The number for emergencies, on papers for patients.
    pub emergency_call: String,
    /// The sheet letters are printed on.
    pub paper: PaperSize,
    /// The table of factors for the opioid load.
    pub opioid_table: OpioidTable,
    /// Show beside the count of epidural sessions what payers in the United States usually cover. Information only.
    pub payer_limit: bool,
    /// Whether day or month comes first in a date that is typed in numbers alone.
    pub date_order: DateOrder,
    /// The name that persistent pain after spine surgery has on the screen and in letters.
    pub preferred_term: Term,
    /// Minutes without a key or a click after which Lamina locks, 1 to 30.
    pub idle_minutes: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            clinic_name: String::new(),
            clinic_lines: Vec::new(),
            author_name: String::new(),
            author_role: String::new(),
            author_registration: String::new(),
            author_contact: String::new(),
            patients_call: String::new(),
            emergency_call: String::new(),
            paper: PaperSize::default(),
            opioid_table: OpioidTable::default(),
            payer_limit: false,
            date_order: DateOrder::default(),
            preferred_term: Term::default(),
            idle_minutes: 5,
        }
    }
}

/// What of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SettingsPart {
    /// What [`Settings`] holds, set for the whole clinic.
    Clinic,
    /// The limits that the clinic set for itself.
    Rules,
}

/// Asks about a part of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SettingsKey {
    /// The part that is asked about.
    pub part: SettingsPart,
}

/// One setting that a change touched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SettingChange {
    /// The name of the setting in the window.
    pub label: String,
    /// What it says since the change, in words.
    pub now: String,
    /// What it said before.
    pub before: String,
}

/// What was saved last in a part of the settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LastSettings {
    /// The moment by which it is told from other changes, in microseconds since 1970.
    #[ts(type = "number")]
    pub at: i64,
    /// The same in local time: "25 Nov 2026, 14:03".
    pub recorded_at: String,
    /// Who saved it, by the name that the vault knows.
    pub by: String,
    /// Whether the one who asks saved it, and so may take it back.
    pub own: bool,
    /// Each setting that it changed, as it says now and said before.
    pub changes: Vec<SettingChange>,
}

/// Takes back what was saved last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UndoSettings {
    /// The part in which it was saved.
    pub part: SettingsPart,
    /// The moment of the change, as [`LastSettings`] says it.
    #[ts(type = "number")]
    pub at: i64,
}

/// The colours of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "light and dark name themselves")]
pub enum Theme {
    /// As the system is set.
    #[default]
    System,
    Light,
    Dark,
    /// Black on white with dark lines.
    Contrast,
}

/// A list of what has a date, whose order can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "lists of one kind of entry are named by it")]
pub enum DatedList {
    Surgery,
    Symptom,
    Imaging,
    Treatment,
    Score,
    /// Scores beside the drawing of the progress.
    Progress,
    /// Askings for red flags.
    Flag,
    /// Implanted systems, such as stimulators and pumps.
    Device,
    /// Blood thinners with what was agreed about them.
    Anticoagulant,
    /// What was asked before each injection.
    Check,
    /// Lines of the walking diary beside its drawing.
    WalkingRow,
    /// Weeks of the walking programme that are over.
    WalkingWeek,
    /// What happened to the walking plan.
    WalkingEvent,
    Reading,
    Examination,
    /// Diagnoses and suspected causes.
    Diagnosis,
    Electrodiagnosis,
    /// Files that were attached.
    Document,
    /// Visits, held or not.
    Visit,
    /// Changes of the record.
    History,
}

/// The order of a list of what has a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the orders name themselves")]
pub enum ListOrder {
    NewestFirst,
    OldestFirst,
}

/// What the list of patients tells of each beside who it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PatientColumn {
    /// The last day on which something was asked, measured or examined.
    Seen,
    /// What became of pain and disability in the last year.
    Year,
    /// How the red flags stand.
    Flags,
    /// What follow-up calls for.
    Due,
}

/// Whom alone the list of patients shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PatientFilter {
    /// Who has an open red flag that stays on every screen.
    Flagged,
    /// For whom follow-up calls, or who missed a visit.
    Due,
    /// Of whom a score became clearly worse within the last year.
    Worse,
}

/// How the list of patients is set.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct PatientsList {
    /// Columns that are not shown.
    pub hidden: Vec<PatientColumn>,
    /// Whom alone it shows; everyone where nothing is chosen.
    pub only: Option<PatientFilter>,
}

/// Which letter was chosen last.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct LettersChoice {
    /// To whom it goes and what for.
    pub kind: LetterKind,
    /// How long a letter of a kind may be, for each kind for which that was chosen.
    pub lengths: BTreeMap<LetterKind, LetterLength>,
}

/// What this window prefers; kept outside the vault and holds nothing about patients.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Preferences {
    /// The colours of the window.
    pub theme: Theme,
    /// The order of each list for which one was chosen.
    pub orders: BTreeMap<DatedList, ListOrder>,
    /// How the list of patients is set.
    pub patients: PatientsList,
    /// Which lines the progress draws and which it does not, by their keys, where that was chosen.
    pub lines: BTreeMap<String, bool>,
    /// Which letter was chosen last.
    pub letters: LettersChoice,
}

/// Most characters of the key of a line.
const KEY: usize = 60;

impl Preferences {
    /// Leaves out every key that is not the code of a line: they lie outside the vault, so that no word of a patient may be one.
    pub fn keep_codes(&mut self) {
        let code = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, ':' | '-' | '_');
        self.lines
            .retain(|key, _| !key.is_empty() && key.len() <= KEY && key.chars().all(code));
    }
}
