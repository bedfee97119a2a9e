//! The scores of a letter: verdicts first, a table with a row for each date and a column for each measure, the chart.

use super::table;
use crate::words::{say, say_with};
use crate::{
    own_rules::OwnRules,
    progress::{briefly, progress, sentences, verdicts},
    record::Record,
    words::{self, joined},
};
use chrono::NaiveDate;
use lamina_charts::Panel;
use lamina_domain::{Measure, score::Key};
use lamina_letters::{Block, ChartFigure, Column, FigureBlock};

pub(super) fn scores(record: &Record, rules: &OwnRules, today: NaiveDate) -> Vec<Block> {
    let mut blocks = Vec::new();
    let verdicts = sentences(&verdicts(record, rules));
    if !verdicts.is_empty() {
        blocks.push(Block::List(verdicts.clone()));
    }
    blocks.extend(score_tables(record));
    let progress = progress(record, rules, today);
    let (sequence, not_placed) = (progress.sequence, progress.not_placed);
    let (mut drawn, left_out) = briefly(progress.chart);
    let panels = drawn.panels.len();
    if sequence {
        // One value without a place in time shows no more than the table does.
        let several = |panel: &Panel| panel.series.iter().map(|one| one.points.len()).sum::<usize>() > 1;
        drawn.panels.retain(several);
    }
    let single = panels > drawn.panels.len();
    if !drawn.is_empty() {
        let caption = match left_out {
            _ if sequence => say!("letter-scores-in-sequence"),
            0 => say!("letter-scores-over-time"),
            more => say_with!(
                "letter-scores-over-time-earlier-treatments-are",
                [("more", more.to_string().into())],
            ),
        };
        let open =
            (not_placed > 0).then(|| say_with!("letter-scores-not-placed", [("count", not_placed.into())]));
        let single = single.then(|| say!("letter-scores-single"));
        let caption = joined([Some(caption), open, single], ". ").unwrap_or_default();
        blocks.push(Block::Figure(FigureBlock {
            figure: std::sync::Arc::new(ChartFigure(drawn)),
            caption,
            alternative: joined(verdicts.into_iter().map(Some), ". ")
                .unwrap_or_else(|| say!("letter-the-scores-of-the-table-above")),
        }));
    } else if single {
        blocks.push(Block::NotRecorded(say!("letter-scores-no-course")));
    }
    blocks
}

/// Most measures side by side in one table of scores.
const ABREAST: usize = 5;

/// Scores as a table with a row for each date and a column for each measure, then their notes.
fn score_tables(record: &Record) -> Vec<Block> {
    let mut measures: Vec<(Key<'_>, String)> = Vec::new();
    for score in &record.scores {
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
        for score in &record.scores {
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
    let notes: Vec<String> = record
        .scores
        .iter()
        .filter_map(|score| {
            let attention = match &score.measure {
                Measure::Instrument(taken) => words::flags(taken.scored()),
                _ => None,
            };
            let note = joined([attention, score.note.as_ref().map(ToString::to_string)], " ")?;
            Some(format!(
                "{}, {}: {note}",
                score.when,
                words::measure(&score.measure)
            ))
        })
        .collect();
    if !notes.is_empty() {
        blocks.push(Block::List(notes));
    }
    blocks
}
