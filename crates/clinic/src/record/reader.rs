//! What the reader of JSON says of a value, in words for whoever wrote the file. The reader's own words are read here and not
//! said; a name that nobody knows is told with the known one that it resembles.

use crate::words::{Message, message, refused, say, say_with};
use lamina_domain::text::distance;

/// Names in which the reader speaks of types, and what a person calls them.
const EXPECTED: [(&str, Message); 10] = [
    (
        "invalid value: map, expected map with a single key",
        message!("file-one-alone"),
    ),
    ("expected a string", message!("file-expected-text")),
    ("expected a sequence", message!("file-expected-list")),
    ("expected a boolean", message!("file-expected-boolean")),
    ("expected a borrowed string", message!("file-expected-text")),
    ("expected a map", message!("file-expected-fields")),
    ("expected struct", message!("file-expected-fields-of")),
    (
        "expected internally tagged enum",
        message!("file-expected-fields-of"),
    ),
    ("expected variant identifier", message!("file-expected-kind")),
    ("expected value at", message!("file-expected-value-at")),
];
/// Its names of numbers.
const NUMBERS: [&str; 10] = ["i64", "u64", "i32", "u32", "i16", "u16", "i8", "u8", "f64", "f32"];

/// The reader's message in plain words; of a value that is JSON the path says enough, and line and column are left out.
pub(super) fn said(message: &str, is_data: bool) -> String {
    let mut text = match message.rfind(" at line ") {
        Some(at) if is_data => message.get(..at).unwrap_or(message).to_owned(),
        _ => message.to_owned(),
    };
    if let Some(words) = refused::decoded(&text) {
        return words;
    }
    for (known, plain) in EXPECTED {
        text = text.replace(known, &say!(plain));
    }
    for number in NUMBERS {
        let ending = format!("expected {number}");
        if let Some(before) = text.strip_suffix(&ending) {
            text = format!("{before}{}", say!("file-expected-number"));
        }
    }
    match meant(&text) {
        Some((unknown, name)) => say_with!(
            "file-did-you-mean",
            [("unknown", unknown.into()), ("name", name.into())]
        ),
        None => text,
    }
}

/// What is said of a name that nobody knows, and the known one that it resembles, where there is one.
fn meant(message: &str) -> Option<(&str, &str)> {
    let (unknown, names) = message.split_once(", expected ")?;
    let typed = unknown
        .strip_prefix("unknown field `")
        .or_else(|| unknown.strip_prefix("unknown variant `"))?
        .strip_suffix('`')?;
    let low = typed.to_lowercase().replace([' ', '-'], "_");
    let known = names.split('`').skip(1).step_by(2);
    let (far, name) = known.map(|name| (distance(&low, name), name)).min()?;
    (far <= typed.chars().count().div_ceil(3)).then_some((unknown, name))
}

/// Whether the reader says that it knows no kind of this name.
pub(super) fn is_unknown(message: &str, name: &str) -> bool {
    message.contains(&format!("unknown variant `{name}`"))
}
