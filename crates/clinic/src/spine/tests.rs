//! The map of a record in words and drawing: what a reader hears at a level, what stands beside it, and that the drawing and
//! the words tell of the same places.

use super::*;
use crate::{examples, letter::letter_text, record::Document};
use lamina_api::spine::SpineLevel;
use lamina_domain::Noun;
use serde_json::{Value, json};

fn seen(lists: &Value) -> SpineMapView {
    let record = examples::record(lists).in_order().numbered();
    view(&record, examples::today(), (340, 460), &Palette::LIGHT).unwrap()
}

fn at<'a>(view: &'a SpineMapView, name: &str) -> &'a SpineLevel {
    let found = view.levels.iter().find(|level| level.name == name);
    found.unwrap_or_else(|| panic!("{name} is not among the levels"))
}

fn story() -> Value {
    json!({
        "surgeries": [
            {"procedures": ["microdiscectomy"], "levels": "L4-L5", "side": {"value": "left"}, "when": "2012"},
            {"procedures": ["TLIF"], "levels": "L4-S1", "when": "May 2015",
                "implants": [{"kind": "screws_and_rods"}, {"kind": "cage"}]},
            {"procedures": ["pedicle screw removal"], "levels": "L4-S1", "when": "2018"},
            {"procedures": ["reoperation"], "when": "2019"}
        ],
        "treatments": [
            {"kind": "injection", "name": "facet injection", "levels": "L4-L5 facet", "started": "2020"},
            {"kind": "injection", "name": "caudal epidural", "started": "2021"}
        ],
        "imaging": [{"modality": "mri", "when": "2022", "findings": [
            {"what": "stenosis", "levels": "L3-L4", "side": {"value": "bilateral"}}]}]
    })
}

#[test]
fn a_level_is_told_in_one_sentence_with_when_and_from_where() {
    let view = seen(&story());
    assert_eq!(
        at(&view, "L4-L5").said,
        "L4-L5: disc removed in part or whole, left, 2012 (operation 1); fused, May 2015 (operation 2); \
         implants taken out, 2018 (operation 3); \
         screws, rods or other metal, taken out by operation 3 (2018), May 2015 (operation 2); \
         cage, May 2015 (operation 2); \
         injection or block, L4-L5 facet, side not known, 2020 (treatment 1: facet injection)"
    );
    assert_eq!(
        at(&view, "L3-L4").said,
        "L3-L4: finding: stenosis, both sides, 2022 (MRI); beside a fusion"
    );
    assert_eq!(at(&view, "L1").said, "L1: nothing recorded");
    let lines = &at(&view, "L4-L5").lines;
    assert_eq!(lines.len(), 6);
    assert!(lines.iter().all(|line| line.entry.is_some()));
}

#[test]
fn a_coded_finding_is_told_by_its_word_and_one_that_could_not_be_judged_beside_the_map() {
    let view = seen(
        &json!({"imaging": [{"modality": "mri", "when": "2022", "findings": [
        {"kind": "recurrent_herniation", "levels": "L4-L5", "side": {"value": "left"}, "severity": "moderate"},
        {"kind": "discitis", "levels": "L3-L4", "stated": "absent"},
        {"kind": "solid_fusion", "levels": "L5-S1", "stated": "not_assessable"}]}]}),
    );
    assert_eq!(
        at(&view, "L4-L5").said,
        "L4-L5: finding: recurrent disc herniation, moderate, left, 2022 (MRI)"
    );
    assert_eq!(
        at(&view, "L3-L4").said,
        "L3-L4: imaged: discitis: not seen, side not known, 2022 (MRI)"
    );
    let beside: Vec<&str> = view.unplaced.iter().map(|line| line.what.as_str()).collect();
    assert_eq!(beside, ["Solid fusion: could not be judged by imaging"]);
}

#[test]
fn a_cause_is_told_with_how_sure_it_is_and_leads_to_its_diagnosis() {
    let view = seen(&json!({"diagnoses": [
        {"kind": "recurrent_herniation", "certainty": "suspected", "levels": "L4-L5", "side": {"value": "left"},
            "words": "sequestered", "judged": "2024"},
        {"kind": "pseudarthrosis", "certainty": "excluded", "levels": "L5-S1"}]}));
    let level = at(&view, "L4-L5");
    assert_eq!(
        level.said,
        "L4-L5: cause, suspected: Recurrent disc herniation, sequestered, left, 2024 (diagnosis)"
    );
    assert_eq!(level.lines[0].noun, Noun::Diagnosis);
    assert_eq!(at(&view, "L5-S1").said, "L5-S1: nothing recorded");
}

#[test]
fn every_level_is_inside_the_drawing_and_a_region_without_anything_is_one_stop() {
    let view = seen(&story());
    let names: Vec<&str> = view.levels.iter().map(|level| level.name.as_str()).collect();
    assert_eq!(names.first(), Some(&"occiput (C0) to T12"));
    assert_eq!(
        names[1..],
        [
            "T12-L1",
            "L1",
            "L1-L2",
            "L2",
            "L2-L3",
            "L3",
            "L3-L4",
            "L4",
            "L4-L5",
            "L5",
            "L5-S1",
            "sacrum",
            "right SI joint",
            "left SI joint",
            "pelvis",
            "coccyx"
        ]
    );
    let svg = view.svg.as_deref().unwrap();
    let size = |name: &str| -> i32 {
        let after = svg.split(&format!("{name}=\"")).nth(1).unwrap();
        after.split('"').next().unwrap().parse().unwrap()
    };
    let (width, height) = (size("width"), size("height"));
    for level in &view.levels {
        assert!(level.x >= 0 && level.x + level.width <= width, "{level:?}");
        assert!(level.y >= 0 && level.y + level.height <= height + 1, "{level:?}");
    }
}

#[test]
fn what_has_no_level_stands_beside_the_map_and_hints_name_their_entries() {
    let view = seen(&story());
    let beside: Vec<&str> = view.unplaced.iter().map(|line| line.what.as_str()).collect();
    assert_eq!(
        beside,
        [
            "Reoperation: level not recorded",
            "Caudal epidural: level not recorded"
        ]
    );
    let hints: Vec<&str> = view.hints.iter().map(|hint| hint.text.as_str()).collect();
    assert_eq!(
        hints,
        [
            "At a fused level: treatment 1: facet injection, 2020, at L4-L5, fused by operation 2, May 2015.",
            "Beside a fusion: stenosis at L3-L4 (MRI, 2022), next to operation 2, May 2015.",
        ]
    );
    assert_eq!(view.unplaced[1].source, "treatment 2");
    assert_eq!(view.hints[0].entries.len(), 2);
    assert_eq!(view.numbering, "");
}

#[test]
fn many_of_one_kind_are_counted_in_the_sentence_and_all_listed() {
    let treatment = |year: u32| json!({"kind": "injection", "name": "TFESI", "levels": "L5 root", "side": {"value": "left"}, "started": year.to_string()});
    let all: Vec<Value> = (2010..2022).map(treatment).collect();
    let view = seen(&json!({ "treatments": all }));
    assert_eq!(
        at(&view, "L5-S1").said,
        "L5-S1: injection or block, L5 root, left, 12 times, the last 2021"
    );
    assert_eq!(at(&view, "L5-S1").lines.len(), 12);
}

#[test]
fn a_joint_has_its_own_side_and_an_unknown_one_is_told_at_both() {
    let view = seen(&json!({"treatments": [
        {"kind": "injection", "name": "SI joint injection", "levels": "SI joint", "side": {"value": "left"}, "started": "2020"},
        {"kind": "injection", "name": "SI joint injection", "levels": "SI joint", "started": "2021"}]}));
    assert_eq!(at(&view, "left SI joint").lines.len(), 2);
    let right = at(&view, "right SI joint");
    assert_eq!(right.lines.len(), 1);
    assert!(right.said.contains("side not known"), "{}", right.said);
}

#[test]
fn nothing_with_a_level_is_no_drawing_and_says_so() {
    let view = seen(&json!({"surgeries": [{"procedures": ["fusion"], "region": "lumbar"}]}));
    assert_eq!((view.svg.as_deref(), view.levels.len()), (None, 0));
    assert_eq!(view.summary, "No level of the spine is recorded.");
    assert_eq!(view.unplaced.len(), 1);
}

#[test]
fn transitional_anatomy_is_said() {
    let view = seen(&json!({"surgeries": [{"procedures": ["fusion"], "levels": "L5-L6"}]}));
    assert!(view.numbering.starts_with("Transitional anatomy"));
    assert!(at(&view, "L5-L6").said.contains("fused"));
}

#[test]
fn a_letter_shows_the_map_where_an_operation_or_a_treatment_has_a_level_and_else_none() {
    let letter =
        |lists: &Value| letter_text(&examples::record(lists), &Default::default(), examples::today());
    let with = letter(&story());
    assert!(with.contains("seen from the front"), "{with}");
    assert!(with.contains("L4-L5: disc removed in part or whole, left"));
    assert!(with.contains(
        "Not on the map, level not recorded: reoperation (operation 4); caudal epidural (treatment 2)."
    ));
    for without in [
        json!({}),
        json!({"surgeries": [{"procedures": ["fusion"]}]}),
        json!({"imaging": [{"modality": "mri", "findings": [{"what": "stenosis", "levels": "L3-L4"}]}]}),
    ] {
        assert!(!letter(&without).contains("seen from the front"), "{without}");
    }
}

/// Every published case has a map that can be drawn at the size of its card and on paper.
#[test]
fn the_published_cases_have_a_map() {
    let mut drawn = 0;
    for case in 1..=6 {
        let path = format!(
            "{}/../../tests/cases/case-0{case}.json",
            env!("CARGO_MANIFEST_DIR")
        );
        let bytes = std::fs::read(path).unwrap();
        let record = Document::read(bytes.as_slice(), examples::today())
            .unwrap()
            .patients
            .remove(0);
        let record = record.in_order().numbered();
        let view = view(&record, examples::today(), (340, 460), &Palette::DARK).unwrap();
        let told = view.levels.iter().map(|level| level.lines.len()).sum::<usize>() + view.unplaced.len();
        assert!(record.surgeries.is_empty() || told > 0, "case {case}");
        drawn += usize::from(view.svg.is_some());
    }
    assert_eq!(drawn, 6);
}

/// A record that has everything everywhere is drawn as wide as it has to be.
#[test]
fn a_record_with_a_mark_of_everything_is_drawn() {
    let kinds = [
        "fusion",
        "laminectomy",
        "microdiscectomy",
        "revision",
        "kyphoplasty",
        "screw removal",
    ];
    let surgeries: Vec<Value> = kinds
        .iter()
        .map(|kind| json!({"procedures": [kind], "levels": "C3-S1, SI joint"}))
        .collect();
    let treatments: Vec<Value> = ["injection", "radiofrequency", "intervention"]
        .iter()
        .flat_map(|kind| {
            ["left", "right", ""].map(|side| match side {
                "" => json!({"kind": kind, "name": "x", "levels": "C3-S1"}),
                side => json!({"kind": kind, "name": "x", "levels": "C3-S1", "side": {"value": side}}),
            })
        })
        .collect();
    let imaging = json!([{"modality": "mri", "findings": [
        {"what": "stenosis", "levels": "C3-S1"}, {"what": "stenosis", "levels": "C3-S1", "side": {"value": "left"}},
        {"what": "normal", "levels": "C2-C3"}]}]);
    let lists = json!({"surgeries": surgeries, "treatments": treatments, "imaging": imaging,
        "symptoms": [{"site": "L4-L5"}, {"site": "L5-S1", "side": {"value": "left"}}]});
    let record = examples::record(&lists).in_order().numbered();
    let view = view(&record, examples::today(), (240, 160), &Palette::LIGHT).unwrap();
    assert!(view.svg.is_some() && view.levels.len() > 50);
    assert!(letter_text(&record, &Default::default(), examples::today()).contains("C5-C6"));
}
