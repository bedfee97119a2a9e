//! Scores and measures. A score that was not given is no score; zero is a value.

mod administered;

pub use administered::{Administered, Unfit};

use crate::{
    fact::{Context, ToldBy},
    issue::{Issue, Problem},
    text::Text,
    when::When,
};
use serde::{Deserialize, Serialize};

/// A pain rating from 0 (none) to 10 (worst imaginable), whole numbers, higher is worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Nrs(u8);

impl Nrs {
    /// The rating.
    pub fn rating(self) -> u8 {
        self.0
    }
}

impl TryFrom<i64> for Nrs {
    type Error = Problem;
    fn try_from(rating: i64) -> Result<Self, Problem> {
        let out = Problem::OutOfRange { min: 0, max: 10 };
        u8::try_from(rating)
            .ok()
            .filter(|value| *value <= 10)
            .map(Nrs)
            .ok_or(out)
    }
}

impl From<Nrs> for i64 {
    fn from(nrs: Nrs) -> i64 {
        nrs.0.into()
    }
}

/// Where a pain rating belongs. Ratings of different sites are never joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Site {
    /// Back.
    Back,
    /// Leg.
    Leg,
    /// Neck.
    Neck,
    /// Arm.
    Arm,
    /// One figure for several sites together, as the source gives it.
    NotSplit,
}

/// What was measured.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "measure", rename_all = "snake_case")]
pub enum Measure {
    /// Numeric rating scale of pain.
    Nrs {
        /// Where.
        site: Site,
        /// The rating.
        value: Nrs,
    },
    /// Oswestry Disability Index, total in percent, 0 to 100, higher is worse. The wording is licensed: total only.
    Odi {
        /// Percent.
        value: Percent,
        /// Version, such as 2.1a.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        version: Option<Text>,
    },
    /// Any other number with its unit: "sitting tolerance 20 min".
    Number {
        /// What was measured.
        name: Text,
        /// The number; finite.
        value: Finite,
        /// Its unit.
        unit: Text,
    },
    /// A questionnaire or test of the catalogue, with its score or the reason why there is none.
    Instrument(Box<Administered>),
}

/// Percent, 0 to 100, in steps of one tenth.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Percent(f64);

impl TryFrom<f64> for Percent {
    type Error = Problem;
    fn try_from(value: f64) -> Result<Self, Problem> {
        if (0.0..=100.0).contains(&value) {
            Ok(Percent((value * 10.0).round() / 10.0))
        } else {
            Err(Problem::OutOfRange { min: 0, max: 100 })
        }
    }
}

impl From<Percent> for f64 {
    fn from(percent: Percent) -> f64 {
        percent.0
    }
}

/// A finite number.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Finite(f64);

impl TryFrom<f64> for Finite {
    type Error = Problem;
    fn try_from(value: f64) -> Result<Self, Problem> {
        if value.is_finite() {
            Ok(Finite(value))
        } else {
            Err(Problem::NotANumber {
                text: value.to_string(),
            })
        }
    }
}

impl From<Finite> for f64 {
    fn from(finite: Finite) -> f64 {
        finite.0
    }
}

impl Measure {
    /// The number itself; none where there is a reason in its place, or a word.
    pub fn value(&self) -> Option<f64> {
        match self {
            Measure::Nrs { value, .. } => Some(f64::from(value.rating())),
            Measure::Odi { value, .. } => Some(value.0),
            Measure::Number { value, .. } => Some(value.0),
            Measure::Instrument(taken) => taken.scored().score,
        }
    }

    /// What keeps one trend apart from another: only measures with the same key share a line in a chart.
    pub fn key(&self) -> Key<'_> {
        match self {
            Measure::Nrs { site, .. } => Key::Nrs(*site),
            Measure::Odi { version, .. } => Key::Odi(version.as_ref().map(Text::as_str)),
            Measure::Number { name, unit, .. } => Key::Number {
                name: name.as_str(),
                unit: unit.as_str(),
            },
            Measure::Instrument(taken) => {
                let scored = taken.scored();
                Key::Instrument {
                    id: &scored.instrument,
                    edition: scored.edition.as_deref(),
                }
            }
        }
    }
}

/// What two measures have in common that may be compared: the instrument with its site or its edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key<'a> {
    /// Pain at a site.
    Nrs(Site),
    /// Disability by the ODI in a version.
    Odi(Option<&'a str>),
    /// A free measure.
    Number {
        /// Its name.
        name: &'a str,
        /// Its unit.
        unit: &'a str,
    },
    /// An instrument in an edition.
    Instrument {
        /// Its id.
        id: &'a str,
        /// Its edition.
        edition: Option<&'a str>,
    },
}

/// A measure taken at a time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// When it was taken.
    #[serde(default)]
    pub when: When,
    /// What was measured.
    #[serde(flatten)]
    pub measure: Measure,
    /// Who said it.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Score {
    /// The date must fit the patient's life.
    pub fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        context.judge("when", &self.when, &mut issues);
        issues
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rating_of_eleven_is_refused() {
        assert_eq!(Nrs::try_from(11), Err(Problem::OutOfRange { min: 0, max: 10 }));
        assert_eq!(Nrs::try_from(-1), Err(Problem::OutOfRange { min: 0, max: 10 }));
        assert_eq!(Nrs::try_from(10).map(Nrs::rating), Ok(10));
    }

    #[test]
    fn sites_and_versions_are_never_one_trend() {
        let read = |json: &str| serde_json::from_str::<Score>(json).unwrap().measure;
        let back = read(r#"{"measure":"nrs","site":"back","value":7}"#);
        let leg = read(r#"{"measure":"nrs","site":"leg","value":7}"#);
        assert_ne!(back.key(), leg.key(), "trap 13: back and leg pain stay apart");
        let old = read(r#"{"measure":"odi","value":40,"version":"1.0"}"#);
        let new = read(r#"{"measure":"odi","value":40,"version":"2.1a"}"#);
        assert_ne!(
            old.key(),
            new.key(),
            "trap 5: versions of the ODI are not trended together"
        );
    }
}
