//! The follow-up schedule from an index treatment: windows, what is due, what is off schedule.
//!
//! An index date keeps its precision: where only the month is known, every window widens and no day is invented. A
//! visit outside a window is kept and labelled. Change is measured from the baseline of its own index.

mod baseline;
mod calls;
pub mod coverage;
mod kind;
pub mod next_visit;
pub mod plan;
mod points;
mod span;
pub mod state;
#[cfg(test)]
mod tests;
mod typed;

pub use baseline::{Baseline, BaselineAge};
pub use kind::{is_index, of_parts, of_treatment};
pub use plan::{IndexKind, Plan, Plans};
pub use span::{Span, later};
pub use state::{
    FollowUp, Index, Other, PointState, Status, Visit, VisitLabel, VisitPlace, baseline_among, baseline_of,
    crossing, dated, follow_up,
};
pub use typed::{ages_words, read_ages, read_window, window_words};

use super::listed::{Rule, by_id};
use crate::value::sure::Sure;

/// The schedules as they are listed.
pub fn rules() -> Vec<Rule> {
    let plans = Plans::built_in().map(Plans::all).unwrap_or_default();
    let shared = [
        by_id("schedule.baseline", 1, Sure::Medium),
        by_id("schedule.domains", 1, Sure::Medium),
        by_id("schedule.calls", 2, Sure::Medium),
        next_visit::rule(),
    ];
    plans.iter().map(Plan::rule).chain(shared).collect()
}
