//! A score or measure, as typed.

mod administered;

use super::{Typed, typed};
use crate::reading::{Reading, shown, shown_all};
use lamina_domain::{
    Interval, Measure, Problem, Score, Side, Text, ToldBy, When,
    instrument::Capture,
    score::{PainKind, Site, version_named},
};
use serde::{Deserialize, Deserializer, Serialize};
use std::borrow::Borrow;
use ts_rs::TS;

typed!(Score as ScoreInput, with PartInput, MeasureInput);

/// The score of a part that is entered with a total, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PartInput {
    /// Key of the part.
    pub key: String,
    /// Its score; empty where it was not given.
    pub value: String,
}

/// What was measured, as typed.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "measure", rename_all = "snake_case")]
pub enum MeasureInput {
    /// Numeric rating scale of pain, 0 to 10, whole.
    Nrs {
        /// Where the pain is: back, leg, neck, arm, or several not told apart.
        site: Site,
        /// Which side of the patient; none where it was not said.
        side: Option<Side>,
        /// Now, average, worst or least; none where it was not said.
        kind: Option<PainKind>,
        /// The time looked back on, as typed; empty where it was not said and for pain now.
        period: String,
        /// The rating, whole, from 0 to 10.
        value: String,
    },
    /// Oswestry Disability Index, total in percent, 0 to 100.
    Odi {
        /// Percent, from 0 to 100.
        value: String,
        /// Version, such as 2.1a.
        version: String,
    },
    /// Any other number with its unit.
    Number {
        /// What was measured, in words; has to be given.
        name: String,
        /// The number, with decimals where it has some.
        value: String,
        /// Its unit; has to be given.
        unit: String,
    },
    /// A questionnaire or test of the catalogue.
    Instrument {
        /// Id of the instrument, such as `phq-9`.
        instrument: String,
        /// The printed version; empty where it is not known.
        edition: String,
        /// The patient's own activities, where the instrument asks for them: one for each answer.
        activities: Vec<String>,
        /// An answer to each question in the order of the form: points, the key of a word, `unable`,
        /// `not_applicable`, or empty for a blank.
        answers: Vec<String>,
        /// The total, where only that is known; the digits of a profile.
        total: String,
        /// Scores of parts beside a total.
        parts: Vec<PartInput>,
        /// Someone confirmed that every statement of a tick form was read.
        confirmed: bool,
        /// Make up for blanks where the instrument has a rule for it.
        prorate: bool,
        /// How statements were answered.
        capture: Capture,
    },
}

/// What was measured as it is read, which knows no field beside those of the measure.
#[derive(Deserialize)]
#[serde(
    remote = "MeasureInput",
    tag = "measure",
    rename_all = "snake_case",
    deny_unknown_fields
)]
enum ReadMeasure {
    Nrs {
        site: Site,
        #[serde(default)]
        side: Option<Side>,
        #[serde(default)]
        kind: Option<PainKind>,
        #[serde(default)]
        period: String,
        value: String,
    },
    Odi {
        value: String,
        version: String,
    },
    Number {
        name: String,
        value: String,
        unit: String,
    },
    Instrument {
        instrument: String,
        edition: String,
        #[serde(default)]
        activities: Vec<String>,
        answers: Vec<String>,
        total: String,
        parts: Vec<PartInput>,
        confirmed: bool,
        prorate: bool,
        capture: Capture,
    },
}

impl<'de> Deserialize<'de> for MeasureInput {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        ReadMeasure::deserialize(reader)
    }
}

/// A score or measure, as typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScoreInput {
    /// When it was taken.
    #[serde(default)]
    pub when: String,
    /// What was measured; has to be chosen.
    pub measure: MeasureInput,
    /// From whom it is known: patient, clinician, document or device.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    #[serde(default)]
    pub note: String,
}

impl ScoreInput {
    /// The score as typed values.
    pub fn of(score: &Score) -> Self {
        let measure = match &score.measure {
            Measure::Nrs {
                site,
                side,
                kind,
                period,
                value,
            } => MeasureInput::Nrs {
                site: *site,
                side: *side,
                kind: *kind,
                period: shown(period),
                value: value.rating().to_string(),
            },
            Measure::Odi { value, version } => MeasureInput::Odi {
                value: f64::from(*value).to_string(),
                version: shown(version),
            },
            Measure::Number { name, value, unit } => MeasureInput::Number {
                name: name.to_string(),
                value: f64::from(*value).to_string(),
                unit: unit.to_string(),
            },
            Measure::Instrument(taken) => MeasureInput::of_administered(taken),
        };
        Self {
            when: score.when.to_string(),
            measure,
            told_by: score.told_by,
            note: shown(&score.note),
        }
    }

    /// The score, where everything typed can be kept.
    pub fn read(&self, reading: &mut Reading) -> Option<Score> {
        let measure = match &self.measure {
            MeasureInput::Nrs {
                site,
                side,
                kind,
                period,
                value,
            } => {
                let value = reading.whole("value", value);
                let period = match period.trim() {
                    "" => None,
                    typed => reading.keep("period", typed.parse::<Interval>()),
                };
                value.map(|value| Measure::Nrs {
                    site: *site,
                    side: *side,
                    kind: *kind,
                    period,
                    value,
                })
            }
            MeasureInput::Odi { value, version } => {
                let value = reading.decimal("value", value);
                let version = reading.text("version", version).as_ref().and_then(version_named);
                value.map(|value| Measure::Odi { value, version })
            }
            MeasureInput::Number { name, value, unit } => {
                let name = reading.required("name", name);
                let value = reading.decimal("value", value);
                let unit = reading.required("unit", unit);
                match (name, value, unit) {
                    (Some(name), Some(value), Some(unit)) => Some(Measure::Number { name, value, unit }),
                    _ => None,
                }
            }
            MeasureInput::Instrument { .. } => self
                .measure
                .kept(reading)
                .map(|taken| Measure::Instrument(Box::new(taken))),
        };
        let when = reading.when("when", &self.when);
        if when.is_unknown() && self.when.trim().is_empty() {
            reading.keep::<()>("when", Err(Problem::Required));
        }
        Some(Score {
            when,
            told_by: self.told_by,
            note: reading.text("note", &self.note),
            measure: measure?,
        })
    }
}

/// A site with a side of it that was rated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RatedSide {
    /// Where the pain was that was rated.
    pub site: Site,
    /// Which side of the patient; none where it was not said.
    pub side: Option<Side>,
}

/// The edition in which an instrument was last used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LastEdition {
    /// Id of the instrument.
    pub instrument: String,
    /// The edition, as it was named then.
    pub edition: String,
}

/// The patient's own activities that were last rated with an instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LastActivities {
    /// Id of the instrument.
    pub instrument: String,
    /// The activities, as they were told.
    pub activities: Vec<String>,
}

/// What the latest scores of a patient asked for, so that the next ones ask for the same and stay comparable.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct LastAsked {
    /// Kind of the latest pain rating of which it was said.
    pub kind: Option<PainKind>,
    /// The period of that rating; empty where there was none.
    pub period: String,
    /// The sides of each site as they were rated when it was rated last.
    pub sides: Vec<RatedSide>,
    /// The last edition of each instrument of which it was known.
    pub editions: Vec<LastEdition>,
    /// The last activities of each instrument that asks for them.
    pub activities: Vec<LastActivities>,
}

impl LastAsked {
    /// What the last of `scores` asked for, which stand in the order of time.
    pub fn of(scores: &[impl Borrow<Score>]) -> Self {
        let mut last = LastAsked::default();
        let mut rated: Vec<(Site, When)> = Vec::new();
        for score in scores.iter().rev().map(Borrow::borrow) {
            match &score.measure {
                Measure::Nrs {
                    site,
                    side,
                    kind,
                    period,
                    ..
                } => {
                    if last.kind.is_none() && kind.is_some() {
                        (last.kind, last.period) = (*kind, shown(period));
                    }
                    let one = RatedSide {
                        site: *site,
                        side: *side,
                    };
                    match rated.iter().find(|(known, _)| known == site) {
                        Some((_, when)) if *when != score.when => {}
                        Some(_) if last.sides.contains(&one) => {}
                        Some(_) => last.sides.insert(0, one),
                        None => {
                            rated.push((*site, score.when));
                            last.sides.insert(0, one);
                        }
                    }
                }
                other => {
                    if let Measure::Instrument(taken) = other {
                        last.activities(&taken.scored().instrument, taken.activities());
                    }
                    if let (Some(instrument), Some(edition)) = (other.instrument(), other.edition()) {
                        last.edition(&instrument.id, edition.to_owned());
                    }
                }
            }
        }
        last
    }

    fn activities(&mut self, instrument: &str, activities: &[Text]) {
        if !activities.is_empty() && !self.activities.iter().any(|one| one.instrument == instrument) {
            self.activities.push(LastActivities {
                instrument: instrument.to_owned(),
                activities: shown_all(activities),
            });
        }
    }

    fn edition(&mut self, instrument: &str, edition: String) {
        if !edition.is_empty() && !self.editions.iter().any(|one| one.instrument == instrument) {
            self.editions.push(LastEdition {
                instrument: instrument.to_owned(),
                edition,
            });
        }
    }
}

#[cfg(test)]
mod tests;
