//! The published cases in Lamina's record format: each reads, is its own normal form, keeps every fact of its source
//! and carries no date that the source does not give.

mod expected;
mod shown;

use chrono::NaiveDate;
use expected::{CASES, Case};
use lamina_clinic::record::{Document, Record};
use lamina_domain::{Birth, Fact, When, when::Point};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn record(case: &Case) -> Record {
    let document =
        Document::read(case.json, today()).unwrap_or_else(|error| panic!("{}: {error}", case.name));
    assert_eq!(document.patients.len(), 1, "{}: one patient a file", case.name);
    document.patients.into_iter().next().unwrap()
}

#[test]
fn what_is_written_is_the_file_itself_and_reads_back_as_the_same() {
    for case in CASES {
        let read = Document::read(case.json, today()).unwrap();
        let written = read.write().unwrap();
        assert_eq!(
            written.as_bytes(),
            case.json,
            "{}: not in its normal form",
            case.name
        );
        assert_eq!(
            Document::read(written.as_bytes(), today()).unwrap(),
            read,
            "{}",
            case.name
        );
    }
}

#[test]
fn every_fact_of_the_source_is_in_the_record_and_no_other() {
    for case in CASES {
        let record = record(case);
        let shown = shown::lists(&record);
        let wanted = [
            ("patient", case.patient),
            ("background", case.background),
            ("surgeries", case.surgeries),
            ("symptoms", case.symptoms),
            ("imaging", case.imaging),
            ("treatments", case.treatments),
            ("scores", case.scores),
        ];
        for ((list, lines), (name, wanted)) in shown.iter().zip(wanted) {
            assert_eq!(*list, name);
            assert_eq!(lines, wanted, "{}: {name}", case.name);
        }
    }
}

#[test]
fn dropping_any_one_fact_is_seen() {
    for case in CASES {
        let whole = record(case);
        let before = shown::lists(&whole);
        for less in each_with_one_dropped(&whole) {
            assert_ne!(
                shown::lists(&less),
                before,
                "{}: a dropped fact is not seen",
                case.name
            );
        }
    }
}

/// The record without one of its list entries, for each of them, entries inside a fact included.
fn each_with_one_dropped(whole: &Record) -> Vec<Record> {
    fn drops(value: &serde_json::Value) -> Vec<serde_json::Value> {
        match value {
            serde_json::Value::Array(items) => (0..items.len())
                .flat_map(|at| {
                    let mut shorter = items.clone();
                    shorter.remove(at);
                    let inner = drops(&items[at]).into_iter().map(move |less| {
                        let mut changed = items.clone();
                        changed[at] = less;
                        changed
                    });
                    std::iter::once(shorter).chain(inner)
                })
                .map(serde_json::Value::Array)
                .collect(),
            serde_json::Value::Object(fields) => fields
                .iter()
                .flat_map(|(name, field)| {
                    let mut without = fields.clone();
                    without.remove(name);
                    let inner = drops(field).into_iter().map(move |less| {
                        let mut changed = fields.clone();
                        changed.insert(name.clone(), less);
                        changed
                    });
                    std::iter::once(without).chain(inner)
                })
                .map(serde_json::Value::Object)
                .collect(),
            _ => Vec::new(),
        }
    }
    let records: Vec<Record> = drops(&serde_json::to_value(whole).unwrap())
        .into_iter()
        .filter_map(|less| serde_json::from_value(less).ok())
        // A field that holds what it would hold anyway ("unknown") is no fact.
        .filter(|less| less != whole)
        .collect();
    assert!(records.len() > 10, "there must be something to drop");
    records
}

#[test]
fn no_case_carries_a_calendar_date_and_each_carries_its_citation() {
    for case in CASES {
        let record = record(case);
        assert!(
            matches!(record.patient.born, Birth::AgeAtFirstVisit(_)),
            "{}: an invented birthday",
            case.name
        );
        assert!(record.patient.citation.is_some(), "{}: no citation", case.name);
        let dated: Vec<String> = record
            .facts()
            .iter()
            .flat_map(|(_, fact)| times(fact))
            .filter(|when| matches!(when.point, Point::Date(_)))
            .map(|when| when.to_string())
            .collect();
        assert!(dated.is_empty(), "{}: invented dates {dated:?}", case.name);
    }
}

fn times(fact: &Fact) -> Vec<When> {
    let mut fact = fact.clone();
    fact.whens_mut().into_iter().map(|(_, when)| *when).collect()
}
