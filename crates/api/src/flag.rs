//! Red flags in words: the questions of the form, what fired, what is not assessed, what was decided.

use lamina_domain::{flag::answer::Level, red_flag::catalogue::Group};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A question of the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FlagQuestion {
    /// Stable id, such as `saddle_numbness`, by which answers are kept.
    pub id: String,
    /// The question as it is asked in the form.
    pub text: String,
    /// The finding once it is answered with yes.
    pub words: String,
    /// Whether "long-standing, unchanged" is a possible answer.
    pub long_standing: bool,
    /// Whether "does not apply" is a possible answer.
    pub may_not_apply: bool,
    /// Whether nothing fires on a yes alone before its course is said.
    pub needs_course: bool,
}

/// A part of the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FlagGroup {
    /// By its code; a group is one subject, such as the cord or a wound.
    pub group: Group,
    /// The heading above its questions.
    pub title: String,
    /// Its questions in order.
    pub questions: Vec<FlagQuestion>,
}

/// A flag that fired and stands open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FiredView {
    /// Id of the rule.
    pub rule: String,
    /// Version of the rule that fired.
    pub version: u32,
    /// What it is about, in a word or two.
    pub title: String,
    /// How urgently it asks for action.
    pub level: Level,
    /// How urgent, in words.
    pub level_words: String,
    /// True for what stays on top of every screen until it is resolved.
    pub stays: bool,
    /// The suggested action, as the rule words it.
    pub wording: String,
    /// What was recorded, each with its day.
    pub inputs: Vec<String>,
    /// The first day of what was recorded; empty where it has none.
    pub since: String,
    /// What of the same rule is not assessed.
    pub missing: Vec<String>,
    /// That this makes no diagnosis.
    pub no_diagnosis: String,
    /// The level to which a clinician may lower it and leave it open, where the rule has one.
    pub may_lower_to: Option<Level>,
    /// What the rule does, in one sentence.
    pub rule_title: String,
    /// Where the rule comes from.
    pub source: String,
}

/// How a line of the banner reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LineState {
    /// It must not be overlooked.
    Listed,
    /// Nothing stands out, and nothing is left open.
    None,
    /// Something was not asked or has no answer that counts.
    #[default]
    Open,
}

/// How the red flags stand in one line.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct FlagsLine {
    /// Whether something in it must not be overlooked or is left open.
    pub state: LineState,
    /// What is open and what was noted, and when was asked.
    pub text: String,
}

/// A rule that could not be judged whole. It is never negative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NotAssessedView {
    /// Id of the rule.
    pub rule: String,
    /// What it is about.
    pub title: String,
    /// What is missing, and how.
    pub missing: Vec<String>,
}

/// A finding or an answer that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StandingView {
    /// The finding in words.
    pub words: String,
    /// The day of the answer.
    pub on: String,
}

/// A flag that somebody has resolved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ResolvedView {
    /// Id of the rule.
    pub rule: String,
    /// What it is about.
    pub title: String,
    /// The name of whoever resolved it.
    pub by: String,
    /// Their role at that time, in words.
    pub role: String,
    /// When, in local time.
    pub at: String,
    /// Why it was resolved, in their words.
    pub reason: String,
    /// The entry that holds the decision.
    pub entry: Option<Uuid>,
}

/// The last answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LastAnswer {
    /// Id of the question.
    pub question: String,
    /// The answer in words.
    pub answer: String,
    /// Its day with its age: "3 May 2026, 7 months ago".
    pub on: String,
    /// "not assessed since 3 May 2026" where it is too old to count.
    pub stale: Option<String>,
}

/// What the red flags of a patient say.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct RedFlagsView {
    /// Open flags, the most urgent first.
    pub fired: Vec<FiredView>,
    /// What could not be judged.
    pub not_assessed: Vec<NotAssessedView>,
    /// Answered yes without saying whether it is new, changed or long-standing, which is to be asked.
    pub asks_on: Vec<StandingView>,
    /// What was noted in words beside the questions.
    pub noted: Vec<String>,
    /// How bladder or prostate were at baseline, from which a change is measured; empty where nothing is on record.
    pub baseline: String,
    /// Everything that was measured and examined, by kind with its dates.
    pub measured: Vec<String>,
    /// Known, long-standing and unchanged.
    pub unchanged: Vec<StandingView>,
    /// Questions whose answer that counts is no.
    pub answered_no: Vec<StandingView>,
    /// Flags that were resolved and do not stand open.
    pub resolved: Vec<ResolvedView>,
    /// The last answer to each question that was ever asked.
    pub last: Vec<LastAnswer>,
    /// The day of the last screening with its age; nothing where nobody ever asked.
    pub asked: Option<String>,
    /// How many answers belong to questions that this version does not know.
    pub unknown_questions: u32,
    /// The limits that the clinic set in place of the built-in ones, with both sources.
    pub own_limits: Vec<String>,
    /// The name under which a flag would be resolved.
    pub by: String,
    /// The role under which a flag would be resolved.
    pub role: String,
}
