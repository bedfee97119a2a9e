//! The imaging of a letter: each study with its findings at their levels.

use super::{labelled, side, source::Sources, table};
use crate::{
    record::Record,
    words::{self, Word, joined, say},
};
use lamina_letters::{Block, Column};

pub(super) fn imaging(record: &Record) -> Vec<Block> {
    let columns = vec![
        Column::left(say!("letter-when"), 1.6),
        Column::left(say!("letter-what"), 1.6),
        Column::left(say!("letter-findings"), 5.0),
    ];
    let sources = Sources::of(record.imaging.iter().map(|one| one.told_by));
    let rows = record.imaging.iter().map(|imaging| {
        let findings = imaging.findings.iter().map(|finding| {
            let levels = (!finding.levels.is_empty()).then(|| finding.levels.to_string());
            let place = joined([levels, side(&finding.side)], ", ");
            joined([place, Some(finding.what.to_string())], ": ")
        });
        let conclusion = labelled(
            &say!("letter-conclusion"),
            imaging.conclusion.as_ref().map(ToString::to_string),
        );
        let found = joined(
            findings.chain([
                conclusion,
                words::surgery::numbering(&imaging.numbering),
                imaging.note.as_ref().map(ToString::to_string),
                sources.mark(imaging.told_by),
            ]),
            "\n",
        );
        vec![
            imaging.when.to_string(),
            joined(
                [Some(imaging.modality.word()), words::answer(&imaging.position)],
                ", ",
            )
            .unwrap_or_default(),
            found.unwrap_or_default(),
        ]
    });
    sources.under(table(columns, rows.collect()))
}
