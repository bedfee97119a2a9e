//! What the layout puts on paper: marks with positions from the top, and pieces that pages are
//! filled with.

use std::rc::Rc;

use crate::chart::Drawn;
use crate::fonts::Face;
use crate::line::Line;
use crate::structure::ElementId;

/// Ink. All tones stay apart in grey print.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Tone {
    Ink,
    Muted,
    Accent,
    Rule,
    Panel,
}

/// One thing to paint. `x` runs from the page's left edge, `y` downwards from the top of the
/// piece (or page) that holds it; both in points.
#[derive(Debug, Clone)]
pub(crate) enum Mark {
    /// A line of text whose baseline is at `y`.
    Text {
        x: f32,
        y: f32,
        size: f32,
        face: Face,
        tone: Tone,
        line: Line,
        element: Option<ElementId>,
    },
    /// A filled rectangle whose upper edge is at `y`.
    Fill {
        x: f32,
        y: f32,
        w: f32,
        h: f32,
        tone: Tone,
    },
    /// A drawing whose upper edge is at `y`.
    Figure {
        x: f32,
        y: f32,
        w: f32,
        h: f32,
        chart: Drawn,
        element: Option<ElementId>,
    },
}

impl Mark {
    pub(crate) fn moved_down(mut self, by: f32) -> Self {
        match &mut self {
            Self::Text { y, .. } | Self::Fill { y, .. } | Self::Figure { y, .. } => *y += by,
        }
        self
    }

    /// The element that it belongs to; elements are numbered as they are read.
    pub(crate) fn element(&self) -> Option<ElementId> {
        match self {
            Self::Text { element, .. } | Self::Figure { element, .. } => *element,
            Self::Fill { .. } => None,
        }
    }

    /// The same mark as decoration, for what is repeated on a later page.
    pub(crate) fn untagged(mut self) -> Self {
        match &mut self {
            Self::Text { element, .. } | Self::Figure { element, .. } => *element = None,
            Self::Fill { .. } => {}
        }
        self
    }
}

/// Something that is never split between pages.
#[derive(Debug, Clone, Default)]
pub(crate) struct Piece {
    pub(crate) height: f32,
    /// Whether the height is that of one line, which may be set a little closer.
    pub(crate) elastic: bool,
    /// Space above, left out at the top of a page.
    pub(crate) gap: f32,
    /// True when the next piece must be on the same page.
    pub(crate) keep: bool,
    pub(crate) marks: Vec<Mark>,
    /// Repeated above this piece when it begins a page.
    pub(crate) header: Option<Rc<Piece>>,
    /// True where it begins a page wherever it stands.
    pub(crate) begins_page: bool,
}

/// Baseline below the top of a line, as a share of its leading.
pub(crate) const BASELINE: f32 = 0.76;

/// Hundredths of a point, so that no rounding noise reaches the file.
pub(crate) fn round(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}
