//! Keeps the search tables in step with the record, in the same transaction as the write.

use std::collections::BTreeSet;

use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::error::StoreError;
use crate::fold::{fold, words};
use crate::noun::{Noun, Row};
use crate::tokens::{own_tokens, text_tokens};
use crate::unit::Unit;

/// Words that one statement takes.
const AT_ONCE: usize = 24;

/// Adds the words of a fact; those of an earlier version have to be removed first.
pub(crate) async fn add(unit: &mut Unit, id: Uuid, patient: Uuid, row: &Row) -> Result<(), StoreError> {
    let mut tokens = BTreeSet::new();
    for text in &row.words {
        text_tokens(text, &mut tokens);
    }
    if row.noun == Noun::Patient {
        let (family, given) = (
            row.text("family").unwrap_or_default(),
            row.text("given").unwrap_or_default(),
        );
        let own = own_tokens(family, given, row.text("born"), row.text("record_number"));
        tokens.extend(own.into_iter().flat_map(|(_, tokens)| tokens));
        add_head(unit, id, row, family, given).await?;
    }
    let clinic = unit.clinic();
    let tokens: Vec<String> = tokens.into_iter().collect();
    for some in tokens.chunks(AT_ONCE) {
        let rows: Vec<String> = (4..4 + some.len())
            .map(|place| format!("($1, ${place}, $2, $3)"))
            .collect();
        let sql = format!(
            "INSERT INTO patient_token (clinic_id, token, patient_id, entry_id) VALUES {}
             ON CONFLICT (clinic_id, token, patient_id, entry_id) DO NOTHING",
            rows.join(", ")
        );
        let mut query = sqlx::query(AssertSqlSafe(sql))
            .bind(clinic.as_str())
            .bind(patient.to_string())
            .bind(id.to_string());
        for token in some {
            query = query.bind(token.as_str());
        }
        query.execute(unit.conn()).await?;
    }
    Ok(())
}

/// The name as it is compared and sorted.
pub(crate) fn key(name: &str) -> String {
    words(name).join(" ")
}

async fn add_head(unit: &mut Unit, id: Uuid, row: &Row, family: &str, given: &str) -> Result<(), StoreError> {
    let clinic = unit.clinic();
    sqlx::query(
        "INSERT INTO patient_head (clinic_id, patient_id, sort_key, folded_family, folded_given, family, given,
            born, sex, record_number) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(clinic)
    .bind(id.to_string())
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

/// Takes a fact out of the search.
pub(crate) async fn remove(unit: &mut Unit, id: Uuid, noun: Noun) -> Result<(), StoreError> {
    let clinic = unit.clinic();
    sqlx::query("DELETE FROM patient_token WHERE clinic_id = $1 AND entry_id = $2")
        .bind(clinic.as_str())
        .bind(id.to_string())
        .execute(unit.conn())
        .await?;
    if noun == Noun::Patient {
        sqlx::query("DELETE FROM patient_head WHERE clinic_id = $1 AND patient_id = $2")
            .bind(clinic.as_str())
            .bind(id.to_string())
            .execute(unit.conn())
            .await?;
    }
    Ok(())
}
