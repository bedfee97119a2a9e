//! The body map: a quiet line drawing of a body from the front, from behind and from its sides, with hands and feet, made of
//! named regions. One drawing for screen and print. The patient's left is labelled in every view: on the picture's right from
//! the front, on its left from behind.
//!
//! A region is named by its view, its part and its side, such as `front.outer_thigh.left`. What is marked in it has a fill of
//! its own for each quality, which stays apart from the others in grey print.

mod contour;
mod drawing;
mod ends;
mod hatch;
mod profile;
mod trunk;

pub(crate) use drawing::draw;
pub use drawing::{body_height, body_print_height, render_body_svg};

use contour::Place;
use std::sync::LazyLock;

/// How a marked region is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fill {
    /// A tint, darker the stronger it is.
    Tint,
    /// Crosses, row by row.
    Crosses,
    /// Lines from side to side.
    Lines,
    /// Dots, row by row.
    Dots,
    /// Lines that rise to the right.
    Slants,
    /// Lines from above to below.
    Bars,
    /// Small rings, row by row.
    Rings,
}

/// One region that is marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionMark {
    /// The name of the region that is marked.
    pub region: String,
    /// How it is filled, by what is felt.
    pub fill: Fill,
    /// How strong, 0 to 10, where it is known; printed in the region.
    pub level: Option<u8>,
}

/// The words in the picture.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BodyLabels {
    /// Beside each view: the patient's left.
    pub left: String,
    /// Beside each view: the patient's right.
    pub right: String,
    /// Over each view, in the order of [`View::ALL`].
    pub views: [String; 8],
}

/// A body with what is marked on it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BodyMap {
    /// What the picture is called.
    pub title: String,
    /// The picture in words.
    pub description: String,
    /// What is marked, in the order of drawing.
    pub marks: Vec<RegionMark>,
    /// What each fill that is used means, in the order of the key.
    pub key: Vec<(Fill, String)>,
    /// Draws every view; else front and back, and the others only where something is marked in them.
    pub whole: bool,
    /// The words in the picture, in the reader's language.
    pub labels: BodyLabels,
}

/// A view of the body or of a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum View {
    /// The whole body from the front.
    Front,
    /// The whole body from behind.
    Back,
    /// The body from its left side.
    LeftSide,
    /// The body from its right side.
    RightSide,
    /// Both palms, fingers upwards.
    Palms,
    /// The backs of both hands.
    HandBacks,
    /// Both feet from above.
    FootTops,
    /// Both soles, toes upwards.
    Soles,
}

impl View {
    /// Every view, in the order of the picture.
    pub const ALL: [Self; 8] = [
        Self::Front,
        Self::Back,
        Self::LeftSide,
        Self::RightSide,
        Self::Palms,
        Self::HandBacks,
        Self::FootTops,
        Self::Soles,
    ];

    /// What the names of its regions begin with; both sides share one.
    fn name(self) -> &'static str {
        match self {
            Self::Front => "front",
            Self::Back => "back",
            Self::LeftSide | Self::RightSide => "side",
            Self::Palms => "palm",
            Self::HandBacks => "hand_back",
            Self::FootTops => "foot_top",
            Self::Soles => "sole",
        }
    }

    /// Whether the patient's left is on the left of the picture; nothing where only one side is seen.
    fn left_is_left(self) -> Option<bool> {
        match self {
            Self::Front | Self::Palms | Self::Soles => Some(false),
            Self::Back | Self::HandBacks | Self::FootTops => Some(true),
            Self::LeftSide | Self::RightSide => None,
        }
    }

    /// Whether hands or feet are drawn, two beside each other.
    fn is_end(self) -> bool {
        self >= Self::Palms
    }
}

/// One region with its outline, from the middle of the upper edge of its view.
#[derive(Debug, Clone)]
pub(crate) struct Region {
    name: String,
    view: View,
    outline: Vec<Place>,
}

/// Every region, view by view.
static REGIONS: LazyLock<Vec<Region>> =
    LazyLock::new(|| View::ALL.into_iter().flat_map(regions_of).collect());

/// How far the middle of a hand or foot lies from the middle of its view, and how large it is drawn.
const END_APART: f64 = 48.0;
const END_SCALE: f64 = 0.84;

fn regions_of(view: View) -> Vec<Region> {
    let parts = match view {
        View::Front => trunk::front(),
        View::Back => trunk::behind(),
        View::LeftSide | View::RightSide => profile::side(),
        View::Palms => ends::hand("palm"),
        View::HandBacks => ends::hand("back"),
        View::FootTops => ends::foot_top(),
        View::Soles => ends::sole(),
    };
    let mut regions = Vec::new();
    for (part, outline) in parts {
        // Each part is drawn to the right of the middle line, or pointing to it; its mirror image is the other side.
        let sides: Vec<(bool, &str)> = match (view, view.left_is_left()) {
            (View::LeftSide, _) => vec![(false, "left")],
            (View::RightSide, _) => vec![(true, "right")],
            (_, Some(true)) => vec![(true, "left"), (false, "right")],
            _ => vec![(false, "left"), (true, "right")],
        };
        for (mirrored, side) in sides {
            let placed = outline.iter().map(|(x, y)| match (view.is_end(), mirrored) {
                // Thumbs and big toes point to the middle, from either side.
                (true, true) => (x * END_SCALE - END_APART, y * END_SCALE),
                (true, false) => (END_APART - x * END_SCALE, y * END_SCALE),
                (false, true) => (-x, *y),
                (false, false) => (*x, *y),
            });
            regions.push(Region {
                name: format!("{}.{part}.{side}", view.name()),
                view,
                outline: placed.collect(),
            });
        }
    }
    regions
}

/// Where a region lies in a drawn picture.
#[derive(Debug, Clone, PartialEq)]
pub struct RegionShape {
    /// The name of the region that lies there.
    pub region: String,
    /// Its outline as the data of an SVG path, in units of the `viewBox`.
    pub path: String,
}

#[cfg(test)]
mod tests;
