//! The marks, each a shape of its own around a middle, in screen pixels. What was taken out is drawn open and dashed, what may
//! be out is drawn open.

use plotters::prelude::DrawingBackend;

use super::{Glyph, Presence};
use crate::pen::{Pen, Place, Stroke};
use crate::{ChartError, Palette, Rgb};

const DASHED: &[f64] = &[2.6, 1.8];

/// Draws in screen pixels, whatever the surface.
pub(super) struct Hand<'a, DB: DrawingBackend> {
    pub(super) pen: Pen<'a, DB>,
    pub(super) palette: &'a Palette,
}

/// A middle in pixels.
pub(super) type At = (f64, f64);

impl<DB: DrawingBackend> Hand<'_, DB> {
    pub(super) fn place(&self, (x, y): At) -> Place {
        (self.pen.measure.len(x), self.pen.measure.len(y))
    }

    pub(super) fn shape(&self, corners: &[At], color: Rgb) -> Result<(), ChartError> {
        let corners: Vec<Place> = corners.iter().map(|at| self.place(*at)).collect();
        self.pen.fill(&corners, color)
    }

    pub(super) fn edge(&self, corners: &[At], stroke: Stroke) -> Result<(), ChartError> {
        let corners: Vec<Place> = corners.iter().map(|at| self.place(*at)).collect();
        self.pen.outline(&corners, stroke)
    }

    pub(super) fn line(&self, places: &[At], stroke: Stroke) -> Result<(), ChartError> {
        let places: Vec<Place> = places.iter().map(|at| self.place(*at)).collect();
        self.pen.line(&places, stroke)
    }

    pub(super) fn dot(&self, at: At, radius: f64, color: Rgb) -> Result<(), ChartError> {
        self.pen.disc(self.place(at), self.pen.measure.len(radius), color)
    }

    pub(super) fn stroke(&self, color: Rgb, width: f64) -> Stroke {
        Stroke {
            color,
            width,
            dash: &[],
        }
    }

    /// A shape with a rim of the background, so that it is told from what lies under it.
    fn body(&self, corners: &[At], color: Rgb, presence: Presence) -> Result<(), ChartError> {
        self.edge(corners, self.stroke(self.palette.background, 3.6))?;
        match presence {
            Presence::Present => {
                self.shape(corners, color)?;
                self.edge(corners, self.stroke(color, 0.9))
            }
            Presence::Unsure | Presence::Former => {
                self.shape(corners, self.palette.background)?;
                self.edge(corners, self.open(color, presence))
            }
        }
    }

    fn open(&self, color: Rgb, presence: Presence) -> Stroke {
        Stroke {
            color,
            width: 1.2,
            dash: if presence == Presence::Former { DASHED } else { &[] },
        }
    }

    /// A ring or a disc.
    fn ball(&self, at: At, radius: f64, color: Rgb, presence: Presence) -> Result<(), ChartError> {
        self.dot(at, radius + 1.4, self.palette.background)?;
        self.dot(at, radius, color)?;
        if presence != Presence::Present {
            self.dot(at, radius - 1.2, self.palette.background)?;
        }
        Ok(())
    }

    /// A hatched block: what is joined.
    pub(super) fn fused(&self, (left, top): At, (right, bottom): At) -> Result<(), ChartError> {
        let corners = block((left, top), (right, bottom));
        let color = self.palette.event;
        self.shape(&corners, self.palette.background)?;
        let fine = self.stroke(color, 1.15);
        let tall = bottom - top;
        let mut from = left - tall + 2.0;
        while from < right {
            let low = from.max(left);
            let high = (from + tall).min(right);
            if low < high {
                self.line(
                    &[(low, bottom - (low - from)), (high, bottom - (high - from))],
                    fine,
                )?;
            }
            from += 3.6;
        }
        self.edge(&corners, self.stroke(color, 1.4))
    }

    /// A window: what was taken away of the bone.
    pub(super) fn freed(&self, at: At, (half, tall): (f64, f64)) -> Result<(), ChartError> {
        let corners = oval(at, half, tall);
        self.shape(&corners, self.palette.background)?;
        self.edge(&corners, self.stroke(self.palette.event, 1.7))
    }

    /// A wedge with its point towards the middle.
    pub(super) fn wedge(&self, (x, y): At, reach: f64, tall: f64) -> Result<(), ChartError> {
        let corners = [(x, y - tall), (x, y + tall), (x + reach, y)];
        self.body(&corners, self.palette.event, Presence::Present)
    }

    /// A flat rhomb: the same with no side.
    pub(super) fn rhomb(&self, (x, y): At, reach: f64, tall: f64) -> Result<(), ChartError> {
        let corners = [(x - reach, y), (x, y - tall), (x + reach, y), (x, y + tall)];
        self.body(&corners, self.palette.event, Presence::Present)
    }

    pub(super) fn filled(&self, at: At, (half, tall): (f64, f64)) -> Result<(), ChartError> {
        let (x, y) = at;
        let ragged = [
            (-1.0, -0.3),
            (-0.55, -1.0),
            (0.1, -0.75),
            (0.7, -0.95),
            (1.0, -0.1),
            (0.65, 0.9),
            (0.0, 0.65),
            (-0.7, 1.0),
        ];
        let corners: Vec<At> = ragged
            .iter()
            .map(|(dx, dy)| (x + dx * half, y + dy * tall))
            .collect();
        self.body(&corners, self.palette.event, Presence::Present)
    }

    /// Rods between these heights at one side, with a screw at each.
    pub(super) fn rod(&self, path: &[At], presence: Presence) -> Result<(), ChartError> {
        let color = self.palette.event;
        if path.len() > 1 {
            self.line(path, self.stroke(self.palette.background, 5.4))?;
            match presence {
                Presence::Present => self.line(path, self.stroke(color, 2.6))?,
                _ => self.line(path, self.open(color, presence))?,
            }
        }
        for at in path {
            self.ball(*at, 3.3, color, presence)?;
        }
        Ok(())
    }

    pub(super) fn plate(&self, (x, top): At, bottom: f64, presence: Presence) -> Result<(), ChartError> {
        let half = 4.0;
        let corners = [
            (x - half, top + 2.0),
            (x - half + 2.0, top),
            (x + half - 2.0, top),
            (x + half, top + 2.0),
            (x + half, bottom - 2.0),
            (x + half - 2.0, bottom),
            (x - half + 2.0, bottom),
            (x - half, bottom - 2.0),
        ];
        self.body(&corners, self.palette.event, presence)?;
        let inside = match presence {
            Presence::Present => self.palette.background,
            _ => self.palette.event,
        };
        for y in [top + 3.6, bottom - 3.6] {
            self.dot((x, y), 1.3, inside)?;
        }
        Ok(())
    }

    pub(super) fn cage(
        &self,
        (x, y): At,
        (half, tall): (f64, f64),
        presence: Presence,
    ) -> Result<(), ChartError> {
        let corners = block((x - half, y - tall), (x + half, y + tall));
        self.body(&corners, self.palette.event, presence)?;
        if presence == Presence::Present {
            for at in [-0.45, 0.0, 0.45] {
                let slot = x + at * half;
                let fine = self.stroke(self.palette.background, 1.3);
                self.line(&[(slot, y - tall + 1.4), (slot, y + tall - 1.4)], fine)?;
            }
        }
        Ok(())
    }

    pub(super) fn replaced(
        &self,
        at: At,
        (half, tall): (f64, f64),
        presence: Presence,
    ) -> Result<(), ChartError> {
        let corners = lens(at, half, tall);
        let color = self.palette.event;
        self.shape(&lens(at, half + 1.6, tall + 1.6), self.palette.background)?;
        let rim = match presence {
            Presence::Present => self.stroke(color, 1.8),
            _ => self.open(color, presence),
        };
        self.edge(&corners, rim)?;
        let (x, y) = at;
        let middle = match presence {
            Presence::Present => self.stroke(color, 1.8),
            _ => self.open(color, presence),
        };
        self.line(&[(x - half * 0.72, y), (x + half * 0.72, y)], middle)
    }

    pub(super) fn spacer(&self, (x, y): At, tall: f64, presence: Presence) -> Result<(), ChartError> {
        let half = 4.2;
        let bars: [[At; 2]; 3] = [
            [(x - half, y - tall), (x - half, y + tall)],
            [(x + half, y - tall), (x + half, y + tall)],
            [(x - half, y), (x + half, y)],
        ];
        for bar in bars {
            self.line(&bar, self.stroke(self.palette.background, 5.2))?;
        }
        for bar in bars {
            let rim = match presence {
                Presence::Present => self.stroke(self.palette.event, 2.4),
                _ => self.open(self.palette.event, presence),
            };
            self.line(&bar, rim)?;
        }
        Ok(())
    }

    /// A lead between two heights, with its contacts.
    pub(super) fn lead(&self, (x, top): At, bottom: f64, presence: Presence) -> Result<(), ChartError> {
        let color = self.palette.event;
        self.line(
            &[(x, top), (x, bottom)],
            self.stroke(self.palette.background, 7.0),
        )?;
        let wire = match presence {
            Presence::Present => self.stroke(color, 1.4),
            _ => self.open(color, presence),
        };
        self.line(&[(x, top), (x, bottom)], wire)?;
        let count = ((bottom - top) / 5.6).floor().max(2.0);
        let step = (bottom - top) / count;
        for at in 0..count as u32 {
            let y = top + (f64::from(at) + 0.5) * step;
            let contact = block((x - 2.6, y - 1.4), (x + 2.6, y + 1.4));
            if presence == Presence::Present {
                self.shape(&contact, color)?;
            } else {
                self.shape(&contact, self.palette.background)?;
                self.edge(&contact, self.stroke(color, 0.9))?;
            }
        }
        Ok(())
    }

    pub(super) fn catheter(&self, (x, top): At, bottom: f64, presence: Presence) -> Result<(), ChartError> {
        let color = self.palette.event;
        self.line(
            &[(x, top), (x, bottom)],
            self.stroke(self.palette.background, 4.4),
        )?;
        let fine = match presence {
            Presence::Former => self.open(color, presence),
            _ => self.stroke(color, 1.4),
        };
        self.line(&[(x, top), (x, bottom)], fine)?;
        self.ball((x, bottom), 2.4, color, Presence::Unsure)
    }

    /// A mark that stands for itself wherever it is drawn; `way` is 1 where the patient's left lies outwards, else -1.
    pub(super) fn sign(&self, glyph: Glyph, at: At, way: f64, presence: Presence) -> Result<(), ChartError> {
        let (x, y) = at;
        let palette = self.palette;
        let surgical = palette.event;
        let given = palette.series(0);
        let seen = palette.series(1);
        match glyph {
            Glyph::Fused => self.fused((x - 5.0, y - 4.6), (x + 5.0, y + 4.6)),
            Glyph::Freed => self.freed(at, (5.0, 3.8)),
            Glyph::DiscRemoved => self.wedge((x + way * 4.6, y), -way * 9.2, 3.8),
            Glyph::Filled => self.filled(at, (5.0, 4.0)),
            Glyph::Operated => {
                let corners = block((x - 3.3, y - 3.3), (x + 3.3, y + 3.3));
                self.body(&corners, surgical, Presence::Present)
            }
            Glyph::TakenOut => {
                self.ball(at, 4.4, surgical, Presence::Unsure)?;
                let fine = self.stroke(surgical, 1.2);
                self.line(&[(x - 3.0, y - 3.0), (x + 3.0, y + 3.0)], fine)?;
                self.line(&[(x - 3.0, y + 3.0), (x + 3.0, y - 3.0)], fine)
            }
            Glyph::Screws => self.rod(&[(x, y - 3.2), (x, y + 3.2)], presence),
            Glyph::Plate => self.plate((x, y - 6.2), y + 6.2, presence),
            Glyph::Cage => self.cage(at, (5.4, 3.6), presence),
            Glyph::Replaced => self.replaced(at, (5.6, 3.8), presence),
            Glyph::Spacer => self.spacer(at, 4.6, presence),
            Glyph::Lead => self.lead((x, y - 5.6), y + 5.6, presence),
            Glyph::Catheter => self.catheter((x, y - 5.6), y + 3.4, presence),
            Glyph::Injected => {
                self.dot((x - way * 2.0, y), 4.2, palette.background)?;
                let needle = [(x - way * 2.0, y), (x + way * 5.2, y)];
                self.line(&needle, self.stroke(given, 1.5))?;
                self.dot((x - way * 2.0, y), 2.9, given)
            }
            Glyph::Radiofrequency => {
                self.dot(at, 5.0, palette.background)?;
                for turn in 0..3 {
                    let angle = std::f64::consts::FRAC_PI_3 * f64::from(turn) + std::f64::consts::FRAC_PI_2;
                    let (dx, dy) = (4.6 * angle.cos(), 4.6 * angle.sin());
                    self.line(&[(x - dx, y - dy), (x + dx, y + dy)], self.stroke(given, 1.5))?;
                }
                Ok(())
            }
            Glyph::Treated => {
                let corners = [(x, y - 4.6), (x + 4.6, y + 3.6), (x - 4.6, y + 3.6)];
                self.shape(&corners, palette.background)?;
                self.edge(&corners, self.stroke(given, 1.5))
            }
            Glyph::Finding => {
                let corners = [(x - 4.6, y), (x, y - 4.6), (x + 4.6, y), (x, y + 4.6)];
                self.shape(&corners, palette.background)?;
                self.edge(&corners, self.stroke(seen, 1.6))
            }
            Glyph::Imaged => {
                let corners = block((x - 2.8, y - 2.8), (x + 2.8, y + 2.8));
                self.shape(&corners, palette.background)?;
                self.edge(&corners, self.stroke(palette.quiet, 1.2))
            }
            Glyph::Asked => {
                self.dot((x, y + 0.4), 5.6, palette.background)?;
                let hook: Vec<At> = (0..=10)
                    .map(|at| {
                        let angle = std::f64::consts::PI * (1.0 + 1.25 * f64::from(at) / 10.0);
                        (x + 2.9 * angle.cos(), y - 1.7 + 2.9 * angle.sin())
                    })
                    .chain([(x, y + 1.0), (x, y + 2.4)])
                    .collect();
                self.line(&hook, self.stroke(palette.caution, 1.6))?;
                self.dot((x, y + 4.6), 1.1, palette.caution)
            }
            Glyph::Painful => {
                self.dot(at, 6.0, palette.background)?;
                self.dot(at, 5.0, palette.caution)?;
                self.dot(at, 3.7, palette.background)?;
                self.dot(at, 2.1, palette.caution)
            }
        }
    }
}

fn block((left, top): At, (right, bottom): At) -> [At; 4] {
    [(left, top), (right, top), (right, bottom), (left, bottom)]
}

fn oval((x, y): At, half: f64, tall: f64) -> Vec<At> {
    (0..20)
        .map(|at| {
            let angle = std::f64::consts::TAU * f64::from(at) / 20.0;
            (x + half * angle.cos(), y + tall * angle.sin())
        })
        .collect()
}

/// A lens with pointed ends.
fn lens((x, y): At, half: f64, tall: f64) -> Vec<At> {
    let arch = |at: i32, way: f64| {
        let along = f64::from(at) / 8.0 - 1.0;
        (x + along * half, y - way * tall * (1.0 - along * along))
    };
    let upper = (0..=16).map(|at| arch(at, 1.0));
    let lower = (0..=16).rev().map(|at| arch(at, -1.0));
    upper.chain(lower).collect()
}
