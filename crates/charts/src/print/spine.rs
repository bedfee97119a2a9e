//! The spine on paper, by the drawing that the screen has.

use printpdf::Op;

use super::{PrintFonts, PrintRect, on_paper, subunits};
use crate::spine::{SpineDrawing, drawing, layout};
use crate::text::{Measure, SUBUNITS};
use crate::{ChartError, Palette};

/// The height in points at which the spine reads well on paper at this width: 6 cm for one region, more for more.
///
/// # Errors
/// [`ChartError::TooNarrow`].
pub fn spine_print_height(spine: &SpineDrawing, w_pt: f32) -> Result<f32, ChartError> {
    let measure = Measure::paper()?;
    let plan = layout::plan(spine, &measure, subunits(w_pt), None)?;
    Ok((f64::from(measure.len(plan.height)) / SUBUNITS) as f32)
}

/// Draws the spine into a rectangle of a page, as high as [`spine_print_height`] says, from its upper edge. The operations
/// leave the graphics state as they found it.
///
/// # Errors
/// [`ChartError::TooNarrow`], [`ChartError::TooSmall`].
pub fn render_spine_print(
    spine: &SpineDrawing,
    rect: PrintRect,
    fonts: PrintFonts,
) -> Result<Vec<Op>, ChartError> {
    on_paper(rect, fonts, |surface, measure, size| {
        let plan = layout::plan(spine, measure, size.0, None)?;
        // A page rounds the height that it was told.
        if measure.len(plan.height) > size.1 + 10 {
            let needed = f64::from(measure.len(plan.height)) / SUBUNITS;
            return Err(ChartError::TooSmall {
                needed: needed.ceil() as u32,
            });
        }
        drawing::draw(surface, spine, &Palette::PRINT, measure, &plan, size)
    })
}

#[cfg(test)]
mod tests;
