//! The paper that an invented record holds as an attached file: the report of one of its imaging notes, in the words in which the
//! note itself is told. It is marked as invented on every page.

use super::{
    handout, listed,
    patient::{patient_at_home, sample_mark},
    shown,
};
use crate::{
    record::Record,
    words::{detail, say, say_with},
};
use chrono::NaiveDate;
use lamina_api::shown::Shown;
use lamina_letters::{Block, Letter, LetterError, Section, render};

/// The report as a PDF: the same record, note and day give the same bytes.
///
/// # Errors
/// A file that can't be put together.
pub(crate) fn sample_report(record: &Record, note: &Shown, today: NaiveDate) -> Result<Vec<u8>, LetterError> {
    let lines = note.details.iter().map(|one| detail(&one.label, &one.text));
    let mut body = vec![Block::Paragraph(say!("sample-report-invented"))];
    body.extend(listed(lines));
    let heading = say_with!(
        "sample-report-note",
        [
            ("what", note.title.clone().into()),
            ("when", note.when.clone().into())
        ]
    );
    let letter = Letter {
        patient: patient_at_home(&record.patient, today),
        sample_mark: sample_mark(&record.patient),
        ..handout(
            say!("sample-report-title"),
            (today, shown(today)),
            vec![Section { heading, body }],
        )
    };
    Ok(render(&letter)?.pdf)
}
