//! Bars of amounts: true width and height, parts, and fills that stay apart in grey print.

use plotters::prelude::DrawingBackend;

use super::Sheet;
use crate::layout::PanelPlan;
use crate::model::{Bar, Panel};
use crate::pen::{Place, Stroke};
use crate::time::day;
use crate::{ChartError, Rgb};

/// How a bar is filled, by style, so that bars stay apart in grey print.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fill {
    Full,
    Hatched,
    Open,
}

impl Fill {
    fn of(style: usize) -> Self {
        match style % 3 {
            0 => Self::Full,
            1 => Self::Hatched,
            _ => Self::Open,
        }
    }
}

impl<DB: DrawingBackend> Sheet<'_, DB> {
    /// The sides of a bar in the room of its days: with a gap to its neighbours where there is room, never under 2 px.
    pub(super) fn narrowed(&self, left: i32, right: i32) -> (i32, i32) {
        let room = right - left;
        let gap = if room < self.len(4.0) {
            0
        } else {
            (room / 5).clamp(self.len(1.0), self.len(6.0))
        };
        let width = (room - gap).max(self.len(2.0));
        let start = left + (room - width) / 2;
        (start, start + width)
    }

    /// One amount from zero up, its parts apart by thin lines.
    pub(super) fn amount(
        &self,
        bar: &Bar,
        panel: &Panel,
        places: &PanelPlan,
        (left, right): (i32, i32),
    ) -> Result<(), ChartError> {
        let level = |value: f64| places.place(day(bar.from), value).1;
        let bottom = level(panel.range.0);
        let top = level(bar.value());
        if top >= bottom {
            return Ok(());
        }
        self.body(bar.style, (left, top), (right, bottom))?;
        let mut sum = 0.0;
        let mut below = bottom;
        for part in &bar.parts {
            sum += part;
            let y = level(sum);
            // Parts too low to be told apart are left in one piece.
            if below - y >= self.len(3.0) && y - top >= self.len(3.0) {
                let line = Stroke {
                    color: match Fill::of(bar.style) {
                        Fill::Full => self.palette.background,
                        Fill::Hatched | Fill::Open => self.palette.series(bar.style),
                    },
                    width: 1.0,
                    dash: &[],
                };
                self.pen.line(&[(left, y), (right, y)], line)?;
                below = y;
            }
        }
        Ok(())
    }

    /// The fill and edge of a bar.
    pub(super) fn body(
        &self,
        style: usize,
        (left, top): Place,
        (right, bottom): Place,
    ) -> Result<(), ChartError> {
        let color = self.palette.series(style);
        // An edge would fill a bar this thin, so all that it has is its fill.
        let thin = right - left < self.len(5.0);
        let (from, to) = ((left, top), (right, bottom));
        match Fill::of(style) {
            Fill::Full => self.pen.block(from, to, self.palette.bar(style))?,
            _ if thin => self.pen.block(from, to, color)?,
            Fill::Hatched => {
                self.pen.block(from, to, self.palette.background)?;
                self.hatch(from, to, color)?;
            }
            Fill::Open => self.pen.block(from, to, self.palette.background)?,
        }
        if thin {
            return Ok(());
        }
        let edge = Stroke {
            color,
            width: 1.0,
            dash: &[],
        };
        let half = self.len(0.5);
        let (left, right, top) = (left + half, right - half, top + half);
        self.pen.line(
            &[(left, bottom), (left, top), (right, top), (right, bottom)],
            edge,
        )
    }

    /// Slanting lines across a rectangle.
    pub(super) fn hatch(
        &self,
        (left, top): Place,
        (right, bottom): Place,
        color: Rgb,
    ) -> Result<(), ChartError> {
        let line = Stroke {
            color,
            width: 0.75,
            dash: &[],
        };
        let tall = bottom - top;
        let step = self.len(5.0).max(1);
        // Each starts at the foot, or at the left side where its foot lies outside.
        let mut foot = left - tall + step;
        while foot < right {
            let (from, to) = (foot.max(left), (foot + tall).min(right));
            if from < to {
                self.pen.line(
                    &[(from, bottom - (from - foot)), (to, bottom - (to - foot))],
                    line,
                )?;
            }
            foot += step;
        }
        Ok(())
    }
}
