//! Paper: the drawing as PDF page operations, with vector lines and real, searchable text in the caller's fonts.
//!
//! Page operations have no transparency without a resource of the document, so every colour is opaque.

mod spine;
mod surface;

use printpdf::{FontId, Op};

pub use spine::{render_spine_print, spine_print_height};

use crate::body::{self, BodyMap};
use crate::text::{Measure, SUBUNITS};
use crate::{ChartError, Palette, ProgressChart, drawing, layout};
use surface::PrintSurface;

/// A rectangle on a page, in points, measured from the page's lower left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PrintRect {
    /// Left edge, from the left edge of the page.
    pub x_pt: f32,
    /// Lower edge, from the lower edge of the page.
    pub y_pt: f32,
    /// Width in points, above 0.
    pub w_pt: f32,
    /// Height in points, above 0.
    pub h_pt: f32,
}

/// Fonts that the document already holds, made from [`crate::fonts::REGULAR`] and [`crate::fonts::SEMIBOLD`].
#[derive(Debug, Clone, PartialEq)]
pub struct PrintFonts {
    /// Text of weight 400.
    pub regular: FontId,
    /// Text of weight 600.
    pub semibold: FontId,
}

/// The height in points at which the chart reads well on paper at this width.
///
/// # Errors
/// When the chart itself cannot be drawn; see [`ChartError`].
pub fn print_height(chart: &ProgressChart, w_pt: f32) -> Result<f32, ChartError> {
    let height = layout::good_height(chart, &Measure::paper()?, subunits(w_pt))?;
    Ok((f64::from(height) / SUBUNITS) as f32)
}

/// Draws the chart into a rectangle of a page. The operations leave the graphics state as they found it.
///
/// # Errors
/// [`ChartError::TooSmall`] when it cannot be read at this size, and every reason for which a chart cannot be drawn
/// truthfully.
pub fn render_print(
    chart: &ProgressChart,
    rect: PrintRect,
    fonts: PrintFonts,
) -> Result<Vec<Op>, ChartError> {
    on_paper(rect, fonts, |surface, measure, size| {
        drawing::draw(surface, chart, &Palette::PRINT, measure, size).map(|_| ())
    })
}

/// Draws a body map into a rectangle of a page. The operations leave the graphics state as they found it.
///
/// # Errors
/// When the shipped typeface can't be read or the surface fails.
pub fn render_body_print(map: &BodyMap, rect: PrintRect, fonts: PrintFonts) -> Result<Vec<Op>, ChartError> {
    on_paper(rect, fonts, |surface, measure, size| {
        body::draw(surface, map, &Palette::PRINT, measure, size).map(|_| ())
    })
}

/// What is drawn into a rectangle of a page on a surface of so many subunits.
fn on_paper(
    rect: PrintRect,
    fonts: PrintFonts,
    draw: impl FnOnce(PrintSurface<'_>, &Measure, (i32, i32)) -> Result<(), ChartError>,
) -> Result<Vec<Op>, ChartError> {
    let size = (subunits(rect.w_pt), subunits(rect.h_pt));
    let mut ops = Vec::new();
    let surface = PrintSurface::new(&mut ops, rect, fonts, size)?;
    draw(surface, &Measure::paper()?, size)?;
    Ok(ops)
}

pub(crate) fn subunits(pt: f32) -> i32 {
    // No page is larger than PDF allows (14,400 pt); a length that is not a number becomes 0 and is refused as too small.
    (f64::from(pt).clamp(0.0, 14_400.0) * SUBUNITS).floor() as i32
}

#[cfg(test)]
mod tests;
