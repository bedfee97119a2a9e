//! What came of an operation: for the pain, how long it was away, and for work.

use crate::value::{answer::Answer, interval::Interval, text::Text, when::When};
use serde::{Deserialize, Serialize};

/// What became of the pain, as judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the judgements name themselves")]
pub enum Outcome {
    MuchBetter,
    Better,
    Same,
    Worse,
}

/// A result: the judgement, and the words it was told in.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ResultFor {
    /// What was judged; a judgement that nobody asked for is no "same".
    #[serde(skip_serializing_if = "Answer::is_not_asked")]
    pub judged: Answer<Outcome>,
    /// In the words of the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
}

impl ResultFor {
    /// Nothing was asked and nothing told.
    pub fn is_empty(&self) -> bool {
        self.judged.is_not_asked() && self.words.is_none()
    }
}

/// How long the patient was free of pain or clearly better. None, unknown and still going on differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PainFree {
    /// The patient was so at no time.
    Never,
    /// The patient is still so.
    Ongoing,
    /// For so long and no longer.
    For(Interval),
    /// In words only: "until a fall".
    Words(Text),
}

/// Whether the patient came back to work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum WorkReturn {
    /// To the same work in full.
    Full,
    /// To less or other work.
    Partly,
    /// To no work at all.
    No,
}

/// When the patient came back to work.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WorkTime {
    /// So long after the operation.
    After(Interval),
    /// At a time that is told.
    At(When),
}
