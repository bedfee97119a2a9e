//! Search as one types, by kinds of what is typed, each beside the same in plain SQLite in the same run.

use crate::{record::timed, report::Report};
use lamina_clinic::{clock, desk::Desk, sample::Plan};
use lamina_tests::{
    programs::{built, said},
    sample::SEED,
};
use serde_json::{Value, json};
use std::{
    fs::File,
    io::{BufWriter, Write},
    path::Path,
    process::Command,
    time::Duration,
};

/// What people type, each measured letter by letter from its first so many letters on.
const KINDS: [(&str, usize, &[&str]); 8] = [
    ("names", 2, &["muster anna", "sample", "exemple", "bei"]),
    ("two letters", 2, &["mu", "sa", "an", "fu", "pr", "l5"]),
    ("birth year", 2, &["1961", "1948"]),
    ("birth date", 6, &["3.5.61", "1961-05-03"]),
    ("record number", 2, &["S-000181", "s181"]),
    ("level", 2, &["l5-s1", "L4/5"]),
    ("operation", 2, &["fusion", "laminectomy", "microdiscectomy"]),
    ("medicine", 2, &["pregabalin", "duloxetine", "lyrica"]),
];

/// How often everything is typed.
const TIMES: usize = 5;

/// One measured kind: what was typed, letter by letter.
struct Kind {
    name: String,
    typed: Vec<String>,
}

/// Writes the people of the sample clinic for the plain search.
pub fn people(folder: &Path, patients: u32) {
    let plan = Plan {
        patients,
        seed: SEED,
        as_of: clock::today(),
        years: None,
        facts: None,
    };
    let mut out = BufWriter::new(File::create(folder.join("people.jsonl")).expect("a file"));
    for record in plan.records() {
        let record = record.expect("a sample record");
        let surgeries = record.surgeries.iter().flat_map(|one| {
            let done = one.procedures.iter().map(ToString::to_string);
            done.chain([one.levels.to_string()]).collect::<Vec<_>>()
        });
        let treatments = record.treatments.iter().map(|one| one.name.to_string());
        let words: Vec<String> = surgeries.chain(treatments).collect();
        let number = record.patient.record_number.as_ref().map(ToString::to_string);
        let born = match record.patient.born {
            lamina_domain::Birth::Date(date) => date.iso(),
            _ => String::new(),
        };
        let given = record.patient.given.as_ref().map(ToString::to_string);
        let person = json!({
            "family": record.patient.family.to_string(), "given": given, "born": born, "number": number,
            "words": words.join(" "),
        });
        writeln!(out, "{person}").expect("a line");
    }
    out.flush().expect("all of it");
}

async fn find(desk: &Desk, typed: &str) -> (Duration, Value) {
    timed(desk, "search_patients", json!({ "text": typed, "limit": 50 })).await
}

/// Measures every kind and returns the ids of people who were found.
pub async fn measure(desk: &Desk, folder: &Path, report: &mut Report) -> Vec<String> {
    let (first, _) = find(desk, "m").await;
    report.time("the first search after opening", first, 10.0);
    let mut kinds: Vec<Kind> = KINDS
        .iter()
        .map(|(name, from, typed)| Kind {
            name: (*name).to_owned(),
            typed: typed.iter().flat_map(|text| letters(text, *from)).collect(),
        })
        .collect();
    let mut most = (0, "a".to_owned());
    for letter in ('a'..='z').chain('0'..='9') {
        let (_, found) = find(desk, &letter.to_string()).await;
        let total = found["total"].as_u64().unwrap_or_default();
        most = most.max((total, letter.to_string()));
    }
    kinds.push(Kind {
        name: format!("the commonest beginning, “{}”, {} people", most.1, most.0),
        typed: vec![most.1; 4],
    });
    let plain = plain(folder, &kinds);
    let mut plain = plain.iter();
    let mut ids = Vec::new();
    let (mut every, mut every_first, mut every_plain) = (Vec::new(), Vec::new(), Vec::new());
    for kind in &kinds {
        let (mut ours, mut firsts, mut theirs) = (Vec::new(), Vec::new(), Vec::new());
        for typed in repeated(kind) {
            let (taken, found) = find(desk, typed).await;
            ours.push(taken);
            let people = found["found"].as_array().cloned().unwrap_or_default();
            let id = |one: &Value| {
                one["id"]
                    .as_str()
                    .or(one["hit"]["id"].as_str())
                    .map(str::to_owned)
            };
            ids.extend(people.iter().filter_map(id));
            let (first, whole) = plain.next().expect("one for each");
            firsts.push(*first);
            theirs.push(*whole);
        }
        report.beside(&format!("search: {}", kind.name), ours.clone(), &theirs, 10.0);
        every.extend(ours);
        every_first.extend(firsts);
        every_plain.extend(theirs);
    }
    report.beside("search: all of it", every.clone(), &every_plain, 10.0);
    report.beside("  beside the first fifty alone", every, &every_first, 10.0);
    ids
}

fn letters(text: &str, from: usize) -> Vec<String> {
    let ends = text.char_indices().map(|(at, letter)| at + letter.len_utf8());
    ends.skip(from - 1)
        .filter_map(|end| text.get(..end).map(str::to_owned))
        .collect()
}

fn repeated(kind: &Kind) -> impl Iterator<Item = &String> {
    std::iter::repeat_n(&kind.typed, TIMES).flatten()
}

/// The same in plain SQLite: to the first fifty, and to them with how many there are.
fn plain(folder: &Path, kinds: &[Kind]) -> Vec<(Duration, Duration)> {
    let typed: Vec<&String> = kinds.iter().flat_map(repeated).collect();
    std::fs::write(folder.join("typed.json"), json!(typed).to_string()).expect("a file");
    let program = built("examples/plain_search", "LAMINA_PLAIN_SEARCH");
    let output = Command::new(program).arg(folder).output();
    let lines = said(&output.expect("the plain search starts"));
    let read = |line: &str| {
        let mut numbers = line
            .split(' ')
            .map(|number| number.parse::<f64>().expect("a number"));
        let mut next = || Duration::from_secs_f64(numbers.next().expect("a time") / 1000.0);
        (next(), next())
    };
    lines.lines().map(read).collect()
}
