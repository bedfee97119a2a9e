//! A reading as columns and in words.

use super::{Around, Entered, Written};
use crate::{
    cells::{self, Cells, when},
    day::Day,
    details::{Details, levels},
    flags::measured,
    telling::Telling,
    words::{Word, message, say},
};
use lamina_api::{
    ApiError,
    noun::reading::ReadingInput,
    shown::{Detail, Shown},
};
use lamina_domain::{
    Fact, Reading,
    reading::{Flag, What},
};

impl Written for Reading {
    fn columns(&self) -> Cells {
        let mut cells = when(&self.when);
        cells.push(("levels", cells::levels(&self.levels)));
        cells.extend(self.measured.unit().map(|unit| ("ucum", unit.ucum.into())));
        cells
    }

    fn shown(&self) -> Shown {
        let mut details = Details::default();
        details.add(&say!("letter-side"), self.side.map(|side| side.word()));
        details.add(&say!("shown-target"), levels(&self.levels));
        details.add(&say!("shown-reading-also"), measured::also(self));
        details.text(&say!("shown-reading-reference"), &self.reference);
        details.add(&say!("shown-reading-outside"), measured::outside(self));
        details.add(&say!("shown-reading-flag"), self.flag.map(|flag| flag.word()));
        details.ended(&self.when, self.title(), &self.note, self.told_by)
    }

    /// With the body mass index of a weight, where a height is known.
    fn told(&self, telling: &Telling<'_>) -> Shown {
        let mut shown = self.shown();
        let index = telling
            .record()
            .and_then(|record| measured::body_mass_words(record, self));
        let mut details = Details::default();
        details.add(&say!("value-body-mass-index"), index);
        shown.details.splice(0..0, details.0);
        shown
    }

    fn title(&self) -> String {
        format!("{}: {}", measured::name(self), measured::value(self))
    }

    fn of_day(&self, _: &Day<'_>) -> Vec<Detail> {
        vec![Detail {
            label: measured::name(self),
            text: measured::value(self),
        }]
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
        say!(match self {
            What::Temperature => message!("shown-temperature"),
            What::ResidualUrine => message!("shown-residual-urine"),
            What::Breaths => message!("shown-breathing-rate"),
            What::Crp => message!("shown-crp"),
            What::Esr => message!("shown-esr"),
            What::WhiteCells => message!("value-reading-white-cells"),
            What::Neutrophils => message!("value-reading-neutrophils"),
            What::Haemoglobin => message!("value-reading-haemoglobin"),
            What::Platelets => message!("value-reading-platelets"),
            What::Inr => message!("value-reading-inr"),
            What::Creatinine => message!("value-reading-creatinine"),
            What::Egfr => message!("value-reading-egfr"),
            What::Hba1c => message!("value-reading-hba1c"),
            What::Glucose => message!("value-reading-glucose"),
            What::VitaminD => message!("value-reading-vitamin-d"),
            What::Psa => message!("value-reading-psa"),
            What::BloodCulture => message!("value-reading-blood-culture"),
            What::Electrophoresis => message!("value-reading-electrophoresis"),
            What::Weight => message!("value-reading-weight"),
            What::Height => message!("value-reading-height"),
            What::Other => message!("value-reading-other"),
            What::Finding => message!("value-reading-finding"),
        })
    }
}

impl Word for Flag {
    fn word(&self) -> String {
        say!(match self {
            Flag::Normal => message!("value-flag-normal"),
            Flag::Low => message!("value-flag-low"),
            Flag::High => message!("value-flag-high"),
            Flag::CriticallyLow => message!("value-flag-critically-low"),
            Flag::CriticallyHigh => message!("value-flag-critically-high"),
            Flag::Abnormal => message!("value-flag-abnormal"),
        })
    }
}
