//! Measures words at the scale of a surface, so that the screen, the paper and the layout agree.

use crate::{
    ChartError, Face, Typeface,
    breaking::{Room, lines, words},
};

/// Subunits of a drawing: the surface's unit (px or pt) is divided by ten, because plotters places on whole numbers.
pub(crate) const SUBUNITS: f64 = 10.0;

/// Widths of text in the shipped typeface, and all lengths of the drawing at one scale.
pub(crate) struct Measure {
    typeface: &'static Typeface,
    scale: f64,
}

impl Measure {
    /// Lengths for the screen: body text of 12 px.
    pub(crate) fn screen() -> Result<Self, ChartError> {
        Self::with_scale(1.0)
    }

    /// Lengths for paper: body text of 7.5 pt.
    pub(crate) fn paper() -> Result<Self, ChartError> {
        Self::with_scale(0.625)
    }

    fn with_scale(scale: f64) -> Result<Self, ChartError> {
        let typeface = Typeface::shipped()?;
        Ok(Self { typeface, scale })
    }

    /// A length given in screen pixels, in subunits of this surface.
    pub(crate) fn len(&self, px: f64) -> i32 {
        (px * self.scale * SUBUNITS).round() as i32
    }

    /// The length in screen pixels of so many subunits of this surface.
    pub(crate) fn px(&self, subunits: i32) -> f64 {
        f64::from(subunits) / (self.scale * SUBUNITS)
    }

    /// Width of a text in subunits; `size` in screen pixels.
    pub(crate) fn width(&self, text: &str, size: f64, face: Face) -> i32 {
        // Font units are summed as 32-bit floats; what they add beyond a whole number is noise.
        (self.ems(text, face) * size * self.scale * SUBUNITS - 0.001).ceil() as i32
    }

    /// Width of a text in ems.
    pub(crate) fn ems(&self, text: &str, face: Face) -> f64 {
        self.typeface.ems(face, text)
    }

    /// Breaks a text into lines of at most `width` subunits; breaks inside a word only when it has a line to itself
    /// and still does not fit. Nothing is ever cut off.
    pub(crate) fn wrap(&self, text: &str, width: i32, size: f64, face: Face) -> Vec<String> {
        let text = printable(text).split_whitespace().collect::<Vec<_>>().join(" ");
        let width_of = |part: &str| self.width(part, size, face) as f32;
        let room = Room {
            width: width as f32,
            cut: width as f32,
            space: width_of(" "),
        };
        lines(&text, &words(&text), room, width_of)
            .into_iter()
            .filter_map(|range| text.get(range).map(str::to_owned))
            .collect()
    }
}

/// The text without characters that neither XML nor a page can hold; line breaks and tabs become spaces.
pub(crate) fn printable(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_come_from_the_typeface() {
        let measure = Measure::screen().unwrap();
        let digit = measure.width("0", 12.0, Face::Regular);
        assert_eq!(digit, 72, "figures of this face are 600 of 1000 wide");
        assert_eq!(
            measure.width("1", 12.0, Face::Regular),
            digit,
            "figures are tabular"
        );
        assert!(measure.width("Pain", 12.0, Face::Semibold) > measure.width("Pain", 12.0, Face::Regular));
    }

    #[test]
    fn wrapping_keeps_every_letter() {
        let measure = Measure::screen().unwrap();
        let text = "Spinal cord stimulator implanted Donaudampfschifffahrtsgesellschaft end";
        let lines = measure.wrap(text, 600, 12.0, Face::Regular);
        assert!(lines.len() > 3);
        assert!(
            lines
                .iter()
                .all(|line| measure.width(line, 12.0, Face::Regular) <= 600)
        );
        assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
    }

    #[test]
    fn control_characters_do_not_reach_the_drawing() {
        assert_eq!(printable("a\u{0}b\nc\u{8}"), "ab c");
    }
}
