//! An imaging note, as typed.

use super::surgery::NumberingInput;
use super::{Typed, typed};
use crate::{
    field::{Field, WhenOrUnknown, fields, has_to_be_chosen, the_same, written},
    reading::Reading,
};
use lamina_domain::{
    Answer, Imaging, Levels, Side, StatedAs, Text, ToldBy,
    imaging::{
        Artefact, Comparison, Contrast, Finding, FindingKind, FindingMeasures, Modality, Position,
        ReportReview, Severity, StudyRegion,
    },
};

typed!(
    Imaging as ImagingInput,
    with StudyRegion, Contrast, Artefact, ReportReview, FindingKind, StatedAs, Severity, FindingInput
);

has_to_be_chosen!(Modality);
the_same!(
    Vec<Modality>,
    Vec<StudyRegion>,
    Answer<Position>,
    Answer<Contrast>,
    Answer<Artefact>,
    Option<ReportReview>,
    Option<FindingKind>,
    Option<StatedAs>,
    Option<Severity>,
);

/// One line: "translation 4 mm, angulation 12°"; empty where nothing was measured.
impl Field for FindingMeasures {
    type Fact = Self;
    type Typed = String;

    fn typed(fact: &Self) -> String {
        fact.to_string()
    }

    fn read(typed: &String, path: &str, reading: &mut Reading) -> Option<Self> {
        reading.keep(path, typed.parse())
    }
}

// "imaging 2", as a note is named, or words.
written!(Comparison);

fields! {
    /// A finding, as typed.
    Finding as FindingInput {
        /// What was seen, by its code.
        kind: Option<FindingKind>,
        /// The same in words.
        what: Option<Text>,
        /// How the report states it.
        stated: Option<StatedAs>,
        /// The levels at which it lies.
        levels: Levels,
        /// On which side of the patient.
        side: Answer<Side>,
        /// How severe it is.
        severity: Option<Severity>,
        /// How severe, as it was worded.
        severity_words: Option<Text>,
        /// What was measured, as one line.
        measures: FindingMeasures,
    }
}

fields! {
    /// An imaging note, as typed.
    Imaging as ImagingInput {
        /// How; has to be chosen.
        modality: Modality,
        /// How else, of a combined study.
        also: Vec<Modality>,
        /// When it was made.
        when: WhenOrUnknown,
        /// Which parts of the body were looked at.
        regions: Vec<StudyRegion>,
        /// How the patient lay, sat, stood or bent.
        position: Answer<Position>,
        /// The contrast that was given.
        contrast: Answer<Contrast>,
        /// What metal did to the picture.
        artefact: Answer<Artefact>,
        /// How the levels were counted.
        numbering: NumberingInput,
        /// What was found or looked for.
        findings: Vec<FindingInput>,
        /// With what it was compared: a note as it is named, or words.
        compared_with: Option<Comparison>,
        /// The conclusion of the report.
        conclusion: Option<Text>,
        /// What of it was read for this record.
        review: Option<ReportReview>,
        /// Who read the report or saw the pictures.
        reviewed_by: Option<Text>,
        /// Where the pictures are kept.
        pictures_at: Option<Text>,
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

    fn read(fields: serde_json::Value) -> (ImagingInput, Option<Imaging>, Vec<(String, Problem)>) {
        let typed: ImagingInput = serde_json::from_value(fields).unwrap();
        let mut reading = Reading::of(Typing::on("2026-11-25".parse().unwrap()));
        let read = typed.read(&mut reading);
        let issues = reading.issues.into_iter();
        let issues = issues.map(|issue| (issue.path, issue.problem)).collect();
        (typed, read, issues)
    }

    #[test]
    fn what_was_typed_reads_back_as_the_same() {
        let (typed, read, issues) = read(json!({
            "modality": "ct", "also": ["bone_scan"], "when": "May 2024", "regions": ["lumbar", "pelvis_and_hips"],
            "position": {"value": "supine"}, "contrast": {"missing": "absent"}, "artefact": {"value": "hides"},
            "numbering": {"counted_from": {"value": "t12_rib"}},
            "findings": [
                {"kind": "recurrent_herniation", "what": "large", "stated": "possible", "levels": "L5-S1",
                 "side": {"value": "left"}, "severity": "moderate_to_severe", "severity_words": "fills the recess",
                 "measures": "size 9 mm, canal area 80 mm²"},
                {"what": "no collection"},
            ],
            "compared_with": "imaging 01920000-0000-7000-8000-000000000001", "conclusion": "c", "review": "pictures_seen",
            "reviewed_by": "Dr Lind", "pictures_at": "the hospital's archive", "told_by": "document", "note": "n",
        }));
        assert_eq!(issues, []);
        assert_eq!(ImagingInput::of(&read.unwrap()), typed);
    }

    #[test]
    fn what_is_no_measured_value_is_told_at_its_field() {
        let (_, _, issues) = read(json!({
            "modality": "x_ray",
            "findings": [{"kind": "instability", "measures": "translation 4 cm"}],
            "compared_with": "  ",
        }));
        let text = "translation 4 cm".to_owned();
        assert_eq!(
            issues,
            [(
                "findings.0.measures".to_owned(),
                Problem::NotAMeasurement { text }
            )]
        );
    }
}
