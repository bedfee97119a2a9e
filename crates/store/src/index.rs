//! Keeps the search in step with the record, in the same transaction as the write.
//!
//! What follow-up worked out of a record is made void with it.
//!
//! Everything here follows from the facts that stand: the words of each, and lists that say for each word who has it. Lists
//! are changed once for a whole unit, when it is kept.

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::error::StoreError;
use crate::fold::{fold, words};
use crate::lists::{self, EntryWords};
use crate::noun::{Noun, Row};
use crate::pending::set;
use crate::tokens::{own_tokens, text_tokens};
use crate::unit::Unit;

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

/// Adds the words of a fact; those of an earlier version have to be removed first.
pub(crate) async fn add(unit: &mut Unit, id: Uuid, patient: Uuid, row: &Row) -> Result<(), StoreError> {
    let clinic = unit.clinic();
    let mut pending = std::mem::take(&mut unit.search);
    pending.written.insert(patient);
    let words = expected(row);
    let own = row.noun == Noun::Patient;
    if own {
        let before = pending.taken_out.remove(&id);
        let place = match before.flatten() {
            Some(place) => place,
            None => pending.next(unit.conn(), &clinic).await?,
        };
        add_head(unit, id, place, row).await?;
        pending.renamed = true;
        pending.places.insert(id, Some(place));
        if before.is_some() {
            let (_, others) = lists::words(unit.conn(), &clinic, id, id).await?;
            pending.put_all(false, &set(&others), place, true, &BTreeSet::new());
        }
    }
    if let Some(place) = pending.place(unit.conn(), &clinic, patient).await? {
        pending.put_all(own, &set(&words), place, true, &BTreeSet::new());
    }
    if !words.is_empty() {
        pending.entries.push(EntryWords {
            patient,
            entry: id,
            noun: row.noun,
            words,
        });
    }
    if pending.count > crate::pending::GATHERED {
        pending.gathered(unit.conn(), &clinic).await?;
    }
    unit.search = pending;
    Ok(())
}

/// The name as it is compared and sorted.
pub(crate) fn key(name: &str) -> String {
    words(name).join(" ")
}

async fn add_head(unit: &mut Unit, id: Uuid, place: u32, row: &Row) -> Result<(), StoreError> {
    let clinic = unit.clinic();
    let (family, given) = names(row);
    sqlx::query(
        "INSERT INTO patient_head (clinic_id, patient_id, place, sort_key, folded_family, folded_given, family, given,
            born, sex, record_number) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(clinic)
    .bind(id.to_string())
    .bind(place)
    .bind(format!("{}\u{1}{}", fold(family), fold(given)))
    .bind(key(family))
    .bind(key(given))
    .bind(family.to_owned())
    .bind(given.to_owned())
    .bind(row.text("born").map(str::to_owned))
    .bind(row.text("sex").map(str::to_owned))
    .bind(row.text("record_number").map(str::to_owned))
    .execute(unit.conn())
    .await?;
    Ok(())
}

/// Takes a fact out of the search; with a patient everything of the record.
pub(crate) async fn remove(unit: &mut Unit, id: Uuid, patient: Uuid, noun: Noun) -> Result<(), StoreError> {
    let clinic = unit.clinic();
    let mut pending = std::mem::take(&mut unit.search);
    pending.written.insert(patient);
    lists::keep_words(unit.conn(), &clinic, &std::mem::take(&mut pending.entries)).await?;
    let (gone, others) = lists::words(unit.conn(), &clinic, patient, id).await?;
    let own = noun == Noun::Patient;
    let place = pending.place(unit.conn(), &clinic, patient).await?;
    if let Some(place) = place {
        let (gone, others, nothing) = (set(&gone), set(&others), BTreeSet::new());
        if own {
            pending.put_all(true, &gone, place, false, &nothing);
            pending.put_all(false, &others, place, false, &nothing);
        } else {
            pending.put_all(false, &gone, place, false, &others);
        }
    }
    lists::drop_words(unit.conn(), &clinic, patient, id).await?;
    if own {
        sqlx::query("DELETE FROM patient_head WHERE clinic_id = $1 AND patient_id = $2")
            .bind(clinic.as_str())
            .bind(id.to_string())
            .execute(unit.conn())
            .await?;
        pending.renamed = true;
        pending.places.insert(id, None);
        pending.taken_out.insert(id, place);
    }
    unit.search = pending;
    Ok(())
}
