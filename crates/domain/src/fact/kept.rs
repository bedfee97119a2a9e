//! A fact with the head under which it is kept. A fact of a document has none.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Borrow;
use std::ops::{Deref, DerefMut};
use uuid::Uuid;

/// Which entry a fact is, and which version of it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The id of the entry, the same for all of its versions.
    pub id: Uuid,
    /// The version that counts, from 1.
    pub version: i64,
    /// Who recorded that version.
    pub by: String,
    /// When that version was recorded; nothing where nobody knows.
    pub recorded: Option<DateTime<Utc>>,
    /// False where it was marked as entered in error.
    pub stands: bool,
}

impl Head {
    /// A head that tells an entry from others and nothing else.
    pub fn of(id: Uuid) -> Self {
        Self {
            id,
            version: 1,
            by: String::new(),
            recorded: None,
            stands: true,
        }
    }
}

/// A fact and its head. It is read as the fact, and written and compared as the fact alone: what is in a document has no
/// head, and the same thing said twice is the same.
#[derive(Debug, Clone, Default)]
pub struct Kept<T> {
    /// Which entry it is; nothing where it was never kept.
    pub head: Option<Head>,
    /// What the version that counts says.
    pub fact: T,
}

impl<T> Kept<T> {
    /// A fact that is kept under this head.
    pub fn under(head: Head, fact: T) -> Self {
        Self {
            head: Some(head),
            fact,
        }
    }

    /// The entry; nothing where it was never kept.
    pub fn id(&self) -> Option<Uuid> {
        self.head.as_ref().map(|head| head.id)
    }

    /// Whether it is this entry.
    pub fn is(&self, id: Uuid) -> bool {
        self.id() == Some(id)
    }

    /// When the version that counts was recorded; nothing where nobody knows.
    pub fn recorded(&self) -> Option<DateTime<Utc>> {
        self.head.as_ref().and_then(|head| head.recorded)
    }

    /// The same head with something made of the fact.
    pub fn map<U>(self, made: impl FnOnce(T) -> U) -> Kept<U> {
        Kept {
            head: self.head,
            fact: made(self.fact),
        }
    }
}

impl<T> From<T> for Kept<T> {
    fn from(fact: T) -> Self {
        Self { head: None, fact }
    }
}

impl<T> Deref for Kept<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.fact
    }
}

impl<T> DerefMut for Kept<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.fact
    }
}

impl<T> Borrow<T> for Kept<T> {
    fn borrow(&self) -> &T {
        &self.fact
    }
}

impl<T: PartialEq> PartialEq for Kept<T> {
    fn eq(&self, other: &Self) -> bool {
        self.fact == other.fact
    }
}

impl<T: Serialize> Serialize for Kept<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.fact.serialize(to)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Kept<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        T::deserialize(from).map(Self::from)
    }
}
