//! What was typed and not yet saved, and how it would be read.

use super::{Desk, errors::IntoApi};
use crate::words::say_with;
use crate::{clock, vault::ClinicError, words};
use lamina_api::{
    ApiError, Nothing,
    draft::{DraftKey, DraftView, SaveDraft},
    entry::FactInput,
    reading::{self, Reading},
    understand::{TextKind, Understand, Understood},
};
use lamina_domain::{
    Anchor, Born, Levels, Noun, Problem, When, medicine::read_line, surgery::Procedure, treatment::Relief,
    when::Reference,
};
use lamina_store::Draft;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What a draft holds: the fields of the form, and the reason where an entry is being changed.
#[derive(Serialize, Deserialize)]
struct Kept {
    input: FactInput,
    reason: String,
}

/// The content of a draft as it is stored.
///
/// # Errors
/// When it can't be written as JSON.
pub(super) fn content(input: FactInput, reason: String) -> Result<Value, ApiError> {
    Ok(serde_json::to_value(Kept { input, reason }).map_err(ClinicError::from)?)
}

/// What was stored; none where this version can't read it. Drafts without a reason hold the fields alone.
fn kept(content: Value) -> Option<Kept> {
    if content.get("input").is_some_and(Value::is_object) {
        return serde_json::from_value(content).ok();
    }
    let input = serde_json::from_value(content).ok()?;
    let reason = String::new();
    Some(Kept { input, reason })
}

impl Desk {
    /// Keeps a draft, in place of an earlier one with the same id.
    ///
    /// # Errors
    /// `disk_full`, `locked`.
    pub async fn save_draft(&self, request: SaveDraft) -> Result<Nothing, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let draft = Draft {
            id: request.draft,
            patient_id: request.patient,
            noun: request.input.noun().name().to_owned(),
            entry_id: request.entry,
            base_version: request.base_version,
            author_id: vault.actor().id.clone(),
            content: content(request.input, request.reason)?,
            updated_at_us: clock::now_us(),
        };
        vault
            .store()
            .save_draft(&draft)
            .await
            .map_err(IntoApi::into_api)?;
        Ok(Nothing {})
    }

    /// The drafts of this person, newest first. One that this version can't read any more is kept but not offered.
    ///
    /// # Errors
    /// `locked`, or a damaged file.
    pub async fn list_drafts(&self, _: Nothing) -> Result<Vec<DraftView>, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let drafts = vault
            .store()
            .drafts(&vault.actor().id)
            .await
            .map_err(IntoApi::into_api)?;
        Ok(drafts
            .into_iter()
            .filter_map(|draft| {
                let Kept { input, reason } = kept(draft.content)?;
                Some(DraftView {
                    draft: draft.id,
                    patient: draft.patient_id,
                    noun: input.noun(),
                    entry: draft.entry_id,
                    base_version: draft.base_version,
                    kept_at: clock::shown(draft.updated_at_us),
                    input,
                    reason,
                })
            })
            .collect())
    }

    /// Throws a draft away.
    ///
    /// # Errors
    /// `locked`, `disk_full`.
    pub async fn discard_draft(&self, request: DraftKey) -> Result<Nothing, ApiError> {
        let session = self.session().await?;
        let store = session.vault()?.store();
        store
            .discard_draft(request.draft)
            .await
            .map_err(IntoApi::into_api)?;
        Ok(Nothing {})
    }

    /// How a text would be read.
    ///
    /// # Errors
    /// `locked`.
    pub async fn understand(&self, request: Understand) -> Result<Understood, ApiError> {
        if request.text.trim().is_empty() {
            return Ok(Understood::default());
        }
        let read = match request.kind {
            TextKind::When => self.understand_when(&request).await?,
            TextKind::Born => Born::parse(&request.text, self.today()).map(|born| born.to_string()),
            TextKind::Levels => request.text.parse().map(|levels| segments(&levels)),
            TextKind::Procedure => match procedures(&request.text) {
                Ok(None) => return Ok(Understood::default()),
                Ok(Some(shown)) => Ok(shown),
                Err(problem) => Err(problem),
            },
            TextKind::Relief => reading::whole(&request.text)
                .and_then(Relief::try_from)
                .map(|relief| say_with("read-relief", [("relief", (relief.percent()).to_string().into())])),
            TextKind::Medicine => read_line(&request.text)
                .map(|medicine| medicine.to_string())
                .map_err(|why| Problem::NotAMedicine { why }),
            TextKind::PainFree => {
                let mut reading = Reading::on(self.today());
                let found = reading.pain_free("pain_free", &request.text);
                match (found, reading.issues.pop()) {
                    (Some(found), _) => Ok(words::pain_free(&found)),
                    (None, Some(issue)) => Err(issue.problem),
                    (None, None) => return Ok(Understood::default()),
                }
            }
        };
        Ok(match read {
            Ok(shown) => Understood {
                shown: Some(shown),
                problem: None,
            },
            Err(problem) => Understood {
                shown: None,
                problem: Some(problem),
            },
        })
    }

    async fn understand_when(&self, request: &Understand) -> Result<Result<String, Problem>, ApiError> {
        let mut when = match When::parse(&request.text, self.today()) {
            Ok(when) => when,
            Err(problem) => return Ok(Err(problem)),
        };
        if let (Some(anchor), Some(patient)) = (when.anchor_mut().copied(), request.patient) {
            let session = self.session().await?;
            let facts = session.vault()?.facts_of(patient, Noun::Surgery).await?;
            let (what, list, reference) = match anchor {
                Anchor::Operation(reference) => ("operation", facts.heads.surgeries.len(), reference),
                Anchor::Treatment(reference) => ("treatment", facts.heads.treatments.len(), reference),
                Anchor::FirstVisit => return Ok(Ok(when.to_string())),
            };
            if let Reference::Place(number) = reference
                && number as usize > list
            {
                let what = what.to_owned();
                return Ok(Err(Problem::NoSuchAnchor { what, number }));
            }
        }
        Ok(Ok(when.to_string()))
    }
}

/// What stands behind the procedures, where levels do: "Laminectomy: L3-L4, 1 segment; fusion: L4-S1, 2 segments".
fn procedures(text: &str) -> Result<Option<String>, Problem> {
    let all = Procedure::several(text)?;
    if all.iter().all(|one| one.levels.is_empty()) {
        return Ok(None);
    }
    let said = all.iter().map(|one| {
        if one.levels.is_empty() {
            one.name.to_string()
        } else {
            format!("{}: {}", one.name, segments(&one.levels))
        }
    });
    Ok(Some(said.collect::<Vec<_>>().join("; ")))
}

/// The normal form, and how many segments it is: "L4-S1, 2 segments".
fn segments(levels: &Levels) -> String {
    match levels.segments() {
        0 => levels.to_string(),
        1 => say_with("read-1-segment", [("levels", levels.to_string().into())]),
        more => say_with(
            "read-segments",
            [
                ("levels", levels.to_string().into()),
                ("more", more.to_string().into()),
            ],
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_api::surgery::SurgeryInput;

    #[test]
    fn a_draft_keeps_the_reason_and_one_without_it_is_still_read() {
        let input = FactInput::Surgery(SurgeryInput::default());
        let stored = content(input.clone(), "operation note s".to_owned()).unwrap();
        let read = kept(stored).unwrap();
        assert_eq!(
            (read.input, read.reason.as_str()),
            (input.clone(), "operation note s")
        );
        let bare = kept(serde_json::to_value(&input).unwrap()).unwrap();
        assert_eq!((bare.input, bare.reason.as_str()), (input, ""));
        assert!(kept(serde_json::json!({ "input": { "noun": "unheard of" }, "reason": "" })).is_none());
    }
}
