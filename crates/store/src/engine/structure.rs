//! What the engine finds wrong with its own file: each a line of its own words.

use sqlx::SqliteConnection;

use crate::error::StoreError;

/// Where the structure is broken, and whether a row refers to one that is not there.
///
/// # Errors
/// When it cannot be told.
pub(crate) async fn broken(conn: &mut SqliteConnection) -> Result<Vec<String>, StoreError> {
    let mut lines: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_all(&mut *conn)
        .await?;
    if lines.is_empty() {
        lines.push("the check said nothing".to_owned());
    }
    lines.retain(|line| line != "ok");
    let references = sqlx::query("PRAGMA foreign_key_check").fetch_all(conn).await?;
    if !references.is_empty() {
        lines.push("a row refers to one that is not there".to_owned());
    }
    Ok(lines)
}

/// Pages that do not fit their seals. Told of the file alone: what still lies in the log is not looked at.
///
/// # Errors
/// When it cannot be told.
pub(crate) async fn unsealed(conn: &mut SqliteConnection) -> Result<Vec<String>, StoreError> {
    let lines = sqlx::query_scalar("PRAGMA cipher_integrity_check");
    Ok(lines.fetch_all(conn).await?)
}
