//! Reading, changing and taking back facts. One path for every noun: read what was typed, check it against the record, write it with its version and its audit row, answer with what stands now.

use super::{
    Desk,
    answers::{fact, kind, view},
    disagree, drafts,
    errors::IntoApi,
    flags::keep_time,
};
use crate::words::say;
use crate::{
    clock,
    facts::Facts,
    noun::{self, Around, Entered},
    rows,
    shown::{telling, told},
    vault::{Attempt, ClinicError, StoreError, Vault},
};
use chrono::DateTime;
use lamina_api::noun::walking_event::WalkingHappenedInput;
use lamina_api::shown::Shown;
use lamina_api::{
    ApiError, Changed, Nothing,
    entry::{AmendEntry, EntryKey, EntryView, FactInput, RetractEntry, VersionView},
};
use lamina_domain::{Birth, Fact, Issue, Noun, Problem, Typing, fact::record::circles, of_noun};
use lamina_store::{Act, Audit, Change, Draft, Entry, Unit};
use std::sync::Arc;
use uuid::Uuid;

impl Desk {
    /// One entry with what a form needs to change it.
    ///
    /// # Errors
    /// `not_found`, `locked`, or a damaged file.
    pub async fn get_entry(&self, request: EntryKey) -> Result<EntryView, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let (entry, facts) = entry_and_facts(vault, request.entry).await?;
        let telling = telling(&facts.record, facts.term).on(self.today());
        let mut view = view(entry, &facts, &telling, &vault.actor().id)?;
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
        let (_, facts) = entry_and_facts(vault, request.entry).await?;
        let versions = vault
            .store()
            .history(request.entry)
            .await
            .map_err(IntoApi::into_api)?;
        let telling = telling(&facts.record, facts.term);
        let mut before: Option<Shown> = None;
        let mut views = Vec::with_capacity(versions.len());
        for version in versions {
            let now = told(&fact(&version.content, &facts.record)?, &telling);
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
        allow(vault, &request.input).await?;
        let standing = vault
            .store()
            .get(request.entry)
            .await
            .map_err(IntoApi::into_api)?;
        let facts = around(vault, standing.patient_id, noun).await?;
        let reason = reason(&request.reason);
        let input = self.with_decider(request.input.clone(), vault).await?;
        let mut fact = match (self.read(&input, facts.as_deref(), request.entry), &reason) {
            (Ok(fact), Ok(_)) => fact,
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
        let before: Fact = serde_json::from_str(&standing.current.content).map_err(ClinicError::from)?;
        noun::amended(&mut fact, &request.input, &before);
        keep_time(&mut fact, &standing)?;
        let brought = match &facts {
            Some(facts) => {
                let around = self.beside(facts, request.entry);
                noun::fit(&mut fact, &input, &around, Some(&before))?
            }
            None => Vec::new(),
        };
        let change = change(request.request, &fact, reason.ok());
        let row = rows::row(&fact).map_err(ClinicError::from)?;
        let mut unit = begin(vault).await?;
        match unit
            .amend(&change, request.entry, request.base_version, &row)
            .await
        {
            Ok(saved) if saved.repeated => {}
            Ok(_) => bring(&mut unit, standing.patient_id, &brought).await?,
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
        keep(unit, Act::Amend, request.draft).await?;
        Ok(Changed {
            value: entry_view(vault, request.entry).await?,
            changes: changes(standing.patient_id, noun),
        })
    }

    /// Marks a fact as entered in error. It leaves the lists and stays in the history.
    ///
    /// # Errors
    /// `invalid` without a reason or where other entries count their time from this one or name it; `conflict`; `retracted`.
    pub async fn retract_entry(&self, request: RetractEntry) -> Result<Changed<Nothing>, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let standing = vault
            .store()
            .get(request.entry)
            .await
            .map_err(IntoApi::into_api)?;
        let noun = standing.noun;
        vault.allow_recording(noun).await?;
        let reason = reason(&request.reason).map_err(|issue| ApiError::Invalid { issues: vec![issue] })?;
        if noun.called().is_some() || of_noun!(noun, T => <T as Entered>::LOOKS_AT_ALL) {
            let facts = vault.facts(standing.patient_id).await?;
            self.can_go(&facts, &standing)?;
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
        keep(unit, Act::Retract, None).await?;
        Ok(Changed {
            value: Nothing {},
            changes: changes(standing.patient_id, noun),
        })
    }

    /// The record around an entry that is written.
    pub(super) fn beside<'a>(&self, facts: &'a Facts, own: Uuid) -> Around<'a> {
        Around {
            record: &facts.record,
            red_flags: &facts.rules.red_flags,
            own,
            today: self.today(),
            now: DateTime::from_timestamp_micros(clock::now_us()).unwrap_or_default(),
        }
    }

    /// Whether an entry may be marked as entered in error, as the record stands.
    ///
    /// # Errors
    /// `invalid` where other entries count their time from it or name it, or its noun does not allow it.
    pub(super) fn can_go(&self, facts: &Facts, standing: &Entry) -> Result<(), ApiError> {
        let count = facts.record.named_by(standing.noun, standing.id);
        if count > 0 {
            return Err(ApiError::issue("entry", Problem::NamedByOthers { count }));
        }
        let fact: Fact = serde_json::from_str(&standing.current.content).map_err(ClinicError::from)?;
        noun::can_go(&fact, &self.beside(facts, standing.id))
    }

    /// What was typed for `entry` as a fact with references by id, or everything that is wrong with it.
    pub(super) fn read(
        &self,
        input: &FactInput,
        facts: Option<&Facts>,
        entry: Uuid,
    ) -> Result<Fact, ApiError> {
        let born: Option<Birth> = facts.map(|facts| facts.record.patient.born);
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
    facts
        .record
        .by_id(fact)
        .map_err(|issues| ApiError::Invalid { issues })
}

/// What is wrong when the fact, as it was typed for `entry`, would count its time from itself.
fn in_a_circle(facts: &Facts, fact: &Fact, entry: Uuid) -> Vec<Issue> {
    let mut fact = fact.clone();
    if fact.anchors_mut().is_empty() {
        return Vec::new();
    }
    facts.record.by_place(&mut fact);
    let mut record = facts.record.clone();
    if !record.put(entry, fact) {
        return Vec::new();
    }
    let known = circles(&facts.record);
    let field = |path: String| {
        path.rsplit_once('.')
            .map_or(path.clone(), |(_, field)| field.to_owned())
    };
    circles(&record)
        .into_iter()
        .filter(|issue| !known.contains(issue))
        .map(|issue| Issue::at(field(issue.path), issue.problem))
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
        author_id: vault.actor().id,
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

/// The record that a fact is checked against; the person alone has none.
pub(super) async fn around(vault: &Vault, patient: Uuid, noun: Noun) -> Result<Option<Arc<Facts>>, ApiError> {
    Ok(match noun {
        Noun::Patient => None,
        _ => Some(vault.facts(patient).await?),
    })
}

/// Writes what a fact brings with it.
pub(super) async fn bring(unit: &mut Unit, patient: Uuid, facts: &[Fact]) -> Result<(), ApiError> {
    for fact in facts {
        let change = change(clock::new_id(), fact, None);
        let row = rows::row(fact).map_err(ClinicError::from)?;
        unit.record(&change, patient, clock::new_id(), &row)
            .await
            .map_err(IntoApi::into_api)?;
    }
    Ok(())
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
pub(super) async fn keep(mut unit: Unit, act: Act, draft: Option<Uuid>) -> Result<(), ApiError> {
    if let Some(draft) = draft {
        unit.discard_draft(draft).await.map_err(IntoApi::into_api)?;
    }
    unit.commit(Audit::done(act)).await.map_err(IntoApi::into_api)?;
    Ok(())
}

/// Lets nobody record or change what is not theirs to decide.
///
/// # Errors
/// `not_in_role`.
pub(super) async fn allow(vault: &Vault, input: &FactInput) -> Result<(), ApiError> {
    vault.allow_recording(input.noun()).await?;
    if let FactInput::WalkingEvent(event) = input
        && matches!(event.what, WalkingHappenedInput::Reopened)
    {
        let may = vault.me().reopens_walking();
        vault.allow_if(may, Attempt::task("reopen-walking")).await?;
    }
    Ok(())
}

pub(super) async fn begin(vault: &Vault) -> Result<Unit, ApiError> {
    vault
        .store()
        .begin(&vault.actor(), clock::now_us())
        .await
        .map_err(IntoApi::into_api)
}

pub(super) async fn entry_and_facts(vault: &Vault, entry: Uuid) -> Result<(Entry, Arc<Facts>), ApiError> {
    let entry = vault.store().get(entry).await.map_err(IntoApi::into_api)?;
    let facts = vault.facts(entry.patient_id).await?;
    Ok((entry, facts))
}

pub(super) async fn entry_view(vault: &Vault, entry: Uuid) -> Result<EntryView, ApiError> {
    let (entry, facts) = entry_and_facts(vault, entry).await?;
    let telling = telling(&facts.record, facts.term);
    view(entry, &facts, &telling, &vault.actor().id)
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

/// Labels of what differs between two versions.
fn differs(before: &Shown, now: &Shown) -> Vec<String> {
    let mut labels = Vec::new();
    if before.when != now.when {
        labels.push(say!("shown-differs-when"));
    }
    if before.title != now.title {
        labels.push(say!("shown-differs-title"));
    }
    for detail in before.details.iter().chain(&now.details) {
        let in_both = before.details.contains(detail) && now.details.contains(detail);
        if !in_both && !labels.contains(&detail.label) {
            labels.push(detail.label.clone());
        }
    }
    labels
}
