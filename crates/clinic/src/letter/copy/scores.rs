//! Pain and daily life in the patient's own numbers: of each measure the first and the last, and no verdict.

use super::{Fullness, most};
use crate::{
    letter::listed,
    progress::{Line, is_main, lines},
    record::Record,
    words::{self, say, say_with},
};
use lamina_domain::{Measure, Score, instrument::FirstPanel};
use lamina_letters::Block;

/// So many measures a short copy tells, and a tight one: those that were taken last.
const MEASURES: [usize; 2] = [4, 2];

/// Nothing where neither was ever asked.
pub(in crate::letter) fn scores(record: &Record, fullness: Fullness) -> Vec<Block> {
    let mut of_all: Vec<Line<'_>> = lines(record)
        .into_iter()
        .filter(|line| !line.dated.is_empty() && line.any().is_some_and(is_main))
        .collect();
    if of_all.is_empty() {
        return Vec::new();
    }
    of_all.sort_by_cached_key(|line| std::cmp::Reverse(line.dated.iter().map(|one| one.at.to).max()));
    of_all.truncate(most(fullness, MEASURES));
    // As in every letter, pain stands before daily life.
    of_all.sort_by_key(|line| line.any().is_some_and(|one| is_disability(&one.measure)));
    let measures = |of_disability: bool| {
        let mut each = of_all.iter();
        each.any(|line| line.any().is_some_and(|one| is_disability(&one.measure)) == of_disability)
    };
    let pain = measures(false).then(|| say!("copy-scores-pain"));
    let life = measures(true).then(|| say!("copy-scores-life"));
    let said = words::joined([pain, life], " ");
    let mut blocks: Vec<Block> = said.map(Block::Paragraph).into_iter().collect();
    blocks.extend(listed(of_all.iter().filter_map(line_of)));
    blocks
}

fn is_disability(measure: &Measure) -> bool {
    measure
        .instrument()
        .is_some_and(|one| one.panel == Some(FirstPanel::Disability))
}

/// "Pain (back, now): 8 of 10 in May 2025, 4 of 10 on 3 Nov 2026".
fn line_of(line: &Line<'_>) -> Option<String> {
    let first = line.dated.first()?;
    let last = line.last().into_iter().next()?;
    let ends = match std::ptr::eq(first.score, last.score) {
        true => vec![first.score],
        false => vec![first.score, last.score],
    };
    let values = ends.into_iter().map(|one| Some(value(one)));
    let measure = &first.score.measure;
    let what = match words::asked(measure) {
        Some(asked) => say_with!("copy-score-pain", [("asked", asked.into())]),
        None => say_with!("copy-score-life", [("name", words::measure(measure).into())]),
    };
    Some(say_with!(
        "copy-score-line",
        [
            ("what", what.into()),
            ("values", words::joined(values, ", ")?.into())
        ],
    ))
}

fn value(score: &Score) -> String {
    let value = match &score.measure {
        Measure::Nrs { value, .. } => say_with!(
            "copy-score-of-ten",
            [("value", value.rating().to_string().into())]
        ),
        measure => words::value(measure),
    };
    say_with!(
        "copy-dated",
        [("what", value.into()), ("when", score.when.to_string().into())],
    )
}
