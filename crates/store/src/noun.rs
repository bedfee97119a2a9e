//! The nouns of the record and the shape of their tables.
//!
//! Column names reach SQL text only from the lists in this file, never from input.

use serde_json::Value;

/// A kind of fact. Each has a table of the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Noun {
    /// A person's identity.
    Patient,
    /// An operation.
    Surgery,
    /// A complaint as it was at one time.
    Symptom,
    /// An imaging or other instrumental study.
    Imaging,
    /// A treatment other than a spine operation.
    Treatment,
    /// A filled-in instrument.
    Score,
    /// Allergies, red flags, implants, anticoagulants and conditions.
    Background,
}

impl Noun {
    /// Every noun, in the order of the migrations.
    pub const ALL: [Self; 7] = [
        Self::Patient,
        Self::Surgery,
        Self::Symptom,
        Self::Imaging,
        Self::Treatment,
        Self::Score,
        Self::Background,
    ];

    /// Name of the noun, which is also the name of its table.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Patient => "patient",
            Self::Surgery => "surgery",
            Self::Symptom => "symptom",
            Self::Imaging => "imaging",
            Self::Treatment => "treatment",
            Self::Score => "score",
            Self::Background => "background",
        }
    }

    /// The noun with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|noun| noun.name() == name)
    }

    /// The typed columns of the noun's table, beside those that every noun has.
    pub const fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Patient => &[
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
            Self::Surgery => &[
                "when_text",
                "when_from",
                "when_to",
                "procedures",
                "region",
                "levels",
                "side",
                "approach",
                "technique",
                "surgeon",
                "facility",
                "indication",
                "implants",
                "complications",
                "result_back",
                "result_limb",
                "result_note",
                "pain_free",
                "note",
            ],
            Self::Symptom => &[
                "when_text",
                "when_from",
                "when_to",
                "region",
                "side",
                "levels",
                "character",
                "intensity_now",
                "intensity_mean",
                "intensity_worst",
                "onset",
                "course",
                "radiation",
                "worse_with",
                "better_with",
                "findings",
                "pain_map",
                "note",
            ],
            Self::Imaging => &[
                "when_text",
                "when_from",
                "when_to",
                "modality",
                "region",
                "levels",
                "side",
                "contrast",
                "findings",
                "conclusion",
                "facility",
                "citation",
                "note",
            ],
            Self::Treatment => &[
                "when_text",
                "when_from",
                "when_to",
                "category",
                "name",
                "code",
                "dose",
                "route",
                "frequency",
                "region",
                "levels",
                "side",
                "technique",
                "performer",
                "facility",
                "device",
                "outcome",
                "relief_percent",
                "relief_weeks",
                "stopped_reason",
                "adverse",
                "note",
            ],
            Self::Score => &[
                "when_text",
                "when_from",
                "when_to",
                "instrument",
                "instrument_version",
                "items",
                "total",
                "complete",
                "rule",
                "missing_reason",
                "note",
            ],
            Self::Background => &[
                "allergies",
                "red_flags",
                "implants_mri",
                "anticoagulants",
                "conditions",
                "note",
            ],
        }
    }
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

/// A type whose values can be kept as facts of one noun.
pub trait NounRow {
    /// The noun whose table takes the value.
    const NOUN: Noun;
    /// The whole fact, from which it can be read back.
    fn content(&self) -> Value;
    /// Values for the typed columns; a column left out is null.
    fn cells(&self) -> Vec<(&'static str, Cell)>;
    /// Texts by which the patient should be found (procedure, level, surgeon, substance).
    fn words(&self) -> Vec<String> {
        Vec::new()
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
    /// The row of a fact.
    pub fn of<T: NounRow>(fact: &T) -> Self {
        Self {
            noun: T::NOUN,
            cells: fact.cells(),
            content: fact.content(),
            words: fact.words(),
        }
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_round_trip() {
        for noun in Noun::ALL {
            assert_eq!(Noun::from_name(noun.name()), Some(noun));
        }
        assert_eq!(Noun::from_name("audit"), None);
    }
}
