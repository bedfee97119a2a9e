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
        if text.chars().all(|c| c.is_whitespace() || is_unseen(c)) {
            return Err(Problem::Required);
        }
        let breaks = |c| matches!(c, '\n' | '\r' | '\t');
        if text.chars().any(|c| (c.is_control() && !breaks(c)) || turns(c)) {
            return Err(Problem::ControlCharacter);
        }
        if text.chars().count() > limit {
            return Err(Problem::TooLong { limit });
        }
        Ok(Text(text))
    }

    /// Whether it is one line, as a name is: with breaks in it one name would look like several.
    pub fn is_line(&self) -> bool {
        !self.0.contains(['\n', '\r', '\t', '\u{2028}', '\u{2029}'])
    }

    /// The text, trimmed and composed (NFC).
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

/// What is never seen by itself: joiners, marks of direction, soft hyphens, fillers, selectors of a variant.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

/// What makes others read in another order than they are written: "L4-L5" as "5L-4L". Scripts that run from right to left need
/// none of it.
fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
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
        for unseen in ["\u{200b}", "\u{200b} \u{feff}", "\u{3164}", "\u{2800}\u{ad}"] {
            assert_eq!(Text::new(unseen), Err(Problem::Required), "{unseen:?} is nothing");
        }
        for turned in ["\u{202e}L4-L5", "fusion \u{2067}L4\u{2069}", "a\u{202a}b"] {
            assert_eq!(
                Text::new(turned),
                Err(Problem::ControlCharacter),
                "{turned:?} deceives"
            );
        }
        for plain in [
            "مريم 123",
            "שרה 4",
            "क्\u{200d}ष",
            "نمی\u{200c}خواهم",
            "👩\u{200d}⚕\u{fe0f}",
        ] {
            assert_eq!(Text::new(plain).unwrap().as_str(), plain);
        }
        assert!(!Text::new("Anna\nMuster, Ben").unwrap().is_line());
        assert!(Text::new("Anna Muster").unwrap().is_line());
        assert!(Text::new(&"x".repeat(100_000)).is_ok());
        assert_eq!(
            Text::new(&"x".repeat(LONGEST + 1)),
            Err(Problem::TooLong { limit: LONGEST })
        );
    }
}
