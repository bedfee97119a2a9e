//! What holds for any record: no panic, and no operation, intervention or finding that is on neither side of the map.

use super::*;
use proptest::prelude::*;

const LEVELS: [&str; 14] = [
    "",
    "L4-L5",
    "L3-S1",
    "C0-C3",
    "C5-C7",
    "T9-T10",
    "L5-L6",
    "S1-S2",
    "L4-pelvis",
    "SI joint",
    "L5 root",
    "L3-L4 medial branches",
    "3 levels",
    "coccyx, sacrum, T12",
];
const DONE: [&str; 14] = [
    "fusion",
    "instrumented fusion",
    "laminectomy",
    "microdiscectomy",
    "hardware removal",
    "revision",
    "ACDF",
    "lumbar disc replacement",
    "planned fusion",
    "interspinous device",
    "kyphoplasty",
    "spinal cord stimulator implant",
    "intrathecal pump implant",
    "hardware removal and fusion without cage",
];
const WHEN: [&str; 8] = [
    "unknown",
    "2015",
    "3 May 2018",
    "2030",
    "age 40",
    "2 months after operation 1",
    "before operation 2",
    "after 2024",
];
const SIDE: [&str; 5] = [
    r#"{"missing":"unknown"}"#,
    r#"{"value":"left"}"#,
    r#"{"value":"right"}"#,
    r#"{"value":"bilateral"}"#,
    r#"{"missing":"not_applicable"}"#,
];
const IMPLANTS: [&str; 4] = [
    "[]",
    r#"[{"kind":"cage"},{"kind":"screws_and_rods"}]"#,
    r#"[{"kind":"lead"}]"#,
    r#"["rods"]"#,
];

fn one_of(list: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    (0..list.len()).prop_map(move |at| list[at])
}

fn levels(of: &str) -> String {
    if of.is_empty() {
        String::new()
    } else {
        format!(r#","levels":"{of}""#)
    }
}

fn operation() -> impl Strategy<Value = String> {
    (
        one_of(&DONE),
        one_of(&LEVELS),
        one_of(&WHEN),
        one_of(&SIDE),
        one_of(&IMPLANTS),
    )
        .prop_map(|(done, at, when, side, left)| {
            let at = levels(at);
            format!(r#"{{"procedures":["{done}"],"when":"{when}","side":{side},"implants":{left}{at}}}"#)
        })
}

fn treatment() -> impl Strategy<Value = String> {
    const KINDS: [&str; 7] = [
        "injection",
        "block",
        "radiofrequency",
        "intervention",
        "neuromodulation_trial",
        "neuromodulation_implant",
        "intrathecal_trial",
    ];
    (one_of(&KINDS), one_of(&LEVELS), one_of(&WHEN), one_of(&SIDE)).prop_map(|(kind, at, when, side)| {
        let at = levels(at);
        format!(r#"{{"kind":"{kind}","name":"something","started":"{when}","side":{side}{at}}}"#)
    })
}

fn finding() -> impl Strategy<Value = String> {
    const SEEN: [&str; 3] = ["stenosis", "no stenosis", "loose screw"];
    (one_of(&SEEN), one_of(&LEVELS), one_of(&WHEN)).prop_map(|(what, at, when)| {
        let at = levels(at);
        format!(r#"{{"modality":"mri","when":"{when}","findings":[{{"what":"{what}"{at}}}]}}"#)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]
    #[test]
    fn nothing_panics_and_nothing_is_left_out(
        operations in prop::collection::vec(operation(), 0..6),
        treatments in prop::collection::vec(treatment(), 0..5),
        findings in prop::collection::vec(finding(), 0..4),
    ) {
        let json = format!(
            r#"{{"patient":{{"family":"Sample","born":"1960"}},"surgeries":[{}],"treatments":[{}],"imaging":[{}],
            "devices":[{{"name":"pump","parts":[{{"kind":"pump"}}],"implanted":"2018"}}]}}"#,
            operations.join(","), treatments.join(","), findings.join(",")
        );
        let record: Record = serde_json::from_str(&json).unwrap();
        let map = spine_map(&record.numbered(), today());
        let named = |wanted: Source| {
            map.marks.iter().any(|mark| mark.sources.contains(&wanted))
                || map.unplaced.iter().any(|one| one.source == wanted)
        };
        for at in 0..operations.len() {
            prop_assert!(named(Source::Operation(at)), "operation {} of {}", at, json);
        }
        for at in 0..treatments.len() {
            prop_assert!(named(Source::Treatment(at)), "treatment {} of {}", at, json);
        }
        for at in 0..findings.len() {
            prop_assert!(named(Source::Finding(at, 0)), "finding {} of {}", at, json);
        }
        let fused: BTreeSet<Place> =
            map.marks.iter().filter(|mark| mark.kind == Kind::Fused).map(|mark| mark.place).collect();
        prop_assert!(map.beside.is_disjoint(&fused));
        for mark in &map.marks {
            prop_assert!(!mark.sources.is_empty());
        }
    }
}
