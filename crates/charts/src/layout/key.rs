//! The strip of event badges above the first plot, and the numbered key below the chart.

use super::{Lines, ROW, SMALL, SWATCH, TEXT};
use crate::Face;
use crate::model::{Event, EventKind, ProgressChart};
use crate::text::Measure;
use crate::time::{TimeAxis, day};

const LANE: f64 = 19.0;
/// Between two rows of the key, so that badges do not touch.
const GAP: f64 = 3.0;
/// From this width on, in screen pixels, the key has two columns.
const TWO_COLUMNS: f64 = 560.0;

/// One event in the strip.
pub(crate) struct Badge {
    pub(crate) event: usize,
    pub(crate) left: i32,
    pub(crate) right: i32,
    pub(crate) middle: i32,
    /// Where lines go down through the plots: the day, or both ends of a span that lie on the axis.
    pub(crate) stems: Vec<i32>,
}

/// One event in the key.
pub(crate) struct KeyEntry {
    pub(crate) event: usize,
    pub(crate) left: i32,
    pub(crate) lines: Lines,
}

/// Least width of a badge with this number.
pub(crate) fn badge_width(measure: &Measure, event: &Event) -> i32 {
    let number = measure.width(&event.number.to_string(), SMALL, Face::Semibold);
    (number + measure.len(8.0)).max(measure.len(16.0))
}

/// Badges in as few lanes as keep them apart, the lowest lane next to the plot; and the depth of the strip.
pub(super) fn badges(
    chart: &ProgressChart,
    measure: &Measure,
    time: TimeAxis,
    (left, right): (i32, i32),
    top: i32,
    x_of: &dyn Fn(f64) -> i32,
) -> (Vec<Badge>, i32) {
    let mut order: Vec<usize> = (0..chart.events.len()).collect();
    order.sort_by_key(|index| chart.events.get(*index).map(|e| (e.at.from, e.at.to, e.number)));
    let mut placed: Vec<(usize, Badge)> = Vec::new();
    let mut lanes: Vec<i32> = Vec::new();
    for index in order {
        let Some(event) = chart.events.get(index) else {
            continue;
        };
        let (from, to) = (day(event.at.from), day(event.at.to));
        if to < time.first || from > time.last {
            continue;
        }
        // A plan changes and rests by whole days, so its places are where days begin and end.
        let half = match event.kind {
            EventKind::Change | EventKind::Pause => 0.5,
            _ => 0.0,
        };
        let inside = |x: i32| x.clamp(left, right);
        let start = inside(x_of(f64::from(from.max(time.first)) - half));
        let ends = match event.kind {
            EventKind::Change => (start, start),
            _ => (start, inside(x_of(f64::from(to.min(time.last)) + half))),
        };
        let width = badge_width(measure, event);
        let (low, high) = if event.kind == EventKind::Pause {
            let low = if from < time.first { left } else { ends.0 };
            (low, low + width)
        } else if event.kind == EventKind::TreatmentPeriod {
            let low = if from < time.first { left } else { ends.0 };
            let high = if to > time.last {
                right
            } else {
                ends.1.max(low + width)
            };
            (low, high)
        } else {
            let middle = (ends.0 + ends.1) / 2;
            (ends.0.min(middle - width / 2), ends.1.max(middle + width / 2))
        };
        let shift = (high - right).max(0);
        let (low, high) = (low - shift, high - shift);
        let mut stems = Vec::new();
        if from >= time.first {
            stems.push(ends.0);
        }
        if to <= time.last && ends.1 != ends.0 {
            stems.push(ends.1);
        }
        let lane = lanes
            .iter()
            .position(|end| *end + measure.len(3.0) <= low)
            .unwrap_or(lanes.len());
        match lanes.get_mut(lane) {
            Some(end) => *end = high,
            None => lanes.push(high),
        }
        placed.push((
            lane,
            Badge {
                event: index,
                left: low,
                right: high,
                middle: 0,
                stems,
            },
        ));
    }
    let count = i32::try_from(lanes.len()).unwrap_or(i32::MAX);
    let depth = count * measure.len(LANE);
    let badges = placed
        .into_iter()
        .map(|(lane, badge)| {
            let up = i32::try_from(lane).unwrap_or(i32::MAX);
            Badge {
                middle: top + depth - up * measure.len(LANE) - measure.len(LANE / 2.0),
                ..badge
            }
        })
        .collect();
    (badges, depth)
}

/// Every event with its words, by number, in one or two columns; and the depth of the key. Where no event has words
/// there is no key: the caller explains the badges elsewhere.
pub(super) fn entries(
    chart: &ProgressChart,
    measure: &Measure,
    (left, right): (i32, i32),
    top: i32,
) -> (Vec<KeyEntry>, i32) {
    if chart.events.iter().all(|event| event.label.is_empty()) {
        return (Vec::new(), 0);
    }
    let mut order: Vec<usize> = (0..chart.events.len()).collect();
    order.sort_by_key(|index| chart.events.get(*index).map(|e| (e.number, e.at.from, e.at.to)));
    let columns: i32 = if right - left >= measure.len(TWO_COLUMNS) && order.len() > 1 {
        2
    } else {
        1
    };
    let column = (right - left) / columns;
    let indent = measure.len(SWATCH + 6.0);
    let row = measure.len(ROW);
    let mut entries = Vec::new();
    let mut y = top;
    for pair in order.chunks(columns.unsigned_abs() as usize) {
        let mut depth = row;
        let mut x = left;
        for index in pair {
            let Some(event) = chart.events.get(*index) else {
                continue;
            };
            let room = column - indent - measure.len(12.0);
            let rows = measure.wrap(&event.label, room, TEXT, Face::Regular);
            depth = depth.max(i32::try_from(rows.len()).unwrap_or(i32::MAX) * row);
            let lines = Lines {
                at: (x + indent, y + row / 2),
                rows,
            };
            entries.push(KeyEntry {
                event: *index,
                left: x,
                lines,
            });
            x += column;
        }
        y += depth + measure.len(GAP);
    }
    (entries, y - top)
}
