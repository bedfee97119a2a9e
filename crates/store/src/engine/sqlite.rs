//! Connections to the encrypted file: keying, settings, the one writer and the readers.
//!
//! SQLite before 3.51.3 can corrupt a write-ahead log when two connections write or checkpoint it. The
//! SQLCipher in use is older, so exactly one connection writes and checkpoints; readers can do neither.

use std::fmt;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use sqlx::pool::PoolOptions;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, Executor, SqliteConnection};
use zeroize::Zeroizing;

use super::{Db, handle, proof};
use crate::error::StoreError;
use crate::schema::KNOWN_SCHEMA;

/// How long to wait for a connection before saying that the record is busy.
const ACQUIRE: Duration = Duration::from_secs(3);
/// Connections that only read.
const READERS: u32 = 3;
/// Memory for decrypted pages, in KiB, of a connection that reads: a record of twenty years fits.
const READER_CACHE: u32 = 8 * 1024;
/// The same for the one that writes: saving and loading touch the search index in many places.
const WRITER_CACHE: u32 = 16 * 1024;
/// Length of `x'` + 64 hexadecimal digits + `'`.
const KEY_SPEC: usize = 67;

/// The key while the store is open. Wiped by [`KeySlot::clear`] and when dropped.
pub(crate) struct KeySlot(Mutex<Option<Zeroizing<Vec<u8>>>>);

impl KeySlot {
    /// Takes a copy of a raw key in the form `x'…'`.
    pub(crate) fn new(spec: &[u8]) -> Result<Self, StoreError> {
        let digits = spec.strip_prefix(b"x'").and_then(|rest| rest.strip_suffix(b"'"));
        match digits {
            Some(digits) if spec.len() == KEY_SPEC && digits.iter().all(u8::is_ascii_hexdigit) => {
                Ok(Self(Mutex::new(Some(Zeroizing::new(spec.to_vec())))))
            }
            _ => Err(StoreError::KeyForm),
        }
    }

    pub(crate) fn copy(&self) -> Option<Zeroizing<Vec<u8>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn clear(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}

impl fmt::Debug for KeySlot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeySlot(hidden)")
    }
}

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Looks at a file that may not be ours.
    Probe,
    /// Changes the schema, alone, before the pools exist.
    Migrator,
    /// Writes; the one connection that does, and that moves the write-ahead log into the file.
    Writer,
    /// Reads, and is refused where it would write.
    Reader,
    /// Reads a file beside which nothing can be written, and takes it to stay as it is.
    Looker,
    /// Writes a copy into another file and leaves the record alone.
    Copier,
}

pub(crate) fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .busy_timeout(Duration::from_secs(5))
        .thread_name(|id| format!("store-{id}"))
        .disable_statement_logging()
}

/// The same for a file beside which nothing can be written. What a write-ahead log holds is not seen.
pub(crate) fn looking(path: &Path) -> SqliteConnectOptions {
    options(path).read_only(true).immutable(true)
}

/// The next of the values of a statement with many. SQLite looks through all names before it at each that has one.
pub(crate) const NEXT_VALUE: &str = "?";

/// An id as 32 hexadecimal digits, in a statement.
pub(crate) fn hex(column: &str) -> String {
    format!("hex({column})")
}

/// Keys a fresh connection, proves the key, and sets what the role needs.
pub(crate) async fn prepare(
    conn: &mut SqliteConnection,
    key: &KeySlot,
    role: Role,
) -> Result<(), sqlx::Error> {
    if role == Role::Writer {
        handle::make_room(conn).await?;
    }
    if matches!(role, Role::Probe | Role::Reader | Role::Looker | Role::Copier) {
        handle::no_checkpoint_on_close(conn, true).await?;
    }
    // What is wrong is told as an error of ours; SQLCipher would write lines of its own to standard error.
    conn.execute("PRAGMA cipher_log_level=NONE; PRAGMA cipher_memory_security=ON")
        .await?;
    let spec = key.copy().ok_or(sqlx::Error::PoolClosed)?;
    handle::key(conn, &spec).await?;
    drop(spec);
    // Nothing above reads the file. This does, and fails before anything below could write to it.
    conn.execute("SELECT count(*) FROM sqlite_schema").await?;
    if role == Role::Probe {
        return Ok(());
    }
    conn.execute(
        "PRAGMA synchronous=FULL; PRAGMA fullfsync=ON; PRAGMA checkpoint_fullfsync=ON;
         PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; PRAGMA trusted_schema=OFF;
         PRAGMA cell_size_check=ON; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=0",
    )
    .await?;
    let cache = if matches!(role, Role::Reader | Role::Looker | Role::Copier) {
        READER_CACHE
    } else {
        WRITER_CACHE
    };
    let cache = format!("PRAGMA cache_size=-{cache}");
    conn.execute(sqlx::AssertSqlSafe(cache)).await?;
    if matches!(role, Role::Reader | Role::Looker) {
        conn.execute("PRAGMA wal_autocheckpoint=0; PRAGMA query_only=ON")
            .await?;
    } else if role == Role::Copier {
        conn.execute("PRAGMA wal_autocheckpoint=0").await?;
    } else {
        conn.execute("PRAGMA journal_mode=WAL").await?;
        conn.execute("PRAGMA wal_autocheckpoint=1000").await?;
    }
    handle::defend(conn).await?;
    handle::authorize(conn, role).await
}

/// Refuses to go on with a library that would write the record in the clear.
pub(crate) async fn assert_encrypts(conn: &mut SqliteConnection) -> Result<(), StoreError> {
    let version: Option<String> = sqlx::query_scalar("PRAGMA cipher_version")
        .fetch_optional(conn)
        .await?
        .flatten();
    match version {
        Some(version) if !version.is_empty() => Ok(()),
        _ => Err(StoreError::NotEncrypted),
    }
}

/// Brings the schema up to what this program knows; true where a file that was there was of an earlier one.
pub(crate) async fn migrate(path: &Path, key: &KeySlot) -> Result<bool, StoreError> {
    let mut conn = options(path).connect().await?;
    let outcome = migrate_on(&mut conn, key).await;
    conn.close().await?;
    outcome
}

async fn migrate_on(conn: &mut SqliteConnection, key: &KeySlot) -> Result<bool, StoreError> {
    assert_encrypts(conn).await?;
    prepare(conn, key, Role::Migrator).await?;
    let known: i64 = sqlx::query_scalar("PRAGMA user_version")
        .fetch_one(&mut *conn)
        .await?;
    if known < KNOWN_SCHEMA {
        // The mark comes first and the number last: a cut between them leaves a file that opens and goes on.
        let mark = format!("PRAGMA application_id={}", proof::APPLICATION_ID);
        conn.execute(sqlx::AssertSqlSafe(mark)).await?;
        crate::schema::MIGRATIONS.run_direct(None, conn, false).await?;
        let number = format!("PRAGMA user_version={KNOWN_SCHEMA}");
        conn.execute(sqlx::AssertSqlSafe(number)).await?;
    }
    Ok(0 < known && known < KNOWN_SCHEMA)
}

fn pool_options(key: Arc<KeySlot>, role: Role) -> PoolOptions<Db> {
    PoolOptions::<Db>::new()
        .max_connections(if role == Role::Writer { 1 } else { READERS })
        .acquire_timeout(ACQUIRE)
        .idle_timeout(None)
        .max_lifetime(None)
        .after_connect(move |conn, _| {
            let key = key.clone();
            Box::pin(async move { prepare(conn, &key, role).await })
        })
        // After a failed commit SQLite has rolled back but sqlx still counts a transaction, and would
        // refuse every later one on this connection. Such a connection is closed and a fresh one made.
        .before_acquire(|conn, _| Box::pin(async move { Ok(!conn.is_in_transaction()) }))
        .after_release(|conn, _| {
            Box::pin(async move {
                // A dropped unit has its rollback queued; this waits for it.
                conn.ping().await?;
                Ok(!conn.is_in_transaction())
            })
        })
}

/// A pool for a role. The connections are made when they are first needed.
pub(crate) fn pool(path: &Path, key: &Arc<KeySlot>, role: Role) -> sqlx::Pool<Db> {
    let options = match role {
        Role::Looker => looking(path),
        _ => options(path),
    };
    pool_options(key.clone(), role).connect_lazy_with(options)
}

/// Writes what stands now as one file at `place`, under the same key; an empty file may be there. Who writes meanwhile need
/// not wait: what is copied is the record as it stood when the copy began.
pub(crate) async fn copy(path: &Path, key: &KeySlot, place: &Path) -> Result<(), StoreError> {
    let place = std::path::absolute(place)?;
    let unnamed = || std::io::Error::from(std::io::ErrorKind::InvalidInput);
    let place = place.to_str().ok_or_else(unnamed)?;
    let place = place.to_owned();
    let mut conn = options(path).connect().await?;
    let copied = async {
        prepare(&mut conn, key, Role::Copier).await?;
        handle::allow_copy(&mut conn, &place).await?;
        sqlx::query("VACUUM INTO $1")
            .bind(&place)
            .execute(&mut conn)
            .await
    }
    .await;
    conn.close().await?;
    copied?;
    // The cipher's library flushes the file on some systems only.
    std::fs::File::open(&place)?.sync_all()?;
    Ok(())
}

/// Moves the write-ahead log into the file and empties it. Only for the writer's connection.
///
/// # Errors
/// [`StoreError::Busy`] while a reader still needs the log.
pub(crate) async fn checkpoint(conn: &mut SqliteConnection) -> Result<(), StoreError> {
    let (busy, _, _): (i64, i64, i64) = sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)")
        .fetch_one(conn)
        .await?;
    if busy == 0 { Ok(()) } else { Err(StoreError::Busy) }
}

/// Makes an empty file that only its owner may read.
pub(crate) fn create_file(path: &Path) -> Result<(), StoreError> {
    let mut new = std::fs::OpenOptions::new();
    new.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut new, 0o600);
    match new.open(path) {
        Ok(file) => file.sync_all()?,
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            return Err(StoreError::AlreadyExists);
        }
        Err(error) => return Err(error.into()),
    }
    // The name itself must survive a power cut, which takes a sync of its folder.
    #[cfg(unix)]
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::File::open(folder)?.sync_all()?;
    }
    Ok(())
}
