//! Keeps the search in step with the record, in the same transaction as the write.
//!
//! What follow-up worked out of a record is made void with it.
//!
//! Everything here follows from the facts that stand: the words of each, and lists that say for each word who has it. Lists
//! are changed once for a whole unit, when it is kept.

use std::collections::BTreeSet;

use sqlx::SqliteConnection;
use uuid::Uuid;

use crate::bulk;
use crate::derived::Placed;
use crate::error::StoreError;
use crate::fold::{fold, words};
use crate::lists::{self, EntryWords};
use crate::noun::{Noun, Row};
use crate::pending::{Pending, set};
use crate::tokens::{own_tokens, text_tokens};

/// The columns of a person's line.
pub(crate) const HEAD: [&str; 11] = [
    "clinic_id",
    "patient_id",
    "place",
    "sort_key",
    "folded_family",
    "folded_given",
    "family",
    "given",
    "born",
    "sex",
    "record_number",
];

/// The words by which a fact is found, with a space before and after each; empty where there are none.
pub(crate) fn expected(row: &Row) -> String {
    let mut tokens = BTreeSet::new();
    for text in &row.words {
        text_tokens(text, &mut tokens);
    }
    if row.noun == Noun::Patient {
        let (family, given) = names(row);
        let own = own_tokens(family, given, row.text("born"), row.text("record_number"));
        tokens.extend(own.into_iter().flat_map(|(_, tokens)| tokens));
    }
    let mut all = String::new();
    for token in tokens {
        all.push(' ');
        all.push_str(&token);
    }
    if !all.is_empty() {
        all.push(' ');
    }
    all
}

fn names(row: &Row) -> (&str, &str) {
    (
        row.text("family").unwrap_or_default(),
        row.text("given").unwrap_or_default(),
    )
}

/// Adds the words of facts; those of an earlier version have to be removed first.
pub(crate) async fn add(
    conn: &mut SqliteConnection,
    clinic: Uuid,
    pending: &mut Pending,
    facts: &[Placed<'_>],
) -> Result<(), StoreError> {
    add_people(conn, clinic, pending, facts).await?;
    for one in facts {
        pending.written.insert(one.patient);
        let words = expected(one.row);
        if words.is_empty() {
            continue;
        }
        if let Some(place) = pending.place(conn, clinic, one.patient).await? {
            let own = one.row.noun == Noun::Patient;
            pending.put_all(own, &set(&words), place, true, &BTreeSet::new());
        }
        pending.entries.push(EntryWords {
            patient: one.patient,
            entry: one.id,
            noun: one.row.noun,
            words,
        });
    }
    if pending.count > crate::pending::GATHERED {
        pending.gathered(conn, clinic).await?;
    }
    Ok(())
}

/// Adds the lines of those of the facts that are people, and what was already said of them.
async fn add_people(
    conn: &mut SqliteConnection,
    clinic: Uuid,
    pending: &mut Pending,
    facts: &[Placed<'_>],
) -> Result<(), StoreError> {
    let mut people = Vec::new();
    for one in facts.iter().filter(|one| one.row.noun == Noun::Patient) {
        let place = match pending.taken_out.remove(&one.id).flatten() {
            Some(place) => place,
            None => pending.next(conn, clinic).await?,
        };
        people.push((one.id, place, head_of(one.row)));
        pending.renamed = true;
        // Of somebody who was looked up and did not stand words can be there already.
        if pending.places.insert(one.id, Some(place)) == Some(None) {
            lists::keep_words(conn, clinic, &std::mem::take(&mut pending.entries)).await?;
            let (_, others) = lists::words(conn, clinic, one.id, one.id).await?;
            pending.put_all(false, &set(&others), place, true, &BTreeSet::new());
        }
    }
    bulk::insert(
        conn,
        "patient_head",
        &HEAD,
        "",
        &people,
        |query, (id, place, texts)| {
            let query = query.bind(clinic).bind(*id).bind(*place);
            texts.iter().fold(query, |query, text| query.bind(text.clone()))
        },
    )
    .await
}

/// The name as it is compared and sorted.
pub(crate) fn key(name: &str) -> String {
    words(name).join(" ")
}

/// What a person's line in a list shows and is sorted by, in the order of the columns after the place.
pub(crate) fn head_of(row: &Row) -> [Option<String>; 8] {
    let (family, given) = names(row);
    let own = |column| row.text(column).map(str::to_owned);
    [
        Some(format!("{}\u{1}{}", fold(family), fold(given))),
        Some(key(family)),
        Some(key(given)),
        Some(family.to_owned()),
        Some(given.to_owned()),
        own("born"),
        own("sex"),
        own("record_number"),
    ]
}

/// Takes a fact out of the search; with a patient everything of the record.
pub(crate) async fn remove(
    conn: &mut SqliteConnection,
    clinic: Uuid,
    pending: &mut Pending,
    noun: Noun,
    patient: Uuid,
    id: Uuid,
) -> Result<(), StoreError> {
    pending.written.insert(patient);
    lists::keep_words(conn, clinic, &std::mem::take(&mut pending.entries)).await?;
    let (gone, others) = lists::words(conn, clinic, patient, id).await?;
    let own = noun == Noun::Patient;
    let place = pending.place(conn, clinic, patient).await?;
    if let Some(place) = place {
        let (gone, others, nothing) = (set(&gone), set(&others), BTreeSet::new());
        if own {
            pending.put_all(true, &gone, place, false, &nothing);
            pending.put_all(false, &others, place, false, &nothing);
        } else {
            pending.put_all(false, &gone, place, false, &others);
        }
    }
    lists::drop_words(conn, clinic, patient, id).await?;
    if own {
        sqlx::query("DELETE FROM patient_head WHERE clinic_id = $1 AND patient_id = $2")
            .bind(clinic)
            .bind(id)
            .execute(&mut *conn)
            .await?;
        pending.renamed = true;
        pending.places.insert(id, None);
        pending.taken_out.insert(id, place);
    }
    Ok(())
}
