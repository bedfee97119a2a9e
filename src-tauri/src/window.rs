//! The one window: never leaves its own pages, opens no other, keeps nothing on disk.

use tauri::{AppHandle, WebviewUrl, WebviewWindowBuilder};

/// The label that the capability names.
pub const MAIN: &str = "main";

/// Opens the window.
///
/// # Errors
/// A system without a web view.
pub fn open(app: &AppHandle) -> tauri::Result<()> {
    WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("Lamina")
        .inner_size(1280.0, 800.0)
        .min_inner_size(640.0, 400.0)
        .center()
        // Nothing typed or shown is written to the web view's own stores.
        .incognito(!is_driven())
        .on_navigation(|url| url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost"))
        .build()?;
    Ok(())
}

/// Whether a test drives this window. WebKitGTK lets no program drive a private view, so the window gives up being
/// private then; a release build never does.
fn is_driven() -> bool {
    cfg!(debug_assertions) && std::env::var("TAURI_WEBVIEW_AUTOMATION").is_ok_and(|set| set == "true")
}
