//! Tests of the spine map: what is where, what is never left out, and what is never inferred.

mod compared;
mod properties;

use super::*;
use crate::fact::Head;
use rstest::rstest;

pub(super) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 30).unwrap()
}

pub(super) fn record(json: &serde_json::Value) -> Record {
    let mut whole = serde_json::json!({ "patient": { "family": "Sample", "born": "1960" } });
    let fields = json.as_object().unwrap().clone();
    whole.as_object_mut().unwrap().extend(fields);
    let record: Record = serde_json::from_value(whole).unwrap();
    record.numbered()
}

pub(super) fn map(json: &serde_json::Value) -> SpineMap {
    spine_map(&record(json), today())
}

/// The map as lines: "L4-L5 Fused Midline Operation(0)", with what was taken out behind it.
pub(super) fn told(map: &SpineMap) -> Vec<String> {
    map.marks
        .iter()
        .map(|mark| {
            let out = match mark.standing {
                Standing::Stands => String::new(),
                other => format!(" {other:?}"),
            };
            format!("{} {:?} {:?}{out}", mark.place, mark.kind, mark.side)
        })
        .collect()
}

macro_rules! json {
    ($($json:tt)*) => { serde_json::json!({ $($json)* }) };
}
use json;

fn operation(json: &serde_json::Value) -> SpineMap {
    map(&json!("surgeries": [json]))
}

#[test]
fn a_fused_range_is_its_segments_with_what_holds_it_and_its_neighbours() {
    let map = operation(
        &json!("procedures": ["fusion"], "levels": "L3-S1", "when": "2015",
        "implants": [{"kind": "screws_and_rods"}, {"kind": "cage"}]),
    );
    let all = told(&map);
    for kind in [
        "Fused NotKnown",
        "Instrumented NotApplicable",
        "Cage NotApplicable",
    ] {
        for level in ["L3-L4", "L4-L5", "L5-S1"] {
            assert!(
                all.contains(&format!("{level} {kind}")),
                "{level} {kind}: {all:?}"
            );
        }
    }
    assert_eq!(all.len(), 9);
    let beside: Vec<String> = map.beside.iter().map(ToString::to_string).collect();
    assert_eq!(beside, ["L2-L3", "SI joint"]);
    assert_eq!(map.marks[0].sources, [Source::Operation(0)]);
}

#[test]
fn metal_that_is_taken_out_leaves_the_fusion() {
    let map = map(&json!("surgeries": [
        {"procedures": ["fusion"], "levels": "L3-S1", "when": "2015",
            "implants": [{"kind": "screws_and_rods"}, {"kind": "cage"}]},
        {"procedures": ["hardware removal"], "levels": "L3-S1", "when": "2018"}
    ]));
    let all = told(&map);
    for wanted in [
        "L4-L5 Fused NotKnown",
        "L4-L5 Instrumented NotApplicable TakenOut(Some(1))",
        // Which hardware was meant is not said of a cage.
        "L4-L5 Cage NotApplicable MayBeOut",
        "L4-L5 TookOut NotKnown",
    ] {
        assert!(all.contains(&wanted.to_owned()), "{wanted}: {all:?}");
    }
}

#[test]
fn a_removal_that_is_not_sure_leaves_a_doubt_and_no_claim() {
    let map = map(&json!("surgeries": [
        {"procedures": ["fusion"], "levels": "L4-S1", "when": "2015", "implants": [{"kind": "screws_and_rods"}]},
        {"procedures": ["partial hardware removal"], "levels": "L4-S1", "when": "2018"}
    ]));
    assert!(told(&map).contains(&"L4-L5 Instrumented NotApplicable MayBeOut".to_owned()));
}

#[rstest]
#[case(r#"{"procedures":["microdiscectomy"],"levels":"L4-L5","side":{"value":"left"}}"#, &["L4-L5 DiscRemoved Left"])]
#[case(r#"{"procedures":["microdiscectomy L4-L5"]}"#, &["L4-L5 DiscRemoved NotKnown"])]
#[case(r#"{"procedures":["laminectomy"],"levels":"L4","side":{"value":"bilateral"}}"#, &["L4 Decompressed Both"])]
// Each procedure at its own levels.
#[case(
    r#"{"procedures":["laminectomy L3-L4","fusion L4-L5"],"side":{"missing":"not_applicable"}}"#,
    &["L3-L4 Decompressed NotApplicable", "L4-L5 Fused NotApplicable"]
)]
// What an operation lists as left lies where it was done, not over the whole.
#[case(
    r#"{"procedures":["laminectomy L3-L5","fusion L4-L5"],"levels":"L3-L5","implants":[{"kind":"cage"}]}"#,
    &["L3-L4 Decompressed NotKnown", "L4-L5 Decompressed NotKnown", "L4-L5 Fused NotKnown", "L4-L5 Cage NotApplicable"]
)]
#[case(r#"{"procedures":["Cervical disc arthroplasty"],"levels":"C4-C5"}"#, &["C4-C5 Replaced NotApplicable"])]
#[case(r#"{"procedures":["balloon kyphoplasty"],"levels":"T12"}"#, &["T12 Augmented NotKnown"])]
#[case(r#"{"procedures":["Sacroiliac fusion"],"side":{"value":"right"}}"#, &["SI joint Fused Right"])]
#[case(r#"{"procedures":["dural repair"],"levels":"L4-L5"}"#, &["L4-L5 Operated NotKnown"])]
// What one procedure left is no word on the other.
#[case(
    r#"{"procedures":["posterior lumbar interbody fusion L4-L5","stabilization L3"],"implants":[{"kind":"screws_and_rods"}]}"#,
    &["L3 Instrumented NotApplicable", "L4-L5 Fused NotKnown", "L4-L5 Instrumented NotApplicable"]
)]
#[case(
    r#"{"procedures":["scar neurolysis","interspinous device"],"levels":"L4-L5"}"#,
    &["L4-L5 Operated NotKnown", "L4-L5 Spacer NotApplicable"]
)]
#[case(r#"{"procedures":["stabilization"],"levels":"L3"}"#, &["L3 Operated NotKnown"])]
// Metal is never made of the word fusion alone.
#[case(r#"{"procedures":["fusion"],"levels":"L4-L5"}"#, &["L4-L5 Fused NotKnown"])]
#[case(
    r#"{"procedures":["instrumented fusion"],"levels":"L4-L5"}"#,
    &["L4-L5 Fused NotKnown", "L4-L5 Instrumented NotApplicable"]
)]
#[case(r#"{"procedures":["stabilization with screws"],"levels":"L3"}"#, &["L3 Instrumented NotApplicable"])]
#[case(
    r#"{"procedures":["posterior fusion"],"levels":"L4-pelvis","implants":[{"kind":"screws_and_rods"}]}"#,
    &["L4-L5 Fused NotKnown", "L4-L5 Instrumented NotApplicable", "L5-S1 Fused NotKnown",
      "L5-S1 Instrumented NotApplicable", "pelvis Instrumented NotApplicable"]
)]
#[case(
    r#"{"procedures":["Spinal cord stimulator implant"],"levels":"T9-T10"}"#,
    &["T9-T10 Stimulated NotApplicable"]
)]
fn an_operation_is_drawn_as_its_words_say(#[case] json: &str, #[case] wanted: &[&str]) {
    let map = operation(&serde_json::from_str(json).unwrap());
    assert_eq!(told(&map), wanted);
    assert_eq!(map.unplaced, []);
}

#[rstest]
#[case(r#"{"procedures":["lumbar laminectomy"],"region":"lumbar"}"#, Reason::NoLevel)]
#[case(r#"{"procedures":["fusion"],"levels":"3 levels"}"#, Reason::NoLevel)]
#[case(r#"{"procedures":["fusion"],"levels":"unknown"}"#, Reason::NoLevel)]
#[case(r#"{"procedures":["fusion"],"levels":"L4"}"#, Reason::NoSegment)]
#[case(r#"{"procedures":["planned fusion"],"levels":"L4-L5"}"#, Reason::NotDone)]
#[case(
    r#"{"procedures":["fusion"],"levels":"L4-L5","when":"2027"}"#,
    Reason::NotDone
)]
#[case(
    r#"{"procedures":["fusion"],"levels":"L4-L5","when":"after 2026"}"#,
    Reason::NotDone
)]
fn what_has_no_place_stands_beside_the_map_with_the_reason(#[case] json: &str, #[case] reason: Reason) {
    let map = operation(&serde_json::from_str(json).unwrap());
    assert_eq!(told(&map), [] as [&str; 0]);
    assert_eq!(map.unplaced.len(), 1, "{:?}", map.unplaced);
    assert_eq!(
        (map.unplaced[0].reason, map.unplaced[0].source),
        (reason, Source::Operation(0))
    );
}

#[test]
fn an_operation_of_this_year_counts_and_one_ahead_takes_its_implants_with_it() {
    let this_year = operation(&json!("procedures": ["fusion"], "levels": "L4-L5", "when": "2026"));
    assert_eq!(told(&this_year), ["L4-L5 Fused NotKnown"]);
    let ahead = operation(
        &json!("procedures": ["fusion"], "levels": "L4-L5", "when": "3 May 2027",
        "implants": [{"kind": "cage"}]),
    );
    assert_eq!(told(&ahead), [] as [&str; 0]);
    assert!(ahead.beside.is_empty());
}

#[test]
fn what_was_done_without_a_shape_of_its_own_keeps_its_name() {
    let map = operation(&json!("procedures": ["scar neurolysis", "CSF leak repair"], "levels": "L4-L5"));
    let names: Vec<&str> = map.marks[0].named.iter().map(Text::as_str).collect();
    assert_eq!(
        (map.marks.len(), names),
        (1, vec!["scar neurolysis", "CSF leak repair"])
    );
}

#[test]
fn a_part_of_an_operation_without_a_level_is_told_beside_the_part_that_has_one() {
    let map = operation(&json!("procedures": ["fusion L4-L5", "decompression"]));
    assert_eq!(told(&map), ["L4-L5 Fused NotKnown"]);
    let what = map.unplaced[0].what.as_ref().map(ToString::to_string);
    assert_eq!(what.as_deref(), Some("decompression"));
}

#[test]
fn what_was_entered_in_error_tells_nothing() {
    let mut record = record(&json!(
        "surgeries": [{"procedures": ["fusion"], "levels": "L4-L5", "implants": [{"kind": "cage"}]}],
        "treatments": [{"kind": "injection", "name": "facet injection", "levels": "L4-L5 facet"}],
        "imaging": [{"modality": "mri", "findings": [{"what": "stenosis", "levels": "L3-L4"}]}],
        "symptoms": [{"site": "L4-L5"}]));
    let gone = |head: &mut Option<Head>| head.as_mut().unwrap().stands = false;
    gone(&mut record.surgeries[0].head);
    gone(&mut record.treatments[0].head);
    gone(&mut record.imaging[0].head);
    gone(&mut record.symptoms[0].head);
    assert_eq!(spine_map(&record, today()), SpineMap::default());
}

#[rstest]
#[case(r#"{"kind":"injection","name":"TFESI","levels":"L5 root","side":{"value":"left"}}"#, &["L5-S1 Injected Left"])]
#[case(r#"{"kind":"block","name":"medial branch block","levels":"L3-L4 medial branches","side":{"value":"bilateral"}}"#,
    &["L3-L4 Injected Both", "L4-L5 Injected Both"])]
// A cervical root leaves above its vertebra, and C8 has none.
#[case(r#"{"kind":"injection","name":"nerve root block","levels":"C6 root"}"#, &["C5-C6 Injected NotKnown"])]
#[case(r#"{"kind":"injection","name":"nerve root block","levels":"C8 root"}"#, &["C7-T1 Injected NotKnown"])]
#[case(r#"{"kind":"injection","name":"nerve root block","levels":"T1 root"}"#, &["T1-T2 Injected NotKnown"])]
#[case(r#"{"kind":"injection","name":"nerve root block","levels":"S1 root"}"#, &["sacrum Injected NotKnown"])]
#[case(r#"{"kind":"radiofrequency","name":"RF","levels":"L4-L5 facet","side":{"value":"right"}}"#,
    &["L4-L5 Radiofrequency Right"])]
#[case(r#"{"kind":"injection","name":"SI joint injection","side":{"value":"right"}}"#, &["SI joint Injected Right"])]
#[case(r#"{"kind":"injection","name":"epidural","target":"L5-S1"}"#, &["L5-S1 Injected NotKnown"])]
#[case(r#"{"kind":"neuromodulation_implant","name":"spinal cord stimulator","levels":"T8-T10"}"#,
    &["T8-T9 Stimulated NotApplicable", "T9-T10 Stimulated NotApplicable"])]
#[case(r#"{"kind":"neuromodulation_trial","name":"SCS trial","levels":"T8","ended":"2020"}"#,
    &["T8 Stimulated NotApplicable TakenOut(None)"])]
// Nobody recorded that the trial is over.
#[case(r#"{"kind":"neuromodulation_trial","name":"SCS trial","levels":"T8"}"#,
    &["T8 Stimulated NotApplicable MayBeOut"])]
#[case(r#"{"kind":"drug","name":"pregabalin"}"#, &[])]
#[case(r#"{"kind":"physiotherapy","name":"exercise","levels":"L4-L5"}"#, &[])]
fn a_treatment_is_drawn_where_it_aimed(#[case] json: &str, #[case] wanted: &[&str]) {
    let treatment: serde_json::Value = serde_json::from_str(json).unwrap();
    let map = map(&json!("treatments": [treatment]));
    assert_eq!(told(&map), wanted);
    assert_eq!(map.unplaced, []);
}

#[test]
fn a_treatment_without_a_level_stands_beside_the_map() {
    let map = map(&json!("treatments": [
        {"kind": "injection", "name": "interlaminar epidural"},
        {"kind": "neuromodulation_implant", "name": "spinal cord stimulator"},
        {"kind": "radiofrequency", "name": "RF", "levels": "L4-L5 facet", "started": "2027"}
    ]));
    assert_eq!(told(&map), [] as [&str; 0]);
    let mut all: Vec<(Source, Reason)> = map.unplaced.iter().map(|one| (one.source, one.reason)).collect();
    all.sort();
    assert_eq!(
        all,
        [
            (Source::Treatment(0), Reason::NoLevel),
            (Source::Treatment(1), Reason::NoLevel),
            (Source::Treatment(2), Reason::NotDone)
        ]
    );
}

#[test]
fn one_thing_that_two_facts_tell_of_is_one_mark_with_both() {
    let map = map(&json!(
        "surgeries": [{"procedures": ["Spinal cord stimulator implant"], "levels": "T9-T10", "when": "2020"}],
        "devices": [{"name": "stimulator", "implanted": "2020", "parts": [{"kind": "lead"}]}]));
    assert_eq!(told(&map), ["T9-T10 Stimulated NotApplicable"]);
    assert_eq!(map.marks[0].sources, [Source::Operation(0), Source::Device(0)]);
    assert_eq!(map.unplaced, []);
}

#[test]
fn what_imaging_did_not_find_is_no_finding() {
    let map = map(&json!("imaging": [{"modality": "mri", "findings": [
        {"what": "recurrent disc herniation", "levels": "L4-L5", "side": {"value": "left"}},
        {"what": "no recurrent herniation", "levels": "L5-S1"},
        {"what": "Normal disc", "levels": "L3-L4"},
        {"what": "CSF collection"}
    ]}]));
    assert_eq!(
        told(&map),
        [
            "L3-L4 Imaged NotKnown",
            "L4-L5 Finding Left",
            "L5-S1 Imaged NotKnown"
        ]
    );
    assert_eq!(map.unplaced[0].source, Source::Finding(0, 3));
}

#[test]
fn trap_31_a_coded_finding_is_one_as_it_is_stated_and_what_could_not_be_judged_is_neither() {
    let map = map(&json!("imaging": [{"modality": "mri", "findings": [
        {"kind": "recurrent_herniation", "levels": "L4-L5"},
        {"kind": "tumour", "levels": "L3", "stated": "possible"},
        {"kind": "discitis", "levels": "L2-L3", "stated": "absent"},
        {"kind": "no_finding", "levels": "L1-L2"},
        {"kind": "solid_fusion", "levels": "L5-S1", "stated": "not_assessable"},
        {"kind": "fracture"}
    ]}]));
    assert_eq!(
        told(&map),
        [
            "L1-L2 Imaged NotKnown",
            "L2-L3 Imaged NotKnown",
            "L3 Finding NotKnown",
            "L4-L5 Finding NotKnown"
        ]
    );
    let beside: Vec<(Source, Reason)> = map.unplaced.iter().map(|one| (one.source, one.reason)).collect();
    assert_eq!(
        beside,
        [
            (Source::Finding(0, 4), Reason::NotAssessable),
            (Source::Finding(0, 5), Reason::NoLevel)
        ]
    );
}

#[test]
fn a_cause_stands_at_its_level_until_it_is_excluded_and_another_level_that_was_operated_on_is_none() {
    let map = map(&json!("diagnoses": [
        {"kind": "persistent_pain", "certainty": "confirmed", "levels": "L4-S1"},
        {"kind": "facet_joint", "certainty": "suspected", "levels": "L3-L4", "side": {"value": "left"}},
        {"kind": "epidural_fibrosis", "certainty": "probable", "levels": "L5 root", "side": {"value": "right"}},
        {"kind": "pseudarthrosis", "certainty": "excluded", "levels": "L4-L5"},
        {"kind": "sacroiliac_joint", "certainty": "confirmed", "side": {"value": "bilateral"}},
        {"kind": "other_level_or_side", "certainty": "confirmed", "levels": "L2-L3"},
        {"kind": "central_sensitisation", "certainty": "suspected"}
    ]));
    assert_eq!(
        told(&map),
        ["L3-L4 Cause Left", "L5-S1 Cause Right", "SI joint Cause Both"]
    );
    assert_eq!(map.unplaced, []);
    let sources: Vec<Source> = map.marks.iter().flat_map(|mark| mark.sources.clone()).collect();
    assert_eq!(
        sources,
        [Source::Diagnosis(1), Source::Diagnosis(2), Source::Diagnosis(4)]
    );
}

#[test]
fn a_symptom_has_a_level_only_where_its_site_names_one() {
    let map = map(&json!("symptoms": [
        {"site": "low back"}, {"site": "leg", "side": {"value": "left"}, "radiation": "L5"},
        {"site": "over L4-L5", "side": {"value": "right"}}, {"site": "sacroiliac joint", "side": {"value": "left"}}
    ]));
    assert_eq!(told(&map), ["L4-L5 Painful Right", "SI joint Painful Left"]);
    assert_eq!(map.unplaced, []);
}

#[test]
fn where_a_sixth_lumbar_vertebra_is_named_the_last_interspace_is_not_guessed() {
    let map = map(&json!(
        "surgeries": [{"procedures": ["fusion"], "levels": "L5-L6"}, {"procedures": ["discectomy"], "levels": "L5-S1"}],
        "imaging": [{"modality": "mri", "findings": [{"what": "stenosis", "levels": "L4-L5"}]}]));
    assert!(map.sixth_lumbar && map.transitional);
    assert_eq!(told(&map), ["L4-L5 Finding NotKnown", "L5-L6 Fused NotKnown"]);
    assert_eq!(map.unplaced[0].reason, Reason::Numbering);
    assert!(map.beside.is_empty() && map.hints.is_empty());
}

#[test]
fn places_stand_from_the_head_down() {
    let names: Vec<String> = [
        "C0-C1", "C7-T1", "T12", "T12-L1", "L5", "L5-S1", "S1", "SI joint", "pelvis", "coccyx",
    ]
    .iter()
    .map(|level| {
        let levels: crate::value::level::Levels = level.parse().unwrap();
        place::place_of(&levels.targets()[0], false).unwrap()
    })
    .collect::<BTreeSet<Place>>()
    .iter()
    .map(ToString::to_string)
    .collect();
    assert_eq!(
        names,
        [
            "C0-C1", "C7-T1", "T12", "T12-L1", "L5", "L5-S1", "sacrum", "SI joint", "pelvis", "coccyx"
        ]
    );
    assert_eq!((bones(false).len(), bones(true).len()), (26, 27));
}
