//! Strokes, shapes and words on any plotters surface, in whole subunits of its canvas.

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::Face;
use crate::text::Measure;
use crate::{ChartError, Rgb, fonts};

/// A place on the canvas, from its top left corner.
pub(crate) type Place = (i32, i32);

/// Most dashes drawn along one line. Beyond it the line is drawn unbroken: dashes that dense cannot be told apart,
/// and the marks still carry the difference.
const MOST_DASHES: f64 = 1500.0;

/// plotters takes a font size as line height and its SVG surface divides by this to get the size of an em.
pub(crate) const LINE_PER_EM: f64 = 1.24;

/// How a line is drawn: lengths in screen pixels, dashes and gaps in turn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stroke {
    pub(crate) color: Rgb,
    pub(crate) width: f64,
    pub(crate) dash: &'static [f64],
}

/// Draws on one surface at one scale.
pub(crate) struct Pen<'a, DB: DrawingBackend> {
    pub(crate) area: &'a DrawingArea<DB, Shift>,
    pub(crate) measure: &'a Measure,
}

fn rgb(Rgb(r, g, b): Rgb) -> RGBColor {
    RGBColor(r, g, b)
}

impl<DB: DrawingBackend> Pen<'_, DB> {
    /// A line through all places.
    pub(crate) fn line(&self, places: &[Place], stroke: Stroke) -> Result<(), ChartError> {
        let style = ShapeStyle {
            color: rgb(stroke.color).to_rgba(),
            filled: false,
            stroke_width: self.measure.len(stroke.width).max(1).unsigned_abs(),
        };
        for piece in self.dashes(places, stroke.dash) {
            self.area
                .draw(&PathElement::new(piece, style))
                .map_err(|_| ChartError::Surface)?;
        }
        Ok(())
    }

    /// The outline of a closed shape.
    pub(crate) fn outline(&self, corners: &[Place], stroke: Stroke) -> Result<(), ChartError> {
        let closed: Vec<Place> = corners.iter().chain(corners.iter().take(2)).copied().collect();
        self.line(&closed, stroke)
    }

    pub(crate) fn fill(&self, corners: &[Place], color: Rgb) -> Result<(), ChartError> {
        let shape = Polygon::new(corners.to_vec(), rgb(color).filled());
        self.area.draw(&shape).map_err(|_| ChartError::Surface)
    }

    pub(crate) fn block(&self, from: Place, to: Place, color: Rgb) -> Result<(), ChartError> {
        self.area
            .draw(&Rectangle::new([from, to], rgb(color).filled()))
            .map_err(|_| ChartError::Surface)
    }

    /// A filled disc; `radius` in subunits.
    pub(crate) fn disc(&self, centre: Place, radius: i32, color: Rgb) -> Result<(), ChartError> {
        self.area
            .draw(&Circle::new(centre, radius, rgb(color).filled()))
            .map_err(|_| ChartError::Surface)
    }

    /// One line of text, centred on its place vertically; `size` in screen pixels.
    pub(crate) fn text(
        &self,
        text: &str,
        place: Place,
        align: HPos,
        (size, face, color): (f64, Face, Rgb),
    ) -> Result<(), ChartError> {
        let style = match face {
            Face::Regular => FontStyle::Normal,
            Face::Semibold => FontStyle::Bold,
            Face::Italic => FontStyle::Italic,
        };
        let line_height = f64::from(self.measure.len(size)) * LINE_PER_EM;
        let font = FontDesc::new(FontFamily::Name(fonts::FAMILY), line_height, style);
        let color = rgb(color);
        let style = TextStyle::from(font)
            .color(&color)
            .pos(Pos::new(align, VPos::Center));
        self.area
            .draw_text(text, &style, place)
            .map_err(|_| ChartError::Surface)
    }

    /// Cuts a line into its dashes.
    fn dashes(&self, places: &[Place], dash: &[f64]) -> Vec<Vec<Place>> {
        let pattern: Vec<f64> = dash
            .iter()
            .map(|length| f64::from(self.measure.len(*length).max(1)))
            .collect();
        let period: f64 = pattern.iter().sum();
        let distance = |a: Place, b: Place| f64::from(b.0 - a.0).hypot(f64::from(b.1 - a.1));
        let total: f64 = places.windows(2).map(|pair| distance(pair[0], pair[1])).sum();
        if pattern.is_empty() || total / period > MOST_DASHES {
            return vec![places.to_vec()];
        }
        let mut pieces = Vec::new();
        let mut piece: Vec<Place> = places.first().copied().into_iter().collect();
        let (mut index, mut left) = (0, pattern.first().copied().unwrap_or(total));
        for pair in places.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            let length = distance(from, to);
            let mut done = 0.0;
            while length - done > left {
                done += left;
                let part = done / length;
                let along = |a: i32, b: i32| (f64::from(a) + f64::from(b - a) * part).round() as i32;
                let place = (along(from.0, to.0), along(from.1, to.1));
                if index % 2 == 0 {
                    piece.push(place);
                    pieces.push(std::mem::take(&mut piece));
                } else {
                    piece = vec![place];
                }
                index = (index + 1) % pattern.len();
                left = pattern.get(index).copied().unwrap_or(period);
            }
            left -= length - done;
            if index % 2 == 0 {
                piece.push(to);
            }
        }
        if piece.len() > 1 {
            pieces.push(piece);
        }
        pieces
    }
}
