//! Examinations as typed: what reads back, and what is told at its field.

use super::*;
use lamina_domain::{Problem, Typing};

fn input(fields: serde_json::Value) -> ExaminationInput {
    serde_json::from_value(fields).unwrap()
}

fn read(input: &ExaminationInput) -> (Option<Examination>, Vec<(String, Problem)>) {
    let mut reader = Reading::of(Typing::on("2026-11-25".parse().unwrap()));
    let read = input.read(&mut reader);
    let issues = reader.issues.into_iter();
    (read, issues.map(|issue| (issue.path, issue.problem)).collect())
}

#[test]
fn what_was_typed_reads_back_as_the_same_and_what_was_not_examined_is_left_out() {
    let typed = input(serde_json::json!({
        "when": "24 Nov 2026",
        "power": [
            {"muscle": "l5", "side": "left", "grade": "4\u{2212}", "known": true},
            {"muscle": "l5", "side": "right", "grade": "NT", "known": true},
            {"muscle": "s1", "side": "right", "grade": " "}
        ],
        "sensation": [{"dermatome": "s1", "side": "left", "light_touch": "altered", "pinprick": null}],
        "reflexes": [{"reflex": "ankle", "side": "left", "grade": "0"}],
        "signs": [
            {"sign": "plantar_up", "side": "left", "found": "absent"},
            {"sign": "clonus", "side": "left", "found": "present", "beats": "sustained"}
        ],
        "tension": [
            {"test": "straight_leg_raise", "side": "left", "angle": "30\u{b0}", "reproduced": "leg_pain"},
            {"test": "slump", "side": "left", "angle": "", "reproduced": null}
        ],
        "gait": ["antalgic"], "gait_words": "slow", "aids": ["one_crutch"],
        "walks": [{"on": "heels", "side": "left", "found": "unable"}],
        "tandem": {"value": "impaired"}, "romberg": {"missing": "declined"}, "falls": {"value": "2"},
        "stance": [{"side": "left", "seconds": "4.5 s"}, {"side": "right", "seconds": ""}],
        "motion": [
            {"part": "lumbar", "movement": "flexion", "side": null, "method": "schober", "value": "4,5 cm", "pain": null},
            {"part": "lumbar", "movement": "rotation", "side": "left", "method": "inclinometer", "value": "30\u{b0}",
                "pain": "painful"},
            {"part": "lumbar", "movement": "extension", "side": null, "method": "inclinometer", "value": " ", "pain": null}
        ],
        "provocation": [{"test": "thigh_thrust", "side": "left", "found": "positive"}],
        "local": [
            {"what": "scar", "states": ["red", "tender"], "levels": "L45", "side": {"value": "midline"}, "words": "upper end"},
            {}
        ],
        "anal_squeeze": {"value": "reduced"},
        "carried": [{"field": "saddle", "from": "examination 01920000-0000-7000-8000-000000000001"}],
        "saddle": {"value": "normal"}, "anal_tone": {"missing": "declined"}
    }));
    let (examination, issues) = read(&typed);
    assert_eq!(issues, []);
    let examination = examination.unwrap();
    let again = ExaminationInput::of(&examination);
    let powers: Vec<(&str, bool)> = again
        .power
        .iter()
        .map(|one| (one.grade.as_str(), one.known))
        .collect();
    assert_eq!(powers, [("4-", true), ("NT", false)]);
    assert_eq!(again.tension.len(), 1);
    assert_eq!((again.motion.len(), again.local.len()), (2, 1));
    assert_eq!(
        again.stance,
        typed.stance[..1]
            .iter()
            .map(|one| StanceInput {
                seconds: "4.5".into(),
                ..one.clone()
            })
            .collect::<Vec<_>>()
    );
    assert_eq!(read(&again).0, Some(examination));
}

#[test]
fn trap_12_what_is_no_grade_or_angle_is_told_at_its_field() {
    let typed = input(serde_json::json!({
        "power": [{"muscle": "l5", "side": "left", "grade": "4.5"}, {"muscle": "l5", "side": "right", "grade": "3+"}],
        "tension": [{"test": "slump", "side": "left", "angle": "190", "reproduced": null}]
    }));
    let grade = |text: &str| Problem::NotAGrade { text: text.into() };
    assert_eq!(
        read(&typed).1,
        [
            ("power.l5_left".into(), grade("4.5")),
            ("power.l5_right".into(), grade("3+")),
            ("tension.0.angle".into(), Problem::OutOfRange { min: 0, max: 120 }),
        ]
    );
}

#[test]
fn what_was_measured_without_its_method_or_outside_of_it_is_told_at_its_field() {
    let flexion = |method: &str, value: &str| {
        serde_json::json!({"part": "lumbar", "movement": "flexion", "side": null, "pain": null, "value": value,
            "method": (!method.is_empty()).then_some(method)})
    };
    let typed = input(serde_json::json!({
        "motion": [flexion("", "40"), flexion("schober", "40"), flexion("inclinometer", "far")],
        "signs": [{"sign": "clonus", "side": "left", "found": "present", "beats": "0"}],
        "stance": [{"side": "left", "seconds": "long"}],
        "falls": {"value": "some"}
    }));
    let number = |text: &str| Problem::NotANumber { text: text.into() };
    assert_eq!(
        read(&typed).1,
        [
            ("signs.0.beats".into(), Problem::OutOfRange { min: 1, max: 99 }),
            ("stance.0.seconds".into(), number("long")),
            ("falls".into(), number("some")),
            ("motion.0.method".into(), Problem::Required),
            ("motion.1.value".into(), Problem::OutOfRange { min: 0, max: 20 }),
            ("motion.2.value".into(), number("far")),
        ]
    );
}

/// Trap 50: a reflex of another scale does not pass as one of this.
#[test]
fn trap_50_a_two_is_no_two_plus() {
    let with =
        |grade: &str| serde_json::json!({"reflexes": [{"reflex": "knee", "side": "left", "grade": grade}]});
    assert!(serde_json::from_value::<ExaminationInput>(with("2+")).is_ok());
    assert!(serde_json::from_value::<ExaminationInput>(with("2")).is_err());
}
