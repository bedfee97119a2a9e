//! What was typed and not yet saved, and how it would be read.

use super::{Desk, entries::entry_view, errors::IntoApi};
use crate::{
    clock, diagnoses,
    shown::{telling, told},
    telling::Telling,
    vault::{ClinicError, StoreError, Vault},
    words::{self, Message, Word, message, say, say_with},
};
use lamina_api::{
    ApiError, Nothing,
    draft::{DraftKey, DraftView, FormDraft, SaveDraft, SaveFormDraft},
    entry::FactInput,
    noun::symptom::roots,
    reading::{self, Reading},
    shown::{Detail, Shown},
    understand::{TextKind, Understand, Understood, Unsure},
};
use lamina_domain::{
    Birth, Fact, Interval, Levels, Problem, When,
    imaging::FindingMeasures,
    medicine::{Ingredient, Medicine, name::near, read_line},
    response::Relief,
    surgery::{PainFree, Procedure, WorkTime},
    symptom::Distance,
};
use lamina_store::Draft;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

/// What the stored name of a form begins with; the others are names of nouns.
const FORM: &str = "form/";

/// What a draft holds: the fields of the form, the reason where an entry is being changed, and the opening of the form.
#[derive(Serialize, Deserialize)]
struct Kept {
    input: FactInput,
    reason: String,
    sitting: Uuid,
}

/// The content of a draft as it is stored.
///
/// # Errors
/// When it can't be written as JSON.
pub(super) fn content(input: FactInput, reason: String, sitting: Uuid) -> Result<Value, ApiError> {
    let kept = Kept {
        input,
        reason,
        sitting,
    };
    Ok(serde_json::to_value(kept).map_err(ClinicError::from)?)
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
            author_id: vault.actor().id,
            content: content(
                request.input.settled(self.typing()),
                request.reason,
                request.sitting,
            )?,
            updated_at_us: clock::now_us(),
        };
        keep(vault, &draft).await
    }

    /// The drafts of this person, newest first. One that this version can't read any more is kept but not offered.
    ///
    /// # Errors
    /// `locked`, or a damaged file.
    pub async fn list_drafts(&self, _: Nothing) -> Result<Vec<DraftView>, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let drafts = own(vault).await?;
        let mut views = Vec::with_capacity(drafts.len());
        for draft in drafts {
            let Ok(kept) = serde_json::from_value::<Kept>(draft.content) else {
                continue;
            };
            let name = match draft.patient_id {
                Some(patient) => name_of(vault, patient).await?,
                None => None,
            };
            let about = (draft.patient_id, draft.entry_id);
            let (title, changes) = self.preview(vault, &kept.input, about).await?;
            views.push(DraftView {
                draft: draft.id,
                patient: draft.patient_id,
                noun: kept.input.noun(),
                entry: draft.entry_id,
                base_version: draft.base_version,
                name,
                kept_at: clock::shown(draft.updated_at_us),
                input: kept.input,
                reason: kept.reason,
                sitting: kept.sitting,
                title,
                changes,
            });
        }
        Ok(views)
    }

    /// Keeps what was typed in a form that records no entry, in place of an earlier draft with the same id.
    ///
    /// # Errors
    /// `disk_full`, `locked`.
    pub async fn save_form_draft(&self, request: SaveFormDraft) -> Result<Nothing, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let draft = Draft {
            id: request.draft,
            patient_id: None,
            noun: format!("{FORM}{}", request.form),
            entry_id: None,
            base_version: None,
            author_id: vault.actor().id,
            content: serde_json::to_value(request.typed).map_err(ClinicError::from)?,
            updated_at_us: clock::now_us(),
        };
        keep(vault, &draft).await
    }

    /// The drafts of this person in forms that record no entry, newest first.
    ///
    /// # Errors
    /// `locked`, or a damaged file.
    pub async fn list_form_drafts(&self, _: Nothing) -> Result<Vec<FormDraft>, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let drafts = own(vault).await?;
        Ok(drafts
            .into_iter()
            .filter_map(|draft| {
                Some(FormDraft {
                    draft: draft.id,
                    form: draft.noun.strip_prefix(FORM)?.to_owned(),
                    kept_at: clock::shown(draft.updated_at_us),
                    typed: serde_json::from_value(draft.content).ok()?,
                })
            })
            .collect())
    }

    /// What a draft would record, and what of the entry it would change. Nothing where it can't be read as it is.
    async fn preview(
        &self,
        vault: &Vault,
        input: &FactInput,
        (patient, entry): (Option<Uuid>, Option<Uuid>),
    ) -> Result<(Option<String>, Vec<Detail>), ApiError> {
        let Ok(mut fact) = input.read(self.typing(), None) else {
            return Ok((None, Vec::new()));
        };
        let mut names = entry.is_some();
        fact.each_link(|_, _, _| names = true);
        let now = match patient.filter(|_| names) {
            Some(patient) => {
                let facts = vault.facts(patient).await?;
                facts.record.by_place(&mut fact);
                told(&fact, &telling(&facts.record, facts.term))
            }
            None => told(&fact, &Telling::alone(vault.settings().await?.preferred_term)),
        };
        let before = match entry {
            None => Shown::default(),
            Some(entry) => match entry_view(vault, entry).await {
                Ok(view) => view.shown,
                Err(ApiError::NotFound) => Shown::default(),
                Err(other) => return Err(other),
            },
        };
        let mut changes = Vec::new();
        let mut say_if_new = |label: Message, text: &str, was: &str| {
            if entry.is_some() && text != was {
                changes.push(Detail {
                    label: say!(label),
                    text: text.to_owned(),
                });
            }
        };
        say_if_new(message!("shown-differs-title"), &now.title, &before.title);
        say_if_new(message!("shown-differs-when"), &now.when, &before.when);
        let new = now.details.iter().filter(|one| !before.details.contains(one));
        changes.extend(new.cloned());
        let gone = |one: &&Detail| !now.details.iter().any(|other| other.label == one.label);
        changes.extend(before.details.iter().filter(gone).map(|one| Detail {
            label: one.label.clone(),
            text: say!("draft-takes-away"),
        }));
        Ok((Some(now.title), changes))
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
        let mut unsure = Vec::new();
        let read = match request.kind {
            TextKind::When => self.understand_when(&request).await?,
            TextKind::Born => Birth::parse(&request.text, self.typing()).map(|born| born.to_string()),
            TextKind::Levels => request.text.parse().map(|levels| segments(&levels)),
            TextKind::Roots => roots(&request.text).map(|roots| roots.to_string()),
            TextKind::Procedure => match procedures(&request.text) {
                Ok(None) => return Ok(Understood::default()),
                Ok(Some((shown, words))) => {
                    unsure = words;
                    Ok(shown)
                }
                Err(problem) => Err(problem),
            },
            TextKind::Relief => reading::whole(&request.text)
                .and_then(Relief::try_from)
                .map(|relief| say_with!("read-relief", [("relief", (relief.percent()).to_string().into())])),
            TextKind::Interval => request.text.parse().map(|one: Interval| one.to_string()),
            TextKind::Measures => request.text.parse().map(|all: FindingMeasures| all.to_string()),
            TextKind::Distance => request.text.parse().map(|one: Distance| one.word()),
            TextKind::Icd10cm => request.text.parse().map(|code| diagnoses::code(&code)),
            TextKind::Medicine => read_line(&request.text)
                .map(|medicine| {
                    unsure = unknown_names(&medicine);
                    medicine.to_string()
                })
                .map_err(|why| Problem::NotAMedicine { why }),
            TextKind::PainFree => {
                let mut reading = Reading::of(self.typing());
                let found = reading.pain_free("pain_free", &request.text);
                match (found, reading.issues.pop()) {
                    (Some(found), _) => {
                        if let PainFree::Words(words) = &found {
                            let text = words.to_string();
                            unsure.push(Unsure::Words { text });
                        }
                        Ok(words::pain_free(&found))
                    }
                    (None, Some(issue)) => Err(issue.problem),
                    (None, None) => return Ok(Understood::default()),
                }
            }
            TextKind::WorkTime => {
                let mut reading = Reading::of(self.typing());
                let found = reading.work_time("work_when", &request.text);
                match (found, reading.issues.pop()) {
                    (Some(WorkTime::After(interval)), _) => Ok(interval.to_string()),
                    (Some(WorkTime::At(when)), _) => Ok(when.to_string()),
                    (None, Some(issue)) => Err(issue.problem),
                    (None, None) => return Ok(Understood::default()),
                }
            }
        };
        Ok(match read {
            Ok(shown) => Understood {
                shown: Some(shown),
                settled: match request.kind {
                    TextKind::When => reading::settled(&request.text, self.typing(), When::parse),
                    TextKind::Born => reading::settled(&request.text, self.typing(), Birth::parse),
                    _ => None,
                },
                unsure,
                ..Understood::default()
            },
            Err(problem) => Understood {
                problem: Some(problem),
                ..Understood::default()
            },
        })
    }

    async fn understand_when(&self, request: &Understand) -> Result<Result<String, Problem>, ApiError> {
        let mut when = match When::parse(&request.text, self.typing()) {
            Ok(when) => when,
            Err(problem) => return Ok(Err(problem)),
        };
        if let (Some(anchor), Some(patient)) = (when.anchor_mut().copied(), request.patient) {
            let session = self.session().await?;
            let facts = session.vault()?.facts(patient).await?;
            if let Some(problem) = facts.record.lacks(&anchor) {
                return Ok(Err(problem));
            }
        }
        Ok(Ok(when.to_string()))
    }
}

/// The name of a patient as lists show it; none where there is no such patient.
async fn name_of(vault: &Vault, patient: Uuid) -> Result<Option<String>, ApiError> {
    let entry = match vault.store().get(patient).await {
        Ok(entry) => entry,
        Err(StoreError::NotFound) => return Ok(None),
        Err(error) => return Err(error.into_api()),
    };
    match serde_json::from_str(&entry.current.content).map_err(ClinicError::from)? {
        Fact::Patient(patient) => Ok(Some(patient.shown_name())),
        _ => Ok(None),
    }
}

async fn keep(vault: &Vault, draft: &Draft) -> Result<Nothing, ApiError> {
    vault.store().save_draft(draft).await.map_err(IntoApi::into_api)?;
    Ok(Nothing {})
}

/// Every draft of this person, of whatever form, newest first.
async fn own(vault: &Vault) -> Result<Vec<Draft>, ApiError> {
    vault
        .store()
        .drafts(&vault.actor().id)
        .await
        .map_err(IntoApi::into_api)
}

/// The names in a medicine that are not known, each with what it may be meant for.
fn unknown_names(medicine: &Medicine) -> Vec<Unsure> {
    let names = medicine
        .parts()
        .ingredients
        .iter()
        .filter_map(Ingredient::unknown_name);
    names
        .map(|name| Unsure::Name {
            text: name.to_owned(),
            near: near(name),
        })
        .collect()
}

/// Which procedures and levels were read: "transforaminal lumbar interbody fusion (TLIF) at L4-L5, 1 segment; “fusion of all”
/// at L4-S1, 2 segments". Nothing where that says no more than what was typed. A name that is not known is kept as typed.
fn procedures(text: &str) -> Result<Option<(String, Vec<Unsure>)>, Problem> {
    let all = Procedure::several(text)?;
    let unread = |one: &&Procedure| one.levels.is_empty() && holds_level(one.as_str());
    let unsure = |one: &Procedure| {
        let text = one.name.to_string();
        match one.code {
            _ if unread(&one) => Some(Unsure::Words { text }),
            None => Some(Unsure::Procedure { text }),
            Some(_) => None,
        }
    };
    let unsure: Vec<Unsure> = all.iter().filter_map(unsure).collect();
    let is_plain = |one: &Procedure| {
        let coded = one.code.map(|code| code.word());
        one.levels.is_empty() && coded.is_none_or(|word| word == one.as_str().to_lowercase())
    };
    if unsure.is_empty() && all.iter().all(is_plain) {
        return Ok(None);
    }
    let said = all.iter().map(|one| {
        let name = match one.code {
            Some(code) => code.word(),
            None => say_with!("read-procedure", [("name", one.name.to_string().into())]),
        };
        if one.levels.is_empty() {
            name
        } else {
            let levels = segments(&one.levels);
            say_with!(
                "read-procedure-at",
                [("name", name.into()), ("levels", levels.into())],
            )
        }
    });
    Ok(Some((said.collect::<Vec<_>>().join("; "), unsure)))
}

/// Whether a name holds what looks like a level: "fusion L4-S1 revised".
fn holds_level(name: &str) -> bool {
    name.split(|c: char| !c.is_alphanumeric()).any(|word| {
        let number = word
            .strip_prefix(|c: char| "CcLlSsTt".contains(c))
            .unwrap_or_default();
        !number.is_empty() && number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// The normal form, and how many segments it is: "L4-S1, 2 segments".
fn segments(levels: &Levels) -> String {
    match levels.segments() {
        0 => levels.to_string(),
        1 => say_with!("read-1-segment", [("levels", levels.to_string().into())]),
        more => say_with!(
            "read-segments",
            [
                ("levels", levels.to_string().into()),
                ("more", more.to_string().into()),
            ],
        ),
    }
}
