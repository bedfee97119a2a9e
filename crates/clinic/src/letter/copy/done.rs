//! What was operated on: when, where, and what was done, by its plain name and the name that the record has for it.

use super::{Fullness, more, most};
use crate::{
    details,
    letter::listed,
    record::Record,
    words::{joined, message, plain, say, say_with, sentence},
};
use lamina_domain::{Surgery, operations};
use lamina_letters::Block;

/// So many of the last operations a short copy tells, and a tight one.
const LAST: [usize; 2] = [8, 4];

pub(in crate::letter) fn operations(record: &Record, fullness: Fullness) -> Vec<Block> {
    let all = record.surgeries.len();
    if all == 0 {
        return vec![Block::Paragraph(say!("copy-operations-none"))];
    }
    let count = operations::operations(record).len();
    let mut blocks = Vec::new();
    // What was done to a stimulator alone is no operation on the spine.
    if count > 0 {
        blocks.push(Block::Paragraph(say_with!(
            "copy-operations-count",
            [("count", count.into())]
        )));
    }
    let told = all.min(most(fullness, LAST));
    let last = record.surgeries.iter().skip(all - told);
    blocks.extend(listed(last.map(|one| line(one)).chain(more(told, all))));
    blocks
}

/// "May 2024, lower back, left (L5-S1): part of a disc taken out (microdiscectomy)".
fn line(surgery: &Surgery) -> String {
    let when = details::when(&surgery.when, message!("copy-no-date"));
    let levels = surgery.all_levels();
    let place = plain::place(&levels, &surgery.side).or_else(|| surgery.region.map(plain::region));
    let what = surgery.procedures.iter().map(|one| Some(plain::procedure(one)));
    say_with!(
        "copy-operation",
        [
            (
                "when",
                sentence(&joined([Some(when), place], ", ").unwrap_or_default()).into()
            ),
            ("what", joined(what, "; ").unwrap_or_default().into()),
        ],
    )
}
