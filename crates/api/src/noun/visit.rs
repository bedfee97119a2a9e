//! A visit, as typed. What else the record holds of its day is worked out and never typed.

use super::{Typed, typed};
use crate::{
    field::{fields, has_to_be_chosen, the_same},
    reading::Reading,
};
use lamina_domain::{
    Answer, Text, ToldBy, Visit, When,
    visit::{Came, Kind, Minutes},
};

typed!(Visit as VisitInput, with Kind, Came);

has_to_be_chosen!(Kind);
the_same!(Answer<Came>);

fields! {
    /// A visit, held or not, as typed.
    Visit as VisitInput {
        /// The day on which it was.
        when: When,
        /// What kind of visit; has to be chosen.
        kind: Kind,
        /// Who saw the patient, by name.
        by: Option<Text>,
        /// In which role that person saw the patient.
        role: Option<Text>,
        /// Whether the patient came.
        came: Answer<Came>,
        /// Why it was held.
        reason: Option<Text>,
        /// What was found or said.
        found: Option<Text>,
        /// What was decided, in words.
        decided: Option<Text>,
        /// How many minutes it took; empty where nobody noted it.
        minutes: Option<Minutes>,
        /// When the next one is planned.
        next: When,
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
    fn what_was_typed_reads_back_as_the_same_and_a_kind_is_needed() {
        let mut reading = Reading::of(Typing::on("2026-11-30".parse().unwrap()));
        let typed = VisitInput {
            when: "24 Nov 2026".into(),
            kind: Some(Kind::FollowUp),
            by: "Dr Lind".into(),
            role: "pain physician".into(),
            came: Answer::Value(Came::Came),
            reason: "six weeks after the injection".into(),
            found: "sits for half an hour".into(),
            decided: "no second injection".into(),
            minutes: "25".into(),
            next: "Feb 2027".into(),
            note: "with her daughter".into(),
            ..VisitInput::default()
        };
        let visit = typed.read(&mut reading).unwrap();
        assert_eq!(VisitInput::of(&visit), typed);
        assert_eq!(reading.issues, []);
        assert_eq!(VisitInput::default().read(&mut reading), None);
        assert_eq!(reading.issues[0].path, "kind");
        let long = VisitInput {
            minutes: "2000".into(),
            ..typed
        };
        let _ = long.read(&mut reading);
        assert_eq!(reading.issues[1].path, "minutes");
    }
}
