//! A fact in the words in which the screen shows it: when, what in one line, and labelled details in reading order.

use crate::{noun::Written, record::Record, telling::Telling};
use lamina_api::shown::Shown;
use lamina_domain::{Fact, diagnosis::Term, of_fact};

/// The facts of this record in words, in a clinic that prefers this term.
pub(crate) fn telling(record: &Record, term: Term) -> Telling<'_> {
    Telling::within(record, told, term)
}

/// What the fact is, in one line.
pub(crate) fn titled(fact: &Fact, telling: &Telling<'_>) -> String {
    of_fact!(fact, one => one.titled(telling))
}

/// The fact in words.
pub(crate) fn told(fact: &Fact, telling: &Telling<'_>) -> Shown {
    of_fact!(fact, one => one.told(telling))
}
