//! Breaking text into lines by the real advances of its glyphs.

use lamina_charts::breaking::{self, Piece, Room, words};
use unicode_segmentation::UnicodeSegmentation;

use crate::fonts::{Face, Fonts};
use crate::line::{Line, Paragraph, all_plain, measure};
use crate::scripts::{breaks_anywhere, never_begins, never_ends};

/// Put where a text was cut.
const ELLIPSIS: &str = "\u{2026}";
/// So many characters are looked at where one line is asked for; no line holds more.
const LONGEST_LINE: usize = 1_000;

/// Breaks `text` into lines no wider than `width` points. Line feeds are kept, runs of spaces
/// become one, and a word wider than a whole line is cut where the line ends. Never returns a
/// line of spaces; an empty text gives no line. The text stands among others, see [`Paragraph::among_others`].
pub(crate) fn wrap(fonts: &Fonts, face: Face, size: f32, text: &str, width: f32) -> Vec<Line> {
    broken(fonts, face, size, text, width, |text| {
        Paragraph::among_others(text)
    })
}

/// The same for running text, whose lines have its own direction.
pub(crate) fn wrap_running(fonts: &Fonts, face: Face, size: f32, text: &str, width: f32) -> Vec<Line> {
    broken(fonts, face, size, text, width, |text| Paragraph::of(text))
}

fn broken(
    fonts: &Fonts,
    face: Face,
    size: f32,
    text: &str,
    width: f32,
    directed: fn(&str) -> Paragraph<'_>,
) -> Vec<Line> {
    let clean = fonts.clean(face, text.trim());
    let mut lines = Vec::new();
    if clean.trim().is_empty() {
        return lines;
    }
    for paragraph in clean.split('\n') {
        if all_plain(paragraph) {
            plain(fonts, face, size, paragraph, width, &mut lines);
        } else {
            shaped(fonts, (face, size), paragraph, directed, width, &mut lines);
        }
    }
    lines
}

/// The text as one line no wider than `width` points: cut with an ellipsis where it is longer, line feeds as spaces.
/// Empty where the text is.
pub(crate) fn one_line(fonts: &Fonts, face: Face, size: f32, text: &str, width: f32) -> Line {
    let whole = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let start: String = whole.chars().take(LONGEST_LINE).collect();
    let clean = fonts.clean(face, &start);
    let fits = |text: &str| measure(fonts, face, size, text) <= width;
    if start.len() == whole.len() && fits(&clean) {
        return set(fonts, face, size, &clean);
    }
    let ends: Vec<usize> = clean
        .grapheme_indices(true)
        .map(|(at, grapheme)| at + grapheme.len())
        .collect();
    let cut = |ends: &[usize], count: usize| {
        let end = count
            .checked_sub(1)
            .and_then(|last| ends.get(last))
            .copied()
            .unwrap_or(0);
        format!("{}{ELLIPSIS}", clean.get(..end).unwrap_or_default().trim_end())
    };
    let (mut least, mut most) = (0, ends.len());
    while least < most {
        let middle = (least + most).div_ceil(2);
        if fits(&cut(&ends, middle)) {
            least = middle;
        } else {
            most = middle - 1;
        }
    }
    set(fonts, face, size, &cut(&ends, least))
}

/// The first `most` lines of the text, the last cut with an ellipsis where there are more; and whether there are.
pub(crate) fn first_lines(
    fonts: &Fonts,
    face: Face,
    size: f32,
    text: &str,
    width: f32,
    most: usize,
) -> (Vec<Line>, bool) {
    let mut lines = wrap(fonts, face, size, text, width);
    if lines.len() <= most {
        return (lines, false);
    }
    lines.truncate(most);
    if let Some(last) = lines.last_mut() {
        *last = one_line(fonts, face, size, &format!("{} {ELLIPSIS}", last.text), width);
    }
    (lines, true)
}

fn set(fonts: &Fonts, face: Face, size: f32, clean: &str) -> Line {
    if all_plain(clean) {
        Line::plain(fonts, face, size, clean)
    } else {
        Paragraph::among_others(clean).line(fonts, face, size, 0..clean.len())
    }
}

/// The words of a paragraph one space apart.
fn spaced_once(paragraph: &str) -> String {
    let words: Vec<&str> = paragraph.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

fn plain(fonts: &Fonts, face: Face, size: f32, paragraph: &str, width: f32, lines: &mut Vec<Line>) {
    let text = spaced_once(paragraph);
    let room = Room {
        width,
        cut: width,
        space: measure(fonts, face, size, " "),
    };
    let broken = breaking::lines(&text, &words(&text), room, |part| {
        measure(fonts, face, size, part)
    });
    if broken.is_empty() {
        // A line feed that nothing follows leaves an empty line.
        lines.push(Line::plain(fonts, face, size, ""));
    }
    let set = |range| Line::plain(fonts, face, size, text.get(range).unwrap_or_default());
    lines.extend(broken.into_iter().map(set));
}

fn shaped(
    fonts: &Fonts,
    (face, size): (Face, f32),
    paragraph: &str,
    directed: fn(&str) -> Paragraph<'_>,
    width: f32,
    lines: &mut Vec<Line>,
) {
    let text = spaced_once(paragraph);
    let set = directed(&text);
    let room = Room {
        width,
        // Letters that join may be wider alone or together.
        cut: width * 0.98,
        space: measure(fonts, face, size, " "),
    };
    let broken = breaking::lines(&text, &bits(&text), room, |part| measure(fonts, face, size, part));
    lines.extend(broken.into_iter().map(|range| set.line(fonts, face, size, range)));
}

/// Words, and single characters where words aren't parted by spaces.
fn bits(text: &str) -> Vec<Piece> {
    let mut bits: Vec<Piece> = Vec::new();
    let mut spaced = false;
    let mut before: Option<char> = None;
    for (at, grapheme) in text.grapheme_indices(true) {
        if grapheme == " " {
            (spaced, before) = (true, None);
            continue;
        }
        let c = grapheme.chars().next().unwrap_or(' ');
        let may_break = match before {
            None => true,
            Some(last) => {
                (breaks_anywhere(last) || breaks_anywhere(c)) && !never_begins(c) && !never_ends(last)
            }
        };
        let end = at + grapheme.len();
        match bits.last_mut().filter(|_| !may_break) {
            Some(bit) => bit.range.end = end,
            None => bits.push(Piece {
                range: at..end,
                spaced,
            }),
        }
        (spaced, before) = (false, Some(c));
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(lines: &[Line]) -> Vec<&str> {
        lines.iter().map(|line| line.text.as_str()).collect()
    }

    #[test]
    fn every_line_fits_and_no_word_is_lost() {
        let fonts = Fonts::load().unwrap();
        let text = "Pain in the left leg came back seven months after the second operation.";
        let lines = wrap(&fonts, Face::Regular, 10.0, text, 120.0);
        assert!(lines.len() > 2);
        for line in &lines {
            assert!(line.width <= 120.0, "{}", line.text);
        }
        assert_eq!(texts(&lines).join(" "), text);
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut_without_loss() {
        let fonts = Fonts::load().unwrap();
        for word in ["W", "\u{5d0}", "\u{628}", "\u{915}\u{93f}"] {
            let word = word.repeat(200);
            let lines = wrap(&fonts, Face::Regular, 10.0, &word, 100.0);
            assert!(lines.len() > 5, "{word}");
            assert!(lines.iter().all(|line| line.width <= 100.0), "{word}");
            assert_eq!(texts(&lines).concat(), word);
        }
    }

    #[test]
    fn line_feeds_stay_and_blank_text_has_no_line() {
        let fonts = Fonts::load().unwrap();
        let lines = wrap(&fonts, Face::Regular, 10.0, "one\n\ntwo", 100.0);
        assert_eq!(texts(&lines), ["one", "", "two"]);
        assert!(wrap(&fonts, Face::Regular, 10.0, " \u{200b} \n ", 100.0).is_empty());
    }

    #[test]
    fn non_breaking_space_holds_number_and_unit_together() {
        let fonts = Fonts::load().unwrap();
        let wide = measure(&fonts, Face::Regular, 10.0, "dose 10");
        let lines = wrap(&fonts, Face::Regular, 10.0, "dose 10\u{a0}mg", wide + 1.0);
        assert_eq!(texts(&lines), ["dose", "10 mg"]);
    }

    #[test]
    fn one_line_is_cut_with_an_ellipsis_only_where_it_must_be() {
        let fonts = Fonts::load().unwrap();
        let whole = one_line(&fonts, Face::Regular, 10.0, "Anna\nSample", 200.0);
        assert_eq!(whole.text, "Anna Sample");
        for text in [
            "W".repeat(200_000),
            "\u{645}".repeat(5_000),
            "two words ".repeat(90),
        ] {
            let cut = one_line(&fonts, Face::Regular, 10.0, &text, 200.0);
            assert!(
                cut.text.ends_with('\u{2026}') && cut.width <= 200.0 && cut.width > 180.0,
                "{cut:?}"
            );
        }
    }

    #[test]
    fn what_runs_from_right_to_left_is_drawn_so() {
        let fonts = Fonts::load().unwrap();
        let line = one_line(&fonts, Face::Regular, 10.0, "Dan \u{5d3}\u{5df} 12", 300.0);
        let drawn: String = line.clusters.unwrap().iter().map(|c| c.text.as_str()).collect();
        assert_eq!(drawn, "Dan 12 \u{5df}\u{5d3}");
        assert!(!line.leftward);
        assert!(one_line(&fonts, Face::Regular, 10.0, "\u{5d3}\u{5df}", 300.0).leftward);
        // Facts side by side keep their order, whatever script the first is in.
        let head = "\u{2068}\u{5d3}\u{5df}\u{5d0}\u{5d1}\u{2069} - \u{2068}12 L4\u{2069}";
        let head = one_line(&fonts, Face::Regular, 10.0, head, 300.0);
        let drawn: String = head.clusters.unwrap().iter().map(|c| c.text.as_str()).collect();
        assert_eq!(drawn, "\u{5d1}\u{5d0}\u{5df}\u{5d3} - 12 L4");
        let note = "\u{5d3}\u{5df}\u{5d0}\u{5d1} L4";
        assert!(wrap_running(&fonts, Face::Regular, 10.0, note, 300.0)[0].leftward);
        assert!(!wrap(&fonts, Face::Regular, 10.0, note, 300.0)[0].leftward);
    }
}
