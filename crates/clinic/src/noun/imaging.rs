//! An imaging note as columns and in words.

use super::{Around, Entered, Written};
use crate::{
    cells::{self, Cells, names, when},
    details::{Details, levels, side},
    diagnoses,
    telling::Telling,
    words::{self, imaging, joined, say},
};
use lamina_api::{ApiError, noun::imaging::ImagingInput, shown::Shown};
use lamina_domain::{Fact, Imaging, Issue, Problem, imaging::Comparison, when::Reference};
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
        self.told(&Telling::default())
    }

    fn title(&self) -> String {
        imaging::study(self)
    }

    fn told(&self, telling: &Telling<'_>) -> Shown {
        let mut details = Details::default();
        for finding in &self.findings {
            let place = joined([levels(&finding.levels), side(&finding.side)], ", ");
            let label = place.unwrap_or_else(|| say!("shown-finding"));
            details.add(&label, Some(imaging::finding(finding)));
        }
        details.add(&say!("shown-compared"), compared(self, telling));
        details.text(&say!("shown-conclusion"), &self.conclusion);
        details.add(&say!("shown-contrast"), words::answer(&self.contrast));
        details.add(&say!("shown-artefact"), words::answer(&self.artefact));
        details.add(
            &say!("shown-numbering"),
            words::surgery::numbering(&self.numbering),
        );
        details.add(&say!("shown-review"), imaging::review(self));
        details.text(&say!("shown-pictures"), &self.pictures_at);
        details.ended(&self.when, self.title(), &self.note, self.told_by)
    }
}

/// With what it was compared: another note of the record with its date and number, or words.
pub(crate) fn compared(study: &Imaging, telling: &Telling<'_>) -> Option<String> {
    study.compared_with.as_ref().map(|with| match with {
        Comparison::Entry(link) => diagnoses::entry(link, telling),
        Comparison::Words(words) => words.to_string(),
    })
}

impl Entered for Imaging {
    /// A note is not compared with itself.
    fn fit(
        &mut self,
        _: &ImagingInput,
        around: &Around<'_>,
        _: Option<&Self>,
    ) -> Result<Vec<Fact>, ApiError> {
        match &self.compared_with {
            Some(Comparison::Entry(link)) if link.which == Reference::Id(around.own) => {
                let text = link.to_string();
                let issues = vec![Issue::at("compared_with", Problem::NotALink { text })];
                Err(ApiError::Invalid { issues })
            }
            _ => Ok(Vec::new()),
        }
    }
}
