//! An operation, as typed.

use super::{Typed, typed};
use crate::{
    field::{Field, WhenOrUnknown, fields, the_same},
    reading::{Reading, shown, shown_all},
};
use lamina_domain::{
    Answer, Implant, ImplantKind, Levels, Side, Surgery, Text, ToldBy,
    implant::Implants,
    surgery::{Approach, Outcome, PainFree, Procedure, Region, ResultFor},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

typed!(Surgery as SurgeryInput, with ResultInput, ImplantInput);

the_same!(Answer<Outcome>, Option<Region>, Option<Approach>);

fields! {
    /// A result for back or limb, as typed.
    ResultFor as ResultInput {
        /// The judgement.
        judged: Answer<Outcome>,
        /// In the words of the source.
        words: Option<Text>,
    }
}

/// What an operation left in the body, as typed. A line without kind and name is no line.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ImplantInput {
    /// What it is, as chosen.
    pub kind: ImplantKind,
    /// Its name in words.
    pub name: String,
}

fields! {
    /// An operation, as typed.
    Surgery as SurgeryInput {
        /// When.
        when: WhenOrUnknown,
        /// What was done, a line each, with levels of its own at the end where they differ: "Laminectomy L3-L4". A line may
        /// hold several between semicolons.
        procedures: Vec<Procedure>,
        /// Part of the spine.
        region: Option<Region>,
        /// Levels.
        levels: Levels,
        /// Side of the patient.
        side: Answer<Side>,
        /// The way in.
        approach: Option<Approach>,
        /// Surgeon.
        surgeon: Option<Text>,
        /// Hospital.
        facility: Option<Text>,
        /// Why.
        indication: Option<Text>,
        /// What was left in the body; `absent` means asked and none.
        implants: ImplantLines,
        /// What went wrong.
        complications: Vec<Text>,
        /// Result for the back (or neck).
        result_back: ResultInput,
        /// Result for the leg (or arm).
        result_limb: ResultInput,
        /// Pain-free or clearly better: "never", "still", "3 months", or in other words.
        pain_free: Option<PainFree>,
        /// Who said it.
        told_by: ToldBy,
        /// Anything else.
        note: Option<Text>,
    }
}

/// What was left in the body, a line each. A list without a line was not asked for.
pub enum ImplantLines {}

impl Field for ImplantLines {
    type Fact = Implants;
    type Typed = Answer<Vec<ImplantInput>>;

    fn typed(implants: &Implants) -> Answer<Vec<ImplantInput>> {
        let typed = |implant: &Implant| ImplantInput {
            kind: implant.kind,
            name: shown(&implant.name),
        };
        match implants {
            Answer::Value(list) => Answer::Value(list.iter().map(typed).collect()),
            Answer::Missing(missing) => Answer::Missing(*missing),
        }
    }

    fn read(typed: &Answer<Vec<ImplantInput>>, path: &str, reading: &mut Reading) -> Option<Implants> {
        let lines = match typed {
            Answer::Missing(missing) => return Some(Answer::Missing(*missing)),
            Answer::Value(lines) => lines,
        };
        let mut list = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            if line.kind == ImplantKind::Unknown && line.name.trim().is_empty() {
                continue;
            }
            list.push(Implant {
                kind: line.kind,
                name: reading.text(&format!("{path}.{at}.name"), &line.name),
            });
        }
        Some(match list.is_empty() {
            true => Answer::default(),
            false => Answer::Value(list),
        })
    }
}

impl Field for Vec<Procedure> {
    type Fact = Self;
    type Typed = Vec<String>;

    fn typed(fact: &Self) -> Vec<String> {
        shown_all(fact)
    }

    fn read(typed: &Vec<String>, path: &str, reading: &mut Reading) -> Option<Self> {
        Some(reading.procedures(path, typed))
    }
}

impl Field for Option<PainFree> {
    type Fact = Self;
    type Typed = String;

    fn typed(fact: &Self) -> String {
        match fact {
            None => String::new(),
            Some(PainFree::Never) => "never".to_owned(),
            Some(PainFree::Ongoing) => "still".to_owned(),
            Some(PainFree::For(interval)) => interval.to_string(),
            Some(PainFree::Words(words)) => words.to_string(),
        }
    }

    fn read(typed: &String, path: &str, reading: &mut Reading) -> Option<Self> {
        Some(reading.pain_free(path, typed))
    }
}
