//! What keeps one trend apart from another.

use super::RatingScope;
use crate::value::text::Text;
use std::hash::{Hash, Hasher};

/// What two measures have in common that may be compared: the instrument with what it asked for or its edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key<'a> {
    /// Pain rating that asked for this.
    Nrs(RatingScope),
    /// ODI of a version.
    Odi(Option<&'a str>),
    /// A free measure, told apart by its name and its unit.
    Number {
        /// Its name, whatever its capitals and spaces.
        name: FoldedText<'a>,
        /// Its unit, whatever its capitals and spaces.
        unit: FoldedText<'a>,
    },
    /// An instrument in an edition.
    Instrument {
        /// The id of the instrument.
        id: &'a str,
        /// The edition that was used; nothing where none is known.
        edition: Option<&'a str>,
        /// The patient's own activities that were rated.
        activities: Activities<'a>,
    },
}

impl Key<'_> {
    /// Whether both measure the same thing although they may not be comparable: another or an unknown version of one
    /// form, a rating whose side or kind the other leaves open. A newer score of such a measure takes a verdict's ground.
    pub fn may_be(&self, other: &Key<'_>) -> bool {
        match (self, other) {
            (Key::Nrs(one), Key::Nrs(other)) => one.may_be(*other),
            (Key::Odi(_), Key::Odi(_)) => true,
            (Key::Instrument { id, .. }, Key::Instrument { id: other, .. }) => id == other,
            (Key::Number { name, .. }, Key::Number { name: other, .. }) => name == other,
            _ => false,
        }
    }
}

/// A name as typed, which is the same whatever its capitals and spaces.
#[derive(Debug, Clone, Copy)]
pub struct FoldedText<'a>(pub &'a str);

impl FoldedText<'_> {
    fn chars(&self) -> impl Iterator<Item = char> {
        let shown = self.0.chars().filter(|c| !c.is_whitespace());
        shown.flat_map(char::to_lowercase)
    }
}

impl PartialEq for FoldedText<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.chars().eq(other.chars())
    }
}

impl Eq for FoldedText<'_> {}

impl PartialOrd for FoldedText<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for FoldedText<'_> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.chars().cmp(other.chars())
    }
}

impl Hash for FoldedText<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.chars().for_each(|c| c.hash(state));
        // As a text does, so that two names one after the other stay apart.
        state.write_u8(0xff);
    }
}

/// The patient's own activities, which are the same in whatever order, capitals and spaces.
#[derive(Debug, Clone, Copy)]
pub struct Activities<'a>(pub &'a [Text]);

impl<'a> Activities<'a> {
    fn sorted(&self) -> Vec<FoldedText<'a>> {
        let mut all: Vec<FoldedText<'a>> = self.0.iter().map(|one| FoldedText(one.as_str())).collect();
        all.sort();
        all
    }
}

impl PartialEq for Activities<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.sorted() == other.sorted()
    }
}

impl Eq for Activities<'_> {}

impl PartialOrd for Activities<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Activities<'_> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.sorted().cmp(&other.sorted())
    }
}

impl Hash for Activities<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.sorted().hash(state);
    }
}
