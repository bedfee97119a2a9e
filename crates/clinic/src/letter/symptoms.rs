//! The symptoms of a letter: where, what they are like, since when and how they run, and how intense. What is over stands after
//! what is not.

use super::{labelled, list, table};
use crate::{
    body,
    noun::symptom::{after, named},
    record::Record,
    words::{joined, say, say_with, sentence, symptom as words},
};
use lamina_domain::{Answer, Symptom};
use lamina_letters::{Block, BodyBlock, BodyFigure, Column};
use std::sync::Arc;

pub(super) fn symptoms(record: &Record) -> Vec<Block> {
    let columns = vec![
        Column::left(say!("letter-where"), 2.0),
        Column::left(say!("letter-what-it-is-like"), 2.4),
        Column::left(say!("letter-since"), 2.0),
        Column::left(say!("letter-worse-and-better-with"), 2.0),
        Column::left(say!("letter-intensity"), 1.1),
    ];
    let (present, over): (Vec<&Symptom>, Vec<&Symptom>) = record
        .symptoms
        .iter()
        .map(|one| &one.fact)
        .partition(|one| one.is_present());
    let counts = words::counts(present.iter().flat_map(|one| &one.qualities));
    let rows = present.into_iter().chain(over).map(|one| row(one, record));
    let mut blocks = table(columns, rows.collect());
    if let Some(counts) = counts {
        blocks.push(Block::Paragraph(say_with!(
            "letter-symptom-counts",
            [("counts", counts.into())]
        )));
    }
    blocks.extend(map(record));
    blocks
}

/// What the symptoms that are not over mark on the body; nothing where nothing is marked.
fn map(record: &Record) -> Option<Block> {
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

fn row(symptom: &Symptom, record: &Record) -> Vec<String> {
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
        joined([onset, onset_words, after(symptom, record)], ", "),
        words::resolved(symptom),
        words::relation(symptom),
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
