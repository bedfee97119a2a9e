//! How a symptom runs: what it has to do with an operation, its pattern, when in the day it is worst, and whether it is getting
//! better. Each is what somebody said and none is worked out.

use serde::{Deserialize, Serialize};

/// What a symptom has to do with an operation, as the patient tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "SymptomRelation"))]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// It is the same as before the operation.
    AsBefore,
    /// It was better or gone after the operation, and came back.
    BetterThenBack,
    /// It never improved after the operation.
    NeverImproved,
    /// It was there before and is worse since.
    Worse,
    /// It is new after the operation.
    New,
}

impl Relation {
    /// Whether it says that the symptom was there before the operation and did not begin after it.
    pub fn began_before(self) -> bool {
        matches!(self, Self::AsBefore | Self::NeverImproved)
    }
}

/// How a symptom comes and goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "SymptomPattern"))]
#[serde(rename_all = "snake_case")]
pub enum Pattern {
    /// It is always there.
    Constant,
    /// There for a time and gone for a time.
    Intermittent,
    /// Attacks, with nothing between them.
    Attacks,
    /// It is always there, and attacks come on top.
    ConstantWithAttacks,
}

/// Where a symptom is going.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "SymptomTrend"))]
#[serde(rename_all = "snake_case")]
pub enum Trend {
    /// It is getting better.
    Better,
    /// It stays the same.
    Same,
    /// It is getting worse.
    Worse,
}

/// When in the day a symptom is worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TimeOfDay {
    /// In the morning, after waking.
    Morning,
    /// In the course of the day.
    Daytime,
    /// In the evening, before the night.
    Evening,
    /// At night, so that it may wake.
    Night,
    /// It is the same at any time.
    AnyTime,
}
