//! Words have one home: the crates give codes and data, `ui/words` gives every sentence.
//!
//! No file there holds a sentence for people; those whose texts of several words are something else are named beside it, with
//! what they are. A file that holds none any more has to leave that list. What is told from sentences by where it stands,
//! statements of the database, lines of the log and why a lint is quiet, needs no place on it.

mod excused;

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    none, product,
    rust::{Rust, without_tests},
    sources,
    tree::files,
};
use excused::NOT_FOR_PEOPLE;

/// Crates of the product: they speak in codes and data, or take their words from the tree.
const CODED: [&str; 9] = [
    "crates/domain/src",
    "crates/api/src",
    "crates/charts/src",
    "crates/letters/src",
    "crates/clinic/src",
    "crates/cli/src",
    "crates/store/src",
    "crates/vault/src",
    "src-tauri/src",
];

/// What begins a line of the log, or a note to the compiler, in which texts are no sentences for people.
const NOTES: [&str; 9] = [
    "tracing::trace!(",
    "tracing::debug!(",
    "tracing::info!(",
    "tracing::warn!(",
    "tracing::error!(",
    "#[allow(",
    "#![allow(",
    "#[expect(",
    "#![expect(",
];

/// Words of a statement of the database, of which each is written in capitals there and nowhere in prose.
const STATEMENT: [&str; 14] = [
    "SELECT", "INSERT", "UPDATE", "DELETE", "PRAGMA", "WHERE", "AND", "UNION", "CONFLICT", "DESC", "BEGIN",
    "VACUUM", "EXPLAIN", "JOIN",
];

/// Whether a text is more than a name: two words beside each other, apart from what is filled in.
fn is_prose(text: &str) -> bool {
    let mut depth = 0_u32;
    let outside: String = text
        .chars()
        .map(|letter| {
            depth += u32::from(letter == '{');
            let inside = depth > 0;
            depth -= u32::from(letter == '}' && depth > 0);
            if inside { '.' } else { letter }
        })
        .collect();
    let words: Vec<&str> = outside.split(' ').collect();
    let is_word = |word: &str| word.chars().filter(|letter| letter.is_alphabetic()).count() >= 2;
    words.windows(2).any(|two| two.iter().all(|word| is_word(word)))
}

/// Lines (from 1) that belong to tests.
fn lines_of_tests(rust: &Rust) -> Vec<bool> {
    let (kept, _) = without_tests(&rust.code);
    let mut in_tests = false;
    rust.code
        .lines()
        .zip(kept.lines().chain(std::iter::repeat("")))
        .map(|(line, kept)| {
            // A line that is nothing but a literal belongs to what stands before it.
            if !line.trim().is_empty() {
                in_tests = kept.trim().is_empty();
            }
            in_tests
        })
        .collect()
}

/// Lines (from 1) of the log and of notes to the compiler.
fn lines_of_notes(code: &str) -> BTreeSet<usize> {
    let mut lines = BTreeSet::new();
    for begins in NOTES {
        for (start, _) in code.match_indices(begins) {
            let mut depth = 0_u32;
            let mut line = 1 + code[..start].matches('\n').count();
            for letter in code[start..].chars() {
                lines.insert(line);
                line += usize::from(letter == '\n');
                depth += u32::from(letter == '(');
                if letter == ')' {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        break;
                    }
                }
            }
        }
    }
    lines
}

/// Whether a text is a statement of the database, or a part of one.
fn is_statement(text: &str) -> bool {
    let mut words = text.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| STATEMENT.contains(&word))
}

#[test]
fn sentences_for_people_stand_among_the_words_alone() {
    let of_product: Vec<String> = product().into_iter().map(|(file, _)| file.path).collect();
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (file, rust) in sources() {
        let coded = CODED.iter().any(|home| file.is_in(home));
        if !coded || !of_product.contains(&file.path) {
            continue;
        }
        let tests = lines_of_tests(&rust);
        let notes = lines_of_notes(&rust.code);
        let has_statements = file.is_in("crates/store");
        for (line, text) in &rust.strings {
            let excused = tests.get(line - 1).copied().unwrap_or(false)
                || notes.contains(line)
                || has_statements && is_statement(text);
            if is_prose(text) && !excused {
                let place = format!("{}:{line}: {text:.60}", file.path);
                found.entry(file.path.clone()).or_default().push(place);
            }
        }
    }
    let names = |known: &str, path: &str| path == known || known.ends_with('/') && path.starts_with(known);
    let excused = |path: &str| NOT_FOR_PEOPLE.iter().any(|(known, _)| names(known, path));
    let broken = found.iter().filter(|(path, _)| !excused(path));
    none(
        broken.flat_map(|(_, places)| places.clone()).collect(),
        "A sentence for people stands in ui/words; here stand a code and its data, or the name of its message.",
    );
    none(
        NOT_FOR_PEOPLE
            .iter()
            .map(|(path, _)| *path)
            .filter(|known| !found.keys().any(|path| names(known, path)))
            .map(str::to_owned)
            .collect(),
        "This file holds no sentence any more: take it off the list, so that none comes back.",
    );
}

#[test]
fn prose_is_told_from_names_and_units() {
    for prose in [
        "not asked",
        "Level: {level}. Not recorded",
        "must lie between {min} and {max}",
    ] {
        assert!(is_prose(prose), "{prose}");
    }
    for name in [
        "gate.mri",
        "snake_case",
        "{}: {why}",
        "mm/h",
        "missing_value",
        "{reason text}",
    ] {
        assert!(!is_prose(name), "{name}");
    }
}

#[test]
fn everything_that_the_command_line_could_say_is_said_somewhere() {
    let named: BTreeSet<String> = sources()
        .into_iter()
        .flat_map(|(_, rust)| rust.strings.into_iter().map(|(_, text)| text))
        .collect();
    let words = files(&["ftl"]).into_iter().filter(|file| {
        let name = file.path.rsplit('/').next().unwrap_or_default();
        // The help is named after commands and arguments, and a test beside it looks at that.
        name.starts_with("cli-") && name != "cli-help.ftl"
    });
    let mut unsaid = Vec::new();
    let mut count = 0;
    for file in words {
        let names = file
            .text
            .lines()
            .filter_map(|line| line.split_once(" = ").or_else(|| line.split_once(" =")))
            .map(|(name, _)| name)
            .filter(|name| !name.starts_with(' '));
        for name in names {
            count += 1;
            if !named.contains(name) {
                unsaid.push(format!("{}: {name}", file.path));
            }
        }
    }
    assert!(count > 100, "{count} messages of the command line");
    none(
        unsaid,
        "Nothing says this message any more: take it out of the tree.",
    );
}

#[test]
fn notes_and_statements_are_told_from_sentences() {
    let code = "now();\ntracing::warn!(\n    x(),\n    \n);\nsay();\n#[expect(\n  a\n)]\nfn f() {}";
    let lines: Vec<usize> = lines_of_notes(code).into_iter().collect();
    assert_eq!(lines, [2, 3, 4, 5, 7, 8, 9]);
    for statement in ["closes DESC", "PRAGMA user_version", "AND (v.when_to >= $3)"] {
        assert!(is_statement(statement), "{statement}");
    }
    assert!(!is_statement("the database refused: {0}"));
}
