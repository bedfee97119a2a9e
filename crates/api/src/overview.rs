//! A record at a glance: who and why in a few sentences, the course of pain and disability in one small drawing, what is missing
//! or old; and the ladder of what was tried and what came of it.

use crate::progress::{ChartPaper, ChartPoint, Verdict};
use lamina_domain::{
    Noun, Standing,
    ladder::{Effect, Rung},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Asks for the overview of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OverviewRequest {
    /// The patient whose record it is.
    pub patient: Uuid,
    /// Width of the drawing in pixels, 320 to 4000.
    pub width: u32,
    /// The colours of the page around the drawing.
    pub paper: ChartPaper,
}

/// A treatment that was tried, with what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TriedView {
    /// The treatment or the path of neuromodulation, which opens by it.
    pub entry: Uuid,
    /// Which of the two it is.
    pub noun: Noun,
    /// Its place on the ladder.
    pub rung: Rung,
    /// What came of it.
    pub effect: Effect,
    /// Whether it goes on today.
    pub standing: Standing,
    /// Its name, and where it aimed.
    pub name: String,
    /// The medicine as prescribed and taken; empty for what is none.
    pub medicine: String,
    /// From when, and until when where that is known.
    pub when: String,
    /// The last response in words; empty where there is none.
    pub response: String,
}

/// A treatment that was considered and not tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UntriedView {
    /// The entry, which opens by it.
    pub entry: Uuid,
    /// Its place on the ladder.
    pub rung: Rung,
    /// Which one, or its kind.
    pub name: String,
    /// Why, by whom and when, in one line.
    pub because: String,
}

/// What was tried and what was not, the least invasive first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LadderView {
    /// What was tried, with what came of it.
    pub tried: Vec<TriedView>,
    /// What was considered and not tried; it never counts as tried.
    pub untried: Vec<UntriedView>,
    /// What is to be known beside medicines, for information.
    pub beside: Vec<String>,
}

/// Something that is not recorded, or is old.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GapView {
    /// The kind of entry that would fill it.
    pub noun: Noun,
    /// What is missing or how old it is.
    pub text: String,
}

/// A record at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OverviewView {
    /// Operations and symptoms in sentences, made from the record.
    pub story: Vec<String>,
    /// Pain and disability over time with the operations marked, as SVG; none where there is no number to draw.
    pub svg: Option<String>,
    /// What the drawing shows, in words.
    pub summary: String,
    /// The values in the drawing.
    pub points: Vec<ChartPoint>,
    /// What became of pain and disability within the last twelve months.
    pub year: Vec<Verdict>,
    /// What is missing or old.
    pub gaps: Vec<GapView>,
}
