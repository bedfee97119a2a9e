//! The baseline of each operation and treatment as something to count change from: the scores of the last visit before
//! it, by the rule of the schedule.

use super::counted::{counted, days, visits};
use crate::{facts::Facts, words::say_with};
use chrono::NaiveDate;
use lamina_domain::{
    Score,
    schedule::{BaselineAge, baseline_of},
};
use uuid::Uuid;

/// The baseline of an operation or treatment.
pub(crate) struct IndexBaseline<'a> {
    /// The operation or treatment.
    pub(crate) entry: Uuid,
    /// "before fusion, L4-S1 (3 May 2024), baseline 10 Apr 2024", with its age where it is stale.
    pub(crate) words: String,
    /// The scores of that visit.
    pub(crate) scores: Vec<&'a Score>,
}

/// The baselines that hold a score, of the newest operation or treatment first.
pub(crate) fn baselines(facts: &Facts, today: NaiveDate) -> Vec<IndexBaseline<'_>> {
    let plans = &facts.rules.plans;
    let record = &facts.record;
    let days = days(record);
    let visits = visits(&days);
    counted(record, today)
        .into_iter()
        .filter_map(|one| {
            let plan = plans.of(one.index.kind)?;
            let baseline = baseline_of(plan, &one.index, &visits, &[])?;
            let day = days.iter().find(|day| day.visit.id == baseline.visit)?;
            if day.scores.is_empty() {
                return None;
            }
            let (index, when, told) = (one.title.as_str(), one.told.to_string(), day.told.to_string());
            let words = match baseline.age {
                BaselineAge::Stale => say_with!(
                    "follow-up-before-stale",
                    [
                        ("index", index.into()),
                        ("when", when.into()),
                        ("baseline", told.into()),
                        ("stale", plan.baseline_stale.to_string().into()),
                    ],
                ),
                BaselineAge::Fresh | BaselineAge::Older => say_with!(
                    "follow-up-before",
                    [
                        ("index", index.into()),
                        ("when", when.into()),
                        ("baseline", told.into()),
                    ],
                ),
            };
            Some(IndexBaseline {
                entry: one.entry,
                words: match baseline.certain {
                    true => words,
                    false => say_with!("follow-up-baseline-perhaps", [("text", words.into())]),
                },
                scores: day.scores.clone(),
            })
        })
        .collect()
}
