//! What a letter tells of operations beside when, what and why.

use super::page;
use rstest::rstest;
use serde_json::json;

#[test]
fn goal_manner_graft_complications_and_work_stand_briefly_in_the_row_of_their_operation() {
    let page = page(json!({"surgeries": [{
        "procedures": ["TLIF"], "levels": "L4-L5", "when": "2019",
        "purposes": ["stabilise", "relieve_limb_pain"], "expected": "to walk again",
        "techniques": ["minimally_invasive"], "guidance": ["navigation"], "tools": ["ultrasonic_bone_device"],
        "monitoring": {"missing": "absent"}, "disc_extent": {"value": "large"},
        "graft": {"value": [{"kind": "autograft", "words": "iliac crest"}, {"kind": "bmp"}]},
        "implants": {"value": [{"kind": "cage", "maker": "Exemple", "mri": {"conditional": {"field": "3 T"}}}]},
        "complications": {"value": [{"kind": "dural_tear", "severity": {"value": "mild"}, "treatment": "sutured"}]},
        "stay": "4 days", "work": {"value": "partly"}, "work_when": {"after": "3 months"},
        "numbering": {"transition": {"value": "lumbarised_s1"}, "counted_from": {"value": "c2"}}
    }]}));
    for told in [
        "meant to: stabilise, relieve leg or arm pain",
        "the patient expected: to walk again",
        "minimally invasive, navigation, ultrasonic bone device",
        "neuromonitoring: none",
        "disc removed: large, subtotal",
        "graft: autograft: iliac crest; BMP",
        "implants: cage [Exemple; MRI conditional: 3 T]",
        "complications: dural tear, mild, treated: sutured",
        "stay: 4 days",
        "work: back to less or other work, 3 months after the operation",
        "lumbarised S1; vertebrae counted from C2 down",
    ] {
        assert!(page.contains(told), "{told}:\n{page}");
    }
}

#[test]
fn none_asked_and_not_asked_differ() {
    let told = |complications: serde_json::Value| {
        page(json!({"surgeries": [{"procedures": ["laminectomy"], "complications": complications}]}))
    };
    assert!(told(json!({"missing": "absent"})).contains("complications: none"));
    assert!(told(json!({"missing": "unknown"})).contains("complications: unknown"));
    assert!(!told(json!({"missing": "not_asked"})).contains("complications"));
}

#[rstest]
#[case(json!(["Wrong level"]))]
#[case(json!({"value": [{"kind": "other_level_or_side", "words": "careless: L3 instead of L4",
    "treatment": "the surgeon should have counted"}]}))]
fn trap_44_another_level_is_told_as_a_finding_and_what_was_thought_of_it_stays_in_the_record(
    #[case] complications: serde_json::Value,
) {
    let page = page(
        json!({"surgeries": [{"procedures": ["discectomy"], "levels": "L3-L4", "when": "2019",
        "note": "wrong level, negligent", "complications": complications}]}),
    );
    let low = page.to_lowercase();
    for word in ["wrong", "careless", "negligent", "should have"] {
        assert!(!low.contains(word), "{word}:\n{page}");
    }
    assert!(
        page.contains("operation at another level or side than intended"),
        "{page}"
    );
    assert!(
        page.contains("What was noted in words about it stays in the record."),
        "{page}"
    );
}

#[test]
fn trap_48_what_is_known_by_recall_alone_says_so() {
    let told = |told_by: &str, source: &str| {
        page(
            json!({"surgeries": [{"procedures": ["laminectomy"], "when": "2019", "told_by": told_by,
            "source": {"value": source}}]}),
        )
    };
    let recall = "from the patient’s recall; no document was seen";
    assert!(told("clinician", "recall").contains(recall));
    assert!(!told("clinician", "operation_note").contains(recall));
    let page = told("patient", "recall");
    assert!(
        page.contains("as told by the patient") && !page.contains(recall),
        "{page}"
    );
}

#[test]
fn trap_20_the_letter_tells_how_many_operations_its_rows_are() {
    let page = page(json!({"surgeries": [
        {"procedures": ["ALIF"], "levels": "L5-S1", "when": "2019"},
        {"procedures": ["fixation"], "levels": "L5-S1", "when": "2019", "stage_of": "operation 1"},
        {"procedures": ["SCS implant"], "when": "2021"},
        {"procedures": ["fusion"], "levels": "L4-S1", "when": "2022", "revises": ["operation 1", "operation 2"]}]}));
    assert!(page.contains("Operations on the spine: 2."), "{page}");
    assert!(page.contains("further stage of operation 1"), "{page}");
    assert!(page.contains("revision of operation 1, operation 2"), "{page}");
}
