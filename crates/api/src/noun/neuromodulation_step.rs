//! A step of a path of neuromodulation, as typed: the fields of every kind of step side by side, of which those of the chosen
//! kind are read. What was typed in the others stays in the form and not in the record.

use super::{Typed, typed};
use crate::{
    field::{Field, Part, fields, has_to_be_chosen, the_same},
    reading::Reading,
};
use lamina_domain::{
    Answer, Levels, Link, Problem, Side, Text, ToldBy, When,
    neuromodulation::{
        Lead, Step, What,
        step::{
            Assessment, AssessmentKind, BatteryKind, BatteryStatus, Complication, Decision,
            DeviceComplication, Explant, ExplantExtent, ImplantedSystem, PatientWish, Programming, Revision,
            Suitability, Trial, TrialDecision, Waveform,
        },
    },
    within::Within,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

typed!(
    Step as NeuromodulationStepInput,
    with StepKind, AssessmentKind, Suitability, Waveform, TrialDecision, PatientWish, BatteryKind, BatteryStatus,
    DeviceComplication, ExplantExtent, LeadInput, AssessmentStepInput, TrialStepInput, DecisionStepInput,
    ImplantStepInput, ProgrammingStepInput, ComplicationStepInput, RevisionStepInput, ExplantStepInput, WhatInput
);

has_to_be_chosen!(AssessmentKind, TrialDecision, DeviceComplication);
the_same!(
    Answer<Suitability>,
    Answer<PatientWish>,
    BTreeSet<Waveform>,
    Option<Waveform>,
    Option<BatteryKind>,
    Option<BatteryStatus>,
    Option<ExplantExtent>,
    Option<bool>,
);

/// The kinds of step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// Somebody assessed before a trial.
    Assessment,
    /// A trial, from its first day on.
    Trial,
    /// A decision after a trial, or without one.
    Decision,
    /// A system was implanted.
    Implant,
    /// It was programmed at a visit.
    Programming,
    /// Something went wrong, from its time on.
    Complication,
    /// It was revised and stayed in.
    Revision,
    /// It was taken out.
    Explant,
}

impl StepKind {
    /// The kind of a step.
    pub fn of(what: &What) -> Self {
        match what {
            What::Assessment(_) => Self::Assessment,
            What::Trial(_) => Self::Trial,
            What::Decision(_) => Self::Decision,
            What::Implant(_) => Self::Implant,
            What::Programming(_) => Self::Programming,
            What::Complication(_) => Self::Complication,
            What::Revision(_) => Self::Revision,
            What::Explant(_) => Self::Explant,
        }
    }
}

fields! {
    /// A lead, as typed.
    Lead as LeadInput {
        /// The level of its tip.
        tip: Levels,
        /// On which side of the patient.
        side: Answer<Side>,
        /// How many contacts it has.
        contacts: Option<Within<1, 64>>,
        /// Whatever else is told of it.
        words: Option<Text>,
    }
}

fields! {
    /// An assessment, as typed.
    Assessment as AssessmentStepInput {
        /// Who assessed; has to be chosen.
        kind: AssessmentKind,
        /// What it came to.
        outcome: Answer<Suitability>,
        /// In words, beside what was chosen.
        words: Option<Text>,
    }
}

fields! {
    /// A trial, as typed.
    Trial as TrialStepInput {
        /// Its last day; empty while it runs.
        ended: When,
        /// How it was stimulated.
        waveforms: BTreeSet<Waveform>,
        /// The leads or the catheter.
        leads: Vec<LeadInput>,
        /// When they came out; empty while they are in.
        leads_out: When,
        /// How it went, in words.
        words: Option<Text>,
    }
}

fields! {
    /// A decision, as typed.
    Decision as DecisionStepInput {
        /// What was decided; has to be chosen.
        kind: TrialDecision,
        /// Why, in words that were given.
        why: Option<Text>,
        /// What the patient wishes.
        wish: Answer<PatientWish>,
    }
}

fields! {
    /// An implant, as typed.
    ImplantedSystem as ImplantStepInput {
        /// The leads or the catheter.
        leads: Vec<LeadInput>,
        /// Where the generator or pump lies.
        site: Option<Text>,
        /// On which side of the patient it lies.
        side: Answer<Side>,
        /// Where the power comes from.
        battery: Option<BatteryKind>,
        /// Whether the patient has the card of the system.
        card: Option<bool>,
        /// In words, beside what was chosen.
        words: Option<Text>,
    }
}

fields! {
    /// A visit for programming, as typed.
    Programming as ProgrammingStepInput {
        /// Name or number of the programme.
        programme: Option<Text>,
        /// How the pulses come.
        waveform: Option<Waveform>,
        /// Amplitude, width, rate and contacts.
        settings: Option<Text>,
        /// How the battery was found.
        battery: Option<BatteryStatus>,
        /// In words, beside what was chosen.
        words: Option<Text>,
    }
}

fields! {
    /// A complication, as typed.
    Complication as ComplicationStepInput {
        /// What went wrong; has to be chosen.
        kind: DeviceComplication,
        /// In words, beside what was chosen.
        words: Option<Text>,
        /// What was done about it.
        treatment: Option<Text>,
        /// When it was over; empty where it is not.
        resolved: When,
    }
}

fields! {
    /// A revision, as typed.
    Revision as RevisionStepInput {
        /// What was done, as it was told.
        words: Text,
        /// The leads as they lie since.
        leads: Vec<LeadInput>,
    }
}

fields! {
    /// An explant, as typed.
    Explant as ExplantStepInput {
        /// How much was taken out.
        extent: Option<ExplantExtent>,
        /// Why, in words that were given.
        why: Option<Text>,
    }
}

/// What a step is, as typed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(rename = "StepWhatInput")]
pub struct WhatInput {
    /// The kind of step; none where it is not chosen yet.
    pub is: Option<StepKind>,
    /// The fields of an assessment.
    pub assessment: AssessmentStepInput,
    /// The fields of a trial.
    pub trial: TrialStepInput,
    /// The fields of a decision.
    pub decision: DecisionStepInput,
    /// The fields of an implant.
    pub implant: ImplantStepInput,
    /// Of a visit for programming.
    pub programming: ProgrammingStepInput,
    /// The fields of a complication.
    pub complication: ComplicationStepInput,
    /// The fields of a revision.
    pub revision: RevisionStepInput,
    /// The fields of an explant.
    pub explant: ExplantStepInput,
}

impl Field for What {
    type Fact = Self;
    type Typed = WhatInput;

    fn typed(what: &What) -> WhatInput {
        let mut input = WhatInput {
            is: Some(StepKind::of(what)),
            ..WhatInput::default()
        };
        match what {
            What::Assessment(one) => input.assessment = AssessmentStepInput::of(one),
            What::Trial(one) => input.trial = TrialStepInput::of(one),
            What::Decision(one) => input.decision = DecisionStepInput::of(one),
            What::Implant(one) => input.implant = ImplantStepInput::of(one),
            What::Programming(one) => input.programming = ProgrammingStepInput::of(one),
            What::Complication(one) => input.complication = ComplicationStepInput::of(one),
            What::Revision(one) => input.revision = RevisionStepInput::of(one),
            What::Explant(one) => input.explant = ExplantStepInput::of(one),
        }
        input
    }

    fn read(typed: &WhatInput, path: &str, reading: &mut Reading) -> Option<What> {
        let is = reading.keep(&format!("{path}.is"), typed.is.ok_or(Problem::Required))?;
        let at = |part: &str| format!("{path}.{part}.");
        match is {
            StepKind::Assessment => {
                let read = typed.assessment.read_at(&at("assessment"), reading);
                read.map(What::Assessment)
            }
            StepKind::Trial => {
                let read = typed.trial.read_at(&at("trial"), reading);
                read.map(|one| What::Trial(Box::new(one)))
            }
            StepKind::Decision => {
                let read = typed.decision.read_at(&at("decision"), reading);
                read.map(What::Decision)
            }
            StepKind::Implant => {
                let read = typed.implant.read_at(&at("implant"), reading);
                read.map(|one| What::Implant(Box::new(one)))
            }
            StepKind::Programming => {
                let read = typed.programming.read_at(&at("programming"), reading);
                read.map(What::Programming)
            }
            StepKind::Complication => {
                let read = typed.complication.read_at(&at("complication"), reading);
                read.map(What::Complication)
            }
            StepKind::Revision => {
                let read = typed.revision.read_at(&at("revision"), reading);
                read.map(What::Revision)
            }
            StepKind::Explant => {
                let read = typed.explant.read_at(&at("explant"), reading);
                read.map(What::Explant)
            }
        }
    }
}

fields! {
    /// A step, as typed.
    Step as NeuromodulationStepInput {
        /// The path that it belongs to.
        neuromodulation: Link,
        /// When; of a trial when it began.
        when: When,
        /// What kind of step it is.
        what: What,
        /// By whom it was done or decided.
        by: Option<Text>,
        /// Operations, treatments and devices that tell of the same.
        entries: Vec<Link>,
        /// Who said it, or where it was read.
        told_by: ToldBy,
        /// Whatever has no field of its own.
        note: Option<Text>,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::Typing;

    fn reading() -> Reading {
        Reading::of(Typing::on("2026-11-25".parse().unwrap()))
    }

    fn step(what: WhatInput) -> NeuromodulationStepInput {
        NeuromodulationStepInput {
            neuromodulation: "neuromodulation 1".into(),
            when: "10 Mar 2026".into(),
            what,
            ..NeuromodulationStepInput::default()
        }
    }

    #[test]
    fn a_trial_reads_back_as_it_was_typed_and_what_is_wrong_is_told_at_its_field() {
        let lead = |tip: &str| LeadInput {
            tip: tip.into(),
            side: Answer::Value(Side::Left),
            contacts: "8".into(),
            words: "percutaneous".into(),
        };
        let mut typed = step(WhatInput {
            is: Some(StepKind::Trial),
            trial: TrialStepInput {
                ended: "20 Mar 2026".into(),
                waveforms: [Waveform::Burst].into(),
                leads: vec![lead("T8")],
                leads_out: "21 Mar 2026".into(),
                words: "walked further".into(),
            },
            ..WhatInput::default()
        });
        let mut found = reading();
        let read = typed.read(&mut found).unwrap();
        assert_eq!(NeuromodulationStepInput::of(&read), typed);
        typed.what.trial.leads.push(lead("T99"));
        typed.what.trial.leads.push(LeadInput {
            contacts: "900".into(),
            ..LeadInput::default()
        });
        typed.what.trial.ended = "soon".into();
        typed.read(&mut found);
        let paths: Vec<&str> = found.issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(
            paths,
            [
                "what.trial.ended",
                "what.trial.leads.1.tip",
                "what.trial.leads.2.contacts"
            ]
        );
    }

    #[test]
    fn what_was_typed_of_another_kind_is_not_read_and_a_step_without_a_kind_is_none() {
        let mut what = WhatInput {
            is: Some(StepKind::Explant),
            ..WhatInput::default()
        };
        what.trial.ended = "soon".into();
        let mut found = reading();
        assert!(matches!(
            step(what).read(&mut found).unwrap().what,
            What::Explant(Explant { extent: None, .. })
        ));
        assert_eq!(found.issues, []);
        assert_eq!(step(WhatInput::default()).read(&mut found), None);
        assert_eq!(found.issues[0].path, "what.is");
    }
}
