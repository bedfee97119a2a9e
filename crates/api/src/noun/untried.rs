//! A treatment that was considered and not tried, as typed.

use super::{Typed, typed};
use crate::{
    field::{fields, has_to_be_chosen, the_same},
    reading::Reading,
};
use lamina_domain::{
    Answer, Text, ToldBy, UntriedTreatment, When, treatment::Kind, untried::NotTriedBecause,
};

typed!(UntriedTreatment as UntriedInput, with NotTriedBecause);

the_same!(Answer<NotTriedBecause>);
has_to_be_chosen!(Kind);

fields! {
    /// A treatment that was not tried, as typed.
    UntriedTreatment as UntriedInput {
        /// The kind of treatment; has to be chosen.
        kind: Kind,
        /// Which one; empty where the kind as a whole is meant.
        name: Option<Text>,
        /// Why it was not tried.
        because: Answer<NotTriedBecause>,
        /// Why it was not, in words.
        because_words: Option<Text>,
        /// When it was considered.
        considered: When,
        /// Who decided, by name or role.
        decided_by: Option<Text>,
        /// Who said that it was not.
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
    fn what_was_typed_reads_back_as_the_same_and_the_kind_has_to_be_chosen() {
        let mut reading = Reading::of(Typing::on("2026-11-25".parse().unwrap()));
        let typed = UntriedInput {
            kind: Some(Kind::NeuromodulationTrial),
            name: "spinal cord stimulation".into(),
            because: Answer::Value(NotTriedBecause::Waiting),
            because_words: "on the list of the university hospital".into(),
            considered: "May 2025".into(),
            decided_by: "pain board".into(),
            note: "asks again in spring".into(),
            ..UntriedInput::default()
        };
        let untried = typed.read(&mut reading).unwrap();
        assert_eq!(UntriedInput::of(&untried), typed);
        assert_eq!(reading.issues, []);
        assert_eq!(UntriedInput::default().read(&mut reading), None);
        assert_eq!(reading.issues[0].path, "kind");
    }
}
