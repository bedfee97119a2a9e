//! The spine map of a letter, under its operations: drawn where an operation or a treatment has a level, with what stands
//! beside it in the caption.

use super::About;
use crate::{
    spine::{SpineReading, names_a_level, summary, unplaced_words},
    words::{joined, say},
};
use lamina_letters::{Block, SpineBlock, SpineFigure};

pub(super) fn spine(about: &About<'_>) -> Option<Block> {
    let mapped = SpineReading::of(about.record, about.today);
    if !names_a_level(&mapped.map) {
        return None;
    }
    let caption = [Some(say!("letter-spine-map")), unplaced_words(&mapped)];
    Some(Block::Spine(SpineBlock {
        figure: std::sync::Arc::new(SpineFigure(mapped.drawing())),
        caption: joined(caption, " ").unwrap_or_default(),
        alternative: summary(&mapped),
    }))
}
