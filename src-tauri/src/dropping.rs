//! Files that are dropped onto the window. Their paths come from the system and go to the desk; the page hears that something was
//! dropped, and neither says nor sees a path.

use lamina_clinic::desk::Desk;
use std::{path::PathBuf, sync::Arc};
use tauri::{DragDropEvent, Emitter, Manager, Runtime, Window, WindowEvent};

/// The event by which the page learns that something was dropped.
pub const DROPPED: &str = "dropped";

/// Hands what was dropped to the desk and tells the page; while the vault is locked nothing is taken and nothing told.
pub fn heard<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    let Some(paths) = dropped(event) else {
        return;
    };
    let window = window.clone();
    tauri::async_runtime::spawn(async move {
        let desk = window.state::<Arc<Desk>>().inner().clone();
        if desk.drop_files(paths).await
            && let Err(error) = window.emit(DROPPED, ())
        {
            tracing::warn!(%error, "the window could not be told that files were dropped");
        }
    });
}

/// What an event says was dropped; nothing for what is only held over the window, and for all other events.
fn dropped(event: &WindowEvent) -> Option<Vec<PathBuf>> {
    match event {
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => Some(paths.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tauri::PhysicalPosition;

    #[test]
    fn only_what_is_let_go_over_the_window_was_dropped() {
        let (paths, position) = (vec![PathBuf::from("/tmp/a.pdf")], PhysicalPosition::new(1.0, 1.0));
        let drop = DragDropEvent::Drop {
            paths: paths.clone(),
            position,
        };
        assert_eq!(dropped(&WindowEvent::DragDrop(drop)), Some(paths.clone()));
        let enter = DragDropEvent::Enter { paths, position };
        for other in [
            WindowEvent::DragDrop(enter),
            WindowEvent::DragDrop(DragDropEvent::Leave),
            WindowEvent::Focused(true),
        ] {
            assert_eq!(dropped(&other), None, "{other:?}");
        }
    }
}
