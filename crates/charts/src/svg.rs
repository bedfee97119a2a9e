//! The screen: the drawing as one SVG text, safe to put into a page under a strict content policy. It has no scripts,
//! no style attributes and no identifiers, and every word in it is escaped.

use plotters::prelude::SVGBackend;

use crate::text::{Measure, SUBUNITS, printable};
use crate::{ChartError, Mark, Palette, ProgressChart, drawing, layout};

/// A drawn chart, and where on it the values lie.
#[derive(Debug, Clone, PartialEq)]
pub struct Rendered {
    /// The SVG; its `viewBox` is the asked size in pixels.
    pub svg: String,
    /// Where the values lie, panel by panel in the order they were given.
    pub marks: Vec<Mark>,
}

/// The height in pixels at which the chart reads well at this width.
///
/// # Errors
/// When the chart itself cannot be drawn; see [`ChartError`].
pub fn screen_height(chart: &ProgressChart, width_px: u32) -> Result<u32, ChartError> {
    let height = layout::good_height(chart, &Measure::screen()?, subunits(width_px)?)?;
    Ok((f64::from(height) / SUBUNITS).ceil() as u32)
}

/// Draws the chart for the screen, `size_px` wide and high.
///
/// # Errors
/// [`ChartError::TooSmall`] when it cannot be read at this size, and every reason for which a chart cannot be drawn
/// truthfully.
pub fn render_svg(
    chart: &ProgressChart,
    size_px: (u32, u32),
    palette: &Palette,
) -> Result<Rendered, ChartError> {
    let size = (subunits(size_px.0)?, subunits(size_px.1)?);
    let measure = Measure::screen()?;
    let mut drawn = String::new();
    let canvas = (size.0.unsigned_abs(), size.1.unsigned_abs());
    let surface = SVGBackend::with_string(&mut drawn, canvas);
    let marks = drawing::draw(surface, chart, palette, &measure, size)?;
    let description = if chart.is_empty() {
        &chart.labels.empty
    } else {
        &chart.labels.description
    };
    let svg = framed(&drawn, size_px, &chart.title, description)?;
    Ok(Rendered { svg, marks })
}

/// What a surface drew in subunits, as a picture that measures in pixels and has a name.
pub(crate) fn framed(
    drawn: &str,
    (width, height): (u32, u32),
    title: &str,
    description: &str,
) -> Result<String, ChartError> {
    // The opening tag of the surface measures in subunits; ours measures in pixels and names the picture.
    let (_, body) = drawn.split_once('\n').ok_or(ChartError::Surface)?;
    let body = body
        .trim_end()
        .strip_suffix("</svg>")
        .ok_or(ChartError::Surface)?;
    let (title, description) = (escaped(title), escaped(description));
    let scale = 1.0 / SUBUNITS;
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\">\n<title>{title}</title>\n<desc>{description}</desc>\n\
         <g transform=\"scale({scale})\">\n{}</g>\n</svg>\n",
        body.replace(" opacity=\"1\"", "")
    ))
}

/// Wider than any screen; keeps sums of subunits far inside their type.
const MOST_PX: u32 = 100_000;

pub(crate) fn subunits(px: u32) -> Result<i32, ChartError> {
    let px = Some(px)
        .filter(|px| *px <= MOST_PX)
        .and_then(|px| i32::try_from(px).ok());
    px.map(|px| px * SUBUNITS as i32).ok_or(ChartError::Surface)
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in printable(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests;
