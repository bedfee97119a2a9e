//! What the words of a fact need beside the fact: the record in which it stands, and how the clinic calls things.

use crate::record::Record;
use chrono::NaiveDate;
use lamina_api::shown::Shown;
use lamina_domain::{Fact, Link, diagnosis::Term};

/// How any fact is told; [`crate::shown`] knows.
type Tell = fn(&Fact, &Telling<'_>) -> Shown;

/// What the words of a fact need beside it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Telling<'a> {
    around: Option<(&'a Record, Tell)>,
    /// The name that the clinic gives to persistent pain after spine surgery.
    pub(crate) term: Term,
    /// The day on which it is told; nothing where what was said then is told.
    today: Option<NaiveDate>,
}

impl<'a> Telling<'a> {
    /// In this record, whose facts are told so.
    pub(crate) fn within(record: &'a Record, tell: Tell, term: Term) -> Self {
        Self {
            around: Some((record, tell)),
            term,
            today: None,
        }
    }

    /// Where no record is at hand, and other entries are told by their numbers.
    pub(crate) fn alone(term: Term) -> Self {
        Self {
            around: None,
            term,
            today: None,
        }
    }

    /// The same on this day, from which it is worked out how long something lasts.
    pub(crate) fn on(self, today: NaiveDate) -> Self {
        Self {
            today: Some(today),
            ..self
        }
    }

    /// The day on which it is told, where that is said.
    pub(crate) fn today(&self) -> Option<NaiveDate> {
        self.today
    }

    /// The record; nothing where it is not at hand.
    pub(crate) fn record(&self) -> Option<&'a Record> {
        self.around.map(|(record, _)| record)
    }

    /// Another entry of the record in words; nothing where none stands there.
    pub(crate) fn entry(&self, link: &Link) -> Option<Shown> {
        let (record, tell) = self.around?;
        Some(tell(&record.entry(link)?.fact, self))
    }
}
