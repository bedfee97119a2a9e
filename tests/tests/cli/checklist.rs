//! Where each item of the checklist is: the tables of the document have a row for every item, and what a row names is there.
//!
//! A field stands in the record that has every field, a code in the documents or among the questions of the red flags, a room, a
//! heading and a label among the words.

use lamina_domain::red_flag::Catalogue;
use serde_json::Value;
use std::{fs, path::PathBuf};

/// Items of the checklist.
const ITEMS: usize = 105;
/// The heading of the tables.
const HEADING: &str = "\n## Where each item of the checklist is\n";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn text(path: &str) -> String {
    let text = fs::read_to_string(root().join(path));
    text.unwrap_or_else(|error| panic!("{path}: {error}"))
        .replace("\r\n", "\n")
}

/// The document without the tables, and the tables.
fn parts() -> (String, String) {
    let page = text("docs/record.md");
    let (before, rest) = page.split_once(HEADING).expect("the tables of the checklist");
    let (tables, after) = rest.split_once("\n## ").unwrap_or((rest, ""));
    (format!("{before}\n{after}"), tables.to_owned())
}

struct Row<'a> {
    number: &'a str,
    field: &'a str,
    screen: &'a str,
    print: &'a str,
}

fn rows(tables: &str) -> Vec<Row<'_>> {
    tables.lines().filter_map(row).collect()
}

/// A line as a row; nothing where it is none, or has more or fewer cells.
fn row(line: &str) -> Option<Row<'_>> {
    let cells: Vec<&str> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
    let [number, _, field, screen, print] = *cells.as_slice() else {
        return None;
    };
    let is_number = number.parse::<usize>().is_ok();
    is_number.then_some(Row {
        number,
        field,
        screen,
        print,
    })
}

/// What rows can name.
struct Known {
    /// A record that has every field.
    record: Value,
    /// The documents that list codes.
    documents: String,
    /// The ids of the questions of the red flags.
    questions: Vec<String>,
    /// The words of window and print, each with its name.
    words: Vec<(String, String)>,
}

impl Known {
    fn read() -> Self {
        let whole = text("crates/clinic/src/record/whole.json");
        let mut whole: Value = serde_json::from_str(&whole).expect("JSON");
        let catalogue = Catalogue::built_in().expect("the catalogue of questions");
        let mut words = Vec::new();
        for entry in fs::read_dir(root().join("ui/words/en")).expect("the folder of words") {
            let file = fs::read_to_string(entry.expect("a file of words").path()).expect("words");
            let said = file.lines().filter_map(|line| line.split_once(" = "));
            words.extend(said.map(|(name, said)| (name.to_owned(), said.trim().to_owned())));
        }
        Self {
            record: whole["patients"][0].take(),
            documents: format!("{}\n{}", parts().0, text("docs/rules.md")),
            questions: catalogue.questions().iter().map(|one| one.id.clone()).collect(),
            words,
        }
    }

    /// Whether the record has a field there. A list may be the value of an answer, which is no step of a path.
    fn has_field(&self, path: &str) -> bool {
        let mut here = vec![&self.record];
        for step in path.split('.') {
            let list = step.strip_suffix("[]");
            let name = list.unwrap_or(step);
            let found = here.into_iter().filter_map(|one| one.get(name));
            here = match list {
                Some(_) => found.flat_map(entries).collect(),
                None => found.collect(),
            };
        }
        !here.is_empty()
    }

    fn has_code(&self, code: &str) -> bool {
        self.documents.contains(&format!("`{code}`")) || self.questions.iter().any(|id| id == code)
    }

    /// Whether that is said by a word whose name begins with one of these.
    fn says(&self, said: &str, names: &[&str]) -> bool {
        let is_one = |name: &str| names.iter().any(|start| name.starts_with(start));
        self.words
            .iter()
            .any(|(name, known)| known == said && is_one(name))
    }

    /// What a row names that is not there, each with the number of the row.
    fn lacks(&self, row: &Row<'_>) -> Vec<String> {
        let mut broken = Vec::new();
        let mut named = false;
        for word in between(row.field, '`') {
            if word.contains("[]") || word.contains('.') {
                named = true;
                if !self.has_field(word) {
                    broken.push(format!("{}: no field {word}", row.number));
                }
            } else if !self.has_code(word) {
                broken.push(format!("{}: no code {word}", row.number));
            }
        }
        if !named && !row.field.starts_with("no field") {
            broken.push(format!("{}: neither a field nor that there is none", row.number));
        }
        let places = [
            (row.screen, "no form", &["section-", "settings-title"]),
            (row.print, "not printed", &["letter-", "walking-page-"]),
        ];
        for (cell, none, names) in places {
            for part in cell.split("; ").filter(|part| !part.starts_with(none)) {
                let place = part.split(": ").next().unwrap_or_default();
                if !self.says(place, names) {
                    broken.push(format!("{}: no place {place}", row.number));
                }
            }
            let labels = between(cell, '"').filter(|label| !self.says(label, &[""]));
            broken.extend(labels.map(|label| format!("{}: no label {label}", row.number)));
        }
        broken
    }
}

/// The entries of a list, or of the list that an answer holds.
fn entries(value: &Value) -> impl Iterator<Item = &Value> {
    let list = value.get("value").unwrap_or(value).as_array();
    list.into_iter().flatten()
}

/// Everything between two such marks.
fn between(cell: &str, mark: char) -> impl Iterator<Item = &str> {
    cell.split(mark).skip(1).step_by(2)
}

#[test]
fn every_item_of_the_checklist_has_one_row_in_its_place() {
    let (_, tables) = parts();
    let numbers: Vec<&str> = rows(&tables).into_iter().map(|row| row.number).collect();
    let expected: Vec<String> = (1..=ITEMS).map(|number| number.to_string()).collect();
    assert_eq!(numbers, expected);
}

#[test]
fn everything_that_a_row_names_is_there() {
    let (known, (_, tables)) = (Known::read(), parts());
    let broken: Vec<String> = rows(&tables).iter().flat_map(|row| known.lacks(row)).collect();
    assert!(
        broken.is_empty(),
        "The tables of the checklist in docs/record.md name what is not there, by row:\n  {}",
        broken.join("\n  ")
    );
}

#[test]
fn what_is_misspelt_in_a_row_is_told_with_its_number() {
    let line = "| 8 | Goal | `surgeries[].purposes` `stabilize`; `surgeries[].procedurs[].code` | Operatons: \"Ment to\" | Why |";
    let known = Known::read();
    let told: Vec<String> = rows(line).iter().flat_map(|row| known.lacks(row)).collect();
    let wrong = [
        "8: no code stabilize",
        "8: no field surgeries[].procedurs[].code",
        "8: no place Operatons",
        "8: no label Ment to",
    ];
    assert_eq!(told, wrong);
}
