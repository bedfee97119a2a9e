//! A decision that was taken together, as typed.

use super::{Typed, typed};
use crate::{
    field::{fields, the_same},
    reading::Reading,
};
use lamina_domain::{
    Answer, Reply, SharedDecision, Text, ToldBy, When,
    shared_decision::{Consent, ConsideredOption, Way},
};

typed!(SharedDecision as SharedDecisionInput, with Way, Consent, ConsideredInput);

the_same!(Way, Answer<Consent>);

fields! {
    /// A way that was discussed, as typed.
    #[derive(Eq)]
    ConsideredOption as ConsideredInput {
        /// What kind of way it is.
        way: Way,
        /// Which treatment or test, or more on the way.
        words: Option<Text>,
        /// Why it was or was not wanted.
        reason: Option<Text>,
        /// Whether it was decided on.
        chosen: bool,
    }
}

fields! {
    /// A decision that was taken together, as typed.
    SharedDecision as SharedDecisionInput {
        /// What was discussed, in one line.
        about: Text,
        /// On which day it was talked through.
        when: When,
        /// The ways that were discussed.
        options: Vec<ConsideredInput>,
        /// The risks that were told; `absent` means that none were told.
        risks: Answer<Vec<Text>>,
        /// What the patient decided.
        decision: Option<Text>,
        /// Whether consent was given.
        consent: Answer<Consent>,
        /// Who talked it through with the patient.
        by: Option<Text>,
        /// Whether a signed document was seen.
        document: Reply,
        /// Who told this or where it was read.
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
    fn what_was_typed_reads_back_as_the_same_and_a_way_without_words_is_none() {
        let mut reading = Reading::of(Typing::on("2026-11-25".parse().unwrap()));
        let waiting = ConsideredInput {
            way: Way::WatchfulWaiting,
            reason: "the pain is easing".into(),
            chosen: true,
            ..ConsideredInput::default()
        };
        let typed = SharedDecisionInput {
            about: "revision at L4-L5".into(),
            when: "25 Nov 2026".into(),
            options: vec![waiting],
            risks: Answer::Value(vec!["infection".into()]),
            decision: "I want to wait until spring".into(),
            consent: Answer::Value(Consent::Deferred),
            document: Reply::No,
            ..SharedDecisionInput::default()
        };
        let fact = typed.read(&mut reading).unwrap();
        assert_eq!(SharedDecisionInput::of(&fact), typed);
        let untouched = SharedDecisionInput {
            options: vec![ConsideredInput::default()],
            ..typed
        };
        assert_eq!(untouched.read(&mut reading).unwrap().options, []);
        assert_eq!(reading.issues, []);
    }
}
