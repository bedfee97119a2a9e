//! What a laboratory reports beside its values: the range that it gave, and values that lie only somewhere below or above a
//! number.

use plotters::prelude::DrawingBackend;

use super::Sheet;
use crate::ChartError;
use crate::layout::{PanelPlan, SWATCH};
use crate::model::{Limit, Panel};
use crate::pen::{Place, Stroke};

/// Length of the arrow of a limit, in screen pixels.
const ARROW: f64 = 11.0;

impl<DB: DrawingBackend> Sheet<'_, DB> {
    fn dotted(&self) -> Stroke {
        Stroke {
            color: self.palette.text,
            width: 1.0,
            dash: &[1.5, 2.5],
        }
    }

    /// The ends of the reported range across the plot, where they lie in it.
    pub(super) fn reported(
        &self,
        panel: &Panel,
        places: &PanelPlan,
        level: &dyn Fn(f64) -> i32,
    ) -> Result<(), ChartError> {
        let Some(reported) = &panel.reported else {
            return Ok(());
        };
        let (low, high) = panel.range;
        let ends = [reported.low, reported.high].into_iter().flatten();
        for end in ends.filter(|end| (low..=high).contains(end)) {
            let y = level(end);
            self.pen
                .line(&[(places.frame.left, y), (places.frame.right, y)], self.dotted())?;
        }
        Ok(())
    }

    /// Two dotted lines, as the head of a panel shows the reported range.
    pub(super) fn reported_sample(&self, (x, y): Place) -> Result<(), ChartError> {
        let (right, half) = (x + self.len(SWATCH), self.len(4.0));
        for y in [y - half, y + half] {
            self.pen.line(&[(x, y), (right, y)], self.dotted())?;
        }
        Ok(())
    }

    /// A value of which only a limit is known: a bar at the limit and an arrow to where it lies. It is never the mark of a value.
    /// It stays within `room`, from its top to its bottom.
    pub(super) fn limit(
        &self,
        style: usize,
        (x, y): Place,
        limit: Limit,
        (top, bottom): (i32, i32),
    ) -> Result<(), ChartError> {
        let stroke = Stroke {
            color: self.palette.series(style),
            width: 1.75,
            dash: &[],
        };
        let half = self.len(5.0);
        let way = match limit {
            Limit::Below => 1,
            Limit::Above => -1,
        };
        let tip = (y + way * self.len(ARROW)).clamp(top.min(y), bottom.max(y));
        let barb = way * self.len(4.0);
        self.pen.line(&[(x - half, y), (x + half, y)], stroke)?;
        self.pen.line(&[(x, y), (x, tip)], stroke)?;
        let barbs = [
            (x - self.len(3.0), tip - barb),
            (x, tip),
            (x + self.len(3.0), tip - barb),
        ];
        self.pen.line(&barbs, stroke)
    }
}
