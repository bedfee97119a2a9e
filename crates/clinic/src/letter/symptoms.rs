//! The symptoms of a letter: where, what they are like, since when and how they run, and how intense. What is over stands after
//! what is not.

use super::{
    About,
    fullness::{Fullness, Passage},
    labelled, list, listed, table,
};
use crate::{
    body,
    noun::symptom::{after, named},
    record::Record,
    words::{joined, message, say, say_with, sentence, symptom as words},
};
use lamina_domain::{Answer, Symptom};
use lamina_letters::{Block, BodyBlock, BodyFigure, Column};
use std::sync::Arc;

/// So many of what is not over a tight letter tells, the last recorded.
const TIGHT: usize = 3;

/// Everything; or what is not over; or the same in lines, and of many the last recorded.
pub(super) fn symptoms(about: &About<'_>, fullness: Fullness) -> Passage {
    let record = about.record;
    let columns = vec![
        Column::left(say!("letter-where"), 2.0),
        Column::left(say!("letter-what-it-is-like"), 2.4),
        Column::left(say!("letter-since"), 2.0),
        Column::left(say!("letter-worse-and-better-with"), 2.0),
        Column::left(say!("letter-intensity"), 1.1),
    ];
    let all = record.symptoms.len();
    let (present, over): (Vec<&Symptom>, Vec<&Symptom>) = record
        .symptoms
        .iter()
        .map(|one| &one.fact)
        .partition(|one| one.is_present());
    let counts = words::counts(present.iter().flat_map(|one| &one.qualities));
    let before = match fullness {
        Fullness::Tight | Fullness::Gone => present.len().saturating_sub(TIGHT),
        _ => 0,
    };
    let shown: Vec<&Symptom> = match fullness {
        Fullness::Whole => present.into_iter().chain(over).collect(),
        _ => present.into_iter().skip(before).collect(),
    };
    let rows: Vec<Vec<String>> = shown.iter().map(|one| row(one, about)).collect();
    let mut blocks = match fullness {
        Fullness::Whole | Fullness::Usual => table(columns, rows),
        _ => {
            let lines = rows.iter().filter_map(|row| in_a_line(row, fullness));
            listed(lines)
        }
    };
    if shown.is_empty() && all > 0 {
        blocks.push(Block::Paragraph(say!("letter-symptoms-over")));
    }
    if let Some(counts) = counts.filter(|_| fullness < Fullness::Tight) {
        blocks.push(Block::Paragraph(say_with!(
            "letter-symptom-counts",
            [("counts", counts.into())]
        )));
    }
    let rule = match before {
        0 => message!("letter-rule-present"),
        _ => message!("letter-rule-present-latest"),
    };
    Passage::from(blocks).chosen(rule, message!("letter-left-symptoms"), shown.len(), all)
}

/// Where it is and how strong, then everything else of the row; tightly what it is like and since when.
fn in_a_line(row: &[String], fullness: Fullness) -> Option<String> {
    let [place, rest @ .., strength] = row else {
        return None;
    };
    let first = joined([Some(place.clone()), Some(strength.clone())], ": ");
    let tight = fullness > Fullness::Short;
    let most = if tight { 2 } else { rest.len() };
    let rest = rest.iter().take(most).map(|cell| match tight {
        true => cell.lines().next().map(str::to_owned),
        false => Some(cell.replace('\n', ", ")),
    });
    joined([first].into_iter().chain(rest), "; ")
}

/// What the symptoms that are not over mark on the body; nothing where nothing is marked.
pub(super) fn map(record: &Record) -> Option<Block> {
    let present = record.symptoms.iter().filter(|one| one.is_present());
    let areas = body::together(present.map(|one| &one.fact));
    let alternative = body::lines(&areas).join(". ");
    (!areas.is_empty()).then(|| {
        Block::Body(BodyBlock {
            figure: Arc::new(BodyFigure(body::picture(&areas, false))),
            caption: say!("letter-body-map"),
            alternative,
        })
    })
}

fn row(symptom: &Symptom, about: &About<'_>) -> Vec<String> {
    let (record, today) = (about.record, about.today);
    let radiation = symptom
        .radiation
        .as_ref()
        .map(|radiation| say_with!("letter-spreads", [("radiation", radiation.to_string().into())]));
    let levels = (!symptom.levels.is_empty()).then(|| symptom.levels.to_string());
    let levels = labelled(&say!("letter-linked-levels"), levels);
    let onset = (!symptom.onset.is_unknown()).then(|| symptom.onset.to_string());
    let onset_words = symptom.onset_words.as_ref().map(ToString::to_string);
    let note = symptom.note.as_ref().map(ToString::to_string);
    let line = |text: Option<String>| text.map(|text| sentence(&text));
    let place = [Some(named(symptom)), radiation, words::reach(symptom), levels];
    let like = [list(&symptom.qualities), note];
    let since = [
        joined(
            [
                onset,
                onset_words,
                after(symptom, record),
                words::lasting(symptom, record, today),
            ],
            ", ",
        ),
        words::resolved(symptom),
        joined(
            [
                words::relation(symptom),
                words::operation_ago(symptom, record, today),
            ],
            "; ",
        ),
        words::pattern(symptom),
    ];
    let depends = [
        labelled(&say!("letter-worse"), list(&symptom.aggravating)),
        labelled(&say!("letter-better"), list(&symptom.relieving)),
        words::tolerances(symptom),
    ];
    let strength = match &symptom.intensity {
        Answer::Missing(missing) => crate::words::Word::word(missing),
        Answer::Value(_) => words::strength(symptom).unwrap_or_default(),
    };
    vec![
        joined(place, ", ").unwrap_or_default(),
        joined(like, "\n").unwrap_or_default(),
        joined(since.map(line), "\n").unwrap_or_default(),
        joined(depends, "; ").unwrap_or_default(),
        strength,
    ]
}
