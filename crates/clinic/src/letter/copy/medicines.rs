//! The medicines as they are recorded on the day: name, strength and how often. No load, no class, and no advice but whom to ask.

use crate::{
    letter::{About, listed},
    medicines::medicines as of_record,
    rules::factors,
    words::{joined, say, say_with},
};
use lamina_domain::Standing;
use lamina_letters::Block;

pub(in crate::letter) fn medicines(about: &About<'_>) -> Vec<Block> {
    let Ok(table) = factors(about.request.opioid_table.name()) else {
        return Vec::new();
    };
    let medicines = of_record(about.record, about.today, table);
    let running = medicines.running();
    let none = running.is_empty().then(|| match medicines.none_taken {
        true => say!("copy-medicines-none"),
        false => say!("copy-medicines-not-recorded"),
    });
    let mut blocks: Vec<Block> = none.map(Block::Paragraph).into_iter().collect();
    blocks.extend(listed(running));
    let unsure = [Standing::Unknown, Standing::MayHaveEnded].map(|standing| medicines.of(standing));
    let unsure = joined(unsure.into_iter().flatten().map(Some), "; ");
    blocks.extend(
        unsure.map(|names| Block::Paragraph(say_with!("copy-medicines-unsure", [("names", names.into())]))),
    );
    blocks.push(Block::Paragraph(say!("copy-medicines-ask")));
    blocks
}
