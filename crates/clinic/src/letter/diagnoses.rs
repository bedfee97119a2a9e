//! The diagnoses of a letter: the pain itself first, then its causes, the surest first, each with what speaks for and against
//! it; those that were excluded in one line. What a clinician judged, and nothing that follows from the record by itself.
//!
//! That another level or side was operated on is told as a finding alone: what anyone thought of it in words stays in the
//! record, and the letter says that it does.

use super::{Request, labelled, table};
use crate::{
    diagnoses,
    record::Record,
    shown::telling,
    telling::Telling,
    words::{Word, joined, say, say_with},
};
use lamina_domain::{
    Diagnosis,
    diagnosis::{Kind, Weighs},
};
use lamina_letters::{Block, Column};

pub(super) fn diagnoses(record: &Record, request: &Request) -> Vec<Block> {
    let telling = telling(record, request.preferred_term);
    let columns = vec![
        Column::left(say!("letter-diagnosis"), 3.2),
        Column::left(say!("letter-diagnosis-certainty"), 1.2),
        Column::left(say!("letter-diagnosis-for-and-against"), 4.4),
    ];
    let mut open: Vec<&Diagnosis> = record.diagnoses.iter().map(|one| &one.fact).collect();
    open.retain(|one| one.is_open());
    // Of those that are as sure, the first that was judged stands first.
    open.sort_by_key(|one| (one.kind != Kind::PersistentPain, one.certainty));
    let rows = open.iter().map(|one| row(one, &telling)).collect();
    let mut blocks = table(columns, rows);
    let excluded = record.diagnoses.iter().filter(|one| !one.is_open());
    let excluded = joined(
        excluded.map(|one| joined([Some(what(one, &telling)), judged(one)], ", ")),
        "; ",
    );
    blocks.extend(
        excluded
            .map(|list| Block::Paragraph(say_with!("letter-diagnosis-excluded", [("list", list.into())]))),
    );
    blocks
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
