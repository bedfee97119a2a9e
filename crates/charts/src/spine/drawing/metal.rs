//! What lies in the body: screws with their rods, plates, cages, discs, spacers, leads and catheters.

use plotters::prelude::DrawingBackend;

use super::{Sheet, way};
use crate::ChartError;
use crate::spine::glyph::At;
use crate::spine::layout::Row;
use crate::spine::{Bone, Glyph, Half, Lane, Presence, Spot};

impl<DB: DrawingBackend> Sheet<'_, DB> {
    /// What lies in the body.
    pub(super) fn metal(&self) -> Result<(), ChartError> {
        let x = self.plan.centre;
        for presence in [Presence::Former, Presence::Unsure, Presence::Present] {
            self.rods(presence)?;
        }
        for mark in self.marks(Glyph::Plate) {
            let ends = match mark.spot {
                Spot::Below(bone) => self.plan.row(bone).zip(self.plan.next(bone)).map(|(row, next)| {
                    let low = if next.bone == Bone::Sacrum {
                        next.top + 8.0
                    } else {
                        next.middle()
                    };
                    (row.middle(), low)
                }),
                spot => self.plan.level(spot).map(|y| (y - 5.0, y + 5.0)),
            };
            if let Some((top, bottom)) = ends {
                self.hand.plate((x, top), bottom, mark.presence)?;
            }
        }
        for mark in self.marks(Glyph::Cage) {
            if let Some((y, half, gap)) = self.room(mark.spot) {
                let tall = (gap * 0.42).clamp(3.0, 5.0);
                self.hand.cage((x, y), (half * 0.36, tall), mark.presence)?;
            }
        }
        for mark in self.marks(Glyph::Replaced) {
            if let Some((y, half, gap)) = self.room(mark.spot) {
                let tall = (gap * 0.5 + 1.6).clamp(4.0, 7.0);
                self.hand.replaced((x, y), (half * 0.78, tall), mark.presence)?;
            }
        }
        for mark in self.marks(Glyph::Spacer) {
            if let Some((y, _, gap)) = self.room(mark.spot) {
                self.hand
                    .spacer((x, y), (gap * 0.5 + 3.0).min(8.0), mark.presence)?;
            }
        }
        for (glyph, aside) in [(Glyph::Lead, 4.5), (Glyph::Catheter, -4.5)] {
            for mark in self.marks(glyph) {
                let Some((top, bottom)) = self.along(mark.spot) else {
                    continue;
                };
                let x = match mark.lane {
                    Lane::NotKnown => continue,
                    Lane::Middle => x + aside,
                    Lane::Right => x - self.plan.reach + 5.0,
                    Lane::Left => x + self.plan.reach - 5.0,
                };
                if glyph == Glyph::Lead {
                    self.hand.lead((x, top), bottom, mark.presence)?;
                } else {
                    self.hand.catheter((x, top), bottom, mark.presence)?;
                }
            }
        }
        Ok(())
    }

    /// From where to where something lies that runs along a place.
    fn along(&self, spot: Spot) -> Option<(f64, f64)> {
        let (top, bottom) = match spot {
            Spot::Bone(bone) => {
                let row = self.plan.row(bone)?;
                (row.top, row.bottom().min(row.top + 24.0))
            }
            Spot::Below(bone) => {
                let (row, next) = (self.plan.row(bone)?, self.plan.next(bone)?);
                (row.middle(), next.middle().min(next.top + 10.0))
            }
            spot => {
                let y = self.plan.level(spot)?;
                (y - 6.0, y + 6.0)
            }
        };
        // A lead that is shorter than its contacts could not be read.
        let short = (12.0 - (bottom - top)).max(0.0) / 2.0;
        Some((top - short, bottom + short))
    }

    /// Screws in every bone that is held, joined over the spaces that are.
    fn rods(&self, presence: Presence) -> Result<(), ChartError> {
        let here: Vec<Spot> = self
            .marks(Glyph::Screws)
            .into_iter()
            .filter(|mark| mark.presence == presence)
            .map(|mark| mark.spot)
            .collect();
        for half in [Half::Right, Half::Left] {
            let screw = |row: &Row| {
                let (reach, y) = match row.bone {
                    Bone::Sacrum => (row.half * 0.56, row.top + row.height * 0.16),
                    Bone::Occiput => (row.half * 0.4, row.middle()),
                    _ => (row.half * 0.56, row.top + row.height * 0.42),
                };
                (self.plan.centre + way(half) * reach, y)
            };
            let mut run: Vec<At> = Vec::new();
            for row in &self.plan.rows {
                let below = here.contains(&Spot::Below(row.bone));
                if run.is_empty() && (below || here.contains(&Spot::Bone(row.bone))) {
                    run.push(screw(row));
                }
                match self.plan.next(row.bone).filter(|_| below) {
                    Some(next) => run.push(screw(next)),
                    None => {
                        let sacrum = row.bone == Bone::Sacrum && here.contains(&Spot::Pelvis);
                        if sacrum {
                            if run.is_empty() {
                                run.push(screw(row));
                            }
                            let out = self.plan.centre + way(half) * row.half * 1.42;
                            run.push((out, row.top + row.height * 0.36));
                        }
                        self.hand.rod(&std::mem::take(&mut run), presence)?;
                    }
                }
            }
            for spot in &here {
                if *spot == Spot::Sacroiliac(half)
                    && let Some([(x0, y0), (x1, y1)]) = self.joint(half)
                {
                    let (x, y) = ((x0 + x1) / 2.0, (y0 + y1) / 2.0);
                    self.hand.rod(&[(x - 7.0, y), (x + 7.0, y)], presence)?;
                }
            }
        }
        Ok(())
    }
}
