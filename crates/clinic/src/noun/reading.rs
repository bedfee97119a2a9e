//! A reading as columns and in words.

use super::{Around, Entered, Written};
use crate::{
    cells::{self, Cells, when},
    details::{self, Details, levels},
    flags::measured,
    words::{Word, say},
};
use lamina_api::{ApiError, noun::reading::ReadingInput, shown::Shown};
use lamina_domain::{Fact, Reading, reading::What};

impl Written for Reading {
    fn columns(&self) -> Cells {
        let mut cells = when(&self.when);
        cells.push(("levels", cells::levels(&self.levels)));
        cells
    }

    fn shown(&self) -> Shown {
        let mut details = Details::default();
        details.add(&say("letter-side"), self.side.map(|side| side.word()));
        details.add(&say("shown-target"), levels(&self.levels));
        details.text(&say("shown-reading-reference"), &self.reference);
        details.text(&say("shown-note"), &self.note);
        details.told_by(self.told_by);
        Shown {
            when: details::when(&self.when, "shown-date-unknown"),
            title: format!("{}: {}", measured::name(self), measured::value(self)),
            details: details.0,
        }
    }
}

impl Entered for Reading {
    const LOOKS_AT_ALL: bool = true;

    /// The other values of the occasion are readings of their own, and what opens a red flag pauses walking.
    fn fit(
        &mut self,
        typed: &ReadingInput,
        around: &Around<'_>,
        _: Option<&Self>,
    ) -> Result<Vec<Fact>, ApiError> {
        let all = typed.all(self.when, &mut around.reader());
        let others = all.into_iter().skip(1).map(Fact::from).collect();
        let day = around.record.days_of(&self.when).map(|(_, to)| to);
        around.raised(day.unwrap_or(around.today), self.clone().into(), others)
    }
}

impl Word for What {
    fn word(&self) -> String {
        say(match self {
            What::Temperature => "shown-temperature",
            What::ResidualUrine => "shown-residual-urine",
            What::Breaths => "shown-breathing-rate",
            What::Crp => "shown-crp",
            What::Esr => "shown-esr",
            What::WhiteCells => "value-reading-white-cells",
            What::Neutrophils => "value-reading-neutrophils",
            What::Haemoglobin => "value-reading-haemoglobin",
            What::Platelets => "value-reading-platelets",
            What::Inr => "value-reading-inr",
            What::Creatinine => "value-reading-creatinine",
            What::Egfr => "value-reading-egfr",
            What::Hba1c => "value-reading-hba1c",
            What::Glucose => "value-reading-glucose",
            What::VitaminD => "value-reading-vitamin-d",
            What::Psa => "value-reading-psa",
            What::Weight => "value-reading-weight",
            What::Height => "value-reading-height",
            What::Other => "value-reading-other",
        })
    }
}
