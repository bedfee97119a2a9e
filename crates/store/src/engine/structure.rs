//! What the engine finds wrong with its own file.

use sqlx::SqliteConnection;

use crate::error::StoreError;

/// What is broken in the structure of a file.
pub(crate) enum Fault {
    /// The engine says so, in a line of its own words.
    Told(String),
    /// The engine said nothing at all, not even that it is whole.
    Untold,
    /// A row refers to one that is not there.
    Reference,
}

/// Where the structure is broken, and whether a row refers to one that is not there.
///
/// # Errors
/// When it cannot be told.
pub(crate) async fn broken(conn: &mut SqliteConnection) -> Result<Vec<Fault>, StoreError> {
    let lines: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_all(&mut *conn)
        .await?;
    let mut faults = Vec::new();
    if lines.is_empty() {
        faults.push(Fault::Untold);
    }
    faults.extend(lines.into_iter().filter(|line| line != "ok").map(Fault::Told));
    let references = sqlx::query("PRAGMA foreign_key_check").fetch_all(conn).await?;
    if !references.is_empty() {
        faults.push(Fault::Reference);
    }
    Ok(faults)
}

/// Pages that do not fit their seals, each a line of the engine's own words. Told of the file alone: what still lies in the log is not looked at.
///
/// # Errors
/// When it cannot be told.
pub(crate) async fn unsealed(conn: &mut SqliteConnection) -> Result<Vec<String>, StoreError> {
    let lines = sqlx::query_scalar("PRAGMA cipher_integrity_check");
    Ok(lines.fetch_all(conn).await?)
}
