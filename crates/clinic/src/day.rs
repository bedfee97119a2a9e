//! A day of a record as a fact of it is told: what of the fact is of that day, and in which words.

use crate::{
    record::Record,
    telling::Telling,
    words::{Word, joined, say_with, words},
};
use chrono::NaiveDate;
use lamina_api::shown::Detail;
use lamina_domain::{
    When,
    day::{Happening, is_on},
};
use std::collections::BTreeSet;

words! {
    Happening {
        Itself => "happened-itself",
        Ended => "happened-ended",
        Told => "happened-told",
        Changed => "happened-changed",
        Settled => "happened-settled",
        Rated => "happened-rated",
        Complicated => "happened-complicated",
        BackAtWork => "happened-back-at-work",
        LeadsOut => "happened-leads-out",
        LastTaken => "happened-last-taken",
    }
}

/// A day of a record as a fact of it is told, and what of the fact is of that day.
pub(crate) struct Day<'a> {
    pub(crate) telling: Telling<'a>,
    record: &'a Record,
    day: NaiveDate,
    happened: &'a BTreeSet<Happening>,
}

impl<'a> Day<'a> {
    /// A day of a record, told so; `happened` is what of the fact is of it.
    pub(crate) fn of(
        record: &'a Record,
        telling: Telling<'a>,
        day: NaiveDate,
        happened: &'a BTreeSet<Happening>,
    ) -> Self {
        Self {
            telling,
            record,
            day,
            happened,
        }
    }

    /// Whether a time of the fact is exactly this day.
    pub(crate) fn is(&self, when: &When) -> bool {
        is_on(self.record, when, self.day)
    }

    /// The day as the calendar has it.
    pub(crate) fn date(&self) -> NaiveDate {
        self.day
    }

    /// Whether that happened with the fact on this day.
    pub(crate) fn has(&self, what: Happening) -> bool {
        self.happened.contains(&what)
    }

    /// What the fact is, what came of it on this day, and what else happened with it then. `own` says what it is that the fact
    /// itself is of this day: that it was set, that it began.
    pub(crate) fn line(&self, what: String, came: Option<String>, own: Option<String>) -> Vec<Detail> {
        // What is told needs no word that it was.
        let said = |one: &&Happening| {
            !(came.is_some() && matches!(one, Happening::Told | Happening::Rated | Happening::Settled))
        };
        let more = self.happened.iter().filter(|one| **one != Happening::Itself);
        let more = more.filter(said).map(|one| Some(one.word()));
        let own = own.filter(|_| self.has(Happening::Itself));
        let more = joined(std::iter::once(own).chain(more), "; ");
        let text = match came {
            Some(came) => say_with!("visit-day-told", [("what", what.into()), ("told", came.into())]),
            None => what,
        };
        vec![Detail {
            label: String::new(),
            text: match more {
                Some(more) => say_with!("visit-day-more", [("what", text.into()), ("more", more.into())]),
                None => text,
            },
        }]
    }
}
