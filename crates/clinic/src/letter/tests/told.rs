//! What a letter works out from the record beside what was typed: how long, which class, who cleared, what was told, how levels
//! fit each other; and what it never tells.

use super::{page, record, today};
use crate::letter::{LetterKind, LetterLength, Request, letter_text};
use rstest::rstest;
use serde_json::{Value, json};

#[rstest]
#[case("23 Sep 2023", "23 Sep 2023, for 3 years and 2 months")]
#[case("2023", "2023, for about 3 years")]
#[case("before 2015", "Before 2015, for at least 11 years and 10 months")]
#[case("2026", "2026, for at most 10 months")]
fn trap_18_how_long_a_symptom_has_been_there_is_worked_out(#[case] onset: &str, #[case] said: &str) {
    let page = page(json!({"symptoms": [{"site": "low back", "onset": onset}]}));
    assert!(page.contains(said), "{said}:\n{page}");
}

#[test]
fn how_long_says_nothing_where_nobody_knows_or_it_is_over_and_the_operation_is_so_long_ago() {
    let told = |more: Value| {
        let mut one = json!({"site": "leg", "side": {"value": "left"}});
        for (name, value) in more.as_object().unwrap() {
            one[name] = value.clone();
        }
        page(json!({"surgeries": [{"procedures": ["fusion"], "when": "23 May 2024"}], "symptoms": [one]}))
    };
    let unknown = told(json!({}));
    assert!(
        !unknown.contains("for about") && !unknown.contains(" ago"),
        "{unknown}"
    );
    let over = told(json!({"onset": "2020", "resolved": "2022"}));
    assert!(!over.contains("for about"), "{over}");
    let since = told(json!({"relation": {"value": "new"}, "operation": "operation 1", "onset": "Jul 2024"}));
    assert!(
        since.contains("operation 1 was 2 years and 6 months ago"),
        "{since}"
    );
}

#[rstest]
#[case("200 m", "walks 200 m until it comes")]
#[case("600 ft", "walks 600 ft (183 m) until it comes")]
fn trap_26_how_far_walking_goes_is_told_in_its_unit_and_in_metres(#[case] far: &str, #[case] said: &str) {
    let page = page(json!({"symptoms": [{"site": "leg", "walking_distance": {"value": far}}]}));
    assert!(page.contains(said), "{said}:\n{page}");
}

#[test]
fn a_medicine_is_told_with_its_class_where_its_name_does_not_say_it() {
    let drug = |name: &str| json!({"kind": "drug", "name": name, "status": "running"});
    let page = page(json!({"treatments": [
        drug("pregabalin"), drug("gabapentin"), drug("NSAID"), drug("duloxetine"), drug("baclofen"),
        drug("ibuprofen"), drug("amitriptyline"), drug("paracetamol"), drug("a new tablet")]}));
    for said in [
        "pregabalin [gabapentinoid]",
        "gabapentin [gabapentinoid]",
        "duloxetine [SNRI]",
        "baclofen [muscle relaxant]",
        "ibuprofen [anti-inflammatory (NSAID)]",
        "amitriptyline [tricyclic antidepressant]",
    ] {
        assert!(page.contains(said), "{said}:\n{page}");
    }
    assert!(
        !page.contains("paracetamol [") && !page.contains("NSAID [") && !page.contains("tablet ["),
        "{page}"
    );
    let tried = page.split("Treatments tried").nth(1).unwrap();
    assert!(tried.contains("gabapentinoid"), "{tried}");
}

#[test]
fn why_an_operation_was_done_is_told_by_its_code_and_in_words() {
    let page = page(
        json!({"surgeries": [{"procedures": ["fixation"], "levels": "L1-L2", "when": "2019",
        "reasons": ["trauma"], "indication": "fall from a ladder"}]}),
    );
    assert!(page.contains("trauma; fall from a ladder"), "{page}");
}

#[test]
fn what_was_talked_through_stands_with_its_day() {
    let page = page(
        json!({"plan_items": [{"kind": "information", "what": "explained to the patient", "state": "done",
        "topics": ["realistic_goals", "herniation", "walk_less"], "asked_on": "3 May 2026"}]}),
    );
    let said = "talked through: what treatment can reach and what it may not; that it depends on the herniation whether \
        walking helps; when to walk less or stop, 3 May 2026";
    assert!(page.contains(said), "{page}");
}

fn programme() -> Value {
    json!({
        "walking_plans": [{"prescribed_on": "2026-11-02", "by": "P. Muster", "cautions": ["degeneration"],
            "answers": [{"item": "medical_clearance", "reply": "yes", "on": "2026-11-01", "by": "Dr Lind"}],
            "quota": {"seconds": 600, "bouts_a_day": 1, "days_a_week": 5}, "target": {"minutes": 30, "days": 5}}],
        "walking_events": [
            {"on": "2026-11-02", "what": {"is": "started"}, "by": "Dr Lind", "role": "clinician"},
            {"on": "2026-11-09", "what": {"is": "quota", "quota": {"seconds": 480, "bouts_a_day": 1, "days_a_week": 5}},
                "by": "P. Muster", "role": "clinician", "reason": "pain after the hill"}],
        "walking_rows": [
            {"on": "2026-11-16", "entry": {"is": "walked", "number": 1, "bout": {"seconds": 480, "metres": 500, "steps": 700,
                "surface": "treadmill"}}},
            {"on": "2026-11-17", "entry": {"is": "walked", "number": 1, "bout": {"seconds": 480, "metres": 400,
                "surface": {"kind": "outdoors_uneven", "words": "forest path"}}}},
            {"on": "2026-11-18", "entry": {"is": "walked", "number": 1, "bout": {"seconds": 480, "surface": "path"}}}]
    })
}

#[test]
fn the_walking_programme_says_who_cleared_it_what_changed_and_why_how_far_and_on_what() {
    let record = record(programme());
    let letter = letter_text(&record, &Request::default(), today());
    let of_the_plan = Request {
        kind: LetterKind::Walking,
        ..Request::default()
    };
    let page = letter_text(&record, &of_the_plan, today());
    let known = "900 m in 2 of 3 bouts; 700 steps in 1 of 3 bouts; treadmill; uneven ground outdoors, forest path; path";
    for said in [
        "Cleared for walking by Dr Lind, 1 Nov 2026",
        "(P. Muster, clinician): pain after the hill",
        "Advanced degeneration",
        known,
    ] {
        assert!(letter.contains(said), "{said}:\n{letter}");
        assert!(page.contains(said), "{said}:\n{page}");
    }
}

#[test]
fn how_levels_fit_each_other_is_told_as_information_and_nothing_of_a_wrong_level() {
    let lists = json!({
        "surgeries": [{"procedures": ["fusion"], "levels": "L4-L5", "when": "2015"}],
        "treatments": [{"kind": "injection", "name": "facet injection", "levels": "L4-L5 facet", "started": "2018"}],
        "imaging": [{"modality": "mri", "when": "2020", "findings": [{"kind": "disc_degeneration", "levels": "L3-L4"}]}]
    });
    let record = record(lists);
    let of = |length| {
        let request = Request {
            length,
            ..Request::default()
        };
        letter_text(&record, &request, today())
    };
    let whole = of(LetterLength::Everything);
    for said in [
        "How levels fit each other, for information",
        "At a fused level: ",
        "Beside a fusion: ",
    ] {
        assert!(whole.contains(said), "{said}:\n{whole}");
    }
    assert!(!whole.contains("One segment apart"), "{whole}");
}

#[test]
fn trap_44_behavioural_signs_stand_in_no_letter() {
    let signs = json!([{"group": "regional", "found": "yes"}, {"group": "tenderness", "found": "no"}]);
    let alone = page(json!({"examinations": [{"when": "3 May 2026", "behavioural": signs}]}));
    let beside = page(
        json!({"examinations": [{"when": "3 May 2026", "gait": ["antalgic"], "behavioural": signs}],
        "diagnoses": [{"kind": "muscle", "certainty": "suspected", "evidence": [{"entry": "examination 1", "weighs": "for"}]}]}),
    );
    assert!(beside.contains("antalgic"), "{beside}");
    for page in [alone, beside] {
        let low = page.to_lowercase();
        for word in ["waddell", "behavioural", "regional disturbance"] {
            assert!(!low.contains(word), "{word}:\n{page}");
        }
    }
}

#[test]
fn trap_44_what_was_tried_stands_from_the_least_invasive_on_and_by_time_on_a_rung() {
    let one = |kind: &str, name: &str, started: &str| json!({"kind": kind, "name": name, "started": started});
    let page = page(json!({"treatments": [
        one("neuromodulation_trial", "stimulator trial", "2015"), one("block", "root block", "2016"),
        one("drug", "gabapentin", "2018"), one("injection", "caudal epidural", "2014"),
        one("physiotherapy", "core strength", "2020")]}));
    let order = [
        "core strength",
        "gabapentin",
        "caudal epidural",
        "root block",
        "stimulator trial",
    ];
    let (_, tried) = page.split_once("Treatments tried").unwrap();
    let places: Vec<usize> = order
        .iter()
        .map(|name| tried.find(name).unwrap_or_else(|| panic!("{name}:\n{page}")))
        .collect();
    assert!(places.is_sorted(), "{places:?}\n{page}");
}
