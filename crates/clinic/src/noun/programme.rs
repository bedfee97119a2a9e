//! What the nouns of the walking programme ask of the record around them: the plan that stands, and its pause.

use super::Around;
use crate::errors::internal;
use chrono::NaiveDate;
use lamina_api::ApiError;
use lamina_domain::{
    Fact, Issue, Kept, Text,
    fact::walking::{DiarySymptom, WalkingEvent},
    walking::{Programme, allowed, programmes},
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

    /// The pause of the plan that stands, for what was found on a day; nothing where none runs.
    pub(super) fn pause(
        &self,
        on: NaiveDate,
        symptoms: BTreeSet<DiarySymptom>,
        by: &str,
        reason: &str,
    ) -> Result<Option<Fact>, ApiError> {
        let Some(from) = self.last(|last| allowed::pause_from(last, on)) else {
            return Ok(None);
        };
        let pause = WalkingEvent::paused_by(from, symptoms, kept(by)?, kept(reason)?);
        Ok(Some(pause.into()))
    }
}

/// What a rule of the programme refuses.
pub(super) fn refused(issue: Issue) -> ApiError {
    ApiError::Invalid { issues: vec![issue] }
}

/// Lamina's own words as they are kept.
pub(super) fn kept(words: &str) -> Result<Text, ApiError> {
    Text::new(words).map_err(|problem| internal(&problem))
}
