//! The progress of a patient: the drawing, the same values as a table, and the verdicts in words.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// The colours a drawing is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChartPaper {
    /// On a light page.
    Light,
    /// On a dark page.
    Dark,
}

/// Asks for the progress chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
pub struct ProgressRequest {
    /// The patient.
    pub patient: Uuid,
    /// Width of the drawing in pixels, 320 to 4000.
    pub width: u32,
    /// The colours.
    pub paper: ChartPaper,
    /// The score from which change is counted; the first of each measure where none is chosen.
    pub baseline: Option<Uuid>,
}

/// A row of the table beside the drawing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScoreRow {
    /// The score.
    pub id: Uuid,
    /// When, as given.
    pub when: String,
    /// What was measured.
    pub measure: String,
    /// The number with its unit.
    pub value: String,
    /// Change from the baseline in words; empty where there is none to compare with.
    pub change: String,
    /// Anything else.
    pub note: String,
    /// False where the date is not known well enough to be drawn.
    pub placed: bool,
    /// True where change is counted from this score.
    pub baseline: bool,
}

/// The progress of a patient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProgressView {
    /// The drawing as SVG; none where no score has a date yet.
    pub svg: Option<String>,
    /// What the drawing shows, in words.
    pub summary: String,
    /// Every score, oldest first.
    pub rows: Vec<ScoreRow>,
    /// Verdict of each measure.
    pub verdicts: Vec<String>,
    /// How many scores have no date that can be drawn.
    pub not_placed: u32,
}
