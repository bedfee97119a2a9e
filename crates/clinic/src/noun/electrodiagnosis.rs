//! Electrodiagnostic tests as columns and in words.

use super::{Entered, Written};
use crate::{
    cells::{Cells, names, when},
    details::Details,
    words::{electrodiagnosis, say, sentence},
};
use lamina_api::shown::Shown;
use lamina_domain::Electrodiagnosis;
use lamina_store::Cell;
use serde_json::json;

impl Written for Electrodiagnosis {
    fn columns(&self) -> Cells {
        let mut cells = when(&self.when);
        let seen = self.conclusions.iter().filter(|one| one.is_seen());
        let roots: Vec<String> = seen.flat_map(|one| names(&one.roots)).collect();
        cells.push(("roots", Cell::Json(json!(roots))));
        cells
    }

    fn shown(&self) -> Shown {
        let mut details = Details::default();
        for one in &self.conclusions {
            details.add(
                &say!("shown-conclusion"),
                Some(sentence(&electrodiagnosis::conclusion(one))),
            );
        }
        details.text(&say!("shown-conclusion"), &self.conclusion);
        let lasted = self.symptoms_for.map(|time| time.to_string());
        details.add(&say!("shown-electrodiagnosis-lasted"), lasted);
        details.add(
            &say!("shown-electrodiagnosis-timing"),
            electrodiagnosis::timing(self),
        );
        for (label, told) in electrodiagnosis::examined(self) {
            details.add(&label, Some(told));
        }
        details.text(&say!("shown-electrodiagnosis-done-by"), &self.done_by);
        details.ended(&self.when, self.title(), &self.note, self.told_by)
    }

    fn title(&self) -> String {
        sentence(&electrodiagnosis::tests(self))
    }
}

impl Entered for Electrodiagnosis {}
