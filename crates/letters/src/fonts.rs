//! The letter's fonts: cleaning of text to what they can draw, and the list of characters that none
//! of them can.

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeSet, HashMap};

pub(crate) use lamina_charts::Face;
use lamina_charts::Typeface;
use printpdf::{FontId, ParsedFont};
use rustybuzz::Face as Shaper;
use unicode_normalization::UnicodeNormalization;

use crate::error::LetterError;
use crate::scripts::{self, FACES};

/// The name by which the file knows a face: six capitals, because printpdf makes the subset tag out of the id's first six
/// letters.
pub(crate) fn id_of(face: Face) -> FontId {
    FontId(
        match face {
            Face::Regular => "LAMREG",
            Face::Semibold => "LAMSEM",
            Face::Italic => "LAMITA",
        }
        .into(),
    )
}

/// A font that glyphs are taken from: a face of the family, or the face of a script by its place in [`FACES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Font {
    Family(u8),
    Script(u8),
}

impl Font {
    /// A face of the family.
    pub(crate) fn of(face: Face) -> Self {
        Self::Family(u8::try_from(face.index()).unwrap_or(0))
    }

    /// The name that the file knows it by.
    pub(crate) fn id(self) -> FontId {
        match self {
            Self::Family(at) => Face::ALL
                .get(usize::from(at))
                .map_or_else(|| id_of(Face::Regular), |face| id_of(*face)),
            Self::Script(at) => FontId(FACES.get(usize::from(at)).map_or("LAMREG", |face| face.id).into()),
        }
    }
}

/// The loaded faces and what they met that they can't draw.
pub(crate) struct Fonts {
    typeface: &'static Typeface,
    /// For shaping: the family's faces, then those of the scripts; opened when first needed.
    shapers: Vec<OnceCell<Option<Shaper<'static>>>>,
    /// Which font draws a character in a strong line or another; `None` where no font does.
    found: RefCell<HashMap<(char, Face), Option<Font>>>,
    /// Widths of pieces of shaped text, in ems.
    pub(crate) widths: RefCell<HashMap<(String, Face), f32>>,
    unsupported: RefCell<BTreeSet<char>>,
}

impl Fonts {
    pub(crate) fn load() -> Result<Self, LetterError> {
        Ok(Self {
            typeface: Typeface::shipped().map_err(|_| LetterError::Font)?,
            shapers: (0..Face::ALL.len() + FACES.len())
                .map(|_| OnceCell::new())
                .collect(),
            found: RefCell::new(HashMap::new()),
            widths: RefCell::new(HashMap::new()),
            unsupported: RefCell::new(BTreeSet::new()),
        })
    }

    /// The font as the file embeds it, read anew: only a letter that is written needs it, none that is laid out. Nothing where it
    /// can't be read.
    pub(crate) fn parse(&self, font: Font) -> Option<ParsedFont> {
        let (bytes, index) = match font {
            Font::Family(at) => (Face::ALL.get(usize::from(at))?.file(), 0),
            Font::Script(at) => FACES.get(usize::from(at))?.bytes()?,
        };
        ParsedFont::from_bytes(bytes, index as usize, &mut Vec::new())
    }

    pub(crate) fn unsupported(&self) -> Vec<char> {
        self.unsupported.borrow().iter().copied().collect()
    }

    /// The font ready for shaping; nothing where the system doesn't have it.
    pub(crate) fn shaper(&self, font: Font) -> Option<&Shaper<'static>> {
        let at = match font {
            Font::Family(at) => usize::from(at),
            Font::Script(at) => Face::ALL.len() + usize::from(at),
        };
        let cell = self.shapers.get(at)?;
        cell.get_or_init(|| {
            let (bytes, index) = match font {
                Font::Family(at) => (Face::ALL.get(usize::from(at))?.file(), 0),
                Font::Script(at) => FACES.get(usize::from(at))?.bytes()?,
            };
            Shaper::from_slice(bytes, index)
        })
        .as_ref()
    }

    /// The font that draws this character in a text of this face; nothing where none does.
    pub(crate) fn font_of(&self, face: Face, c: char) -> Option<Font> {
        if self.typeface.draws(face, c) {
            return Some(Font::of(face));
        }
        if let Some(known) = self.found.borrow().get(&(c, face)) {
            return *known;
        }
        let strong = face == Face::Semibold;
        let found = FACES
            .iter()
            .enumerate()
            .filter(|(_, one)| one.strong.is_none_or(|of| of == strong) && one.is_for(c))
            .filter_map(|(at, _)| Some(Font::Script(u8::try_from(at).ok()?)))
            .find(|font| self.draws(*font, c));
        self.found.borrow_mut().insert((c, face), found);
        found
    }

    /// Whether the font has a glyph for this character.
    pub(crate) fn draws(&self, font: Font, c: char) -> bool {
        self.shaper(font)
            .and_then(|shaper| shaper.glyph_index(c))
            .is_some_and(|glyph| glyph.0 != 0)
    }

    /// Width in points of cleaned text of which every character is plain; [`crate::line::measure`] takes any other too.
    pub(crate) fn width(&self, face: Face, size: f32, text: &str) -> f32 {
        self.typeface.ems(face, text) as f32 * size
    }

    /// What stands where no font draws a character.
    fn replacement(&self, face: Face) -> char {
        ['\u{fffd}', '\u{25a1}', '\u{25ca}']
            .into_iter()
            .find(|c| self.typeface.draws(face, *c))
            .unwrap_or('?')
    }

    /// The text as the letter can draw it: composed, without control characters and overrides of direction, unknown
    /// characters replaced by a visible mark and remembered. Line feeds and non-breaking spaces stay, for wrapping;
    /// joiners and what isolates directions stay where the text is in a script that needs them.
    pub(crate) fn clean(&self, face: Face, text: &str) -> String {
        let replacement = self.replacement(face);
        let mut plain = true;
        let mut steered = false;
        let mut clean: String = text
            .nfc()
            .filter_map(|c| match c {
                '\n' => Some('\n'),
                '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
                '\u{a0}' | '\u{202f}' | '\u{2007}' => Some('\u{a0}'),
                '\u{2000}'..='\u{200a}' => Some(' '),
                '\u{2010}' | '\u{2011}' => Some('-'),
                c if steers(c) => {
                    steered = true;
                    Some(c)
                }
                c if c.is_control() || invisible(c) => None,
                c if self.font_of(face, c).is_some() => {
                    plain &= is_plain(c);
                    Some(c)
                }
                c => {
                    self.unsupported.borrow_mut().insert(c);
                    Some(replacement)
                }
            })
            .collect();
        if plain && steered {
            clean.retain(|c| !steers(c));
        }
        clean
    }
}

/// Characters that are drawn by their own glyph alone, from left to right: no script that joins, stacks or runs from
/// right to left, and no combining mark.
pub(crate) fn is_plain(c: char) -> bool {
    matches!(c, '\u{0}'..='\u{2ff}' | '\u{370}'..='\u{482}' | '\u{48a}'..='\u{52f}' | '\u{1e00}'..='\u{200a}'
        | '\u{2010}'..='\u{2029}' | '\u{202f}'..='\u{205f}' | '\u{2070}'..='\u{20cf}' | '\u{2100}'..='\u{2bff}'
        | '\u{fb00}'..='\u{fb06}' | '\u{fffd}')
}

/// Characters without ink that steer joining, or that isolate one direction from another.
pub(crate) fn steers(c: char) -> bool {
    matches!(c, '\u{200c}'..='\u{200f}' | '\u{61c}' | '\u{2066}'..='\u{2069}')
}

/// Those of them that set a direction, and are no part of a word as joiners are.
pub(crate) fn directs(c: char) -> bool {
    steers(c) && !matches!(c, '\u{200c}' | '\u{200d}')
}

/// Characters that only steer breaking or override the direction, and have no ink.
fn invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

/// The scripts of these characters by name, sorted, and whether there are signs that belong to none.
pub(crate) fn scripts_of<'n>(characters: &[char]) -> (Vec<&'n str>, bool) {
    let named: BTreeSet<&str> = characters.iter().filter_map(|c| scripts::name(*c)).collect();
    let others = characters.iter().any(|c| scripts::name(*c).is_none());
    (named.into_iter().collect(), others)
}
