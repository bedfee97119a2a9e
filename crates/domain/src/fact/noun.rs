//! The one table of nouns, and what is made from it here: the names, and a fact of any of them. The record is made from it in
//! `record`; the requests, the columns and what is shown in the crates above.

use super::clinical::Clinical;
use crate::value::{
    context::{Context, ToldBy},
    issue::Issue,
    link::Link,
    when::{Anchor, Reference, When},
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The table: a line for each noun, in the order of a record. `noun_table!([some::callback] ...)` hands it to a macro with
/// whatever else it was given.
///
/// A line is the noun as every layer names it, its name as a type, its field in a record, and the fact. `once` is what every
/// record has one of, the person first; `always` are lists that a record file names also where they are empty; `many` are the
/// other lists.
#[macro_export]
macro_rules! noun_table {
    ([$($then:tt)+] $($with:tt)*) => {
        $($then)+! {
            [$($with)*]
            once {
                /// The person whom the record is about.
                patient Patient patient: $crate::Patient;
                /// Allergies, alerts and conditions of the patient.
                background Background background: $crate::Background;
            }
            always {
                /// An operation, with all that was done in it.
                surgery Surgery surgeries: $crate::Surgery;
                /// A symptom with its course.
                symptom Symptom symptoms: $crate::Symptom;
                /// What an imaging study showed.
                imaging Imaging imaging: $crate::Imaging;
                /// A treatment that was tried.
                treatment Treatment treatments: $crate::Treatment;
                /// A score or measure.
                score Score scores: $crate::Score;
            }
            many {
                /// A screening for red flags.
                flag Flag flags: $crate::Flag;
                /// A decision about a red flag.
                resolution Resolution resolutions: $crate::Resolution;
                /// An implanted system with its parts.
                device Device devices: $crate::Device;
                /// A blood thinner and whether it is taken.
                anticoagulant Anticoagulant anticoagulants: $crate::Anticoagulant;
                /// What was asked before an injection.
                check Check checks: $crate::Check;
                /// A walking plan as it was prescribed.
                walking_plan WalkingPlan walking_plans: $crate::fact::walking::Plan;
                /// What happened to a walking plan.
                walking_event WalkingEvent walking_events: $crate::fact::walking::WalkingEvent;
                /// A row of the walking diary.
                walking_row WalkingRow walking_rows: $crate::fact::walking::Row;
                /// A goal of the patient.
                goal Goal goals: $crate::Goal;
                /// A value that was measured.
                reading Reading readings: $crate::Reading;
                /// A neurological and physical examination.
                examination Examination examinations: $crate::Examination;
                /// A diagnosis or suspected cause.
                diagnosis Diagnosis diagnoses: $crate::Diagnosis;
                /// Electrodiagnostic tests of one day.
                electrodiagnosis Electrodiagnosis electrodiagnoses: $crate::Electrodiagnosis;
                /// A treatment that was not tried.
                untried Untried untried: $crate::UntriedTreatment;
                /// A path of neuromodulation.
                neuromodulation Neuromodulation neuromodulations: $crate::Neuromodulation;
                /// A step of a path of neuromodulation.
                neuromodulation_step NeuromodulationStep neuromodulation_steps: $crate::neuromodulation::Step;
                /// A day of the diary of a trial.
                trial_day TrialDay trial_days: $crate::neuromodulation::TrialDay;
                /// What an intrathecal pump holds and gives from a day on.
                pump_setting PumpSetting pump_settings: $crate::PumpSetting;
                /// How somebody lives, as it was told on a day.
                circumstance Circumstance circumstances: $crate::Circumstance;
                /// Something that was agreed or asked for.
                plan_item PlanItem plan_items: $crate::PlanItem;
                /// A decision that was taken together.
                shared_decision SharedDecision shared_decisions: $crate::SharedDecision;
                /// A file that was attached.
                document Document documents: $crate::Document;
                /// A visit of the patient.
                visit Visit visits: $crate::Visit;
            }
        }
    };
}

/// `of_fact!(fact, one => expression)`: the expression with `one` as the fact itself, whatever its noun.
#[macro_export]
macro_rules! of_fact {
    ([$fact:expr, $one:pat => $body:expr]
     $($kind:ident { $($(#[$doc:meta])* $noun:ident $Noun:ident $field:ident: $type:ty;)* })*) => {
        match $fact { $($($crate::Fact::$Noun($one) => $body,)*)* }
    };
    ($fact:expr, $($then:tt)+) => { $crate::noun_table!([$crate::of_fact] $fact, $($then)+) };
}

/// `of_noun!(noun, T => expression)`: the expression with `T` as the type of the noun's facts.
#[macro_export]
macro_rules! of_noun {
    ([$which:expr, $T:ident => $body:expr]
     $($kind:ident { $($(#[$doc:meta])* $noun:ident $Noun:ident $field:ident: $type:ty;)* })*) => {
        match $which { $($($crate::Noun::$Noun => { type $T = $type; $body })*)* }
    };
    ($which:expr, $($then:tt)+) => { $crate::noun_table!([$crate::of_noun] $which, $($then)+) };
}

macro_rules! nouns {
    ([] $($kind:ident { $($(#[$doc:meta])* $noun:ident $Noun:ident $field:ident: $type:ty;)* })*) => {
        /// The kinds of fact, in the order of a record.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[serde(rename_all = "snake_case")]
        pub enum Noun {
            $($($(#[$doc])* $Noun,)*)*
        }

        impl Noun {
            /// Every noun, in the order of a record.
            pub const ALL: [Self; [$($(stringify!($noun),)*)*].len()] = [$($(Self::$Noun,)*)*];

            /// The noun in every layer: table, folder, wire.
            pub fn name(self) -> &'static str {
                match self { $($(Self::$Noun => stringify!($noun),)*)* }
            }
        }

        /// Any fact, with its noun as the tag.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "noun", rename_all = "snake_case")]
        pub enum Fact {
            $($($(#[$doc])* $Noun(Box<$type>),)*)*
        }

        impl Fact {
            /// The noun of the fact, which is its tag.
            pub fn noun(&self) -> Noun {
                match self { $($(Self::$Noun(_) => Noun::$Noun,)*)* }
            }
        }

        $($(
            impl From<$type> for Fact {
                fn from(fact: $type) -> Self {
                    Self::$Noun(Box::new(fact))
                }
            }
        )*)*
    };
}
noun_table!([nouns]);

impl Noun {
    /// The noun with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|noun| noun.name() == name)
    }

    /// How another fact calls it that names one of its entries: "operation"; nothing where none may.
    pub fn called(self) -> Option<&'static str> {
        of_noun!(self, T => T::CALLED)
    }

    /// The noun that is called so where one of its entries is named, or that has this name.
    pub fn from_called(what: &str) -> Option<Self> {
        let called = |noun: &Self| {
            noun.called()
                .is_some_and(|called| called == what || noun.name() == what)
        };
        Self::ALL.into_iter().find(called)
    }
}

impl Fact {
    /// Who said it; nothing for what is the clinic's own.
    pub fn told_by(&self) -> Option<ToldBy> {
        of_fact!(self, one => one.told_by())
    }

    /// Everything wrong with it that no field alone shows.
    pub(crate) fn check(&self, context: &Context) -> Vec<Issue> {
        of_fact!(self, one => one.check(context))
    }

    /// Every point in time in it, with the name of its field.
    pub fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        of_fact!(self, one => one.whens_mut())
    }

    /// Every fact that a time in it is counted from, with the name of its field.
    pub fn anchors_mut(&mut self) -> Vec<(&'static str, &mut Anchor)> {
        of_fact!(self, one => one.anchors_mut())
    }

    /// Every other fact that it names as a whole, with the path of its field.
    fn links_mut(&mut self) -> Vec<(String, &mut Link)> {
        of_fact!(self, one => one.links_mut())
    }

    /// Every reference to another fact, so that a place can become an id and back: `each` hears the path of the field and how
    /// the kind of the other is called, and may change which it is.
    pub fn each_reference(&mut self, mut each: impl FnMut(&str, &str, &mut Reference)) {
        for (field, anchor) in self.anchors_mut() {
            if let Some((what, which)) = anchor.reference_mut() {
                each(field, what, which);
            }
        }
        self.each_link(each);
    }

    /// As [`Fact::each_reference`], of the facts alone that it names as a whole.
    pub fn each_link(&mut self, mut each: impl FnMut(&str, &str, &mut Reference)) {
        for (field, link) in self.links_mut() {
            let what = link.what().to_owned();
            each(&field, &what, &mut link.which);
        }
    }

    /// Texts by which the patient is found.
    pub fn words(&self) -> Vec<String> {
        of_fact!(self, one => one.words())
    }

    /// When it was put into the record, for what says so itself.
    pub fn moment_mut(&mut self) -> Option<&mut Option<DateTime<Utc>>> {
        of_fact!(self, one => one.moment_mut())
    }

    /// Fills in what its place in a document alone tells, before it is kept with all others at one time.
    pub fn settle(&mut self) {
        of_fact!(self, one => one.settle());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_nouns_round_trip_and_are_the_tags() {
        for noun in Noun::ALL {
            assert_eq!(Noun::from_name(noun.name()), Some(noun));
            assert_eq!(serde_json::to_value(noun).unwrap(), noun.name());
        }
        assert_eq!(Noun::from_name("audit"), None);
    }
}
