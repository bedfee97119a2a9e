//! The operations of a letter: what was done where and why, what was left in the body, and what came of it.

use super::{labelled, list, side, source::Sources, table, text};
use crate::{
    gates,
    record::Record,
    words::{self, Word, joined, say, say_with},
};
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
        let what = joined([Some(surgery.what(", ")), side(&surgery.side)], ", ");
        let more = [
            labelled(&say!("letter-region"), surgery.region.map(|region| region.word())),
            surgery.approach.map(|approach| {
                say_with!(
                    "letter-approach",
                    [("approach", (approach.word()).to_string().into())],
                )
            }),
            labelled(&say!("letter-implants"), gates::implants::left(&surgery.implants)),
            labelled(&say!("letter-complications"), list(&surgery.complications)),
            surgery.pain_free.as_ref().map(words::pain_free),
            labelled(
                &say!("letter-surgeon"),
                surgery.surgeon.as_ref().map(ToString::to_string),
            ),
            surgery.facility.as_ref().map(ToString::to_string),
            surgery.note.as_ref().map(ToString::to_string),
        ];
        vec![
            number.to_string(),
            surgery.when.to_string(),
            joined([what, joined(more, "; "), sources.mark(surgery.told_by)], "\n").unwrap_or_default(),
            text(&surgery.indication),
            words::result(&surgery.result_back).unwrap_or_default(),
            words::result(&surgery.result_limb).unwrap_or_default(),
        ]
    });
    sources.under(table(columns, rows.collect()))
}
