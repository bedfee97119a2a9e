//! Keeps the search tables in step with the record, in the same transaction as the write.

use std::collections::BTreeSet;

use sqlx::SqliteConnection;
use uuid::Uuid;

use crate::bulk;
use crate::derived::Placed;
use crate::error::StoreError;
use crate::fold::{fold, words};
use crate::noun::{Noun, Row};
use crate::tokens::{own_tokens, text_tokens};

/// Words that wait in a unit that loads many facts. The more are written at once, in their order, the fewer pages are
/// touched again.
const WAITING: usize = 100_000;

/// The tables that are kept here.
pub(crate) const TABLES: [&str; 2] = ["patient_head", "patient_token"];

pub(crate) const HEAD: [&str; 10] = [
    "clinic_id",
    "patient_id",
    "sort_key",
    "folded_family",
    "folded_given",
    "family",
    "given",
    "born",
    "sex",
    "record_number",
];

const TOKEN: [&str; 4] = ["clinic_id", "token", "patient_id", "entry_id"];

/// A word by which a patient is found, and the entry that says it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Word {
    pub(crate) token: String,
    pub(crate) patient: Uuid,
    pub(crate) entry: Uuid,
}

/// The words by which the patient of a fact is found.
pub(crate) fn words_of(row: &Row) -> BTreeSet<String> {
    let mut tokens = BTreeSet::new();
    for text in &row.words {
        text_tokens(text, &mut tokens);
    }
    if row.noun == Noun::Patient {
        let own = own_tokens(
            row.text("family").unwrap_or_default(),
            row.text("given").unwrap_or_default(),
            row.text("born"),
            row.text("record_number"),
        );
        tokens.extend(own.into_iter().flat_map(|(_, tokens)| tokens));
    }
    tokens
}

/// Adds the words of facts; those of an earlier version have to be removed first. They are written by [`flush`], which is
/// asked for here only where many wait.
pub(crate) async fn add(
    conn: &mut SqliteConnection,
    clinic: Uuid,
    facts: &[Placed<'_>],
    waiting: &mut Vec<Word>,
) -> Result<(), StoreError> {
    let people: Vec<(Uuid, [Option<String>; 8])> = facts
        .iter()
        .filter(|one| one.row.noun == Noun::Patient)
        .map(|one| (one.id, head_of(one.row)))
        .collect();
    bulk::insert(
        &mut *conn,
        "patient_head",
        &HEAD,
        "",
        &people,
        |query, (id, texts)| {
            let query = query.bind(clinic).bind(*id);
            texts.iter().fold(query, |query, text| query.bind(text.clone()))
        },
    )
    .await?;
    for one in facts {
        let tokens = words_of(one.row).into_iter().map(|token| Word {
            token,
            patient: one.patient,
            entry: one.id,
        });
        waiting.extend(tokens);
    }
    if waiting.len() > WAITING {
        flush(conn, clinic, waiting).await?;
    }
    Ok(())
}

/// Writes the words that wait.
pub(crate) async fn flush(
    conn: &mut SqliteConnection,
    clinic: Uuid,
    waiting: &mut Vec<Word>,
) -> Result<(), StoreError> {
    let mut words = std::mem::take(waiting);
    words.sort_unstable();
    bulk::insert(conn, "patient_token", &TOKEN, "", &words, |query, word| {
        query
            .bind(clinic)
            .bind(word.token.clone())
            .bind(word.patient)
            .bind(word.entry)
    })
    .await
}

/// The name as it is compared and sorted.
pub(crate) fn key(name: &str) -> String {
    words(name).join(" ")
}

/// What a person's line in a list shows and is sorted by, in the order of the columns.
pub(crate) fn head_of(row: &Row) -> [Option<String>; 8] {
    let (family, given) = (
        row.text("family").unwrap_or_default(),
        row.text("given").unwrap_or_default(),
    );
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

/// Takes a fact out of the search. None of its words may be waiting.
pub(crate) async fn remove(
    conn: &mut SqliteConnection,
    clinic: Uuid,
    id: Uuid,
    noun: Noun,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM patient_token WHERE clinic_id = $1 AND entry_id = $2")
        .bind(clinic)
        .bind(id)
        .execute(&mut *conn)
        .await?;
    if noun == Noun::Patient {
        sqlx::query("DELETE FROM patient_head WHERE clinic_id = $1 AND patient_id = $2")
            .bind(clinic)
            .bind(id)
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}
