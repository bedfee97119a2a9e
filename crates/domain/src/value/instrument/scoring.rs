//! Scoring by the rule of each instrument. Missing answers are never zero: below the rule's limit there is a reason
//! in place of a score, and what was made up for is labelled.

use super::{
    data::{Algorithm, Band, How, Instrument, Subscale},
    points::{GivenAnswer, ReadAnswers, Refusal, outside, read, small},
    scored::{Capture, Flag, NamedBand, Options, Reason, ScoreResult, SubScored},
};
use crate::value::{
    instrument::self_harm::{SelfHarm, self_harm},
    issue::Problem,
};

/// Scores one administration: the answers in the order of the form, `None` for a blank. Questions that stand on the
/// form and are not counted may be left off at the end.
///
/// # Errors
/// Everything about the answers that can't be an answer to this form.
pub fn score(
    instrument: &Instrument,
    given: &[Option<GivenAnswer>],
    options: &Options,
) -> Result<ScoreResult, Vec<Refusal>> {
    let edition = edition(instrument, options.edition.as_deref()).map_err(|refusal| vec![refusal])?;
    let read = read(instrument, given)?;
    let counted: Vec<Option<f64>> = instrument
        .items
        .iter()
        .zip(&read.points)
        .filter(|(item, _)| item.counted)
        .map(|(_, points)| *points)
        .collect();
    let subscales: Vec<SubScored> = instrument
        .subscales
        .iter()
        .map(|subscale| part(subscale, &read.points, instrument.decimals))
        .collect();
    let outcome = compute(instrument, &counted, &read, &subscales, options);
    let (answered, missing) = match (&instrument.algorithm, read.chosen) {
        (Algorithm::Label, chosen) => (u32::from(chosen.is_some()), u32::from(chosen.is_none())),
        (Algorithm::Ticks { .. }, _) if options.capture == Capture::Ticks => (small(counted.len()), 0),
        _ => count(&counted),
    };
    let label = read
        .chosen
        .and_then(|at| instrument.answers.get(at))
        .and_then(|answer| answer.key.clone());
    let profile = (matches!(instrument.algorithm, Algorithm::Profile) && missing == 0)
        .then(|| counted.iter().flatten().map(ToString::to_string).collect());
    let (score, prorated, reason) = match outcome {
        Ok((score, prorated)) => (Some(score), prorated, None),
        Err(reason) => (None, false, Some(reason)),
    };
    let made_up = if prorated { missing } else { 0 };
    Ok(ScoreResult {
        instrument: instrument.id.clone(),
        rule_version: instrument.version,
        edition,
        score,
        answered,
        missing,
        prorated,
        entered: false,
        band: band(instrument, score, &subscales).map(|label| NamedBand { label, made_up }),
        reason,
        flags: flags(instrument, &read.marked),
        subscales,
        profile,
        label,
    })
}

/// A total that was worked out elsewhere, checked against the instrument's range. The answers behind it are not known.
///
/// # Errors
/// Where the instrument has no total, or this can't be one.
pub fn entered(
    instrument: &Instrument,
    total: f64,
    edition_given: Option<&str>,
) -> Result<ScoreResult, Refusal> {
    if matches!(instrument.algorithm, Algorithm::Label | Algorithm::Profile) {
        return Err(Refusal::NoTotal);
    }
    let edition = edition(instrument, edition_given)?;
    let at = |problem| Refusal::Total { problem };
    if !total.is_finite() {
        return Err(at(Problem::NotANumber {
            text: total.to_string(),
        }));
    }
    if instrument.decimals == 0 && total.fract() != 0.0 {
        return Err(at(Problem::NotWhole));
    }
    if let Some(problem) = outside(total, instrument.min, instrument.max.or(instrument.most)) {
        return Err(at(problem));
    }
    // The risk group needs the part score, which a total does not hold.
    let band = match instrument.algorithm {
        Algorithm::StartBack { .. } => None,
        _ => band(instrument, Some(total), &[]),
    };
    Ok(ScoreResult {
        instrument: instrument.id.clone(),
        rule_version: instrument.version,
        edition,
        score: Some(round(total, instrument.decimals)),
        answered: 0,
        missing: 0,
        prorated: false,
        entered: true,
        band: band.map(|label| NamedBand { label, made_up: 0 }),
        reason: None,
        flags: flags(instrument, &[]),
        subscales: Vec::new(),
        profile: None,
        label: None,
    })
}

fn edition(instrument: &Instrument, given: Option<&str>) -> Result<Option<String>, Refusal> {
    match given {
        Some(edition) if !instrument.has_edition(edition) => Err(Refusal::UnknownEdition {
            edition: edition.to_owned(),
        }),
        known => Ok(known.map(str::to_owned)),
    }
}

/// The score with whether blanks were made up for, or why there is none.
fn compute(
    instrument: &Instrument,
    points: &[Option<f64>],
    read: &ReadAnswers,
    subscales: &[SubScored],
    options: &Options,
) -> Result<(f64, bool), Reason> {
    let of = small(points.len());
    let (answered, missing) = count(points);
    let sum = sum(points);
    // Multiplying before dividing keeps whole results whole.
    let share = |most: f64| sum * most / f64::from(answered);
    let enough = |needed: u32| match answered {
        0 => Err(Reason::NotAnswered),
        _ if answered < needed => Err(Reason::TooFew { answered, of, needed }),
        _ => Ok(()),
    };
    let round = |value| round(value, instrument.decimals);
    match &instrument.algorithm {
        Algorithm::Sum { blanks } => {
            let may = if options.prorate { *blanks } else { 0 };
            enough(of.saturating_sub(may))?;
            Ok((round(share(f64::from(of))), missing > 0))
        }
        Algorithm::StartBack { .. } => enough(of).map(|()| (sum, false)),
        Algorithm::Mean | Algorithm::Activities => enough(of).map(|()| (round(share(1.0)), false)),
        Algorithm::Percent { plain, least } => {
            enough(*least)?;
            let most = instrument.items.first().and_then(|item| item.max).unwrap_or(1.0);
            Ok((round(share(100.0 / most)), answered < *plain))
        }
        Algorithm::Ticks { .. } if options.capture == Capture::Ticks => {
            if options.confirmed {
                Ok((sum, false))
            } else {
                Err(Reason::NotConfirmed)
            }
        }
        Algorithm::Ticks { blanks } => {
            enough(of.saturating_sub(*blanks))?;
            Ok((round(share(f64::from(of))), missing > 0))
        }
        Algorithm::Value { .. } if read.unable => Err(Reason::Unable),
        Algorithm::Value { .. } => enough(of).map(|()| (round(sum), false)),
        Algorithm::Label if read.chosen.is_some() => Err(Reason::Word),
        Algorithm::Label => Err(Reason::NotAnswered),
        Algorithm::Profile => enough(of).and(Err(Reason::NotSummed)),
        Algorithm::Subscale { key } => {
            let part = subscales.iter().find(|part| part.key == *key);
            let part = part.ok_or(Reason::NotAnswered)?;
            match (part.score, &part.reason) {
                (Some(score), _) => Ok((score, part.prorated)),
                (None, reason) => Err(reason.clone().unwrap_or(Reason::NotAnswered)),
            }
        }
    }
}

fn part(subscale: &Subscale, points: &[Option<f64>], decimals: u8) -> SubScored {
    let own: Vec<Option<f64>> = subscale
        .items
        .iter()
        .map(|number| {
            let at = usize::try_from(number.saturating_sub(1)).ok();
            at.and_then(|at| points.get(at).copied().flatten())
        })
        .collect();
    let of = small(own.len());
    let (answered, missing) = count(&own);
    let needed = subscale.least.unwrap_or(of);
    let sum = sum(&own);
    let value = match subscale.how {
        How::Sum => sum,
        How::Mean => round(sum / f64::from(answered), decimals),
    };
    let reason = if answered == 0 {
        Some(Reason::NotAnswered)
    } else if answered < needed {
        Some(Reason::TooFew { answered, of, needed })
    } else {
        None
    };
    let score = reason.is_none().then_some(value);
    let prorated = score.is_some() && missing > 0;
    let made_up = if prorated { missing } else { 0 };
    SubScored {
        key: subscale.key.clone(),
        name: subscale.name.clone(),
        score,
        answered,
        missing,
        prorated,
        band: score
            .and_then(|score| name(&subscale.bands, score))
            .map(|label| NamedBand { label, made_up }),
        reason,
    }
}

fn band(instrument: &Instrument, score: Option<f64>, subscales: &[SubScored]) -> Option<String> {
    let score = score?;
    match &instrument.algorithm {
        Algorithm::StartBack { .. } => {
            let psych = subscales.iter().find(|part| part.key == "psych")?.score?;
            risk_group(&instrument.algorithm, score, psych).map(str::to_owned)
        }
        Algorithm::Subscale { key } => {
            let part = instrument.subscales.iter().find(|part| part.key == *key)?;
            name(&part.bands, score)
        }
        _ => name(&instrument.bands, score),
    }
}

/// Keele University: low up to 3; above that by the questions 5 to 9, high from 4.
pub(super) fn risk_group(algorithm: &Algorithm, total: f64, psych: f64) -> Option<&str> {
    match algorithm {
        Algorithm::StartBack { low, .. } if total <= 3.0 => Some(low),
        Algorithm::StartBack { medium, .. } if psych <= 3.0 => Some(medium),
        Algorithm::StartBack { high, .. } => Some(high),
        _ => None,
    }
}

pub(super) fn name(bands: &[Band], score: f64) -> Option<String> {
    bands
        .iter()
        .find(|band| band.holds(score))
        .map(|band| band.label.clone())
}

fn flags(instrument: &Instrument, marked: &[Option<f64>]) -> Vec<Flag> {
    let Some(number) = instrument.safety_item else {
        return Vec::new();
    };
    let at = usize::try_from(number.saturating_sub(1)).ok();
    match self_harm(at.and_then(|at| marked.get(at).copied().flatten())) {
        SelfHarm::NotAssessed => vec![Flag::SafetyNotAssessed],
        SelfHarm::Prompt => vec![Flag::SafetyPrompt],
        SelfHarm::NothingRecorded => Vec::new(),
    }
}

fn count(points: &[Option<f64>]) -> (u32, u32) {
    let answered = points.iter().flatten().count();
    (small(answered), small(points.len() - answered))
}

/// The sum of what was answered. Nothing added up is zero and not the "-0" with which an empty sum of floats begins.
fn sum(points: &[Option<f64>]) -> f64 {
    points.iter().flatten().fold(0.0, |sum, one| sum + one)
}

fn round(value: f64, decimals: u8) -> f64 {
    let scale = 10_f64.powi(decimals.into());
    (value * scale).round() / scale + 0.0
}
