//! Work and occupation alone, for a reader who needs no more of how somebody lives.

use super::{labelled, listed};
use crate::{
    circumstances,
    record::Record,
    words::{say, say_with},
};
use lamina_letters::Block;

pub(super) fn work(record: &Record) -> Vec<Block> {
    let (work, occupation) = (
        say!("shown-circumstance-work"),
        say!("shown-circumstance-occupation"),
    );
    let told = circumstances::standing(record);
    let later = told.iter().any(|one| one.label == occupation);
    let with_person = record.patient.occupation.as_ref().filter(|_| !later);
    let lines = told
        .into_iter()
        .filter(|one| one.label == work || one.label == occupation)
        .map(|one| {
            say_with!(
                "letter-decision-part",
                [("label", one.label.into()), ("text", one.text.into())]
            )
        })
        .chain(labelled(
            &say!("letter-occupation"),
            with_person.map(ToString::to_string),
        ));
    listed(lines)
}
