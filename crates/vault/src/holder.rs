//! Who holds a passphrase of a vault that several people open, as the key file knows them: by an id, and by the name under which
//! they sign in, which the file can recognise and does not tell.

use crate::{bytes::Bytes, canonical::Canonical};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;

const NAME_LABEL: &str = "lamina-keys/name/v1";

/// Somebody who opens a vault by a passphrase of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyHolder {
    /// The id by which the record knows them, for ever.
    pub id: Uuid,
    /// The name under which they sign in, as it is written.
    pub name: String,
}

/// Whose passphrase opened a vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenedBy {
    /// By what the record knows the holder.
    pub id: Uuid,
    /// It is a code that somebody else gave them, and they have to set a passphrase of their own before anything else.
    pub by_code: bool,
}

/// The same as it stands in a slot.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Held {
    pub(crate) id: Uuid,
    /// Recognises the name. The id in it makes the same name another value in each vault.
    name: Bytes<16>,
    pub(crate) by_code: bool,
}

impl Held {
    pub(crate) fn by(holder: &KeyHolder, by_code: bool) -> Self {
        Self {
            id: holder.id,
            name: recognised(holder.id, &holder.name),
            by_code,
        }
    }

    /// The same holder with a passphrase that nobody else knows.
    pub(crate) fn own(self) -> Self {
        Self {
            by_code: false,
            ..self
        }
    }

    /// Whether somebody signs in under this name, in capitals or not and however it is spaced.
    pub(crate) fn is_called(&self, name: &str) -> bool {
        self.name == recognised(self.id, name)
    }

    pub(crate) fn opened(self) -> OpenedBy {
        OpenedBy {
            id: self.id,
            by_code: self.by_code,
        }
    }

    /// What of it is authenticated with the slot.
    pub(crate) fn bound(&self, text: Canonical) -> Canonical {
        text.part(b"holder")
            .part(self.id.as_bytes())
            .part(&self.name.0)
            .part(&[u8::from(self.by_code)])
    }
}

/// Whether two names are one and the same to whoever signs in.
pub fn is_same_name(one: &str, other: &str) -> bool {
    folded(one) == folded(other)
}

fn folded(name: &str) -> String {
    let small: String = name.nfkc().flat_map(char::to_lowercase).nfkc().collect();
    small.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn recognised(id: Uuid, name: &str) -> Bytes<16> {
    let text = Canonical::new(NAME_LABEL)
        .part(id.as_bytes())
        .part(folded(name).as_bytes());
    let hash: [u8; 32] = Sha256::digest(text.finish()).into();
    let mut short = [0; 16];
    short.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
    Bytes(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_recognised_however_it_is_typed_and_another_is_not() {
        let holder = KeyHolder {
            id: Uuid::from_u128(7),
            name: "Zo\u{eb} Sample-Muster".to_owned(),
        };
        let held = Held::by(&holder, true);
        for typed in ["zoe\u{308} sample-muster", "  ZO\u{cb}   SAMPLE-MUSTER "] {
            assert!(held.is_called(typed), "{typed}");
            assert!(is_same_name(&holder.name, typed));
        }
        for typed in ["", "Zoe Sample-Muster", "Sample-Muster"] {
            assert!(!held.is_called(typed), "{typed}");
        }
        let elsewhere = KeyHolder {
            id: Uuid::from_u128(8),
            ..holder
        };
        assert!(
            held.name != Held::by(&elsewhere, true).name,
            "the same name gives another value elsewhere"
        );
        assert!(!held.own().by_code && held.own().id == held.id);
    }
}
