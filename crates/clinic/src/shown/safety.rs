//! Implanted systems, blood thinners and checks before injections in words. What nobody recorded is said to be so.

use super::{
    Details,
    answers::{Means, Said, answers},
};
use crate::gates::{implants, intervention};
use crate::words::{Word, joined, say, say_with};
use lamina_api::shown::Shown;
use lamina_domain::{
    Anticoagulant, Check, Device,
    anticoagulant::{AgentClass, Taking},
    check::InjectionCheck,
    implant::{MriStatus, Part, PartState},
};

impl Word for AgentClass {
    fn word(&self) -> String {
        say(match self {
            AgentClass::VitaminKAntagonist => "value-agent-vitamin-k-antagonist",
            AgentClass::FactorXaInhibitor => "value-agent-factor-xa-inhibitor",
            AgentClass::ThrombinInhibitor => "value-agent-thrombin-inhibitor",
            AgentClass::Heparin => "value-agent-heparin",
            AgentClass::P2y12Inhibitor => "value-agent-p2y12-inhibitor",
            AgentClass::Aspirin => "value-agent-aspirin",
            AgentClass::Other => "value-agent-other",
        })
    }
}

impl Word for PartState {
    fn word(&self) -> String {
        say(match self {
            PartState::InUse => "value-part-in-use",
            PartState::Abandoned => "value-part-abandoned",
            PartState::Fractured => "value-part-fractured",
            PartState::Removed => "value-part-removed",
            PartState::Unknown => "value-part-unknown",
        })
    }
}

fn labelling(part: &Part) -> String {
    match &part.mri {
        MriStatus::Safe => say("value-mri-safe"),
        MriStatus::Unsafe => say("value-mri-unsafe"),
        MriStatus::Unknown => say("value-mri-unknown"),
        MriStatus::Conditional(conditions) => {
            let given = [&conditions.field, &conditions.body, &conditions.mode];
            let given = given.into_iter().map(|one| one.as_ref().map(ToString::to_string));
            joined([Some(say("value-mri-conditional")), joined(given, ", ")], ": ").unwrap_or_default()
        }
    }
}

/// An implanted system; each part with its state and its MRI labelling.
pub(super) fn device(device: &Device) -> Shown {
    let mut details = Details::default();
    for part in &device.parts {
        let label = crate::words::sentence(&implants::part(part));
        let text = joined([Some(part.state.word()), Some(labelling(part))], ", ");
        details.add(&label, text);
    }
    details.text(&say("shown-device-maker"), &device.maker);
    details.text(&say("shown-device-model"), &device.model);
    details.text(&say("shown-device-serial"), &device.serial);
    details.text(&say("shown-device-udi"), &device.udi);
    let removed = (!device.removed.is_unknown()).then(|| device.removed.to_string());
    details.add(&say("shown-device-removed"), removed);
    details.text(&say("shown-note"), &device.note);
    details.told_by(device.told_by);
    Shown {
        when: device.implanted.to_string(),
        title: device.name.to_string(),
        details: details.0,
    }
}

/// A blood thinner; its time is that of the last dose.
pub(super) fn thinner(thinner: &Anticoagulant) -> Shown {
    let mut details = Details::default();
    details.add(&say("shown-agent-class"), Some(thinner.class.word()));
    let (taking, by, restart) = match &thinner.taking {
        Taking::Yes => (say("value-taking-yes"), None, None),
        Taking::NotSaid => (say("value-taking-not-said"), None, None),
        Taking::Stopped { agreed_by, restart } => (
            say("value-taking-stopped"),
            Some(agreed_by.as_ref().map(ToString::to_string)),
            Some(restart.as_ref().map(ToString::to_string)),
        ),
    };
    let or_missing = |text: Option<String>| text.unwrap_or_else(|| say("letter-gate-not-recorded"));
    details.add(&say("shown-agent-taking"), Some(taking));
    details.add(&say("shown-agent-agreed-by"), by.map(or_missing));
    details.add(&say("shown-agent-restart"), restart.map(or_missing));
    details.text(&say("shown-agent-indication"), &thinner.indication);
    details.text(&say("shown-note"), &thinner.note);
    details.told_by(thinner.told_by);
    Shown {
        when: match thinner.last_dose.is_unknown() {
            true => say("shown-agent-last-dose-unknown"),
            false => say_with(
                "shown-agent-last-dose",
                [("when", thinner.last_dose.to_string().into())],
            ),
        },
        title: thinner.name.to_string(),
        details: details.0,
    }
}

/// What was asked before an injection.
pub(super) fn asked(asked: &Check) -> Shown {
    let mut details = Details::default();
    let said: Vec<Said> = InjectionCheck::ALL
        .into_iter()
        .map(|check| {
            let reply = asked.replies.get(&check).copied().unwrap_or_default();
            Said {
                group: String::new(),
                words: check.word(),
                reply: reply.word(),
                means: Means::of(reply, check.wants_yes()),
            }
        })
        .collect();
    answers(&mut details, &said);
    details.text(&say("shown-check-by"), &asked.by);
    details.text(&say("shown-note"), &asked.note);
    details.told_by(asked.told_by);
    let before = asked.intervention.as_ref().map(|one| intervention(one.as_str()));
    Shown {
        when: crate::words::spelled(asked.asked_on),
        title: match before {
            Some(what) => say_with("shown-check-before", [("what", what.into())]),
            None => say("shown-check-before-not-said"),
        },
        details: details.0,
    }
}
