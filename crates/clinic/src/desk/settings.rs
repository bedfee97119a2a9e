//! What the clinic sets once, and what this window prefers. What was saved before is kept, so that the last change can be
//! taken back.

mod undo;

use super::{Desk, entries::begin, errors::IntoApi};
use crate::vault::{AtWork, ClinicError, Vault};
use lamina_api::{
    ApiError, Changed, Nothing,
    settings::{Preferences, Settings},
};
use lamina_domain::{Issue, Problem, Text};
use lamina_store::{Act, Audit, ObjectKind, ObjectRef};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;

const NAME: &str = "clinic";
/// Longest line of a letterhead, in characters.
const LINE: usize = 200;

impl Desk {
    /// What the clinic set.
    ///
    /// # Errors
    /// `locked`, or a damaged file.
    pub async fn get_settings(&self, _: Nothing) -> Result<Settings, ApiError> {
        let session = self.session().await?;
        Ok(session.vault()?.settings().await?)
    }

    /// Keeps what the clinic set. What changes nothing is not written.
    ///
    /// # Errors
    /// `invalid` by field.
    pub async fn save_settings(&self, request: Settings) -> Result<Changed<Settings>, ApiError> {
        let session = self.session().await?;
        let issues = issues(&request);
        if !issues.is_empty() {
            return Err(ApiError::Invalid { issues });
        }
        let vault = session.vault()?;
        if vault.settings().await? == request {
            return Ok(Changed {
                value: request,
                changes: Vec::new(),
            });
        }
        let mut unit = begin(vault).await?;
        undo::write(vault, &mut unit, &request).await?;
        unit.commit(note(Act::Settings, NAME, None))
            .await
            .map_err(IntoApi::into_api)?;
        self.go_by(&request);
        Ok(Changed {
            value: request,
            changes: vec!["settings".to_owned()],
        })
    }

    /// What this window prefers; the defaults where nothing readable was kept.
    ///
    /// # Errors
    /// None.
    pub async fn get_preferences(&self, _: Nothing) -> Result<Preferences, ApiError> {
        Ok(self.on_file().preferences)
    }

    /// Keeps what this window prefers.
    ///
    /// # Errors
    /// A folder that can't be written, a full disk.
    pub async fn save_preferences(&self, mut request: Preferences) -> Result<Nothing, ApiError> {
        request.keep_codes();
        let kept = |file: &mut OnFile| file.preferences = request;
        self.to_file(kept).map_err(IntoApi::into_api)?;
        Ok(Nothing {})
    }

    /// Where the window was and how large; none where nothing readable was kept.
    pub fn window_place(&self) -> Option<WindowPlace> {
        self.on_file().window
    }

    /// Keeps where the window is and how large, and nothing else about it.
    ///
    /// # Errors
    /// A folder that can't be written, a full disk.
    pub fn keep_window_place(&self, place: WindowPlace) -> std::io::Result<()> {
        self.to_file(|file| file.window = Some(place))
    }

    /// The name under which somebody signed in here last; empty where nobody did.
    pub(super) fn last_name(&self) -> String {
        self.on_file().last_name
    }

    /// Keeps the name under which somebody signed in, for the next time. Where it can't be kept it is typed again.
    pub(super) fn keep_last_name(&self, at_work: &AtWork) {
        if at_work.id.is_none() || at_work.name == self.last_name() {
            return;
        }
        if let Err(error) = self.to_file(|file| file.last_name.clone_from(&at_work.name)) {
            tracing::warn!(%error, "the name of who signed in was not kept");
        }
    }

    fn on_file(&self) -> OnFile {
        let text = std::fs::read_to_string(&self.around.preferences).unwrap_or_default();
        let read: Value = serde_json::from_str(&text).unwrap_or_default();
        let window = read.get("window").cloned();
        let last_name = read.get("last_name").and_then(Value::as_str);
        OnFile {
            last_name: last_name.unwrap_or_default().to_owned(),
            window: window.and_then(|window| serde_json::from_value(window).ok()),
            preferences: kept(read),
        }
    }

    /// Changes one part of the file of preferences and leaves the other as it is.
    fn to_file(&self, change: impl FnOnce(&mut OnFile)) -> std::io::Result<()> {
        // The window's place and its preferences may come at the same moment.
        let _alone = self.preferring.lock();
        let path = &self.around.preferences;
        let folder = path.parent().unwrap_or(path);
        let mut file = self.on_file();
        change(&mut file);
        let text = serde_json::to_vec_pretty(&file)?;
        std::fs::create_dir_all(folder)?;
        lamina_vault::write_whole(path, &text, lamina_vault::Existing::Replace)
    }
}

/// Where a window is and how large, in pixels of the screen; of a maximised one, what it goes back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WindowPlace {
    /// From the left end of all screens.
    pub x: i32,
    /// From the upper end of all screens.
    pub y: i32,
    /// Width of what is inside the frame.
    pub width: u32,
    /// Height of what is inside the frame.
    pub height: u32,
    /// Whether it fills its screen.
    pub maximized: bool,
}

/// The file of preferences: outside the vault, and nothing in it is about patients.
#[derive(Debug, Default, Serialize)]
struct OnFile {
    #[serde(flatten)]
    preferences: Preferences,
    #[serde(skip_serializing_if = "Option::is_none")]
    window: Option<WindowPlace>,
    /// The name under which somebody signed in here last.
    #[serde(skip_serializing_if = "String::is_empty")]
    last_name: String,
}

impl Vault {
    /// What the clinic set; the defaults where nothing readable was kept.
    ///
    /// # Errors
    /// A damaged file.
    pub(crate) async fn settings(&self) -> Result<Settings, ClinicError> {
        let value = self.store().setting(NAME).await?;
        Ok(value.map(kept).unwrap_or_default())
    }
}

/// What was kept, as far as this version knows it: a newer one may have set more, which is no reason to forget the rest.
/// Only what is asked to be saved has to be known as a whole.
pub(super) fn kept<T: Default + Serialize + DeserializeOwned>(value: Value) -> T {
    let known = serde_json::to_value(T::default()).unwrap_or_default();
    let Value::Object(mut fields) = value else {
        return T::default();
    };
    fields.retain(|name, _| known.get(name).is_some());
    serde_json::from_value(Value::Object(fields)).unwrap_or_default()
}

/// The row of the log for a change of the setting `id`.
pub(super) fn note(act: Act, id: &str, reason: Option<String>) -> Audit {
    Audit {
        object: Some(ObjectRef {
            kind: ObjectKind::Setting,
            id: id.to_owned(),
        }),
        reason,
        ..Audit::done(act)
    }
}

fn issues(settings: &Settings) -> Vec<Issue> {
    let mut issues = Vec::new();
    let lines = settings.clinic_lines.iter().enumerate();
    let texts = [
        ("clinic_name".to_owned(), &settings.clinic_name),
        ("author_name".to_owned(), &settings.author_name),
        ("author_role".to_owned(), &settings.author_role),
        ("author_registration".to_owned(), &settings.author_registration),
        ("author_contact".to_owned(), &settings.author_contact),
        ("patients_call".to_owned(), &settings.patients_call),
        ("emergency_call".to_owned(), &settings.emergency_call),
    ]
    .into_iter()
    .chain(lines.map(|(at, line)| (format!("clinic_lines.{at}"), line)));
    for (path, text) in texts {
        match Text::within(text, LINE) {
            Ok(_) | Err(Problem::Required) => {}
            Err(problem) => issues.push(Issue::at(path, problem)),
        }
    }
    if !(1..=30).contains(&settings.idle_minutes) {
        issues.push(Issue::at("idle_minutes", Problem::OutOfRange { min: 1, max: 30 }));
    }
    issues
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_a_newer_version_kept_besides_is_no_reason_to_forget_the_rest() {
        let value = json!({ "clinic_name": "Sample clinic", "set_by_a_newer_one": 7 });
        assert!(serde_json::from_value::<Settings>(value.clone()).is_err());
        assert_eq!(kept::<Settings>(value).clinic_name, "Sample clinic");
        assert_eq!(kept::<Preferences>(json!("nonsense")), Preferences::default());
    }
}
