//! The scores of a letter: verdicts first, then a table with a row for each date and a column for each measure. A shorter
//! letter tells of each measure the first score, those next to each operation and the last.

use super::{
    About,
    fullness::{Fullness, Passage},
    listed, table,
};
use crate::{
    progress::{DatedScore, Line, is_main, lines, sentences, verdicts_of},
    record::Record,
    words::{self, joined, message, say, say_with},
};
use lamina_domain::{Measure, Score, instrument::Domain, score::Key};
use lamina_letters::{Block, Column};

/// Which scores a letter tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// Every score of the record.
    All,
    /// Those of pain, of function and of tests that are done.
    PainAndFunction,
}

impl Which {
    fn has(self, measure: &Measure) -> bool {
        let of_function =
            |domain: Domain| matches!(domain, Domain::Pain | Domain::Function | Domain::Performance);
        match self {
            Which::All => true,
            // A free measure may be anything.
            Which::PainAndFunction => measure.instrument().is_some_and(|one| of_function(one.domain)),
        }
    }
}

/// So many measures a short letter tells, and a tight one: pain and disability first, then those that were taken last.
const SHORT: usize = 12;
const TIGHT: usize = 4;

pub(super) fn scores(about: &About<'_>, which: Which, fullness: Fullness) -> Passage {
    let record = about.record;
    let all: Vec<&Score> = record
        .scores
        .iter()
        .map(|one| &one.fact)
        .filter(|one| which.has(&one.measure))
        .collect();
    let lines: Vec<Line<'_>> = lines(record)
        .into_iter()
        .filter(|line| line.any().is_some_and(|one| which.has(&one.measure)))
        .collect();
    let keys: Vec<Key<'_>> = match fullness {
        Fullness::Whole | Fullness::Usual => lines.iter().map(|line| line.key).collect(),
        Fullness::Short => foremost(&lines, SHORT),
        Fullness::Tight | Fullness::Gone => foremost(&lines, TIGHT),
    };
    let told: Vec<&Score> = match fullness {
        Fullness::Whole => all.clone(),
        _ => ends(record, &all, &lines, &keys, fullness),
    };
    let verdicts = sentences(&verdicts_of(record, &about.request.rules, |line| {
        keys.contains(&line.key)
    }));
    let mut blocks = listed(verdicts);
    match fullness {
        Fullness::Whole | Fullness::Usual => blocks.extend(score_tables(&told)),
        _ => blocks.extend(in_a_line(&told, &lines, &keys)),
    }
    // In short what has to be looked at is said of the last score of each measure.
    let looked_at: Vec<&Score> = match fullness {
        Fullness::Whole | Fullness::Usual => told.clone(),
        _ => told
            .iter()
            .enumerate()
            .filter(|(at, one)| {
                let mut later = told.iter().skip(at + 1);
                !later.any(|other| other.measure.key() == one.measure.key())
            })
            .map(|(_, one)| *one)
            .collect(),
    };
    blocks.extend(notes(&looked_at, fullness));
    let rule = match fullness {
        Fullness::Whole | Fullness::Usual => message!("letter-rule-scores-usual"),
        _ => message!("letter-rule-scores-short"),
    };
    Passage::from(blocks).chosen(rule, message!("letter-left-scores"), told.len(), all.len())
}

/// The measures that come first: pain and disability, then those that were taken last.
fn foremost<'r>(lines: &[Line<'r>], most: usize) -> Vec<Key<'r>> {
    let mut order: Vec<&Line<'r>> = lines.iter().collect();
    order.sort_by_cached_key(|line| {
        let main = line.any().is_some_and(is_main);
        let last = line.dated.iter().map(|one| one.at.to).max();
        (!main, std::cmp::Reverse(last))
    });
    order.into_iter().take(most).map(|line| line.key).collect()
}

/// Of each of these measures the first score, the last before and the first after each operation, and the last; from short on
/// the first and the last. Those without a place in time are taken in the order of the record.
fn ends<'r>(
    record: &'r Record,
    all: &[&'r Score],
    lines: &[Line<'r>],
    keys: &[Key<'r>],
    fullness: Fullness,
) -> Vec<&'r Score> {
    let mut kept: Vec<&Score> = Vec::new();
    for line in lines.iter().filter(|line| keys.contains(&line.key)) {
        let mut taken: Vec<DatedScore<'r>> = line.dated.iter().chain(&line.blank).copied().collect();
        taken.sort_by_key(|one| (one.at.from, one.at.to));
        kept.extend(taken.first().map(|one| one.score));
        kept.extend(taken.last().map(|one| one.score));
        kept.extend(line.open.first().copied());
        kept.extend(line.open.last().copied());
        if fullness > Fullness::Usual {
            continue;
        }
        for (from, to) in record
            .surgeries
            .iter()
            .filter_map(|one| record.days_of(&one.when))
        {
            let before = taken.iter().rev().find(|one| one.at.to < from);
            let after = taken.iter().find(|one| one.at.from > to);
            kept.extend(before.into_iter().chain(after).map(|one| one.score));
        }
    }
    let is_kept = |score: &&&Score| kept.iter().any(|one| std::ptr::eq(*one, **score));
    all.iter().filter(is_kept).copied().collect()
}

/// "GAD-7: 7 (3 May 2025), 5 (Nov 2026); …", of measures of which no verdict stands, since a verdict names both ends itself.
fn in_a_line(told: &[&Score], lines: &[Line<'_>], keys: &[Key<'_>]) -> Option<Block> {
    let bare = lines
        .iter()
        .filter(|line| keys.contains(&line.key))
        .filter(|line| {
            let several = line.dated.len() > 1 && line.open.is_empty() && line.blank.is_empty();
            !(several && line.is_of_change())
        });
    let each = bare.filter_map(|line| {
        let of_it = told.iter().filter(|one| one.measure.key() == line.key);
        let values = of_it.map(|one| {
            Some(say_with!(
                "letter-score-dated",
                [
                    ("value", words::value(&one.measure).into()),
                    ("when", one.when.to_string().into()),
                ],
            ))
        });
        let values = joined(values, ", ")?;
        let name = words::measure(&line.any()?.measure);
        Some(Some(say_with!(
            "letter-decision-part",
            [("label", name.into()), ("text", values.into())]
        )))
    });
    joined(each, "; ").map(|text| Block::Paragraph(format!("{text}.")))
}

/// Most measures side by side in one table of scores.
const ABREAST: usize = 5;

/// Scores as a table with a row for each date and a column for each measure.
fn score_tables(scores: &[&Score]) -> Vec<Block> {
    let mut measures: Vec<(Key<'_>, String)> = Vec::new();
    for score in scores {
        let key = score.measure.key();
        if !measures.iter().any(|(known, _)| *known == key) {
            measures.push((key, words::measure(&score.measure)));
        }
    }
    let mut blocks = Vec::new();
    for abreast in measures.chunks(ABREAST) {
        let mut columns = vec![Column::left(say!("letter-when"), 2.2)];
        columns.extend(abreast.iter().map(|(_, name)| Column::right(name.clone(), 1.6)));
        let mut rows: Vec<Vec<String>> = Vec::new();
        for score in scores {
            let key = score.measure.key();
            let Some(at) = abreast.iter().position(|(known, _)| *known == key) else {
                continue;
            };
            let (when, place) = (score.when.to_string(), at + 1);
            // Two values of one measure on one day are two rows: neither may hide the other.
            let free = rows
                .iter_mut()
                .find(|row| row.first() == Some(&when) && row.get(place).is_some_and(String::is_empty));
            let value = words::value(&score.measure);
            match free.and_then(|row| row.get_mut(place)) {
                Some(cell) => *cell = value,
                None => {
                    let mut row = vec![String::new(); abreast.len() + 1];
                    row.splice(0..1, [when]);
                    row.splice(place..=place, [value]);
                    rows.push(row);
                }
            }
        }
        blocks.extend(table(columns, rows));
    }
    blocks
}

/// What has to be looked at in each score, and what was noted with it; the latter in full alone.
fn notes(scores: &[&Score], fullness: Fullness) -> Vec<Block> {
    let notes: Vec<String> = scores
        .iter()
        .filter_map(|score| {
            let attention = match &score.measure {
                Measure::Instrument(taken) => words::flags(taken.scored()),
                _ => None,
            };
            let note = score.note.as_ref().filter(|_| fullness == Fullness::Whole);
            let note = joined([attention, note.map(ToString::to_string)], " ")?;
            Some(format!(
                "{}, {}: {note}",
                score.when,
                words::measure(&score.measure)
            ))
        })
        .collect();
    listed(notes)
}
