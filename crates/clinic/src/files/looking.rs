//! Looking at a file before it is taken in: opened as a plain file, within the limits, of a kind that is taken in, whole as far
//! as that can be told, hashed. Of the bytes no more than a piece is in memory, but for a PDF, which is read as a whole.

use super::{
    dicom::{Header, HeaderError, read_header},
    media::{HEAD, media},
    person::differences,
    picture::{fits, has_its_end},
    refusal::FileRefusal,
};
use lamina_domain::{
    Patient, Problem, Text,
    document::{ContentHash, MOST_BYTES, Media, StoredFile},
};
use lamina_letters::foreign_pages;
use lamina_store::PIECE;
use lamina_vault::open_plain;
use sha2::{Digest, Sha256};
use std::{
    fs::File,
    io::{BufReader, Read, Seek},
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
    let mut file = open_plain(place).map_err(FileRefusal::Unopened)?;
    let length = file.metadata()?.len();
    if length == 0 {
        return Err(FileRefusal::Empty);
    }
    if length > MOST_BYTES {
        return Err(FileRefusal::TooLarge);
    }
    let (head, sha256, read) = hashed(&mut file)?;
    if read != length {
        return Err(FileRefusal::Changed);
    }
    let media = media(&head).ok_or(FileRefusal::OfNoKind)?;
    file.rewind()?;
    let mut header = None;
    match media {
        Media::Dicom => header = Some(header_of(&mut BufReader::new(file), length)?),
        Media::Png | Media::Jpeg => {
            fits(BufReader::new(&file), media)?;
            has_its_end(&mut file, media)?;
        }
        Media::Pdf => {
            has_its_end(&mut file, media)?;
            file.rewind()?;
            let mut bytes = Vec::new();
            file.take(MOST_BYTES).read_to_end(&mut bytes)?;
            let pages = foreign_pages(bytes).map_err(|_| FileRefusal::Damaged)?;
            if pages.count > MOST_PAGES {
                return Err(FileRefusal::TooManyPages);
            }
        }
    }
    // A name of which nothing is left that can be read says as much as the file's kind does.
    let ending = || Text::new(media.ending()).map_err(|_| FileRefusal::OfNoKind);
    let stored = StoredFile {
        name: name_of(place).map_or_else(ending, Ok)?,
        media,
        bytes: length.try_into().map_err(|_| FileRefusal::TooLarge)?,
        sha256,
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

/// The header of a DICOM file.
///
/// # Errors
/// Why it can't be read.
pub(crate) fn header_of<R: Read + Seek>(source: &mut R, length: u64) -> Result<Header, FileRefusal> {
    read_header(source, length).map_err(|error| match error {
        HeaderError::Damaged => FileRefusal::Damaged,
        HeaderError::Packed => FileRefusal::Packed,
        HeaderError::Index => FileRefusal::Index,
    })
}

/// The first bytes of a file, the hash of all of them and how many they are; reading stops just past the limit.
fn hashed(file: &mut File) -> Result<(Vec<u8>, ContentHash, u64), FileRefusal> {
    let (mut head, mut hash, mut read) = (Vec::new(), Sha256::new(), 0_u64);
    loop {
        let mut piece = Vec::new();
        file.take(PIECE as u64).read_to_end(&mut piece)?;
        if piece.is_empty() {
            break;
        }
        if read == 0 {
            head = piece.iter().copied().take(HEAD).collect();
        }
        hash.update(&piece);
        read += piece.len() as u64;
        if read > MOST_BYTES {
            return Err(FileRefusal::TooLarge);
        }
    }
    let hash: [u8; 32] = hash.finalize().into();
    Ok((head, hash.into(), read))
}

/// The name of a file as a text, without what no text holds; nothing where nothing is left.
pub(crate) fn name_of(place: &Path) -> Option<Text> {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    let holds = |letter: &char| Text::new(&format!("a{letter}a")).is_ok_and(|text| text.is_line());
    let name: String = name.chars().filter(holds).take(LONGEST_NAME).collect();
    Text::new(&name).ok()
}
