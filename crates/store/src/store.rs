//! Opening and closing the record. A [`Store`] is cheap to clone; all clones share the connections.

use std::path::{Path, PathBuf};
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use sqlx::pool::PoolConnection;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::engine::sqlite::{self, KeySlot, Role};
use crate::engine::{Db, proof};
use crate::error::StoreError;
use crate::names::Names;
use crate::schema::KNOWN_SCHEMA;

/// Whether a file is expected to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Make a new file; refuse if there is one.
    Create,
    /// Open the file that is there; refuse if there is none.
    Open,
    /// Open the file that is there where nothing can be written, and only read it.
    Look,
}

/// The record of one clinic.
#[derive(Debug, Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    path: PathBuf,
    clinic: Uuid,
    audit_key: Zeroizing<[u8; 32]>,
    key: Arc<KeySlot>,
    writer: sqlx::Pool<Db>,
    readers: sqlx::Pool<Db>,
    names: Names,
    /// Counts the changes of facts and settings.
    changes: AtomicU64,
    /// Opening it brought an earlier schema up to this one.
    brought_up: bool,
    /// Nothing can be written.
    only_reads: bool,
}

impl std::fmt::Debug for Inner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Inner")
            .field("clinic", &self.clinic)
            .field("key", &self.key)
            .finish_non_exhaustive()
    }
}

impl Store {
    /// Opens or creates the record.
    ///
    /// `key` is the raw key written as `x'` + 64 hexadecimal digits + `'`; the caller wipes its copy.
    /// `audit_key` seals the audit log. Only one process may have the record open: the caller holds the
    /// lock that ensures it.
    ///
    /// # Errors
    /// A file that is refused is left as it was, byte for byte: [`StoreError::Missing`],
    /// [`StoreError::AlreadyExists`], [`StoreError::WrongKey`], [`StoreError::Foreign`],
    /// [`StoreError::Truncated`], [`StoreError::Damaged`], [`StoreError::NewerSchema`].
    pub async fn open(
        path: &Path,
        key: &[u8],
        audit_key: Zeroizing<[u8; 32]>,
        mode: Mode,
        clinic_id: Uuid,
    ) -> Result<Self, StoreError> {
        let key = Arc::new(KeySlot::new(key)?);
        let brought_up = match mode {
            Mode::Open => {
                let before = beside(path).map(|file| file.exists());
                let opened = match proof::prove(path, &key).await {
                    Ok(()) => sqlite::migrate(path, &key).await,
                    Err(refused) => Err(refused),
                };
                opened.inspect_err(|_| tidy(path, before))?
            }
            Mode::Look => {
                // An older schema would have to be brought up to date first.
                if proof::prove_unwritten(path, &key).await? != KNOWN_SCHEMA {
                    return Err(StoreError::ReadOnly);
                }
                false
            }
            Mode::Create => {
                sqlite::create_file(path)?;
                sqlite::migrate(path, &key).await.inspect_err(|_| discard(path))?
            }
        };
        let only_reads = mode == Mode::Look;
        let (writes, reads) = match only_reads {
            true => (Role::Looker, Role::Looker),
            false => (Role::Writer, Role::Reader),
        };
        let writer = sqlite::pool(path, &key, writes);
        let readers = sqlite::pool(path, &key, reads);
        let inner = Inner {
            path: path.to_owned(),
            clinic: clinic_id,
            audit_key,
            key,
            writer,
            readers,
            names: Names::default(),
            changes: AtomicU64::new(0),
            brought_up,
            only_reads,
        };
        let store = Self {
            inner: Arc::new(inner),
        };
        // The writer opens first, so that no reader is ever the connection that recovers the log.
        if let Err(error) = store.is_encrypted().await {
            store.close_pools().await;
            return Err(error);
        }
        tracing::info!(schema = KNOWN_SCHEMA, "record opened");
        Ok(store)
    }

    async fn is_encrypted(&self) -> Result<(), StoreError> {
        sqlite::assert_encrypts(&mut *self.inner.writer.acquire().await?).await
    }

    async fn close_pools(&self) {
        self.inner.readers.close().await;
        self.inner.writer.close().await;
        self.inner.key.clear();
    }

    /// Writes everything into the main file, closes every connection and wipes the key. Must be awaited
    /// before the process ends. Waits for units that are still open.
    ///
    /// # Errors
    /// The connections are closed and the key is wiped even if the last checkpoint fails; no saved change
    /// is lost then, it stays in the write-ahead log.
    pub async fn close(&self) -> Result<(), StoreError> {
        if self.inner.writer.is_closed() {
            return Ok(());
        }
        self.inner.readers.close().await;
        let outcome = match self.write_conn().await {
            _ if self.inner.only_reads => Ok(()),
            Ok(mut conn) => sqlite::checkpoint(&mut conn).await,
            Err(error) => Err(error),
        };
        self.close_pools().await;
        tracing::info!("record closed");
        outcome
    }

    /// The place of the record file.
    pub fn path(&self) -> &Path {
        &self.inner.path
    }

    /// Whether opening it brought an earlier schema up to this one: what is derived from the versions is as that one had it
    /// until [`Store::rebuild`] has run.
    pub fn is_brought_up(&self) -> bool {
        self.inner.brought_up
    }

    /// How often facts or settings were changed since the record was opened. Nobody else writes to it, so what was read after
    /// this number was asked for holds as long as the number is the same.
    pub fn changes_so_far(&self) -> u64 {
        self.inner.changes.load(Ordering::SeqCst)
    }

    pub(crate) fn count_change(&self) {
        self.inner.changes.fetch_add(1, Ordering::SeqCst);
    }

    pub(crate) fn clinic(&self) -> Uuid {
        self.inner.clinic
    }

    pub(crate) fn audit_key(&self) -> &[u8; 32] {
        &self.inner.audit_key
    }

    pub(crate) fn names(&self) -> &Names {
        &self.inner.names
    }

    pub(crate) fn readers(&self) -> &sqlx::Pool<Db> {
        &self.inner.readers
    }

    /// Whether nothing can be written, and so nothing stands in the log of what is read.
    pub fn only_reads(&self) -> bool {
        self.inner.only_reads
    }

    pub(crate) async fn write_conn(&self) -> Result<PoolConnection<Db>, StoreError> {
        match self.inner.only_reads {
            true => Err(StoreError::ReadOnly),
            false => Ok(self.inner.writer.acquire().await?),
        }
    }

    pub(crate) fn writer(&self) -> &sqlx::Pool<Db> {
        &self.inner.writer
    }

    pub(crate) fn key(&self) -> &KeySlot {
        &self.inner.key
    }
}

/// The write-ahead log and its index.
fn beside(path: &Path) -> [PathBuf; 2] {
    ["-wal", "-shm"].map(|suffix| {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        name.into()
    })
}

/// Removes what looking at a refused file left beside it and was not there before. A log that holds something stays.
fn tidy(path: &Path, before: [bool; 2]) {
    let [log, _] = beside(path);
    if std::fs::metadata(&log).is_ok_and(|log| log.len() > 0) {
        return;
    }
    for (file, was_there) in beside(path).into_iter().zip(before) {
        if !was_there
            && let Err(error) = std::fs::remove_file(&file)
            && error.kind() != std::io::ErrorKind::NotFound
        {
            tracing::warn!(kind = %error.kind(), "what looking at a file left beside it could not be removed");
        }
    }
}

/// Removes a file that was just made and could not be set up.
fn discard(path: &Path) {
    for suffix in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        if let Err(error) = std::fs::remove_file(&name)
            && error.kind() != std::io::ErrorKind::NotFound
        {
            tracing::warn!(%error, "a half-made file could not be removed");
        }
    }
}
