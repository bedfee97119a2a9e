//! From what was given to points: every answer is checked against its question before anything is computed.

use super::data::{Algorithm, Instrument, Item};
use crate::value::{coded::coded, issue::Problem};
use serde::{Deserialize, Serialize};

/// One answer as it was given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum GivenAnswer {
    /// Points, or the measured number.
    Number(f64),
    /// The key of an answer that is kept as a word.
    Label(String),
    /// The question does not apply to the person.
    NotApplicable,
    /// The person could not do the test, or it was not safe.
    Unable,
}

/// Why a set of answers is refused: it is not an answer to this form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ScoreRefusal"))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Refusal {
    /// Another number of answers than the form has questions.
    ItemCount {
        /// Questions of the form.
        expected: u32,
        /// How many answers were given.
        found: u32,
    },
    /// An answer that its question does not have.
    Item {
        /// Number of the question, from 1.
        number: u32,
        /// What is wrong with the answer.
        problem: Problem,
    },
    /// Points that lie between the possible ones.
    NoSuchPoints {
        /// Number of the question, from 1.
        number: u32,
    },
    /// A kind of answer that this question does not have, such as a number where a word is kept.
    WrongKind {
        /// Number of the question, from 1.
        number: u32,
        /// What kind the question has.
        expected: ExpectedAnswer,
    },
    /// A version that the instrument does not have.
    UnknownEdition {
        /// The version that was given.
        edition: String,
    },
    /// The total can't be a total of this instrument.
    Total {
        /// What is wrong with the total.
        problem: Problem,
    },
    /// The instrument has no total.
    NoTotal,
}

coded!("refusal": Refusal);

/// What kind of answer a question has, where another was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ExpectedAnswer"))]
#[serde(rename_all = "snake_case")]
pub enum ExpectedAnswer {
    /// One of the words that are answers.
    OneOfTheAnswers,
    /// A word: of a number nobody knows which of two codings it belongs to.
    Word,
    /// Points, or the measured number.
    Number,
    /// A test that can be found not possible, which this is none of.
    NotUnable,
}

/// What was read from the answers.
pub(super) struct ReadAnswers {
    /// Points of each question of the form, after turning round and counting; `None` is a blank.
    pub points: Vec<Option<f64>>,
    /// The number as it was given, for each question.
    pub marked: Vec<Option<f64>>,
    /// Somebody could not do the test.
    pub unable: bool,
    /// Which answer was chosen, where answers are words.
    pub chosen: Option<usize>,
}

/// The higher of two boxes that were marked in one section, as the owner of the ODI asks for.
pub fn higher_box(boxes: &[f64]) -> Option<f64> {
    boxes.iter().copied().reduce(f64::max)
}

/// Checks the answers against the form and turns them into points.
pub(super) fn read(
    instrument: &Instrument,
    given: &[Option<GivenAnswer>],
) -> Result<ReadAnswers, Vec<Refusal>> {
    let counted = instrument.items.iter().filter(|item| item.counted).count();
    let fits = match instrument.algorithm {
        Algorithm::Activities => (1..=counted).contains(&given.len()),
        _ => given.len() == instrument.items.len() || given.len() == counted,
    };
    if !fits {
        return Err(vec![Refusal::ItemCount {
            expected: small(counted),
            found: small(given.len()),
        }]);
    }
    let mut read = ReadAnswers {
        points: Vec::new(),
        marked: Vec::new(),
        unable: false,
        chosen: None,
    };
    let mut refused = Vec::new();
    for (number, (item, answer)) in (1..).zip(instrument.items.iter().zip(given)) {
        match one(instrument, item, number, answer.as_ref(), &mut read) {
            Ok(marked) => {
                read.points
                    .push(marked.map(|value| worth(instrument, item, number, value)));
                read.marked.push(marked);
            }
            Err(refusal) => refused.push(refusal),
        }
    }
    if refused.is_empty() {
        Ok(read)
    } else {
        Err(refused)
    }
}

fn one(
    instrument: &Instrument,
    item: &Item,
    number: u32,
    given: Option<&GivenAnswer>,
    read: &mut ReadAnswers,
) -> Result<Option<f64>, Refusal> {
    let wrong = |expected| Refusal::WrongKind { number, expected };
    match (given, &instrument.algorithm) {
        (None, _) => Ok(None),
        (Some(GivenAnswer::Label(key)), Algorithm::Label) => {
            let chosen = instrument
                .answers
                .iter()
                .position(|answer| answer.key.as_ref() == Some(key));
            read.chosen = Some(chosen.ok_or_else(|| wrong(ExpectedAnswer::OneOfTheAnswers))?);
            Ok(None)
        }
        (Some(GivenAnswer::Number(_)), Algorithm::Label) => Err(wrong(ExpectedAnswer::Word)),
        (Some(GivenAnswer::Label(_)), _) => Err(wrong(ExpectedAnswer::Number)),
        (Some(GivenAnswer::Unable), Algorithm::Value { unable: true }) => {
            read.unable = true;
            Ok(None)
        }
        (Some(GivenAnswer::Unable), _) => Err(wrong(ExpectedAnswer::NotUnable)),
        // On the paper form a statement that does not apply is left without a tick; elsewhere it is a blank.
        (Some(GivenAnswer::NotApplicable), Algorithm::Ticks { .. }) => Ok(Some(0.0)),
        (Some(GivenAnswer::NotApplicable), _) => Ok(None),
        (Some(GivenAnswer::Number(value)), _) => check(instrument, item, number, *value).map(Some),
    }
}

fn check(instrument: &Instrument, item: &Item, number: u32, value: f64) -> Result<f64, Refusal> {
    let at = |problem| Refusal::Item { number, problem };
    if !value.is_finite() {
        return Err(at(Problem::NotANumber {
            text: value.to_string(),
        }));
    }
    if !item.fractions && value.fract() != 0.0 {
        return Err(at(Problem::NotWhole));
    }
    if let Some(problem) = outside(value, item.min, item.max.or(instrument.most)) {
        return Err(at(problem));
    }
    if !item.allowed.is_empty() && !item.allowed.contains(&value) {
        return Err(Refusal::NoSuchPoints { number });
    }
    // "-0" is nothing but zero.
    Ok(value + 0.0)
}

/// Says so where `value` lies outside `min` to `max`.
pub(super) fn outside(value: f64, min: f64, max: Option<f64>) -> Option<Problem> {
    (value < min || max.is_some_and(|max| value > max)).then(|| Problem::OutOfRange {
        min: whole(min.ceil()),
        max: max.map_or(i64::MAX, |max| whole(max.floor())),
    })
}

fn worth(instrument: &Instrument, item: &Item, number: u32, value: f64) -> f64 {
    if let Some(from) = item.counts_from {
        return if value >= from { 1.0 } else { 0.0 };
    }
    match item.max {
        Some(max) if instrument.reversed.contains(&number) => item.min + max - value,
        _ => value,
    }
}

/// A whole number for a message; ranges of forms are far within what fits.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a bound of a form's range, already whole"
)]
pub(super) fn whole(value: f64) -> i64 {
    value as i64
}

/// A count of questions.
pub(super) fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
