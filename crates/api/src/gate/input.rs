//! What is typed about implanted systems, blood thinners and checks. What is left open is unknown, never safe or none.

use crate::reading::{Reading, shown};
use lamina_domain::{
    Anticoagulant, Check, Device, PartialDate, Problem, Reply, ToldBy,
    anticoagulant::{AgentClass, Taking},
    check::InjectionCheck,
    implant::{Conditions, ImplantKind, MriStatus, Part, PartState},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

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

fn time(when: &lamina_domain::When) -> String {
    if when.is_unknown() {
        String::new()
    } else {
        when.to_string()
    }
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
            implanted: time(&device.implanted),
            removed: time(&device.removed),
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

/// Whether a blood thinner is taken, as chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TakingInput {
    /// It is taken.
    Yes,
    /// It was stopped, as agreed.
    Stopped,
    /// Nobody said.
    #[default]
    NotSaid,
}

/// A blood thinner, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct AnticoagulantInput {
    /// Its name.
    pub name: String,
    /// Its kind; has to be chosen.
    pub class: Option<AgentClass>,
    /// Whether it is taken.
    pub taking: TakingInput,
    /// Who agreed to stop it; counts where it was stopped.
    pub agreed_by: String,
    /// When it is to be started again, or who decides; counts where it was stopped.
    pub restart: String,
    /// When the last dose was taken.
    pub last_dose: String,
    /// Why it is taken.
    pub indication: String,
    /// Who said it.
    pub told_by: ToldBy,
    /// Anything else.
    pub note: String,
}

impl AnticoagulantInput {
    /// The blood thinner as typed values.
    pub fn of(thinner: &Anticoagulant) -> Self {
        let (taking, agreed_by, restart) = match &thinner.taking {
            Taking::Yes => (TakingInput::Yes, String::new(), String::new()),
            Taking::NotSaid => (TakingInput::NotSaid, String::new(), String::new()),
            Taking::Stopped { agreed_by, restart } => {
                (TakingInput::Stopped, shown(agreed_by), shown(restart))
            }
        };
        Self {
            name: thinner.name.to_string(),
            class: Some(thinner.class),
            taking,
            agreed_by,
            restart,
            last_dose: time(&thinner.last_dose),
            indication: shown(&thinner.indication),
            told_by: thinner.told_by,
            note: shown(&thinner.note),
        }
    }

    /// The blood thinner, where everything typed can be kept.
    pub fn read(&self, reading: &mut Reading) -> Option<Anticoagulant> {
        let name = reading.required("name", &self.name);
        let class = reading.keep("class", self.class.ok_or(Problem::Required));
        let taking = match self.taking {
            TakingInput::Yes => Taking::Yes,
            TakingInput::NotSaid => Taking::NotSaid,
            TakingInput::Stopped => Taking::Stopped {
                agreed_by: reading.text("agreed_by", &self.agreed_by),
                restart: reading.text("restart", &self.restart),
            },
        };
        Some(Anticoagulant {
            taking,
            last_dose: reading.when("last_dose", &self.last_dose),
            indication: reading.text("indication", &self.indication),
            told_by: self.told_by,
            note: reading.text("note", &self.note),
            name: name?,
            class: class?,
        })
    }
}

/// What was asked before an injection, as typed. A check that was not touched has no reply.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct CheckInput {
    /// The day; a day, not a month.
    pub asked_on: String,
    /// The id of an intervention on file, or words.
    pub intervention: String,
    /// Replies by check.
    #[ts(type = "Record<string, Reply>")]
    pub replies: BTreeMap<InjectionCheck, Reply>,
    /// Who asked.
    pub by: String,
    /// Who answered.
    pub told_by: ToldBy,
    /// Anything else.
    pub note: String,
}

impl CheckInput {
    /// The asking as typed values.
    pub fn of(asked: &Check) -> Self {
        Self {
            asked_on: PartialDate::Day(asked.asked_on).to_string(),
            intervention: shown(&asked.intervention),
            replies: asked.replies.clone(),
            by: shown(&asked.by),
            told_by: asked.told_by,
            note: shown(&asked.note),
        }
    }

    /// The asking, where everything typed can be kept.
    pub fn read(&self, reading: &mut Reading) -> Option<Check> {
        let day = reading.day("asked_on", &self.asked_on);
        let answered = |(_, reply): &(&InjectionCheck, &Reply)| **reply != Reply::NotAsked;
        let replies = self
            .replies
            .iter()
            .filter(answered)
            .map(|(check, reply)| (*check, *reply));
        Some(Check {
            intervention: reading.text("intervention", &self.intervention),
            replies: replies.collect(),
            by: reading.text("by", &self.by),
            told_by: self.told_by,
            note: reading.text("note", &self.note),
            asked_on: day?,
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

    #[test]
    fn trap_39_a_blood_thinner_reads_back_with_who_agreed() {
        let typed = AnticoagulantInput {
            name: "Warfarin".into(),
            class: Some(AgentClass::VitaminKAntagonist),
            taking: TakingInput::Stopped,
            agreed_by: "Dr Lind".into(),
            ..AnticoagulantInput::default()
        };
        let thinner = typed.read(&mut reading()).unwrap();
        assert_eq!(AnticoagulantInput::of(&thinner), typed);
    }

    #[test]
    fn trap_18_checks_belong_to_a_day_and_untouched_ones_are_not_asked() {
        let typed: CheckInput = serde_json::from_value(serde_json::json!({
            "asked_on": "today", "replies": {"infection": "no", "consent": "not_asked"}
        }))
        .unwrap();
        let asked = typed.read(&mut reading()).unwrap();
        assert_eq!(asked.replies.len(), 1);
        let mut reading = reading();
        let month = CheckInput {
            asked_on: "May 2026".into(),
            ..typed
        };
        assert_eq!(month.read(&mut reading), None);
        assert_eq!(reading.issues[0].problem, Problem::DayNeeded);
    }
}
