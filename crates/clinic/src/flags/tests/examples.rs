//! Record file in, view and letter out: infection after procedures, nerve signs after one, cancer, courses, power, screenings
//! without a day, what is noted in words, and the one line of banner and letter.

use super::*;
use crate::{
    flags::line::line,
    letter::{Request, letter_text},
};
use lamina_api::flag::{FlagsLine, LineState};
use rstest::rstest;

const E0: Option<Level> = Some(Level::Emergency);
const E1: Option<Level> = Some(Level::SameDay);
const U: Option<Level> = Some(Level::Urgent);

fn letter(record: &Record) -> String {
    letter_text(record, &Request::default(), today())
}

fn banner(record: &Record) -> FlagsLine {
    let settings = Default::default();
    let assessment = assess(record, &settings, today());
    line(record, &assessment, &settings, today())
}

fn level(record: &Record, rule: &str) -> Option<Level> {
    let view = look(record);
    let id = format!("red_flag.{rule}");
    view.fired.iter().find(|one| one.rule == id).map(|one| one.level)
}

fn new(questions: &[&str]) -> Value {
    let answers: serde_json::Map<String, Value> = questions
        .iter()
        .map(|question| ((*question).to_owned(), json!({"is": "yes", "course": "new"})))
        .collect();
    screening("2026-11-24", Value::Object(answers))
}

fn treatment(kind: &str, started: &str) -> Value {
    json!({"treatments": [{"kind": kind, "name": "L5 root", "started": started}]})
}

fn with(mut lists: Value, flags: Value) -> Record {
    lists["flags"] = flags;
    record(lists)
}

#[rstest]
#[case::operation(json!({"surgeries": [{"procedures": ["fusion"], "levels": "L4-L5", "when": "12 Oct 2026"}]}))]
#[case::injection(treatment("injection", "12 Oct 2026"))]
#[case::block(treatment("block", "12 Oct 2026"))]
#[case::radiofrequency(treatment("radiofrequency", "12 Oct 2026"))]
#[case::another(treatment("intervention", "12 Oct 2026"))]
#[case::trial(treatment("neuromodulation_trial", "12 Oct 2026"))]
#[case::pump_trial(treatment("intrathecal_trial", "12 Oct 2026"))]
#[case::discography(json!({"imaging": [
    {"modality": "discography", "when": "12 Oct 2026", "conclusion": "as expected"}
]}))]
#[case::discography_with_ct(json!({"imaging": [
    {"modality": "ct", "also": ["discography"], "when": "12 Oct 2026", "conclusion": "as expected"}
]}))]
#[case::device(treatment("neuromodulation_implant", "2015"))]
fn a_raised_crp_with_more_pain_after_any_procedure_or_with_a_device_is_for_the_same_day(
    #[case] lists: Value,
) {
    let mut measured = lists.clone();
    measured["readings"] = json!([reading("2026-11-24", "crp", 85.0, "mg/L")]);
    let found = with(measured, json!([new(&["increasing_back_pain"])]));
    assert_eq!(level(&found, "infect"), E1);
    let text = letter(&found);
    for words in [
        "Same day",
        "CRP 85 mg/L (24 Nov 2026)",
        "increasing back pain",
        "CRP: 85 mg/L (24 Nov 2026).",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    let mut measured = lists;
    measured["readings"] = json!([reading("2026-11-24", "esr", 70.0, "mm/h")]);
    let asked = new(&["new_different_pain"]);
    assert_eq!(level(&with(measured, json!([asked])), "infect"), E1);
}

#[rstest]
#[case(&["immune_risk", "increasing_back_pain"], "infect", E1)]
#[case(&["injecting_drugs", "increasing_back_pain"], "infect", E1)]
#[case(&["cancer_history", "increasing_back_pain"], "tumour", E1)]
#[case(&["cancer_history", "constant_pain"], "tumour", E1)]
#[case(&["cancer_history", "night_pain"], "tumour", E1)]
#[case(&["cancer_history", "new_different_pain"], "tumour", U)]
#[case(&["cancer_history", "numbness"], "tumour", E0)]
#[case(&["cancer_history", "unsteady_gait"], "tumour", E0)]
#[case(&["cancer_history", "bowel_control"], "tumour", E0)]
#[case(&["thoracic_pain"], "tumour", U)]
#[case(&["thoracic_pain", "weakness"], "cord", E0)]
#[case(&["aneurysm", "new_different_pain"], "vasc", E0)]
#[case(&["pulsating_belly"], "vasc", E1)]
#[case(&["cold_limb"], "vasc", E0)]
fn answers_alone_reach_their_level_in_the_letter(
    #[case] questions: &[&str],
    #[case] rule: &str,
    #[case] wanted: Option<Level>,
) {
    let found = with(json!({}), json!([new(questions)]));
    assert_eq!(level(&found, rule), wanted);
    let view = look(&found);
    let fired = view.fired.iter().find(|one| one.rule.ends_with(rule)).unwrap();
    assert!(letter(&found).contains(&fired.wording));
}

#[test]
fn known_cancer_names_twenty_four_hours_and_with_nerve_signs_now() {
    let pain = letter(&with(
        json!({}),
        json!([new(&["cancer_history", "increasing_back_pain"])]),
    ));
    assert!(pain.contains("within 24 hours"), "{pain}");
    let nerve = letter(&with(json!({}), json!([new(&["cancer_history", "foot_drop"])])));
    assert!(nerve.contains("Emergency, now"), "{nerve}");
}

#[rstest]
#[case("chills", E1)]
#[case("rigors", E1)]
fn chills_during_a_trial_are_for_the_same_day(#[case] question: &str, #[case] wanted: Option<Level>) {
    let during = |more: Value| {
        let mut trial =
            json!({"kind": "neuromodulation_trial", "name": "SCS trial", "started": "18 Nov 2026"});
        for (key, value) in more.as_object().unwrap() {
            trial[key] = value.clone();
        }
        with(json!({"treatments": [trial]}), json!([new(&[question])]))
    };
    assert_eq!(level(&during(json!({})), "device"), wanted);
    assert_eq!(level(&during(json!({})), "infect"), wanted);
    assert_eq!(
        level(&during(json!({"ended": "20 Nov 2026"})), "device"),
        None,
        "the lead is out"
    );
    assert_eq!(
        level(&during(json!({"ended": "20 Nov 2026"})), "infect"),
        wanted,
        "it was there days ago"
    );
    let stopped = json!({"stopped": {"value": "completed"}});
    assert_eq!(
        level(&during(stopped), "device"),
        None,
        "somebody said that it is over"
    );
}

#[rstest]
#[case("surgeries", json!({"procedures": ["fusion"], "levels": "L4-L5", "when": "21 Nov 2026"}), "numbness")]
#[case("treatments", json!({"kind": "injection", "name": "epidural", "started": "21 Nov 2026"}), "weakness")]
#[case("treatments", json!({"kind": "radiofrequency", "name": "facets", "started": "21 Nov 2026"}), "tingling")]
#[case("treatments", json!({"kind": "injection", "name": "series", "started": "2 Feb 2026", "ended": "21 Nov 2026"}), "foot_drop")]
#[case("treatments", json!({"kind": "neuromodulation_trial", "name": "trial", "started": "21 Nov 2026"}), "bladder_leak")]
fn a_new_deficit_within_days_of_a_procedure_is_an_emergency_and_names_the_blood_thinner(
    #[case] list: &str,
    #[case] procedure: Value,
    #[case] question: &str,
) {
    let lists = json!({list: [procedure]});
    let found = with(lists.clone(), json!([new(&[question])]));
    assert_eq!(level(&found, "procedure"), E0);
    let view = look(&found);
    let fired = view
        .fired
        .iter()
        .find(|one| one.rule == "red_flag.procedure")
        .unwrap();
    assert!(
        fired.missing.contains(&"blood thinners: not asked".to_owned()),
        "{:?}",
        fired.missing
    );
    let mut thinned = lists;
    thinned["anticoagulants"] = json!([
        {"name": "apixaban", "class": "factor_xa_inhibitor", "taking": "yes"},
        {"name": "warfarin", "class": "vitamin_k_antagonist", "taking": {"stopped": {}}}
    ]);
    thinned["background"] = json!({"anticoagulants": {"value": ["clopidogrel"]}});
    let text = letter(&with(thinned, json!([new(&[question])])));
    assert!(text.contains("blood thinner: apixaban"), "{text}");
    assert!(
        text.contains("blood thinner: clopidogrel (not said whether it is taken)"),
        "{text}"
    );
    assert!(!text.contains("blood thinner: warfarin"), "{text}");
}

#[rstest]
#[case("both_legs", "pain, weakness or numbness in both legs", "ces")]
#[case(
    "calf_pain_standing_eases",
    "calf pain on walking that standing still relieves",
    "vasc"
)]
fn what_is_long_standing_does_not_cry_wolf_and_an_unsaid_course_is_asked_for(
    #[case] question: &str,
    #[case] words: &str,
    #[case] rule: &str,
) {
    let said = |answer: Value| {
        with(
            json!({}),
            json!([screening("2026-11-24", json!({question: answer}))]),
        )
    };
    let unsaid = said(json!({"is": "yes"}));
    assert_eq!(look(&unsaid).fired, []);
    assert_eq!(look(&unsaid).asks_on[0].words, words);
    let text = letter(&unsaid);
    let asks = format!(
        "Answered yes, not said whether new, changed or long-standing; to be asked: {words} (24 Nov 2026)."
    );
    assert!(text.contains(&asks), "{text}");
    assert!(!text.contains("No red flag is open"), "{text}");
    assert!(
        banner(&unsaid)
            .text
            .starts_with(&format!("to be asked, new or long-standing: {words}"))
    );
    assert_eq!(banner(&unsaid).state, LineState::Open);
    let stable = said(json!({"is": "yes", "course": "long_standing_unchanged", "since": "2019"}));
    assert_eq!(look(&stable).fired, []);
    assert_eq!(look(&stable).unchanged[0].words, words);
    assert!(level(&said(json!({"is": "yes", "course": "changed"})), rule) >= E1);
}

fn power(on: &str, left: &str, more: Value) -> Value {
    let mut finding = json!({"muscle": "l5", "side": "left", "power": left});
    for (key, value) in more.as_object().unwrap() {
        finding[key] = value.clone();
    }
    examination(on, json!([finding]))
}

fn examined(examinations: Value) -> Record {
    record(json!({ "examinations": examinations }))
}

#[test]
fn a_drop_of_power_and_a_low_grade_fire_and_name_the_earlier_examination() {
    let none = json!({});
    let drop = examined(json!([
        power("2026-10-02", "5", none.clone()),
        power("2026-11-24", "4-", none.clone())
    ]));
    assert_eq!(level(&drop, "motor"), E1);
    let text = letter(&drop);
    for words in [
        "power of left great-toe extensor (L5) 4- (from 5 on 2 Oct 2026; 24 Nov 2026)",
        "Examined: 24 Nov 2026",
        "Left: great-toe extensor (L5) power 4-.",
        "Examined: 2 Oct 2026",
        "Normal: muscle power 5 (MRC): L5 left.",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    let fast = json!([
        power("2026-11-23", "5", none.clone()),
        power("2026-11-24", "4", none.clone())
    ]);
    assert_eq!(level(&examined(fast), "motor"), E0);
    let low = examined(json!([power("2026-11-24", "3", none.clone())]));
    assert_eq!(level(&low, "motor"), E1);
    let known = examined(json!([power("2026-11-24", "3", json!({"known": true}))]));
    assert_eq!(level(&known, "motor"), None);
    let told = letter(&known);
    assert!(
        told.contains("great-toe extensor (L5) power 3 (known, unchanged)"),
        "{told}"
    );
    let below = json!([
        power("2026-11-02", "3", json!({"known": true})),
        power("2026-11-24", "2", none.clone())
    ]);
    assert_eq!(level(&examined(below), "motor"), E1);
    let untested = examined(json!([power("2026-11-24", "NT", none)]));
    assert_eq!(level(&untested, "motor"), None, "not tested is not 0");
}

#[rstest]
#[case(json!({"saddle": {"value": "absent"}}), "ces", E0, "sensation in the saddle absent on examination (24 Nov 2026)")]
#[case(json!({"anal_tone": {"value": "reduced"}}), "ces", E0, "anal tone reduced on examination (24 Nov 2026)")]
#[case(json!({"signs": [{"sign": "clonus", "side": "left", "found": "present"}]}), "cord", E1, "left clonus on examination")]
#[case(json!({"gait": ["foot_drop"]}), "motor", E1, "foot drop in walking on examination")]
#[case(json!({"saddle": {"value": "normal"}, "anal_tone": {"value": "normal"}}), "ces", None, "")]
#[case(json!({"saddle": {"value": "not_tested"}, "anal_tone": {"missing": "declined"}}), "ces", None, "")]
#[case(json!({"signs": [{"sign": "clonus", "side": "left", "found": "absent"}], "gait": ["normal"]}), "cord", None, "")]
fn what_is_found_on_examination_raises_what_the_same_answer_would(
    #[case] found: Value,
    #[case] rule: &str,
    #[case] wanted: Option<Level>,
    #[case] words: &str,
) {
    let mut one = found;
    one["when"] = json!("24 Nov 2026");
    let record = examined(json!([one]));
    let level = level(&record, rule);
    assert_eq!(level.is_some(), wanted.is_some(), "{level:?}");
    assert!(level >= wanted, "{level:?}");
    assert!(letter(&record).contains(words), "{words}: {}", letter(&record));
}

/// The rules read the facts by their days, however those were said.
#[rstest]
#[case("24 Nov 2026", E1)]
#[case("22 days after operation 1", E1)]
#[case("Nov 2026", E1)]
#[case("3 weeks after operation 1", E1)]
#[case("at first visit", None)]
#[case("unknown", None)]
fn a_low_grade_fires_where_its_time_can_be_placed(#[case] when: &str, #[case] wanted: Option<Level>) {
    let mut one = power("2026-11-24", "2", json!({}));
    one["when"] = json!(when);
    let record = record(json!({
        "surgeries": [{"procedures": ["fusion"], "when": "2 Nov 2026"}], "examinations": [one]
    }));
    assert_eq!(level(&record, "motor"), wanted);
    let told = letter(&record);
    assert!(told.contains("great-toe extensor (L5)"), "{told}");
}

#[rstest]
#[case("24 Nov 2026", true)]
#[case("22 days after operation 1", true)]
#[case("Nov 2026", false)]
#[case("unknown", false)]
fn a_reading_is_read_on_its_day_alone_and_always_shown(#[case] when: &str, #[case] fires: bool) {
    let mut one = reading("2026-11-24", "residual_urine", 300.0, "mL");
    one["when"] = json!(when);
    let record = record(json!({
        "surgeries": [{"procedures": ["fusion"], "when": "2 Nov 2026"}], "readings": [one]
    }));
    assert_eq!(level(&record, "ces").is_some(), fires);
    assert!(
        letter(&record).contains("Residual urine: 300 mL"),
        "it is printed"
    );
}

#[rstest]
#[case("4.5")]
#[case("3+")]
#[case("6")]
fn a_grade_that_is_none_is_refused_at_its_place(#[case] grade: &str) {
    let lists = json!({
        "patient": {"family": "Sample", "born": "1970"}, "examinations": [power("2026-11-24", grade, json!({}))]
    });
    let document = json!({"format": "lamina-record", "version": 1, "patients": [lists]});
    let error = Document::read(document.to_string().as_bytes(), today())
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("examinations[0].power[0].power") && error.contains("is not a grade of muscle power"),
        "{error}"
    );
}

#[rstest]
#[case("1970", "age 38", true, "first dated symptom at age 38")]
#[case("1970", "May 2008", true, "first dated symptom at age between 37 and 38")]
#[case("3 May 1970", "6 Jun 2010", true, "first dated symptom at age 40")]
#[case("1970", "2018", false, "")]
#[case("1970", "unknown", false, "")]
fn the_age_at_onset_comes_from_the_birth_and_the_earliest_dated_symptom(
    #[case] born: &str,
    #[case] onset: &str,
    #[case] fires: bool,
    #[case] words: &str,
) {
    let lists = json!({
        "patient": {"family": "Sample", "born": born},
        "symptoms": [{"site": "leg", "onset": "2020"}, {"site": "back", "onset": onset}],
        "flags": [new(&["morning_stiffness"])]
    });
    let document = json!({"format": "lamina-record", "version": 1, "patients": [lists]});
    let record = Document::read(document.to_string().as_bytes(), today())
        .unwrap()
        .patients
        .remove(0);
    assert_eq!(level(&record, "inflam").is_some(), fires);
    assert!(letter(&record).contains(words), "{}", letter(&record));
}

#[rstest]
#[case("2009", "2009, 16 years ago or more")]
#[case("2019-05", "May 2019, 7 years ago or more")]
#[case("2026", "2026, day not known")]
fn an_asking_without_a_day_is_kept_and_shown_as_old(#[case] on: &str, #[case] shown: &str) {
    let asked = json!({"asked_on": on, "recorded": "2026-11-01T10:00:00Z",
        "answers": {"bladder_leak": {"is": "no"}, "saddle_numbness": {"is": "no"}}});
    let measured = [
        json!({"what": "crp", "value": 85, "unit": "mg/L", "when": on}),
        json!({"what": "temperature", "value": 40, "unit": "°C", "when": on}),
    ];
    let record = with(json!({ "readings": measured }), json!([asked]));
    let view = look(&record);
    assert_eq!(view.asked.as_deref(), Some(shown));
    assert_eq!((view.fired.len(), view.answered_no.len()), (0, 0));
    let date = shown.split(',').next().unwrap();
    let stale = format!("not assessed since {date}");
    assert!(
        view.last
            .iter()
            .all(|one| one.stale.as_deref() == Some(stale.as_str())),
        "{:?}",
        view.last
    );
    let text = letter(&record);
    assert!(text.contains(&format!("Last asked in {date}, said by")), "{text}");
    assert!(
        text.contains(&format!(
            "Red flags: last asked in {shown}; 71 questions without an answer"
        )),
        "{text}"
    );
    assert!(
        !text.contains("No red flag is open") && !text.contains("none open"),
        "{text}"
    );
    assert!(text.contains(&format!("CRP: 85 mg/L ({date})")), "{text}");
    assert!(
        !text.contains("No (") && text.contains("both legs (nothing of it)"),
        "{text}"
    );
    let written = crate::record::Document::of(vec![record.clone()]).write().unwrap();
    assert!(written.contains(&format!("\"asked_on\": \"{on}\"")), "{written}");
    let fresh = with(
        json!({}),
        json!([asked_no("2026-11-20"), {"asked_on": on, "answers": {"fever": {"is": "no"}}}]),
    );
    assert_eq!(look(&fresh).asked.as_deref(), Some("20 Nov 2026, 5 days ago"));
}

fn asked_no(on: &str) -> Value {
    screening(on, json!({"fever": {"is": "no"}}))
}

#[test]
fn readings_print_with_their_dates_also_where_nothing_fires() {
    let first = [
        reading("2026-11-02", "temperature", 36.6, "°C"),
        reading("2026-11-02", "residual_urine", 20.0, "mL"),
        reading("2026-11-02", "breaths", 14.0, "/min"),
        json!({"what": "crp", "comparator": "<", "value": 5, "unit": "mg/L", "when": "2 Nov 2026"}),
        reading("2026-11-02", "esr", 8.0, "mm/h"),
        json!({"what": "other", "name": "Leg length", "value": -1.5, "unit": "cm"}),
    ];
    let mut readings = first.to_vec();
    readings.push(reading("2026-11-24", "crp", 1.2, "mg/dL"));
    let record = record(json!({ "readings": readings }));
    let text = letter(&record);
    for words in [
        "Temperature: 36.6 °C (2 Nov 2026).",
        "Residual urine: 20 mL (2 Nov 2026).",
        "Breathing rate: 14 a minute (2 Nov 2026).",
        "CRP: 1.2 mg/dL (24 Nov 2026; which is 12 mg/L), below 5 mg/L (2 Nov 2026).",
        "ESR: 8 mm/h (2 Nov 2026).",
        "Leg length: -1.5 cm (date unknown).",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
        assert!(look(&record).measured.iter().any(|line| line == words), "{words}");
    }
}

#[test]
fn red_flags_that_are_noted_in_words_are_named_where_nothing_was_asked() {
    let noted = record(json!({"background": {"red_flags": {"value": ["saddle anaesthesia in 2019"]}}}));
    assert_eq!(look(&noted).noted, ["saddle anaesthesia in 2019"]);
    let text = letter(&noted);
    assert!(
        text.contains("Noted in words, which no rule reads: saddle anaesthesia in 2019."),
        "{text}"
    );
    assert!(
        text.contains("The questions about red flags were not asked; nothing is excluded."),
        "{text}"
    );
    assert!(!text.contains("Red flags were not asked about"), "{text}");
    assert_eq!(
        banner(&noted).text,
        "noted: saddle anaesthesia in 2019; questions not asked"
    );
    assert_eq!(banner(&noted).state, LineState::Listed);
    let unasked = record(json!({}));
    assert_eq!(banner(&unasked).text, "not asked");
    assert!(letter(&unasked).contains("Red flags were not asked about; nothing is excluded."));
}

#[test]
fn a_positive_item_nine_never_stands_beside_none_found() {
    let phq = json!([{"measure": "instrument", "when": "24 Nov 2026", "instrument": "phq-9",
        "answers": [0, 0, 0, 0, 0, 0, 0, 0, 1]}]);
    let none = json!({"red_flags": {"missing": "absent"}});
    let record = record(json!({"scores": phq, "background": none}));
    assert_eq!(level(&record, "mind"), E1);
    assert_eq!(banner(&record).text, "1 open; questions not asked");
    assert_eq!(banner(&record).state, LineState::Listed);
    assert!(
        letter(&record).contains("1 open; questions not asked"),
        "{}",
        letter(&record)
    );
}

#[test]
fn none_is_said_only_of_what_was_answered_and_what_is_missing_stands_with_it() {
    let some = with(json!({}), json!([asked_no("2026-11-24")]));
    let line = banner(&some);
    assert_eq!(line.state, LineState::Open);
    assert!(
        line.text
            .starts_with("none open on what was answered; last asked on 24 Nov 2026, yesterday; "),
        "{}",
        line.text
    );
    assert!(
        line.text
            .ends_with(" questions without an answer that counts today"),
        "{}",
        line.text
    );
    let questions = lamina_domain::red_flag::Catalogue::built_in()
        .unwrap()
        .questions();
    let all: serde_json::Map<String, Value> = questions
        .iter()
        .map(|question| (question.id.clone(), json!({"is": "no"})))
        .collect();
    let whole = with(json!({}), json!([screening("2026-11-24", Value::Object(all))]));
    assert_eq!(banner(&whole).state, LineState::None);
    assert_eq!(
        banner(&whole).text,
        "none open on what was answered; last asked on 24 Nov 2026, yesterday"
    );
}

#[test]
fn what_was_resolved_with_a_reason_stays_resolved_in_every_rule_for_the_same_inputs() {
    let seen = json!({"rule": "red_flag.sudden", "version": 1, "decision": "resolved", "by": "Dr Okafor",
        "role": "clinician", "at": "2026-11-24T12:00:00Z", "reason": "renal colic, treated"});
    let mut lists = json!({"resolutions": [seen]});
    lists["flags"] = json!([new(&["sudden_severe_pain"])]);
    let view = look(&record(lists.clone()));
    assert_eq!(view.fired, []);
    assert_eq!(view.resolved.len(), 1);
    lists["flags"] = json!([new(&["sudden_severe_pain", "fall_or_accident"])]);
    let rules: Vec<String> = look(&record(lists))
        .fired
        .into_iter()
        .map(|one| one.rule)
        .collect();
    assert_eq!(rules, ["red_flag.fract"]);
}
