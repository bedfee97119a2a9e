//! The house rules of the README's code map, read from the tree itself, so that they can't decay unseen.
//!
//! Every failure names the file and line and says why the rule is there. The rules look at hand-written files
//! only; a folder that is not there yet breaks none of them.

mod arrows;
mod docs;
mod locked;
mod modules;
mod names;
mod nouns;
mod prose;
mod rust;
mod supply;
mod tree;
mod used;

use std::collections::BTreeSet;

use rust::{Rust, lines_with, without_tests};
use tree::{File, files, root};

/// This test speaks of what it forbids.
const ITSELF: &str = "tests/tests/layers";

/// Lines over which a hand-written module has to be split.
const TOO_LONG: usize = 600;

fn sources() -> Vec<(File, Rust)> {
    let rust = files(&["rs"]).into_iter().filter(|file| !file.is_in(ITSELF));
    rust.map(|file| (rust::read(&file.text), file))
        .map(|(rust, file)| (file, rust))
        .collect()
}

/// The sources without tests: what the product itself does.
fn product() -> Vec<(File, String)> {
    let mut for_tests = BTreeSet::new();
    let mut found = Vec::new();
    for (file, rust) in sources() {
        let (code, names) = without_tests(&rust.code);
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let own = file.path.trim_end_matches(".rs");
        for name in names {
            for place in [folder, own] {
                for_tests.insert(format!("{place}/{name}.rs"));
                for_tests.insert(format!("{place}/{name}/mod.rs"));
            }
        }
        found.push((file, code));
    }
    found.retain(|(file, _)| {
        !for_tests.contains(&file.path)
            && !file
                .path
                .split('/')
                .any(|part| matches!(part, "tests" | "benches"))
    });
    found
}

/// Fails with every place at once, and the reason.
fn none(broken: Vec<String>, why: &str) {
    assert!(broken.is_empty(), "{why}\n  {}", broken.join("\n  "));
}

fn named_outside(words: &[&str], home: impl Fn(&File) -> bool) -> Vec<String> {
    let mut broken = Vec::new();
    for (file, rust) in sources().iter().filter(|(file, _)| !home(file)) {
        for word in words {
            broken.extend(
                lines_with(&rust.code, word)
                    .iter()
                    .map(|line| format!("{}:{line}: {word}", file.path)),
            );
        }
    }
    broken
}

#[test]
fn only_the_window_names_tauri() {
    none(
        named_outside(&["tauri", "tauri_build"], |file| file.is_in("src-tauri")),
        "Only src-tauri names tauri: everything below works the same without a window.",
    );
}

#[test]
fn only_charts_name_plotters() {
    none(
        named_outside(&["plotters"], |file| file.is_in("crates/charts")),
        "Only charts name plotters: one drawing code for the screen and for print.",
    );
}

#[test]
fn only_letters_and_the_print_surface_name_printpdf() {
    let home = |file: &File| file.is_in("crates/letters") || file.path.starts_with("crates/charts/src/print");
    none(
        named_outside(&["printpdf"], home),
        "Only letters and the charts' print surface name printpdf: what is drawn must not know what it is drawn on.",
    );
}

#[test]
fn only_the_store_contains_sql() {
    let mut broken = Vec::new();
    for (file, rust) in sources().iter().filter(|(file, _)| !file.is_in("crates/store")) {
        let sql = rust.strings.iter().filter(|(_, text)| is_sql(text));
        broken.extend(sql.map(|(line, text)| format!("{}:{line}: {text:.60}", file.path)));
    }
    broken.extend(named_outside(&["sqlx", "libsqlite3_sys", "rusqlite"], |file| {
        file.is_in("crates/store")
    }));
    none(
        broken,
        "Only the store contains SQL: a write from anywhere else would leave no version and no audit row.",
    );
}

fn is_sql(text: &str) -> bool {
    let words: Vec<&str> = text
        .split(|letter: char| !(letter.is_alphanumeric() || letter == '_'))
        .collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let has = |word: &str| words.contains(&word);
    let pair = |first: &str, second: &str| {
        words
            .windows(2)
            .any(|two| two[0].eq_ignore_ascii_case(first) && two[1].eq_ignore_ascii_case(second))
    };
    has("PRAGMA")
        || has("SELECT") && (has("FROM") || words.len() == 2)
        || has("UPDATE") && has("SET")
        || has("DELETE") && has("FROM")
        || pair("insert", "into")
        || ["create", "alter", "drop"]
            .iter()
            .any(|verb| pair(verb, "table") || pair(verb, "trigger"))
}

#[test]
fn sql_is_told_from_prose() {
    for sql in [
        "SELECT 1",
        "SELECT a FROM b",
        "insert into t values ($1)",
        "PRAGMA key",
        "Create Table x (a)",
    ] {
        assert!(is_sql(sql), "{sql}");
    }
    for prose in [
        "Select a level from the list",
        "The table was updated",
        "Set the date",
        "Delete the draft from here",
    ] {
        assert!(!is_sql(prose), "{prose}");
    }
}

#[test]
fn only_the_clinic_reads_the_clock_and_makes_ids() {
    let mut broken = Vec::new();
    for (file, code) in product().iter().filter(|(file, _)| !file.is_in("crates/clinic")) {
        for word in ["Utc::now", "Local::now", "SystemTime::now", "now_v7", "new_v4"] {
            broken.extend(
                lines_with(code, word)
                    .iter()
                    .map(|line| format!("{}:{line}: {word}", file.path)),
            );
        }
    }
    none(
        broken,
        "Only the clinic's clock and id source are read: elsewhere time and ids are arguments, or the same record would not give the same bytes.",
    );
}

#[test]
fn the_domain_reads_no_clock_chance_or_file() {
    let mut broken = Vec::new();
    for (file, code) in product().iter().filter(|(file, _)| file.is_in("crates/domain")) {
        for word in [
            "std::fs",
            "std::env",
            "std::net",
            "std::process",
            "std::thread",
            "std::time",
            "std::io",
        ] {
            broken.extend(
                lines_with(code, word)
                    .iter()
                    .map(|line| format!("{}:{line}: {word}", file.path)),
            );
        }
    }
    none(
        broken,
        "The domain reads no clock, no chance and no file: its rules give the same answer on every machine.",
    );
}

#[test]
fn only_one_file_of_the_interface_talks_to_tauri() {
    let home = [
        "ui/src/ipc/transport.tauri.ts",
        "ui/src/ipc/transport.tauri.test.ts",
    ];
    let mut broken = Vec::new();
    for file in files(&["ts", "js", "svelte"]) {
        if file.is_in("ui/src") && !home.contains(&file.path.as_str()) {
            let imports = file.text.lines().enumerate().filter(|(_, line)| {
                ["\"@tauri-apps", "'@tauri-apps", "`@tauri-apps"]
                    .iter()
                    .any(|start| line.contains(start))
            });
            broken.extend(imports.map(|(index, _)| format!("{}:{}", file.path, index + 1)));
        }
    }
    none(
        broken,
        "Only ui/src/ipc/transport.tauri.ts imports @tauri-apps: every view can be tested without a window.",
    );
}

#[test]
fn the_window_may_load_nothing_from_elsewhere() {
    // Tauri's own channel goes by this name on Windows alone; it never leaves the machine.
    for (name, channel) in [
        ("tauri.conf.json", "ipc://localhost"),
        ("tauri.windows.conf.json", "http://ipc.localhost"),
    ] {
        let text =
            std::fs::read_to_string(root().join("src-tauri").join(name)).expect("the window's settings");
        let settings: serde_json::Value = serde_json::from_str(&text).expect("settings are JSON");
        let policy = settings["app"]["security"]["csp"].to_string();
        let named = format!("connect-src {channel};");
        assert!(
            policy.contains(&named),
            "{name} connects to {channel} and nowhere else: {policy}"
        );
        strict(&policy.replace(&named, ""));
    }
}

fn strict(policy: &str) {
    let strict = policy.contains("'none'") && policy.contains("default-src");
    assert!(
        strict,
        "the window's policy has to start from default-src 'none': {policy}"
    );
    for open in [
        "http:",
        "https:",
        "ws:",
        "wss:",
        "unsafe-eval",
        "unsafe-inline",
        " *",
    ] {
        assert!(
            !policy.contains(open),
            "the window's policy must not allow {open:?}: nothing leaves the machine"
        );
    }
}

#[test]
fn modules_are_short_enough_to_read() {
    let kinds = ["rs", "ts", "js", "svelte", "css", "sql"];
    let long = files(&kinds)
        .into_iter()
        .map(|file| (file.text.lines().count(), file));
    let long = long.filter(|(lines, _)| *lines > TOO_LONG);
    none(
        long.map(|(lines, file)| format!("{}: {lines} lines", file.path))
            .collect(),
        "A module over 600 lines does more than one thing; split it.",
    );
}

#[test]
fn no_work_is_left_marked_as_unfinished() {
    let kinds = [
        "rs", "ts", "js", "svelte", "css", "sql", "ftl", "toml", "html", "sh", "yml", "md",
    ];
    let mut broken = Vec::new();
    for file in files(&kinds) {
        for word in [concat!("TO", "DO"), concat!("FIX", "ME")] {
            broken.extend(
                lines_with(&file.text, word)
                    .iter()
                    .map(|line| format!("{}:{line}: {word}", file.path)),
            );
        }
    }
    none(
        broken,
        "Unfinished work belongs among the issues; the tree holds what works.",
    );
}

#[test]
fn names_say_what_a_thing_is() {
    let mut broken = Vec::new();
    for (file, rust) in sources() {
        for (index, line) in rust.code.lines().enumerate() {
            let mut words = line
                .split_whitespace()
                .skip_while(|word| !matches!(*word, "struct" | "enum" | "trait"));
            let name = words
                .nth(1)
                .unwrap_or_default()
                .split(|c: char| !c.is_alphanumeric())
                .next()
                .unwrap_or_default();
            if ["Manager", "Helper", "Util", "Utils", "Service"]
                .iter()
                .any(|end| name.ends_with(end))
            {
                broken.push(format!("{}:{}: {name}", file.path, index + 1));
            }
        }
    }
    none(
        broken,
        "Manager, Helper, Util and Service say nothing about what a thing is; name it by what it holds or does.",
    );
}

#[test]
fn every_module_says_what_it_owns() {
    // An attribute of the whole crate may come first.
    let silent = sources()
        .into_iter()
        .filter(|(file, _)| !file.text.lines().take(5).any(|line| line.starts_with("//!")));
    none(
        silent.map(|(file, _)| file.path).collect(),
        "A module begins with //! and says what it owns and what must hold.",
    );
}

#[test]
fn documentation_holds_no_example_that_nothing_runs() {
    let mut broken = Vec::new();
    for file in files(&["rs"]).iter().filter(|file| !file.is_in(ITSELF)) {
        let mut inside = false;
        for (index, line) in file.text.lines().enumerate() {
            let line = line.trim_start();
            let Some(doc) = line.strip_prefix("///").or_else(|| line.strip_prefix("//!")) else {
                inside = false;
                continue;
            };
            if let Some(language) = doc.trim().strip_prefix("```") {
                if !inside && matches!(language, "" | "rust" | "no_run" | "ignore" | "should_panic") {
                    broken.push(format!("{}:{}", file.path, index + 1));
                }
                inside = !inside;
            }
        }
    }
    none(
        broken,
        "Nextest runs no documentation examples, so one would go stale unseen; make it a test, or mark the block as text.",
    );
}
