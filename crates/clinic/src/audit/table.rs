//! Rows of the log as a table for a spreadsheet, in codes that stay the same in every language.

use super::Row;
use crate::clock;
use std::io::{self, Write};

/// The columns of the table.
pub const COLUMNS: [&str; 11] = [
    "row",
    "at",
    "person",
    "action",
    "outcome",
    "patient",
    "patient_name",
    "object",
    "object_id",
    "version",
    "reason",
];

/// What a row says under each of the columns.
pub fn cells(row: &Row) -> [String; 11] {
    [
        row.seq.to_string(),
        clock::exact(row.at_us),
        row.person.clone(),
        row.action.clone(),
        row.outcome.clone(),
        row.patient.map(|id| id.to_string()).unwrap_or_default(),
        row.patient_name.clone(),
        row.object.clone(),
        row.object_id.clone(),
        row.version.map(|version| version.to_string()).unwrap_or_default(),
        row.reason.clone(),
    ]
}

/// A cell that no spreadsheet takes for a formula.
fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell
    }
}

/// What the place said, where it was the place.
fn of_place(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        _ => io::ErrorKind::InvalidData.into(),
    }
}

/// A table that is being written.
pub struct LogTable<W: Write>(csv::Writer<W>);

impl<W: Write> LogTable<W> {
    /// Begins with the line that names the columns.
    ///
    /// # Errors
    /// What the place says.
    pub fn begin(place: W) -> io::Result<Self> {
        let mut table = csv::Writer::from_writer(place);
        table.write_record(COLUMNS).map_err(of_place)?;
        Ok(Self(table))
    }

    /// Writes one row; no cell of it begins a formula.
    ///
    /// # Errors
    /// What the place says.
    pub fn add(&mut self, row: &Row) -> io::Result<()> {
        self.0.write_record(cells(row).map(harmless)).map_err(of_place)
    }

    /// Gives the place back, with all of the table in it.
    ///
    /// # Errors
    /// What the place says.
    pub fn end(self) -> io::Result<W> {
        self.0.into_inner().map_err(|refused| refused.into_error())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(harmless(cell.to_owned()), format!("'{cell}"));
        }
        for cell in ["a=1", "", "2026-11-30", " =1", "'=1"] {
            assert_eq!(harmless(cell.to_owned()), cell);
        }
    }

    #[test]
    fn a_row_stays_a_row_whatever_somebody_wrote_into_it() {
        let row = Row {
            seq: 7,
            at_us: 0,
            person: "=anna".to_owned(),
            action: "amend".to_owned(),
            outcome: "done".to_owned(),
            patient: None,
            patient_name: String::new(),
            object: "surgery".to_owned(),
            object_id: "x".to_owned(),
            version: Some(2),
            reason: "mistaken\n8,\"30 Nov 2026\"".to_owned(),
        };
        let mut table = LogTable::begin(Vec::new()).unwrap();
        table.add(&row).unwrap();
        let written = String::from_utf8(table.end().unwrap()).unwrap();
        assert_eq!(
            written,
            "row,at,person,action,outcome,patient,patient_name,object,object_id,version,reason\n\
             7,1970-01-01T00:00:00Z,'=anna,amend,done,,,surgery,x,2,\"mistaken\n8,\"\"30 Nov 2026\"\"\"\n"
        );
    }
}
