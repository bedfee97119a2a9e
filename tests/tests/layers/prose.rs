//! Words have one home: the domain and the wire give codes and data, `ui/words` gives every sentence.
//!
//! No file there holds a sentence for people; those whose texts of several words are something else are named below, with
//! what they are. A file that holds none any more has to leave that list.

use std::collections::BTreeMap;

use crate::{
    none, product,
    rust::{Rust, without_tests},
    sources,
};

/// Crates that speak in codes and data.
const CODED: [&str; 2] = ["crates/domain/src", "crates/api/src"];

/// Files whose texts of several words are no sentences for people, and what they are: words that are only read, notes to
/// whoever writes a file or the code, and the forms in which values are kept ("2 months after operation 1", "5 mg twice a
/// day"). A form is data: it is typed, kept, exchanged and read back as itself, whatever the language around it.
const NOT_FOR_PEOPLE: &[(&str, &str)] = &[
    ("crates/api/src/draft.rs", "types as the window has them"),
    ("crates/api/src/declare.rs", "types as the window has them"),
    ("crates/api/src/export.rs", "types as the window has them"),
    (
        "crates/api/src/noun/background.rs",
        "types as the window has them",
    ),
    ("crates/api/src/noun/check.rs", "types as the window has them"),
    (
        "crates/domain/src/fact/background/allergy.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/fact/reading.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/fact/reading/line.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/fact/reading/range.rs",
        "the form in which a value is kept, which reads back as itself",
    ),
    ("crates/api/src/noun/flag.rs", "types as the window has them"),
    ("crates/api/src/reading.rs", "words that are read, not said"),
    ("crates/api/src/noun/walking.rs", "why a lint is quiet"),
    ("crates/api/src/noun/walking_row.rs", "why a lint is quiet"),
    (
        "crates/domain/src/fact/background/allergy.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/fact/diagnosis/kind.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/fact/electrodiagnosis.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/fact/electrodiagnosis/conclusion.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/fact/imaging/kind.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/fact/imaging/measured.rs",
        "the form in which a value is kept, which reads back as itself",
    ),
    (
        "crates/domain/src/fact/neuromodulation.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/fact/examination/found.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/fact/flag/answer.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/fact/symptom/area.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/fact/symptom/quality.rs",
        "the form in which a value is kept, which reads back as itself",
    ),
    (
        "crates/domain/src/fact/symptom/tolerance.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/fact/surgery/code.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/fact/surgery/complication.rs",
        "words that are read, not said; what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/value/answer.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/fact/surgery/procedure.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    ("crates/domain/src/rule/change/compare.rs", "why a lint is quiet"),
    (
        "crates/domain/src/rule/change/thresholds.rs",
        "words that are read, not said; why a lint is quiet",
    ),
    (
        "crates/domain/src/rule/gate/bleeding/known.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/rule/gate/bleeding/register.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/rule/gate/register/words.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/rule/gate/steroid.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/fact/response/adverse.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    ("crates/domain/src/rule/nsaid.rs", "words that are read, not said"),
    (
        "crates/domain/src/rule/red_flag/catalogue.rs",
        "what is wrong with a data file, for whoever writes one",
    ),
    (
        "crates/domain/src/rule/red_flag/settings.rs",
        "where a figure comes from",
    ),
    (
        "crates/domain/src/rule/schedule/kind.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/rule/schedule/typed.rs",
        "the form in which a value is kept, which reads back as itself",
    ),
    ("crates/domain/src/rule/trial.rs", "where a figure comes from"),
    (
        "crates/domain/src/rule/walking/settings.rs",
        "where a figure comes from",
    ),
    (
        "crates/domain/src/value/icd10cm.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/fact/document/file.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/value/link.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/value/implant.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/value/pump_dose.rs",
        "words that are read, not said; what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/value/interval.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    (
        "crates/domain/src/value/level/read.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/value/medicine/amount.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/value/medicine/frequency/read.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/value/medicine/line/part.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/value/medicine/typed.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/value/when/read.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/value/written.rs",
        "what a record file ought to say, for whoever writes one",
    ),
    ("crates/domain/src/fact/score.rs", "words that are read, not said"),
    (
        "crates/domain/src/fact/score/free.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/value/born.rs",
        "the form in which a value is kept, which reads back as itself",
    ),
    (
        "crates/domain/src/value/instrument/missing.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/value/instrument/points.rs",
        "why a lint is quiet",
    ),
    (
        "crates/domain/src/value/level.rs",
        "the form in which a value is kept, which reads back as itself",
    ),
    (
        "crates/domain/src/value/level/item.rs",
        "the form in which a value is kept, which reads back as itself",
    ),
    (
        "crates/domain/src/value/limit.rs",
        "a unit that is compared, not said",
    ),
    (
        "crates/domain/src/value/medicine/frequency.rs",
        "the form in which a value is kept, which reads back as itself",
    ),
    (
        "crates/domain/src/value/medicine/kind.rs",
        "the form in which a value is kept, which reads back as itself",
    ),
    (
        "crates/domain/src/value/medicine/line.rs",
        "words that are read, not said",
    ),
    (
        "crates/domain/src/value/medicine/name.rs",
        "a credit line, word for word as its owner asks",
    ),
    (
        "crates/domain/src/value/medicine/shown.rs",
        "the form in which a value is kept, which reads back as itself",
    ),
    (
        "crates/domain/src/value/when.rs",
        "the form in which a value is kept, which reads back as itself",
    ),
];

/// Whether a text is more than a name: two words beside each other, apart from what is filled in.
fn is_prose(text: &str) -> bool {
    let mut depth = 0_u32;
    let outside: String = text
        .chars()
        .map(|letter| {
            depth += u32::from(letter == '{');
            let inside = depth > 0;
            depth -= u32::from(letter == '}' && depth > 0);
            if inside { '.' } else { letter }
        })
        .collect();
    let words: Vec<&str> = outside.split(' ').collect();
    let is_word = |word: &str| word.chars().filter(|letter| letter.is_alphabetic()).count() >= 2;
    words.windows(2).any(|two| two.iter().all(|word| is_word(word)))
}

/// Lines (from 1) that belong to tests.
fn lines_of_tests(rust: &Rust) -> Vec<bool> {
    let (kept, _) = without_tests(&rust.code);
    let mut in_tests = false;
    rust.code
        .lines()
        .zip(kept.lines().chain(std::iter::repeat("")))
        .map(|(line, kept)| {
            // A line that is nothing but a literal belongs to what stands before it.
            if !line.trim().is_empty() {
                in_tests = kept.trim().is_empty();
            }
            in_tests
        })
        .collect()
}

#[test]
fn sentences_for_people_stand_among_the_words_alone() {
    let of_product: Vec<String> = product().into_iter().map(|(file, _)| file.path).collect();
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (file, rust) in sources() {
        let coded = CODED.iter().any(|home| file.is_in(home));
        if !coded || !of_product.contains(&file.path) {
            continue;
        }
        let tests = lines_of_tests(&rust);
        for (line, text) in &rust.strings {
            if is_prose(text) && !tests.get(line - 1).copied().unwrap_or(false) {
                let place = format!("{}:{line}: {text:.60}", file.path);
                found.entry(file.path.clone()).or_default().push(place);
            }
        }
    }
    let excused = |path: &str| NOT_FOR_PEOPLE.iter().any(|(known, _)| *known == path);
    let broken = found.iter().filter(|(path, _)| !excused(path));
    none(
        broken.flat_map(|(_, places)| places.clone()).collect(),
        "A sentence for people stands in ui/words; here stand a code and its data, and the clinic's words say it.",
    );
    none(
        NOT_FOR_PEOPLE
            .iter()
            .map(|(path, _)| *path)
            .filter(|path| !found.contains_key(*path))
            .map(str::to_owned)
            .collect(),
        "This file holds no sentence any more: take it off the list, so that none comes back.",
    );
}

#[test]
fn prose_is_told_from_names_and_units() {
    for prose in [
        "not asked",
        "Level: {level}. Not recorded",
        "must lie between {min} and {max}",
    ] {
        assert!(is_prose(prose), "{prose}");
    }
    for name in [
        "gate.mri",
        "snake_case",
        "{}: {why}",
        "mm/h",
        "missing_value",
        "{reason text}",
    ] {
        assert!(!is_prose(name), "{name}");
    }
}
