//! Implants before an MRI request. The system counts as a whole: generator, every lead in the body whether it is
//! used or not, pump. One part that is unknown or unsafe warns. Fusion metal alone is no contraindication.
//!
//! Sources: mrimplant.org; Boston Scientific 1.5 T guideline; fusion metal: general knowledge of the field.

use crate::{
    answer::{Answer, Missing},
    text::Text,
};
use serde::{Deserialize, Serialize};

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// Implanted pulse generator.
    Generator,
    /// A lead or extension.
    Lead,
    /// Intrathecal pump.
    Pump,
    /// Catheter of a pump.
    Catheter,
    /// Screws, rods, cages, plates.
    FusionMetal,
    /// Anything else, such as an artificial disc.
    Other,
}

impl PartKind {
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            PartKind::Generator => "generator",
            PartKind::Lead => "lead",
            PartKind::Pump => "pump",
            PartKind::Catheter => "catheter",
            PartKind::FusionMetal => "fusion metal",
            PartKind::Other => "implant",
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
    /// Broken.
    Fractured,
    /// Taken out.
    Removed,
    /// Nobody recorded it.
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
    /// Labelled safe.
    Safe,
    /// Labelled for MRI under conditions.
    Conditional(Conditions),
    /// Labelled unsafe.
    Unsafe,
    /// Not known.
    #[default]
    Unknown,
}

/// One part of a system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Its name or model.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// What has become of it.
    #[serde(default)]
    pub state: PartState,
    /// Its labelling.
    #[serde(default)]
    pub mri: MriStatus,
}

impl Part {
    /// In words, with its name.
    pub fn words(&self) -> String {
        match &self.name {
            Some(name) => format!("{} ({name})", self.kind.words()),
            None => self.kind.words().to_owned(),
        }
    }

    fn is_metal(&self) -> bool {
        self.kind == PartKind::FusionMetal
    }
}

/// What belongs together: a stimulator with its leads, a pump with its catheter, the metal of one operation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct System {
    /// Its name.
    pub name: Text,
    /// Its parts, also those that are left behind.
    pub parts: Vec<Part>,
}

/// What to show on an MRI request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MriVerdict"))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Nobody asked about implants, or nobody knows.
    NotAssessed,
    /// Asked, and there is none.
    NoneRecorded,
    /// Fusion metal only, or every part is labelled safe.
    Note,
    /// Allowed by its label under conditions.
    Conditional,
    /// Something is unknown, unsafe, abandoned or broken.
    Warning,
}

/// The notice for an MRI request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// The strongest thing to say.
    pub verdict: Verdict,
    /// Why, one sentence a part.
    pub reasons: Vec<String>,
    /// The conditions of the labels, one sentence a part.
    pub conditions: Vec<String>,
    /// Notes that hold nothing up.
    pub notes: Vec<String>,
}

impl Notice {
    /// The first sentence.
    pub fn headline(&self) -> &'static str {
        match self.verdict {
            Verdict::NotAssessed => {
                "Implants: not assessed. Nothing recorded does not mean that there is none."
            }
            Verdict::NoneRecorded => "Implants: asked, none.",
            Verdict::Note => "Implants recorded.",
            Verdict::Conditional => {
                "Implants with conditions for MRI. The MRI department decides on the whole system."
            }
            Verdict::Warning => {
                "Warning: MRI status is not clear for every part. The MRI department has to know before the request is booked."
            }
        }
    }

    /// The sentences under it: why, under which conditions, and what holds nothing up.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        let all = self.reasons.iter().chain(&self.conditions).chain(&self.notes);
        all.map(String::as_str)
    }

    /// As printed on the request.
    pub fn text(&self) -> String {
        let sentences: Vec<&str> = [self.headline()].into_iter().chain(self.lines()).collect();
        sentences.join(" ")
    }
}

/// What the device register says before an MRI request.
pub fn notice(register: &Answer<Vec<System>>) -> Notice {
    let mut notice = Notice {
        verdict: Verdict::NotAssessed,
        reasons: Vec::new(),
        conditions: Vec::new(),
        notes: Vec::new(),
    };
    let systems = match register {
        Answer::Missing(Missing::Absent) => {
            notice.verdict = Verdict::NoneRecorded;
            return notice;
        }
        Answer::Missing(_) => return notice,
        Answer::Value(systems) => systems,
    };
    let inside = |part: &&Part| part.state != PartState::Removed;
    if systems.iter().all(|system| system.parts.is_empty()) {
        // An empty register is no answer.
        return notice;
    }
    notice.verdict = Verdict::Note;
    for system in systems {
        let parts: Vec<&Part> = system.parts.iter().filter(inside).collect();
        for part in &parts {
            look_at(system, part, &mut notice);
        }
        incomplete(system, &parts, &mut notice);
    }
    if !notice.reasons.is_empty() {
        notice.verdict = Verdict::Warning;
    } else if !notice.conditions.is_empty() {
        notice.verdict = Verdict::Conditional;
    }
    notice
}

fn look_at(system: &System, part: &Part, notice: &mut Notice) {
    let what = format!("{}, {}", system.name, part.words());
    match (&part.mri, part.is_metal()) {
        (MriStatus::Unsafe, _) => notice.reasons.push(format!("{what}: labelled unsafe.")),
        (MriStatus::Unknown, true) => {}
        (MriStatus::Unknown, false) => notice.reasons.push(format!("{what}: MRI status unknown.")),
        (MriStatus::Safe, false) => notice.notes.push(format!("{what}: labelled safe.")),
        (MriStatus::Safe, true) => {}
        (MriStatus::Conditional(conditions), _) => label(&what, conditions, notice),
    }
    if part.is_metal() {
        notice.notes.push(format!(
            "{what}: usually no contraindication; expect artefact near it."
        ));
        return;
    }
    match part.state {
        PartState::Abandoned => notice.reasons.push(format!(
            "{what}: left in the body unconnected; the label of the system does not cover it."
        )),
        PartState::Fractured => notice.reasons.push(format!(
            "{what}: broken; the label of the system does not cover it."
        )),
        PartState::Unknown => notice.reasons.push(format!("{what}: its state is not recorded.")),
        PartState::InUse | PartState::Removed => {}
    }
}

fn label(what: &str, conditions: &Conditions, notice: &mut Notice) {
    let named = [
        ("field", &conditions.field),
        ("body part", &conditions.body),
        ("mode", &conditions.mode),
    ];
    let lacking: Vec<&str> = named
        .iter()
        .filter(|(_, value)| value.is_none())
        .map(|(name, _)| *name)
        .collect();
    let given: Vec<String> = named
        .iter()
        .filter_map(|(name, value)| Some(format!("{name} {}", value.as_ref()?)))
        .collect();
    if !given.is_empty() {
        notice.conditions.push(format!("{what}: {}.", given.join(", ")));
    }
    if !lacking.is_empty() {
        notice.reasons.push(format!(
            "{what}: conditions not recorded: {}.",
            lacking.join(", ")
        ));
    }
}

/// A stimulator or pump of which only one half is in the register.
fn incomplete(system: &System, parts: &[&Part], notice: &mut Notice) {
    let has = |kind: PartKind| parts.iter().any(|part| part.kind == kind);
    for (one, other) in [
        (PartKind::Generator, PartKind::Lead),
        (PartKind::Lead, PartKind::Generator),
        (PartKind::Pump, PartKind::Catheter),
        (PartKind::Catheter, PartKind::Pump),
    ] {
        if has(one) && !has(other) {
            notice.reasons.push(format!(
                "{}: a {} without a {} in the register; the whole system counts.",
                system.name,
                one.words(),
                other.words()
            ));
        }
    }
}

#[cfg(test)]
mod tests;
