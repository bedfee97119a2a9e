//! How values that are written as text stand in the record format: one reader for all of them, whose refusal says what
//! would be right, and one writer in their normal form. And how fields are read whose names are data.

use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, Visitor},
};
use std::{collections::BTreeMap, fmt, marker::PhantomData};

/// The longest such text that is read, in characters; a wrong one is repeated in its refusal.
pub(crate) const LONGEST: usize = 5000;

/// Serialises a type that is `Display` and `FromStr<Err = Problem>` as its text; `$right` says in a noun phrase what is
/// expected, with an example.
macro_rules! as_text {
    ($type:ty, $right:literal) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Written;
                impl serde::de::Visitor<'_> for Written {
                    type Value = $type;
                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str($right)
                    }
                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$type, E> {
                        if text.chars().count() > $crate::value::written::LONGEST {
                            let limit = $crate::value::written::LONGEST;
                            return Err(E::custom($crate::value::issue::Problem::TooLong { limit }));
                        }
                        text.parse().map_err(E::custom)
                    }
                }
                deserializer.deserialize_str(Written)
            }
        }
    };
}
pub(crate) use as_text;

/// Reads fields whose names are data, each at most once: of two values for one name neither is the one that counts.
pub(crate) fn once_each<'de, D, K, V>(reader: D) -> Result<BTreeMap<K, V>, D::Error>
where
    D: Deserializer<'de>,
    K: Deserialize<'de> + Ord,
    V: Deserialize<'de>,
{
    struct Once<K, V>(PhantomData<(K, V)>);
    impl<'de, K, V> Visitor<'de> for Once<K, V>
    where
        K: Deserialize<'de> + Ord,
        V: Deserialize<'de>,
    {
        type Value = BTreeMap<K, V>;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a map")
        }
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut read = BTreeMap::new();
            while let Some((key, value)) = map.next_entry()? {
                if read.insert(key, value).is_some() {
                    return Err(A::Error::custom("this field stands twice; leave one of them out"));
                }
            }
            Ok(read)
        }
    }
    reader.deserialize_map(Once(PhantomData))
}
