//! The shape of the nouns' tables: their typed columns, and a fact on its way into one.
//!
//! Column names reach SQL text only from the lists in this file, never from input.

pub use lamina_domain::Noun;
use serde_json::Value;

/// The typed columns of a noun's table, beside those that every noun has.
pub const fn columns(noun: Noun) -> &'static [&'static str] {
    match noun {
        Noun::Patient => &[
            "family",
            "given",
            "born",
            "sex",
            "record_number",
            "contact",
            "occupation",
            "care_team",
            "citation",
        ],
        Noun::Background => &[
            "allergies",
            "red_flags",
            "implants_mri",
            "anticoagulants",
            "conditions",
            "medicines",
        ],
        Noun::Surgery => &[
            "when_text",
            "when_from",
            "when_to",
            "procedures",
            "region",
            "levels",
            "side",
            "approach",
            "surgeon",
            "facility",
            "indication",
            "implants",
            "complications",
            "result_back",
            "result_limb",
            "pain_free",
            "note",
        ],
        Noun::Symptom => &[
            "when_text",
            "when_from",
            "when_to",
            "site",
            "side",
            "radiation",
            "qualities",
            "onset_words",
            "aggravating",
            "relieving",
            "intensity",
            "note",
        ],
        Noun::Imaging => &[
            "when_text",
            "when_from",
            "when_to",
            "modality",
            "position",
            "levels",
            "findings",
            "conclusion",
            "note",
        ],
        Noun::Treatment => &[
            "when_text",
            "when_from",
            "when_to",
            "until_text",
            "until_to",
            "category",
            "name",
            "levels",
            "side",
            "target",
            "dose",
            "ingredients",
            "route",
            "frequency",
            "status",
            "responses",
            "responded_text",
            "relief",
            "worsened",
            "response",
            "response_lasted",
            "adverse_effects",
            "stopped",
            "stopped_words",
            "note",
        ],
        Noun::Score => &[
            "when_text",
            "when_from",
            "when_to",
            "instrument",
            "instrument_version",
            "site",
            "side",
            "pain_kind",
            "period",
            "items",
            "total",
            "unit",
            "prorated",
            "rule_version",
            "missing_reason",
            "note",
        ],
        Noun::Flag => &[
            "when_text",
            "when_from",
            "when_to",
            "answers",
            "temperature",
            "residual_urine",
            "breaths",
            "crp",
            "esr",
            "power",
            "note",
        ],
        Noun::Resolution => &[
            "rule",
            "rule_version",
            "decision",
            "lowered_to",
            "decided_by",
            "role",
            "role_words",
            "why",
        ],
        Noun::Device => &[
            "when_text",
            "when_from",
            "when_to",
            "until_text",
            "until_to",
            "name",
            "parts",
            "maker",
            "model",
            "serial",
            "udi",
            "note",
        ],
        Noun::Anticoagulant => &[
            "when_text",
            "when_from",
            "when_to",
            "name",
            "class",
            "taking",
            "agreed_by",
            "restart",
            "indication",
            "note",
        ],
        Noun::Check => &[
            "when_text",
            "when_from",
            "when_to",
            "intervention",
            "replies",
            "asked_by",
            "note",
        ],
        Noun::WalkingPlan => &[
            "when_text",
            "when_from",
            "when_to",
            "prescribed_by",
            "answers",
            "baseline",
            "bout_seconds",
            "bouts_a_day",
            "days_a_week",
            "pace",
            "step",
            "target_minutes",
            "target_days",
            "cautions",
            "precautions",
            "note",
        ],
        Noun::WalkingEvent => &[
            "when_text",
            "when_from",
            "when_to",
            "what",
            "symptoms",
            "bout_seconds",
            "bouts_a_day",
            "days_a_week",
            "pace",
            "done_by",
            "role",
            "role_words",
            "why",
        ],
        Noun::Goal => &[
            "when_text",
            "when_from",
            "when_to",
            "text",
            "measure",
            "target_text",
            "target_to",
            "standing",
            "settled_text",
            "settled_to",
            "note",
        ],
        Noun::WalkingRow => &[
            "when_text",
            "when_from",
            "when_to",
            "entry",
            "bout",
            "started_at",
            "seconds",
            "metres",
            "steps",
            "surface",
            "exertion",
            "back_before",
            "back_after",
            "back_next_morning",
            "leg_before",
            "leg_after",
            "leg_next_morning",
            "settled",
            "symptoms",
            "aid",
            "mood",
            "missed_why",
            "note",
        ],
    }
}

/// The noun's table as it stands in SQL; quoted, because SQL keeps some of the names for itself.
pub(crate) fn table(noun: Noun) -> String {
    format!("\"{}\"", noun.name())
}

/// One value for one typed column.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing is known or it does not apply; `content` says which.
    Null,
    /// Text, or an ISO date.
    Text(String),
    /// A whole number.
    Int(i64),
    /// A number.
    Real(f64),
    /// Yes or no.
    Bool(bool),
    /// A list or a structure.
    Json(Value),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Real(number)
    }
}

impl From<bool> for Cell {
    fn from(yes: bool) -> Self {
        Self::Bool(yes)
    }
}

impl From<Value> for Cell {
    fn from(value: Value) -> Self {
        Self::Json(value)
    }
}

/// One fact on its way into a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The noun whose table takes it.
    pub noun: Noun,
    /// Values for the typed columns; a column left out is null.
    pub cells: Vec<(&'static str, Cell)>,
    /// The whole fact.
    pub content: Value,
    /// Texts by which the patient should be found.
    pub words: Vec<String>,
}

impl Row {
    /// The value for a column; null when it was left out.
    pub fn cell(&self, column: &str) -> &Cell {
        self.cells
            .iter()
            .find(|(name, _)| *name == column)
            .map_or(&Cell::Null, |(_, cell)| cell)
    }

    /// The text in a column, if there is one.
    pub(crate) fn text(&self, column: &str) -> Option<&str> {
        match self.cell(column) {
            Cell::Text(text) => Some(text),
            _ => None,
        }
    }
}
