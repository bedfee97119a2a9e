//! Follow-up on the wire: what is due after an operation or a treatment or was planned at a visit, the whole schedule of one,
//! who is due in the clinic, and by which plan.

use crate::rule::Rule;
use lamina_domain::Noun;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A time point, the refill of a pump or a planned visit that calls for something today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FollowUpCall {
    /// The operation or treatment that it counts from, or the visit at which it was planned.
    pub entry: Uuid,
    /// Which of them it is.
    pub noun: Noun,
    /// The point and what it counts from: "6 weeks after fusion, L4-S1 (3 May 2026)"; or for when a visit was planned.
    pub title: String,
    /// Until when, or since when it was missed; or when it was planned.
    pub text: String,
    /// True while the window is open, false where it has closed or the planned day has passed.
    pub due: bool,
}

/// What follow-up counts from: an operation, an intervention, an opioid, a stimulator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FollowUpIndex {
    /// The operation or treatment.
    pub entry: Uuid,
    /// Which of the two it is.
    pub noun: Noun,
    /// What it is: "fusion, L4-S1".
    pub title: String,
    /// When it was, as it was recorded.
    pub when: String,
    /// How many of its points are due or were missed today.
    pub calls: u32,
}

/// What follow-up calls for today, and everything that it counts from, the newest operation or treatment first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct FollowUpView {
    /// What is due or was missed today, point by point.
    pub calls: Vec<FollowUpCall>,
    /// The plans and rules that they come from, with version and source.
    pub sources: Vec<String>,
    /// All that has a schedule; its details are asked for one by one.
    pub indices: Vec<FollowUpIndex>,
}

/// Asks for the whole schedule of one operation or treatment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FollowUpKey {
    /// The patient in whose record it stands.
    pub patient: Uuid,
    /// The operation or treatment.
    pub entry: Uuid,
}

/// Where a time point stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PointIs {
    /// Its window has not begun.
    Upcoming,
    /// Its window is open and no visit counts for it.
    Due,
    /// Its window has closed and no visit counts for it.
    Overdue,
    /// A visit counts for it.
    Done,
    /// The nearest visit lies outside its window.
    OffSchedule,
    /// The treatment ended before it.
    Ended,
    /// Its date can't be told.
    NotDatable,
}

/// How old a baseline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "AgeOfBaseline")]
pub enum BaselineIs {
    /// No visit before it is recorded that could be one.
    Missing,
    /// Not older than the plan allows.
    Fresh,
    /// Older than that, not yet stale.
    Older,
    /// Stale: the state may have changed since.
    Stale,
}

/// A visit with the outcome domains that its scores cover. A domain without a score was not assessed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "FollowUpVisit")]
pub struct VisitView {
    /// The day as given.
    pub when: String,
    /// "Off schedule", "review", or empty where a point holds it.
    pub label: String,
    /// Domains with a score of that day, in words.
    pub covered: Vec<String>,
    /// Domains that no score of that day covers.
    pub not_assessed: Vec<String>,
}

/// The baseline of an operation or treatment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BaselineView {
    /// How old it is.
    pub is: BaselineIs,
    /// In words, with its day: "10 Apr 2024, not older than 4 weeks before the operation".
    pub text: String,
    /// Other treatments between it and its operation or treatment, in words; empty where there is none.
    pub crossed: String,
    /// The visit; none where nothing was recorded before.
    pub visit: Option<VisitView>,
}

/// A time point of a schedule, or a run of points of one kind at which nothing was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "FollowUpPoint")]
pub struct PointView {
    /// How long after: "6 weeks"; of a run, its first and its last point.
    pub title: String,
    /// From when to when; empty where it can't be told.
    pub window: String,
    /// Where it stands today, by its window and the visits.
    pub is: PointIs,
    /// The same in words.
    pub text: String,
    /// Other treatments between the index and the visit, in words; empty where there is none.
    pub crossed: String,
    /// The visit that counts for it or lies nearest.
    pub visit: Option<VisitView>,
}

/// The whole schedule of one operation or treatment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FollowUpSchedule {
    /// The operation or treatment.
    pub entry: Uuid,
    /// The last visit before it, with its age.
    pub baseline: BaselineView,
    /// The points in order.
    pub points: Vec<PointView>,
    /// Visits after it that no point holds, kept and labelled, oldest first.
    pub others: Vec<VisitView>,
    /// The rules that it follows: its plan, how a baseline ages, what a visit covers.
    pub rules: Vec<Rule>,
}

/// Asks who is due for follow-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListDue {
    /// Most people to answer with.
    pub limit: u32,
}

/// A person for whom follow-up calls for something today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DueRow {
    /// Id of the patient, by which the record is opened.
    pub patient: Uuid,
    /// Name as in a list.
    pub name: String,
    /// Birth date as known; empty where it is not.
    pub born: String,
    /// The clinic's own number for the record.
    pub number: Option<String>,
    /// What is due or was missed, the window that closes first before the others.
    pub calls: Vec<FollowUpCall>,
    /// When the first of their open windows closes, or the last one closed; of a visit, for when it was planned at last.
    pub until: String,
    /// True where a window is open.
    pub due: bool,
}

/// Who is due for follow-up in the clinic: open windows by their end, then missed ones and planned visits of which none is
/// recorded since, the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct DueView {
    /// People whose pump has to be refilled: those whose date has passed first, then by the date.
    pub refills: Vec<DueRow>,
    /// The people, at most as many as were asked for.
    pub rows: Vec<DueRow>,
    /// How many have an open window.
    pub due: u32,
    /// How many have only missed ones, planned visits among them.
    pub missed: u32,
    /// The plans and rules, with version and source.
    pub sources: Vec<String>,
}
