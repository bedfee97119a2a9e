//! Whether a report says that something is there. What is told as absent, and what could not be judged, are never read as
//! present; and neither says that it is excluded: a test tells what it showed.

use crate::value::text::Text;
use serde::{Deserialize, Serialize};

/// How a report states a finding or a conclusion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StatedAs {
    /// It is there, by the report.
    Present,
    /// The report thinks of it.
    Possible,
    /// Looked for, and not seen by this test.
    Absent,
    /// The test could not tell, as beside metal.
    NotAssessable,
}

impl StatedAs {
    /// Whether it is told as there, surely or possibly.
    pub fn is_seen(self) -> bool {
        matches!(self, Self::Present | Self::Possible)
    }

    /// What words alone say of it: absent where their first word denies it, else present.
    pub fn by_words(words: &Text) -> Self {
        match says_none(words.as_str()) {
            true => Self::Absent,
            false => Self::Present,
        }
    }
}

/// Whether the first word says that there was none.
pub(crate) fn says_none(text: &str) -> bool {
    let low = text.to_lowercase();
    let first = low
        .split(|c: char| !c.is_alphanumeric())
        .find(|word| !word.is_empty());
    matches!(
        first,
        Some(
            "no" | "none"
                | "nil"
                | "normal"
                | "unremarkable"
                | "without"
                | "intact"
                | "negative"
                | "not"
                | "absent"
        )
    )
}
