//! Whether a treatment goes on: what somebody said of it, and what follows on a day from everything that was said.
//! Nothing told is unknown; it is never taken for running and never for over.

use serde::{Deserialize, Serialize};

/// What somebody said of a treatment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "TreatmentStatus"))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It goes on, as somebody said.
    Running,
    /// It is over, as somebody said.
    Ended,
    /// It was given once or for one occasion: at an operation, as an injection, in an emergency.
    OneOff,
    /// Asked, and not known.
    Unknown,
}

/// Where a treatment stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "TreatmentStanding"))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It goes on that day.
    Running,
    /// It begins on a later day.
    NotBegun,
    /// It is over by that day.
    Ended,
    /// Its end is known to a month or a year that has begun and is not over.
    MayHaveEnded,
    /// It was given for one occasion.
    OneOff,
    /// Nothing says whether it goes on.
    Unknown,
}

impl Standing {
    /// It goes on, or nothing says that it does not.
    pub fn may_run(self) -> bool {
        matches!(self, Self::Running | Self::MayHaveEnded | Self::Unknown)
    }

    /// It may go on, and whether it does is not known.
    pub fn is_doubtful(self) -> bool {
        matches!(self, Self::MayHaveEnded | Self::Unknown)
    }
}
