//! The document about the record format says what the program does.

use crate::tools::{case, keyed, lamina, ok, with_vault};
use chrono::NaiveDate;
use lamina_clinic::record::Document;
use std::{collections::BTreeSet, fs, path::Path};

fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/record.md");
    fs::read_to_string(path).expect("docs/record.md")
}

/// The example in the document.
fn example() -> String {
    let page = page();
    let mut parts = page.split("```");
    let example = parts
        .find_map(|part| part.strip_prefix("json\n"))
        .expect("an example");
    assert!(
        !parts.any(|part| part.starts_with("json\n")),
        "there is one example"
    );
    example.to_owned()
}

fn read(json: &[u8]) -> Document {
    let today = NaiveDate::from_ymd_opt(2026, 1, 31).expect("a day");
    Document::read(json, today).expect("a record")
}

#[test]
fn the_example_of_the_document_is_loaded_and_dumped_as_it_stands() {
    let folder = with_vault();
    fs::write(folder.path().join("example.json"), example()).expect("a writable folder");
    ok(&lamina(folder.path(), &["check", "example.json"]));
    ok(&keyed(folder.path(), &["load", "c.vault", "example.json"]));
    ok(&keyed(folder.path(), &["dump", "c.vault", "--out", "out.json"]));
    let dumped = fs::read(folder.path().join("out.json")).expect("a dump");
    assert_eq!(read(&dumped), read(example().as_bytes()));
    let facts = read(&dumped).patients[0].facts();
    let nouns: BTreeSet<String> = facts
        .iter()
        .map(|(_, fact)| format!("{:?}", fact.noun()))
        .collect();
    assert_eq!(nouns.len(), 7, "the example shows every noun: {nouns:?}");
}

#[test]
fn every_field_and_coded_value_that_is_written_is_in_the_document() {
    let page = page();
    let folder = tempfile::tempdir().expect("a folder");
    let make = [
        "sample",
        "--patients",
        "300",
        "--seed",
        "11",
        "--as-of",
        "2026-01-31",
    ];
    let made = ok(&lamina(folder.path(), &make));
    let mut words = BTreeSet::new();
    let cases = (1..=6).map(|number| fs::read_to_string(case(number)).expect("a case"));
    for json in cases.chain([made]) {
        collect(&serde_json::from_str(&json).expect("JSON"), "", &mut words);
    }
    assert!(words.len() > 80, "{words:?}");
    for word in words {
        let marked = format!("`{word}`");
        let quoted = format!("\"{word}\"");
        assert!(
            page.contains(&marked) || page.contains(&quoted),
            "{word} is not in docs/record.md"
        );
    }
}

/// Names of fields, and values of fields that hold a coded word.
fn collect(value: &serde_json::Value, field: &str, words: &mut BTreeSet<String>) {
    const CODED: [&str; 13] = [
        "sex",
        "region",
        "approach",
        "side",
        "judged",
        "pain_free",
        "modality",
        "position",
        "kind",
        "stopped",
        "measure",
        "told_by",
        "missing",
    ];
    match value {
        serde_json::Value::Object(fields) => {
            for (name, inner) in fields {
                words.insert(name.clone());
                collect(inner, if name == "value" { field } else { name }, words);
            }
        }
        serde_json::Value::Array(list) => list.iter().for_each(|one| collect(one, field, words)),
        serde_json::Value::String(text) if CODED.contains(&field) => {
            words.insert(text.clone());
        }
        _ => {}
    }
}
