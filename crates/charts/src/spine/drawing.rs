//! The spine on any surface, from the bones up: bones, outlines beside what is joined, what was done between bones and in
//! them, what lies there, marks beside the spine, words and key.

mod metal;

use std::collections::BTreeSet;

use plotters::prelude::*;
use plotters::style::text_anchor::HPos;

use super::glyph::{At, Hand};
use super::key::Sample;
use super::layout::{HEAD, Plan, Row, is_outside};
use super::{Bone, Glyph, Half, Lane, Presence, SpineDrawing, SpineMark, Spot};
use crate::layout::{SMALL, TEXT};
use crate::pen::{Pen, Stroke};
use crate::text::{Measure, printable};
use crate::{ChartError, Face, Palette};

pub(crate) fn draw<DB: DrawingBackend>(
    surface: DB,
    spine: &SpineDrawing,
    palette: &Palette,
    measure: &Measure,
    plan: &Plan,
    size: (i32, i32),
) -> Result<(), ChartError> {
    let area = surface.into_drawing_area();
    let hand = Hand {
        pen: Pen { area: &area, measure },
        palette,
    };
    hand.pen.block((0, 0), size, palette.background)?;
    let sheet = Sheet { hand, spine, plan };
    sheet.bones()?;
    for spot in &spine.beside {
        sheet.beside(*spot)?;
    }
    sheet.between()?;
    sheet.metal()?;
    sheet.signs()?;
    sheet.words()?;
    sheet.key()?;
    area.present().map_err(|_| ChartError::Surface)
}

struct Sheet<'a, DB: DrawingBackend> {
    hand: Hand<'a, DB>,
    spine: &'a SpineDrawing,
    plan: &'a Plan,
}

impl<DB: DrawingBackend> Sheet<'_, DB> {
    fn marks(&self, glyph: Glyph) -> Vec<SpineMark> {
        let set: BTreeSet<(Spot, Lane, Presence)> = self
            .spine
            .marks
            .iter()
            .filter(|mark| mark.glyph == glyph)
            .map(|mark| (mark.spot, mark.lane, mark.presence))
            .collect();
        // What is gone lies under what is there.
        set.into_iter()
            .rev()
            .map(|(spot, lane, presence)| SpineMark {
                spot,
                lane,
                glyph,
                presence,
            })
            .collect()
    }

    fn bones(&self) -> Result<(), ChartError> {
        for row in &self.plan.rows {
            match row.bone {
                Bone::Occiput => self.occiput(row)?,
                Bone::Sacrum => self.sacrum(row)?,
                Bone::Coccyx => {
                    let (x, half) = (self.plan.centre, row.half);
                    let corners = [
                        (x - half, row.top),
                        (x + half, row.top),
                        (x + half * 0.35, row.bottom() - 1.0),
                        (x - half * 0.35, row.bottom() - 1.0),
                    ];
                    self.bone(&corners, row.full)?;
                }
                _ => self.vertebra(row)?,
            }
        }
        Ok(())
    }

    fn bone(&self, corners: &[At], full: bool) -> Result<(), ChartError> {
        let palette = self.hand.palette;
        self.hand.shape(corners, palette.band)?;
        let width = if full { 1.1 } else { 0.7 };
        self.hand.edge(corners, self.hand.stroke(palette.frame, width))
    }

    fn occiput(&self, row: &Row) -> Result<(), ChartError> {
        let (x, half, top, tall) = (self.plan.centre, row.half, row.top, row.height);
        let bowl = [(-1.0, 0.0), (-0.93, 0.45), (-0.6, 0.85), (-0.2, 1.0)];
        let right = bowl.iter().rev().map(|(dx, dy)| (x - dx * half, top + dy * tall));
        let corners: Vec<At> = bowl
            .iter()
            .map(|(dx, dy)| (x + dx * half, top + dy * tall))
            .chain(right)
            .collect();
        self.bone(&corners, row.full)
    }

    fn vertebra(&self, row: &Row) -> Result<(), ChartError> {
        let (x, half, top, tall) = (self.plan.centre, row.half, row.top, row.height);
        let at = |dx: f64, dy: f64| (x + dx, top + dy * tall);
        for way in [-1.0, 1.0] {
            let (inner, outer) = (way * half * 0.8, way * (half + row.wing));
            let wing = [
                at(inner, 0.16),
                at(outer * 0.93, 0.24),
                at(outer, 0.36),
                at(outer * 0.95, 0.5),
                at(inner, 0.62),
            ];
            self.bone(&wing, row.full)?;
        }
        let cut = (tall * 0.14).min(2.4);
        let (cut_x, waist) = (cut * 1.2, half * 0.9);
        let low = half * 1.03;
        let corners = [
            (x - half + cut_x, top),
            (x + half - cut_x, top),
            (x + half, top + cut),
            (x + waist, top + tall * 0.5),
            (x + low, top + tall - cut),
            (x + low - cut_x, top + tall),
            (x - low + cut_x, top + tall),
            (x - low, top + tall - cut),
            (x - waist, top + tall * 0.5),
            (x - half, top + cut),
        ];
        self.bone(&corners, row.full)?;
        if !row.full || tall < 7.0 {
            return Ok(());
        }
        // Pedicles and spinous process, as they are seen through the body.
        let palette = self.hand.palette;
        let faint = self.hand.stroke(palette.hatch(), 0.9);
        let radius = (tall * 0.15).min(half * 0.13);
        for way in [-1.0, 1.0] {
            let middle = at(way * half * 0.56, 0.42);
            self.hand.dot(middle, radius + 0.45, palette.hatch())?;
            self.hand.dot(middle, radius - 0.45, palette.band)?;
        }
        self.hand.line(&[at(0.0, 0.56), at(0.0, 0.86)], faint)
    }

    fn sacrum(&self, row: &Row) -> Result<(), ChartError> {
        let (x, half, top, tall) = (self.plan.centre, row.half, row.top, row.height);
        let palette = self.hand.palette;
        for way in [-1.0, 1.0] {
            let at = |dx: f64, dy: f64| (x + way * dx * half, top + dy * tall);
            let ilium = [
                at(1.15, 0.1),
                at(1.2, -0.08),
                at(1.42, -0.24),
                at(1.74, -0.27),
                at(2.02, -0.1),
                at(2.1, 0.14),
                at(1.97, 0.42),
                at(1.68, 0.66),
                at(1.3, 0.86),
                at(1.02, 0.93),
                at(0.82, 0.77),
            ];
            self.bone(&ilium, row.full)?;
        }
        let at = |dx: f64, dy: f64| (x + dx * half, top + dy * tall);
        let corners = [
            at(-0.86, 0.0),
            at(0.86, 0.0),
            at(1.03, 0.1),
            at(0.72, 0.7),
            at(0.3, 1.0),
            at(-0.3, 1.0),
            at(-0.72, 0.7),
            at(-1.03, 0.1),
        ];
        self.bone(&corners, row.full)?;
        for (down, out) in [(0.3, 0.42), (0.5, 0.36), (0.68, 0.29), (0.84, 0.2)] {
            for way in [-1.0, 1.0] {
                self.hand.dot(at(way * out, down), tall * 0.028, palette.frame)?;
            }
        }
        Ok(())
    }

    /// The line of a joint from its upper to its lower end.
    fn joint(&self, half: Half) -> Option<[At; 2]> {
        let row = self.plan.row(Bone::Sacrum)?;
        let way = way(half);
        let at = |dx: f64, dy: f64| (self.plan.centre + way * dx * row.half, row.top + dy * row.height);
        Some([at(1.09, 0.12), at(0.78, 0.7)])
    }

    fn beside(&self, spot: Spot) -> Result<(), ChartError> {
        let dashed = Stroke {
            color: self.hand.palette.limit,
            width: 1.3,
            dash: &[3.4, 2.4],
        };
        match spot {
            Spot::Below(bone) => {
                let (Some(row), Some(next)) = (self.plan.row(bone), self.plan.next(bone)) else {
                    return Ok(());
                };
                let half = row.half.max(next.half.min(row.half + 8.0)) + 3.0;
                let (top, bottom) = (row.bottom() - 2.0, next.top + 2.0);
                let x = self.plan.centre;
                let cut = 3.0;
                let corners = [
                    (x - half + cut, top),
                    (x + half - cut, top),
                    (x + half, top + cut),
                    (x + half, bottom - cut),
                    (x + half - cut, bottom),
                    (x - half + cut, bottom),
                    (x - half, bottom - cut),
                    (x - half, top + cut),
                ];
                self.hand.edge(&corners, dashed)
            }
            Spot::Sacroiliac(half) => {
                let Some([(x0, y0), (x1, y1)]) = self.joint(half) else {
                    return Ok(());
                };
                let d = 4.2;
                let corners = [
                    (x0 - d, y0 - 2.0),
                    (x0 + d, y0 - 2.0),
                    (x1 + d, y1 + 2.0),
                    (x1 - d, y1 + 2.0),
                ];
                self.hand.edge(&corners, dashed)
            }
            Spot::Bone(_) | Spot::Pelvis => Ok(()),
        }
    }

    /// What was done between two bones and in them.
    fn between(&self) -> Result<(), ChartError> {
        let x = self.plan.centre;
        for mark in self.marks(Glyph::Fused) {
            match mark.spot {
                Spot::Below(bone) => {
                    let (Some(row), Some(next)) = (self.plan.row(bone), self.plan.next(bone)) else {
                        continue;
                    };
                    let half = row.half.min(next.half) * 0.78;
                    let into = |row: &Row| row.height.min(30.0) * 0.24;
                    self.hand.fused(
                        (x - half, row.bottom() - into(row)),
                        (x + half, next.top + into(next)),
                    )?;
                }
                Spot::Sacroiliac(half) if mark.lane != Lane::NotKnown => {
                    if let Some([(x0, y0), (x1, y1)]) = self.joint(half) {
                        let (mx, my) = ((x0 + x1) / 2.0, (y0 + y1) / 2.0);
                        self.hand.fused((mx - 7.0, my - 7.0), (mx + 7.0, my + 7.0))?;
                    }
                }
                _ => {}
            }
        }
        for mark in self.marks(Glyph::Freed) {
            let Some((y, half, gap)) = self.room(mark.spot) else {
                continue;
            };
            let tall = (gap * 0.5 + 2.6).min(8.0);
            match mark.lane {
                Lane::NotKnown => {}
                Lane::Middle => self.hand.freed((x, y), (half * 0.44, tall))?,
                Lane::Right => self.hand.freed((x - half * 0.4, y), (half * 0.3, tall))?,
                Lane::Left => self.hand.freed((x + half * 0.4, y), (half * 0.3, tall))?,
            }
        }
        for mark in self.marks(Glyph::DiscRemoved) {
            let Some((y, half, gap)) = self.room(mark.spot) else {
                continue;
            };
            let tall = (gap * 0.42).clamp(3.0, 5.5);
            match mark.lane {
                Lane::NotKnown => {}
                Lane::Middle => self.hand.rhomb((x, y), half * 0.6, tall)?,
                Lane::Right => self.hand.wedge((x - half, y), half * 0.66, tall)?,
                Lane::Left => self.hand.wedge((x + half, y), -half * 0.66, tall)?,
            }
        }
        for mark in self.marks(Glyph::Filled) {
            let Some((y, half, gap)) = self.room(mark.spot) else {
                continue;
            };
            if mark.lane != Lane::NotKnown {
                self.hand.filled((x, y), (half * 0.5, (gap * 0.34).max(3.0)))?;
            }
        }
        Ok(())
    }

    /// The middle of a place, half its width, and its height.
    fn room(&self, spot: Spot) -> Option<(f64, f64, f64)> {
        match spot {
            Spot::Bone(bone) => {
                let row = self.plan.row(bone)?;
                Some((self.plan.level(spot)?, row.half, row.height.min(22.0)))
            }
            Spot::Below(bone) => {
                let (row, next) = (self.plan.row(bone)?, self.plan.next(bone)?);
                Some((row.space(), row.half.min(next.half), row.gap))
            }
            Spot::Sacroiliac(_) | Spot::Pelvis => Some((self.plan.level(spot)?, 20.0, 12.0)),
        }
    }

    /// Marks beside the spine, in the middle of it, and in the column of sides that are not known.
    fn signs(&self) -> Result<(), ChartError> {
        let mut middle: Vec<(Spot, Glyph, Presence)> = Vec::new();
        let all: BTreeSet<(Spot, Glyph, Lane, Presence)> = self
            .spine
            .marks
            .iter()
            .map(|mark| (mark.spot, mark.glyph, mark.lane, mark.presence))
            .collect();
        for (spot, glyph, lane, presence) in all {
            let Some(y) = self.plan.level(spot) else { continue };
            let free = is_outside(glyph);
            match lane {
                Lane::NotKnown => self
                    .hand
                    .sign(glyph, (self.plan.unknown(glyph), y), 1.0, presence)?,
                Lane::Right if free => {
                    self.hand
                        .sign(glyph, (self.plan.lane(glyph, Half::Right), y), -1.0, presence)?;
                }
                Lane::Left if free => {
                    self.hand
                        .sign(glyph, (self.plan.lane(glyph, Half::Left), y), 1.0, presence)?;
                }
                Lane::Middle if free => middle.push((spot, glyph, presence)),
                lane if matches!(glyph, Glyph::Operated | Glyph::TakenOut) => {
                    let half = self.room(spot).map_or(20.0, |(_, half, _)| half);
                    let x = match lane {
                        Lane::Right => self.plan.centre - half * 0.56,
                        Lane::Left => self.plan.centre + half * 0.56,
                        _ => self.plan.centre,
                    };
                    self.hand.sign(glyph, (x, y), 1.0, presence)?;
                }
                _ => {}
            }
        }
        for (spot, glyph, presence) in &middle {
            let here: Vec<Glyph> = middle
                .iter()
                .filter(|(one, ..)| one == spot)
                .map(|(_, glyph, _)| *glyph)
                .collect();
            let at = here.iter().position(|one| one == glyph).unwrap_or(0);
            let x = self.plan.centre + (at as f64 - (here.len() as f64 - 1.0) / 2.0) * 12.0;
            if let Some(y) = self.plan.level(*spot) {
                self.hand.sign(*glyph, (x, y), 1.0, *presence)?;
            }
        }
        Ok(())
    }

    fn small(&self, text: &str, at: At, align: HPos, face: Face, ink: crate::Rgb) -> Result<(), ChartError> {
        self.hand
            .pen
            .text(&printable(text), self.hand.place(at), align, (SMALL, face, ink))
    }

    fn words(&self) -> Result<(), ChartError> {
        let (plan, words, palette) = (self.plan, &self.spine.words, self.hand.palette);
        let quiet = palette.quiet;
        let faint = self.hand.stroke(palette.grid, 1.0);
        let bottom = plan.rows.last().map_or(0.0, Row::bottom);
        self.small(
            &words.right,
            (plan.centre - 4.0, plan.heading),
            HPos::Right,
            Face::Regular,
            quiet,
        )?;
        self.small(
            &words.left,
            (plan.centre + 4.0, plan.heading),
            HPos::Left,
            Face::Regular,
            quiet,
        )?;
        self.hand.line(
            &[
                (plan.centre, plan.heading - 5.0),
                (plan.centre, plan.heading + 5.0),
            ],
            faint,
        )?;
        let (unknown, left) = &plan.unknown;
        if !unknown.is_empty() {
            let line = left - 4.0;
            self.hand
                .line(&[(line, plan.heading - HEAD * 0.5), (line, bottom)], faint)?;
            let width = self.hand.pen.measure.px(self.hand.pen.measure.width(
                &printable(&words.not_known),
                SMALL,
                Face::Regular,
            ));
            let x = (left - 2.0).min(plan.right - width).max(0.0);
            self.small(
                &words.not_known,
                (x, plan.heading - HEAD),
                HPos::Left,
                Face::Regular,
                quiet,
            )?;
        }
        for (bone, y) in &plan.names {
            self.small(
                &bone.to_string(),
                (plan.left, *y),
                HPos::Left,
                Face::Regular,
                quiet,
            )?;
        }
        for (spot, number) in &self.spine.numbers {
            if let Some(y) = plan.level(*spot) {
                self.small(
                    number,
                    (plan.numbers, y),
                    HPos::Left,
                    Face::Semibold,
                    palette.text,
                )?;
            }
        }
        Ok(())
    }

    fn key(&self) -> Result<(), ChartError> {
        let palette = self.hand.palette;
        for entry in &self.plan.key {
            let at = (entry.x + 9.0, entry.y);
            match entry.sample {
                Sample::Glyph(glyph) => self.hand.sign(glyph, at, 1.0, Presence::Present)?,
                Sample::Former => self.hand.sign(Glyph::Cage, at, 1.0, Presence::Former)?,
                Sample::Unsure => self.hand.sign(Glyph::Cage, at, 1.0, Presence::Unsure)?,
                Sample::Beside => {
                    let (x, y) = at;
                    let corners = [
                        (x - 8.0, y - 4.0),
                        (x + 8.0, y - 4.0),
                        (x + 8.0, y + 4.0),
                        (x - 8.0, y + 4.0),
                    ];
                    let dashed = Stroke {
                        color: palette.limit,
                        width: 1.3,
                        dash: &[3.4, 2.4],
                    };
                    self.hand.edge(&corners, dashed)?;
                }
                Sample::Numbers => self.small("1", at, HPos::Center, Face::Semibold, palette.text)?,
            }
            for (text, y) in entry.lines() {
                let place = self.hand.place((entry.text(), y));
                self.hand
                    .pen
                    .text(text, place, HPos::Left, (TEXT, Face::Regular, palette.text))?;
            }
        }
        Ok(())
    }
}

fn way(half: Half) -> f64 {
    match half {
        Half::Right => -1.0,
        Half::Left => 1.0,
    }
}
