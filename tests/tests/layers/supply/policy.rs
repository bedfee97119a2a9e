//! The policy of `deny.toml`, as far as it can be held against something without a network, and what it refuses.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use spdx::{Expression, Licensee, ParseMode};

use crate::tree::root;

/// The one place that packages of the interface may name; a lock file that names none means it too.
const NPM: &str = "https://registry.npmjs.org/";

/// The part of `deny.toml` that can be held against the tree without a network.
#[derive(Deserialize)]
pub struct Policy {
    pub graph: Graph,
    pub advisories: Advisories,
    pub licenses: Licences,
    pub bans: Bans,
    pub sources: Sources,
}

#[derive(Deserialize)]
pub struct Graph {
    pub targets: Vec<String>,
}

#[derive(Deserialize)]
pub struct Advisories {
    pub ignore: Vec<Excuse>,
}

/// An advisory that is passed over.
#[derive(Deserialize)]
pub struct Excuse {
    pub id: String,
    pub reason: String,
}

#[derive(Deserialize)]
pub struct Licences {
    pub allow: Vec<String>,
    pub exceptions: Vec<Exception>,
}

/// Licences that a single package may have.
#[derive(Deserialize)]
pub struct Exception {
    #[serde(rename = "crate")]
    pub name: String,
    pub allow: Vec<String>,
}

#[derive(Deserialize)]
pub struct Bans {
    pub deny: Vec<Ban>,
}

/// A package that may not be there, or only for those that are named.
#[derive(Deserialize)]
pub struct Ban {
    #[serde(rename = "crate")]
    pub name: String,
    pub wrappers: Option<Vec<String>>,
    pub reason: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Sources {
    pub allow_registry: Vec<String>,
}

#[derive(Deserialize)]
pub struct Package {
    pub id: String,
    pub name: String,
    pub version: String,
    pub license: Option<String>,
    pub source: Option<String>,
    pub links: Option<String>,
    pub manifest_path: String,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub struct NpmPackage {
    pub license: Option<String>,
    pub resolved: Option<String>,
    pub integrity: Option<String>,
    pub has_install_script: bool,
    pub link: bool,
    pub dev: bool,
    pub dev_optional: bool,
}

pub fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

pub fn toml<T: DeserializeOwned>(path: &str) -> T {
    toml::from_str(&text(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

pub fn policy() -> Policy {
    toml("deny.toml")
}

fn satisfies(allowed: &[&str], licence: &str) -> Result<bool, String> {
    let expression =
        Expression::parse_mode(licence, ParseMode::LAX).map_err(|error| format!("{licence}: {error}"))?;
    let allowed: Vec<Licensee> = allowed
        .iter()
        .map(|one| Licensee::parse(one).unwrap_or_else(|error| panic!("deny.toml: {one}: {error}")))
        .collect();
    Ok(expression.evaluate(|required| allowed.iter().any(|one| one.satisfies(required))))
}

/// Why the policy refuses a licence, if it does.
pub fn licence_fault(policy: &Licences, name: &str, licence: Option<&str>) -> Option<String> {
    let Some(licence) = licence else {
        return Some(format!("{name} names no licence"));
    };
    let own = policy.exceptions.iter().filter(|one| one.name == name);
    let own = own.flat_map(|one| &one.allow);
    let allowed: Vec<&str> = policy.allow.iter().chain(own).map(String::as_str).collect();
    match satisfies(&allowed, licence) {
        Ok(true) => None,
        Ok(false) => Some(format!("{name}: {licence}")),
        Err(why) => Some(format!("{name}: {why}")),
    }
}

/// Why a package may not come from where it does, if it may not.
pub fn source_fault(
    policy: &Sources,
    home: &Path,
    package: &Package,
    sums: &BTreeSet<(String, String)>,
) -> Option<String> {
    let Package { name, version, .. } = package;
    match &package.source {
        None if Path::new(&package.manifest_path).starts_with(home) => None,
        None => Some(format!("{name} lies outside of the project")),
        Some(source) => {
            let known = source.strip_prefix("registry+");
            if !known.is_some_and(|place| policy.allow_registry.iter().any(|one| one == place)) {
                Some(format!("{name} {version} comes from {source}"))
            } else if !sums.contains(&(name.clone(), version.clone())) {
                Some(format!("{name} {version} has no checksum in Cargo.lock"))
            } else {
                None
            }
        }
    }
}

/// What of the banned is there, and wrappers that wrap nothing; `dependents` holds each package with those that need it.
pub fn ban_faults(bans: &[Ban], dependents: &BTreeMap<&str, BTreeSet<&str>>) -> Vec<String> {
    let mut faults = Vec::new();
    for ban in bans {
        let there = dependents.get(ban.name.as_str());
        let allowed = ban.wrappers.as_deref().unwrap_or_default();
        if let (Some(_), true) = (there, allowed.is_empty()) {
            faults.push(format!("{} is there: {}", ban.name, ban.reason));
            continue;
        }
        let found = there.cloned().unwrap_or_default();
        let stray = found
            .iter()
            .filter(|one| !allowed.iter().any(|known| known == *one));
        faults.extend(stray.map(|one| format!("{one} needs {}: {}", ban.name, ban.reason)));
        let idle = allowed.iter().filter(|one| !found.contains(one.as_str()));
        faults.extend(idle.map(|one| format!("{one} does not need {}: take it off", ban.name)));
    }
    faults
}

/// Why a package of the interface may not be taken as the lock file has it, if it may not.
pub fn npm_fault(policy: &Licences, place: &str, package: &NpmPackage) -> Option<String> {
    let ours = package
        .resolved
        .as_deref()
        .is_none_or(|from| from.starts_with(NPM));
    let pinned = package
        .integrity
        .as_deref()
        .is_some_and(|sum| sum.starts_with("sha512-"));
    let shipped = !package.dev && !package.dev_optional;
    if package.link || !ours {
        Some(format!("{place} comes from {:?}", package.resolved))
    } else if !pinned {
        Some(format!("{place} is not pinned by its hash"))
    } else if package.has_install_script {
        Some(format!("{place} runs a program of its own when it is installed"))
    } else if shipped {
        licence_fault(policy, place, package.license.as_deref())
    } else {
        None
    }
}

#[test]
fn a_licence_outside_of_the_policy_is_refused() {
    let policy = policy().licenses;
    let fault = |name: &str, licence| licence_fault(&policy, name, licence);
    for good in [
        "MIT",
        "MIT/Apache-2.0",
        "Apache-2.0 OR GPL-2.0-only",
        "(MIT OR GPL-3.0-only) AND Unicode-3.0",
    ] {
        assert_eq!(fault("any", Some(good)), None, "{good}");
    }
    for bad in [
        "GPL-3.0-only",
        "MIT AND GPL-3.0-only",
        "LGPL-2.1-or-later OR MPL-2.0",
        "Apache-2.0 WITH Classpath-exception-2.0",
        "as you like",
        "",
    ] {
        assert!(fault("any", Some(bad)).is_some(), "{bad}");
    }
    assert!(fault("any", None).is_some());
    assert_eq!(fault("selectors", Some("MPL-2.0")), None);
    assert!(fault("selectors-of-another", Some("MPL-2.0")).is_some());
}

#[test]
fn a_package_from_elsewhere_is_refused() {
    let registry = "https://github.com/rust-lang/crates.io-index";
    let policy = Sources {
        allow_registry: vec![registry.to_owned()],
    };
    let home = root();
    let fault = |source: Option<&str>, manifest: &Path, version: &str| {
        let package = Package {
            id: String::new(),
            name: "one".to_owned(),
            version: version.to_owned(),
            license: None,
            source: source.map(str::to_owned),
            links: None,
            manifest_path: manifest.to_string_lossy().into_owned(),
        };
        let sums = BTreeSet::from([("one".to_owned(), "1.0.0".to_owned())]);
        source_fault(&policy, &home, &package, &sums)
    };
    let inside = home.join("crates/one/Cargo.toml");
    let outside = home
        .parent()
        .expect("the project lies in a folder")
        .join("one/Cargo.toml");
    let registered = format!("registry+{registry}");
    assert_eq!(fault(None, &inside, "1.0.0"), None);
    assert_eq!(fault(Some(&registered), &outside, "1.0.0"), None);
    assert!(fault(None, &outside, "1.0.0").is_some());
    assert!(fault(Some(&registered), &outside, "1.0.1").is_some());
    for elsewhere in [
        "registry+https://example.org/index",
        "git+https://github.com/one/one#0a1b2c",
        registry,
    ] {
        assert!(fault(Some(elsewhere), &inside, "1.0.0").is_some(), "{elsewhere}");
    }
}

#[test]
fn a_banned_package_is_refused_but_for_those_that_are_named() {
    let ban = |name: &str, wrappers: Option<&[&str]>| Ban {
        name: name.to_owned(),
        wrappers: wrappers.map(|all| all.iter().map(ToString::to_string).collect()),
        reason: "it does harm".to_owned(),
    };
    let dependents = BTreeMap::from([
        ("store", BTreeSet::new()),
        ("sqlite", BTreeSet::from(["store", "other"])),
        ("tls", BTreeSet::new()),
    ]);
    let faults = |ban: Ban| ban_faults(&[ban], &dependents);
    assert!(faults(ban("absent", None)).is_empty());
    assert!(faults(ban("sqlite", Some(&["other", "store"]))).is_empty());
    assert_eq!(faults(ban("tls", None)), ["tls is there: it does harm"]);
    assert_eq!(
        faults(ban("sqlite", Some(&["store"]))),
        ["other needs sqlite: it does harm"]
    );
    assert_eq!(
        faults(ban("tls", Some(&["store"]))),
        ["store does not need tls: take it off"]
    );
}

#[test]
fn a_package_of_the_interface_that_is_not_pinned_is_refused() {
    let policy = policy().licenses;
    let good = || NpmPackage {
        license: Some("MIT".to_owned()),
        integrity: Some("sha512-AAAA".to_owned()),
        ..NpmPackage::default()
    };
    let fault = |package: NpmPackage| npm_fault(&policy, "one", &package);
    let at = |place: &str| Some(place.to_owned());
    assert_eq!(fault(good()), None);
    let named = at("https://registry.npmjs.org/one/-/one-1.0.0.tgz");
    assert_eq!(
        fault(NpmPackage {
            resolved: named,
            ..good()
        }),
        None
    );
    let copyleft = || NpmPackage {
        license: Some("GPL-3.0-only".to_owned()),
        ..good()
    };
    assert_eq!(
        fault(NpmPackage {
            dev: true,
            ..copyleft()
        }),
        None
    );
    let bad = [
        copyleft(),
        NpmPackage {
            integrity: None,
            ..good()
        },
        NpmPackage {
            integrity: Some("sha1-AAAA".to_owned()),
            ..good()
        },
        NpmPackage {
            resolved: at("https://registry.npmjs.org.example.org/one.tgz"),
            ..good()
        },
        NpmPackage {
            resolved: at("git+ssh://git@github.com/one/one.git#0a1b2c"),
            ..good()
        },
        NpmPackage {
            has_install_script: true,
            ..good()
        },
        NpmPackage { link: true, ..good() },
    ];
    for (at, package) in bad.into_iter().enumerate() {
        assert!(fault(package).is_some(), "{at}");
    }
}
