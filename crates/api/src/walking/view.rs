//! The programme as it stands, in the words in which it is read.

use crate::noun::walking::QuotaInput;
use crate::{
    progress::{ChartPaper, ChartPoint},
    shown::Shown,
};
use lamina_domain::{
    Noun, Reply,
    fact::walking::{Caution, Item},
    walking::{Advice, Colour},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Where a plan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WalkingStatus {
    /// Prescribed and not started.
    NotStarted,
    /// Started, and neither paused nor ended.
    Active,
    /// Paused; a clinician has to reopen it.
    Paused,
    /// Ended on a day that stands among its events.
    Ended,
}

/// A question of the gate with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClearanceLine {
    /// The question, by its code.
    pub item: Item,
    /// The statement that has to be true.
    pub words: String,
    /// What was said; not asked where nobody said anything.
    pub reply: Reply,
    /// The answer with its day and who said it.
    pub text: String,
    /// True where it keeps the programme from starting.
    pub open: bool,
}

/// A line of the diary on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WalkingEntryView {
    /// The entry that holds the line.
    pub entry: Uuid,
    /// "12 min, back 3 to 4", "missed: rain", "rest day".
    pub text: String,
    /// True where something red was ticked.
    pub red: bool,
}

/// What a day of the week holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WalkingDayState {
    /// A bout or several were walked.
    Walked,
    /// Missed, with a reason.
    Missed,
    /// A day of rest.
    Rest,
    /// Nothing was written: no data, never zero.
    NoEntry,
    /// It has not come yet.
    Ahead,
}

/// A day of the week at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WalkingDay {
    /// The day, as it is typed into a field: "2 Nov 2026".
    pub on: String,
    /// The day in short: "Mon 2 Nov".
    pub label: String,
    /// What the diary tells of it.
    pub state: WalkingDayState,
    /// Seconds walked, all bouts of the day together.
    pub seconds: u32,
    /// Seconds planned for a day of walking by the quota of that day.
    pub planned_seconds: u32,
    /// The lines of the diary on it.
    pub entries: Vec<WalkingEntryView>,
    /// True for the present day.
    pub today: bool,
}

/// A week of the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WalkingWeek {
    /// Its number, from 1.
    pub number: u32,
    /// "2 to 8 Nov 2026".
    pub title: String,
    /// How the week was assessed.
    pub colour: Colour,
    /// The colour in words with what it means.
    pub colour_words: String,
    /// What led to it.
    pub reasons: Vec<String>,
    /// "3 of 4 bouts (75 %); 3 days without an entry".
    pub adherence: String,
    /// Minutes walked and the minutes of the week's plan and of the target: "24 min of 20 planned; the target is 150".
    pub minutes: String,
    /// How far, and on what ground; empty where the diary tells neither.
    pub covered: String,
    /// The quota of the week.
    pub quota: String,
    /// Leg pain further down or up, each told apart; empty where neither was ticked.
    pub leg: String,
    /// Its seven days in order.
    pub days: Vec<WalkingDay>,
}

/// What is proposed for the next week. It is shown and never enforced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WalkingProposal {
    /// What is proposed, by its code.
    pub advice: Advice,
    /// In a sentence with the quota.
    pub text: String,
    /// The quota as typed values; nothing where it stays as it is.
    pub quota: Option<QuotaInput>,
    /// The day from which it would hold, as it is typed into a field.
    pub from: String,
    /// What led to it, a sentence each.
    pub because: Vec<String>,
}

/// Something that happened to a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WalkingEventView {
    /// The entry that holds it.
    pub entry: Uuid,
    /// "Started", "Paused: fall", "12 min twice a day on 4 days a week".
    pub text: String,
    /// The day from which it holds.
    pub on: String,
    /// Who, and in which role.
    pub by: String,
    /// Why, as it was told; empty where it was not.
    pub reason: String,
    /// False for a pause, which is not taken back.
    pub can_be_retracted: bool,
}

/// A plan with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WalkingPlanView {
    /// The entry that holds the plan.
    pub entry: Uuid,
    /// The version of that entry that counts.
    #[ts(type = "number")]
    pub version: i64,
    /// The plan in words.
    pub shown: Shown,
    /// Where it stands by what happened to it.
    pub status: WalkingStatus,
    /// Where it stands in a sentence: since when, and why.
    pub status_words: String,
    /// Whether the gate lets it start.
    pub clear: bool,
    /// What the gate says.
    pub clearance: String,
    /// Every question of the gate, with its answer.
    pub questions: Vec<ClearanceLine>,
    /// What needs care in walking, in words.
    pub cautions: Vec<String>,
    /// The quota that holds today, in words.
    pub quota: String,
    /// The same as typed values.
    pub quota_input: QuotaInput,
    /// Where the baseline would let it start, by each of the two ways, in words.
    pub start: String,
    /// The week that holds today; nothing before the start and after the end.
    pub week: Option<WalkingWeek>,
    /// Weeks that are over, the latest first.
    pub weeks: Vec<WalkingWeek>,
    /// What is proposed for the next week; none unless the plan is active or paused.
    pub proposal: Option<WalkingProposal>,
    /// What happened, the latest first.
    pub events: Vec<WalkingEventView>,
}

/// A plan that another one followed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WalkingPlanLine {
    /// The entry that holds the plan.
    pub entry: Uuid,
    /// "3 May 2025 to 2 Sep 2025: from 5 min to 12 min".
    pub text: String,
}

/// A line of the diary on a day on which no plan ran.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WalkingLooseLine {
    /// The entry that holds the line.
    pub entry: Uuid,
    /// The day that the line tells of.
    pub on: String,
    /// "12 min, back 3 to 4", "missed: rain", "rest day".
    pub text: String,
    /// True where something red was ticked.
    pub red: bool,
}

/// An entry of the record that gives cause to think of a caution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WalkingCareSource {
    /// What it says, in one line.
    pub text: String,
    /// The kind of the entry.
    pub noun: Noun,
    /// The entry itself, where it is kept.
    pub entry: Option<Uuid>,
}

/// A caution for which the record gives cause. It is information: a clinician ticks the caution or leaves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WalkingCare {
    /// The caution, by its code.
    pub caution: Caution,
    /// The caution in words.
    pub words: String,
    /// True where the plan prescribed last has it ticked.
    pub ticked: bool,
    /// What gives cause, never nothing.
    pub from: Vec<WalkingCareSource>,
}

/// The walking programme of a patient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WalkingView {
    /// The plan prescribed last; nothing where there is none.
    pub plan: Option<WalkingPlanView>,
    /// Earlier plans, the latest first.
    pub earlier: Vec<WalkingPlanLine>,
    /// Lines of the diary on days on which no plan ran, the latest first: no week counts them.
    pub without_plan: Vec<WalkingLooseLine>,
    /// Cautions for which the record gives cause.
    pub care: Vec<WalkingCare>,
    /// What trials say, and what they do not.
    pub evidence: String,
    /// The rules with their sources.
    pub sources: Vec<String>,
}

/// Asks for the drawing of the programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WalkingChartRequest {
    /// The patient whose programme is drawn.
    pub patient: Uuid,
    /// Width of the drawing in pixels, 320 to 4000.
    pub width: u32,
    /// The page for which its colours are made.
    pub paper: ChartPaper,
}

/// The drawing and its numbers as a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WalkingChartView {
    /// The drawing as SVG; none where nothing was walked yet.
    pub svg: Option<String>,
    /// What it shows, in words.
    pub summary: String,
    /// The values in the drawing, line by line, each in the order of time.
    pub points: Vec<ChartPoint>,
    /// Names of the columns.
    pub columns: Vec<String>,
    /// Rows, the earliest first.
    pub rows: Vec<Vec<String>>,
}
