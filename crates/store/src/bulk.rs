//! Many rows into one table by few statements: the way from here to the engine costs more than most rows do.

use sqlx::sqlite::SqliteArguments;
use sqlx::{AssertSqlSafe, SqliteConnection};

use crate::engine::Db;
use crate::engine::sqlite::NEXT_VALUE;
use crate::error::StoreError;

/// A statement on its way.
pub(crate) type Query = sqlx::query::Query<'static, Db, SqliteArguments>;

/// Rows that one statement takes. Few sizes, so that each is prepared once.
const SIZES: [usize; 3] = [64, 8, 1];

/// Adds `rows` to `table`, in their order; `bind` gives the values of a row, one for each of the columns. `after` goes on
/// with the statement: what is to be done with a row that is there already.
///
/// # Errors
/// When one of them is refused. What came before it may have been written.
pub(crate) async fn insert<T>(
    conn: &mut SqliteConnection,
    table: &str,
    columns: &[&str],
    after: &str,
    rows: &[T],
    bind: impl Fn(Query, &T) -> Query,
) -> Result<(), StoreError> {
    let mut rest = rows;
    for size in SIZES {
        if rest.len() < size {
            continue;
        }
        let sql = statement(table, columns, after, size);
        while let Some((some, others)) = rest.split_at_checked(size) {
            let query = sqlx::query(AssertSqlSafe(sql.clone()));
            some.iter().fold(query, &bind).execute(&mut *conn).await?;
            rest = others;
        }
    }
    Ok(())
}

fn statement(table: &str, columns: &[&str], after: &str, rows: usize) -> String {
    let mut sql = format!("INSERT INTO \"{table}\" ({}) VALUES ", columns.join(", "));
    let row = format!("({})", vec![NEXT_VALUE; columns.len()].join(", "));
    sql.push_str(&vec![row; rows].join(", "));
    sql.push(' ');
    sql.push_str(after);
    sql
}
