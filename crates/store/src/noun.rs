//! The shape of the nouns' tables: their typed columns, and a fact on its way into one.
//!
//! Column names reach SQL text only from the migrations, never from input.

pub use lamina_domain::Noun;
use serde_json::Value;

use crate::schema::columns_of;

/// Columns that the table of every noun begins with: which fact it is, and the version that counts.
pub(crate) const HEAD: [&str; 4] = ["clinic_id", "patient_id", "id", "number"];

/// The typed columns of a noun's table, beside those that every noun has, as its migrations make them.
pub fn columns(noun: Noun) -> &'static [&'static str] {
    columns_of(noun.name()).get(HEAD.len()..).unwrap_or_default()
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
    /// A whole number, of 64 bits with a sign.
    Int(i64),
    /// A number with a fraction; finite.
    Real(f64),
    /// Yes or no, kept as 1 or 0.
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
    /// The whole fact, of which the columns are parts.
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
