//! Follow-up on the wire: what is due after an operation or a treatment, and by which plan.

use lamina_domain::Noun;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A time point that calls for something today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FollowUpCall {
    /// The operation or treatment that it counts from.
    pub entry: Uuid,
    /// Which of the two it is.
    pub noun: Noun,
    /// The point and what it counts from: "6 weeks after fusion, L4-S1 (3 May 2026)".
    pub title: String,
    /// Until when, or since when it was missed.
    pub text: String,
    /// True while the window is open, false where it has closed.
    pub due: bool,
}

/// What follow-up calls for today, the newest operation or treatment first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct FollowUpView {
    /// The points.
    pub calls: Vec<FollowUpCall>,
    /// The plans that they come from, with version and source.
    pub sources: Vec<String>,
}
