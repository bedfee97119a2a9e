//! Nothing is built but from the lock files: no command of the project, and none that a document tells to type, may choose newer
//! packages by itself.

use crate::tree::{File, files, root};
use crate::{lines_with, none};

/// What cargo does only after it chose packages.
const CHOOSES: [&str; 14] = [
    "bench", "build", "check", "clippy", "deny", "doc", "fetch", "install", "metadata", "nextest", "run",
    "rustc", "test", "tree",
];

/// What npm does with packages that no lock file names, or with other versions of them.
const NPM_CHOOSES: [&str; 8] = [
    "add",
    "exec",
    "i",
    "init",
    "install",
    "install-test",
    "link",
    "update",
];

/// Why a command may take other packages than the lock files name, if it may.
fn fault(words: &[&str]) -> Option<&'static str> {
    let has = |word: &str| words.contains(&word);
    match words {
        ["cargo", "nextest", "--version", ..] => None,
        ["cargo", verb, ..] if CHOOSES.contains(verb) && !has("--locked") => Some("lacks --locked"),
        ["npm", verb, ..] if NPM_CHOOSES.contains(verb) => {
            Some("installs past the lock file; `npm ci` does not")
        }
        ["npm", "ci", ..] if !has("--ignore-scripts") => Some("lacks --ignore-scripts"),
        ["npx", ..] => Some("fetches what no lock file names"),
        _ => None,
    }
}

/// The commands of `name` that a text tells to type: from the program's name to the end of the line or of the code.
fn told<'t>(name: &str, text: &'t str) -> Vec<(usize, Vec<&'t str>)> {
    let mut found = Vec::new();
    for line in lines_with(text, name) {
        let Some(content) = text.lines().nth(line - 1) else {
            continue;
        };
        for (at, _) in content.match_indices(name) {
            let before = content.get(..at).and_then(|before| before.chars().next_back());
            if before.is_some_and(|sign| !matches!(sign, ' ' | '`' | '(' | '"')) {
                continue;
            }
            let rest = content.get(at..).unwrap_or_default();
            let end = rest.find(['`', '#', ';', '"', '|', '&']).unwrap_or(rest.len());
            let words = rest.get(..end).unwrap_or_default();
            found.push((line, words.split_whitespace().collect()));
        }
    }
    found
}

/// The lists of words that a program of ours hands to `cargo([…])` or `npm([…])`, with the name before them.
fn handed<'t>(name: &'t str, text: &'t str) -> Vec<(usize, Vec<&'t str>)> {
    let opens = format!("{name}([");
    let mut found = Vec::new();
    for (at, _) in text.match_indices(&opens) {
        let inside = text.get(at + opens.len()..).unwrap_or_default();
        let inside = inside.get(..inside.find(']').unwrap_or(0)).unwrap_or_default();
        let words = inside.split('"').skip(1).step_by(2);
        let line = 1 + text.get(..at).unwrap_or_default().matches('\n').count();
        found.push((line, std::iter::once(name).chain(words).collect()));
    }
    found
}

/// What tells commands: documents, the settings of continuous integration, and the one file that it runs.
fn documents() -> Vec<File> {
    let mut found = files(&["md", "yml", "sh"]);
    for path in [".ci/run", ".cargo/config.toml"] {
        let text =
            std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        found.push(File {
            path: path.to_owned(),
            text,
        });
    }
    found
}

fn faults(path: &str, commands: Vec<(usize, Vec<&str>)>) -> Vec<String> {
    let refused = commands.into_iter().filter_map(|(line, words)| {
        fault(&words).map(|why| format!("{path}:{line}: `{}` {why}", words.join(" ")))
    });
    refused.collect()
}

#[test]
fn every_command_of_the_project_keeps_to_the_lock_files() {
    let mut broken = Vec::new();
    let mut seen = 0;
    let sources = files(&["rs"]);
    for file in sources.iter().filter(|file| file.is_in("crates/xtask")) {
        for name in ["cargo", "npm"] {
            let commands = handed(name, &file.text);
            seen += commands.len();
            broken.extend(faults(&file.path, commands));
        }
    }
    assert!(seen > 10, "the commands are read: {seen}");
    none(broken, "Nothing is built but from the lock files.");
}

#[test]
fn every_command_that_a_document_tells_keeps_to_the_lock_files() {
    let mut broken = Vec::new();
    let mut seen = 0;
    for file in documents() {
        for name in ["cargo", "npm", "npx"] {
            let commands = told(name, &file.text);
            seen += commands.len();
            broken.extend(faults(&file.path, commands));
        }
    }
    assert!(seen > 5, "the commands are read: {seen}");
    none(broken, "Whoever types this builds from the lock files as well.");
}

/// `cargo xtask` is the door to all of them.
#[test]
fn the_projects_own_command_is_built_from_the_lock_file() {
    let text = std::fs::read_to_string(root().join(".cargo/config.toml")).expect("cargo's settings");
    let alias = text.lines().find_map(|line| line.strip_prefix("xtask = \""));
    let words: Vec<&str> = alias
        .expect("the command is told to cargo")
        .trim_end_matches('"')
        .split_whitespace()
        .collect();
    let command: Vec<&str> = std::iter::once("cargo").chain(words).collect();
    assert_eq!(fault(&command), None, "{command:?}");
}

#[test]
fn a_command_that_chooses_packages_by_itself_is_refused() {
    let words = |text: &'static str| -> Vec<&str> { text.split_whitespace().collect() };
    for good in [
        "cargo build --locked",
        "cargo nextest --version",
        "cargo xtask test",
        "cargo fmt --all",
        "npm ci --ignore-scripts",
        "npm run build",
    ] {
        assert_eq!(fault(&words(good)), None, "{good}");
    }
    for bad in [
        "cargo build",
        "cargo nextest run -p one",
        "cargo install cargo-deny",
        "npm install",
        "npm ci",
        "npx prettier",
    ] {
        assert!(fault(&words(bad)).is_some(), "{bad}");
    }
}

#[test]
fn commands_are_found_in_texts_and_in_programs() {
    let text = "First `cargo run` and then\n  - run: cargo build --locked # builds\nLAMINA=1 cargo test one\nxcargo run, a-cargo run";
    assert_eq!(
        told("cargo", text),
        [
            (1, vec!["cargo", "run"]),
            (2, vec!["cargo", "build", "--locked"]),
            (3, vec!["cargo", "test", "one"]),
        ]
    );
    let program = "f();\nsteps.step(\"x\", cargo([\n    \"build\",\n    \"--locked\",\n]))";
    assert_eq!(
        handed("cargo", program),
        [(2, vec!["cargo", "build", "--locked"])]
    );
}
