//! Change from a chosen baseline, in points and percent, against the minimal important change.
//!
//! Only like is compared with like; otherwise there is a reason and no number. Percent of a zero baseline does not
//! exist. Nothing is rounded before it is compared: 29.6 % is not 30 %.

mod compare;
mod thresholds;
mod words;

#[cfg(test)]
mod tests;

pub use compare::{Against, Apart, Comparison, Criterion, Reach, Taken, Than, Which, compare};
pub use thresholds::{Own, Responders, Thresholds, read_figure};
pub use words::{amount, number};

use crate::value::{
    instrument::{Importance, Instrument, instruments},
    listed::{Rule, Sure},
};

/// Which way it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ChangeDirection"))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Better.
    Better,
    /// The same.
    Same,
    /// Worse.
    Worse,
}

/// The rules of comparing, and the change that matters for each instrument that has one in use.
pub fn rules() -> Vec<Rule> {
    let own = "Lamina's own";
    let general = [
        (
            "change.points",
            "Change is counted from the baseline that was picked; positive is better, whichever way the instrument runs.",
            own,
            Sure::High,
        ),
        (
            "change.percent",
            "Percent of the baseline; none where the baseline is zero, and none where the scale has no true zero.",
            own,
            Sure::High,
        ),
        (
            "change.either",
            "Where points and a share of the baseline are both published, an improvement that reaches either matters, and both are told where it is the share alone. Getting worse counts by the points.",
            "Ostelo 2008",
            Sure::Medium,
        ),
        (
            "change.responder",
            "Better by at least 30 % and better by at least 50 % are two answers, and neither is reached by rounding.",
            "Dworkin 2008",
            Sure::High,
        ),
        (
            "change.comparable",
            "Other instruments, versions, levels, kinds, periods, sides or sites are not compared; a missing score gives a reason and no number.",
            own,
            Sure::High,
        ),
        (
            "change.newest",
            "No verdict stands while a newer score of the same measure is left out: it says which one can't be compared, has no number or has no date, and judges nothing.",
            own,
            Sure::High,
        ),
        (
            "change.same_day",
            "Of several scores that may be the last, as on one day, the worse one is taken; of several that may be the first, the better one. All are named.",
            own,
            Sure::Medium,
        ),
        (
            "change.after_operation",
            "A score that is worse, by the change that matters, than the last one before the latest operation or than the first one after it is said to be worse, whatever became of it since the first score.",
            own,
            Sure::Medium,
        ),
        (
            "change.figures",
            "Where sources differ on how much matters, all figures are told. Better counts from the largest, worse from the smallest; a change for the better between them is not judged.",
            own,
            Sure::Medium,
        ),
        (
            "change.error",
            "A change for the better that is smaller than the published error of measurement is not counted as one.",
            "Trap of single scores: minimal detectable change, where an instrument has one",
            Sure::Medium,
        ),
        (
            "change.clinic",
            "A clinic may set its own change that matters; it replaces the published one and is named as the clinic's own.",
            own,
            Sure::High,
        ),
    ];
    let general = general.map(|(id, title, source, sure)| Rule {
        id: id.to_owned(),
        version: 1,
        title: title.to_owned(),
        source: source.to_owned(),
        sure,
    });
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
            title: format!(
                "{}: from {} {} a change is more than measurement error ({}; {}).",
                instrument.name,
                words::number(reliable.points),
                words::unit(instrument, reliable.points),
                reliable.kind,
                reliable.population
            ),
            source: reliable.source.clone(),
            sure: Sure::Medium,
        })
    });
    general.into_iter().chain(figures).chain(chance).collect()
}

/// The rule of one figure; `beside` where another of the same reach comes before it.
fn matters(instrument: &Instrument, important: &Importance, beside: bool) -> Rule {
    let points = important
        .points
        .map(|points| format!("{} {}", words::number(points), words::unit(instrument, points)));
    let percent = important
        .percent
        .map(|percent| format!("{} % of the baseline", words::number(percent)));
    let figures: Vec<String> = points.into_iter().chain(percent).collect();
    let plain = match important.baseline_above {
        Some(above) => format!("change.matters.{}.above_{}", instrument.id, words::number(above)),
        None => format!("change.matters.{}", instrument.id),
    };
    let id = match important.points.or(important.percent).filter(|_| beside) {
        Some(figure) => format!("{plain}.or_{}", words::number(figure)),
        None => plain,
    };
    Rule {
        id,
        version: instrument.version,
        title: format!(
            "{}: a change of {} matters ({}).",
            instrument.name,
            figures.join(" or "),
            important.population
        ),
        source: important.cited.clone(),
        sure: important.sure,
    }
}
