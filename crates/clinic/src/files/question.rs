//! What is asked about a file that somebody else made, and what comes of it. Nothing else is done with such a file, and this is
//! all that the process does that is started [for it](super::apart).
//!
//! What must hold: an answer comes from the bytes and the question alone; nothing is opened, written or looked up for it.

use super::{
    dicom::{Header, HeaderError, read_header},
    picture::{Sheets, Undrawn, page, sheets, sides},
};
use lamina_domain::document::Media;
use serde::{Deserialize, Serialize};
use std::io::Cursor;

/// What is asked about a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum FileQuestion {
    /// What the header of a DICOM file says.
    Header,
    /// Width and height of a picture, by its head.
    Sides,
    /// The pages of a file.
    Sheets,
    /// A page as a picture.
    Page {
        /// Which one, from 1.
        page: u32,
        /// How wide the picture is to be, in pixels.
        width: u32,
    },
}

/// What came of a question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum FileAnswer {
    /// What the header says, or why it can't be read.
    Header(Result<Header, HeaderError>),
    /// The sides of the picture.
    Sides {
        /// Width in pixels, before it is turned.
        width: u32,
        /// Height in pixels, before it is turned.
        height: u32,
    },
    /// How the file can be drawn.
    Sheets(Sheets),
    /// The page as a PNG, whose bytes travel behind the line that tells the rest.
    Picture(#[serde(skip)] Vec<u8>),
}

/// The answer to a question about a file of this kind with these bytes.
///
/// # Errors
/// Why there is none.
pub(super) fn answer(question: FileQuestion, media: Media, bytes: Vec<u8>) -> Result<FileAnswer, Undrawn> {
    match question {
        FileQuestion::Header => {
            let length = bytes.len() as u64;
            Ok(FileAnswer::Header(read_header(&mut Cursor::new(bytes), length)))
        }
        FileQuestion::Sides => {
            let (width, height) = sides(media, &bytes)?;
            Ok(FileAnswer::Sides { width, height })
        }
        FileQuestion::Sheets => sheets(media, bytes).map(FileAnswer::Sheets),
        FileQuestion::Page { page: number, width } => {
            page(media, bytes, number, width).map(FileAnswer::Picture)
        }
    }
}
