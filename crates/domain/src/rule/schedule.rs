//! The follow-up schedule from an index treatment: windows, what is due, what is off schedule.
//!
//! An index date keeps its precision: where only the month is known, every window widens and no day is invented. A
//! visit outside a window is kept and labelled. Change is measured from the baseline of its own index.

mod baseline;
mod calls;
pub mod coverage;
mod kind;
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
pub use span::Span;
pub use state::{
    FollowUp, Index, Other, PointState, Status, Visit, VisitLabel, VisitPlace, baseline_of, follow_up,
};
pub use typed::{ages_words, read_ages, read_window, window_words};

use crate::value::listed::{Rule, Sure};

/// The schedules as they are listed.
pub fn rules() -> Vec<Rule> {
    let plans = Plans::built_in().map(Plans::all).unwrap_or_default();
    let mut rules: Vec<Rule> = plans.iter().map(Plan::rule).collect();
    rules.push(Rule {
        id: "schedule.baseline".to_owned(),
        version: 1,
        title: "The baseline is the last visit before its own index; older than two months before surgery it is stale."
            .to_owned(),
        source: "Hatakka et al. (variation of the ODI while waiting, mean absolute change 9 points)".to_owned(),
        sure: Sure::Medium,
    });
    rules.push(Rule {
        id: "schedule.domains".to_owned(),
        version: 1,
        title: "A visit covers pain, function, emotion, the person's own rating or sleep where an instrument of it was taken; adverse effects and why a treatment ended stand with the treatment."
            .to_owned(),
        source: "IMMPACT 2003 and 2005 for the domains; which instrument belongs where is Lamina's own".to_owned(),
        sure: Sure::Medium,
    });
    rules.push(Rule {
        id: "schedule.calls".to_owned(),
        version: 2,
        title: "What is due is named while its window is open, what was missed until a later point is reached or 27 months have passed since the index, or a week since its last window closed where that is later. A treatment that was stopped calls for nothing after its end, or for nothing at all where no day of the end is recorded."
            .to_owned(),
        source: "Lamina's own".to_owned(),
        sure: Sure::Medium,
    });
    rules
}
