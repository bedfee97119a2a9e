//! No object of a record file has a field that is passed over: tried at every object of one document that has them all.

use super::*;
use lamina_api::entry::FactInput;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const WHOLE: &str = include_str!("whole.json");
const UNKNOWN: &str = "shoe_size";

fn refused(json: &str) -> (String, String) {
    let today = NaiveDate::from_ymd_opt(2026, 1, 31).unwrap();
    match Document::read(json.as_bytes(), today) {
        Err(Unreadable::Value { path, message }) => (path, message),
        other => panic!("{other:?}\n{json}"),
    }
}

/// The JSON pointer of every object within `value`.
fn objects(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            found.push(at.to_owned());
            for (name, inner) in fields {
                objects(inner, &format!("{at}/{name}"), found);
            }
        }
        Value::Array(list) => {
            for (place, inner) in list.iter().enumerate() {
                objects(inner, &format!("{at}/{place}"), found);
            }
        }
        _ => {}
    }
}

/// A pointer as a path is told.
fn told(pointer: &str) -> String {
    let steps = pointer.split('/').skip(1);
    let path = steps.fold(String::new(), |path, step| match step.parse::<usize>() {
        Ok(place) => format!("{path}[{place}]"),
        Err(_) => format!("{path}.{step}"),
    });
    path.trim_start_matches('.').to_owned()
}

/// Which objects have the same fields: those that stand at the same place of another entry.
fn shape(pointer: &str) -> String {
    let steps = pointer.split('/').filter(|step| step.parse::<usize>().is_err());
    let shape = steps.collect::<Vec<_>>().join("/");
    match shape.rsplit_once("/answers/") {
        Some((above, _)) => format!("{above}/answers/*"),
        None => shape,
    }
}

fn whole() -> (Value, Vec<String>) {
    let document: Value = serde_json::from_str(WHOLE).unwrap();
    let mut places = Vec::new();
    objects(&document, "", &mut places);
    assert!(places.len() > 80, "{}", places.len());
    (document, places)
}

#[test]
fn the_document_is_read_and_has_every_noun() {
    let today = NaiveDate::from_ymd_opt(2026, 1, 31).unwrap();
    let read = Document::read(WHOLE.as_bytes(), today).unwrap();
    let facts = read.patients[0].facts();
    let nouns: BTreeSet<_> = facts.iter().map(|(_, fact)| fact.noun()).collect();
    assert_eq!(nouns.len(), lamina_domain::Noun::ALL.len());
    assert_eq!(
        Document::read(read.write().unwrap().as_bytes(), today).unwrap(),
        read
    );
}

#[test]
fn an_unknown_field_is_refused_with_its_path_in_every_object() {
    let (document, places) = whole();
    let mut known: BTreeMap<String, (BTreeSet<String>, BTreeSet<String>)> = BTreeMap::new();
    for place in places {
        let mut changed = document.clone();
        let fields = changed.pointer_mut(&place).unwrap().as_object_mut().unwrap();
        let (expected, here) = known.entry(shape(&place)).or_default();
        here.extend(fields.keys().cloned());
        fields.insert(UNKNOWN.into(), 44.into());
        let (path, message) = refused(&changed.to_string());
        assert_eq!(path, told(&format!("{place}/{UNKNOWN}")), "{message}");
        if let Some((_, names)) = message.split_once(", expected ")
            && message.starts_with("unknown field")
        {
            expected.extend(names.split('`').skip(1).step_by(2).map(str::to_owned));
        }
    }
    for (shape, (expected, here)) in known {
        let lacking: Vec<_> = expected.difference(&here).collect();
        assert!(lacking.is_empty(), "whole.json has at {shape} no {lacking:?}");
    }
}

#[test]
fn a_field_that_stands_twice_is_refused_in_every_object() {
    let (document, places) = whole();
    for place in places {
        let fields = document.pointer(&place).unwrap().as_object().unwrap();
        for (name, value) in fields {
            let mut changed = document.clone();
            let marked = changed.pointer_mut(&place).unwrap().as_object_mut().unwrap();
            marked.insert(name.clone(), "@twice@".into());
            let field = |value: &str| format!("{}:{value}", Value::from(name.as_str()));
            let once = field("\"@twice@\"");
            let twice = format!("{0},{0}", field(&value.to_string()));
            let text = changed.to_string();
            assert_eq!(text.matches(&once).count(), 1, "{once}");
            let (path, message) = refused(&text.replace(&once, &twice));
            let at = told(&place);
            assert!(
                path.starts_with(&at) || at.starts_with(&path),
                "{path}: {message}"
            );
        }
    }
}

#[test]
fn a_name_that_is_misspelt_is_told_with_the_known_one() {
    for (wrong, right) in [
        ("wen", "when"),
        ("Told by", "told_by"),
        ("sites", "site"),
        ("perid", "period"),
    ] {
        let mut document: Value = serde_json::from_str(WHOLE).unwrap();
        let score = document["patients"][0]["scores"][0].as_object_mut().unwrap();
        let value = score.remove(right).unwrap();
        score.insert(wrong.into(), value);
        let (path, message) = refused(&document.to_string());
        assert_eq!(path, format!("patients[0].scores[0].{wrong}"));
        assert!(
            message.ends_with(&format!("did you mean `{right}`?")),
            "{message}"
        );
    }
}

#[test]
fn a_field_of_another_measure_is_refused_with_its_path() {
    let (document, _) = whole();
    let scores = document["patients"][0]["scores"].as_array().unwrap();
    for (at, score) in scores.iter().enumerate() {
        let own = score.as_object().unwrap();
        for other in scores.iter().filter(|other| other["measure"] != score["measure"]) {
            for (name, value) in other.as_object().unwrap() {
                if own.contains_key(name) || ["note", "told_by"].contains(&name.as_str()) {
                    continue;
                }
                let mut changed = document.clone();
                changed["patients"][0]["scores"][at][name] = value.clone();
                let (path, message) = refused(&changed.to_string());
                assert_eq!(path, format!("patients[0].scores[{at}].{name}"));
                assert!(
                    message.starts_with(&format!("unknown field `{name}`")),
                    "{message}"
                );
            }
        }
    }
}

#[test]
fn a_reply_without_more_to_it_has_no_more_to_it() {
    let places = [
        ("/flags/0/answers/trauma", "since"),
        ("/walking_events/0/what", "quota"),
        ("/scores/7/scored/reason", "needed"),
    ];
    for (place, field) in places {
        let mut document: Value = serde_json::from_str(WHOLE).unwrap();
        let place = format!("/patients/0{place}");
        let reply = document.pointer_mut(&place).unwrap().as_object_mut().unwrap();
        reply.insert(field.into(), "2019".into());
        assert_eq!(
            refused(&document.to_string()).0,
            told(&format!("{place}/{field}"))
        );
    }
}

/// What is typed at the window stands for the same facts; nothing of it is passed over either.
#[test]
fn an_unknown_field_is_refused_in_every_object_of_what_is_typed() {
    let today = NaiveDate::from_ymd_opt(2026, 1, 31).unwrap();
    let read = Document::read(WHOLE.as_bytes(), today).unwrap();
    for (path, fact) in read.patients[0].facts() {
        let typed = serde_json::to_value(FactInput::of(&fact)).unwrap();
        assert!(
            serde_json::from_value::<FactInput>(typed.clone()).is_ok(),
            "{path}"
        );
        let mut places = Vec::new();
        objects(&typed, "", &mut places);
        for place in places {
            let mut changed = typed.clone();
            let fields = changed.pointer_mut(&place).unwrap().as_object_mut().unwrap();
            fields.insert(UNKNOWN.into(), 44.into());
            let read = serde_json::from_value::<FactInput>(changed);
            assert!(read.is_err(), "{path}{place}");
        }
    }
}
