//! Prints the letter of every published case and reads it back with poppler: what was recorded stands on the page.

use chrono::NaiveDate;
use lamina_clinic::{
    letter::{Request, letter_pdf},
    record::{Document, Record},
};
use lamina_domain::{Text, score::Measure};
use std::{fs, path::Path, process::Command};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day of the calendar")
}

fn cases() -> Vec<(String, Record)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let mut cases: Vec<(String, Record)> = fs::read_dir(folder)
        .expect("the cases lie beside the tests")
        .map(|entry| entry.expect("a readable folder").path())
        .map(|path| {
            let document =
                Document::read(&fs::read(&path).expect("a readable case"), today()).expect("a valid case");
            let record = document.patients.into_iter().next().expect("one patient a case");
            (path.display().to_string(), record)
        })
        .collect();
    cases.sort_by(|one, other| one.0.cmp(&other.0));
    assert_eq!(cases.len(), 6, "every published case is there");
    cases
}

/// The words of the page in the order in which they are drawn, so that a wrapped cell is one run of words.
fn read_back(pdf: &Path) -> String {
    let output = Command::new("pdftotext")
        .arg("-raw")
        .arg(pdf)
        .arg("-")
        .output()
        .expect("pdftotext is installed");
    assert!(output.status.success(), "poppler reads the letter");
    squeeze(&String::from_utf8(output.stdout).expect("UTF-8"))
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn print(record: &Record, folder: &Path) -> std::path::PathBuf {
    let made = letter_pdf(record, &Request::default(), today()).expect("a letter");
    assert!(
        made.unsupported.is_empty(),
        "every sign of a case is in the font: {:?}",
        made.unsupported
    );
    let path = folder.join("letter.pdf");
    fs::write(&path, made.pdf).expect("a writable folder");
    path
}

/// Everything of the record that a reader of the letter must find in it.
fn expected(record: &Record) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut texts = |list: &[Text]| all.extend(list.iter().map(ToString::to_string));
    for surgery in &record.surgeries {
        texts(&surgery.procedures);
        texts(&surgery.complications);
        texts(&surgery.implants);
        for result in [&surgery.result_back, &surgery.result_limb] {
            texts(result.words.as_slice());
        }
        texts(surgery.indication.as_slice());
    }
    for treatment in &record.treatments {
        texts(std::slice::from_ref(&treatment.name));
        texts(treatment.response.as_slice());
        texts(treatment.dose.as_slice());
    }
    for imaging in &record.imaging {
        for finding in &imaging.findings {
            texts(std::slice::from_ref(&finding.what));
        }
    }
    for symptom in &record.symptoms {
        texts(std::slice::from_ref(&symptom.site));
        texts(&symptom.qualities);
        texts(&symptom.aggravating);
    }
    all.extend(record.surgeries.iter().map(|surgery| surgery.levels.to_string()));
    all.extend(record.surgeries.iter().map(|surgery| surgery.when.to_string()));
    all.extend(record.scores.iter().map(|score| match &score.measure {
        Measure::Nrs { value, .. } => format!("{}/10", value.rating()),
        Measure::Odi { value, .. } => format!("{} %", f64::from(*value)),
        Measure::Number { value, unit, .. } => format!("{} {unit}", f64::from(*value)),
    }));
    all
}

#[test]
fn every_fact_of_a_case_stands_in_its_letter() {
    for (name, record) in cases() {
        let folder = tempfile::tempdir().expect("a folder");
        let page = read_back(&print(&record, folder.path()));
        let facts = expected(&record);
        assert!(facts.len() > 5, "{name}: the case has facts to look for");
        for fact in facts {
            assert!(
                page.contains(&squeeze(&fact)),
                "{name}: `{fact}` is not in the letter:\n{page}"
            );
        }
        assert!(
            page.contains("Sample from a published case"),
            "{name}: a case is marked as a sample"
        );
    }
}

#[test]
fn a_letter_is_sound_and_the_same_again() {
    for (name, record) in cases() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = print(&record, folder.path());
        let first = fs::read(&path).expect("the letter");
        let verdict = Command::new("qpdf")
            .arg("--check")
            .arg(&path)
            .output()
            .expect("qpdf is installed");
        assert!(
            verdict.status.success(),
            "{name}: {}",
            String::from_utf8_lossy(&verdict.stdout)
        );
        print(&record, folder.path());
        assert!(
            first == fs::read(&path).expect("the letter"),
            "{name}: the same record gives the same bytes"
        );
    }
}

#[test]
fn what_was_not_recorded_is_said() {
    let json = br#"{"format":"lamina-record","version":1,"patients":[{"patient":{"family":"Sample","born":"1970"}}]}"#;
    let record = Document::read(json, today())
        .expect("a valid record")
        .patients
        .remove(0);
    let folder = tempfile::tempdir().expect("a folder");
    let page = read_back(&print(&record, folder.path()));
    assert!(
        page.contains("Allergies not asked"),
        "an allergy nobody asked about is not none: {page}"
    );
    for heading in ["Operations", "Symptoms", "Imaging", "Treatments tried", "Scores"] {
        assert!(
            page.contains(heading),
            "{heading} is not left out in silence: {page}"
        );
    }
    assert!(!page.contains("null") && !page.contains("None"), "{page}");
}
