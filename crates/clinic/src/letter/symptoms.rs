//! The symptoms of a letter: where, what they are like, since when, and how intense.

use super::{labelled, list, side, table};
use crate::{
    record::Record,
    words::{Word, joined, say, say_with},
};
use lamina_domain::Answer;
use lamina_letters::{Block, Column};

pub(super) fn symptoms(record: &Record) -> Vec<Block> {
    let columns = vec![
        Column::left(say!("letter-where"), 2.0),
        Column::left(say!("letter-what-it-is-like"), 2.4),
        Column::left(say!("letter-since"), 1.8),
        Column::left(say!("letter-worse-and-better-with"), 2.2),
        Column::left(say!("letter-intensity"), 1.0),
    ];
    let rows = record.symptoms.iter().map(|symptom| {
        let side = symptom
            .side_words
            .as_ref()
            .map(ToString::to_string)
            .or_else(|| side(&symptom.side));
        let radiation = symptom
            .radiation
            .as_ref()
            .map(|radiation| say_with!("letter-spreads", [("radiation", radiation.to_string().into())]));
        let onset = (!symptom.onset.is_unknown()).then(|| symptom.onset.to_string());
        let intensity = match &symptom.intensity {
            Answer::Value(nrs) => format!("{}/10", nrs.rating()),
            Answer::Missing(missing) => missing.word(),
        };
        vec![
            joined([Some(symptom.site.to_string()), side, radiation], ", ").unwrap_or_default(),
            joined(
                [
                    list(&symptom.qualities),
                    symptom.note.as_ref().map(ToString::to_string),
                ],
                "\n",
            )
            .unwrap_or_default(),
            joined(
                [onset, symptom.onset_words.as_ref().map(ToString::to_string)],
                ", ",
            )
            .unwrap_or_default(),
            joined(
                [
                    labelled(&say!("letter-worse"), list(&symptom.aggravating)),
                    labelled(&say!("letter-better"), list(&symptom.relieving)),
                ],
                "; ",
            )
            .unwrap_or_default(),
            intensity,
        ]
    });
    table(columns, rows.collect())
}
