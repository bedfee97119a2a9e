//! What an examination says in words: findings first, relevant negatives in one line, and nothing that was not examined.

use super::{lines, title};
use crate::{examples, shown::telling};
use lamina_domain::{Examination, diagnosis::Term};
use rstest::rstest;
use serde_json::{Value, json};

fn read(examination: Value) -> Examination {
    serde_json::from_value(examination).unwrap()
}

fn told(examination: Value) -> Vec<(String, String)> {
    let lines = lines(&read(examination), &crate::telling::Telling::default());
    lines.into_iter().map(|line| (line.label, line.text)).collect()
}

fn legs() -> Value {
    let mut power = Vec::new();
    for muscle in ["l2", "l3", "l5"] {
        for side in ["left", "right"] {
            let grade = if (muscle, side) == ("l5", "left") {
                "4-"
            } else {
                "5"
            };
            power.push(json!({"muscle": muscle, "side": side, "power": grade}));
        }
    }
    json!({
        "power": power,
        "sensation": [
            {"dermatome": "s1", "side": "left", "light_touch": "altered", "pinprick": "not_tested"},
            {"dermatome": "s1", "side": "right", "light_touch": "normal"}
        ],
        "reflexes": [
            {"reflex": "knee", "side": "left", "grade": "2+"}, {"reflex": "knee", "side": "right", "grade": "2+"},
            {"reflex": "ankle", "side": "left", "grade": "0"}, {"reflex": "ankle", "side": "right", "grade": "NT"}
        ],
        "signs": [
            {"sign": "clonus", "side": "right", "found": "present", "beats": "4"},
            {"sign": "plantar_up", "side": "left", "found": "absent"},
            {"sign": "plantar_up", "side": "right", "found": "absent"}
        ],
        "tension": [
            {"test": "straight_leg_raise", "side": "left", "angle": 40, "reproduced": "leg_pain"},
            {"test": "straight_leg_raise", "side": "right", "angle": 80, "reproduced": "nothing"}
        ],
        "gait": ["antalgic"], "aids": ["one_stick"], "falls": {"value": 2}, "romberg": {"value": "normal"},
        "stance": [{"side": "left", "seconds": 4.5}],
        "motion": [
            {"part": "lumbar", "movement": "flexion", "method": "inclinometer", "value": 40, "pain": "painful"},
            {"part": "lumbar", "movement": "flexion", "method": "schober", "value": 3.5},
            {"part": "lumbar", "movement": "rotation", "side": "left", "method": "estimated_share", "value": 100},
            {"part": "lumbar", "movement": "rotation", "side": "right", "method": "estimated_share", "value": 100}
        ],
        "local": [
            {"what": "scar", "states": ["quiet"], "levels": "L4-S1"},
            {"what": "tenderness", "states": ["present"], "levels": "L5-S1 facet", "side": {"value": "left"}, "words": "worse than before"}
        ],
        "saddle": {"value": "normal"}, "anal_tone": {"missing": "declined"}
    })
}

#[test]
fn findings_stand_first_by_side_and_what_is_normal_in_one_line() {
    assert_eq!(
        told(legs()),
        [
            (
                "Left",
                "great-toe extensor (L5) power 4-; S1 light touch altered; ankle reflex 0; straight-leg raise 40°, leg pain; \
                 tenderness L5-S1 facet: present (worse than before)"
            ),
            ("Right", "clonus present, 4 beats"),
            (
                "Other findings",
                "gait antalgic; walks with one stick; 2 falls in the last 12 months; lumbar flexion painful"
            ),
            (
                "Measured",
                "lumbar flexion (inclinometer) 40°; lumbar flexion (Schober) 3.5 cm; left standing on one leg 4.5 s"
            ),
            (
                "Normal",
                "muscle power 5 (MRC): L2, L3 both sides, L5 right; light touch: S1 right; reflexes 2+ (scale 0 to 4+): knee both \
                 sides; signs of the long tracts absent: plantar upgoing both sides; nothing brought about by: straight-leg raise \
                 80° right; full movement by eye: lumbar rotation both sides; standing with closed eyes (Romberg) normal; scar \
                 L4-S1: quiet; sensation in the saddle normal"
            ),
            ("Not tested", "pinprick: S1 left; reflexes: ankle right; anal tone declined"),
        ]
        .map(|(label, text)| (label.to_owned(), text.to_owned()))
    );
}

#[rstest]
#[case(
    legs(),
    "Left great-toe extensor (L5) power 4-; left S1 light touch altered; left ankle reflex 0; and 7 more"
)]
#[case(json!({"gait": ["antalgic"]}), "Gait antalgic")]
#[case(
    json!({"reflexes": [{"reflex": "knee", "side": "left", "grade": "2+"}], "gait": ["normal"]}),
    "Normal as far as examined: reflexes, gait normal"
)]
#[case(json!({"reflexes": [{"reflex": "knee", "side": "left", "grade": "NT"}]}), "Not tested: reflexes")]
#[case(json!({"stance": [{"side": "left", "seconds": 12}]}), "Left standing on one leg 12 s")]
fn the_title_says_what_was_found_and_never_more_than_was_examined(#[case] of: Value, #[case] wanted: &str) {
    assert_eq!(title(&read(of)), wanted);
}

/// Trap 11: ordinal findings of both sides stand each by itself; none is a mean of the two.
#[test]
fn trap_11_ordinal_findings_are_shown_one_by_one() {
    let both = json!({
        "power": [{"muscle": "l5", "side": "left", "power": "3"}, {"muscle": "l5", "side": "right", "power": "5"}],
        "reflexes": [{"reflex": "ankle", "side": "left", "grade": "1+"}, {"reflex": "ankle", "side": "right", "grade": "3+"}]
    });
    assert_eq!(
        told(both),
        [
            ("Left", "great-toe extensor (L5) power 3; ankle reflex 1+"),
            ("Right", "ankle reflex 3+"),
            ("Normal", "muscle power 5 (MRC): L5 right"),
        ]
        .map(|(label, text)| (label.to_owned(), text.to_owned()))
    );
}

/// Trap 50: a leg raise that brings about back pain alone is a finding with that name and no positive test.
#[rstest]
#[case("leg_pain", "Left", "straight-leg raise 40°, leg pain")]
#[case("back_pain", "Left", "straight-leg raise 40°, back pain alone")]
#[case("nothing", "Normal", "nothing brought about by: straight-leg raise 40° left")]
fn trap_50_a_leg_raise_says_what_it_brought_about(
    #[case] brought: &str,
    #[case] label: &str,
    #[case] text: &str,
) {
    let of = json!({"tension": [{"test": "straight_leg_raise", "side": "left", "angle": 40, "reproduced": brought}]});
    assert_eq!(told(of), [(label.to_owned(), text.to_owned())]);
}

#[test]
fn a_count_of_sacroiliac_tests_says_how_many_were_done() {
    let test = |test: &str, side: &str, found: &str| json!({"test": test, "side": side, "found": found});
    let of = json!({"provocation": [
        test("distraction", "left", "positive"), test("thigh_thrust", "left", "positive"),
        test("gaenslen", "left", "positive"), test("compression", "left", "negative"),
        test("sacral_thrust", "left", "negative"), test("distraction", "right", "negative"),
        test("gaenslen", "right", "not_done"), test("lumbar_facet_loading", "right", "positive")
    ]});
    assert_eq!(
        told(of),
        [
            (
                "Left",
                "sacroiliac provocation tests 3 of 5 positive, 5 done (distraction, thigh thrust, Gaenslen)"
            ),
            ("Right", "lumbar facet loading positive"),
            (
                "Normal",
                "sacroiliac provocation tests 0 of 5 positive, 1 done right"
            ),
            ("Not tested", "provocation tests: Gaenslen right"),
        ]
        .map(|(label, text)| (label.to_owned(), text.to_owned()))
    );
}

/// Trap 50: what was copied from an earlier examination stands by itself, with the day on which it was found.
#[test]
fn trap_50_what_was_carried_forward_is_never_among_what_was_examined() {
    let record = examples::record(&json!({"examinations": [
        {"when": "3 May 2026", "reflexes": [{"reflex": "ankle", "side": "left", "grade": "0"}], "saddle": {"value": "normal"}},
        {
            "when": "2 Nov 2026", "gait": ["normal"], "saddle": {"value": "normal"},
            "reflexes": [{"reflex": "ankle", "side": "left", "grade": "0"}],
            "carried": [
                {"field": "saddle", "from": "examination 1"}, {"field": "reflex.ankle_left", "from": "examination 1"}
            ]
        }
    ]}));
    let last = &record.examinations.last().unwrap().fact;
    let lines = lines(last, &telling(&record, Term::default()));
    let lines: Vec<(&str, &str)> = lines
        .iter()
        .map(|line| (line.label.as_str(), line.text.as_str()))
        .collect();
    assert_eq!(
        lines,
        [
            ("Normal", "gait normal"),
            (
                "Carried forward from 3 May 2026, not examined again",
                "left ankle reflex 0; normal then: sensation in the saddle normal"
            ),
        ]
    );
    assert_eq!(title(last), "Normal as far as examined: gait normal");
}
