//! Attached files: looked at, taken into the vault, drawn as pictures and given out again.
//!
//! What must hold:
//! - A file is what its first bytes say, of four kinds, whole and within the limits; everything else is refused with the reason
//!   and what to do, and nothing of it is kept.
//! - What is written is what was looked at: a file that changed meanwhile is refused.
//! - What stands in a file is read by a process without keys and within bounds, which is started for that file alone.
//! - The window gets pictures that are drawn there and never the bytes of a file.
//! - Whom a file names is compared with the record, and a difference is said.

pub(crate) mod apart;
pub(crate) mod attach;
mod dicom;
pub(crate) mod folder;
pub(crate) mod keeping;
mod looking;
mod media;
mod person;
pub(crate) mod picture;
mod question;
mod refusal;

pub use apart::answered_apart;
pub use attach::{Attaching, FileOutcome, ListedDocument, documents};
pub use folder::{FolderFiles, files_in};
pub use lamina_domain::document::DocumentKind;
use lamina_domain::document::StoredFile;
pub(crate) use looking::{LookedAt, header_of, look, made_here};
pub(crate) use person::{differences, says};
pub(crate) use refusal::FileRefusal;

/// A file that was made here and lies in no folder, with its bytes.
pub(crate) type MadeFile = (StoredFile, Vec<u8>);

/// Most bytes of all files of a vault (4 GiB).
pub(crate) const MOST_OF_ALL: u64 = 4 * 1024 * 1024 * 1024;

/// The same in GiB, as it is told.
pub(crate) const MOST_GIB: u32 = 4;

/// Beyond so much of that it is said that little room is left.
pub(crate) const NEARLY_FULL: u64 = MOST_OF_ALL / 10 * 8;

#[cfg(test)]
pub(crate) mod tests;
