//! Why a letter can't be made.

use lamina_charts::ChartError;
use thiserror::Error;

/// Why a letter can't be made.
#[derive(Debug, Error)]
pub enum LetterError {
    /// The embedded font can't be read.
    #[error("the letter's font can't be read")]
    Font,
    /// A chart can't be drawn truthfully.
    #[error("a chart can't be drawn: {0}")]
    Chart(#[from] ChartError),
    /// There is more to print than any letter may hold.
    #[error("the letter would have more than {most} pages")]
    TooLong {
        /// The most pages that a letter has.
        most: u32,
    },
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
