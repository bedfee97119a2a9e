//! An operation as columns and in words.

use super::{Entered, Written};
use crate::{
    cells::{Cells, levels, when},
    details::{self, Details, side},
    gates,
    words::{self, Word, joined, message, say},
};
use lamina_api::shown::Shown;
use lamina_domain::Surgery;
use lamina_store::Cell;
use serde_json::json;

impl Written for Surgery {
    fn columns(&self) -> Cells {
        let mut cells = when(&self.when);
        cells.push(("levels", levels(&self.all_levels())));
        let done: Vec<String> = self.procedures.iter().map(ToString::to_string).collect();
        cells.push(("procedures", Cell::Json(json!(done))));
        cells
    }

    fn shown(&self) -> Shown {
        let mut details = Details::default();
        // What came of it is looked for first, also where only the beginning has room.
        details.add(&say!("shown-back-after"), words::result(&self.result_back));
        details.add(&say!("shown-limb-after"), words::result(&self.result_limb));
        details.add(
            &say!("shown-pain-free"),
            self.pain_free.as_ref().map(words::pain_free),
        );
        details.text(&say!("shown-why"), &self.indication);
        details.add(&say!("shown-region"), self.region.map(|region| region.word()));
        details.add(
            &say!("shown-approach"),
            self.approach.map(|approach| approach.word()),
        );
        details.add(&say!("shown-implants"), gates::implants::left(&self.implants));
        details.list(&say!("shown-complications"), &self.complications);
        details.text(&say!("shown-surgeon"), &self.surgeon);
        details.text(&say!("shown-hospital"), &self.facility);
        details.text(&say!("shown-note"), &self.note);
        details.told_by(self.told_by);
        Shown {
            when: details::when(&self.when, message!("shown-date-unknown")),
            title: self.title(),
            details: details.0,
        }
    }

    fn title(&self) -> String {
        joined([Some(self.what(", ")), side(&self.side)], ", ").unwrap_or_default()
    }
}

impl Entered for Surgery {}
