//! How text looks and where the sheet lets it stand.

use crate::draw::{BASELINE, Mark, Tone};
use crate::fonts::Face;
use crate::line::Line;
use crate::model::{Paper, Size};
use crate::structure::ElementId;

/// Height in points at which the first line of a page begins, below a sample mark.
pub(crate) const TOP: f32 = 34.0;

/// The sheet and its margins in points.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    pub(crate) paper_w: f32,
    pub(crate) paper_h: f32,
    pub(crate) x: f32,
    pub(crate) width: f32,
    /// Lines of the address stay between these heights, so that the whole address shows in the
    /// window however the folded sheet slides in its envelope.
    pub(crate) window: (f32, f32),
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

/// How a run of text looks; sizes in points.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    pub(crate) face: Face,
    pub(crate) size: f32,
    pub(crate) leading: f32,
    pub(crate) tone: Tone,
}

/// Set close, text has so much of its size and of its leading.
const CLOSE_SIZE: f32 = 0.9;
const CLOSE_LEADING: f32 = 0.89;
/// Set large, text has so much of its size, and no less than this in points; a line has so much of its text's size at least.
const LARGE_SIZE: f32 = 1.2;
const LARGE_LEAST: f32 = 12.0;
const LARGE_LEADING: f32 = 1.28;

impl Style {
    /// The style in a letter that is set so; what is small already is set no closer.
    pub(crate) fn at(self, size: Size) -> Self {
        match size {
            Size::Close if self.size >= BODY.size => Self {
                size: self.size * CLOSE_SIZE,
                leading: self.leading * CLOSE_LEADING,
                ..self
            },
            Size::Close | Size::Usual => self,
            Size::Large => {
                let size = (self.size * LARGE_SIZE).max(LARGE_LEAST);
                Self {
                    size,
                    leading: size * LARGE_LEADING,
                    ..self
                }
            }
        }
    }
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
pub(crate) const LARGE: Style = Style {
    face: Face::Semibold,
    size: 19.0,
    leading: 30.0,
    tone: Tone::Ink,
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

/// A line of text whose line box begins at the top of its piece.
pub(crate) fn text_mark(x: f32, style: Style, line: Line, element: Option<ElementId>) -> Mark {
    let y = style.leading * BASELINE;
    Mark::Text {
        x,
        y,
        size: style.size,
        face: style.face,
        tone: style.tone,
        line,
        element,
    }
}
