//! What types are called: by a noun. A bare participle ("given", "told") says that something happened to a thing and not
//! what thing it is.

use crate::{none, product};

/// Crates whose types people speak of.
const HOMES: [&str; 4] = [
    "crates/domain/src",
    "crates/api/src",
    "crates/clinic/src",
    "crates/cli/src",
];

/// Names that are participles and stay, and why.
const STAY: [(&str, &str); 4] = [
    (
        "Kept",
        "the house's own word for a fact with its head, which the README explains",
    ),
    ("Changed", "a name of the wire, which the window knows"),
    ("Shown", "a name of the wire, which the window knows"),
    ("Understood", "a name of the wire, which the window knows"),
];

/// Participles that end otherwise than in `ed`; those that are nouns too, such as "cut" or "set", are not among them.
const IRREGULAR: &str = "Begun Born Bound Broken Built Chosen Drawn Driven Eaten Fallen Felt Forgotten Found Given Gone Grown \
    Heard Held Hidden Kept Known Laid Led Left Lost Made Meant Met Paid Proven Put Read Said Seen Sent Shown Shut Sold \
    Spoken Spent Stolen Sworn Taken Taught Thought Thrown Told Torn Understood Woken Worn Written";

/// Nouns that end in `ed`.
const NOUNS: &str = "Bed Breed Creed Deed Feed Greed Need Red Reed Seed Shed Shred Sled Speed Weed";

/// Whether `name` is one participle and nothing more.
fn is_participle(name: &str) -> bool {
    let humps = name.chars().filter(char::is_ascii_uppercase).count();
    let is_one_of = |list: &str| list.split_whitespace().any(|word| word == name);
    humps == 1 && (is_one_of(IRREGULAR) || name.ends_with("ed") && !is_one_of(NOUNS))
}

/// The types that a line declares for others.
fn declared(line: &str) -> Option<&str> {
    let rest = line.trim_start().strip_prefix("pub")?;
    let rest = match rest.strip_prefix('(') {
        Some(within) => within.split_once(')')?.1,
        None => rest,
    };
    let rest = rest.trim_start();
    let name = ["struct ", "enum "]
        .iter()
        .find_map(|kind| rest.strip_prefix(kind))?;
    name.split(|letter: char| !letter.is_alphanumeric()).next()
}

#[test]
fn types_are_named_by_nouns() {
    let mut broken = Vec::new();
    let mut stayed = Vec::new();
    for (file, code) in product() {
        if !HOMES.iter().any(|home| file.is_in(home)) {
            continue;
        }
        for name in code
            .lines()
            .filter_map(declared)
            .filter(|name| is_participle(name))
        {
            match STAY.iter().find(|(known, _)| *known == name) {
                Some((known, _)) => stayed.push(*known),
                None => broken.push(format!("{}: {name}", file.path)),
            }
        }
    }
    none(
        broken,
        "A type is called by a noun that says what it is: `GivenAnswer`, not `Given`.",
    );
    none(
        STAY.iter()
            .map(|(name, _)| (*name).to_owned())
            .filter(|name| !stayed.contains(&name.as_str()))
            .collect(),
        "No type is called so any more: take the name off the list.",
    );
}

#[test]
fn a_participle_is_told_from_a_noun() {
    for name in ["Measured", "Given", "Told", "Written", "Listed"] {
        assert!(is_participle(name), "{name}");
    }
    for name in [
        "Measurement",
        "GivenAnswer",
        "Speed",
        "Need",
        "Answer",
        "Level",
        "Set",
    ] {
        assert!(!is_participle(name), "{name}");
    }
    assert_eq!(declared("    pub(crate) struct Given<'a> {"), Some("Given"));
    assert_eq!(declared("pub enum Told {"), Some("Told"));
    assert_eq!(declared("struct Given {"), None);
    assert_eq!(declared("pub fn told() {"), None);
}
