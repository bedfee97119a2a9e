//! An examination as columns and in words.

use super::{Around, Entered, Written};
use crate::{
    cells::{Cells, when},
    day::Day,
    details::Details,
    examinations,
    telling::Telling,
};
use lamina_api::{
    ApiError,
    noun::examination::ExaminationInput,
    shown::{Detail, Shown},
};
use lamina_domain::{Examination, Fact};

impl Written for Examination {
    fn columns(&self) -> Cells {
        when(&self.when)
    }

    fn shown(&self) -> Shown {
        self.told(&Telling::default())
    }

    fn title(&self) -> String {
        examinations::title(self)
    }

    /// What was found first; what was carried forward names the day of the examination that it comes from.
    fn told(&self, telling: &Telling<'_>) -> Shown {
        let mut lines = examinations::lines(self, telling);
        lines.extend(examinations::behavioural(self));
        Details(lines).ended(&self.when, self.title(), &self.note, self.told_by)
    }

    /// Part by part, so that power stands beside power; without what was not examined on that day.
    fn of_day(&self, day: &Day<'_>) -> Vec<Detail> {
        let parts = examinations::by_part(self);
        match parts.is_empty() {
            true => day.line(self.title(), None, None),
            false => parts,
        }
    }
}

impl Entered for Examination {
    const LOOKS_AT_ALL: bool = true;

    /// What opens a red flag pauses walking.
    fn fit(
        &mut self,
        _: &ExaminationInput,
        around: &Around<'_>,
        _: Option<&Self>,
    ) -> Result<Vec<Fact>, ApiError> {
        let day = around.record.days_of(&self.when).map(|(_, to)| to);
        around.raised(day.unwrap_or(around.today), self.clone().into(), Vec::new())
    }
}
