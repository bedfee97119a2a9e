//! The migrations that come with the program, and the schema that they lead to.

use sqlx::migrate::Migrator;

/// The schema number this program writes: the number of its newest migration.
pub const KNOWN_SCHEMA: i64 = 19;

pub(crate) static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations");
