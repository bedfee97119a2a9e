//! The whole text of letters, line by line: of each published case and of the record that fills every field everything, and of
//! one case each kind of letter as it is made unasked.

use super::{LetterLength, Request, letter_text, today};
use crate::{
    letter::{LetterKind, Letterhead, Sender},
    record::Document,
    snapshots,
};
use chrono::{Local, NaiveTime, TimeZone, Utc};
use serde_json::Value;

const SOURCES: [(&str, &str); 7] = [
    ("case-01", include_str!("../../../../../tests/cases/case-01.json")),
    ("case-02", include_str!("../../../../../tests/cases/case-02.json")),
    ("case-03", include_str!("../../../../../tests/cases/case-03.json")),
    ("case-04", include_str!("../../../../../tests/cases/case-04.json")),
    ("case-05", include_str!("../../../../../tests/cases/case-05.json")),
    ("case-06", include_str!("../../../../../tests/cases/case-06.json")),
    ("every-field", include_str!("../../record/whole.json")),
];

/// The case of which each kind of letter is kept: it has a stimulator, a blood thinner is not asked about, and scores.
const KINDS_OF: &str = include_str!("../../../../../tests/cases/case-03.json");

/// The text with every moment in it moved to the same time on the clock of this place, by which a letter tells it.
fn told_here(text: &str) -> String {
    let mut file: Value = serde_json::from_str(text).unwrap();
    move_moments(&mut file);
    file.to_string()
}

fn move_moments(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Ok(moment) = text.parse::<chrono::DateTime<Utc>>() {
                let there = moment
                    .date_naive()
                    .and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap());
                *text = Local.from_local_datetime(&there).unwrap().to_utc().to_rfc3339();
            }
        }
        Value::Array(list) => list.iter_mut().for_each(move_moments),
        Value::Object(fields) => fields.values_mut().for_each(move_moments),
        _ => {}
    }
}

fn request(kind: LetterKind, length: LetterLength) -> Request {
    Request {
        kind,
        length,
        letterhead: Letterhead {
            name: "Pain clinic".to_owned(),
            ..Letterhead::default()
        },
        sender: Sender {
            name: "Dr Example".to_owned(),
            ..Sender::default()
        },
        recipient: vec!["Dr Recipient".to_owned(), "1 High Street".to_owned()],
        reason: "Pain after surgery".to_owned(),
        question: "Your opinion, please".to_owned(),
        ..Request::default()
    }
}

fn lines(text: &str, request: &Request) -> Value {
    let document = Document::read(told_here(text).as_bytes(), today()).unwrap();
    let text = letter_text(&document.patients[0], request, today());
    text.lines().collect()
}

#[test]
fn snapshot_of_the_text_of_letters() {
    let everything = request(LetterKind::Summary, LetterLength::Everything);
    let values: Vec<(&str, Value)> = SOURCES
        .into_iter()
        .map(|(name, text)| (name, lines(text, &everything)))
        .collect();
    snapshots::all_are_kept("letter/snapshots", &values);
}

#[test]
fn snapshot_of_each_kind_of_letter() {
    let values: Vec<(&str, Value)> = LetterKind::ALL
        .into_iter()
        .map(|kind| {
            let unasked = request(kind, LetterLength::default());
            (kind.name(), lines(KINDS_OF, &unasked))
        })
        .collect();
    snapshots::all_are_kept("letter/kinds", &values);
}
