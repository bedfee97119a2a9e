//! An implanted system, as typed. What is left open is unknown, never safe.

use super::{Typed, typed};
use crate::reading::{Reading, shown, shown_time};
use lamina_domain::{
    Device, Problem, ToldBy,
    implant::{Conditions, ImplantKind, MriStatus, Part, PartState},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

typed!(Device as DeviceInput, with MriInput, PartInput);

/// MRI labelling of a part, as chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MriInput {
    /// Labelled safe.
    Safe,
    /// Labelled for MRI under conditions.
    Conditional,
    /// Labelled unsafe.
    Unsafe,
    /// Not known.
    #[default]
    Unknown,
}

/// A part of a system, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(rename = "DevicePartInput")]
pub struct PartInput {
    /// What it is; has to be chosen.
    pub kind: Option<ImplantKind>,
    /// Its name or model.
    pub name: String,
    /// What has become of it.
    pub state: PartState,
    /// Its labelling.
    pub mri: MriInput,
    /// Field strength of the label.
    pub field: String,
    /// Part of the body of the label.
    pub body: String,
    /// Mode of the label.
    pub mode: String,
}

/// An implanted system, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct DeviceInput {
    /// What it is called.
    pub name: String,
    /// Its parts.
    pub parts: Vec<PartInput>,
    /// Who made it.
    pub maker: String,
    /// The model.
    pub model: String,
    /// The serial or lot number.
    pub serial: String,
    /// The unique device identifier.
    pub udi: String,
    /// When it was implanted.
    pub implanted: String,
    /// When it was taken out; empty also where it is in the body.
    pub removed: String,
    /// Who said it.
    pub told_by: ToldBy,
    /// Anything else.
    pub note: String,
}

impl DeviceInput {
    /// The system as typed values.
    pub fn of(device: &Device) -> Self {
        let part = |part: &Part| {
            let none = Conditions {
                field: None,
                body: None,
                mode: None,
            };
            let (mri, conditions) = match &part.mri {
                MriStatus::Safe => (MriInput::Safe, &none),
                MriStatus::Unsafe => (MriInput::Unsafe, &none),
                MriStatus::Unknown => (MriInput::Unknown, &none),
                MriStatus::Conditional(conditions) => (MriInput::Conditional, conditions),
            };
            PartInput {
                kind: Some(part.kind),
                name: shown(&part.name),
                state: part.state,
                mri,
                field: shown(&conditions.field),
                body: shown(&conditions.body),
                mode: shown(&conditions.mode),
            }
        };
        Self {
            name: device.name.to_string(),
            parts: device.parts.iter().map(part).collect(),
            maker: shown(&device.maker),
            model: shown(&device.model),
            serial: shown(&device.serial),
            udi: shown(&device.udi),
            implanted: shown_time(&device.implanted),
            removed: shown_time(&device.removed),
            told_by: device.told_by,
            note: shown(&device.note),
        }
    }

    /// The system, where everything typed can be kept.
    pub fn read(&self, reading: &mut Reading) -> Option<Device> {
        let blank = PartInput::default();
        let mut parts = Vec::new();
        for (at, typed) in self.parts.iter().enumerate().filter(|(_, part)| **part != blank) {
            let kind = reading.keep(&format!("parts.{at}.kind"), typed.kind.ok_or(Problem::Required));
            let name = reading.text(&format!("parts.{at}.name"), &typed.name);
            let mri = match typed.mri {
                MriInput::Safe => MriStatus::Safe,
                MriInput::Unsafe => MriStatus::Unsafe,
                MriInput::Unknown => MriStatus::Unknown,
                MriInput::Conditional => MriStatus::Conditional(Conditions {
                    field: reading.text(&format!("parts.{at}.field"), &typed.field),
                    body: reading.text(&format!("parts.{at}.body"), &typed.body),
                    mode: reading.text(&format!("parts.{at}.mode"), &typed.mode),
                }),
            };
            parts.extend(kind.map(|kind| Part {
                kind,
                name,
                state: typed.state,
                mri,
            }));
        }
        let name = reading.required("name", &self.name);
        Some(Device {
            parts,
            maker: reading.text("maker", &self.maker),
            model: reading.text("model", &self.model),
            serial: reading.text("serial", &self.serial),
            udi: reading.text("udi", &self.udi),
            implanted: reading.when("implanted", &self.implanted),
            removed: reading.when("removed", &self.removed),
            told_by: self.told_by,
            note: reading.text("note", &self.note),
            name: name?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::Typing;

    fn reading() -> Reading {
        Reading::of(Typing::on("2026-11-25".parse().unwrap()))
    }

    #[test]
    fn trap_38_what_is_not_chosen_stays_unknown_and_reads_back() {
        let typed = DeviceInput {
            name: "Stimulator".into(),
            parts: vec![PartInput {
                kind: Some(ImplantKind::Lead),
                ..PartInput::default()
            }],
            ..DeviceInput::default()
        };
        let device = typed.read(&mut reading()).unwrap();
        assert_eq!(device.parts[0].mri, MriStatus::Unknown);
        assert_eq!(device.parts[0].state, PartState::Unknown);
        assert_eq!(DeviceInput::of(&device), typed);
    }
}
