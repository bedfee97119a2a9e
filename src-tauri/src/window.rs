//! The one window: never leaves its own pages, opens no other, keeps nothing on disk but where it is and how large.

use crate::place::{self, Found, LEAST, Watched};
use lamina_clinic::desk::Desk;
use std::sync::Arc;
use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindowBuilder};

/// The label that the capability names.
pub const MAIN: &str = "main";

/// Opens the window.
///
/// # Errors
/// A system without a web view.
pub fn open(app: &AppHandle) -> tauri::Result<()> {
    let builder = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("Lamina")
        .min_inner_size(LEAST.0, LEAST.1);
    let builder = match place::found(app, &app.state::<Arc<Desk>>()) {
        None => builder.inner_size(1280.0, 800.0).center(),
        Some(Found { place, scale }) => builder
            .inner_size(f64::from(place.width) / scale, f64::from(place.height) / scale)
            .position(f64::from(place.x) / scale, f64::from(place.y) / scale)
            .maximized(place.maximized),
    };
    let window = builder
        // Nothing typed or shown is written to the web view's own stores.
        .incognito(!is_driven())
        .on_navigation(|url| url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost"))
        .build()?;
    app.state::<Arc<Watched>>().follow(&window);
    Ok(())
}

/// Whether a test drives this window. WebKitGTK lets no program drive a private view, so the window gives up being
/// private then; a release build never does.
fn is_driven() -> bool {
    cfg!(debug_assertions) && std::env::var("TAURI_WEBVIEW_AUTOMATION").is_ok_and(|set| set == "true")
}
