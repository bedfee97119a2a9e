//! What runs along the edges of the pages: the sample mark, whose letter it is, who wrote it and the page number.

use crate::draw::{Mark, Tone};
use crate::fonts::{Face, Fonts};
use crate::line::Line;
use crate::model::Letter;
use crate::style::{Frame, META, Style, TOP, text_mark};
use crate::wrap::one_line;

const BOLD_META: Style = Style {
    face: Face::Semibold,
    tone: Tone::Ink,
    ..META
};

/// Between facts that stand side by side.
const BETWEEN: &str = " \u{b7} ";

/// The lines along the top of every page: the sample mark, and after page one whose letter it is. Each is one line,
/// cut with an ellipsis where the page is too narrow, so that no text makes the head grow.
pub(crate) struct Running {
    pub(crate) first: Vec<Mark>,
    pub(crate) later: Vec<Mark>,
    /// Height in points at which the flow begins on later pages.
    pub(crate) top: f32,
    footer: Vec<Line>,
    footer_y: f32,
}

impl Running {
    pub(crate) fn of(letter: &Letter, fonts: &Fonts, frame: Frame) -> Self {
        let first = sample_mark(letter, fonts, frame);
        let mut later = first.clone();
        let mut y = TOP + sample_height(letter);
        let aside = one_line(fonts, META.face, META.size, &letter.date, frame.width * 0.3);
        let room = frame.width - aside.width - 12.0;
        let x = frame.x + frame.width - aside.width;
        later.push(text_mark(x, META, aside, None).moved_down(y));
        for line in one_or_two(fonts, BOLD_META, &letter.patient.name, &identity(letter), room) {
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
        let sender = &letter.sender;
        let author = [
            sender.role.trim().to_owned(),
            sender.registration.trim().to_owned(),
        ];
        let author: Vec<String> = author.into_iter().filter(|t| !t.is_empty()).collect();
        let footer = one_or_two(fonts, META, &sender.name, &author, frame.width * 0.78);
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
        let page = one_line(fonts, META.face, META.size, &page, frame.width * 0.2);
        let x = frame.x + frame.width - page.width;
        marks.push(text_mark(x, META, page, None).moved_down(self.footer_y));
        marks
    }
}

/// Name and facts in one line where they fit, and else the name above the facts, each cut to one line.
fn one_or_two(fonts: &Fonts, style: Style, name: &str, facts: &[String], room: f32) -> Vec<Line> {
    let line = |text: &str| one_line(fonts, style.face, style.size, text, room);
    let mut parts = vec![name.trim().to_owned()];
    parts.retain(|name| !name.is_empty());
    parts.extend_from_slice(facts);
    let all = side_by_side(&parts);
    if facts.is_empty() || !line(&all).text.ends_with('\u{2026}') {
        return vec![line(&all)];
    }
    // Of a number that is too long its label and its start are enough to tell pages apart.
    vec![line(name), line(&side_by_side(facts))]
}

/// Facts one beside the other; each keeps its own direction.
pub(crate) fn side_by_side(facts: &[String]) -> String {
    let isolated: Vec<String> = facts
        .iter()
        .map(|fact| format!("\u{2068}{fact}\u{2069}"))
        .collect();
    isolated.join(BETWEEN)
}

const SAMPLE_PAD: f32 = 8.0;

fn sample_line(letter: &Letter, fonts: &Fonts, frame: Frame) -> Option<Line> {
    let text = letter.sample_mark.as_ref()?;
    let room = frame.width - 2.0 * SAMPLE_PAD;
    Some(one_line(fonts, BOLD_META.face, BOLD_META.size, text, room))
}

/// Whether the sample mark is longer than its line.
pub(crate) fn is_sample_cut(letter: &Letter, fonts: &Fonts, frame: Frame) -> bool {
    let text = letter.sample_mark.as_deref().unwrap_or_default();
    sample_line(letter, fonts, frame)
        .is_some_and(|line| line.text.ends_with('\u{2026}') && !text.ends_with('\u{2026}'))
}

/// Height in points that the sample mark takes at the top of every page.
pub(crate) fn sample_height(letter: &Letter) -> f32 {
    match letter.sample_mark {
        Some(_) => 4.0 + BOLD_META.leading,
        None => 0.0,
    }
}

fn sample_mark(letter: &Letter, fonts: &Fonts, frame: Frame) -> Vec<Mark> {
    let Some(line) = sample_line(letter, fonts, frame) else {
        return Vec::new();
    };
    let x = frame.x + (frame.width - line.width) / 2.0;
    let ground = Mark::Fill {
        x: x - SAMPLE_PAD,
        y: 20.0,
        w: line.width + 2.0 * SAMPLE_PAD,
        h: 3.0 + BOLD_META.leading,
        tone: Tone::Panel,
    };
    vec![ground, text_mark(x, BOLD_META, line, None).moved_down(21.5)]
}

/// A value of so many characters is kept in one piece; a longer one breaks at its spaces.
const KEPT: usize = 40;

/// Birth date and record number with their labels, as far as they are known.
pub(crate) fn identity(letter: &Letter) -> Vec<String> {
    let facts = [
        (&letter.words.born, &letter.patient.birth),
        (&letter.words.number, &letter.patient.number),
    ];
    let known = facts.into_iter().filter(|(_, v)| !v.trim().is_empty());
    known
        .map(|(label, value)| {
            let fact = format!("{label} {}", value.trim());
            if fact.chars().count() > KEPT {
                fact
            } else {
                fact.replace(' ', "\u{a0}")
            }
        })
        .collect()
}
