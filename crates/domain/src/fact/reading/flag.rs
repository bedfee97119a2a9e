//! The mark that a laboratory set beside a value. It is kept as it was reported and never worked out.

use serde::{Deserialize, Serialize};

/// The laboratory's own mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ReadingFlag"))]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// It lies within the range.
    Normal,
    /// It lies below the range.
    Low,
    /// It lies above the range.
    High,
    /// So low that the laboratory calls.
    CriticallyLow,
    /// So high that the laboratory calls.
    CriticallyHigh,
    /// Abnormal, as of words.
    Abnormal,
}

impl Flag {
    /// Every mark, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Normal,
        Self::Low,
        Self::High,
        Self::CriticallyLow,
        Self::CriticallyHigh,
        Self::Abnormal,
    ];

    /// The mark as laboratories write it: "H", "LL", "high", "N".
    pub fn read(text: &str) -> Option<Self> {
        Some(match text {
            "N" | "normal" => Self::Normal,
            "L" | "low" | "Low" | "LOW" | "↓" => Self::Low,
            "H" | "high" | "High" | "HIGH" | "↑" => Self::High,
            "LL" | "L!" | "↓↓" => Self::CriticallyLow,
            "HH" | "H!" | "↑↑" => Self::CriticallyHigh,
            "A" | "abnormal" => Self::Abnormal,
            _ => return None,
        })
    }
}
