//! Every rule by its inputs: which combination reaches which level, and which does not.

use super::*;
use crate::{
    rule::red_flag::facts::{ActiveDevice, OnsetAge},
    value::{answer::Missing, born::Birth},
};
use rstest::rstest;

const E0: Option<Level> = Some(Level::Emergency);
const E1: Option<Level> = Some(Level::SameDay);
const U: Option<Level> = Some(Level::Urgent);
const C: Option<Level> = Some(Level::Caution);

#[rstest]
#[case::ces("ces", "bladder_difficulty", E0)]
#[case::ces("ces", "bladder_leak", E0)]
#[case::ces("ces", "bladder_feeling", E0)]
#[case::ces("ces", "bowel_control", E0)]
#[case::ces("ces", "saddle_numbness", E0)]
#[case::ces("ces", "sexual_change", E0)]
#[case::ces("ces", "both_legs", E0)]
#[case::ces("ces", "anal_tone", E0)]
#[case::cord("cord", "limb_clumsiness", E1)]
#[case::cord("cord", "unsteady_gait", E1)]
#[case::cord("cord", "hoffmann", E1)]
#[case::cord("cord", "clonus", E1)]
#[case::cord("cord", "plantar_up", E1)]
#[case::cord("cord", "clonus bladder_leak", E0)]
#[case::cord("cord", "unsteady_gait weakness", E0)]
#[case::cord("cord", "thoracic_pain", None)]
#[case::cord("cord", "thoracic_pain numbness", E1)]
#[case::cord("cord", "thoracic_pain weakness", E0)]
#[case::cord("cord", "bladder_leak", None)]
#[case::motor("motor", "weakness", E1)]
#[case::motor("motor", "foot_drop", E1)]
#[case::motor("motor", "weakness weakness_fast", E0)]
#[case::motor("motor", "weakness weakness_both_sides", E0)]
#[case::motor("motor", "foot_drop saddle_numbness", E0)]
#[case::motor("motor", "saddle_numbness", None)]
#[case::neuro("neuro", "numbness", E1)]
#[case::neuro("neuro", "tingling", E1)]
#[case::neuro("neuro", "weakness", E1)]
#[case::neuro("neuro", "tingling nerve_spreading", E0)]
#[case::neuro("neuro", "nerve_spreading", None)]
#[case::infect("infect", "fever", E1)]
#[case::infect("infect", "rigors", E1)]
#[case::infect("infect", "chills", U)]
#[case::infect("infect", "night_sweats", U)]
#[case::infect("infect", "wound_pus", U)]
#[case::infect("infect", "chills immune_risk", E1)]
#[case::infect("infect", "night_sweats injecting_drugs", E1)]
#[case::infect("infect", "chills recent_infection", E1)]
#[case::infect("infect", "chills long_term_steroids", E1)]
#[case::infect("infect", "night_sweats diabetes", E1)]
#[case::infect("infect", "immune_risk increasing_back_pain", E1)]
#[case::infect("infect", "injecting_drugs increasing_back_pain", E1)]
#[case::infect("infect", "injecting_drugs new_different_pain", E1)]
#[case::infect("infect", "recent_infection new_different_pain", E1)]
#[case::infect("infect", "diabetes increasing_back_pain", None)]
#[case::infect("infect", "immune_risk", None)]
#[case::infect("infect", "constant_pain", None)]
#[case::infect("infect", "very_unwell", E0)]
#[case::infect("infect", "stiff_neck", E0)]
#[case::infect("infect", "fever weakness", E0)]
#[case::infect("infect", "chills numbness", E0)]
#[case::tumour("tumour", "weight_loss", U)]
#[case::tumour("tumour", "constant_pain night_pain", U)]
#[case::tumour("tumour", "constant_pain", None)]
#[case::tumour("tumour", "cancer_history", None)]
#[case::tumour("tumour", "cancer_history new_different_pain", U)]
#[case::tumour("tumour", "cancer_history night_pain", E1)]
#[case::tumour("tumour", "cancer_history constant_pain", E1)]
#[case::tumour("tumour", "cancer_history increasing_back_pain", E1)]
#[case::tumour("tumour", "cancer_history strain_pain", E1)]
#[case::tumour("tumour", "cancer_history thoracic_pain", E1)]
#[case::tumour("tumour", "cancer_history midline_tenderness", E1)]
#[case::tumour("tumour", "cancer_history tingling", E0)]
#[case::tumour("tumour", "cancer_history unsteady_gait", E0)]
#[case::tumour("tumour", "cancer_history bladder_leak", E0)]
#[case::tumour("tumour", "thoracic_pain", U)]
#[case::tumour("tumour", "strain_pain", None)]
#[case::tumour("tumour", "many_sites", None)]
#[case::tumour("tumour", "many_sites night_pain", U)]
#[case::tumour("tumour", "cancer_history weakness", E0)]
#[case::tumour("tumour", "weight_loss numbness", E1)]
#[case::tumour("tumour", "constant_pain night_pain foot_drop", E1)]
#[case::fract("fract", "fall_or_accident", E1)]
#[case::fract("fract", "sudden_severe_pain", E1)]
#[case::fract("fract", "new_deformity", E1)]
#[case::fract("fract", "midline_tenderness", E1)]
#[case::fract("fract", "thoracic_pain", None)]
#[case::fract("fract", "thoracic_pain osteoporosis", E1)]
#[case::fract("fract", "minor_strain", None)]
#[case::fract("fract", "osteoporosis", None)]
#[case::fract("fract", "minor_strain osteoporosis", E1)]
#[case::fract("fract", "minor_strain long_term_steroids", E1)]
#[case::wound("wound", "wound_redness", E1)]
#[case::wound("wound", "wound_swelling", E1)]
#[case::wound("wound", "wound_pus", E1)]
#[case::wound("wound", "wound_open", E1)]
#[case::wound("wound", "wound_clear_fluid", E1)]
#[case::wound("wound", "headache_upright", E1)]
#[case::wound("wound", "fever", None)]
#[case::device("device", "pocket_redness", E1)]
#[case::device("device", "pocket_open", E1)]
#[case::device("device", "stimulation_change", E1)]
#[case::device("device", "pump_alarm", E1)]
#[case::device("device", "pump_withdrawal", E0)]
#[case::device("device", "pump_alarm stiff_neck", E0)]
#[case::device("device", "pocket_redness very_unwell", E0)]
#[case::device("device", "stimulation_change weakness", E0)]
#[case::device("device", "fever", None)]
#[case::device("device", "chills", None)]
#[case::procedure("procedure", "weakness", None)]
#[case::sudden("sudden", "sudden_severe_pain", E1)]
#[case::inflam("inflam", "inflammatory_spine", C)]
#[case::inflam("inflam", "morning_stiffness", None)]
#[case::vasc("vasc", "calf_pain_standing_eases", E1)]
#[case::vasc("vasc", "absent_pulses", E1)]
#[case::vasc("vasc", "one_leg_swollen", E1)]
#[case::vasc("vasc", "pulsating_belly", E1)]
#[case::vasc("vasc", "aneurysm", C)]
#[case::vasc("vasc", "aneurysm sudden_severe_pain", E0)]
#[case::vasc("vasc", "aneurysm new_different_pain", E0)]
#[case::vasc("vasc", "pulsating_belly increasing_back_pain", E0)]
#[case::vasc("vasc", "cold_limb", E0)]
#[case::vasc("vasc", "absent_pulses sudden_severe_pain", E0)]
#[case::vasc("vasc", "chest_pain_breathless", E0)]
#[case::mind("mind", "self_harm", E1)]
#[case::mind("mind", "self_harm_plan", E0)]
#[case::opioid("opioid", "hard_to_wake", E0)]
#[case::opioid("opioid", "slow_breathing", E0)]
#[case::opioid("opioid", "opioid_with_sedative", C)]
fn answers_reach_their_level(#[case] rule: &str, #[case] answers: &str, #[case] level: Option<Level>) {
    let case = answers
        .split(' ')
        .fold(Case::default(), |case, question| case.yes(question, 0));
    assert_eq!(case.level(rule), level);
    if let Some(fired) = case.fired(rule) {
        assert!(
            fired
                .evidence
                .iter()
                .all(|one| answers.split(' ').any(|asked| asked == one.input)),
            "only what was answered is named: {:?}",
            fired.evidence
        );
    }
}

#[rstest]
#[case::within("21 Sep 2026", "constant_pain", U)]
#[case::last_day("31 Aug 2026", "constant_pain", U)]
#[case::one_day_over("30 Aug 2026", "constant_pain", None)]
#[case::with_risk("21 Sep 2026", "constant_pain immune_risk", E1)]
#[case::risk_but_long_ago("21 Sep 2020", "constant_pain immune_risk", None)]
#[case::pus("21 Sep 2026", "wound_pus", E1)]
#[case::month_that_reaches_in("Aug 2026", "constant_pain", U)]
#[case::year_that_reaches_in("2026", "night_pain", U)]
fn infection_after_an_operation(#[case] when: &str, #[case] answers: &str, #[case] level: Option<Level>) {
    let case = answers
        .split(' ')
        .fold(Case::default(), |case, question| case.yes(question, 0));
    assert_eq!(case.operated(when).level("infect"), level);
}

#[test]
fn an_injection_counts_like_an_operation_for_infection_and_not_for_the_wound_window() {
    let case = Case::default()
        .yes("chills", 0)
        .event(Event::Injection, "9 Nov 2026", "L5 root");
    assert_eq!(case.level("infect"), E1);
    let case = Case::default()
        .yes("fever", 0)
        .event(Event::Injection, "9 Nov 2026", "L5 root");
    assert_eq!(case.level("wound"), None);
}

#[rstest]
#[case::superficial(false, 30, E1)]
#[case::superficial_over(false, 31, None)]
#[case::implant(true, 90, E1)]
#[case::implant_over(true, 91, None)]
fn fever_counts_within_the_wound_window(
    #[case] implant: bool,
    #[case] days: u64,
    #[case] level: Option<Level>,
) {
    let when = ago(days).format("%Y-%m-%d").to_string();
    let case = Case::default()
        .yes("fever", 0)
        .event(Event::Operation { implant }, &when, "L4-L5");
    assert_eq!(case.level("wound"), level);
}

fn with_device(case: Case, removed: Option<&str>) -> Case {
    let mut case = case;
    case.facts.devices = Answer::Value(vec![ActiveDevice {
        name: Text::new("Spinal cord stimulator").unwrap(),
        recorded: morning(ago(400)),
        removed: removed.map(|when| when.parse().unwrap()),
    }]);
    case
}

#[test]
fn a_device_lifts_fever_numbness_and_weakness() {
    let device = |question: &str| with_device(Case::default().yes(question, 0), None);
    assert_eq!(device("fever").level("device"), E1);
    assert_eq!(device("numbness").level("device"), E1);
    assert_eq!(device("weakness").level("device"), E0);
    assert_eq!(device("saddle_numbness").level("device"), E0);
    assert_eq!(device("chills").level("infect"), E1);
    let removed = |when: &str| with_device(Case::default().yes("fever", 0), Some(when)).level("device");
    assert_eq!(removed("2024"), None);
    assert_eq!(removed("23 Nov 2026"), None);
    assert_eq!(removed("Nov 2026"), E1, "it may still be there");
    assert_eq!(removed("unknown"), E1, "nobody knows that it is out");
}

#[test]
fn bladder_symptoms_after_a_neck_operation_concern_the_cord() {
    let after = |levels: &str| {
        Case::default()
            .yes("bladder_leak", 0)
            .event(Event::Operation { implant: true }, "2024", levels)
            .level("cord")
    };
    assert_eq!(after("C5-C6"), E0);
    assert_eq!(after("T11-T12"), E0);
    assert_eq!(after("L4-L5"), None);
}

#[test]
fn an_operation_without_a_place_leaves_the_cord_open() {
    let lacks = |levels: &str| {
        let case = Case::default().event(Event::Operation { implant: false }, "2024", levels);
        case.yes("bladder_leak", 0).lacks("cord").unwrap_or_default()
    };
    let regions = "operation_neck_or_chest: not recorded".to_owned();
    assert!(lacks("").contains(&regions));
    assert!(!lacks("L4-L5").contains(&regions));
}

#[rstest]
#[case("22 Nov 1975", U)]
#[case("23 Nov 1976", None)]
#[case("23 Nov 1975", U)]
#[case("24 Nov 1975", None)]
#[case("24 Nov 2006", U)]
#[case("23 Nov 2006", None)]
#[case("2006", U)]
#[case("2005", None)]
fn a_new_pain_counts_above_50_and_below_20(#[case] born: &str, #[case] level: Option<Level>) {
    let mut case = Case::default().yes("new_different_pain", 0);
    case.facts.born = Some(born.parse::<Birth>().unwrap());
    assert_eq!(case.level("tumour"), level);
}

#[test]
fn a_minor_strain_counts_above_the_fracture_band() {
    let mut case = Case::default().yes("minor_strain", 0);
    case.facts.born = Some("1950".parse().unwrap());
    assert_eq!(case.level("fract"), E1);
    case.facts.born = Some("1980".parse().unwrap());
    assert_eq!(case.level("fract"), None);
}

fn onset(age: u32, undated: bool) -> Option<OnsetAge> {
    Some(OnsetAge {
        least: age,
        most: age,
        undated,
    })
}

#[test]
fn morning_stiffness_counts_with_an_onset_below_45() {
    let mut case = Case::default().yes("morning_stiffness", 0);
    case.facts.onset_age = onset(44, false);
    assert_eq!(case.level("inflam"), C);
    case.facts.onset_age = onset(45, false);
    assert_eq!(case.level("inflam"), None);
    assert_eq!(
        case.lacks("inflam").map(|gaps| gaps.len()),
        Some(1),
        "the other question"
    );
    case.facts.onset_age = onset(45, true);
    assert!(
        case.lacks("inflam")
            .unwrap()
            .contains(&"onset_under_inflammatory_band: not recorded".to_owned()),
        "another symptom may have begun earlier"
    );
}

#[test]
fn the_most_urgent_comes_first() {
    let case = Case::default()
        .yes("weight_loss", 0)
        .yes("inflammatory_spine", 0)
        .yes("one_leg_swollen", 0)
        .yes("hard_to_wake", 0);
    let order: Vec<(String, Level)> = case
        .assess()
        .fired
        .into_iter()
        .map(|fired| (fired.rule, fired.level))
        .collect();
    let wanted = [
        ("red_flag.opioid", Level::Emergency),
        ("red_flag.vasc", Level::SameDay),
        ("red_flag.tumour", Level::Urgent),
        ("red_flag.inflam", Level::Caution),
    ];
    assert_eq!(order, wanted.map(|(rule, level)| (rule.to_owned(), level)));
}

#[test]
fn a_local_protocol_lifts_a_rule_and_never_lowers_it() {
    let mut case = Case::default().yes("self_harm", 0).yes("saddle_numbness", 0);
    case.settings
        .at_least
        .insert("red_flag.mind".into(), Level::Emergency);
    case.settings
        .at_least
        .insert("red_flag.ces".into(), Level::Caution);
    assert_eq!(case.level("mind"), E0);
    assert!(case.fired("mind").unwrap().wording.contains("as an emergency"));
    assert_eq!(case.level("ces"), E0);
}

#[test]
fn limits_are_settings() {
    let mut case = Case::default().yes("constant_pain", 0).operated("21 Sep 2026");
    assert_eq!(case.level("infect"), U);
    case.settings = serde_json::from_str(r#"{"recent_weeks":4}"#).unwrap();
    assert_eq!(case.level("infect"), None);
    let mut case = Case::default().yes("new_different_pain", 0);
    case.facts.born = Some("1970".parse().unwrap());
    case.settings = serde_json::from_str(r#"{"tumour_age_over":60}"#).unwrap();
    assert_eq!(case.level("tumour"), None);
}

#[test]
fn a_list_that_is_empty_because_there_is_none_is_assessed() {
    let mut case = Case::default().yes("constant_pain", 0);
    let gap = |case: &Case, what: &str| {
        case.lacks("infect")
            .unwrap_or_default()
            .iter()
            .any(|text| text.starts_with(what))
    };
    assert!(gap(&case, "operation_recent"));
    assert!(gap(&case, "device_in_situ"));
    case.facts.events = Answer::Missing(Missing::Absent);
    case.facts.devices = Answer::Missing(Missing::Absent);
    assert!(!gap(&case, "operation_recent"));
    assert!(!gap(&case, "device_in_situ"));
    assert_eq!(case.level("infect"), None);
}
