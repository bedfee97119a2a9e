//! The reply to a question that somebody was asked. Silence is a value of its own and never a no.

use serde::{Deserialize, Serialize};

/// A reply. Only `Yes` and `No` answer; `DoesNotApply` does where the question allows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// Yes; where the question is a statement, it is true.
    Yes,
    /// No; where the question is a statement, it is not true.
    No,
    /// The question makes no sense here; somebody said so.
    DoesNotApply,
    /// Asked, and not known.
    Unknown,
    /// Asked, and not answered by choice.
    Declined,
    /// Nobody asked, which is never a no.
    #[default]
    NotAsked,
}

impl Reply {
    /// True while nobody asked, as where nothing is recorded.
    pub fn is_not_asked(&self) -> bool {
        *self == Reply::NotAsked
    }
}
