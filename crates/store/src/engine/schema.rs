//! Whether a file has the tables, indexes and guards that the migrations make.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use tokio::sync::OnceCell;

use crate::error::StoreError;
use crate::schema::MIGRATIONS;

/// What there is, by kind and name, and the statement that makes it.
async fn read(conn: &mut SqliteConnection) -> Result<BTreeMap<String, Option<String>>, StoreError> {
    let rows: Vec<(String, Option<String>)> = sqlx::query_as(
        "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'",
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().collect())
}

/// What the migrations make. It is the same as long as the program runs.
static MADE: OnceCell<BTreeMap<String, Option<String>>> = OnceCell::const_new();

async fn made() -> Result<BTreeMap<String, Option<String>>, StoreError> {
    let mut fresh = SqliteConnectOptions::new()
        .in_memory(true)
        .disable_statement_logging()
        .connect()
        .await?;
    MIGRATIONS.run_direct(None, &mut fresh, false).await?;
    let made = read(&mut fresh).await;
    fresh.close().await?;
    made
}

/// Kind and name of everything that is not as the migrations make it, is missing, or should not be there.
pub(crate) async fn differing(conn: &mut SqliteConnection) -> Result<Vec<String>, StoreError> {
    let (made, found) = (MADE.get_or_try_init(made).await?, read(conn).await?);
    let names: BTreeSet<&String> = made.keys().chain(found.keys()).collect();
    let differing = names
        .into_iter()
        .filter(|name| made.get(*name) != found.get(*name));
    Ok(differing.cloned().collect())
}
