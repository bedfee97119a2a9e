//! What differs between database engines: connecting, keying, proving that a file is ours, checkpoints.

pub(crate) mod handle;
pub(crate) mod proof;
pub(crate) mod schema;
pub(crate) mod sqlite;
pub(crate) mod structure;

/// The database all statements in this crate are written for.
pub(crate) type Db = sqlx::Sqlite;
