//! Nothing is listed that does not run: for every rule two records that differ in what the rule reads, and what the letter or
//! the window says of the one and not of the other. A rule that is added without its two records fails here.
//!
//! The red flags have theirs, clause by clause, beside the flags.

mod figures;
mod medicines;

use crate::{
    examples::{Last, answered, drug, letter, missed, programme, record, said, today, total, walked, week},
    own_rules::OwnRules,
    progress::verdicts,
    rules::{Options, catalogue, factors, opioid_load, score_cells},
};
use lamina_api::medicine::OpioidTable;
use lamina_domain::{
    change::number,
    instrument::{Better, Importance, Instrument, instrument, instruments},
    opioid::{load::Reason, tables},
    red_flag::Catalogue,
};
use serde_json::{Value, json};

/// What is said of two records, and the words that only the first may have.
struct Heard {
    with: String,
    without: String,
    words: String,
}

impl Heard {
    fn of(words: &str, with: Value, without: Value) -> Self {
        let told = |lists: Value| said(&record(&lists), &OwnRules::default(), OpioidTable::UsCdc2022);
        Self {
            with: told(with),
            without: told(without),
            words: words.to_owned(),
        }
    }

    fn check(&self, id: &str) {
        assert!(
            self.with.contains(&self.words),
            "{id} is not heard: no “{}” in {}",
            self.words,
            self.with
        );
        assert!(
            !self.without.contains(&self.words),
            "{id} is heard where it has nothing to say: “{}” in {}",
            self.words,
            self.without
        );
    }
}

fn check(id: &str) {
    let (group, rest) = id.split_once('.').unwrap();
    match group {
        "score" => is_scored(instrument(rest).unwrap()),
        "change" => match rest.split_once('.') {
            Some(("matters", name)) => figures::figure_matters(id, name),
            Some(("reliable", name)) => figures::figure_is_error(instrument(name).unwrap()),
            _ => change(rest).check(id),
        },
        "medicine" => match rest.split_once('.') {
            Some(("table" | "factor" | "threshold", _)) => medicines::of_a_table(id),
            _ => medicines::medicine(rest).check(id),
        },
        "red_flag" => {
            let flags = Catalogue::built_in().unwrap();
            assert!(flags.rules().iter().any(|one| one.id == id), "{id}");
        }
        "gate" => gate(rest).check(id),
        "walking" => walking(rest).check(id),
        "schedule" => schedule(rest).check(id),
        "treatment" => treatment(rest).check(id),
        "record" => gaps(rest).check(id),
        "spine" => spine(rest).check(id),
        "neuromodulation" => neuromodulation(rest).check(id),
        "measured" => measured(rest).check(id),
        "electrodiagnosis" => electrodiagnosis(rest).check(id),
        other => panic!("the rules of {other} have no records that they read"),
    }
}

#[test]
fn every_rule_is_heard() {
    let unheard: Vec<String> = catalogue()
        .into_iter()
        .map(|rule| rule.id)
        .filter(|id| std::panic::catch_unwind(|| check(id)).is_err())
        .collect();
    assert!(unheard.is_empty(), "not heard, as told above: {unheard:#?}");
}

/// What is said beside a measured value.
fn measured(rest: &str) -> Heard {
    let readings = |list: Value| json!({"readings": list});
    let crp = |unit: &str, reference: &str| {
        readings(
            json!([{"what": "crp", "value": 12, "unit": unit, "reference": reference, "when": "3 May 2026"}]),
        )
    };
    match rest {
        "units" => Heard::of("which is 120 mg/L", crp("mg/dL", "0-5"), crp("mg/L", "0-5")),
        "range" => Heard::of(
            "above the reported range",
            crp("mg/L", "0-5"),
            crp("mg/L", "see report"),
        ),
        "body_mass" => {
            let weight = json!({"what": "weight", "value": 85, "unit": "kg", "when": "3 May 2026"});
            let height = json!({"what": "height", "value": 175, "unit": "cm", "when": "2019"});
            Heard::of(
                "27.8 kg/m²",
                readings(json!([weight, height])),
                readings(json!([weight])),
            )
        }
        other => panic!("{other}"),
    }
}

/// What is said beside nerve and muscle tests.
fn electrodiagnosis(rest: &str) -> Heard {
    let needle = |lasted: &str| {
        json!({"electrodiagnoses": [{"tests": ["needle_emg"], "when": "3 May 2026", "symptoms_for": lasted,
            "conclusions": [{"kind": "no_abnormality"}]}]})
    };
    match rest {
        "needle_early" => Heard::of(
            "Done 2 weeks after symptoms began",
            needle("2 weeks"),
            needle("5 weeks"),
        ),
        other => panic!("{other}"),
    }
}

/// What the map of the spine says of a level, and of how levels fit each other.
fn spine(rest: &str) -> Heard {
    let fusion = json!({"procedures": ["fusion"], "levels": "L4-L5", "when": "2015"});
    let injected = |started: &str| {
        let one = json!({"kind": "injection", "name": "facet injection", "levels": "L4-L5 facet", "started": started});
        json!({"surgeries": [fusion], "treatments": [one]})
    };
    match rest {
        "levels" => Heard::of(
            "L4-L5: fused, 2015 (operation 1)",
            json!({"surgeries": [fusion]}),
            json!({"surgeries": [{"procedures": ["laminectomy without fusion"], "levels": "L4-L5", "when": "2015"}]}),
        ),
        "hints" => Heard::of("At a fused level", injected("2018"), injected("2012")),
        other => panic!("{other}"),
    }
}

/// Lowest answers, one answer higher, and a blank are three different results in the letter, or where the form is entered as
/// a total alone, on the command line.
fn is_scored(one: &Instrument) {
    let of = |last: Last| {
        let score = answered(one, last);
        match one.id.as_str() {
            "nrs" | "odi" | "ndi" => {
                let cell = |answer: &Value| answer.as_f64().map(number).unwrap_or_default();
                let cells: Vec<String> = score["answers"].as_array().unwrap().iter().map(cell).collect();
                let scored = score_cells(one, &cells, &Options::default()).unwrap();
                format!("{:?} {:?} {}", scored.score, scored.reason, scored.missing)
            }
            _ => {
                let said = letter(&record(&json!({"scores": [score]})), &OwnRules::default());
                assert!(said.contains(&one.name), "{} stands in no letter", one.id);
                said
            }
        }
    };
    let (lowest, next, blank) = (of(Last::Lowest), of(Last::Next), of(Last::Blank));
    assert!(lowest != next && lowest != blank && next != blank, "{}", one.id);
}

fn scores(list: &[(&str, &str, f64)]) -> Value {
    let list = list
        .iter()
        .map(|(id, when, value)| total(instrument(id).unwrap(), when, *value));
    json!({"scores": list.collect::<Vec<_>>()})
}

fn change(rest: &str) -> Heard {
    let two =
        |id: &'static str, from: f64, to: f64| scores(&[(id, "4 May 2026", from), (id, "4 Nov 2026", to)]);
    let with = |mut lists: Value, more: Value| {
        lists["scores"].as_array_mut().unwrap().push(more);
        lists
    };
    match rest {
        "points" => Heard::of("16 points better", two("odi", 58.0, 42.0), two("odi", 42.0, 58.0)),
        "percent" => Heard::of("50 % better", two("nrs", 8.0, 4.0), two("nrs", 0.0, 4.0)),
        "either" => Heard::of(
            "but 30 %, as much as the 30 % that matters",
            two("odi", 20.0, 14.0),
            two("odi", 20.0, 15.0),
        ),
        "responder" => Heard::of(
            "that count as substantial",
            two("nrs", 8.0, 4.0),
            two("nrs", 8.0, 5.0),
        ),
        "comparable" => {
            let older = json!({"when": "4 Nov 2026", "measure": "odi", "version": "1.0", "value": 42});
            let first = || scores(&[("odi", "4 May 2026", 58.0)]);
            let same = total(instrument("odi").unwrap(), "4 Nov 2026", 42.0);
            Heard::of("cannot be compared", with(first(), older), with(first(), same))
        }
        "newest" => {
            let undated = json!({"measure": "odi", "version": "2.1a", "value": 70});
            let both = || two("odi", 58.0, 42.0);
            Heard::of("may be newer", with(both(), undated), both())
        }
        "same_day" => {
            let both = || two("odi", 58.0, 42.0);
            let again = total(instrument("odi").unwrap(), "4 Nov 2026", 50.0);
            Heard::of("the worse one is taken", with(both(), again), both())
        }
        "after_operation" => {
            let operated = |last: f64| {
                let mut lists = scores(&[
                    ("odi", "4 May 2025", 60.0),
                    ("odi", "4 May 2026", 20.0),
                    ("odi", "4 Nov 2026", last),
                ]);
                lists["surgeries"] = json!([{"procedures": ["Fusion"], "when": "4 Feb 2026"}]);
                lists
            };
            Heard::of("first after operation 1", operated(40.0), operated(22.0))
        }
        "figures" => Heard::of(
            "so sources differ on whether it matters",
            two("tug", 20.0, 18.0),
            two("tug", 20.0, 15.0),
        ),
        "error" => Heard::of(
            "it may be error of measurement",
            two("odi", 58.0, 48.0),
            two("odi", 58.0, 47.0),
        ),
        "clinic" => {
            let entry = json!({
                "id": "change.matters.odi", "value": "20", "who": "Dr Example", "on": "2026-05-03", "why": "agreed"
            });
            let record = record(&two("odi", 58.0, 42.0));
            let told = |rules: &OwnRules| said(&record, rules, OpioidTable::UsCdc2022);
            Heard {
                with: told(&OwnRules::of(&[entry]).0),
                without: told(&OwnRules::default()),
                words: "less than the 20 that matters (the clinic's own: Dr Example".to_owned(),
            }
        }
        other => panic!("change.{other} has no two records"),
    }
}

fn treatments(list: &[Value]) -> Value {
    json!({"treatments": list})
}

fn gate(rest: &str) -> Heard {
    match rest {
        "mri" => {
            let device = |mri: Value| {
                let part = |kind: &str| json!({"kind": kind, "state": "in_use", "mri": mri});
                json!({
                    "background": {"implants_mri": {"missing": "absent"}},
                    "devices": [{"name": "Stimulator", "parts": [part("generator"), part("lead")]}]
                })
            };
            Heard::of(
                "Warning: MRI status is not clear",
                device(json!("unknown")),
                device(json!("safe")),
            )
        }
        "bleeding" => Heard::of(
            "apixaban: ",
            json!({"anticoagulants": [{"name": "apixaban", "class": "factor_xa_inhibitor", "taking": "yes"}]}),
            json!({"background": {"anticoagulants": {"missing": "absent"}}}),
        ),
        "kidney" => {
            let measured = |when: &str| {
                json!({
                    "anticoagulants": [{"name": "apixaban", "class": "factor_xa_inhibitor", "taking": "yes",
                        "last_dose": "24 Nov 2026", "indication": "atrial fibrillation"}],
                    "background": {"anticoagulants": {"missing": "absent"}},
                    "readings": [{"what": "egfr", "value": 71, "unit": "mL/min", "when": when}]
                })
            };
            Heard::of("kidney function", measured("2 Nov 2024"), measured("2 Nov 2026"))
        }
        "steroid" => {
            let given = |dose: &str| {
                treatments(&[json!({
                    "kind": "injection", "name": "Epidural steroid injection", "levels": "L4-L5", "started": "2 Nov 2026",
                    "dose": dose
                })])
            };
            Heard::of(
                "Steroid, dexamethasone: 8 mg in twelve months",
                given("dexamethasone 8 mg"),
                given("lidocaine 40 mg"),
            )
        }
        "injection" => {
            let asked = |reply: &str| {
                json!({"checks": [{
                    "asked_on": "2026-11-24", "intervention": "epidural_interlaminar", "replies": {"infection": reply}
                }]})
            };
            Heard::of("Recorded: fever or infection", asked("yes"), asked("no"))
        }
        "self_harm" => {
            let taken = |ninth: u8| {
                json!({"scores": [{"measure": "instrument", "when": "24 Nov 2026", "instrument": "phq-9",
                    "answers": [0, 0, 0, 0, 0, 0, 0, 0, ninth]}]})
            };
            Heard::of("Self-harm item positive", taken(1), taken(0))
        }
        other => panic!("gate.{other} has no two records"),
    }
}

fn walking(rest: &str) -> Heard {
    let good = || week(16, 600, 3, 3);
    match rest {
        "clearance" => {
            let open = |reply: &str| {
                let mut lists = programme(10, None, &[]);
                lists["walking_events"] = json!([]);
                lists["walking_plans"][0]["answers"][6]["reply"] = json!(reply);
                lists
            };
            Heard::of("clear: false", open("unknown"), open("yes"))
        }
        "care" => {
            let seen = |severity: &str| {
                json!({"imaging": [{"modality": "mri", "findings": [
                    {"kind": "central_stenosis", "severity": severity, "levels": "L4-L5"}]}]})
            };
            Heard::of(
                "Stenosis or claudication: walk in intervals",
                seen("severe"),
                seen("mild"),
            )
        }
        "start" => Heard::of(
            "80 %",
            programme(5, Some([8, 8, 6]), &[]),
            programme(5, None, &[]),
        ),
        "quota" => Heard::of(
            "advice: Raise",
            programme(10, None, &good()),
            programme(10, None, &good()[..2]),
        ),
        "week" => Heard::of(
            "Back pain rose from 3 to 7",
            programme(10, None, &week(16, 600, 3, 7)),
            programme(10, None, &good()),
        ),
        "pause" => {
            let mut paused = programme(10, None, &good());
            paused["walking_events"].as_array_mut().unwrap().push(json!({
                "on": "2026-11-21", "what": {"is": "paused", "symptoms": ["fall"]}, "by": "walking diary",
                "at": "2026-11-21T09:00:00Z", "reason": "a fall"
            }));
            Heard::of("advice: Pause", paused, programme(10, None, &good()))
        }
        "adherence" => Heard::of(
            "3 of 5 (60 %)",
            programme(10, None, &[&good()[..3], &[missed(19), missed(20)]].concat()),
            programme(10, None, &[&good()[..3], &[walked(19, 600, 3, 3)]].concat()),
        ),
        other => panic!("walking.{other} has no two records"),
    }
}

fn schedule(rest: &str) -> Heard {
    let treated = |kind: &str, name: &str, on: &str| json!({"treatments": [{"kind": kind, "name": name, "started": on}]});
    let operated = |on: &str| json!({"surgeries": [{"procedures": ["Fusion"], "when": on}]});
    match rest {
        "general" => Heard::of(
            "Plan for surgery or another treatment",
            operated("2 Nov 2026"),
            operated("2 Nov 2019"),
        ),
        "epidural_steroid" => Heard::of(
            "Plan for epidural steroid injection",
            treated("injection", "Epidural steroid injection", "2 Nov 2026"),
            treated("injection", "Epidural steroid injection", "2 Nov 2019"),
        ),
        "medial_branch_block" => Heard::of(
            "Plan for medial branch block",
            treated("block", "Medial branch block", "24 Nov 2026"),
            treated("block", "Medial branch block", "2 Nov 2019"),
        ),
        "radiofrequency" => Heard::of(
            "Plan for radiofrequency treatment",
            treated("radiofrequency", "Radiofrequency ablation", "2 Nov 2026"),
            treated("radiofrequency", "Radiofrequency ablation", "2 Nov 2019"),
        ),
        "stimulator_trial" => Heard::of(
            "Plan for trial of a stimulator",
            treated("neuromodulation_trial", "Trial", "20 Nov 2026"),
            treated("neuromodulation_implant", "Stimulator", "20 Nov 2026"),
        ),
        "stimulator_implant" => Heard::of(
            "Plan for implant of a stimulator",
            treated("neuromodulation_implant", "Stimulator", "20 Nov 2026"),
            treated("neuromodulation_trial", "Trial", "20 Nov 2026"),
        ),
        "opioid" => Heard::of(
            "Plan for start or change of an opioid",
            treatments(&[drug("oxycodone", "10 mg", "twice a day")]),
            treatments(&[drug("ibuprofen", "400 mg", "twice a day")]),
        ),
        "walking" => {
            let mut waiting = programme(10, None, &[]);
            waiting["walking_events"] = json!([]);
            Heard::of("Plan for walking programme", programme(10, None, &[]), waiting)
        }
        "baseline" => {
            let before = |on: &str| {
                let mut lists = operated("2 Nov 2026");
                lists["scores"] = scores(&[("odi", on, 40.0)])["scores"].clone();
                lists
            };
            Heard::of(
                "stale: older than 2 months",
                before("2 Aug 2026"),
                before("12 Oct 2026"),
            )
        }
        "domains" => {
            let after = |id: &'static str| {
                let mut lists = operated("13 Oct 2026");
                lists["scores"] = scores(&[(id, "24 Nov 2026", 4.0)])["scores"].clone();
                lists
            };
            Heard::of("Covered: physical function", after("odi"), after("nrs"))
        }
        "calls" => Heard::of("Was due from", operated("25 Sep 2026"), operated("2 Sep 2026")),
        "next_visit" => {
            let planned =
                |next: &str| json!({"visits": [{"kind": "follow_up", "when": "2 Nov 2026", "next": next}]});
            Heard::of(
                "none recorded since",
                planned("20 Nov 2026"),
                planned("24 Nov 2026"),
            )
        }
        other => panic!("schedule.{other} has no two records"),
    }
}

fn treatment(id: &str) -> Heard {
    let block = |kind: &str, relief: u32| {
        let responses = json!([{"when": "1 Oct 2026", "relief": {"value": relief}}]);
        json!({"treatments": [{"kind": kind, "name": "nerve root block", "started": "Sep 2026", "responses": responses}]})
    };
    match id {
        "ladder" => Heard::of(
            "Injection: nerve root block",
            block("block", 50),
            block("other", 50),
        ),
        "effect" => Heard::of("nerve root block Helped", block("block", 30), block("block", 29)),
        "between" => {
            let beside = |started: &str| {
                let mut lists = block("block", 50);
                let other = json!({"kind": "injection", "name": "facet injection", "started": started});
                lists["treatments"].as_array_mut().unwrap().push(other);
                lists
            };
            Heard::of(
                "began in between: treatment 2 (facet injection)",
                beside("28 Sep 2026"),
                beside("20 Oct 2026"),
            )
        }
        "before_after" => {
            let beside = |before: &str| {
                let mut lists = block("block", 50);
                lists["scores"] = json!([
                    {"measure": "odi", "value": 58, "when": before}, {"measure": "odi", "value": 40, "when": "9 Oct 2026"}
                ]);
                lists
            };
            Heard::of(
                "unjudged: \"the last score before it is older than 2 months\"",
                beside("3 Jun 2026"),
                beside("3 Aug 2026"),
            )
        }
        other => panic!("{other} has no two records"),
    }
}

fn neuromodulation(id: &str) -> Heard {
    let trial = |leg: i64, first: u32| {
        let day = |on: u32, leg: i64| json!({"neuromodulation": "neuromodulation 1", "on": format!("2026-03-{on:02}"), "leg": leg});
        let before = (first..10).map(|on| day(on, 8));
        let diary: Vec<Value> = before.chain((13..20).map(|on| day(on, leg))).collect();
        json!({
            "neuromodulations": [{"therapy": "spinal_cord", "targets": ["leg"]}],
            "neuromodulation_steps": [{"neuromodulation": "neuromodulation 1", "when": "10 Mar 2026",
                "what": {"trial": {"ended": "19 Mar 2026"}}}],
            "trial_days": diary
        })
    };
    let refill =
        |due: &str| json!({"pump_settings": [{"what": "filled", "when": "May 2026", "refill_due": due}]});
    match id {
        "means" => Heard::of("Mean before the trial 8.0 (4 of 7 days", trial(4, 6), trial(4, 7)),
        "criterion" => Heard::of("50 % criterion for leg pain: met", trial(4, 3), trial(5, 3)),
        "refill" => Heard::of(
            "Refill overdue since 23 Nov 2026",
            refill("23 Nov 2026"),
            refill("24 Nov 2026"),
        ),
        other => panic!("{other} has no two records"),
    }
}

fn gaps(id: &str) -> Heard {
    assert_eq!(id, "gaps");
    let odi = |when: &str| json!({"scores": [{"measure": "odi", "value": 40, "when": when}]});
    Heard::of(
        "The last score is of 3 May 2026",
        odi("3 May 2026"),
        odi("3 Nov 2026"),
    )
}
