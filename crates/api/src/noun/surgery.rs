//! An operation, as typed.

use super::{Typed, typed};
use crate::reading::{Reading, shown, shown_all};
use lamina_domain::{
    Answer, Implant, ImplantKind, Side, Surgery, ToldBy,
    implant::Implants,
    surgery::{Approach, Outcome, PainFree, Region, ResultFor},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

typed!(Surgery as SurgeryInput, with ResultInput, ImplantInput);

/// A result for back or limb, as typed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ResultInput {
    /// The judgement.
    pub judged: Answer<Outcome>,
    /// In the words of the source.
    pub words: String,
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

/// An operation, as typed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct SurgeryInput {
    /// When.
    pub when: String,
    /// What was done, a line each, with levels of its own at the end where they differ: "Laminectomy L3-L4". A line may
    /// hold several between semicolons.
    pub procedures: Vec<String>,
    /// Part of the spine.
    pub region: Option<Region>,
    /// Levels.
    pub levels: String,
    /// Side of the patient.
    pub side: Answer<Side>,
    /// The way in.
    pub approach: Option<Approach>,
    /// Surgeon.
    pub surgeon: String,
    /// Hospital.
    pub facility: String,
    /// Why.
    pub indication: String,
    /// What was left in the body; `absent` means asked and none.
    pub implants: Answer<Vec<ImplantInput>>,
    /// What went wrong.
    pub complications: Vec<String>,
    /// Result for the back (or neck).
    pub result_back: ResultInput,
    /// Result for the leg (or arm).
    pub result_limb: ResultInput,
    /// Pain-free or clearly better: "never", "still", "3 months", or in other words.
    pub pain_free: String,
    /// Who said it.
    pub told_by: ToldBy,
    /// Anything else.
    pub note: String,
}

fn result_of(result: &ResultFor) -> ResultInput {
    ResultInput {
        judged: result.judged.clone(),
        words: shown(&result.words),
    }
}

fn result(reading: &mut Reading, path: &str, input: &ResultInput) -> ResultFor {
    ResultFor {
        judged: input.judged.clone(),
        words: reading.text(&format!("{path}.words"), &input.words),
    }
}

fn implants_of(implants: &Implants) -> Answer<Vec<ImplantInput>> {
    let typed = |implant: &Implant| ImplantInput {
        kind: implant.kind,
        name: shown(&implant.name),
    };
    match implants {
        Answer::Value(list) => Answer::Value(list.iter().map(typed).collect()),
        Answer::Missing(missing) => Answer::Missing(*missing),
    }
}

fn implants(reading: &mut Reading, typed: &Answer<Vec<ImplantInput>>) -> Implants {
    let lines = match typed {
        Answer::Missing(missing) => return Answer::Missing(*missing),
        Answer::Value(lines) => lines,
    };
    let mut list = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if line.kind == ImplantKind::Unknown && line.name.trim().is_empty() {
            continue;
        }
        list.push(Implant {
            kind: line.kind,
            name: reading.text(&format!("implants.{at}.name"), &line.name),
        });
    }
    match list.is_empty() {
        true => Answer::default(),
        false => Answer::Value(list),
    }
}

impl SurgeryInput {
    /// The operation as typed values.
    pub fn of(surgery: &Surgery) -> Self {
        Self {
            when: surgery.when.to_string(),
            procedures: shown_all(&surgery.procedures),
            region: surgery.region,
            levels: surgery.levels.to_string(),
            side: surgery.side.clone(),
            approach: surgery.approach,
            surgeon: shown(&surgery.surgeon),
            facility: shown(&surgery.facility),
            indication: shown(&surgery.indication),
            implants: implants_of(&surgery.implants),
            complications: shown_all(&surgery.complications),
            result_back: result_of(&surgery.result_back),
            result_limb: result_of(&surgery.result_limb),
            pain_free: match &surgery.pain_free {
                None => String::new(),
                Some(PainFree::Never) => "never".to_owned(),
                Some(PainFree::Ongoing) => "still".to_owned(),
                Some(PainFree::For(interval)) => interval.to_string(),
                Some(PainFree::Words(words)) => words.to_string(),
            },
            told_by: surgery.told_by,
            note: shown(&surgery.note),
        }
    }

    /// The operation; what can't be kept is told to `reading`.
    pub fn read(&self, reading: &mut Reading) -> Option<Surgery> {
        Some(Surgery {
            when: reading.when("when", &self.when),
            procedures: reading.procedures("procedures", &self.procedures),
            region: self.region,
            levels: reading.levels("levels", &self.levels),
            side: self.side.clone(),
            approach: self.approach,
            surgeon: reading.text("surgeon", &self.surgeon),
            facility: reading.text("facility", &self.facility),
            indication: reading.text("indication", &self.indication),
            implants: implants(reading, &self.implants),
            complications: reading.texts("complications", &self.complications),
            result_back: result(reading, "result_back", &self.result_back),
            result_limb: result(reading, "result_limb", &self.result_limb),
            pain_free: reading.pain_free("pain_free", &self.pain_free),
            told_by: self.told_by,
            note: reading.text("note", &self.note),
        })
    }
}
