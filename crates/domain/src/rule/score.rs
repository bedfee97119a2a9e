//! How each instrument is scored, as a rule of the list.

use super::listed::{About, Rule};
use crate::value::instrument::instruments;

/// The scoring rule of every instrument.
pub fn rules() -> Vec<Rule> {
    instruments()
        .iter()
        .map(|instrument| Rule {
            id: format!("score.{}", instrument.id),
            version: instrument.version,
            about: About::Score {
                instrument: instrument.name.clone(),
                words: instrument.words.clone(),
            },
            source: Some(instrument.source.clone()),
            sure: instrument.sure,
        })
        .collect()
}
