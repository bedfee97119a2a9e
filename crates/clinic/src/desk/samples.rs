//! The sample clinic: the published cases and six invented people, put in by one action and taken out by another.

use super::{
    Desk,
    entries::begin,
    errors::{IntoApi, internal},
};
use crate::{
    clock,
    files::{MadeFile, made_here},
    letter::sample_report,
    record::{Document, Record},
    shown::{telling, told},
    words::say,
};
use chrono::{Datelike, NaiveDate, TimeDelta};
use lamina_api::{ApiError, Changed, Nothing};
use lamina_domain::{Fact, Levels, Link, Text, ToldBy, diagnosis::Term, document::DocumentKind};
use lamina_store::{Act, Audit, Change};
use serde_json::Value;

/// The published cases in the record format.
const CASES: [&str; 6] = [
    include_str!("../../../../tests/cases/case-01.json"),
    include_str!("../../../../tests/cases/case-02.json"),
    include_str!("../../../../tests/cases/case-03.json"),
    include_str!("../../../../tests/cases/case-04.json"),
    include_str!("../../../../tests/cases/case-05.json"),
    include_str!("../../../../tests/cases/case-06.json"),
];

/// Invented people, each a course that a clinic knows: a walking plan that works, three operations and a trial that failed, a
/// pump, a neck, a new red flag, twenty years.
const INVENTED: [&str; 6] = [
    include_str!("../../samples/walker.json"),
    include_str!("../../samples/three-operations.json"),
    include_str!("../../samples/pump.json"),
    include_str!("../../samples/cervical.json"),
    include_str!("../../samples/red-flag.json"),
    include_str!("../../samples/twenty-years.json"),
];

/// The day on which the invented records were written, as days of the common era: 30 November 2026.
const WRITTEN: i32 = 739_950;

/// An invented record with its days moved, so that what was yesterday when it was written is yesterday on `today`. Years and months
/// that stand alone stay as they are.
fn moved(text: &str, today: NaiveDate) -> serde_json::Result<String> {
    fn walk(value: &mut Value, by: TimeDelta) {
        match value {
            Value::String(text) => {
                let day = text.get(..10).and_then(clock::day);
                if let Some(day) = day.and_then(|day| day.checked_add_signed(by)) {
                    let rest = text.get(10..).unwrap_or_default();
                    *text = format!("{day}{rest}");
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| walk(item, by)),
            Value::Object(fields) => fields.values_mut().for_each(|field| walk(field, by)),
            _ => {}
        }
    }
    let days = i64::from(today.num_days_from_ce() - WRITTEN);
    let mut value: Value = serde_json::from_str(text)?;
    walk(&mut value, TimeDelta::days(days));
    Ok(value.to_string())
}

/// The invented person to whose record a file is attached, by the place among them.
const WITH_REPORT: usize = 1;

/// The note of imaging whose report it is, as a document names it.
const REPORTED: &str = "imaging 1";

/// Attaches to an invented record the report of its first imaging note, which is drawn here; the file with its bytes.
///
/// # Errors
/// None for the record that comes with the program; a test reads it.
fn attach_report(record: &mut Record, today: NaiveDate) -> Result<MadeFile, ApiError> {
    let about: Link = REPORTED.parse().map_err(|_| ApiError::NotFound)?;
    let note = record.entry(&about).ok_or(ApiError::NotFound)?.fact;
    let shown = told(&note, &telling(record, Term::default()).on(today));
    let pdf = sample_report(record, &shown, today).map_err(|error| internal(&error))?;
    let Fact::Imaging(note) = note else {
        return Err(ApiError::NotFound);
    };
    let file = made_here("imaging-report.pdf", &pdf).map_err(|problem| ApiError::issue("file", problem))?;
    let title =
        Text::new(&say!("sample-report-title")).map_err(|problem| ApiError::issue("title", problem))?;
    record.documents.push(
        lamina_domain::Document {
            kind: DocumentKind::ImagingReport,
            title: Some(title),
            when: note.when,
            levels: Levels::default(),
            conclusion: note.conclusion.clone(),
            about: Some(about),
            names_another: false,
            file: file.clone(),
            told_by: ToldBy::Document,
            note: None,
        }
        .into(),
    );
    Ok((file, pdf))
}

/// The sample clinic as it is on `today`, with the attached files that were made for it.
///
/// # Errors
/// None for the files that come with the program; a test reads them.
fn sample(today: NaiveDate) -> Result<(Document, Vec<MadeFile>), ApiError> {
    let mut all = Document::of(Vec::new());
    let invented = INVENTED.iter().map(|text| moved(text, today));
    let cases = CASES.iter().map(|case| Ok((*case).to_owned()));
    for text in cases.chain(invented) {
        let text = text.map_err(|error| internal(&error))?;
        let document = Document::read(text.as_bytes(), today).map_err(|error| internal(&error))?;
        all.patients.extend(document.patients);
    }
    let with_report = all.patients.get_mut(CASES.len() + WITH_REPORT);
    let files = with_report
        .map(|record| attach_report(record, today))
        .transpose()?;
    Ok((all, files.into_iter().collect()))
}

impl Desk {
    /// Puts the published cases and the invented people into the vault.
    ///
    /// # Errors
    /// `locked`, `disk_full`.
    pub async fn add_sample(&self, _: Nothing) -> Result<Changed<Nothing>, ApiError> {
        let session = self.session().await?;
        let (document, files) = sample(self.today())?;
        session.vault()?.load_with(&document, files).await?;
        Ok(done())
    }

    /// Marks every patient of the sample clinic as entered in error, so that the lists are the clinic's own again.
    ///
    /// # Errors
    /// `locked`, `disk_full`.
    pub async fn remove_sample(&self, _: Nothing) -> Result<Changed<Nothing>, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let mut unit = begin(vault).await?;
        for patient in vault.store().cited().await.map_err(IntoApi::into_api)? {
            let entries = vault.store().standing(patient).await;
            for entry in entries.map_err(IntoApi::into_api)? {
                let change = Change {
                    request_id: clock::new_id(),
                    told_by: None,
                    reason: Some(say!("patients-sample-removed")),
                };
                let done = unit.retract(&change, entry.id, entry.current.version).await;
                done.map_err(IntoApi::into_api)?;
            }
        }
        unit.commit(Audit::done(Act::RemoveSample))
            .await
            .map_err(IntoApi::into_api)?;
        Ok(done())
    }
}

fn done() -> Changed<Nothing> {
    Changed {
        value: Nothing {},
        changes: vec!["patients".to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_writing_is_the_one_that_is_told() {
        let written = NaiveDate::from_num_days_from_ce_opt(WRITTEN).unwrap();
        assert_eq!(written.to_string(), "2026-11-30");
    }

    #[test]
    fn invented_people_are_as_of_today_on_whatever_day_and_say_that_they_are_invented() {
        for today in ["2026-11-30", "2027-02-28", "2031-07-01"] {
            let today: NaiveDate = today.parse().unwrap();
            let (all, files) = sample(today).unwrap();
            assert_eq!(all.patients.len(), 12);
            for record in &all.patients[6..] {
                let patient = &record.patient;
                assert!(
                    patient.family.as_str().starts_with("Anyone-"),
                    "{}",
                    patient.family
                );
                assert!(
                    patient
                        .citation
                        .as_ref()
                        .unwrap()
                        .source
                        .as_str()
                        .starts_with("Invented")
                );
                let last = record
                    .scores
                    .iter()
                    .filter_map(|score| record.days_of(&score.when));
                let last = last.map(|(_, day)| day).max().unwrap();
                assert!(
                    (today - last).num_days() <= 40,
                    "{}: {last} on {today}",
                    patient.family
                );
            }
            let attached: Vec<&lamina_domain::document::StoredFile> = all
                .patients
                .iter()
                .flat_map(|one| &one.documents)
                .map(|one| &one.file)
                .collect();
            assert_eq!(attached, files.iter().map(|(file, _)| file).collect::<Vec<_>>());
            assert_eq!(attached.len(), 1);
        }
    }

    #[test]
    fn the_attached_report_is_a_file_like_any_other_fits_its_record_and_says_that_it_is_invented() {
        let today: NaiveDate = "2026-11-30".parse().unwrap();
        let (all, files) = sample(today).unwrap();
        let record = all.patients.iter().find(|one| !one.documents.is_empty()).unwrap();
        assert_eq!(record.check(today), []);
        let (stored, bytes) = &files[0];
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join(stored.name.as_str());
        std::fs::write(&place, bytes).unwrap();
        let looked = crate::files::look(&place).unwrap();
        assert_eq!(looked.stored, *stored);
        let again = sample(today).unwrap().1;
        assert_eq!(again[0].1, *bytes, "the same day gives the same file");
        assert!(
            record.documents[0]
                .title
                .as_ref()
                .unwrap()
                .as_str()
                .contains("invented")
        );
    }
}
