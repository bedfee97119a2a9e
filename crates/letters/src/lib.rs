//! Letters: a plain, already worded letter model becomes a PDF or plain text.
//!
//! What must hold: the same model gives the same bytes (no clock, no random source is read);
//! every page names the patient, the letter's date and its author; nothing is invented, so a
//! section without content prints the caller's words for "not recorded"; no text is cut but what runs along the edges
//! of the pages; a character that no font at hand draws is a visible mark and is named, never dropped.

mod body;
mod chart;
mod draw;
mod error;
mod flow;
mod fonts;
mod foreign;
mod glyphs;
mod head;
mod line;
mod model;
mod opening;
mod paginate;
mod pdf;
mod picture;
mod questions;
mod render;
mod running;
mod scripts;
mod structure;
mod style;
mod table;
mod tags;
mod text;
mod wrap;

pub use chart::{BodyFigure, ChartFigure, SpineFigure};
pub use error::LetterError;
pub use foreign::{ForeignPages, foreign_page, foreign_pages};
pub use model::{
    Alert, Align, Ask, Block, BodyBlock, Column, FigureBlock, Form, Letter, Letterhead, Paper, PatientLine,
    Question, Questions, Scale, Section, Sender, Size, SpineBlock, Table, Words,
};
pub use picture::picture;
pub use render::{Measured, Rendered, measure, render};
pub use text::to_text;
