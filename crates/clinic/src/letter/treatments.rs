//! The treatments of a letter: what was tried, what came of it, and why it ended.

use super::{side, source::Sources, table};
use crate::{
    record::Record,
    responses,
    treatments::{injection, medicine, therapy, untried},
    words::{self, Word, joined, say, say_with},
};
use chrono::NaiveDate;
use lamina_domain::{Standing, Treatment};
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
                medicine::in_the_letter(treatment),
                treatment.dose.as_ref().map(ToString::to_string),
                levels,
                side(&treatment.side),
                treatment.target.as_ref().map(ToString::to_string),
                treatment.injection.as_ref().and_then(injection::in_short),
                treatment.therapy.as_ref().and_then(therapy::in_short),
                given(treatment),
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
                responses::in_the_letter(treatment, record)
                    .unwrap_or_else(|| say!("letter-response-not-recorded")),
                joined(ended, "; ").unwrap_or_default(),
            ]
        });
    let mut blocks = sources.under(table(columns, rows.collect()));
    let list = joined(
        record.untried.iter().map(|one| Some(untried::in_the_letter(one))),
        "; ",
    );
    blocks.extend(list.map(|list| Block::List(vec![say_with!("letter-not-tried", [("list", list.into())])])));
    blocks
}

/// Who gives it, why, and how closely it is followed.
fn given(treatment: &Treatment) -> Option<String> {
    let by = treatment
        .provider
        .as_ref()
        .map(|who| say_with!("letter-provider", [("who", who.to_string().into())]));
    let why = treatment
        .indication
        .as_ref()
        .map(|why| say_with!("letter-indication", [("why", why.to_string().into())]));
    let how = treatment
        .adherence
        .value()
        .map(|how| say_with!("letter-adherence", [("how", how.word().into())]));
    joined([by, why, how], ", ")
}
