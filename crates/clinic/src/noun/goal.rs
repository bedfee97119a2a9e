//! A goal of the patient as columns and in words.

use super::{Entered, Written};
use crate::{
    cells::{Cells, until, when},
    day::Day,
    details::Details,
    words::{Word, joined, message, say, say_with},
};
use lamina_api::shown::{Detail, Shown};
use lamina_domain::{
    Goal, When,
    goal::{Attainment, Standing},
};

impl Written for Goal {
    fn columns(&self) -> Cells {
        let mut cells = when(&self.set_on);
        cells.extend(until(["target_text", "target_to"], &self.target));
        cells.extend(until(["settled_text", "settled_to"], &self.settled));
        cells
    }

    fn shown(&self) -> Shown {
        let mut details = Details::default();
        let known = |when: &When| (!when.is_unknown()).then(|| when.to_string());
        details.add(&say!("shown-goal-standing"), Some(self.standing.word()));
        details.add(&say!("shown-goal-settled"), known(&self.settled));
        details.text(&say!("shown-goal-why"), &self.why);
        let course = self.course().into_iter().map(|one| Some(attained(one)));
        details.add(&say!("shown-goal-attainment"), joined(course, "; "));
        let importance = self
            .importance
            .map(|one| say_with!("shown-goal-of-ten", [("number", one.get().to_string().into())]));
        details.add(&say!("shown-goal-importance"), importance);
        details.text(&say!("shown-goal-measure"), &self.measure);
        details.add(&say!("shown-goal-target"), known(&self.target));
        details.ended(&self.set_on, self.title(), &self.note, self.told_by)
    }

    fn title(&self) -> String {
        self.text.to_string()
    }

    /// With how far it was said to be reached on that day.
    fn of_day(&self, day: &Day<'_>) -> Vec<Detail> {
        let told = self.attainments.iter().filter(|one| day.is(&one.when));
        let told = joined(told.map(|one| Some(attained(one))), "; ");
        day.line(self.title(), told, Some(say!("happened-set")))
    }
}

impl Entered for Goal {}

/// "25 Nov 2026: 6 of 10, one way".
pub(crate) fn attained(one: &Attainment) -> String {
    let number = one.reached.get().to_string();
    let told = match one.when.is_unknown() {
        true => say_with!("goal-attainment-undated", [("number", number.into())]),
        false => say_with!(
            "goal-attainment",
            [("when", one.when.to_string().into()), ("number", number.into())]
        ),
    };
    match &one.words {
        None => told,
        Some(words) => say_with!(
            "goal-attainment-words",
            [("attainment", told.into()), ("words", words.to_string().into())]
        ),
    }
}

impl Word for Standing {
    fn word(&self) -> String {
        say!(match self {
            Standing::Open => message!("value-goal-open"),
            Standing::Reached => message!("value-goal-reached"),
            Standing::PartlyReached => message!("value-goal-partly-reached"),
            Standing::GivenUp => message!("value-goal-given-up"),
        })
    }
}
