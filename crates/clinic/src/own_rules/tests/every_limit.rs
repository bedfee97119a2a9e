//! Nothing can be set that does nothing: for every limit a record whose view or letter says something else once it is set.
//! A limit that is added without one fails here. The limits of the red flags have theirs beside their rules.

use super::*;
use crate::{
    examples::{letter, missed, record, today, total, week},
    facts::Facts,
    follow_up::{called_for, schedule_of},
    progress::verdicts,
    record::Record,
    walking::walking,
};
use lamina_api::progress::Verdict;
use lamina_domain::instrument::Instrument;

/// The rules with one limit set, without the names that every sentence about it would carry: they alone must not count
/// as a difference.
fn set(limit: &OwnLimit, value: &str) -> OwnRules {
    let (mut rules, left) = OwnRules::of(&[entry(&limit.id(), value)]);
    assert_eq!(left, [], "{} does not take {value}", limit.id());
    rules.set.clear();
    rules
}

/// Two administrations of an instrument that lie `apart`, both in the middle of its range.
fn two_scores(one: &Instrument) -> (Record, f64) {
    let (middle, apart) = match one.max {
        // A small range is halved and quartered as it is.
        Some(max) if max - one.min < 4.0 => ((one.min + max) / 2.0, (max - one.min) / 4.0),
        Some(max) => (
            ((one.min + max) / 2.0).floor(),
            ((max - one.min) / 4.0).floor().max(1.0),
        ),
        None => (one.min.floor() + 60.0, 20.0),
    };
    let scores = [
        total(one, "4 May 2026", middle),
        total(one, "4 Nov 2026", middle - apart),
    ];
    (record(&json!({ "scores": scores })), apart)
}

fn only_verdict(record: &Record, rules: &OwnRules) -> Verdict {
    let mut all = verdicts(record, rules);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

#[test]
fn every_change_that_matters_decides_the_verdict() {
    for limit in Group::Change.limits() {
        let OwnLimit::Figure(one) = &limit else { continue };
        let (record, apart) = two_scores(one);
        let said = |figure: f64| {
            let rules = set(&limit, &figure.to_string());
            let verdict = only_verdict(&record, &rules);
            assert!(letter(&record, &rules).contains(&verdict.text), "{}", one.id);
            (verdict.important, verdict.text)
        };
        let (small, large) = (said(apart / 2.0), said(apart * 1.5));
        assert!(small.0, "{}: {}", one.id, small.1);
        assert!(!large.0, "{}: {}", one.id, large.1);
        let built_in = only_verdict(&record, &OwnRules::default());
        assert_ne!(built_in.text, small.1, "{}", one.id);
    }
}

#[test]
fn the_shares_of_a_response_decide_what_relief_counts_as() {
    let limit = OwnLimit::find("change.responder").unwrap();
    let nrs = lamina_domain::instrument::instrument("nrs").unwrap();
    let OwnLimit::Responders = limit else {
        panic!("{limit:?}")
    };
    let (record, _) = two_scores(nrs);
    for (value, counts) in [
        (None, "at least the 30 % that count as moderate"),
        (Some("20 and 35"), "at least the 35 % that count as substantial"),
        (Some("45 and 60"), "less than the 45 % that count as moderate"),
    ] {
        let rules = value.map_or_else(OwnRules::default, |value| set(&limit, value));
        let said = only_verdict(&record, &rules).text;
        assert!(said.contains(counts), "{said}");
        assert!(letter(&record, &rules).contains(&said), "{said}");
    }
}

fn programme(minutes: u32, baseline: Option<[u32; 3]>, rows: &[Value]) -> Record {
    record(&crate::examples::programme(minutes, baseline, rows))
}

/// A programme that is read otherwise once the limit has the value.
fn programme_at(id: &str) -> (Record, &'static str) {
    let good = |minutes: u32| week(16, minutes * 60, 3, 3);
    match id.trim_start_matches("walking.") {
        "start_percent" => (programme(5, Some([8, 8, 6]), &[]), "60"),
        "start_least" => (programme(5, Some([1, 1, 1]), &[]), "4"),
        "start_most" => (programme(5, Some([40, 30, 20]), &[]), "20"),
        "start_unknown" => (programme(5, None, &[]), "8"),
        "raise_percent" => (programme(10, None, &good(10)), "5"),
        "cap_percent" => (programme(10, None, &good(10)), "5"),
        "adherence_percent" => (programme(10, None, &good(10)[..3]), "50"),
        "completed_percent" => (programme(10, None, &good(6)), "50"),
        "pain_rise" => (programme(10, None, &week(16, 600, 3, 5)), "1"),
        "missed_days" => {
            let rows = [&good(10)[..3], &[missed(19), missed(20)]].concat();
            (programme(10, None, &rows), "2")
        }
        "cut_percent" => (programme(10, None, &week(16, 600, 3, 7)), "50"),
        "least" => (programme(2, None, &week(16, 120, 3, 7)), "2"),
        "amber_weeks" => {
            let rows = [week(9, 600, 3, 7), week(16, 600, 3, 7)].concat();
            (programme(10, None, &rows), "3")
        }
        "severe_pain" => {
            let mut lists = crate::examples::programme(10, None, &[]);
            lists["symptoms"] = json!([{"site": "leg", "side": {"value": "left"}, "qualities": ["shooting"],
                "intensity": {"value": 6}}]);
            (record(&lists), "6")
        }
        "fusion_weeks" => {
            let mut lists = crate::examples::programme(10, None, &[]);
            lists["surgeries"] = json!([{"procedures": ["TLIF L4-L5"], "when": "3 Sep 2026"}]);
            (record(&lists), "4")
        }
        other => panic!("the limit {other} has no programme that it changes"),
    }
}

#[test]
fn every_limit_of_walking_changes_what_the_view_says() {
    let of_a_plan = |limit: &OwnLimit| limit.id() != "walking.target_day";
    for limit in Group::Walking.limits().into_iter().filter(of_a_plan) {
        let (record, value) = programme_at(&limit.id());
        let said = |rules: OwnRules| walking(&Facts::of(record.clone(), rules), today());
        let (built_in, set) = (said(OwnRules::default()), said(set(&limit, value)));
        assert_ne!(built_in, set, "{} changes nothing", limit.id());
    }
}

/// A plan has its own target; the limit is what the form of a new plan begins with, which takes it from this view.
#[test]
fn the_target_of_a_new_plan_is_what_the_clinic_aims_at() {
    let aims_at = |list: &[Value]| {
        let groups = rules_view(list, String::new()).groups;
        let mut rows = groups.into_iter().flat_map(|group| group.rows);
        let row = rows.find(|row| row.id == "walking.target_day").unwrap();
        row.own.and_then(|own| own.value).unwrap_or(row.built_in)
    };
    assert_eq!(aims_at(&[]), "30 minutes");
    assert_eq!(aims_at(&[entry("walking.target_day", "45")]), "45");
}

#[test]
fn the_limits_that_judge_a_week_change_the_letter_as_well() {
    for id in [
        "walking.completed_percent",
        "walking.pain_rise",
        "walking.missed_days",
    ] {
        let limit = OwnLimit::find(id).unwrap();
        let (record, value) = programme_at(id);
        let built_in = letter(&record, &OwnRules::default());
        assert_ne!(built_in, letter(&record, &set(&limit, value)), "{id}");
    }
}

#[test]
fn every_limit_of_neuromodulation_changes_what_the_room_and_the_letter_say() {
    let day = |on: u32, leg: i64| json!({"neuromodulation": "neuromodulation 1", "on": format!("2026-03-{on:02}"), "leg": leg});
    let diary: Vec<Value> = (3..10)
        .map(|on| day(on, 8))
        .chain((14..20).map(|on| day(on, 4)))
        .collect();
    let record = record(&json!({
        "neuromodulations": [{"therapy": "spinal_cord", "targets": ["leg"]}],
        "neuromodulation_steps": [{"neuromodulation": "neuromodulation 1", "when": "10 Mar 2026",
            "what": {"trial": {"ended": "19 Mar 2026"}}}],
        "trial_days": diary,
        "pump_settings": [{"what": "filled", "when": "May 2026", "refill_due": "20 Dec 2026"}]
    }));
    for limit in Group::Neuromodulation.limits() {
        let value = match limit.id().as_str() {
            "neuromodulation.percent" => "60",
            "neuromodulation.window_days" => "3",
            "neuromodulation.least_days" => "7",
            "neuromodulation.refill_days" => "60",
            other => panic!("the limit {other} has no record that it changes"),
        };
        let said = |rules: &OwnRules| {
            let facts = Facts::of(record.clone(), rules.clone());
            let view = crate::neuromodulation::neuromodulation(&facts, today());
            format!("{:?} {}", view.paths, letter(&record, rules)) + &view.pumps[0].refill
        };
        assert_ne!(
            said(&OwnRules::default()),
            said(&set(&limit, value)),
            "{} changes nothing",
            limit.id()
        );
    }
}

/// What begins a plan of the kind on a day.
fn index(kind: IndexKind, on: NaiveDate) -> Record {
    let when = on.format("%-d %b %Y").to_string();
    let treated = |kind: &str, name: &str| {
        let medicine = json!({
            "ingredients": [{"name": "oxycodone", "strength": "10 mg"}], "dose": "1 tablet", "frequency": "twice a day"
        });
        let mut one = json!({"kind": kind, "name": name, "started": when});
        if kind == "drug" {
            one["medicine"] = medicine;
            one["status"] = json!("running");
        }
        record(&json!({"treatments": [one]}))
    };
    match kind {
        IndexKind::General => record(&json!({"surgeries": [{"procedures": ["Fusion"], "when": when}]})),
        IndexKind::EpiduralSteroid => treated("injection", "Epidural steroid injection"),
        IndexKind::MedialBranchBlock => treated("block", "Medial branch block"),
        IndexKind::Radiofrequency => treated("radiofrequency", "Radiofrequency ablation"),
        IndexKind::StimulatorTrial => treated("neuromodulation_trial", "Trial of a stimulator"),
        IndexKind::StimulatorImplant => treated("neuromodulation_implant", "Stimulator"),
        IndexKind::Opioid => treated("drug", "oxycodone"),
        IndexKind::Walking => {
            let mut lists = json!({"walking_plans": [{
                "prescribed_on": on, "by": "Physio Example", "at": format!("{on}T08:00:00Z"),
                "quota": {"seconds": 600, "bouts_a_day": 1, "days_a_week": 5}, "target": {"minutes": 30, "days": 5}
            }]});
            lists["walking_events"] = json!([{
                "on": on, "what": {"is": "started"}, "by": "Dr Example", "role": "clinician",
                "at": format!("{on}T09:00:00Z")
            }]);
            record(&lists)
        }
    }
}

#[test]
fn every_window_of_follow_up_changes_what_the_view_and_the_letter_call_for() {
    for limit in Group::FollowUp.limits() {
        let OwnLimit::Window(window) = &limit else {
            continue;
        };
        let nothing: Interval = "0 days".parse().unwrap();
        let value = match (window.early, window.late) {
            (early, late) if early == nothing && late == nothing => "0 days before to 3 days after",
            _ => "0 days before to 0 days after",
        };
        let rules = set(&limit, value);
        // Some day on which the plan began makes the point due today by one window and not by the other.
        let found = today().iter_days().rev().take(800).any(|on| {
            let record = index(window.kind(), on);
            let called = |rules: &OwnRules| {
                called_for(&Facts::of(record.clone(), rules.clone()), today())
                    .calls
                    .iter()
                    .map(|call| format!("{} {}", call.title, call.text))
                    .collect::<Vec<_>>()
            };
            let (built_in, own) = (called(&OwnRules::default()), called(&rules));
            let point = window.name();
            let of_point = |calls: &[String]| {
                calls
                    .iter()
                    .filter(|call| {
                        call.to_lowercase().contains(&point.to_lowercase()) || point.starts_with("Every")
                    })
                    .cloned()
                    .collect::<Vec<_>>()
            };
            of_point(&built_in) != of_point(&own)
                && letter(&record, &OwnRules::default()) != letter(&record, &rules)
        });
        assert!(found, "{} changes nothing", limit.id());
    }
}

#[test]
fn both_ages_of_a_baseline_change_what_the_schedule_says_of_it() {
    let limit = OwnLimit::find("schedule.baseline").unwrap();
    let record = record(&json!({
        "surgeries": [{"procedures": ["Fusion"], "when": "2 Nov 2026"}],
        "scores": [{"when": "12 Oct 2026", "measure": "odi", "value": 40}]
    }));
    let said = |rules: OwnRules| {
        let facts = Facts::of(record.clone(), rules);
        schedule_of(&facts, facts.record.surgeries[0].id().unwrap(), today())
            .unwrap()
            .baseline
    };
    let built_in = said(OwnRules::default());
    let older = said(set(&limit, "fresh for 1 week, stale after 2 months"));
    let stale = said(set(&limit, "fresh for 1 week, stale after 2 weeks"));
    assert_ne!(built_in, older);
    assert_ne!(older, stale);
}
