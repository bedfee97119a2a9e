//! What the clinic sets once, and what this window prefers.

use super::{Desk, entries::begin, errors::IntoApi};
use crate::vault::ClinicError;
use lamina_api::{
    ApiError, Changed, Nothing,
    settings::{Preferences, Settings},
};
use lamina_domain::{Issue, Problem, Text};
use lamina_store::{Audit, ObjectRef};
use serde::{Deserialize, Serialize};
use std::io::Write;

pub(super) const NAME: &str = "clinic";
/// Longest line of a letterhead, in characters.
const LINE: usize = 200;

impl Desk {
    /// What the clinic set.
    ///
    /// # Errors
    /// `locked`, or a damaged file.
    pub async fn get_settings(&self, _: Nothing) -> Result<Settings, ApiError> {
        let session = self.session().await?;
        let store = session.vault()?.store();
        let value = store.setting(NAME).await.map_err(IntoApi::into_api)?;
        Ok(value
            .and_then(|value| serde_json::from_value(value).ok())
            .unwrap_or_default())
    }

    /// Keeps what the clinic set.
    ///
    /// # Errors
    /// `invalid` by field.
    pub async fn save_settings(&self, request: Settings) -> Result<Changed<Settings>, ApiError> {
        let session = self.session().await?;
        let issues = issues(&request);
        if !issues.is_empty() {
            return Err(ApiError::Invalid { issues });
        }
        let value = serde_json::to_value(&request).map_err(ClinicError::from)?;
        let mut unit = begin(session.vault()?).await?;
        unit.set_setting(NAME, &value).await.map_err(IntoApi::into_api)?;
        let note = Audit {
            object: Some(ObjectRef {
                kind: "setting".to_owned(),
                id: NAME.to_owned(),
            }),
            ..Audit::done("settings")
        };
        unit.commit(note).await.map_err(IntoApi::into_api)?;
        self.set_idle(request.idle_minutes);
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
    pub async fn save_preferences(&self, request: Preferences) -> Result<Nothing, ApiError> {
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

    fn on_file(&self) -> OnFile {
        let text = std::fs::read_to_string(&self.around.preferences).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
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
        let fresh = path.with_extension("new");
        let mut file = std::fs::File::create(&fresh)?;
        file.write_all(&text)?;
        file.sync_all()?;
        std::fs::rename(&fresh, path)
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
#[derive(Debug, Default, Serialize, Deserialize)]
struct OnFile {
    #[serde(flatten)]
    preferences: Preferences,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    window: Option<WindowPlace>,
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
