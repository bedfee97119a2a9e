//! An imaging note as columns and in words.

use super::{Entered, Written};
use crate::{
    cells::{self, Cells, names, when},
    details::{self, Details, levels, side},
    words::{self, Word, joined, message, say},
};
use lamina_api::shown::Shown;
use lamina_domain::Imaging;
use lamina_store::Cell;
use serde_json::json;

impl Written for Imaging {
    fn columns(&self) -> Cells {
        let mut cells = when(&self.when);
        let all: Vec<String> = self.findings.iter().flat_map(|one| names(&one.levels)).collect();
        cells.push(("levels", Cell::Json(json!(all))));
        cells.extend(cells::numbering(&self.numbering));
        cells
    }

    fn shown(&self) -> Shown {
        let mut details = Details::default();
        for finding in &self.findings {
            let place = joined([levels(&finding.levels), side(&finding.side)], ", ");
            let label = place.unwrap_or_else(|| say!("shown-finding"));
            details.add(&label, Some(finding.what.to_string()));
        }
        details.text(&say!("shown-conclusion"), &self.conclusion);
        details.add(
            &say!("shown-numbering"),
            words::surgery::numbering(&self.numbering),
        );
        details.text(&say!("shown-note"), &self.note);
        details.told_by(self.told_by);
        Shown {
            when: details::when(&self.when, message!("shown-date-unknown")),
            title: joined([Some(self.modality.word()), words::answer(&self.position)], ", ")
                .unwrap_or_default(),
            details: details.0,
        }
    }
}

impl Entered for Imaging {}
