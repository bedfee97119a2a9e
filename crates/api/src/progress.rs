//! The progress of a patient: the drawing, the same values as a table, and the verdicts in words.

use lamina_domain::{
    Noun,
    ladder::{Effect, Rung},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
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
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProgressRequest {
    /// The patient whose progress is drawn.
    pub patient: Uuid,
    /// Width of the drawing in pixels, 320 to 4000.
    pub width: u32,
    /// The page for which its colours are made.
    pub paper: ChartPaper,
    /// The score from which change is counted; the first of each measure where none is chosen.
    pub baseline: Option<Uuid>,
    /// The operation or treatment whose own baseline change is counted from, instead of a single score.
    #[serde(default)]
    pub before: Option<Uuid>,
    /// The first day that is drawn, as `2019-05-03`, where not all of the time is.
    #[serde(default)]
    pub from: Option<String>,
    /// Which lines are drawn and which are not, by their keys, where that was chosen; else the scores and nothing else.
    #[serde(default)]
    pub lines: BTreeMap<String, bool>,
}

/// Where a line that can be drawn comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LineGroup {
    /// Scores, questionnaires and timed tests.
    Score,
    /// What a laboratory reported, such as CRP.
    Laboratory,
    /// What was measured in hand: weight, temperature.
    Measured,
    /// How long somebody sits, stands and walks.
    Tolerance,
    /// Angles of an examination.
    Examination,
    /// Minutes of the walking diary.
    Walking,
}

/// What can be drawn in a record on an axis of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LineChoice {
    /// Its key, the same in every record.
    pub key: String,
    /// What is drawn, as it reads in the list of lines.
    pub label: String,
    /// Where it comes from.
    pub group: LineGroup,
    /// How many values the record has of it.
    pub count: u32,
    /// Whether it is drawn.
    pub drawn: bool,
}

/// A measured value in the table beside the drawing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MeasuredRow {
    /// What kind of entry says it; none where several do together.
    pub noun: Option<Noun>,
    /// The entry that says it; none where several do together.
    pub id: Option<Uuid>,
    /// When it was measured, as it was recorded.
    pub when: String,
    /// What was measured, as it is said in the drawing.
    pub measure: String,
    /// The value as it was reported.
    pub value: String,
    /// What stood beside it.
    pub note: String,
    /// False where the date is not known well enough to be drawn.
    pub placed: bool,
}

/// Which way a measure went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "VerdictDirection")]
#[expect(missing_docs, reason = "the ways that a measure goes name themselves")]
pub enum Direction {
    Better,
    Worse,
    Same,
    /// Not judged: how much matters is not established for the measure.
    None,
}

/// Which way the number itself went; whether that is better depends on the measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "NumberWay")]
#[expect(missing_docs, reason = "up and down name themselves")]
pub enum Way {
    Up,
    Down,
    /// Neither, or there is no number.
    Level,
}

/// What became of one measure of one person. It says nothing about why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Verdict {
    /// The verdict in a sentence, with the change that matters and its source.
    pub text: String,
    /// Which way it went.
    pub direction: Direction,
    /// Whether the change reaches the one that matters.
    pub important: bool,
    /// Which way the number went.
    pub way: Way,
}

/// A score in words, with its date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScoreAt {
    /// The value with its unit or range: "58 %".
    pub value: String,
    /// When it was taken.
    pub when: String,
}

/// One measure before and after something was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MeasureBeforeAfter {
    /// What is measured, as scores are named.
    pub measure: String,
    /// The last score before it.
    pub before: ScoreAt,
    /// The best score after it.
    pub best: ScoreAt,
    /// The last score after it; where several may be the last, the worse one.
    pub last: ScoreAt,
    /// The change from the one before it to the last; nothing where it is not judged.
    pub verdict: Option<Verdict>,
    /// Why it is not judged; empty where it is.
    pub unjudged: String,
}

/// An operation, a treatment or a walking plan with what was measured before and after it, and what was told to come of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BeforeAfterRow {
    /// The entry that says what was done.
    pub entry: Uuid,
    /// What kind of entry it is.
    pub noun: Noun,
    /// Its place on the ladder; nothing for an operation and a walking plan.
    pub rung: Option<Rung>,
    /// What it is, with level and side.
    pub title: String,
    /// Its levels, empty where none is told.
    pub levels: String,
    /// When it was, as it is told.
    pub when: String,
    /// What came of a treatment by its last response; nothing where none was told.
    pub effect: Option<Effect>,
    /// That response in words; empty where none was told.
    pub told: String,
    /// What was measured on both sides of it.
    pub measures: Vec<MeasureBeforeAfter>,
    /// That nothing was measured on both sides, and up to when was looked; empty where something was.
    pub unmeasured: String,
    /// What else began in between; empty where nothing did.
    pub meanwhile: String,
}

/// What was measured before and after everything that was done, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BeforeAfterView {
    /// What has a response, or scores of one measure on both sides.
    pub rows: Vec<BeforeAfterRow>,
    /// How many others were done, with neither.
    pub others: u32,
    /// How many scores have no place in time and are therefore in none of it.
    pub not_placed: u32,
}

/// A score that change may be counted from, in the words of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BaselineChoice {
    /// The entry of the score, by which it is chosen.
    pub score: Uuid,
    /// "Last before operation 2: ODI 58 %, 3 May 2018".
    pub label: String,
}

/// A value in a drawing, with what is told where it is pointed at. Places are pixels of the drawing, from its upper left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChartPoint {
    /// The line it is of, from 0, from the top of the drawing down.
    pub line: u32,
    /// Middle of the mark.
    pub x: i32,
    /// Middle of the mark, or the upper end of a bar.
    pub y: i32,
    /// Left end of a bar; `x` for a mark.
    pub left: i32,
    /// Right end of a bar; `x` for a mark.
    pub right: i32,
    /// Lower end of a bar; `y` for a mark.
    pub bottom: i32,
    /// What was measured, as it is said in the drawing.
    pub measure: String,
    /// The value with its unit; empty where there is none.
    pub value: String,
    /// When, as it was recorded.
    pub when: String,
    /// What happened, and what one should know about the value.
    pub notes: Vec<String>,
}

/// An operation or treatment with a baseline of its own, in the words of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BeforeChoice {
    /// The operation or treatment.
    pub entry: Uuid,
    /// "Before fusion, L4-S1 (3 May 2024), baseline 10 Apr 2024".
    pub label: String,
}

/// A stretch of time that the drawing can be narrowed to; it ends today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PeriodChoice {
    /// Its first day, as `2019-05-03`.
    pub from: String,
    /// "Since operation 2: fusion, L4-S1, May 2019".
    pub label: String,
}

/// A row of the table beside the drawing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScoreRow {
    /// The entry of the score.
    pub id: Uuid,
    /// When it was taken, as it was recorded.
    pub when: String,
    /// What was measured, as scores are named.
    pub measure: String,
    /// The number with its unit.
    pub value: String,
    /// Change from the baseline in words; empty where there is none to compare with.
    pub change: String,
    /// What was noted beside the score; empty where nothing was.
    pub note: String,
    /// False where the date is not known well enough to be drawn.
    pub placed: bool,
    /// Whether it has a place in the order of time, known or estimated.
    pub timed: bool,
    /// True where change is counted from this score.
    pub baseline: bool,
    /// True where change can be counted from this score.
    pub can_be_baseline: bool,
}

/// The progress of a patient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProgressView {
    /// The drawing as SVG; none where there is no number to draw.
    pub svg: Option<String>,
    /// What the drawing shows, in words.
    pub summary: String,
    /// The values in the drawing, line by line, each in the order of time.
    pub points: Vec<ChartPoint>,
    /// Every score, oldest first.
    pub rows: Vec<ScoreRow>,
    /// What can be drawn in this record.
    pub lines: Vec<LineChoice>,
    /// Every value of the measured lines that are drawn, line by line, the oldest first.
    pub measured: Vec<MeasuredRow>,
    /// Verdict of each measure.
    pub verdicts: Vec<Verdict>,
    /// Scores to count change from: the last ones before an operation or treatment.
    pub baselines: Vec<BaselineChoice>,
    /// What the drawing can be narrowed to.
    pub periods: Vec<PeriodChoice>,
    /// How many values lie before the first day that was asked for, and are not drawn.
    pub earlier: u32,
    /// What the clinic set in place of a published change that matters, with both sources.
    pub own_limits: Vec<String>,
    /// Operations and treatments whose baseline change can be counted from, the newest first.
    pub before: Vec<BeforeChoice>,
    /// How many scores have no date that can be drawn.
    pub not_placed: u32,
    /// True where no score has a place in time, so that the drawing is their sequence.
    pub sequence: bool,
    /// How many treatments have no date that can be drawn.
    pub treatments_not_placed: u32,
}
