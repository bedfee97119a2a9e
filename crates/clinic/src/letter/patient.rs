//! Whom a letter is about: name, birth, age, sex, and the mark of a published case.

use super::{list, text};
use crate::words::{Word, joined, message, say_with};
use chrono::NaiveDate;
use lamina_domain::{Birth, Patient};
use lamina_letters::PatientLine;

/// Whom a page is about.
pub(super) fn patient_line(patient: &Patient, today: NaiveDate) -> PatientLine {
    PatientLine {
        name: patient.shown_name(),
        birth: match patient.born {
            Birth::AgeAtFirstVisit(_) => String::new(),
            told => told.to_string(),
        },
        // Beside the age, as a letter says it.
        age: joined(
            [
                Some(age(patient.born, today)).filter(|age| !age.is_empty()),
                patient.sex.map(|sex| sex.word()),
            ],
            ", ",
        )
        .unwrap_or_default(),
        number: text(&patient.record_number),
        contact: list(&patient.contact).unwrap_or_default(),
    }
}

/// The same for a page that may lie on a table at home: it tells nobody where its reader lives.
pub(super) fn patient_at_home(patient: &Patient, today: NaiveDate) -> PatientLine {
    PatientLine {
        contact: String::new(),
        ..patient_line(patient, today)
    }
}

/// The mark of a page about a published case.
pub(super) fn sample_mark(patient: &Patient) -> Option<String> {
    patient.citation.as_ref().map(|citation| {
        let year = citation.year.map(|year| year.to_string());
        let parts = [
            citation.authors.as_ref().map(ToString::to_string),
            Some(citation.source.to_string()),
            year,
            citation.locator.as_ref().map(ToString::to_string),
        ];
        say_with!(
            "letter-sample",
            [("source", joined(parts, ", ").unwrap_or_default().into())],
        )
    })
}

fn age(born: Birth, today: NaiveDate) -> String {
    match (born, born.age_on(today)) {
        (Birth::AgeAtFirstVisit(years), _) => say_with!(
            "letter-years-at-first-visit",
            [("years", years.to_string().into())],
        ),
        (_, Some((least, most))) if least == most => {
            say_with!("letter-years", [("least", least.to_string().into())])
        }
        (_, Some((least, most))) => say_with!(
            match least + 1 == most {
                true => message!("letter-or-years"),
                false => message!("letter-to-years"),
            },
            [
                ("least", least.to_string().into()),
                ("most", most.to_string().into()),
            ],
        ),
        (_, None) => String::new(),
    }
}
