//! A diagnosis or suspected cause, as typed; what can be chosen for it; and the entries of the record that can speak for or
//! against it.

use super::{Typed, typed};
use crate::reading::{Reading, shown, shown_all, shown_time};
use lamina_domain::{
    Answer, Diagnosis, Noun, Problem, Side, ToldBy,
    diagnosis::{AssignedCode, Certainty, Evidence, Group, Kind, Weighs},
    icd10cm::RELEASE,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

typed!(
    Diagnosis as DiagnosisInput,
    with Kind, Group, Certainty, Weighs, EvidenceInput
);

/// An entry of the record that speaks for or against, as chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct EvidenceInput {
    /// The entry as [`EvidenceRow::entry`] names it; empty where none is chosen yet.
    pub entry: String,
    /// Which way it weighs.
    pub weighs: Weighs,
}

/// A diagnosis or suspected cause, as typed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct DiagnosisInput {
    /// What it says; none where it is not chosen yet.
    pub kind: Option<Kind>,
    /// The same more exactly.
    pub words: String,
    /// How sure it is.
    pub certainty: Certainty,
    /// The levels, as people write them.
    pub levels: String,
    /// On which side of the patient.
    pub side: Answer<Side>,
    /// What speaks for it.
    pub speaks_for: Vec<String>,
    /// What speaks against it.
    pub speaks_against: Vec<String>,
    /// Entries of the record that speak for or against it; what names none is left out.
    pub evidence: Vec<EvidenceInput>,
    /// The test that would settle it.
    pub settled_by: String,
    /// Its code of ICD-10-CM.
    pub icd10cm: String,
    /// When it was so judged.
    pub judged: String,
    /// Who judged it, or where it was read.
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    pub note: String,
}

impl DiagnosisInput {
    /// The diagnosis as typed values.
    pub fn of(diagnosis: &Diagnosis) -> Self {
        let evidence = diagnosis.evidence.iter().map(|one| EvidenceInput {
            entry: one.entry.to_string(),
            weighs: one.weighs,
        });
        Self {
            kind: Some(diagnosis.kind),
            words: shown(&diagnosis.words),
            certainty: diagnosis.certainty,
            levels: diagnosis.levels.to_string(),
            side: diagnosis.side.clone(),
            speaks_for: shown_all(&diagnosis.speaks_for),
            speaks_against: shown_all(&diagnosis.speaks_against),
            evidence: evidence.collect(),
            settled_by: shown(&diagnosis.settled_by),
            icd10cm: shown(&diagnosis.icd10cm.as_ref().map(|coded| &coded.code)),
            judged: shown_time(&diagnosis.judged),
            told_by: diagnosis.told_by,
            note: shown(&diagnosis.note),
        }
    }

    /// The diagnosis, where everything typed can be kept. A code is of the release that is known here.
    pub fn read(&self, reading: &mut Reading) -> Option<Diagnosis> {
        let kind = reading.keep("kind", self.kind.ok_or(Problem::Required));
        let chosen = self.evidence.iter().enumerate();
        let chosen = chosen.filter(|(_, one)| !one.entry.trim().is_empty());
        let evidence = reading.rows("evidence", chosen, |reading, at, one| {
            Some(Evidence {
                entry: reading.keep(&format!("evidence.{at}.entry"), one.entry.parse())?,
                weighs: one.weighs,
            })
        });
        let code = match self.icd10cm.trim() {
            "" => None,
            typed => reading.keep("icd10cm", typed.parse()),
        };
        Some(Diagnosis {
            words: reading.text("words", &self.words),
            certainty: self.certainty,
            levels: reading.levels("levels", &self.levels),
            side: self.side.clone(),
            speaks_for: reading.texts("speaks_for", &self.speaks_for),
            speaks_against: reading.texts("speaks_against", &self.speaks_against),
            evidence,
            settled_by: reading.text("settled_by", &self.settled_by),
            icd10cm: code.map(|code| AssignedCode {
                code,
                release: RELEASE.parse().ok(),
            }),
            judged: reading.when("judged", &self.judged),
            told_by: self.told_by,
            note: reading.text("note", &self.note),
            kind: kind?,
        })
    }
}

/// A diagnosis or cause that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DiagnosisChoice {
    /// What it says, from the list.
    pub kind: Kind,
    /// Which ones it belongs to.
    pub group: Group,
    /// It in words; the pain itself by the name that the clinic prefers.
    pub word: String,
    /// Other words by which it is looked for.
    pub names: Vec<String>,
}

/// Asks which codes fit what was typed so far.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SuggestCodes {
    /// What it says, from the list.
    pub kind: Kind,
    /// The levels as typed; what can't be read counts as none.
    pub levels: String,
    /// The side as it was answered.
    pub side: Answer<Side>,
}

/// A code that fits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CodeChoice {
    /// The code of ICD-10-CM.
    pub code: String,
    /// What it stands for, in short.
    pub title: String,
}

/// An entry of the record that can speak for or against a diagnosis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EvidenceRow {
    /// How it is named, by its id.
    pub entry: String,
    /// The entry that is named.
    pub id: Uuid,
    /// The kind of that entry.
    pub noun: Noun,
    /// Its number among its kind in the order of time, from 1.
    pub number: u32,
    /// When it was, in words.
    pub when: String,
    /// What, in one line.
    pub title: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::Typing;

    fn reading() -> Reading {
        Reading::of(Typing::on("2026-11-25".parse().unwrap()))
    }

    #[test]
    fn what_was_typed_reads_back_as_the_same() {
        let mut reading = reading();
        let entry = |entry: &str, weighs| EvidenceInput {
            entry: entry.into(),
            weighs,
        };
        let typed = DiagnosisInput {
            kind: Some(Kind::AdjacentSegment),
            words: "above the fusion".into(),
            certainty: Certainty::Probable,
            levels: "L3-L4".into(),
            side: Answer::Value(Side::Left),
            speaks_for: vec!["worse on standing".into()],
            speaks_against: vec!["no relief by the block".into()],
            evidence: vec![
                entry("imaging 1", Weighs::For),
                entry("treatment 01920000-0000-7000-8000-000000000001", Weighs::Against),
            ],
            settled_by: "upright films".into(),
            icd10cm: "M51.369".into(),
            judged: "25 Nov 2026".into(),
            note: "discussed".into(),
            ..DiagnosisInput::default()
        };
        let diagnosis = typed.read(&mut reading).unwrap();
        assert_eq!(reading.issues, []);
        assert_eq!(DiagnosisInput::of(&diagnosis), typed);
        let release = diagnosis.icd10cm.and_then(|coded| coded.release);
        assert_eq!(release.map(|day| day.to_string()).as_deref(), Some(RELEASE));
    }

    #[test]
    fn trap_40_what_is_no_kind_or_whole_code_is_told_at_its_field_and_an_empty_line_is_none() {
        let mut reading = reading();
        let typed = DiagnosisInput {
            icd10cm: "M54.5".into(),
            evidence: vec![
                EvidenceInput::default(),
                EvidenceInput {
                    entry: "the scan".into(),
                    ..EvidenceInput::default()
                },
            ],
            ..DiagnosisInput::default()
        };
        assert_eq!(typed.read(&mut reading), None);
        let paths: Vec<&str> = reading.issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, ["kind", "evidence.1.entry", "icd10cm"]);
    }
}
