//! Recording new facts: one, or several as one change.

use super::{
    Desk,
    documents::FileAtHand,
    entries::{Second, allow, around, begin, bring, change, changes, entry_view, keep, keep_second},
    errors::IntoApi,
};
use crate::{
    facts::Facts,
    noun::{self, Entered},
    record::Record,
    rows,
    vault::{ClinicError, Vault},
};
use lamina_api::{
    ApiError, Changed,
    entry::{EntryView, RecordEntries, RecordEntry},
};
use lamina_domain::{Fact, Issue, Noun, of_noun};
use lamina_store::{Act, Change, Row, Unit};
use uuid::Uuid;

impl Desk {
    /// Records a new fact.
    ///
    /// # Errors
    /// `invalid` with every issue by field; nothing was saved then.
    pub async fn record_entry(&self, request: RecordEntry) -> Result<Changed<EntryView>, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let noun = request.input.noun();
        allow(vault, &request.input).await?;
        let (patient, entry) = (request.patient, request.entry);
        let facts = around(vault, patient, noun).await?;
        let known = facts
            .as_ref()
            .and_then(|facts| facts.record.background.head.as_ref());
        if let (Noun::Background, Some(head)) = (noun, known)
            && head.id != entry
        {
            // Everyone has one; a second would hide the first.
            let second = Second {
                draft: request.draft,
                patient,
                entry: head.id,
                base_version: 0,
                input: &request.input,
                reason: "",
            };
            return Err(keep_second(vault, second, head.version, self.typing()).await?);
        }
        let new = self.new_entry(vault, request, facts.as_deref()).await?;
        let mut unit = begin(vault).await?;
        let draft = new.write(&mut unit, patient).await?;
        keep(unit, Act::Record, draft).await?;
        Ok(Changed {
            value: entry_view(vault, entry).await?,
            changes: changes(patient, noun),
        })
    }

    /// Records several new facts about one patient as one change: all of them are kept, or none. For kinds that look at no
    /// other fact of their kind: no person, background or walking.
    ///
    /// # Errors
    /// `invalid` with every issue by field, each path led by the place of its fact from 0: `2.measure.value`. Nothing was
    /// saved then. An empty list, several patients or a kind that can't be recorded so is `invalid` without an issue.
    pub async fn record_entries(&self, request: RecordEntries) -> Result<Changed<Vec<EntryView>>, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let fits = |one: &RecordEntry| {
            let noun = one.input.noun();
            one.patient == request.patient
                && !Record::has_one(noun)
                && !of_noun!(noun, T => <T as Entered>::LOOKS_AT_ALL)
        };
        let Some(noun) = request.entries.first().map(|one| one.input.noun()) else {
            return Err(ApiError::Invalid { issues: Vec::new() });
        };
        if !request
            .entries
            .iter()
            .all(|one| fits(one) && one.input.noun() == noun)
        {
            return Err(ApiError::Invalid { issues: Vec::new() });
        }
        vault.allow_recording(noun).await?;
        let facts = around(vault, request.patient, noun).await?;
        let (mut all, mut found) = (Vec::new(), Vec::new());
        for (place, one) in request.entries.into_iter().enumerate() {
            match self.new_entry(vault, one, facts.as_deref()).await {
                Ok(new) => all.push(new),
                Err(ApiError::Invalid { issues }) => {
                    let placed = |issue: Issue| Issue::at(format!("{place}.{}", issue.path), issue.problem);
                    found.extend(issues.into_iter().map(placed));
                }
                Err(other) => return Err(other),
            }
        }
        if !found.is_empty() {
            return Err(ApiError::Invalid { issues: found });
        }
        let entries: Vec<Uuid> = all.iter().map(|new| new.entry).collect();
        let mut unit = begin(vault).await?;
        for new in all {
            if let Some(draft) = new.write(&mut unit, request.patient).await? {
                unit.discard_draft(draft).await.map_err(IntoApi::into_api)?;
            }
        }
        keep(unit, Act::Record, None).await?;
        let mut value = Vec::with_capacity(entries.len());
        for entry in entries {
            value.push(entry_view(vault, entry).await?);
        }
        Ok(Changed {
            value,
            changes: changes(request.patient, noun),
        })
    }

    /// What was typed as an entry that only has to be written, checked against the record.
    async fn new_entry(
        &self,
        vault: &Vault,
        request: RecordEntry,
        facts: Option<&Facts>,
    ) -> Result<NewEntry, ApiError> {
        let noun = request.input.noun();
        if (noun == Noun::Patient) != (request.entry == request.patient) {
            return Err(ApiError::Invalid { issues: Vec::new() });
        }
        let input = self.with_decider(request.input, vault).await?;
        let mut fact = self.read(&input, facts, request.entry)?;
        let brought = match facts {
            Some(facts) => noun::fit(&mut fact, &input, &self.beside(facts, request.entry), None)?,
            None => Vec::new(),
        };
        let file = match (&fact, facts) {
            (Fact::Document(document), Some(facts)) => {
                Some(self.file_for(vault, facts, request.entry, document).await?)
            }
            _ => None,
        };
        Ok(NewEntry {
            change: change(request.request, &fact, None),
            entry: request.entry,
            row: rows::row(&fact).map_err(ClinicError::from)?,
            brought,
            file,
            draft: request.draft,
        })
    }
}

/// A new entry that was read and checked.
struct NewEntry {
    change: Change,
    entry: Uuid,
    row: Row,
    /// What it brings with it.
    brought: Vec<Fact>,
    /// The file that it attaches.
    file: Option<FileAtHand>,
    draft: Option<Uuid>,
}

impl NewEntry {
    /// Writes it; answers with the draft that it takes the place of.
    async fn write(self, unit: &mut Unit, patient: Uuid) -> Result<Option<Uuid>, ApiError> {
        if let Some(file) = &self.file {
            file.take_in(unit).await?;
        }
        let written = unit.record(&self.change, patient, self.entry, &self.row).await;
        if !written.map_err(IntoApi::into_api)?.repeated {
            bring(unit, patient, &self.brought).await?;
        }
        Ok(self.draft)
    }
}
