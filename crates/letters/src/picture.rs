//! A page of a finished letter as a picture, drawn from the very bytes that are saved and printed.

use crate::LetterError;
use hayro::{
    PixmapSettings, RenderCache, RenderSettings, hayro_interpret::InterpreterSettings, hayro_syntax::Pdf,
    render, vello_cpu::color::palette::css::WHITE,
};

/// Page `page` (from 1) of `pdf` as a PNG on white, `scale` pixels to a point (0.5 to 4; anything else is brought
/// into that range).
///
/// # Errors
/// [`LetterError::NoSuchPage`], or [`LetterError::Picture`] when the file can't be drawn.
pub fn picture(pdf: &[u8], page: u32, scale: f32) -> Result<Vec<u8>, LetterError> {
    let scale = if scale.is_finite() {
        scale.clamp(0.5, 4.0)
    } else {
        1.0
    };
    drawn(pdf.to_vec(), page, |_| Ok(scale))
}

/// Page `page` (from 1) as a PNG on white, in so many pixels to a point as `scale` says of its width and height in points.
pub(crate) fn drawn(
    pdf: Vec<u8>,
    page: u32,
    scale: impl FnOnce((f32, f32)) -> Result<f32, LetterError>,
) -> Result<Vec<u8>, LetterError> {
    let file = Pdf::new(pdf).map_err(|_| LetterError::Picture)?;
    let pages = file.pages();
    let at = (page as usize).checked_sub(1).and_then(|at| pages.get(at));
    let page = at.ok_or(LetterError::NoSuchPage)?;
    let scale = scale(page.render_dimensions())?;
    let settings = PixmapSettings {
        x_scale: scale,
        y_scale: scale,
        bg_color: WHITE,
    };
    let drawn = render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &settings,
    );
    drawn.into_png().map_err(|_| LetterError::Picture)
}
