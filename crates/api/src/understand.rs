//! What is being typed, read back in normal form at once.

use lamina_domain::Problem;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What kind of text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TextKind {
    /// A point in time.
    When,
    /// A birth date.
    Born,
    /// Levels of the spine.
    Levels,
    /// What was done in an operation, with levels of its own.
    Procedure,
    /// How long someone was free of pain.
    PainFree,
    /// A percentage of relief.
    Relief,
    /// A medicine as one line.
    Medicine,
}

/// Asks how a text is read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Understand {
    /// What kind of text it is.
    pub kind: TextKind,
    /// What was typed.
    pub text: String,
    /// The patient in whose record "operation 2" is looked for.
    pub patient: Option<Uuid>,
}

/// How it was read, or what is wrong with it. Neither for an empty text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Understood {
    /// The normal form, in which it is kept and printed; levels say how many segments they are.
    pub shown: Option<String>,
    /// What is wrong.
    pub problem: Option<Problem>,
    /// For a date that another day or another order would read otherwise ("today", "-3w", "3/5/2019"): what it means, to stand
    /// in its place.
    pub settled: Option<String>,
}
