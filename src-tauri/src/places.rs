//! Where things are on this machine: the vault, letters, preferences; and the system's viewer.

use crate::{choosing, window};
use lamina_clinic::{desk::Surroundings, door::person};
use std::{
    io,
    path::{Path, PathBuf},
    process::{Child, Stdio},
    sync::Arc,
    thread,
    time::{Duration, Instant},
};
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
        cost: None,
        view: Arc::new(view),
        choose: choosing::chooser(app.clone()),
        renew: window::renewer(app.clone()),
    })
}

/// How long a program that hands a file to a viewer may take to say that there is none.
const REFUSAL: Duration = Duration::from_secs(2);

/// Hands a file to the system's viewer. What is started refuses by ending with an error; what goes on is taken to show it.
fn view(path: &Path) -> io::Result<()> {
    let mut refused = io::Error::from(io::ErrorKind::NotFound);
    for mut call in open::commands(path) {
        let quiet = call
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        match quiet.spawn().and_then(goes_on) {
            Ok(()) => return Ok(()),
            Err(error) => refused = error,
        }
    }
    Err(refused)
}

fn goes_on(mut program: Child) -> io::Result<()> {
    let begun = Instant::now();
    while begun.elapsed() < REFUSAL {
        match program.try_wait()? {
            Some(ended) if ended.success() => return Ok(()),
            Some(ended) => return Err(io::Error::other(ended.to_string())),
            None => thread::sleep(Duration::from_millis(20)),
        }
    }
    // Its end is waited for, so that it does not stay behind as a process without a parent that asks.
    thread::spawn(move || program.wait());
    Ok(())
}
