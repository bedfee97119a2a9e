//! What somebody is called for, and what of it is looked at first.

use chrono::NaiveDate;
use lamina_domain::schedule::{PointState, Status, next_visit::VisitTimes};
use std::cmp::Reverse;
use uuid::Uuid;

/// What someone is called for.
pub(super) struct Call {
    pub(super) patient: Uuid,
    /// Each point with its place among what it counts from.
    pub(super) calls: Vec<(usize, PointState)>,
    /// The visit whose plan for the next has passed with none recorded since.
    pub(super) planned: Option<VisitTimes>,
}

impl Call {
    /// The most urgent of it.
    pub(super) fn first(&self) -> Option<Urgency> {
        let points = self.calls.iter().map(|(_, point)| urgency(point));
        points.chain(self.planned.as_ref().map(passed)).min()
    }
}

/// What is looked at first: open windows by their end, then what was missed, the latest first.
pub(super) type Urgency = (bool, Option<NaiveDate>, Reverse<Option<NaiveDate>>);

/// That of a point of a schedule.
pub(super) fn urgency(point: &PointState) -> Urgency {
    let end = point.window.map(|window| window.to);
    match point.status {
        Status::Due => (false, end, Reverse(None)),
        _ => missed(end),
    }
}

/// That of a visit which was planned for a time that has passed.
pub(super) fn passed(visit: &VisitTimes) -> Urgency {
    missed(visit.next.span().map(|(_, last)| last))
}

fn missed(end: Option<NaiveDate>) -> Urgency {
    (true, None, Reverse(end))
}

/// Whether it is an open window, and nothing that was missed.
pub(super) fn is_open((missed, ..): Urgency) -> bool {
    !missed
}

/// The last day of a window or a planned time.
pub(super) fn last_day((_, closes, Reverse(closed)): Urgency) -> Option<NaiveDate> {
    closes.or(closed)
}
