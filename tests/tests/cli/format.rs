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
    assert_eq!(nouns.len(), 13, "the example shows every noun: {nouns:?}");
}

/// A document with one operation at this time and these levels, as it is read.
fn surgery(when: &str, levels: &str) -> lamina_domain::Surgery {
    let json = serde_json::json!({"format": "lamina-record", "version": 1, "patients": [
        {"patient": {"family": "Sample", "born": "1970"},
         "surgeries": [{"procedures": ["fusion"], "when": when, "levels": levels}]}]});
    read(json.to_string().as_bytes())
        .patients
        .remove(0)
        .surgeries
        .remove(0)
        .fact
}

/// The time of a score, as it is read: there operations stand that it may count from.
fn read_when(when: &str) -> String {
    let json = serde_json::json!({"format": "lamina-record", "version": 1, "patients": [
        {"patient": {"family": "Sample", "born": "1970"}, "surgeries": [{"procedures": ["fusion"]}],
         "scores": [{"measure": "nrs", "site": "leg", "value": 7, "when": when}]}]});
    read(json.to_string().as_bytes()).patients[0].scores[0]
        .when
        .to_string()
}

/// Everything in backquotes in a line.
fn marked(line: &str) -> Vec<&str> {
    line.split('`').skip(1).step_by(2).collect()
}

#[test]
fn every_form_of_a_date_that_the_document_names_is_read_as_it_says() {
    let page = page();
    let rows = page
        .lines()
        .skip_while(|line| !line.starts_with("| Written by Lamina"))
        .skip(2);
    let mut forms = 0;
    for row in rows.take_while(|line| line.starts_with('|')) {
        let dates = marked(row);
        for date in &dates {
            assert_eq!(surgery(date, "L3").when.to_string(), dates[0], "{date}");
            forms += 1;
        }
    }
    assert!(forms >= 8, "{forms} forms were tried");
    let forms = [
        "age 40",
        "6 weeks before first visit",
        "at operation 1",
        "after first visit",
        "between 2004 and 2008",
        "before 2015",
        "after May 2004",
        "months after operation 1",
        "years before first visit",
        "unknown",
    ];
    for when in forms {
        assert_eq!(read_when(when), when);
    }
    for (read, written) in [
        ("circa May 2019", "about May 2019"),
        ("2019?", "about 2019"),
        ("<2015", "before 2015"),
        (">2004", "after 2004"),
        ("2004-2008", "between 2004 and 2008"),
        ("2-3/2019", "between Feb 2019 and Mar 2019"),
        ("Feb-Mar 2019", "between Feb 2019 and Mar 2019"),
    ] {
        assert_eq!(read_when(read), written);
    }
}

#[test]
fn every_form_of_a_level_that_the_document_names_is_read_as_it_says() {
    let page = page();
    let rows = page
        .lines()
        .skip_while(|line| !line.starts_with("| Form | Target"))
        .skip(2);
    let mut forms = 0;
    for row in rows.take_while(|line| line.starts_with('|')) {
        let cell = row.split('|').nth(1).expect("a cell");
        for levels in marked(cell) {
            assert_eq!(surgery("2019", levels).levels.to_string(), levels);
            forms += 1;
        }
    }
    assert!(forms >= 7, "{forms} forms were tried");
    for (read, written) in [
        ("L45", "L4-L5"),
        ("L4/5", "L4-L5"),
        ("C5/6", "C5-C6"),
        ("L5/1", "L5-S1"),
        ("L2/3 L4/5", "L2-L3, L4-L5"),
        ("L3-L4 medial branch", "L3 medial branch, L4 medial branch"),
        ("L4, L5 roots", "L4 root, L5 root"),
        ("L5-sacrum", "L5-S1"),
        ("occiput-C3", "C0-C3"),
        ("L4 vertebra, L5 root", "L4 vertebra, L5 root"),
    ] {
        assert!(
            page.contains(&format!("`{read}`")),
            "{read} is not in the document"
        );
        assert_eq!(surgery("2019", read).levels.to_string(), written);
    }
}

#[test]
fn a_misspelt_field_of_a_score_is_told_with_its_path_and_the_right_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let misspelt = example().replace(
        r#"{ "when": "4 Feb 2020", "measure": "odi""#,
        r#"{ "wen": "4 Feb 2020", "measure": "odi""#,
    );
    fs::write(folder.path().join("bad.json"), misspelt).expect("a writable folder");
    let output = lamina(folder.path(), &["check", "bad.json"]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(
        told.contains("patients[0].scores[2].wen: unknown field `wen`; did you mean `when`?"),
        "{told}"
    );
}

#[test]
fn a_value_that_no_fact_can_hold_is_told_with_its_field_and_what_would_be_right() {
    let folder = tempfile::tempdir().expect("a folder");
    // What is wrong, where it has to be said to be, and what has to be said of it.
    let wrong = [
        ("/patient/born", serde_json::json!("3.5.61"), "four digits"),
        ("/patient/born", serde_json::json!(1961), "a birth as a text"),
        ("/patient/sex", serde_json::json!("f"), "`female`"),
        (
            "/surgeries/0/when",
            serde_json::json!("decompression 2019"),
            "May 2019",
        ),
        (
            "/surgeries/0/when",
            serde_json::json!("winter 2018"),
            "winter 2017/18",
        ),
        ("/surgeries/0/when", serde_json::json!(2019), "a time as a text"),
        (
            "/surgeries/0/when",
            serde_json::json!("1 week after operation 1"),
            "in a circle",
        ),
        (
            "/surgeries/0/levels",
            serde_json::json!("L4-S1 left"),
            "write the levels alone: L4-S1",
        ),
        ("/surgeries/0/levels", serde_json::json!("L7"), "try L4-S1"),
        (
            "/surgeries/0/levels",
            serde_json::json!(["L4-L5"]),
            "levels in words",
        ),
        (
            "/surgeries/0/side",
            serde_json::json!({"value": "links"}),
            "`left`",
        ),
        ("/surgeries/0/approach", serde_json::json!("back"), "`posterior`"),
        ("/surgeries/0/procedures", serde_json::json!("fusion"), "a list"),
        (
            "/surgeries/0/pain_free",
            serde_json::json!({"for": "ages"}),
            "6 weeks",
        ),
        (
            "/symptoms/0/intensity",
            serde_json::json!({"value": 11}),
            "between 0 and 10",
        ),
        (
            "/symptoms/0/onset",
            serde_json::json!("after operation 9"),
            "no operation 9",
        ),
        ("/treatments/0/kind", serde_json::json!("pills"), "`drug`"),
        (
            "/treatments/0/started",
            serde_json::json!("sometime"),
            "summer 2019",
        ),
        (
            "/treatments/0/response",
            serde_json::json!("worn off"),
            "unknown field `response`",
        ),
        (
            "/treatments/0/responses/0/relief",
            serde_json::json!({"value": 130}),
            "between 0 and 100",
        ),
        (
            "/treatments/0/responses/0/when",
            serde_json::json!("3 May 2017"),
            "before the start of the treatment",
        ),
        (
            "/treatments/0/responses/0/when",
            serde_json::json!("3/5/2019"),
            "3 May 2019 or 5 Mar 2019",
        ),
        ("/scores/0/value", serde_json::json!(11), "between 0 and 10"),
        ("/scores/0/site", serde_json::json!("foot"), "`leg`"),
        ("/scores/0/measure", serde_json::json!("vas"), "`nrs`"),
        ("/scores/0/when", serde_json::json!("3.5.19"), "four digits"),
        (
            "/scores/0/when",
            serde_json::json!("03/05/2019"),
            "3 May 2019 or 5 Mar 2019; write the year first, as in 2019-05-03",
        ),
        ("/patient/born", serde_json::json!("3.5.1961"), "month in letters"),
        (
            "/scores/1/value",
            serde_json::json!(-20),
            "between 0 and 10000000",
        ),
        (
            "/scores/1/value",
            serde_json::json!(1e300),
            "between 0 and 10000000",
        ),
        ("/devices/0/parts/0/kind", serde_json::json!("wire"), "`lead`"),
        ("/devices/0/implanted", serde_json::json!("soon"), "before 2019"),
        (
            "/walking_rows/0/entry/bout/seconds",
            serde_json::json!("ten"),
            "a number",
        ),
    ];
    for (place, value, right) in wrong {
        let mut record = serde_json::json!({
            "patient": {"family": "Sample", "born": "1961", "sex": "female"},
            "surgeries": [{"procedures": ["fusion"], "when": "2018", "levels": "L4-S1"}],
            "symptoms": [{"site": "leg"}],
            "treatments": [{"kind": "drug", "name": "pregabalin", "started": "2018",
                "responses": [{"when": "2019", "relief": {"value": 30}}]}],
            "scores": [{"measure": "nrs", "site": "leg", "value": 7, "when": "2019"},
                {"measure": "number", "name": "sitting tolerance", "value": 20, "unit": "min", "when": "2019"}],
            "devices": [{"name": "Stimulator", "parts": [{"kind": "lead", "name": null}]}],
            "walking_rows": [{"on": "2025-10-02", "entry": {"is": "walked", "number": 1, "bout": {"seconds": 300}}}]
        });
        let (parent, field) = place.rsplit_once('/').expect("a path");
        let object = record
            .pointer_mut(parent)
            .and_then(serde_json::Value::as_object_mut);
        object.expect(place).insert(field.to_owned(), value.clone());
        let document = serde_json::json!({"format": "lamina-record", "version": 1, "patients": [record]});
        fs::write(folder.path().join("bad.json"), document.to_string()).expect("a writable folder");
        let path = place
            .split('/')
            .skip(1)
            .fold("patients[0]".to_owned(), |path, step| {
                match step.parse::<usize>() {
                    Ok(at) => format!("{path}[{at}]"),
                    Err(_) => format!("{path}.{step}"),
                }
            });
        let output = lamina(folder.path(), &["check", "bad.json"]);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success(), "{place} {value}");
        assert!(
            told.contains(&path) && told.contains(right),
            "{path}, {right}: {told}"
        );
    }
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
    // A region of the body is named by its view, its part and its side, each of which the document lists.
    for word in words.iter().flat_map(|word| word.split('.')) {
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
    const CODED: [&str; 15] = [
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
        "certainty",
        "weighs",
    ];
    // When a diagnosis was judged is a time.
    let is_time = |text: &str| field == "judged" && text.ends_with(|last: char| last.is_ascii_digit());
    match value {
        serde_json::Value::Object(fields) => {
            for (name, inner) in fields {
                words.insert(name.clone());
                collect(inner, if name == "value" { field } else { name }, words);
            }
        }
        serde_json::Value::Array(list) => list.iter().for_each(|one| collect(one, field, words)),
        serde_json::Value::String(text) if CODED.contains(&field) && !is_time(text) => {
            words.insert(text.clone());
        }
        _ => {}
    }
}
