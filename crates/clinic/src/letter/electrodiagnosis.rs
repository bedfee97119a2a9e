//! The nerve and muscle tests of a letter: each with its date, what it concludes at which root or nerve, and what was tested.

use super::{
    fullness::{Fullness, Passage},
    labelled,
    source::Sources,
    table,
};
use crate::{
    flags::measured::newest_first,
    record::Record,
    words::{electrodiagnosis as told, joined, message, say, say_with, sentence},
};
use lamina_domain::Electrodiagnosis;
use lamina_letters::Column;

/// So many of the latest a usual letter tells, a short one, and a tight one.
const TOLD: [usize; 3] = [2, 1, 1];

pub(super) fn electrodiagnosis(record: &Record, fullness: Fullness) -> Passage {
    let all = record.electrodiagnoses.len();
    let most = fullness.latest(all, TOLD);
    let newest = newest_first(
        record,
        record.electrodiagnoses.iter().map(|one| &one.fact),
        |one| &one.when,
    );
    let mut studies: Vec<&Electrodiagnosis> = newest.into_iter().take(most).collect();
    studies.reverse();
    let columns = vec![
        Column::left(say!("letter-when"), 1.6),
        Column::left(say!("letter-what"), 1.6),
        Column::left(say!("letter-findings"), 5.0),
    ];
    let sources = Sources::of(studies.iter().map(|one| one.told_by));
    let rows = studies.iter().map(|study| {
        let lasted = study.symptoms_for.map(|time| {
            say_with!(
                "letter-electrodiagnosis-lasted",
                [("time", time.to_string().into())]
            )
        });
        let conclusions = study.conclusions.iter().map(|one| Some(told::conclusion(one)));
        let words = study.conclusion.as_ref().map(ToString::to_string);
        let examined = told::examined(study).into_iter();
        let lines = conclusions
            .chain([labelled(&say!("letter-conclusion"), words)])
            .chain(examined.map(|(label, parts)| labelled(&label, Some(parts))))
            .chain([
                told::timing(study),
                study
                    .done_by
                    .as_ref()
                    .map(|who| format!("{}: {who}", say!("shown-electrodiagnosis-done-by"))),
                study.note.as_ref().map(ToString::to_string),
                sources.mark(study.told_by),
            ]);
        vec![
            study.when.to_string(),
            joined([Some(sentence(&told::tests(study))), lasted], "; ").unwrap_or_default(),
            joined(lines, "\n").unwrap_or_default(),
        ]
    });
    let count = rows.len();
    let told = Passage::from(sources.under(table(columns, rows.collect())));
    told.chosen(
        message!("letter-rule-latest"),
        message!("letter-left-electrodiagnoses"),
        count,
        all,
    )
}
