//! What documentation says: a line of three words or fewer mostly repeats the name below it, and a document that names tests
//! names such as there are.

use crate::tree::{files, root};
use std::fs;

/// The lines of documentation of three words or fewer.
fn short(text: &str) -> usize {
    let mut found = 0;
    let mut words = None;
    for line in text.lines().chain([""]) {
        match line.trim_start().strip_prefix("///") {
            Some(said) => *words.get_or_insert(0) += said.split_whitespace().count(),
            None => found += usize::from(words.take().is_some_and(|words| words <= 3)),
        }
    }
    found
}

#[test]
fn documentation_says_more_than_the_name() {
    let sources = files(&["rs"]).into_iter();
    let sources = sources.filter(|file| file.is_in("crates") || file.is_in("src-tauri"));
    let found: Vec<String> = sources
        .map(|file| (short(&file.text), file))
        .filter(|(count, _)| *count > 0)
        .map(|(count, file)| format!("{}: {count}", file.path))
        .collect();
    assert!(
        found.is_empty(),
        "Comments of three words or fewer say what the name does not, or are left out:\n{}",
        found.join("\n")
    );
}

#[test]
fn a_comment_is_short_as_a_whole() {
    assert_eq!(short("/// Its id.\nid: u8\n"), 1);
    assert_eq!(short("/// Its id, the\n/// same everywhere.\nid: u8\n"), 0);
    assert_eq!(short("// Its id.\n//! Its id.\n\n/// One.\n\n/// Two."), 2);
}

/// The threats name tests as what tries them; names of tests are long.
#[test]
fn every_test_that_the_threats_name_is_there() {
    let document = fs::read_to_string(root().join("docs/threats.md")).expect("the document");
    let named: Vec<&str> = document
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|word| {
            word.len() >= 20
                && word
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        })
        .collect();
    assert!(named.len() > 50, "{named:?}");
    let sources = files(&["rs"]);
    let missing: Vec<&str> = named
        .into_iter()
        .filter(|name| {
            !sources
                .iter()
                .any(|file| file.text.contains(&format!("fn {name}(")))
        })
        .collect();
    assert!(missing.is_empty(), "no such tests: {missing:?}");
}
