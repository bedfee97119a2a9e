//! Record file in, room and letter out: the path in its order, what a trial's diary comes to, and what a pump holds.

use super::*;
use crate::{
    examples::{letter, record, today},
    medicines::medicines,
    overview::story,
    rules::factors,
};
use lamina_api::medicine::OpioidTable;
use lamina_domain::gate::mri;
use serde_json::{Value, json};

fn days(first: u32, ratings: &[(i64, i64)]) -> Vec<Value> {
    (first..)
        .zip(ratings)
        .map(|(on, (back, leg))| {
            json!({"neuromodulation": "neuromodulation 1", "on": format!("2026-03-{on:02}"), "back": back, "leg": leg})
        })
        .collect()
}

/// A path for leg pain: leg pain falls from 8 to 3 and back pain from 8 to 8.
fn path() -> Value {
    let step =
        |when: &str, what: Value| json!({"neuromodulation": "neuromodulation 1", "when": when, "what": what});
    let mut diary = days(3, &[(8, 8); 7]);
    diary.extend(days(11, &[(8, 3); 9]));
    diary[9]["medicine_changed"] = "yes".into();
    json!({
        "neuromodulations": [{"therapy": "spinal_cord", "targets": ["leg"], "side": {"value": "left"},
            "considered": "Jan 2026", "by": "Dr Sample", "why": "no lasting relief by blocks"}],
        "neuromodulation_steps": [
            step("10 Mar 2026", json!({"trial": {"ended": "19 Mar 2026", "leads_out": "20 Mar 2026",
                "waveforms": ["burst"], "leads": [{"tip": "T9", "side": {"value": "left"}, "contacts": 8}]}})),
            step("Feb 2026", json!({"assessment": {"kind": "psychological", "outcome": {"value": "suitable"}}})),
            step("1 Apr 2026", json!({"decision": {"kind": "go_on", "wish": {"value": "wants_it"}}}))
        ],
        "trial_days": diary
    })
}

fn room(lists: &Value) -> NeuromodulationView {
    let facts = Facts::of(record(lists), OwnRules::default());
    neuromodulation(&facts, today())
}

const MET: &str = "50 % criterion for leg pain: met. Mean before the trial 8.0 (7 of 7 days, 3 Mar 2026 to 9 Mar 2026); \
     mean at its end 3.0 (7 of 7 days, 13 Mar 2026 to 19 Mar 2026)";

#[test]
fn trap_37_the_criterion_is_of_the_target_and_told_with_the_days_it_is_of() {
    let view = room(&path());
    let lines = &view.paths[0].trials[0].lines;
    assert!(lines[0].starts_with(MET), "{lines:#?}");
    assert!(lines[0].ends_with("a fall of 62.5 %."), "{lines:#?}");
    assert!(
        lines[1].starts_with("Back pain was not what the trial was to treat. Mean before the trial 8.0"),
        "{lines:#?}"
    );
    assert_eq!(lines[2], "A medicine was changed during these days: 13 Mar 2026.");
    let steps: Vec<_> = view.paths[0]
        .steps
        .iter()
        .map(|step| step.shown.title.as_str())
        .collect();
    assert_eq!(
        steps,
        ["Assessment: psychological", "Trial", "Decision: to implant"]
    );
    assert_eq!(view.paths[0].diary.len(), 16);
    assert_eq!(view.paths[0].diary[0].ratings, ["8", "8"]);
}

#[test]
fn the_letter_tells_the_path_in_its_order_with_the_same_sentences() {
    let letter = letter(&record(&path()), &OwnRules::default()).replace('\n', " ");
    let letter = letter.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut at = 0;
    for part in [
        "Neuromodulation and pumps",
        "Spinal cord stimulation for pain: leg, left",
        "Considered: Jan 2026; why: no lasting relief by blocks; by: Dr Sample",
        "Feb 2026: Assessment: psychological; outcome: Suitable",
        "10 Mar 2026: Trial; last day of the trial: 19 Mar 2026; leads or catheter out on: 20 Mar 2026",
        "50 % criterion for leg pain: met.",
        "1 Apr 2026: Decision: to implant",
    ] {
        let found = letter.get(at..).and_then(|rest| rest.find(part));
        at += found.unwrap_or_else(|| panic!("no “{part}” in {letter}"));
    }
    let (_, own) = letter.split_once("Neuromodulation and pumps").unwrap();
    for word in ["recommend", "should"] {
        assert!(!own.contains(word));
    }
}

#[test]
fn trap_20_a_trial_and_an_implant_are_no_operations() {
    let mut lists = path();
    lists["surgeries"] = json!([{"procedures": ["fusion"], "when": "2019"}]);
    let implant =
        json!({"neuromodulation": "neuromodulation 1", "when": "May 2026", "what": {"implant": {}}});
    lists["neuromodulation_steps"]
        .as_array_mut()
        .unwrap()
        .push(implant);
    let record = record(&lists);
    assert_eq!(record.surgeries.len(), 1);
    let told = story(&record)[0].clone();
    let mut alone = record.clone();
    alone.neuromodulations.clear();
    alone.neuromodulation_steps.clear();
    assert_eq!(
        told,
        story(&alone)[0],
        "the story counts one operation either way"
    );
}

#[test]
fn trap_38_what_a_path_left_in_the_body_holds_up_mri_until_its_labelling_is_known() {
    let verdict = |lists: &Value| {
        let record = record(lists);
        let register = crate::gates::register(&record, today());
        mri::notice(&register).verdict
    };
    let mut lists = path();
    lists["background"] = json!({"implants_mri": {"missing": "absent"}});
    assert_eq!(verdict(&lists), mri::Verdict::NoneRecorded, "its leads came out");
    let implant =
        json!({"neuromodulation": "neuromodulation 1", "when": "May 2026", "what": {"implant": {}}});
    lists["neuromodulation_steps"]
        .as_array_mut()
        .unwrap()
        .push(implant);
    assert_eq!(verdict(&lists), mri::Verdict::Warning);
}

fn pump(settings: Value) -> Value {
    json!({
        "devices": [{"name": "Pump", "parts": [{"kind": "pump"}, {"kind": "catheter"}], "implanted": "2020"}],
        "pump_settings": settings
    })
}

#[test]
fn trap_21_what_a_pump_gives_is_told_with_its_units_and_is_in_no_opioid_load() {
    let lists = pump(json!([
        {"pump": "device 1", "what": "filled", "when": "2025", "drugs": [{"name": "baclofen"}]},
        {"pump": "device 1", "what": "refilled", "when": "3 Aug 2026", "refill_due": "3 Nov 2026", "reservoir": 40,
            "drugs": [{"name": "morphine", "concentration": "10 mg/mL", "daily": "2.5 mg/day"},
                {"name": "bupivacaine", "concentration": "500 mcg/mL", "daily": "125 mcg/day"}],
            "after_scan": "motor running, alarm silent"}
    ]));
    let view = room(&lists);
    let pump = &view.pumps[0];
    assert_eq!(
        pump.now,
        [
            "Drugs in the pump: morphine: 10 mg/mL, 2.5 mg a day; bupivacaine: 500 micrograms/mL, 125 micrograms a day (3 Aug 2026)",
            "Reservoir: 40 mL (3 Aug 2026)",
            "Found after a scan: motor running, alarm silent (3 Aug 2026)",
        ]
    );
    assert_eq!(pump.refill, "Refill overdue since 3 Nov 2026.");
    assert!(pump.due && pump.overdue);
    let record = record(&lists);
    let told = medicines(&record, today(), factors(OpioidTable::UsCdc2022.name()).unwrap()).told();
    assert!(told.counted.is_empty(), "{told:#?}");
    assert!(
        told.pumps.iter().any(|line| line.contains("morphine")),
        "{told:#?}"
    );
    let letter = letter(&record, &OwnRules::default());
    let letter = letter.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "morphine: 10 mg/mL, 2.5 mg a day",
        "Refill overdue since 3 Nov 2026.",
        "in no opioid load",
    ] {
        assert!(letter.contains(part), "no “{part}” in {letter}");
    }
}

#[test]
fn a_refill_is_called_for_from_two_weeks_before_its_date_and_one_of_no_date_is_not_known() {
    let call = |due: &str| {
        let setting = json!({"pump": "device 1", "what": "refilled", "when": "Oct 2026", "refill_due": due});
        let facts = Facts::of(record(&pump(json!([setting]))), OwnRules::default());
        let calls = crate::follow_up::called_for(&facts, today()).calls;
        calls.into_iter().map(|call| call.text).collect::<Vec<_>>()
    };
    assert_eq!(call("8 Dec 2026"), ["Refill due by 8 Dec 2026."]);
    assert_eq!(call("9 Dec 2026"), [""; 0]);
    assert_eq!(call("23 Nov 2026"), ["Refill overdue since 23 Nov 2026."]);
    assert_eq!(call("unknown"), ["When it has to be refilled is not recorded."]);
}

#[test]
fn a_path_without_a_diary_or_a_target_says_so() {
    let mut lists = path();
    lists["trial_days"] = json!([]);
    let lines = &room(&lists).paths[0].trials[0].lines;
    assert!(
        lines[0].starts_with("50 % criterion for leg pain: cannot be worked out. At least 4 rated days"),
        "{lines:#?}"
    );
    assert!(lines[0].contains("none (0 of 7 days"), "{lines:#?}");
    lists["neuromodulations"] = json!([{"therapy": "spinal_cord"}]);
    let lines = &room(&lists).paths[0].trials[0].lines;
    assert_eq!(
        lines[0],
        "Which pain the trial was to treat is not recorded, so no criterion is worked out."
    );
    assert_eq!(room(&json!({})).paths.len(), 0);
}

#[test]
fn the_diary_is_drawn_pain_by_pain_and_kind_by_kind_with_the_trial() {
    let mut lists = path();
    lists["trial_days"][0]["kind"] = "worst".into();
    let record = record(&lists).in_order();
    let chart = chart(&record, 0).unwrap();
    let names: Vec<_> = chart.panels[0]
        .series
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(
        names,
        ["Back, average", "Back, worst", "Leg, average", "Leg, worst"]
    );
    assert_eq!(chart.panels[0].series[0].points.len(), 15);
    assert_eq!(chart.events.len(), 1);
    lists["trial_days"] = json!([]);
    assert!(super::chart(&crate::examples::record(&lists), 0).is_none());
}
