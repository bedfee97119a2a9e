//! The file of a document: the name it came with, what it is by its content, how large it is, and the hash of its bytes.

use crate::value::{issue::Problem, text::Text, written::as_text};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The largest file that is attached, in bytes (25 MiB).
pub const MOST_BYTES: u64 = 25 * 1024 * 1024;

/// What a file is by its content, whatever its name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Media {
    /// A document in pages, PDF.
    Pdf,
    /// A picture without loss, PNG.
    Png,
    /// A picture as cameras make it, JPEG.
    Jpeg,
    /// A study or a report as scanners make it, DICOM.
    Dicom,
}

impl Media {
    /// What the name of such a file ends with.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Dicom => "dcm",
        }
    }
}

/// The size of a file in bytes, from 1 to [`MOST_BYTES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u64", into = "u64")]
pub struct FileSize(u64);

impl FileSize {
    /// The size in bytes.
    pub const fn bytes(self) -> u64 {
        self.0
    }
}

impl TryFrom<u64> for FileSize {
    type Error = Problem;

    fn try_from(bytes: u64) -> Result<Self, Problem> {
        let fits = (1..=MOST_BYTES).contains(&bytes);
        fits.then_some(Self(bytes)).ok_or(Problem::OutOfRange {
            min: 1,
            max: MOST_BYTES.cast_signed(),
        })
    }
}

impl From<FileSize> for u64 {
    fn from(size: FileSize) -> u64 {
        size.0
    }
}

/// The SHA-256 of the bytes of a file, as 64 small hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentHash(String);

impl ContentHash {
    /// The hash as its digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<[u8; 32]> for ContentHash {
    fn from(hash: [u8; 32]) -> Self {
        Self(hash.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for ContentHash {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        let fits = text.len() == 64 && text.bytes().all(is_digit);
        fits.then(|| Self(text.to_owned()))
            .ok_or(Problem::NotAContentHash)
    }
}

as_text!(
    ContentHash,
    "the SHA-256 of a file as 64 hexadecimal digits in small letters"
);

/// A file as it was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct StoredFile {
    /// The name that it came with, which says nothing for certain.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub name: Text,
    /// What it is by its content.
    pub media: Media,
    /// How large it is, in bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub bytes: FileSize,
    /// The hash of its bytes, by which they are found.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub sha256: ContentHash,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_lies_between_one_byte_and_the_limit() {
        for fits in [1, MOST_BYTES] {
            assert_eq!(FileSize::try_from(fits).map(FileSize::bytes), Ok(fits));
        }
        for wrong in [0, MOST_BYTES + 1] {
            assert!(FileSize::try_from(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_hash_is_64_small_digits_and_nothing_else() {
        let hash = ContentHash::from([0xab; 32]);
        assert_eq!(hash.as_str(), "ab".repeat(32));
        assert_eq!(hash.as_str().parse(), Ok(hash.clone()));
        for wrong in [
            "",
            &"AB".repeat(32),
            &"ab".repeat(31),
            &"zz".repeat(32),
            &format!("{hash} "),
        ] {
            assert_eq!(
                wrong.parse::<ContentHash>(),
                Err(Problem::NotAContentHash),
                "{wrong}"
            );
        }
    }
}
