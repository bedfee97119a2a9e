//! The clearance before the start: every question answered, and no same-day or emergency red flag open. An unanswered
//! question withholds it.
//!
//! Source: patient-education texts (check with a doctor first); the list is Lamina's own.

use crate::{
    fact::walking::clearance::{Item, ItemAnswer},
    rule::red_flag::Assessment,
    value::reply::Reply,
};
use serde::{Deserialize, Serialize};

/// Whether the programme may start, and what keeps it from that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clearance {
    /// Questions without an answer that counts, in the order of the list.
    pub open: Vec<Item>,
    /// Questions whose newest answer is no.
    pub against: Vec<Item>,
    /// Red-flag rules that are open at the same-day or emergency level.
    pub flags: Vec<String>,
}

impl Clearance {
    /// True where nothing keeps the programme from starting.
    pub fn is_given(&self) -> bool {
        self.open.is_empty() && self.against.is_empty() && self.flags.is_empty()
    }
}

/// What the answers and the red flags say. The newest answer of a question counts; of one day, the less permissive.
pub fn clearance(answers: &[ItemAnswer], flags: &Assessment) -> Clearance {
    let mut clearance = Clearance {
        open: Vec::new(),
        against: Vec::new(),
        flags: flags.open().map(|fired| fired.rule.clone()).collect(),
    };
    for item in Item::ALL {
        let asked = |one: &&ItemAnswer| one.item == item && one.reply != Reply::NotAsked;
        let newest = answers.iter().filter(asked).map(|one| one.on).max();
        let of_that_day = || answers.iter().filter(asked).filter(|one| Some(one.on) == newest);
        let good = |one: &ItemAnswer| match one.reply {
            Reply::Yes => item != Item::MedicalClearance || one.by.is_some(),
            Reply::DoesNotApply => item.may_not_apply(),
            _ => false,
        };
        if of_that_day().any(|one| one.reply == Reply::No) {
            clearance.against.push(item);
        } else if newest.is_none() || !of_that_day().all(good) {
            clearance.open.push(item);
        }
    }
    clearance
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::text::Text;
    use crate::{fact::flag::answer::Level, rule::red_flag::FiredFlag};
    use chrono::NaiveDate;

    fn day(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, number).unwrap()
    }

    fn answer(item: Item, reply: Reply, on: u32) -> ItemAnswer {
        ItemAnswer {
            item,
            reply,
            on: day(on),
            by: Text::new("Dr Lind").ok(),
        }
    }

    fn all_yes() -> Vec<ItemAnswer> {
        Item::ALL
            .into_iter()
            .map(|item| answer(item, Reply::Yes, 2))
            .collect()
    }

    fn flagged(level: Level) -> Assessment {
        Assessment {
            fired: vec![FiredFlag {
                rule: "red_flag.fract".into(),
                version: 1,
                level,
                wording: String::new(),
                evidence: Vec::new(),
                since: None,
                missing: Vec::new(),
            }],
            ..Assessment::default()
        }
    }

    #[test]
    fn it_is_given_only_when_everything_is_answered() {
        let none = Assessment::default();
        assert!(clearance(&all_yes(), &none).is_given());
        assert_eq!(clearance(&[], &none).open, Item::ALL);
        for item in Item::ALL {
            let without: Vec<ItemAnswer> = all_yes().into_iter().filter(|one| one.item != item).collect();
            assert_eq!(clearance(&without, &none).open, vec![item]);
            for silent in [Reply::Unknown, Reply::Declined, Reply::NotAsked] {
                let mut answers = without.clone();
                answers.push(answer(item, silent, 2));
                assert_eq!(clearance(&answers, &none).open, vec![item], "{silent:?}");
            }
            let mut against = without.clone();
            against.push(answer(item, Reply::No, 2));
            assert_eq!(clearance(&against, &none).against, vec![item]);
            let mut not_applicable = without;
            not_applicable.push(answer(item, Reply::DoesNotApply, 2));
            let applies = !matches!(item, Item::FractureExcluded | Item::Restrictions);
            assert_eq!(!clearance(&not_applicable, &none).is_given(), applies, "{item:?}");
        }
    }

    #[test]
    fn an_open_red_flag_keeps_it_closed() {
        for (level, given) in [
            (Level::Emergency, false),
            (Level::SameDay, false),
            (Level::Urgent, true),
            (Level::Caution, true),
        ] {
            assert_eq!(
                clearance(&all_yes(), &flagged(level)).is_given(),
                given,
                "{level:?}"
            );
        }
    }

    #[test]
    fn the_newest_answer_counts_and_of_one_day_the_less_permissive() {
        let none = Assessment::default();
        let mut answers = all_yes();
        answers.push(answer(Item::Heart, Reply::No, 3));
        assert_eq!(clearance(&answers, &none).against, vec![Item::Heart]);
        answers.push(answer(Item::Heart, Reply::Yes, 4));
        assert!(clearance(&answers, &none).is_given());
        answers.push(answer(Item::Heart, Reply::Unknown, 4));
        assert_eq!(clearance(&answers, &none).open, vec![Item::Heart]);
        answers.push(answer(Item::Heart, Reply::No, 4));
        assert_eq!(clearance(&answers, &none).against, vec![Item::Heart]);
    }

    #[test]
    fn medical_clearance_needs_a_name() {
        let mut answers = all_yes();
        answers[0].by = None;
        let clearance = clearance(&answers, &Assessment::default());
        assert_eq!(clearance.open, vec![Item::MedicalClearance]);
    }
}
