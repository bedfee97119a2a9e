//! The rules as others see them: scoring one administration from typed cells, the opioid load of typed lines, the
//! catalogue of rules, and each as text. The document of them is written elsewhere.

mod cells;
mod columns;
mod opioids;
mod unclear;

use crate::words::{Message, Word, message, opioid, rules::told, say, score};

pub use crate::words::opioid::explain;
pub use cells::{score_cells, score_total};
pub use columns::{Columns, columns};
pub use lamina_api::rule::Rule;
pub use lamina_domain::instrument::{Capture, Instrument, Options, ScoreResult, instrument, instruments};
pub use lamina_domain::opioid::load::Load;
pub use lamina_domain::rule::Sure;
pub use opioids::{NoLoad, factors, opioid_load};
pub use unclear::{Expectation, Unclear};

/// Groups of rules by the first part of their id, in the order of the document.
const GROUPS: &[(&str, Message)] = &[
    ("score", message!("rules-listed-score")),
    ("change", message!("rules-listed-change")),
    ("medicine", message!("rules-listed-medicine")),
    ("red_flag", message!("rules-listed-red-flag")),
    ("gate", message!("rules-listed-gate")),
    ("walking", message!("rules-listed-walking")),
    ("neuromodulation", message!("rules-listed-neuromodulation")),
    ("schedule", message!("rules-listed-schedule")),
    ("treatment", message!("rules-listed-treatment")),
    ("record", message!("rules-listed-record")),
    ("spine", message!("rules-listed-spine")),
    ("measured", message!("rules-listed-measured")),
];

/// Every rule there is with its words, in the order in which it is listed.
pub fn catalogue() -> Vec<Rule> {
    lamina_domain::rule::catalogue().iter().map(told).collect()
}

/// Every rule there is under its heading, in the order in which they are listed; no heading is without a rule.
pub fn grouped() -> Vec<(String, Vec<Rule>)> {
    let mut rest = catalogue();
    let mut groups: Vec<(String, Vec<Rule>)> = GROUPS
        .iter()
        .map(|(group, title)| {
            let begins = format!("{group}.");
            let rules = rest.extract_if(.., |rule| rule.id.starts_with(&begins));
            (say!(*title), rules.collect())
        })
        .collect();
    groups.push((say!("rules-listed-further"), rest));
    groups.retain(|(_, rules)| !rules.is_empty());
    groups
}

/// One rule as a line of plain text.
pub fn line(rule: &Rule) -> String {
    format!(
        "{} (version {}, {}): {} [{}]",
        rule.id,
        rule.version,
        sure(rule.sure),
        rule.title,
        rule.source
    )
}

/// How sure a rule is, in words.
pub fn sure(sure: Sure) -> String {
    sure.word()
}

/// A value as one line of JSON.
///
/// # Errors
/// Where the value can't be written as JSON; the values of this module can.
pub fn json_line(value: &impl serde::Serialize) -> Result<String, serde_json::Error> {
    serde_json::to_string(value)
}

/// A load as one line of JSON: its data, with the sentence of each total and the arithmetic of each sum.
///
/// # Errors
/// As [`json_line`].
pub fn load_line(load: &Load) -> Result<String, serde_json::Error> {
    let mut line = serde_json::to_value(load)?;
    line["as_taken"]["sentence"] = opioid::as_taken(load).into();
    line["at_most"]["sentence"] = opioid::at_most(load).into();
    for (at, one) in load.lines.iter().enumerate() {
        let (taken, most) = opioid::sums(one);
        if let Some(taken) = taken {
            line["lines"][at]["as_taken"]["text"] = taken.into();
        }
        line["lines"][at]["at_most"]["text"] = most.into();
    }
    for (at, one) in load.left_out.iter().enumerate() {
        if let Some(most) = opioid::would_add(&one.reason) {
            line["left_out"][at]["reason"]["would_add"] = most.into();
        }
    }
    json_line(&line)
}

/// A scored row as one line of JSON: the row, the result, and its words.
///
/// # Errors
/// As [`json_line`].
pub fn scored_line(row: u64, scored: &ScoreResult) -> Result<String, serde_json::Error> {
    let words = Words {
        row,
        scored,
        band_words: scored.band.as_ref().map(score::band),
        reason_words: scored.reason.as_ref().map(score::reason),
        flag_words: scored.flags.iter().map(Word::word).collect(),
    };
    json_line(&words)
}

#[derive(serde::Serialize)]
struct Words<'a> {
    row: u64,
    #[serde(flatten)]
    scored: &'a ScoreResult,
    band_words: Option<String>,
    reason_words: Option<String>,
    flag_words: Vec<String>,
}

#[cfg(test)]
mod tests;
