//! The bones from the head down with their proportions, and the names by which they are drawn.

use std::fmt;

use super::{Bone, Spot};

impl Bone {
    /// Every bone of a column from the head down.
    pub(super) fn column(sixth_lumbar: bool) -> Vec<Bone> {
        let lumbar = if sixth_lumbar { 6 } else { 5 };
        let cervical = (1..=7).map(Bone::Cervical);
        let thoracic = (1..=12).map(Bone::Thoracic);
        let lumbar = (1..=lumbar).map(Bone::Lumbar);
        let ends = [Bone::Sacrum, Bone::Coccyx];
        std::iter::once(Bone::Occiput)
            .chain(cervical)
            .chain(thoracic)
            .chain(lumbar)
            .chain(ends)
            .collect()
    }

    /// Half of its width in screen pixels where it is drawn in full.
    pub(super) fn half_width(self) -> f64 {
        match self {
            Self::Occiput => 24.0,
            Self::Cervical(1) => 17.0,
            Self::Cervical(at) => 13.0 + f64::from(at.min(7)) * 0.5,
            Self::Thoracic(at) => 16.0 + f64::from(at.min(12)) * 0.35,
            Self::Lumbar(at) => 20.5 + f64::from(at.min(6)) * 0.7,
            Self::Sacrum => 27.0,
            Self::Coccyx => 5.5,
        }
    }

    /// Its height, where it is drawn in full.
    pub(super) fn height(self) -> f64 {
        match self {
            Self::Occiput => 10.0,
            Self::Cervical(1) => 8.0,
            Self::Cervical(_) => 13.0,
            Self::Thoracic(at) => 14.0 + f64::from(at.min(12)) * 0.2,
            Self::Lumbar(_) => 21.0,
            Self::Sacrum => 46.0,
            Self::Coccyx => 12.0,
        }
    }

    /// The height of the space below it; none within the end of the column.
    pub(super) fn gap(self) -> f64 {
        match self {
            Self::Occiput => 5.0,
            Self::Cervical(_) => 7.0,
            Self::Thoracic(_) => 7.5,
            Self::Lumbar(_) => 10.0,
            Self::Sacrum => 3.0,
            Self::Coccyx => 0.0,
        }
    }

    /// How far its transverse processes reach beyond its body.
    pub(super) fn wing(self) -> f64 {
        match self {
            Self::Occiput | Self::Sacrum | Self::Coccyx => 0.0,
            Self::Cervical(_) => 5.0,
            Self::Thoracic(at) => 9.0 - f64::from(at.min(12)) * 0.25,
            Self::Lumbar(_) => 10.0,
        }
    }

    /// The part of the spine that is drawn small or in full as one.
    pub(super) fn region(self) -> Region {
        match self {
            Self::Occiput | Self::Cervical(_) => Region::Neck,
            Self::Thoracic(_) => Region::Chest,
            Self::Lumbar(_) => Region::LowBack,
            Self::Sacrum | Self::Coccyx => Region::Sacrum,
        }
    }
}

/// A part of the spine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Region {
    Neck,
    Chest,
    LowBack,
    Sacrum,
}

impl Spot {
    /// The region that has to be drawn in full for it; the space between two regions belongs to the one where it is
    /// operated on more often.
    pub(super) fn region(self) -> Region {
        match self {
            Spot::Below(Bone::Thoracic(12)) => Region::LowBack,
            Spot::Bone(bone) | Spot::Below(bone) => bone.region(),
            Spot::Sacroiliac(_) | Spot::Pelvis => Region::Sacrum,
        }
    }
}

impl fmt::Display for Bone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Occiput => f.write_str("C0"),
            Self::Cervical(at) => write!(f, "C{at}"),
            Self::Thoracic(at) => write!(f, "T{at}"),
            Self::Lumbar(at) => write!(f, "L{at}"),
            Self::Sacrum => f.write_str("S1"),
            Self::Coccyx => Ok(()),
        }
    }
}
