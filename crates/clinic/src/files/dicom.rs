//! The header of a DICOM file: what the study was, and whom it names. Read element by element to the end, so that a file that
//! is cut short is told; values that nobody asked for, the pixels above all, are passed over and never read.
//!
//! What must hold: whatever the bytes, nothing panics, no length is believed beyond the end of the file, and no more than a
//! bounded number of elements and bytes is read.

mod text;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::io::{Read, Seek};

/// Longest value that is read, in bytes; a longer one says nothing here.
const LONGEST: u32 = 1_024;
/// Most elements that are looked at.
const MOST_ELEMENTS: u32 = 200_000;
/// Deepest sequence within a sequence.
const DEEPEST: u8 = 16;
/// The length of what ends with a mark of its own.
const UNTOLD: u32 = u32::MAX;
/// The sign and what stands before it.
const PREAMBLE: u64 = 132;

/// What a header says, each where it says it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Header {
    /// How the picture was made: "MR", "CT".
    pub(crate) modality: Option<String>,
    /// The day of the study.
    pub(crate) studied: Option<NaiveDate>,
    /// The part of the body.
    pub(crate) body_part: Option<String>,
    /// What the study is called.
    pub(crate) study: Option<String>,
    /// What the series is called.
    pub(crate) series: Option<String>,
    /// The patient's name, family name and given names parted by `^`.
    pub(crate) name: Option<String>,
    /// A name stands there in letters that are not read here.
    pub(crate) name_unread: bool,
    /// The patient's birth date.
    pub(crate) born: Option<NaiveDate>,
}

/// Why a header is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum HeaderError {
    /// It is cut short, or not in order.
    Damaged,
    /// Its elements are packed, and can't be looked at.
    Packed,
    /// It is the index of a disc, which is about many and no study.
    Index,
}

impl From<std::io::Error> for HeaderError {
    fn from(_: std::io::Error) -> Self {
        Self::Damaged
    }
}

/// Group and number of an element.
type Tag = (u16, u16);

const ITEM: Tag = (0xfffe, 0xe000);
const ITEM_END: Tag = (0xfffe, 0xe00d);
const SEQUENCE_END: Tag = (0xfffe, 0xe0dd);
const PIXELS: Tag = (0x7fe0, 0x0010);

/// An element up to its value.
struct Element {
    tag: Tag,
    /// Its kind where it is written there.
    kind: Option<[u8; 2]>,
    length: u32,
}

/// How elements are written.
#[derive(Clone, Copy)]
struct Syntax {
    explicit: bool,
    big_endian: bool,
}

const PLAIN: Syntax = Syntax {
    explicit: true,
    big_endian: false,
};

struct Reader<'r, R> {
    source: &'r mut R,
    at: u64,
    end: u64,
    elements: u32,
    syntax: Syntax,
}

/// Reads the header of a file of `length` bytes, from its first byte on.
///
/// # Errors
/// Why it can't be read.
pub(crate) fn read_header<R: Read + Seek>(source: &mut R, length: u64) -> Result<Header, HeaderError> {
    let mut reader = Reader {
        source,
        at: 0,
        end: length,
        elements: 0,
        syntax: PLAIN,
    };
    reader.skip(PREAMBLE - 4)?;
    if reader.take::<4>()? != *b"DICM" {
        return Err(HeaderError::Damaged);
    }
    reader.syntax = reader.meta()?;
    reader.data()
}

impl<R: Read + Seek> Reader<'_, R> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], HeaderError> {
        self.forward(N as u64)?;
        let mut bytes = [0; N];
        self.source.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    /// Moves on by so many bytes, which have to be there.
    fn forward(&mut self, count: u64) -> Result<(), HeaderError> {
        let at = self.at.checked_add(count).filter(|at| *at <= self.end);
        self.at = at.ok_or(HeaderError::Damaged)?;
        Ok(())
    }

    fn skip(&mut self, count: u64) -> Result<(), HeaderError> {
        self.forward(count)?;
        let count = i64::try_from(count).map_err(|_| HeaderError::Damaged)?;
        Ok(self.source.seek_relative(count)?)
    }

    fn back(&mut self, count: u64) -> Result<(), HeaderError> {
        self.at = self.at.checked_sub(count).ok_or(HeaderError::Damaged)?;
        let count = i64::try_from(count).map_err(|_| HeaderError::Damaged)?;
        Ok(self.source.seek_relative(-count)?)
    }

    fn short(&mut self) -> Result<u16, HeaderError> {
        let bytes = self.take()?;
        Ok(match self.syntax.big_endian {
            true => u16::from_be_bytes(bytes),
            false => u16::from_le_bytes(bytes),
        })
    }

    fn long(&mut self) -> Result<u32, HeaderError> {
        let bytes = self.take()?;
        Ok(match self.syntax.big_endian {
            true => u32::from_be_bytes(bytes),
            false => u32::from_le_bytes(bytes),
        })
    }

    fn element(&mut self) -> Result<Element, HeaderError> {
        self.elements += 1;
        if self.elements > MOST_ELEMENTS {
            return Err(HeaderError::Damaged);
        }
        let tag = (self.short()?, self.short()?);
        // The marks of items have no kind, however the rest is written.
        if !self.syntax.explicit || tag.0 == 0xfffe {
            return Ok(Element {
                tag,
                kind: None,
                length: self.long()?,
            });
        }
        let kind: [u8; 2] = self.take()?;
        if !kind.iter().all(u8::is_ascii_uppercase) {
            return Err(HeaderError::Damaged);
        }
        let length = match &kind {
            b"OB" | b"OD" | b"OF" | b"OL" | b"OV" | b"OW" | b"SQ" | b"SV" | b"UC" | b"UN" | b"UR" | b"UT"
            | b"UV" => {
                self.take::<2>()?;
                self.long()?
            }
            _ => self.short()?.into(),
        };
        Ok(Element {
            tag,
            kind: Some(kind),
            length,
        })
    }

    /// The value of an element, where it is short enough to say anything here.
    fn value(&mut self, element: &Element) -> Result<Vec<u8>, HeaderError> {
        if element.length > LONGEST {
            self.pass(element, 0)?;
            return Ok(Vec::new());
        }
        self.forward(element.length.into())?;
        let mut bytes = vec![0; element.length as usize];
        self.source.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    /// Passes over the value of an element.
    fn pass(&mut self, element: &Element, depth: u8) -> Result<(), HeaderError> {
        if element.length != UNTOLD {
            return self.skip(element.length.into());
        }
        if element.tag == PIXELS {
            return self.pass_pieces();
        }
        match element.kind {
            // What is unknown and of untold length is written without kinds.
            Some(kind) if kind == *b"UN" => {
                let outside = self.syntax;
                self.syntax = Syntax {
                    explicit: false,
                    big_endian: false,
                };
                let passed = self.pass_items(depth);
                self.syntax = outside;
                passed
            }
            Some(kind) if kind == *b"SQ" => self.pass_items(depth),
            Some(_) => Err(HeaderError::Damaged),
            None => self.pass_items(depth),
        }
    }

    /// Passes over the pieces of packed pixels up to their end.
    fn pass_pieces(&mut self) -> Result<(), HeaderError> {
        loop {
            let piece = self.element()?;
            match piece.tag {
                SEQUENCE_END => return Ok(()),
                ITEM if piece.length != UNTOLD => self.skip(piece.length.into())?,
                _ => return Err(HeaderError::Damaged),
            }
        }
    }

    /// Passes over the items of a sequence up to its end.
    fn pass_items(&mut self, depth: u8) -> Result<(), HeaderError> {
        if depth >= DEEPEST {
            return Err(HeaderError::Damaged);
        }
        loop {
            let item = self.element()?;
            match item.tag {
                SEQUENCE_END => return Ok(()),
                ITEM if item.length != UNTOLD => self.skip(item.length.into())?,
                ITEM => loop {
                    let inner = self.element()?;
                    if inner.tag == ITEM_END {
                        break;
                    }
                    self.pass(&inner, depth + 1)?;
                },
                _ => return Err(HeaderError::Damaged),
            }
        }
    }

    /// Reads what the file says of itself; answers how its elements are written.
    fn meta(&mut self) -> Result<Syntax, HeaderError> {
        let mut syntax = None;
        while self.at < self.end {
            let group = self.short()?;
            self.back(2)?;
            if group != 0x0002 {
                break;
            }
            let element = self.element()?;
            match element.tag {
                (_, 0x0002) if text::plain(&self.value(&element)?) == "1.2.840.10008.1.3.10" => {
                    return Err(HeaderError::Index);
                }
                (_, 0x0002) => {}
                (_, 0x0010) => {
                    let value = self.value(&element)?;
                    syntax = Some(match text::plain(&value).as_str() {
                        "1.2.840.10008.1.2.1.99" => return Err(HeaderError::Packed),
                        "1.2.840.10008.1.2" => Syntax {
                            explicit: false,
                            ..PLAIN
                        },
                        "1.2.840.10008.1.2.2" => Syntax {
                            big_endian: true,
                            ..PLAIN
                        },
                        _ => PLAIN,
                    });
                }
                _ => self.pass(&element, 0)?,
            }
        }
        syntax.ok_or(HeaderError::Damaged)
    }

    /// Reads the elements up to the pixels or, where there are none, to the end of the file.
    fn data(&mut self) -> Result<Header, HeaderError> {
        let mut header = Header::default();
        let mut letters = text::Letters::Plain;
        let mut count = 0;
        while self.at < self.end {
            let element = self.element()?;
            count += 1;
            let (is_text, is_name) = (is_asked(element.tag), element.tag == (0x0010, 0x0010));
            if element.tag == PIXELS {
                // What stands behind them is no part of the study.
                self.pass(&element, 0)?;
                return Ok(header);
            }
            if !is_text {
                self.pass(&element, 0)?;
                continue;
            }
            let value = self.value(&element)?;
            if element.tag == (0x0008, 0x0005) {
                letters = text::Letters::of(&value);
                continue;
            }
            let read = letters.read(&value);
            header.name_unread |= is_name && read.is_none();
            let read = read.filter(|text| !text.is_empty());
            match element.tag {
                (0x0008, 0x0020) => header.studied = read.and_then(|text| text::day(&text)),
                (0x0008, 0x0060) => header.modality = read,
                (0x0008, 0x1030) => header.study = read,
                (0x0008, 0x103e) => header.series = read,
                (0x0010, 0x0010) => header.name = read,
                (0x0010, 0x0030) => header.born = read.and_then(|text| text::day(&text)),
                _ => header.body_part = read,
            }
        }
        (count > 0).then_some(header).ok_or(HeaderError::Damaged)
    }
}

/// Whether the value of an element is read.
fn is_asked(tag: Tag) -> bool {
    matches!(
        tag,
        (0x0008, 0x0005 | 0x0020 | 0x0060 | 0x1030 | 0x103e) | (0x0010, 0x0010 | 0x0030) | (0x0018, 0x0015)
    )
}

#[cfg(test)]
pub(crate) mod tests;
