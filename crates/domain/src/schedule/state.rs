//! The state of every time point on a day, and the place of every visit in the schedule of one index. One visit may
//! serve several indices: each index is looked at on its own.

use super::{
    baseline::{self, Baseline},
    plan::{CountsFrom, IndexKind, Plan, Repeat},
    span::{Span, about_days, later},
};
use crate::{interval::Interval, when::When};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// An index treatment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Index {
    /// Its id in the record.
    pub id: String,
    /// What it is.
    pub kind: IndexKind,
    /// When.
    pub when: When,
    /// When it ended, for a trial.
    #[serde(default)]
    pub ended: Option<When>,
}

impl Index {
    /// The days that its date can mean.
    pub fn span(&self) -> Option<Span> {
        span(&self.when)
    }
}

/// A visit at which something was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Visit {
    /// Its id in the record.
    pub id: String,
    /// When.
    pub when: When,
}

/// Where a time point stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Status {
    /// Its window has not begun.
    Upcoming,
    /// Its window is open and nothing is recorded.
    Due,
    /// Its window has closed and nothing is recorded near it.
    Overdue,
    /// A visit lies in its window.
    Done {
        /// The visit nearest to it.
        visit: String,
        /// False where dates leave open whether it does.
        certain: bool,
    },
    /// Its window has closed; a visit outside it is the nearest there is. It is kept.
    OffSchedule {
        /// The visit.
        visit: String,
    },
    /// The index is not known exactly enough to say.
    NotDatable,
}

/// A time point on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointState {
    /// Id of the point.
    pub id: String,
    /// The day it aims at; a range where the index is not exact.
    pub target: Option<Span>,
    /// Its window; wider where the index is not exact.
    pub window: Option<Span>,
    /// Where it stands.
    pub status: Status,
    /// Other treatments between the index and the visit, which may explain a change.
    pub crossed_by: Vec<String>,
}

/// Where a visit stands in the schedule of an index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum VisitPlace {
    /// Before the index.
    Before,
    /// In the window of a point.
    At {
        /// The point.
        point: String,
    },
    /// In no window; kept and shown as such.
    OffSchedule,
    /// Its date is not known.
    NotDatable,
}

/// A visit with its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitLabel {
    /// The visit.
    pub visit: String,
    /// Its place.
    pub place: VisitPlace,
}

/// The follow-up of one index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// The index.
    pub index: String,
    /// Its baseline, where there is a visit before it.
    pub baseline: Option<Baseline>,
    /// Its points in order.
    pub points: Vec<PointState>,
    /// All visits with their place.
    pub visits: Vec<VisitLabel>,
}

/// The most points that a repeat is written out to.
const MOST_REPEATS: u32 = 600;

struct Dated {
    id: String,
    target: Span,
    window: Span,
}

fn span(when: &When) -> Option<Span> {
    when.span().map(|(from, to)| Span { from, to })
}

/// What is due after `index` on `today`, by `plan`. `others` are the other indices of the record.
pub fn follow_up(
    plan: &Plan,
    index: &Index,
    visits: &[Visit],
    others: &[Index],
    today: NaiveDate,
) -> FollowUp {
    let dated: Vec<(&Visit, Span)> = visits
        .iter()
        .filter_map(|visit| Some((visit, span(&visit.when)?)))
        .collect();
    let Some(at) = index.span() else {
        return not_datable(plan, index, visits);
    };
    let on_the_day = |interval: Interval| about_days(interval) == 0;
    let same_day_point = plan.point.iter().any(|point| on_the_day(point.at));
    let (points, undatable) = points(plan, index, at, &dated, today);
    let placed: Vec<(&Visit, Span, VisitPlace)> = dated
        .iter()
        .map(|(visit, span)| (*visit, *span, place(*span, at, &points)))
        .collect();
    let mut states: Vec<PointState> = points
        .iter()
        .map(|point| state(point, index, at, &points, &placed, others, today))
        .collect();
    states.extend(undatable);
    let label = |visit: &Visit| {
        let found = placed.iter().find(|(other, _, _)| other.id == visit.id);
        VisitLabel {
            visit: visit.id.clone(),
            place: found.map_or(VisitPlace::NotDatable, |(_, _, place)| place.clone()),
        }
    };
    FollowUp {
        index: index.id.clone(),
        baseline: baseline::choose(plan, index, at, &dated, others, !same_day_point),
        points: states,
        visits: visits.iter().map(label).collect(),
    }
}

fn not_datable(plan: &Plan, index: &Index, visits: &[Visit]) -> FollowUp {
    let ids = plan.point.iter().map(|point| &point.id);
    let ids = ids.chain(plan.repeat.as_ref().map(|repeat| &repeat.id));
    FollowUp {
        index: index.id.clone(),
        baseline: None,
        points: ids.map(|id| unknown(id)).collect(),
        visits: visits
            .iter()
            .map(|visit| VisitLabel {
                visit: visit.id.clone(),
                place: VisitPlace::NotDatable,
            })
            .collect(),
    }
}

fn unknown(id: &str) -> PointState {
    PointState {
        id: id.to_owned(),
        target: None,
        window: None,
        status: Status::NotDatable,
        crossed_by: Vec::new(),
    }
}

fn points(
    plan: &Plan,
    index: &Index,
    at: Span,
    visits: &[(&Visit, Span)],
    today: NaiveDate,
) -> (Vec<Dated>, Option<PointState>) {
    let around = |id: String, target: Span, early: Interval, late: Interval| Dated {
        id,
        target,
        window: Span {
            from: super::span::earlier(target.from, early).max(at.from),
            to: later(target.to, late, 1),
        },
    };
    let shifted = |by: Interval, times: u32| Span {
        from: later(at.from, by, times),
        to: later(at.to, by, times),
    };
    let mut points: Vec<Dated> = plan
        .point
        .iter()
        .map(|point| around(point.id.clone(), shifted(point.at, 1), point.early, point.late))
        .collect();
    let end = index.ended.as_ref().and_then(span);
    let mut undatable = None;
    if let Some(repeat) = &plan.repeat {
        if repeat.from == CountsFrom::LastVisit {
            points.extend(
                next_review(repeat, at, visits)
                    .map(|target| around(repeat.id.clone(), target, repeat.early, repeat.late)),
            );
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
            unit: crate::interval::Unit::Day,
        };
        match end {
            Some(end) => points.push(around("end".to_owned(), end, none, none)),
            None => undatable = Some(undatable.unwrap_or_else(|| unknown("end"))),
        }
    }
    (points, undatable)
}

/// A review that counts from the last visit after the index.
fn next_review(repeat: &Repeat, at: Span, visits: &[(&Visit, Span)]) -> Option<Span> {
    let last = visits
        .iter()
        .map(|(_, span)| *span)
        .filter(|span| span.from > at.to)
        .max_by_key(|span| (span.to, span.from))?;
    Some(Span {
        from: later(last.from, repeat.every, 1),
        to: later(last.to, repeat.every, 1),
    })
}

fn place(visit: Span, at: Span, points: &[Dated]) -> VisitPlace {
    if visit.to < at.from {
        return VisitPlace::Before;
    }
    let nearest = points
        .iter()
        .filter(|point| point.window.touches(visit))
        .min_by_key(|point| point.target.distance(visit));
    match nearest {
        Some(point) => VisitPlace::At {
            point: point.id.clone(),
        },
        None if visit.to <= at.from => VisitPlace::Before,
        None => VisitPlace::OffSchedule,
    }
}

fn state(
    point: &Dated,
    index: &Index,
    at: Span,
    points: &[Dated],
    visits: &[(&Visit, Span, VisitPlace)],
    others: &[Index],
    today: NaiveDate,
) -> PointState {
    let nearest = |wanted: &dyn Fn(Span, &VisitPlace) -> bool| {
        visits
            .iter()
            .filter(|(_, span, place)| wanted(*span, place))
            .min_by_key(|(_, span, _)| point.target.distance(*span))
    };
    let here = |_: Span, place: &VisitPlace| matches!(place, VisitPlace::At { point: id } if *id == point.id);
    let stray = |span: Span, place: &VisitPlace| {
        let nearest = points.iter().min_by_key(|other| other.target.distance(span));
        *place == VisitPlace::OffSchedule && nearest.is_some_and(|nearest| nearest.id == point.id)
    };
    let in_window = nearest(&here);
    let off = nearest(&stray);
    let status = match (in_window, off) {
        (Some((visit, span, _)), _) => {
            // However the index is meant, the visit has to lie in the window.
            let narrow = Span {
                from: point.window.from + chrono::TimeDelta::days(at.width()),
                to: point.window.to - chrono::TimeDelta::days(at.width()),
            };
            Status::Done {
                visit: visit.id.clone(),
                certain: span.is_inside(narrow),
            }
        }
        (None, _) if today < point.window.from => Status::Upcoming,
        (None, _) if today <= point.window.to => Status::Due,
        (None, Some((visit, _, _))) => Status::OffSchedule {
            visit: visit.id.clone(),
        },
        (None, None) => Status::Overdue,
    };
    let at_visit = in_window.or(off.filter(|_| matches!(status, Status::OffSchedule { .. })));
    let crossed_by = at_visit.map_or_else(Vec::new, |(_, visit, _)| {
        let between = |other: &&Index| {
            other.id != index.id
                && other
                    .span()
                    .is_some_and(|other| other.to >= at.from && other.from <= visit.to)
        };
        others
            .iter()
            .filter(between)
            .map(|other| other.id.clone())
            .collect()
    });
    PointState {
        id: point.id.clone(),
        target: Some(point.target),
        window: Some(point.window),
        status,
        crossed_by,
    }
}
