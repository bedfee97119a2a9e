//! A path of neuromodulation, as typed.

use super::{Typed, typed};
use crate::{
    field::{fields, has_to_be_chosen, the_same},
    reading::Reading,
};
use lamina_domain::{
    Answer, Neuromodulation, Side, Text, ToldBy, When,
    neuromodulation::{Pain, Therapy},
};
use std::collections::BTreeSet;

typed!(Neuromodulation as NeuromodulationInput, with Therapy, Pain);

has_to_be_chosen!(Therapy);
the_same!(BTreeSet<Pain>);

fields! {
    /// A path of neuromodulation, as typed.
    Neuromodulation as NeuromodulationInput {
        /// What is stimulated or given; has to be chosen.
        therapy: Therapy,
        /// The same more exactly.
        words: Option<Text>,
        /// Which pain it is to treat.
        targets: BTreeSet<Pain>,
        /// On which side of the patient.
        side: Answer<Side>,
        /// That pain in words.
        target_words: Option<Text>,
        /// When it was thought of.
        considered: When,
        /// By whom it was done or decided.
        by: Option<Text>,
        /// Why, in words that were given.
        why: Option<Text>,
        /// Who said it, or where it was read.
        told_by: ToldBy,
        /// Whatever has no field of its own.
        note: Option<Text>,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::Typing;

    #[test]
    fn what_was_typed_reads_back_as_the_same_and_a_path_without_a_therapy_is_none() {
        let mut reading = Reading::of(Typing::on("2026-11-25".parse().unwrap()));
        let typed = NeuromodulationInput {
            therapy: Some(Therapy::DorsalRootGanglion),
            targets: [Pain::Leg].into(),
            side: Answer::Value(Side::Left),
            target_words: "burning of the left foot".into(),
            considered: "May 2025".into(),
            by: "Dr Sample".into(),
            why: "no lasting relief by blocks".into(),
            ..NeuromodulationInput::default()
        };
        let path = typed.read(&mut reading).unwrap();
        assert_eq!(NeuromodulationInput::of(&path), typed);
        assert_eq!(reading.issues, []);
        assert_eq!(NeuromodulationInput::default().read(&mut reading), None);
        assert_eq!(reading.issues[0].path, "therapy");
    }
}
