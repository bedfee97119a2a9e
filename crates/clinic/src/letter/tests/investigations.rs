//! Imaging and nerve tests in a letter: short lines by date, kind, level, finding and comparison; what was not seen is told as
//! that, each level by the numbering of its own study, and nothing as excluded.

use super::*;

fn printed(list: &str, facts: Value) -> String {
    page(json!({ list: facts }))
}

#[test]
fn a_study_is_printed_with_its_findings_at_their_levels_and_what_it_was_compared_with() {
    let page = printed(
        "imaging",
        json!([
            {"modality": "mri", "when": "2019", "conclusion": "first"},
            {"modality": "ct", "also": ["bone_scan"], "when": "May 2021", "regions": ["lumbar"], "position": {"value": "supine"},
                "contrast": {"missing": "absent"}, "artefact": {"value": "hides"}, "compared_with": {"entry": "imaging 1"},
                "findings": [
                    {"kind": "instability", "levels": "L4-L5", "severity": "mild",
                        "measures": [{"what": "translation", "value": 4, "unit": "mm"}]},
                    {"kind": "lucency", "levels": "S1", "side": {"value": "bilateral"}, "stated": "possible"},
                    {"what": "scar"}
                ],
                "review": "pictures_seen", "reviewed_by": "Dr Lind", "pictures_at": "archive of the hospital"}
        ]),
    );
    for line in [
        "When: May 2021; What: CT, Bone scan, lumbar spine, lying",
        "L4-L5: instability, mild; translation 4 mm",
        "S1, both sides: lucency around an implant (possible)",
        "scar",
        "Compared with: MRI, 2019 (imaging 1)",
        "Contrast: none",
        "Artefact of implants: hides a part",
        "Read for this record: pictures seen, by Dr Lind",
        "Pictures kept: archive of the hospital",
    ] {
        assert!(page.contains(line), "{line}: {page}");
    }
}

#[test]
fn trap_15_each_level_stays_as_its_study_names_it_with_the_basis_of_its_numbering() {
    let page = printed(
        "imaging",
        json!([
            {"modality": "mri", "when": "2020", "numbering": {"counted_from": {"value": "lumbosacral_junction"}},
                "findings": [{"kind": "disc_herniation", "levels": "L5-S1"}]},
            {"modality": "whole_spine", "when": "2021", "numbering": {"counted_from": {"value": "c2"}},
                "findings": [{"kind": "disc_herniation", "levels": "L5-L6"}, {"kind": "transitional_vertebra"}]},
            {"modality": "mri", "when": "2022", "numbering": {"counted_from": {"missing": "unknown"}},
                "findings": [{"kind": "disc_herniation", "levels": "L5-S1"}]}
        ]),
    );
    for line in [
        "L5-S1: disc herniation",
        "Numbering: vertebrae counted with the last disc taken for L5-S1",
        "L5-L6: disc herniation",
        "Numbering: vertebrae counted from C2 down",
        "Numbering: how the vertebrae were counted: unknown",
    ] {
        assert!(page.contains(line), "{line}: {page}");
    }
}

#[test]
fn trap_31_and_32_what_was_not_seen_or_could_not_be_judged_is_told_as_that_and_never_as_excluded() {
    let imaging = printed(
        "imaging",
        json!([{"modality": "mri", "when": "2021", "findings": [
            {"kind": "recurrent_herniation", "levels": "L5-S1", "stated": "absent"},
            {"what": "no collection"},
            {"kind": "solid_fusion", "levels": "L4-L5", "stated": "not_assessable"},
            {"kind": "no_finding", "levels": "L3-L4", "stated": "present"}
        ]}]),
    );
    let tests = printed(
        "electrodiagnoses",
        json!([{"tests": ["needle_emg"], "when": "2021", "symptoms_for": "5 weeks", "conclusions": [
            {"kind": "no_abnormality"}, {"kind": "radiculopathy", "roots": "L5 root", "stated": "absent"}]}]),
    );
    for (page, lines) in [
        (
            &imaging,
            &[
                "L5-S1: recurrent disc herniation: not seen",
                "no collection",
                "L4-L5: solid fusion: could not be judged",
                "L3-L4: no finding of note",
            ][..],
        ),
        (
            &tests,
            &[
                "no abnormality in what was tested",
                "radiculopathy, L5 root: no sign of it in what was tested",
            ],
        ),
    ] {
        for line in lines {
            assert!(page.contains(line), "{line}: {page}");
        }
        // That nothing is excluded stands under the red flags.
        let own = page.replace("nothing is excluded", "");
        assert!(!own.to_lowercase().contains("excluded"), "{page}");
        assert!(!page.contains("ruled out"), "{page}");
    }
}

#[test]
fn nerve_tests_are_printed_with_what_they_conclude_and_a_needle_that_came_early_is_told_with_its_source() {
    let study = |lasted: &str| {
        json!([{"tests": ["needle_emg", "nerve_conduction"], "when": "May 2021", "symptoms_for": lasted,
            "examined": [
                {"name": "sural nerve", "side": {"value": "left"}, "result": "normal"},
                {"name": "tibialis anterior", "side": {"value": "left"}, "result": "abnormal",
                    "changes": ["active_denervation"], "words": "fibrillations 2+"}
            ],
            "conclusions": [{"kind": "radiculopathy", "roots": "L5 root", "side": {"value": "left"}, "chronicity": "acute"}],
            "done_by": "Dr Lind", "told_by": "document"}])
    };
    let early = printed("electrodiagnoses", study("10 days"));
    let told = "Done 10 days after symptoms began; changes that a needle shows need about 2 to 3 weeks to come (General \
                knowledge of the field)";
    for line in [
        "Nerve and muscle tests",
        "What: Needle EMG, nerve conduction study; symptoms had lasted 10 days",
        "radiculopathy, L5 root, left, acute",
        "Abnormal: tibialis anterior, left (active denervation, fibrillations 2+)",
        "Normal: sural nerve, left",
        told,
        "Made or read by: Dr Lind",
        "from a document",
    ] {
        assert!(early.contains(line), "{line}: {early}");
    }
    let later = printed("electrodiagnoses", study("5 weeks"));
    assert!(!later.contains("after symptoms began"), "{later}");
    assert!(!page(json!({})).contains("Nerve and muscle tests"));
}
