//! The search made anew from the record, and whether it says what the record says.

use std::collections::BTreeMap;

use sqlx::SqliteConnection;
use uuid::Uuid;

use crate::error::StoreError;
use crate::index::{self, expected};
use crate::lists::{self, List};
use crate::noun::{Noun, Row};
use crate::pending::lists_of;
use crate::places::{BLOCK, Block};
use crate::store::Store;
use crate::unit::Unit;
use crate::version::parse_id;

/// A patient with the words of each entry.
type Person = (Uuid, BTreeMap<Uuid, String>);
type Lists = BTreeMap<(List, String), Block>;

impl Store {
    /// Everyone who was ever recorded, whether the record stands or not.
    async fn ever(&self, conn: &mut SqliteConnection) -> Result<Vec<Uuid>, StoreError> {
        let ids: Vec<String> =
            sqlx::query_scalar("SELECT id FROM entry WHERE clinic_id = $1 AND noun = 'patient' ORDER BY id")
                .bind(self.clinic())
                .fetch_all(conn)
                .await?;
        ids.iter().map(|id| parse_id(id)).collect()
    }

    /// The words by which a patient should be found: those of each fact that stands, by entry. `row` makes the row of a fact
    /// from its content.
    async fn expected_words(
        &self,
        patient: Uuid,
        row: &impl Fn(Noun, &str) -> Result<Row, StoreError>,
    ) -> Result<BTreeMap<Uuid, String>, StoreError> {
        let mut found = BTreeMap::new();
        for noun in Noun::ALL {
            for entry in self.current(noun, patient).await? {
                let words = expected(&row(noun, &entry.current.content)?);
                if !words.is_empty() {
                    found.insert(entry.id, words);
                }
            }
        }
        Ok(found)
    }

    /// Patients who are not found by exactly what stands in their record. `row` makes the row of a fact from its content.
    ///
    /// # Errors
    /// When the check itself cannot be done.
    pub async fn search_faults(
        &self,
        row: impl Fn(Noun, &str) -> Result<Row, StoreError>,
    ) -> Result<Vec<Uuid>, StoreError> {
        let clinic = self.clinic().to_owned();
        let mut reading = self.readers().begin().await?;
        let mut faults = Vec::new();
        let mut blocks: BTreeMap<u32, BTreeMap<u32, Person>> = BTreeMap::new();
        for patient in self.ever(&mut reading).await? {
            let wanted = self.expected_words(patient, &row).await?;
            let place = lists::place(&mut reading, &clinic, patient).await?;
            if lists::entries(&mut reading, &clinic, patient).await? != wanted
                || place.is_some() != wanted.contains_key(&patient)
            {
                faults.push(patient);
            }
            if let Some(place) = place {
                let block = blocks.entry(place / BLOCK).or_default();
                block.insert(place % BLOCK, (patient, wanted));
            }
        }
        let last = lists::last_block(&mut reading, &clinic).await?;
        for block in 0..=last {
            let people = blocks.remove(&block).unwrap_or_default();
            let mut wanted = Lists::new();
            for (place, (patient, entries)) in &people {
                for key in lists_of(*patient, entries) {
                    wanted.entry(key).or_default().set(*place, true);
                }
            }
            let kept = lists::everything(&mut reading, &clinic, block).await?;
            let mut wrong = Block::default();
            for key in wanted.keys().chain(kept.keys()) {
                let nobody = Block::default();
                let (one, other) = (
                    wanted.get(key).unwrap_or(&nobody),
                    kept.get(key).unwrap_or(&nobody),
                );
                wrong.differ(one, other);
            }
            let patient = |place: u32| people.get(&place).map(|(patient, _)| *patient);
            // A place that nobody has is told as nobody's.
            faults.extend(
                wrong
                    .places()
                    .into_iter()
                    .map(|place| patient(place).unwrap_or_default()),
            );
        }
        // Whoever is in a block that no list has.
        for (patient, entries) in blocks.into_values().flat_map(BTreeMap::into_values) {
            faults.extend((!lists_of(patient, &entries).is_empty()).then_some(patient));
        }
        faults.sort_unstable();
        faults.dedup();
        Ok(faults)
    }
}

impl Unit {
    /// Makes the search anew from what stands in the record. `row` makes the row of a fact from its content. Only for a unit
    /// that changed nothing yet.
    ///
    /// # Errors
    /// When it cannot be read or written.
    pub async fn rebuild_search(
        &mut self,
        row: impl Fn(Noun, &str) -> Result<Row, StoreError>,
    ) -> Result<(), StoreError> {
        self.step()?;
        let (clinic, store) = (self.clinic(), self.store().clone());
        lists::clear(self.conn(), &clinic).await?;
        for patient in store.ever(self.conn()).await? {
            for noun in Noun::ALL {
                for entry in store.current(noun, patient).await? {
                    let row = row(noun, &entry.current.content)?;
                    index::add(self, entry.id, patient, &row).await?;
                }
            }
        }
        self.step_done();
        Ok(())
    }
}
