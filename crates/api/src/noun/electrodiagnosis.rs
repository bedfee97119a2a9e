//! Electrodiagnostic tests, as typed.

use super::{Typed, symptom, typed};
use crate::{
    field::{Field, WhenOrUnknown, fields, has_to_be_chosen, the_same},
    reading::Reading,
};
use lamina_domain::{
    Answer, Electrodiagnosis, Interval, Levels, Side, StatedAs, Text, ToldBy,
    electrodiagnosis::{
        Chronicity, ConclusionPart, ElectricalChange, ElectrodiagnosticTest, NerveConclusion, TestResult,
        TestedPart,
    },
};

typed!(
    Electrodiagnosis as ElectrodiagnosisInput,
    with ElectrodiagnosticTest, TestResult, ElectricalChange, TestedPartInput, NerveConclusion,
    Chronicity, ConclusionPartInput
);

has_to_be_chosen!(NerveConclusion);
the_same!(
    Vec<ElectrodiagnosticTest>,
    Option<TestResult>,
    Vec<ElectricalChange>,
    Option<Chronicity>,
);

/// Nerve roots, where "L5" means the root.
pub enum Roots {}

impl Field for Roots {
    type Fact = Levels;
    type Typed = String;

    fn typed(fact: &Levels) -> String {
        fact.to_string()
    }

    fn read(typed: &String, path: &str, reading: &mut Reading) -> Option<Levels> {
        Some(reading.keep(path, symptom::roots(typed)).unwrap_or_default())
    }
}

fields! {
    /// A muscle, nerve or pathway, as typed.
    TestedPart as TestedPartInput {
        /// Its name; has to be there.
        name: Text,
        /// On which side of the patient.
        side: Answer<Side>,
        /// What it showed, as it was told.
        result: Option<TestResult>,
        /// In which ways it was done.
        changes: Vec<ElectricalChange>,
        /// The same in words.
        words: Option<Text>,
    }
}

fields! {
    /// One conclusion of a report, as typed.
    ConclusionPart as ConclusionPartInput {
        /// What is concluded; has to be chosen.
        kind: NerveConclusion,
        /// How the report states it.
        stated: Option<StatedAs>,
        /// The nerve roots that it names.
        roots: Roots,
        /// The nerve that it names.
        nerve: Option<Text>,
        /// On which side of the patient.
        side: Answer<Side>,
        /// How old it looks.
        chronicity: Option<Chronicity>,
        /// The same in words.
        words: Option<Text>,
    }
}

fields! {
    /// Electrodiagnostic tests of one day, as typed.
    Electrodiagnosis as ElectrodiagnosisInput {
        /// Which tests were made.
        tests: Vec<ElectrodiagnosticTest>,
        /// When they were made.
        when: WhenOrUnknown,
        /// How long the symptoms had lasted then: "5 weeks".
        symptoms_for: Option<Interval>,
        /// Muscles, nerves and pathways.
        examined: Vec<TestedPartInput>,
        /// What the report concludes.
        conclusions: Vec<ConclusionPartInput>,
        /// The conclusion in the words of the report.
        conclusion: Option<Text>,
        /// Who made or read them, and where.
        done_by: Option<Text>,
        /// From whom it is known: patient, clinician, document or device.
        told_by: ToldBy,
        /// Whatever has no field of its own.
        note: Option<Text>,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::{Problem, Typing};
    use serde_json::json;

    fn read(
        fields: serde_json::Value,
    ) -> (
        ElectrodiagnosisInput,
        Option<Electrodiagnosis>,
        Vec<(String, Problem)>,
    ) {
        let typed: ElectrodiagnosisInput = serde_json::from_value(fields).unwrap();
        let mut reading = Reading::of(Typing::on("2026-11-25".parse().unwrap()));
        let read = typed.read(&mut reading);
        let issues = reading.issues.into_iter();
        let issues = issues.map(|issue| (issue.path, issue.problem)).collect();
        (typed, read, issues)
    }

    #[test]
    fn what_was_typed_reads_back_as_the_same() {
        let (typed, read, issues) = read(json!({
            "tests": ["needle_emg", "nerve_conduction"], "when": "May 2024", "symptoms_for": "5 weeks",
            "examined": [{"name": "sural nerve", "side": {"value": "left"}, "result": "abnormal",
                "changes": ["low_amplitude"], "words": "3 µV"}],
            "conclusions": [{"kind": "radiculopathy", "stated": "possible", "roots": "L5 root, S1 root", "nerve": "n",
                "side": {"value": "left"}, "chronicity": "chronic_active", "words": "w"}],
            "conclusion": "c", "done_by": "Dr Lind", "told_by": "document", "note": "n",
        }));
        assert_eq!(issues, []);
        assert_eq!(ElectrodiagnosisInput::of(&read.unwrap()), typed);
    }

    #[test]
    fn trap_14_a_bare_level_is_a_root_here_and_what_is_none_is_told_at_its_field() {
        let (_, study, _) = read(json!({"conclusions": [{"kind": "radiculopathy", "roots": "L5, S1"}]}));
        assert_eq!(
            study.unwrap().conclusions[0].roots.to_string(),
            "L5 root, S1 root"
        );
        let (_, _, issues) = read(json!({
            "when": "May 2024", "symptoms_for": "long", "examined": [{"result": "normal"}],
            "conclusions": [{"roots": "SI joint"}],
        }));
        let paths: Vec<&str> = issues.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(
            paths,
            [
                "symptoms_for",
                "examined.0.name",
                "conclusions.0.kind",
                "conclusions.0.roots"
            ]
        );
    }
}
