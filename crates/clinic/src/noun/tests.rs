//! How a fact of each noun is shown: one of the published cases, or of the record that fills every field where no case has one.

use crate::{record::Document, shown::told, snapshots, telling::Telling};
use chrono::{Local, NaiveDate, TimeZone};
use lamina_domain::{Fact, Noun};
use serde_json::Value;

fn facts(document: &[u8]) -> Vec<Fact> {
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let patients = Document::read(document, today).unwrap().patients;
    let facts = patients.into_iter().flat_map(|record| record.facts());
    facts.map(|(_, kept)| kept.fact).collect()
}

#[test]
fn snapshot_of_how_each_noun_is_shown() {
    let sources: [&[u8]; 3] = [
        include_bytes!("../../../../tests/cases/case-01.json"),
        include_bytes!("../../../../tests/cases/case-02.json"),
        include_bytes!("../record/whole.json"),
    ];
    let facts: Vec<Fact> = sources.into_iter().flat_map(facts).collect();
    let values: Vec<(&str, Value)> = Noun::ALL
        .into_iter()
        .map(|noun| {
            let mut fact = facts.iter().find(|fact| fact.noun() == noun).unwrap().clone();
            // A moment is told by the clock of the place.
            if let Some(Some(moment)) = fact.moment_mut() {
                let noon = Local.with_ymd_and_hms(2020, 3, 5, 12, 0, 0).unwrap();
                *moment = noon.to_utc();
            }
            (
                noun.name(),
                serde_json::to_value(told(&fact, &Telling::default())).unwrap(),
            )
        })
        .collect();
    snapshots::all_are_kept("noun/snapshots", &values);
}
