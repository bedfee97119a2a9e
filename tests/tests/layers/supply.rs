//! What Lamina is made of, held against `deny.toml`: licences, where packages come from, what may not be among them. `cargo deny`
//! reads the same file; it asks for advisories too, which needs a network. The packages of the interface are held against its
//! licences as well.

mod policy;

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use spdx::{Expression, Licensee, ParseMode};

use crate::none;
use crate::tree::{metadata, root};
use policy::{
    NpmPackage, Package, Policy, ban_faults, licence_fault, npm_fault, policy, source_fault, text, toml,
};

/// What cargo tells of the workspace.
#[derive(Deserialize)]
struct Tree {
    packages: Vec<Package>,
    resolve: Resolution,
}

#[derive(Deserialize)]
struct Resolution {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    dependencies: Vec<String>,
}

/// `Cargo.lock`, of which cargo tells no checksums.
#[derive(Deserialize)]
struct CargoLock {
    package: Vec<LockedPackage>,
}

#[derive(Deserialize)]
struct LockedPackage {
    name: String,
    version: String,
    checksum: Option<String>,
}

#[derive(Deserialize)]
struct NpmLock {
    packages: BTreeMap<String, NpmPackage>,
}

/// Every package that one of the systems of the policy needs, that of tests and of the build among them.
fn tree(policy: &Policy) -> Tree {
    let mut words = Vec::new();
    for target in &policy.graph.targets {
        words.extend(["--filter-platform", target]);
    }
    let tree: Tree = serde_json::from_slice(&metadata(&words)).expect("cargo metadata is JSON");
    assert!(
        tree.packages.len() > 300,
        "the tree is read: {}",
        tree.packages.len()
    );
    tree
}

fn npm() -> BTreeMap<String, NpmPackage> {
    let lock: NpmLock = serde_json::from_str(&text("ui/package-lock.json")).expect("a lock file is JSON");
    let mut packages = lock.packages;
    // The first one is the interface itself.
    packages.remove("");
    assert!(packages.len() > 100, "the lock file is read: {}", packages.len());
    packages
}

#[test]
fn every_licence_is_one_that_the_policy_allows() {
    let policy = policy();
    let tree = tree(&policy);
    let faults = tree
        .packages
        .iter()
        .filter_map(|one| licence_fault(&policy.licenses, &one.name, one.license.as_deref()));
    none(
        faults.collect(),
        "A package comes under a licence that deny.toml does not allow: look at what it asks before it is taken.",
    );
}

#[test]
fn the_policy_allows_no_licence_that_nothing_has() {
    let policy = policy();
    let tree = tree(&policy);
    let has = |licence: &str, name: Option<&str>| {
        tree.packages
            .iter()
            .filter(|one| name.is_none_or(|name| one.name == name))
            .filter_map(|one| one.license.as_deref())
            .filter_map(|one| Expression::parse_mode(one, ParseMode::LAX).ok())
            .any(|one| {
                let licensee = Licensee::parse(licence).expect("a licence of the policy");
                one.requirements()
                    .any(|required| licensee.satisfies(&required.req))
            })
    };
    let plain = policy.licenses.allow.iter().filter(|one| !has(one, None));
    let mut idle: Vec<String> = plain.cloned().collect();
    for one in &policy.licenses.exceptions {
        let unused = one.allow.iter().filter(|licence| !has(licence, Some(&one.name)));
        idle.extend(unused.map(|licence| format!("{}: {licence}", one.name)));
    }
    none(idle, "Nothing has this licence any more: take it off the policy.");
}

#[test]
fn every_package_comes_from_the_registry_or_is_our_own() {
    let policy = policy();
    let tree = tree(&policy);
    let lock: CargoLock = toml("Cargo.lock");
    let sums = lock.package.into_iter().filter(|one| one.checksum.is_some());
    let sums = sums.map(|one| (one.name, one.version)).collect();
    let faults = tree
        .packages
        .iter()
        .filter_map(|one| source_fault(&policy.sources, &root(), one, &sums));
    none(
        faults.collect(),
        "A package comes from the registry, as its checksum says, or lies in this project.",
    );
}

#[test]
fn nothing_banned_is_there_and_one_crate_alone_brings_the_database() {
    let policy = policy();
    let tree = tree(&policy);
    let name: BTreeMap<&str, &str> = tree
        .packages
        .iter()
        .map(|one| (one.id.as_str(), one.name.as_str()))
        .collect();
    let mut dependents: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for node in &tree.resolve.nodes {
        dependents.entry(name[node.id.as_str()]).or_default();
        for needed in &node.dependencies {
            let needed = dependents.entry(name[needed.as_str()]).or_default();
            needed.insert(name[node.id.as_str()]);
        }
    }
    none(
        ban_faults(&policy.bans.deny, &dependents),
        "deny.toml bans this package.",
    );
    let databases: Vec<&str> = tree
        .packages
        .iter()
        .filter(|one| one.links.as_deref() == Some("sqlite3"))
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(
        databases,
        ["libsqlite3-sys"],
        "two SQLite in one program that open one file damage it"
    );
}

#[test]
fn an_advisory_that_is_passed_over_says_why() {
    let silent = policy().advisories.ignore.into_iter();
    let silent = silent.filter(|one| one.reason.split_whitespace().count() < 5);
    none(
        silent.map(|one| one.id).collect(),
        "Say why it does no harm here, and how Lamina comes by the package.",
    );
}

#[test]
fn every_package_of_the_interface_is_pinned_and_runs_nothing_when_installed() {
    let policy = policy();
    let packages = npm();
    let faults = packages
        .iter()
        .filter_map(|(place, one)| npm_fault(&policy.licenses, place, one));
    none(
        faults.collect(),
        "The interface is made of what its lock file pins, from the registry, under a licence of the policy.",
    );
}
