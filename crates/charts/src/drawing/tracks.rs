//! What went on beside the values: bars and signs with their words. What is sure is filled, what is only possible is an
//! outline, and what has no known end is dotted.

use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

use super::Sheet;
use crate::layout::{BAR, Frame, NoteSign, Plan, SIGN, SMALL, SWATCH, SpellPlan, TEXT, TrackPlan};
use crate::model::{Spell, SpellEnd, Track};
use crate::pen::{Place, Stroke};
use crate::text::{SUBUNITS, printable};
use crate::{ChartError, Face, Mark, MarkKind, Rgb};

impl<DB: DrawingBackend> Sheet<'_, DB> {
    /// The frame and the grid of a track, under everything else.
    pub(super) fn track_ground(&self, places: &TrackPlan, plan: &Plan) -> Result<(), ChartError> {
        let Frame {
            left,
            top,
            right,
            bottom,
        } = places.frame;
        let line = |color| Stroke {
            color,
            width: 1.0,
            dash: &[],
        };
        for tick in &plan.ticks {
            let x = plan.x(tick.day);
            self.pen.line(&[(x, top), (x, bottom)], line(self.palette.grid))?;
        }
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        self.pen.outline(&corners, line(self.palette.frame))
    }

    /// The name and the spells of a track; records where they lie.
    pub(super) fn track(
        &self,
        index: usize,
        track: &Track,
        places: &TrackPlan,
        marks: &mut Vec<Mark>,
    ) -> Result<(), ChartError> {
        self.lines(&places.name, TEXT, Face::Semibold, self.palette.text)?;
        let color = self.palette.series(track.style);
        let half = self.len(BAR / 2.0);
        for plan in &places.spells {
            let Some(spell) = track.spells.get(plan.spell) else {
                continue;
            };
            self.spell(spell, plan, color)?;
            if let Some(((x, y), words)) = &plan.words {
                // Stems of events may cross the words.
                let width = self.pen.measure.width(words, SMALL, Face::Regular);
                let tall = self.len(6.0);
                self.pen
                    .block((*x, y - tall), (x + width, y + tall), self.palette.background)?;
                let ink = (SMALL, Face::Regular, self.palette.text);
                self.pen.text(&printable(words), (*x, *y), HPos::Left, ink)?;
            }
            let unit = |subunits: i32| f64::from(subunits) / SUBUNITS;
            let (left, right) = plan.reach;
            marks.push(Mark {
                panel: self.chart.panels.len() + index,
                kind: MarkKind::Spell,
                series: 0,
                index: plan.spell,
                x: unit(left + right) / 2.0,
                y: unit(plan.middle - half),
                x_from: unit(left),
                x_to: unit(right),
                y_to: unit(plan.middle + half),
            });
        }
        Ok(())
    }

    fn spell(&self, spell: &Spell, plan: &SpellPlan, color: Rgb) -> Result<(), ChartError> {
        let (left, right) = plan.reach;
        let y = plan.middle;
        match (spell.end, plan.sure) {
            (SpellEnd::Once, Some((left, right))) => self.diamond(((left + right) / 2, y), color),
            (SpellEnd::Unknown, sure) => {
                let begun = sure.map_or(left, |(_, right)| right);
                self.dots((begun, y), right, color)?;
                match sure {
                    Some(sure) => self.filled(sure, y, color),
                    None => self.open((left, (left + self.len(SWATCH)).min(right)), y, color),
                }
            }
            (_, sure) => {
                if sure != Some((left, right)) {
                    self.open((left, right), y, color)?;
                }
                if let Some(sure) = sure {
                    self.filled(sure, y, color)?;
                }
                if spell.end == SpellEnd::GoesOn {
                    self.arrow((right, y), color)?;
                }
                Ok(())
            }
        }
    }

    fn filled(&self, (left, right): (i32, i32), y: i32, color: Rgb) -> Result<(), ChartError> {
        let half = self.len(BAR / 2.0);
        self.pen.block((left, y - half), (right, y + half), color)
    }

    fn open(&self, (left, right): (i32, i32), y: i32, color: Rgb) -> Result<(), ChartError> {
        let half = self.len(BAR / 2.0);
        let corners = [
            (left, y - half),
            (right, y - half),
            (right, y + half),
            (left, y + half),
        ];
        self.pen.fill(&corners, self.palette.background)?;
        let edge = Stroke {
            color,
            width: 1.0,
            dash: &[],
        };
        self.pen.outline(&corners, edge)
    }

    fn dots(&self, from: Place, right: i32, color: Rgb) -> Result<(), ChartError> {
        let dotted = Stroke {
            color,
            width: 1.5,
            dash: &[1.5, 4.0],
        };
        self.pen.line(&[from, (right, from.1)], dotted)
    }

    fn diamond(&self, (x, y): Place, color: Rgb) -> Result<(), ChartError> {
        let half = self.len(SIGN - 0.5);
        self.pen.fill(
            &[(x - half, y), (x, y - half), (x + half, y), (x, y + half)],
            color,
        )
    }

    /// The head of what goes on, inside its end.
    fn arrow(&self, (x, y): Place, color: Rgb) -> Result<(), ChartError> {
        let half = self.len(5.0);
        let back = x - self.len(7.0);
        let head = [(back, y - half), (x, y), (back, y + half)];
        self.pen.fill(&head, color)
    }

    /// The sign before a note below the drawing.
    pub(super) fn note_sign(&self, sign: NoteSign, (left, y): Place) -> Result<(), ChartError> {
        let right = left + self.len(SWATCH);
        let color = self.palette.text;
        match sign {
            NoteSign::Imprecise => self.bar((left, y), right, color),
            NoteSign::Outline => self.open((left, right), y, color),
            NoteSign::Dotted => self.dots((left, y), right, color),
            NoteSign::GoesOn => {
                self.filled((left, right), y, color)?;
                self.arrow((right, y), color)
            }
        }
    }
}
