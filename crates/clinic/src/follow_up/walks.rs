//! What was told of the walking of many people: plans, what began or ended them, and the days of their diaries.

use super::times::when;
use crate::vault::{ClinicError, Vault};
use chrono::{DateTime, NaiveDate};
use lamina_domain::{
    Fact, Head, Kept,
    fact::walking::{Plan, WalkingEvent},
};
use std::collections::HashMap;
use uuid::Uuid;

/// What was told of someone's walking.
#[derive(Default)]
pub(super) struct Walks {
    pub(super) plans: Vec<Kept<Plan>>,
    pub(super) events: Vec<(Uuid, WalkingEvent)>,
    pub(super) days: Vec<NaiveDate>,
}

/// What was told of the walking of those of these people who have a plan.
pub(super) async fn walks(vault: &Vault, people: &[Uuid]) -> Result<HashMap<Uuid, Walks>, ClinicError> {
    let store = vault.store();
    let mut found: HashMap<Uuid, Walks> = HashMap::new();
    let plans = store.walking_plans(people).await?;
    let mut people: Vec<Uuid> = plans.iter().map(|one| one.patient).collect();
    people.sort_unstable();
    people.dedup();
    let (bounds, days) = match people.is_empty() {
        true => Default::default(),
        false => (store.walking_bounds(&people).await?, store.walked(&people).await?),
    };
    for one in plans {
        if let Fact::WalkingPlan(mut plan) = serde_json::from_str(&one.content)? {
            // As a single record is read: what came from nowhere else was put in when it was recorded.
            plan.at = plan.at.or(DateTime::from_timestamp_micros(one.recorded_at_us));
            let walks = found.entry(one.patient).or_default();
            walks.plans.push(Kept::under(Head::of(one.entry), *plan));
        }
    }
    for one in bounds {
        let Some(walks) = found.get_mut(&one.patient) else {
            continue;
        };
        if let Fact::WalkingEvent(mut event) = serde_json::from_str(&one.content)? {
            event.at = event.at.or(DateTime::from_timestamp_micros(one.recorded_at_us));
            walks.events.push((one.entry, *event));
        }
    }
    for day in days {
        if let Some(walks) = found.get_mut(&day.patient) {
            walks.days.extend(when(&day.when).span().map(|(day, _)| day));
        }
    }
    for walks in found.values_mut() {
        walks.events.sort_by_key(|(entry, event)| (event.on, *entry));
    }
    Ok(found)
}
