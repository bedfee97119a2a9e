//! Events: badges in the strip, lines through all plots, and the numbered key. Kinds differ in fill and dash, so that
//! they stay apart in grey print.

use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

use super::Sheet;
use crate::ChartError;
use crate::Face;
use crate::layout::{Frame, PanelPlan, Plan, SMALL, SWATCH, TEXT, badge_width};
use crate::model::{Event, EventKind};
use crate::pen::Stroke;
use crate::time::day;

impl<DB: DrawingBackend> Sheet<'_, DB> {
    fn stem(&self, kind: EventKind) -> Stroke {
        let (width, dash): (f64, &'static [f64]) = match kind {
            EventKind::Operation => (1.5, &[]),
            EventKind::TreatmentStart => (1.25, &[6.0, 3.0]),
            EventKind::TreatmentPeriod => (1.25, &[1.5, 3.0]),
            EventKind::Change => (0.75, &[]),
            EventKind::Pause => (1.0, &[4.0, 3.0]),
        };
        Stroke {
            color: self.palette.event,
            width,
            dash,
        }
    }

    /// All badges, and their lines through every plot.
    pub(super) fn events(&self, plan: &Plan) -> Result<(), ChartError> {
        let first = plan.frames().next().map(|frame| frame.top).unwrap_or_default();
        for badge in &plan.badges {
            let Some(event) = self.chart.events.get(badge.event) else {
                continue;
            };
            let stroke = self.stem(event.kind);
            for x in &badge.stems {
                // The badge of a pause stands at its start only; nothing above the plots leads to its end.
                if event.kind != EventKind::Pause || *x <= badge.right {
                    self.pen.line(&[(*x, badge.middle), (*x, first)], stroke)?;
                }
                for Frame { top, bottom, .. } in plan.frames() {
                    self.pen.line(&[(*x, top), (*x, bottom)], stroke)?;
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

    /// Pauses under everything else of a plot.
    pub(super) fn pauses(&self, places: &PanelPlan) -> Result<(), ChartError> {
        let Frame { top, bottom, .. } = places.frame;
        let pauses = self.chart.events.iter().filter(|e| e.kind == EventKind::Pause);
        for event in pauses {
            if let Some((left, right)) = places.across(day(event.at.from), day(event.at.to)) {
                self.pen.block((left, top), (right, bottom), self.palette.band)?;
                self.hatch((left, top), (right, bottom), self.palette.hatch())?;
            }
        }
        Ok(())
    }

    fn badge(&self, event: &Event, left: i32, right: i32, middle: i32) -> Result<(), ChartError> {
        let half = self.len(7.5);
        let (top, bottom) = (middle - half, middle + half);
        let mut corners = vec![(left, top), (right, top), (right, bottom), (left, bottom)];
        if event.kind == EventKind::Change {
            let cut = self.len(4.5);
            corners.splice(1..2, [(right - cut, top), (right, top + cut)]);
        }
        let (ground, ink) = match event.kind {
            EventKind::Operation => (self.palette.event, self.palette.background),
            EventKind::TreatmentStart | EventKind::Change => (self.palette.background, self.palette.event),
            EventKind::TreatmentPeriod | EventKind::Pause => (self.palette.band, self.palette.event),
        };
        self.pen.fill(&corners, ground)?;
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
            EventKind::Pause => self.pen.outline(
                &corners,
                Stroke {
                    dash: &[4.0, 2.0],
                    ..edge
                },
            )?,
            EventKind::Operation | EventKind::TreatmentStart | EventKind::Change => {
                self.pen.outline(&corners, edge)?;
            }
        }
        let number = event.number.to_string();
        let x = match event.kind {
            EventKind::TreatmentPeriod => left + badge_width(self.pen.measure, event) / 2,
            _ => (left + right) / 2,
        };
        self.pen
            .text(&number, (x, middle), HPos::Center, (SMALL, Face::Semibold, ink))
    }

    /// The numbered key and the explanation of bars.
    pub(super) fn key(&self, plan: &Plan) -> Result<(), ChartError> {
        for entry in &plan.key {
            let Some(event) = self.chart.events.get(entry.event) else {
                continue;
            };
            let width = match event.kind {
                EventKind::TreatmentPeriod => self.len(SWATCH),
                _ => badge_width(self.pen.measure, event),
            };
            let (left, middle) = (entry.left, entry.lines.at.1);
            if event.kind == EventKind::Pause {
                let (right, half) = (left + self.len(SWATCH), self.len(7.5));
                let (from, to) = ((left, middle - half), (right, middle + half));
                self.pen.block(from, to, self.palette.band)?;
                self.hatch(from, to, self.palette.hatch())?;
                self.pen.line(&[(right, from.1), to], self.stem(event.kind))?;
            }
            self.badge(event, left, left + width, middle)?;
            self.lines(&entry.lines, TEXT, Face::Regular, self.palette.text)?;
        }
        for (sign, note) in &plan.notes {
            let left = note.at.0 - self.len(SWATCH + 6.0);
            self.note_sign(*sign, (left, note.at.1))?;
            self.lines(note, TEXT, Face::Regular, self.palette.quiet)?;
        }
        Ok(())
    }
}
