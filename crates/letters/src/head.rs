//! Page one above the flow: the letterhead, the address where an envelope's window shows it, and date and urgency.
//! What finds no room there goes on at the beginning of the flow; nothing is cut.

use crate::draw::{Mark, Tone};
use crate::fonts::{Face, Fonts};
use crate::line::Line;
use crate::model::{Form, Letter, Size};
use crate::running::sample_height;
use crate::structure::{ElementId, Structure};
use crate::style::{BODY, Frame, META, STRONG, Style, TOP, text_mark};
use crate::wrap::{first_lines, one_line, wrap};

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

/// So many lines of the clinic's name, of its address and of the urgency stand above the flow.
const MOST_OF_NAME: usize = 3;
const MOST_OF_LETTERHEAD: usize = 7;
const MOST_OF_FACT: usize = 4;

/// Lines that page one has no room for above the flow; they go on at its beginning.
pub(crate) struct Rest {
    pub(crate) element: ElementId,
    pub(crate) style: Style,
    pub(crate) lines: Vec<Line>,
}

/// What stands on page one above the flow.
pub(crate) struct Head {
    pub(crate) marks: Vec<Mark>,
    /// Height at which the flow begins.
    pub(crate) foot: f32,
    pub(crate) rest: Vec<Rest>,
}

/// Letterhead, address and reference block of page one, as far as there is room, and the height at which the flow
/// begins.
pub(crate) fn first_page(letter: &Letter, fonts: &Fonts, frame: Frame, structure: &mut Structure) -> Head {
    let mut head = Head {
        marks: Vec::new(),
        foot: TOP + sample_height(letter),
        rest: Vec::new(),
    };
    // What is set close is so below the patient alone.
    let [name_style, meta, strong] = [NAME, META, STRONG].map(|style| match letter.size {
        Size::Large => style.at(letter.size),
        Size::Close | Size::Usual => style,
    });
    let wrapped = |style: Style, text: &str, width: f32| wrap(fonts, style.face, style.size, text, width);
    let element = structure.add("P", None);
    let name = wrapped(name_style, &letter.letterhead.name, frame.width * 0.62);
    let mut left = head.foot;
    for line in head.fill((element, name_style), name, MOST_OF_NAME) {
        let mark = text_mark(frame.x, name_style, line, Some(element));
        head.marks.push(mark.moved_down(left));
        left += name_style.leading;
    }
    let lines = letter.letterhead.lines.iter();
    let lines = lines
        .flat_map(|text| wrapped(meta, text, frame.width * 0.36))
        .collect();
    let mut right = head.foot;
    for line in head.fill((element, meta), lines, MOST_OF_LETTERHEAD) {
        let x = frame.x + frame.width - line.width;
        head.marks
            .push(text_mark(x, meta, line, Some(element)).moved_down(right));
        right += meta.leading;
    }
    let mut y = left.max(right) + 5.0;
    head.marks.push(Mark::Fill {
        x: frame.x,
        y,
        w: frame.width,
        h: 1.2,
        tone: Tone::Accent,
    });
    y += 12.0;

    if letter.form == Form::Handout {
        let element = structure.add("P", None);
        let line = one_line(fonts, strong.face, strong.size, &letter.date, frame.width * 0.36);
        let date = text_mark(frame.x + frame.width - line.width, strong, line, Some(element));
        head.marks.push(date.moved_down(y + 4.0));
        head.foot = y;
        return head;
    }
    let element = structure.add("P", None);
    let address: Vec<Line> = letter
        .recipient
        .iter()
        .flat_map(|line| wrapped(ADDRESS, line, frame.width / 2.0))
        .collect();
    let (upper, lower) = frame.window;
    let most = (((lower - y) / ADDRESS.leading) as usize).max(MOST_OF_FACT);
    let tall = address.len().min(most) as f32 * ADDRESS.leading;
    let start = if address.is_empty() {
        y
    } else {
        upper.min(lower - tall).max(y)
    };
    let cut = address.len() > most;
    let mut foot = start;
    for line in head.fill((element, ADDRESS), address, most) {
        let mark = text_mark(frame.x, ADDRESS, line, Some(element));
        head.marks.push(mark.moved_down(foot));
        foot += ADDRESS.leading;
    }
    if cut {
        head.rest.rotate_right(1);
    }
    let reference = references(letter, fonts, frame, structure, start, &mut head);
    // An address that goes on does so at once; where there is none, no envelope's window needs its room.
    let window = if letter.recipient.iter().all(|line| line.trim().is_empty()) {
        y
    } else {
        lower
    };
    head.foot = if cut && reference <= foot {
        foot
    } else {
        foot.max(reference).max(window) + 20.0
    };
    head
}

/// Date and urgency right of the address, and the height at which they end.
fn references(
    letter: &Letter,
    fonts: &Fonts,
    frame: Frame,
    structure: &mut Structure,
    start: f32,
    head: &mut Head,
) -> f32 {
    let column = frame.x + frame.width * 0.62;
    let wide = frame.width * 0.38;
    let mut reference = start;
    let facts = [
        (&letter.words.date, &letter.date),
        (&letter.words.urgency, &letter.urgency),
    ];
    for (label, value) in facts.into_iter().filter(|(_, v)| !v.trim().is_empty()) {
        let element = structure.add("P", None);
        let (labels, _) = first_lines(fonts, META.face, META.size, label, wide, MOST_OF_FACT);
        for line in labels {
            head.marks
                .push(text_mark(column, META, line, Some(element)).moved_down(reference));
            reference += META.leading;
        }
        let (lines, cut) = first_lines(fonts, STRONG.face, STRONG.size, value, wide, MOST_OF_FACT);
        for line in lines {
            head.marks
                .push(text_mark(column, STRONG, line, Some(element)).moved_down(reference));
            reference += STRONG.leading;
        }
        if cut {
            let whole = format!("{label}: {}", value.trim());
            head.rest.push(Rest {
                element: structure.add("P", None),
                style: BODY,
                lines: wrap(fonts, BODY.face, BODY.size, &whole, frame.width),
            });
        }
        reference += 4.0;
    }
    reference
}

impl Head {
    /// The first `most` lines; those after them go on in the flow.
    fn fill(&mut self, (element, style): (ElementId, Style), mut lines: Vec<Line>, most: usize) -> Vec<Line> {
        if lines.len() > most {
            let rest = lines.split_off(most);
            self.rest.push(Rest {
                element,
                style,
                lines: rest,
            });
        }
        lines
    }
}
