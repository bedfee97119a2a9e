//! The imaging of a letter: each study by date and kind, with its findings at their levels and what it was compared with, in
//! short lines.

use super::{Request, labelled, side, source::Sources, table};
use crate::{
    noun::imaging::compared,
    record::Record,
    shown::telling,
    words::{self, imaging as told, joined, say},
};
use lamina_domain::Imaging;
use lamina_letters::{Block, Column};

pub(super) fn imaging(record: &Record, request: &Request) -> Vec<Block> {
    let telling = telling(record, request.preferred_term);
    let columns = vec![
        Column::left(say!("letter-when"), 1.6),
        Column::left(say!("letter-what"), 1.6),
        Column::left(say!("letter-findings"), 5.0),
    ];
    let sources = Sources::of(record.imaging.iter().map(|one| one.told_by));
    let rows = record.imaging.iter().map(|study| {
        let findings = study.findings.iter().map(|finding| {
            let levels = (!finding.levels.is_empty()).then(|| finding.levels.to_string());
            let place = joined([levels, side(&finding.side)], ", ");
            joined([place, Some(told::finding(finding))], ": ")
        });
        let words = study.conclusion.as_ref().map(ToString::to_string);
        let found = joined(
            findings
                .chain([
                    labelled(&say!("shown-compared"), compared(study, &telling)),
                    labelled(&say!("letter-conclusion"), words),
                ])
                .chain(made_and_read(study))
                .chain([
                    study.note.as_ref().map(ToString::to_string),
                    sources.mark(study.told_by),
                ]),
            "\n",
        );
        vec![
            study.when.to_string(),
            told::study(study),
            found.unwrap_or_default(),
        ]
    });
    sources.under(table(columns, rows.collect()))
}

/// How a study was made and read, each part that was told in a line of its own.
fn made_and_read(study: &Imaging) -> [Option<String>; 5] {
    let pictures = study.pictures_at.as_ref().map(ToString::to_string);
    [
        labelled(&say!("shown-contrast"), words::answer(&study.contrast)),
        labelled(&say!("shown-artefact"), words::answer(&study.artefact)),
        labelled(
            &say!("shown-numbering"),
            words::surgery::numbering(&study.numbering),
        ),
        labelled(&say!("shown-review"), told::review(study)),
        labelled(&say!("shown-pictures"), pictures),
    ]
}
