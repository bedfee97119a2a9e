//! Looking at a file before it is taken in: opened as a plain file, within the limits, of a kind that is taken in, whole as far
//! as that can be told, hashed. It is read once, so that what is looked at is what was hashed; what stands in it is read
//! [apart](super::apart).

use super::{
    apart::ask,
    dicom::{Header, HeaderError},
    media::media,
    person::differences,
    picture::{fits, has_its_end},
    question::{FileAnswer, FileQuestion},
    refusal::FileRefusal,
};
use lamina_domain::{
    Patient, Problem, Text,
    document::{MOST_BYTES, Media, StoredFile},
};
use lamina_vault::open_plain;
use sha2::{Digest, Sha256};
use std::{
    io::{Cursor, Read},
    path::Path,
};

/// Most pages of a PDF.
const MOST_PAGES: u32 = 2_000;
/// Longest name of a file that is kept, in characters.
const LONGEST_NAME: usize = 200;

/// A file that can be taken in.
#[derive(Debug, Clone)]
pub(crate) struct LookedAt {
    /// What is kept of it beside its bytes.
    pub(crate) stored: StoredFile,
    /// What it says itself, where it is DICOM.
    pub(crate) header: Option<Header>,
}

impl LookedAt {
    /// Where it names somebody else than this person, a sentence each.
    pub(crate) fn differences(&self, patient: &Patient) -> Vec<String> {
        let header = self.header.as_ref();
        header.map_or_else(Vec::new, |header| differences(header, patient))
    }
}

/// Looks at the file at `place`. Takes as long as reading it does.
///
/// # Errors
/// Why it can't be taken in.
pub(crate) fn look(place: &Path) -> Result<LookedAt, FileRefusal> {
    let file = open_plain(place).map_err(FileRefusal::Unopened)?;
    let length = file.metadata()?.len();
    if length == 0 {
        return Err(FileRefusal::Empty);
    }
    if length > MOST_BYTES {
        return Err(FileRefusal::TooLarge);
    }
    let mut bytes = Vec::new();
    let read = file.take(MOST_BYTES + 1).read_to_end(&mut bytes)? as u64;
    if read > MOST_BYTES {
        return Err(FileRefusal::TooLarge);
    }
    if read != length {
        return Err(FileRefusal::Changed);
    }
    let sha256: [u8; 32] = Sha256::digest(&bytes).into();
    let media = media(&bytes).ok_or(FileRefusal::OfNoKind)?;
    has_its_end(&mut Cursor::new(&bytes), media)?;
    let mut header = None;
    match media {
        Media::Dicom => header = Some(header_of(bytes)?),
        Media::Png | Media::Jpeg => match ask(FileQuestion::Sides, media, bytes) {
            Ok(FileAnswer::Sides { width, height }) => fits(width, height)?,
            Ok(_) | Err(_) => return Err(FileRefusal::Damaged),
        },
        Media::Pdf => match ask(FileQuestion::Sheets, media, bytes) {
            Ok(FileAnswer::Sheets(sheets)) if sheets.pages > MOST_PAGES => {
                return Err(FileRefusal::TooManyPages);
            }
            Ok(FileAnswer::Sheets(_)) => {}
            Ok(_) | Err(_) => return Err(FileRefusal::Damaged),
        },
    }
    // A name of which nothing is left that can be read says as much as the file's kind does.
    let ending = || Text::new(media.ending()).map_err(|_| FileRefusal::OfNoKind);
    let stored = StoredFile {
        name: name_of(place).map_or_else(ending, Ok)?,
        media,
        bytes: length.try_into().map_err(|_| FileRefusal::TooLarge)?,
        sha256: sha256.into(),
    };
    Ok(LookedAt { stored, header })
}

/// A PDF that was made here, as it is kept.
///
/// # Errors
/// A name that no file bears, or more bytes than are taken in.
pub(crate) fn made_here(name: &str, pdf: &[u8]) -> Result<StoredFile, Problem> {
    let hash: [u8; 32] = Sha256::digest(pdf).into();
    Ok(StoredFile {
        name: Text::new(name)?,
        media: Media::Pdf,
        bytes: (pdf.len() as u64).try_into()?,
        sha256: hash.into(),
    })
}

/// The header of a DICOM file. Takes as long as starting a process does.
///
/// # Errors
/// Why it can't be read.
pub(crate) fn header_of(bytes: Vec<u8>) -> Result<Header, FileRefusal> {
    match ask(FileQuestion::Header, Media::Dicom, bytes) {
        Ok(FileAnswer::Header(read)) => read.map_err(|error| match error {
            HeaderError::Damaged => FileRefusal::Damaged,
            HeaderError::Packed => FileRefusal::Packed,
            HeaderError::Index => FileRefusal::Index,
        }),
        Ok(_) | Err(_) => Err(FileRefusal::Damaged),
    }
}

/// The name of a file as a text, without what no text holds; nothing where nothing is left.
pub(crate) fn name_of(place: &Path) -> Option<Text> {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    let holds = |letter: &char| Text::new(&format!("a{letter}a")).is_ok_and(|text| text.is_line());
    let name: String = name.chars().filter(holds).take(LONGEST_NAME).collect();
    Text::new(&name).ok()
}
