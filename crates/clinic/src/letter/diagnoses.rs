//! The diagnoses of a letter: the pain itself first, then its causes, the surest first, each with what speaks for and against
//! it; those that were excluded in one line. What a clinician judged, and nothing that follows from the record by itself.
//!
//! That another level or side was operated on is told as a finding alone: what anyone thought of it in words stays in the
//! record, and the letter says that it does.

use super::{
    About,
    fullness::{Fullness, Passage},
    labelled, listed, table,
};
use crate::{
    diagnoses,
    record::Record,
    shown::telling,
    telling::Telling,
    words::{Word, joined, message, neuromodulation::small, say, say_with},
};
use lamina_domain::{
    Diagnosis,
    diagnosis::{Kind, Weighs},
};
use lamina_letters::{Block, Column};

/// So many diagnoses stand in the line at the beginning of a letter.
const IN_LINE: usize = 3;

/// What was not excluded: the pain itself first, then the surest; of those that are as sure the first that was judged.
fn open(record: &Record) -> Vec<&Diagnosis> {
    let mut open: Vec<&Diagnosis> = record.diagnoses.iter().map(|one| &one.fact).collect();
    open.retain(|one| one.is_open());
    open.sort_by_key(|one| (one.kind != Kind::PersistentPain, one.certainty));
    open
}

/// The diagnosis in a line: what it is, how sure, and how many more there are; that none is recorded is said.
pub(super) fn in_a_line(about: &About<'_>) -> String {
    let telling = telling(about.record, about.request.preferred_term);
    let open = open(about.record);
    let more = open.len().saturating_sub(IN_LINE);
    let named = open.iter().take(IN_LINE).map(|one| {
        let what = what(one, &telling);
        joined([Some(what), Some(one.certainty.word())], ", ")
    });
    let more = (more > 0).then(|| say_with!("letter-diagnosis-more", [("count", more.into())]));
    joined(named.chain([more]), "; ").unwrap_or_else(|| say!("letter-diagnosis-none"))
}

/// In a table with what speaks for and against; or a line each, and what speaks for it stays in the record; or none that the line
/// at the beginning names already.
pub(super) fn diagnoses(about: &About<'_>, fullness: Fullness) -> Passage {
    let record = about.record;
    let telling = telling(record, about.request.preferred_term);
    let columns = vec![
        Column::left(say!("letter-diagnosis"), 3.2),
        Column::left(say!("letter-diagnosis-certainty"), 1.2),
        Column::left(say!("letter-diagnosis-for-and-against"), 4.4),
    ];
    let open = open(record);
    let rows: Vec<Vec<String>> = open.iter().map(|one| row(one, &telling)).collect();
    let mut cut = 0;
    let mut blocks = match fullness {
        Fullness::Whole | Fullness::Usual => table(columns, rows),
        // The line at the beginning names them all.
        Fullness::Tight if open.len() <= IN_LINE => {
            cut = rows.len();
            Vec::new()
        }
        _ => {
            let reasons = |row: &&Vec<String>| row.get(2).is_some_and(|cell| !cell.is_empty());
            cut = rows.iter().filter(reasons).count();
            let lines = rows.iter().filter_map(|row| {
                let what = row.first()?.replace('\n', ", ");
                joined([Some(what), row.get(1).map(|sure| small(sure))], ", ")
            });
            listed(lines)
        }
    };
    let excluded = record.diagnoses.iter().filter(|one| !one.is_open());
    let excluded = joined(
        excluded.map(|one| joined([Some(what(one, &telling)), judged(one)], ", ")),
        "; ",
    );
    blocks.extend(
        excluded
            .map(|list| Block::Paragraph(say_with!("letter-diagnosis-excluded", [("list", list.into())]))),
    );
    Passage::from(blocks).shortened(message!("letter-left-diagnoses"), cut)
}

fn row(one: &Diagnosis, telling: &Telling<'_>) -> Vec<String> {
    let code = one.icd10cm.as_ref().map(|coded| diagnoses::code(&coded.code));
    let neutral = one.is_told_neutrally();
    let weighing = |which| match neutral {
        true => diagnoses::entries(one, which, telling),
        false => diagnoses::weighing(one, which, telling),
    };
    let text = |text: &Option<lamina_domain::Text>| match neutral {
        true => None,
        false => text.as_ref().map(ToString::to_string),
    };
    let about = joined(
        [
            labelled(&say!("letter-diagnosis-for"), weighing(Weighs::For)),
            labelled(&say!("letter-diagnosis-against"), weighing(Weighs::Against)),
            labelled(&say!("letter-diagnosis-settled-by"), text(&one.settled_by)),
            text(&one.note),
            (neutral && has_words(one)).then(|| say!("letter-diagnosis-words-stay")),
        ],
        "\n",
    );
    vec![
        joined([Some(what(one, telling)), code], "\n").unwrap_or_default(),
        joined([Some(one.certainty.word()), judged(one)], ", ").unwrap_or_default(),
        about.unwrap_or_default(),
    ]
}

/// What it says and where; of what is told neutrally, without the words beside it.
fn what(one: &Diagnosis, telling: &Telling<'_>) -> String {
    match one.is_told_neutrally() {
        true => joined(
            [
                Some(diagnoses::kind(one.kind, telling.term)),
                diagnoses::place(one),
            ],
            ", ",
        )
        .unwrap_or_default(),
        false => diagnoses::what(one, telling.term),
    }
}

fn has_words(one: &Diagnosis) -> bool {
    let texts = [&one.words, &one.settled_by, &one.note];
    texts.into_iter().any(Option::is_some) || !one.speaks_for.is_empty() || !one.speaks_against.is_empty()
}

fn judged(one: &Diagnosis) -> Option<String> {
    (!one.judged.is_unknown()).then(|| one.judged.to_string())
}
