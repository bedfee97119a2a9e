//! The entries of one kind as a list. A list of thousands is told briefly between its ends, so that it is there at once; the
//! window asks for the details of a row as it comes into sight.

use super::{Desk, disagree};
use crate::{noun::Written, record::Record, shown::telling, telling::Telling};
use lamina_api::{
    ApiError,
    entry::{EntryRow, ListEntries, TellEntries},
};
use lamina_domain::{Clinical, Head, Noun, of_fact};
use std::collections::HashSet;
use uuid::Uuid;

/// So many rows at either end of a long list are told with their details at once: more than are seen at first.
const END: usize = 80;

/// How much of an entry is told.
enum Much {
    /// It is left out.
    Nothing,
    /// When and what, without details.
    Brief,
    Whole,
}

impl Desk {
    /// The entries of one kind that stand, in the order of time.
    ///
    /// # Errors
    /// `not_found`, `locked`, or a damaged file.
    pub async fn list_entries(&self, request: ListEntries) -> Result<Vec<EntryRow>, ApiError> {
        self.list(request, |_, _, _| Much::Whole).await
    }

    /// The entries of one kind that stand, in the order of time; of a long list only both ends with their details.
    ///
    /// # Errors
    /// `not_found`, `locked`, or a damaged file.
    pub async fn glance_entries(&self, request: ListEntries) -> Result<Vec<EntryRow>, ApiError> {
        let at_an_end = |place, of| place < END || place + END >= of;
        let much = |_, place, of| {
            if at_an_end(place, of) {
                Much::Whole
            } else {
                Much::Brief
            }
        };
        self.list(request, much).await
    }

    /// Some entries of one kind with their details; one that does not stand any more is left out.
    ///
    /// # Errors
    /// `not_found`, `locked`, or a damaged file.
    pub async fn tell_entries(&self, request: TellEntries) -> Result<Vec<EntryRow>, ApiError> {
        let TellEntries {
            patient,
            noun,
            entries,
        } = request;
        let wanted: HashSet<Uuid> = entries.into_iter().collect();
        let much = |entry, _, _| {
            if wanted.contains(&entry) {
                Much::Whole
            } else {
                Much::Nothing
            }
        };
        self.list(ListEntries { patient, noun }, much).await
    }

    /// The entries of one kind; `much` is asked for each by its entry, its place from 0 and how many there are.
    async fn list(
        &self,
        request: ListEntries,
        much: impl Fn(Uuid, usize, usize) -> Much,
    ) -> Result<Vec<EntryRow>, ApiError> {
        let ListEntries { patient, noun } = request;
        let session = self.session().await?;
        let vault = session.vault()?;
        let facts = vault.facts(patient).await?;
        let list = facts.record.list(noun);
        let telling = telling(&facts.record, facts.term).on(self.today());
        let of = list.len();
        let mut rows: Vec<EntryRow> = (1..)
            .zip(list)
            .enumerate()
            .filter_map(|(place, (number, kept))| {
                let head = kept.head.as_ref()?;
                let much = much(head.id, place, of);
                if matches!(much, Much::Nothing) {
                    return None;
                }
                let record = &facts.record;
                let brief = matches!(much, Much::Brief);
                let row =
                    of_fact!(&kept.fact, one => row(record, &telling, noun, number, head, &**one, brief));
                Some(row)
            })
            .collect();
        let whole = rows.iter_mut().filter(|row| !row.brief);
        let whole = whole.map(|row| (row.id, &mut row.shown));
        disagree::note(vault, patient, noun, self.today(), whole).await?;
        Ok(rows)
    }
}

/// An entry as a row of a list, with its details or briefly without: `number` counts from 1 in the order of time.
pub(super) fn row(
    record: &Record,
    telling: &Telling<'_>,
    noun: Noun,
    number: u32,
    head: &Head,
    fact: &(impl Clinical + Written),
    brief: bool,
) -> EntryRow {
    EntryRow {
        id: head.id,
        noun,
        number,
        timed: record.timed(fact),
        version: head.version,
        shown: match brief {
            true => fact.brief(telling),
            false => fact.told(telling),
        },
        brief,
        amendments: head.version - 1,
    }
}
