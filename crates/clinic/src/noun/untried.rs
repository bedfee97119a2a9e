//! A treatment that was not tried as columns and in words.

use super::{Entered, Written};
use crate::{
    cells::{Cells, code, when},
    details::{self, Details},
    treatments::untried as words,
    words::{message, say, say_with},
};
use lamina_api::shown::Shown;
use lamina_domain::UntriedTreatment;

impl Written for UntriedTreatment {
    fn columns(&self) -> Cells {
        let mut cells = when(&self.considered);
        cells.push(("category", code(serde_json::to_value(self.kind))));
        cells
    }

    fn shown(&self) -> Shown {
        let mut details = Details::default();
        details.add(&say!("shown-not-tried-because"), words::because(self));
        details.text(&say!("shown-decided-by"), &self.decided_by);
        details.text(&say!("shown-note"), &self.note);
        details.told_by(self.told_by);
        Shown {
            when: details::when(&self.considered, message!("shown-date-unknown")),
            title: self.title(),
            details: details.0,
        }
    }

    fn title(&self) -> String {
        say_with!("untried-title", [("name", words::name(self).into())])
    }
}

impl Entered for UntriedTreatment {}
