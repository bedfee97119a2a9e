//! The idle clock: asks the desk every second whether it is time to lock, tells the window when it was, has what changed
//! backed up, and keeps where the window is.

use crate::{place::Watched, window::MAIN};
use lamina_clinic::desk::Desk;
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use tauri::{AppHandle, Emitter, Manager};

/// The event by which the window learns that it was locked.
pub const LOCKED: &str = "locked";

/// Watches for as long as the app runs.
pub fn watch(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        let desk = app.state::<Arc<Desk>>().inner().clone();
        let mut ticks = tokio::time::interval(Duration::from_secs(1));
        loop {
            ticks.tick().await;
            if let Some(window) = app.get_webview_window(MAIN) {
                app.state::<Arc<Watched>>().keep(&window);
            }
            let backing_up = Arc::clone(&desk);
            // Beside the clock: locking does not wait until a backup is made.
            tauri::async_runtime::spawn(async move { backing_up.back_up_if_due().await });
            if desk.lock_if_idle(Instant::now()).await
                && let Err(error) = app.emit(LOCKED, ())
            {
                tracing::warn!(%error, "the window could not be told that it is locked");
            }
        }
    });
}
