//! The names of messages, checked when the crate is compiled: a message that is not in `ui/words`, or an argument that it
//! does not take or that is left out, does not compile.
//!
//! `say!("name")` and `say_with!("name", [("argument", value.into())])` name a message where it is said. `message!("name")`
//! names one that is said elsewhere; what it takes is part of its type. The command line names its messages in the same way.

/// Every message of the tree with the names of what it takes, in the order of the names.
const MESSAGES: &[(&str, &[&str])] = include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// A message that is in the tree; `TAKES` tells its arguments, as [`arguments`] has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Message<const TAKES: u64 = 0>(&'static str);

impl<const TAKES: u64> Message<TAKES> {
    /// The message of this name.
    ///
    /// # Panics
    /// Where it takes other arguments, or is none; named in a constant, it then does not compile.
    pub const fn named(id: &'static str) -> Self {
        assert!(takes(id) == TAKES, "the message takes other arguments");
        Self(id)
    }

    /// Its name in the tree.
    pub const fn id(self) -> &'static str {
        self.0
    }
}

impl Message {
    /// The message of a name that is put together, where there is one and it takes nothing.
    pub fn found(id: &str) -> Option<Self> {
        let at = MESSAGES.binary_search_by_key(&id, |(name, _)| name).ok()?;
        let (name, names) = MESSAGES.get(at)?;
        names.is_empty().then_some(Self(name))
    }
}

/// The name of every message.
#[cfg(test)]
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    MESSAGES.iter().map(|(name, _)| *name)
}

/// Names of arguments in any order as one number, 0 for none.
pub const fn arguments(names: &[&str]) -> u64 {
    let mut sum = 0_u64;
    let mut at = 0;
    while at < names.len() {
        sum = sum.wrapping_add(hash(names[at].as_bytes()));
        at += 1;
    }
    sum
}

/// What message `id` takes.
///
/// # Panics
/// Where there is no such message; in a constant that does not compile.
#[expect(
    clippy::panic,
    reason = "it is called in constants, where it stops the compiler"
)]
pub const fn takes(id: &str) -> u64 {
    let (mut low, mut high) = (0, MESSAGES.len());
    while low < high {
        let middle = low.midpoint(high);
        let (name, names) = MESSAGES[middle];
        match compare(name.as_bytes(), id.as_bytes()) {
            0 => return arguments(names),
            order if order < 0 => low = middle + 1,
            _ => high = middle,
        }
    }
    panic!("this message is not in ui/words")
}

/// FNV-1a of 64 bits.
const fn hash(bytes: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    hash
}

/// Below 0, 0 or above 0, as `one` stands before, at or after `other`.
const fn compare(one: &[u8], other: &[u8]) -> i32 {
    let mut at = 0;
    while at < one.len() && at < other.len() {
        if one[at] != other[at] {
            return if one[at] < other[at] { -1 } else { 1 };
        }
        at += 1;
    }
    if one.len() == other.len() {
        0
    } else if one.len() < other.len() {
        -1
    } else {
        1
    }
}

/// The message of a name; what it takes is part of its type.
#[macro_export]
macro_rules! message {
    ($id:literal) => {
        const { $crate::words::message::Message::<{ $crate::words::message::takes($id) }>::named($id) }
    };
}

/// The words of a message that takes nothing: its name, or a `message!`.
#[macro_export]
macro_rules! say {
    ($id:literal) => {
        $crate::words::tree::said($crate::message!($id))
    };
    ($message:expr) => {
        $crate::words::tree::said($message)
    };
}

/// The words of a message with all its arguments, texts or numbers: its name or a `message!`, and each with its value.
#[macro_export]
macro_rules! say_with {
    ($id:literal, [$(($name:literal, $value:expr $(,)?)),+ $(,)?] $(,)?) => {
        $crate::words::tree::filled::<{ $crate::words::message::arguments(&[$($name),+]) }>(
            const {
                assert!(
                    $crate::words::message::takes($id) == $crate::words::message::arguments(&[$($name),+]),
                    concat!("the message ", $id, " takes other arguments"),
                );
                $crate::words::message::Message::named($id)
            },
            [$(($name, $value)),+],
        )
    };
    ($message:expr, [$(($name:literal, $value:expr $(,)?)),+ $(,)?] $(,)?) => {
        $crate::words::tree::filled::<{ $crate::words::message::arguments(&[$($name),+]) }>(
            $message,
            [$(($name, $value)),+],
        )
    };
}

/// The type of a message that takes these arguments.
#[macro_export]
macro_rules! taking {
    ($($name:literal),+ $(,)?) => {
        $crate::words::message::Message<{ $crate::words::message::arguments(&[$($name),+]) }>
    };
}

pub(crate) use {message, say, say_with, taking};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_message_takes_is_told_whatever_the_order() {
        assert_eq!(takes("gate-mri"), 0);
        assert_eq!(takes("gate-line-also"), arguments(&["others", "line"]));
        assert_ne!(takes("gate-line-also"), arguments(&["line"]));
        assert_ne!(arguments(&["line"]), arguments(&["lines"]));
        // An argument that only a choice or only a number asks for is taken as well.
        assert_eq!(takes("walking-target"), arguments(&["minutes", "days", "week"]));
    }

    #[test]
    fn every_message_is_found_by_its_name_where_it_takes_nothing() {
        assert!(MESSAGES.len() > 1000);
        for (name, names) in MESSAGES {
            assert_eq!(takes(name), arguments(names), "{name}");
            assert_eq!(
                Message::found(name).map(Message::id),
                names.is_empty().then_some(*name),
                "{name}"
            );
        }
        assert_eq!(Message::found("no-such-message"), None);
    }

    #[test]
    #[should_panic(expected = "not in ui/words")]
    fn a_message_that_is_not_in_the_tree_is_none() {
        takes("no-such-message");
    }

    #[test]
    #[should_panic(expected = "other arguments")]
    fn a_message_is_not_named_with_other_arguments_than_it_takes() {
        let _: taking!["line"] = Message::named("gate-line-also");
    }
}
