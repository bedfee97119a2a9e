//! What the register makes of each place that tells of blood thinners, and of places that disagree.

use super::*;
use crate::rule::gate::bleeding::{Gap, notice};
use rstest::rstest;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
}

fn background(json: &str) -> Background {
    serde_json::from_str(json).unwrap()
}

fn drugs(list: &[&str]) -> Vec<Treatment> {
    let one = |line: &&str| serde_json::from_str(&format!(r#"{{"kind":"drug",{line}}}"#)).unwrap();
    list.iter().map(one).collect()
}

fn told(listed: &[&str], background: &str, treatments: &[&str]) -> Register {
    let listed: Vec<Anticoagulant> = listed
        .iter()
        .map(|one| serde_json::from_str(one).unwrap())
        .collect();
    register(
        &listed,
        &self::background(background),
        &drugs(treatments),
        today(),
    )
}

fn names(register: &Register) -> Vec<String> {
    register
        .entries
        .iter()
        .map(|one| one.anticoagulant.name.to_string())
        .collect()
}

/// Whether a blood thinner is taken, or may be.
fn may_be_taken(register: &Register) -> bool {
    let taken = |entry: &Entry| {
        !matches!(entry.anticoagulant.taking, Taking::Stopped { .. }) || !entry.medicines.is_empty()
    };
    register.entries.iter().any(taken)
}

const NONE: &str = r#"{"anticoagulants":{"missing":"absent"}}"#;
const APIXABAN: &str =
    r#""name":"apixaban","medicine":{"ingredients":[{"name":"apixaban","strength":"5 mg"}]}"#;

#[rstest]
#[case(&format!(r#"{APIXABAN},"status":"running""#), "apixaban", Taking::Yes)]
#[case(APIXABAN, "apixaban", Taking::NotSaid)]
#[case(r#""name":"Warfarin 5 mg od""#, "warfarin", Taking::NotSaid)]
#[case(r#""name":"Plavix""#, "clopidogrel (Plavix)", Taking::NotSaid)]
#[case(r#""name":"tablets","dose":"aspirin 75 mg""#, "aspirin", Taking::NotSaid)]
#[case(r#""name":"blood thinner""#, "blood thinner", Taking::NotSaid)]
fn trap_39_a_medicine_that_goes_on_contradicts_none(
    #[case] medicine: &str,
    #[case] name: &str,
    #[case] taking: Taking,
) {
    let register = told(&[], NONE, &[medicine]);
    assert_eq!(names(&register), [name]);
    assert_eq!(register.entries[0].anticoagulant.taking, taking);
    assert_eq!(register.conflict(&register.entries[0]), Some(Conflict::SaidNone));
    assert!(register.contradicts_itself() && may_be_taken(&register));
    assert!(notice(&register, "stimulator", &[], &[], true).holds_up());
    let asked = told(&[], "{}", &[medicine]);
    assert_eq!(names(&asked), [name], "not asked names it as well");
    assert!(!asked.contradicts_itself());
    assert!(
        notice(&asked, "stimulator", &[], &[], true)
            .missing
            .contains(&Gap::Others(Missing::NotAsked))
    );
}

#[rstest]
#[case(r#""name":"warfarin","ended":"2024""#)]
#[case(r#""name":"warfarin","started":"2027""#)]
#[case(r#""name":"warfarin","stopped":{"value":"adverse_effect"}"#)]
#[case(r#""name":"ibuprofen 400 mg""#)]
fn none_stands_where_nothing_speaks_against_it(#[case] medicine: &str) {
    let register = told(&[], NONE, &[medicine]);
    assert_eq!(register.answer(), Answer::Missing(Missing::Absent));
    assert!(!notice(&register, "stimulator", &[], &[], true).holds_up());
}

#[rstest]
#[case("{}")]
#[case(r#"{"anticoagulants":{"missing":"unknown"}}"#)]
#[case(r#"{"anticoagulants":{"missing":"declined"}}"#)]
#[case(r#"{"anticoagulants":{"value":[]}}"#)]
fn trap_39_nothing_recorded_is_not_none(#[case] background: &str) {
    let register = told(&[], background, &[]);
    assert!(notice(&register, "stimulator", &[], &[], true).is_not_assessed());
}

#[test]
fn none_that_is_written_out_is_none_and_contradicted_as_such() {
    let none = r#"{"anticoagulants":{"value":["None."]}}"#;
    assert_eq!(told(&[], none, &[]).answer(), Answer::Missing(Missing::Absent));
    assert!(told(&[], none, &[APIXABAN]).contradicts_itself());
}

#[test]
fn one_blood_thinner_that_stands_in_several_places_is_one() {
    let register = told(
        &[r#"{"name":"Apixaban","class":"factor_xa_inhibitor","taking":"yes"}"#],
        r#"{"anticoagulants":{"value":["Eliquis 5 mg twice a day","aspirin"]},"conditions":{"value":["AF on apixaban"]}}"#,
        &[APIXABAN],
    );
    assert_eq!(names(&register), ["Apixaban", "aspirin"]);
    assert_eq!(register.entries[0].medicines.len(), 1);
    assert_eq!(
        (
            register.entries[1].anticoagulant.class,
            &register.entries[1].anticoagulant.taking
        ),
        (AgentClass::Aspirin, &Taking::NotSaid)
    );
    assert!(!register.contradicts_itself());
}

#[test]
fn the_list_and_the_conditions_contradict_none_as_well() {
    let listed = told(
        &[r#"{"name":"Warfarin","class":"vitamin_k_antagonist"}"#],
        NONE,
        &[],
    );
    assert!(listed.contradicts_itself());
    let told_of = |condition: &str| {
        told(
            &[],
            &format!(
                r#"{{"anticoagulants":{{"missing":"absent"}},"conditions":{{"value":["{condition}"]}}}}"#
            ),
            &[],
        )
    };
    assert!(told_of("atrial fibrillation, on rivaroxaban").contradicts_itself());
    for no_drug in ["heparin-induced thrombocytopenia", "aspirin allergy", "asthma"] {
        assert!(!told_of(no_drug).contradicts_itself(), "{no_drug}");
    }
}

#[test]
fn trap_39_stopped_stands_as_it_was_said_and_a_medicine_that_goes_on_contradicts_it() {
    let stopped =
        r#"{"name":"Warfarin","class":"vitamin_k_antagonist","taking":{"stopped":{"agreed_by":"Dr Lind"}}}"#;
    let alone = told(&[stopped], NONE, &[]);
    assert!(!alone.contradicts_itself() && !may_be_taken(&alone));
    let both = told(&[stopped], "{}", &[r#""name":"Marevan 3 mg""#]);
    assert_eq!(both.conflict(&both.entries[0]), Some(Conflict::Stopped));
    assert!(may_be_taken(&both));
    let missing = notice(&both, "stimulator", &[], &[], false).missing;
    let name = || Text::new("Warfarin").unwrap();
    assert_eq!(
        missing,
        [
            Gap::Restart(name()),
            Gap::LastDose(name()),
            Gap::Indication(name()),
            Gap::Others(Missing::NotAsked),
            Gap::KidneyFunction
        ]
    );
}

#[test]
fn a_combination_is_each_of_what_it_holds() {
    let register = told(&[], "{}", &[r#""name":"Asasantin Retard""#]);
    assert_eq!(
        names(&register),
        ["aspirin (Asasantin Retard)", "dipyridamole (Asasantin Retard)"]
    );
}
