//! What is left in a body: what an implant or a part of one is, what became of it, how it is labelled for MRI, and the
//! implants that an operation left. The kind is chosen; words never make one.

use crate::value::{
    answer::Answer,
    issue::{Issue, Problem},
    link::Link,
    text::Text,
};
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{Error, MapAccess, Visitor, value::MapAccessDeserializer},
};
use std::fmt;

/// What an implant or a part of one is, as somebody chose it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ImplantKind {
    /// Pedicle or other bone screws with their rods.
    ScrewsAndRods,
    /// Cage between two vertebral bodies.
    Cage,
    /// Plate, hook or wire.
    PlateOrHook,
    /// Metal of a fusion whose parts are not told apart.
    FusionMetal,
    /// Artificial disc of the neck or the low back.
    ArtificialDisc,
    /// Spacer between two spinous processes.
    Interspinous,
    /// Implanted pulse generator of a stimulator.
    Generator,
    /// A lead or extension.
    Lead,
    /// Pump that gives a drug into the spinal fluid.
    Pump,
    /// Catheter of a pump.
    Catheter,
    /// Bone cement or bone graft.
    CementOrGraft,
    /// Something that is none of these.
    Other,
    /// Nobody said what it is.
    #[default]
    Unknown,
}

/// What belongs together in a body, and what a word can name without saying what it is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Family {
    /// Metal of a fusion.
    Metal,
    /// Artificial disc, which is no metal of a fusion.
    Disc,
    /// Spacer between two spinous processes.
    Interspinous,
    /// Stimulator of the spinal cord, a root or a nerve, with its leads.
    Stimulator,
    /// Pump with its catheter.
    Pump,
    /// Pacemaker, defibrillator and the like.
    Heart,
    /// Anything else, and what nobody said.
    Other,
}

impl ImplantKind {
    /// Every kind, as a form offers them.
    pub const ALL: [Self; 13] = [
        Self::ScrewsAndRods,
        Self::Cage,
        Self::PlateOrHook,
        Self::FusionMetal,
        Self::ArtificialDisc,
        Self::Interspinous,
        Self::Generator,
        Self::Lead,
        Self::Pump,
        Self::Catheter,
        Self::CementOrGraft,
        Self::Other,
        Self::Unknown,
    ];

    /// Metal that holds a fusion. It was chosen as such: no word makes it so.
    pub fn is_fusion_metal(self) -> bool {
        self.family() == Family::Metal
    }

    /// Holds nothing that MRI is usually refused for: metal of a fusion, cement, graft. Source: general knowledge of the
    /// field.
    pub fn is_passive(self) -> bool {
        self.is_fusion_metal() || self == Self::CementOrGraft
    }

    /// What it belongs to.
    pub fn family(self) -> Family {
        match self {
            Self::ScrewsAndRods | Self::Cage | Self::PlateOrHook | Self::FusionMetal => Family::Metal,
            Self::ArtificialDisc => Family::Disc,
            Self::Interspinous => Family::Interspinous,
            Self::Generator | Self::Lead => Family::Stimulator,
            Self::Pump | Self::Catheter => Family::Pump,
            Self::CementOrGraft | Self::Other | Self::Unknown => Family::Other,
        }
    }
}

/// What has become of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PartState {
    /// In the body and connected.
    InUse,
    /// Left in the body, not connected.
    Abandoned,
    /// Broken and still in the body.
    Fractured,
    /// Taken out of the body.
    Removed,
    /// Nobody recorded what became of it.
    #[default]
    Unknown,
}

/// Under which conditions a label allows MRI, in the words of the label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conditions {
    /// Field strength, such as "1.5 T".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<Text>,
    /// Part of the body, such as "full body" or "head only".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Text>,
    /// Mode that the device must be in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<Text>,
}

/// MRI labelling of a part.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MriStatus {
    /// Its label says that it is safe.
    Safe,
    /// Labelled for MRI under conditions.
    Conditional(Conditions),
    /// Its label says that it is unsafe.
    Unsafe,
    /// Nobody recorded the label, which is never taken for safe.
    #[default]
    Unknown,
}

/// One part of a system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// What it is, as somebody chose it.
    pub kind: ImplantKind,
    /// Its name or model.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// What has become of it.
    #[serde(default)]
    pub state: PartState,
    /// What its label says of MRI.
    #[serde(default)]
    pub mri: MriStatus,
}

impl MriStatus {
    /// True where nobody recorded the label.
    pub fn is_unknown(&self) -> bool {
        *self == Self::Unknown
    }
}

/// What an operation left in the body. A plain text in a record file is an implant of unknown kind.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Implant {
    /// What it is, as somebody chose it; unknown where nobody did.
    pub kind: ImplantKind,
    /// Its name in words; needed where the kind is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Who made it, as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maker: Option<Text>,
    /// The model as printed on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model: Option<Text>,
    /// The serial or lot number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub serial: Option<Text>,
    /// The unique device identifier as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub udi: Option<Text>,
    /// Its MRI labelling; unknown where nobody recorded it, never safe.
    #[serde(skip_serializing_if = "MriStatus::is_unknown")]
    pub mri: MriStatus,
    /// The device of the list that it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device: Option<Link>,
}

impl<'a> Deserialize<'a> for Implant {
    fn deserialize<D: Deserializer<'a>>(from: D) -> Result<Self, D::Error> {
        #[derive(Default, Deserialize)]
        #[serde(deny_unknown_fields, default)]
        struct Fields {
            kind: ImplantKind,
            name: Option<Text>,
            maker: Option<Text>,
            model: Option<Text>,
            serial: Option<Text>,
            udi: Option<Text>,
            mri: MriStatus,
            device: Option<Link>,
        }
        struct Either;
        impl<'a> Visitor<'a> for Either {
            type Value = Implant;
            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("an implant with kind and name, or its name alone")
            }
            fn visit_str<E: Error>(self, name: &str) -> Result<Implant, E> {
                Ok(Implant {
                    name: Some(Text::new(name).map_err(E::custom)?),
                    ..Implant::default()
                })
            }
            fn visit_map<A: MapAccess<'a>>(self, map: A) -> Result<Implant, A::Error> {
                let read = Fields::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Implant {
                    kind: read.kind,
                    name: read.name,
                    maker: read.maker,
                    model: read.model,
                    serial: read.serial,
                    udi: read.udi,
                    mri: read.mri,
                    device: read.device,
                })
            }
        }
        from.deserialize_any(Either)
    }
}

/// The implants that an operation left: listed, or which kind of missing. `absent` means asked and none.
pub type Implants = Answer<Vec<Implant>>;

/// An implant has a kind or a name, or is a device of the list.
pub(crate) fn check_implants(implants: &Implants, issues: &mut Vec<Issue>) {
    for (at, implant) in implants.value().into_iter().flatten().enumerate() {
        if implant.kind == ImplantKind::Unknown && implant.name.is_none() && implant.device.is_none() {
            issues.push(Issue::at(format!("implants.{at}.name"), Problem::Required));
        }
        if let Some(link) = implant.device.as_ref().filter(|link| link.what() != "device") {
            let text = link.to_string();
            issues.push(Issue::at(
                format!("implants.{at}.device"),
                Problem::NotALink { text },
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::answer::{Missing, answer_or_list};

    fn read(json: &str) -> Result<Implants, serde_json::Error> {
        answer_or_list(&mut serde_json::Deserializer::from_str(json))
    }

    #[test]
    fn a_plain_text_is_an_implant_of_unknown_kind_and_an_empty_list_says_nothing() {
        let implants =
            read(r#"["titanium rods",{"kind":"cage","name":"PEEK cage"},{"kind":"lead"}]"#).unwrap();
        let list = implants.value().unwrap();
        assert_eq!(list[0].kind, ImplantKind::Unknown);
        assert_eq!((list[1].kind, list[2].name.as_ref()), (ImplantKind::Cage, None));
        assert_eq!(read("[]").unwrap(), Answer::default());
        let none = read(r#"{"missing":"absent"}"#).unwrap();
        assert_eq!(none, Answer::Missing(Missing::Absent));
        let written = serde_json::to_string(&implants).unwrap();
        assert_eq!(read(&written).unwrap(), implants);
    }

    #[test]
    fn an_implant_that_is_nothing_or_of_a_made_up_kind_is_refused() {
        assert!(read(r#"[{"kind":"titanium"}]"#).is_err());
        assert!(read(r#"[{"kind":"cage","colour":"grey"}]"#).is_err());
        assert!(read(r#"[""]"#).is_err());
        let mut issues = Vec::new();
        check_implants(&read(r#"[{"kind":"other"},{}]"#).unwrap(), &mut issues);
        assert_eq!(issues, [Issue::at("implants.1.name", Problem::Required)]);
    }

    #[test]
    fn fusion_metal_is_four_kinds_and_no_more() {
        let metal = ImplantKind::ALL.into_iter().filter(|kind| kind.is_fusion_metal());
        assert_eq!(metal.count(), 4);
        assert!(!ImplantKind::Unknown.is_passive() && !ImplantKind::ArtificialDisc.is_passive());
    }
}
