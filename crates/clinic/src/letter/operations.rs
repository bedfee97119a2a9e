//! The operations of a letter: what was done where and why, what was left in the body, and what came of it.
//!
//! That another level or side was operated on is told as a finding alone: what anyone thought of it in words stays in the
//! record, and the letter says that it does.

use super::{labelled, side, source::Sources, table, text};
use crate::{
    gates,
    record::Record,
    words::{self, Word, joined, say, say_with, surgery as said},
};
use lamina_domain::{Answer, Surgery, ToldBy, operations, surgery::SourceSeen};
use lamina_letters::{Block, Column};

pub(super) fn operations(record: &Record) -> Vec<Block> {
    let columns = vec![
        Column::right(say!("letter-no"), 0.5),
        Column::left(say!("letter-when"), 1.6),
        Column::left(say!("letter-operation-levels-side"), 3.0),
        Column::left(say!("letter-why"), 1.8),
        Column::left(say!("letter-back-after"), 1.5),
        Column::left(say!("letter-limb-after"), 1.5),
    ];
    let sources = Sources::of(record.surgeries.iter().map(|one| one.told_by));
    let rows = (1..).zip(&record.surgeries).map(|(number, surgery): (u32, _)| {
        let what = joined([Some(said::what(surgery, ", ")), side(&surgery.side)], ", ");
        let about = joined(about(surgery, record), "; ");
        let source = [sources.mark(surgery.told_by), recalled(surgery)];
        vec![
            number.to_string(),
            surgery.when.to_string(),
            joined([what, about].into_iter().chain(source), "\n").unwrap_or_default(),
            why(surgery),
            words::result(&surgery.result_back).unwrap_or_default(),
            words::result(&surgery.result_limb).unwrap_or_default(),
        ]
    });
    let mut blocks = sources.under(table(columns, rows.collect()));
    let count = operations::operations(record).len();
    if count != record.surgeries.len() {
        blocks.push(Block::Paragraph(say_with!(
            "surgery-count",
            [("count", count.into())]
        )));
    }
    blocks
}

/// Everything about it that has no column of its own.
fn about(surgery: &Surgery, record: &Record) -> Vec<Option<String>> {
    let neutral = surgery.is_told_neutrally();
    let note = surgery.note.as_ref().map(ToString::to_string);
    vec![
        said::earlier(surgery, Some(record)),
        labelled(&say!("letter-region"), surgery.region.map(|region| region.word())),
        surgery.approach.map(|approach| {
            say_with!(
                "letter-approach",
                [("approach", (approach.word()).to_string().into())],
            )
        }),
        said::manner(surgery),
        labelled(&say!("letter-monitoring"), words::answer(&surgery.monitoring)),
        labelled(&say!("letter-disc-extent"), words::answer(&surgery.disc_extent)),
        labelled(&say!("letter-graft"), said::grafts(surgery)),
        labelled(&say!("letter-implants"), gates::implants::left(&surgery.implants)),
        labelled(&say!("letter-complications"), said::complications(surgery, true)),
        labelled(&say!("letter-stay"), surgery.stay.map(|stay| stay.to_string())),
        surgery.pain_free.as_ref().map(words::pain_free),
        labelled(&say!("letter-work"), said::work(surgery)),
        said::numbering(&surgery.numbering),
        labelled(
            &say!("letter-surgeon"),
            surgery.surgeon.as_ref().map(ToString::to_string),
        ),
        surgery.facility.as_ref().map(ToString::to_string),
        match neutral {
            true => Some(say!("surgery-words-stay")),
            false => note,
        },
    ]
}

/// Why it was done, what it was meant to reach and what the patient expected.
fn why(surgery: &Surgery) -> String {
    let parts = [
        Some(text(&surgery.indication)),
        labelled(&say!("letter-purpose"), said::purposes(surgery)),
        labelled(
            &say!("letter-expected"),
            surgery.expected.as_ref().map(ToString::to_string),
        ),
    ];
    joined(parts, "\n").unwrap_or_default()
}

/// That nothing was seen of it but what the patient remembers, where the mark of who said it does not tell so.
fn recalled(surgery: &Surgery) -> Option<String> {
    let recall = surgery.source == Answer::Value(SourceSeen::Recall);
    (recall && surgery.told_by != ToldBy::Patient).then(|| say!("letter-source-recall"))
}
