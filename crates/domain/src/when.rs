//! When something was true, as far as it is known: a date with its precision, an age, so long before or after
//! another fact, or unknown. Printed and stored as given; never completed.

use crate::{date::PartialDate, interval::Interval, issue::Problem};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
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
    /// An operation.
    Operation(Reference),
    /// A treatment.
    Treatment(Reference),
    /// The first visit to this clinic (in a published case: the presentation).
    FirstVisit,
}

/// On which side of the anchor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Order {
    /// Before it.
    Before,
    /// At the same time.
    At,
    /// After it.
    After,
}

/// The point in time itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Point {
    /// A day, month or year.
    Date(PartialDate),
    /// The patient's age in completed years, 0 to 130.
    Age(u8),
    /// Before, at or after another fact, by an interval where one is known.
    Relative {
        /// How long; `None` where only the order is known.
        by: Option<Interval>,
        /// Before, at or after.
        order: Order,
        /// The other fact.
        anchor: Anchor,
    },
    /// Not known.
    Unknown,
}

/// A point in time with its certainty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct When {
    /// "About": the source itself is not sure.
    pub about: bool,
    /// The point.
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
    /// A known date.
    pub fn date(date: PartialDate) -> Self {
        When {
            about: false,
            point: Point::Date(date),
        }
    }

    /// Reads what people type. `today` resolves "today" and "-3w".
    pub fn parse(text: &str, today: NaiveDate) -> Result<Self, Problem> {
        let low = text.trim().to_lowercase();
        if matches!(low.as_str(), "" | "unknown" | "?") {
            return Ok(When::default());
        }
        let (about, rest) = match ["about ", "ca. ", "circa ", "around ", "~"]
            .iter()
            .find_map(|w| low.strip_prefix(w))
        {
            Some(rest) => (true, rest.trim()),
            None => (false, low.as_str()),
        };
        let point = match age(rest) {
            Some(point) => point?,
            None => match relative(rest) {
                Some(point) => point?,
                None => Point::Date(PartialDate::parse(rest, today).map_err(|problem| match problem {
                    Problem::NotADate { .. } => Problem::NotADate {
                        text: text.trim().to_owned(),
                    },
                    other => other,
                })?),
            },
        };
        Ok(When { about, point })
    }

    /// The first and last day it can mean, where it is a date.
    pub fn span(&self) -> Option<(NaiveDate, NaiveDate)> {
        match self.point {
            Point::Date(date) => Some(date.span()),
            _ => None,
        }
    }

    /// The anchor, where the point is relative to a fact.
    pub fn anchor_mut(&mut self) -> Option<&mut Anchor> {
        match &mut self.point {
            Point::Relative { anchor, .. } => Some(anchor),
            _ => None,
        }
    }

    /// True where nothing is known.
    pub fn is_unknown(&self) -> bool {
        self.point == Point::Unknown
    }
}

fn age(text: &str) -> Option<Result<Point, Problem>> {
    let rest = ["aged ", "age ", "at age "]
        .iter()
        .find_map(|word| text.strip_prefix(word))?;
    Some(match rest.trim().parse::<u8>() {
        Ok(years) if years <= 130 => Ok(Point::Age(years)),
        _ => Err(Problem::OutOfRange { min: 0, max: 130 }),
    })
}

fn relative(text: &str) -> Option<Result<Point, Problem>> {
    let words = [(" before ", Order::Before), (" after ", Order::After)];
    let (by, order, target) = if let Some(target) = text.strip_prefix("at ") {
        (None, Order::At, target)
    } else if let Some(target) = text.strip_prefix("before ") {
        (None, Order::Before, target)
    } else if let Some(target) = text.strip_prefix("after ") {
        (None, Order::After, target)
    } else {
        let (by, order, target) = words
            .iter()
            .find_map(|(word, order)| text.split_once(word).map(|(by, target)| (by, *order, target)))?;
        match by.parse::<Interval>() {
            Ok(by) => (Some(by), order, target),
            Err(problem) => return Some(Err(problem)),
        }
    };
    Some(anchor(target.trim()).map(|anchor| Point::Relative { by, order, anchor }))
}

fn anchor(text: &str) -> Result<Anchor, Problem> {
    let no = || Problem::NotADate {
        text: text.to_owned(),
    };
    if matches!(text, "first visit" | "the first visit") {
        return Ok(Anchor::FirstVisit);
    }
    let (word, which) = text.split_once(' ').ok_or_else(no)?;
    let reference = match (which.parse::<u32>(), which.parse::<Uuid>()) {
        (Ok(place), _) if place > 0 => Reference::Place(place),
        (_, Ok(id)) => Reference::Id(id),
        _ => return Err(no()),
    };
    match word {
        "operation" | "op" | "surgery" => Ok(Anchor::Operation(reference)),
        "treatment" => Ok(Anchor::Treatment(reference)),
        _ => Err(no()),
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

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.about {
            f.write_str("about ")?;
        }
        match &self.point {
            Point::Date(date) => write!(f, "{date}"),
            Point::Age(years) => write!(f, "age {years}"),
            Point::Unknown => f.write_str("unknown"),
            Point::Relative { by, order, anchor } => {
                if let Some(by) = by {
                    write!(f, "{by} ")?;
                }
                let word = match order {
                    Order::Before => "before",
                    Order::At => "at",
                    Order::After => "after",
                };
                write!(f, "{word} {anchor}")
            }
        }
    }
}

impl FromStr for When {
    type Err = Problem;

    /// Reads a stored text. "today" and "-3w" mean nothing here and are refused.
    fn from_str(text: &str) -> Result<Self, Problem> {
        if text.trim_start().starts_with('-')
            || text.ends_with("ago")
            || matches!(text.trim(), "today" | "yesterday")
        {
            return Err(Problem::NotADate {
                text: text.to_owned(),
            });
        }
        // A stored date is not judged against the clock; the year's range still holds up to 2190.
        When::parse(text, NaiveDate::from_ymd_opt(2180, 1, 1).unwrap_or_default())
    }
}

impl TryFrom<String> for When {
    type Error = Problem;
    fn try_from(raw: String) -> Result<Self, Problem> {
        raw.parse()
    }
}

impl From<When> for String {
    fn from(when: When) -> String {
        when.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("2 months after operation 1", "2 months after operation 1")]
    #[case("about 1 year after op 1", "about 1 year after operation 1")]
    #[case("4 years before first visit", "4 years before first visit")]
    #[case("before operation 3", "before operation 3")]
    #[case("0 days after treatment 5", "0 days after treatment 5")]
    #[case("at the first visit", "at first visit")]
    #[case("aged 23", "age 23")]
    #[case("at age 23", "age 23")]
    #[case("~2014", "about 2014")]
    #[case("May 2019", "May 2019")]
    #[case("2019-05-03", "3 May 2019")]
    #[case("", "unknown")]
    fn reads_prints_and_reads_again(#[case] typed: &str, #[case] shown: &str) {
        let when: When = typed.parse().unwrap();
        assert_eq!(when.to_string(), shown);
        assert_eq!(shown.parse::<When>().unwrap(), when);
        let json = serde_json::to_string(&when).unwrap();
        assert_eq!(serde_json::from_str::<When>(&json).unwrap(), when);
    }

    #[rstest]
    #[case("2 moons after operation 1")]
    #[case("after operation 0")]
    #[case("after lunch")]
    #[case("age 140")]
    #[case("-3w")]
    #[case("today")]
    fn refuses(#[case] typed: &str) {
        assert!(typed.parse::<When>().is_err());
    }

    #[test]
    fn an_anchor_by_id_survives_storage() {
        let id = Uuid::from_u128(7);
        let when: When = format!("2 weeks after operation {id}").parse().unwrap();
        assert!(
            matches!(when.point, Point::Relative { anchor: Anchor::Operation(Reference::Id(found)), .. } if found == id)
        );
    }
}
