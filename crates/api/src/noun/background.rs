//! Allergies, red flags, implants, anticoagulants and conditions, as typed. An empty list never means "none".

use super::{Typed, typed};
use crate::{
    field::{fields, the_same},
    reading::Reading,
};
use lamina_domain::{Answer, Background, Text, background::MedicinesAsked};

typed!(Background as BackgroundInput);

the_same!(Answer<MedicinesAsked>);

fields! {
    /// Safety and health background, as typed.
    Background as BackgroundInput {
        /// Allergies with their reactions.
        allergies: Answer<Vec<Text>>,
        /// Red flags as recorded, in words.
        red_flags: Answer<Vec<Text>>,
        /// Implants and what is known of their MRI status.
        implants_mri: Answer<Vec<Text>>,
        /// Anticoagulants and antiplatelets.
        anticoagulants: Answer<Vec<Text>>,
        /// Other conditions.
        conditions: Answer<Vec<Text>>,
        /// Whether medicines are taken at all; `absent` means asked, and none.
        medicines: Answer<MedicinesAsked>,
    }
}
