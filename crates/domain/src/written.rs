//! How values that are written as text stand in the record format: one reader for all of them, whose refusal says what
//! would be right, and one writer in their normal form.

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
                        if text.chars().count() > $crate::written::LONGEST {
                            let limit = $crate::written::LONGEST;
                            return Err(E::custom($crate::issue::Problem::TooLong { limit }));
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
