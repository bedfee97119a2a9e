//! The rules: what follows from facts, computed or warned of. A rule takes facts and values and knows no layer above.

pub mod before_after;
pub mod between;
pub mod change;
pub mod coding;
pub mod day;
pub mod electrodiagnosis;
pub mod gaps;
pub mod gate;
pub mod ladder;
pub mod listed;
pub mod measured;
pub mod nsaid;
pub mod operations;
pub mod opioid;
mod record;
pub mod red_flag;
pub mod refill;
pub mod schedule;
mod score;
pub mod spine;
pub mod trial;
pub mod walking;

pub use crate::value::sure::Sure;
pub use listed::{About, Rule};

use crate::{
    fact::Fact,
    value::{
        context::Context,
        issue::{Issue, Problem},
    },
};

/// Everything wrong with a fact that no field alone shows: what the fact itself tells, and a rule that it names and that is
/// not listed.
pub fn check(fact: &Fact, context: &Context) -> Vec<Issue> {
    let mut issues = fact.check(context);
    if let Fact::Resolution(resolution) = fact
        && !red_flag::is_listed(&resolution.rule)
    {
        issues.push(Issue::at("rule", Problem::Required));
    }
    issues
}

/// Every rule there is, in the order in which it is listed.
pub fn catalogue() -> Vec<Rule> {
    [
        crate::rule::score::rules(),
        crate::rule::change::rules(),
        crate::rule::opioid::rules(),
        crate::rule::nsaid::rules(),
        crate::rule::red_flag::rules(),
        crate::rule::gate::rules(),
        crate::rule::walking::rules(),
        crate::rule::schedule::rules(),
        crate::rule::ladder::rules(),
        crate::rule::between::rules(),
        crate::rule::before_after::rules(),
        crate::rule::gaps::rules(),
        crate::rule::electrodiagnosis::rules(),
        crate::rule::spine::rules(),
        crate::rule::trial::rules(),
        crate::rule::measured::rules(),
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_decision_names_a_rule_that_is_listed() {
        let decided = |rule: &str| -> Fact {
            let text = format!(
                r#"{{"noun":"resolution","rule":"{rule}","version":1,"decision":"resolved","by":"Dr Okafor",
                "role":"clinician","reason":"MRI done"}}"#
            );
            serde_json::from_str(&text).unwrap()
        };
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        let born = crate::value::born::Birth::AgeAtFirstVisit(50);
        let context = Context { today, born };
        assert_eq!(check(&decided("red_flag.ces"), &context), []);
        assert_eq!(
            check(&decided("red_flag.nothing"), &context),
            [Issue::at("rule", Problem::Required)]
        );
    }

    #[test]
    fn every_rule_has_its_own_id() {
        let rules = catalogue();
        let ids: BTreeSet<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
        assert_eq!(ids.len(), rules.len());
        for id in [
            "score.odi",
            "change.matters.odi",
            "change.matters.pcs.above_30",
            "change.reliable.rmdq-24",
        ] {
            assert!(ids.contains(id), "{id}");
        }
        for rule in &rules {
            assert!(rule.version >= 1, "{}", rule.id);
            assert!(rule.source.as_deref() != Some(""), "{}", rule.id);
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
