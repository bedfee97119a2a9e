//! An operation as columns and in words.

use super::{Around, Entered, Written};
use crate::{
    cells::{self, Cells, code, levels, when},
    details::{self, Details, side},
    gates,
    telling::Telling,
    words::{self, Word, joined, message, refused, say, sentence, surgery as said},
};
use lamina_api::{ApiError, noun::surgery::SurgeryInput, shown::Shown};
use lamina_domain::{Answer, Fact, Issue, Surgery, surgery::WorkTime};
use lamina_store::Cell;
use serde_json::json;

impl Written for Surgery {
    fn columns(&self) -> Cells {
        let mut cells = when(&self.when);
        cells.push(("levels", levels(&self.all_levels())));
        let done: Vec<String> = self.procedures.iter().map(ToString::to_string).collect();
        cells.push(("procedures", Cell::Json(json!(done))));
        let codes: Vec<_> = self.procedures.iter().map(|one| one.code).collect();
        cells.push(("codes", Cell::Json(json!(codes))));
        cells.extend(cells::numbering(&self.numbering));
        let back = self.work_when.map(|time| match time {
            WorkTime::After(interval) => interval.to_string(),
            WorkTime::At(when) => when.to_string(),
        });
        cells.push(("work_when", back.into()));
        if let Answer::Value(kinds) = &self.complications {
            let kinds: Vec<_> = kinds.iter().map(|one| one.kind).collect();
            cells.push(("complication_kinds", code(serde_json::to_value(kinds))));
        }
        cells
    }

    fn shown(&self) -> Shown {
        self.told(&Telling::default())
    }

    /// With the numbers of the operations that it belongs to, and what does not go together with them.
    fn told(&self, telling: &Telling<'_>) -> Shown {
        let mut details = Details::default();
        for issue in telling
            .record()
            .map(|record| record.stage_issues(self, None))
            .unwrap_or_default()
        {
            let told = sentence(&refused::problem(&issue.problem));
            details.add(&say!("shown-does-not-fit"), Some(told));
        }
        details.add(&say!("shown-belongs-to"), said::earlier(self, telling.record()));
        // What came of it is looked for first, also where only the beginning has room.
        details.add(&say!("shown-back-after"), words::result(&self.result_back));
        details.add(&say!("shown-limb-after"), words::result(&self.result_limb));
        details.add(
            &say!("shown-pain-free"),
            self.pain_free.as_ref().map(words::pain_free),
        );
        details.add(&say!("shown-why"), said::why(self));
        details.add(&say!("shown-purpose"), said::purposes(self));
        details.text(&say!("shown-expected"), &self.expected);
        details.add(&say!("shown-complications"), said::complications(self, false));
        details.add(&say!("shown-region"), self.region.map(|region| region.word()));
        details.add(
            &say!("shown-approach"),
            self.approach.map(|approach| approach.word()),
        );
        details.add(&say!("shown-manner"), said::manner(self));
        details.add(&say!("shown-monitoring"), words::answer(&self.monitoring));
        details.add(&say!("shown-disc-extent"), words::answer(&self.disc_extent));
        details.add(&say!("shown-graft"), said::grafts(self));
        details.add(&say!("shown-implants"), gates::implants::left(&self.implants));
        details.add(&say!("shown-stay"), self.stay.map(|stay| stay.to_string()));
        details.add(&say!("shown-work"), said::work(self));
        details.add(&say!("shown-numbering"), said::numbering(&self.numbering));
        details.text(&say!("shown-surgeon"), &self.surgeon);
        details.text(&say!("shown-hospital"), &self.facility);
        details.text(&say!("shown-note"), &self.note);
        details.add(&say!("shown-read-from"), words::answer(&self.source));
        details.told_by(self.told_by);
        Shown {
            when: details::when(&self.when, message!("shown-date-unknown")),
            title: self.title(),
            details: details.0,
        }
    }

    fn title(&self) -> String {
        joined([Some(said::what(self, ", ")), side(&self.side)], ", ").unwrap_or_default()
    }
}

impl Entered for Surgery {
    /// It must be no stage or revision of itself, and of nothing that came after it.
    fn fit(
        &mut self,
        _: &SurgeryInput,
        around: &Around<'_>,
        _: Option<&Self>,
    ) -> Result<Vec<Fact>, ApiError> {
        let mut placed = Fact::from(self.clone());
        around.record.by_place(&mut placed);
        let own = around.record.surgeries.iter().position(|one| one.is(around.own));
        let issues: Vec<Issue> = match &placed {
            Fact::Surgery(placed) => around.record.stage_issues(placed, own),
            _ => Vec::new(),
        };
        match issues.is_empty() {
            true => Ok(Vec::new()),
            false => Err(ApiError::Invalid { issues }),
        }
    }
}
