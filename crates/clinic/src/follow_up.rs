//! Follow-up of a record: what it calls for today, and the whole schedule of one operation or treatment. Operations,
//! interventions and walking plans are what time counts from, the days with scores or asked red flags are the visits, and
//! for a walking plan the days of its diary as well. A visit that was planned and of which nothing is recorded since calls for
//! something too. The plans and what they call for are the domain's.

mod baselines;
mod called;
mod counted;
mod due;
mod held;
mod letter;
mod next_visit;
mod refilled;
mod said;
mod times;
mod walks;
mod whole;

pub(crate) use baselines::baselines;
pub(crate) use counted::{CountedIndex, names, others, walking_of};
pub(crate) use due::due;
pub(crate) use letter::coming;
pub(crate) use said::crossed;
pub(crate) use whole::schedule_of;

use crate::{facts::Facts, neuromodulation::refills_due};
use chrono::NaiveDate;
use counted::{counted, days, visits};
use lamina_api::follow_up::{FollowUpIndex, FollowUpView};
use lamina_domain::schedule::follow_up;

/// The points that call for something on `today`, and everything that has a schedule.
pub(crate) fn called_for(facts: &Facts, today: NaiveDate) -> FollowUpView {
    let plans = &facts.rules.plans;
    let counted = counted(&facts.record, today);
    let visits = visits(&days(&facts.record));
    let mut view = FollowUpView::default();
    view.calls.extend(refills_due(facts, today));
    if let Some(call) = next_visit::called(&facts.record, today) {
        said::cite_next_visit(&mut view.sources);
        view.calls.push(call);
    }
    for one in &counted {
        let Some(plan) = plans.of(one.index.kind) else {
            continue;
        };
        let before = view.calls.len();
        // Most of a long record is past calling for anything.
        if !plan.is_over(&one.index, today) {
            let state = follow_up(plan, &one.index, &one.visits(&visits), &[], today);
            let calls = state.calls(plan, &one.index, today);
            if !calls.is_empty() {
                said::cite(&mut view.sources, plan, &facts.rules);
            }
            view.calls
                .extend(calls.into_iter().map(|point| said::call(one, point)));
        }
        view.indices.push(FollowUpIndex {
            entry: one.entry,
            noun: one.noun,
            title: one.title.clone(),
            when: one.told.to_string(),
            calls: u32::try_from(view.calls.len() - before).unwrap_or(u32::MAX),
        });
    }
    view
}
