//! A goal of the patient, as typed.

use super::{Typed, typed};
use crate::reading::{Reading, shown, shown_time};
use lamina_domain::{Goal, ToldBy, goal::Standing};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

typed!(Goal as GoalInput, with Standing);

/// A goal, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct GoalInput {
    /// What is to be reached.
    pub text: String,
    /// By what it is told that it was reached.
    pub measure: String,
    /// When it was set.
    pub set_on: String,
    /// By when it is to be reached.
    pub target: String,
    /// What became of it.
    pub standing: Standing,
    /// When it came to that.
    pub settled: String,
    /// Who said it.
    pub told_by: ToldBy,
    /// Anything else.
    pub note: String,
}

impl GoalInput {
    /// The goal as typed values.
    pub fn of(goal: &Goal) -> Self {
        Self {
            text: goal.text.to_string(),
            measure: shown(&goal.measure),
            set_on: shown_time(&goal.set_on),
            target: shown_time(&goal.target),
            standing: goal.standing,
            settled: shown_time(&goal.settled),
            told_by: goal.told_by,
            note: shown(&goal.note),
        }
    }

    /// The goal, where everything typed can be kept.
    pub fn read(&self, reading: &mut Reading) -> Option<Goal> {
        let text = reading.required("text", &self.text);
        Some(Goal {
            measure: reading.text("measure", &self.measure),
            set_on: reading.when("set_on", &self.set_on),
            target: reading.when("target", &self.target),
            standing: self.standing,
            settled: reading.when("settled", &self.settled),
            told_by: self.told_by,
            note: reading.text("note", &self.note),
            text: text?,
        })
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
