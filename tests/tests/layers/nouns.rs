//! A noun is named in one table and in its own files. Whatever needs all nouns is made from the table; who reads one or two
//! kinds of fact names those.

use crate::{File, lines_with, none, product};

/// The table.
const TABLE: &str = "crates/domain/src/fact/noun.rs";

/// From so many nouns on, a file lists them rather than reads some.
const LIST: usize = 4;

/// Files that name many nouns, and why each does.
const LISTS: [(&str, &str); 6] = [
    (TABLE, "the one table"),
    (
        "crates/clinic/src/overview.rs",
        "what a record lacks, and which entry would fill it",
    ),
    ("crates/store/src/due.rs", "what follow-up counts from, by rule"),
    (
        "crates/domain/src/rule/spine.rs",
        "the facts that a mark of the map comes from",
    ),
    ("crates/api/src/role.rs", "what each role records"),
    (
        "crates/domain/src/rule/walking/care.rs",
        "the facts that a caution comes from",
    ),
];

/// A noun that nothing else is called by, and the shared files that may name it, each for the reason given.
const PLAIN: (&str, [(&str, &str); 8]) = (
    "goal",
    [
        (TABLE, "its line in the table"),
        ("crates/domain/src/fact.rs", "its module"),
        ("crates/api/src/noun.rs", "its module"),
        ("crates/clinic/src/noun.rs", "its module"),
        ("crates/clinic/src/letter.rs", "the module of its section"),
        (
            "crates/clinic/src/letter/part.rs",
            "its section among those of a letter",
        ),
        ("crates/domain/src/rule/gaps.rs", "that a record has none"),
        (
            "crates/clinic/src/overview.rs",
            "that a record has none, in words",
        ),
    ],
);

/// The nouns of the table: as every layer names them, and as a type.
fn nouns() -> Vec<(String, String)> {
    let table = product().into_iter().find(|(file, _)| file.path == TABLE);
    let (file, _) = table.expect("the table of nouns");
    let lines = file.text.lines().filter(|line| line.contains(": $crate::"));
    lines
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            Some((words.next()?.to_owned(), words.next()?.to_owned()))
        })
        .collect()
}

/// Whether the code names the noun as one of all: as a variant, or by its name as text.
fn names(code: &str, text: &str, (noun, kind): &(String, String)) -> bool {
    let variants = ["Noun", "Fact", "FactInput"].map(|of| format!("{of}::{kind}"));
    variants
        .iter()
        .any(|variant| code.contains(variant.as_str()) && !lines_with(code, variant).is_empty())
        || text.contains(&format!("\"{noun}\""))
}

/// The text of a file before its tests.
fn without_tests(file: &File) -> &str {
    let end = file.text.find("#[cfg(test)]");
    file.text
        .get(..end.unwrap_or(file.text.len()))
        .unwrap_or_default()
}

#[test]
fn nouns_are_listed_in_one_table_alone() {
    let nouns = nouns();
    assert!(nouns.len() >= 16, "the table is read: {nouns:?}");
    let mut broken = Vec::new();
    let mut listed = Vec::new();
    for (file, code) in product() {
        let all = nouns
            .iter()
            .filter(|noun| names(&code, without_tests(&file), noun));
        let named: Vec<&str> = all.map(|(noun, _)| noun.as_str()).collect();
        if named.len() < LIST {
            continue;
        }
        match LISTS.iter().find(|(path, _)| *path == file.path) {
            Some((path, _)) => listed.push(*path),
            None => broken.push(format!("{}: {}", file.path, named.join(", "))),
        }
    }
    none(
        broken,
        "A list of nouns is made from `noun_table!`, so that the next noun is not forgotten in it.",
    );
    let gone = LISTS
        .iter()
        .filter(|(path, _)| *path != TABLE && !listed.contains(path));
    none(
        gone.map(|(path, why)| format!("{path}: {why}")).collect(),
        "This list is there no more: strike it from the exceptions.",
    );
}

#[test]
fn a_plain_noun_costs_its_own_files_and_a_line_in_a_few() {
    let (noun, shared) = PLAIN;
    let kind = nouns()
        .into_iter()
        .find(|(name, _)| name == noun)
        .expect("a noun of the table")
        .1;
    let own = |file: &File| {
        let name = file.path.rsplit('/').next().unwrap_or_default();
        name == format!("{noun}.rs") || name == format!("{noun}s.rs")
    };
    let mut broken = Vec::new();
    for (file, code) in product().iter().filter(|(file, _)| !own(file)) {
        if shared.iter().any(|(path, _)| *path == file.path) {
            continue;
        }
        for word in [noun, &kind, &format!("{noun}s")] {
            let lines = lines_with(code, word);
            broken.extend(lines.iter().map(|line| format!("{}:{line}: {word}", file.path)));
        }
    }
    none(
        broken,
        "What a noun needs stands in its own files; the table brings it everywhere else.",
    );
}
