//! Letters: a plain, already worded letter model becomes a PDF or plain text.
//!
//! What must hold: the same model gives the same bytes (no clock, no random source is read);
//! every page names the patient, the letter's date and its author; nothing is invented, so a
//! section without content prints the caller's words for "not recorded"; a character that the
//! embedded font lacks is drawn as a visible mark and reported, never dropped.

mod chart;
mod draw;
mod flow;
mod fonts;
mod head;
mod model;
mod opening;
mod paginate;
mod pdf;
mod picture;
mod render;
mod running;
mod structure;
mod table;
mod tags;
mod text;
mod wrap;

pub use chart::ChartFigure;
pub use model::{
    Alert, Align, Block, Column, FigureBlock, Form, Letter, Letterhead, Paper, PatientLine, Section, Sender,
    Table, Words,
};
pub use picture::picture;
pub use render::{LetterError, Rendered, render};
pub use text::to_text;
