//! What a letter tells of examinations and readings: each kind of reading with all its days, then each examination, the newest
//! first, with what was found by side before the relevant negatives, which stand in one line.

use crate::{
    details, examinations,
    flags::measured::{self, newest_first},
    record::Record,
    shown::telling,
    telling::Telling,
    words::{message, say_with},
};
use lamina_domain::{Examination, diagnosis::Term};
use lamina_letters::Block;

pub(super) fn examinations(record: &Record, term: Term) -> Vec<Block> {
    let readings = measured::by_kind(record, measured::Extent::Ends);
    let telling = telling(record, term);
    let examined = newest_first(record, record.examinations.iter().map(|one| &one.fact), |one| {
        &one.when
    });
    let mut blocks: Vec<Block> = examined
        .into_iter()
        .flat_map(|examination| one(examination, &telling))
        .collect();
    if !readings.is_empty() {
        blocks.insert(0, Block::List(readings));
    }
    blocks
}

/// "Examined on 24 Nov 2026", by whom where that was no clinician, and a line for each part of what is told.
fn one(examination: &Examination, telling: &Telling<'_>) -> [Block; 2] {
    let when = details::when(&examination.when, message!("shown-date-unknown"));
    let heading = say_with!("letter-examined", [("when", when.into())]);
    let heading = match super::source::mark(examination.told_by) {
        Some(source) => say_with!(
            "exam-labelled-source",
            [("heading", heading.into()), ("source", source.into())]
        ),
        None => heading,
    };
    let lines = examinations::lines(examination, telling).into_iter().map(|line| {
        say_with!(
            "letter-examined-line",
            [("label", line.label.into()), ("text", line.text.into())]
        )
    });
    [Block::Paragraph(heading), Block::List(lines.collect())]
}
