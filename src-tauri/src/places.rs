//! Where things are on this machine: the vault, letters, preferences; and the system's viewer.

use lamina_clinic::{desk::Surroundings, vault::KdfCost};
use std::{path::PathBuf, sync::Arc};
use tauri::{AppHandle, Manager};

/// The surroundings of the desk. A vault named as the program's only argument is opened instead of the usual one.
///
/// # Errors
/// A system that does not say where a program may keep its data.
pub fn surroundings(app: &AppHandle) -> tauri::Result<Surroundings> {
    let paths = app.path();
    let named = std::env::args_os().nth(1).map(PathBuf::from);
    let vault = match named {
        Some(path) => std::path::absolute(&path).unwrap_or(path),
        None => paths.app_local_data_dir()?.join("clinic.vault"),
    };
    let documents = paths.document_dir().or_else(|_| paths.app_local_data_dir())?;
    Ok(Surroundings {
        vault,
        letters: documents.join("Lamina letters"),
        preferences: paths.app_config_dir()?.join("preferences.json"),
        person: person(),
        cost: KdfCost::STANDARD,
        view: Arc::new(|path| open::that_detached(path)),
    })
}

/// The name under which the system knows the person at work.
fn person() -> String {
    ["USER", "USERNAME", "LOGNAME"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|name| !name.trim().is_empty())
        .unwrap_or_else(|| "clinician".to_owned())
}
