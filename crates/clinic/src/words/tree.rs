//! The message tree in `ui/words`: the one place where words for people stand, for the window, for print and for the command
//! line.
//!
//! A second language is a second folder of files there. A message that is not in the tree does not compile.

use super::message::Message;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use std::sync::OnceLock;

/// The text of every message file, listed when the crate is built.
const FILES: &[&str] = include!(concat!(env!("OUT_DIR"), "/words.rs"));

fn tree() -> &'static FluentBundle<FluentResource> {
    static TREE: OnceLock<FluentBundle<FluentResource>> = OnceLock::new();
    TREE.get_or_init(|| {
        let mut tree = FluentBundle::new_concurrent(vec![unic_langid::langid!("en-GB")]);
        // Marks around arguments would end up in letters and in what is copied from them.
        tree.set_use_isolating(false);
        for text in FILES {
            // What a file has wrong is told by the test below; what is right in it is kept.
            let resource = match FluentResource::try_new((*text).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            if tree.add_resource(resource).is_err() {
                tracing::warn!("a message stands twice in the tree; the first one counts");
            }
        }
        tree
    })
}

/// The words of a message that takes nothing.
pub fn said(message: Message) -> String {
    format(message.id(), None)
}

/// The words of a message inside a sentence: its form `within` where it has one of its own.
pub(crate) fn say_within(message: Message) -> String {
    let one = tree().get_message(message.id());
    match one.and_then(|one| one.get_attribute("within")) {
        Some(within) => tree()
            .format_pattern(within.value(), None, &mut Vec::new())
            .into_owned(),
        None => said(message),
    }
}

/// The words of a message with its arguments filled in, texts or numbers.
pub fn filled<'a, const TAKES: u64>(
    message: Message<TAKES>,
    arguments: impl IntoIterator<Item = (&'a str, FluentValue<'a>)>,
) -> String {
    let mut args = FluentArgs::new();
    for (name, value) in arguments {
        args.set(name, value);
    }
    format(message.id(), Some(&args))
}

fn format(id: &str, args: Option<&FluentArgs<'_>>) -> String {
    let Some(pattern) = tree().get_message(id).and_then(|message| message.value()) else {
        return id.to_owned();
    };
    let mut errors = Vec::new();
    tree().format_pattern(pattern, args, &mut errors).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::say_with;
    use std::collections::BTreeSet;

    #[test]
    fn every_file_is_read_without_a_fault_and_no_message_stands_twice() {
        let mut seen = BTreeSet::new();
        for text in FILES {
            let resource =
                FluentResource::try_new((*text).to_owned()).expect("a message file without a fault");
            for entry in resource.entries() {
                if let fluent_syntax::ast::Entry::Message(message) = entry {
                    assert!(
                        seen.insert(message.id.name.to_owned()),
                        "{} stands twice",
                        message.id.name
                    );
                }
            }
        }
        assert!(seen.len() > 100);
    }

    #[test]
    fn arguments_are_filled_in_without_marks() {
        assert_eq!(
            say_with!("kit-understood", [("shown", "L4-L5".into())]),
            "Read as L4-L5"
        );
    }
}
