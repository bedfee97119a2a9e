//! What the nouns that red flags are read from have in common: what opens a red flag of the same-day or emergency level
//! pauses the walking plan that stands, and what one form records beside its own entry has to fit the record as well.

use super::Around;
use crate::{
    flags::{assess, view as flags},
    record::Record,
    words::{joined, say, say_with},
};
use chrono::NaiveDate;
use lamina_api::{ApiError, reading::Reading};
use lamina_domain::{Context, Fact, Typing, walking::allowed};
use std::collections::BTreeSet;

impl Around<'_> {
    /// The pause of the walking plan that stands, where these facts, one of them the entry that is written, open a red flag
    /// that was not open before; with what else is written beside that entry, which comes first.
    pub(super) fn raised(&self, on: NaiveDate, own: Fact, beside: Vec<Fact>) -> Result<Vec<Fact>, ApiError> {
        self.fits(&beside)?;
        let on = on.min(self.today);
        let mut all = beside;
        if self.last(|last| allowed::pause_from(last, on)).is_none() {
            return Ok(all);
        }
        let open = |record: &Record| assess(record, self.red_flags, self.today);
        let mut now = self.record.clone();
        let mut own = own;
        self.recorded_now(&mut own);
        if !now.put(self.own, own.clone()) {
            now.push(own.into());
        }
        for fact in &all {
            let mut fact = fact.clone();
            self.recorded_now(&mut fact);
            now.push(fact.into());
        }
        let (before, now) = (open(self.record), open(&now));
        let fresh = allowed::fresh_flags(&before, &now).into_iter();
        let Some(names) = joined(fresh.map(|one| Some(flags::title(&one.rule))), ", ") else {
            return Ok(all);
        };
        let reason = say_with!("walking-flags-reason", [("flags", names.into())]);
        all.extend(self.pause(on, BTreeSet::new(), &say!("walking-flags"), &reason)?);
        Ok(all)
    }

    /// A reader of what was typed on the day of writing.
    pub(super) fn reader(&self) -> Reading {
        Reading::of(Typing::on(self.today))
    }

    /// A fact that says when it was put into the record says the moment of writing.
    fn recorded_now(&self, fact: &mut Fact) {
        if let Some(moment) = fact.moment_mut() {
            *moment = moment.or(Some(self.now));
        }
    }

    /// What is written beside an entry is checked as it would be alone.
    fn fits(&self, beside: &[Fact]) -> Result<(), ApiError> {
        let context = Context {
            today: self.today,
            born: self.record.patient.born,
        };
        let issues = beside
            .iter()
            .flat_map(|fact| lamina_domain::rule::check(fact, &context));
        let issues: Vec<_> = issues.collect();
        match issues.is_empty() {
            true => Ok(()),
            false => Err(ApiError::Invalid { issues }),
        }
    }
}
