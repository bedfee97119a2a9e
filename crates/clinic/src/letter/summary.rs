//! The case in a few sentences: the operations, and what hurts since when. They are those of the overview.

use crate::{overview, record::Record};
use lamina_letters::Block;

/// Nothing where neither an operation nor a symptom is recorded: that stands at the end of the letter.
pub(super) fn summary(record: &Record) -> Vec<Block> {
    match record.surgeries.is_empty() && record.symptoms.is_empty() {
        true => Vec::new(),
        false => vec![Block::Paragraph(overview::story(record).join(" "))],
    }
}
