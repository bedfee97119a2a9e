//! What a diary adds to a panel: amounts as bars, the plan over them, a target, and tags of days.

use chrono::NaiveDate;

use super::{Caption, Panel};
use crate::ChartError;

/// Most days of an axis for which one bar a day can be told apart at the usual widths. Beyond it bars of weeks read
/// better; they are drawn all the same.
pub const MOST_DAY_BARS: u32 = 240;

/// An amount of a day, or of a whole week or month. A day without a bar stays empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// First day, from whose beginning it is drawn.
    pub from: NaiveDate,
    /// Last day, included; not before `from`.
    pub to: NaiveDate,
    /// What the amount is made of, from the bottom up, such as the bouts of a day; none below zero.
    pub parts: Vec<f64>,
    /// Which fill and colour: 0 to 5; higher numbers start again.
    pub style: usize,
    /// What is told of it.
    pub told: Caption,
}

impl Bar {
    /// The sum of its parts, in the panel's unit.
    pub fn value(&self) -> f64 {
        self.parts.iter().sum()
    }
}

/// A value that holds from one day to another, such as the planned minutes of a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    /// First day, from whose beginning it is drawn.
    pub from: NaiveDate,
    /// Last day, included; not before `from`. May lie past the end of the axis.
    pub to: NaiveDate,
    /// The value in the panel's unit.
    pub value: f64,
}

/// A value to reach.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// The value in the panel's unit.
    pub value: f64,
    /// Its words in the panel's head.
    pub label: String,
}

/// What a day is tagged with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TagKind {
    /// Planned and not done: a cross.
    Missed,
    /// A day of rest: a ring.
    Rest,
    /// Something to look at: a filled triangle, in a row of its own.
    Warning,
}

/// A small sign at the foot of the plot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// The day that it stands under.
    pub at: NaiveDate,
    /// What it says of the day, and so which sign it is.
    pub kind: TagKind,
    /// What is told of it.
    pub told: Caption,
}

/// The words of a panel's head for what a diary adds; each is shown only where its sign is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PanelWords {
    /// What the bars of a style show.
    pub bars: Vec<(usize, String)>,
    /// Explains the line of the plan.
    pub planned: String,
    /// Explains the cross of what was planned and not done.
    pub missed: String,
    /// Explains the ring of a day of rest.
    pub rest: String,
    /// Explains the triangle of a day to look at.
    pub warning: String,
    /// Explains the arrow of a value that is known by a limit alone.
    pub limit: String,
}

impl Panel {
    /// First and last day of everything here whose order can be wrong.
    pub(super) fn stretches(&self) -> impl Iterator<Item = (NaiveDate, NaiveDate)> + '_ {
        let bars = self.bars.iter().map(|bar| (bar.from, bar.to));
        bars.chain(self.planned.iter().map(|piece| (piece.from, piece.to)))
    }

    /// Refuses bars whose length would mislead, values outside the range, and what would hide something else.
    pub(super) fn check_diary(&self, panel: usize) -> Result<(), ChartError> {
        let (low, high) = self.range;
        let inside = |value: f64| (low..=high).contains(&value);
        // A bar is read by its length, so it can only stand on zero.
        if !self.bars.is_empty() && low != 0.0 {
            return Err(ChartError::BarsNotFromZero { panel });
        }
        let sound = |bar: &Bar| bar.parts.iter().all(|part| *part >= 0.0) && inside(bar.value());
        if let Some(index) = self.bars.iter().position(|bar| !sound(bar)) {
            return Err(ChartError::BarOutsideRange { panel, index });
        }
        if let Some(index) = self.planned.iter().position(|piece| !inside(piece.value)) {
            return Err(ChartError::PlanOutsideRange { panel, index });
        }
        if self.target.as_ref().is_some_and(|target| !inside(target.value)) {
            return Err(ChartError::TargetOutsideRange { panel });
        }
        let bars = self.bars.iter().map(|bar| (bar.from, bar.to)).collect();
        let planned = self.planned.iter().map(|piece| (piece.from, piece.to)).collect();
        if overlap(bars) || overlap(planned) {
            return Err(ChartError::Overlap { panel });
        }
        Ok(())
    }
}

/// Whether two of the periods share a day.
fn overlap(mut periods: Vec<(NaiveDate, NaiveDate)>) -> bool {
    periods.sort();
    periods
        .iter()
        .zip(periods.iter().skip(1))
        .any(|((_, to), (from, _))| from <= to)
}
