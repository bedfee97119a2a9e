//! Which crate may know which: the arrows between our own, and the libraries that only one of them may name.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

use crate::tree::metadata;

/// Every crate there is, and the crates of ours that it may depend on. A crate that is not here fails the test.
const ARROWS: &[(&str, &[&str])] = &[
    ("lamina-domain", &[]),
    ("lamina-charts", &[]),
    ("lamina-vault", &[]),
    ("lamina-api", &["lamina-domain"]),
    ("lamina-store", &["lamina-domain"]),
    ("lamina-letters", &["lamina-charts", "lamina-domain"]),
    (
        "lamina-clinic",
        &[
            "lamina-api",
            "lamina-charts",
            "lamina-domain",
            "lamina-letters",
            "lamina-store",
            "lamina-vault",
        ],
    ),
    ("lamina-app", &["lamina-api", "lamina-clinic"]),
    ("lamina-cli", &["lamina-clinic"]),
    ("lamina-tests", &["lamina-clinic", "lamina-domain"]),
    ("xtask", &[]),
];

/// Libraries with one home, and why.
const HOMES: &[(&[&str], &[&str], &str)] = &[
    (
        &["tauri", "tauri-build"],
        &["lamina-app"],
        "everything else works the same without a window",
    ),
    (
        &["sqlx", "libsqlite3-sys", "rusqlite"],
        &["lamina-store"],
        "SQL lives in the store alone",
    ),
    (
        &["plotters"],
        &["lamina-charts"],
        "one drawing code for screen and print",
    ),
    (
        &["printpdf"],
        &["lamina-letters", "lamina-charts"],
        "PDF is made by letters and the charts' print surface",
    ),
    (
        &["argon2", "chacha20poly1305", "hkdf"],
        &["lamina-vault"],
        "keys are made and kept in the vault alone",
    ),
];

/// Libraries that could carry a record off the machine.
const NETWORK: &[&str] = &[
    "reqwest",
    "hyper",
    "ureq",
    "curl",
    "isahc",
    "tonic",
    "tungstenite",
    "tauri-plugin-http",
];

/// What would let the domain read a clock, chance, a file or a database.
const IMPURE: &[&str] = &[
    "getrandom",
    "rand",
    "tokio",
    "sqlx",
    "directories",
    "tempfile",
    "tracing",
];

struct Package {
    manifest: String,
    /// Name of the dependency, and whether only tests use it.
    dependencies: Vec<(String, bool)>,
}

fn packages() -> BTreeMap<String, Package> {
    let metadata: Value = serde_json::from_slice(&metadata(&["--no-deps"])).expect("cargo metadata is JSON");
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    list(&metadata["packages"])
        .iter()
        .map(|package| {
            let dependencies = list(&package["dependencies"])
                .iter()
                .map(|one| (word(&one["name"]), one["kind"] == "dev"))
                .collect();
            (
                word(&package["name"]),
                Package {
                    manifest: word(&package["manifest_path"]),
                    dependencies,
                },
            )
        })
        .collect()
}

#[test]
fn there_are_the_crates_of_the_code_map_and_no_more() {
    let known: BTreeSet<&str> = ARROWS.iter().map(|(name, _)| *name).collect();
    let packages = packages();
    let found: BTreeSet<&str> = packages.keys().map(String::as_str).collect();
    assert_eq!(
        found, known,
        "a new crate needs its arrows here and its row in the README's code map"
    );
}

#[test]
fn arrows_point_one_way() {
    for (name, package) in packages() {
        let allowed = ARROWS
            .iter()
            .find(|(known, _)| *known == name)
            .map_or(&[][..], |(_, allowed)| *allowed);
        for (dependency, _) in package
            .dependencies
            .iter()
            .filter(|(one, _)| one.starts_with("lamina-"))
        {
            assert!(
                allowed.contains(&dependency.as_str()),
                "{name} must not depend on {dependency}: what lies below knows nothing of what lies above \
                 (allowed: {allowed:?})"
            );
        }
    }
}

#[test]
fn libraries_stay_in_their_homes() {
    for (name, package) in packages() {
        for (dependency, _) in &package.dependencies {
            for (libraries, homes, why) in HOMES {
                let has_home = libraries.contains(&dependency.as_str())
                    || libraries.contains(&"tauri") && dependency.starts_with("tauri-plugin");
                assert!(
                    !has_home || homes.contains(&name.as_str()),
                    "{name} must not depend on {dependency}: {why} (only {homes:?})"
                );
            }
        }
    }
}

#[test]
fn nothing_in_the_product_can_reach_the_network() {
    for (name, package) in packages().into_iter().filter(|(name, _)| name != "lamina-tests") {
        for (dependency, _) in &package.dependencies {
            assert!(
                !NETWORK.contains(&dependency.as_str()),
                "{name} must not depend on {dependency}: nothing leaves the machine unless a person exports it"
            );
        }
    }
}

#[test]
fn the_domain_depends_on_nothing_that_reads_the_world() {
    let packages = packages();
    for (dependency, for_tests) in &packages["lamina-domain"].dependencies {
        assert!(
            *for_tests || !IMPURE.contains(&dependency.as_str()),
            "lamina-domain must not depend on {dependency}: time and ids are arguments"
        );
    }
}

#[test]
fn the_product_crates_take_the_shared_lints() {
    for (name, package) in packages() {
        // These two speak to a developer, so they may print and stop.
        if name == "xtask" || name == "lamina-tests" {
            continue;
        }
        let manifest = fs::read_to_string(&package.manifest).expect("cargo named the manifest");
        assert!(
            manifest
                .replace(char::is_whitespace, "")
                .contains("[lints]workspace=true"),
            "{name} has to take the workspace's lints, which forbid panics and printing"
        );
    }
}
