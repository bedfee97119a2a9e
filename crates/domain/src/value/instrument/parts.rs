//! Totals that were worked out elsewhere together with the scores of their parts, for forms whose wording is not shown.

use super::{
    data::{Algorithm, How, Instrument, Subscale},
    points::{Refusal, outside, whole},
    scored::{NamedBand, ScoreResult, SubScored},
    scoring::{entered, name, risk_group},
};
use crate::value::issue::Problem;

impl Subscale {
    /// Lowest and highest possible score of the part; no highest where one of its questions has none.
    pub fn range(&self, instrument: &Instrument) -> (f64, Option<f64>) {
        let own: Vec<(f64, Option<f64>)> = self
            .items
            .iter()
            .filter_map(|number| {
                instrument
                    .items
                    .get(usize::try_from(number.checked_sub(1)?).ok()?)
            })
            .map(|item| match item.counts_from {
                Some(_) => (0.0, Some(1.0)),
                None => (item.min, item.max),
            })
            .collect();
        let low = own.iter().map(|(min, _)| min);
        let high = own.iter().map(|(_, max)| *max);
        match self.how {
            How::Sum => (low.sum(), high.sum()),
            How::Mean => (
                low.copied().fold(f64::INFINITY, f64::min),
                high.reduce(|a, b| Some(a?.max(b?))).flatten(),
            ),
        }
    }
}

/// A total with the scores of parts by their keys. Parts that were not given are left out; a risk group needs its part.
///
/// # Errors
/// What is wrong with the total, or with a part: its key as it was given, and why.
pub fn entered_with_parts(
    instrument: &Instrument,
    total: f64,
    edition: Option<&str>,
    parts: &[(String, f64)],
) -> Result<ScoreResult, (Option<String>, Refusal)> {
    let mut scored = entered(instrument, total, edition).map_err(|refusal| (None, refusal))?;
    for (key, value) in parts {
        let at = |problem| (Some(key.clone()), Refusal::Total { problem });
        let Some(part) = instrument.subscales.iter().find(|part| part.key == *key) else {
            return Err((Some(key.clone()), Refusal::NoTotal));
        };
        if !value.is_finite() {
            let text = value.to_string();
            return Err(at(Problem::NotANumber { text }));
        }
        let (min, max) = part.range(instrument);
        if let Some(problem) = outside(*value, min, max) {
            return Err(at(problem));
        }
        if part.how == How::Sum && value.fract() != 0.0 {
            return Err(at(Problem::NotWhole));
        }
        let inside = part.how == How::Sum && part.items.len() < instrument.items.len();
        if inside
            && matches!(
                instrument.algorithm,
                Algorithm::Sum { .. } | Algorithm::StartBack { .. }
            )
            && *value > total
        {
            return Err(at(Problem::OutOfRange {
                min: 0,
                max: whole(total.floor()),
            }));
        }
        scored.subscales.push(SubScored {
            key: part.key.clone(),
            name: part.name.clone(),
            score: Some(*value),
            answered: 0,
            missing: 0,
            prorated: false,
            band: name(&part.bands, *value).map(|label| NamedBand { label, made_up: 0 }),
            reason: None,
        });
    }
    if let Some(psych) = scored.subscales.iter().find_map(|part| part.score)
        && let Some(group) = risk_group(&instrument.algorithm, total, psych)
    {
        let label = group.to_owned();
        scored.band = Some(NamedBand { label, made_up: 0 });
    }
    Ok(scored)
}
