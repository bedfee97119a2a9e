//! Page one above the flow: the letterhead, the address where an envelope's window shows it, and date and urgency.

use crate::draw::{Mark, Tone};
use crate::flow::{BODY, META, STRONG, Style, text_mark};
use crate::fonts::{Face, Fonts};
use crate::model::{Form, Letter, Paper};
use crate::running::{TOP, sample_height};
use crate::structure::Structure;
use crate::wrap::wrap;

/// The sheet and its margins in points.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    pub(crate) paper_w: f32,
    pub(crate) paper_h: f32,
    pub(crate) x: f32,
    pub(crate) width: f32,
    /// Lines of the address stay between these heights, so that the whole address shows in the
    /// window however the folded sheet slides in its envelope.
    window: (f32, f32),
}

impl Frame {
    pub(crate) fn of(paper: Paper) -> Self {
        match paper {
            Paper::A4 => Self {
                paper_w: 595.28,
                paper_h: 841.89,
                x: 70.87,
                width: 467.72,
                window: (162.0, 230.0),
            },
            Paper::UsLetter => Self {
                paper_w: 612.0,
                paper_h: 792.0,
                x: 72.0,
                width: 476.0,
                window: (180.0, 229.0),
            },
        }
    }
}

const ADDRESS: Style = Style {
    leading: 12.0,
    ..BODY
};
const NAME: Style = Style {
    face: Face::Semibold,
    size: 15.0,
    leading: 19.0,
    tone: Tone::Accent,
};

/// Letterhead, address and reference block of page one, and the height at which the flow begins.
pub(crate) fn first_page(
    letter: &Letter,
    fonts: &Fonts,
    frame: Frame,
    structure: &mut Structure,
) -> (Vec<Mark>, f32) {
    let mut marks = Vec::new();
    let mut y = TOP + sample_height(letter, fonts, frame);
    let half = frame.width / 2.0;
    let element = structure.add("P", None);
    let mut left = y;
    for line in wrap(
        fonts,
        NAME.face,
        NAME.size,
        &letter.letterhead.name,
        frame.width * 0.62,
    ) {
        marks.push(text_mark(frame.x, NAME, line, Some(element)).moved_down(left));
        left += NAME.leading;
    }
    let mut right = y;
    for text in &letter.letterhead.lines {
        for line in wrap(fonts, META.face, META.size, text, frame.width * 0.36) {
            let x = frame.x + frame.width - fonts.width(META.face, META.size, &line);
            marks.push(text_mark(x, META, line, Some(element)).moved_down(right));
            right += META.leading;
        }
    }
    y = left.max(right) + 5.0;
    marks.push(Mark::Fill {
        x: frame.x,
        y,
        w: frame.width,
        h: 1.2,
        tone: Tone::Accent,
    });
    y += 12.0;

    if letter.form == Form::Handout {
        let element = structure.add("P", None);
        let width = fonts.width(STRONG.face, STRONG.size, &letter.date);
        let date = text_mark(
            frame.x + frame.width - width,
            STRONG,
            letter.date.clone(),
            Some(element),
        );
        marks.push(date.moved_down(y + 4.0));
        return (marks, y);
    }
    let element = structure.add("P", None);
    let address: Vec<String> = letter
        .recipient
        .iter()
        .flat_map(|line| wrap(fonts, ADDRESS.face, ADDRESS.size, line, half))
        .collect();
    let (upper, lower) = frame.window;
    let tall = address.len() as f32 * ADDRESS.leading;
    let start = upper.min(lower - tall).max(y);
    let mut foot = start;
    for line in address {
        marks.push(text_mark(frame.x, ADDRESS, line, Some(element)).moved_down(foot));
        foot += ADDRESS.leading;
    }

    let column = frame.x + frame.width * 0.62;
    let wide = frame.width * 0.38;
    let mut reference = start;
    let facts = [
        (&letter.words.date, &letter.date),
        (&letter.words.urgency, &letter.urgency),
    ];
    for (label, value) in facts.into_iter().filter(|(_, v)| !v.trim().is_empty()) {
        let element = structure.add("P", None);
        for line in wrap(fonts, META.face, META.size, label, wide) {
            marks.push(text_mark(column, META, line, Some(element)).moved_down(reference));
            reference += META.leading;
        }
        for line in wrap(fonts, STRONG.face, STRONG.size, value, wide) {
            marks.push(text_mark(column, STRONG, line, Some(element)).moved_down(reference));
            reference += STRONG.leading;
        }
        reference += 4.0;
    }
    (marks, foot.max(reference).max(lower) + 20.0)
}
