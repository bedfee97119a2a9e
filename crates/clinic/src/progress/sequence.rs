//! The scores of a record in which none has a place in time, as a sequence: steps of equal width, each named as its source
//! names it.

use super::{
    lines::{DatedScore, Line},
    panels::counts,
};
use crate::{record::Record, words::say};
use lamina_charts::Span;
use lamina_domain::{
    Interval, Score, Unit, When,
    when::{Anchor, Order, Point},
};

/// Steps with their scores, where no score that could be drawn has a place in time.
pub(super) struct Sequence<'a> {
    /// The names of the steps, in order.
    pub(super) steps: Vec<String>,
    /// The lines, each score at its step.
    pub(super) lines: Vec<Line<'a>>,
}

/// The sequence of `record`; none where a score has a place in time, or none could be drawn.
pub(super) fn sequence<'a>(record: &'a Record, lines: &[Line<'a>]) -> Option<Sequence<'a>> {
    let dated = lines
        .iter()
        .flat_map(|line| &line.dated)
        .any(|one| counts(one.score));
    if dated {
        return None;
    }
    let mut scores: Vec<&Score> = record
        .ordered(&record.scores)
        .filter(|score| counts(score))
        .collect();
    if scores.is_empty() {
        return None;
    }
    by_anchor(&mut scores);
    let mut whens: Vec<When> = Vec::new();
    for score in &scores {
        if !whens.contains(&score.when) {
            whens.push(score.when);
        }
    }
    let mut placed: Vec<Line<'a>> = Vec::new();
    for score in scores {
        let Some(step) = whens.iter().position(|when| *when == score.when) else {
            continue;
        };
        let one = DatedScore {
            score,
            at: Span::step(step),
        };
        let key = score.measure.key();
        match placed.iter_mut().find(|line| line.key == key) {
            Some(line) => line.dated.push(one),
            None => placed.push(Line {
                key,
                dated: vec![one],
                blank: Vec::new(),
                open: Vec::new(),
            }),
        }
    }
    let steps = whens.iter().map(|when| match when.is_unknown() {
        true => say!("chart-sequence-no-date"),
        false => when.to_string(),
    });
    Some(Sequence {
        steps: steps.collect(),
        lines: placed,
    })
}

/// Puts what is counted from one fact into its order among the places that it has.
fn by_anchor(scores: &mut [&Score]) {
    let anchors: Vec<Option<Anchor>> = scores.iter().map(|score| anchor(&score.when)).collect();
    let mut known: Vec<Anchor> = Vec::new();
    for anchor in anchors.iter().flatten() {
        if known.contains(anchor) {
            continue;
        }
        known.push(*anchor);
        let places: Vec<usize> = (0..anchors.len())
            .filter(|at| anchors.get(*at) == Some(&Some(*anchor)))
            .collect();
        let mut own: Vec<&Score> = places.iter().filter_map(|at| scores.get(*at).copied()).collect();
        own.sort_by_key(|score| distance(&score.when));
        for (at, score) in places.into_iter().zip(own) {
            if let Some(place) = scores.get_mut(at) {
                *place = score;
            }
        }
    }
}

fn anchor(when: &When) -> Option<Anchor> {
    match when.point {
        Point::Relative { anchor, .. } => Some(anchor),
        _ => None,
    }
}

/// Hours before or after what is counted from, near enough to sort by. "Before" and "after" alone come first and last.
fn distance(when: &When) -> i64 {
    let hours = |by: Interval| {
        let unit: i64 = match by.unit {
            Unit::Hour => 1,
            Unit::Day => 24,
            Unit::Week => 24 * 7,
            Unit::Month => 24 * 30,
            Unit::Year => 24 * 365,
        };
        i64::from(by.value) * unit
    };
    match when.point {
        Point::Relative { by, order, .. } => match (order, by) {
            (Order::At, _) => 0,
            (Order::Before, Some(by)) => -hours(by),
            (Order::After, Some(by)) => hours(by),
            (Order::Before, None) => i64::MIN,
            (Order::After, None) => i64::MAX,
        },
        _ => 0,
    }
}
