//! The one window: never leaves its own pages, opens no other, keeps nothing on disk but where it is and how large.

use crate::place::{self, Found, LEAST, Watched};
use lamina_clinic::desk::{Desk, Renewer};
use std::sync::Arc;
use tauri::{AppHandle, Manager, Url, WebviewUrl, WebviewWindowBuilder};

/// The label that the capability names.
pub const MAIN: &str = "main";

/// Where what the page may not ask for is led: to a port of this machine where nobody listens.
#[cfg(target_os = "linux")]
const NOBODY: &str = "http://127.0.0.1:1";

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
        .on_navigation(is_own);
    // The page loads its own files, which come from no network: whatever else it may ask for leads to a port where nobody
    // listens, and no name of it is looked up.
    #[cfg(target_os = "linux")]
    let window = match NOBODY.parse() {
        Ok(nobody) => window.proxy_url(nobody),
        Err(_) => {
            return Err(tauri::Error::InvalidWebviewUrl(
                "the address where nobody listens",
            ));
        }
    };
    let window = window.build()?;
    app.state::<Arc<Watched>>().follow(&window);
    Ok(())
}

/// What begins the page anew in a process of its own.
pub fn renewer(app: AppHandle) -> Renewer {
    Arc::new(move || renew(&app))
}

#[cfg(target_os = "linux")]
fn renew(app: &AppHandle) {
    use webkit2gtk::WebViewExt;
    let Some(window) = app.get_webview_window(MAIN) else {
        return;
    };
    let renewed = window.with_webview(|view| {
        let view = view.inner();
        // The driver of a test ends its session with the process of the page.
        if let Some(address) = view.uri().filter(|_| !is_driven()) {
            view.terminate_web_process();
            view.load_uri(&address);
        }
    });
    if let Err(error) = renewed {
        tracing::warn!(%error, "the page could not begin anew");
    }
}

/// Leaves the page as it is: nothing has been tried here.
#[cfg(not(target_os = "linux"))]
fn renew(_app: &AppHandle) {}

/// Whether an address is one of the window's own pages: exactly where Tauri serves them on this system, on no other port.
fn is_own(url: &Url) -> bool {
    let served = match cfg!(windows) {
        true => ("http", "tauri.localhost"),
        false => ("tauri", "localhost"),
    };
    (url.scheme(), url.host_str().unwrap_or_default()) == served && url.port().is_none()
}

/// Whether a test drives this window. WebKitGTK lets no program drive a private view, so the window gives up being
/// private then; a release build never does.
fn is_driven() -> bool {
    cfg!(debug_assertions) && std::env::var("TAURI_WEBVIEW_AUTOMATION").is_ok_and(|set| set == "true")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_windows_own_pages_are_its_own() {
        let own = |url: &str| is_own(&url.parse().unwrap());
        let home = match cfg!(windows) {
            true => "http://tauri.localhost/#/patients",
            false => "tauri://localhost/#/patients",
        };
        assert!(own(home));
        for other in [
            "http://tauri.localhost:8080/",
            "https://tauri.localhost/",
            "tauri://localhost:81/",
            "tauri://elsewhere/",
            "http://ipc.localhost/",
            "https://example.org/",
            "file:///etc/passwd",
            "data:text/html,hello",
            "about:blank",
        ] {
            assert!(!own(other), "{other}");
        }
    }
}
