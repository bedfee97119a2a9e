//! Examinations at the desk: as typed into the form, kept, read back, raised by and told in a letter; and what is carried forward.

use super::*;
use lamina_api::noun::examination::ExaminationInput;
use serde_json::Value;

fn input(fields: Value) -> FactInput {
    FactInput::Examination(serde_json::from_value::<ExaminationInput>(fields).unwrap())
}

/// Everything that the form has, as its fields send it.
fn whole() -> Value {
    json!({
        "when": "today",
        "power": [
            {"muscle": "l5", "side": "left", "grade": "4\u{2212}", "known": true},
            {"muscle": "l5", "side": "right", "grade": "5"}, {"muscle": "s1", "side": "left", "grade": "5"},
            {"muscle": "s1", "side": "right", "grade": "nt"}, {"muscle": "l4", "side": "left", "grade": ""}
        ],
        "sensation": [
            {"dermatome": "l5", "side": "left", "light_touch": "altered", "pinprick": "absent"},
            {"dermatome": "s1", "side": "left", "light_touch": "normal", "pinprick": null},
            {"dermatome": "s1", "side": "right", "light_touch": "normal", "pinprick": null}
        ],
        "reflexes": [
            {"reflex": "ankle", "side": "left", "grade": "1+"}, {"reflex": "ankle", "side": "right", "grade": "2+"}
        ],
        "signs": [
            {"sign": "clonus", "side": "left", "found": "present", "beats": "Sustained"},
            {"sign": "plantar_up", "side": "left", "found": "absent", "beats": ""}
        ],
        "tension": [
            {"test": "straight_leg_raise", "side": "left", "angle": "40\u{b0}", "reproduced": "leg_pain"},
            {"test": "crossed_straight_leg_raise", "side": "right", "angle": "", "reproduced": "leg_pain"},
            {"test": "slump", "side": "left", "angle": "", "reproduced": "back_pain"},
            {"test": "crossed_femoral_stretch", "side": "left", "angle": "", "reproduced": "nothing"}
        ],
        "gait": ["antalgic"], "gait_words": "short steps", "aids": ["one_stick"],
        "walks": [{"on": "heels", "side": "left", "found": "unable"}, {"on": "toes", "side": "left", "found": "normal"}],
        "tandem": {"value": "impaired"}, "romberg": {"value": "normal"}, "falls": {"value": "2"},
        "stance": [{"side": "left", "seconds": "4,5 s"}, {"side": "right", "seconds": ""}],
        "motion": [
            {"part": "lumbar", "movement": "flexion", "side": null, "method": "inclinometer", "value": "40\u{b0}", "pain": "painful"},
            {"part": "lumbar", "movement": "flexion", "side": null, "method": "fingertip_floor", "value": "32 cm", "pain": null},
            {"part": "lumbar", "movement": "flexion", "side": null, "method": "schober", "value": "3.5", "pain": null},
            {"part": "lumbar", "movement": "side_bend", "side": "left", "method": "estimated_share", "value": "50%", "pain": null},
            {"part": "cervical", "movement": "rotation", "side": "right", "method": "estimated_degrees", "value": "60",
                "pain": "painless"}
        ],
        "provocation": [
            {"test": "distraction", "side": "left", "found": "positive"}, {"test": "thigh_thrust", "side": "left", "found": "positive"},
            {"test": "gaenslen", "side": "left", "found": "positive"}, {"test": "compression", "side": "left", "found": "negative"},
            {"test": "sacral_thrust", "side": "left", "found": "negative"},
            {"test": "lumbar_facet_loading", "side": "right", "found": "not_done"}
        ],
        "local": [
            {"what": "tenderness", "states": ["present"], "levels": "L5/S1 facet", "side": {"value": "left"}, "words": "as before"},
            {"what": "scar", "states": ["quiet"], "levels": "L45"},
            {"what": "device_pocket", "states": ["red", "warm"], "side": {"value": "right"}, "words": "buttock"},
            {}
        ],
        "saddle": {"value": "normal"}, "anal_tone": {"missing": "declined"}, "anal_squeeze": {"missing": "declined"},
        "note": "n"
    })
}

/// Also traps 11, 12 and 17: no grade becomes a number, and each finding stays with the patient's side.
#[tokio::test(flavor = "multi_thread")]
async fn trap_17_the_whole_form_goes_from_typed_values_to_the_record_and_into_the_letter() {
    let room = room().await;
    let patient = room.person().await;
    let entry = room.add(patient, input(whole())).await.unwrap();

    let kept = room.desk.get_entry(EntryKey { entry }).await.unwrap();
    let FactInput::Examination(back) = &kept.input else {
        panic!("{:?}", kept.input);
    };
    let back = serde_json::to_value(back).unwrap();
    assert_eq!(back["power"][0]["grade"], "4-");
    assert_eq!(back["power"][3]["grade"], "NT");
    assert_eq!(back["power"].as_array().unwrap().len(), 4);
    assert_eq!(back["signs"][0]["beats"], "sustained");
    assert_eq!(back["stance"], json!([{"side": "left", "seconds": "4.5"}]));
    assert_eq!(back["motion"][1]["value"], "32");
    assert_eq!(back["motion"][3]["method"], "estimated_share");
    assert_eq!(back["local"].as_array().unwrap().len(), 3);
    assert_eq!(back["local"][1]["levels"], "L4-L5");
    // What reads back is kept again as the same.
    let again = room.add(patient, kept.input.clone()).await.unwrap();
    let again = room.desk.get_entry(EntryKey { entry: again }).await.unwrap();
    assert_eq!(again.input, kept.input);

    let letter = room.letter(patient).await;
    for said in [
        "Left: great-toe extensor (L5) power 4- (known, unchanged); L5 light touch altered; L5 pinprick absent; ankle reflex 1+; \
         clonus present, sustained; straight-leg raise 40°, leg pain; slump, back pain alone; walking on the heels not possible; \
         sacroiliac provocation tests 3 of 5 positive, 5 done (distraction, thigh thrust, Gaenslen); tenderness L5-S1 facet: \
         present (as before).",
        "Right: crossed straight-leg raise, leg pain; device pocket: red, warm (buttock).",
        "Other findings: gait antalgic; gait in words: short steps; walks with one stick; heel-to-toe walking impaired; 2 falls in \
         the last 12 months; lumbar flexion painful.",
        "Measured: lumbar flexion (inclinometer) 40°; lumbar flexion (fingertip to floor) 32 cm; lumbar flexion (Schober) 3.5 cm; \
         left lumbar side-bend (estimated share of full) 50 %; right cervical rotation (estimated) 60°; left standing on one leg \
         4.5 s.",
        "Normal: muscle power 5 (MRC): S1 left, L5 right; light touch: S1 both sides; reflexes 2+ (scale 0 to 4+): ankle right; \
         signs of the long tracts absent: plantar upgoing left; nothing brought about by: crossed femoral stretch left; walking on \
         heels and toes: toes left; painless movement: cervical rotation right; standing with closed eyes (Romberg) normal; scar \
         L4-L5: quiet; sensation in the saddle normal.",
        "Not tested: muscle power: S1 right; provocation tests: lumbar facet loading right; anal tone declined; voluntary anal \
         contraction declined.",
    ] {
        assert!(letter.contains(said), "{said}\n{letter}");
    }
    // What was not examined is in no line of it.
    for unsaid in ["L4", "knee", "biceps", "Hoffmann", "slump, nothing"] {
        let examined = letter.split("Examined:").nth(1).unwrap_or_default();
        let examined = examined.split("Red flags").next().unwrap_or_default();
        let named = examined.replace("L4-L5", "");
        assert!(!named.contains(unsaid), "{unsaid}\n{named}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn trap_50_what_was_carried_forward_says_so_in_the_record_and_the_letter_and_raises_nothing() {
    let room = room().await;
    let patient = room.person().await;
    let first = room
        .add(
            patient,
            input(json!({
                "when": "today",
                "saddle": {"value": "normal"},
                "reflexes": [{"reflex": "ankle", "side": "left", "grade": "0"}],
                "tension": [{"test": "straight_leg_raise", "side": "left", "angle": "30", "reproduced": "leg_pain"}]
            })),
        )
        .await
        .unwrap();
    let from = format!("examination {first}");
    let copied = |field: &str| json!({"field": field, "from": from});
    let second = json!({
        "when": "today",
        "gait": ["normal"],
        "saddle": {"value": "normal"},
        "reflexes": [{"reflex": "ankle", "side": "left", "grade": "0"}],
        "carried": [copied("saddle"), copied("reflex.ankle_left")]
    });
    let second = room.add(patient, input(second)).await.unwrap();
    let kept = room.desk.get_entry(EntryKey { entry: second }).await.unwrap();
    let FactInput::Examination(back) = &kept.input else {
        panic!("{:?}", kept.input);
    };
    assert_eq!(back.carried.len(), 2);
    assert_eq!(back.carried[0].from, from);
    let carried = kept
        .shown
        .details
        .iter()
        .find(|detail| detail.label.starts_with("Carried forward from "))
        .unwrap();
    assert_eq!(
        carried.text,
        "left ankle reflex 0; normal then: sensation in the saddle normal"
    );
    let letter = room.letter(patient).await;
    assert!(letter.contains("Normal: gait normal."), "{letter}");
    assert!(
        letter.contains(
            ", not examined again: left ankle reflex 0; normal then: sensation in the saddle normal."
        ),
        "{letter}"
    );

    // The examination that was copied from can't vanish under its copies, and copies alone are no examination.
    let retract = RetractEntry {
        request: clock::new_id(),
        entry: first,
        base_version: 1,
        reason: "wrong patient".into(),
    };
    let refused = room.desk.retract_entry(retract).await.unwrap_err();
    assert_eq!(
        issues(refused),
        [Issue::at("entry", Problem::NamedByOthers { count: 1 })]
    );
    let copies = json!({"when": "today", "saddle": {"value": "normal"}, "carried": [copied("saddle")]});
    let refused = room.add(patient, input(copies)).await.unwrap_err();
    assert_eq!(issues(refused), [Issue::at("power", Problem::Required)]);
}

/// Red flags read what was examined: a weakness that was carried forward is no new examination.
#[tokio::test(flavor = "multi_thread")]
async fn trap_50_a_copied_power_is_no_newer_examination_of_it() {
    let room = room().await;
    let patient = room.person().await;
    let power = |grade: &str| json!([{"muscle": "l5", "side": "left", "grade": grade}]);
    let day = |ago: u64| {
        let day = chrono::Local::now().date_naive() - chrono::Days::new(ago);
        day.to_string()
    };
    let fired = async || {
        let view = room.desk.red_flags(PatientKey { patient }).await.unwrap();
        format!("{:?}", view.fired)
    };
    let weak = json!({"when": day(3), "power": power("2")});
    let first = room.add(patient, input(weak)).await.unwrap();
    assert!(fired().await.contains("red_flag.motor"));
    let strong = json!({"when": day(2), "power": power("5")});
    room.add(patient, input(strong)).await.unwrap();
    let before = fired().await;
    let copied = json!({
        "when": "today", "gait": ["normal"], "power": power("2"),
        "carried": [{"field": "power.l5_left", "from": format!("examination {first}")}]
    });
    room.add(patient, input(copied)).await.unwrap();
    assert_eq!(fired().await, before, "a copy is no drop from 5 to 2");
    let dropped = json!({"when": "today", "power": power("2")});
    room.add(patient, input(dropped)).await.unwrap();
    assert_ne!(fired().await, before, "and one that was examined is");
}
