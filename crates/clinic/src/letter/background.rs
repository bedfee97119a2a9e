//! The conditions and the background of a letter.

use super::{asked, labelled};
use crate::{record::Record, words::say};
use lamina_domain::{Answer, Missing};
use lamina_letters::Block;

pub(super) fn background(record: &Record) -> Vec<Block> {
    let conditions = match &record.background.conditions {
        Answer::Missing(Missing::NotAsked) => None,
        answer => Some(asked(answer)),
    };
    let lines: Vec<String> = [
        labelled(&say!("letter-other-conditions"), conditions),
        labelled(
            &say!("letter-occupation"),
            record.patient.occupation.as_ref().map(ToString::to_string),
        ),
        record.patient.note.as_ref().map(ToString::to_string),
    ]
    .into_iter()
    .flatten()
    .collect();
    if lines.is_empty() {
        Vec::new()
    } else {
        vec![Block::List(lines)]
    }
}

/// That nobody asked about conditions, for the line of what is not recorded; nothing where the whole section stands there.
pub(super) fn not_asked(record: &Record) -> Option<String> {
    let missing = record.background.conditions.is_not_asked() && !background(record).is_empty();
    missing.then(|| say!("letter-other-conditions"))
}
