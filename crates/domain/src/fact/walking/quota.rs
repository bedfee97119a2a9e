//! The quota of a week: how long, how often and how fast; and what of it rises.

use crate::value::within::Within;
use serde::{Deserialize, Serialize};

/// How fast to walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "WalkingPace"))]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// Easy, which is taken where no pace is told.
    #[default]
    Easy,
    /// Comfortable, which is one step above easy.
    Comfortable,
    /// Brisk, above which no pace is proposed.
    Brisk,
}

/// What is planned for a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quota {
    /// Length of a bout in seconds, 1 minute to 3 hours.
    pub seconds: Within<60, 10800>,
    /// How many bouts on a day of walking.
    pub bouts_a_day: Within<1, 4>,
    /// On how many days of the week.
    pub days_a_week: Within<1, 7>,
    /// How fast the bouts are walked.
    #[serde(default)]
    pub pace: Pace,
}

impl Quota {
    /// Seconds planned for the whole week.
    #[cfg(test)]
    pub(crate) fn week_seconds(&self) -> u32 {
        self.day_seconds() * u32::from(self.days_a_week.get())
    }

    /// Seconds planned for a day of walking.
    pub fn day_seconds(&self) -> u32 {
        u32::from(self.seconds.get()) * u32::from(self.bouts_a_day.get())
    }
}

/// What may rise; one in a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "WalkingStep"))]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// The length of a bout.
    #[default]
    Duration,
    /// The days of the week.
    Frequency,
    /// The pace, as from easy to comfortable.
    Pace,
}
