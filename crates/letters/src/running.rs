//! What runs along the edges of the pages: the sample mark, whose letter it is, who wrote it and the page number.

use crate::draw::{Mark, Tone};
use crate::flow::{META, Style, text_mark};
use crate::fonts::{Face, Fonts};
use crate::head::Frame;
use crate::model::Letter;
use crate::wrap::wrap;

/// Height in points at which the first line of a page begins, below a sample mark.
pub(crate) const TOP: f32 = 34.0;
const BOLD_META: Style = Style {
    face: Face::Semibold,
    tone: Tone::Ink,
    ..META
};

/// The lines along the top of every page: the sample mark, and after page one whose letter it is.
pub(crate) struct Running {
    pub(crate) first: Vec<Mark>,
    pub(crate) later: Vec<Mark>,
    /// Height in points at which the flow begins on later pages.
    pub(crate) top: f32,
    footer: Vec<String>,
    footer_y: f32,
}

impl Running {
    pub(crate) fn of(letter: &Letter, fonts: &Fonts, frame: Frame) -> Self {
        let first = sample_mark(letter, fonts, frame);
        let mut later = first.clone();
        let mut y = TOP + sample_height(letter, fonts, frame);
        let mut parts = vec![letter.patient.name.trim().to_owned()];
        parts.extend(identity(letter));
        let aside = fonts.clean(META.face, &letter.date);
        let aside_width = fonts.width(META.face, META.size, &aside);
        let x = frame.x + frame.width - aside_width;
        later.push(text_mark(x, META, aside, None).moved_down(y));
        let room = (frame.width - aside_width - 12.0).max(frame.width * 0.3);
        for line in wrap(
            fonts,
            BOLD_META.face,
            BOLD_META.size,
            &parts.join(" \u{b7} "),
            room,
        ) {
            later.push(text_mark(frame.x, BOLD_META, line, None).moved_down(y));
            y += META.leading;
        }
        y = y.max(TOP + META.leading) + 3.0;
        later.push(Mark::Fill {
            x: frame.x,
            y,
            w: frame.width,
            h: 0.5,
            tone: Tone::Rule,
        });
        let author: Vec<&str> = [
            &letter.sender.name,
            &letter.sender.role,
            &letter.sender.registration,
        ]
        .into_iter()
        .map(|t| t.trim())
        .filter(|t| !t.is_empty())
        .collect();
        let footer = wrap(
            fonts,
            META.face,
            META.size,
            &author.join(" \u{b7} "),
            frame.width * 0.78,
        );
        let footer_y = frame.paper_h - 30.0 - footer.len().max(1) as f32 * META.leading;
        Self {
            first,
            later,
            top: y + 12.0,
            footer,
            footer_y,
        }
    }

    /// Height in points at which the flow must end.
    pub(crate) fn bottom(&self) -> f32 {
        self.footer_y - 12.0
    }

    /// Author and page number of page `n` (from 1) of `m`.
    pub(crate) fn footer(
        &self,
        letter: &Letter,
        fonts: &Fonts,
        frame: Frame,
        n: usize,
        m: usize,
    ) -> Vec<Mark> {
        let mut marks = vec![Mark::Fill {
            x: frame.x,
            y: self.footer_y - 4.0,
            w: frame.width,
            h: 0.5,
            tone: Tone::Rule,
        }];
        for (i, line) in self.footer.iter().enumerate() {
            let y = self.footer_y + i as f32 * META.leading;
            marks.push(text_mark(frame.x, META, line.clone(), None).moved_down(y));
        }
        let page = letter
            .words
            .page
            .replace("{n}", &n.to_string())
            .replace("{m}", &m.to_string());
        let page = fonts.clean(META.face, &page);
        let x = frame.x + frame.width - fonts.width(META.face, META.size, &page);
        marks.push(text_mark(x, META, page, None).moved_down(self.footer_y));
        marks
    }
}

fn sample_lines(letter: &Letter, fonts: &Fonts, frame: Frame) -> Vec<String> {
    match &letter.sample_mark {
        Some(text) => wrap(fonts, BOLD_META.face, BOLD_META.size, text, frame.width - 16.0),
        None => Vec::new(),
    }
}

/// Height in points that the sample mark takes at the top of every page.
pub(crate) fn sample_height(letter: &Letter, fonts: &Fonts, frame: Frame) -> f32 {
    match sample_lines(letter, fonts, frame).len() {
        0 => 0.0,
        lines => 4.0 + lines as f32 * BOLD_META.leading,
    }
}

fn sample_mark(letter: &Letter, fonts: &Fonts, frame: Frame) -> Vec<Mark> {
    let lines = sample_lines(letter, fonts, frame);
    let widths = lines
        .iter()
        .map(|line| fonts.width(BOLD_META.face, BOLD_META.size, line));
    let Some(widest) = widths.reduce(f32::max) else {
        return Vec::new();
    };
    let mut marks = vec![Mark::Fill {
        x: frame.x + (frame.width - widest) / 2.0 - 8.0,
        y: 20.0,
        w: widest + 16.0,
        h: 3.0 + lines.len() as f32 * BOLD_META.leading,
        tone: Tone::Panel,
    }];
    let mut y = 21.5;
    for line in lines {
        let wide = fonts.width(BOLD_META.face, BOLD_META.size, &line);
        let x = frame.x + (frame.width - wide) / 2.0;
        marks.push(text_mark(x, BOLD_META, line, None).moved_down(y));
        y += BOLD_META.leading;
    }
    marks
}

/// Birth date and record number with their labels, as far as they are known.
pub(crate) fn identity(letter: &Letter) -> Vec<String> {
    let facts = [
        (&letter.words.born, &letter.patient.birth),
        (&letter.words.number, &letter.patient.number),
    ];
    let known = facts.into_iter().filter(|(_, v)| !v.trim().is_empty());
    known
        .map(|(label, value)| format!("{label}\u{a0}{}", value.trim().replace(' ', "\u{a0}")))
        .collect()
}
