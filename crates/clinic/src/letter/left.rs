//! What stands in the record and not in the letter, as sentences: entries by their number, details, whole sections, and what
//! the kind of letter has no place for.

use super::{
    fullness::{Omission, Passage},
    part::Part,
};
use crate::{
    record::Record,
    words::{Message, joined, neuromodulation::small, say, say_with},
};

/// The sentences; none where everything of the record stands in the letter.
pub(super) fn sentences(record: &Record, told: &[Passage], no_place: &[Part], treats: bool) -> Vec<String> {
    let left = || told.iter().flat_map(|one| &one.left);
    let entries = left().map(|one| match one {
        Omission::Entries { what, count, all } => Some(say_with!(
            "letter-left-entries",
            [
                ("what", say!(*what).into()),
                ("count", (*count).into()),
                ("all", (*all).into()),
            ],
        )),
        _ => None,
    });
    let details = left().map(|one| match one {
        Omission::Details { what, count } => Some(say_with!(
            "letter-left-details",
            [("what", say!(*what).into()), ("count", (*count).into())],
        )),
        _ => None,
    });
    let sections = left().map(|one| match one {
        Omission::Section(name) => Some(named(*name)),
        _ => None,
    });
    let said = [
        joined(entries, "; ").map(|list| say_with!("letter-left-out", [("list", list.into())])),
        joined(details, "; ").map(|list| say_with!("letter-left-short", [("list", list.into())])),
        joined(sections, "; ").map(|list| say_with!("letter-left-sections", [("list", list.into())])),
    ];
    let mut said: Vec<String> = said.into_iter().flatten().collect();
    // How much else there is, is no business of a reader who does not treat.
    if !said.is_empty() && treats {
        let all: usize = record.counts().into_iter().map(|(_, count)| count).sum();
        said.push(say_with!("letter-left-all", [("count", all.into())]));
    }
    let no_place = no_place.iter().map(|part| Some(named(part.name())));
    said.extend(joined(no_place, "; ").map(|list| say_with!("letter-left-by-kind", [("list", list.into())])));
    said
}

/// A name within a sentence.
fn named(name: Message) -> String {
    small(&say!(name))
}
