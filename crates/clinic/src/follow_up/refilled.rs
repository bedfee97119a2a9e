//! Whose intrathecal pump has to be refilled in the whole clinic, by the rule that a single record follows.

use super::said;
use crate::{
    neuromodulation::refills_due,
    people::hit,
    vault::{ClinicError, Vault},
};
use chrono::{Days, NaiveDate};
use lamina_api::follow_up::DueRow;
use lamina_domain::{refill::refills as next_refills, trial};

/// The people whose pump has to be refilled on `today`, at most `limit`: those whose date has passed first, then by the date.
pub(super) async fn refills(
    vault: &Vault,
    settings: &trial::Settings,
    today: NaiveDate,
    limit: usize,
) -> Result<Vec<DueRow>, ClinicError> {
    let early = Days::new(settings.refill_days.get().into());
    let until = today.checked_add_days(early).unwrap_or(today).to_string();
    let patients = vault.store().refilled_until(&until, limit).await?;
    let mut people = vault.store().people(&patients).await?;
    let mut rows = Vec::new();
    for patient in patients {
        let Some(person) = people.remove(&patient) else {
            continue;
        };
        let facts = vault.facts_anew(patient).await?;
        let calls = refills_due(&facts, today);
        if calls.is_empty() {
            continue;
        }
        let next = next_refills(&facts.record, today, settings);
        let by = next
            .iter()
            .filter_map(|one| one.by.span())
            .map(|(_, last)| last)
            .min();
        let person = hit(person, today);
        rows.push((
            by,
            DueRow {
                patient,
                name: person.name,
                born: person.born,
                number: person.number,
                until: by.map(said::day).unwrap_or_default(),
                due: calls.iter().all(|call| call.due),
                calls,
            },
        ));
    }
    rows.sort_by_key(|(by, row)| (*by, row.patient));
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}
