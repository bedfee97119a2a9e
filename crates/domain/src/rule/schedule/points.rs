//! The points of a plan after one index, dated as exactly as the index is.

use super::{
    plan::{CountsFrom, Plan, Repeat},
    span::{Span, about_days, earlier, later},
    state::{Index, PointState, Visit, span, unknown},
};
use crate::value::interval::{Interval, Unit};
use chrono::NaiveDate;

/// The most points that a repeat is written out to.
const MOST_REPEATS: u32 = 600;

/// A point with its days.
pub(super) struct DatedPoint {
    pub(super) id: String,
    pub(super) target: Span,
    pub(super) window: Span,
}

/// The points of a plan with their windows, and one that can't be dated where there is such a one. A repeat is written
/// out as far as the next that has not begun on `today`.
pub(super) fn points(
    plan: &Plan,
    index: &Index,
    at: Span,
    visits: &[(&Visit, Span)],
    today: NaiveDate,
) -> (Vec<DatedPoint>, Option<PointState>) {
    let around = |id: String, target: Span, early: Interval, late: Interval| DatedPoint {
        id,
        target,
        window: Span {
            from: earlier(target.from, early).max(at.from),
            to: later(target.to, late, 1),
        },
    };
    let shifted = |by: Interval, times: u32| Span {
        from: later(at.from, by, times),
        to: later(at.to, by, times),
    };
    let mut points: Vec<DatedPoint> = plan
        .point
        .iter()
        .map(|point| around(point.id.clone(), shifted(point.at, 1), point.early, point.late))
        .collect();
    let end = index.ended.as_ref().and_then(span);
    let mut undatable = None;
    if let Some(repeat) = &plan.repeat {
        if repeat.from == CountsFrom::LastVisit {
            let target = next_review(repeat, at, visits);
            points.push(around(repeat.id.clone(), target, repeat.early, repeat.late));
        } else if at.width() >= i64::from(about_days(repeat.every)) {
            // Windows as wide as their distance would let one visit stand for all of them.
            undatable = Some(unknown(&repeat.id));
        } else {
            let base = plan.point.last().map_or(at, |last| shifted(last.at, 1));
            for times in 1..=MOST_REPEATS {
                let target = Span {
                    from: later(base.from, repeat.every, times),
                    to: later(base.to, repeat.every, times),
                };
                let ended = repeat.until_end && end.is_some_and(|end| target.from >= end.to);
                if ended {
                    break;
                }
                let point = around(
                    format!("{}_{times}", repeat.id),
                    target,
                    repeat.early,
                    repeat.late,
                );
                let ahead = point.window.from > today;
                points.push(point);
                if ahead {
                    break;
                }
            }
        }
    }
    if plan.at_end {
        let none: Interval = Interval {
            value: 0,
            unit: Unit::Day,
        };
        match end {
            Some(end) => points.push(around("end".to_owned(), end, none, none)),
            None => undatable = Some(undatable.unwrap_or_else(|| unknown("end"))),
        }
    }
    (points, undatable)
}

/// A review that counts from the last visit after the index, or from the index where there is none: it falls due without
/// any visit.
fn next_review(repeat: &Repeat, at: Span, visits: &[(&Visit, Span)]) -> Span {
    let last = visits
        .iter()
        .map(|(_, span)| *span)
        .filter(|span| span.from > at.to)
        .max_by_key(|span| (span.to, span.from))
        .unwrap_or(at);
    Span {
        from: later(last.from, repeat.every, 1),
        to: later(last.to, repeat.every, 1),
    }
}
