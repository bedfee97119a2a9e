//! What can go wrong with the store, each case apart from the others where the person has to act differently. What an error
//! says of itself is for logs.

use sqlx::error::DatabaseError;
use sqlx::migrate::MigrateError;

/// Why the store refused or failed. No text in here holds a key or anything from the record.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no file to open.
    #[error("there is no record file at this place")]
    Missing,
    /// A new file was asked for where one already is.
    #[error("there already is a file at this place")]
    AlreadyExists,
    /// The key is not written as `x'` + 64 hexadecimal digits + `'`.
    #[error("the key has the wrong form")]
    KeyForm,
    /// The file does not open with this key.
    #[error("the record does not open with this key")]
    WrongKey,
    /// The file was not made by this program.
    #[error("this file is not a record of this program")]
    Foreign,
    /// The end of the file is missing.
    #[error("the record file is cut short")]
    Truncated,
    /// The file has been damaged.
    #[error("the record file is damaged")]
    Damaged,
    /// The file was written by a newer version of this program.
    #[error("the record was written by a newer version (schema {found}; this version knows {known})")]
    NewerSchema {
        /// Schema number in the file.
        found: i64,
        /// Highest schema number this program knows.
        known: i64,
    },
    /// The database library was built without encryption; nothing may be written with it.
    #[error("this build cannot encrypt the record")]
    NotEncrypted,
    /// The store has been closed.
    #[error("the record is closed")]
    Closed,
    /// Another writer held the record for too long; nothing was saved.
    #[error("the record is busy")]
    Busy,
    /// The disk is full; nothing of this unit was saved.
    #[error("the disk is full")]
    Full,
    /// Nothing can be written here: the medium or the folder is read-only, or has no room for what the database needs beside
    /// the file.
    #[error("the record can't be written here")]
    ReadOnly,
    /// Someone else changed the entry first.
    #[error("the entry was changed meanwhile (now version {current_version})")]
    Conflict {
        /// The version that counts now.
        current_version: i64,
    },
    /// The entry was marked as entered in error and takes no further change.
    #[error("the entry was marked as entered in error")]
    Retracted,
    /// The entry stands, so there is nothing to put back.
    #[error("the entry was not marked as entered in error")]
    Stands,
    /// There is no such entry, version or draft.
    #[error("there is no such entry")]
    NotFound,
    /// There already is an entry with this id.
    #[error("there already is an entry with this id")]
    IdTaken,
    /// A change or a retraction needs a reason of at least three characters.
    #[error("a reason is needed")]
    ReasonMissing,
    /// The request id was used before for something else.
    #[error("this request was already used for something else")]
    RequestReused,
    /// The row does not fit the table of its noun.
    #[error("column {column} does not belong to {noun}")]
    UnknownColumn {
        /// Name of the noun.
        noun: &'static str,
        /// The column in question.
        column: &'static str,
    },
    /// An amendment names another noun than the entry has.
    #[error("the entry is of another kind")]
    WrongNoun,
    /// A step of this unit failed or was refused; it can only be dropped.
    #[error("an earlier step failed; nothing of this change was saved")]
    UnitBroken,
    /// Something tried to change or remove what may only be added to.
    #[error("entries can only be added, never changed or removed")]
    AppendOnly,
    /// A stored value cannot be read back.
    #[error("a stored value cannot be read")]
    Unreadable,
    /// A copy holds something else than the record did when it was made.
    #[error("the copy is not what the record was")]
    CopyDiffers,
    /// The bytes of a file are not those that were announced: it changed while it was read.
    #[error("the file changed while it was read")]
    ContentDiffers,
    /// A document names a file whose bytes are not in the vault.
    #[error("the bytes of the file are not in the vault")]
    ContentMissing,
    /// The file could not be reached.
    #[error("the record file cannot be reached: {0}")]
    Io(#[from] std::io::Error),
    /// Any other refusal of the database.
    #[error("the database refused: {0}")]
    Database(#[source] sqlx::Error),
}

impl StoreError {
    /// Whether nothing is wrong but that nothing can be written: a full disk, a read-only medium.
    pub fn is_unwritable(&self) -> bool {
        use std::io::ErrorKind;
        match self {
            Self::Full | Self::ReadOnly => true,
            Self::Io(error) => matches!(
                error.kind(),
                ErrorKind::StorageFull
                    | ErrorKind::QuotaExceeded
                    | ErrorKind::ReadOnlyFilesystem
                    | ErrorKind::PermissionDenied
            ),
            _ => false,
        }
    }
}

/// The whole code of an SQLite error, if it is one.
fn code(error: &dyn DatabaseError) -> Option<i32> {
    error.code().and_then(|code| code.parse().ok())
}

/// The primary code (low byte) of an SQLite error, if it is one.
pub(crate) fn primary_code(error: &dyn DatabaseError) -> Option<i32> {
    code(error).map(|code| code & 0xff)
}

/// Whether the files that the database makes beside the record could not be made: the index of its write-ahead log could not
/// be opened, sized, locked or mapped, or the log itself not be opened.
pub(crate) fn is_beside(error: &dyn DatabaseError) -> bool {
    const SHM: [i32; 4] = [18, 19, 20, 21];
    code(error).is_some_and(|code| {
        let (primary, more) = (code & 0xff, code >> 8);
        primary == 14 || (primary == 10 && SHM.contains(&more))
    })
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::PoolTimedOut => Self::Busy,
            sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => Self::Closed,
            sqlx::Error::RowNotFound => Self::NotFound,
            sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => Self::Unreadable,
            sqlx::Error::Database(inner) if is_beside(inner.as_ref()) => Self::ReadOnly,
            sqlx::Error::Database(inner) => match primary_code(inner.as_ref()) {
                Some(5 | 6) => Self::Busy,
                Some(8) => Self::ReadOnly,
                Some(11 | 26) => Self::Damaged,
                // A page whose seal does not hold makes the cipher fail without a text of its own.
                Some(1) if inner.message() == "SQL logic error" => Self::Damaged,
                // Nor does it give such a page, which the engine takes for a lack of memory; a true one ends the program.
                Some(7) => Self::Damaged,
                Some(13) => Self::Full,
                // The one reference that a row from outside can miss: a document whose bytes are not there.
                Some(19) if code(inner.as_ref()) == Some(787) => Self::ContentMissing,
                Some(19) if matches!(inner.message(), "append-only" | "audit chain") => Self::AppendOnly,
                _ => Self::Database(error),
            },
            _ => Self::Database(error),
        }
    }
}

impl From<MigrateError> for StoreError {
    fn from(error: MigrateError) -> Self {
        match error {
            MigrateError::VersionMissing(found) => Self::NewerSchema {
                found,
                known: crate::schema::KNOWN_SCHEMA,
            },
            MigrateError::VersionMismatch(_) | MigrateError::Dirty(_) => Self::Damaged,
            MigrateError::Execute(inner) | MigrateError::ExecuteMigration(inner, _) => inner.into(),
            other => Self::Database(sqlx::Error::Migrate(Box::new(other))),
        }
    }
}
