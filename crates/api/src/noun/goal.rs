//! A goal of the patient, as typed.

use super::{Typed, typed};
use crate::{
    field::{fields, the_same},
    reading::Reading,
};
use lamina_domain::{Goal, Text, ToldBy, When, goal::Standing};

typed!(Goal as GoalInput, with Standing);

the_same!(Standing);

fields! {
    /// A goal, as typed.
    #[derive(Eq)]
    Goal as GoalInput {
        /// What is to be reached.
        text: Text,
        /// By what it is told that it was reached.
        measure: Option<Text>,
        /// When it was set.
        set_on: When,
        /// By when it is to be reached.
        target: When,
        /// What became of it.
        standing: Standing,
        /// When it came to that.
        settled: When,
        /// Who said it.
        told_by: ToldBy,
        /// Anything else.
        note: Option<Text>,
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
            ..GoalInput::default()
        };
        let goal = typed.read(&mut reading).unwrap();
        assert_eq!(GoalInput::of(&goal), typed);
        assert_eq!(reading.issues, []);
        assert_eq!(GoalInput::default().read(&mut reading), None);
        assert_eq!(reading.issues[0].path, "text");
    }
}
