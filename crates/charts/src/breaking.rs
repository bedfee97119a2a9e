//! Where lines break: the one rule by which charts and letters wrap text. It knows widths and no typeface.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// A part of a text inside which no line breaks, unless the part alone is wider than a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// Whether a space stands before it; the space goes where a line breaks.
    pub spaced: bool,
}

/// How wide a line may be and what a space takes, in the caller's unit.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// How wide a line may be at most.
    pub width: f32,
    /// Widest line of a piece that has to be cut, where its parts may be narrower alone than together.
    pub cut: f32,
    /// Width of a space.
    pub space: f32,
}

/// The words of a text whose words stand one space apart.
pub fn words(text: &str) -> Vec<Piece> {
    let mut at = 0;
    let mut pieces = Vec::new();
    for word in text.split(' ') {
        let end = at + word.len();
        if !word.is_empty() {
            pieces.push(Piece {
                range: at..end,
                spaced: !pieces.is_empty(),
            });
        }
        at = end + 1;
    }
    pieces
}

/// Lines as ranges of `text`, each as full as it can be. A piece wider than a whole line begins one of its own and is cut
/// between characters as people count them; nothing is left out but the spaces at which lines break.
pub fn lines(
    text: &str,
    pieces: &[Piece],
    room: Room,
    mut width_of: impl FnMut(&str) -> f32,
) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut line: Option<Range<usize>> = None;
    let mut used = 0.0;
    for piece in pieces {
        let part = text.get(piece.range.clone()).unwrap_or_default();
        let wide = width_of(part);
        let gap = if piece.spaced { room.space } else { 0.0 };
        if let Some(line) = line.as_mut().filter(|_| used + gap + wide <= room.width) {
            line.end = piece.range.end;
            used += gap + wide;
            continue;
        }
        lines.extend(line.take());
        if wide <= room.width {
            line = Some(piece.range.clone());
            used = wide;
            continue;
        }
        used = 0.0;
        for (at, grapheme) in part.grapheme_indices(true) {
            let start = piece.range.start + at;
            let end = start + grapheme.len();
            let advance = width_of(grapheme);
            match line.as_mut().filter(|_| used + advance <= room.cut) {
                Some(line) => line.end = end,
                None => {
                    lines.extend(line.replace(start..end));
                    used = 0.0;
                }
            }
            used += advance;
        }
    }
    lines.extend(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every letter is one wide.
    fn broken(text: &str, width: f32) -> Vec<&str> {
        let room = Room {
            width,
            cut: width,
            space: 1.0,
        };
        lines(text, &words(text), room, |part| part.chars().count() as f32)
            .into_iter()
            .map(|range| text.get(range).unwrap())
            .collect()
    }

    #[test]
    fn a_line_is_as_full_as_it_can_be() {
        assert_eq!(broken("one two three", 7.0), ["one two", "three"]);
        assert_eq!(broken("one two three", 6.0), ["one", "two", "three"]);
        assert!(broken("", 6.0).is_empty());
    }

    #[test]
    fn a_word_wider_than_a_line_is_cut_between_characters() {
        assert_eq!(broken("at abcdefgh on", 3.0), ["at", "abc", "def", "gh", "on"]);
        // A letter with its mark is one character.
        assert_eq!(broken("e\u{301}e\u{301}", 2.0), ["e\u{301}", "e\u{301}"]);
        assert_eq!(broken("abc", 0.0), ["a", "b", "c"]);
    }
}
