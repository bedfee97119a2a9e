//! How wide words are in the shipped typeface: the one measure by which charts and letters lay out, break lines and draw.
//!
//! A width is the sum of the advances of its characters, which is what a PDF reader adds up as well: the family is drawn
//! without kerning and without ligatures.

use std::sync::LazyLock;

use ab_glyph::{Font, FontRef};

use crate::ChartError;
use crate::fonts::{ITALIC, REGULAR, SEMIBOLD};

/// A face of the shipped family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Face {
    /// Upright and of weight 400, for running text.
    Regular,
    /// Upright and of weight 600, for what stands out.
    Semibold,
    /// Slanted and of weight 400, for quiet text.
    Italic,
}

impl Face {
    /// Every face, each at its [`Face::index`].
    pub const ALL: [Self; 3] = [Self::Regular, Self::Semibold, Self::Italic];

    /// Its place among all faces.
    pub fn index(self) -> usize {
        match self {
            Self::Regular => 0,
            Self::Semibold => 1,
            Self::Italic => 2,
        }
    }

    /// The face as a complete TrueType file.
    pub fn file(self) -> &'static [u8] {
        match self {
            Self::Regular => REGULAR,
            Self::Semibold => SEMIBOLD,
            Self::Italic => ITALIC,
        }
    }
}

/// Up to here advances are looked up once for all: Latin, Greek and Cyrillic.
const TABLED: u32 = 0x530;

struct Advances {
    font: FontRef<'static>,
    per_em: f32,
    missing: f32,
    tabled: Vec<Option<f32>>,
}

impl Advances {
    fn of(face: Face) -> Option<Self> {
        let font = FontRef::try_from_slice(face.file()).ok()?;
        let mut read = Self {
            per_em: font.units_per_em().unwrap_or(1000.0).max(1.0),
            missing: font.h_advance_unscaled(ab_glyph::GlyphId(0)),
            font,
            tabled: Vec::new(),
        };
        let tabled = (0..TABLED).map(|code| read.look_up(char::from_u32(code)?));
        read.tabled = tabled.collect();
        Some(read)
    }

    fn look_up(&self, c: char) -> Option<f32> {
        let glyph = self.font.glyph_id(c);
        (glyph.0 != 0).then(|| self.font.h_advance_unscaled(glyph))
    }

    fn units(&self, c: char) -> Option<f32> {
        // A space that holds words together is drawn as any other.
        let shown = if c == '\u{a0}' { ' ' } else { c };
        match self.tabled.get(shown as usize) {
            Some(known) => *known,
            None => self.look_up(shown),
        }
    }
}

/// The advances of every character of the family.
pub struct Typeface([Advances; 3]);

static SHIPPED: LazyLock<Option<Typeface>> = LazyLock::new(|| {
    Some(Typeface([
        Advances::of(Face::Regular)?,
        Advances::of(Face::Semibold)?,
        Advances::of(Face::Italic)?,
    ]))
});

impl Typeface {
    /// The family, read once for the whole program.
    ///
    /// # Errors
    /// [`ChartError::Typeface`] where a file of it can't be read.
    pub fn shipped() -> Result<&'static Self, ChartError> {
        SHIPPED.as_ref().ok_or(ChartError::Typeface)
    }

    /// Whether the face has a glyph for this character.
    pub fn draws(&self, face: Face, c: char) -> bool {
        self.0[face.index()].units(c).is_some()
    }

    /// Width of a text in ems; what the face can't draw is as wide as the sign in its place.
    pub fn ems(&self, face: Face, text: &str) -> f64 {
        let face = &self.0[face.index()];
        let units: f32 = text.chars().map(|c| face.units(c).unwrap_or(face.missing)).sum();
        f64::from(units / face.per_em)
    }
}
