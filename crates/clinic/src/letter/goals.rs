//! The goals of a letter: what the patient still wants to reach, a line each; and the same for the patient.

use super::{
    copy,
    fullness::{Fullness, Passage},
    listed,
};
use crate::{
    noun::goal::attained,
    record::Record,
    words::{joined, message, say, say_with},
};
use lamina_domain::goal::Standing;
use lamina_letters::{Ask, Block, Question, Questions};

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

/// So many goals a short copy for the patient tells, and a tight one: those that were set first.
const OF_A_COPY: [usize; 2] = [6, 3];

/// What can be hoped for of any treatment, and the goals in the patient's own words; a line to write one on where there is none.
/// That surgery eases pain and cannot always take it away: item 9 of the checklist.
pub(super) fn in_plain_words(record: &Record, fullness: Fullness) -> Vec<Block> {
    let open = record.goals.iter().filter(|goal| goal.standing == Standing::Open);
    let lines: Vec<String> = open
        .map(|goal| match goal.target.is_unknown() {
            true => goal.text.to_string(),
            false => say_with!(
                "copy-goal-by",
                [
                    ("goal", goal.text.to_string().into()),
                    ("when", goal.target.to_string().into())
                ]
            ),
        })
        .collect();
    let all = lines.len();
    let told = all.min(copy::most(fullness, OF_A_COPY));
    let mut blocks = vec![Block::Paragraph(say!("copy-goals-realistic"))];
    match all {
        0 => blocks.push(Block::Questions(Questions {
            columns: Vec::new(),
            items: vec![Question {
                number: String::new(),
                text: say!("copy-goals-write"),
                ask: Ask::Line(String::new()),
            }],
        })),
        _ => blocks.extend(listed(lines.into_iter().take(told).chain(copy::more(told, all)))),
    }
    blocks
}
