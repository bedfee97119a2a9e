//! Where the facts of a letter come from: a mark on the row, or one line under the rows where all have the same source.
//! What a clinician found carries no mark; the foot of the letter says so.

use crate::words::say;
use lamina_domain::ToldBy;
use lamina_letters::Block;

/// The mark of a fact that stands alone.
pub(super) fn mark(source: ToldBy) -> Option<String> {
    match source {
        ToldBy::Clinician => None,
        ToldBy::Patient => Some(say!("letter-source-patient")),
        ToldBy::Document => Some(say!("letter-source-document")),
        ToldBy::Device => Some(say!("letter-source-device")),
    }
}

/// The sources of the rows of one section.
pub(super) struct Sources {
    shared: Option<ToldBy>,
}

impl Sources {
    /// Of rows in any order.
    pub(super) fn of(rows: impl Iterator<Item = ToldBy>) -> Self {
        let all: Vec<ToldBy> = rows.collect();
        let shared = match all.as_slice() {
            [first, _, ..] if all.iter().all(|one| one == first) => Some(*first),
            _ => None,
        };
        Self { shared }
    }

    /// The mark of a row; nothing where the line under the rows says it.
    pub(super) fn mark(&self, source: ToldBy) -> Option<String> {
        match self.shared {
            Some(_) => None,
            None => mark(source),
        }
    }

    /// The line under the rows.
    fn line(&self) -> Option<String> {
        match self.shared? {
            ToldBy::Clinician => None,
            ToldBy::Patient => Some(say!("letter-sources-patient")),
            ToldBy::Document => Some(say!("letter-sources-document")),
            ToldBy::Device => Some(say!("letter-sources-device")),
        }
    }

    /// The rows with that line under them.
    pub(super) fn under(&self, mut blocks: Vec<Block>) -> Vec<Block> {
        match (blocks.last_mut(), self.line()) {
            (Some(Block::NotRecorded(said)), Some(line)) => *said = format!("{said} {line}"),
            (Some(_), Some(line)) => blocks.push(Block::NotRecorded(line)),
            _ => {}
        }
        blocks
    }
}
