//! Paths of neuromodulation and pumps on the wire: what a room of a record shows of them, and the drawing of a diary.

use crate::{
    noun::neuromodulation_step::StepKind,
    progress::{ChartPaper, ChartPoint},
    shown::Shown,
};
use lamina_domain::neuromodulation::Pain;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A step, or what was recorded at a pump, as a line of its path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "NeuromodulationLine")]
pub struct LineView {
    /// The entry that is opened from it.
    pub entry: Uuid,
    /// What kind of step it is; none at a pump.
    pub kind: Option<StepKind>,
    /// In words, beside what was chosen.
    pub shown: Shown,
}

/// A trial with what its diary comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrialView {
    /// The step that is opened from it.
    pub entry: Uuid,
    /// "Trial, 10 Mar 2026 to 20 Mar 2026".
    pub title: String,
    /// Means and criterion, a sentence each; no verdict.
    pub lines: Vec<String>,
}

/// A day of a diary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrialDayView {
    /// The entry that is opened from it.
    pub entry: Uuid,
    /// The day that it is of.
    pub on: String,
    /// Which pain of the day was rated.
    pub kind: String,
    /// The ratings in the order of the path's pains; empty where nobody rated one.
    pub ratings: Vec<String>,
    /// What the patient could do; empty where it was not said.
    pub function: String,
    /// Sleep; empty where it was not said.
    pub sleep: String,
    /// Whether any medicine was changed, and which.
    pub medicine: String,
    /// Satisfaction from 0 to 10; empty where it was not said.
    pub satisfaction: String,
    /// Whatever has no field of its own.
    pub note: String,
}

/// A path with its steps in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "NeuromodulationPath")]
pub struct PathView {
    /// The entry that is opened from it.
    pub entry: Uuid,
    /// How a step or a day names it.
    pub link: String,
    /// In words; its time is when it was thought of.
    pub shown: Shown,
    /// Its steps, the earliest first.
    pub steps: Vec<LineView>,
    /// Its trials with what their diary comes to.
    pub trials: Vec<TrialView>,
    /// The pains that its diary asks for: what it is to treat, and what was rated.
    pub pains: Vec<Pain>,
    /// The same in words.
    pub pain_words: Vec<String>,
    /// Its diary, the earliest day first.
    pub diary: Vec<TrialDayView>,
}

/// A pump with what was recorded at it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PumpView {
    /// What it is called.
    pub title: String,
    /// What it holds and gives as far as that is recorded, a line each.
    pub now: Vec<String>,
    /// When it has to be refilled, as a sentence; empty where it needs none.
    pub refill: String,
    /// The refill is due or its date has passed.
    pub due: bool,
    /// The date of the refill has passed.
    pub overdue: bool,
    /// What was recorded at it, the earliest first.
    pub settings: Vec<LineView>,
}

/// The room: every path and every pump of a record.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct NeuromodulationView {
    /// The paths, the earliest first.
    pub paths: Vec<PathView>,
    /// The pumps, in the order of the record.
    pub pumps: Vec<PumpView>,
    /// That what pumps give is in no total of medicines; empty where no pump tells of a drug.
    pub not_in_load: String,
    /// The rules that it follows, with their sources, and what the clinic set.
    pub sources: Vec<String>,
}

/// Asks for the drawing of the diary of one path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TrialChartRequest {
    /// Whose record it stands in.
    pub patient: Uuid,
    /// The path whose diary it is.
    pub path: Uuid,
    /// Width of the drawing in pixels, 320 to 4000.
    pub width: u32,
    /// The colours of the page.
    pub paper: ChartPaper,
}

/// The drawing of a diary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrialChartView {
    /// The drawing as SVG; none where no pain was rated.
    pub svg: Option<String>,
    /// What it shows, in words.
    pub summary: String,
    /// The values in it, with what is told of each.
    pub points: Vec<ChartPoint>,
}
