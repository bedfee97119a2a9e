//! Times that are counted, over other facts or at once, from themselves: "1 after 2" and "2 after 1". No order and no
//! date follows from them, so they are refused.

use super::Record;
use crate::value::{
    issue::{Issue, Problem},
    when::{Anchor, Point, Reference, When},
};

/// Most facts of a circle that are named.
const NAMED: usize = 5;

/// An issue for each circle of times, at the fact of it that comes first in the record.
pub fn circles(record: &Record) -> Vec<Issue> {
    let operations = record.surgeries.len();
    let times: Vec<&When> = record
        .surgeries
        .iter()
        .map(|one| &one.when)
        .chain(record.treatments.iter().map(|one| &one.started))
        .collect();
    let next = |at: usize| {
        let (which, before) = match anchor(times.get(at)?)? {
            Anchor::Operation(which) => (which, 0),
            Anchor::Treatment(which) => (which, operations),
            Anchor::FirstVisit => return None,
        };
        let Reference::Place(place) = which else {
            return None;
        };
        let to = before + (place as usize).checked_sub(1)?;
        (to < times.len() && (before > 0 || to < operations)).then_some(to)
    };
    // Each time counts from one other at most, so every walk ends or comes round; whoever was walked over is done.
    let mut walked: Vec<Option<usize>> = vec![None; times.len()];
    let mut issues = Vec::new();
    for start in 0..times.len() {
        let mut way = Vec::new();
        let mut at = Some(start);
        while let Some(here) = at.filter(|here| walked.get(*here) == Some(&None)) {
            if let Some(mark) = walked.get_mut(here) {
                *mark = Some(start);
            }
            way.push(here);
            at = next(here);
        }
        let Some(again) = at.filter(|here| walked.get(*here) == Some(&Some(start))) else {
            continue;
        };
        let round: Vec<usize> = way.into_iter().skip_while(|here| *here != again).collect();
        let first = round.iter().min().copied().unwrap_or(again);
        let name = |at: usize| match at.checked_sub(operations) {
            None => format!("operation {}", at + 1),
            Some(treatment) => format!("treatment {}", treatment + 1),
        };
        let mut chain: Vec<String> = round.iter().take(NAMED).map(|at| name(*at)).collect();
        if round.len() > NAMED {
            chain.push("…".into());
        }
        chain.push(name(again));
        let path = match first.checked_sub(operations) {
            None => format!("surgeries[{first}].when"),
            Some(treatment) => format!("treatments[{treatment}].started"),
        };
        let chain = chain.join(" from ");
        issues.push(Issue::at(path, Problem::CircularTimes { chain }));
    }
    issues
}

fn anchor(when: &When) -> Option<Anchor> {
    match when.point {
        Point::Relative { anchor, .. } | Point::Loosely { anchor, .. } => Some(anchor),
        _ => None,
    }
}
