//! Digests of derived rows, by which what stands in a table is compared with what should.

use sqlx::sqlite::SqliteRow;
use sqlx::{Row as _, TypeInfo, ValueRef};
use uuid::Uuid;

use crate::audit::Fields;
use crate::derived::Placed;
use crate::error::StoreError;
use crate::index::head_of;
use crate::noun::{Cell, HEAD, columns};

/// Enough of a hash to tell rows apart.
pub(crate) type Digest = u128;

fn short(fields: Fields) -> Digest {
    let half = |bytes: &[u8]| bytes.iter().fold(0, |all, byte| all << 8 | u128::from(*byte));
    let hash = fields.finish();
    let (first, second) = hash.split_at(16);
    half(first) ^ half(second)
}

/// A value as columns hold it: whether a number is whole is told by the column and not by the value.
enum Value<'a> {
    Null,
    Text(&'a str),
    Number(f64),
}

impl Value<'_> {
    fn add(&self, fields: &mut Fields) {
        match self {
            Value::Null => fields.add(None),
            Value::Text(text) => fields.text("t").text(text),
            Value::Number(number) => fields.text("n").int(number.to_bits().cast_signed()),
        };
    }
}

fn add_cell(fields: &mut Fields, cell: &Cell) {
    match cell {
        Cell::Null => Value::Null.add(fields),
        Cell::Text(text) => Value::Text(text).add(fields),
        Cell::Int(number) => Value::Number(*number as f64).add(fields),
        Cell::Real(number) => Value::Number(*number).add(fields),
        Cell::Bool(yes) => Value::Number(f64::from(u8::from(*yes))).add(fields),
        Cell::Json(value) => Value::Text(&value.to_string()).add(fields),
    }
}

fn add_column(fields: &mut Fields, row: &SqliteRow, column: &str) -> Result<(), StoreError> {
    let raw = row.try_get_raw(column)?;
    if raw.is_null() {
        Value::Null.add(fields);
        return Ok(());
    }
    match raw.type_info().name() {
        "TEXT" => Value::Text(row.try_get(column)?).add(fields),
        "REAL" => Value::Number(row.try_get(column)?).add(fields),
        "INTEGER" => Value::Number(row.try_get::<i64, _>(column)? as f64).add(fields),
        _ => {
            let bytes: Vec<u8> = row.try_get_unchecked(column)?;
            fields.text("b").add(Some(&bytes));
        }
    }
    Ok(())
}

/// The digest of the row that a fact should have in its noun's table.
pub(crate) fn of_fact(fact: &Placed<'_>) -> Digest {
    let mut fields = Fields::new(b"row/1");
    fields.id(fact.patient).int(fact.number);
    for column in columns(fact.row.noun) {
        add_cell(&mut fields, fact.row.cell(column));
    }
    short(fields)
}

/// The digest of a row of a noun's table; the id is told beside it.
pub(crate) fn of_row(row: &SqliteRow, typed: &[&str]) -> Result<(Uuid, Digest), StoreError> {
    let [_, patient, id, number] = HEAD;
    let mut fields = Fields::new(b"row/1");
    fields.id(row.try_get(patient)?).int(row.try_get(number)?);
    for column in typed {
        add_column(&mut fields, row, column)?;
    }
    Ok((row.try_get(id)?, short(fields)))
}

/// The digest of the line that a person should have in the lists.
pub(crate) fn of_person(fact: &Placed<'_>) -> Digest {
    let mut fields = Fields::new(b"head/1");
    for text in head_of(fact.row) {
        text.as_deref().map_or(Value::Null, Value::Text).add(&mut fields);
    }
    short(fields)
}

/// The digest of a person's line.
pub(crate) fn of_head(row: &SqliteRow, texts: &[&str]) -> Result<Digest, StoreError> {
    let mut fields = Fields::new(b"head/1");
    for column in texts {
        add_column(&mut fields, row, column)?;
    }
    Ok(short(fields))
}

/// The digest of the words of an entry.
pub(crate) fn of_words(patient: Uuid, noun: &str, words: &str) -> Digest {
    let mut fields = Fields::new(b"words/1");
    fields.id(patient).text(noun).text(words);
    short(fields)
}
