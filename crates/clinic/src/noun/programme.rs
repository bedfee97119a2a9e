//! What the nouns of the walking programme ask of the record around them: the plan that stands, and its pause.

use super::Around;
use crate::errors::internal;
use chrono::NaiveDate;
use lamina_api::ApiError;
use lamina_domain::{
    Kept, Text,
    fact::walking::{DiarySymptom, Happening},
    walking::{PlanStatus, Programme, programmes},
};
use std::collections::BTreeSet;

impl Around<'_> {
    /// The facts of a list without the one that is written.
    pub(super) fn except<'b, T>(
        &self,
        list: &'b [Kept<T>],
    ) -> impl Iterator<Item = &'b Kept<T>> + use<'b, T> {
        let own = self.own;
        list.iter().filter(move |one| !one.is(own))
    }

    /// Calls `look` with the programme that was prescribed last.
    pub(super) fn last<T>(&self, look: impl FnOnce(Option<&Programme<'_>>) -> T) -> T {
        let record = self.record;
        let events: Vec<_> = self.except(&record.walking_events).cloned().collect();
        let plans: Vec<_> = self.except(&record.walking_plans).cloned().collect();
        let all = programmes(&plans, &events, &record.walking_rows);
        look(all.last())
    }

    /// The programme of the plan that is written.
    pub(super) fn own_programme(&self) -> Option<Programme<'_>> {
        let plans = &self.record.walking_plans;
        let own = |one: &Programme<'_>| plans.get(one.place).is_some_and(|plan| plan.is(self.own));
        self.record.programmes().into_iter().find(own)
    }

    /// When the plan was prescribed that a pause would stop; nothing where there is none.
    pub(super) fn runs_since(&self) -> Option<NaiveDate> {
        self.last(|last| {
            let last = last?;
            let runs = matches!(last.status(), PlanStatus::Active | PlanStatus::NotStarted);
            runs.then_some(last.plan.prescribed_on)
        })
    }

    /// The pause of the plan that stands; nothing where none runs. What comes late stops what runs today, not what ran
    /// then.
    pub(super) fn pause(
        &self,
        on: NaiveDate,
        symptoms: BTreeSet<DiarySymptom>,
        by: String,
        reason: String,
    ) -> Result<Option<Happening>, ApiError> {
        let text = |words: String| Text::new(&words).map_err(|problem| internal(&problem));
        let Some(prescribed_on) = self.runs_since() else {
            return Ok(None);
        };
        let on = on.max(prescribed_on);
        Ok(Some(Happening::paused_by(on, symptoms, text(by)?, text(reason)?)))
    }
}
