//! What the pain is called, and what was found or is likely to be behind it. What is only thought of is named by nobody but the
//! one who talks it over; that something is still looked into is said, and so is what is not known.

use crate::{
    letter::{About, listed},
    words::{plain, say, say_with},
};
use lamina_domain::{
    Diagnosis,
    diagnosis::{Certainty, Kind, Term},
};
use lamina_letters::Block;

pub(in crate::letter) fn causes(about: &About<'_>) -> Vec<Block> {
    let record = about.record;
    let mut open: Vec<&Diagnosis> = record.diagnoses.iter().map(|one| &one.fact).collect();
    open.retain(|one| one.is_open());
    open.sort_by_key(|one| one.certainty);
    let sure = |one: &&Diagnosis| matches!(one.certainty, Certainty::Confirmed | Certainty::Probable);
    let mut blocks = Vec::new();
    let named = open.iter().copied().filter(sure);
    if named.clone().any(|one| one.kind == Kind::PersistentPain) {
        let name = name(about.request.preferred_term);
        blocks.push(Block::Paragraph(say_with!(
            "copy-cause-pain",
            [("name", name.into())]
        )));
    }
    let told: Vec<String> = named.filter_map(line).collect();
    if told.is_empty() {
        blocks.push(Block::Paragraph(say!("copy-cause-none")));
    }
    blocks.extend(listed(told));
    let rest = |one: &&Diagnosis| one.kind != Kind::PersistentPain && (!sure(one) || line(one).is_none());
    if open.iter().any(rest) {
        blocks.push(Block::Paragraph(say!("copy-cause-open")));
    }
    blocks
}

/// The name of the pain as a clinic says it to the one who has it: never one that says that somebody or something failed.
fn name(term: Term) -> String {
    say!(match term {
        Term::Psps | Term::Fbss => crate::words::message!("copy-term-psps"),
        Term::PostLaminectomy => crate::words::message!("copy-term-post-laminectomy"),
    })
}

/// "Found: scar tissue around a nerve, lower back, left (S1)"; nothing of what has no plain word of its own, or is talked over and
/// not read.
fn line(one: &Diagnosis) -> Option<String> {
    let what = plain::cause(one.kind)?;
    let what = match plain::place(&one.levels, &one.side) {
        Some(place) => say_with!("copy-at", [("what", what.into()), ("place", place.into())]),
        None => what,
    };
    Some(match one.certainty {
        Certainty::Confirmed => say_with!("copy-cause-confirmed", [("what", what.into())]),
        _ => say_with!("copy-cause-probable", [("what", what.into())]),
    })
}
