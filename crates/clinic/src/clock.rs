//! The one place that reads the clock; everywhere else time is an argument.

use chrono::NaiveDate;

/// Today in local time.
pub fn today() -> NaiveDate {
    chrono::Local::now().date_naive()
}

/// A day written as YYYY-MM-DD.
pub fn day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()
}
