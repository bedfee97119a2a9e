//! The coded answers of how somebody lives. Each stands beside a text that says it more exactly.

use serde::{Deserialize, Serialize};

/// Whether somebody smokes or ever did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Smoking {
    /// Never smoked in a whole life.
    Never,
    /// Smoked once and stopped since.
    Former,
    /// Smokes now, however little it is.
    Current,
}

/// Whether somebody works, and if not why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "WorkStatus"))]
#[serde(rename_all = "snake_case")]
pub enum Work {
    /// Works as much as usual.
    Working,
    /// Fewer hours or lighter work than usual.
    Reduced,
    /// Has work and is off sick.
    SickLeave,
    /// Would work and has no work.
    Unemployed,
    /// Retired because of age or length of service.
    Retired,
    /// At school or university.
    Student,
    /// Keeps house or looks after others.
    Homemaker,
    /// Draws a pension because of disability.
    DisabilityPension,
    /// Another way, told in words.
    Other,
}

/// A claim, compensation or a lawsuit that concerns the pain. It says nothing about the pain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ClaimStatus"))]
#[serde(rename_all = "snake_case")]
pub enum Claim {
    /// It is not decided yet.
    Open,
    /// It was decided or settled.
    Settled,
}

/// With whom somebody lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "LivingSituation"))]
#[serde(rename_all = "snake_case")]
pub enum Home {
    /// Nobody else lives there.
    Alone,
    /// With family, friends or others.
    WithOthers,
    /// In a home with care.
    CareHome,
    /// Without a home of one's own.
    NoFixedHome,
}

/// Who cares for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "CarerStatus"))]
#[serde(rename_all = "snake_case")]
pub enum Care {
    /// Somebody cares for the patient.
    HasCarer,
    /// The patient cares for somebody.
    IsCarer,
    /// Is cared for and cares for somebody.
    Both,
}

/// Whether somebody drives or was advised not to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "DrivingStatus"))]
#[serde(rename_all = "snake_case")]
pub enum Driving {
    /// Drives, with or without a break for pain.
    Yes,
    /// Does not drive, for whatever reason.
    No,
    /// Was advised not to.
    AdvisedNot,
}

/// Whether somebody can decide about treatment, as somebody assessed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "CapacityStatus"))]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// Can decide about treatment.
    Has,
    /// At times, or for some decisions.
    Partly,
    /// Can't decide about treatment.
    Lacks,
}

/// Whether an interpreter is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "InterpreterNeed"))]
#[serde(rename_all = "snake_case")]
pub enum Interpreter {
    /// None is needed to talk to each other.
    NotNeeded,
    /// One is needed to talk to each other.
    Needed,
}

/// How somebody hears or sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "SenseStatus"))]
#[serde(rename_all = "snake_case")]
pub enum Senses {
    /// Without difficulty and without an aid.
    Good,
    /// Without difficulty with an aid, glasses among them.
    WithAid,
    /// With difficulty, also with an aid.
    Difficult,
}
