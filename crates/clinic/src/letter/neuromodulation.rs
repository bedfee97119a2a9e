//! Neuromodulation in a letter: each path in a few lines, in the order in which it went, and the pumps.

use super::Request;
use crate::{neuromodulation::told_in_short, record::Record, shown::telling};
use chrono::NaiveDate;
use lamina_letters::Block;

pub(super) fn neuromodulation(record: &Record, request: &Request, today: NaiveDate) -> Vec<Block> {
    let telling = telling(record, request.preferred_term);
    let told = told_in_short(record, &request.rules, &telling, today);
    let mut blocks: Vec<Block> = told
        .into_iter()
        .flat_map(|(title, lines)| [Block::Paragraph(title), Block::List(lines)])
        .collect();
    let own = request.rules.said("neuromodulation.");
    if !blocks.is_empty() && !own.is_empty() {
        blocks.push(Block::List(own));
    }
    blocks
}
