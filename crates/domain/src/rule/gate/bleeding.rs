//! Blood thinners before an intervention: what is taken, what contradicts itself, what is not recorded about it, and the
//! risk class of the intervention. It names no hold time, suggests no bridging and never infers that a drug was stopped.
//!
//! It gives facts and no sentences: screen and letter word them in one place, outside.
//!
//! Source: ASRA multi-society guideline 2018 and its update note of August 2019, as a class list only.

mod class;
mod kidney;
mod known;
mod register;

pub use class::{
    Area, AreaHistory, ClassedIntervention, Intervention, RiskClass, UnexplainedImplant, classed,
    intervention, interventions,
};
pub use kidney::renal_function;
pub use known::{NamedAgent, named, source};
pub use register::{Conflict, Entry, Mention, Register, Use, become_listed, in_treatment, register};

use crate::{
    fact::{anticoagulant::Taking, kept::Kept, surgery::Surgery},
    value::{
        answer::{Answer, Missing},
        text::Text,
    },
};

/// Something that is not recorded and belongs to the question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gap {
    /// Who agreed to stop this one.
    AgreedBy(Text),
    /// When this one is started again, or who decides.
    Restart(Text),
    /// The last dose of this one.
    LastDose(Text),
    /// Why this one is taken.
    Indication(Text),
    /// Whether there are others: where blood thinners are asked about there is no list, but this.
    Others(Missing),
    /// A kidney value of the last months.
    KidneyFunction,
}

/// What to show before an intervention.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice<'a> {
    /// The intervention and its class, where it is on file.
    pub class: Option<ClassedIntervention>,
    /// What is recorded of blood thinners.
    pub register: &'a Register,
    /// What is not recorded.
    pub missing: Vec<Gap>,
}

impl Notice<'_> {
    /// Nothing is recorded, and nobody said that there is none.
    pub fn is_not_assessed(&self) -> bool {
        !matches!(
            self.register.answer(),
            Answer::Value(_) | Answer::Missing(Missing::Absent)
        )
    }

    /// It is shown as what holds up: not assessed, or a contradiction.
    pub fn holds_up(&self) -> bool {
        self.is_not_assessed() || self.register.contradicts_itself()
    }
}

/// What the record says about blood thinners before the intervention with that id, after `surgeries` and whatever put
/// `implants` in. `renal_function` says whether a recent kidney value is in the record.
pub fn notice<'a>(
    register: &'a Register,
    intervention: &str,
    surgeries: &[Kept<Surgery>],
    implants: &[UnexplainedImplant],
    renal_function: bool,
) -> Notice<'a> {
    let mut missing = Vec::new();
    for entry in &register.entries {
        let agent = &entry.anticoagulant;
        let name = || agent.name.clone();
        if let Taking::Stopped { agreed_by, restart } = &agent.taking {
            missing.extend(agreed_by.is_none().then(|| Gap::AgreedBy(name())));
            missing.extend(restart.is_none().then(|| Gap::Restart(name())));
        }
        missing.extend(agent.last_dose.is_unknown().then(|| Gap::LastDose(name())));
        missing.extend(agent.indication.is_none().then(|| Gap::Indication(name())));
    }
    if !register.entries.is_empty() {
        let open = register
            .asked
            .filter(|asked| !matches!(asked, Missing::Absent | Missing::NotApplicable));
        missing.extend(open.map(Gap::Others));
        missing.extend((!renal_function).then_some(Gap::KidneyFunction));
    }
    Notice {
        class: classed(intervention, surgeries, implants),
        register,
        missing,
    }
}
