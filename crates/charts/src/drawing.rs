//! The one drawing, for any surface. Order matters: what is drawn later lies on top, values last.

mod bars;
mod diary;
mod events;
mod reported;
mod series;
mod tracks;

use plotters::prelude::*;
use plotters::style::text_anchor::HPos;

use crate::Face;
use crate::layout::{self, Frame, Lines, PanelPlan, Plan, ROW, SMALL, SWATCH, TEXT, TITLE};
use crate::model::{ChangeBand, Panel, ProgressChart};
use crate::pen::{Pen, Stroke};
use crate::text::{Measure, printable};
use crate::time::day;
use crate::{ChartError, Mark, Palette, Rgb, value};

/// Draws the chart on a surface of `size` subunits and tells where every value lies.
pub(crate) fn draw<DB: DrawingBackend>(
    surface: DB,
    chart: &ProgressChart,
    palette: &Palette,
    measure: &Measure,
    size: (i32, i32),
) -> Result<Vec<Mark>, ChartError> {
    let plan = layout::plan(chart, measure, size)?;
    let area = surface.into_drawing_area();
    let sheet = Sheet {
        pen: Pen { area: &area, measure },
        palette,
        chart,
    };
    sheet.pen.block((0, 0), size, palette.background)?;
    sheet.lines(&plan.title, TITLE, Face::Semibold, palette.text)?;
    if chart.is_empty() {
        sheet.message(&Frame {
            left: 0,
            top: plan.axis,
            right: size.0,
            bottom: size.1,
        })?;
        area.present().map_err(|_| ChartError::Surface)?;
        return Ok(Vec::new());
    }
    for (panel, places) in chart.panels.iter().zip(&plan.panels) {
        sheet.ground(panel, places, &plan)?;
    }
    for places in &plan.tracks {
        sheet.track_ground(places, &plan)?;
    }
    sheet.events(&plan)?;
    let mut marks = Vec::new();
    for (index, (panel, places)) in chart.panels.iter().zip(&plan.panels).enumerate() {
        if panel.is_empty() {
            sheet.message(&places.frame)?;
        }
        sheet.diary(index, panel, places, &mut marks)?;
        sheet.values(index, panel, places, &mut marks)?;
        sheet.head(panel, places)?;
    }
    for (index, (track, places)) in chart.tracks.iter().zip(&plan.tracks).enumerate() {
        sheet.track(index, track, places, &mut marks)?;
    }
    sheet.time_axis(&plan, size.0)?;
    sheet.key(&plan)?;
    area.present().map_err(|_| ChartError::Surface)?;
    Ok(marks)
}

/// A pen with the colours and words of one chart.
struct Sheet<'a, DB: DrawingBackend> {
    pen: Pen<'a, DB>,
    palette: &'a Palette,
    chart: &'a ProgressChart,
}

impl<DB: DrawingBackend> Sheet<'_, DB> {
    fn len(&self, px: f64) -> i32 {
        self.pen.measure.len(px)
    }

    fn lines(&self, lines: &Lines, size: f64, face: Face, color: Rgb) -> Result<(), ChartError> {
        let (x, mut y) = lines.at;
        let step = if size > TEXT { 20.0 } else { ROW };
        for row in &lines.rows {
            self.pen.text(row, (x, y), HPos::Left, (size, face, color))?;
            y += self.len(step);
        }
        Ok(())
    }

    /// The sentence that stands where values would be.
    fn message(&self, frame: &Frame) -> Result<(), ChartError> {
        let rows = self.pen.measure.wrap(
            &self.chart.labels.empty,
            frame.right - frame.left - self.len(16.0),
            TEXT,
            Face::Regular,
        );
        let middle = (frame.left + frame.right) / 2;
        let above = i32::try_from(rows.len()).unwrap_or(i32::MAX).saturating_sub(1) * self.len(ROW) / 2;
        let mut y = (frame.top + frame.bottom) / 2 - above;
        for row in &rows {
            let ink = (TEXT, Face::Regular, self.palette.quiet);
            let width = self.pen.measure.width(row, TEXT, Face::Regular) / 2 + self.len(4.0);
            let tall = self.len(ROW) / 2;
            self.pen.block(
                (middle - width, y - tall),
                (middle + width, y + tall),
                self.palette.background,
            )?;
            self.pen.text(row, (middle, y), HPos::Center, ink)?;
            y += self.len(ROW);
        }
        Ok(())
    }

    /// What lies under the values: band, grid, border and value axis.
    fn ground(&self, panel: &Panel, places: &PanelPlan, plan: &Plan) -> Result<(), ChartError> {
        let Frame {
            left,
            top,
            right,
            bottom,
        } = places.frame;
        let first = plan.ticks.first().map(|tick| tick.day).unwrap_or_default();
        let level = |value: f64| places.place(first, value).1;
        if let Some(band) = &panel.band {
            let (low, high) = value::band_bounds(band, panel.range);
            let start = places
                .place(day(band.baseline_date), band.baseline_value)
                .0
                .clamp(left, right);
            self.pen
                .block((start, level(high)), (right, level(low)), self.palette.band)?;
        }
        self.pauses(places)?;
        let grid = Stroke {
            color: self.palette.grid,
            width: 1.0,
            dash: &[],
        };
        for tick in &plan.ticks {
            let x = places.place(tick.day, panel.range.0).0;
            self.pen.line(&[(x, top), (x, bottom)], grid)?;
        }
        for value in &places.values {
            let y = level(*value);
            self.pen.line(&[(left, y), (right, y)], grid)?;
            let ink = (SMALL, Face::Regular, self.palette.quiet);
            self.pen
                .text(&value::label(*value), (left - self.len(6.0), y), HPos::Right, ink)?;
        }
        self.reported(panel, places, &level)?;
        if let Some(band) = &panel.band {
            self.limits(band, panel, places, &level)?;
        }
        let frame = Stroke {
            color: self.palette.frame,
            width: 1.0,
            dash: &[],
        };
        self.pen.outline(
            &[(left, top), (right, top), (right, bottom), (left, bottom)],
            frame,
        )
    }

    /// The baseline and the values from which a change counts, with their words at the right.
    fn limits(
        &self,
        band: &ChangeBand,
        panel: &Panel,
        places: &PanelPlan,
        level: &dyn Fn(f64) -> i32,
    ) -> Result<(), ChartError> {
        let Frame { left, right, .. } = places.frame;
        let start = places
            .place(day(band.baseline_date), band.baseline_value)
            .0
            .clamp(left, right);
        let color = self.palette.limit;
        let y = level(band.baseline_value);
        self.pen.line(
            &[(start, y), (right, y)],
            Stroke {
                color,
                width: 1.0,
                dash: &[1.5, 3.0],
            },
        )?;
        let (better, worse) = (&self.chart.labels.better, &self.chart.labels.worse);
        let (below, above) = if band.lower_is_better {
            (better, worse)
        } else {
            (worse, better)
        };
        // Where sources differ, only the outer limit has the word: inside it nobody can be sure.
        let none = String::new();
        let outer = band.wider.unwrap_or(band.threshold);
        let inner = band.wider.map(|_| band.threshold);
        let outer = [
            (band.baseline_value - outer, "↓", below, 6.0),
            (band.baseline_value + outer, "↑", above, -6.0),
        ];
        let inner = inner.map(|points| {
            [
                (band.baseline_value - points, "↓", &none, 0.0),
                (band.baseline_value + points, "↑", &none, 0.0),
            ]
        });
        for (limit, arrow, word, shift) in outer.into_iter().chain(inner.into_iter().flatten()) {
            if !(panel.range.0..=panel.range.1).contains(&limit) {
                continue;
            }
            let y = level(limit);
            self.pen.line(
                &[(start, y), (right, y)],
                Stroke {
                    color,
                    width: 1.0,
                    dash: &[7.0, 3.0],
                },
            )?;
            if !word.is_empty() {
                let place = (right + self.len(5.0), y + self.len(shift));
                let words = printable(&format!("{arrow} {word}"));
                self.pen.text(
                    &words,
                    place,
                    HPos::Left,
                    (SMALL, Face::Regular, self.palette.quiet),
                )?;
            }
        }
        Ok(())
    }

    /// Title, direction, names of the series and words of the band.
    fn head(&self, panel: &Panel, places: &PanelPlan) -> Result<(), ChartError> {
        self.lines(&places.title, TEXT, Face::Semibold, self.palette.text)?;
        self.lines(&places.meta, TEXT, Face::Regular, self.palette.quiet)?;
        for (series, lines) in panel.series.iter().zip(&places.names) {
            let left = lines.at.0 - self.len(SWATCH + 6.0);
            self.sample(series.style, (left, lines.at.1))?;
            self.lines(lines, TEXT, Face::Regular, self.palette.text)?;
        }
        for (sign, lines) in &places.signs {
            self.sign(*sign, lines.at)?;
            self.lines(lines, TEXT, Face::Regular, self.palette.text)?;
        }
        if let Some(lines) = &places.band {
            let (x, y) = (lines.at.0 - self.len(SWATCH + 6.0), lines.at.1);
            let (right, half) = (x + self.len(SWATCH), self.len(5.0));
            self.pen
                .block((x, y - half), (right, y + half), self.palette.band)?;
            let limit = Stroke {
                color: self.palette.limit,
                width: 1.0,
                dash: &[7.0, 3.0],
            };
            self.pen.line(&[(x, y - half), (right, y - half)], limit)?;
            self.pen.line(&[(x, y + half), (right, y + half)], limit)?;
            self.lines(lines, TEXT, Face::Regular, self.palette.quiet)?;
        }
        Ok(())
    }

    fn time_axis(&self, plan: &Plan, width: i32) -> Result<(), ChartError> {
        let Some(Frame { bottom, .. }) = plan.frames().last() else {
            return Ok(());
        };
        let stroke = Stroke {
            color: self.palette.frame,
            width: 1.0,
            dash: &[],
        };
        for tick in &plan.ticks {
            let x = plan.x(tick.day);
            self.pen
                .line(&[(x, bottom), (x, bottom + self.len(4.0))], stroke)?;
            let labels = tick.label.lines().map(|line| (printable(line), Face::Regular));
            let year = tick.year.iter().map(|year| (year.clone(), Face::Semibold));
            let rows = labels.chain(year).zip((0_u8..).map(|row| 14.0 * f64::from(row)));
            for ((text, face), down) in rows {
                let text = &text;
                let half = self.pen.measure.width(text, SMALL, face) / 2;
                let x = x.clamp(half, (width - half).max(half));
                let place = (x, plan.axis + self.len(down));
                self.pen
                    .text(text, place, HPos::Center, (SMALL, face, self.palette.quiet))?;
            }
        }
        for lines in &plan.order {
            self.lines(lines, TEXT, Face::Regular, self.palette.quiet)?;
        }
        Ok(())
    }
}
