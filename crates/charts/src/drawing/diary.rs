//! What a diary adds: bars of amounts, the plan as a step line over them, the target, and tags at the foot.

use plotters::prelude::DrawingBackend;

use super::Sheet;
use crate::layout::{PanelPlan, SWATCH, Sign};
use crate::model::{Limit, Panel, Stretch, TagKind};
use crate::pen::{Place, Stroke};
use crate::text::SUBUNITS;
use crate::time::day;
use crate::{ChartError, Mark, MarkKind};

impl<DB: DrawingBackend> Sheet<'_, DB> {
    /// Bars, then the target and the plan over them, then the tags below; records where bars and tags lie.
    pub(super) fn diary(
        &self,
        index: usize,
        panel: &Panel,
        places: &PanelPlan,
        marks: &mut Vec<Mark>,
    ) -> Result<(), ChartError> {
        let unit = |subunits: i32| f64::from(subunits) / SUBUNITS;
        for (position, bar) in panel.bars.iter().enumerate() {
            let Some((left, right)) = places.across(day(bar.from), day(bar.to)) else {
                continue;
            };
            let (left, right) = self.narrowed(left, right);
            self.amount(bar, panel, places, (left, right))?;
            marks.push(Mark {
                panel: index,
                kind: MarkKind::Bar,
                series: 0,
                index: position,
                x: unit(left + right) / 2.0,
                y: unit(places.place(day(bar.from), bar.value()).1),
                x_from: unit(left),
                x_to: unit(right),
                y_to: unit(places.place(day(bar.from), panel.range.0).1),
            });
        }
        self.zero(panel, places)?;
        if let Some(target) = &panel.target {
            let y = places.place(0, target.value).1;
            self.target((places.frame.left, y), places.frame.right)?;
        }
        for path in steps(&panel.planned, places) {
            self.plan(&path)?;
        }
        let share = self.tag_share(places);
        for (position, tag) in panel.tags.iter().enumerate() {
            let place = places.tag(panel, tag.kind, day(tag.at), self.pen.measure);
            self.tag(tag.kind, place, share)?;
            marks.push(Mark {
                panel: index,
                kind: MarkKind::Tag,
                series: 0,
                index: position,
                x: unit(place.0),
                y: unit(place.1),
                x_from: unit(place.0),
                x_to: unit(place.0),
                y_to: unit(place.1),
            });
        }
        Ok(())
    }

    /// The line that bars stand on, where tags lie below it.
    fn zero(&self, panel: &Panel, places: &PanelPlan) -> Result<(), ChartError> {
        if panel.bars.is_empty() && panel.tags.is_empty() {
            return Ok(());
        }
        let y = places.place(0, panel.range.0).1;
        let line = Stroke {
            color: self.palette.frame,
            width: 1.0,
            dash: &[],
        };
        self.pen
            .line(&[(places.frame.left, y), (places.frame.right, y)], line)
    }

    fn halo(&self, path: &[Place], width: f64) -> Result<(), ChartError> {
        let halo = Stroke {
            color: self.palette.background,
            width,
            dash: &[],
        };
        self.pen.line(path, halo)
    }

    fn target(&self, (left, y): Place, right: i32) -> Result<(), ChartError> {
        let path = [(left, y), (right, y)];
        self.halo(&path, 3.0)?;
        let line = Stroke {
            color: self.palette.event,
            width: 1.25,
            dash: &[4.0, 3.0],
        };
        self.pen.line(&path, line)
    }

    fn plan(&self, path: &[Place]) -> Result<(), ChartError> {
        self.halo(path, 3.0)?;
        let line = Stroke {
            color: self.palette.text,
            width: 1.5,
            dash: &[],
        };
        self.pen.line(path, line)
    }

    /// The share of their full size at which tags of neighbouring days lie side by side.
    fn tag_share(&self, places: &PanelPlan) -> f64 {
        let apart = places.moment(1000.0, 0.0).0 - places.moment(0.0, 0.0).0;
        (f64::from(apart) / 1000.0 / f64::from(self.len(8.0))).clamp(0.45, 1.0)
    }

    fn tag(&self, kind: TagKind, (x, y): Place, share: f64) -> Result<(), ChartError> {
        let stroke = Stroke {
            color: self.palette.event,
            width: 1.5 * share.max(0.6),
            dash: &[],
        };
        match kind {
            TagKind::Missed => {
                let r = self.len(3.0 * share);
                self.pen.line(&[(x - r, y - r), (x + r, y + r)], stroke)?;
                self.pen.line(&[(x - r, y + r), (x + r, y - r)], stroke)
            }
            TagKind::Rest => {
                let r = self.len(3.25 * share);
                self.pen.disc((x, y), r, self.palette.event)?;
                let inside = r - self.len(1.25 * share.max(0.6));
                self.pen.disc((x, y), inside, self.palette.background)
            }
            TagKind::Warning => {
                // A warning is rare and must not be missed, so it shrinks less.
                let r = self.len(4.5 * share.max(0.75));
                let corners = [(x, y - r), (x + r, y + r * 4 / 5), (x - r, y + r * 4 / 5)];
                self.pen.fill(&corners, self.palette.caution)
            }
        }
    }

    /// The sign of an entry in the head, left of its words.
    pub(super) fn sign(&self, sign: Sign, (words, y): Place) -> Result<(), ChartError> {
        let x = words - self.len(sign.indent());
        match sign {
            Sign::Bar(style) => {
                let (half, right) = (self.len(5.0), x + self.len(12.0));
                let base = Stroke {
                    color: self.palette.series(style),
                    width: 1.0,
                    dash: &[],
                };
                self.body(style, (x, y - half), (right, y + half))?;
                self.pen.line(&[(x, y + half), (right, y + half)], base)
            }
            Sign::Planned => {
                let (middle, right) = (x + self.len(SWATCH / 2.0), x + self.len(SWATCH));
                let step = self.len(3.0);
                self.plan(&[
                    (x, y + step),
                    (middle, y + step),
                    (middle, y - step),
                    (right, y - step),
                ])
            }
            Sign::Target => self.target((x, y), x + self.len(SWATCH)),
            Sign::Reported => self.reported_sample((x, y)),
            Sign::Limit => {
                let place = (x + self.len(6.0), y - self.len(5.0));
                self.limit(0, place, Limit::Below, (place.1, y + self.len(8.0)))
            }
            Sign::Tag(kind) => self.tag(kind, (x + self.len(5.0), y), 1.0),
        }
    }
}

/// The plan as lines of steps: pieces that follow each other from one day to the next are joined by a riser.
fn steps(planned: &[Stretch], places: &PanelPlan) -> Vec<Vec<Place>> {
    let mut pieces: Vec<&Stretch> = planned.iter().collect();
    pieces.sort_by_key(|piece| piece.from);
    pieces
        .chunk_by(|a, b| day(a.to) + 1 == day(b.from))
        .map(|run| {
            run.iter()
                .filter_map(|piece| {
                    let (left, right) = places.across(day(piece.from), day(piece.to))?;
                    let y = places.place(day(piece.from), piece.value).1;
                    Some([(left, y), (right, y)])
                })
                .flatten()
                .collect::<Vec<Place>>()
        })
        .filter(|path| path.len() > 1)
        .collect()
}
