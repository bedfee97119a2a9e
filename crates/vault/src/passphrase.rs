//! A passphrase and the policy for new ones.
//!
//! The policy follows OWASP ASVS 5.0 (V6) and NIST SP 800-63B in asking for length and no composition rules:
//! at least 15 characters, or at least 6 different words. What anyone would guess does not count: a word that everyone
//! uses, what was typed before, a run along the alphabet or the keyboard. It is applied when a passphrase is set, never
//! when one is tried. The window says the same while someone types; `passphrases.json` beside this crate holds both to it.

use secrecy::{ExposeSecret, SecretBox};
use std::{collections::HashSet, fmt};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Fewest characters of a new passphrase that has fewer than [`MIN_WORDS`] words.
pub const MIN_CHARACTERS: usize = 15;
/// Fewest different words of a new passphrase that is shorter than [`MIN_CHARACTERS`].
pub const MIN_WORDS: usize = 6;
/// Fewest different characters; fewer is a key held down.
const MIN_DISTINCT: usize = 5;
const STRONG_CHARACTERS: usize = 25;

/// What a person typed to open a vault. Wiped when dropped; `Debug` shows nothing of it.
///
/// Kept in Unicode normal form C, so that the same text typed on another system opens the vault too.
/// White space counts: nothing is trimmed.
pub struct Passphrase(SecretBox<String>);

impl Passphrase {
    /// Takes over the typed text; the given string is wiped.
    pub fn new(typed: String) -> Self {
        let typed = Zeroizing::new(typed);
        // Normal form C is at most three times as long in UTF-8; a growing string would leave copies behind.
        let mut text = Box::new(String::with_capacity(typed.len().saturating_mul(3)));
        text.extend(typed.nfc());
        Self(SecretBox::new(text))
    }

    pub(crate) fn expose(&self) -> &[u8] {
        self.0.expose_secret().as_bytes()
    }

    /// Measures the passphrase against the policy for new ones.
    pub fn assess(&self) -> Assessment {
        // Wiped with the rest: what is counted is the passphrase itself, in small letters.
        let text = Zeroizing::new(small(self.0.expose_secret()));
        let counts = counted(&text);
        let characters = counts.iter().filter(|counts| **counts).count();
        let distinct = text
            .iter()
            .filter(|c| !c.is_whitespace())
            .collect::<HashSet<_>>()
            .len();
        let words = words(&text, &counts);
        let long_enough = characters >= MIN_CHARACTERS || words >= MIN_WORDS;
        let repetitive = distinct < MIN_DISTINCT;
        if !long_enough || repetitive {
            let (characters_missing, words_missing) = if long_enough {
                (0, 0)
            } else {
                (
                    MIN_CHARACTERS.saturating_sub(characters),
                    MIN_WORDS.saturating_sub(words),
                )
            };
            let missing = Missing {
                characters: characters_missing,
                words: words_missing,
                repetitive,
            };
            return Assessment {
                characters,
                words,
                strength: Strength::TooWeak,
                missing: Some(missing),
            };
        }
        let strong = characters >= STRONG_CHARACTERS || (words >= MIN_WORDS && characters >= MIN_CHARACTERS);
        let strength = if strong {
            Strength::Strong
        } else {
            Strength::Sufficient
        };
        Assessment {
            characters,
            words,
            strength,
            missing: None,
        }
    }
}

/// Words that are tried first; each counts as one character.
const GUESSED: [&str; 24] = [
    "password",
    "passwort",
    "passphrase",
    "passcode",
    "letmein",
    "welcome",
    "qwerty",
    "qwertz",
    "azerty",
    "admin",
    "secret",
    "iloveyou",
    "changeme",
    "sunshine",
    "princess",
    "football",
    "baseball",
    "dragon",
    "monkey",
    "hospital",
    "clinic",
    "doctor",
    "patient",
    "lamina",
];
/// Rows of keys along which a finger runs.
const ROWS: [&str; 5] = ["qwertyuiop", "qwertzuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm"];
/// As many characters that were typed before in this order count no more.
const REPEAT: usize = 4;

fn small(text: &str) -> Vec<char> {
    text.chars().flat_map(char::to_lowercase).collect()
}

/// The letter for which a sign is often written.
fn plain(sign: char) -> char {
    match sign {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    }
}

/// The step from one key to the next: along the code points, or along a row of keys; none where there is neither.
fn step(from: char, to: char) -> Option<(bool, i64)> {
    let along = i64::from(u32::from(to)) - i64::from(u32::from(from));
    if along.abs() <= 1 {
        return Some((false, along));
    }
    let place = |row: &str, key| {
        row.chars()
            .position(|one| one == key)
            .and_then(|at| i64::try_from(at).ok())
    };
    let on_row = |row: &&str| Some(place(row, to)? - place(row, from)?);
    let keys = ROWS
        .iter()
        .find_map(|row| on_row(row).filter(|by| by.abs() == 1))?;
    Some((true, keys))
}

/// Which characters of a text in small letters count.
fn counted(text: &[char]) -> Vec<bool> {
    let mut counts = vec![true; text.len()];
    let mut seen = HashSet::new();
    for (at, window) in text.windows(REPEAT).enumerate() {
        if !seen.insert(window) {
            counts
                .iter_mut()
                .skip(at)
                .take(REPEAT)
                .for_each(|one| *one = false);
        }
    }
    for (at, three) in text.windows(3).enumerate() {
        let [first, second, third] = three else { continue };
        let runs = step(*first, *second).is_some_and(|by| step(*second, *third) == Some(by));
        if runs && let Some(one) = counts.get_mut(at + 2) {
            *one = false;
        }
    }
    let spelled = Zeroizing::new(text.iter().map(|sign| plain(*sign)).collect::<Vec<_>>());
    for word in GUESSED {
        let word: Vec<char> = word.chars().collect();
        for (at, window) in spelled.windows(word.len()).enumerate() {
            if window == word {
                let rest = counts.iter_mut().skip(at + 1).take(word.len() - 1);
                rest.for_each(|one| *one = false);
            }
        }
    }
    counts
}

/// Different words, runs of letters and digits, of which at least half counts.
fn words(text: &[char], counts: &[bool]) -> usize {
    let mut found: HashSet<&[char]> = HashSet::new();
    let mut from = 0;
    for word in text.split(|c| !c.is_alphanumeric()) {
        let counting = counts
            .iter()
            .skip(from)
            .take(word.len())
            .filter(|one| **one)
            .count();
        from += word.len() + 1;
        if !word.is_empty() && counting * 2 >= word.len() {
            found.insert(word);
        }
    }
    found.len()
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[passphrase]")
    }
}

/// How a passphrase measures against the policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assessment {
    /// Unicode characters in normal form C that count.
    pub characters: usize,
    /// Different words: runs of letters and digits of which at least half counts.
    pub words: usize,
    /// Whether it may open a new vault, and whether it is strong.
    pub strength: Strength,
    /// What is missing, where the verdict is [`Strength::TooWeak`].
    pub missing: Option<Missing>,
}

/// The verdict on a passphrase, by what counts of its length and words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Not accepted for a new vault.
    TooWeak,
    /// Long enough for a new vault: at least 15 characters, or 6 different words.
    Sufficient,
    /// At least 25 characters, or at least 15 in 6 different words.
    Strong,
}

/// What a refused passphrase lacks. Either more characters or more words mend its length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missing {
    /// How many more characters would make it long enough; 0 where it is.
    pub characters: usize,
    /// How many more different words would make it long enough; 0 where it is.
    pub words: usize,
    /// It uses fewer than five different characters.
    pub repetitive: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn assess(text: &str) -> Assessment {
        Passphrase::new(text.into()).assess()
    }

    #[derive(serde::Deserialize)]
    struct Case {
        text: String,
        characters: usize,
        words: usize,
        strength: String,
        repetitive: bool,
    }

    #[test]
    fn the_cases_that_the_window_knows_too_are_measured_so() {
        let cases: Vec<Case> = serde_json::from_str(include_str!("../passphrases.json")).unwrap();
        for case in cases {
            let found = assess(&case.text);
            let strength = match found.strength {
                Strength::TooWeak => "too_weak",
                Strength::Sufficient => "sufficient",
                Strength::Strong => "strong",
            };
            assert_eq!(
                (found.characters, found.words, strength),
                (case.characters, case.words, case.strength.as_str()),
                "{}",
                case.text
            );
            let lacks = found.missing.is_some_and(|missing| missing.repetitive);
            assert_eq!(lacks, case.repetitive, "{}", case.text);
        }
    }

    #[test]
    fn what_is_missing_is_told_both_ways() {
        assert_eq!(
            assess("mzkqhvtbwrnpld").missing,
            Some(Missing {
                characters: 1,
                words: 5,
                repetitive: false
            })
        );
    }

    #[test]
    fn the_same_text_in_either_normal_form_is_the_same_passphrase() {
        let composed = Passphrase::new("caf\u{e9}".into());
        let decomposed = Passphrase::new("cafe\u{301}".into());
        assert_eq!(composed.expose(), decomposed.expose());
    }

    #[test]
    fn white_space_counts() {
        assert_ne!(
            Passphrase::new("open".into()).expose(),
            Passphrase::new("open ".into()).expose()
        );
    }

    #[test]
    fn debug_shows_nothing() {
        assert_eq!(
            format!("{:?}", Passphrase::new("calm river".into())),
            "[passphrase]"
        );
    }

    proptest! {
        #[test]
        fn the_buffer_never_grows(text in any::<String>()) {
            let room = text.len() * 3;
            let passphrase = Passphrase::new(text);
            prop_assert!(passphrase.expose().len() <= room);
        }

        #[test]
        fn missing_is_said_exactly_when_it_is_too_weak(text in any::<String>()) {
            let assessment = Passphrase::new(text).assess();
            prop_assert_eq!(assessment.missing.is_some(), assessment.strength == Strength::TooWeak);
        }
    }
}
