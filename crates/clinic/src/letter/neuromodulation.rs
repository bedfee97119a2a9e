//! Neuromodulation in a letter: each path in a few lines, in the order in which it went, and the pumps; and the diary of a
//! trial as a drawing.

use super::{
    About,
    fullness::{Fullness, Passage},
};
use crate::{
    neuromodulation::{chart, told_in_short},
    record::Record,
    shown::telling,
    words::{message, say},
};
use lamina_letters::{Block, ChartFigure, FigureBlock};
use std::sync::Arc;

/// So many of the last steps of each path a short letter tells.
const SHORT: usize = 4;

/// What each path came to, with the 50 % criterion of each trial that is told; tightly its steps by their titles alone.
pub(super) fn neuromodulation(about: &About<'_>, fullness: Fullness) -> Passage {
    let (record, request) = (about.record, about.request);
    let telling = telling(record, request.preferred_term);
    let most = match fullness {
        Fullness::Whole | Fullness::Usual => usize::MAX,
        _ => SHORT,
    };
    let brief = fullness > Fullness::Short;
    let told = told_in_short(record, &request.rules, &telling, about.today, (most, brief));
    let steps = record.neuromodulation_steps.len();
    let mut blocks: Vec<Block> = told
        .paths
        .into_iter()
        .flat_map(|(title, lines)| [Block::Paragraph(title), Block::List(lines)])
        .collect();
    let own = request.rules.said("neuromodulation.");
    if !blocks.is_empty() && !own.is_empty() {
        blocks.push(Block::List(own));
    }
    Passage::from(blocks)
        .chosen(
            message!("letter-rule-last-steps"),
            message!("letter-left-steps"),
            steps - told.left_out,
            steps,
        )
        .shortened(
            message!("letter-left-steps"),
            if brief { steps - told.left_out } else { 0 },
        )
}

/// The diary of each path that has one.
pub(super) fn charts(record: &Record) -> Vec<Block> {
    let places = 0..record.neuromodulations.len();
    let drawn = places.filter_map(|at| chart(record, at));
    drawn
        .map(|chart| {
            Block::Figure(FigureBlock {
                figure: Arc::new(ChartFigure(chart)),
                caption: say!("letter-trial-chart"),
                alternative: say!("trial-chart-description"),
            })
        })
        .collect()
}
