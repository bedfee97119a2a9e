//! A day of the diary of a trial as columns and in words.

use super::{Around, Entered, Written};
use crate::{
    cells::{Cells, on},
    details::Details,
    telling::Telling,
    words::{Word, joined, neuromodulation as words, say, say_with, spelled},
};
use lamina_api::{ApiError, noun::trial_day::TrialDayInput, shown::Shown};
use lamina_domain::{
    Fact, Problem, Reply,
    neuromodulation::{Pain, TrialDay},
};

impl Written for TrialDay {
    fn columns(&self) -> Cells {
        on(self.on)
    }

    fn shown(&self) -> Shown {
        self.told(&Telling::default())
    }

    fn told(&self, telling: &Telling<'_>) -> Shown {
        let mut details = Details::default();
        let path = telling.entry(&self.neuromodulation).map(|path| path.title);
        details.add(&say!("shown-neuromodulation-path"), path);
        details.add(&say!("trial_day-kind"), Some(self.kind.word()));
        details.add(&say!("trial_day-function"), self.function.map(|one| one.word()));
        details.add(&say!("trial_day-sleep"), self.sleep.map(|one| one.word()));
        details.add(&say!("trial_day-medicine"), medicine(self));
        let satisfied = self.satisfaction.map(|one| format!("{one}/10"));
        details.add(&say!("trial_day-satisfaction"), satisfied);
        details.text(&say!("shown-note"), &self.note);
        details.told_by(self.told_by);
        Shown {
            when: spelled(self.on),
            title: self.title(),
            details: details.0,
        }
    }

    fn title(&self) -> String {
        say_with!("trial_day-title", [("ratings", ratings(self).into())])
    }
}

/// Every pain that was rated: "leg 3, back 5"; that none was.
pub(crate) fn ratings(day: &TrialDay) -> String {
    let rated = Pain::ALL.into_iter().map(|pain| {
        let rating = day.rating(pain)?;
        Some(format!("{} {}", words::small(&pain.word()), rating.rating()))
    });
    joined(rated, ", ").unwrap_or_else(|| say!("trial_day-not-rated"))
}

/// Whether the medicines were changed, and how: "yes: pregabalin stopped".
pub(crate) fn medicine(day: &TrialDay) -> Option<String> {
    let changed = (day.medicine_changed != Reply::NotAsked).then(|| day.medicine_changed.word());
    let words = day.medicine_words.as_ref().map(ToString::to_string);
    joined([changed, words], ": ")
}

impl Entered for TrialDay {
    const LOOKS_AT_ALL: bool = true;

    /// A day stands once in the diary of a path.
    fn fit(
        &mut self,
        _: &TrialDayInput,
        around: &Around<'_>,
        _: Option<&Self>,
    ) -> Result<Vec<Fact>, ApiError> {
        let mut placed = Fact::from(self.clone());
        around.record.by_place(&mut placed);
        let Fact::TrialDay(own) = placed else {
            return Ok(Vec::new());
        };
        match around
            .except(&around.record.trial_days)
            .any(|other| own.clashes(other))
        {
            true => Err(ApiError::issue("on", Problem::SameDay)),
            false => Ok(Vec::new()),
        }
    }
}
