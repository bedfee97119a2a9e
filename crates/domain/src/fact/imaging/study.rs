//! How a study was made and read: its kind, the part of the body, the position, contrast, what metal hid, from where the
//! vertebrae were counted, what it was compared with and who looked at the pictures.

use crate::value::{issue::Problem, link::Link, text::Text};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// How the picture was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// Magnetic resonance imaging of whatever kind.
    Mri,
    /// Computed tomography without contrast in the sac.
    Ct,
    /// Plain films of a part of the spine.
    XRay,
    /// Plain films bent forwards and backwards.
    FlexionExtension,
    /// The whole spine standing, as by EOS.
    WholeSpine,
    /// Contrast in the thecal sac, where no CT is named.
    Myelogram,
    /// CT with contrast in the thecal sac.
    CtMyelogram,
    /// A needle and contrast in the disc.
    Discography,
    /// Scintigraphy of the bone, planar or SPECT.
    BoneScan,
    /// SPECT on top of a CT.
    SpectCt,
    /// Bone density by two X-ray energies.
    Dexa,
    /// Sound waves, as of muscle or nerve.
    Ultrasound,
    /// The source does not say which.
    NotStated,
}

/// The patient's position. A lying MRI may miss what only standing or bending shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Position {
    /// Lying on the back or otherwise.
    Supine,
    /// Standing with weight on both legs.
    Standing,
    /// Sitting in an open scanner.
    Sitting,
    /// Bent forwards and backwards.
    FlexionExtension,
}

/// The part of the body that was looked at, so that a study without a finding at a level has a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StudyRegion {
    /// Neck, C0 to T1.
    Cervical,
    /// Chest, T1 to L1.
    Thoracic,
    /// Low back, with the sacrum or without.
    Lumbar,
    /// From the head to the pelvis.
    WholeSpine,
    /// Sacrum and sacroiliac joints.
    Sacroiliac,
    /// Pelvis and hips, also of a bone density.
    PelvisAndHips,
    /// Another part, told in words.
    Elsewhere,
}

/// The contrast that was given; none given is an answer of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Contrast {
    /// Into a vein, for MRI: scar takes it up.
    Gadolinium,
    /// For CT, a myelogram or a disc.
    Iodine,
}

/// What metal did to the picture; that it did nothing is an answer of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Artefact {
    /// There is some, and it can be read.
    Readable,
    /// It hides a part of what was asked.
    Hides,
}

/// What of it was read for this record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReportReview {
    /// The report alone was read.
    ReportOnly,
    /// The pictures themselves were looked at.
    PicturesSeen,
}

/// What a study was compared with: another note of the record, or words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    /// That note of the record.
    Entry(Link),
    /// A study that is not in it: "CT of 2018, elsewhere".
    Words(Text),
}

impl Comparison {
    /// The kind of entry that it may name.
    pub const OF: &'static str = "imaging";
}

impl FromStr for Comparison {
    type Err = Problem;

    /// "imaging 2" names that note; everything else is words.
    fn from_str(text: &str) -> Result<Self, Problem> {
        match text.parse::<Link>() {
            Ok(link) if link.what() == Self::OF => Ok(Self::Entry(link)),
            _ => Text::new(text).map(Self::Words),
        }
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Entry(link) => write!(f, "{link}"),
            Self::Words(words) => write!(f, "{words}"),
        }
    }
}
