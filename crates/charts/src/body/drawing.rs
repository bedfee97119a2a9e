//! Puts the views beside each other and draws them: outlines heavy, edges between regions light, what is marked between both.

use plotters::prelude::*;
use plotters::style::text_anchor::HPos;

use super::{BodyMap, Fill, REGIONS, Region, RegionMark, RegionShape, View, contour::Place, hatch};
use crate::{
    ChartError, Face, Palette, Rgb,
    palette::mixed,
    pen::{Pen, Stroke},
    svg::{framed, subunits},
    text::{Measure, SUBUNITS, printable},
};

/// Widths of a view of the body, of its side, and of a pair of hands or feet; heights of the body and of such a pair.
const BODY_WIDE: f64 = 184.0;
const SIDE_WIDE: f64 = 74.0;
pub(super) const ENDS_WIDE: f64 = 186.0;
pub(super) const BODY_TALL: f64 = 405.0;
const ENDS_TALL: f64 = 86.0;
/// Between two views, in the same units.
const APART: f64 = 24.0;
/// A row of words, and the size of their letters, in screen pixels.
const ROW: f64 = 18.0;
pub(super) const TEXT: f64 = 12.0;
pub(super) const SMALL: f64 = 10.5;
/// A sample of the key.
const SAMPLE: f64 = 22.0;

/// Where a view is drawn: the middle of its upper edge, in units of the body.
struct Cell {
    view: View,
    middle: f64,
    top: f64,
    wide: f64,
}

/// The views of a map, and how wide and high they are together in units of the body, without words.
struct Plan {
    cells: Vec<Cell>,
    wide: f64,
    /// Rows of words over each other: hands and feet stand in a column with their own.
    tall: f64,
}

fn plan(map: &BodyMap) -> Plan {
    let is_marked = |view: View| {
        let regions = REGIONS.iter().filter(|region| region.view == view);
        regions
            .into_iter()
            .any(|region| map.marks.iter().any(|mark| mark.region == region.name))
    };
    let shown = |view: View| map.whole || view <= View::Back || is_marked(view);
    let mut cells = Vec::new();
    let mut left = 0.0;
    for view in View::ALL
        .into_iter()
        .filter(|view| !view.is_end() && shown(*view))
    {
        let wide = if view <= View::Back { BODY_WIDE } else { SIDE_WIDE };
        // The face and the feet of a profile lie on one side of its middle.
        let shift = match view {
            View::LeftSide => 5.0,
            View::RightSide => -5.0,
            _ => 0.0,
        };
        cells.push(Cell {
            view,
            middle: left + wide / 2.0 + shift,
            top: 0.0,
            wide,
        });
        left += wide + APART;
    }
    let ends: Vec<View> = View::ALL
        .into_iter()
        .filter(|view| view.is_end() && shown(*view))
        .collect();
    for (view, place) in ends.iter().zip(0_u8..) {
        cells.push(Cell {
            view: *view,
            middle: left + ENDS_WIDE / 2.0,
            top: f64::from(place) * ENDS_TALL,
            wide: ENDS_WIDE,
        });
    }
    if !ends.is_empty() {
        left += ENDS_WIDE + APART;
    }
    Plan {
        cells,
        wide: left - APART,
        tall: BODY_TALL,
    }
}

/// Lengths of one picture in subunits of its surface.
struct Frame<'a> {
    measure: &'a Measure,
    plan: Plan,
    /// Subunits for a unit of the body.
    scale: f64,
}

impl<'a> Frame<'a> {
    fn of(map: &BodyMap, measure: &'a Measure, size: (i32, i32)) -> Self {
        let plan = plan(map);
        let (width, height) = (f64::from(size.0), f64::from(size.1));
        let words = f64::from(measure.len(ROW)) * (1.0 + f64::from(rows_of(map, measure, size.0)));
        // Hands and feet need a row of words each in the room of one body.
        let ends = plan.cells.iter().filter(|cell| cell.view.is_end()).count();
        let extra = ends.saturating_sub(1) as f64 * f64::from(measure.len(ROW));
        let down = (height - words) / plan.tall;
        let down = match ends {
            0 | 1 => down,
            many => down.min((height - words - extra) / (ENDS_TALL * many as f64)),
        };
        let scale = (width / plan.wide).min(down).max(0.01);
        Self { measure, plan, scale }
    }

    /// Where a place of a view lies.
    fn place(&self, cell: &Cell, (x, y): Place) -> (i32, i32) {
        let down = self.down(cell) + f64::from(self.measure.len(ROW));
        (
            ((cell.middle + x) * self.scale).round() as i32,
            (down + y * self.scale).round() as i32,
        )
    }

    /// The top of a cell with its row of words.
    fn down(&self, cell: &Cell) -> f64 {
        let row = f64::from(self.measure.len(ROW));
        cell.top * self.scale + (cell.top / ENDS_TALL).round() * row
    }

    fn outline(&self, cell: &Cell, region: &Region) -> Vec<(i32, i32)> {
        region
            .outline
            .iter()
            .map(|place| self.place(cell, *place))
            .collect()
    }
}

/// How many rows the key takes.
fn rows_of(map: &BodyMap, measure: &Measure, width: i32) -> u8 {
    let rows = key(map, measure, width).last().map_or(0, |(row, ..)| row + 1);
    u8::try_from(rows).unwrap_or(u8::MAX)
}

/// The samples of the key with their rows and left edges.
fn key<'a>(map: &'a BodyMap, measure: &Measure, width: i32) -> Vec<(usize, i32, Fill, &'a str)> {
    let (mut row, mut left) = (0, 0);
    let mut places = Vec::new();
    for (fill, words) in &map.key {
        let wide = measure.len(SAMPLE + 6.0) + measure.width(words, TEXT, Face::Regular);
        if left > 0 && left + wide > width {
            row += 1;
            left = 0;
        }
        places.push((row, left, *fill, words.as_str()));
        left += wide + measure.len(16.0);
    }
    places
}

/// The height in pixels of a map that is drawn so wide on the screen.
///
/// # Errors
/// When the shipped typeface can't be read.
pub fn body_height(map: &BodyMap, width_px: u32) -> Result<u32, ChartError> {
    let measure = Measure::screen()?;
    let width = subunits(width_px)?;
    let scale = f64::from(width) / plan(map).wide;
    Ok((height(map, &measure, width, scale) / SUBUNITS).ceil() as u32)
}

/// The height in points of a map on paper whose body is to be `body_pt` high, less where it would be wider than `w_pt`.
///
/// # Errors
/// When the shipped typeface can't be read.
pub fn body_print_height(map: &BodyMap, body_pt: f32, w_pt: f32) -> Result<f32, ChartError> {
    let measure = Measure::paper()?;
    let width = f64::from(w_pt) * SUBUNITS;
    let scale = (width / plan(map).wide).min(f64::from(body_pt) * SUBUNITS / BODY_TALL);
    Ok((height(map, &measure, width as i32, scale) / SUBUNITS).ceil() as f32)
}

/// Subunits of height at so many of width, and so many for a unit of the body.
fn height(map: &BodyMap, measure: &Measure, width: i32, scale: f64) -> f64 {
    let plan = plan(map);
    let row = f64::from(measure.len(ROW));
    let ends = plan.cells.iter().filter(|cell| cell.view.is_end()).count() as f64;
    let tall = (plan.tall * scale).max(ends * ENDS_TALL * scale + (ends - 1.0).max(0.0) * row);
    tall + row * (1.0 + f64::from(rows_of(map, measure, width)))
}

/// Draws a map for the screen and tells where its regions lie.
///
/// # Errors
/// When the shipped typeface can't be read or the surface fails.
pub fn render_body_svg(
    map: &BodyMap,
    size_px: (u32, u32),
    palette: &Palette,
) -> Result<(String, Vec<RegionShape>), ChartError> {
    let size = (subunits(size_px.0)?, subunits(size_px.1)?);
    let measure = Measure::screen()?;
    let mut body = String::new();
    let canvas = (size.0.unsigned_abs(), size.1.unsigned_abs());
    let surface = SVGBackend::with_string(&mut body, canvas);
    let shapes = draw(surface, map, palette, &measure, size)?;
    Ok((framed(&body, size_px, &map.title, &map.description)?, shapes))
}

/// Draws a map on a surface of so many subunits and tells where its regions lie.
///
/// # Errors
/// When the surface fails.
pub(crate) fn draw<DB: DrawingBackend>(
    surface: DB,
    map: &BodyMap,
    palette: &Palette,
    measure: &Measure,
    size: (i32, i32),
) -> Result<Vec<RegionShape>, ChartError> {
    let area = surface.into_drawing_area();
    let sheet = Sheet {
        pen: Pen { area: &area, measure },
        palette,
        map,
        frame: Frame::of(map, measure, size),
    };
    sheet.pen.block((0, 0), size, palette.background)?;
    let mut shapes = Vec::new();
    for cell in &sheet.frame.plan.cells {
        shapes.extend(sheet.view(cell)?);
    }
    sheet.key(size)?;
    area.present().map_err(|_| ChartError::Surface)?;
    Ok(shapes)
}

/// A pen with one map.
struct Sheet<'a, DB: DrawingBackend> {
    pen: Pen<'a, DB>,
    palette: &'a Palette,
    map: &'a BodyMap,
    frame: Frame<'a>,
}

impl<DB: DrawingBackend> Sheet<'_, DB> {
    fn view(&self, cell: &Cell) -> Result<Vec<RegionShape>, ChartError> {
        let regions: Vec<&Region> = REGIONS.iter().filter(|one| one.view == cell.view).collect();
        let heavy = Stroke {
            color: self.palette.limit,
            width: 2.4,
            dash: &[],
        };
        for region in &regions {
            self.edge(&self.frame.outline(cell, region), heavy)?;
        }
        let light = Stroke {
            color: self.palette.frame,
            width: 0.5,
            dash: &[],
        };
        let mut shapes = Vec::new();
        for region in regions {
            let outline = self.frame.outline(cell, region);
            let marks: Vec<&RegionMark> = self
                .map
                .marks
                .iter()
                .filter(|one| one.region == region.name)
                .collect();
            self.pen.fill(&outline, self.palette.background)?;
            for mark in &marks {
                self.fill(&outline, mark.fill, mark.level)?;
            }
            self.edge(&outline, light)?;
            if let Some(level) = marks.iter().filter_map(|mark| mark.level).max() {
                self.level(&outline, level)?;
            }
            shapes.push(RegionShape {
                region: region.name.clone(),
                path: path(&outline),
            });
        }
        self.words(cell)?;
        Ok(shapes)
    }

    /// An outline in pieces that end at its corners: a joint of a sharp corner would stick out of the body.
    fn edge(&self, outline: &[(i32, i32)], stroke: Stroke) -> Result<(), ChartError> {
        let closed: Vec<(i32, i32)> = outline.iter().chain(outline.first()).copied().collect();
        let mut piece: Vec<(i32, i32)> = Vec::new();
        for (at, place) in closed.iter().enumerate() {
            piece.push(*place);
            let before = at.checked_sub(1).and_then(|before| closed.get(before));
            if let (Some(before), Some(next)) = (before, closed.get(at + 1))
                && is_corner(*before, *place, *next)
            {
                self.pen.line(&piece, stroke)?;
                piece = vec![*place];
            }
        }
        self.pen.line(&piece, stroke)
    }

    /// The view's name between the sides of the patient.
    fn words(&self, cell: &Cell) -> Result<(), ChartError> {
        let place = View::ALL.iter().position(|view| *view == cell.view);
        let name = place.and_then(|place| self.map.labels.views.get(place));
        let frame = &self.frame;
        let y = (frame.down(cell) + f64::from(frame.measure.len(ROW)) / 2.0) as i32;
        let at = |x: f64| (x * frame.scale).round() as i32;
        let quiet = (SMALL, Face::Regular, self.palette.quiet);
        if let Some(name) = name {
            // A profile's name stands over its cell, not over its shifted middle.
            let shift = match cell.view {
                View::LeftSide => -5.0,
                View::RightSide => 5.0,
                _ => 0.0,
            };
            let ink = (TEXT, Face::Semibold, self.palette.text);
            self.pen
                .text(&printable(name), (at(cell.middle + shift), y), HPos::Center, ink)?;
        }
        if let Some(left_is_left) = cell.view.left_is_left() {
            let labels = &self.map.labels;
            let (first, last) = match left_is_left {
                true => (&labels.left, &labels.right),
                false => (&labels.right, &labels.left),
            };
            let (from, to) = (
                at(cell.middle - cell.wide / 2.0),
                at(cell.middle + cell.wide / 2.0),
            );
            self.pen.text(&printable(first), (from, y), HPos::Left, quiet)?;
            self.pen.text(&printable(last), (to, y), HPos::Right, quiet)?;
        }
        Ok(())
    }

    /// The number of a strength on a small disc, where the region has room for it.
    fn level(&self, outline: &[(i32, i32)], level: u8) -> Result<(), ChartError> {
        let (x, y) = hatch::middle(&as_places(outline));
        let radius = self.pen.measure.len(7.0);
        let room = outline.iter().fold((i32::MAX, i32::MIN), |(low, high), place| {
            (low.min(place.0), high.max(place.0))
        });
        if room.1 - room.0 < radius {
            return Ok(());
        }
        let place = (x.round() as i32, y.round() as i32);
        self.pen.disc(place, radius, self.palette.background)?;
        let ink = (SMALL, Face::Semibold, self.palette.text);
        self.pen.text(&level.to_string(), place, HPos::Center, ink)
    }

    fn fill(&self, outline: &[(i32, i32)], fill: Fill, level: Option<u8>) -> Result<(), ChartError> {
        let len = |px: f64| f64::from(self.pen.measure.len(px));
        let places = as_places(outline);
        let ink = self.palette.event;
        let stroke = |width| Stroke {
            color: ink,
            width,
            dash: &[],
        };
        let draw = |lines: Vec<[Place; 2]>| -> Result<(), ChartError> {
            for line in lines {
                self.pen.line(&line.map(rounded), stroke(0.9))?;
            }
            Ok(())
        };
        match fill {
            Fill::Tint => self.pen.fill(outline, self.tint(level)),
            Fill::Lines => draw(hatch::lines(&places, len(4.0), Some(0.0))),
            Fill::Bars => draw(hatch::lines(&places, len(4.0), None)),
            Fill::Slants => draw(hatch::lines(&places, len(5.2), Some(1.0))),
            Fill::Dots => {
                for place in spread(&places, len(5.2), len(1.4)) {
                    self.pen.disc(rounded(place), self.pen.measure.len(1.2), ink)?;
                }
                Ok(())
            }
            Fill::Crosses => {
                let arm = len(1.9);
                for (x, y) in spread(&places, len(6.0), len(2.2)) {
                    for (dx, dy) in [(arm, arm), (arm, -arm)] {
                        let line = [(x - dx, y - dy), (x + dx, y + dy)].map(rounded);
                        self.pen.line(&line, stroke(0.9))?;
                    }
                }
                Ok(())
            }
            Fill::Rings => {
                for (x, y) in spread(&places, len(6.6), len(2.4)) {
                    let ring: Vec<(i32, i32)> = (0..12_u8)
                        .map(|step| {
                            let angle = f64::from(step) / 6.0 * std::f64::consts::PI;
                            rounded((x + len(2.1) * angle.cos(), y + len(2.1) * angle.sin()))
                        })
                        .collect();
                    self.pen.outline(&ring, stroke(0.8))?;
                }
                Ok(())
            }
        }
    }

    /// Darker the stronger; what has no strength is in the middle.
    fn tint(&self, level: Option<u8>) -> Rgb {
        let share = match level {
            Some(0) => 10,
            Some(1..=3) => 26,
            Some(4..=6) | None => 46,
            Some(_) => 72,
        };
        let [_, pain, ..] = self.palette.series;
        mixed(pain, self.palette.background, share)
    }

    fn key(&self, size: (i32, i32)) -> Result<(), ChartError> {
        let row_tall = self.pen.measure.len(ROW);
        let rows = i32::from(rows_of(self.map, self.pen.measure, size.0));
        let top = size.1 - rows * row_tall;
        for (row, left, fill, words) in key(self.map, self.pen.measure, size.0) {
            let y = top + i32::try_from(row).unwrap_or_default() * row_tall;
            let (right, half) = (left + self.pen.measure.len(SAMPLE), self.pen.measure.len(6.0));
            let middle = y + row_tall / 2;
            let sample = [
                (left, middle - half),
                (right, middle - half),
                (right, middle + half),
                (left, middle + half),
            ];
            self.fill(&sample, fill, None)?;
            let edge = Stroke {
                color: self.palette.frame,
                width: 0.7,
                dash: &[],
            };
            self.pen.outline(&sample, edge)?;
            let place = (right + self.pen.measure.len(6.0), middle);
            let ink = (TEXT, Face::Regular, self.palette.text);
            self.pen.text(&printable(words), place, HPos::Left, ink)?;
        }
        Ok(())
    }
}

/// Places over a region; its middle where it has room for none.
fn spread(outline: &[Place], apart: f64, room: f64) -> Vec<Place> {
    let found = hatch::places(outline, apart, room);
    match found.is_empty() {
        true => vec![hatch::middle(outline)],
        false => found,
    }
}

/// Whether a line turns by more than 40 degrees.
fn is_corner(before: (i32, i32), here: (i32, i32), next: (i32, i32)) -> bool {
    let step = |a: (i32, i32), b: (i32, i32)| (f64::from(b.0 - a.0), f64::from(b.1 - a.1));
    let ((ax, ay), (bx, by)) = (step(before, here), step(here, next));
    let lengths = ax.hypot(ay) * bx.hypot(by);
    lengths > 0.0 && (ax * bx + ay * by) / lengths < 0.77
}

fn as_places(outline: &[(i32, i32)]) -> Vec<Place> {
    outline
        .iter()
        .map(|(x, y)| (f64::from(*x), f64::from(*y)))
        .collect()
}

fn rounded((x, y): Place) -> (i32, i32) {
    (x.round() as i32, y.round() as i32)
}

/// An outline in pixels.
fn path(outline: &[(i32, i32)]) -> String {
    let places: Vec<String> = outline
        .iter()
        .map(|(x, y)| format!("{},{}", f64::from(*x) / SUBUNITS, f64::from(*y) / SUBUNITS))
        .collect();
    format!("M{}Z", places.join("L"))
}
