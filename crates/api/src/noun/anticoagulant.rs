//! A blood thinner, as typed. What is left open is not said, never none.

use super::{Typed, typed};
use crate::reading::{Reading, shown, shown_time};
use lamina_domain::{
    Anticoagulant, Problem, ToldBy,
    anticoagulant::{AgentClass, Taking},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

typed!(Anticoagulant as AnticoagulantInput, with TakingInput);

/// Whether a blood thinner is taken, as chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TakingInput {
    /// It is being taken.
    Yes,
    /// It was stopped, as agreed.
    Stopped,
    /// Nobody said whether it is taken.
    #[default]
    NotSaid,
}

/// A blood thinner, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct AnticoagulantInput {
    /// The name of the medicine; has to be given.
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
    /// From whom it is known: patient, clinician, document or device.
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
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
            last_dose: shown_time(&thinner.last_dose),
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

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::Typing;

    fn reading() -> Reading {
        Reading::of(Typing::on("2026-11-25".parse().unwrap()))
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
}
