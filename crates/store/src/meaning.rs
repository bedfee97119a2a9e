//! Words that mean the same for the search: levels however they are written, short names, medicines by any of their
//! names, numbers without their leading zeros.
//!
//! What a record says is widened when it is indexed where there are few ways to say it; a brand is widened when it is
//! typed, because a medicine has many.

use lamina_domain::{
    Levels, Target,
    medicine::name::{brands, substances},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use crate::fold::{add_joined, add_runs, joined, words};

/// Short names as clinicians of this field write them, and what they stand for.
const SHORT: [(&str, &str); 8] = [
    ("scs", "spinal cord stimulator"),
    ("scs", "spinal cord stimulation"),
    ("drg", "dorsal root ganglion"),
    ("pns", "peripheral nerve stimulation"),
    ("rfa", "radiofrequency ablation"),
    ("rfa", "radiofrequency denervation"),
    ("esi", "epidural steroid injection"),
    ("tens", "transcutaneous electrical nerve stimulation"),
];

/// Shortest beginning of a medicine's name that is widened, in characters.
const MEDICINE: usize = 4;

/// Names of medicines without spaces, and the ingredients they stand for, as they are indexed.
static MEDICINES: LazyLock<BTreeMap<String, BTreeSet<String>>> = LazyLock::new(|| {
    let mut names: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut add = |name: &str, of: &str| {
        names.entry(joined(name)).or_default().insert(joined(of));
    };
    for brand in brands() {
        brand.of.iter().for_each(|of| add(&brand.name, of));
    }
    for substance in substances() {
        substance.also.iter().for_each(|also| add(also, &substance.id));
    }
    names
});

/// The levels that a word names, where it is one: "l4-s1", "L4/5", "L45".
fn levels(word: &str) -> Option<Levels> {
    let plain = word.trim_matches([',', ';', '.', '(', ')', ':']);
    let has_number = plain.bytes().any(|b| b.is_ascii_digit());
    let levels: Levels = plain.parse().ok().filter(|_| has_number && plain.len() <= 20)?;
    levels.are_named().then_some(levels)
}

/// Adds to the words of a text those that mean the same.
pub(crate) fn widen(text: &str, into: &mut BTreeSet<String>) {
    for levels in text.split_whitespace().filter_map(levels) {
        for target in levels.targets() {
            into.insert(joined(&target.to_string()));
            if let Target::Segment(upper, lower) = target {
                into.extend([joined(&upper.to_string()), joined(&lower.to_string())]);
            }
        }
    }
    let mut all = BTreeSet::new();
    add_runs(&words(text), &mut all);
    for (short, long) in SHORT {
        if all.contains(short) {
            add_joined(&words(long), into);
        }
        if all.contains(&joined(long)) {
            into.insert(short.to_owned());
        }
    }
    into.extend(
        all.iter()
            .filter_map(|name| MEDICINES.get(name))
            .flatten()
            .cloned(),
    );
}

/// Adds a record number without some or all of its leading zeros: "S-000181" is also "s00181" and "s181".
pub(crate) fn number(text: &str, into: &mut BTreeSet<String>) {
    let mut number = joined(text);
    while let Some(at) = leading_zero(&number) {
        number.remove(at);
        into.insert(number.clone());
    }
}

fn leading_zero(number: &str) -> Option<usize> {
    let digits = number.find(|c: char| c.is_ascii_digit())?;
    let bytes = number.as_bytes();
    let followed = bytes.get(digits + 1).is_some_and(u8::is_ascii_digit);
    (bytes.get(digits) == Some(&b'0') && followed).then_some(digits)
}

/// A typed word that names segments, as what has to be found: each of its segments, or the word itself.
pub(crate) fn segments(word: &str) -> Option<Vec<Vec<String>>> {
    let levels = levels(word)?;
    let all = levels.targets();
    let segments = all.iter().all(|target| matches!(target, Target::Segment(..)));
    segments.then(|| {
        all.iter()
            .map(|target| vec![joined(&target.to_string()), joined(word)])
            .collect()
    })
}

/// The ingredients that a typed word may stand for: "lyri" begins Lyrica, which is pregabalin.
pub(crate) fn ingredients(word: &str) -> Vec<String> {
    if word.chars().count() < MEDICINE {
        return Vec::new();
    }
    let from = MEDICINES.range(word.to_owned()..);
    let named = from.take_while(|(name, _)| name.starts_with(word));
    let found: BTreeSet<String> = named.flat_map(|(_, of)| of.iter().cloned()).collect();
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn widened(text: &str) -> BTreeSet<String> {
        let mut into = BTreeSet::new();
        widen(text, &mut into);
        into
    }

    #[rstest]
    #[case("Fusion, L4-S1", &["l4l5", "l5s1", "l5", "s1"])]
    #[case("L2/3 L4/5", &["l2l3", "l4l5"])]
    #[case("fusion (L45)", &["l4l5"])]
    #[case("L2-pelvis", &["l2l3", "s1pelvis"])]
    #[case("SCS trial", &["spinal", "stimulator", "spinalcordstimulator"])]
    #[case("Spinal cord stimulator trial", &["scs"])]
    #[case("Lyrica 75 mg", &["pregabalin"])]
    #[case("acetaminophen", &["paracetamol"])]
    fn what_is_said_is_indexed_by_its_meaning(#[case] text: &str, #[case] wanted: &[&str]) {
        let tokens = widened(text);
        for one in wanted {
            assert!(tokens.contains(*one), "{one} of {tokens:?}");
        }
        assert!(!tokens.contains("l1l2"), "{tokens:?}");
    }

    #[test]
    fn a_number_is_found_without_its_zeros() {
        let mut into = BTreeSet::new();
        number("S-000181", &mut into);
        assert_eq!(into.into_iter().collect::<Vec<_>>(), ["s00181", "s0181", "s181"]);
        let mut into = BTreeSet::new();
        number("B-7", &mut into);
        assert!(into.is_empty());
    }

    #[test]
    fn a_brand_is_widened_from_its_fourth_letter() {
        assert_eq!(ingredients("lyri"), ["pregabalin"]);
        assert!(ingredients("lyr").is_empty());
        assert!(ingredients("smith").is_empty());
    }
}
