//! What fires on whole records: the traps of red flags by number, decisions against newer data, ages of answers.

mod every_input;
mod examples;

use super::{
    assess,
    view::{self, red_flags},
};
use crate::own_rules::OwnRules;
use crate::record::{Document, Record};
use chrono::{DateTime, NaiveDate, Utc};
use lamina_api::flag::RedFlagsView;
use lamina_domain::flag::answer::Level;
use serde_json::{Value, json};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-25")
}

fn time(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// A record with these lists beside a person born in 1970.
fn record(mut lists: Value) -> Record {
    lists["patient"] = json!({"family": "Sample", "born": "1970"});
    let document = json!({"format": "lamina-record", "version": 1, "patients": [lists]});
    Document::read(document.to_string().as_bytes(), today())
        .unwrap()
        .patients
        .remove(0)
}

fn screening(on: &str, answers: Value) -> Value {
    json!({"asked_on": on, "recorded": format!("{on}T10:00:00Z"), "told_by": "patient", "answers": answers})
}

/// A value that was measured on that day and recorded on it.
fn reading(on: &str, what: &str, value: f64, unit: &str) -> Value {
    json!({"what": what, "value": value, "unit": unit, "when": on, "recorded": format!("{on}T10:00:00Z")})
}

/// Muscle power that was examined on that day and recorded on it.
fn examination(on: &str, power: Value) -> Value {
    json!({"when": on, "recorded": format!("{on}T10:00:00Z"), "power": power})
}

fn look(record: &Record) -> RedFlagsView {
    red_flags(
        record,
        &OwnRules::default(),
        today(),
        ("Dr Okafor".into(), "clinician".into()),
    )
}

fn levels(view: &RedFlagsView) -> Vec<(&str, Level)> {
    view.fired
        .iter()
        .map(|one| (one.rule.as_str(), one.level))
        .collect()
}

#[test]
fn trap_31_nothing_asked_is_not_assessed_and_never_negative() {
    let view = look(&record(json!({})));
    assert_eq!(view.fired, []);
    assert_eq!(view.asked, None);
    assert!(view.answered_no.is_empty());
    let ces = view
        .not_assessed
        .iter()
        .find(|one| one.rule == "red_flag.ces")
        .unwrap();
    assert!(
        ces.missing
            .iter()
            .any(|gap| gap == "loss of bladder control: not asked"),
        "{:?}",
        ces.missing
    );
}

#[test]
fn trap_31_unknown_and_declined_are_no_answers() {
    let view = look(&record(json!({"flags": [screening(
        "2026-11-24",
        json!({"bladder_leak": {"is": "unknown"}, "bowel_control": {"is": "declined"}, "fever": {"is": "no"}})
    )]})));
    let ces = view
        .not_assessed
        .iter()
        .find(|one| one.rule == "red_flag.ces")
        .unwrap();
    let has = |words: &str| ces.missing.iter().any(|gap| gap == words);
    assert!(
        has("loss of bladder control: asked, not known"),
        "{:?}",
        ces.missing
    );
    assert!(has("loss of bowel control: asked, declined"), "{:?}", ces.missing);
    let no: Vec<&str> = view.answered_no.iter().map(|one| one.words.as_str()).collect();
    assert_eq!(no, ["fever"]);
}

#[test]
fn trap_31_free_text_is_never_read_as_an_answer() {
    let view = look(&record(json!({
        "background": {"red_flags": {"value": ["denies incontinence", "father had cancer, saddle numbness today"]}},
        "flags": [{"asked_on": "2026-11-24", "answers": {"fever": {"is": "no"}}, "note": "bladder leaks, weight loss"}]
    })));
    assert_eq!(view.fired, []);
}

#[test]
fn trap_31_a_finding_that_stood_for_years_fires_when_it_is_new_or_changed() {
    let long = json!({"is": "yes", "course": "long_standing_unchanged", "since": "2019"});
    let quiet = record(json!({"flags": [screening("2026-11-24", json!({"bladder_difficulty": long}))]}));
    let view = look(&quiet);
    assert_eq!(view.fired, []);
    assert_eq!(
        view.unchanged[0].words,
        "difficulty passing urine or emptying the bladder"
    );
    let changed = json!({"is": "yes", "course": "changed"});
    let fires = record(json!({"flags": [
        screening("2026-11-20", json!({"bladder_difficulty": long})),
        screening("2026-11-24", json!({"bladder_difficulty": changed})),
    ]}));
    assert_eq!(levels(&look(&fires)), [("red_flag.ces", Level::Emergency)]);
}

#[test]
fn trap_34_without_a_baseline_a_bladder_symptom_fires() {
    let said = json!({"is": "yes"});
    let view = look(&record(
        json!({"flags": [screening("2026-11-24", json!({"bladder_leak": said}))]}),
    ));
    assert_eq!(levels(&view), [("red_flag.ces", Level::Emergency)]);
    assert_eq!(view.unchanged, []);
    let fired = &view.fired[0];
    assert!(fired.stays);
    assert_eq!(fired.level_words, "Emergency, now");
    assert_eq!(
        fired.inputs,
        ["loss of bladder control (24 Nov 2026, said by patient)"]
    );
    assert_eq!(fired.since, "24 Nov 2026");
    assert_eq!(fired.no_diagnosis, "This does not make a diagnosis.");
    assert!(
        fired
            .wording
            .starts_with("Possible cauda equina features recorded. Emergency assessment is advised now")
    );
    assert!(!fired.source.is_empty());
}

#[test]
fn trap_32_low_residual_urine_and_no_fever_exclude_nothing() {
    let asked = screening(
        "2026-11-24",
        json!({"saddle_numbness": {"is": "yes", "course": "new"}, "chills": {"is": "yes", "course": "new"}}),
    );
    let measured = [
        ("residual_urine", 20.0, "mL"),
        ("temperature", 36.5, "°C"),
        ("crp", 2.0, "mg/L"),
    ];
    let measured = measured.map(|(what, value, unit)| reading("2026-11-24", what, value, unit));
    let view = look(&record(json!({"flags": [asked], "readings": measured})));
    let fired = levels(&view);
    assert!(fired.contains(&("red_flag.ces", Level::Emergency)), "{fired:?}");
    assert!(
        fired.iter().any(|(rule, _)| *rule == "red_flag.infect"),
        "{fired:?}"
    );
    assert_eq!(view.answered_no, []);
}

#[test]
fn measured_values_and_recent_operations_are_read_from_the_record() {
    let view = look(&record(json!({
        "surgeries": [{"procedures": ["microdiscectomy"], "levels": "L5-S1", "when": "2 Nov 2026"}],
        "readings": [reading("2026-11-24", "temperature", 38.4, "°C")]
    })));
    let wound = view
        .fired
        .iter()
        .find(|one| one.rule == "red_flag.wound")
        .unwrap();
    assert_eq!(
        wound.inputs,
        [
            "temperature 38.4 °C (24 Nov 2026)",
            "operation on the spine, 2 Nov 2026"
        ]
    );
}

#[test]
fn an_emergency_stays_after_a_later_no_until_somebody_resolves_it_and_newer_data_raise_it_again() {
    let yes = screening(
        "2026-11-20",
        json!({"saddle_numbness": {"is": "yes", "course": "new"}}),
    );
    let no = screening("2026-11-22", json!({"saddle_numbness": {"is": "no"}}));
    let seen = json!({
        "rule": "red_flag.ces", "version": 1, "decision": "resolved", "by": "Dr Okafor", "role": "clinician",
        "role_words": "pain consultant", "at": "2026-11-23T09:00:00Z", "reason": "seen, MRI without compression"
    });
    let open = record(json!({"flags": [yes, no]}));
    assert_eq!(levels(&look(&open)), [("red_flag.ces", Level::Emergency)]);

    let closed = look(&record(json!({"flags": [yes, no], "resolutions": [seen]})));
    assert_eq!(closed.fired, []);
    assert_eq!(closed.resolved[0].role, "pain consultant");
    assert_eq!(closed.resolved[0].reason, "seen, MRI without compression");

    let again = screening(
        "2026-11-24",
        json!({"saddle_numbness": {"is": "yes", "course": "changed"}}),
    );
    let back = look(&record(json!({"flags": [yes, no, again], "resolutions": [seen]})));
    assert_eq!(levels(&back), [("red_flag.ces", Level::Emergency)]);
    assert_eq!(back.fired[0].inputs.len(), 1, "{:?}", back.fired[0].inputs);
}

#[test]
fn what_is_recorded_after_a_decision_is_not_covered_by_it_even_where_it_was_asked_before() {
    let mut late = screening(
        "2026-11-20",
        json!({"bowel_control": {"is": "yes", "course": "new"}}),
    );
    late["recorded"] = json!("2026-11-24T08:00:00Z");
    let seen = json!({
        "rule": "red_flag.ces", "version": 1, "decision": "resolved", "by": "Dr Okafor", "role": "clinician",
        "at": "2026-11-23T09:00:00Z", "reason": "seen"
    });
    let view = look(&record(json!({"flags": [late], "resolutions": [seen]})));
    assert_eq!(levels(&view), [("red_flag.ces", Level::Emergency)]);
}

#[test]
fn an_operation_that_is_recorded_after_a_decision_raises_it_again() {
    let lists = json!({
        "surgeries": [{"procedures": ["fusion"], "levels": "C5/6", "when": "2 Nov 2026"}],
        "flags": [screening("2026-11-20", json!({"bladder_leak": {"is": "yes", "course": "new"}}))],
        "resolutions": [
            {"rule": "red_flag.ces", "version": 1, "decision": "resolved", "by": "Dr Okafor", "role": "clinician",
             "at": "2026-11-21T09:00:00Z", "reason": "seen"},
            {"rule": "red_flag.cord", "version": 1, "decision": "resolved", "by": "Dr Okafor", "role": "clinician",
             "at": "2026-11-21T09:00:00Z", "reason": "seen"}
        ]
    });
    let record = record(lists);
    let fired = |recorded: &str| {
        let mut record = record.numbered();
        record.surgeries[0].head.as_mut().unwrap().recorded = Some(time(recorded));
        let assessment = assess(&record, &Default::default(), today());
        let rules: Vec<String> = assessment.fired.into_iter().map(|one| one.rule).collect();
        rules
    };
    assert_eq!(fired("2026-11-10T09:00:00Z"), Vec::<String>::new());
    assert_eq!(fired("2026-11-24T09:00:00Z"), ["red_flag.cord"]);
}

#[test]
fn answers_grow_old_and_say_since_when() {
    let view = look(&record(
        json!({"flags": [screening("2026-05-03", json!({"fever": {"is": "no"}}))]}),
    ));
    assert_eq!(view.asked.as_deref(), Some("3 May 2026, 6 months ago"));
    assert_eq!(view.last.len(), 1);
    assert_eq!(view.last[0].answer, "No");
    assert_eq!(
        view.last[0].stale.as_deref(),
        Some("not assessed since 3 May 2026")
    );
    let fresh = look(&record(
        json!({"flags": [screening("2026-11-20", json!({"fever": {"is": "no"}}))]}),
    ));
    assert_eq!(fresh.last[0].stale, None);
    assert_eq!(fresh.last[0].on, "20 Nov 2026, 5 days ago");
}

#[test]
fn trap_03_item_nine_fires_whatever_the_total_and_a_blank_is_not_assessed() {
    let phq = |item: Value| {
        let mut answers = vec![json!(0); 8];
        answers.push(item);
        record(
            json!({"scores": [{"measure": "instrument", "when": "24 Nov 2026", "instrument": "phq-9",
            "answers": answers}]}),
        )
    };
    let positive = look(&phq(json!(1)));
    assert_eq!(levels(&positive), [("red_flag.mind", Level::SameDay)]);
    assert_eq!(positive.fired[0].inputs, ["PHQ-9 item 9 scored 1 (24 Nov 2026)"]);
    let blank = look(&phq(Value::Null));
    assert_eq!(blank.fired, []);
    let mind = blank
        .not_assessed
        .iter()
        .find(|one| one.rule == "red_flag.mind")
        .unwrap();
    assert!(
        mind.missing.iter().any(|gap| gap.starts_with("PHQ-9 item 9")),
        "{:?}",
        mind.missing
    );
}

#[test]
fn every_rule_and_every_group_has_a_title_and_none_names_a_diagnosis() {
    for rule in lamina_domain::red_flag::Catalogue::built_in().unwrap().rules() {
        let title = view::title(&rule.id);
        assert_ne!(title, rule.title, "{} has no short title", rule.id);
        for diagnosis in [
            "cauda equina syndrome",
            "discitis",
            "cancer",
            "sepsis",
            "thrombosis",
        ] {
            assert!(!title.to_lowercase().contains(diagnosis), "{title}");
        }
    }
    let groups = view::questions();
    let count: usize = groups.iter().map(|group| group.questions.len()).sum();
    assert_eq!(groups.len(), 13);
    assert_eq!(
        count,
        lamina_domain::red_flag::Catalogue::built_in()
            .unwrap()
            .questions()
            .len()
    );
}

#[test]
fn a_fever_with_a_registered_device_asks_for_the_device_team() {
    let with = |device: Value| {
        let fever = screening("2026-11-24", json!({"fever": {"is": "yes", "course": "new"}}));
        let view = look(&record(json!({"devices": [device], "flags": [fever]})));
        let fired = levels(&view);
        fired.contains(&("red_flag.device", Level::SameDay))
    };
    let lead = |state: &str| json!([{"kind": "lead", "name": null, "state": state}]);
    assert!(with(json!({"name": "Stimulator", "parts": lead("in_use")})));
    assert!(with(json!({"name": "Stimulator", "parts": lead("abandoned")})));
    assert!(!with(json!({"name": "Stimulator", "parts": lead("removed")})));
    assert!(!with(
        json!({"name": "Stimulator", "parts": lead("in_use"), "removed": "2019"})
    ));
    let metal = json!([{"kind": "fusion_metal", "name": null, "state": "in_use"}]);
    assert!(!with(json!({"name": "Rods", "parts": metal})));
}

fn fired(view: &RedFlagsView) -> Vec<(String, String)> {
    let fired = view.fired.iter();
    fired
        .map(|one| (one.rule.clone(), one.inputs.join("; ")))
        .collect()
}

#[test]
fn trap_31_the_register_of_conditions_answers_its_questions_and_what_a_family_had_answers_none() {
    let pain = screening(
        "2026-11-24",
        json!({"night_pain": {"is": "yes", "course": "new"}}),
    );
    let with = |comorbidities: Value| {
        look(&record(json!({
            "background": {"comorbidities": comorbidities},
            "circumstances": [{"family_history": "mother: cancer, osteoporosis"}],
            "flags": [pain.clone()]
        })))
    };
    let cancer = |view: &RedFlagsView| {
        fired(view)
            .iter()
            .any(|(_, inputs)| inputs.contains("history of cancer"))
    };
    assert!(!cancer(&with(json!({}))), "a family is not the person");
    assert!(cancer(&with(
        json!({"cancer_history": {"is": "yes", "since": "2019"}})
    )));
    assert!(cancer(&with(
        json!({"cancer_history": {"is": "yes", "asked_on": "24 Nov 2026"}})
    )));
    let unknown = with(json!({"cancer_history": {"is": "unknown", "asked_on": "24 Nov 2026"}}));
    assert!(!cancer(&unknown));
    let missing = |view: &RedFlagsView| {
        view.fired
            .iter()
            .flat_map(|one| one.missing.clone())
            .chain(view.not_assessed.iter().flat_map(|one| one.missing.clone()))
            .any(|gap| gap.contains("history of cancer"))
    };
    assert!(missing(&unknown), "what is not known is no no");
    assert!(
        missing(&with(json!({"cancer_history": {"is": "no"}}))),
        "a no of no day is none of today"
    );
    assert!(!missing(&with(
        json!({"cancer_history": {"is": "no", "asked_on": "24 Nov 2026"}})
    )));
}

#[test]
fn trap_34_a_bladder_disease_at_baseline_stands_beside_the_questions_and_quiets_nothing() {
    let leak = |course: &str| {
        screening(
            "2026-11-24",
            json!({"bladder_leak": {"is": "yes", "course": course}}),
        )
    };
    let with = |flags: Value| {
        look(&record(json!({
            "background": {"comorbidities": {"bladder_disease": {"is": "yes", "since": "2015", "words": "slow stream, prostate"}}},
            "flags": flags
        })))
    };
    let never_asked = with(json!([]));
    assert_eq!(never_asked.fired, [], "a baseline alone is no finding");
    assert!(never_asked.asked.is_none());
    let changed = with(json!([leak("changed")]));
    assert_eq!(changed.fired[0].rule, "red_flag.ces");
    assert!(
        changed.baseline.contains("slow stream, prostate, since 2015"),
        "{}",
        changed.baseline
    );
    let not_said = with(json!([leak("not_said")]));
    assert_eq!(not_said.asks_on.len(), 1, "its course is asked for");
}
