//! Why a file is not taken in, and what to do about it.

use crate::words::{say, say_with};
use lamina_domain::document::MOST_BYTES;
use lamina_vault::Unopened;

/// Why a file is not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileRefusal {
    /// It could not be opened.
    Unopened(Unopened),
    /// There is nothing in it.
    Empty,
    /// It has more bytes than a file may.
    TooLarge,
    /// It is none of the kinds that are taken in.
    OfNoKind,
    /// It is cut short or damaged; a PDF may need a password.
    Damaged,
    /// A picture with more or longer sides than are drawn.
    TooManyPixels,
    /// A PDF with more pages than are drawn.
    TooManyPages,
    /// A DICOM object whose header is packed.
    Packed,
    /// The index of a disc.
    Index,
    /// It was written to while it was read.
    Changed,
}

impl From<std::io::Error> for FileRefusal {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::UnexpectedEof => Self::Damaged,
            kind => Self::Unopened(Unopened::Refused(kind)),
        }
    }
}

impl FileRefusal {
    /// What happened and what to do, as a sentence.
    pub(crate) fn words(self) -> String {
        match self {
            Self::Unopened(Unopened::Missing) => say!("file-refused-missing"),
            Self::Unopened(Unopened::Link) => say!("file-refused-link"),
            Self::Unopened(Unopened::NotAFile) => say!("file-refused-not-a-file"),
            Self::Unopened(Unopened::Refused(_)) => say!("file-refused-unreadable"),
            Self::Empty => say!("file-refused-empty"),
            Self::TooLarge => {
                let most = MOST_BYTES / (1024 * 1024);
                say_with!("file-refused-too-large", [("most", most.into())])
            }
            Self::OfNoKind => say!("file-refused-of-no-kind"),
            Self::Damaged => say!("file-refused-damaged"),
            Self::TooManyPixels => say!("file-refused-too-many-pixels"),
            Self::TooManyPages => say!("file-refused-too-many-pages"),
            Self::Packed => say!("file-refused-packed"),
            Self::Index => say!("file-refused-index"),
            Self::Changed => say!("file-refused-changed"),
        }
    }
}
