//! What a rule must say about itself before anyone relies on it: its id, version, source and how sure it is.
//!
//! Every module that computes or warns lists its rules with this type; the command line, the window and `docs/rules.md`
//! show that list and nothing else. What a rule does is told by its id or by the data it holds; the sentence is made
//! elsewhere.

use crate::value::{
    medicine::{Number, Route},
    sure::Sure,
};

/// A rule as it is listed.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// Stable id such as `score.odi` or `red_flag.ces`.
    pub id: String,
    /// Version of the rule, raised whenever its result can differ.
    pub version: u32,
    /// What it does, as data of which the sentence is made elsewhere.
    pub about: About,
    /// Where it comes from as its data file names it: author, journal or body, year; nothing where the words tell that by
    /// its id.
    pub source: Option<String>,
    /// How sure it is.
    pub sure: Sure,
}

/// What a rule does: by its id alone, or from data.
#[derive(Debug, Clone, PartialEq)]
pub enum About {
    /// Its id says it.
    Itself,
    /// Its id says it; it knows names from lists that have sources of their own.
    Names {
        /// Where the lists come from.
        sources: String,
    },
    /// What it does stands in its data file.
    Told {
        /// As it stands there.
        title: String,
    },
    /// An instrument is scored.
    Score {
        /// Short name of the instrument.
        instrument: String,
        /// How it is scored, as its data file has it.
        words: String,
    },
    /// A change of so much matters.
    Matters {
        /// Id of the instrument.
        instrument: String,
        /// From how many points on; nothing where only a percentage is in use.
        points: Option<f64>,
        /// Percent of the baseline.
        percent: Option<f64>,
        /// In whom it was found.
        population: String,
    },
    /// From so much on a change is more than error of measurement.
    Reliable {
        /// Id of the instrument.
        instrument: String,
        /// From how many points of the instrument on.
        points: f64,
        /// Which measure of error.
        kind: String,
        /// In whom it was found.
        population: String,
    },
    /// A table makes opioids comparable.
    Table {
        /// The table's name as it is printed beside a total.
        name: String,
        /// Where it is in use.
        jurisdiction: String,
        /// The unit of its totals, a day.
        unit: String,
    },
    /// One factor of a table.
    Factor {
        /// Id of the ingredient, such as `codeine`.
        substance: String,
        /// By which way it is taken.
        route: Route,
        /// Name of the table.
        table: String,
        /// What the mg a day are multiplied by, or of a patch the micrograms an hour.
        factor: Number,
    },
    /// Something is said from a total on.
    Threshold {
        /// At this total and above.
        from: Option<Number>,
        /// Above this total only.
        above: Option<Number>,
        /// The unit of the total, a day.
        unit: String,
        /// What is said then, as the table's file has it.
        text: String,
    },
    /// A missing naloxone is mentioned.
    Naloxone {
        /// From this total on.
        from: Number,
        /// The unit of the total, a day.
        unit: String,
        /// From this age in years on.
        age: u32,
        /// Conditions by which the guideline names it.
        conditions: Vec<String>,
    },
    /// A missing review is mentioned.
    Review {
        /// After so many days.
        days: u32,
    },
}

/// A rule that its id tells, with where it comes from.
pub(super) fn by_id(id: &str, version: u32, sure: Sure) -> Rule {
    Rule {
        id: id.to_owned(),
        version,
        about: About::Itself,
        source: None,
        sure,
    }
}
