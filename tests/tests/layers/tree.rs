//! The hand-written files of the workspace, found once by walking it, with paths relative to its root; what cargo tells of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// One hand-written text file.
pub struct File {
    /// From the workspace's root, with `/` on every system.
    pub path: String,
    /// The whole text.
    pub text: String,
}

impl File {
    /// Whether the file lies in this folder, or is this file.
    pub fn is_in(&self, place: &str) -> bool {
        self.path == place
            || self
                .path
                .strip_prefix(place)
                .is_some_and(|rest| rest.starts_with('/'))
    }
}

/// The folder that holds the workspace's `Cargo.toml`.
pub fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests
        .parent()
        .expect("the tests lie one folder below the root")
        .to_owned()
}

/// What cargo tells about the workspace, asked with these words; without a network where all that it looks at was fetched.
pub fn metadata(words: &[&str]) -> Vec<u8> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let ask = |how: &[&str]| {
        Command::new(&cargo)
            .args(["metadata", "--locked", "--format-version", "1"])
            .args(words)
            .args(how)
            .current_dir(root())
            .output()
            .expect("cargo runs")
    };
    let mut output = ask(&["--offline"]);
    if !output.status.success() {
        output = ask(&[]);
    }
    assert!(
        output.status.success(),
        "{}\nWhere a package is missing, `cargo fetch --locked` brings it.",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

/// Every hand-written file of these kinds.
pub fn files(kinds: &[&str]) -> Vec<File> {
    let root = root();
    let mut found = Vec::new();
    let mut open = vec![root.clone()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder)
            .expect("a folder of the workspace can be listed")
            .flatten()
        {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            // A link would lead out of the tree or around in it.
            if path.is_symlink() {
                continue;
            }
            if path.is_dir() {
                if !matches!(
                    name.as_str(),
                    ".git" | "target" | "node_modules" | "dist" | "gen" | "look" | "tour"
                ) {
                    open.push(path);
                }
                continue;
            }
            if kinds
                .iter()
                .any(|kind| path.extension().is_some_and(|end| end == *kind))
                && !is_generated(&name)
            {
                let Ok(text) = fs::read_to_string(&path) else {
                    continue;
                };
                let relative = path.strip_prefix(&root).expect("found below the root");
                found.push(File {
                    path: relative.to_string_lossy().replace('\\', "/"),
                    text,
                });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn is_generated(name: &str) -> bool {
    matches!(
        name,
        "generated.ts" | "words.types.ts" | "package-lock.json" | "Cargo.lock"
    )
}
