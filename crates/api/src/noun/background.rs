//! Allergies, red flags, implants, anticoagulants and conditions, as typed. An empty list never means "none".

use super::{Typed, typed};
use crate::reading::{Reading, shown_asked};
use lamina_domain::{Answer, Background, background::MedicinesAsked};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

typed!(Background as BackgroundInput);

/// Safety and health background, as typed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct BackgroundInput {
    /// Allergies with their reactions.
    pub allergies: Answer<Vec<String>>,
    /// Red flags as recorded, in words.
    pub red_flags: Answer<Vec<String>>,
    /// Implants and what is known of their MRI status.
    pub implants_mri: Answer<Vec<String>>,
    /// Anticoagulants and antiplatelets.
    pub anticoagulants: Answer<Vec<String>>,
    /// Other conditions.
    pub conditions: Answer<Vec<String>>,
    /// Whether medicines are taken at all; `absent` means asked, and none.
    pub medicines: Answer<MedicinesAsked>,
}

impl BackgroundInput {
    /// The background as typed values.
    pub fn of(background: &Background) -> Self {
        Self {
            allergies: shown_asked(&background.allergies),
            red_flags: shown_asked(&background.red_flags),
            implants_mri: shown_asked(&background.implants_mri),
            anticoagulants: shown_asked(&background.anticoagulants),
            conditions: shown_asked(&background.conditions),
            medicines: background.medicines.clone(),
        }
    }

    /// The background; what can't be kept is told to `reading`.
    pub fn read(&self, reading: &mut Reading) -> Option<Background> {
        Some(Background {
            allergies: reading.asked("allergies", &self.allergies),
            red_flags: reading.asked("red_flags", &self.red_flags),
            implants_mri: reading.asked("implants_mri", &self.implants_mri),
            anticoagulants: reading.asked("anticoagulants", &self.anticoagulants),
            conditions: reading.asked("conditions", &self.conditions),
            medicines: self.medicines.clone(),
        })
    }
}
