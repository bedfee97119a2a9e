//! Reading a document of any length: one patient after the other, and no more of it in memory than one patient.
//!
//! What is wrong is told as if the whole had been read. The text of the patient at hand is kept while it is read, because a
//! field that has to be found by trial is looked for in it.

use crate::{
    record::{LARGEST, Record, VERSION, unreadable::Unreadable},
    words::say,
};
use chrono::NaiveDate;
use lamina_domain::Issue;
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor},
};
use serde_json::Value;
use std::{
    cell::RefCell,
    fmt,
    io::{self, BufReader, Read},
};

/// Reads a document and hands each patient to `each`, which may say with `false` that no more is wanted. Patients are handed
/// on before the rest was read: only when this returns is it known that the document is whole. Returns the version of its
/// format. `today` decides what lies in the future.
///
/// # Errors
/// The first value that no fact can hold, or everything that contradicts the calendar or itself.
pub fn read_each(
    source: impl Read,
    today: NaiveDate,
    each: impl FnMut(Record) -> bool,
) -> Result<u32, Unreadable> {
    let kept = RefCell::new(Kept {
        source: BufReader::new(source),
        bytes: Vec::new(),
        is_over: false,
        is_begun: false,
    });
    let mut reading = Reading {
        kept: &kept,
        today,
        each,
        issues: Vec::new(),
        is_enough: false,
    };
    let mut json = serde_json::Deserializer::from_reader(Tee(&kept));
    let mut track = serde_path_to_error::Track::new();
    let tracked = serde_path_to_error::Deserializer::new(&mut json, &mut track);
    let read = Whole(&mut reading).deserialize(tracked);
    let (is_enough, issues) = (reading.is_enough, std::mem::take(&mut reading.issues));
    let refused = |path: &serde_path_to_error::Path, error: &serde_json::Error| {
        let mut kept = kept.borrow_mut();
        if kept.is_over {
            return Unreadable::TooLarge;
        }
        if error.is_io() {
            return Unreadable::Cut {
                message: error.to_string(),
            };
        }
        Unreadable::at(path, error, kept.rest().as_ref())
    };
    let (format, version) = match read {
        Ok(head) => head,
        Err(_) if is_enough => return Ok(VERSION),
        Err(error) => return Err(refused(&track.path(), &error)),
    };
    if let Err(error) = json.end() {
        let over = kept.borrow().is_over;
        return Err(match over {
            true => Unreadable::TooLarge,
            false => Unreadable::Value {
                path: say!("file-end"),
                message: error.to_string(),
            },
        });
    }
    if format != "lamina-record" {
        return Err(Unreadable::Foreign);
    }
    if version > VERSION {
        return Err(Unreadable::Newer { found: version });
    }
    if issues.is_empty() {
        Ok(version)
    } else {
        Err(Unreadable::Issues(issues))
    }
}

/// The source, and what was read of it since the patient at hand began.
struct Kept<R> {
    source: BufReader<R>,
    bytes: Vec<u8>,
    is_over: bool,
    is_begun: bool,
}

impl<R: Read> Kept<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let length = self.source.read(into)?;
        self.bytes
            .extend_from_slice(into.get(..length).unwrap_or_default());
        if self.bytes.len() > LARGEST {
            self.is_over = true;
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(length)
    }

    /// Forgets all but the byte that was looked at last: the patient begins with it.
    fn begin(&mut self) {
        let before = self.bytes.len().saturating_sub(1);
        self.bytes.drain(..before);
        self.is_begun = true;
    }

    /// The patient at hand as a whole, where what was read and what follows is one value.
    fn rest(&mut self) -> Option<Value> {
        if !self.is_begun {
            return None;
        }
        let mut brackets = Brackets::default();
        let mut at = 0;
        loop {
            while let Some(byte) = self.bytes.get(at) {
                at += 1;
                if brackets.close_with(*byte) {
                    return serde_json::from_slice(self.bytes.get(..at)?).ok();
                }
            }
            let mut next = [0; 1024];
            if self.read(&mut next).ok()? == 0 {
                return None;
            }
        }
    }
}

/// How deep in brackets a place is.
#[derive(Default)]
struct Brackets {
    depth: usize,
    is_text: bool,
    is_escaped: bool,
}

impl Brackets {
    /// Takes in the next byte; true where it closes the outermost bracket.
    fn close_with(&mut self, byte: u8) -> bool {
        if self.is_text {
            match byte {
                _ if self.is_escaped => self.is_escaped = false,
                b'\\' => self.is_escaped = true,
                b'"' => self.is_text = false,
                _ => {}
            }
            return false;
        }
        match byte {
            b'"' => self.is_text = true,
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => {
                self.depth = self.depth.saturating_sub(1);
                return self.depth == 0;
            }
            _ => {}
        }
        false
    }
}

/// Reads from the source and keeps what it read.
struct Tee<'k, R>(&'k RefCell<Kept<R>>);

impl<R: Read> Read for Tee<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.0.borrow_mut().read(into)
    }
}

/// What happens on the way.
struct Reading<'k, R, F> {
    kept: &'k RefCell<Kept<R>>,
    today: NaiveDate,
    each: F,
    issues: Vec<Issue>,
    is_enough: bool,
}

/// The fields of a document.
#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Field {
    Format,
    Version,
    Patients,
}

const FIELDS: &[&str] = &["format", "version", "patients"];

struct Whole<'r, 'k, R, F>(&'r mut Reading<'k, R, F>);

impl<'de, R: Read, F: FnMut(Record) -> bool> DeserializeSeed<'de> for Whole<'_, '_, R, F> {
    type Value = (String, u32);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_struct("Document", FIELDS, self)
    }
}

impl<'de, R: Read, F: FnMut(Record) -> bool> Visitor<'de> for Whole<'_, '_, R, F> {
    type Value = (String, u32);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("struct Document")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut format, mut version, mut has_patients) = (None, None, false);
        while let Some(field) = map.next_key()? {
            match field {
                Field::Format if format.is_some() => return Err(A::Error::duplicate_field("format")),
                Field::Format => format = Some(map.next_value()?),
                Field::Version if version.is_some() => return Err(A::Error::duplicate_field("version")),
                Field::Version => version = Some(map.next_value()?),
                Field::Patients if has_patients => return Err(A::Error::duplicate_field("patients")),
                Field::Patients => {
                    has_patients = true;
                    map.next_value_seed(Patients(&mut *self.0))?;
                }
            }
        }
        let format = format.ok_or_else(|| A::Error::missing_field("format"))?;
        let version = version.ok_or_else(|| A::Error::missing_field("version"))?;
        if !has_patients {
            return Err(A::Error::missing_field("patients"));
        }
        Ok((format, version))
    }
}

struct Patients<'r, 'k, R, F>(&'r mut Reading<'k, R, F>);

impl<'de, R: Read, F: FnMut(Record) -> bool> DeserializeSeed<'de> for Patients<'_, '_, R, F> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, R: Read, F: FnMut(Record) -> bool> Visitor<'de> for Patients<'_, '_, R, F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let reading = self.0;
        let mut at = 0_usize;
        while let Some(record) = list.next_element_seed(One(reading.kept))? {
            let found = record.check(reading.today);
            reading.issues.extend(found.into_iter().map(|issue| Issue {
                path: format!("patients[{at}].{}", issue.path),
                problem: issue.problem,
            }));
            if reading.issues.is_empty() && !(reading.each)(record) {
                reading.is_enough = true;
                return Err(A::Error::custom("no more is wanted"));
            }
            at += 1;
        }
        Ok(())
    }
}

/// One patient, whose text is kept from its first byte on.
struct One<'k, R>(&'k RefCell<Kept<R>>);

impl<'de, R: Read> DeserializeSeed<'de> for One<'_, R> {
    type Value = Record;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Record, D::Error> {
        self.0.borrow_mut().begin();
        Record::deserialize(deserializer)
    }
}
