//! Declares every command of the table to Tauri, so that a window may call only what its capability grants.
#![allow(clippy::expect_used, reason = "a build that can't go on has to stop")]

fn main() {
    let names: Vec<&'static str> = lamina_api::COMMANDS.iter().map(|command| command.name).collect();
    // Tauri keeps the list for as long as the build runs.
    let names: &'static [&'static str] = names.leak();
    let manifest = tauri_build::AppManifest::new().commands(names);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)).expect("tauri can build");
}
