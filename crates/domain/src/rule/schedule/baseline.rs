//! The baseline of an index: the last visit before it, never the earliest ever. It says how old it is and which
//! other treatments lie between.

use super::{
    plan::Plan,
    span::{Span, earlier},
    state::{Index, Other, Visit, crossing},
};
use serde::{Deserialize, Serialize};

/// How old a baseline is at its index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BaselineAge {
    /// At the index no older than the plan's `baseline_within`.
    Fresh,
    /// Older than the window, not yet stale.
    Older,
    /// Stale: the state may have changed since.
    Stale,
}

/// The baseline of an index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Baseline {
    /// Id of the visit in the record.
    pub visit: String,
    /// How old it is; the older where dates leave both open.
    pub age: BaselineAge,
    /// False where dates leave open whether it lies before the index or how old it is.
    pub certain: bool,
    /// Other treatments between the baseline and its index, which may explain a change.
    pub crossed_by: Vec<String>,
}

/// The last visit before the index. `same_day` says whether a visit of the index day can be one.
pub fn choose(
    plan: &Plan,
    index: &Index,
    at: Span,
    visits: &[(&Visit, Span)],
    others: &[Other],
    same_day: bool,
) -> Option<Baseline> {
    let surely = |span: &Span| span.to < at.from || (same_day && at.is_exact() && span.to == at.from);
    let possibly = |span: &Span| span.from < at.to;
    let last_of = |keep: &dyn Fn(&Span) -> bool| {
        visits
            .iter()
            .filter(|(_, span)| keep(span))
            .max_by_key(|(_, span)| (span.to, span.from))
    };
    let (visit, span, sure) = match last_of(&surely) {
        Some((visit, span)) => (visit, *span, true),
        None => last_of(&possibly).map(|(visit, span)| (visit, *span, false))?,
    };
    let age = |visit: chrono::NaiveDate, index: chrono::NaiveDate| {
        if visit < earlier(index, plan.baseline_stale) {
            BaselineAge::Stale
        } else if visit < earlier(index, plan.baseline_within) {
            BaselineAge::Older
        } else {
            BaselineAge::Fresh
        }
    };
    let (oldest, youngest) = (age(span.from, at.to), age(span.to, at.from));
    Some(Baseline {
        visit: visit.id.clone(),
        age: oldest,
        certain: sure && oldest == youngest,
        crossed_by: crossing(others, index, span.from, at.to),
    })
}
