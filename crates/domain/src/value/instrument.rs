//! The instruments: what each is, how it is scored and what its change means. They are data, one file each in
//! `instruments/`; adding an instrument is adding a file.
//!
//! Wording appears only where it is free. A score that can't be given has a reason and is never zero.

mod data;
mod missing;
mod parts;
mod points;
mod scored;
mod scoring;
pub mod self_harm;

#[cfg(test)]
mod tests;

pub use data::{
    Algorithm, Band, Better, ChangeUse, Choice, Codes, Domain, FirstPanel, Generic, How, Importance,
    Instrument, Item, Licence, MoreCode, OwnMeasure, Reliable, Site, Subscale,
};
pub use missing::says_missing;
pub use parts::entered_with_parts;
pub use points::{ExpectedAnswer, GivenAnswer, Refusal, higher_box};
pub use scored::{Capture, Flag, NamedBand, Options, Reason, ScoreResult, SubScored};
pub use scoring::{entered, score};

use std::sync::OnceLock;

/// Name and text of every instrument file, listed when the crate is built.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/instruments.rs"));

/// Every instrument, in the order of their ids.
pub fn instruments() -> &'static [Instrument] {
    static READ: OnceLock<Vec<Instrument>> = OnceLock::new();
    // A file that can't be read is left out here; a test reads every file, so none is.
    READ.get_or_init(|| FILES.iter().filter_map(|(_, text)| read(text).ok()).collect())
}

/// The instrument with this id, such as `odi`.
pub fn instrument(id: &str) -> Option<&'static Instrument> {
    instruments().iter().find(|instrument| instrument.id == id)
}

/// The instrument whose scores are kept as this measure.
pub fn kept_as(measure: OwnMeasure) -> Option<&'static Instrument> {
    instruments()
        .iter()
        .find(|instrument| instrument.measure == Some(measure))
}

fn read(text: &str) -> Result<Instrument, toml::de::Error> {
    let mut instrument: Instrument = toml::from_str(text)?;
    instrument.items = instrument
        .items
        .into_iter()
        .flat_map(|item| {
            let times = item.count;
            (0..times).map(move |_| Item {
                count: 1,
                ..item.clone()
            })
        })
        .collect();
    Ok(instrument)
}
