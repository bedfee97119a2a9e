//! An implanted system, as typed. What is left open is unknown, never safe.

use super::{Typed, typed};
use crate::{
    field::{self, fields},
    reading::{Reading, shown},
};
use lamina_domain::{
    Device, Problem, Text, ToldBy, When,
    implant::{Conditions, ImplantKind, MriStatus, Part, PartState},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

typed!(Device as DeviceInput, with MriInput, PartInput);

/// MRI labelling of a part, as chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MriInput {
    /// Labelled safe for MRI, without conditions.
    Safe,
    /// Labelled for MRI under conditions.
    Conditional,
    /// Labelled unsafe for MRI.
    Unsafe,
    /// Not known, which never counts as safe.
    #[default]
    Unknown,
}

/// An MRI label, as chosen.
pub(super) struct MriLabel {
    pub(super) mri: MriInput,
    pub(super) field: String,
    pub(super) body: String,
    pub(super) mode: String,
}

impl MriLabel {
    /// The label as typed values.
    pub(super) fn of(status: &MriStatus) -> Self {
        let none = Conditions {
            field: None,
            body: None,
            mode: None,
        };
        let (mri, conditions) = match status {
            MriStatus::Safe => (MriInput::Safe, &none),
            MriStatus::Unsafe => (MriInput::Unsafe, &none),
            MriStatus::Unknown => (MriInput::Unknown, &none),
            MriStatus::Conditional(conditions) => (MriInput::Conditional, conditions),
        };
        Self {
            mri,
            field: shown(&conditions.field),
            body: shown(&conditions.body),
            mode: shown(&conditions.mode),
        }
    }

    /// The label that was chosen; `path` is what stands before the names of its fields.
    pub(super) fn read(&self, path: &str, reading: &mut Reading) -> MriStatus {
        match self.mri {
            MriInput::Safe => MriStatus::Safe,
            MriInput::Unsafe => MriStatus::Unsafe,
            MriInput::Unknown => MriStatus::Unknown,
            MriInput::Conditional => MriStatus::Conditional(Conditions {
                field: reading.text(&format!("{path}field"), &self.field),
                body: reading.text(&format!("{path}body"), &self.body),
                mode: reading.text(&format!("{path}mode"), &self.mode),
            }),
        }
    }
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
    /// What its label says about MRI.
    pub mri: MriInput,
    /// Field strength of the label.
    pub field: String,
    /// Part of the body of the label.
    pub body: String,
    /// Mode of the label.
    pub mode: String,
}

fields! {
    /// An implanted system, as typed.
    #[derive(Eq)]
    Device as DeviceInput {
        /// What it is called.
        name: Text,
        /// Its parts, one or more, also those that are left behind.
        parts: Vec<PartInput>,
        /// The company that made it.
        maker: Option<Text>,
        /// Its model, as the maker names it.
        model: Option<Text>,
        /// The serial or lot number.
        serial: Option<Text>,
        /// The unique device identifier.
        udi: Option<Text>,
        /// When it was implanted.
        implanted: When,
        /// When it was taken out; empty also where it is in the body.
        removed: When,
        /// From whom it is known: patient, clinician, document or device.
        told_by: ToldBy,
        /// Whatever has no field of its own.
        note: Option<Text>,
    }
}

impl field::Part for PartInput {
    type Fact = Part;

    fn typed(part: &Part) -> Self {
        let label = MriLabel::of(&part.mri);
        PartInput {
            kind: Some(part.kind),
            name: shown(&part.name),
            state: part.state,
            mri: label.mri,
            field: label.field,
            body: label.body,
            mode: label.mode,
        }
    }

    fn read_at(&self, path: &str, reading: &mut Reading) -> Option<Part> {
        let kind = reading.keep(&format!("{path}kind"), self.kind.ok_or(Problem::Required));
        let name = reading.text(&format!("{path}name"), &self.name);
        let label = MriLabel {
            mri: self.mri,
            field: self.field.clone(),
            body: self.body.clone(),
            mode: self.mode.clone(),
        };
        let mri = label.read(path, reading);
        Some(Part {
            kind: kind?,
            name,
            state: self.state,
            mri,
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
