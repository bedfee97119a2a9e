//! An empty window: what Lamina's start and memory are measured against.

fn main() {
    let driven = std::env::var("TAURI_WEBVIEW_AUTOMATION").is_ok_and(|set| set == "true");
    let app = tauri::Builder::default()
        .setup(move |app| {
            let blank = tauri::WebviewUrl::External("about:blank".parse()?);
            tauri::WebviewWindowBuilder::new(app, "main", blank)
                .inner_size(1280.0, 800.0)
                .incognito(!driven)
                .build()?;
            Ok(())
        })
        .build(tauri::generate_context!());
    match app {
        Ok(app) => app.run(|_, _| {}),
        Err(error) => std::process::exit(i32::from(!error.to_string().is_empty())),
    }
}
