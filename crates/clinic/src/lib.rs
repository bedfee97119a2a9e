//! Use cases: what a person can do with the record.

pub mod clock;
pub mod letter;
pub mod progress;
pub mod record;
mod rows;
pub mod vault;
pub mod words;
