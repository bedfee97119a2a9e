//! What a unit still has to write to the tables of the search, gathered until it is kept.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sqlx::SqliteConnection;
use uuid::Uuid;

use crate::due_state;
use crate::error::StoreError;
use crate::lists::{self, Changes, EntryWords, List};

/// Longest beginning of a word that has a list of its own, in characters.
pub(crate) const START: usize = 3;

/// Changes that are gathered before they are written though the unit goes on.
pub(crate) const GATHERED: usize = 200_000;

/// What a unit still has to write to the tables of the search.
#[derive(Debug, Default)]
pub(crate) struct Pending {
    pub(crate) lists: Changes,
    pub(crate) count: usize,
    pub(crate) entries: Vec<EntryWords>,
    /// The places that were looked up; none for somebody who does not stand.
    pub(crate) places: HashMap<Uuid, Option<u32>>,
    pub(crate) next_place: Option<u32>,
    /// Who was taken out in this unit and from which place: the words of the record are put in again with the person.
    pub(crate) taken_out: HashMap<Uuid, Option<u32>>,
    pub(crate) renamed: bool,
    /// Whose record was written to.
    pub(crate) written: BTreeSet<Uuid>,
}

impl Pending {
    fn put(&mut self, list: List, word: &str, place: u32, there: bool) {
        self.count += 1;
        let places = self.lists.entry((list, word.to_owned())).or_default();
        places.push((place, there));
    }

    /// Puts somebody with these words into the lists or takes them out, but for what also follows from other words.
    pub(crate) fn put_all(
        &mut self,
        own: bool,
        words: &BTreeSet<&str>,
        place: u32,
        there: bool,
        but: &BTreeSet<&str>,
    ) {
        let (list, start) = lists_for(own);
        for word in words.difference(but) {
            self.put(list, word, place, there);
        }
        for word in starts(words).difference(&starts(but)) {
            self.put(start, word, place, there);
        }
    }

    /// Writes what was gathered.
    pub(crate) async fn write(mut self, conn: &mut SqliteConnection, clinic: Uuid) -> Result<(), StoreError> {
        self.gathered(conn, clinic).await?;
        if self.renamed {
            lists::renamed(conn, clinic).await?;
        }
        if !self.written.is_empty() {
            due_state::void(conn, clinic, self.written.into_iter()).await?;
        }
        Ok(())
    }

    /// Writes the words and the lists that were gathered.
    pub(crate) async fn gathered(
        &mut self,
        conn: &mut SqliteConnection,
        clinic: Uuid,
    ) -> Result<(), StoreError> {
        lists::keep_words(conn, clinic, &std::mem::take(&mut self.entries)).await?;
        self.count = 0;
        lists::change(conn, clinic, std::mem::take(&mut self.lists)).await
    }

    /// The place of a patient who stands.
    pub(crate) async fn place(
        &mut self,
        conn: &mut SqliteConnection,
        clinic: Uuid,
        patient: Uuid,
    ) -> Result<Option<u32>, StoreError> {
        if let Some(known) = self.places.get(&patient) {
            return Ok(*known);
        }
        let place = lists::place(conn, clinic, patient).await?;
        self.places.insert(patient, place);
        Ok(place)
    }

    /// A place that nobody has.
    pub(crate) async fn next(
        &mut self,
        conn: &mut SqliteConnection,
        clinic: Uuid,
    ) -> Result<u32, StoreError> {
        let place = match self.next_place {
            Some(next) => next,
            None => lists::next_place(conn, clinic).await?,
        };
        self.next_place = Some(place + 1);
        Ok(place)
    }
}

/// The beginnings of words that have lists of their own.
fn starts<'w>(words: &BTreeSet<&'w str>) -> BTreeSet<&'w str> {
    let mut all = BTreeSet::new();
    for word in words {
        let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8());
        all.extend(ends.take(START).filter_map(|end| word.get(..end)));
    }
    all
}

/// The lists in which a patient who stands should be with these words of entries, of which `patient` holds the own ones.
pub(crate) fn lists_of(patient: Uuid, entries: &BTreeMap<Uuid, String>) -> BTreeSet<(List, String)> {
    let mut all = BTreeSet::new();
    for (entry, words) in entries {
        let words = set(words);
        let (list, start) = lists_for(*entry == patient);
        all.extend(words.iter().map(|word| (list, (*word).to_owned())));
        all.extend(starts(&words).into_iter().map(|word| (start, word.to_owned())));
    }
    all
}

fn lists_for(own: bool) -> (List, List) {
    match own {
        true => (List::Own, List::OwnStart),
        false => (List::Record, List::RecordStart),
    }
}

/// The words of a text that has a space before and after each.
pub(crate) fn set(words: &str) -> BTreeSet<&str> {
    words.split_ascii_whitespace().collect()
}
