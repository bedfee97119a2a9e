//! Something that was agreed or asked for, as typed.

use super::{Typed, typed};
use crate::{
    field::{fields, has_to_be_chosen, the_same},
    reading::Reading,
};
use lamina_domain::{
    PlanItem, Text, ToldBy, When,
    plan_item::{Kind, State, Topic, Urgency},
};

typed!(PlanItem as PlanItemInput, with Kind, Urgency, State, Topic);

has_to_be_chosen!(Kind);
the_same!(State, Option<Urgency>, Vec<Topic>);

fields! {
    /// Something that was agreed, as typed.
    #[derive(Eq)]
    PlanItem as PlanItemInput {
        /// What kind of thing was agreed.
        kind: Kind,
        /// What is to be done, exactly.
        what: Text,
        /// What was talked through, of advice and information alone.
        topics: Vec<Topic>,
        /// Why, or the question that is asked.
        reason: Option<Text>,
        /// Who is asked: a person, a service, a hospital.
        asked_of: Option<Text>,
        /// Who sees to it.
        owner: Option<Text>,
        /// When it was agreed or asked for.
        asked_on: When,
        /// By when it is to be done.
        due: When,
        /// How urgent; none where nobody said.
        urgency: Option<Urgency>,
        /// What became of it.
        state: State,
        /// What came of it, in words.
        outcome: Option<Text>,
        /// When it came to that.
        settled: When,
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
    fn what_was_typed_reads_back_as_the_same_and_kind_and_words_are_needed() {
        let mut reading = Reading::of(Typing::on("2026-11-25".parse().unwrap()));
        let typed = PlanItemInput {
            kind: Some(Kind::SecondOpinion),
            what: "second opinion before a revision".into(),
            reason: "is the fusion solid?".into(),
            asked_of: "Spine unit, Example hospital".into(),
            owner: "Dr Lind".into(),
            asked_on: "25 Nov 2026".into(),
            due: "Feb 2027".into(),
            urgency: Some(Urgency::Soon),
            state: State::Open,
            ..PlanItemInput::default()
        };
        let item = typed.read(&mut reading).unwrap();
        assert_eq!(PlanItemInput::of(&item), typed);
        assert_eq!(reading.issues, []);
        assert_eq!(PlanItemInput::default().read(&mut reading), None);
        let paths: Vec<&str> = reading.issues.iter().map(|one| one.path.as_str()).collect();
        assert_eq!(paths, ["kind", "what"]);
    }
}
