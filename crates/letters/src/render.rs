//! From the model to the finished file.

use crate::body;
use crate::draw::Mark;
use crate::error::LetterError;
use crate::flow::{Flow, MOST_PAGES};
use crate::fonts::Fonts;
use crate::head::first_page;
use crate::model::{Letter, Size};
use crate::opening::unprinted;
use crate::paginate::{Room, paginate};
use crate::pdf;
use crate::running::{Running, is_sample_cut};
use crate::structure::Structure;
use crate::style::Frame;

/// A letter as a file, with what could not be printed in it.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// The file: the same letter gives the same bytes.
    pub pdf: Vec<u8>,
    /// Number of pages, at least 1.
    pub pages: u32,
    /// Characters that no font at hand draws, sorted; each is drawn as a visible mark in the letter, and the letter
    /// says so.
    pub unsupported: Vec<char>,
    /// The letter's own words on that, with the names of the scripts; empty where everything is drawn.
    pub unprinted: String,
}

/// How a letter lies on its pages.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// Number of pages, at least 1.
    pub pages: u32,
    /// The height in points that each section takes, in the order of the letter.
    pub sections: Vec<f32>,
}

/// Lays the letter out without writing it.
///
/// # Errors
/// [`LetterError`] when the embedded font can't be read, or the letter would be longer than any may be.
pub fn measure(letter: &Letter) -> Result<Measured, LetterError> {
    let fonts = Fonts::load()?;
    let frame = Frame::of(letter.paper);
    let laid = lay_out(letter, &fonts, frame)?;
    Ok(Measured {
        pages: page_count(laid.bodies.len())?,
        sections: laid.sections,
    })
}

/// A letter on its pages, before its edges are drawn.
struct Laid {
    running: Running,
    structure: Structure,
    head: Vec<Mark>,
    bodies: Vec<Vec<Mark>>,
    sections: Vec<f32>,
}

fn page_count(count: usize) -> Result<u32, LetterError> {
    let shown = u32::try_from(count).ok().filter(|count| *count <= MOST_PAGES);
    shown.ok_or(LetterError::TooLong { most: MOST_PAGES })
}

fn lay_out(letter: &Letter, fonts: &Fonts, frame: Frame) -> Result<Laid, LetterError> {
    let mut structure = Structure::default();
    let head = first_page(letter, fonts, frame, &mut structure);
    let running = Running::of(letter, fonts, frame);
    let room = Room {
        first_top: head.foot,
        top: running.top,
        bottom: running.bottom(),
    };
    let mut flow = Flow {
        fonts,
        structure,
        x: frame.x,
        width: frame.width,
        page_room: room.bottom - room.top,
        pieces: Vec::new(),
        used: 0.0,
        // What is set close is so below the patient alone.
        size: match letter.size {
            Size::Large => Size::Large,
            Size::Close | Size::Usual => Size::Usual,
        },
        new_page: false,
        run_in: None,
        sample_cut: is_sample_cut(letter, fonts, frame),
    };
    let sections = body::letter(&mut flow, letter, head.rest);
    if flow.is_too_long() {
        return Err(LetterError::TooLong { most: MOST_PAGES });
    }
    Ok(Laid {
        bodies: paginate(&flow.pieces, room),
        structure: flow.structure,
        running,
        head: head.marks,
        sections,
    })
}

/// Lays the letter out and writes it as PDF.
///
/// # Errors
/// [`LetterError`] when the embedded font can't be read, a chart can't be drawn, the file can't be put together, or
/// the letter would be longer than [`LetterError::TooLong`] allows. No other text makes it fail.
pub fn render(letter: &Letter) -> Result<Rendered, LetterError> {
    let fonts = Fonts::load()?;
    let frame = Frame::of(letter.paper);
    let Laid {
        running,
        structure,
        head,
        bodies,
        ..
    } = lay_out(letter, &fonts, frame)?;
    let count = bodies.len();
    let count_shown = page_count(count)?;
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
    let pdf = pdf::write(letter, &fonts, frame, &structure, &pages)?;
    Ok(Rendered {
        pdf,
        pages: count_shown,
        unsupported: fonts.unsupported(),
        unprinted: unprinted(letter, &fonts).unwrap_or_default(),
    })
}
