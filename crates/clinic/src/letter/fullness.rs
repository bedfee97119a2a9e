//! How fully a section is told, what it then is, and what of the record is not in it.
//!
//! What must hold: whatever a section leaves out it counts here, so that the letter names it.

use crate::words::{Message, say_with};
use lamina_letters::Block;

/// How fully a section is told. The order is that of the steps by which a letter is brought onto its pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fullness {
    /// Everything that is recorded.
    Whole,
    /// What a reader usually asks for: of what was repeated the last, of details those that matter for what comes next.
    Usual,
    /// Lines in place of tables, the latest of each kind.
    Short,
    /// The least that may stand alone.
    Tight,
    /// Not told, and named as that.
    Gone,
}

impl Fullness {
    /// How many of the latest of `all` are told: all of them in full, else so many usually, in short and at least.
    pub(super) fn latest(self, all: usize, [usual, short, least]: [usize; 3]) -> usize {
        match self {
            Self::Whole => all,
            Self::Usual => usual,
            Self::Short => short,
            Self::Tight | Self::Gone => least,
        }
    }
}

/// What a section leaves out.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Omission {
    /// So many entries of all.
    Entries { what: Message, count: usize, all: usize },
    /// So many entries are told without their details.
    Details { what: Message, count: usize },
    /// The section as a whole.
    Section(Message),
}

/// A section in words.
#[derive(Debug, Clone, Default)]
pub(super) struct Passage {
    pub(super) body: Vec<Block>,
    pub(super) left: Vec<Omission>,
}

impl From<Vec<Block>> for Passage {
    fn from(body: Vec<Block>) -> Self {
        Self {
            body,
            left: Vec::new(),
        }
    }
}

impl From<Option<Block>> for Passage {
    fn from(block: Option<Block>) -> Self {
        Vec::from_iter(block).into()
    }
}

impl Passage {
    /// The same with the rule by which entries were chosen under it, where some of them are left out.
    pub(super) fn chosen(mut self, rule: Message, what: Message, told: usize, all: usize) -> Self {
        let count = all.saturating_sub(told);
        if count > 0 {
            self.body.push(Block::Note(say_with!(
                "letter-rule",
                [
                    ("rule", crate::words::say!(rule).into()),
                    ("count", count.into()),
                    ("all", all.into()),
                ],
            )));
            self.left.push(Omission::Entries { what, count, all });
        }
        self
    }

    /// The same with so many entries counted as left out, without a line under it.
    pub(super) fn without(mut self, what: Message, told: usize, all: usize) -> Self {
        let count = all.saturating_sub(told);
        if count > 0 {
            self.left.push(Omission::Entries { what, count, all });
        }
        self
    }

    /// The same with so many entries counted as told without their details.
    pub(super) fn shortened(mut self, what: Message, count: usize) -> Self {
        if count > 0 {
            self.left.push(Omission::Details { what, count });
        }
        self
    }
}

/// How many of these differ from what they are in full.
pub(super) fn differ<T: PartialEq>(told: &[T], whole: &[T]) -> usize {
    told.iter().zip(whole).filter(|(one, other)| one != other).count()
}
