//! The state of every time point on a day, and the place of every visit in the schedule of one index. One visit may
//! serve several indices: each index is looked at on its own.

use super::{
    baseline::{self, Baseline},
    plan::{CountsFrom, IndexKind, Plan},
    points::{DatedPoint, points},
    span::{Span, about_days},
};
use crate::value::when::When;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// What follow-up counts from: an operation or another treatment of the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Index {
    /// Its id in the record.
    pub id: String,
    /// Its kind, which decides its plan.
    pub kind: IndexKind,
    /// When it was, as exactly as it is known.
    pub when: When,
    /// When it ended; an unknown time where it is over and nothing says since when. Nothing where it goes on.
    #[serde(default)]
    pub ended: Option<When>,
}

impl Index {
    /// The days that its date can mean.
    pub fn span(&self) -> Option<Span> {
        span(&self.when)
    }
}

/// Any treatment of the record, index or not, that may explain a change when it lies between two visits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    /// Its id in the record.
    pub id: String,
    /// When it began, as exactly as it is known.
    pub when: When,
}

impl Other {
    /// Whether it is another treatment than `index` and may have begun in these days.
    pub(super) fn lies_between(&self, index: &Index, from: NaiveDate, to: NaiveDate) -> bool {
        self.id != index.id && span(&self.when).is_some_and(|at| at.to >= from && at.from <= to)
    }
}

/// Whatever of `others` besides `index` may have begun from one day to another, by its id.
pub fn crossing(others: &[Other], index: &Index, from: NaiveDate, to: NaiveDate) -> Vec<String> {
    let between = others.iter().filter(|other| other.lies_between(index, from, to));
    between.map(|other| other.id.clone()).collect()
}

impl From<&Index> for Other {
    fn from(index: &Index) -> Self {
        Other {
            id: index.id.clone(),
            when: index.when,
        }
    }
}

/// A visit at which something was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Visit {
    /// Its id in the record.
    pub id: String,
    /// When it was, as exactly as it is known.
    pub when: When,
    /// Nothing was asked or measured at it: it counts for a point, and no change can be counted from it.
    #[serde(default)]
    pub bare: bool,
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
        /// The visit nearest to it, of those at which something was asked or measured where there are any.
        visit: String,
        /// False where dates leave open whether it does.
        certain: bool,
    },
    /// Its window has closed; a visit outside it is the nearest there is. It is kept.
    OffSchedule {
        /// Id of that visit in the record.
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
    /// Where it stands on that day.
    pub status: Status,
    /// Other treatments between the index and the visit, which may explain a change.
    pub crossed_by: Vec<String>,
}

/// Where a visit stands in the schedule of an index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum VisitPlace {
    /// Before the index, or on its day where no window holds it.
    Before,
    /// In the window of a point.
    At {
        /// Id of the nearest point whose window it may lie in.
        point: String,
    },
    /// In no window; kept and shown as such.
    OffSchedule,
    /// One of the reviews that went before the next one, where a plan counts from the last.
    Review,
    /// Its date is not known.
    NotDatable,
}

/// A visit with its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitLabel {
    /// Id of the visit in the record.
    pub visit: String,
    /// Where it stands in the schedule.
    pub place: VisitPlace,
}

/// The follow-up of one index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// Id of the index in the record.
    pub index: String,
    /// Its baseline, where there is a visit before it.
    pub baseline: Option<Baseline>,
    /// Its points in order.
    pub points: Vec<PointState>,
    /// All visits with their place.
    pub visits: Vec<VisitLabel>,
}

pub(super) fn span(when: &When) -> Option<Span> {
    when.span().map(|(from, to)| Span { from, to })
}

/// The baseline of `index` by `plan` alone, as [`follow_up`] has it.
pub fn baseline_of(plan: &Plan, index: &Index, visits: &[Visit], others: &[Other]) -> Option<Baseline> {
    baseline_among(plan, index, &dated(visits), others)
}

/// The same among visits whose days are known already.
pub fn baseline_among(
    plan: &Plan,
    index: &Index,
    visits: &[(&Visit, Span)],
    others: &[Other],
) -> Option<Baseline> {
    chosen(plan, index, index.span()?, visits, others)
}

fn chosen(
    plan: &Plan,
    index: &Index,
    at: Span,
    visits: &[(&Visit, Span)],
    others: &[Other],
) -> Option<Baseline> {
    let same_day_point = plan.point.iter().any(|point| about_days(point.at) == 0);
    let asked: Vec<(&Visit, Span)> = visits.iter().filter(|(visit, _)| !visit.bare).copied().collect();
    baseline::choose(plan, index, at, &asked, others, !same_day_point)
}

/// The visits that have a place in time, with the days that their dates can mean.
pub fn dated(visits: &[Visit]) -> Vec<(&Visit, Span)> {
    visits
        .iter()
        .filter_map(|visit| Some((visit, span(&visit.when)?)))
        .collect()
}

/// A visit with its place, and the point that lies nearest to it.
struct Placed<'a> {
    visit: &'a Visit,
    span: Span,
    place: VisitPlace,
    nearest: Option<usize>,
}

/// What is due after `index` on `today`, by `plan`. `others` are the treatments of the record, the index may be among
/// them.
pub fn follow_up(
    plan: &Plan,
    index: &Index,
    visits: &[Visit],
    others: &[Other],
    today: NaiveDate,
) -> FollowUp {
    let dated = dated(visits);
    let Some(at) = index.span() else {
        return not_datable(plan, index, visits);
    };
    let (points, undatable) = points(plan, index, at, &dated, today);
    let reviewed = plan
        .repeat
        .as_ref()
        .is_some_and(|repeat| repeat.from == CountsFrom::LastVisit);
    let placed: Vec<Placed<'_>> = dated
        .iter()
        .map(|(visit, span)| Placed {
            visit,
            span: *span,
            place: match place(*span, at, &points) {
                VisitPlace::OffSchedule if reviewed => VisitPlace::Review,
                place => place,
            },
            nearest: (0..points.len()).min_by_key(|at| points.get(*at).map(|one| one.target.distance(*span))),
        })
        .collect();
    let mut states: Vec<PointState> = (0..)
        .zip(&points)
        .map(|(number, point)| state(point, number, index, at, &placed, others, today))
        .collect();
    states.extend(undatable);
    let places: HashMap<&str, &VisitPlace> = placed
        .iter()
        .map(|one| (one.visit.id.as_str(), &one.place))
        .collect();
    let label = |visit: &Visit| VisitLabel {
        visit: visit.id.clone(),
        place: places
            .get(visit.id.as_str())
            .map_or(VisitPlace::NotDatable, |place| (*place).clone()),
    };
    FollowUp {
        index: index.id.clone(),
        baseline: chosen(plan, index, at, &dated, others),
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

pub(super) fn unknown(id: &str) -> PointState {
    PointState {
        id: id.to_owned(),
        target: None,
        window: None,
        status: Status::NotDatable,
        crossed_by: Vec::new(),
    }
}

fn place(visit: Span, at: Span, points: &[DatedPoint]) -> VisitPlace {
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
    point: &DatedPoint,
    number: usize,
    index: &Index,
    at: Span,
    visits: &[Placed<'_>],
    others: &[Other],
    today: NaiveDate,
) -> PointState {
    let nearest = |wanted: &dyn Fn(&Placed<'_>) -> bool| {
        visits
            .iter()
            .filter(|one| wanted(one))
            .min_by_key(|one| (one.visit.bare, point.target.distance(one.span)))
    };
    let in_window = nearest(&|one| matches!(&one.place, VisitPlace::At { point: id } if *id == point.id));
    let off = nearest(&|one| {
        matches!(one.place, VisitPlace::OffSchedule | VisitPlace::Review) && one.nearest == Some(number)
    });
    let status = match (in_window, off) {
        (Some(one), _) => {
            // However the index is meant, the visit has to lie in the window.
            let narrow = Span {
                from: point.window.from + chrono::TimeDelta::days(at.width()),
                to: point.window.to - chrono::TimeDelta::days(at.width()),
            };
            Status::Done {
                visit: one.visit.id.clone(),
                certain: one.span.is_inside(narrow),
            }
        }
        (None, _) if today < point.window.from => Status::Upcoming,
        (None, _) if today <= point.window.to => Status::Due,
        (None, Some(one)) => Status::OffSchedule {
            visit: one.visit.id.clone(),
        },
        (None, None) => Status::Overdue,
    };
    let at_visit = in_window.or(off.filter(|_| matches!(status, Status::OffSchedule { .. })));
    let crossed_by = at_visit.map_or_else(Vec::new, |one| crossing(others, index, at.from, one.span.to));
    PointState {
        id: point.id.clone(),
        target: Some(point.target),
        window: Some(point.window),
        status,
        crossed_by,
    }
}
