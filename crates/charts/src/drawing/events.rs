//! Events: badges in the strip, lines through all plots, and the numbered key. Kinds differ in fill and dash, so that
//! they stay apart in grey print.

use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

use super::Sheet;
use crate::ChartError;
use crate::layout::{Plan, SMALL, SWATCH, TEXT, badge_width};
use crate::model::{Event, EventKind};
use crate::pen::Stroke;
use crate::text::Weight;

impl<DB: DrawingBackend> Sheet<'_, DB> {
    fn stem(&self, kind: EventKind) -> Stroke {
        let (width, dash): (f64, &'static [f64]) = match kind {
            EventKind::Operation => (1.5, &[]),
            EventKind::TreatmentStart => (1.25, &[6.0, 3.0]),
            EventKind::TreatmentPeriod => (1.25, &[1.5, 3.0]),
        };
        Stroke {
            color: self.palette.event,
            width,
            dash,
        }
    }

    /// All badges, and their lines through every plot.
    pub(super) fn events(&self, plan: &Plan) -> Result<(), ChartError> {
        let first = plan
            .panels
            .first()
            .map(|panel| panel.frame.top)
            .unwrap_or_default();
        for badge in &plan.badges {
            let Some(event) = self.chart.events.get(badge.event) else {
                continue;
            };
            let stroke = self.stem(event.kind);
            for x in &badge.stems {
                self.pen.line(&[(*x, badge.middle), (*x, first)], stroke)?;
                for panel in &plan.panels {
                    self.pen
                        .line(&[(*x, panel.frame.top), (*x, panel.frame.bottom)], stroke)?;
                }
            }
        }
        for badge in &plan.badges {
            let Some(event) = self.chart.events.get(badge.event) else {
                continue;
            };
            self.badge(event, badge.left, badge.right, badge.middle)?;
        }
        Ok(())
    }

    fn badge(&self, event: &Event, left: i32, right: i32, middle: i32) -> Result<(), ChartError> {
        let half = self.len(7.5);
        let (top, bottom) = (middle - half, middle + half);
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        let (ground, ink) = match event.kind {
            EventKind::Operation => (self.palette.event, self.palette.background),
            EventKind::TreatmentStart => (self.palette.background, self.palette.event),
            EventKind::TreatmentPeriod => (self.palette.band, self.palette.event),
        };
        self.pen.block((left, top), (right, bottom), ground)?;
        let edge = Stroke {
            color: self.palette.event,
            width: 1.0,
            dash: &[],
        };
        match event.kind {
            EventKind::TreatmentPeriod => self.pen.outline(
                &corners,
                Stroke {
                    dash: &[1.5, 1.5],
                    ..edge
                },
            )?,
            EventKind::Operation | EventKind::TreatmentStart => self.pen.outline(&corners, edge)?,
        }
        let number = event.number.to_string();
        let x = match event.kind {
            EventKind::TreatmentPeriod => left + badge_width(self.pen.measure, event) / 2,
            EventKind::Operation | EventKind::TreatmentStart => (left + right) / 2,
        };
        self.pen
            .text(&number, (x, middle), HPos::Center, (SMALL, Weight::SemiBold, ink))
    }

    /// The numbered key and the explanation of bars.
    pub(super) fn key(&self, plan: &Plan) -> Result<(), ChartError> {
        for entry in &plan.key {
            let Some(event) = self.chart.events.get(entry.event) else {
                continue;
            };
            let width = match event.kind {
                EventKind::TreatmentPeriod => self.len(SWATCH),
                EventKind::Operation | EventKind::TreatmentStart => badge_width(self.pen.measure, event),
            };
            self.badge(event, entry.left, entry.left + width, entry.lines.at.1)?;
            self.lines(&entry.lines, TEXT, Weight::Regular, self.palette.text)?;
        }
        if let Some(note) = &plan.note {
            let left = note.at.0 - self.len(SWATCH + 6.0);
            self.bar((left, note.at.1), left + self.len(SWATCH), self.palette.text)?;
            self.lines(note, TEXT, Weight::Regular, self.palette.quiet)?;
        }
        Ok(())
    }
}
