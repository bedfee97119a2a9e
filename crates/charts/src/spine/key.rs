//! The key: a sample and a word for each thing that occurs in the drawing, in a column beside it or in columns below.

use super::{Glyph, Presence, SpineDrawing};
use crate::Face;
use crate::layout::TEXT;
use crate::text::Measure;

/// The key stands beside the drawing where so much room is left.
pub(super) const LEAST_WIDTH: f64 = 132.0;
const SAMPLE: f64 = 24.0;
const LINE: f64 = 15.0;
const BETWEEN: f64 = 4.0;
const COLUMN: f64 = 128.0;

/// What an entry explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sample {
    Glyph(Glyph),
    Beside,
    Unsure,
    Former,
    Numbers,
}

/// An entry with its place: the left edge of its sample, and the middle of its first line.
pub(super) struct Entry {
    pub(super) sample: Sample,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) rows: Vec<String>,
}

impl Entry {
    /// Where its words begin.
    pub(super) fn text(&self) -> f64 {
        self.x + SAMPLE
    }
    /// Where the lines of its words are, from the middle of the first.
    pub(super) fn lines(&self) -> impl Iterator<Item = (&str, f64)> {
        let heights = (0_u16..).map(|at| self.y + f64::from(at) * LINE);
        self.rows.iter().map(String::as_str).zip(heights)
    }
}

/// Entries at their places, and the height of all.
pub(super) struct Laid {
    pub(super) entries: Vec<Entry>,
    pub(super) height: f64,
}

impl Laid {
    pub(super) fn move_down(&mut self, by: f64) {
        self.entries.iter_mut().for_each(|entry| entry.y += by);
    }
}

/// Everything that occurs and has a word, in the order of the glyphs.
pub(super) fn entries(spine: &SpineDrawing) -> Vec<(Sample, String)> {
    let words = &spine.words;
    let occurs = |glyph: Glyph| spine.marks.iter().any(|mark| mark.glyph == glyph);
    let mut glyphs: Vec<(Glyph, String)> = words.glyphs.clone();
    glyphs.sort_by_key(|(glyph, _)| *glyph);
    glyphs.dedup_by_key(|(glyph, _)| *glyph);
    let presence = |wanted: Presence| spine.marks.iter().any(|mark| mark.presence == wanted);
    let more = [
        (Sample::Former, &words.former, presence(Presence::Former)),
        (Sample::Unsure, &words.unsure, presence(Presence::Unsure)),
        (Sample::Beside, &words.beside, !spine.beside.is_empty()),
        (Sample::Numbers, &words.numbers, !spine.numbers.is_empty()),
    ];
    let more = more.into_iter().filter(|(.., here)| *here);
    glyphs
        .into_iter()
        .filter(|(glyph, _)| occurs(*glyph))
        .map(|(glyph, word)| (Sample::Glyph(glyph), word))
        .chain(more.map(|(sample, word, _)| (sample, word.clone())))
        .filter(|(_, word)| !word.is_empty())
        .collect()
}

fn laid(
    entries: Vec<(Sample, String)>,
    measure: &Measure,
    (left, width, columns): (f64, f64, usize),
    top: f64,
) -> Laid {
    let mut placed = Vec::new();
    let mut y = top;
    let rest: Vec<(Sample, String)> = entries;
    for abreast in rest.chunks(columns) {
        let mut most = 1;
        for (at, (sample, word)) in abreast.iter().enumerate() {
            let room = measure.len(width - SAMPLE - 6.0);
            let rows = measure.wrap(word, room, TEXT, Face::Regular);
            most = most.max(rows.len());
            placed.push(Entry {
                sample: *sample,
                x: left + at as f64 * width,
                y: y + LINE / 2.0,
                rows,
            });
        }
        y += most as f64 * LINE + BETWEEN;
    }
    Laid {
        entries: placed,
        height: y - top,
    }
}

/// In columns between two edges.
pub(super) fn column(
    entries: Vec<(Sample, String)>,
    measure: &Measure,
    (left, right): (f64, f64),
    top: f64,
) -> Laid {
    let room = right - left;
    // One column reads best; a long key takes two where they fit.
    let columns = if entries.len() > 9 && room >= 2.0 * COLUMN + 20.0 {
        2
    } else {
        1
    };
    laid(entries, measure, (left, room / columns as f64, columns), top)
}

/// In as many columns as fit over the whole width, from height 0.
pub(super) fn below(entries: Vec<(Sample, String)>, measure: &Measure, width: f64) -> Laid {
    let columns = ((width / COLUMN).floor() as usize).clamp(1, 4);
    laid(
        entries,
        measure,
        (2.0, (width - 2.0) / columns as f64, columns),
        0.0,
    )
}
