//! The goals of a letter: what the patient still wants to reach, a line each.

use super::fullness::{Fullness, Passage};
use crate::{
    noun::goal::attained,
    record::Record,
    words::{joined, message, say_with},
};
use lamina_domain::goal::Standing;
use lamina_letters::Block;

/// So many goals a tight letter tells: those that were set first.
const TIGHT: usize = 4;

pub(super) fn goals(record: &Record, fullness: Fullness) -> Passage {
    let open = record.goals.iter().filter(|goal| goal.standing == Standing::Open);
    let lines: Vec<String> = open
        .filter_map(|goal| {
            let by = (!goal.target.is_unknown())
                .then(|| say_with!("letter-goal-by", [("when", goal.target.to_string().into())]));
            let set = (!goal.set_on.is_unknown())
                .then(|| say_with!("letter-goal-set", [("when", goal.set_on.to_string().into())]));
            let last = goal
                .course()
                .first()
                .map(|one| say_with!("letter-goal-attainment", [("attainment", attained(one).into())]));
            let matters = goal.importance.map(|one| {
                say_with!(
                    "letter-goal-importance",
                    [("number", one.get().to_string().into())]
                )
            });
            let measure = goal.measure.as_ref().map(ToString::to_string);
            joined(
                [Some(goal.text.to_string()), measure, by, set, matters, last],
                "; ",
            )
        })
        .collect();
    if lines.is_empty() {
        return Passage::default();
    }
    let all = lines.len();
    let most = if fullness < Fullness::Tight { all } else { TIGHT };
    let lines: Vec<String> = lines.into_iter().take(most).collect();
    let count = lines.len();
    Passage::from(vec![Block::List(lines)]).chosen(
        message!("letter-rule-first"),
        message!("letter-left-goals"),
        count,
        all,
    )
}
