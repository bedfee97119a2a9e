//! What is kept until tomorrow means tomorrow what was meant today, in every field that holds a date.

use super::*;
use serde_json::{Value, json};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// One of every kind, with a line in each list that may hold a date.
fn one_of_each() -> Vec<FactInput> {
    let blank = |value: Value| serde_json::from_value::<FactInput>(value).unwrap();
    let mut all = vec![
        FactInput::Patient(PatientInput::default()),
        FactInput::Background(BackgroundInput::default()),
        FactInput::Surgery(SurgeryInput::default()),
        FactInput::Symptom(SymptomInput::default()),
        FactInput::Imaging(ImagingInput::default()),
        FactInput::Treatment(TreatmentInput::default()),
        FactInput::Flag(FlagInput::default()),
        FactInput::Device(DeviceInput::default()),
        FactInput::Anticoagulant(AnticoagulantInput::default()),
        FactInput::Check(CheckInput::default()),
        FactInput::WalkingPlan(WalkingPlanInput::default()),
        FactInput::WalkingRow(WalkingRowInput::default()),
    ];
    all.push(blank(
        json!({"noun": "score", "when": "", "measure": {"measure": "nrs", "site": "leg", "value": "6"}}),
    ));
    all.push(blank(
        json!({"noun": "resolution", "rule": "red_flag.ces", "version": 1, "reason": ""}),
    ));
    all.push(blank(json!({"noun": "walking_event", "what": {"is": "started"}})));
    assert_eq!(
        all.iter()
            .map(|one| one.noun().name())
            .collect::<std::collections::BTreeSet<_>>()
            .len(),
        Noun::ALL.len(),
        "a kind is missing here"
    );
    let mut flag = serde_json::to_value(FactInput::Flag(FlagInput::default())).unwrap();
    flag["answers"] = json!({"fever": {"is": "yes", "course": "new", "since": ""}});
    all.push(blank(flag));
    let mut plan = serde_json::to_value(FactInput::WalkingPlan(WalkingPlanInput::default())).unwrap();
    plan["bouts"] = json!([{"on": "", "minutes": "12", "bad_day": false}]);
    all.push(blank(plan));
    all
}

/// The paths of every text in it.
fn texts(value: &Value, path: String, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(path),
        Value::Object(fields) => {
            for (name, field) in fields {
                texts(field, format!("{path}/{name}"), found);
            }
        }
        Value::Array(list) => {
            for (place, field) in list.iter().enumerate() {
                texts(field, format!("{path}/{place}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn a_date_counted_from_today_means_in_a_draft_the_day_on_which_it_was_typed() {
    let (typed_on, continued_on) = (day("2026-11-29"), day("2026-12-02"));
    let mut dates = 0;
    for input in one_of_each() {
        let fields = serde_json::to_value(&input).unwrap();
        let mut paths = Vec::new();
        texts(&fields, String::new(), &mut paths);
        for path in paths {
            for typed in ["today", "t", "-3w", "yesterday", "2 weeks ago"] {
                let mut changed = fields.clone();
                *changed.pointer_mut(&path).unwrap() = typed.into();
                let Ok(input) = serde_json::from_value::<FactInput>(changed) else {
                    continue;
                };
                let kept = input.settled(typed_on);
                let mut then = Reading::on(typed_on);
                let mut later = Reading::on(continued_on);
                assert_eq!(
                    input.read_with(&mut then),
                    kept.read_with(&mut later),
                    "{typed} at {path} of {:?}",
                    input.noun()
                );
                dates += usize::from(kept != input);
                assert_eq!(kept.settled(continued_on), kept, "{path} stays as it is");
            }
        }
    }
    assert!(dates > 50, "the test reaches the fields: {dates}");
}

#[test]
fn what_is_not_counted_from_today_is_kept_as_typed() {
    for typed in [
        "3.5.19",
        "may 2019",
        "about 2014",
        "2 months after operation 1",
        "nonsense",
        "age 38",
        "",
    ] {
        let input = FactInput::Surgery(SurgeryInput {
            when: typed.into(),
            note: "today".into(),
            ..SurgeryInput::default()
        });
        assert_eq!(input.settled(day("2026-11-29")), input);
    }
}
