//! Tells a file that is ours from one that is not, before anything can be written to it.
//!
//! Every check here only reads. A file that is refused keeps its bytes.

use std::io::Read;
use std::path::{Path, PathBuf};

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, SqliteConnection};

use super::sqlite::{KeySlot, Role, looking, options, prepare};
use crate::error::{StoreError, is_beside, primary_code};
use crate::schema::KNOWN_SCHEMA;

/// Page size of the file, in bytes; SQLCipher's own default.
const PAGE: u64 = 4096;
/// Mark of our files in the database header: "LAMN".
pub(crate) const APPLICATION_ID: i64 = 0x4c41_4d4e;

/// The path of the write-ahead log that belongs to a database file.
pub(crate) fn wal_path(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    name.into()
}

/// Whether a non-empty write-ahead log lies beside the file: the last session did not end cleanly.
pub(crate) fn has_wal(path: &Path) -> bool {
    std::fs::metadata(wal_path(path)).is_ok_and(|meta| meta.len() > 0)
}

/// What the bare bytes already tell. An encrypted file starts with 16 random bytes.
fn look(path: &Path) -> Result<u64, StoreError> {
    let found = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => StoreError::Missing,
        _ => error.into(),
    };
    // A pipe is not opened: that could wait for ever.
    if !std::fs::metadata(path).map_err(found)?.is_file() {
        return Err(StoreError::Foreign);
    }
    let mut file = std::fs::File::open(path).map_err(found)?;
    let length = file.metadata()?.len();
    let mut start = Vec::with_capacity(16);
    file.by_ref().take(16).read_to_end(&mut start)?;
    let text = |byte: &u8| byte.is_ascii_graphic() || byte.is_ascii_whitespace();
    if start.starts_with(b"SQLite format 3") || (!start.is_empty() && start.iter().all(text)) {
        return Err(StoreError::Foreign);
    }
    if length < PAGE {
        return Err(StoreError::Truncated);
    }
    Ok(length)
}

/// Opens the file with the key just to read it, and refuses what this program must not touch.
///
/// # Errors
/// [`StoreError::Missing`], [`StoreError::Foreign`], [`StoreError::WrongKey`], [`StoreError::Truncated`],
/// [`StoreError::Damaged`], [`StoreError::NewerSchema`], [`StoreError::NotEncrypted`].
pub(crate) async fn prove(path: &Path, key: &KeySlot) -> Result<(), StoreError> {
    prove_by(path, key, options(path)).await.map(drop)
}

/// The same for a file beside which nothing can be written. Returns its schema number.
///
/// # Errors
/// As [`prove`], and [`StoreError::ReadOnly`] where a write-ahead log lies beside it, without which it can't be read.
pub(crate) async fn prove_unwritten(path: &Path, key: &KeySlot) -> Result<i64, StoreError> {
    if has_wal(path) {
        return Err(StoreError::ReadOnly);
    }
    prove_by(path, key, looking(path)).await
}

async fn prove_by(path: &Path, key: &KeySlot, options: SqliteConnectOptions) -> Result<i64, StoreError> {
    let length = look(path)?;
    let dirty = has_wal(path);
    let mut conn = options.connect().await?;
    let result = async {
        prepare(&mut conn, key, Role::Probe).await?;
        // A log that is only there because this connection opened the file may go with it.
        if !dirty {
            super::handle::no_checkpoint_on_close(&mut conn, false).await?;
        }
        Ok::<_, sqlx::Error>(())
    }
    .await;
    let outcome = match result {
        Ok(()) if !dirty && length % PAGE != 0 => Err(StoreError::Truncated),
        Ok(()) => admit(&mut conn, dirty).await,
        Err(sqlx::Error::Database(inner))
            if matches!(primary_code(inner.as_ref()), Some(10 | 11 | 26)) && !is_beside(inner.as_ref()) =>
        {
            Err(diagnose(path, key, length).await)
        }
        Err(error) => Err(error.into()),
    };
    conn.close().await?;
    outcome
}

/// Opens a file that [`prove`] admits, to read it and leave it as it is.
pub(crate) async fn open_to_look(path: &Path, key: &KeySlot) -> Result<SqliteConnection, StoreError> {
    prove(path, key).await?;
    let dirty = has_wal(path);
    let mut conn = options(path).connect().await?;
    prepare(&mut conn, key, Role::Probe).await?;
    if !dirty {
        super::handle::no_checkpoint_on_close(&mut conn, false).await?;
    }
    Ok(conn)
}

async fn number(conn: &mut SqliteConnection, sql: &'static str) -> Result<i64, StoreError> {
    Ok(sqlx::query_scalar::<_, i64>(sql).fetch_one(conn).await?)
}

/// The schema number of a file that may be opened.
async fn admit(conn: &mut SqliteConnection, dirty: bool) -> Result<i64, StoreError> {
    if number(conn, "PRAGMA application_id").await? != APPLICATION_ID {
        return Err(StoreError::Foreign);
    }
    let found = number(conn, "PRAGMA user_version").await?;
    if found > KNOWN_SCHEMA {
        return Err(StoreError::NewerSchema {
            found,
            known: KNOWN_SCHEMA,
        });
    }
    if dirty {
        let first: String = sqlx::query_scalar("PRAGMA quick_check(1)")
            .fetch_one(conn)
            .await?;
        if first != "ok" {
            return Err(StoreError::Damaged);
        }
    }
    Ok(found)
}

/// Reads every page's own seal to tell a wrong key (no page fits) from damage (some do not fit) and
/// from a missing end (all that is there fits).
async fn diagnose(path: &Path, key: &KeySlot, length: u64) -> StoreError {
    let whole = length / PAGE;
    match unsealed_pages(path, key).await {
        Ok(bad) if bad >= whole => StoreError::WrongKey,
        Ok(0) => StoreError::Truncated,
        Ok(_) => StoreError::Damaged,
        Err(error) => error,
    }
}

async fn unsealed_pages(path: &Path, key: &KeySlot) -> Result<u64, StoreError> {
    let spec = key.copy().ok_or(StoreError::Closed)?;
    let mut conn = options(path).connect().await?;
    let lines = async {
        super::handle::no_checkpoint_on_close(&mut conn, true).await?;
        super::handle::key(&mut conn, &spec).await?;
        super::structure::unsealed(&mut conn).await
    }
    .await;
    conn.close().await?;
    // A short last page is the missing end, not a page that does not fit.
    let bad = lines?
        .iter()
        .filter(|line| !line.contains("invalid size"))
        .count();
    Ok(u64::try_from(bad).unwrap_or(u64::MAX))
}
