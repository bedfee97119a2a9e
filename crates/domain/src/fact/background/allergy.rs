//! An allergy or intolerance: to what, what happened, how bad it was and how sure that is. A plain text in a record file is the
//! substance with whatever was written beside it.

use crate::value::{answer::Answer, text::Text, when::When};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, MapAccess, Visitor, value::MapAccessDeserializer},
};
use std::fmt;

/// To what kind of thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "AllergyGroup"))]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// A medicine, whoever prescribed it.
    Drug,
    /// Latex, as in gloves and catheters.
    Latex,
    /// Contrast medium for imaging and fluoroscopy.
    Contrast,
    /// What skin is cleaned with.
    Antiseptic,
    /// Plasters, dressings and skin glue.
    Adhesive,
    /// Nickel or another metal.
    Metal,
    /// Something that is eaten or drunk.
    Food,
    /// Anything that is none of these.
    Other,
}

/// How bad the reaction was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "AllergySeverity"))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// It passed by itself.
    Mild,
    /// It needed treatment, and no hospital.
    Moderate,
    /// It threatened life or needed hospital.
    Severe,
}

/// How sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "AllergyCertainty"))]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Tested, or seen and documented.
    Confirmed,
    /// More likely than not.
    Likely,
    /// Told, and by nothing else known.
    Unconfirmed,
}

/// An allergy or intolerance.
#[derive(Debug, Clone, PartialEq)]
pub struct Allergy {
    /// To what, in words; where nobody took it apart, also what happened.
    pub substance: Text,
    /// To what kind of thing; nothing where nobody said.
    pub group: Option<Group>,
    /// What happened when it was met.
    pub reaction: Option<Text>,
    /// How bad it was; nothing where nobody said.
    pub severity: Option<Severity>,
    /// How sure it is; nothing where nobody said.
    pub certainty: Option<Certainty>,
    /// Since when it is known.
    pub since: When,
}

/// Allergies that somebody asked about: `absent` means asked and none known; not asked is another value.
pub type Allergies = Answer<Vec<Allergy>>;

impl From<Text> for Allergy {
    fn from(substance: Text) -> Self {
        Self {
            substance,
            group: None,
            reaction: None,
            severity: None,
            certainty: None,
            since: When::default(),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    substance: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    group: Option<Group>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reaction: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    severity: Option<Severity>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    certainty: Option<Certainty>,
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    since: When,
}

impl Serialize for Allergy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if *self == Self::from(self.substance.clone()) {
            return self.substance.serialize(serializer);
        }
        Written {
            substance: self.substance.clone(),
            group: self.group,
            reaction: self.reaction.clone(),
            severity: self.severity,
            certainty: self.certainty,
            since: self.since,
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Allergy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Allergy;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(
                    "an allergy as a text, such as \"penicillin: rash\", or with its substance and more",
                )
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Allergy, E> {
                Text::new(text).map(Allergy::from).map_err(E::custom)
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Allergy, A::Error> {
                let read = Written::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Allergy {
                    substance: read.substance,
                    group: read.group,
                    reaction: read.reaction,
                    severity: read.severity,
                    certainty: read.certainty,
                    since: read.since,
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
    #[case(r#""penicillin: rash""#)]
    #[case(r#"{"substance":"iodine","group":"antiseptic"}"#)]
    #[case(
        r#"{"substance":"penicillin","group":"drug","reaction":"rash","severity":"mild","certainty":"unconfirmed","since":"about 1990"}"#
    )]
    fn a_text_of_an_older_file_and_every_field_read_back_as_they_were(#[case] written: &str) {
        let allergy: Allergy = serde_json::from_str(written).unwrap();
        assert_eq!(serde_json::to_string(&allergy).unwrap(), written);
    }

    #[rstest]
    #[case("\"\"")]
    #[case(r#"{"group":"drug"}"#)]
    #[case(r#"{"substance":"latex","colour":"grey"}"#)]
    #[case("7")]
    fn what_names_no_substance_is_refused(#[case] wrong: &str) {
        assert!(serde_json::from_str::<Allergy>(wrong).is_err());
    }
}
