//! How sure a figure, a list or a rule is.

use serde::{Deserialize, Serialize};

/// How far a rule is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Sure {
    /// Checked against its source; safe to rely on.
    High,
    /// In line with its source; a clinician confirms it before a clinical release.
    Medium,
    /// Known in the field and not checked here; shown, never relied on alone.
    Low,
}
