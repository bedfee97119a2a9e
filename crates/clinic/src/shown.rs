//! A fact in the words in which the screen shows it: when, what in one line, and labelled details in reading order.

use crate::{noun::Written, record::Record};
use lamina_api::shown::Shown;
use lamina_domain::{Fact, of_fact};

/// The fact in words, with what the record around it tells.
pub(crate) fn shown_in(fact: &Fact, record: &Record) -> Shown {
    of_fact!(fact, one => one.shown_in(record))
}

/// The fact in words.
pub(crate) fn shown(fact: &Fact) -> Shown {
    of_fact!(fact, one => one.shown())
}
