//! The axis of a sequence: steps with their names below, and in words that it is an order and no time.

use super::{Lines, ROW, SMALL, TEXT, line_count, rows};
use crate::Face;
use crate::model::{ProgressChart, Span};
use crate::text::Measure;
use crate::time::{Tick, TimeAxis, day};

/// Narrowest column that has room for the name of a step; narrower ones have a number.
const COLUMN: f64 = 72.0;
/// Between two rows of a name.
const LEADING: f64 = 14.0;

/// The steps with what stands below them.
pub(super) struct Steps {
    pub(super) ticks: Vec<Tick>,
    pub(super) order: Vec<Lines>,
    /// Below the last line.
    pub(super) end: i32,
}

/// Places the names of steps below a plot `across` subunits wide, and the words below them between `left` and `right`.
pub(super) fn steps(
    chart: &ProgressChart,
    measure: &Measure,
    (left, right): (i32, i32),
    time: TimeAxis,
    across: i32,
    top: i32,
) -> Steps {
    let column = across / time.days();
    let named = column >= measure.len(COLUMN);
    let label = |number: usize, name: &String| match named {
        true => {
            let room = column - measure.len(8.0);
            measure.wrap(name, room, SMALL, Face::Regular).join("\n")
        }
        false => number.to_string(),
    };
    let ticks: Vec<Tick> = (1..)
        .zip(&chart.sequence)
        .map(|(number, name)| Tick {
            day: day(Span::step(number - 1).from),
            label: label(number, name),
            year: None,
        })
        .collect();
    let deepest = ticks.iter().map(|tick| tick.label.lines().count()).max();
    let deepest = i32::try_from(deepest.unwrap_or(1).max(1)).unwrap_or(i32::MAX);
    let mut y = top + measure.len(ROW) + (deepest - 1) * measure.len(LEADING) + measure.len(6.0);
    let mut order = Vec::new();
    let mut add = |text: &str| {
        let lines = rows(measure, text, (left, y), right - left, TEXT, Face::Regular);
        y += line_count(&lines) * measure.len(ROW);
        order.push(lines);
    };
    if !named {
        for (number, name) in (1..).zip(&chart.sequence) {
            add(&format!("{number}: {name}"));
        }
    }
    add(&chart.labels.sequence);
    Steps { ticks, order, end: y }
}
