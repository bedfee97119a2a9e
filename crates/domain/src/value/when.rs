//! When something was true, as far as it is known: a date with its precision, an age, so long before or after
//! another fact, or unknown. Printed and stored as given; never completed.

mod read;
#[cfg(test)]
mod tests;

use crate::value::{
    date::{PartialDate, Typing},
    interval::{Interval, Unit},
    issue::Problem,
};
use chrono::{Days, NaiveDate};
use std::{fmt, str::FromStr};
use uuid::Uuid;

/// Which fact of its kind: by its place in the record as people count ("operation 2"), or by its id as it is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reference {
    /// Counted from 1 in the order of the record.
    Place(u32),
    /// The fact itself, whatever its place becomes.
    Id(Uuid),
}

/// What an interval is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// An operation of the record.
    Operation(Reference),
    /// A treatment of the record.
    Treatment(Reference),
    /// The first visit to this clinic (in a published case: the presentation).
    FirstVisit,
}

impl Anchor {
    /// How the kind of fact that it counts from is called, and which of them; nothing for what is no fact.
    pub fn reference_mut(&mut self) -> Option<(&'static str, &mut Reference)> {
        match self {
            Anchor::Operation(which) => Some(("operation", which)),
            Anchor::Treatment(which) => Some(("treatment", which)),
            Anchor::FirstVisit => None,
        }
    }
}

/// On which side of the anchor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Order {
    /// Earlier than the anchor.
    Before,
    /// At the same time.
    At,
    /// Later than the anchor.
    After,
}

impl Order {
    fn word(self) -> &'static str {
        match self {
            Order::Before => "before",
            Order::At => "at",
            Order::After => "after",
        }
    }
}

/// The point in time itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Point {
    /// A day, month, season or year.
    Date(PartialDate),
    /// Between two dates, each of which may be the one.
    Between(PartialDate, PartialDate),
    /// Earlier than a date, as a whole.
    Before(PartialDate),
    /// Later than a date, as a whole.
    After(PartialDate),
    /// The patient's age in completed years, 0 to 130.
    Age(u8),
    /// Before, at or after another fact, by an interval where one is known.
    Relative {
        /// How long; `None` where only the order is known.
        by: Option<Interval>,
        /// Before, at or after.
        order: Order,
        /// The fact that it is counted from.
        anchor: Anchor,
    },
    /// So many hours, days, weeks, months or years before or after another fact, how many is not known.
    Loosely {
        /// The unit: "months after operation 1".
        unit: Unit,
        /// Before or after; at the same time is never loose.
        order: Order,
        /// The fact that it is counted from.
        anchor: Anchor,
    },
    /// Nothing is known of the time.
    Unknown,
}

/// A point in time with its certainty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct When {
    /// "About": the source itself is not sure.
    pub about: bool,
    /// The point in time itself.
    pub point: Point,
}

impl Default for When {
    fn default() -> Self {
        When {
            about: false,
            point: Point::Unknown,
        }
    }
}

impl When {
    /// A date that the source is sure of.
    pub fn date(date: PartialDate) -> Self {
        When {
            about: false,
            point: Point::Date(date),
        }
    }

    /// Reads what people type, by the day of typing and the clinic's order.
    ///
    /// # Errors
    /// [`Problem::NotADate`] and what [`PartialDate::parse`] objects to.
    pub fn parse(text: &str, typing: Typing) -> Result<Self, Problem> {
        read::when(text, Some(typing))
    }

    /// The first and last day it can mean, where it is a date and both are known.
    pub fn span(&self) -> Option<(NaiveDate, NaiveDate)> {
        match self.point {
            Point::Date(date) => Some(date.span()),
            Point::Between(first, last) => Some((first.span().0, last.span().1)),
            _ => None,
        }
    }

    /// Whether it surely lies before the other.
    pub fn is_before(&self, other: &When) -> bool {
        let days = self.span().zip(other.span());
        days.is_some_and(|((_, last), (first, _))| last < first)
    }

    /// The first and the last day it can mean, each where it is known: "before 2015" has a last day only.
    pub fn bounds(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        match self.point {
            Point::Before(date) => (None, date.span().0.checked_sub_days(Days::new(1))),
            Point::After(date) => (date.span().1.checked_add_days(Days::new(1)), None),
            _ => self.span().unzip(),
        }
    }

    /// The anchor, where the point is relative to a fact.
    pub fn anchor_mut(&mut self) -> Option<&mut Anchor> {
        match &mut self.point {
            Point::Relative { anchor, .. } | Point::Loosely { anchor, .. } => Some(anchor),
            _ => None,
        }
    }

    /// True where nothing is known.
    pub fn is_unknown(&self) -> bool {
        self.point == Point::Unknown
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reference::Place(place) => write!(f, "{place}"),
            Reference::Id(id) => write!(f, "{id}"),
        }
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Anchor::Operation(which) => write!(f, "operation {which}"),
            Anchor::Treatment(which) => write!(f, "treatment {which}"),
            Anchor::FirstVisit => f.write_str("first visit"),
        }
    }
}

impl FromStr for Anchor {
    type Err = Problem;

    /// Reads a stored text: "operation 2", "treatment 1", "first visit".
    fn from_str(text: &str) -> Result<Self, Problem> {
        read::anchor(text.trim())
    }
}

crate::value::written::as_text!(Anchor, "another fact as a text, such as \"operation 2\"");

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.about {
            f.write_str("about ")?;
        }
        match &self.point {
            Point::Date(date) => write!(f, "{date}"),
            Point::Age(years) => write!(f, "age {years}"),
            Point::Unknown => f.write_str("unknown"),
            Point::Between(first, last) => write!(f, "between {first} and {last}"),
            Point::Before(date) => write!(f, "before {date}"),
            Point::After(date) => write!(f, "after {date}"),
            Point::Loosely { unit, order, anchor } => {
                write!(f, "{}s {} {anchor}", unit.name(), order.word())
            }
            Point::Relative { by, order, anchor } => {
                if let Some(by) = by {
                    write!(f, "{by} ")?;
                }
                write!(f, "{} {anchor}", order.word())
            }
        }
    }
}

impl FromStr for When {
    type Err = Problem;

    /// Reads a stored text. "today", "-3w" and a date that can be two days mean nothing here and are refused.
    fn from_str(text: &str) -> Result<Self, Problem> {
        read::when(text, None)
    }
}

crate::value::written::as_text!(
    When,
    "a time as a text, such as \"3 May 2019\", \"2019\", \"age 38\" or \"2 months after operation 1\""
);
