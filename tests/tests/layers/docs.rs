//! What documentation says: a line of three words or fewer mostly repeats the name below it.

use crate::tree::files;

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
