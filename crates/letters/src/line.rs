//! One line of text ready to be drawn: its width, and where its script needs it the glyphs in the order in which they
//! stand on paper.
//!
//! Text of Latin, Greek and Cyrillic is drawn character by character. A line with any other script is ordered by
//! the bidirectional algorithm (Unicode Standard Annex 9) and shaped run by run.

use std::ops::Range;
use std::rc::Rc;

use rustybuzz::ttf_parser::{GlyphId, Tag};
use rustybuzz::{BufferClusterLevel, Direction, Feature, UnicodeBuffer};
use unicode_bidi::{BidiClass, Level, ParagraphBidiInfo, bidi_class};
use unicode_script::{Script, UnicodeScript};
use unicode_segmentation::UnicodeSegmentation;

use crate::fonts::{Face, Font, Fonts, directs, is_plain, steers};

/// Thousandths of an em by which kerning may part two letters.
const WIDEST_KERN: i32 = 92;

/// A line of cleaned text.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// The text in reading order.
    pub(crate) text: String,
    /// Width in points at the size it was made for.
    pub(crate) width: f32,
    /// Whether its paragraph runs from right to left.
    pub(crate) leftward: bool,
    /// What is drawn, from left to right; nothing where the face draws the text character by character.
    pub(crate) clusters: Option<Rc<[Cluster]>>,
}

/// Glyphs that stand for some characters together.
#[derive(Debug, Clone)]
pub(crate) struct Cluster {
    pub(crate) font: Font,
    /// The characters, in reading order.
    pub(crate) text: String,
    pub(crate) glyphs: Vec<Glyph>,
}

/// A glyph and its place in points from the line's left end and baseline, upwards.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    pub(crate) x: f32,
    pub(crate) y: f32,
    /// Whether the pen moves on behind it; it does not behind a mark.
    pub(crate) moves: bool,
    /// The character that the font draws with this glyph, where it is one of the cluster's.
    pub(crate) nominal: Option<char>,
}

impl Line {
    pub(crate) fn plain(fonts: &Fonts, face: Face, size: f32, text: &str) -> Self {
        Self {
            text: text.replace('\u{a0}', " "),
            width: measure(fonts, face, size, text),
            leftward: false,
            clusters: None,
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// Whether every character of cleaned text is drawn by its own glyph, from left to right.
pub(crate) fn all_plain(text: &str) -> bool {
    text.chars().all(is_plain)
}

/// What the letters of a text say about its direction; those inside an isolate say nothing.
#[derive(Default)]
struct Letters {
    leftward: usize,
    others: usize,
    first_leftward: bool,
}

impl Letters {
    fn of(text: &str) -> Self {
        let mut letters = Self::default();
        let mut depth = 0_usize;
        for c in text.chars() {
            match bidi_class(c) {
                BidiClass::LRI | BidiClass::RLI | BidiClass::FSI => depth += 1,
                BidiClass::PDI => depth = depth.saturating_sub(1),
                BidiClass::L if depth == 0 => letters.others += 1,
                BidiClass::R | BidiClass::AL if depth == 0 => {
                    letters.first_leftward |= letters.others == 0;
                    letters.leftward += 1;
                }
                _ => {}
            }
        }
        letters
    }
}

/// A paragraph with its directions.
pub(crate) struct Paragraph<'t> {
    pub(crate) text: &'t str,
    bidi: ParagraphBidiInfo<'t>,
}

impl<'t> Paragraph<'t> {
    /// A text that stands for itself runs from right to left where its first letter does and most of its letters do.
    pub(crate) fn of(text: &'t str) -> Self {
        let letters = Letters::of(text);
        Self::running(text, letters.first_leftward && letters.leftward > letters.others)
    }

    /// A text that stands among others, as in a table or at the head of a page, runs as the letter does, from left to
    /// right, unless none of its letters do.
    pub(crate) fn among_others(text: &'t str) -> Self {
        let letters = Letters::of(text);
        Self::running(text, letters.leftward > 0 && letters.others == 0)
    }

    fn running(text: &'t str, leftward: bool) -> Self {
        let level = if leftward { Level::rtl() } else { Level::ltr() };
        Self {
            text,
            bidi: ParagraphBidiInfo::new(text, Some(level)),
        }
    }

    /// The line made of these bytes of the paragraph.
    pub(crate) fn line(&self, fonts: &Fonts, face: Face, size: f32, range: Range<usize>) -> Line {
        let text = self.text.get(range.clone()).unwrap_or_default();
        let leftward = self.bidi.paragraph_level.is_rtl();
        let mut clusters = Vec::new();
        let mut pen = 0.0;
        if !range.is_empty() {
            let (levels, runs) = self.bidi.visual_runs(range);
            for run in runs {
                let backwards = levels.get(run.start).is_some_and(Level::is_rtl);
                shape_run(
                    fonts,
                    face,
                    size,
                    self.text.get(run).unwrap_or_default(),
                    backwards,
                    &mut pen,
                    &mut clusters,
                );
            }
        }
        Line {
            text: text
                .chars()
                .filter(|c| !directs(*c))
                .map(|c| if c == '\u{a0}' { ' ' } else { c })
                .collect(),
            width: pen,
            leftward,
            clusters: Some(clusters.into()),
        }
    }
}

/// Width in points of a piece of cleaned text that is set alone: the only measure of the letter.
pub(crate) fn measure(fonts: &Fonts, face: Face, size: f32, text: &str) -> f32 {
    if all_plain(text) {
        return fonts.width(face, size, text);
    }
    let key = (text.to_owned(), face);
    if let Some(width) = fonts.widths.borrow().get(&key) {
        return width * size;
    }
    let width = Paragraph::among_others(text)
        .line(fonts, face, 1.0, 0..text.len())
        .width;
    fonts.widths.borrow_mut().insert(key, width);
    width * size
}

/// Appends the clusters of a run of one direction from left to right.
fn shape_run(
    fonts: &Fonts,
    face: Face,
    size: f32,
    text: &str,
    backwards: bool,
    pen: &mut f32,
    clusters: &mut Vec<Cluster>,
) {
    let mut parts = by_font(fonts, face, text);
    if backwards {
        parts.reverse();
    }
    for (font, part) in parts {
        let Some(shaper) = fonts.shaper(font) else {
            continue;
        };
        let part = part.replace('\u{a0}', " ");
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&part);
        buffer.set_cluster_level(BufferClusterLevel::MonotoneGraphemes);
        buffer.set_direction(if backwards {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        });
        buffer.guess_segment_properties();
        // As where the family is drawn character by character.
        let plain = matches!(font, Font::Family(_));
        let off = |tag: &[u8; 4]| Feature::new(Tag::from_bytes(tag), 0, ..);
        let features = if plain {
            vec![off(b"kern"), off(b"liga"), off(b"calt")]
        } else {
            Vec::new()
        };
        let shaped = rustybuzz::shape(shaper, &features, buffer);
        let scale = size / shaper.units_per_em().max(1) as f32;
        let mut starts: Vec<usize> = shaped
            .glyph_infos()
            .iter()
            .map(|info| info.cluster as usize)
            .collect();
        starts.sort_unstable();
        starts.dedup();
        let mut last = None;
        for (info, place) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            let start = info.cluster as usize;
            let after = starts.partition_point(|other| *other <= start);
            let end = starts.get(after).copied().unwrap_or(part.len());
            if last != Some(start) {
                last = Some(start);
                clusters.push(Cluster {
                    font,
                    text: part
                        .get(start..end)
                        .unwrap_or_default()
                        .chars()
                        .filter(|c| !directs(*c))
                        .collect(),
                    glyphs: Vec::new(),
                });
            }
            let Some(cluster) = clusters.last_mut() else {
                continue;
            };
            let id = u16::try_from(info.glyph_id).unwrap_or(0);
            let nominal = cluster
                .text
                .chars()
                .find(|c| shaper.glyph_index(*c).is_some_and(|glyph| glyph.0 == id));
            // Readers take a gap of a tenth of an em for a space, so kerning opens none that wide.
            let usual = i32::from(shaper.glyph_hor_advance(GlyphId(id)).unwrap_or(0));
            let widest = usual + shaper.units_per_em() * WIDEST_KERN / 1000;
            let over = (place.x_advance - widest).max(0);
            let shift = place.x_offset - over.min(place.x_offset.max(0));
            cluster.glyphs.push(Glyph {
                id,
                x: *pen + shift as f32 * scale,
                y: place.y_offset as f32 * scale,
                moves: place.x_advance != 0,
                nominal,
            });
            *pen += (place.x_advance - over) as f32 * scale;
        }
    }
    clusters.retain(|cluster| !cluster.text.is_empty());
}

/// The text cut where its font changes; marks stay with their base where one font draws both, and what belongs to no
/// script stays with the letters around it.
fn by_font<'t>(fonts: &Fonts, face: Face, text: &'t str) -> Vec<(Font, &'t str)> {
    let mut parts: Vec<(Font, Range<usize>)> = Vec::new();
    let mut add = |font: Font, range: Range<usize>| match parts.last_mut() {
        Some((last, whole)) if *last == font && whole.end == range.start => whole.end = range.end,
        _ => parts.push((font, range)),
    };
    let mut previous = None;
    // Spaces and signs that wait for what follows them.
    let mut waiting: Vec<(Range<usize>, Font)> = Vec::new();
    for (at, grapheme) in text.grapheme_indices(true) {
        for (range, font) in fonts_of(fonts, face, at, grapheme) {
            let Some(font) = font.or(previous) else { continue };
            if previous.is_some() && is_common(text.get(range.clone()).unwrap_or_default()) {
                waiting.push((range, font));
                continue;
            }
            for (range, own) in waiting.drain(..) {
                let part = text.get(range.clone()).unwrap_or_default();
                let between = previous == Some(font) && part.chars().all(|c| fonts.draws(font, as_drawn(c)));
                add(if between { font } else { own }, range);
            }
            add(font, range);
            previous = Some(font);
        }
    }
    for (range, own) in waiting {
        add(own, range);
    }
    parts
        .into_iter()
        .map(|(font, range)| (font, text.get(range).unwrap_or_default()))
        .collect()
}

/// Spaces and punctuation, which most fonts have.
fn is_common(text: &str) -> bool {
    text.chars()
        .all(|c| !c.is_alphanumeric() && c.script() == Script::Common)
}

/// The one font that draws the whole grapheme, or one for each character; none for what has no ink.
fn fonts_of(fonts: &Fonts, face: Face, at: usize, grapheme: &str) -> Vec<(Range<usize>, Option<Font>)> {
    let inked = || grapheme.chars().filter(|c| !steers(*c));
    if inked().next().is_none() {
        return vec![(at..at + grapheme.len(), None)];
    }
    let whole = inked()
        .filter_map(|c| fonts.font_of(face, as_drawn(c)))
        .find(|font| inked().all(|c| fonts.draws(*font, as_drawn(c))));
    if whole.is_some() {
        return vec![(at..at + grapheme.len(), whole)];
    }
    let each = grapheme.char_indices().map(|(inside, c)| {
        let start = at + inside;
        (start..start + c.len_utf8(), fonts.font_of(face, as_drawn(c)))
    });
    each.collect()
}

fn as_drawn(c: char) -> char {
    if c == '\u{a0}' { ' ' } else { c }
}
