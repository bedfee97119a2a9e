//! From what was typed into a questionnaire or test to its administration and back. A blank is no fault and no zero.

use super::{MeasureInput, PartInput};
use crate::reading::{Reading, decimal};
use lamina_domain::{
    Problem, Text,
    instrument::{
        Algorithm, Capture, GivenAnswer, Instrument, Licence, Options, Refusal, instrument, says_missing,
    },
    score::{Administration, Unfit},
};

impl MeasureInput {
    /// What an instrument and its answers say so far, where they can be that instrument's. Blanks are no fault.
    pub fn administered(&self, reading: &mut Reading) -> Option<Administration> {
        let Self::Instrument {
            instrument: id,
            edition,
            activities,
            answers,
            total,
            parts,
            confirmed,
            prorate,
            capture,
        } = self
        else {
            return None;
        };
        let Some(known) = instrument(id) else {
            reading.keep::<()>("instrument", Err(Problem::Required));
            return None;
        };
        let edition = Some(edition.trim().to_owned()).filter(|edition| !edition.is_empty());
        let options = Options {
            prorate: *prorate,
            confirmed: *confirmed,
            capture: *capture,
            edition: edition.clone(),
        };
        let typed = (1..)
            .zip(answers)
            .any(|(number, answer)| !says_missing(known, number, answer));
        let taken = match total.trim() {
            total if says_missing(known, 0, total) && known.algorithm == Algorithm::Activities => {
                let (activities, answers) = rated(activities, answers, reading)?;
                if answers.is_empty() {
                    // Nothing is named yet, which is no fault while one types.
                    return None;
                }
                let given = given(known, &answers, false, reading)?;
                Administration::of_activities(id, activities, given, options)
            }
            total if says_missing(known, 0, total) => {
                let ticks = *capture == Capture::Ticks && matches!(known.algorithm, Algorithm::Ticks { .. });
                let given = given(known, answers, ticks, reading)?;
                Administration::answered(id, given, options)
            }
            _ if typed => {
                let text = total.clone();
                reading.keep::<()>("total", Err(Problem::NotANumber { text }));
                return None;
            }
            digits if known.algorithm == Algorithm::Profile => {
                let given = digits
                    .chars()
                    .map(|digit| digit.to_digit(10).map(|d| GivenAnswer::Number(d.into())));
                Administration::answered(id, given.collect(), options)
            }
            number => {
                let number = reading.keep("total", decimal(number));
                let parts = part_scores(parts, reading);
                let activities = reading.texts("activities", activities);
                Administration::total(id, number?, edition.as_deref(), &parts?)
                    .and_then(|taken| taken.with_activities(activities))
            }
        };
        taken.map_err(|unfit| tell(known, &unfit, total, reading)).ok()
    }

    /// As [`Self::administered`], and there has to be something to keep.
    pub(super) fn kept(&self, reading: &mut Reading) -> Option<Administration> {
        let Self::Instrument {
            instrument: id,
            answers,
            total,
            confirmed,
            ..
        } = self
        else {
            return None;
        };
        let known = instrument(id);
        let ticks = known.is_some_and(|one| matches!(one.algorithm, Algorithm::Ticks { .. }));
        let missing = |number: usize, typed: &str| match known {
            Some(known) => says_missing(known, number, typed),
            None => typed.trim().is_empty(),
        };
        let blank = (1..).zip(answers).all(|(number, answer)| missing(number, answer));
        if missing(0, total) {
            if ticks && !confirmed {
                reading.keep::<()>("confirmed", Err(Problem::Required));
                return None;
            }
            if blank && !ticks {
                let by_total = known.is_some_and(|one| one.licence == Licence::TotalOnly);
                let by_activity = known.is_some_and(|one| one.algorithm == Algorithm::Activities);
                let path = match (by_total, by_activity) {
                    (true, _) => "total",
                    (false, true) => "answers.0",
                    (false, false) => "answers",
                };
                reading.keep::<()>(path, Err(Problem::Required));
                return None;
            }
        }
        self.administered(reading)
    }

    /// An administration as typed values.
    pub(super) fn of_administered(taken: &Administration) -> Self {
        let scored = taken.scored();
        let options = taken.options();
        let total = match (taken.answers(), &scored.profile, scored.score) {
            (Some(_), _, _) | (None, None, None) => String::new(),
            (None, Some(profile), _) => profile.clone(),
            (None, None, Some(total)) => total.to_string(),
        };
        let parts = scored.subscales.iter().filter(|_| taken.answers().is_none());
        Self::Instrument {
            instrument: scored.instrument.clone(),
            edition: scored.edition.clone().unwrap_or_default(),
            activities: taken.activities().iter().map(ToString::to_string).collect(),
            answers: taken
                .answers()
                .unwrap_or_default()
                .iter()
                .map(|answer| answer.as_ref().map(typed).unwrap_or_default())
                .collect(),
            total,
            parts: parts
                .filter_map(|part| {
                    let key = part.key.clone();
                    let value = part.score?.to_string();
                    Some(PartInput { key, value })
                })
                .collect(),
            confirmed: options.confirmed,
            prorate: options.prorate,
            capture: options.capture,
        }
    }
}

fn typed(answer: &GivenAnswer) -> String {
    match answer {
        GivenAnswer::Number(number) => number.to_string(),
        GivenAnswer::Label(key) => key.clone(),
        GivenAnswer::NotApplicable => "not_applicable".to_owned(),
        GivenAnswer::Unable => "unable".to_owned(),
    }
}

/// The answers, or nothing and an issue at each that can't be read. None at all stands for a form without answers.
fn given(
    known: &Instrument,
    answers: &[String],
    ticks: bool,
    reading: &mut Reading,
) -> Option<Vec<Option<GivenAnswer>>> {
    if answers.is_empty() {
        return Some(vec![None; known.items.len()]);
    }
    let before = reading.issues.len();
    let words = known.algorithm == Algorithm::Label;
    let read = answers
        .iter()
        .enumerate()
        .map(|(at, answer)| match answer.trim() {
            // What says missing is a blank, however it is written.
            "" => None,
            missing if says_missing(known, at + 1, missing) => {
                // On a tick form a place without a mark is no tick, so that it can't say missing.
                if ticks {
                    let text = missing.to_owned();
                    reading.keep::<()>(&format!("answers.{at}"), Err(Problem::NotANumber { text }));
                }
                None
            }
            "unable" => Some(GivenAnswer::Unable),
            "not_applicable" => Some(GivenAnswer::NotApplicable),
            key if words => Some(GivenAnswer::Label(key.to_owned())),
            number => reading
                .keep(&format!("answers.{at}"), decimal(number))
                .map(GivenAnswer::Number),
        });
    let read = read.collect();
    (reading.issues.len() == before).then_some(read)
}

/// The activities that were named with their ratings, and an issue at each that lacks its name. A line without either is none.
fn rated(
    activities: &[String],
    answers: &[String],
    reading: &mut Reading,
) -> Option<(Vec<Text>, Vec<String>)> {
    let before = reading.issues.len();
    let mut named = Vec::new();
    let mut ratings = Vec::new();
    for at in 0..activities.len().max(answers.len()) {
        let typed = |list: &[String]| list.get(at).cloned().unwrap_or_default();
        let (activity, answer) = (typed(activities), typed(answers));
        if activity.trim().is_empty() && answer.trim().is_empty() {
            continue;
        }
        let activity = reading.keep(&format!("activities.{at}"), Text::within(&activity, 200));
        named.extend(activity);
        ratings.push(answer);
    }
    (reading.issues.len() == before).then_some((named, ratings))
}

fn part_scores(parts: &[PartInput], reading: &mut Reading) -> Option<Vec<(String, f64)>> {
    let before = reading.issues.len();
    let filled = parts.iter().filter(|part| !part.value.trim().is_empty());
    let scores = filled
        .filter_map(|part| {
            let value = reading.keep(&format!("parts.{}", part.key), decimal(&part.value))?;
            Some((part.key.clone(), value))
        })
        .collect();
    (reading.issues.len() == before).then_some(scores)
}

/// What an instrument objects to, as issues by field.
fn tell(known: &Instrument, unfit: &Unfit, total: &str, reading: &mut Reading) {
    match unfit {
        Unfit::Refused(refusals) => {
            for refusal in refusals {
                let (path, problem) = objection(refusal, total);
                let path = if known.algorithm == Algorithm::Profile {
                    "total".to_owned()
                } else {
                    path
                };
                reading.keep::<()>(&path, Err(problem));
            }
        }
        Unfit::Activities => {
            reading.keep::<()>("activities.0", Err(Problem::Required));
        }
        Unfit::Part { key, refusal } => {
            let (_, problem) = objection(refusal, total);
            reading.keep::<()>(&format!("parts.{key}"), Err(problem));
        }
        _ => {
            reading.keep::<()>("instrument", Err(Problem::Required));
        }
    }
}

fn objection(refusal: &Refusal, total: &str) -> (String, Problem) {
    let item = |number: u32| format!("answers.{}", number.saturating_sub(1));
    let text = total.to_owned();
    match refusal {
        Refusal::Item { number, problem } => (item(*number), problem.clone()),
        Refusal::NoSuchPoints { number } | Refusal::WrongKind { number, .. } => {
            (item(*number), Problem::Required)
        }
        Refusal::Total { problem } => ("total".to_owned(), problem.clone()),
        Refusal::UnknownEdition { .. } => ("edition".to_owned(), Problem::Required),
        Refusal::NoTotal => ("total".to_owned(), Problem::NotANumber { text }),
        Refusal::ItemCount { .. } => ("answers".to_owned(), Problem::Required),
    }
}
