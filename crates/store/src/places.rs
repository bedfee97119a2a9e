//! Sets of people by their places: how they are joined and counted, and how a block of them is kept.

use crate::error::StoreError;

/// People in one block.
pub(crate) const BLOCK: u32 = 4096;
/// Bytes of a block with one bit for each place.
const BYTES: usize = BLOCK as usize / 8;
/// The same in words of 64 bits.
const WORDS: usize = BYTES / 8;

/// A set of places.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Places(Vec<u64>);

impl Places {
    /// Adds a block as it is kept.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`].
    pub(crate) fn insert_block(&mut self, block: u32, people: &[u8]) -> Result<(), StoreError> {
        let first = block as usize * WORDS;
        if self.0.len() < first + WORDS {
            self.0.resize(first + WORDS, 0);
        }
        let read = Block::read(people)?;
        for (mine, more) in self.0.iter_mut().skip(first).zip(read.0) {
            *mine |= more;
        }
        Ok(())
    }

    /// Adds all of another set.
    pub(crate) fn join(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (mine, more) in self.0.iter_mut().zip(&other.0) {
            *mine |= more;
        }
    }

    /// Those who are in both.
    pub(crate) fn both(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(one, two)| one & two).collect())
    }

    /// Those who are not in the other.
    pub(crate) fn without(&self, other: &Self) -> Self {
        let theirs = other.0.iter().copied().chain(std::iter::repeat(0));
        Self(self.0.iter().zip(theirs).map(|(one, two)| one & !two).collect())
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Each of them, the lowest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> {
        (0_u32..).zip(&self.0).flat_map(|(at, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let low = (rest != 0).then(|| rest.trailing_zeros())?;
                rest &= rest - 1;
                Some(at * 64 + low)
            })
        })
    }
}

/// The places of one block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block([u64; WORDS]);

impl Default for Block {
    fn default() -> Self {
        Self([0; WORDS])
    }
}

impl Block {
    /// A block as it is kept.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`].
    pub(crate) fn read(people: &[u8]) -> Result<Self, StoreError> {
        let mut block = Self::default();
        if people.len() == BYTES {
            for (word, bytes) in block.0.iter_mut().zip(people.chunks_exact(8)) {
                *word = u64::from_le_bytes(bytes.try_into().map_err(|_| StoreError::Unreadable)?);
            }
            return Ok(block);
        }
        let (numbers, []) = people.as_chunks::<2>() else {
            return Err(StoreError::Unreadable);
        };
        for bytes in numbers {
            let place = u16::from_le_bytes(*bytes);
            let word = block.0.get_mut(usize::from(place) / 64);
            *word.ok_or(StoreError::Unreadable)? |= 1 << (place % 64);
        }
        Ok(block)
    }

    /// Puts a place in or takes it out, and says whether that changed anything. `place` counts from the first of the block.
    pub(crate) fn set(&mut self, place: u32, there: bool) -> bool {
        let Some(word) = self.0.get_mut(place as usize / 64) else {
            return false;
        };
        let before = *word;
        if there {
            *word |= 1 << (place % 64);
        } else {
            *word &= !(1 << (place % 64));
        }
        *word != before
    }

    /// Adds the places at which two others differ.
    pub(crate) fn differ(&mut self, one: &Self, other: &Self) {
        for (mine, (one, other)) in self.0.iter_mut().zip(one.0.iter().zip(other.0)) {
            *mine |= one ^ other;
        }
    }

    /// Each place, the lowest first.
    pub(crate) fn places(&self) -> Vec<u32> {
        Places(self.0.to_vec()).iter().collect()
    }

    /// As it is kept; nothing where nobody is in it.
    pub(crate) fn kept(&self) -> Vec<u8> {
        let count: usize = self.0.iter().map(|word| word.count_ones() as usize).sum();
        if count * 2 >= BYTES {
            return self.0.iter().flat_map(|word| word.to_le_bytes()).collect();
        }
        let all = self.places().into_iter();
        all.filter_map(|place| u16::try_from(place).ok())
            .flat_map(u16::to_le_bytes)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    fn places(of: &BTreeSet<u32>) -> Places {
        let mut all = Places::default();
        let mut blocks: BTreeMap<u32, Block> = BTreeMap::new();
        for place in of {
            blocks.entry(place / BLOCK).or_default().set(place % BLOCK, true);
        }
        for (number, block) in blocks {
            all.insert_block(number, &block.kept()).unwrap();
        }
        all
    }

    proptest::proptest! {
        #[test]
        fn sets_of_places_are_sets(
            one in proptest::collection::btree_set(0_u32..9000, 0..400),
            two in proptest::collection::btree_set(0_u32..9000, 0..400),
        ) {
            let (mine, theirs) = (places(&one), places(&two));
            let all = |places: Places| places.iter().collect::<BTreeSet<u32>>();
            proptest::prop_assert_eq!(mine.len(), one.len());
            proptest::prop_assert_eq!(all(mine.both(&theirs)), &one & &two);
            proptest::prop_assert_eq!(all(mine.without(&theirs)), &one - &two);
            let mut joined = mine;
            joined.join(&theirs);
            proptest::prop_assert_eq!(all(joined), &one | &two);
        }

        #[test]
        fn a_block_reads_back_as_it_was_kept(of in proptest::collection::btree_set(0_u32..4096, 0..600)) {
            let mut block = Block::default();
            for place in &of {
                proptest::prop_assert!(block.set(*place, true) && !block.set(*place, true));
            }
            let kept = block.kept();
            proptest::prop_assert!(kept.len() <= BYTES);
            proptest::prop_assert_eq!(Block::read(&kept).unwrap(), block.clone());
            let mut all = Places::default();
            all.insert_block(2, &kept).unwrap();
            let read: BTreeSet<u32> = all.iter().map(|place| place - 2 * BLOCK).collect();
            proptest::prop_assert_eq!(&read, &of);
            for place in &of {
                proptest::prop_assert!(block.set(*place, false));
            }
            proptest::prop_assert!(block.kept().is_empty());
        }
    }
}
