//! In which part of the spine an operation was, and by which way.

use crate::value::level::Target;
use serde::{Deserialize, Serialize};

/// The part of the spine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Region {
    /// The neck, with the cervical levels.
    Cervical,
    /// The chest, with the thoracic levels.
    Thoracic,
    /// The low back; of a level also the sacrum and the coccyx.
    Lumbar,
    /// Low back and sacrum.
    Lumbosacral,
    /// A sacroiliac joint or the pelvis.
    Sacroiliac,
}

impl Region {
    /// The region of a target; of a segment or facet joint that of its upper end. Nothing where the level is not named.
    pub fn of(target: &Target) -> Option<Self> {
        Self::both_ends(target).map(|[upper, _]| upper)
    }

    /// The regions of the upper and the lower end of a target. Nothing where the level is not named.
    pub fn both_ends(target: &Target) -> Option<[Self; 2]> {
        let of = |letter: char| match letter {
            'C' => Region::Cervical,
            'T' => Region::Thoracic,
            _ => Region::Lumbar,
        };
        match target {
            Target::Segment(upper, lower) | Target::Facet(upper, lower) => {
                Some([of(upper.region()), of(lower.region())])
            }
            Target::Unnamed(_) => None,
            other => Some([other.region().map_or(Region::Sacroiliac, of); 2]),
        }
    }
}

/// The way by which the spine was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Approach {
    /// From behind the spine.
    Posterior,
    /// From behind and the side.
    Posterolateral,
    /// From in front of the spine.
    Anterior,
    /// From the side of the body.
    Lateral,
    /// Obliquely, between the front and the side.
    Oblique,
    /// Prone, from the side through the psoas.
    ProneTranspsoas,
    /// By more than one way.
    Combined,
    /// Through an endoscope, from whichever side.
    Endoscopic,
}
