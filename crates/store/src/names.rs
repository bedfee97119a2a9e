//! The order of names, kept in memory as long as no name changes.

use std::sync::{Arc, Mutex, PoisonError};

use crate::places::Places;

/// Everyone in the order of names, as of one version of the names.
#[derive(Debug)]
pub(crate) struct ByName {
    version: i64,
    /// The places in the order of names.
    places: Vec<u32>,
    /// How many come before the one at a place; the places of nobody come last.
    rank: Vec<u32>,
}

impl ByName {
    /// From the places of everyone in the order of names.
    pub(crate) fn of(version: i64, places: Vec<u32>) -> Self {
        let most = places.iter().max().map_or(0, |most| *most as usize + 1);
        let mut rank = vec![u32::MAX; most];
        for (number, place) in (0..).zip(&places) {
            if let Some(rank) = rank.get_mut(*place as usize) {
                *rank = number;
            }
        }
        Self {
            version,
            places,
            rank,
        }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.places.len()
    }

    /// The first of these people by name, in no order.
    pub(crate) fn first(&self, of: &Places, count: usize) -> Vec<u32> {
        let mut ranks: Vec<u32> = of
            .iter()
            .map(|place| self.rank.get(place as usize).copied().unwrap_or(u32::MAX))
            .collect();
        if count < ranks.len() {
            ranks.select_nth_unstable(count);
            ranks.truncate(count);
        }
        let place = |rank: u32| self.places.get(rank as usize).copied();
        ranks.into_iter().filter_map(place).collect()
    }
}

/// The order of names that was read last.
#[derive(Debug, Default)]
pub(crate) struct Names(Mutex<Option<Arc<ByName>>>);

impl Names {
    /// The order as of this version, where it was read.
    pub(crate) fn last(&self, version: i64) -> Option<Arc<ByName>> {
        let last = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        last.filter(|last| last.version == version)
    }

    /// Keeps an order in place of the last.
    pub(crate) fn keep(&self, now: &Arc<ByName>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(now));
    }
}
