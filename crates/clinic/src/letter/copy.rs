//! The patient's own copy of the record, in plain words: what was done, what it is called, what was tried, what comes next, what
//! to show and when to call. It speaks to the patient.
//!
//! What must hold: it weighs nothing, advises no dose, and tells no word that a clinician wrote for other clinicians. Of free
//! texts it has the names of procedures, treatments, medicines and implants, what the patient wants to reach, and what is planned; see
//! `docs/letters.md`. What it leaves out for its length it counts where it stands.

mod call;
mod causes;
mod coming;
mod done;
mod medicines;
mod scores;
mod show;
#[cfg(test)]
mod tests;
mod tried;
mod walk;

pub(super) use call::{call, numbers};
pub(super) use causes::causes;
pub(super) use coming::{plan, team};
pub(super) use done::operations;
pub(super) use medicines::medicines;
pub(super) use scores::scores;
pub(super) use show::show;
pub(super) use tried::tried;
pub(super) use walk::{how, less, walking};

use super::fullness::Fullness;
use crate::words::{say, say_with, spelled};
use chrono::NaiveDate;
use lamina_letters::Block;

/// What the page is, and what its reader may do with it.
pub(super) fn about() -> Vec<Block> {
    vec![Block::Paragraph(say!("copy-about-text"))]
}

/// Where its text comes from.
pub(super) fn made(today: NaiveDate) -> String {
    say_with!("copy-made", [("day", spelled(today).into())])
}

/// So many of a list: all of it where there is room.
pub(super) fn most(fullness: Fullness, [short, tight]: [usize; 2]) -> usize {
    match fullness {
        Fullness::Whole | Fullness::Usual => usize::MAX,
        Fullness::Short => short,
        Fullness::Tight | Fullness::Gone => tight,
    }
}

/// That so many more stand in the record; nothing where all are told.
pub(super) fn more(told: usize, all: usize) -> Option<String> {
    let count = all.saturating_sub(told);
    (count > 0).then(|| say_with!("copy-more", [("count", count.into())]))
}
