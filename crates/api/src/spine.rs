//! The spine map on the wire: the drawing, what happened at each level with its entries, what has no level, and hints.

use crate::progress::ChartPaper;
use lamina_domain::Noun;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Asks for the spine map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SpineMapRequest {
    /// The patient whose map it is.
    pub patient: Uuid,
    /// Width of the drawing in pixels, 240 to 4000.
    pub width: u32,
    /// The height in pixels that it should not exceed where it can be read at that, 160 to 4000.
    pub height: u32,
    /// The colours of the page.
    pub paper: ChartPaper,
}

/// Something that happened or was seen, with the entry it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SpineLine {
    /// What, in words, with the side where that matters.
    pub what: String,
    /// When, as it was recorded.
    pub when: String,
    /// What it comes from, in words: "operation 1".
    pub source: String,
    /// The kind of the entry.
    pub noun: Noun,
    /// The entry it leads to, where it is kept.
    pub entry: Option<Uuid>,
}

/// One place of the map that can be chosen, or a stretch of them at which nothing is recorded. Its area is in pixels of the
/// drawing, from its upper left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SpineLevel {
    /// Its name, such as "L4-L5".
    pub name: String,
    /// All of it in one sentence, with its name.
    pub said: String,
    /// Left edge of its area.
    pub x: i32,
    /// Upper edge of its area.
    pub y: i32,
    /// Width of its area.
    pub width: i32,
    /// Height of its area.
    pub height: i32,
    /// What happened there, in the order of the map: operations, what they left, the rest.
    pub lines: Vec<SpineLine>,
    /// It lies beside a fusion.
    pub beside: bool,
}

/// Information on how levels fit each other, with the entries that it names. It is no verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SpineHint {
    /// What there is to see.
    pub text: String,
    /// The entries that it names.
    pub entries: Vec<SpineLine>,
}

/// The spine map of a patient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SpineMapView {
    /// The drawing as SVG; none where nothing has a place.
    pub svg: Option<String>,
    /// The drawing in words.
    pub summary: String,
    /// Its places from the head down.
    pub levels: Vec<SpineLevel>,
    /// What stands beside the map, each with the reason in its words.
    pub unplaced: Vec<SpineLine>,
    /// How levels fit each other.
    pub hints: Vec<SpineHint>,
    /// That nothing is compared between levels of the low back, and why; empty where it is.
    pub numbering: String,
}
