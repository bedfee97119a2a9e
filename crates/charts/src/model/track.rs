//! What went on beside the values, such as medicines and therapies: rows below the plots, on the same time axis.

use super::{Caption, Span};

/// How a spell ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpellEnd {
    /// It happened once and had no length.
    Once,
    /// It ended on a day within this span.
    Ended(Span),
    /// It goes on at the end of the axis.
    GoesOn,
    /// Whether and when it ended is not known.
    Unknown,
}

/// Something that happened once, or went on for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spell {
    /// When it happened, or began.
    pub begin: Span,
    /// Whether and when it ended, and so which sign or bar it is.
    pub end: SpellEnd,
    /// Few words that are drawn over it; the longest that the drawing has no room for are left out.
    pub label: String,
    /// What is told of it.
    pub told: Caption,
}

impl Spell {
    /// From when it may have gone on, and until when; no last day where none is known.
    pub(crate) fn reach(&self) -> (chrono::NaiveDate, Option<chrono::NaiveDate>) {
        let last = match self.end {
            SpellEnd::Once => Some(self.begin.to),
            SpellEnd::Ended(end) => Some(end.to),
            SpellEnd::GoesOn | SpellEnd::Unknown => None,
        };
        (self.begin.from, last)
    }

    /// Whether a span of it is reversed, or it ends before it can have begun.
    pub(crate) fn is_reversed(&self) -> bool {
        let ended = match self.end {
            SpellEnd::Ended(end) => end.from > end.to || end.to < self.begin.from,
            _ => false,
        };
        ended || self.begin.from > self.begin.to
    }
}

/// Spells of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Track {
    /// What they are, in front of the row.
    pub name: String,
    /// Which colour: 0 to 5; higher numbers start again.
    pub style: usize,
    /// Spells of this kind, in any order.
    pub spells: Vec<Spell>,
}
