//! How hard a paper for the patient is to read: the Flesch–Kincaid grade of the text of the very letter (Kincaid 1975), the years
//! of school after which it is read with ease: 0.39 × words a sentence + 11.8 × syllables a word − 15.59.
//!
//! Counted are the sentences of running text and of lists; a line of a list ends a sentence also without a full stop. Headings,
//! tables, questions, whom it is about and what runs along the edges are not. Not counted as words are numbers, and whatever has
//! a digit in it; and the names of the record: people, procedures, treatments, medicines, implants, names of pain. Syllables are
//! counted by their vowels, so the grade is an estimate, as every such grade is.

use crate::{
    record::Record,
    words::{say, say_with},
};
use lamina_letters::{Block, Letter};
use std::collections::BTreeSet;

/// Above this a paper for patients is hard to read for some (clinical facts, section 8: 6 is aimed at, and names not counted).
const HARD: f64 = 8.0;

/// The grade as a sentence; empty where nothing is counted.
pub(super) fn said(record: &Record, letter: &Letter) -> String {
    let texts = texts(letter);
    let Some(grade) = grade(texts.into_iter(), &names(record)) else {
        return String::new();
    };
    let shown = format!("{:.1}", grade.max(0.0));
    match grade > HARD {
        true => say_with!("letter-reading-hard", [("grade", shown.into())]),
        false => say_with!("letter-reading", [("grade", shown.into())]),
    }
}

/// What is counted, each at least one sentence.
fn texts(letter: &Letter) -> Vec<&str> {
    let blocks = letter.sections.iter().flat_map(|section| &section.body);
    blocks
        .flat_map(|block| match block {
            Block::Paragraph(text) | Block::Strong(text) | Block::Note(text) | Block::NotRecorded(text) => {
                vec![text.as_str()]
            }
            Block::List(items) => items.iter().map(String::as_str).collect(),
            _ => Vec::new(),
        })
        .collect()
}

/// The words of the names of a record, in lower case.
fn names(record: &Record) -> BTreeSet<String> {
    let patient = &record.patient;
    let mut all: Vec<String> = vec![patient.shown_name()];
    all.extend(patient.care_team.iter().map(|one| one.name.to_string()));
    let procedures = record.surgeries.iter().flat_map(|one| &one.procedures);
    all.extend(procedures.map(|one| one.name.to_string()));
    for treatment in &record.treatments {
        all.push(treatment.name.to_string());
        all.extend(treatment.medicines().map(|one| one.name()));
    }
    all.extend(record.devices.iter().map(|one| one.name.to_string()));
    let left = record.surgeries.iter().flat_map(|one| one.listed_implants());
    all.extend(left.filter_map(|one| one.name.as_ref().map(ToString::to_string)));
    let planned = record.plan_items.iter();
    let asked = planned.flat_map(|one| [&one.owner, &one.asked_of]);
    all.extend(asked.flatten().map(ToString::to_string));
    all.extend([say!("copy-term-psps"), say!("copy-term-post-laminectomy")]);
    all.iter()
        .flat_map(|name| words(name))
        .map(str::to_lowercase)
        .collect()
}

/// The grade of these texts without the words of `names`; nothing where no word is left.
pub(super) fn grade<'t>(texts: impl Iterator<Item = &'t str>, names: &BTreeSet<String>) -> Option<f64> {
    let (mut sentences, mut count, mut sum) = (0_u32, 0_u32, 0_u32);
    for sentence in texts.flat_map(sentences_of) {
        let counted = words(sentence)
            .filter(|word| !word.chars().any(|c| c.is_ascii_digit()))
            .filter(|word| !names.contains(&word.to_lowercase()));
        let (before, mut here) = (count, 0);
        for word in counted {
            count += 1;
            here += syllables(word);
        }
        sum += here;
        sentences += u32::from(count > before);
    }
    (count > 0).then(|| {
        let (words, sentences) = (f64::from(count), f64::from(sentences));
        0.39 * words / sentences + 11.8 * f64::from(sum) / words - 15.59
    })
}

/// A full stop ends a sentence where no letter or digit follows it at once.
fn sentences_of(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| {
        let mut parts = Vec::new();
        let mut from = 0;
        for (at, sign) in line.char_indices() {
            let after = at + sign.len_utf8();
            let ends = matches!(sign, '.' | '?' | '!')
                && line
                    .get(after..)
                    .and_then(|rest| rest.chars().next())
                    .is_none_or(|next| next.is_whitespace());
            if ends {
                parts.push(line.get(from..after).unwrap_or_default());
                from = after;
            }
        }
        parts.push(line.get(from..).unwrap_or_default());
        parts
    })
}

/// The words: letters and digits, with what joins them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '\u{2019}'))
        .filter(|word| word.chars().any(char::is_alphanumeric))
}

/// Syllables by their vowels: each run of vowels is one; an "e" at the end, or before the "d" or "s" of an ending, is silent
/// unless the ending needs it; every word has one.
fn syllables(word: &str) -> u32 {
    let word = word.to_lowercase();
    let word = word.trim_end_matches(['\'', '\u{2019}']);
    let is_vowel = |c: char| "aeiouyáàâäéèêëíìîïóòôöúùûü".contains(c);
    let mut count = 0;
    let mut inside = false;
    for c in word.chars() {
        count += u32::from(is_vowel(c) && !inside);
        inside = is_vowel(c);
    }
    let before = |ending: &str| word.strip_suffix(ending).and_then(|stem| stem.chars().last());
    let silent = match (before("e"), before("ed"), before("es")) {
        (Some('l'), ..) => {
            let stem = word.strip_suffix("le").unwrap_or_default();
            stem.chars().last().is_none_or(is_vowel)
        }
        (Some(last), ..) => !is_vowel(last),
        (_, Some(last), _) => !is_vowel(last) && !matches!(last, 't' | 'd'),
        (.., Some(last)) => !is_vowel(last) && !matches!(last, 's' | 'x' | 'z' | 'c' | 'g' | 'h'),
        _ => false,
    };
    (count - u32::from(silent && count > 1)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("pain", 1)]
    #[case("before", 2)]
    #[case("people", 2)]
    #[case("little", 2)]
    #[case("table", 2)]
    #[case("whole", 1)]
    #[case("stopped", 1)]
    #[case("wanted", 2)]
    #[case("makes", 1)]
    #[case("changes", 2)]
    #[case("emergency", 4)]
    #[case("operation", 4)]
    #[case("bladder", 2)]
    #[case("the", 1)]
    fn syllables_are_counted_by_their_vowels(#[case] word: &str, #[case] wanted: u32) {
        assert_eq!(syllables(word), wanted, "{word}");
    }

    #[test]
    fn the_grade_is_that_of_flesch_and_kincaid_without_names_and_numbers() {
        let none = BTreeSet::new();
        // Six words of one syllable: 0.39 × 6 + 11.8 − 15.59.
        let plain = grade(["The cat sat on the mat."].into_iter(), &none).unwrap();
        assert!((plain - -1.45).abs() < 0.001, "{plain}");
        // Two sentences of three words and 11 syllables in all.
        let two = grade(["Walking trains muscle. An operation helps."].into_iter(), &none).unwrap();
        assert!(
            (two - (0.39 * 3.0 + 11.8 * 11.0 / 6.0 - 15.59)).abs() < 0.001,
            "{two}"
        );
        let names = ["pregabalin".to_owned(), "oesterreicher".to_owned()].into();
        let said = ["Dr Oesterreicher wrote on 3 May 2019: take pregabalin 75mg now."];
        let without = ["Dr wrote on May: take now."];
        assert_eq!(grade(said.into_iter(), &names), grade(without.into_iter(), &none));
        assert_eq!(grade(["75", "3.5.19"].into_iter(), &none), None);
        assert_eq!(
            grade(["one line", "another"].into_iter(), &none),
            grade(["one line. another."].into_iter(), &none),
            "a line is a sentence"
        );
    }
}
