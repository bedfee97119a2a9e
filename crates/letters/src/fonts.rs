//! The letter's embedded faces: glyph advances, cleaning of text to what a face can draw, and the
//! list of characters that it can't.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

use lamina_charts::fonts::{ITALIC, REGULAR, SEMIBOLD};
use printpdf::{FontId, ParsedFont};
use unicode_normalization::UnicodeNormalization;

use crate::render::LetterError;

/// A face of the letter's one family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Face {
    Regular,
    Semibold,
    Italic,
}

impl Face {
    pub(crate) const ALL: [Self; 3] = [Self::Regular, Self::Semibold, Self::Italic];

    fn index(self) -> usize {
        match self {
            Self::Regular => 0,
            Self::Semibold => 1,
            Self::Italic => 2,
        }
    }

    /// Six capitals, because printpdf makes the subset tag out of the id's first six letters.
    pub(crate) fn id(self) -> FontId {
        FontId(
            match self {
                Self::Regular => "LAMREG",
                Self::Semibold => "LAMSEM",
                Self::Italic => "LAMITA",
            }
            .into(),
        )
    }
}

struct Loaded {
    font: ParsedFont,
    units_per_em: f32,
    /// Advance per character in font units, `None` where the face has no glyph.
    advances: RefCell<HashMap<char, Option<u16>>>,
    replacement: char,
}

impl Loaded {
    fn parse(bytes: &[u8]) -> Result<Self, LetterError> {
        let font = ParsedFont::from_bytes(bytes, 0, &mut Vec::new()).ok_or(LetterError::Font)?;
        let units_per_em = f32::from(font.pdf_font_metrics.units_per_em.max(1));
        let loaded = Self {
            font,
            units_per_em,
            advances: RefCell::new(HashMap::new()),
            replacement: '?',
        };
        let replacement = ['\u{fffd}', '\u{25a1}', '\u{25ca}']
            .into_iter()
            .find(|c| loaded.advance(*c).is_some())
            .unwrap_or('?');
        Ok(Self {
            replacement,
            ..loaded
        })
    }

    fn advance(&self, c: char) -> Option<u16> {
        *self.advances.borrow_mut().entry(c).or_insert_with(|| {
            self.font
                .lookup_glyph_index(u32::from(c))
                .filter(|gid| *gid != 0)
                .map(|gid| self.font.get_horizontal_advance(gid))
        })
    }
}

/// The loaded faces and what they met that they can't draw.
pub(crate) struct Fonts {
    faces: [Loaded; 3],
    unsupported: RefCell<BTreeSet<char>>,
}

impl Fonts {
    pub(crate) fn load() -> Result<Self, LetterError> {
        Ok(Self {
            faces: [
                Loaded::parse(REGULAR)?,
                Loaded::parse(SEMIBOLD)?,
                Loaded::parse(ITALIC)?,
            ],
            unsupported: RefCell::new(BTreeSet::new()),
        })
    }

    pub(crate) fn parsed(&self, face: Face) -> &ParsedFont {
        &self.faces[face.index()].font
    }

    pub(crate) fn unsupported(&self) -> Vec<char> {
        self.unsupported.borrow().iter().copied().collect()
    }

    /// Width of cleaned text in points.
    pub(crate) fn width(&self, face: Face, size: f32, text: &str) -> f32 {
        text.chars().map(|c| self.char_width(face, size, c)).sum()
    }

    /// Width of one cleaned character in points.
    pub(crate) fn char_width(&self, face: Face, size: f32, c: char) -> f32 {
        let loaded = &self.faces[face.index()];
        let shown = if c == '\u{a0}' { ' ' } else { c };
        f32::from(loaded.advance(shown).unwrap_or(0)) * size / loaded.units_per_em
    }

    /// The text as the face can draw it: composed, without control and direction characters,
    /// unknown characters replaced by a visible mark and remembered. Line feeds and non-breaking
    /// spaces stay, for wrapping.
    pub(crate) fn clean(&self, face: Face, text: &str) -> String {
        let loaded = &self.faces[face.index()];
        text.nfc()
            .filter_map(|c| match c {
                '\n' => Some('\n'),
                '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
                '\u{a0}' | '\u{202f}' | '\u{2007}' => Some('\u{a0}'),
                '\u{2000}'..='\u{200a}' => Some(' '),
                '\u{2010}' | '\u{2011}' => Some('-'),
                c if c.is_control() || invisible(c) => None,
                c if loaded.advance(c).is_some() => Some(c),
                c => {
                    self.unsupported.borrow_mut().insert(c);
                    Some(loaded.replacement)
                }
            })
            .collect()
    }
}

/// Characters that only steer breaking, joining or direction and have no ink.
fn invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}
