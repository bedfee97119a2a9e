//! Taking back what was saved last, and putting back what was marked as entered in error.
//!
//! Nothing is rubbed out: each step back is a version of its own with its audit row. A change is what was saved in one
//! transaction, told by its moment, and it is taken back whole or not at all.

use super::{
    Desk,
    answers::{fact, kind},
    entries::{around, begin, bring, change, changes, entry_view, keep, reason, refer_by_id},
    errors::IntoApi,
    flags::keep_time,
};
use crate::{
    clock,
    facts::Facts,
    noun, rows,
    shown::{telling, titled},
    vault::{ClinicError, StoreError, Vault},
    words::say,
};
use lamina_api::{
    ApiError, Changed, Nothing,
    entry::{EntryView, FactInput, LastChange, LastVersion, ReinstateEntry, RestoreVersion, UndoChange},
    patient::PatientKey,
};
use lamina_domain::{Fact, Noun};
use lamina_store::{Act, Change, Entry, EntryVersion, Kind, Status, Unit};
use uuid::Uuid;

/// Entries that one change may hold to be offered: more come from a file that was loaded, not from a form.
const MOST: usize = 50;

/// One step back: of which entry, beside what it has to fit, and why.
struct Step<'a> {
    /// The record around it, where its kind has to fit one.
    facts: Option<&'a Facts>,
    standing: &'a Entry,
    request: Uuid,
    why: String,
}

impl Desk {
    /// What this person changed last in a record, where that is still what stands. A patient who was just entered is not
    /// offered, nor is what a file brought.
    ///
    /// # Errors
    /// `not_found`, `locked`, or a damaged file.
    pub async fn last_change(&self, request: PatientKey) -> Result<Option<LastChange>, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let facts = vault.facts(request.patient).await?;
        let Some(last) = last_of(vault, request.patient).await? else {
            return Ok(None);
        };
        let Some(at) = last.first().map(|one| one.version.recorded_at_us) else {
            return Ok(None);
        };
        let telling = telling(&facts.record, facts.term);
        let versions = last.iter().map(|one| {
            Ok(LastVersion {
                entry: one.id,
                noun: one.noun,
                kind: kind(&one.version),
                title: titled(&fact(&one.version.content, &facts.record)?, &telling),
            })
        });
        Ok(Some(LastChange {
            at,
            recorded_at: clock::shown(at),
            versions: versions.collect::<Result<_, ApiError>>()?,
        }))
    }

    /// Takes back what [`Desk::last_change`] offered: what was recorded is marked as entered in error, what was amended says
    /// again what it said before, what was marked as entered in error stands again.
    ///
    /// # Errors
    /// `conflict` where something else was saved meanwhile; `invalid` where another entry counts its time from one that
    /// would go, or the walking programme does not allow it. Nothing was changed then.
    pub async fn undo_change(&self, request: UndoChange) -> Result<Changed<Nothing>, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let last = last_of(vault, request.patient).await?.unwrap_or_default();
        let Some(first) = last
            .first()
            .filter(|one| one.version.recorded_at_us == request.at)
        else {
            return Err(conflict(Noun::Patient, request.patient, 0));
        };
        let noun = first.noun;
        let facts = vault.facts(request.patient).await?;
        let mut unit = begin(vault).await?;
        // What was written last goes first.
        for one in last.iter().rev() {
            vault.allow_recording(one.noun).await?;
            let standing = vault.store().get(one.id).await.map_err(IntoApi::into_api)?;
            self.step_back(vault, &mut unit, &facts, &standing).await?;
        }
        keep(unit, Act::Undo, None).await?;
        Ok(Changed {
            value: Nothing {},
            changes: changes(request.patient, noun),
        })
    }

    /// Puts back an entry that was marked as entered in error.
    ///
    /// # Errors
    /// `invalid` without a reason, or where the fact does not fit the record any more; `conflict`.
    pub async fn reinstate_entry(&self, request: ReinstateEntry) -> Result<Changed<EntryView>, ApiError> {
        let seen = (request.entry, request.base_version);
        self.once_more(seen, request.request, &request.reason, None).await
    }

    /// Makes an entry that stands say again what one of its versions said; nothing in between is lost.
    ///
    /// # Errors
    /// `invalid` without a reason, or where that version does not fit the record any more; `not_found` for a version that there
    /// is not; `retracted` for an entry that does not stand; `conflict`.
    pub async fn restore_version(&self, request: RestoreVersion) -> Result<Changed<EntryView>, ApiError> {
        let seen = (request.entry, request.base_version);
        self.once_more(seen, request.request, &request.reason, Some(request.version))
            .await
    }

    /// Makes an entry, as it stood on the screen, say again what its version of that number said; without one, puts it back.
    async fn once_more(
        &self,
        (entry, base_version): (Uuid, i64),
        request: Uuid,
        why: &str,
        number: Option<i64>,
    ) -> Result<Changed<EntryView>, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let standing = vault.store().get(entry).await.map_err(IntoApi::into_api)?;
        vault.allow_recording(standing.noun).await?;
        let why = reason(why).map_err(|issue| ApiError::Invalid { issues: vec![issue] })?;
        if number.is_some() && standing.status != Status::Active {
            return Err(ApiError::Retracted);
        }
        if standing.current.version != base_version {
            return Err(conflict(standing.noun, entry, standing.current.version));
        }
        let facts = around(vault, standing.patient_id, standing.noun).await?;
        let mut unit = begin(vault).await?;
        let step = Step {
            facts: facts.as_deref(),
            standing: &standing,
            request,
            why,
        };
        match number {
            Some(number) => {
                self.say_again(vault, &mut unit, step, number).await?;
                keep(unit, Act::Restore, None).await?;
            }
            None => {
                self.put_back(&mut unit, step).await?;
                keep(unit, Act::Reinstate, None).await?;
            }
        }
        Ok(Changed {
            value: entry_view(vault, entry).await?,
            changes: changes(standing.patient_id, standing.noun),
        })
    }

    /// Amends an entry that stands to what its version of that number said.
    async fn say_again(
        &self,
        vault: &Vault,
        unit: &mut Unit,
        step: Step<'_>,
        number: i64,
    ) -> Result<(), ApiError> {
        let standing = step.standing;
        let versions = vault
            .store()
            .history(standing.id)
            .await
            .map_err(IntoApi::into_api)?;
        let before = versions
            .iter()
            .find(|version| version.version == number && version.kind != Kind::Retract)
            .ok_or(ApiError::NotFound)?;
        let now: Fact = serde_json::from_str(&standing.current.content).map_err(ClinicError::from)?;
        let (mut fact, brought) = self.as_stored(&step, &before.content, Some(&now))?;
        keep_time(&mut fact, standing)?;
        let change = change(step.request, &fact, Some(step.why));
        let row = rows::row(&fact).map_err(ClinicError::from)?;
        unit.amend(&change, standing.id, standing.current.version, &row)
            .await
            .map_err(|error| refused(error, standing))?;
        bring(unit, standing.patient_id, &brought).await
    }

    /// Undoes the version of an entry that counts now.
    async fn step_back(
        &self,
        vault: &Vault,
        unit: &mut Unit,
        facts: &Facts,
        standing: &Entry,
    ) -> Result<(), ApiError> {
        let base = standing.current.version;
        let step = Step {
            facts: Some(facts),
            standing,
            request: clock::new_id(),
            why: say!("entries-undone"),
        };
        match standing.current.kind {
            Kind::Record | Kind::Reinstate => {
                self.can_go(facts, standing)?;
                let change = Change {
                    request_id: step.request,
                    told_by: None,
                    reason: Some(step.why),
                };
                unit.retract(&change, standing.id, base)
                    .await
                    .map_err(|error| refused(error, standing))?;
                Ok(())
            }
            Kind::Retract => self.put_back(unit, step).await,
            Kind::Amend => self.say_again(vault, unit, step, base - 1).await,
        }
    }

    async fn put_back(&self, unit: &mut Unit, step: Step<'_>) -> Result<(), ApiError> {
        let standing = step.standing;
        if standing.status == Status::Active {
            return Err(conflict(standing.noun, standing.id, standing.current.version));
        }
        if let Some(head) = step.facts.and_then(|facts| facts.record.one_of(standing.noun)) {
            // Everyone has one; a second would hide the first.
            return Err(conflict(standing.noun, head.id, head.version));
        }
        let (fact, brought) = self.as_stored(&step, &standing.current.content, None)?;
        let change = change(step.request, &fact, Some(step.why));
        let row = rows::row(&fact).map_err(ClinicError::from)?;
        unit.reinstate(&change, standing.id, standing.current.version, &row)
            .await
            .map_err(|error| refused(error, standing))?;
        bring(unit, standing.patient_id, &brought).await
    }

    /// A stored fact, held against the record as it stands now: what it counts its time from has to be there, and the
    /// walking programme has to allow it. Its numbers stay as they were worked out then.
    fn as_stored(
        &self,
        step: &Step<'_>,
        content: &str,
        now: Option<&Fact>,
    ) -> Result<(Fact, Vec<Fact>), ApiError> {
        let mut fact: Fact = serde_json::from_str(content).map_err(ClinicError::from)?;
        let Some(facts) = step.facts else {
            return Ok((fact, Vec::new()));
        };
        refer_by_id(facts, &mut fact)?;
        let mut shown = fact.clone();
        facts.record.by_place(&mut shown);
        let input = FactInput::of(&shown);
        let brought = noun::fit(&mut fact, &input, &self.beside(facts, step.standing.id), now)?;
        Ok((fact, brought))
    }
}

/// The versions of the change that this person made last in a record, in the order of writing; none where one of them no
/// longer counts, or where it is of a kind that is not taken back.
async fn last_of(vault: &Vault, patient: Uuid) -> Result<Option<Vec<EntryVersion>>, ApiError> {
    let all = vault.store().changes(patient).await.map_err(IntoApi::into_api)?;
    let own = |one: &&EntryVersion| one.version.recorded_by == vault.actor().id;
    let Some(at) = all.iter().find(own).map(|one| one.version.recorded_at_us) else {
        return Ok(None);
    };
    let mut last: Vec<EntryVersion> = all
        .iter()
        .filter(own)
        .filter(|one| one.version.recorded_at_us == at)
        .cloned()
        .collect();
    let counts = |one: &EntryVersion| {
        !all.iter()
            .any(|other| other.id == one.id && other.version.version > one.version.version)
    };
    let entered = |one: &EntryVersion| one.noun == Noun::Patient && one.version.kind == Kind::Record;
    if last.len() > MOST || !last.iter().all(counts) || last.iter().any(entered) {
        return Ok(None);
    }
    last.sort_by_key(|one| one.id);
    Ok(Some(last))
}

fn conflict(noun: Noun, entry: Uuid, version: i64) -> ApiError {
    ApiError::Conflict {
        noun,
        entry,
        version,
        draft: Uuid::nil(),
    }
}

fn refused(error: StoreError, standing: &Entry) -> ApiError {
    match error {
        StoreError::Conflict { current_version } => conflict(standing.noun, standing.id, current_version),
        other => other.into_api(),
    }
}
