//! The baseline of a walking programme: three comfortable bouts or more on different days, one of them bad.

use crate::value::issue::{Issue, Problem};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The longest bout that is recorded, in seconds: six hours.
const LONGEST: u32 = 6 * 3600;

/// A bout that the person called comfortable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bout {
    /// The day on which it was walked; no two bouts share one.
    pub on: NaiveDate,
    /// For how long, in seconds; more than zero.
    pub seconds: u32,
    /// Whether it was a bad day.
    pub bad_day: bool,
}

/// At least three bouts on different days, at least one of them bad and one not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawBaseline", into = "RawBaseline")]
pub struct Baseline(Vec<Bout>);

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBaseline {
    bouts: Vec<Bout>,
}

impl Baseline {
    /// A baseline from its bouts.
    ///
    /// # Errors
    /// Every bout without a length, and `bouts` where there are too few, two on one day, or no bad or no other day.
    pub fn new(bouts: Vec<Bout>) -> Result<Self, Vec<Issue>> {
        let mut issues: Vec<Issue> = bouts
            .iter()
            .enumerate()
            .filter(|(_, bout)| !(1..=LONGEST).contains(&bout.seconds))
            .map(|(place, _)| {
                Issue::at(
                    format!("bouts.{place}.seconds"),
                    Problem::OutOfRange {
                        min: 1,
                        max: LONGEST.into(),
                    },
                )
            })
            .collect();
        let days: BTreeSet<NaiveDate> = bouts.iter().map(|bout| bout.on).collect();
        let bad = bouts.iter().filter(|bout| bout.bad_day).count();
        if days.len() < 3 || days.len() != bouts.len() || bad == 0 || bad == bouts.len() {
            issues.push(Issue::at("bouts", Problem::Required));
        }
        if issues.is_empty() {
            Ok(Baseline(bouts))
        } else {
            Err(issues)
        }
    }

    /// The bouts, in the order in which they were given.
    pub fn bouts(&self) -> &[Bout] {
        &self.0
    }

    /// The mean tolerance in seconds, rounded down.
    pub fn mean_seconds(&self) -> u32 {
        let sum: u64 = self.0.iter().map(|bout| u64::from(bout.seconds)).sum();
        let count = u64::try_from(self.0.len().max(1)).unwrap_or(1);
        u32::try_from(sum / count).unwrap_or(LONGEST)
    }
}

impl TryFrom<RawBaseline> for Baseline {
    type Error = Problem;
    fn try_from(raw: RawBaseline) -> Result<Self, Problem> {
        Baseline::new(raw.bouts).map_err(|issues| {
            issues
                .into_iter()
                .next()
                .map_or(Problem::Required, |issue| issue.problem)
        })
    }
}

impl From<Baseline> for RawBaseline {
    fn from(baseline: Baseline) -> RawBaseline {
        RawBaseline { bouts: baseline.0 }
    }
}
