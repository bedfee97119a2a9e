//! Text as people type it: trimmed, composed (NFC), without control characters, within a limit.

use crate::value::issue::Problem;
use serde::{Deserialize, Serialize};
use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// The longest text a field takes, in characters.
pub const LONGEST: usize = 200_000;

/// Text that is not empty. Line breaks and tabs stay; other control characters are refused.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Text(String);

impl Text {
    /// Parses `raw`; an empty text is [`Problem::Required`].
    pub fn new(raw: &str) -> Result<Self, Problem> {
        Self::within(raw, LONGEST)
    }

    /// Parses `raw` with a limit in characters.
    pub fn within(raw: &str, limit: usize) -> Result<Self, Problem> {
        let raw = raw.trim();
        // What has no accents is composed as it is, and is most of a record.
        let text: String = match raw.is_ascii() {
            true => raw.to_owned(),
            false => raw.nfc().collect(),
        };
        if text.is_empty() {
            return Err(Problem::Required);
        }
        if text
            .chars()
            .any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        {
            return Err(Problem::ControlCharacter);
        }
        if text.chars().count() > limit {
            return Err(Problem::TooLong { limit });
        }
        Ok(Text(text))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Text {
    type Error = Problem;
    fn try_from(raw: String) -> Result<Self, Problem> {
        Text::new(&raw)
    }
}

impl From<Text> for String {
    fn from(text: Text) -> String {
        text.0
    }
}

/// How many letters differ, are missing or are too many.
pub fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, letter) in one.chars().enumerate() {
        let mut before = line;
        let mut last = line + 1;
        let mut next = vec![last];
        for (cell, theirs) in row.iter().skip(1).zip(&other) {
            let changed = before + usize::from(letter != *theirs);
            before = *cell;
            last = changed.min(cell + 1).min(last + 1);
            next.push(last);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_was_typed_but_composed_and_trimmed() {
        assert_eq!(Text::new("  Mu\u{308}ller\n").unwrap().as_str(), "Müller");
        assert_eq!(Text::new("مريم 😀").unwrap().as_str(), "مريم 😀");
    }

    #[test]
    fn letters_that_differ_are_counted() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
    }

    #[test]
    fn refuses_empty_control_and_overlong() {
        assert_eq!(Text::new(" \n"), Err(Problem::Required));
        assert_eq!(Text::new("a\0b"), Err(Problem::ControlCharacter));
        assert!(Text::new(&"x".repeat(100_000)).is_ok());
        assert_eq!(
            Text::new(&"x".repeat(LONGEST + 1)),
            Err(Problem::TooLong { limit: LONGEST })
        );
    }
}
