//! The implant card: every thing in the register of implants that is in the body or may be, with maker, model and numbers, place
//! and time, and the MRI labelling of each part as it was recorded. What nobody recorded is said to be unknown and never
//! safe; the system counts as a whole.

use super::{About, table};
use crate::{
    gates::{implants, register},
    words::{Word, joined, say, say_with},
};
use lamina_domain::{
    Answer,
    gate::{
        mri,
        register::{Entry, Source},
    },
};
use lamina_letters::{Block, Column};

pub(super) fn implant_card(about: &About<'_>) -> Vec<Block> {
    let (record, today) = (about.record, about.today);
    let register = register(record, today);
    let notice = mri::notice(&register);
    let columns = vec![
        Column::left(say!("letter-card-what"), 2.4),
        Column::left(say!("letter-card-maker"), 2.4),
        Column::left(say!("letter-card-where"), 1.8),
        Column::left(say!("letter-card-mri"), 3.0),
    ];
    let rows: Vec<Vec<String>> = register.present().map(|entry| row(about, entry)).collect();
    let mut blocks = vec![Block::Paragraph(implants::headline(&notice))];
    match rows.is_empty() {
        true => blocks.push(Block::NotRecorded(say!("letter-card-none"))),
        false => blocks.extend(table(columns, rows)),
    }
    let said = implants::lines_together(record, &notice);
    if !said.is_empty() {
        blocks.push(Block::List(said));
    }
    let out = implants::no_longer_there(record, today);
    if !out.is_empty() {
        blocks.push(Block::List(out));
    }
    blocks.push(Block::Paragraph(say!("letter-card-whole")));
    blocks
}

fn row(about: &About<'_>, entry: &Entry) -> Vec<String> {
    // Of what no list of devices tells, nobody recorded the state of its parts.
    let listed = entry.sources.iter().any(|one| matches!(one, Source::Device(_)));
    let in_words = mri::is_in_words(entry);
    let parts = entry.inside().filter(|_| !in_words).map(|part| {
        Some(say_with!(
            "letter-safety-part",
            [
                ("name", implants::part(part).into()),
                (
                    "is",
                    joined(
                        [
                            listed.then(|| part.state.word()),
                            Some(implants::labelling(&part.mri))
                        ],
                        ", "
                    )
                    .unwrap_or_default()
                    .into()
                ),
            ],
        ))
    });
    let since = match entry.since.is_unknown() {
        true => say!("letter-card-since-unknown"),
        false => entry.since.to_string(),
    };
    let levels = match entry.levels.is_empty() {
        true => say!("letter-card-place-unknown"),
        false => entry.levels.to_string(),
    };
    vec![
        implants::name(entry),
        identified(about, entry).unwrap_or_else(|| say!("letter-safety-label-not-recorded")),
        joined([Some(levels), Some(since)], "\n").unwrap_or_default(),
        joined(parts, "\n").unwrap_or_else(|| say!("letter-card-in-words")),
    ]
}

/// Maker, model and numbers: of a device its own, of what an operation left those that were noted with it.
fn identified(about: &About<'_>, entry: &Entry) -> Option<String> {
    let record = about.record;
    let each = entry.sources.iter().map(|source| match source {
        Source::Device(at) => {
            let device = record.devices.get(*at)?;
            let texts = [&device.maker, &device.model, &device.serial, &device.udi];
            joined(
                texts
                    .into_iter()
                    .map(|text| text.as_ref().map(ToString::to_string)),
                ", ",
            )
        }
        Source::Operation(at) => {
            let Answer::Value(list) = &record.surgeries.get(*at)?.implants else {
                return None;
            };
            let of_it = list
                .iter()
                .filter(|one| one.name == entry.name || entry.parts.iter().any(|part| part.kind == one.kind));
            joined(of_it.map(implants::identified), "; ")
        }
        _ => None,
    });
    joined(each, "; ")
}
