//! An adverse effect: what it was, and where somebody said so how bad it was and what was done. A plain text is one too.

use crate::value::text::Text;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// How bad it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "AdverseSeverity"))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Noticed, and no more.
    Mild,
    /// In the way of daily life.
    Moderate,
    /// Daily life was not possible with it.
    Severe,
}

/// What was done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AdverseAction {
    /// Nothing was done about it.
    Nothing,
    /// Less of it was given.
    Reduced,
    /// The treatment was paused.
    Paused,
    /// The treatment was stopped.
    Stopped,
    /// The effect itself was treated.
    Treated,
}

/// An adverse effect, as it was told once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdverseEffect {
    /// What it was, in words.
    pub what: Text,
    /// How bad it was, where somebody said so.
    pub severity: Option<Severity>,
    /// What was done, where somebody said so.
    pub action: Option<AdverseAction>,
}

impl From<Text> for AdverseEffect {
    fn from(what: Text) -> Self {
        Self {
            what,
            severity: None,
            action: None,
        }
    }
}

/// As it is written where more than the text is known.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    what: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    severity: Option<Severity>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    action: Option<AdverseAction>,
}

impl Serialize for AdverseEffect {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.severity.is_none() && self.action.is_none() {
            return self.what.serialize(serializer);
        }
        let Self {
            what,
            severity,
            action,
        } = self.clone();
        Written {
            what,
            severity,
            action,
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for AdverseEffect {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> de::Visitor<'de> for Either {
            type Value = AdverseEffect;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an adverse effect as a text, or with what, severity and action")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<AdverseEffect, E> {
                Text::new(text).map(AdverseEffect::from).map_err(E::custom)
            }
            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<AdverseEffect, A::Error> {
                let Written {
                    what,
                    severity,
                    action,
                } = Written::deserialize(de::value::MapAccessDeserializer::new(map))?;
                Ok(AdverseEffect {
                    what,
                    severity,
                    action,
                })
            }
        }
        deserializer.deserialize_any(Either)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(r#""dizzy""#)]
    #[case(r#"{"what":"dizzy","severity":"severe","action":"stopped"}"#)]
    #[case(r#"{"what":"dizzy","action":"reduced"}"#)]
    fn a_text_stays_a_text_and_more_is_kept_with_it(#[case] written: &str) {
        let effect: AdverseEffect = serde_json::from_str(written).unwrap();
        assert_eq!(effect.what.as_str(), "dizzy");
        assert_eq!(serde_json::to_string(&effect).unwrap(), written);
    }
}
