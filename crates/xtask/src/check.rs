//! `cargo xtask check`: the proofs that need no window, for use while working.
//!
//! The limits that fail (600 lines, marks of unfinished work, arrows) live in the layers test alone; this file only adds the list
//! of modules that have grown long enough to look at.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::install;
use crate::steps::{Steps, cargo, root};
use crate::ui;

/// Lines from which a hand-written module is worth a look.
const LONG: usize = 400;

/// Runs the fast checks and stops at the first that fails.
pub fn check() -> Outcome {
    install::for_checks()?;
    let mut steps = Steps::start();
    steps.step("Format", cargo(["fmt", "--all", "--check"]))?;
    // The app's macro embeds the built interface, so clippy can't read the app without it.
    if ui::exists() {
        ui::install(&mut steps)?;
        ui::is_formatted(&mut steps)?;
        if !ui::is_built() {
            ui::build(&mut steps)?;
        }
    }
    steps.step("Clippy", clippy())?;
    for (path, lines) in long_modules(&root()) {
        println!("worth a look: {} has {lines} lines", path.display());
    }
    steps.last(
        "Layers",
        cargo([
            "nextest",
            "run",
            "--locked",
            "-p",
            "lamina-tests",
            "--test",
            "layers",
        ]),
    )
}

pub fn clippy() -> std::process::Command {
    cargo([
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--",
        "-D",
        "warnings",
    ])
}

/// Hand-written modules over [`LONG`] lines, longest first, with paths relative to `root`.
fn long_modules(root: &Path) -> Vec<(PathBuf, usize)> {
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = ["crates", "src-tauri", "tests", "ui/src"]
        .map(|dir| root.join(dir))
        .into();
    while let Some(dir) = open.pop() {
        for entry in fs::read_dir(&dir).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() {
                if !matches!(name.as_str(), "target" | "node_modules" | "gen" | "dist") {
                    open.push(path);
                }
            } else if is_module(&path) && !matches!(name.as_str(), "generated.ts" | "words.types.ts") {
                let lines = fs::read_to_string(&path).map_or(0, |text| text.lines().count());
                if lines > LONG {
                    found.push((path.strip_prefix(root).unwrap_or(&path).to_owned(), lines));
                }
            }
        }
    }
    found.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    found
}

fn is_module(path: &Path) -> bool {
    path.extension()
        .is_some_and(|kind| ["rs", "ts", "svelte", "css"].iter().any(|known| kind == *known))
}
