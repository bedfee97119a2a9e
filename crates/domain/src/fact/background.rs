//! What every screen and page says about the patient: allergies, red flags, implants, anticoagulants, conditions.
//! An empty list never means "none": that has to be said.

use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    answer::Answer,
    context::{Context, ToldBy},
    issue::Issue,
    text::Text,
    when::When,
};
use serde::{Deserialize, Serialize};

/// A list that somebody asked about: `absent` means asked and none; not asked is another value.
pub type AskedList = Answer<Vec<Text>>;

/// What is known of the medicines as a whole. `absent` beside it means asked, and none is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MedicinesAsked {
    /// They are recorded among the treatments.
    Listed,
}

/// Safety and health background, one a patient.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Background {
    /// Allergies with their reactions.
    #[serde(skip_serializing_if = "Answer::is_not_asked")]
    pub allergies: AskedList,
    /// Red flags as recorded, in words.
    #[serde(skip_serializing_if = "Answer::is_not_asked")]
    pub red_flags: AskedList,
    /// Implants and what is known of their MRI status.
    #[serde(skip_serializing_if = "Answer::is_not_asked")]
    pub implants_mri: AskedList,
    /// Anticoagulants and antiplatelets.
    #[serde(skip_serializing_if = "Answer::is_not_asked")]
    pub anticoagulants: AskedList,
    /// Other conditions.
    #[serde(skip_serializing_if = "Answer::is_not_asked")]
    pub conditions: AskedList,
    /// Whether medicines are taken at all.
    #[serde(skip_serializing_if = "Answer::is_not_asked")]
    pub medicines: Answer<MedicinesAsked>,
}

impl Clinical for Background {
    fn told_by(&self) -> Option<ToldBy> {
        None
    }

    fn check(&self, _: &Context) -> Vec<Issue> {
        Vec::new()
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        Vec::new()
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::AsRecorded
    }
}
