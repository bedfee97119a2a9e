//! The letter as plain data: every date, unit and sentence in it is already worded for its reader.
//!
//! What must hold: nothing here interprets clinical facts. Empty optional texts are omitted in
//! print; empty sections say so in the caller's words.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::chart::{BodyFigure, ChartFigure, SpineFigure};

/// The sheet that the letter is laid out for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paper {
    /// ISO A4, 210 × 297 mm, with the address placed for a DL window envelope.
    #[default]
    A4,
    /// US Letter, 8.5 × 11 in, with the address placed for a number 10 window envelope.
    UsLetter,
}

/// What the sheet is: a letter to somebody, or a page that is handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// A letter: address, reason, question, author, copies, what isn't recorded.
    #[default]
    Letter,
    /// A handout: title and date below the letterhead, then patient, alerts and sections.
    Handout,
}

/// How large the text of a letter is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Size {
    /// Everything below the patient as small as the text of a table, to save room.
    Close,
    /// As letters between professionals are set.
    #[default]
    Usual,
    /// For reading without effort: no text is smaller than 12 points but what runs along the edges of the pages.
    Large,
}

/// A letter about one patient, ready to be laid out.
#[derive(Debug, Clone)]
pub struct Letter {
    /// The sheet to print on.
    pub paper: Paper,
    /// What the sheet is.
    pub form: Form,
    /// Language of the words as a BCP 47 tag, such as `en-GB`; becomes the document's language.
    pub language: String,
    /// What kind of letter this is, such as "Referral to pain clinic".
    pub title: String,
    /// The letter's date for the file's metadata.
    pub dated: NaiveDate,
    /// The letter's date as printed, such as "3 May 2019".
    pub date: String,
    /// Who the letter comes from, at the top of page one.
    pub letterhead: Letterhead,
    /// Address lines for the envelope's window, first line first.
    pub recipient: Vec<String>,
    /// Who signs it, at its end.
    pub sender: Sender,
    /// Urgency in words; empty when none was given.
    pub urgency: String,
    /// Whom the letter is about; a page that is about nobody says nothing here.
    pub patient: PatientLine,
    /// What the patient has, in a line; empty prints nothing.
    pub diagnosis: String,
    /// Why this letter is written; empty prints the words for "not recorded".
    pub reason: String,
    /// What the recipient is asked to do; empty prints the words for "not recorded".
    pub question: String,
    /// Allergies, implants, red flags and the like, in the order to print.
    pub alerts: Vec<Alert>,
    /// How large its text is set.
    pub size: Size,
    /// The sections in the order in which they are printed.
    pub sections: Vec<Section>,
    /// What of the record stands not in this letter, as sentences.
    pub left_out: Vec<String>,
    /// People who get a copy.
    pub copies: Vec<String>,
    /// One line on where the text comes from, such as when the record was read.
    pub footer_note: String,
    /// Names of items that the record doesn't hold.
    pub not_recorded: Vec<String>,
    /// A mark for letters that aren't about a real patient; printed on every page.
    pub sample_mark: Option<String>,
    /// The fixed words of the layout.
    pub words: Words,
}

/// The clinic at the top of page one.
#[derive(Debug, Clone, Default)]
pub struct Letterhead {
    /// The clinic's name; empty prints none.
    pub name: String,
    /// Address and contact lines.
    pub lines: Vec<String>,
}

/// The author of the letter.
#[derive(Debug, Clone, Default)]
pub struct Sender {
    /// The name in full, as it is printed.
    pub name: String,
    /// Role or profession; empty when not given.
    pub role: String,
    /// Registration as printed, with its body, such as "GMC 1234567".
    pub registration: String,
    /// How to reach the author; empty when not given.
    pub contact: String,
    /// State of the signature in words, such as "Draft, not signed"; empty when not given.
    pub signed: String,
}

/// The patient's identity as it appears on every page.
#[derive(Debug, Clone, Default)]
pub struct PatientLine {
    /// The name in full, as it is printed.
    pub name: String,
    /// Birth date as printed; empty when unknown.
    pub birth: String,
    /// Age as printed, such as "61 years"; empty when unknown.
    pub age: String,
    /// Record number; empty when the patient has none.
    pub number: String,
    /// Address and contact in one line; empty when not given.
    pub contact: String,
}

/// Something that must be seen on the first page.
#[derive(Debug, Clone)]
pub struct Alert {
    /// What it concerns, such as "Allergies".
    pub label: String,
    /// What is known about it.
    pub text: String,
    /// True for what can harm if missed: printed in bold with a heavy bar.
    pub serious: bool,
}

/// A heading with its content.
#[derive(Debug, Clone)]
pub struct Section {
    /// What is printed over it.
    pub heading: String,
    /// The content in order; an empty list prints the words for "not recorded".
    pub body: Vec<Block>,
}

/// One part of a section.
#[derive(Debug, Clone)]
pub enum Block {
    /// Running text; line breaks in it are kept.
    Paragraph(String),
    /// The same in bold, for what leads what comes next; it stays with that.
    Strong(String),
    /// A line of signs that somebody copies by hand, set large.
    Large(String),
    /// Rows under a header that is repeated on each page.
    Table(Table),
    /// Points with bullets, one below the other.
    List(Vec<String>),
    /// A chart with its caption.
    Figure(FigureBlock),
    /// A map of the spine with its caption.
    Spine(SpineBlock),
    /// A body map with its caption.
    Body(BodyBlock),
    /// Words that say that something isn't recorded.
    NotRecorded(String),
    /// A small line on what stands above it, such as the rule by which it was chosen.
    Note(String),
    /// Questions that are answered by hand.
    Questions(Questions),
    /// What comes next begins a page.
    NewPage,
}

/// Questions that are answered by hand, on boxes to tick and lines to write on. None is split between pages.
#[derive(Debug, Clone, Default)]
pub struct Questions {
    /// Answers that questions share, each over a column of boxes; they come back on each page.
    pub columns: Vec<String>,
    /// The questions in their order.
    pub items: Vec<Question>,
}

/// A question that is answered by hand.
#[derive(Debug, Clone)]
pub struct Question {
    /// Its number as printed; empty where questions have none.
    pub number: String,
    /// What is asked or stated.
    pub text: String,
    /// Where the answer goes.
    pub ask: Ask,
}

/// Where an answer goes.
#[derive(Debug, Clone)]
pub enum Ask {
    /// A box under each of the answers that questions share.
    Columns,
    /// A box before the question itself, which is a statement.
    Tick,
    /// A box before each of these answers.
    Choices(Vec<String>),
    /// A row of boxes, each under its point, between what the two ends mean.
    Scale(Scale),
    /// A line to write on, with what stands behind it, such as a unit.
    Line(String),
    /// A line to write on and a scale under it: something that is named and then rated.
    Named(Scale),
}

/// A row of boxes, each under its point.
#[derive(Debug, Clone, Default)]
pub struct Scale {
    /// The points from one end to the other.
    pub points: Vec<String>,
    /// What the first point means.
    pub low: String,
    /// What the last point means.
    pub high: String,
}

/// A table of already worded cells.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// The columns from left to right. When all headings are empty no header is printed.
    pub columns: Vec<Column>,
    /// The rows; a missing cell prints empty, cells beyond the columns are ignored.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    /// What is printed over it.
    pub heading: String,
    /// Share of the width relative to the other columns; values up to 0 count as 1.
    pub width: f32,
    /// How its cells are aligned.
    pub align: Align,
}

impl Column {
    /// A left-aligned column with this share of the width.
    pub fn left(heading: impl Into<String>, width: f32) -> Self {
        Self {
            heading: heading.into(),
            width,
            align: Align::Left,
        }
    }

    /// A right-aligned column, for numbers, with this share of the width.
    pub fn right(heading: impl Into<String>, width: f32) -> Self {
        Self {
            heading: heading.into(),
            width,
            align: Align::Right,
        }
    }
}

/// Alignment inside a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// To the left edge.
    #[default]
    Left,
    /// In the middle of the cell.
    Centre,
    /// To the right edge.
    Right,
}

/// A progress chart in the flow of the letter, drawn across the whole width of the text.
#[derive(Debug, Clone)]
pub struct FigureBlock {
    /// What to draw; panels that no single page can hold together go on in a further figure.
    pub figure: Arc<ChartFigure>,
    /// Printed under the chart.
    pub caption: String,
    /// The chart in words, for screen readers and the plain text.
    pub alternative: String,
}

/// A map of the spine, as wide as the text.
#[derive(Debug, Clone)]
pub struct SpineBlock {
    /// The map that is drawn.
    pub figure: Arc<SpineFigure>,
    /// Printed under the map.
    pub caption: String,
    /// The map in words, for screen readers and the plain text.
    pub alternative: String,
}

/// A body map in the flow of the letter, small, at the left edge of the text.
#[derive(Debug, Clone)]
pub struct BodyBlock {
    /// The regions of the body that are marked, with their sides.
    pub figure: Arc<BodyFigure>,
    /// Printed under the map.
    pub caption: String,
    /// The map in words, for screen readers and the plain text.
    pub alternative: String,
}

/// The fixed words of the layout in the letter's language.
#[derive(Debug, Clone)]
pub struct Words {
    /// Before the letter's date.
    pub date: String,
    /// Before the urgency of the letter.
    pub urgency: String,
    /// Before the birth date.
    pub born: String,
    /// Before the record number.
    pub number: String,
    /// Before the diagnosis of the patient.
    pub diagnosis: String,
    /// Before the reason for the letter.
    pub reason: String,
    /// Before the question to the reader.
    pub question: String,
    /// Heading over the alerts.
    pub alerts: String,
    /// Printed where nothing is recorded.
    pub not_recorded: String,
    /// Before the list of items that aren't recorded.
    pub items_not_recorded: String,
    /// Before the people who get a copy.
    pub copies: String,
    /// Said where characters could not be printed, with `{scripts}` for the scripts they belong to.
    pub unprinted: String,
    /// Stands among those scripts for signs that belong to none, such as emoji.
    pub symbols: String,
    /// Page number, with `{n}` for this page and `{m}` for the number of pages.
    pub page: String,
}
