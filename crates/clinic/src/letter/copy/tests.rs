//! What the patient's copy says, and what it never does.

use super::super::{Calls, LetterKind, LetterLength, Request, letter, reading};
use crate::{
    examples::cleared,
    record::{Document, Record},
};
use chrono::NaiveDate;
use rstest::rstest;
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 30).unwrap()
}

fn record(mut lists: Value) -> Record {
    if lists.get("patient").is_none() {
        lists["patient"] = json!({"family": "Muster", "given": "Maria", "born": "1961"});
    }
    let file = json!({"format": "lamina-record", "version": 1, "patients": [lists]});
    let document = Document::read(file.to_string().as_bytes(), today()).unwrap();
    document.patients.into_iter().next().unwrap()
}

fn asked() -> Request {
    Request {
        kind: LetterKind::Patient,
        length: LetterLength::Everything,
        ..Request::default()
    }
}

fn told(lists: Value) -> String {
    letter(&record(lists), &asked(), today()).text()
}

/// A plan that runs.
fn walker() -> Value {
    json!({
        "walking_plans": [{"prescribed_on": "2026-11-01", "by": "P. Muster", "answers": cleared("Dr Lind"),
            "quota": {"seconds": 300, "bouts_a_day": 1, "days_a_week": 4}, "target": {"minutes": 30, "days": 5}}],
        "walking_events": [{"on": "2026-11-02", "what": {"is": "started"}, "role": "clinician", "by": "P. Muster"}],
    })
}

#[test]
fn what_was_done_is_told_by_its_plain_name_its_own_name_and_its_level() {
    let text = told(json!({"surgeries": [
        {"procedures": ["microdiscectomy"], "when": "May 2019", "levels": "L5-S1", "side": {"value": "left"},
            "surgeon": "Mr Beispiel", "note": "a long day", "indication": "listhesis"},
        {"procedures": ["ACDF"], "when": "2021", "levels": "C5-C6"},
        {"procedures": ["something rare"], "when": "2022"}
    ]}));
    for said in [
        "You have had 3 operations on your spine.",
        "May 2019, lower back, left (L5-S1): part of a disc taken out through a small cut (microdiscectomy)",
        "2021, neck (C5-C6): a disc in the neck taken out and the bones joined, done from the front (ACDF)",
        "2022: something rare",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    for kept in ["long day", "listhesis", "Beispiel"] {
        assert!(!text.contains(kept), "{kept}: {text}");
    }
}

#[test]
fn only_what_is_confirmed_or_probable_is_named_and_what_is_not_known_is_said() {
    let none = told(json!({}));
    assert!(none.contains("Why you have pain is not known for sure"), "{none}");
    assert!(!none.contains("Some points are still being looked at"), "{none}");
    let text = told(json!({"diagnoses": [
        {"kind": "persistent_pain", "certainty": "confirmed", "note": "difficult"},
        {"kind": "epidural_fibrosis", "certainty": "probable", "levels": "S1 root", "side": {"value": "left"}},
        {"kind": "recurrent_herniation", "certainty": "suspected"},
        {"kind": "other_level_or_side", "certainty": "confirmed", "words": "L3 in place of L4"},
        {"kind": "psychosocial", "certainty": "confirmed", "words": "catastrophising"},
        {"kind": "infection", "certainty": "excluded"},
    ]}));
    for said in [
        "Its name is persistent spinal pain syndrome type 2.",
        "Likely: scar around a nerve: lower back, left (S1 root)",
        "Some points are still being looked at. Ask us about them.",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    for kept in [
        "difficult",
        "bulges out again",
        "L3",
        "catastroph",
        "nfection",
        "failed",
    ] {
        assert!(!text.contains(kept), "{kept}: {text}");
    }
}

#[test]
fn what_was_tried_is_told_with_the_patients_own_scores_and_no_words_of_others() {
    let response = |fields: Value| json!([fields]);
    let text = told(json!({"treatments": [
        {"kind": "physiotherapy", "name": "exercise", "started": "2020", "responses": response(
            json!({"relief": {"value": 30}, "lasted": "6 weeks", "impression": {"value": "little_better"}}))},
        {"kind": "drug", "name": "amitriptyline", "started": "2021", "ended": "2022", "stopped": {"value": "adverse_effect"},
            "responses": response(json!({"relief": {"value": 0}}))},
        {"kind": "injection", "name": "epidural steroid", "responses": response(json!({"words": "demanding, unrealistic"}))},
        {"kind": "injection", "name": "facet injection", "responses": response(json!({"worsened": true}))},
        {"kind": "drug", "name": "pregabalin", "medicine": {"ingredients": [{"name": "pregabalin", "strength": "75 mg"}], "frequency": "twice a day"}, "status": "running"},
    ]}));
    for said in [
        "Physiotherapy: exercise (2020): about 30 % less pain, for 6 weeks, you felt a little better",
        "Medicine: amitriptyline (2021 to 2022): no less pain, stopped because of side effects",
        "- Injection: epidural steroid\n",
        "Where no result is given, ask us what your record says.",
        "Injection: facet injection: it made things worse",
        "pregabalin 75 mg",
        "Ask whoever prescribed it before you change it.",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.contains("demanding"), "{text}");
}

#[test]
fn goals_and_plan_say_who_and_when_and_where_there_is_none_there_is_a_line_or_whom_to_ask() {
    let text = told(json!({
        "goals": [{"text": "walk to the shop", "target": "May 2027", "note": "unlikely"}, {"text": "old", "standing": "reached"}],
        "plan_items": [
            {"kind": "referral", "what": "pain clinic", "owner": "Dr Lind", "due": "3 May 2027", "reason": "insists on it"},
            {"kind": "test", "what": "blood test", "due": "3 May 2026"},
            {"kind": "advice", "what": "keep moving", "state": "done"}],
        "patient": {"family": "Muster", "born": "1961", "care_team": [{"name": "Dr Exemple", "role": "family doctor"}]},
    }));
    for said in [
        "It cannot always take it away.",
        "walk to the shop (by May 2027)",
        "Visit to someone else: pain clinic. Who: Dr Lind. When: by 3 May 2027.",
        "Test: blood test. It was due by 3 May 2026. Ask us about it.",
        "Dr Exemple, family doctor",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    for kept in ["unlikely", "insists", "keep moving", "- old"] {
        assert!(!text.contains(kept), "{kept}: {text}");
    }
    let none = told(json!({}));
    assert!(
        none.contains("I want to be able to ____") && none.contains("Nothing is planned"),
        "{none}"
    );
}

#[test]
fn what_is_to_be_shown_before_a_scan_calls_nothing_safe_that_nobody_recorded() {
    let text = told(json!({
        "devices": [{"name": "Stimulator", "implanted": "2021", "parts": [
            {"kind": "generator", "state": "in_use", "mri": {"conditional": {"field": "1.5 T"}}},
            {"kind": "lead", "state": "in_use"}]}],
        "surgeries": [{"procedures": ["fusion"], "levels": "L4-S1", "when": "2019",
            "implants": {"value": [{"kind": "screws_and_rods"}]}}],
        "background": {"allergies": {"value": ["penicillin"]}, "implants_mri": {"missing": "absent"}},
    }));
    for said in [
        "Stimulator, 2021. MRI: not known, so ask first",
        "MRI: tell the staff that you have it",
        "Show this page before an MRI scan.",
        "Allergies: penicillin",
        "your stimulator or pump gives an alarm",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let none = told(json!({}));
    assert!(
        none.contains("Your record does not say if there is other metal"),
        "{none}"
    );
    for text in [text, none] {
        assert!(!text.to_lowercase().contains("safe"), "{text}");
    }
}

#[rstest]
#[case::no_plan(json!({}), "Your record does not say yet that you may start.")]
#[case::paused(json!({"walking_events": [{"on": "2026-11-05", "what": {"is": "paused"}, "reason": "a flare", "role": "clinician", "by": "P. Muster"}]}),
    "Your walking plan is on hold.")]
#[case::flag(json!({"flags": [{"asked_on": "2026-11-29", "answers": {"saddle_numbness": {"is": "yes", "course": "new"}}}]}),
    "Something in your record has to be looked at first.")]
fn where_the_record_holds_walking_back_it_says_to_ask_first_and_nothing_else(
    #[case] more: Value,
    #[case] why: &str,
) {
    let mut lists = match why.contains("may start") {
        true => json!({}),
        false => walker(),
    };
    for (name, list) in more.as_object().unwrap() {
        let mut all = lists[name].as_array().cloned().unwrap_or_default();
        all.extend(list.as_array().unwrap().clone());
        lists[name] = all.into();
    }
    let text = told(lists);
    assert!(
        text.contains("Ask us before you walk") && text.contains(why),
        "{text}"
    );
    for kept in ["Walking trains", "Your plan now", "Walk less"] {
        assert!(!text.contains(kept), "{kept}: {text}");
    }
}

#[test]
fn where_nothing_holds_it_back_walking_is_told_with_the_limits_of_the_clinic() {
    let text = told(walker());
    for said in [
        "Walking trains the heart",
        "Your plan now: 5 min once a day",
        "Wear shoes that hold your feet well",
        "by more than 2 points",
        "differs from person to person",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let mut own = asked();
    own.rules.walking.pain_rise = serde_json::from_value(json!(3)).unwrap();
    let text = letter(&record(walker()), &own, today()).text();
    assert!(text.contains("by more than 3 points"), "{text}");
}

#[test]
fn whom_to_call_is_what_the_clinic_set_or_a_line_to_write_on() {
    let none = told(json!({}));
    for said in [
        "Call the emergency number at once",
        "Emergency number ____",
        "Number of the clinic ____",
        "you cannot pass water",
    ] {
        assert!(none.contains(said), "{said}: {none}");
    }
    for number in ["911", "999", "112"] {
        assert!(!none.contains(number), "{none}");
    }
    let set = Request {
        calls: Calls {
            clinic: "01632 960 112".to_owned(),
            emergency: "112".to_owned(),
        },
        ..asked()
    };
    let text = letter(&record(json!({})), &set, today()).text();
    assert!(
        text.contains("Call 112 at once") && text.contains("on the same day (01632 960 112) if:"),
        "{text}"
    );
    assert!(!text.contains("Number of the clinic"), "{text}");
}

/// The paragraphs of the words for patients, as they stand in the tree, without what is filled in.
fn standing() -> Vec<(String, String)> {
    const FILES: [&str; 2] = [
        include_str!("../../../../../ui/words/en/copy-words.ftl"),
        include_str!("../../../../../ui/words/en/plain-words.ftl"),
    ];
    let lines = FILES.iter().flat_map(|file| file.lines());
    let texts = lines.filter_map(|line| line.split_once(" = "));
    texts
        .map(|(name, text)| {
            let mut plain = String::new();
            let mut depth = 0_u32;
            for c in text.chars() {
                match c {
                    '{' => depth += 1,
                    '}' => depth = depth.saturating_sub(1),
                    c if depth == 0 => plain.push(c),
                    _ => {}
                }
            }
            (name.to_owned(), plain)
        })
        .collect()
}

#[test]
fn trap_45_every_paragraph_that_stands_in_the_copy_is_at_or_below_grade_8_and_all_together_below_6() {
    let none = BTreeSet::new();
    let texts = standing();
    assert!(texts.len() > 120, "{}", texts.len());
    // A phrase of two or three words is part of a sentence and has no grade of its own.
    let whole = |text: &str| text.split_whitespace().count() >= 6;
    for (name, text) in texts.iter().filter(|(_, text)| whole(text)) {
        let grade = reading::grade([text.as_str()].into_iter(), &none).unwrap();
        assert!(grade <= 8.0, "{name}: {grade:.1}: {text}");
    }
    let all = texts
        .iter()
        .map(|(_, text)| text.as_str())
        .filter(|text| whole(text));
    let grade = reading::grade(all, &none).unwrap();
    assert!(grade <= 6.0, "{grade:.1}");
}

#[test]
fn the_grade_of_the_very_letter_is_told_and_grows_with_what_was_written_into_it() {
    let plain = letter(&record(walker()), &asked(), today()).reading;
    assert!(plain.starts_with("Reading grade "), "{plain}");
    let words =
        "multidisciplinary biopsychosocial rehabilitation notwithstanding contraindications ".repeat(30);
    let hard = json!({"goals": [{"text": words}]});
    let hard = letter(&record(hard), &asked(), today()).reading;
    assert!(hard.contains("above grade 8"), "{hard}");
    let summary = Request {
        kind: LetterKind::Summary,
        ..asked()
    };
    assert_eq!(letter(&record(json!({})), &summary, today()).reading, "");
}
