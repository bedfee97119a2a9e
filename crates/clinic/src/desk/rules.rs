//! Rules at the window: what the clinic set for itself, what is being typed, and keeping it.

use super::{Desk, entries::begin, errors::IntoApi, flags::decider, settings::note};
use crate::{
    own_rules::{LimitEntry, NAME, OwnLimit, kept, rules_view},
    vault::ClinicError,
};
use chrono::NaiveDate;
use lamina_api::{
    ApiError, Changed, Nothing,
    rule::{RulesView, SetRule, UnderstandRule},
    understand::Understood,
};
use lamina_domain::{Issue, Text};
use lamina_store::Act;
use serde_json::Value;

/// Longest name, in characters.
const NAMED: usize = 200;
/// Longest reason, in characters.
const REASON: usize = 500;

impl Desk {
    /// What a clinic may set with what it set, and every rule with its source.
    ///
    /// # Errors
    /// `locked`, or a damaged file.
    pub async fn list_rules(&self, _: Nothing) -> Result<RulesView, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let settings = vault.author_settings().await?;
        Ok(rules_view(&kept(vault).await?, decider(&settings, vault).0))
    }

    /// How a value that is being typed is read.
    ///
    /// # Errors
    /// `not_found` for a limit that is not there, `locked`.
    pub async fn understand_rule(&self, request: UnderstandRule) -> Result<Understood, ApiError> {
        self.session().await?;
        let limit = OwnLimit::find(&request.id).ok_or(ApiError::NotFound)?;
        if request.text.trim().is_empty() {
            return Ok(Understood::default());
        }
        let read = limit.read(&request.text);
        Ok(Understood {
            shown: read.as_ref().ok().map(|value| limit.words(value)),
            problem: read.err(),
            ..Understood::default()
        })
    }

    /// Keeps what the clinic sets, or gives the built-in value back.
    ///
    /// # Errors
    /// `not_found` for a limit that is not there, `invalid` by field.
    pub async fn set_rule(&self, request: SetRule) -> Result<Changed<RulesView>, ApiError> {
        let session = self.session().await?;
        let vault = session.vault()?;
        let settings = vault.author_settings().await?;
        let limit = OwnLimit::find(&request.id).ok_or(ApiError::NotFound)?;
        let mut entry = entry(&limit, &request, self.today())?;
        // The list is read while nobody else can write it.
        let mut unit = begin(vault).await?;
        let mut list = kept(vault).await?;
        (entry.by, entry.at_us) = (Some(vault.actor().id), Some(unit.at_us()));
        let note = note(
            Act::Settings,
            &format!("{NAME}/{}", entry.id),
            Some(entry.why.to_string()),
        );
        list.push(serde_json::to_value(entry).map_err(ClinicError::from)?);
        unit.set_setting(NAME, &Value::Array(list.clone()))
            .await
            .map_err(IntoApi::into_api)?;
        unit.commit(note).await.map_err(IntoApi::into_api)?;
        Ok(Changed {
            value: rules_view(&list, decider(&settings, vault).0),
            changes: vec!["rules".to_owned()],
        })
    }
}

/// What was typed as an entry of the list, with its value in normal form.
fn entry(limit: &OwnLimit, request: &SetRule, today: NaiveDate) -> Result<LimitEntry, ApiError> {
    let value = request
        .value
        .as_deref()
        .map(|typed| limit.read(typed))
        .transpose();
    let who = Text::within(&request.who, NAMED);
    let why = Text::within(&request.why, REASON);
    match (value, who, why) {
        (Ok(value), Ok(who), Ok(why)) => Ok(LimitEntry {
            id: limit.id(),
            value: value.map(|value| limit.words(&value)),
            who,
            on: today,
            why,
            by: None,
            at_us: None,
        }),
        (value, who, why) => {
            let wrong = [("value", value.err()), ("who", who.err()), ("why", why.err())];
            let issues = wrong
                .into_iter()
                .filter_map(|(path, problem)| Some(Issue::at(path, problem?)));
            Err(ApiError::Invalid {
                issues: issues.collect(),
            })
        }
    }
}
