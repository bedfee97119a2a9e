//! Attached files at the window: chosen by the system's own dialog, looked at, shown as pictures, and given out again. The
//! window never names a place and never gets the bytes of a file: it says the token of a file that was chosen, and sees
//! pictures that the core drew.

use crate::shown::Detail;
use lamina_domain::document::StoredFile;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What a person is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FilesAsked {
    /// For one file and no more.
    One,
    /// One file or several.
    Several,
    /// A folder with everything in it.
    Folder,
}

/// Asks a person for files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChooseFiles {
    /// For how many files, or for a folder.
    pub asked: FilesAsked,
}

/// A file that was chosen; nothing of it was read yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChosenFile {
    /// By which the window says it.
    pub file: Uuid,
    /// The name that it has there.
    pub name: String,
}

/// What a person chose, before anything of it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileChoice {
    /// The files, in the order of their names; none where the dialog was left.
    pub files: Vec<ChosenFile>,
    /// Why some of a folder are not among them, as a sentence; empty where all are.
    pub left_out: String,
}

/// Looks at a file that was chosen, as it would be attached to that record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LookAtFile {
    /// Whose record it would be attached to.
    pub patient: Uuid,
    /// The file, by its token.
    pub file: Uuid,
}

/// What a chosen file is.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
pub struct FileView {
    /// Its name and size: "mri.pdf, PDF, 1.2 MB".
    pub line: String,
    /// The file as it can be attached; nothing where it can't.
    pub stored: Option<StoredFile>,
    /// Why it can't be attached, as a sentence; empty where it can.
    pub refused: String,
    /// The entry of the record that holds this very file already.
    pub already: Option<Uuid>,
    /// What the file itself says, where it says it in fields.
    pub says: Vec<Detail>,
    /// In what it names another person than the record, each as a sentence.
    pub differs: Vec<String>,
    /// What should be known beside it, each as a sentence.
    pub cautions: Vec<String>,
    /// A title made of what the file says; nothing is filled in by itself.
    pub title: String,
    /// The date that the file says; nothing is filled in by itself.
    pub when: String,
}

/// How an attached file can be looked at.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
pub struct DocumentView {
    /// How many pages can be drawn; 0 where none can.
    pub pages: u32,
    /// Width of the first page in points, or of the picture in pixels.
    pub width: f64,
    /// Its height in the same measure.
    pub height: f64,
    /// Why nothing can be drawn, as a sentence; empty where something can.
    pub undrawn: String,
    /// What the file itself says, where it says it in fields.
    pub says: Vec<Detail>,
    /// In what it names another person than the record, each as a sentence.
    pub differs: Vec<String>,
}

/// Asks for the picture of a page.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DocumentPageRequest {
    /// The entry that attaches it.
    pub entry: Uuid,
    /// The page, from 1.
    pub page: u32,
    /// How wide it should be, in pixels; it is drawn as large as the limits allow.
    pub width: u32,
}

/// The picture of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentPage {
    /// The picture as a `data:` address of a PNG, drawn anew.
    pub picture: String,
}

/// Where a copy of an attached file was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedCopy {
    /// The folder that letters go to.
    pub folder: String,
    /// The name of the copy; it says nothing about the patient.
    pub name: String,
}
