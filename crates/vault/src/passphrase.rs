//! A passphrase and the policy for new ones.
//!
//! The policy follows OWASP ASVS 5.0 (V6) and NIST SP 800-63B in asking for length and no composition rules:
//! at least 15 characters, or at least 6 different words. It is applied when a passphrase is set, never when
//! one is tried.

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
        let text = self.0.expose_secret();
        let characters = text.chars().count();
        let distinct = text
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect::<HashSet<_>>()
            .len();
        let words = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect::<HashSet<_>>()
            .len();
        let long_enough = characters >= MIN_CHARACTERS || words >= MIN_WORDS;
        let repetitive = distinct < MIN_DISTINCT;
        if !long_enough || repetitive {
            let (characters_missing, words_missing) = if long_enough {
                (0, 0)
            } else {
                (MIN_CHARACTERS - characters, MIN_WORDS - words)
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

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[passphrase]")
    }
}

/// How a passphrase measures against the policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assessment {
    /// Unicode characters in normal form C.
    pub characters: usize,
    /// Different words: runs of letters and digits.
    pub words: usize,
    /// The verdict.
    pub strength: Strength,
    /// What is missing, where the verdict is [`Strength::TooWeak`].
    pub missing: Option<Missing>,
}

/// The verdict on a passphrase, by length and words alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Not accepted for a new vault.
    TooWeak,
    /// Meets the policy.
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

    #[test]
    fn fifteen_characters_suffice_and_fourteen_do_not() {
        assert_eq!(assess("abcdefghijklmno").strength, Strength::Sufficient);
        assert_eq!(
            assess("abcdefghijklmn").missing,
            Some(Missing {
                characters: 1,
                words: 5,
                repetitive: false
            })
        );
    }

    #[test]
    fn six_different_words_suffice_and_repeats_do_not_count() {
        assert_eq!(assess("a be c d e f").strength, Strength::Sufficient);
        assert_eq!(
            assess("ox ox ox ox ox").missing,
            Some(Missing {
                characters: 1,
                words: 5,
                repetitive: true
            })
        );
        assert_eq!(
            assess("calm-river-stone-lamp-north-eight").strength,
            Strength::Strong
        );
    }

    #[test]
    fn a_key_held_down_is_refused_at_any_length() {
        let missing = assess(&"a".repeat(40)).missing;
        assert_eq!(
            missing,
            Some(Missing {
                characters: 0,
                words: 0,
                repetitive: true
            })
        );
    }

    #[test]
    fn an_empty_passphrase_lacks_everything() {
        assert_eq!(
            assess("").missing,
            Some(Missing {
                characters: 15,
                words: 6,
                repetitive: true
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
