//! Plans and circumstances at the window: what is open of one patient and in the whole clinic, and how somebody lives as it was
//! told last.

use super::Desk;
use crate::{
    circumstances,
    people::hit,
    plan,
    vault::{ClinicError, Vault},
};
use chrono::NaiveDate;
use lamina_api::{
    ApiError,
    patient::PatientKey,
    plan::{ListRequests, PlanDue, PlanRow, RequestRow, RequestsView},
    shown::Detail,
};
use lamina_domain::{Fact, Noun, PlanItem};
use std::collections::HashMap;
use uuid::Uuid;

/// Most requests that one list answers with.
const MOST: u32 = 1000;

impl Desk {
    /// What is open in the plan of a patient, what is due first before the rest.
    ///
    /// # Errors
    /// `not_found`, `locked`, or a damaged file.
    pub async fn open_plan(&self, request: PatientKey) -> Result<Vec<PlanRow>, ApiError> {
        let session = self.session().await?;
        let facts = session.vault()?.facts(request.patient).await?;
        Ok(plan::rows(&facts.record, self.today()))
    }

    /// How somebody lives, of each thing what was told last.
    ///
    /// # Errors
    /// `not_found`, `locked`, or a damaged file.
    pub async fn circumstances_now(&self, request: PatientKey) -> Result<Vec<Detail>, ApiError> {
        let session = self.session().await?;
        let facts = session.vault()?.facts(request.patient).await?;
        Ok(circumstances::standing(&facts.record))
    }

    /// The open requests of everyone that are due or overdue, the longest due before the rest.
    ///
    /// # Errors
    /// `locked`, or a damaged file.
    pub async fn list_requests(&self, request: ListRequests) -> Result<RequestsView, ApiError> {
        let session = self.session().await?;
        let limit = request.limit.clamp(1, MOST) as usize;
        Ok(requests(session.vault()?, self.today(), limit).await?)
    }
}

/// An open item that is due, with its last day.
struct Due {
    patient: Uuid,
    entry: Uuid,
    item: PlanItem,
    last: NaiveDate,
    is: PlanDue,
}

async fn requests(vault: &Vault, today: NaiveDate, limit: usize) -> Result<RequestsView, ClinicError> {
    let store = vault.store();
    let mut all = Vec::new();
    let placed = store.requests_due(&today.to_string()).await?;
    let ids: Vec<Uuid> = placed.iter().map(|one| one.entry).collect();
    let contents = store.contents(Noun::PlanItem, &ids).await?;
    for one in placed {
        let Some(content) = contents.get(&one.entry) else {
            continue;
        };
        if let Fact::PlanItem(item) = serde_json::from_str(content)? {
            let days = item.due.span();
            all.extend(due(one.patient, one.entry, *item, days, today));
        }
    }
    // Of whose time counts from another fact only the whole record tells the day.
    let mut unplaced: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for one in store.requests_unplaced().await? {
        unplaced.entry(one.patient).or_default().push(one.entry);
    }
    for (patient, entries) in unplaced {
        let facts = vault.facts_anew(patient).await?;
        let open = facts.record.plan_items.iter();
        for (entry, one) in open.filter_map(|one| Some((one.id()?, one))) {
            if entries.contains(&entry) {
                let days = facts.record.days_of(&one.due);
                all.extend(due(patient, entry, one.fact.clone(), days, today));
            }
        }
    }
    let people: Vec<Uuid> = all.iter().map(|one| one.patient).collect();
    let people = store.people(&people).await?;
    all.retain(|one| people.contains_key(&one.patient));
    all.sort_by_key(|one| (one.last, one.patient, one.entry));
    let total = u32::try_from(all.len()).unwrap_or(u32::MAX);
    let row = |one: Due| {
        let person = hit(people.get(&one.patient)?.clone(), today);
        let owner = one.item.owner.as_ref();
        Some(RequestRow {
            patient: one.patient,
            name: person.name,
            born: person.born,
            number: person.number,
            entry: one.entry,
            title: plan::title(&one.item),
            owner: owner.map(ToString::to_string).unwrap_or_default(),
            text: plan::due_words(&one.item, one.is),
            overdue: one.is == PlanDue::Overdue,
        })
    };
    Ok(RequestsView {
        rows: all.into_iter().take(limit).filter_map(row).collect(),
        total,
    })
}

fn due(
    patient: Uuid,
    entry: Uuid,
    item: PlanItem,
    days: Option<(NaiveDate, NaiveDate)>,
    today: NaiveDate,
) -> Option<Due> {
    let is = plan::due(days, today);
    let (_, last) = days.filter(|_| matches!(is, PlanDue::Due | PlanDue::Overdue))?;
    Some(Due {
        patient,
        entry,
        item,
        last,
        is,
    })
}
