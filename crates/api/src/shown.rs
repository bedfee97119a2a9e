//! Facts as they are read: in the words that screen and print share, and what must not be overlooked about a patient.

use lamina_domain::Answer;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A fact in the words in which people read it. Screen and print share them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Shown {
    /// When, as given; "unknown" where it is not known.
    pub when: String,
    /// What, in one line.
    pub title: String,
    /// More, a label and its text each, in the order of reading.
    pub details: Vec<Detail>,
}

/// One labelled line of a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Detail {
    /// What it is about.
    pub label: String,
    /// What is said of it, in words.
    pub text: String,
}

/// What must not be overlooked about a patient.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
pub struct Alerts {
    /// What the body reacts to, each in short.
    pub allergies: Answer<Vec<String>>,
    /// Red flags that were noted in words; those that were asked about stand in [`crate::flag::FlagsLine`].
    pub red_flags: Answer<Vec<String>>,
    /// Implants, all in one line, with what is known of their MRI labelling.
    pub implants_mri: Answer<Vec<String>>,
    /// Blood thinners by name, with what contradicts itself among them.
    pub anticoagulants: Answer<Vec<String>>,
}
