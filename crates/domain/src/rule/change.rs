//! Change from a chosen baseline, in points and percent, against the minimal important change.
//!
//! Only like is compared with like; otherwise there is a reason and no number. Percent of a zero baseline does not
//! exist. Nothing is rounded before it is compared: 29.6 % is not 30 %.

mod compare;
mod thresholds;

#[cfg(test)]
mod tests;

pub use compare::{Against, Apart, Comparison, Criterion, Reach, TakenScore, Than, Which, compare};
pub use thresholds::{Own, Responders, Source, Thresholds, read_figure};

use super::listed::{About, Rule, by_id};
use crate::value::{
    instrument::{Importance, Instrument, instruments},
    sure::Sure,
};

/// Which way it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ChangeDirection"))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the directions name themselves")]
pub enum Direction {
    Better,
    Same,
    Worse,
}

/// The rules of comparing, and the change that matters for each instrument that has one in use.
pub fn rules() -> Vec<Rule> {
    let general = [
        ("change.points", Sure::High),
        ("change.percent", Sure::High),
        ("change.either", Sure::Medium),
        ("change.responder", Sure::High),
        ("change.comparable", Sure::High),
        ("change.newest", Sure::High),
        ("change.same_day", Sure::Medium),
        ("change.after_operation", Sure::Medium),
        ("change.figures", Sure::Medium),
        ("change.error", Sure::Medium),
        ("change.clinic", Sure::High),
    ];
    let general = general.map(|(id, sure)| by_id(id, 1, sure));
    let figures = instruments().iter().flat_map(|instrument| {
        let used: Vec<&Importance> = instrument.important.iter().filter(|one| one.used).collect();
        let rules: Vec<Rule> = (0..used.len())
            .filter_map(|at| {
                let important = used.get(at)?;
                // The first figure of a reach has the plain name; those beside it are told apart by their size.
                let beside = used
                    .get(..at)?
                    .iter()
                    .any(|one| one.baseline_above == important.baseline_above);
                Some(matters(instrument, important, beside))
            })
            .collect();
        rules
    });
    let chance = instruments().iter().flat_map(|instrument| {
        instrument.reliable.iter().map(|reliable| Rule {
            id: format!("change.reliable.{}", instrument.id),
            version: instrument.version,
            about: About::Reliable {
                instrument: instrument.id.clone(),
                points: reliable.points,
                kind: reliable.kind.clone(),
                population: reliable.population.clone(),
            },
            source: Some(reliable.source.clone()),
            sure: Sure::Medium,
        })
    });
    general.into_iter().chain(figures).chain(chance).collect()
}

/// The rule of one figure; `beside` where another of the same reach comes before it.
fn matters(instrument: &Instrument, important: &Importance, beside: bool) -> Rule {
    let plain = match important.baseline_above {
        Some(above) => format!("change.matters.{}.above_{}", instrument.id, number(above)),
        None => format!("change.matters.{}", instrument.id),
    };
    let id = match important.points.or(important.percent).filter(|_| beside) {
        Some(figure) => format!("{plain}.or_{}", number(figure)),
        None => plain,
    };
    Rule {
        id,
        version: instrument.version,
        about: About::Matters {
            instrument: instrument.id.clone(),
            points: important.points,
            percent: important.percent,
            population: important.population.clone(),
        },
        source: Some(important.cited.clone()),
        sure: important.sure,
    }
}

/// A number without needless decimals.
pub fn number(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    // Negative zero would print a sign.
    format!("{}", rounded + 0.0)
}
