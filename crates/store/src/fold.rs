//! Makes names comparable: case, accents, special letters, apostrophes, hyphens and spaces folded away.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longest run of words that is also kept joined ("van den berg").
pub(crate) const JOINED: usize = 4;

/// Letters that have no decomposition and are read as others.
fn special(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        'ŋ' => "n",
        'ŧ' => "t",
        'ς' => "σ",
        _ => return None,
    })
}

/// Lower case without accents; special letters as the plain letters they are read as. Spaces and
/// punctuation stay.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for letter in text
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
    {
        match special(letter) {
            Some(plain) => out.push_str(plain),
            // Lower case can bring a mark of its own (the dot of İ).
            None if is_combining_mark(letter) => {}
            None => out.push(letter),
        }
    }
    out
}

/// The folded words of a text without anything between them.
pub(crate) fn joined(text: &str) -> String {
    words(text).concat()
}

/// Folded words of a text, split at everything that is neither letter nor digit.
pub(crate) fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Every run of words, joined.
pub(crate) fn add_runs(words: &[String], into: &mut BTreeSet<String>) {
    for start in 0..words.len() {
        for end in start + 1..=words.len().min(start + JOINED) {
            into.insert(words.get(start..end).unwrap_or_default().concat());
        }
    }
}

/// Each word, and the longest run that begins with it, joined: what begins like any run begins like one of these.
pub(crate) fn add_joined(words: &[String], into: &mut BTreeSet<String>) {
    for (start, word) in words.iter().enumerate() {
        into.insert(word.clone());
        let end = words.len().min(start + JOINED);
        into.insert(words.get(start..end).unwrap_or_default().concat());
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Müller", "muller")]
    #[case("Şahin", "sahin")]
    #[case("Østergaard", "ostergaard")]
    #[case("Ångström", "angstrom")]
    #[case("Łukasz", "lukasz")]
    #[case("Strauß", "strauss")]
    #[case("Æsa Đoković", "aesa dokovic")]
    #[case("İnönü ısı", "inonu isi")]
    #[case("ΠΑΠΑΔΌΠΟΥΛΟΣ", "παπαδοπουλοσ")]
    #[case("Œuvray", "oeuvray")]
    fn folds(#[case] name: &str, #[case] folded: &str) {
        assert_eq!(fold(name), folded);
    }

    proptest::proptest! {
        #[test]
        fn what_begins_like_a_run_of_words_begins_like_a_word_that_is_kept(
            words in proptest::collection::vec("[a-c]{1,2}", 0..7), typed in "[a-c]{1,5}",
        ) {
            let (mut runs, mut kept) = (BTreeSet::new(), BTreeSet::new());
            add_runs(&words, &mut runs);
            add_joined(&words, &mut kept);
            let begins = |all: &BTreeSet<String>| all.iter().any(|one| one.starts_with(&typed));
            proptest::prop_assert_eq!(begins(&runs), begins(&kept));
            proptest::prop_assert!(kept.is_subset(&runs));
        }

        #[test]
        fn folding_again_changes_nothing(text in "\\PC{0,20}") {
            let once = fold(&text);
            proptest::prop_assert_eq!(fold(&once), once);
        }
    }
}
