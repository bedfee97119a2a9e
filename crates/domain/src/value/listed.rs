//! What a rule must say about itself before anyone relies on it: its id, version, source and how sure it is.
//!
//! Every module that computes or warns lists its rules with this type; the command line, the window and `docs/rules.md`
//! show that list and nothing else.

use serde::{Deserialize, Serialize};

/// How far a rule is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Sure {
    /// Checked against its source; safe to rely on.
    High,
    /// In line with its source; a clinician confirms it before a clinical release.
    Medium,
    /// Known in the field and not checked here; shown, never relied on alone.
    Low,
}

/// A rule as it is listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
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
