//! The paper that an invented record holds as an attached file: the report of one of its imaging notes, in the words in which the
//! note itself is told. It is marked as invented on every page.

use super::{
    fixed_words, listed,
    patient::{patient_line, sample_mark},
    shown,
};
use crate::{
    record::Record,
    words::{say, say_with},
};
use chrono::NaiveDate;
use lamina_api::shown::Shown;
use lamina_letters::{
    Block, Form, Letter, LetterError, Letterhead, Paper, PatientLine, Section, Sender, Size, render,
};

/// The report as a PDF: the same record, note and day give the same bytes.
///
/// # Errors
/// A file that can't be put together.
pub(crate) fn sample_report(record: &Record, note: &Shown, today: NaiveDate) -> Result<Vec<u8>, LetterError> {
    let lines = note.details.iter().map(|one| {
        say_with!(
            "entry-detail",
            [
                ("label", one.label.clone().into()),
                ("text", one.text.clone().into())
            ]
        )
    });
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
        paper: Paper::default(),
        form: Form::Handout,
        language: "en-GB".into(),
        title: say!("sample-report-title"),
        dated: today,
        date: shown(today),
        letterhead: Letterhead::default(),
        recipient: Vec::new(),
        sender: Sender::default(),
        urgency: String::new(),
        patient: PatientLine {
            contact: String::new(),
            ..patient_line(&record.patient, today)
        },
        diagnosis: String::new(),
        reason: String::new(),
        question: String::new(),
        alerts: Vec::new(),
        size: Size::default(),
        sections: vec![Section { heading, body }],
        copies: Vec::new(),
        footer_note: String::new(),
        not_recorded: Vec::new(),
        left_out: Vec::new(),
        sample_mark: sample_mark(&record.patient),
        words: fixed_words(),
    };
    Ok(render(&letter)?.pdf)
}
