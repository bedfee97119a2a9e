//! What is proven is what runs: a public function of a library crate that only tests call is a rule the product does not have.
//!
//! `pub` in a library hides dead code from the compiler. Names are counted, not paths, so a common name such as `text` can
//! hide an unused one; what is found here is unused for certain.

use std::collections::BTreeMap;

use crate::{none, product};

/// Crates whose public functions others call; the command line, the window and the project's own commands are programs.
const LIBRARIES: [&str; 7] = ["api", "charts", "clinic", "domain", "letters", "store", "vault"];

/// Functions that a test is the right one to call, and why.
const FOR_TESTS: [(&str, &str); 1] = [(
    "typescript",
    "the test that holds the generated types against the tree writes them",
)];

/// The name after `fn`, for every function that the line begins.
fn functions(line: &str) -> impl Iterator<Item = &str> {
    let words = line.split(|letter: char| !(letter.is_alphanumeric() || letter == '_'));
    let mut words = words.filter(|word| !word.is_empty()).peekable();
    std::iter::from_fn(move || {
        while let Some(word) = words.next() {
            if word == "fn" {
                return words.peek().copied();
            }
        }
        None
    })
}

/// Whether the line begins a function that other crates may call.
fn is_public(line: &str) -> bool {
    line.trim_start()
        .strip_prefix("pub ")
        .is_some_and(|rest| rest.split_whitespace().take(4).any(|word| word == "fn"))
}

#[test]
fn every_public_function_is_called_by_the_product() {
    let product = product();
    let mut named: BTreeMap<&str, usize> = BTreeMap::new();
    let mut made: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, code) in &product {
        for word in code.split(|letter: char| !(letter.is_alphanumeric() || letter == '_')) {
            *named.entry(word).or_default() += 1;
        }
        for name in code.lines().flat_map(functions) {
            *made.entry(name).or_default() += 1;
        }
    }
    let mut broken = Vec::new();
    for (file, code) in &product {
        if !LIBRARIES
            .iter()
            .any(|name| file.is_in(&format!("crates/{name}/src")))
        {
            continue;
        }
        for (index, line) in code.lines().enumerate().filter(|(_, line)| is_public(line)) {
            for name in functions(line) {
                let expected = FOR_TESTS.iter().any(|(known, _)| *known == name);
                if named.get(name) == made.get(name) && !expected {
                    broken.push(format!("{}:{}: {name}", file.path, index + 1));
                }
            }
        }
    }
    none(
        broken,
        "A public function that only tests call proves something the product does not do: call it, or let it go.",
    );
}

#[test]
fn a_public_function_is_told_from_a_private_one() {
    assert!(is_public("    pub const fn grade(self) -> u8 {"));
    assert!(is_public("pub async fn open() {"));
    assert!(!is_public("pub(crate) fn inner() {"));
    assert!(!is_public("pub struct Fn;"));
    assert_eq!(functions("pub fn one() { two(); }").collect::<Vec<_>>(), ["one"]);
}
