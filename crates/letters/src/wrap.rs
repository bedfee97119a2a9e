//! Breaking text into lines by the real advances of its glyphs.

use crate::fonts::{Face, Fonts};

/// Breaks `text` into lines no wider than `width` points. Line feeds are kept, runs of spaces
/// become one, and a word wider than a whole line is cut where the line ends. Never returns a
/// line of spaces; an empty text gives no line.
pub(crate) fn wrap(fonts: &Fonts, face: Face, size: f32, text: &str, width: f32) -> Vec<String> {
    let clean = fonts.clean(face, text.trim());
    let space = fonts.char_width(face, size, ' ');
    let mut lines = Vec::new();
    if clean.trim().is_empty() {
        return lines;
    }
    for paragraph in clean.split('\n') {
        let mut line = String::new();
        let mut used = 0.0;
        for word in paragraph.split(' ').filter(|w| !w.is_empty()) {
            let wide = fonts.width(face, size, word);
            if !line.is_empty() && used + space + wide <= width {
                line.push(' ');
                line.push_str(word);
                used += space + wide;
                continue;
            }
            if !line.is_empty() {
                lines.push(finish(&mut line));
            }
            if wide <= width {
                line.push_str(word);
                used = wide;
                continue;
            }
            used = 0.0;
            for c in word.chars() {
                let advance = fonts.char_width(face, size, c);
                if !line.is_empty() && used + advance > width {
                    lines.push(finish(&mut line));
                    used = 0.0;
                }
                line.push(c);
                used += advance;
            }
        }
        lines.push(finish(&mut line));
    }
    lines
}

fn finish(line: &mut String) -> String {
    std::mem::take(line).replace('\u{a0}', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_fits_and_no_word_is_lost() {
        let fonts = Fonts::load().unwrap();
        let text = "Pain in the left leg came back seven months after the second operation.";
        let lines = wrap(&fonts, Face::Regular, 10.0, text, 120.0);
        assert!(lines.len() > 2);
        for line in &lines {
            assert!(fonts.width(Face::Regular, 10.0, line) <= 120.0, "{line}");
        }
        assert_eq!(lines.join(" "), text);
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut_without_loss() {
        let fonts = Fonts::load().unwrap();
        let word = "W".repeat(200);
        let lines = wrap(&fonts, Face::Regular, 10.0, &word, 100.0);
        assert!(lines.len() > 10);
        assert!(lines.iter().all(|l| fonts.width(Face::Regular, 10.0, l) <= 100.0));
        assert_eq!(lines.concat(), word);
    }

    #[test]
    fn line_feeds_stay_and_blank_text_has_no_line() {
        let fonts = Fonts::load().unwrap();
        assert_eq!(
            wrap(&fonts, Face::Regular, 10.0, "one\n\ntwo", 100.0),
            ["one", "", "two"]
        );
        assert!(wrap(&fonts, Face::Regular, 10.0, " \u{200b} \n ", 100.0).is_empty());
    }

    #[test]
    fn non_breaking_space_holds_number_and_unit_together() {
        let fonts = Fonts::load().unwrap();
        let wide = fonts.width(Face::Regular, 10.0, "dose 10");
        assert_eq!(
            wrap(&fonts, Face::Regular, 10.0, "dose 10\u{a0}mg", wide + 1.0),
            ["dose", "10 mg"]
        );
    }
}
