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
    /// What is known of a birth: a date, or an age.
    Born,
    /// Levels of the spine.
    Levels,
    /// Dermatomes by their nerve roots.
    Roots,
    /// What was done in an operation, with levels of its own.
    Procedure,
    /// How long someone was free of pain.
    PainFree,
    /// A length of time.
    Interval,
    /// When someone came back to work.
    WorkTime,
    /// A percentage of relief.
    Relief,
    /// A medicine as one line.
    Medicine,
    /// A code of ICD-10-CM.
    Icd10cm,
    /// What was measured on a picture.
    Measures,
    /// How far somebody walks.
    Distance,
}

/// Asks how a text is read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Understand {
    /// What kind of text it is.
    pub kind: TextKind,
    /// What is typed so far.
    pub text: String,
    /// The patient in whose record "operation 2" is looked for.
    pub patient: Option<Uuid>,
}

/// A part of a text that is kept as it was typed, since nothing is known by it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Unsure {
    /// The name of a medicine that is not known.
    Name {
        /// The name as typed.
        text: String,
        /// Names that it may be meant for, to be asked and never taken; often none.
        near: Vec<String>,
    },
    /// The name of a procedure that stands for none of the list.
    Procedure {
        /// The name as typed.
        text: String,
    },
    /// A length of time or a set word was expected, and other words are kept.
    Words {
        /// The words as typed.
        text: String,
    },
}

/// How it was read, or what is wrong with it. Neither for an empty text. It was understood whole only where nothing is
/// unsure.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Understood {
    /// The normal form, in which it is kept and printed; levels say how many segments they are.
    pub shown: Option<String>,
    /// What is wrong with it, by its code.
    pub problem: Option<Problem>,
    /// For a date that another day or another order would read otherwise ("today", "-3w", "3/5/2019"): what it means, to stand
    /// in its place.
    pub settled: Option<String>,
    /// Parts that were not understood and are kept as typed; left out where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<Unsure>>", optional)]
    pub unsure: Vec<Unsure>,
}
