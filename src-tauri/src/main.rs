//! The app: one window over the desk. Owns the window, its closing, the idle clock and nothing else.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod choosing;
mod commands;
mod dropping;
mod hardening;
mod idle;
mod place;
mod places;
mod window;

use lamina_clinic::desk::Desk;
use std::{process::ExitCode, sync::Arc};
use tauri::{Manager, RunEvent};

/// Names, passphrases and keys do not stay in memory that was let go.
#[global_allocator]
static MEMORY: lamina_clinic::Wiping = lamina_clinic::Wiping::new();

fn main() -> ExitCode {
    // It starts itself to read a file that somebody else made; then there is no window.
    if lamina_clinic::files::answered_apart() {
        return ExitCode::SUCCESS;
    }
    hardening::before_anything();
    let built = tauri::Builder::default()
        .invoke_handler(commands::handler())
        .on_window_event(dropping::heard)
        .setup(|app| {
            let around = places::surroundings(app.handle())?;
            app.manage(Arc::new(Desk::new(around)));
            app.manage(Arc::new(place::Watched::default()));
            window::open(app.handle())?;
            idle::watch(app.handle().clone());
            Ok(())
        })
        .build(tauri::generate_context!());
    let app = match built {
        Ok(app) => app,
        Err(error) => {
            tracing::error!(%error, "the window could not be opened");
            return ExitCode::FAILURE;
        }
    };
    let mut closed = false;
    app.run(move |app, event| {
        // The vault is closed before the process ends: its file is then whole without a log beside it, and the
        // cipher's own clean-up does not race the end of the process.
        if let RunEvent::ExitRequested { api, code, .. } = event
            && !closed
        {
            closed = true;
            api.prevent_exit();
            let app = app.clone();
            let code = code.unwrap_or(0);
            tauri::async_runtime::spawn(async move {
                let desk = app.state::<Arc<Desk>>().inner().clone();
                if let Err(error) = desk.close().await {
                    tracing::warn!(%error, "the vault was closed with an error");
                }
                app.exit(code);
            });
        }
    });
    ExitCode::SUCCESS
}
