//! Which words name a blood thinner. The names are data (`gates/thinners.toml`), each with its class; words are compared
//! whole, so that no part of another word counts.
//!
//! Source: see `source` of that file.

use crate::{fact::anticoagulant::AgentClass, value::text::distance};
use serde::Deserialize;
use std::sync::LazyLock;

const FILE: &str = include_str!("../../../../gates/thinners.toml");

/// From this length on a name that differs by one letter is taken for a slip of the pen.
const SURE_OF_SLIPS: usize = 7;

/// A blood thinner by name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    /// Its name, lower case; the international one.
    name: String,
    class: AgentClass,
    /// Other names, brands and usual slips of the pen, lower case.
    #[serde(default)]
    also: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stem {
    ends: String,
    class: AgentClass,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    source: String,
    ignored: Vec<String>,
    thinner: Vec<Known>,
    stem: Vec<Stem>,
}

static LIST: LazyLock<File> = LazyLock::new(|| toml::from_str(FILE).unwrap_or_default());

/// Where names and classes come from.
pub fn source() -> &'static str {
    &LIST.source
}

/// The row for the whole kind, where no name is told.
const KIND: &str = "blood thinner";

/// A blood thinner that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedAgent {
    /// Its international name; the word itself where it is known by its stem alone.
    pub name: String,
    /// The words that name it, as they stand in the text but for case.
    pub word: String,
    /// Its kind, from the table or from its stem.
    pub class: AgentClass,
}

/// The words of a text in lower case, without numbers and signs.
fn words(text: &str) -> Vec<String> {
    let mut low = text.to_lowercase();
    for ignored in &LIST.ignored {
        low = low.replace(ignored.as_str(), " . ");
    }
    low.split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The blood thinners that a text names, each once, in the order of the table. A combination names several.
pub fn named(text: &str) -> Vec<NamedAgent> {
    let words = words(text);
    let mut found: Vec<NamedAgent> = Vec::new();
    for known in &LIST.thinner {
        let mut names = std::iter::once(&known.name).chain(&known.also);
        let Some(word) = names.find(|name| stands_in(name, &words)) else {
            continue;
        };
        found.push(NamedAgent {
            name: known.name.clone(),
            word: word.clone(),
            class: known.class,
        });
    }
    for word in &words {
        let part = |one: &NamedAgent| one.word.split([' ', '-']).any(|part| part == word);
        if !found.iter().any(part)
            && let Some(one) = resembling(word)
            && !found.iter().any(|other| other.name == one.name)
        {
            found.push(one);
        }
    }
    // "Low molecular weight heparin" names one thing, and so does "blood thinner (apixaban)".
    let all = found.clone();
    found.retain(|one| {
        let longer =
            |other: &NamedAgent| other.word != one.word && stands_in(&one.word, &self::words(&other.word));
        !all.iter().any(longer) && (one.name != KIND || all.len() == 1)
    });
    found
}

/// Whether the words of a name follow each other among the words; a hyphenated name may be written with a space.
fn stands_in(name: &str, words: &[String]) -> bool {
    let of: Vec<&str> = name.split([' ', '-']).collect();
    words.windows(of.len()).any(|run| run == of)
}

/// A name by its stem, or one letter off.
fn resembling(word: &str) -> Option<NamedAgent> {
    if word.chars().count() < SURE_OF_SLIPS {
        return None;
    }
    let near = LIST.thinner.iter().find(|known| {
        let mut names = std::iter::once(&known.name).chain(&known.also);
        names.any(|name| name.chars().count() >= SURE_OF_SLIPS && distance(word, name) == 1)
    });
    if let Some(known) = near {
        return Some(NamedAgent {
            name: known.name.clone(),
            word: word.to_owned(),
            class: known.class,
        });
    }
    let stem = LIST.stem.iter().find(|stem| word.ends_with(&stem.ends))?;
    Some(NamedAgent {
        name: word.to_owned(),
        word: word.to_owned(),
        class: stem.class,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn names(text: &str) -> Vec<String> {
        named(text).into_iter().map(|one| one.name).collect()
    }

    #[test]
    fn the_data_is_whole() {
        let file: File = toml::from_str(FILE).unwrap();
        assert!(file.thinner.len() > 35 && file.stem.len() > 8);
        assert_eq!(file.source, source());
        for one in &file.thinner {
            let same = file.thinner.iter().filter(|other| other.name == one.name);
            assert_eq!(same.count(), 1, "{}", one.name);
            for name in std::iter::once(&one.name).chain(&one.also) {
                assert_eq!(*name, name.to_lowercase());
                assert!(names(name).contains(&one.name), "{name}");
            }
        }
    }

    #[rstest]
    #[case("Warfarin 5 mg od", &["warfarin"])]
    #[case("ELIQUIS 5mg bd", &["apixaban"])]
    #[case("Plavix75", &["clopidogrel"])]
    #[case("blood thinner (apixaban)", &["apixaban"])]
    #[case("5-ASA 800 mg", &[])]
    #[case("ASA 81 mg", &["aspirin"])]
    #[case("Anadin Paracetamol", &[])]
    #[case("clopidogrel 75 mg / aspirin 75 mg", &["clopidogrel", "aspirin"])]
    #[case("Asasantin Retard", &["aspirin", "dipyridamole"])]
    #[case("acetylsalicylic acid 100 mg", &["aspirin"])]
    #[case("ASS 100", &["aspirin"])]
    #[case("Clexane 40 mg s.c.", &["enoxaparin"])]
    #[case("on a blood-thinner, name not known", &["blood thinner"])]
    #[case("darexaban", &["darexaban"])]
    #[case("rivaroxabn 20 mg", &["rivaroxaban"])]
    #[case("tinzaparin", &["tinzaparin"])]
    #[case("LMWH", &["low molecular weight heparin"])]
    #[case("low-molecular-weight heparin", &["low molecular weight heparin"])]
    #[case("co-codaprin", &["aspirin"])]
    #[case("pregabalin 75 mg", &[])]
    #[case("paracetamol and ibuprofen", &[])]
    #[case("passive exercises, classes", &[])]
    #[case("gabapentin", &[])]
    #[case("", &[])]
    fn names_brands_stems_and_slips_are_known_and_parts_of_words_are_not(
        #[case] text: &str,
        #[case] wanted: &[&str],
    ) {
        assert_eq!(names(text), wanted, "{text}");
    }
}
