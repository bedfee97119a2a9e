//! Modules of a crate lie on floors: no circle of them, so that each can be read with nothing but what lies below it. In the
//! domain the floors have names.

use std::collections::{BTreeMap, BTreeSet};

use crate::{none, product};

/// Crates whose modules are looked at.
const CRATES: [&str; 7] = ["api", "charts", "clinic", "domain", "letters", "store", "vault"];

/// The floors of the domain; each may use only itself and those before it.
const FLOORS: [&str; 3] = ["value", "fact", "rule"];

/// A path of modules and the item at its end.
type Path = Vec<String>;

/// Every path that the code names from the crate's root; `here` is the path of the file's own module.
fn named(code: &str, here: &[&str]) -> Vec<Path> {
    let mut found = Vec::new();
    for start in ["crate::", "super::"] {
        for (at, _) in code.match_indices(start) {
            let before = code.get(..at).and_then(|before| before.chars().next_back());
            if before.is_some_and(|letter| letter.is_alphanumeric() || matches!(letter, '_' | ':' | '$')) {
                continue;
            }
            let mut rest = code.get(at..).unwrap_or_default();
            let mut base: Path = here.iter().map(ToString::to_string).collect();
            while let Some(up) = rest.strip_prefix("super::") {
                base.pop();
                rest = up;
            }
            if let Some(root) = rest.strip_prefix("crate::") {
                base.clear();
                rest = root;
            }
            leaves(rest, &base, &mut found);
        }
    }
    found
}

/// The ends of a tree such as `a::{b, c::{self, D}}` at the beginning of `text`; what follows the tree.
fn leaves<'t>(text: &'t str, base: &[String], found: &mut Vec<Path>) -> &'t str {
    let mut path = base.to_vec();
    let mut rest = text.trim_start();
    loop {
        if let Some(mut inner) = rest.strip_prefix('{') {
            loop {
                inner = inner.trim_start();
                if let Some(end) = inner.strip_prefix('}') {
                    return end;
                }
                let after = leaves(inner, &path, found).trim_start();
                // "as other" and commas between the branches.
                let next = after
                    .find([',', '}'])
                    .map_or("", |at| after.get(at..).unwrap_or_default());
                if next.is_empty() {
                    return next;
                }
                inner = next.strip_prefix(',').unwrap_or(next);
            }
        }
        let end = rest
            .find(|letter: char| !(letter.is_alphanumeric() || letter == '_'))
            .unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        if !word.is_empty() && word != "self" {
            path.push(word.to_owned());
        }
        match after.strip_prefix("::") {
            Some(deeper) if !word.is_empty() => rest = deeper.trim_start(),
            _ => {
                found.push(path);
                return after;
            }
        }
    }
}

/// The module that a path belongs to: the first part, of the domain's floors the first two.
fn module(path: &[String]) -> Option<String> {
    let first = path.first()?;
    match path.get(1) {
        Some(second) if FLOORS.contains(&first.as_str()) => Some(format!("{first}::{second}")),
        _ => Some(first.clone()),
    }
}

/// Which modules of a crate use which, each with a file that does.
fn uses(name: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let home = format!("crates/{name}/src/");
    let files: Vec<(Path, String, String)> = product()
        .into_iter()
        .filter_map(|(file, code)| {
            let path = file.path.strip_prefix(&home)?.strip_suffix(".rs")?;
            let parts = path.split('/').filter(|part| *part != "mod").map(str::to_owned);
            Some((parts.collect(), code, file.path.clone()))
        })
        .collect();
    // What the root hands out belongs to the module that it comes from.
    let root = files.iter().find(|(path, ..)| path.as_slice() == ["lib"]);
    let mut handed: BTreeMap<String, Path> = BTreeMap::new();
    if let Some((_, code, _)) = root {
        for (at, start) in code.match_indices("pub use ") {
            let mut ends = Vec::new();
            leaves(code.get(at + start.len()..).unwrap_or_default(), &[], &mut ends);
            for path in ends {
                if let Some(end) = path.last() {
                    handed.insert(end.clone(), path.clone());
                }
            }
        }
    }
    let modules: BTreeSet<String> = files.iter().filter_map(|(path, ..)| module(path)).collect();
    let mut uses: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for (path, code, file) in &files {
        let Some(here) = module(path).filter(|here| here != "lib" && here != "main") else {
            continue;
        };
        let own: Vec<&str> = path.iter().map(String::as_str).collect();
        for named in named(code, &own) {
            let named = match named.first().and_then(|first| handed.get(first)) {
                Some(from) if !named.first().is_some_and(|first| modules.contains(first)) => from.clone(),
                _ => named,
            };
            let Some(there) = module(&named).filter(|there| modules.contains(there)) else {
                continue;
            };
            // A floor may name its rooms and a room its own parts.
            let inside = there == here
                || there.starts_with(&format!("{here}::"))
                || here.starts_with(&format!("{there}::"));
            if !inside {
                uses.entry(here.clone()).or_default().insert(there, file.clone());
            }
        }
    }
    uses
}

/// A way from `to` back to `from`, where there is one.
fn way_back(uses: &BTreeMap<String, BTreeMap<String, String>>, from: &str, to: &str) -> Option<Vec<String>> {
    let mut seen = BTreeSet::from([to.to_owned()]);
    let mut ways = vec![vec![to.to_owned()]];
    while let Some(way) = ways.pop() {
        let last = way.last()?.clone();
        if last == from {
            return Some(way);
        }
        for next in uses.get(&last).into_iter().flat_map(BTreeMap::keys) {
            if seen.insert(next.clone()) {
                let mut longer = way.clone();
                longer.push(next.clone());
                ways.push(longer);
            }
        }
    }
    None
}

#[test]
fn no_modules_of_a_crate_stand_in_a_circle() {
    let mut broken = Vec::new();
    for name in CRATES {
        let uses = uses(name);
        for (here, there) in &uses {
            for (to, file) in there {
                if let Some(way) = way_back(&uses, here, to) {
                    broken.push(format!("{file}: {here} uses {}", way.join(", which uses ")));
                }
            }
        }
    }
    none(
        broken,
        "Modules in a circle can only be read together: move what both need below them.",
    );
}

#[test]
fn each_floor_of_the_domain_uses_only_those_below_it() {
    let floor = |module: &str| {
        let first = module.split("::").next().unwrap_or_default();
        FLOORS.iter().position(|floor| *floor == first)
    };
    let mut broken = Vec::new();
    let mut seen = 0;
    for (here, there) in uses("domain") {
        for (to, file) in there {
            seen += 1;
            if floor(&to) > floor(&here) {
                broken.push(format!("{file}: {here} uses {to}"));
            }
        }
    }
    assert!(seen > 100, "the domain's uses are read: {seen}");
    none(
        broken,
        "Facts are made of values and rules read facts: what a lower floor needs belongs to it.",
    );
}

#[test]
fn paths_are_read_from_trees_and_from_code() {
    let read = |code: &str| {
        let paths = named(code, &["flags", "view"]);
        paths.into_iter().map(|path| path.join("::")).collect::<Vec<_>>()
    };
    assert_eq!(
        read("use crate::{a::{self, B as C, d::E}, f::G};\nuse super::inner::H; use super::super::top;"),
        ["a", "a::B", "a::d::E", "f::G", "flags::inner::H", "top"]
    );
    assert_eq!(
        read("let one = crate::words::say(key); macro!($crate::other)"),
        ["words::say"]
    );
    let circle = |pairs: &[(&str, &str)]| {
        let mut uses: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
        for (from, to) in pairs {
            uses.entry((*from).to_owned())
                .or_default()
                .insert((*to).to_owned(), String::new());
        }
        way_back(&uses, "a", "b").is_some()
    };
    assert!(circle(&[("a", "b"), ("b", "c"), ("c", "a")]));
    assert!(!circle(&[("a", "b"), ("b", "c"), ("a", "c")]));
}
