//! A clinic's own figures for the change that matters. They replace the published ones, and every sentence that uses
//! them says so.

use super::number;
use crate::value::{
    instrument::{ChangeUse, Instrument},
    issue::{Issue, Problem},
    text::Text,
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt, str::FromStr};

/// Where a figure comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "FigureSource"))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Source {
    /// A publication, which holds where the clinic set nothing of its own.
    Published {
        /// Author and year, such as "Ostelo 2008".
        cited: String,
    },
    /// The clinic set it.
    Clinic {
        /// Who set it, as it is to be printed.
        who: String,
        /// When, as it is to be printed.
        when: String,
    },
}

impl Source {
    /// What is published, as it is cited in short.
    pub(super) fn published(cited: &str) -> Self {
        Source::Published {
            cited: cited.to_owned(),
        }
    }
}

/// One figure that a clinic set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Own {
    /// Points on the scale of the instrument; above zero.
    #[serde(default)]
    pub points: Option<f64>,
    /// Percent of the baseline; above zero, at most 100.
    #[serde(default)]
    pub percent: Option<f64>,
    /// Who set it, as it is to be printed.
    pub who: Text,
    /// When, as it is to be printed.
    pub when: Text,
    /// Why the clinic has a figure of its own.
    pub why: Text,
}

impl Own {
    /// At least one figure has to be there, and each has to be one that a change can reach.
    pub fn check(&self) -> Vec<Issue> {
        let mut issues = Vec::new();
        if self.points.is_none() && self.percent.is_none() {
            issues.push(Issue::at("points", Problem::Required));
        }
        for (path, figure, most) in [
            ("points", self.points, f64::MAX),
            ("percent", self.percent, 100.0),
        ] {
            // A figure that is no number fails both comparisons.
            if figure.is_some_and(|figure| !(figure > 0.0 && figure <= most)) {
                issues.push(Issue::at(path, Problem::NotAboveZero { max: 100 }));
            }
        }
        issues
    }

    /// The clinic as the source of its figure.
    pub fn source(&self) -> Source {
        Source::Clinic {
            who: self.who.to_string(),
            when: self.when.to_string(),
        }
    }
}

/// From how much relief on someone is a responder, in percent of the baseline. The two are never one.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Responders {
    /// Moderate: 30 % (Dworkin 2008).
    pub moderate: f64,
    /// Substantial: 50 % (Dworkin 2008).
    pub substantial: f64,
}

impl Default for Responders {
    fn default() -> Self {
        Responders {
            moderate: 30.0,
            substantial: 50.0,
        }
    }
}

/// The figures that a clinic set, by instrument id, and its responder limits. The published ones hold for what is not
/// in it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Thresholds {
    matters: BTreeMap<String, Own>,
    responders: Responders,
}

impl Thresholds {
    /// Sets the figure of one instrument.
    ///
    /// # Errors
    /// What is wrong with the figure; nothing is set then.
    pub fn set(&mut self, instrument: &str, own: Own) -> Result<(), Vec<Issue>> {
        let issues = own.check();
        if issues.is_empty() {
            self.matters.insert(instrument.to_owned(), own);
            Ok(())
        } else {
            Err(issues)
        }
    }

    /// The figure of one instrument, where the clinic set one.
    pub fn get(&self, instrument: &str) -> Option<&Own> {
        self.matters.get(instrument)
    }

    /// The responder limits that hold.
    pub fn responders(&self) -> Responders {
        self.responders
    }

    /// Sets from how many percent a response is moderate, and from how many substantial; both at once, so that no order
    /// of setting them matters.
    ///
    /// # Errors
    /// [`Problem::OutOfRange`] where one lies outside 1 to 100, [`Problem::FirstNotSmaller`] where the moderate one is not the
    /// smaller.
    pub fn set_responders(&mut self, responders: Responders) -> Result<(), Problem> {
        let Responders {
            moderate,
            substantial,
        } = responders;
        if ![moderate, substantial]
            .iter()
            .all(|one| (1.0..=100.0).contains(one))
        {
            return Err(Problem::OutOfRange { min: 1, max: 100 });
        }
        if moderate >= substantial {
            return Err(Problem::FirstNotSmaller);
        }
        self.responders = responders;
        Ok(())
    }
}

impl fmt::Display for Responders {
    /// "30 % and 50 %".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} % and {} %",
            number(self.moderate),
            number(self.substantial)
        )
    }
}

impl FromStr for Responders {
    type Err = Problem;

    /// Reads "30 and 50", "30 % and 50 %" or "30/50"; whether the two fit is told when they are set.
    fn from_str(typed: &str) -> Result<Self, Problem> {
        let text = typed.trim();
        if text.is_empty() {
            return Err(Problem::Required);
        }
        let not_a_number = || Problem::NotANumber {
            text: text.to_owned(),
        };
        let read = |part: &str| -> Option<f64> {
            let digits = part.trim().trim_end_matches('%').trim_end();
            let plain = digits.chars().all(|c| c.is_ascii_digit() || c == '.');
            plain.then(|| digits.parse().ok())?
        };
        let (first, second) = text
            .split_once(" and ")
            .or_else(|| text.split_once(['/', ';', ',']))
            .ok_or_else(not_a_number)?;
        match (read(first), read(second)) {
            (Some(moderate), Some(substantial)) => Ok(Responders {
                moderate,
                substantial,
            }),
            _ => Err(not_a_number()),
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a cast of a float saturates, and every figure lies below ten thousand"
)]
fn whole(figure: f64) -> i64 {
    figure as i64
}

/// Most points where the instrument has no highest score.
const MOST: f64 = 9999.0;

/// Reads a figure as typed: "12", "12 points", "1.3 s" are points, "30 %" is percent of the baseline. Points and percent
/// are answered in this order, one of the two.
///
/// # Errors
/// No number, a figure that a change on this scale can't reach, or percent where the scale has no true zero.
pub fn read_figure(instrument: &Instrument, typed: &str) -> Result<(Option<f64>, Option<f64>), Problem> {
    let text = typed.trim();
    if text.is_empty() {
        return Err(Problem::Required);
    }
    let digits = text
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
        .unwrap_or(text.len());
    let (typed, unit) = text.split_at(digits);
    let not_a_number = || Problem::NotANumber {
        text: text.to_owned(),
    };
    let figure: f64 = typed.replace(',', ".").parse().map_err(|_| not_a_number())?;
    // Scores have at most two decimals, and so has what is printed of a figure.
    let figure = (figure * 100.0).round() / 100.0;
    let unit = unit.trim();
    let percent = unit.strip_suffix("of the baseline").unwrap_or(unit).trim();
    let own_unit =
        unit.is_empty() || matches!(unit, "point" | "points") || unit == instrument.unit && unit != "%";
    match (own_unit, percent) {
        (true, _) => {
            let most = instrument.max.map_or(MOST, |max| max - instrument.min);
            if figure > 0.0 && figure <= most {
                Ok((Some(figure), None))
            } else {
                Err(Problem::NotAboveZero { max: whole(most) })
            }
        }
        (false, "%" | "percent") if instrument.change != ChangeUse::PointsAndPercent => {
            Err(Problem::NoPercent)
        }
        (false, "%" | "percent") if figure > 0.0 && figure <= 100.0 => Ok((None, Some(figure))),
        (false, "%" | "percent") => Err(Problem::NotAboveZero { max: 100 }),
        _ => Err(not_a_number()),
    }
}
