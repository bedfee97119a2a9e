//! Blocks become pieces: paragraphs line by line, headings kept with their content, lists with
//! hanging indents, figures whole.

use crate::chart::{self, Figure};
use crate::draw::{BASELINE, Mark, Piece, Tone};
use crate::fonts::{Face, Fonts};
use crate::model::{Block, FigureBlock, Letter, Section};
use crate::opening;
use crate::structure::{ElementId, Structure};
use crate::table;
use crate::wrap::wrap;

/// How a run of text looks; sizes in points.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    pub(crate) face: Face,
    pub(crate) size: f32,
    pub(crate) leading: f32,
    pub(crate) tone: Tone,
}

pub(crate) const BODY: Style = Style {
    face: Face::Regular,
    size: 10.0,
    leading: 13.5,
    tone: Tone::Ink,
};
pub(crate) const STRONG: Style = Style {
    face: Face::Semibold,
    ..BODY
};
pub(crate) const QUIET: Style = Style {
    face: Face::Italic,
    tone: Tone::Muted,
    ..BODY
};
pub(crate) const META: Style = Style {
    face: Face::Regular,
    size: 8.5,
    leading: 11.5,
    tone: Tone::Muted,
};
pub(crate) const HEADING: Style = Style {
    face: Face::Semibold,
    size: 11.5,
    leading: 15.0,
    tone: Tone::Accent,
};
pub(crate) const TITLE: Style = Style {
    face: Face::Semibold,
    size: 16.0,
    leading: 21.0,
    tone: Tone::Ink,
};

const BULLET_INDENT: f32 = 12.0;

/// Collects the pieces of a letter's flow between two vertical edges.
pub(crate) struct Flow<'a> {
    pub(crate) fonts: &'a Fonts,
    pub(crate) structure: Structure,
    /// Left edge of the text in points.
    pub(crate) x: f32,
    /// Width of the text in points.
    pub(crate) width: f32,
    /// Height in points of the room on a page after the first.
    pub(crate) page_room: f32,
    pub(crate) pieces: Vec<Piece>,
}

/// A marker that hangs left of the first line, such as a bullet.
struct Hanging<'t> {
    text: &'t str,
    indent: f32,
}

impl Flow<'_> {
    /// All parts of the letter under its head, in the order of a clinic letter: title, patient,
    /// alerts, reason, question, sections, author, copies, what isn't recorded.
    pub(crate) fn letter(&mut self, letter: &Letter) {
        opening::opening(self, letter);
        for section in &letter.sections {
            self.section(section, &letter.words.not_recorded);
        }
        opening::closing(self, letter);
    }

    fn section(&mut self, section: &Section, not_recorded: &str) {
        self.heading(&section.heading);
        let before = self.pieces.len();
        for block in &section.body {
            self.block(block);
        }
        if self.pieces.len() == before {
            self.paragraph(not_recorded, QUIET, 2.0);
        }
    }

    /// A section heading that stays with what comes next.
    pub(crate) fn heading(&mut self, text: &str) {
        let from = self.pieces.len();
        let element = self.structure.add("H2", None);
        self.lines(text, HEADING, 13.0, element, None);
        for piece in self.pieces.iter_mut().skip(from) {
            piece.keep = true;
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(text) => self.paragraph(text, BODY, 3.0),
            Block::NotRecorded(text) => self.paragraph(text, QUIET, 2.0),
            Block::List(items) => self.list(items),
            Block::Table(rows) => table::lay_out(self, rows),
            Block::Figure(figure) => self.figure(figure),
        }
    }

    /// Running text with `gap` points above it.
    pub(crate) fn paragraph(&mut self, text: &str, style: Style, gap: f32) {
        if text.trim().is_empty() {
            return;
        }
        let element = self.structure.add("P", None);
        self.lines(text, style, gap, element, None);
    }

    /// Points with bullets.
    pub(crate) fn list(&mut self, items: &[String]) {
        if items.iter().all(|item| item.trim().is_empty()) {
            return;
        }
        let list = self.structure.add("L", None);
        for item in items.iter().filter(|item| !item.trim().is_empty()) {
            let entry = self.structure.add("LI", Some(list));
            let body = self.structure.add("LBody", Some(entry));
            let hanging = Hanging {
                text: "\u{2022}",
                indent: BULLET_INDENT,
            };
            self.lines(item, BODY, 2.0, body, Some(&hanging));
        }
    }

    fn lines(
        &mut self,
        text: &str,
        style: Style,
        gap: f32,
        element: ElementId,
        hanging: Option<&Hanging<'_>>,
    ) {
        let indent = hanging.map_or(0.0, |h| h.indent);
        let lines = wrap(self.fonts, style.face, style.size, text, self.width - indent);
        let count = lines.len();
        for (i, text) in lines.into_iter().enumerate() {
            let mut marks = Vec::new();
            if let Some(h) = hanging.filter(|_| i == 0) {
                let text = self.fonts.clean(style.face, h.text);
                marks.push(text_mark(self.x, style, text, Some(element)));
            }
            if !text.is_empty() {
                marks.push(text_mark(self.x + indent, style, text, Some(element)));
            }
            self.pieces.push(Piece {
                height: style.leading,
                gap: if i == 0 { gap } else { 0.0 },
                // No single line of a paragraph is left behind or sent ahead.
                keep: i + 1 < count && (i == 0 || i + 2 == count),
                marks,
                header: None,
            });
        }
    }

    fn figure(&mut self, block: &FigureBlock) {
        let caption = wrap(self.fonts, META.face, META.size, &block.caption, self.width);
        let caption_height = caption.len() as f32 * META.leading + if caption.is_empty() { 0.0 } else { 3.0 };
        let most = self.page_room - caption_height - 2.0 * HEADING.leading;
        let element = self.structure.add_figure(&block.alternative);
        let figures = chart::figures(self.fonts, &block.figure.0, self.width, most);
        for Figure { chart, height } in figures {
            let (x, w) = (self.x, self.width);
            let marks = vec![Mark::Figure {
                x,
                y: 0.0,
                w,
                h: height,
                chart,
                element: Some(element),
            }];
            self.pieces.push(Piece {
                height,
                gap: 6.0,
                marks,
                ..Piece::default()
            });
        }
        let Some(last) = self.pieces.last_mut().filter(|_| !caption.is_empty()) else {
            return;
        };
        let words = self.structure.add("Caption", None);
        for (i, text) in caption.into_iter().enumerate() {
            let y = last.height + 3.0 + i as f32 * META.leading;
            last.marks
                .push(text_mark(self.x, META, text, Some(words)).moved_down(y));
        }
        last.height += caption_height;
    }
}

/// A line of cleaned text whose line box begins at the top of its piece.
pub(crate) fn text_mark(x: f32, style: Style, text: String, element: Option<ElementId>) -> Mark {
    let y = style.leading * BASELINE;
    Mark::Text {
        x,
        y,
        size: style.size,
        face: style.face,
        tone: style.tone,
        text,
        element,
    }
}
