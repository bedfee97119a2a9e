//! Nothing is listed that does nothing: for every input of every rule, and for every limit, there is a record file that
//! makes the view and the letter say something else. A new rule, reading or limit without one fails here.

use super::*;
use crate::letter::{Request, letter_text};
use lamina_domain::red_flag::{Catalogue, FlagRule, Settings, catalogue::Condition, reading::DerivedReading};
use std::collections::BTreeSet;

/// The lists of a record file in the making.
struct File(Value);

impl File {
    fn new() -> Self {
        File(json!({
            "flags": [], "surgeries": [], "treatments": [], "symptoms": [], "scores": [], "anticoagulants": [],
            "imaging": [], "readings": [], "examinations": [], "background": {}
        }))
    }

    fn add(&mut self, list: &str, one: Value) {
        self.0[list].as_array_mut().unwrap().push(one);
    }

    fn asked(&mut self, on: &str, mut one: Value) {
        one["asked_on"] = json!(on);
        one["recorded"] = json!(format!("{on}T10:00:00Z"));
        self.add("flags", one);
    }

    fn measured(&mut self, on: &str, (what, value, unit): (&str, f64, &str)) {
        self.add("readings", reading(on, what, value, unit));
    }

    fn examined(&mut self, on: &str, power: Value) {
        self.add("examinations", examination(on, power));
    }

    /// Adds what makes `name` present: a yes, or what the reading is read from.
    fn input(&mut self, name: &str) {
        let Some(derived) = DerivedReading::named(name) else {
            let answer = json!({"answers": {name: {"is": "yes", "course": "new"}}});
            return self.asked("2026-11-24", answer);
        };
        let toe = |side: &str, grade: &str| json!({"muscle": "l5", "side": side, "power": grade});
        let procedure = |kind: &str, when: &str| json!({"kind": kind, "name": "L5 root", "started": when});
        let operation =
            |levels: &str, when: &str| json!({"procedures": ["surgery"], "levels": levels, "when": when});
        // No arm for the rest: a reading that is added has to be given its record here.
        match derived {
            DerivedReading::ResidualUrineRaised => {
                self.measured("2026-11-24", ("residual_urine", 300.0, "mL"))
            }
            DerivedReading::FeverMeasured => self.measured("2026-11-24", ("temperature", 39.0, "°C")),
            DerivedReading::BreathsLow => self.measured("2026-11-24", ("breaths", 6.0, "/min")),
            DerivedReading::CrpRising => {
                for (on, value) in [("2026-11-20", 1.0), ("2026-11-24", 9.0)] {
                    self.measured(on, ("crp", value, "mg/L"));
                }
            }
            DerivedReading::EsrRising => {
                for (on, value) in [("2026-11-20", 4.0), ("2026-11-24", 19.0)] {
                    self.measured(on, ("esr", value, "mm/h"));
                }
            }
            DerivedReading::CrpRaised => self.measured("2026-11-24", ("crp", 85.0, "mg/L")),
            DerivedReading::EsrRaised => self.measured("2026-11-24", ("esr", 40.0, "mm/h")),
            DerivedReading::EsrHighAfterOperation => {
                self.measured("2026-11-24", ("esr", 80.0, "mm/h"));
                self.add("surgeries", operation("L4-L5", "2 Nov 2026"));
            }
            DerivedReading::OperationRecent | DerivedReading::OperationInWoundWindow => {
                self.add("surgeries", operation("L4-L5", "2 Nov 2026"));
            }
            DerivedReading::OperationNeckOrChest => self.add("surgeries", operation("C5-C6", "2 Nov 2019")),
            DerivedReading::InjectionRecent => self.add("treatments", procedure("injection", "2 Nov 2026")),
            DerivedReading::ProcedureRecent => {
                self.add(
                    "imaging",
                    json!({"modality": "discography", "when": "2 Nov 2026", "conclusion": "as expected"}),
                );
            }
            DerivedReading::ProcedureWithinDays => {
                self.add("treatments", procedure("radiofrequency", "22 Nov 2026"))
            }
            DerivedReading::DeviceInSitu => {
                self.add("treatments", procedure("neuromodulation_implant", "2 Nov 2019"))
            }
            DerivedReading::TrialLeadIn => {
                self.add("treatments", procedure("neuromodulation_trial", "10 Nov 2026"))
            }
            DerivedReading::BloodThinner => self.add(
                "anticoagulants",
                json!({"name": "apixaban", "class": "factor_xa_inhibitor", "taking": "yes"}),
            ),
            DerivedReading::AgeOverTumourBand | DerivedReading::AgeOverFractureBand => {
                self.0["born"] = json!("1950")
            }
            DerivedReading::AgeUnderTumourBand => self.0["born"] = json!("2010"),
            DerivedReading::OnsetUnderInflammatoryBand => {
                self.add("symptoms", json!({"site": "back", "onset": "age 30"}));
            }
            DerivedReading::PowerDropped => {
                for (on, grade) in [("2026-11-02", "5"), ("2026-11-24", "4")] {
                    self.examined(on, json!([toe("left", grade)]));
                }
            }
            DerivedReading::PowerDroppedBothSides => {
                for (on, grade) in [("2026-11-02", "5"), ("2026-11-24", "4")] {
                    self.examined(on, json!([toe("left", grade), toe("right", grade)]));
                }
            }
            DerivedReading::PowerDroppedFast => {
                for (on, grade) in [("2026-11-23", "5"), ("2026-11-24", "4")] {
                    self.examined(on, json!([toe("left", grade)]));
                }
            }
            DerivedReading::PowerLow => self.examined("2026-11-24", json!([toe("left", "3")])),
            DerivedReading::SaddleAlteredExamined => {
                self.add(
                    "examinations",
                    json!({"when": "24 Nov 2026", "saddle": {"value": "altered"}}),
                );
            }
            DerivedReading::AnalToneReducedExamined => {
                self.add(
                    "examinations",
                    json!({"when": "24 Nov 2026", "anal_tone": {"value": "reduced"}}),
                );
            }
            DerivedReading::TractSignExamined => {
                let sign = json!({"sign": "hoffmann", "side": "left", "found": "present"});
                self.add("examinations", json!({"when": "24 Nov 2026", "signs": [sign]}));
            }
            DerivedReading::FootDropExamined => {
                self.add(
                    "examinations",
                    json!({"when": "24 Nov 2026", "gait": ["foot_drop"]}),
                );
            }
            DerivedReading::ItemNinePositive => self.add(
                "scores",
                json!({"measure": "instrument", "when": "24 Nov 2026", "instrument": "phq-9",
                       "answers": [0, 0, 0, 0, 0, 0, 0, 0, 1]}),
            ),
        }
    }

    fn of(inputs: &BTreeSet<String>) -> Record {
        let mut file = File::new();
        for name in inputs {
            file.input(name);
        }
        file.read()
    }

    fn read(mut self) -> Record {
        let born = match self.0.as_object_mut().unwrap().remove("born") {
            Some(born) => born,
            None => json!("1980"),
        };
        self.0["patient"] = json!({"family": "Sample", "born": born});
        let document = json!({"format": "lamina-record", "version": 1, "patients": [self.0]});
        Document::read(document.to_string().as_bytes(), today())
            .unwrap()
            .patients
            .remove(0)
    }
}

/// Sets of inputs that make `condition` hold, so that every input of it stands in one of them.
fn ways(condition: &Condition) -> Vec<BTreeSet<String>> {
    match condition {
        Condition::Input(name) => vec![BTreeSet::from([name.clone()])],
        Condition::Any(of) => of.any.iter().flat_map(ways).collect(),
        Condition::All(of) => {
            let parts: Vec<Vec<BTreeSet<String>>> = of.all.iter().map(ways).collect();
            let with = |at: usize, way: &BTreeSet<String>| {
                let others = parts.iter().enumerate().filter(|(place, _)| *place != at);
                let mut all = way.clone();
                all.extend(others.flat_map(|(_, ways)| ways[0].clone()));
                all
            };
            parts
                .iter()
                .enumerate()
                .flat_map(|(at, ways)| ways.iter().map(move |way| (at, way)))
                .map(|(at, way)| with(at, way))
                .collect()
        }
    }
}

fn said(record: &Record, rule: &FlagRule) -> Option<(Level, Vec<String>)> {
    let view = look(record);
    let fired = view.fired.into_iter().find(|one| one.rule == rule.id)?;
    assert!(
        letter_text(record, &Request::default(), today()).contains(&fired.wording),
        "{} is in no letter",
        rule.id
    );
    Some((fired.level, fired.inputs))
}

#[test]
fn every_input_of_every_rule_changes_what_the_view_and_the_letter_say() {
    for rule in Catalogue::built_in().unwrap().rules() {
        for clause in &rule.clause {
            for way in ways(&clause.when) {
                let (level, inputs) = said(&File::of(&way), rule)
                    .unwrap_or_else(|| panic!("{} does not fire on {way:?}", rule.id));
                assert!(level >= clause.level, "{} reaches {level:?} on {way:?}", rule.id);
                for input in &way {
                    let without: BTreeSet<String> = way.iter().filter(|one| *one != input).cloned().collect();
                    assert_ne!(
                        said(&File::of(&without), rule),
                        Some((level, inputs.clone())),
                        "{} says the same on {way:?} without {input}",
                        rule.id
                    );
                }
            }
        }
    }
}

#[test]
fn every_level_that_a_rule_can_have_is_said_or_lowered_to() {
    for rule in Catalogue::built_in().unwrap().rules() {
        let reached: BTreeSet<Level> = rule
            .clause
            .iter()
            .flat_map(|clause| ways(&clause.when))
            .filter_map(|way| said(&File::of(&way), rule))
            .map(|(level, _)| level)
            .collect();
        for level in rule.wording.keys() {
            let lowered = rule.id == "red_flag.neuro" && *level == Level::Urgent;
            assert!(
                reached.contains(level) || lowered,
                "{} never says {level:?}",
                rule.id
            );
        }
    }
}

/// A record that is read otherwise once the limit has the number.
fn at_the_limit(id: &str) -> (Record, i64) {
    let mut file = File::new();
    let yes = |question: &str| json!({"answers": {question: {"is": "yes", "course": "new"}}});
    let no = |question: &str| json!({"answers": {question: {"is": "no"}}});
    let crp = |value: f64| ("crp", value, "mg/L");
    let esr = |value: f64| ("esr", value, "mm/h");
    let toe = |grade: &str| json!([{"muscle": "l5", "side": "left", "power": grade}]);
    let operated = |when: &str| json!({"procedures": ["surgery"], "levels": "L4-L5", "when": when});
    let number = match id.trim_start_matches("red_flag.") {
        "symptom_days" => {
            file.asked("2026-11-05", no("fever"));
            30
        }
        "sign_days" => {
            file.asked("2026-10-20", no("anal_tone"));
            60
        }
        "risk_days" => {
            file.asked("2025-10-20", no("inflammatory_spine"));
            500
        }
        "new_days" => {
            let since = json!({"is": "yes", "course": "long_standing_unchanged", "since": "5 Nov 2026"});
            file.asked("2026-11-24", json!({"answers": {"saddle_numbness": since}}));
            30
        }
        "fever_tenths" => {
            file.measured("2026-11-24", ("temperature", 37.8, "°C"));
            375
        }
        "reading_days" => {
            file.measured("2026-11-05", ("temperature", 39.0, "°C"));
            file.asked("2026-11-24", yes("numbness"));
            30
        }
        "laboratory_days" => {
            file.measured("2026-10-01", crp(85.0));
            file.asked("2026-11-24", yes("increasing_back_pain"));
            90
        }
        "residual_urine_ml" => {
            file.measured("2026-11-24", ("residual_urine", 150.0, "mL"));
            100
        }
        "recent_weeks" => {
            file.add("surgeries", operated("1 Jun 2026"));
            file.asked("2026-11-24", yes("night_pain"));
            40
        }
        "procedure_days" => {
            file.add(
                "treatments",
                json!({"kind": "block", "name": "L5 root", "started": "14 Nov 2026"}),
            );
            file.asked("2026-11-24", yes("weakness"));
            14
        }
        "crp_rise" => {
            file.measured("2026-11-20", crp(2.0));
            file.measured("2026-11-24", crp(6.0));
            file.asked("2026-11-24", yes("diabetes"));
            3
        }
        "esr_rise" => {
            file.measured("2026-11-20", esr(5.0));
            file.measured("2026-11-24", esr(12.0));
            file.asked("2026-11-24", yes("diabetes"));
            5
        }
        "crp_raised" => {
            file.measured("2026-11-24", crp(8.0));
            file.asked("2026-11-24", yes("increasing_back_pain"));
            5
        }
        "esr_raised" => {
            file.measured("2026-11-24", esr(15.0));
            file.asked("2026-11-24", yes("increasing_back_pain"));
            10
        }
        "crp_peak_days" => {
            file.add("surgeries", operated("20 Nov 2026"));
            file.measured("2026-11-24", crp(80.0));
            file.asked("2026-11-24", yes("increasing_back_pain"));
            10
        }
        "esr_late" => {
            file.add("surgeries", operated("2 Nov 2026"));
            file.measured("2026-11-24", esr(45.0));
            file.asked("2026-11-24", yes("night_pain"));
            40
        }
        "esr_late_days" => {
            file.add("surgeries", operated("15 Nov 2026"));
            file.measured("2026-11-24", esr(60.0));
            file.asked("2026-11-24", yes("night_pain"));
            7
        }
        "power_steps" => {
            file.examined("2026-11-02", toe("5"));
            file.examined("2026-11-24", toe("4+"));
            2
        }
        "power_fast_days" => {
            file.examined("2026-11-20", toe("5"));
            file.examined("2026-11-24", toe("4"));
            5
        }
        "tumour_age_over" => {
            file.asked("2026-11-24", yes("new_different_pain"));
            40
        }
        "tumour_age_under" => {
            file.0["born"] = json!("2001");
            file.asked("2026-11-24", yes("new_different_pain"));
            30
        }
        "fracture_age_over" => {
            file.asked("2026-11-24", yes("minor_strain"));
            40
        }
        "inflammatory_age_under" => {
            file.add("symptoms", json!({"site": "back", "onset": "age 46"}));
            file.asked("2026-11-24", yes("morning_stiffness"));
            50
        }
        "wound_days" => {
            file.0["background"] = json!({"implants_mri": {"missing": "absent"}});
            file.add("surgeries", operated("15 Oct 2026"));
            file.asked("2026-11-24", yes("fever"));
            60
        }
        "wound_implant_days" => {
            file.add("surgeries", operated("15 Oct 2026"));
            file.asked("2026-11-24", yes("fever"));
            20
        }
        "breaths_under" => {
            file.measured("2026-11-24", ("breaths", 11.0, "/min"));
            13
        }
        other => panic!("the limit {other} has no record that it changes"),
    };
    (file.read(), number)
}

#[test]
fn every_limit_changes_what_the_view_and_the_letter_say() {
    for limit in Settings::limits() {
        let (record, number) = at_the_limit(&limit.id);
        let set = |number: Option<i64>| {
            let mut rules = OwnRules::default();
            if let Some(number) = number {
                assert_eq!(
                    rules.red_flags.set(&limit.id, number),
                    Some(Ok(())),
                    "{}",
                    limit.id
                );
            }
            let view = red_flags(&record, &rules, today(), Default::default());
            let request = Request {
                rules,
                ..Request::default()
            };
            (view, letter_text(&record, &request, today()))
        };
        let (view, letter) = set(None);
        let (set_view, set_letter) = set(Some(number));
        assert_ne!(view, set_view, "{} changes nothing in the view", limit.id);
        assert_ne!(letter, set_letter, "{} changes nothing in the letter", limit.id);
    }
}
