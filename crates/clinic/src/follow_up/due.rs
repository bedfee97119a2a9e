//! Who is due for follow-up in the whole clinic, or for a visit that was planned, worked out from days and kinds alone by the
//! rules that a single record follows. What was worked out is kept with the last day on which it holds: a list reads who is
//! called for, and works out anew only whose record was written to, for whom a day changes something, and who is shown.

use super::{
    called::{Call, Urgency, is_open, last_day, passed, urgency},
    counted::{CountedIndex, beside_plans, counted, ended, is_over_at_once, walking},
    held::{days_of_standing, first_day, hold_until},
    next_visit,
    refilled::refills,
    said,
    times::{Times, when},
    walks::{Walks, walks},
};
use crate::{
    people::hit,
    vault::{ClinicError, StoreError, Vault},
};
use chrono::NaiveDate;
use lamina_api::follow_up::{DueRow, DueView, FollowUpCall};
use lamina_domain::{
    Fact, Noun, Standing, When,
    fact::walking::WalkingEvent,
    medicine::Ingredient,
    schedule::{
        Index, IndexKind, Plan, Plans, Visit, follow_up, is_index,
        next_visit::{VisitTimes, rule, unanswered},
        of_parts,
    },
    treatment::Kind,
};
use lamina_store::{ContactTime, DueCall, DueCalled, DueStale, DueState, OperationTime, TreatmentTime};
use serde::de::{DeserializeOwned, IntoDeserializer, value::StrDeserializer};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap, HashSet},
};
use uuid::Uuid;

/// The kinds of treatment of which some are followed for as long as they go on: opioids and implanted stimulators.
const LASTING: [&str; 2] = ["drug", "neuromodulation_implant"];

/// The bit of visits that were planned, beside those of the plans.
const NEXT_VISIT: u32 = 1 << 31;

/// What follow-up counts from of some people, and what that calls for on a day.
#[derive(Default)]
struct Worked {
    everyones: BTreeMap<Uuid, Vec<CountedIndex>>,
    called: Vec<Call>,
    /// The last day on which this holds, of those of whom a day changes it.
    until: HashMap<Uuid, NaiveDate>,
}

/// Who is called for on `today`, at most `limit` people. What is kept of earlier days counts where it still holds; the people
/// who are shown are worked out anew.
pub(crate) async fn due(vault: &Vault, today: NaiveDate, limit: usize) -> Result<DueView, ClinicError> {
    let rules = vault.own_rules().await?;
    let store = vault.store();
    let day = today.to_string();
    let basis = serde_json::to_string(&(&rules.plans, rule().version))?;
    let number = store.due_basis(&basis, &day).await?;
    let mut unkept: Vec<DueState> = Vec::new();
    while unkept.is_empty() {
        let stale = store.due_stale(number, &day).await?;
        if stale.is_empty() {
            break;
        }
        for some in stale.chunks(AT_ONCE) {
            let states = states(vault, &rules.plans, some, today).await?;
            // While somebody writes for long, and where nothing can be written, what was worked out counts all the same.
            match unkept.is_empty() {
                true => match store.keep_due(number, &states).await {
                    Err(error) if error.is_unwritable() || matches!(error, StoreError::Busy) => {
                        unkept.extend(states);
                    }
                    kept => kept?,
                },
                false => unkept.extend(states),
            }
        }
    }
    let mut all = store.due_called(number, &day, limit).await?;
    add(&mut all, unkept, limit);
    let people: Vec<Uuid> = all.first.iter().map(|(patient, _)| *patient).collect();
    let worked = work(vault, &rules.plans, &people, today).await?;
    let mut view = DueView {
        due: all.open,
        missed: all.missed,
        ..DueView::default()
    };
    for (bit, plan) in rules.plans.all().iter().enumerate() {
        if all.kinds & 1 << bit != 0 {
            said::cite(&mut view.sources, plan, &rules);
        }
    }
    if all.kinds & NEXT_VISIT != 0 {
        said::cite_next_visit(&mut view.sources);
    }
    view.rows = rows(vault, worked, today).await?;
    view.refills = refills(vault, &rules.neuromodulation, today, limit).await?;
    Ok(view)
}

/// Adds those who could not be kept, each in its place.
fn add(all: &mut DueCalled, unkept: Vec<DueState>, limit: usize) {
    if unkept.is_empty() {
        return;
    }
    for one in unkept {
        if let Some(call) = one.call {
            *(if call.open { &mut all.open } else { &mut all.missed }) += 1;
            all.kinds |= call.kinds;
            all.first.push((one.of.patient, call));
        }
    }
    let place = |(patient, call): &(Uuid, DueCall)| {
        let (open, missed) = match call.open {
            true => (call.closes.clone(), String::new()),
            false => (String::new(), call.closes.clone()),
        };
        (!call.open, open, Reverse(missed), *patient)
    };
    all.first.sort_by_cached_key(place);
    all.first.truncate(limit);
}

/// People whose state is worked out at once.
const AT_ONCE: usize = 1000;

/// What is kept of each of these people for `today`.
async fn states(
    vault: &Vault,
    plans: &Plans,
    stale: &[DueStale],
    today: NaiveDate,
) -> Result<Vec<DueState>, ClinicError> {
    let people: Vec<Uuid> = stale.iter().map(|one| one.patient).collect();
    let worked = work(vault, plans, &people, today).await?;
    let called: HashMap<Uuid, &Call> = worked.called.iter().map(|one| (one.patient, one)).collect();
    let bit = |one: &CountedIndex| {
        let plan = plans.of(one.index.kind)?;
        let at = plans.all().iter().position(|other| other.kind == plan.kind)?;
        Some(1_u32 << at)
    };
    let state = |of: &DueStale| {
        let call = called.get(&of.patient).and_then(|one| {
            let first = one.first()?;
            let counted = worked.everyones.get(&of.patient);
            let counted = counted.map(Vec::as_slice).unwrap_or_default();
            let points = one.calls.iter();
            let kinds = points.filter_map(|(place, _)| bit(counted.get(*place)?));
            let kinds = kinds.chain(one.planned.map(|_| NEXT_VISIT));
            Some(DueCall {
                open: is_open(first),
                closes: last_day(first).map(|day| day.to_string()).unwrap_or_default(),
                kinds: kinds.fold(0, |all, one| all | one),
            })
        });
        DueState {
            of: *of,
            until: worked.until.get(&of.patient).map(ToString::to_string),
            call,
        }
    };
    Ok(stale.iter().map(state).collect())
}

/// What follow-up counts from of these people, and what that calls for on `today`.
async fn work(
    vault: &Vault,
    plans: &Plans,
    people: &[Uuid],
    today: NaiveDate,
) -> Result<Worked, ClinicError> {
    let since = plans.first_called(today).to_string();
    let store = vault.store();
    // One after another, so that there is always a connection left for whoever works meanwhile.
    let operated = store.operated_since(people, &since).await?;
    let treated = store.treated_since(people, &since, LASTING).await?;
    let seen = store.seen(people).await?;
    let gone = store.gone(people).await?;
    let walks = walks(vault, people).await?;
    let mut visited = next_visit::of_people(store.visit_times(people).await?);
    visited.retain(|patient, _| !gone.contains(patient));
    let times = Times::of(vault, told(&operated, &treated, &seen, &visited)).await?;
    next_visit::date(&mut visited, &times);
    let mut worked = Worked {
        everyones: indices(operated, treated, walks, plans, &times, today),
        ..Worked::default()
    };
    worked.everyones.retain(|patient, _| !gone.contains(patient));
    for (patient, all) in &visited {
        hold_until(&mut worked.until, *patient, next_visit::past_since(all), today);
    }
    let planned = visited.into_iter();
    let planned = planned.filter_map(|(patient, all)| Some((patient, unanswered(&all, today)?)));
    let mut planned: BTreeMap<Uuid, VisitTimes> = planned.collect();
    for (patient, all) in &worked.everyones {
        let days = all.iter().flat_map(days_of_standing);
        hold_until(&mut worked.until, *patient, days, today);
    }
    take_out_what_was_once(vault, &mut worked.everyones, today).await?;
    let mut visits = visits(seen, &worked.everyones, &times);
    for (patient, dated) in &worked.everyones {
        let visits = visits.remove(patient).unwrap_or_default();
        let mut calls = Vec::new();
        for (place, one) in dated.iter().enumerate() {
            let Some(plan) = plans.of(one.index.kind) else {
                continue;
            };
            let state = follow_up(plan, &one.index, &one.visits(&visits), &[], today);
            let windows = state.points.iter().filter_map(|point| point.window);
            let days = windows.flat_map(|window| [Some(window.from), window.to.succ_opt()]);
            hold_until(&mut worked.until, *patient, days.flatten(), today);
            let points = state.calls(plan, &one.index, today);
            calls.extend(points.into_iter().map(|point| (place, point.clone())));
        }
        let over = |until: NaiveDate| {
            let over = |one: &CountedIndex, day| {
                plans
                    .of(one.index.kind)
                    .is_some_and(|plan| plan.is_over(&one.index, day))
            };
            first_day(today, until, |day| dated.iter().any(|one| over(one, day)))
        };
        if let Some(day) = over(worked.until.get(patient).copied().unwrap_or(NaiveDate::MAX)) {
            hold_until(&mut worked.until, *patient, [day].into_iter(), today);
        }
        let planned = planned.remove(patient);
        if calls.is_empty() && planned.is_none() {
            continue;
        }
        worked.called.push(Call {
            patient: *patient,
            calls,
            planned,
        });
    }
    let others = planned.into_iter().map(|(patient, planned)| Call {
        patient,
        calls: Vec::new(),
        planned: Some(planned),
    });
    worked.called.extend(others);
    worked.called.sort_by_key(|one| (one.first(), one.patient));
    Ok(worked)
}

/// The times of those who are followed, and those of visits.
fn told(
    operated: &[OperationTime],
    treated: &[TreatmentTime],
    seen: &[ContactTime],
    visited: &BTreeMap<Uuid, Vec<VisitTimes>>,
) -> Vec<(Uuid, When)> {
    let treated: Vec<&TreatmentTime> = treated.iter().filter(|one| index_kind(one).is_some()).collect();
    let followed = operated.iter().map(|one| one.patient);
    let followed: HashSet<Uuid> = followed.chain(treated.iter().map(|one| one.patient)).collect();
    let all = operated.iter().map(|one| (one.patient, one.when.as_str()));
    let all = all.chain(treated.iter().map(|one| (one.patient, one.when.as_str())));
    let all = all.chain(treated.iter().map(|one| (one.patient, one.until.as_str())));
    let all = all.chain(seen.iter().map(|one| (one.patient, one.when.as_str())));
    let all = all.filter(|(patient, _)| followed.contains(patient));
    let visits = visited.iter().flat_map(|(patient, all)| {
        let times = all.iter().flat_map(|one| [one.when, one.next]);
        times.map(move |when| (*patient, when))
    });
    all.map(|(patient, text)| (patient, when(text)))
        .chain(visits)
        .collect()
}

/// Takes out what its own words tell to have been given for one occasion, where nobody said whether it goes on: only the
/// whole treatment tells, as in a single record.
async fn take_out_what_was_once(
    vault: &Vault,
    everyones: &mut BTreeMap<Uuid, Vec<CountedIndex>>,
    today: NaiveDate,
) -> Result<(), ClinicError> {
    let asked = |one: &CountedIndex| one.status_not_said && is_over_at_once(one.index.kind, true);
    let of_all = everyones.values().flatten();
    let ids: Vec<Uuid> = of_all.filter(|one| asked(one)).map(|one| one.entry).collect();
    let mut once: HashSet<Uuid> = HashSet::new();
    for (id, content) in vault.store().contents(Noun::Treatment, &ids).await? {
        if let Fact::Treatment(treatment) = serde_json::from_str(&content)?
            && treatment.standing(today) == Standing::OneOff
        {
            once.insert(id);
        }
    }
    for all in everyones.values_mut() {
        all.retain(|one| !once.contains(&one.entry));
    }
    everyones.retain(|_, all| !all.is_empty());
    Ok(())
}

/// Everyone's operations, treatments and walking plans for which a plan still calls, with the people in a fixed order.
fn indices(
    operated: Vec<OperationTime>,
    treated: Vec<TreatmentTime>,
    walks: HashMap<Uuid, Walks>,
    plans: &Plans,
    times: &Times,
    today: NaiveDate,
) -> BTreeMap<Uuid, Vec<CountedIndex>> {
    let mut found: BTreeMap<Uuid, Vec<CountedIndex>> = BTreeMap::new();
    let mut add = |patient: Uuid, one: CountedIndex| {
        let goes_on = |plan: &Plan| !plan.is_over(&one.index, today);
        if plans.of(one.index.kind).is_some_and(goes_on) {
            found.entry(patient).or_default().push(one);
        }
    };
    // An operation has its title once it is shown.
    let dated = |index: Index, noun: Noun, entry: Uuid, title: String, told: When| CountedIndex {
        index,
        noun,
        entry,
        title,
        told,
        status_not_said: false,
        diary: Vec::new(),
    };
    for one in operated {
        let told = when(&one.when);
        let index = Index {
            id: one.entry.to_string(),
            kind: IndexKind::General,
            when: times.dated(one.patient, &told),
            ended: None,
        };
        add(
            one.patient,
            dated(index, Noun::Surgery, one.entry, String::new(), told),
        );
    }
    for one in treated {
        let prescribed = walks.contains_key(&one.patient);
        if let Some(kind) = index_kind(&one).filter(|kind| beside_plans(*kind, prescribed)) {
            let told = when(&one.when);
            let index = Index {
                id: one.entry.to_string(),
                kind,
                when: times.dated(one.patient, &told),
                ended: match one.until.is_empty() {
                    true => ended(When::default(), one.stopped),
                    false => Some(times.dated(one.patient, &when(&one.until))),
                },
            };
            let counted = dated(index, Noun::Treatment, one.entry, one.name, told);
            add(
                one.patient,
                CountedIndex {
                    status_not_said: one.status.is_empty(),
                    ..counted
                },
            );
        }
    }
    for (patient, walks) in walks {
        let events: Vec<WalkingEvent> = walks.events.into_iter().map(|(_, event)| event).collect();
        for one in walking(&walks.plans, &events, walks.days) {
            add(patient, one);
        }
    }
    for dated in found.values_mut() {
        // As in a single record: the newest first.
        dated.sort_by_key(|one| Reverse(one.index.span().map(|span| span.to)));
    }
    found
}

/// What a treatment counts as, read from its columns as from the treatment itself.
fn index_kind(one: &TreatmentTime) -> Option<IndexKind> {
    let kind: Kind = coded(&one.category)?;
    let texts: Vec<&str> = [one.name.as_str(), one.target.as_str()]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    let opioid =
        read::<Vec<Ingredient>>(&one.ingredients).is_some_and(|all| all.iter().any(Ingredient::is_opioid));
    let plan = of_parts(kind, coded(&one.injection_type), &texts, opioid);
    (is_index(kind, plan) && !is_over_at_once(plan, one.status == "one_off")).then_some(plan)
}

/// A code as it stands in a column; nothing where that is empty.
fn coded<T: DeserializeOwned>(code: &str) -> Option<T> {
    let code: StrDeserializer<'_, serde::de::value::Error> = code.into_deserializer();
    T::deserialize(code).ok()
}

fn read<T: DeserializeOwned>(json: &str) -> Option<T> {
    serde_json::from_str(json).ok()
}

/// The visits of those who may be called for.
fn visits(
    mut seen: Vec<ContactTime>,
    everyones: &BTreeMap<Uuid, Vec<CountedIndex>>,
    times: &Times,
) -> HashMap<Uuid, Vec<Visit>> {
    seen.retain(|one| everyones.contains_key(&one.patient));
    seen.sort_unstable_by(|a, b| (a.patient, &a.when).cmp(&(b.patient, &b.when)));
    seen.dedup();
    let mut visits: HashMap<Uuid, Vec<Visit>> = HashMap::new();
    for one in seen {
        let when = times.dated(one.patient, &when(&one.when));
        // The day tells one visit from another.
        visits.entry(one.patient).or_default().push(Visit {
            id: one.when,
            when,
            // No baseline is looked for here.
            bare: false,
        });
    }
    visits
}

/// The rows of the people who are shown, with their names and with what their operations are called.
async fn rows(vault: &Vault, worked: Worked, today: NaiveDate) -> Result<Vec<DueRow>, ClinicError> {
    let Worked {
        mut everyones,
        called,
        ..
    } = worked;
    let patients: Vec<Uuid> = called.iter().map(|one| one.patient).collect();
    let mut operations: Vec<Uuid> = Vec::new();
    for one in &called {
        let dated = everyones.get(&one.patient).map(Vec::as_slice).unwrap_or_default();
        let shown = one.calls.iter().filter_map(|(place, _)| dated.get(*place));
        operations.extend(shown.filter(|one| one.noun == Noun::Surgery).map(|one| one.entry));
    }
    operations.sort_unstable();
    operations.dedup();
    let contents = vault.store().contents(Noun::Surgery, &operations).await?;
    let mut people = vault.store().people(&patients).await?;
    let mut rows = Vec::new();
    for one in called {
        let Some(person) = people.remove(&one.patient) else {
            continue;
        };
        let mut all = Vec::new();
        for dated in everyones.remove(&one.patient).unwrap_or_default() {
            all.push(titled(dated, &contents)?);
        }
        if all.iter().any(|one| one.told.span().is_none()) {
            // In words it counts from another fact by its number, which only the whole record tells.
            let facts = vault.facts_anew(one.patient).await?;
            for known in counted(&facts.record, today) {
                let same = all.iter_mut().find(|one| one.entry == known.entry);
                if let Some(one) = same {
                    one.told = known.told;
                }
            }
        }
        let first = one.first();
        let points = one.calls.iter().filter_map(|(place, point)| {
            let call = said::call(all.get(*place)?, point);
            Some((urgency(point), call))
        });
        let mut calls: Vec<(Urgency, FollowUpCall)> = points.collect();
        if let Some(plan) = &one.planned {
            let call = next_visit::call(vault, one.patient, plan, today).await?;
            calls.extend(call.map(|call| (passed(plan), call)));
        }
        calls.sort_by_key(|(urgency, _)| *urgency);
        let person = hit(person, today);
        rows.push(DueRow {
            patient: one.patient,
            name: person.name,
            born: person.born,
            number: person.number,
            until: first.and_then(last_day).map(said::day).unwrap_or_default(),
            due: first.is_some_and(is_open),
            calls: calls.into_iter().map(|(_, call)| call).collect(),
        });
    }
    Ok(rows)
}

fn titled(one: CountedIndex, contents: &HashMap<Uuid, String>) -> Result<CountedIndex, ClinicError> {
    let content = contents.get(&one.entry).filter(|_| one.noun == Noun::Surgery);
    Ok(
        match content.map(|text| serde_json::from_str(text)).transpose()? {
            Some(Fact::Surgery(surgery)) => CountedIndex::operation(one.entry, &surgery, one.index.when),
            _ => one,
        },
    )
}
