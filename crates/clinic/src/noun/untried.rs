//! A treatment that was not tried as columns and in words.

use super::{Entered, Written};
use crate::{
    cells::{Cells, code, when},
    details::Details,
    treatments::untried as words,
    words::{say, say_with},
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
        details.ended(&self.considered, self.title(), &self.note, self.told_by)
    }

    fn title(&self) -> String {
        say_with!("untried-title", [("name", words::name(self).into())])
    }
}

impl Entered for UntriedTreatment {}
