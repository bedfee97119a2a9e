//! The clinic's record on disk: one encrypted file, one way to write to it, and a log that shows tampering.
//!
//! What must hold:
//! - Nothing is overwritten. A change adds a version with a reason; every earlier version can be read.
//! - Nothing is written without its entry in the audit log: a [`Unit`] has no way to commit but with one.
//! - One connection writes and checkpoints; every other connection only reads, and the one that copies writes the copy alone.
//! - The key is never part of a statement, a log line or a `Debug` text.
//! - Ids and times are arguments. This crate makes neither.

mod act;
mod audit;
mod bulk;
mod content;
mod copy;
mod derived;
mod digest;
mod drafts;
mod due;
mod due_state;
mod engine;
mod error;
mod fold;
mod history;
mod hit;
mod index;
mod journal;
mod lists;
mod log;
mod meaning;
mod names;
mod noun;
mod patients;
mod pending;
mod places;
mod rebuild;
mod request;
mod requests;
mod schema;
mod search;
mod settings;
mod similar;
mod store;
#[cfg(test)]
mod tests;
mod tokens;
mod unit;
mod verify;
mod version;
mod versions;

pub use act::{Act, ObjectKind};
pub use audit::{Actor, Audit, AuditEntry, AuditHead, ObjectRef, Outcome};
pub use content::{Incoming, PIECE};
pub use copy::{Glance, glance};
pub use derived::Derive;
pub use drafts::Draft;
pub use due::{AnchorTime, ContactTime, OperationTime, TreatmentTime, VisitTime};
pub use due_state::{DueCall, DueCalled, DueStale, DueState};
pub use error::StoreError;
pub use fold::fold;
pub use history::EntryVersion;
pub use hit::PatientHit;
pub use journal::LoadedFact;
pub use log::{Acts, AuditFilter};
pub use noun::{Cell, Noun, Row, columns};
pub use requests::OpenRequest;
pub use schema::KNOWN_SCHEMA;
pub use search::{Found, FoundPerson};
pub use similar::Similar;
pub use store::{Mode, Store};
pub use tokens::FoundBy;
pub use unit::Unit;
pub use verify::{Problem, VerifyReport};
pub use version::{Change, Entry, Kind, Receipt, Status, Version};
