//! The treatments of a letter: what was tried, what came of it, and why it ended.

use super::{side, source::Sources, table};
use crate::{
    record::Record,
    responses,
    words::{self, Word, joined, say, say_with},
};
use chrono::NaiveDate;
use lamina_domain::Standing;
use lamina_letters::{Block, Column};

pub(super) fn treatments(record: &Record, today: NaiveDate) -> Vec<Block> {
    let columns = vec![
        Column::right(say!("letter-no"), 0.5),
        Column::left(say!("letter-when"), 1.7),
        Column::left(say!("letter-treatment"), 3.0),
        Column::left(say!("letter-response"), 2.6),
        Column::left(say!("letter-adverse-effects-why-it-ended"), 2.0),
    ];
    let sources = Sources::of(record.treatments.iter().map(|one| one.told_by));
    let rows = (1..)
        .zip(&record.treatments)
        .map(|(number, treatment): (u32, _)| {
            let standing = match treatment.standing(today) {
                Standing::MayHaveEnded => Some(Standing::MayHaveEnded.word()),
                _ => treatment.status.map(|status| status.word()),
            };
            let until = (!treatment.ended.is_unknown())
                .then(|| say_with!("letter-until", [("ended", treatment.ended.to_string().into())]));
            let levels = (!treatment.levels.is_empty()).then(|| treatment.levels.to_string());
            let details = [
                treatment.medicine.as_ref().map(ToString::to_string),
                treatment.dose.as_ref().map(ToString::to_string),
                levels,
                side(&treatment.side),
                treatment.target.as_ref().map(ToString::to_string),
                treatment.note.as_ref().map(ToString::to_string),
            ];
            let ended = [
                responses::effects_in_the_letter(treatment),
                standing,
                words::answer(&treatment.stopped),
                treatment.stopped_words.as_ref().map(ToString::to_string),
            ];
            vec![
                number.to_string(),
                joined([Some(treatment.started.to_string()), until], " ").unwrap_or_default(),
                joined(
                    [
                        Some(format!("{}: {}", treatment.kind.word(), treatment.name)),
                        joined(details, "; "),
                        sources.mark(treatment.told_by),
                    ],
                    "\n",
                )
                .unwrap_or_default(),
                responses::in_the_letter(treatment).unwrap_or_else(|| say!("letter-response-not-recorded")),
                joined(ended, "; ").unwrap_or_default(),
            ]
        });
    sources.under(table(columns, rows.collect()))
}
