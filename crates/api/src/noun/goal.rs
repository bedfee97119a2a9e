//! A goal of the patient, as typed.

use super::{Typed, typed};
use crate::{
    field::{Field, fields, the_same},
    reading::Reading,
};
use lamina_domain::{
    Goal, Text, ToldBy, When,
    goal::{Attainment, Standing, Tenths},
};

typed!(Goal as GoalInput, with Standing, AttainmentInput);

the_same!(Standing);

fields! {
    /// How far a goal was reached, as typed.
    #[derive(Eq)]
    Attainment as AttainmentInput {
        /// When it was said.
        when: When,
        /// How far, from 0 to 10.
        reached: Tenths,
        /// The same in words.
        words: Option<Text>,
    }
}

fields! {
    /// A goal, as typed.
    #[derive(Eq)]
    Goal as GoalInput {
        /// What is to be reached.
        text: Text,
        /// By what it is told that it was reached.
        measure: Option<Text>,
        /// How much it matters, from 0 to 10; empty where nobody said.
        importance: Option<Tenths>,
        /// When it was set.
        set_on: When,
        /// By when it is to be reached.
        target: When,
        /// What became of it.
        standing: Standing,
        /// When it came to that.
        settled: When,
        /// Why it was given up, or how it was reached.
        why: Option<Text>,
        /// How far it was reached, told again and again.
        attainments: Vec<AttainmentInput>,
        /// From whom it is known: patient, clinician, document or device.
        told_by: ToldBy,
        /// Whatever has no field of its own.
        note: Option<Text>,
    }
}

impl Field for Tenths {
    type Fact = Self;
    type Typed = String;

    fn typed(fact: &Self) -> String {
        fact.get().to_string()
    }

    fn read(typed: &String, path: &str, reading: &mut Reading) -> Option<Self> {
        reading.whole(path, typed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::Typing;

    #[test]
    fn what_was_typed_reads_back_as_the_same_and_a_goal_without_words_is_none() {
        let mut reading = Reading::of(Typing::on("2026-11-25".parse().unwrap()));
        let typed = GoalInput {
            text: "walk to the shop".into(),
            measure: "both ways without a rest".into(),
            set_on: "May 2025".into(),
            target: "Dec 2026".into(),
            standing: Standing::PartlyReached,
            settled: "25 Nov 2026".into(),
            note: "with a stick".into(),
            importance: "9".into(),
            why: "half of the way".into(),
            attainments: vec![AttainmentInput {
                when: "25 Nov 2026".into(),
                reached: "6".into(),
                words: "one way".into(),
            }],
            ..GoalInput::default()
        };
        let goal = typed.read(&mut reading).unwrap();
        assert_eq!(GoalInput::of(&goal), typed);
        assert_eq!(reading.issues, []);
        assert_eq!(GoalInput::default().read(&mut reading), None);
        assert_eq!(reading.issues[0].path, "text");
    }
}
