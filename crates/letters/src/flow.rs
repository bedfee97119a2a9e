//! Text becomes pieces: paragraphs line by line, headings kept with their content, lists with hanging indents.

use crate::draw::{Mark, Piece};
use crate::fonts::Fonts;
use crate::line::Line;
use crate::model::Size;
use crate::structure::{ElementId, Structure};
use crate::style::{BODY, HEADING, Style, text_mark};
use crate::wrap::wrap_running;

/// No letter has more pages than this.
pub(crate) const MOST_PAGES: u32 = 2_000;
const BULLET_INDENT: f32 = 12.0;
/// The space above a heading.
const ABOVE_HEADING: f32 = 13.0;
/// Set close, headings have so much of the space above them.
const CLOSE_GAP: f32 = 0.5;
/// Set large, text has so much of the space above it.
const LARGE_GAP: f32 = 1.15;
/// Between a heading and the text that it runs into.
const AFTER_RUN_IN: f32 = 7.0;

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
    /// Height in points of all that was added.
    pub(crate) used: f32,
    /// How large text is set.
    pub(crate) size: Size,
    /// Whether what comes next begins a page.
    pub(crate) new_page: bool,
    /// A heading that runs into the text that comes next.
    pub(crate) run_in: Option<(String, ElementId)>,
    /// Whether the sample mark at the head of the pages is cut.
    pub(crate) sample_cut: bool,
}

/// A marker that hangs left of the first line, such as a bullet.
struct Hanging<'t> {
    text: &'t str,
    indent: f32,
}

impl Flow<'_> {
    /// Adds a piece, unless the letter is longer than any may be.
    pub(crate) fn push(&mut self, mut piece: Piece) {
        self.used += piece.height;
        piece.begins_page |= std::mem::take(&mut self.new_page);
        if self.used <= MOST_PAGES as f32 * self.page_room {
            self.pieces.push(piece);
        }
    }

    /// Whether more was added than the most pages hold.
    pub(crate) fn is_too_long(&self) -> bool {
        self.used > MOST_PAGES as f32 * self.page_room
    }

    /// A section heading that stays with what comes next.
    pub(crate) fn heading(&mut self, text: &str) {
        let from = self.pieces.len();
        let element = self.structure.add("H2", None);
        let gap = match self.size {
            Size::Close => ABOVE_HEADING * CLOSE_GAP,
            Size::Usual | Size::Large => ABOVE_HEADING,
        };
        self.lines(text, HEADING, gap, element, None);
        for piece in self.pieces.iter_mut().skip(from) {
            piece.keep = true;
        }
    }

    /// A section heading that stands at the beginning of the text that comes next, in its line.
    pub(crate) fn heading_runs_in(&mut self, text: &str) {
        let element = self.structure.add("H2", None);
        self.run_in = Some((text.to_owned(), element));
    }

    /// Sets a heading that found no text to run into above what comes next.
    pub(crate) fn set_heading(&mut self) {
        let Some((text, element)) = self.run_in.take() else {
            return;
        };
        let from = self.pieces.len();
        let style = self.sized(HEADING);
        let lines = wrap_running(self.fonts, style.face, style.size, &text, self.width);
        self.set(lines, style, ABOVE_HEADING * CLOSE_GAP, (element, 0.0), None);
        for piece in self.pieces.iter_mut().skip(from) {
            piece.keep = true;
        }
    }

    /// Sets the first line of a text beside the heading that runs into it, and answers the rest of the text; nothing where the
    /// two have no room beside each other.
    fn beside_heading<'t>(&mut self, text: &'t str, style: Style, element: ElementId) -> Option<&'t str> {
        let (heading, of_heading) = self.run_in.clone()?;
        let bold = Style {
            size: style.size,
            leading: style.leading,
            ..HEADING
        };
        let heading = Line::plain(self.fonts, bold.face, bold.size, &heading);
        let shift = heading.width + AFTER_RUN_IN;
        let room = self.width - shift;
        if heading.leftward || room < self.width * 0.3 {
            return None;
        }
        let text = text.trim();
        let first = wrap_running(self.fonts, style.face, style.size, text, room)
            .into_iter()
            .next()
            .filter(|line| !line.leftward)?;
        let rest = text.strip_prefix(first.text.trim())?.trim_start();
        self.run_in = None;
        self.push(Piece {
            height: style.leading,
            elastic: true,
            gap: ABOVE_HEADING * CLOSE_GAP,
            keep: !rest.is_empty(),
            marks: vec![
                text_mark(self.x, bold, heading, Some(of_heading)),
                text_mark(self.x + shift, style, first, Some(element)),
            ],
            ..Piece::default()
        });
        Some(rest)
    }

    /// Running text with `gap` points above it.
    pub(crate) fn paragraph(&mut self, text: &str, style: Style, gap: f32) {
        if text.trim().is_empty() {
            return;
        }
        let element = self.structure.add("P", None);
        self.lines(text, style, gap, element, None);
    }

    /// A list of points, each with its bullet.
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

    /// The style as it is set here.
    pub(crate) fn sized(&self, style: Style) -> Style {
        style.at(self.size)
    }

    fn lines(
        &mut self,
        text: &str,
        style: Style,
        gap: f32,
        element: ElementId,
        hanging: Option<&Hanging<'_>>,
    ) {
        let style = self.sized(style);
        let mut text = text;
        let mut gap = gap;
        let mut hanging = hanging;
        if self.run_in.is_some() {
            match self.beside_heading(text, style, element) {
                Some("") => return,
                Some(rest) => (text, gap, hanging) = (rest, 0.0, None),
                None => self.set_heading(),
            }
        }
        let indent = hanging.map_or(0.0, |h| h.indent);
        let lines = wrap_running(self.fonts, style.face, style.size, text, self.width - indent);
        let mark = hanging.map(|h| Line::plain(self.fonts, style.face, style.size, h.text));
        let mark = mark.map(|line| text_mark(self.x, style, line, Some(element)));
        self.set(lines, style, gap, (element, indent), mark);
    }

    /// Adds lines as pieces of one paragraph. No single line of it is left behind or sent ahead.
    pub(crate) fn set(
        &mut self,
        lines: Vec<Line>,
        style: Style,
        gap: f32,
        (element, indent): (ElementId, f32),
        mut before: Option<Mark>,
    ) {
        let count = lines.len();
        let gap = match self.size {
            Size::Large => gap * LARGE_GAP,
            Size::Close | Size::Usual => gap,
        };
        for (i, line) in lines.into_iter().enumerate() {
            let mut marks: Vec<Mark> = before.take().into_iter().collect();
            if !line.is_empty() {
                let shift = if line.leftward {
                    (self.width - indent - line.width).max(0.0)
                } else {
                    0.0
                };
                marks.push(text_mark(self.x + indent + shift, style, line, Some(element)));
            }
            self.push(Piece {
                height: style.leading,
                elastic: true,
                gap: if i == 0 { gap } else { 0.0 },
                keep: i + 1 < count && (i == 0 || i + 2 == count),
                marks,
                ..Piece::default()
            });
        }
    }
}
