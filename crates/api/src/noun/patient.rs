//! A person, as typed.

use super::{Typed, typed};
use crate::reading::{Reading, shown, shown_all};
use lamina_domain::{
    Patient, Text,
    patient::{CareMember, Citation, LONGEST_NAME, Sex},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

typed!(Patient as PatientInput, with CareMemberInput);

/// Someone who cares for the patient, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct CareMemberInput {
    /// What they are to the patient: family doctor, surgeon, physiotherapist.
    pub role: String,
    /// Their name, as letters print it under their copies.
    pub name: String,
}

/// The person, as typed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct PatientInput {
    /// Family name, with its particles.
    pub family: String,
    /// Given names; empty where they are not known.
    pub given: String,
    /// What is known of the birth: a date, or an age.
    pub born: String,
    /// Sex as recorded; none where it was not.
    pub sex: Option<Sex>,
    /// The clinic's own number for the record.
    pub record_number: String,
    /// Ways to reach the person, a line each.
    pub contact: Vec<String>,
    /// Work, and what the pain did to it.
    pub occupation: String,
    /// Who else cares for the person.
    pub care_team: Vec<CareMemberInput>,
    /// Where a published case comes from; carried along unchanged.
    #[ts(type = "unknown")]
    pub citation: Option<Citation>,
    /// Whatever has no field of its own.
    pub note: String,
}

impl PatientInput {
    /// The person as typed values.
    pub fn of(patient: &Patient) -> Self {
        Self {
            family: patient.family.to_string(),
            given: shown(&patient.given),
            born: patient.born.to_string(),
            sex: patient.sex,
            record_number: shown(&patient.record_number),
            contact: shown_all(&patient.contact),
            occupation: shown(&patient.occupation),
            care_team: patient
                .care_team
                .iter()
                .map(|member| CareMemberInput {
                    role: member.role.to_string(),
                    name: member.name.to_string(),
                })
                .collect(),
            citation: patient.citation.clone(),
            note: shown(&patient.note),
        }
    }

    /// The person, where everything typed can be kept.
    pub fn read(&self, reading: &mut Reading) -> Option<Patient> {
        let family = reading.keep("family", Text::within(&self.family, LONGEST_NAME));
        let born = reading.born("born", &self.born);
        let members = self.care_team.iter().enumerate();
        let members =
            members.filter(|(_, member)| !(member.role.trim().is_empty() && member.name.trim().is_empty()));
        let care_team = reading.rows("care_team", members, |reading, at, member| {
            let role = reading.required(&format!("care_team.{at}.role"), &member.role);
            let name = reading.required(&format!("care_team.{at}.name"), &member.name);
            Some(CareMember {
                role: role?,
                name: name?,
            })
        });
        Some(Patient {
            given: reading.line("given", &self.given, LONGEST_NAME),
            sex: self.sex,
            record_number: reading.line("record_number", &self.record_number, LONGEST_NAME),
            contact: reading.texts("contact", &self.contact),
            occupation: reading.text("occupation", &self.occupation),
            care_team,
            citation: self.citation.clone(),
            note: reading.text("note", &self.note),
            family: family?,
            born: born?,
        })
    }
}
