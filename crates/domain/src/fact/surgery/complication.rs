//! What went wrong in an operation or because of it: of which kind, when, how badly, and what was done about it. A plain text
//! of a record file keeps its words and is of the kind that they name.

use crate::value::{answer::Answer, issue::Problem, text::Text, when::When};
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{Error, MapAccess, Visitor, value::MapAccessDeserializer},
};
use std::{fmt, str::FromStr};

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident: $($name:literal),+;)+) => {
        /// The kind of a complication.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ComplicationKind"))]
        #[serde(rename_all = "snake_case")]
        pub enum Kind {
            $($(#[$doc])* $kind,)+
            /// Another one, told in words.
            Other,
        }

        /// Every name, with the kind that it stands for.
        const NAMES: &[(&str, Kind)] = &[$($(($name, Kind::$kind),)+)+];

        impl Kind {
            /// Every kind, in the order in which they are offered.
            pub const ALL: &[Self] = &[$(Self::$kind,)+ Self::Other];
        }
    };
}

kinds! {
    /// The dura was torn.
    DuralTear: "dural tear", "tear of the dura", "durotomy", "incidental durotomy", "dural tear repaired";
    /// Fluid leaks from the dura or collects outside it.
    CsfLeak: "csf leak", "leak of csf", "csf collection", "pseudomeningocele", "cerebrospinal fluid leak";
    /// Another level or side than was meant.
    OtherLevelOrSide: "wrong level", "wrong side", "wrong site", "other level or side", "wrong level surgery";
    /// A nerve was injured.
    NerveInjury: "nerve injury", "nerve root injury", "nerve damage";
    /// The spinal cord was injured.
    CordInjury: "cord injury", "spinal cord injury";
    /// A vessel was injured.
    VascularInjury: "vascular injury", "vessel injury", "bleeding from a vein";
    /// An infection of the skin and what lies right below it.
    SuperficialInfection: "superficial infection", "superficial wound infection";
    /// An infection below the fascia.
    DeepInfection: "deep infection", "deep wound infection", "discitis";
    /// An infection, where it is not told how deep.
    Infection: "infection", "wound infection";
    /// Blood gathered where it should not.
    Haematoma: "haematoma", "hematoma", "epidural haematoma", "epidural hematoma";
    /// A wound that healed badly.
    WoundHealing: "wound healing problem", "wound dehiscence", "poor wound healing";
    /// A clot in a deep vein.
    DeepVeinThrombosis: "deep vein thrombosis", "dvt";
    /// A clot in the lung.
    PulmonaryEmbolism: "pulmonary embolism", "pe";
    /// Bone that did not grow together.
    Nonunion: "nonunion", "non union", "pseudarthrosis", "pseudoarthrosis";
    /// An implant broke or came loose.
    HardwareFailure: "hardware failure", "implant failure", "screw loosening", "rod fracture", "implant breakage";
    /// An implant lies where it should not.
    Malposition: "malposition", "screw malposition", "misplaced screw", "screw placement error", "screw placement errors";
    /// The bowel stood still.
    Ileus: "ileus";
    /// The bladder could not be emptied.
    UrinaryRetention: "urinary retention";
    /// Hoarseness, or swallowing that is hard, after a way in through the neck.
    Swallowing: "dysphagia", "hoarseness", "difficulty swallowing";
    /// Another stay in hospital because of it.
    Readmission: "readmission", "rehospitalisation", "rehospitalization";
    /// The patient died of it.
    Death: "death";
}

impl Kind {
    /// The kind that a text names as a whole; another one where it names none.
    fn named(text: &str) -> Self {
        let low = text.to_lowercase();
        let words = low
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty());
        let words = words.collect::<Vec<_>>().join(" ");
        NAMES
            .iter()
            .find(|(name, _)| *name == words)
            .map_or(Self::Other, |(_, kind)| *kind)
    }

    /// Whether a text for others tells of it in a neutral way alone: that another level or side was operated on is a finding
    /// and no reproach, and what was thought of it in words stays in the record.
    pub fn is_told_neutrally(self) -> bool {
        self == Self::OtherLevelOrSide
    }
}

/// How bad a complication was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ComplicationSeverity"))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// It passed by itself or with little.
    Mild,
    /// It needed treatment of its own.
    Moderate,
    /// It needed another operation or intensive care, or left something behind.
    Severe,
}

/// A complication of an operation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Complication {
    /// What it was, from the list.
    pub kind: Kind,
    /// The same more exactly, or all of it where the kind is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
    /// When it was, where that is told.
    #[serde(skip_serializing_if = "When::is_unknown")]
    pub when: When,
    /// How bad it was.
    #[serde(skip_serializing_if = "Answer::is_not_asked")]
    pub severity: Answer<Severity>,
    /// What was done about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub treatment: Option<Text>,
}

impl From<Text> for Complication {
    /// The words, and the kind that they name.
    fn from(words: Text) -> Self {
        Self {
            kind: Kind::named(words.as_str()),
            words: Some(words),
            when: When::default(),
            severity: Answer::default(),
            treatment: None,
        }
    }
}

impl FromStr for Complication {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        Text::new(text).map(Self::from)
    }
}

impl<'a> Deserialize<'a> for Complication {
    fn deserialize<D: Deserializer<'a>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Fields {
            kind: Kind,
            #[serde(default)]
            words: Option<Text>,
            #[serde(default)]
            when: When,
            #[serde(default)]
            severity: Answer<Severity>,
            #[serde(default)]
            treatment: Option<Text>,
        }
        struct Either;
        impl<'a> Visitor<'a> for Either {
            type Value = Complication;
            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("a complication with its kind, or its words alone")
            }
            fn visit_str<E: Error>(self, words: &str) -> Result<Complication, E> {
                words.parse().map_err(E::custom)
            }
            fn visit_map<A: MapAccess<'a>>(self, map: A) -> Result<Complication, A::Error> {
                let read = Fields::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Complication {
                    kind: read.kind,
                    words: read.words,
                    when: read.when,
                    severity: read.severity,
                    treatment: read.treatment,
                })
            }
        }
        from.deserialize_any(Either)
    }
}

/// The complications of an operation: listed, or which kind of missing. `absent` means asked and none.
pub type Complications = Answer<Vec<Complication>>;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::answer::{Missing, answer_or_list};

    fn read(json: &str) -> Result<Complications, serde_json::Error> {
        answer_or_list(&mut serde_json::Deserializer::from_str(json))
    }

    #[test]
    fn a_plain_text_keeps_its_words_and_an_empty_list_says_nothing() {
        let told =
            read(r#"["Dural tear","tear of the dura","burning feet",{"kind":"infection","when":"2019"}]"#)
                .unwrap();
        let list = told.value().unwrap();
        let kinds: Vec<Kind> = list.iter().map(|one| one.kind).collect();
        assert_eq!(
            kinds,
            [Kind::DuralTear, Kind::DuralTear, Kind::Other, Kind::Infection]
        );
        assert_eq!(list[2].words.as_ref().unwrap().as_str(), "burning feet");
        assert_eq!(read("[]").unwrap(), Answer::default());
        let none = read(r#"{"missing":"absent"}"#).unwrap();
        assert_eq!(none, Answer::Missing(Missing::Absent));
        let written = serde_json::to_string(&told).unwrap();
        assert_eq!(read(&written).unwrap(), told);
    }

    #[test]
    fn every_name_is_of_its_own_kind_and_a_part_of_a_text_is_not_enough() {
        for (name, kind) in NAMES {
            assert_eq!(Kind::named(name), *kind, "{name}");
        }
        assert_eq!(Kind::named("no dural tear"), Kind::Other);
        assert_eq!(Kind::named("CSF collection seen before operation 3"), Kind::Other);
        assert!(read(r#"[{"kind":"bad luck"}]"#).is_err());
        assert!(read(r#"[{"kind":"ileus","colour":"grey"}]"#).is_err());
        assert!(Kind::ALL.contains(&Kind::Other));
    }
}
