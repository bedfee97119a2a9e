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

/// Every rule there is, in the order in which it is listed.
pub fn catalogue() -> Vec<Rule> {
    [
        crate::instrument::rules(),
        crate::change::rules(),
        crate::medicine::rules(),
        crate::red_flag::rules(),
        crate::gate::rules(),
        crate::walking::rules(),
        crate::schedule::rules(),
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_rule_has_its_own_id_and_says_where_it_comes_from() {
        let rules = catalogue();
        let ids: BTreeSet<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
        assert_eq!(ids.len(), rules.len());
        for rule in &rules {
            assert!(rule.version >= 1, "{}", rule.id);
            assert!(!rule.title.is_empty() && !rule.source.is_empty(), "{}", rule.id);
            assert!(
                rule.id
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '_' | '-')),
                "{}",
                rule.id
            );
        }
    }
}
