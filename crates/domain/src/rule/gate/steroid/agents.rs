//! What was injected by the agents that were recorded, beside what the words tell; and which steroids hold particles.

use super::{
    MilligramTenths,
    names::LIST,
    part::steroid_in,
    read::{Contents, GivenSteroid},
    token::{Cursor, tokens},
};
use crate::fact::treatment::{
    Injection,
    injection::{Agent, AgentKind},
};
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// Whether a steroid is a suspension of particles or a solution, by the name of the drug or brand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Particles {
    /// A suspension, which holds particles.
    Suspension,
    /// A solution, which holds none.
    Solution,
}

/// Whether what bears this name is a suspension or a solution, by the list in `gates/steroids.toml`; nothing where the name
/// leaves it open.
pub fn particles(name: &str) -> Option<Particles> {
    let tokens = tokens(name);
    let names_it = |wanted: &str| (0..tokens.len()).any(|at| Cursor { tokens: &tokens, at }.eat(wanted));
    let all = LIST
        .particles
        .iter()
        .flat_map(|one| one.names.iter().map(|name| (name, one.suspension)));
    let (_, suspension) = all
        .filter(|(wanted, _)| names_it(wanted))
        .max_by_key(|(wanted, _)| wanted.len())?;
    Some(if suspension {
        Particles::Suspension
    } else {
        Particles::Solution
    })
}

/// The contents by the agents, with what the words tell beyond them.
pub(super) fn with(injection: Option<&Injection>, words: Contents) -> Contents {
    let agents = injection.map(|one| one.agents.as_slice()).unwrap_or_default();
    if agents.is_empty() {
        return words;
    }
    let mut given: Vec<GivenSteroid> = agents.iter().filter_map(steroid).collect();
    let told = match words {
        Contents::Steroids(told) => told,
        Contents::NoSteroid | Contents::NotTold => Vec::new(),
    };
    let listed = !given.is_empty();
    for one in told {
        match given.iter_mut().find(|other| other.name == one.name) {
            Some(same) => match (same.amount, one.amount) {
                (None, told) => same.amount = told,
                (Some(here), Some(there)) if here != there => same.amount = None,
                _ => {}
            },
            // "Epidural steroid injection" says again what is listed.
            None if listed && one.name.is_none() => {}
            // What stands in words alone is counted where nothing is listed, and else named as not counted.
            None if listed => given.push(GivenSteroid { amount: None, ..one }),
            None => given.push(one),
        }
    }
    let untold = |agent: &Agent| agent.kind == AgentKind::Other && agent.name.is_none();
    match given.is_empty() {
        false => Contents::Steroids(given),
        true if agents.iter().any(untold) => Contents::NotTold,
        true => Contents::NoSteroid,
    }
}

/// The agent as a steroid: by its kind, or by a name that is one.
fn steroid(agent: &Agent) -> Option<GivenSteroid> {
    let name = agent.name.as_ref().map(|name| name.as_str().to_lowercase());
    let known = name.as_deref().and_then(known);
    if agent.kind != AgentKind::Steroid && known.is_none() {
        return None;
    }
    let tenths = |mg: Decimal| {
        let tenths = mg * Decimal::TEN;
        let whole = tenths.fract().is_zero().then(|| tenths.to_i64())??;
        MilligramTenths::try_from(whole)
            .ok()
            .filter(|amount| amount.get() > 0)
    };
    Some(GivenSteroid {
        name: known.or(name),
        amount: agent.mg.and_then(|mg| tenths(mg.value())),
    })
}

/// The steroid that a name says, by the name under which it is counted.
fn known(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let at = (0..words.len()).find_map(|at| steroid_in(&words.get(at..)?.join(" ")))?;
    LIST.steroid.get(at).map(|one| one.name.clone())
}

#[cfg(test)]
mod tests {
    use super::super::{Injection as Session, counts};
    use super::*;
    use crate::fact::Treatment;
    use rstest::rstest;

    #[rstest]
    #[case("Depo-Medrol", Some(Particles::Suspension))]
    #[case("methylprednisolone acetate", Some(Particles::Suspension))]
    #[case("methylprednisolone", None)]
    #[case("Methylprednisolone sodium succinate", Some(Particles::Solution))]
    #[case("Kenalog 40", Some(Particles::Suspension))]
    #[case("dexamethasone phosphate", Some(Particles::Solution))]
    #[case("betamethasone", None)]
    #[case("celestone soluspan", Some(Particles::Suspension))]
    #[case("somethingsone", None)]
    fn a_name_says_suspension_or_solution_or_leaves_it_open(
        #[case] name: &str,
        #[case] wanted: Option<Particles>,
    ) {
        assert_eq!(particles(name), wanted);
    }

    fn steroids(name: &str, dose: &str, agents: &str) -> Vec<(Option<String>, Option<u16>)> {
        let json = format!(
            r#"{{"kind":"injection","name":"{name}","dose":"{dose}","injection":{{"agents":[{agents}]}}}}"#
        );
        let treatment: Treatment = serde_json::from_str(&json).unwrap();
        match Session::of(&treatment).unwrap().contents {
            Contents::Steroids(list) => list
                .into_iter()
                .map(|one| (one.name, one.amount.map(|amount| amount.get())))
                .collect(),
            Contents::NoSteroid => Vec::new(),
            Contents::NotTold => vec![(None, None)],
        }
    }

    const TRIAMCINOLONE: &str = r#"{"kind":"steroid","name":"Kenalog","mg":"40"}"#;

    #[rstest]
    #[case::milligrams_that_were_recorded("caudal epidural steroid", "see letter", TRIAMCINOLONE, &[("triamcinolone", Some(400))])]
    #[case::the_words_say_the_same("caudal", "triamcinolone 40 mg", TRIAMCINOLONE, &[("triamcinolone", Some(400))])]
    #[case::the_words_say_another_amount("caudal", "triamcinolone 80 mg", TRIAMCINOLONE, &[("triamcinolone", None)])]
    #[case::the_words_tell_the_amount("caudal", "triamcinolone 80 mg", r#"{"kind":"steroid","name":"triamcinolone"}"#, &[("triamcinolone", Some(800))])]
    #[case::another_steroid_in_words("caudal", "dexamethasone 8 mg", TRIAMCINOLONE, &[("triamcinolone", Some(400)), ("dexamethasone", None)])]
    #[case::a_name_that_is_not_on_the_list("caudal", "x", r#"{"kind":"steroid","name":"Newsone","mg":"5"}"#, &[("newsone", Some(50))])]
    #[case::a_steroid_under_another_kind("caudal", "x", r#"{"kind":"other","name":"dexamethasone","mg":"4"}"#, &[("dexamethasone", Some(40))])]
    #[case::an_amount_too_fine("caudal", "x", r#"{"kind":"steroid","name":"dexamethasone","mg":"3.33"}"#, &[("dexamethasone", None)])]
    #[case::no_steroid("caudal", "x", r#"{"kind":"local_anaesthetic","name":"bupivacaine","percent":"0.25","ml":"5"}"#, &[])]
    fn what_was_recorded_is_read_before_the_words(
        #[case] name: &str,
        #[case] dose: &str,
        #[case] agents: &str,
        #[case] wanted: &[(&str, Option<u16>)],
    ) {
        let wanted: Vec<(Option<String>, Option<u16>)> = wanted
            .iter()
            .map(|(name, amount)| (Some((*name).to_owned()), *amount))
            .collect();
        assert_eq!(steroids(name, dose, agents), wanted);
    }

    #[rstest]
    #[case("caudal epidural", r#"{"kind":"steroid","mg":"40"}"#)]
    #[case("caudal epidural", r#"{"kind":"other"}"#)]
    #[case("epidural steroid", r#"{"kind":"saline","ml":"5"}"#)]
    fn what_is_not_told_stays_at_least(#[case] name: &str, #[case] agents: &str) {
        let known = r#"{"kind":"injection","name":"caudal","started":"1 Nov 2026","injection":{"agents":[{"kind":"steroid","name":"dexamethasone","mg":"8"}]}}"#;
        let open = format!(
            r#"{{"kind":"injection","name":"{name}","started":"2 Nov 2026","injection":{{"agents":[{agents}]}}}}"#
        );
        let list: Vec<Session> = [known, open.as_str()]
            .into_iter()
            .filter_map(|json| Session::of(&serde_json::from_str(json).unwrap()))
            .collect();
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let counts = counts(&list, today, None);
        let total = &counts.steroids["dexamethasone"];
        assert_eq!(total.all, 80);
        assert!(counts.at_least(total, true));
    }
}
