//! A step of a path of neuromodulation, with its time: an assessment, a trial, a decision, an implant, a visit for programming,
//! a complication, a revision, an explant.
//!
//! A trial is no operation, and its leads coming out is no explant: that belongs to the trial itself.

use super::names_a_path;
use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    answer::Answer,
    context::{Context, ToldBy},
    issue::{Issue, Problem},
    level::{Levels, Side},
    link::Link,
    text::Text,
    when::When,
    within::Within,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

macro_rules! codes {
    ($($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $one:ident,)+ })+) => {$(
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$doc])* $one,)+
        }
    )+};
}

codes! {
    /// Who assessed, by profession.
    AssessmentKind {
        /// Somebody trained in psychology.
        Psychological,
        /// A team of several professions.
        Multidisciplinary,
        /// The one who implants.
        Implanter,
        /// Somebody else, told in words.
        Other,
    }
    /// What an assessment came to.
    Suitability {
        /// Suitable as things stand.
        Suitable,
        /// Suitable once something was done first.
        WithConditions,
        /// Not now; to be looked at again.
        Deferred,
        /// Not suitable, now or later.
        NotSuitable,
    }
    /// How the pulses come.
    Waveform {
        /// Tonic: one rate, felt as tingling.
        Tonic,
        /// Short bursts of fast pulses.
        Burst,
        /// High frequency, 10 kHz.
        HighFrequency,
        /// Low doses below what is felt.
        SubPerception,
        /// Steered by what the cord answers.
        ClosedLoop,
        /// Another one, in words.
        Other,
    }
    /// What was decided after a trial, or without one.
    TrialDecision {
        /// A system is to be implanted.
        GoOn,
        /// It is not to go on.
        NotGoOn,
        /// It is to be decided later.
        Postponed,
    }
    /// What the patient wishes.
    PatientWish {
        /// The patient wants to go on.
        WantsIt,
        /// It is not to go on.
        DoesNotWantIt,
        /// Has not made up their mind.
        Undecided,
    }
    /// Where the power comes from.
    BatteryKind {
        /// A battery that is charged through the skin.
        Rechargeable,
        /// A battery that is replaced when it is empty.
        NotRechargeable,
        /// Worn outside the body.
        External,
    }
    /// How the battery was found.
    BatteryStatus {
        /// Nothing has to be done.
        Good,
        /// It has to be charged or watched.
        Low,
        /// To be replaced soon.
        ReplaceSoon,
        /// It gives no power any more.
        Empty,
    }
    /// What went wrong. Source of the list: table 1 of PMC6363531.
    DeviceComplication {
        /// A lead moved from its place.
        Migration,
        /// A lead broke inside the body.
        LeadFracture,
        /// A connection came loose.
        Disconnection,
        /// Something came through the skin.
        Erosion,
        /// Pain where the generator lies.
        GeneratorSitePain,
        /// Infection of the device or its pocket.
        Infection,
        /// The dura was punctured.
        DuralPuncture,
        /// A haematoma where it was put in.
        Haematoma,
        /// New weakness, numbness or the like.
        NeurologicalChange,
        /// Stimulation where it is not wanted.
        UnwantedStimulation,
        /// It helps less than it did.
        LossOfEfficacy,
        /// Another one, in words.
        Other,
    }
    /// How much was taken out.
    ExplantExtent {
        /// All of it, leads and all.
        Everything,
        /// The generator or pump; leads or catheter were left.
        LeadsLeft,
        /// Something else of it.
        SomeParts,
    }
}

/// A lead, as it lies.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lead {
    /// The level of its tip.
    #[serde(default, skip_serializing_if = "Levels::is_empty")]
    pub tip: Levels,
    /// On which side of the patient.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub side: Answer<Side>,
    /// How many contacts it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contacts: Option<Within<1, 64>>,
    /// Whatever else is told of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
}

/// An assessment before a trial.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// Who assessed, by profession.
    pub kind: AssessmentKind,
    /// What it came to.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub outcome: Answer<Suitability>,
    /// In words, beside what was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
}

/// A trial; it begins at the time of its step.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Trial {
    /// The last day of stimulation, or of the drug; unknown also while it runs.
    #[serde(skip_serializing_if = "When::is_unknown")]
    pub ended: When,
    /// How it was stimulated.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub waveforms: BTreeSet<Waveform>,
    /// The leads or the catheter.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub leads: Vec<Lead>,
    /// When they came out, which is no explant; unknown also where they are still in.
    #[serde(skip_serializing_if = "When::is_unknown")]
    pub leads_out: When,
    /// How it went, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
}

/// A decision after a trial, or without one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// What was decided, from the list.
    pub kind: TrialDecision,
    /// Why, in words that were given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Text>,
    /// What the patient wishes.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub wish: Answer<PatientWish>,
}

/// An implant, as it lies.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ImplantedSystem {
    /// The leads or the catheter.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub leads: Vec<Lead>,
    /// Where the generator or pump lies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<Text>,
    /// On which side of the patient it lies.
    #[serde(skip_serializing_if = "Answer::is_not_asked")]
    pub side: Answer<Side>,
    /// Where the power comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub battery: Option<BatteryKind>,
    /// Whether the patient has the card of the system.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card: Option<bool>,
    /// In words, beside what was chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
}

/// A visit for programming.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Programming {
    /// Name or number of the programme.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub programme: Option<Text>,
    /// How the pulses come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waveform: Option<Waveform>,
    /// Amplitude, width, rate and contacts, as they stand there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settings: Option<Text>,
    /// How the battery was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub battery: Option<BatteryStatus>,
    /// In words, beside what was chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
}

/// A complication; it began at the time of its step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Complication {
    /// What went wrong, from the list.
    pub kind: DeviceComplication,
    /// In words; needed where it is another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
    /// What was done about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub treatment: Option<Text>,
    /// When it was over; unknown also where it is not.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub resolved: When,
}

/// A revision, after which it stayed in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// What was done, as it was told.
    pub words: Text,
    /// The leads as they lie since.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leads: Vec<Lead>,
}

/// An explant: an implanted system or a part of it was taken out.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Explant {
    /// How much; nothing where it was not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extent: Option<ExplantExtent>,
    /// Why, in words that were given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Text>,
}

/// What a step is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Somebody assessed before a trial.
    Assessment(Assessment),
    /// A trial, from its first day on.
    Trial(Box<Trial>),
    /// A decision after a trial, or without one.
    Decision(Decision),
    /// A system was implanted.
    Implant(Box<ImplantedSystem>),
    /// It was programmed at a visit.
    Programming(Programming),
    /// Something went wrong, from its time on.
    Complication(Complication),
    /// It was revised and stayed in.
    Revision(Revision),
    /// It was taken out.
    Explant(Explant),
}

/// A step, with its time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The path that it belongs to.
    pub neuromodulation: Link,
    /// When; of a trial when it began.
    #[serde(default)]
    pub when: When,
    /// What kind of step it is.
    pub what: What,
    /// By whom it was done or decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Text>,
    /// Operations, treatments and devices of the record that tell of the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<Link>,
    /// Who said it, or where it was read.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// The kinds of entry that can tell of the same as a step.
const TELL_THE_SAME: [&str; 3] = ["operation", "treatment", "device"];

impl Step {
    /// The trial, where it is one.
    pub fn trial(&self) -> Option<&Trial> {
        match &self.what {
            What::Trial(trial) => Some(trial),
            _ => None,
        }
    }

    /// The leads that it tells of.
    pub fn leads(&self) -> &[Lead] {
        match &self.what {
            What::Trial(trial) => &trial.leads,
            What::Implant(implanted) => &implanted.leads,
            What::Revision(revision) => &revision.leads,
            _ => &[],
        }
    }

    /// Ends that follow its time, each with its field.
    fn ends(&self) -> Vec<(&'static str, &When)> {
        match &self.what {
            What::Trial(trial) => vec![
                ("what.trial.ended", &trial.ended),
                ("what.trial.leads_out", &trial.leads_out),
            ],
            What::Complication(one) => vec![("what.complication.resolved", &one.resolved)],
            _ => Vec::new(),
        }
    }

    fn check_links(&self, issues: &mut Vec<Issue>) {
        issues.extend(names_a_path(&self.neuromodulation));
        for (at, link) in self.entries.iter().enumerate() {
            let path = format!("entries.{at}");
            let mut before = self.entries.iter().take(at);
            if !TELL_THE_SAME.contains(&link.what()) {
                let text = link.to_string();
                issues.push(Issue::at(path, Problem::NotALink { text }));
            } else if before.any(|other| other == link) {
                issues.push(Issue::at(path, Problem::NamedTwice));
            }
        }
    }
}

impl Clinical for Step {
    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// It belongs to a path, fits the patient's life, and nothing in it ends before it began; another complication is told in
    /// words.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        self.check_links(&mut issues);
        context.judge("when", &self.when, &mut issues);
        for (path, end) in self.ends() {
            context.judge(path, end, &mut issues);
            if end.is_before(&self.when) {
                issues.push(Issue::at(path, Problem::EndBeforeStart));
            }
        }
        if let What::Complication(one) = &self.what
            && one.kind == DeviceComplication::Other
            && one.words.is_none()
        {
            issues.push(Issue::at("what.complication.words", Problem::Required));
        }
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        let mut whens = vec![("when", &mut self.when)];
        match &mut self.what {
            What::Trial(trial) => {
                whens.push(("what.trial.ended", &mut trial.ended));
                whens.push(("what.trial.leads_out", &mut trial.leads_out));
            }
            What::Complication(one) => whens.push(("what.complication.resolved", &mut one.resolved)),
            _ => {}
        }
        whens
    }

    fn links_mut(&mut self) -> Vec<(String, &mut Link)> {
        let mut links = vec![("neuromodulation".to_owned(), &mut self.neuromodulation)];
        let numbered = self.entries.iter_mut().enumerate();
        links.extend(numbered.map(|(at, link)| (format!("entries.{at}"), link)));
        links
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::Told(&self.when)
    }

    fn words(&self) -> Vec<String> {
        let tips = self.leads().iter().map(|lead| lead.tip.to_string());
        tips.filter(|tip| !tip.is_empty()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::born::Birth;
    use rstest::rstest;

    #[rstest]
    #[case(r#""when":"May 2025","what":{"trial":{"ended":"Jun 2025","leads_out":"Jun 2025"}}"#, &[])]
    #[case(r#""when":"May 2025","what":{"trial":{"ended":"Apr 2025"}}"#, &["what.trial.ended"])]
    #[case(r#""when":"2027","what":{"programming":{}}"#, &["when"])]
    #[case(r#""what":{"complication":{"kind":"migration"}}"#, &[])]
    #[case(r#""what":{"complication":{"kind":"other"}}"#, &["what.complication.words"])]
    #[case(
        r#""when":"May 2025","what":{"complication":{"kind":"erosion","resolved":"2024"}}"#,
        &["what.complication.resolved"]
    )]
    #[case(
        r#""what":{"implant":{}},"entries":["device 1","operation 1","device 1","imaging 1"]"#,
        &["entries.2", "entries.3"]
    )]
    fn a_step_fits_its_time_and_names_what_tells_of_the_same(#[case] fields: &str, #[case] wanted: &[&str]) {
        let step: Step =
            serde_json::from_str(&format!(r#"{{"neuromodulation":"neuromodulation 1",{fields}}}"#)).unwrap();
        let context = Context {
            today: chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: Birth::AgeAtFirstVisit(50),
        };
        let issues = step.check(&context);
        let paths: Vec<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, wanted);
    }

    #[test]
    fn a_step_of_something_else_than_a_path_is_refused() {
        let step: Step =
            serde_json::from_str(r#"{"neuromodulation":"treatment 1","what":{"explant":{}}}"#).unwrap();
        let mut issues = Vec::new();
        step.check_links(&mut issues);
        assert_eq!(issues[0].path, "neuromodulation");
    }
}
