//! The wire between the window and the clinic: requests, views, errors, and the one table of commands.
//!
//! Nothing here does anything with a record. A request holds what a person typed, as typed; [`entry::FactInput::read`]
//! turns it into a fact or says everything that is wrong with it, by field. The TypeScript of all this is exported by
//! [`export`] and committed; a test fails when it is stale.

pub mod audit;
pub mod backup;
pub mod body;
mod declare;
pub mod document;
pub mod draft;
pub mod entry;
pub mod error;
pub mod export;
mod field;
pub mod flag;
pub mod follow_up;
pub mod gate;
mod hidden;
pub mod instrument;
pub mod letter;
pub mod medicine;
pub mod neuromodulation;
pub mod noun;
pub mod overview;
pub mod patient;
pub mod plan;
pub mod progress;
pub mod reading;
pub mod recovery;
pub mod role;
pub mod rule;
pub mod settings;
pub mod shown;
pub mod spine;
pub mod staff;
pub mod table;
pub mod timeline;
pub mod understand;
pub mod vault;
pub mod visit;
pub mod walking;

pub use error::{ApiError, VaultProblem};
pub use lamina_domain as domain;
pub use table::{Access, COMMANDS, Command};

/// A request or an answer that says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// An answer to a write: what came of it, and which keys views have to read again.
///
/// A key is `patients`, `patient/<id>`, `settings`, `rules`, `backup`, `recovery` or `staff`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct Changed<T> {
    /// What came of it.
    pub value: T,
    /// Keys of what changed.
    pub changes: Vec<String>,
}
