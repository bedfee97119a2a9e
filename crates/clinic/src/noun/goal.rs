//! A goal of the patient as columns and in words.

use super::{Entered, Written};
use crate::{
    cells::{Cells, until, when},
    details::{self, Details},
    words::{Word, message, say},
};
use lamina_api::shown::Shown;
use lamina_domain::{Goal, When, goal::Standing};

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
        details.text(&say!("shown-goal-measure"), &self.measure);
        details.add(&say!("shown-goal-target"), known(&self.target));
        details.text(&say!("shown-note"), &self.note);
        details.told_by(self.told_by);
        Shown {
            when: details::when(&self.set_on, message!("shown-date-unknown")),
            title: self.title(),
            details: details.0,
        }
    }

    fn title(&self) -> String {
        self.text.to_string()
    }
}

impl Entered for Goal {}

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
