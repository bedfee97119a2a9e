//! From the model to the finished file.

use lamina_charts::ChartError;
use thiserror::Error;

use crate::draw::Mark;
use crate::flow::Flow;
use crate::fonts::Fonts;
use crate::head::{Frame, first_page};
use crate::model::Letter;
use crate::paginate::{Room, paginate};
use crate::pdf;
use crate::running::Running;
use crate::structure::Structure;

/// Why a letter can't be made.
#[derive(Debug, Error)]
pub enum LetterError {
    /// The embedded font can't be read.
    #[error("the letter's font can't be read")]
    Font,
    /// A chart can't be drawn truthfully.
    #[error("a chart can't be drawn: {0}")]
    Chart(#[from] ChartError),
    /// The file can't be put together.
    #[error("the PDF can't be written: {0}")]
    Pdf(String),
    /// A page was asked for that the letter does not have.
    #[error("the letter has no such page")]
    NoSuchPage,
    /// A page can't be drawn as a picture.
    #[error("the page can't be drawn")]
    Picture,
}

/// A finished letter.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// The file: the same letter gives the same bytes.
    pub pdf: Vec<u8>,
    /// Number of pages, at least 1.
    pub pages: u32,
    /// Characters that the font lacks, sorted; each is drawn as a visible mark in the letter.
    pub unsupported: Vec<char>,
}

/// Lays the letter out and writes it as PDF.
///
/// # Errors
/// [`LetterError`] when the embedded font can't be read, a chart can't be drawn or the file
/// can't be put together. No text makes it fail.
pub fn render(letter: &Letter) -> Result<Rendered, LetterError> {
    let fonts = Fonts::load()?;
    let frame = Frame::of(letter.paper);
    let mut structure = Structure::default();
    let (head, first_top) = first_page(letter, &fonts, frame, &mut structure);
    let running = Running::of(letter, &fonts, frame);
    let room = Room {
        first_top,
        top: running.top,
        bottom: running.bottom(),
    };
    let mut flow = Flow {
        fonts: &fonts,
        structure,
        x: frame.x,
        width: frame.width,
        page_room: room.bottom - room.top,
        pieces: Vec::new(),
    };
    flow.letter(letter);
    let bodies = paginate(&flow.pieces, room);
    let count = bodies.len();
    let mut pages: Vec<Vec<Mark>> = Vec::with_capacity(count);
    for (i, body) in bodies.into_iter().enumerate() {
        let mut marks = if i == 0 {
            running.first.clone()
        } else {
            running.later.clone()
        };
        if i == 0 {
            marks.extend(head.iter().cloned());
        }
        marks.extend(body);
        marks.extend(running.footer(letter, &fonts, frame, i + 1, count));
        pages.push(marks);
    }
    let pdf = pdf::write(letter, &fonts, frame, &flow.structure, &pages)?;
    let pages = u32::try_from(count).unwrap_or(u32::MAX);
    Ok(Rendered {
        pdf,
        pages,
        unsupported: fonts.unsupported(),
    })
}
