//! The goals of a letter: what the patient still wants to reach, a line each.

use crate::{
    noun::goal::attained,
    record::Record,
    words::{joined, say_with},
};
use lamina_domain::goal::Standing;
use lamina_letters::Block;

pub(super) fn goals(record: &Record) -> Vec<Block> {
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
        return Vec::new();
    }
    vec![Block::List(lines)]
}
