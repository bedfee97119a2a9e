//! One blood thinner in the record: what it is, whether it is taken as somebody said, and who agreed to what. That it was
//! stopped is never worked out from anything else.

use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    context::{Context, ToldBy},
    issue::Issue,
    text::Text,
    when::When,
};
use serde::{Deserialize, Serialize};

/// The kind of blood thinner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AgentClass {
    /// Vitamin K antagonist such as warfarin.
    VitaminKAntagonist,
    /// Direct factor Xa inhibitor such as apixaban or rivaroxaban.
    FactorXaInhibitor,
    /// Direct thrombin inhibitor such as dabigatran.
    ThrombinInhibitor,
    /// Heparin of either kind.
    Heparin,
    /// P2Y12 inhibitor such as clopidogrel, prasugrel or ticagrelor.
    P2y12Inhibitor,
    /// Aspirin, also where it is sold under another name.
    Aspirin,
    /// Another antiplatelet or anticoagulant.
    Other,
}

/// Whether it is being taken, as somebody said. Missing refills say nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Taking {
    /// Somebody said that it is taken.
    Yes,
    /// It was stopped, as agreed.
    Stopped {
        /// Who agreed to stop it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        agreed_by: Option<Text>,
        /// When it is to be started again, or who decides.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        restart: Option<Text>,
    },
    /// Nobody said whether it is taken.
    #[default]
    NotSaid,
}

/// An anticoagulant or antiplatelet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Anticoagulant {
    /// Its name as it was told, generic or of a brand.
    pub name: Text,
    /// What kind of blood thinner it is.
    pub class: AgentClass,
    /// Whether it is taken.
    #[serde(default)]
    pub taking: Taking,
    /// When the last dose was taken.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub last_dose: When,
    /// Why it is taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indication: Option<Text>,
    /// Who told this or where it was read.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Clinical for Anticoagulant {
    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// The last dose fits the patient's life.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        context.judge("last_dose", &self.last_dose, &mut issues);
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        vec![("last_dose", &mut self.last_dose)]
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::AsRecorded
    }

    fn words(&self) -> Vec<String> {
        vec![self.name.to_string()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trap_39_whether_it_is_taken_is_not_said_until_somebody_says_it() {
        let thinner: Anticoagulant = serde_json::from_str(r#"{"name":"Aspirin","class":"aspirin"}"#).unwrap();
        assert_eq!(thinner.taking, Taking::NotSaid);
        let written = serde_json::to_string(&thinner).unwrap();
        assert_eq!(serde_json::from_str::<Anticoagulant>(&written).unwrap(), thinner);
    }
}
