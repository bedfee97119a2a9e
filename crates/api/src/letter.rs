//! Letters: asked for, looked at page by page, saved, handed to the system's viewer. The file that is
//! looked at is the file that is saved and printed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// The sheet that letters are printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperSize {
    /// ISO A4, 210 by 297 mm.
    #[default]
    A4,
    /// US Letter, 8.5 by 11 inches.
    UsLetter,
}

/// To whom a letter goes, and what for: it decides what the letter tells, in which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum LetterKind {
    /// The whole case, for everyone who takes part.
    #[default]
    Summary,
    /// Referral to a surgeon of the spine.
    Surgeon,
    /// Referral to a clinic for pain.
    PainClinic,
    /// Referral to whoever does physiotherapy.
    Physiotherapist,
    /// Reply to the family doctor.
    FamilyDoctor,
    /// At the end of a stay or a programme.
    Discharge,
    /// Function and work, for an insurer or an employer.
    Insurer,
    /// What the trial of a stimulator or a pump came to.
    Trial,
    /// The patient's own copy of the record, in plain words.
    Patient,
    /// The walking plan with the diary, which patient and clinician share.
    Walking,
    /// What is implanted, with its MRI labelling as recorded.
    ImplantCard,
}

impl LetterKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 11] = [
        Self::Summary,
        Self::Surgeon,
        Self::PainClinic,
        Self::Physiotherapist,
        Self::FamilyDoctor,
        Self::Discharge,
        Self::Insurer,
        Self::Trial,
        Self::Patient,
        Self::Walking,
        Self::ImplantCard,
    ];

    /// The name by which it is asked for; the same word as on the wire and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Surgeon => "surgeon",
            Self::PainClinic => "pain-clinic",
            Self::Physiotherapist => "physiotherapist",
            Self::FamilyDoctor => "family-doctor",
            Self::Discharge => "discharge",
            Self::Insurer => "insurer",
            Self::Trial => "trial",
            Self::Patient => "patient",
            Self::Walking => "walking",
            Self::ImplantCard => "implant-card",
        }
    }

    /// The most pages that it has unless everything is asked for.
    pub fn pages(self) -> u32 {
        match self {
            Self::Trial | Self::Walking | Self::ImplantCard => 1,
            _ => 2,
        }
    }

    /// Whether it is a paper for the patient: handed over, with no recipient, no reason and no question.
    pub fn is_for_the_patient(self) -> bool {
        matches!(self, Self::Patient | Self::Walking | Self::ImplantCard)
    }
}

/// How long a letter may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum LetterLength {
    /// At most one page.
    OnePage,
    /// At most two pages.
    #[default]
    TwoPages,
    /// As many pages as it takes to tell everything that belongs to its kind.
    Everything,
}

impl LetterLength {
    /// Every length, the shortest first.
    pub const ALL: [Self; 3] = [Self::OnePage, Self::TwoPages, Self::Everything];

    /// The name by which it is asked for; the same word as on the wire and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::OnePage => "one-page",
            Self::TwoPages => "two-pages",
            Self::Everything => "everything",
        }
    }

    /// The most pages; none where there is no limit.
    pub fn pages(self) -> Option<u32> {
        match self {
            Self::OnePage => Some(1),
            Self::TwoPages => Some(2),
            Self::Everything => None,
        }
    }
}

/// Asks for a letter.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct LetterRequest {
    /// The patient whom the letter is about.
    pub patient: Uuid,
    /// Address of the recipient, a line each.
    pub recipient: Vec<String>,
    /// Why the letter is written.
    pub reason: String,
    /// What the recipient is asked.
    pub question: String,
    /// How urgent it is, in words.
    pub urgency: String,
    /// To whom it goes and what for.
    pub kind: LetterKind,
    /// How long it may be.
    pub length: LetterLength,
}

/// Asks for sheets to fill in on paper.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct SheetsRequest {
    /// The patient whose label they carry.
    pub patient: Uuid,
    /// The ids of the questionnaires and tests, in the order in which they are printed.
    pub instruments: Vec<String>,
}

/// A questionnaire or test as a sheet of paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SheetChoice {
    /// Its id, such as `phq-9`.
    pub id: String,
    /// The name as printed.
    pub name: String,
    /// The name in full.
    pub full_name: String,
    /// Why there is no sheet of it, as a sentence; empty where there is one.
    pub not_printed: String,
}

/// Which letter of this session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LetterKey {
    /// Its id; the last few letters are known by theirs until the vault is locked.
    pub letter: Uuid,
}

/// A letter that was made and can be looked at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LetterPreview {
    /// The id by which its pages are asked for, and it is saved or viewed.
    pub letter: Uuid,
    /// How many pages it has.
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
    /// What of the record is not in it, as sentences.
    pub left_out: Vec<String>,
    /// That it is longer than was asked for, and why, as a sentence; empty where it is not.
    pub too_long: String,
    /// The scripts that no font at hand prints, as a sentence; empty where everything is printed.
    pub unprinted: String,
    /// How hard its text is to read, as a sentence; empty where it is no paper for the patient.
    pub reading: String,
}

/// Asks for the picture of a page.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LetterPageRequest {
    /// The letter of which it is a page.
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
    /// The folder with its full path.
    pub folder: String,
    /// The name of the file; it says nothing about the patient.
    pub name: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_and_a_length_have_one_name_everywhere() {
        for kind in LetterKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.name());
        }
        for length in LetterLength::ALL {
            assert_eq!(serde_json::to_value(length).unwrap(), length.name());
        }
    }
}
