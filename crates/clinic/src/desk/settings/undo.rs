//! Taking back what was saved last in the settings, across a restart too. Nothing is rubbed out: the step back is written
//! behind what it takes back, with its own row in the log.

use super::{NAME, note};
use crate::{
    clock,
    desk::{Desk, entries::begin, errors::IntoApi, flags::decider},
    own_rules::{self, LimitEntry, OwnLimit, kept},
    rules::factors,
    vault::{ClinicError, Vault},
    words::{Message, Word, message, say, say_with},
};
use lamina_api::{
    ApiError, Changed, Nothing,
    letter::PaperSize,
    settings::{LastSettings, SettingChange, Settings, SettingsKey, SettingsPart, UndoSettings},
};
use lamina_domain::{DateOrder, Noun, Text};
use lamina_store::{Act, Unit};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

/// Name of the list of what was saved; it only grows.
const HISTORY: &str = "clinic/history";

#[derive(Clone, Serialize, Deserialize)]
struct Saved {
    value: Settings,
    /// Who saved it; empty where that was not kept.
    by: String,
    at_us: i64,
}

/// Writes `value` as what the clinic set, and behind what was saved before.
///
/// # Errors
/// When it can't be written.
pub(super) async fn write(vault: &Vault, unit: &mut Unit, value: &Settings) -> Result<(), ApiError> {
    // The list is read while nobody else can write it.
    let mut list = history(vault).await?;
    list.push(Saved {
        value: value.clone(),
        by: vault.actor().id,
        at_us: unit.at_us(),
    });
    let list = serde_json::to_value(list).map_err(ClinicError::from)?;
    let value = serde_json::to_value(value).map_err(ClinicError::from)?;
    unit.set_setting(HISTORY, &list)
        .await
        .map_err(IntoApi::into_api)?;
    unit.set_setting(NAME, &value).await.map_err(IntoApi::into_api)
}

/// What was saved, in order. A vault from before there was a list begins it with what stands.
async fn history(vault: &Vault) -> Result<Vec<Saved>, ApiError> {
    let store = vault.store();
    if let Some(list) = store.setting(HISTORY).await.map_err(IntoApi::into_api)? {
        return Ok(serde_json::from_value(list).map_err(ClinicError::from)?);
    }
    let standing = store.setting(NAME).await.map_err(IntoApi::into_api)?;
    Ok(standing
        .map(|value| Saved {
            value: super::kept(value),
            by: String::new(),
            at_us: 0,
        })
        .into_iter()
        .collect())
}

/// A change as it stands last in its list.
struct Last {
    at_us: i64,
    by: String,
    changes: Vec<SettingChange>,
    before: Before,
}

/// What taking it back gives.
enum Before {
    Settings(Box<Settings>),
    Rule { id: String, value: Option<String> },
}

impl Desk {
    /// What was saved last in a part of the settings, with what it changed; nothing where nothing was saved yet.
    ///
    /// # Errors
    /// `locked`, or a damaged file.
    pub async fn last_settings(&self, request: SettingsKey) -> Result<Option<LastSettings>, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let last = last(vault, request.part).await?;
        Ok(last.map(|last| LastSettings {
            at: last.at_us,
            recorded_at: clock::shown(last.at_us),
            own: last.by == vault.actor().id,
            by: last.by,
            changes: last.changes,
        }))
    }

    /// Takes back what [`Desk::last_settings`] told, where this person saved it.
    ///
    /// # Errors
    /// `conflict` where something else was saved meanwhile, or by someone else. Nothing was changed then.
    pub async fn undo_settings(&self, request: UndoSettings) -> Result<Changed<Nothing>, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let settings = vault.author_settings().await?;
        let mut unit = begin(vault).await?;
        let found = last(vault, request.part).await?;
        let Some(found) = found.filter(|last| last.at_us == request.at && last.by == vault.actor().id) else {
            return Err(ApiError::Conflict {
                noun: Noun::Patient,
                entry: Uuid::nil(),
                version: 0,
                draft: Uuid::nil(),
            });
        };
        let undone = say!("entries-undone");
        let key = match found.before {
            Before::Settings(before) => {
                write(vault, &mut unit, &before).await?;
                unit.commit(note(Act::Undo, NAME, Some(undone)))
                    .await
                    .map_err(IntoApi::into_api)?;
                self.go_by(&before);
                "settings"
            }
            Before::Rule { id, value } => {
                let text = |text: String| Text::new(&text).map_err(|problem| ApiError::issue("why", problem));
                let entry = LimitEntry {
                    value,
                    who: text(decider(&settings, vault).0)?,
                    on: self.today(),
                    why: text(undone.clone())?,
                    by: Some(vault.actor().id),
                    at_us: Some(unit.at_us()),
                    id,
                };
                let note = note(
                    Act::Undo,
                    &format!("{}/{}", own_rules::NAME, entry.id),
                    Some(undone),
                );
                let mut list = kept(vault).await?;
                list.push(serde_json::to_value(entry).map_err(ClinicError::from)?);
                unit.set_setting(own_rules::NAME, &Value::Array(list))
                    .await
                    .map_err(IntoApi::into_api)?;
                unit.commit(note).await.map_err(IntoApi::into_api)?;
                "rules"
            }
        };
        Ok(Changed {
            value: Nothing {},
            changes: vec![key.to_owned()],
        })
    }
}

async fn last(vault: &Vault, part: SettingsPart) -> Result<Option<Last>, ApiError> {
    match part {
        SettingsPart::Clinic => {
            let list = history(vault).await?;
            let Some((last, earlier)) = list.split_last() else {
                return Ok(None);
            };
            let before = earlier.last().map(|one| one.value.clone()).unwrap_or_default();
            // What was set before there was a list has nobody's name and is not taken back.
            Ok((!last.by.is_empty()).then(|| Last {
                at_us: last.at_us,
                by: last.by.clone(),
                changes: differ(&before, &last.value),
                before: Before::Settings(Box::new(before)),
            }))
        }
        SettingsPart::Rules => {
            let list: Vec<LimitEntry> = kept(vault)
                .await?
                .into_iter()
                .filter_map(|entry| serde_json::from_value(entry).ok())
                .collect();
            Ok(list
                .split_last()
                .and_then(|(last, earlier)| last_rule(last, earlier)))
        }
    }
}

fn last_rule(last: &LimitEntry, earlier: &[LimitEntry]) -> Option<Last> {
    let (Some(by), Some(at_us)) = (last.by.clone(), last.at_us) else {
        return None;
    };
    let limit = OwnLimit::find(&last.id)?;
    let before = earlier.iter().rev().find(|one| one.id == last.id);
    let before = before.and_then(|one| one.value.clone());
    let said = |value: &Option<String>| match value {
        Some(value) => value.clone(),
        None => say_with!("rules-value-built-in", [("value", limit.built_in().into())]),
    };
    Some(Last {
        at_us,
        by,
        changes: vec![SettingChange {
            label: limit.title(),
            now: said(&last.value),
            before: said(&before),
        }],
        before: Before::Rule {
            id: last.id.clone(),
            value: before,
        },
    })
}

/// Every setting with its name and its value in words.
fn in_words(settings: &Settings) -> [(Message, String); 14] {
    let paper = match settings.paper {
        PaperSize::A4 => message!("paper-a4"),
        PaperSize::UsLetter => message!("paper-us-letter"),
    };
    let order = match settings.date_order {
        DateOrder::DayFirst => message!("settings-day-first"),
        DateOrder::MonthFirst => message!("settings-month-first"),
    };
    let table = factors(settings.opioid_table.name()).map(|table| table.name.clone());
    let shows = if settings.payer_limit {
        message!("settings-shown")
    } else {
        message!("settings-not-shown")
    };
    [
        (message!("settings-clinic-name"), settings.clinic_name.clone()),
        (
            message!("settings-clinic-lines"),
            settings.clinic_lines.join(", "),
        ),
        (message!("settings-author-name"), settings.author_name.clone()),
        (message!("settings-author-role"), settings.author_role.clone()),
        (
            message!("settings-author-registration"),
            settings.author_registration.clone(),
        ),
        (
            message!("settings-author-contact"),
            settings.author_contact.clone(),
        ),
        (message!("settings-patients-call"), settings.patients_call.clone()),
        (
            message!("settings-emergency-call"),
            settings.emergency_call.clone(),
        ),
        (message!("settings-paper"), say!(paper)),
        (message!("settings-date-order"), say!(order)),
        (message!("settings-opioid-table"), table.unwrap_or_default()),
        (message!("settings-payer"), say!(shows)),
        (
            message!("settings-preferred-term"),
            settings.preferred_term.word(),
        ),
        (
            message!("settings-idle"),
            say_with!(
                "settings-idle-minutes",
                [("minutes", settings.idle_minutes.into())]
            ),
        ),
    ]
}

/// What differs, by name; a text that is empty is said to be.
fn differ(before: &Settings, now: &Settings) -> Vec<SettingChange> {
    let or_empty = |text: String| {
        if text.trim().is_empty() {
            say!("settings-empty")
        } else {
            text
        }
    };
    let pairs = in_words(before).into_iter().zip(in_words(now));
    pairs
        .filter(|((_, before), (_, now))| before != now)
        .map(|((label, before), (_, now))| SettingChange {
            label: say!(label),
            now: or_empty(now),
            before: or_empty(before),
        })
        .collect()
}
