//! The body map on the wire: its regions by name, a drawing of what is being marked, and what stood on a patient's map on a day.

use crate::{noun::symptom::AreaInput, progress::ChartPaper};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A region with its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BodyRegion {
    /// Its code, such as `front.outer_thigh.left`.
    pub region: String,
    /// Its name: "Outer thigh, front, left".
    pub name: String,
}

/// The regions of one view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BodyView {
    /// What the view is called.
    pub name: String,
    /// Its regions from the head down.
    pub regions: Vec<BodyRegion>,
}

/// Asks for the drawing of what is marked so far; nothing is saved.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DrawBody {
    /// What is marked so far.
    pub areas: Vec<AreaInput>,
    /// Width of the drawing in pixels, 320 to 4000.
    pub width: u32,
    /// The colours of the page around it.
    pub paper: ChartPaper,
}

/// Where a region lies in a drawing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BodyShape {
    /// The code of that region.
    pub region: String,
    /// Its outline as the data of an SVG path, in pixels of the drawing.
    pub path: String,
}

/// A drawn body map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BodyDrawing {
    /// The drawing as SVG, without its hit areas.
    pub svg: String,
    /// What is marked, in words, a line for each thing that is felt.
    pub lines: Vec<String>,
    /// Where its regions lie.
    pub shapes: Vec<BodyShape>,
}

/// Asks for what stood on a patient's map on one or several days.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BodyMapsRequest {
    /// The patient whose map it is.
    pub patient: Uuid,
    /// The days as typed, one or two; today where it is empty.
    pub days: Vec<String>,
    /// Width of a drawing in pixels, 320 to 4000.
    pub width: u32,
    /// The colours of the page around it.
    pub paper: ChartPaper,
}

/// What is on a patient's map on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BodyOnDay {
    /// The day it is about, spelled out.
    pub day: String,
    /// The drawing; none where nothing is marked.
    pub drawing: Option<BodyDrawing>,
    /// Symptoms with a map of which it is not known whether they were there on that day, each with why; they are not drawn.
    pub not_placed: Vec<String>,
}
