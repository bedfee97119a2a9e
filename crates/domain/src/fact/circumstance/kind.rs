//! The coded answers of how somebody lives. Each stands beside a text that says it more exactly.

use serde::{Deserialize, Serialize};

/// Whether somebody smokes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Smoking {
    /// Never did.
    Never,
    /// Did once.
    Former,
    /// Smokes.
    Current,
}

/// Whether somebody works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "WorkStatus"))]
#[serde(rename_all = "snake_case")]
pub enum Work {
    /// As usual.
    Working,
    /// Fewer hours or lighter work than usual.
    Reduced,
    /// Off sick.
    SickLeave,
    /// Without work.
    Unemployed,
    /// Retired.
    Retired,
    /// At school or university.
    Student,
    /// Keeps house or looks after others.
    Homemaker,
    /// Draws a pension because of disability.
    DisabilityPension,
    /// Another way.
    Other,
}

/// A claim, compensation or a lawsuit that concerns the pain. It says nothing about the pain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ClaimStatus"))]
#[serde(rename_all = "snake_case")]
pub enum Claim {
    /// Not decided yet.
    Open,
    /// Decided or settled.
    Settled,
}

/// With whom somebody lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "LivingSituation"))]
#[serde(rename_all = "snake_case")]
pub enum Home {
    /// Alone.
    Alone,
    /// With others.
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
    /// Both.
    Both,
}

/// Whether somebody drives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "DrivingStatus"))]
#[serde(rename_all = "snake_case")]
pub enum Driving {
    /// Drives.
    Yes,
    /// Does not drive.
    No,
    /// Was advised not to.
    AdvisedNot,
}

/// Whether somebody can decide about treatment, as somebody assessed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "CapacityStatus"))]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// Can decide.
    Has,
    /// At times, or for some decisions.
    Partly,
    /// Can't decide.
    Lacks,
}

/// Whether an interpreter is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "InterpreterNeed"))]
#[serde(rename_all = "snake_case")]
pub enum Interpreter {
    /// None is needed.
    NotNeeded,
    /// One is needed.
    Needed,
}

/// How somebody hears or sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "SenseStatus"))]
#[serde(rename_all = "snake_case")]
pub enum Senses {
    /// Without difficulty.
    Good,
    /// Without difficulty with an aid, glasses among them.
    WithAid,
    /// With difficulty, also with an aid.
    Difficult,
}
