//! On what somebody walked: by its code, in words, or by both.
//!
//! What is told in one way alone is written as that: a code as "treadmill", words as they are. Words of an older record that are
//! a code are read as that code and written as the same.

use crate::value::text::Text;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, IntoDeserializer},
};
use std::fmt;

/// A kind of ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "WalkingSurface"))]
#[serde(rename_all = "snake_case")]
pub enum SurfaceKind {
    /// Level ground outdoors, as a pavement.
    OutdoorsLevel,
    /// Uneven or sloping ground outdoors.
    OutdoorsUneven,
    /// A treadmill, whose speed and slope are its own.
    Treadmill,
    /// A running track, level and soft.
    Track,
    /// A level floor indoors, as of a hall.
    Indoors,
    /// In water, which carries part of the weight.
    Water,
    /// Stairs, up or down or both.
    Stairs,
}

/// The ground of a bout. One in which nothing is said is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Surface {
    /// What it was, by its code.
    pub kind: Option<SurfaceKind>,
    /// The same more exactly, or all of it where there is no code.
    pub words: Option<Text>,
}

impl Surface {
    /// The ground that is told so; nothing where neither tells anything.
    pub fn told(kind: Option<SurfaceKind>, words: Option<Text>) -> Option<Self> {
        (kind.is_some() || words.is_some()).then_some(Self { kind, words })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kind: Option<SurfaceKind>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    words: Option<Text>,
}

impl Serialize for Surface {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match (self.kind, &self.words) {
            (Some(kind), None) => kind.serialize(to),
            (None, Some(words)) => words.serialize(to),
            (kind, words) => Written {
                kind,
                words: words.clone(),
            }
            .serialize(to),
        }
    }
}

impl<'de> Deserialize<'de> for Surface {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> de::Visitor<'de> for Either {
            type Value = Surface;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(
                    "a ground as a text, such as \"treadmill\" or \"forest path\", or with kind and words",
                )
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Surface, E> {
                let text_of: de::value::StrDeserializer<'_, de::value::Error> = text.into_deserializer();
                let kind = SurfaceKind::deserialize(text_of).ok();
                let words = match kind {
                    Some(_) => None,
                    None => Some(Text::new(text).map_err(E::custom)?),
                };
                Ok(Surface { kind, words })
            }
            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Surface, A::Error> {
                let Written { kind, words } =
                    Written::deserialize(de::value::MapAccessDeserializer::new(map))?;
                Surface::told(kind, words).ok_or_else(|| de::Error::custom("a ground has a kind or words"))
            }
        }
        from.deserialize_any(Either)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(r#""path""#, None, Some("path"))]
    #[case(r#""Treadmill""#, None, Some("Treadmill"))]
    #[case(r#""treadmill""#, Some(SurfaceKind::Treadmill), None)]
    #[case(
        r#"{"kind":"outdoors_uneven","words":"forest path"}"#,
        Some(SurfaceKind::OutdoorsUneven),
        Some("forest path")
    )]
    fn words_of_an_older_record_and_codes_are_read_and_written_as_they_stand(
        #[case] json: &str,
        #[case] kind: Option<SurfaceKind>,
        #[case] words: Option<&str>,
    ) {
        let surface: Surface = serde_json::from_str(json).unwrap();
        assert_eq!(
            (surface.kind, surface.words.as_ref().map(Text::as_str)),
            (kind, words)
        );
        assert_eq!(serde_json::to_string(&surface).unwrap(), json);
    }

    #[test]
    fn ground_of_which_nothing_is_said_is_none_and_a_code_is_one_of_the_list() {
        assert_eq!(Surface::told(None, None), None);
        for json in [r#""""#, "{}", r#"{"kind":"sand","words":"beach"}"#] {
            assert!(serde_json::from_str::<Surface>(json).is_err(), "{json}");
        }
    }
}
