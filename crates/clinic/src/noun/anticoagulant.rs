//! A blood thinner as columns and in words.

use super::{Entered, Written};
use crate::{
    cells::{Cells, text, when},
    details::Details,
    words::{Word, message, say, say_with},
};
use lamina_api::shown::Shown;
use lamina_domain::{
    Anticoagulant,
    anticoagulant::{AgentClass, Taking},
};
use lamina_store::Cell;

impl Written for Anticoagulant {
    fn columns(&self) -> Cells {
        let mut cells = when(&self.last_dose);
        let (taking, by, restart) = match &self.taking {
            Taking::Yes => ("yes", Cell::Null, Cell::Null),
            Taking::NotSaid => ("not_said", Cell::Null, Cell::Null),
            Taking::Stopped { agreed_by, restart } => ("stopped", text(agreed_by), text(restart)),
        };
        cells.push(("taking", Cell::from(taking)));
        cells.push(("agreed_by", by));
        cells.push(("restart", restart));
        cells
    }

    fn shown(&self) -> Shown {
        let mut details = Details::default();
        details.add(&say!("shown-agent-class"), Some(self.class.word()));
        let (taking, by, restart) = match &self.taking {
            Taking::Yes => (say!("value-taking-yes"), None, None),
            Taking::NotSaid => (say!("value-taking-not-said"), None, None),
            Taking::Stopped { agreed_by, restart } => (
                say!("value-taking-stopped"),
                Some(agreed_by.as_ref().map(ToString::to_string)),
                Some(restart.as_ref().map(ToString::to_string)),
            ),
        };
        let or_missing = |text: Option<String>| text.unwrap_or_else(|| say!("letter-gate-not-recorded"));
        details.add(&say!("shown-agent-taking"), Some(taking));
        details.add(&say!("shown-agent-agreed-by"), by.map(or_missing));
        details.add(&say!("shown-agent-restart"), restart.map(or_missing));
        details.text(&say!("shown-agent-indication"), &self.indication);
        details.text(&say!("shown-note"), &self.note);
        details.told_by(self.told_by);
        Shown {
            when: match self.last_dose.is_unknown() {
                true => say!("shown-agent-last-dose-unknown"),
                false => say_with!(
                    "shown-agent-last-dose",
                    [("when", self.last_dose.to_string().into())],
                ),
            },
            title: self.name.to_string(),
            details: details.0,
        }
    }
}

impl Entered for Anticoagulant {}

impl Word for AgentClass {
    fn word(&self) -> String {
        say!(match self {
            AgentClass::VitaminKAntagonist => message!("value-agent-vitamin-k-antagonist"),
            AgentClass::FactorXaInhibitor => message!("value-agent-factor-xa-inhibitor"),
            AgentClass::ThrombinInhibitor => message!("value-agent-thrombin-inhibitor"),
            AgentClass::Heparin => message!("value-agent-heparin"),
            AgentClass::P2y12Inhibitor => message!("value-agent-p2y12-inhibitor"),
            AgentClass::Aspirin => message!("value-agent-aspirin"),
            AgentClass::Other => message!("value-agent-other"),
        })
    }
}
