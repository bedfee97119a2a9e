//! What was read last of each of a few patients, held as long as nothing in the vault changes. It goes when the vault is closed.

use std::{any::Any, collections::VecDeque, sync::Arc};
use uuid::Uuid;

/// Of how many patients something is held.
const HELD: usize = 4;

/// What was read of a patient.
#[derive(Debug)]
struct Read {
    patient: Uuid,
    /// How often the vault had been changed before it was read.
    changes: u64,
    what: Arc<dyn Any + Send + Sync>,
}

/// What was read last. The vault that holds it does not know what it is.
#[derive(Debug, Default)]
pub(crate) struct ReadLast(VecDeque<Read>);

impl ReadLast {
    /// What is held of a patient, where the vault was changed as often as it was then.
    pub(crate) fn of<T: Any + Send + Sync>(&mut self, patient: Uuid, changes: u64) -> Option<Arc<T>> {
        self.0.retain(|one| one.changes == changes);
        let found = self.0.iter().find(|one| one.patient == patient)?;
        Arc::clone(&found.what).downcast().ok()
    }

    /// Holds what was read of a patient after so many changes.
    pub(crate) fn keep<T: Any + Send + Sync>(&mut self, patient: Uuid, changes: u64, what: &Arc<T>) {
        self.0.push_back(Read {
            patient,
            changes,
            what: Arc::clone(what) as Arc<dyn Any + Send + Sync>,
        });
        if self.0.len() > HELD {
            self.0.pop_front();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_few_are_held_until_something_changes() {
        let patient = |number: usize| Uuid::from_u128(number as u128);
        let mut last = ReadLast::default();
        for number in 0..=HELD {
            last.keep(patient(number), 7, &Arc::new(number));
        }
        assert_eq!(last.of::<usize>(patient(0), 7), None, "the oldest made room");
        assert_eq!(last.of(patient(HELD), 7), Some(Arc::new(HELD)));
        assert_eq!(
            last.of::<usize>(patient(HELD), 8),
            None,
            "something changed since"
        );
        assert_eq!(
            last.of::<usize>(patient(HELD), 7),
            None,
            "and what was held is gone"
        );
    }
}
