//! Reading, changing and taking back facts. One path for every noun: read what was typed, check it against the record, write it with its version and its audit row, answer with what stands now.

use super::{
    Desk,
    answers::{fact, kind, view},
    disagree, drafts,
    errors::IntoApi,
    flags::keep_time,
    walking,
};
use crate::words::say;
use crate::{
    clock,
    facts::{Facts, Head, Heads},
    record::circle::circles,
    rows,
    shown::shown,
    vault::{ClinicError, StoreError, Vault},
};
use lamina_api::shown::Shown;
use lamina_api::{
    ApiError, Changed, Nothing,
    entry::{AmendEntry, EntryKey, EntryRow, EntryView, FactInput, ListEntries, RetractEntry, VersionView},
    score::ScoreInput,
};
use lamina_domain::{Anchor, Born, Fact, Issue, Noun, Problem, Typing, when::Reference};
use lamina_store::{Audit, Change, Draft, Entry, Unit};
use uuid::Uuid;

impl Desk {
    /// The entries of one kind that stand, in the order of time.
    ///
    /// # Errors
    /// `not_found`, `locked`, or a damaged file.
    pub async fn list_entries(&self, request: ListEntries) -> Result<Vec<EntryRow>, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let facts = vault.facts_of(request.patient, request.noun).await?;
        let heads = facts.heads.of(request.noun);
        let mut rows: Vec<EntryRow> = (1..)
            .zip(heads.iter().zip(list_of(&facts, request.noun)))
            .zip(facts.record.timed(request.noun))
            .map(|((number, (head, shown)), timed)| EntryRow {
                id: head.id,
                noun: request.noun,
                number,
                timed,
                version: head.version,
                shown,
                amendments: head.version - 1,
            })
            .collect();
        let entries = rows.iter_mut().map(|row| (row.id, &mut row.shown));
        disagree::note(vault, request.patient, request.noun, self.today(), entries).await?;
        Ok(rows)
    }

    /// One entry with what a form needs to change it.
    ///
    /// # Errors
    /// `not_found`, `locked`, or a damaged file.
    pub async fn get_entry(&self, request: EntryKey) -> Result<EntryView, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let mut view = entry_view(vault, request.entry).await?;
        let entry = [(view.id, &mut view.shown)];
        disagree::note(vault, view.patient, view.noun, self.today(), entry).await?;
        Ok(view)
    }

    /// Every version of an entry, newest first, with what differs from the one before.
    ///
    /// # Errors
    /// `not_found`, `locked`, or a damaged file.
    pub async fn entry_history(&self, request: EntryKey) -> Result<Vec<VersionView>, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let (_, heads) = entry_and_heads(vault, request.entry).await?;
        let versions = vault
            .store()
            .history(request.entry)
            .await
            .map_err(IntoApi::into_api)?;
        let mut before: Option<Shown> = None;
        let mut views = Vec::with_capacity(versions.len());
        for version in versions {
            let now = shown(&fact(&version.content, &heads)?);
            views.push(VersionView {
                version: version.version,
                kind: kind(&version),
                differs: before
                    .as_ref()
                    .map(|before| differs(before, &now))
                    .unwrap_or_default(),
                reason: version.reason,
                recorded_by: version.recorded_by,
                recorded_at: clock::shown(version.recorded_at_us),
                shown: now.clone(),
            });
            before = Some(now);
        }
        views.reverse();
        Ok(views)
    }

    /// Changes a fact: a new version with a reason.
    ///
    /// # Errors
    /// `invalid` with every issue by field; `conflict` when another version counts by now, with what was typed kept
    /// as a draft.
    pub async fn amend_entry(&self, request: AmendEntry) -> Result<Changed<EntryView>, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let noun = request.input.noun();
        let standing = vault
            .store()
            .get(request.entry)
            .await
            .map_err(IntoApi::into_api)?;
        let facts = around(vault, standing.patient_id, noun).await?;
        let reason = reason(&request.reason);
        let input = self.with_decider(request.input.clone(), vault).await?;
        let mut fact = match (self.read(&input, facts.as_ref(), request.entry), &reason) {
            (Ok(fact), Ok(_)) => as_it_was(fact, &request.input, &standing)?,
            (read, reason) => {
                let mut issues = match read {
                    Err(ApiError::Invalid { issues }) => issues,
                    Err(other) => return Err(other),
                    Ok(_) => Vec::new(),
                };
                issues.extend(reason.as_ref().err().cloned());
                return Err(ApiError::Invalid { issues });
            }
        };
        keep_time(&mut fact, &standing)?;
        let brought = match &facts {
            Some(facts) if walking::looks_at_all(noun) => {
                let before: Fact =
                    serde_json::from_str(&standing.current.content).map_err(ClinicError::from)?;
                walking::fit(
                    &mut fact,
                    &input,
                    facts,
                    request.entry,
                    Some(&before),
                    self.today(),
                )?
            }
            _ => Vec::new(),
        };
        let change = change(request.request, &fact, reason.ok());
        let row = rows::row(&fact).map_err(ClinicError::from)?;
        let mut unit = begin(vault).await?;
        match unit
            .amend(&change, request.entry, request.base_version, &row)
            .await
        {
            Ok(saved) if saved.repeated => {}
            Ok(_) => walking::bring(&mut unit, standing.patient_id, &brought).await?,
            Err(StoreError::Conflict { current_version }) => {
                drop(unit);
                let second = Second {
                    draft: request.draft,
                    patient: standing.patient_id,
                    entry: request.entry,
                    base_version: request.base_version,
                    input: &request.input,
                    reason: &request.reason,
                };
                return Err(keep_second(vault, second, current_version, self.typing()).await?);
            }
            Err(error) => return Err(error.into_api()),
        }
        keep(unit, "amend", request.draft).await?;
        Ok(Changed {
            value: entry_view(vault, request.entry).await?,
            changes: changes(standing.patient_id, noun),
        })
    }

    /// Marks a fact as entered in error. It leaves the lists and stays in the history.
    ///
    /// # Errors
    /// `invalid` without a reason or where other entries count their time from this one; `conflict`; `retracted`.
    pub async fn retract_entry(&self, request: RetractEntry) -> Result<Changed<Nothing>, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let standing = vault
            .store()
            .get(request.entry)
            .await
            .map_err(IntoApi::into_api)?;
        let noun = standing.noun;
        let reason = reason(&request.reason).map_err(|issue| ApiError::Invalid { issues: vec![issue] })?;
        if matches!(noun, Noun::Surgery | Noun::Treatment) {
            let facts = vault.facts(standing.patient_id).await?;
            let count = named_by(&facts, noun, request.entry);
            if count > 0 {
                return Err(ApiError::issue("entry", Problem::NamedByOthers { count }));
            }
        }
        if matches!(noun, Noun::WalkingEvent | Noun::WalkingPlan) {
            walking::can_be_retracted(vault, &standing).await?;
        }
        let change = Change {
            request_id: request.request,
            told_by: None,
            reason: Some(reason),
        };
        let mut unit = begin(vault).await?;
        match unit.retract(&change, request.entry, request.base_version).await {
            Ok(_) => {}
            Err(StoreError::Conflict { current_version }) => {
                return Err(ApiError::Conflict {
                    noun,
                    entry: request.entry,
                    version: current_version,
                    draft: Uuid::nil(),
                });
            }
            Err(error) => return Err(error.into_api()),
        }
        keep(unit, "retract", None).await?;
        Ok(Changed {
            value: Nothing {},
            changes: changes(standing.patient_id, noun),
        })
    }

    /// What was typed for `entry` as a fact with references by id, or everything that is wrong with it.
    pub(super) fn read(
        &self,
        input: &FactInput,
        facts: Option<&Facts>,
        entry: Uuid,
    ) -> Result<Fact, ApiError> {
        let born: Option<Born> = facts.map(|facts| facts.record.patient.born);
        let mut fact = input
            .read(self.typing(), born)
            .map_err(|issues| ApiError::Invalid { issues })?;
        if let Some(facts) = facts {
            let issues = in_a_circle(facts, &fact, entry);
            if !issues.is_empty() {
                return Err(ApiError::Invalid { issues });
            }
            refer_by_id(facts, &mut fact)?;
        }
        Ok(fact)
    }
}

/// References by place become references by id, or every field that names what is not there.
pub(super) fn refer_by_id(facts: &Facts, fact: &mut Fact) -> Result<(), ApiError> {
    facts.heads.by_id(fact).map_err(|missing| ApiError::Invalid {
        issues: missing
            .into_iter()
            .map(|(field, what, number)| {
                let what = what.to_owned();
                Issue::at(field, Problem::NoSuchAnchor { what, number })
            })
            .collect(),
    })
}

/// What is wrong when the fact, as it was typed for `entry`, would count its time from itself.
fn in_a_circle(facts: &Facts, fact: &Fact, entry: Uuid) -> Vec<Issue> {
    let mut fact = fact.clone();
    let at = |heads: &[Head]| heads.iter().position(|head| head.id == entry);
    if at(&facts.heads.surgeries)
        .or(at(&facts.heads.treatments))
        .is_none()
        || fact.anchors_mut().is_empty()
    {
        return Vec::new();
    }
    facts.heads.by_place(&mut fact);
    let mut record = facts.record.clone();
    match fact {
        Fact::Surgery(typed) => {
            let stands = at(&facts.heads.surgeries).and_then(|at| record.surgeries.get_mut(at));
            stands.into_iter().for_each(|one| one.when = typed.when);
        }
        Fact::Treatment(typed) => {
            let stands = at(&facts.heads.treatments).and_then(|at| record.treatments.get_mut(at));
            stands.into_iter().for_each(|one| one.started = typed.started);
        }
        _ => return Vec::new(),
    }
    let field = |path: &str| {
        if path.starts_with("surgeries") {
            "when"
        } else {
            "started"
        }
    };
    circles(&record)
        .into_iter()
        .map(|issue| Issue::at(field(&issue.path), issue.problem))
        .collect()
}

/// Typed text that came second.
pub(super) struct Second<'a> {
    pub(super) draft: Option<Uuid>,
    pub(super) patient: Uuid,
    pub(super) entry: Uuid,
    /// The version that was on the screen; 0 where there was none.
    pub(super) base_version: i64,
    pub(super) input: &'a FactInput,
    pub(super) reason: &'a str,
}

/// Keeps the text that came second as a draft, so that both can be looked at, and says so as a conflict with `version`,
/// which counts now.
pub(super) async fn keep_second(
    vault: &Vault,
    second: Second<'_>,
    version: i64,
    typing: Typing,
) -> Result<ApiError, ApiError> {
    let noun = second.input.noun();
    let draft = Draft {
        id: second.draft.unwrap_or_else(clock::new_id),
        patient_id: Some(second.patient),
        noun: noun.name().to_owned(),
        entry_id: Some(second.entry),
        base_version: Some(second.base_version),
        author_id: vault.actor().id.clone(),
        content: drafts::content(
            second.input.settled(typing),
            second.reason.to_owned(),
            clock::new_id(),
        )?,
        updated_at_us: clock::now_us(),
    };
    vault
        .store()
        .save_draft(&draft)
        .await
        .map_err(IntoApi::into_api)?;
    Ok(ApiError::Conflict {
        noun,
        entry: second.entry,
        version,
        draft: draft.id,
    })
}

/// A score whose answers are the ones that stand keeps the number that was worked out when it was taken: a changed note or
/// date must not bring a newer rule into an old score.
fn as_it_was(fact: Fact, input: &FactInput, standing: &Entry) -> Result<Fact, ApiError> {
    let (Fact::Score(mut now), FactInput::Score(typed)) = (fact.clone(), input) else {
        return Ok(fact);
    };
    let stored: Fact = serde_json::from_str(&standing.current.content).map_err(ClinicError::from)?;
    if let Fact::Score(before) = stored
        && ScoreInput::of(&before).measure == typed.measure
    {
        now.measure = before.measure;
    }
    Ok(Fact::Score(now))
}

/// The record that a fact is checked against; the person alone has none. The rules of walking look at all of it.
pub(super) async fn around(vault: &Vault, patient: Uuid, noun: Noun) -> Result<Option<Facts>, ApiError> {
    Ok(match noun {
        Noun::Patient => None,
        _ if walking::looks_at_all(noun) => Some(vault.facts(patient).await?),
        _ => Some(vault.facts_of(patient, noun).await?),
    })
}

/// The keys under which views are told of a change.
pub(super) fn changes(patient: Uuid, noun: Noun) -> Vec<String> {
    let mut keys = vec![format!("patient/{patient}")];
    if noun == Noun::Patient {
        keys.push("patients".to_owned());
    }
    keys
}

/// Keeps what was written; the draft that it takes the place of goes with it.
pub(super) async fn keep(mut unit: Unit, action: &str, draft: Option<Uuid>) -> Result<(), ApiError> {
    if let Some(draft) = draft {
        unit.discard_draft(draft).await.map_err(IntoApi::into_api)?;
    }
    unit.commit(Audit::done(action))
        .await
        .map_err(IntoApi::into_api)?;
    Ok(())
}

pub(super) async fn begin(vault: &Vault) -> Result<Unit, ApiError> {
    vault
        .store()
        .begin(vault.actor(), clock::now_us())
        .await
        .map_err(IntoApi::into_api)
}

async fn entry_and_heads(vault: &Vault, entry: Uuid) -> Result<(Entry, Heads), ApiError> {
    let entry = vault.store().get(entry).await.map_err(IntoApi::into_api)?;
    let facts = vault.facts_of(entry.patient_id, Noun::Surgery).await?;
    Ok((entry, facts.heads))
}

pub(super) async fn entry_view(vault: &Vault, entry: Uuid) -> Result<EntryView, ApiError> {
    let (entry, heads) = entry_and_heads(vault, entry).await?;
    view(entry, &heads, &vault.actor().id)
}

fn list_of(facts: &Facts, noun: Noun) -> Vec<Shown> {
    let record = &facts.record;
    let all: Vec<Fact> = match noun {
        Noun::Surgery => each(&record.surgeries, |one| Fact::Surgery(Box::new(one))),
        Noun::Symptom => each(&record.symptoms, |one| Fact::Symptom(Box::new(one))),
        Noun::Imaging => each(&record.imaging, |one| Fact::Imaging(Box::new(one))),
        Noun::Treatment => each(&record.treatments, |one| Fact::Treatment(Box::new(one))),
        Noun::Score => each(&record.scores, Fact::Score),
        Noun::Flag => each(&record.flags, |one| Fact::Flag(Box::new(one))),
        Noun::Resolution => each(&record.resolutions, |one| Fact::Resolution(Box::new(one))),
        Noun::Device => each(&record.devices, |one| Fact::Device(Box::new(one))),
        Noun::Anticoagulant => each(&record.anticoagulants, |one| Fact::Anticoagulant(Box::new(one))),
        Noun::Check => each(&record.checks, |one| Fact::Check(Box::new(one))),
        Noun::WalkingPlan => each(&record.walking_plans, |one| Fact::WalkingPlan(Box::new(one))),
        Noun::WalkingEvent => each(&record.walking_events, |one| Fact::WalkingEvent(Box::new(one))),
        Noun::WalkingRow => each(&record.walking_rows, |one| Fact::WalkingRow(Box::new(one))),
        Noun::Patient | Noun::Background => Vec::new(),
    };
    all.iter().map(shown).collect()
}

fn each<T: Clone>(list: &[T], fact: impl Fn(T) -> Fact) -> Vec<Fact> {
    list.iter().cloned().map(fact).collect()
}

/// A reason as it is kept, or the issue that it is missing.
pub(super) fn reason(typed: &str) -> Result<String, Issue> {
    let reason = typed.trim();
    if reason.chars().count() < 3 {
        return Err(Issue::at("reason", Problem::Required));
    }
    lamina_domain::Text::within(reason, 500)
        .map(|text| text.to_string())
        .map_err(|problem| Issue::at("reason", problem))
}

pub(super) fn change(request_id: Uuid, fact: &Fact, reason: Option<String>) -> Change {
    Change {
        request_id,
        told_by: fact.told_by().map(|told_by| told_by.name().to_owned()),
        reason,
    }
}

/// How many other entries count their time from this one.
pub(super) fn named_by(facts: &Facts, noun: Noun, entry: Uuid) -> u32 {
    let list = facts.heads.of(noun);
    let Some(place) = list.iter().position(|head| head.id == entry) else {
        return 0;
    };
    let named = |anchor: &Anchor| match (noun, anchor) {
        (Noun::Surgery, Anchor::Operation(Reference::Place(other)))
        | (Noun::Treatment, Anchor::Treatment(Reference::Place(other))) => *other as usize == place + 1,
        _ => false,
    };
    let mut count = 0;
    for (path, mut fact) in facts.record.facts() {
        // What came of a treatment may be counted from its own start.
        if noun == Noun::Treatment && path == format!("treatments[{place}]") {
            continue;
        }
        if fact.anchors_mut().iter().any(|(_, anchor)| named(anchor)) {
            count += 1;
        }
    }
    count
}

/// Labels of what differs between two versions.
fn differs(before: &Shown, now: &Shown) -> Vec<String> {
    let mut labels = Vec::new();
    if before.when != now.when {
        labels.push(say("shown-differs-when"));
    }
    if before.title != now.title {
        labels.push(say("shown-differs-title"));
    }
    for detail in before.details.iter().chain(&now.details) {
        let in_both = before.details.contains(detail) && now.details.contains(detail);
        if !in_both && !labels.contains(&detail.label) {
            labels.push(detail.label.clone());
        }
    }
    labels
}
