//! What a letter tells of examinations and readings: each kind of reading with all its days, then each examination, the newest
//! first, with what was found by side before the relevant negatives, which stand in one line.

use super::{
    About,
    fullness::{Fullness, Passage},
};
use crate::{
    details, examinations,
    flags::measured::{self, newest_first},
    shown::telling,
    telling::Telling,
    words::{joined, message, say_with},
};
use lamina_domain::Examination;
use lamina_letters::Block;

/// Everything; or the last examination, with the ends of each kind of reading; or with its newest value alone.
pub(super) fn examinations(about: &About<'_>, fullness: Fullness) -> Passage {
    let record = about.record;
    let extent = match fullness {
        Fullness::Whole | Fullness::Usual => measured::Extent::Ends,
        _ => measured::Extent::Last,
    };
    let readings = measured::by_kind(record, extent);
    let telling = telling(record, about.request.preferred_term);
    // Behavioural signs stand in no letter, and an examination of them alone has nothing for one.
    let told = record.examinations.iter().map(|one| &one.fact);
    let told = told.filter(|one| !examinations::lines(one, &telling).is_empty());
    let examined = newest_first(record, told, |one| &one.when);
    let most = if fullness == Fullness::Whole {
        examined.len()
    } else {
        1
    };
    let (all, count) = (examined.len(), examined.len().min(most));
    let mut blocks: Vec<Block> = examined
        .into_iter()
        .take(most)
        .flat_map(|examination| one(examination, &telling))
        .collect();
    if !readings.is_empty() {
        let block = match fullness {
            Fullness::Whole | Fullness::Usual => Block::List(readings),
            _ => Block::Paragraph(joined(readings.into_iter().map(Some), " ").unwrap_or_default()),
        };
        blocks.insert(0, block);
    }
    let told = Passage::from(blocks).chosen(
        message!("letter-rule-last-examination"),
        message!("letter-left-examinations"),
        count,
        all,
    );
    told.without(
        message!("letter-left-readings"),
        measured::told(record, extent),
        record.readings.len(),
    )
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
