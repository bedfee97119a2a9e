//! What documentation says: a line of three words or fewer mostly repeats the name below it.

use crate::tree::files;

/// Documentation comments of three words or fewer. This number only falls: one who adds such a line says more instead, and
/// one who takes some away lowers it.
const SHORT: usize = 1169;

/// So far it may lie above what is found before it has to be lowered, as several people take lines away at a time.
const SLACK: usize = 40;

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
fn documentation_says_more_than_the_name_ever_more_often() {
    let sources = files(&["rs"]).into_iter();
    let sources = sources.filter(|file| file.is_in("crates") || file.is_in("src-tauri"));
    let found: usize = sources.map(|file| short(&file.text)).sum();
    assert!(
        found <= SHORT,
        "{found} documentation comments have three words or fewer, {SHORT} had: say what the name does not, or leave it out."
    );
    assert!(
        found + SLACK >= SHORT,
        "only {found} documentation comments have three words or fewer: lower the number in this test."
    );
}

#[test]
fn a_comment_is_short_as_a_whole() {
    assert_eq!(short("/// Its id.\nid: u8\n"), 1);
    assert_eq!(short("/// Its id, the\n/// same everywhere.\nid: u8\n"), 0);
    assert_eq!(short("// Its id.\n//! Its id.\n\n/// One.\n\n/// Two."), 2);
}
