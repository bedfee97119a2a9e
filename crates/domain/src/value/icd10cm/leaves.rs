//! Codes of ICD-10-CM that are coded as they stand, in order: those of pain after spine surgery, its causes and what goes with
//! it. No list of all codes: a code that is not here is judged by its form alone.
//!
//! Source: ICD-10-CM, release of 1 April 2026 (CDC and CMS, United States; public domain). G90.52- as listed in the same
//! release.

/// The release that the list was held against. Codes change every October and April.
pub const RELEASE: &str = "2026-04-01";

#[rustfmt::skip]
pub(super) const LEAVES: &[&str] = &[
    "F17.210", "F32.A", "F41.1", "F45.42", "G03.9", "G06.1", "G47.00", "G83.4", "G89.28", "G89.29", "G89.3", "G89.4",
    "G90.521", "G90.522", "G90.523", "G90.529", "G96.11", "G96.12", "G96.198", "G97.41", "M21.371", "M21.372",
    "M40.36", "M41.9", "M43.16", "M43.17", "M45.9", "M46.1", "M46.26", "M46.36", "M46.37", "M46.46", "M46.47",
    "M47.26", "M47.816", "M47.817", "M48.02", "M48.04", "M48.061", "M48.062", "M48.07", "M51.16", "M51.17", "M51.26",
    "M51.27", "M51.360", "M51.361", "M51.362", "M51.369", "M51.370", "M51.371", "M51.372", "M51.379", "M53.2X6",
    "M53.2X7", "M53.3", "M54.12", "M54.16", "M54.17", "M54.2", "M54.30", "M54.31", "M54.32", "M54.40", "M54.41",
    "M54.42", "M54.50", "M54.51", "M54.59", "M54.6", "M62.830", "M79.18", "M79.2", "M96.0", "M96.1", "R26.2",
    "R26.89", "T81.31XA", "T81.41XA", "T81.42XA", "T81.43XA", "T84.216A", "T84.226A", "T84.296A", "T84.63XA",
    "T85.112A", "T85.113A", "T85.122A", "T85.123A", "T85.192A", "T85.193A", "T85.733A", "T85.734A", "T85.738A",
    "T85.840A", "Z45.1", "Z45.42", "Z79.01", "Z79.02", "Z79.52", "Z79.891", "Z87.891", "Z91.81", "Z96.82", "Z96.89",
    "Z97.8", "Z98.1", "Z98.890",
];
