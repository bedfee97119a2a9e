//! An answer, or which kind of missing it is. "Not asked", "unknown", "not applicable", "declined" and
//! "absent" are five values and none of them is zero or no.

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{
        MapAccess, SeqAccess, Visitor,
        value::{MapAccessDeserializer, SeqAccessDeserializer},
    },
};
use std::{fmt, marker::PhantomData};

/// Why there is no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// Nobody asked; this is meant where nothing is recorded.
    #[default]
    NotAsked,
    /// Asked, and not known.
    Unknown,
    /// The question makes no sense here.
    NotApplicable,
    /// Asked, and not answered by choice.
    Declined,
    /// Asked, and there is none.
    Absent,
}

/// A value, or the kind of missing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Answer<T> {
    /// The value that was given.
    Value(T),
    /// Which kind of missing.
    Missing(Missing),
}

impl<T> Default for Answer<T> {
    fn default() -> Self {
        Answer::Missing(Missing::NotAsked)
    }
}

impl<T> Answer<T> {
    /// The value, where there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Answer::Value(value) => Some(value),
            Answer::Missing(_) => None,
        }
    }

    /// True while nobody asked; such an answer is left out of the record format.
    pub fn is_not_asked(&self) -> bool {
        matches!(self, Answer::Missing(Missing::NotAsked))
    }
}

/// Reads a list as an answer or as a plain list, as record files had it; an empty list says nothing.
pub(crate) fn answer_or_list<'a, D: Deserializer<'a>, T: Deserialize<'a>>(
    from: D,
) -> Result<Answer<Vec<T>>, D::Error> {
    struct Either<T>(PhantomData<T>);
    impl<'a, T: Deserialize<'a>> Visitor<'a> for Either<T> {
        type Value = Answer<Vec<T>>;
        fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.write_str("a list, or an answer with one")
        }
        fn visit_seq<A: SeqAccess<'a>>(self, list: A) -> Result<Self::Value, A::Error> {
            Vec::deserialize(SeqAccessDeserializer::new(list)).map(Answer::Value)
        }
        fn visit_map<A: MapAccess<'a>>(self, map: A) -> Result<Self::Value, A::Error> {
            Answer::deserialize(MapAccessDeserializer::new(map))
        }
    }
    Ok(match from.deserialize_any(Either(PhantomData))? {
        Answer::Value(list) if list.is_empty() => Answer::default(),
        other => other,
    })
}
