//! Chance from a seed. Each patient has a stream of its own, so that one patient is the same in a clinic of any size,
//! and numbers are cut to their range here, so that the bytes depend on nothing but the seed.

use rand_chacha::{
    ChaCha8Rng,
    rand_core::{RngCore, SeedableRng},
};

/// A stream of chance.
pub(super) struct Chance(ChaCha8Rng);

impl Chance {
    /// Stream `stream` of `seed`.
    pub(super) fn new(seed: u64, stream: u64) -> Self {
        let mut source = ChaCha8Rng::seed_from_u64(seed);
        source.set_stream(stream);
        Chance(source)
    }

    /// A whole number from `low` to `high`, both included; `low` where they are crossed.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = u64::try_from(high.saturating_sub(low))
            .unwrap_or(0)
            .saturating_add(1);
        // The product's upper half is even enough for ranges this small, and needs no second draw.
        let cut = (u128::from(self.0.next_u64()) * u128::from(width)) >> 64;
        low + i64::try_from(cut).unwrap_or(0)
    }

    /// True in `percent` of 100 cases.
    pub(super) fn percent(&mut self, percent: i64) -> bool {
        self.between(1, 100) <= percent
    }

    /// A place in a list of `length`, 0 where the list is empty.
    pub(super) fn place(&mut self, length: usize) -> usize {
        let last = i64::try_from(length).unwrap_or(i64::MAX) - 1;
        usize::try_from(self.between(0, last.max(0))).unwrap_or(0)
    }

    /// One word of a list; nothing where the list is empty.
    pub(super) fn word(&mut self, list: &[&'static str]) -> &'static str {
        list.get(self.place(list.len())).copied().unwrap_or_default()
    }

    /// From `least` to `most` different words of a list, in the list's order.
    pub(super) fn words(&mut self, list: &[&'static str], least: i64, most: i64) -> Vec<&'static str> {
        let wanted = usize::try_from(self.between(least, most))
            .unwrap_or(0)
            .min(list.len());
        let mut left = wanted;
        let mut found = Vec::with_capacity(wanted);
        for (at, word) in list.iter().enumerate() {
            let rest = i64::try_from(list.len() - at).unwrap_or(1);
            if i64::try_from(left).unwrap_or(0) >= self.between(1, rest) {
                found.push(*word);
                left -= 1;
            }
        }
        found
    }
}
