//! Writing a document of any length: one patient after the other.

use crate::record::{Record, VERSION};
use std::io::{self, Write};

/// How far a patient is indented.
const MARGIN: &str = "    ";

/// A document that is being written, indented, with a line break at its end. Until [`Writer::end`] it is no whole one.
pub struct Writer<W> {
    out: W,
    is_empty: bool,
}

impl<W: Write> Writer<W> {
    /// Begins a document.
    ///
    /// # Errors
    /// The place that it is written to.
    pub fn begin(mut out: W) -> io::Result<Self> {
        write!(
            out,
            "{{\n  \"format\": \"lamina-record\",\n  \"version\": {VERSION},\n  \"patients\": ["
        )?;
        Ok(Writer { out, is_empty: true })
    }

    /// Adds a patient.
    ///
    /// # Errors
    /// The place that it is written to.
    pub fn add(&mut self, record: &Record) -> io::Result<()> {
        self.out.write_all(if self.is_empty { b"\n" } else { b",\n" })?;
        self.is_empty = false;
        let json = serde_json::to_string_pretty(record)?;
        for (at, line) in json.split('\n').enumerate() {
            if at > 0 {
                self.out.write_all(b"\n")?;
            }
            self.out.write_all(MARGIN.as_bytes())?;
            self.out.write_all(line.as_bytes())?;
        }
        Ok(())
    }

    /// Ends the document.
    ///
    /// # Errors
    /// The place that it is written to.
    pub fn end(mut self) -> io::Result<W> {
        let end: &[u8] = if self.is_empty { b"]\n}\n" } else { b"\n  ]\n}\n" };
        self.out.write_all(end)?;
        self.out.flush()?;
        Ok(self.out)
    }
}
