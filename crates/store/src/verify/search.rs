//! Whether the search says what the record says: the words of each entry, and who is in which list.

use std::collections::{BTreeMap, HashMap};

use sqlx::{Row, SqliteConnection};
use uuid::Uuid;

use super::Problem;
use crate::digest::{self, Digest};
use crate::error::StoreError;
use crate::pending::lists_of;
use crate::places::{BLOCK, Block};
use crate::store::Store;

/// People of one block by their places in it, each with the words of every entry.
type People = BTreeMap<u32, (Uuid, BTreeMap<Uuid, String>)>;
/// Who is in which list under which word.
type Lists = BTreeMap<(i64, String), Block>;

impl Store {
    /// Compares the words of each entry with those that it should have.
    pub(super) async fn check_words(
        &self,
        conn: &mut SqliteConnection,
        mut expected: HashMap<Uuid, Digest>,
        problems: &mut Vec<Problem>,
    ) -> Result<(), StoreError> {
        let sql = "SELECT patient_id, entry_id, noun, words FROM search_entry
                   WHERE clinic_id = $1 AND (patient_id, entry_id) > ($2, $3) ORDER BY patient_id, entry_id LIMIT $4";
        let mut after = (Uuid::nil(), Uuid::nil());
        while let Some(rows) = self.page(conn, sql, after).await? {
            for row in &rows {
                let (patient, id) = (row.try_get("patient_id")?, row.try_get("entry_id")?);
                after = (patient, id);
                let found = digest::of_words(patient, row.try_get("noun")?, row.try_get("words")?);
                if expected.remove(&id) != Some(found) {
                    problems.push(Problem::WordsChanged { id });
                }
            }
        }
        problems.extend(expected.into_keys().map(|id| Problem::WordsChanged { id }));
        Ok(())
    }

    /// Compares the lists with the words of those who stand.
    pub(super) async fn check_lists(
        &self,
        conn: &mut SqliteConnection,
        problems: &mut Vec<Problem>,
    ) -> Result<(), StoreError> {
        let blocks: Vec<i64> = sqlx::query_scalar(
            "SELECT block FROM search_list WHERE clinic_id = $1
             UNION SELECT place / $2 FROM patient_head WHERE clinic_id = $1",
        )
        .bind(self.clinic())
        .bind(BLOCK)
        .fetch_all(&mut *conn)
        .await?;
        for block in blocks {
            let people = self.people_of(conn, block).await?;
            let mut wanted = Lists::new();
            for (place, (patient, entries)) in &people {
                for (list, word) in lists_of(*patient, entries) {
                    wanted.entry((list as i64, word)).or_default().set(*place, true);
                }
            }
            let kept = self.lists_of_block(conn, block).await?;
            let nobody = Block::default();
            let mut wrong = Block::default();
            for key in wanted.keys().chain(kept.keys()) {
                let (one, other) = (
                    wanted.get(key).unwrap_or(&nobody),
                    kept.get(key).unwrap_or(&nobody),
                );
                wrong.differ(one, other);
            }
            let mut patients: Vec<Option<Uuid>> = wrong
                .places()
                .iter()
                .map(|place| people.get(place).map(|(patient, _)| *patient))
                .collect();
            patients.sort_unstable();
            patients.dedup();
            let differing = patients.into_iter();
            problems.extend(differing.map(|patient| Problem::ListsChanged { patient }));
        }
        Ok(())
    }

    async fn people_of(&self, conn: &mut SqliteConnection, block: i64) -> Result<People, StoreError> {
        let rows: Vec<(u32, Uuid, Option<Uuid>, Option<String>)> = sqlx::query_as(
            "SELECT h.place % $3, h.patient_id, e.entry_id, e.words FROM patient_head h
             LEFT JOIN search_entry e ON e.clinic_id = h.clinic_id AND e.patient_id = h.patient_id
             WHERE h.clinic_id = $1 AND h.place >= $2 * $3 AND h.place < ($2 + 1) * $3",
        )
        .bind(self.clinic())
        .bind(block)
        .bind(BLOCK)
        .fetch_all(conn)
        .await?;
        let mut people = People::new();
        for (place, patient, entry, words) in rows {
            let (_, entries) = people.entry(place).or_insert((patient, BTreeMap::new()));
            entries.extend(entry.zip(words));
        }
        Ok(people)
    }

    /// What the lists hold of a block. What cannot be read stands for everybody.
    async fn lists_of_block(&self, conn: &mut SqliteConnection, block: i64) -> Result<Lists, StoreError> {
        let rows: Vec<(i64, String, Vec<u8>)> =
            sqlx::query_as("SELECT list, word, people FROM search_list WHERE clinic_id = $1 AND block = $2")
                .bind(self.clinic())
                .bind(block)
                .fetch_all(conn)
                .await?;
        let everybody = || {
            let mut all = Block::default();
            for place in 0..BLOCK {
                all.set(place, true);
            }
            all
        };
        let read = |(list, word, people): (i64, String, Vec<u8>)| {
            let block = Block::read(&people).unwrap_or_else(|_| everybody());
            ((list, word), block)
        };
        Ok(rows.into_iter().map(read).collect())
    }
}
