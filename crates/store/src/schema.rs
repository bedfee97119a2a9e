//! The migrations that come with the program, the schema that they lead to, and the columns that they give to each table.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use sqlx::migrate::Migrator;

/// The schema number this program writes: the number of its newest migration.
pub const KNOWN_SCHEMA: i64 = 33;

pub(crate) static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations");

/// Beginnings of what stands in a table and is no column.
const NO_COLUMN: [&str; 5] = ["CHECK", "CONSTRAINT", "FOREIGN", "PRIMARY", "UNIQUE"];

/// The columns of every table, in their order, as the migrations make them.
static TABLES: LazyLock<BTreeMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut tables = BTreeMap::new();
    for migration in MIGRATIONS.iter() {
        read(migration.sql.as_str(), &mut tables);
    }
    tables
});

/// The columns of a table, in their order; none where there is no such table.
pub(crate) fn columns_of(table: &str) -> &'static [&'static str] {
    TABLES.get(table).map_or(&[], Vec::as_slice)
}

/// Takes in what the statements of a migration do to tables: `CREATE TABLE name (…)` and `ALTER TABLE name ADD COLUMN …`.
fn read<'a>(sql: &'a str, tables: &mut BTreeMap<&'a str, Vec<&'a str>>) {
    let words = words(sql);
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        at += 1;
        match rest {
            ["CREATE", "TABLE", name, "(", body @ ..] => {
                let columns = parts(body).into_iter().filter(|one| !NO_COLUMN.contains(one));
                tables.insert(name, columns.collect());
            }
            ["ALTER", "TABLE", name, "ADD", "COLUMN", column, ..] => {
                tables.entry(name).or_default().push(column);
            }
            _ => {}
        }
    }
}

/// The first word of each part up to the bracket that closes, parts being told apart by commas outside brackets.
fn parts<'a>(words: &[&'a str]) -> Vec<&'a str> {
    let mut depth = 0_usize;
    let mut first = true;
    let mut found = Vec::new();
    for word in words {
        match *word {
            ")" if depth == 0 => break,
            ")" => depth -= 1,
            "(" => depth += 1,
            "," if depth == 0 => first = true,
            word if first => {
                found.push(word);
                first = false;
            }
            _ => {}
        }
    }
    found
}

/// The words and signs of a text in SQL, without comments and without the quotes of names; a text is one word with its
/// quotes.
fn words(sql: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = sql.trim_start();
    while let Some(letter) = rest.chars().next() {
        let (word, length) = if rest.starts_with("--") {
            (None, rest.find('\n').unwrap_or(rest.len()))
        } else if letter == '\'' || letter == '"' {
            let inner = rest.get(1..).unwrap_or_default();
            let end = inner.find(letter).unwrap_or(inner.len());
            let length = (end + 2).min(rest.len());
            let word = if letter == '"' {
                inner.get(..end)
            } else {
                rest.get(..length)
            };
            (word, length)
        } else {
            let is_part = |c: char| c.is_alphanumeric() || c == '_';
            let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
            let end = if end == 0 { letter.len_utf8() } else { end };
            (rest.get(..end), end)
        };
        found.extend(word);
        rest = rest.get(length..).unwrap_or_default().trim_start();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_read_from_what_makes_and_what_changes_a_table() {
        let sql = "-- CREATE TABLE gone (a TEXT);\nCREATE TABLE \"check\" (\n a TEXT CHECK (a IN ('x, y', ')')), -- b, c\n
            b INTEGER, CHECK (a <> b), PRIMARY KEY (a, b)) STRICT;\nALTER TABLE \"check\" ADD COLUMN c REAL;";
        let mut tables = BTreeMap::new();
        read(sql, &mut tables);
        assert_eq!(tables, BTreeMap::from([("check", vec!["a", "b", "c"])]));
    }
}
