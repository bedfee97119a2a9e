//! The nouns' own tables: what stands now, derived from the versions in the same transaction as the write.

use sqlx::{AssertSqlSafe, SqliteConnection};
use uuid::Uuid;

use crate::bulk::{self, Query};
use crate::error::StoreError;
use crate::noun::{Cell, HEAD, Noun, Row, columns, table};

/// A fact at its place: whose it is, which entry, and the number of the version that counts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Placed<'a> {
    pub(crate) patient: Uuid,
    pub(crate) id: Uuid,
    pub(crate) number: i64,
    pub(crate) row: &'a Row,
}

/// How a fact is read from its stored text into what is derived of it; `None` where it cannot be read.
pub type Derive = fn(content: &str) -> Option<Row>;

fn bind_cell(query: Query, cell: &Cell) -> Query {
    match cell {
        Cell::Null => query.bind(None::<String>),
        Cell::Text(text) => query.bind(text.clone()),
        Cell::Int(number) => query.bind(*number),
        Cell::Real(number) => query.bind(*number),
        Cell::Bool(yes) => query.bind(i64::from(*yes)),
        Cell::Json(value) => query.bind(value.to_string()),
    }
}

/// Adds the rows of facts that have none yet.
pub(crate) async fn add(
    conn: &mut SqliteConnection,
    clinic: Uuid,
    facts: &[Placed<'_>],
) -> Result<(), StoreError> {
    for noun in Noun::ALL {
        let of_noun: Vec<Placed<'_>> = facts.iter().filter(|one| one.row.noun == noun).copied().collect();
        if of_noun.is_empty() {
            continue;
        }
        let typed = columns(noun);
        let all = [&HEAD[..], typed].concat();
        bulk::insert(conn, noun.name(), &all, "", &of_noun, |query, one| {
            let query = query.bind(clinic).bind(one.patient).bind(one.id).bind(one.number);
            typed
                .iter()
                .fold(query, |query, column| bind_cell(query, one.row.cell(column)))
        })
        .await?;
    }
    Ok(())
}

/// Takes out the row of a fact, where it has one.
pub(crate) async fn remove(
    conn: &mut SqliteConnection,
    clinic: Uuid,
    noun: Noun,
    patient: Uuid,
    id: Uuid,
) -> Result<(), StoreError> {
    let sql = format!(
        "DELETE FROM {} WHERE clinic_id = $1 AND patient_id = $2 AND id = $3",
        table(noun)
    );
    sqlx::query(AssertSqlSafe(sql))
        .bind(clinic)
        .bind(patient)
        .bind(id)
        .execute(conn)
        .await?;
    Ok(())
}
