//! Waiting for a condition, and for nothing else.

use std::{
    thread,
    time::{Duration, Instant},
};

/// How long anything may take before it counts as not happening: far above what two busy cores need.
const LIMIT: Duration = Duration::from_secs(30);
/// The pause between two looks.
const PAUSE: Duration = Duration::from_millis(25);

/// Looks until `look` finds something.
///
/// # Errors
/// What was waited for, after the limit.
pub(super) fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> Result<T, String> {
    let begun = Instant::now();
    loop {
        if let Some(found) = look() {
            return Ok(found);
        }
        if begun.elapsed() > LIMIT {
            return Err(format!("waited {} s in vain: {what}", LIMIT.as_secs()));
        }
        thread::sleep(PAUSE);
    }
}
