//! Rules on the wire: what a clinic may set for itself with what it set, and every rule with its source.

use lamina_domain::rule::Sure;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A value that a clinic set, or its return to the built-in one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwnValue {
    /// The value in normal form; none where the built-in one was given back.
    pub value: Option<String>,
    /// The name of whoever set it.
    pub who: String,
    /// When, as it is to be shown.
    pub on: String,
    /// Why it was set or given back, in their words.
    pub why: String,
}

/// One limit that a clinic may set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RuleRow {
    /// Stable id; begins with the name of its group.
    pub id: String,
    /// What it is, in one line.
    pub title: String,
    /// The built-in value with its unit.
    pub built_in: String,
    /// Where the built-in value comes from.
    pub source: String,
    /// How a value is typed, with the allowed range.
    pub hint: String,
    /// What the clinic set and what holds; none where the built-in value holds.
    pub own: Option<OwnValue>,
    /// Everything that was set, the newest first.
    pub history: Vec<OwnValue>,
}

/// Limits that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RuleGroup {
    /// What the ids begin with.
    pub name: String,
    /// The heading above its limits.
    pub title: String,
    /// What has to be known before one of them is changed.
    pub note: String,
    /// The limits, each with what holds.
    pub rows: Vec<RuleRow>,
}

/// A rule as it is listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Rule {
    /// Stable id such as `score.odi` or `red_flag.ces`.
    pub id: String,
    /// Version of the rule, raised whenever its result can differ.
    pub version: u32,
    /// What it does, in one plain sentence.
    pub title: String,
    /// Where it comes from: author, journal or body, year; "Lamina's own" where it is our proposal.
    pub source: String,
    /// How sure it is.
    pub sure: Sure,
}

/// A rule in the list of all, with how sure it is in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ListedRule {
    /// Stable id such as `score.odi` or `red_flag.ces`.
    pub id: String,
    /// Raised whenever its result can differ.
    pub version: u32,
    /// What it does, in one sentence.
    pub title: String,
    /// Where it comes from.
    pub source: String,
    /// How sure it is, in words.
    pub sure: String,
}

/// Rules that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ListedGroup {
    /// The heading above its rules.
    pub title: String,
    /// The rules, each with its source.
    pub rules: Vec<ListedRule>,
}

/// Everything about the rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RulesView {
    /// What a clinic may set.
    pub groups: Vec<RuleGroup>,
    /// Every rule there is.
    pub listed: Vec<ListedGroup>,
    /// What was set once and could not be applied, in words; it is kept, and the built-in values hold.
    pub not_applied: Vec<String>,
    /// Who is offered as the one who sets a limit.
    pub by: String,
}

/// Sets a limit or gives the built-in one back.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetRule {
    /// Id of the limit.
    pub id: String,
    /// The value as typed; none gives the built-in one back.
    pub value: Option<String>,
    /// The name of whoever sets it, which has to be given.
    pub who: String,
    /// Why it is set, which has to be told.
    pub why: String,
}

/// Asks how a value of a limit is read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UnderstandRule {
    /// Id of the limit.
    pub id: String,
    /// The value as far as it is typed.
    pub text: String,
}
