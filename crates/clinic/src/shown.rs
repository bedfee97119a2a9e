//! A fact in the words in which the screen shows it: when, what in one line, and labelled details in reading order.

use crate::noun::Written;
use lamina_api::shown::Shown;
use lamina_domain::{Fact, of_fact};

/// What the fact is, in one line.
pub(crate) fn title(fact: &Fact) -> String {
    of_fact!(fact, one => one.title())
}

/// The fact in words.
pub(crate) fn shown(fact: &Fact) -> Shown {
    of_fact!(fact, one => one.shown())
}
