//! The message tree in `ui/words`: the one place where words for people stand, for the window as for print.
//!
//! A second language is a second folder of files there. A message that is not in the tree prints as its id, and a test
//! fails before anyone sees one.

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

/// Whether there is a message `id`.
pub(crate) fn has(id: &str) -> bool {
    tree().has_message(id)
}

/// The words of message `id`.
pub(crate) fn say(id: &str) -> String {
    format(id, None)
}

/// The words of message `id` inside a sentence: its form `within` where it has one of its own.
pub(crate) fn say_within(id: &str) -> String {
    let within = tree().get_message(id).and_then(|one| one.get_attribute("within"));
    match within {
        Some(within) => tree()
            .format_pattern(within.value(), None, &mut Vec::new())
            .into_owned(),
        None => say(id),
    }
}

/// The words of message `id` with its arguments filled in, texts or numbers.
pub(crate) fn say_with<'a>(
    id: &str,
    arguments: impl IntoIterator<Item = (&'a str, FluentValue<'a>)>,
) -> String {
    let mut args = FluentArgs::new();
    for (name, value) in arguments {
        args.set(name, value);
    }
    format(id, Some(&args))
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
    use std::{collections::BTreeSet, fs, path::Path};

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

    /// Ids between quotation marks after `say(` or `say_with(`, in every source of this crate.
    #[test]
    fn every_message_that_the_sources_name_is_in_the_tree() {
        let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
        let mut named = 0;
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).unwrap().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    open.push(path);
                    continue;
                }
                let text = fs::read_to_string(&path).unwrap();
                for call in [
                    "say(\"",
                    "say_with(\"",
                    "=> \"value-",
                    "=> \"safety-",
                    "=> \"walk-",
                    "=> \"flag-",
                ] {
                    // What follows each call begins with an id; the mark before it keeps the prefix that it holds.
                    let (_, kept) = call.split_once('"').unwrap();
                    for rest in text.split(call).skip(1) {
                        let id = format!("{kept}{}", rest.split('"').next().unwrap());
                        if path.ends_with("words/tree.rs") {
                            continue;
                        }
                        named += 1;
                        assert!(
                            tree().has_message(&id),
                            "{}: {id} is not in ui/words",
                            path.display()
                        );
                    }
                }
            }
        }
        assert!(named > 0, "the sources name messages");
    }

    #[test]
    fn arguments_are_filled_in_without_marks_and_a_missing_message_is_its_id() {
        assert_eq!(say("no-such-message"), "no-such-message");
        assert_eq!(
            say_with("kit-understood", [("shown", "L4-L5".into())]),
            "Read as L4-L5"
        );
    }
}
