//! What was considered and not tried, in words.

use crate::words::{self, Word, joined, say_with};
use lamina_domain::UntriedTreatment;

/// Which one, or its kind: "spinal cord stimulation", "Block".
pub(crate) fn name(untried: &UntriedTreatment) -> String {
    let named = untried.name.as_ref().map(ToString::to_string);
    named.unwrap_or_else(|| untried.kind.word())
}

/// Why, in a code and in words.
pub(crate) fn because(untried: &UntriedTreatment) -> Option<String> {
    let words = untried.because_words.as_ref().map(ToString::to_string);
    joined([words::answer(&untried.because), words], ", ")
}

/// Why, by whom and when.
pub(crate) fn why(untried: &UntriedTreatment) -> Option<String> {
    let by = untried
        .decided_by
        .as_ref()
        .map(|who| say_with!("untried-decided-by-whom", [("who", who.to_string().into())]));
    let when = (!untried.considered.is_unknown()).then(|| untried.considered.to_string());
    joined([because(untried), by, when], "; ")
}

/// As a letter tells it: "spinal cord stimulation (waiting for it; May 2025)".
pub(crate) fn in_the_letter(untried: &UntriedTreatment) -> String {
    match why(untried) {
        Some(why) => say_with!(
            "untried-named",
            [("name", name(untried).into()), ("why", why.into())]
        ),
        None => name(untried),
    }
}
