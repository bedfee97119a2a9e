//! The referral letter: asked for, looked at page by page, saved, handed to the system's viewer. The file that is
//! looked at is the file that is saved and printed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// The sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperSize {
    /// ISO A4.
    #[default]
    A4,
    /// US Letter.
    UsLetter,
}

/// Asks for a letter.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct LetterRequest {
    /// The patient.
    pub patient: Uuid,
    /// Address of the recipient, a line each.
    pub recipient: Vec<String>,
    /// Why the letter is written.
    pub reason: String,
    /// What the recipient is asked.
    pub question: String,
    /// How urgent it is, in words.
    pub urgency: String,
}

/// Which letter of this session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LetterKey {
    /// The letter.
    pub letter: Uuid,
}

/// A letter that was made and can be looked at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LetterPreview {
    /// The letter.
    pub letter: Uuid,
    /// How many pages.
    pub pages: u32,
    /// Width of a page in points.
    pub width: f64,
    /// Height of a page in points.
    pub height: f64,
    /// Size of the file in bytes.
    pub bytes: u32,
    /// The same letter as plain text, for pasting.
    pub text: String,
    /// What the record does not hold.
    pub not_recorded: Vec<String>,
    /// The scripts that no font at hand prints, as a sentence; empty where everything is printed.
    pub unprinted: String,
}

/// Asks for the picture of a page.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LetterPageRequest {
    /// The letter.
    pub letter: Uuid,
    /// The page, from 1.
    pub page: u32,
    /// Pixels to a point, 0.5 to 4.
    pub scale: f32,
}

/// The picture of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterPage {
    /// The picture as a `data:` address of a PNG.
    pub picture: String,
}

/// Where a letter was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedLetter {
    /// The folder.
    pub folder: String,
    /// The name of the file; it says nothing about the patient.
    pub name: String,
}
