//! Blood thinners before an intervention: what is taken, what is not recorded about it, and the risk class of the
//! intervention. It names no hold time, suggests no bridging and never infers that a drug was stopped.
//!
//! Source: ASRA multi-society guideline 2018 and its update of August 2019, as a class list only.

use crate::{
    answer::{Answer, Missing},
    rule::Sure,
    text::Text,
    when::When,
};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

const FILE: &str = include_str!("../../gates/interventions.toml");

/// The sentence that stands where others would print days.
pub const CHECK_GUIDELINE: &str =
    "Timing: check the current guideline and agree it with whoever prescribes the medicine.";

/// Bleeding-risk class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RiskClass {
    /// Low.
    Low,
    /// Intermediate.
    Intermediate,
    /// High.
    High,
}

impl RiskClass {
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            RiskClass::Low => "low",
            RiskClass::Intermediate => "intermediate",
            RiskClass::High => "high",
        }
    }
}

/// An intervention with its class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Intervention {
    /// Stable id.
    pub id: String,
    /// In words.
    pub name: String,
    /// Its class.
    pub class: RiskClass,
    /// How sure the class is.
    pub sure: Sure,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    intervention: Vec<Intervention>,
}

/// The interventions whose class is on file.
///
/// # Errors
/// The reason why the built-in file can't be read.
pub fn interventions() -> Result<&'static [Intervention], &'static str> {
    static LIST: LazyLock<Result<Vec<Intervention>, String>> = LazyLock::new(|| {
        toml::from_str::<File>(FILE)
            .map(|file| file.intervention)
            .map_err(|error| error.to_string())
    });
    LIST.as_deref().map_err(String::as_str)
}

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
    /// Aspirin.
    Aspirin,
    /// Another antiplatelet or anticoagulant.
    Other,
}

/// Whether it is being taken, as somebody said. Missing refills say nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Taking {
    /// It is taken.
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
    /// Nobody said.
    #[default]
    NotSaid,
}

/// A blood thinner in the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agent {
    /// Its name.
    pub name: Text,
    /// Its kind.
    pub class: AgentClass,
    /// Whether it is taken.
    #[serde(default)]
    pub taking: Taking,
    /// When the last dose was taken.
    #[serde(default)]
    pub last_dose: When,
    /// Why it is taken.
    #[serde(default)]
    pub indication: Option<Text>,
}

/// What to show before an intervention.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Risk class, where it is on file.
    pub class: Option<RiskClass>,
    /// One sentence an agent.
    pub agents: Vec<String>,
    /// What is not recorded.
    pub missing: Vec<String>,
    /// True where blood thinners are not assessed.
    pub not_assessed: bool,
}

impl Notice {
    /// As printed before the intervention.
    pub fn text(&self) -> String {
        let mut lines = vec![match self.class {
            Some(class) => format!(
                "Bleeding-risk class of this intervention: {} (ASRA 2018).",
                class.words()
            ),
            None => "The bleeding-risk class of this intervention is not on file.".to_owned(),
        }];
        if self.not_assessed {
            lines.push("Blood thinners: not assessed.".to_owned());
        } else if self.agents.is_empty() {
            lines.push("Blood thinners: asked, none.".to_owned());
        }
        lines.extend(self.agents.iter().cloned());
        if !self.missing.is_empty() {
            lines.push(format!("Not recorded: {}.", self.missing.join("; ")));
        }
        if !self.agents.is_empty() {
            lines.push(CHECK_GUIDELINE.to_owned());
        }
        lines.join(" ")
    }
}

/// What the record says about blood thinners before the intervention with that id. `renal_function` says whether a
/// recent kidney value is in the record.
pub fn notice(agents: &Answer<Vec<Agent>>, intervention: &str, renal_function: bool) -> Notice {
    let known = interventions().unwrap_or_default();
    let mut notice = Notice {
        class: known
            .iter()
            .find(|one| one.id == intervention)
            .map(|one| one.class),
        agents: Vec::new(),
        missing: Vec::new(),
        not_assessed: false,
    };
    let list = match agents {
        Answer::Missing(Missing::Absent) => return notice,
        Answer::Value(list) if !list.is_empty() => list,
        _ => {
            notice.not_assessed = true;
            return notice;
        }
    };
    for agent in list {
        let name = &agent.name;
        let state = match &agent.taking {
            Taking::Yes => "taken".to_owned(),
            Taking::NotSaid => "whether it is taken is not recorded".to_owned(),
            Taking::Stopped { agreed_by, restart } => {
                if agreed_by.is_none() {
                    notice.missing.push(format!("who agreed to stop {name}"));
                }
                if restart.is_none() {
                    notice.missing.push(format!("restart of {name}"));
                }
                "recorded as stopped".to_owned()
            }
        };
        let dose = if agent.last_dose.is_unknown() {
            notice.missing.push(format!("last dose of {name}"));
            String::new()
        } else {
            format!(", last dose {}", agent.last_dose)
        };
        let why = match &agent.indication {
            Some(why) => format!(", for {why}"),
            None => {
                notice.missing.push(format!("indication of {name}"));
                String::new()
            }
        };
        notice.agents.push(format!("{name}: {state}{dose}{why}."));
    }
    if !renal_function {
        notice.missing.push("kidney function".to_owned());
    }
    notice
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn agent(name: &str, class: AgentClass, taking: Taking) -> Agent {
        Agent {
            name: Text::new(name).unwrap(),
            class,
            taking,
            last_dose: When::default(),
            indication: None,
        }
    }

    #[rstest]
    #[case("stimulator", RiskClass::High)]
    #[case("intrathecal", RiskClass::High)]
    #[case("vertebral_augmentation", RiskClass::High)]
    #[case("percutaneous_decompression", RiskClass::High)]
    #[case("epidural_decompression", RiskClass::High)]
    #[case("epidural_interlaminar", RiskClass::Intermediate)]
    #[case("epidural_transforaminal", RiskClass::Intermediate)]
    #[case("facet_cervical", RiskClass::Intermediate)]
    #[case("intradiscal", RiskClass::Intermediate)]
    #[case("sympathetic", RiskClass::Intermediate)]
    #[case("facet_thoracolumbar", RiskClass::Low)]
    #[case("sacroiliac", RiskClass::Low)]
    #[case("peripheral", RiskClass::Low)]
    #[case("trigger_point", RiskClass::Low)]
    #[case("pocket_revision", RiskClass::Low)]
    fn interventions_have_their_class(#[case] id: &str, #[case] class: RiskClass) {
        let notice = notice(&Answer::Missing(Missing::Absent), id, true);
        assert_eq!(notice.class, Some(class));
        assert_eq!(interventions().unwrap().len(), 15);
    }

    #[test]
    fn an_intervention_that_is_not_on_file_has_no_class() {
        let notice = notice(&Answer::Missing(Missing::Absent), "acupuncture", true);
        assert_eq!(notice.class, None);
        assert!(notice.text().contains("not on file"));
    }

    #[test]
    fn trap_39_no_days_no_bridging_no_instruction() {
        let stopped = Taking::Stopped {
            agreed_by: None,
            restart: None,
        };
        for class in [
            AgentClass::VitaminKAntagonist,
            AgentClass::FactorXaInhibitor,
            AgentClass::ThrombinInhibitor,
            AgentClass::Heparin,
            AgentClass::P2y12Inhibitor,
            AgentClass::Aspirin,
            AgentClass::Other,
        ] {
            for taking in [Taking::Yes, stopped.clone(), Taking::NotSaid] {
                let list = Answer::Value(vec![agent("Agent", class, taking)]);
                for one in interventions().unwrap() {
                    let text = notice(&list, &one.id, false).text().to_lowercase();
                    for never in [" day", "hold", "bridg", "withhold", "hours", "should"] {
                        assert!(!text.contains(never), "{never}: {text}");
                    }
                    assert!(text.contains("check the current guideline"));
                }
            }
        }
    }

    #[rstest]
    #[case(Missing::NotAsked)]
    #[case(Missing::Unknown)]
    #[case(Missing::Declined)]
    fn trap_39_nothing_recorded_is_not_none(#[case] missing: Missing) {
        let notice = notice(&Answer::Missing(missing), "stimulator", true);
        assert!(notice.not_assessed);
        assert!(notice.text().contains("not assessed"));
        assert!(super::notice(&Answer::Value(Vec::new()), "stimulator", true).not_assessed);
    }

    #[test]
    fn trap_39_stopped_only_where_somebody_said_so_and_what_is_missing_is_named() {
        let silent = Answer::Value(vec![agent("Aspirin", AgentClass::Aspirin, Taking::NotSaid)]);
        let text = notice(&silent, "stimulator", false).text();
        assert!(
            text.contains("Aspirin: whether it is taken is not recorded."),
            "{text}"
        );
        assert!(
            text.contains("Not recorded: last dose of Aspirin; indication of Aspirin; kidney function."),
            "{text}"
        );
        let mut complete = agent(
            "Warfarin",
            AgentClass::VitaminKAntagonist,
            Taking::Stopped {
                agreed_by: Some(Text::new("Dr Lind").unwrap()),
                restart: Some(Text::new("cardiology decides").unwrap()),
            },
        );
        complete.last_dose = "20 Nov 2026".parse().unwrap();
        complete.indication = Some(Text::new("mechanical valve").unwrap());
        let notice = notice(&Answer::Value(vec![complete]), "stimulator", true);
        assert!(notice.missing.is_empty());
        assert!(
            notice
                .text()
                .contains("last dose 20 Nov 2026, for mechanical valve.")
        );
    }
}
