//! The vectors and traps of the opioid load.

mod definite;
mod said;

use super::*;
use crate::value::standing::Standing;
use crate::{
    rule::opioid::{table, tables},
    value::medicine::read_line,
};
use proptest::prelude::*;
use rstest::rstest;

fn read(lines: &[&str]) -> Vec<Medicine> {
    lines
        .iter()
        .map(|line| read_line(line).unwrap_or_else(|problem| panic!("{line}: {problem}")))
        .collect()
}

fn by(table_id: &str, lines: &[&str]) -> Load {
    let medicines = read(lines);
    let listed: Vec<ListedMedicine<'_>> = medicines.iter().map(ListedMedicine::from).collect();
    load(&listed, table(table_id).unwrap())
}

fn cdc(lines: &[&str]) -> Load {
    by("cdc-2022", lines)
}

fn uk(lines: &[&str]) -> Load {
    by("uk-2025", lines)
}

/// Both totals as printed numbers; "none" where there is no total.
fn totals(load: &Load) -> (String, String) {
    (number(&load.as_taken), number(&load.at_most))
}

fn number(total: &Total) -> String {
    total.value.map_or("none".to_owned(), |value| value.to_string())
}

fn both(total: &str) -> (String, String) {
    (total.to_owned(), total.to_owned())
}

#[rstest]
#[case("hydrocodone 5 mg qid", "20")]
#[case("oxycodone ER 10 mg bd", "30")]
#[case("fentanyl patch 25 mcg/h", "60")]
#[case("fentanyl patch 12 mcg/h", "28.8")]
#[case("methadone 10 mg tds", "141")]
#[case("tramadol 50 mg qid", "40")]
#[case("tapentadol 100 mg bd", "80")]
#[case("codeine 30 mg qid", "18")]
#[case("hydromorphone 2 mg qid", "40")]
#[case("oxymorphone 10 mg bd", "60")]
#[case("morphine 10 mg/5 mL 5 mL q4h", "60")]
#[case("morphine 2 mg/mL 2,5 mL q6h", "20")]
#[case("tramadol 50 mg 2 tabs tds", "60")]
#[case("tramadol 50 mg 100 mg tds", "60")]
#[case("oxycodone 30 mg/day", "45")]
#[case("codeine 30 mg 2 qds", "36")]
#[case("oxycodone 10 mg every 48 h", "7.5")]
#[case("methadone 7 mg twice a week", "9.4")]
#[case("morphine 30 mg every 72 h", "10")]
#[case("morphine 30 mg every 3 days", "10")]
#[case("morphine 70 mg every 2 weeks", "5")]
#[case("morphine 35 mg q7h", "120")]
fn trap_21_vectors(#[case] line: &str, #[case] total: &str) {
    let load = cdc(&[line]);
    assert_eq!(load.left_out, []);
    assert_eq!(totals(&load), both(total));
    assert_eq!(load.lines[0].as_taken, Some(load.lines[0].at_most.clone()));
}

#[test]
fn a_sum_keeps_every_figure_of_its_arithmetic() {
    let how = |line: &str| cdc(&[line]).lines[0].at_most.how.clone();
    let daily = |line: &str| match how(line) {
        How::Factor { day, .. } => (day.taken, day.times),
        other => panic!("{line}: {other:?}"),
    };
    let mass = |milligrams: u32| SingleDose::Mass {
        milligrams: milligrams.into(),
    };
    let a_day = |times: u32| Times::ADay { times: times.into() };
    assert_eq!(daily("oxycodone ER 10 mg bd"), (mass(10), a_day(2)));
    assert_eq!(daily("oxycodone 30 mg/day"), (mass(30), Times::InTotal));
    assert_eq!(
        daily("methadone 7 mg twice a week"),
        (mass(7), Times::AWeek { times: 2 })
    );
    assert_eq!(
        daily("morphine 30 mg every 72 h"),
        (mass(30), Times::EveryHours { hours: 72 })
    );
    assert_eq!(
        daily("morphine 70 mg every 2 weeks"),
        (mass(70), Times::EveryDays { days: 14 })
    );
    assert!(matches!(
        daily("tramadol 50 mg 2 tabs tds"),
        (SingleDose::Pieces { .. }, Times::ADay { .. })
    ));
    assert!(matches!(
        daily("morphine 10 mg/5 mL 5 mL q4h"),
        (SingleDose::Liquid { .. }, Times::ADay { .. })
    ));
    assert!(matches!(
        daily("fentanyl patch 25 mcg/h"),
        (SingleDose::AnHour { .. }, Times::Always)
    ));
    let gb = uk(&["fentanyl patch 12 mcg/h"]).lines[0].at_most.how.clone();
    assert!(matches!(gb, How::Label { .. }));
    let not_worn = cdc(&["fentanyl patch 25 mcg/h not taking"]).lines[0]
        .as_taken
        .clone()
        .unwrap();
    assert!(matches!(not_worn.how, How::NotWorn { .. }));
}

#[test]
fn trap_21_buprenorphine_is_excluded_and_the_total_is_incomplete() {
    let load = cdc(&["oxycodone 10 mg bd", "buprenorphine patch 10 mcg/h weekly"]);
    assert_eq!(totals(&load), both("30"));
    assert!(matches!(&load.left_out[0].reason, Reason::Excluded { why } if why.contains("partial agonist")));
    assert!(load.left_out[0].reason.is_not_convertible());
    assert!(load.as_taken.at_least && load.at_most.at_least);
}

#[rstest]
#[case("fentanyl patch 25 mcg/h")]
#[case("fentanyl patch 25 mcg/h every 72 h")]
#[case("fentanyl patch 25 mcg/h daily")]
#[case("fentanyl patch 25 mcg/h 1 patch change every 48 h")]
#[case("Durogesic 25 mcg/h")]
fn trap_21_a_fentanyl_patch_is_not_multiplied_by_its_changes(#[case] line: &str) {
    assert_eq!(totals(&cdc(&[line])), both("60"));
}

#[test]
fn trap_21_patches_that_are_not_one_are_asked_about() {
    let load = cdc(&["fentanyl patch 25 mcg/h 2 patches every 72 h"]);
    assert_eq!(totals(&load), both("none"));
    assert_eq!(load.left_out[0].reason, Reason::Missing { what: Gap::OnePatch });
    assert!(load.as_taken.at_least && load.at_most.at_least);
    let load = cdc(&["fentanyl patch 25 mcg/h taking 2 patches a day"]);
    assert_eq!(load.left_out[0].reason, Reason::Missing { what: Gap::OnePatch });
    let load = cdc(&["fentanyl patch 25 mcg"]);
    assert_eq!(
        load.left_out[0].reason,
        Reason::Missing {
            what: Gap::StrengthAnHour
        }
    );
    let load = cdc(&["fentanyl 25 mcg/h"]);
    assert_eq!(load.left_out[0].reason, Reason::Missing { what: Gap::Route });
    let load = cdc(&["morphine 25 mcg/h"]);
    assert_eq!(load.left_out[0].reason, Reason::Missing { what: Gap::Route });
}

#[test]
fn trap_21_a_patch_that_is_not_worn_counts_in_the_second_total_only() {
    let load = cdc(&["fentanyl patch 25 mcg/h not taking"]);
    assert_eq!(totals(&load), ("0".to_owned(), "60".to_owned()));
    let load = cdc(&["fentanyl patch 25 mcg/h prn"]);
    assert_eq!(totals(&load), ("none".to_owned(), "60".to_owned()));
    assert!(load.as_taken.at_least);
}

#[rstest]
#[case("morphine 10 mg iv q4h", Reason::Route { route: Route::Intravenous })]
#[case("morphine 1 mg/day intrathecal pump", Reason::Route { route: Route::Intrathecal })]
#[case("morphine 10 mg sc q4h", Reason::Route { route: Route::Subcutaneous })]
#[case("morphine 3 mg epidural bd", Reason::Route { route: Route::Epidural })]
#[case("morphine 10 mg im q4h", Reason::Route { route: Route::Intramuscular })]
#[case("morphine 10 mg suppository bd", Reason::Route { route: Route::Rectal })]
#[case("morphine gel 10 mg topical bd", Reason::Route { route: Route::Topical })]
#[case("morphine 10 mg lozenge qid", Reason::Route { route: Route::Transmucosal })]
#[case("Actiq 200 mcg qid", Reason::Route { route: Route::Transmucosal })]
#[case("fentanyl 200 mcg oral qid", Reason::Route { route: Route::Oral })]
#[case("fentanyl 200 mcg qid", Reason::Missing { what: Gap::Route })]
#[case("oxycodone patch 10 mcg/h", Reason::Route { route: Route::Transdermal })]
#[case("morphine 10 mg injection q4h", Reason::Injected)]
#[case("pethidine 50 mg tds", Reason::NoFactor)]
#[case("meperidine 50 mg tds", Reason::NoFactor)]
#[case("levorphanol 2 mg tds", Reason::NoFactor)]
#[case("pentazocine 50 mg tds", Reason::NoFactor)]
#[case("butorphanol 1 mg nasal tds", Reason::Route { route: Route::Transmucosal })]
#[case("dihydrocodeine 30 mg tds", Reason::NoFactor)]
#[case("methadone 60 mg od for OUD", Reason::OpioidUseDisorder)]
#[case("ibuprofen 400 mg tds", Reason::NotAnOpioid)]
#[case("oxycodone bd", Reason::Missing { what: Gap::Strength })]
#[case("oxycodone 10 mg", Reason::Missing { what: Gap::Frequency })]
#[case("morphine 10 mg/5 mL q4h", Reason::Missing { what: Gap::Dose })]
#[case("morphine 10 mg/5 mL 1 ampoule po q4h", Reason::Missing { what: Gap::Dose })]
#[case("morphine 10 mg 5 mL q4h", Reason::Missing { what: Gap::Strength })]
#[case("tramadol 2 tabs tds", Reason::Missing { what: Gap::Strength })]
fn trap_21_what_is_not_counted_says_why(#[case] line: &str, #[case] reason: Reason) {
    let load = cdc(&[line]);
    assert_eq!(load.lines, []);
    assert_eq!(load.left_out[0].reason, reason);
    assert_eq!(totals(&load), both("none"));
    let opioid = reason != Reason::NotAnOpioid;
    assert_eq!((load.as_taken.at_least, load.at_most.at_least), (opioid, opioid));
    // Beside one that is counted the total is at least that.
    let beside = cdc(&["oxycodone 5 mg qid", line]);
    assert_eq!((totals(&beside), beside.at_most.at_least), (both("30"), opioid));
}

#[test]
fn a_name_that_is_not_known_is_said_and_not_taken_for_another() {
    let load = cdc(&[
        "oxycodne 10 mg bd",
        "moonshine 50 mg od",
        "Nonsuch 25 mcg/h patch",
    ]);
    assert_eq!(totals(&load), both("none"));
    let resembling = |at: usize| match &load.left_out[at].reason {
        Reason::NotKnown { resembles, hourly } => (resembles.clone(), *hourly),
        other => panic!("{other:?}"),
    };
    assert_eq!(resembling(0), (vec!["oxycodone".to_owned()], false));
    assert_eq!(resembling(1), (Vec::new(), false));
    assert_eq!(resembling(2), (Vec::new(), true));
}

#[test]
fn trap_21_of_a_combination_only_the_opioid_is_counted() {
    let load = cdc(&["hydrocodone/acetaminophen 5/325 mg 1 tab q6h"]);
    assert_eq!(totals(&load), both("20"));
    assert_eq!(load.lines.len(), 1);
    assert_eq!(load.left_out[0].reason, Reason::NotAnOpioid);
    assert!(!load.at_most.at_least);
    assert_eq!(totals(&cdc(&["Percocet 5/325 2 tabs qid"])), both("60"));
    for other in [
        "diazepam 5 mg nocte",
        "gabapentin 300 mg tds",
        "hydroxyzine 25 mg od",
        "naloxone spray",
    ] {
        let load = cdc(&["morphine 20 mg od", other]);
        assert_eq!(load.left_out[0].reason, Reason::NotAnOpioid, "{other}");
        assert_eq!((totals(&load), load.at_most.at_least), (both("20"), false));
    }
}

#[test]
fn trap_21_a_stopped_medicine_is_told_and_not_summed() {
    let medicines = read(&["oxycodone 10 mg bd", "oxycodone 20 mg bd", "diazepam 5 mg nocte"]);
    let listed = |standing| ListedMedicine {
        medicine: &medicines[1],
        standing,
    };
    let cdc = table("cdc-2022").unwrap();
    let load_now = load(
        &[ListedMedicine::from(&medicines[0]), listed(Standing::Ended)],
        cdc,
    );
    assert_eq!(totals(&load_now), both("30"));
    assert_eq!(load_now.left_out[0].reason, Reason::Stopped);
    assert_eq!(load_now.prompts, []);
    assert_eq!(load_now.opioids, 1);
    assert!(!load_now.at_most.at_least);
    let stopped = ListedMedicine {
        medicine: &medicines[2],
        standing: Standing::Ended,
    };
    assert_eq!(
        load(&[ListedMedicine::from(&medicines[0]), stopped], cdc).prompts,
        []
    );
}

#[test]
fn trap_21_as_needed_is_two_numbers() {
    let line = "tramadol 50 mg 1-2 tabs q4-6h PRN max 8/day";
    let load = cdc(&[line]);
    assert_eq!(totals(&load), ("none".to_owned(), "80".to_owned()));
    assert!(load.as_taken.at_least && !load.at_most.at_least);
    assert_eq!(load.lines[0].as_taken, None);
    assert_eq!(load.lines[0].notes, [Note::Limited, Note::UseNotRecorded]);
    let taken = format!("{line} taking 3 tablets a day");
    let load = cdc(&[&taken]);
    assert_eq!(totals(&load), ("30".to_owned(), "80".to_owned()));
    assert!(!load.as_taken.at_least);
    // Without a limit: 2 tablets 6 times a day.
    let load = cdc(&["tramadol 50 mg 1-2 tabs q4-6h PRN"]);
    assert_eq!(number(&load.at_most), "120");
    assert_eq!(load.lines[0].notes, [Note::UseNotRecorded]);
}

#[test]
fn a_limit_above_what_can_be_taken_limits_nothing() {
    let load = cdc(&["tramadol 50 mg 1 tab qid prn max 8/day"]);
    assert_eq!(number(&load.at_most), "40");
    assert_eq!(load.lines[0].notes, [Note::UseNotRecorded]);
    let load = cdc(&["tramadol 50 mg 1 tab qid prn max 4/day"]);
    assert_eq!(load.lines[0].notes, [Note::UseNotRecorded]);
}

#[rstest]
#[case("morphine 10 mg prn max 4/day", "none", "40")]
#[case("morphine 10 mg prn max 30 mg/day", "none", "30")]
#[case("morphine 10 mg/5 mL 5 mL prn max 20 mL a day", "none", "40")]
#[case("morphine 10 mg/5 mL prn max 20 mL a day", "none", "40")]
#[case("oxycodone 5-10 mg q6h", "30", "60")]
#[case("oxycodone 5-10 mg q6h taking 25 mg a day", "37.5", "60")]
#[case("oxycodone 5 mg q6h max 2/day", "15", "15")]
#[case("morphine 10 mg prn taking 2 a day", "20", "20")]
#[case("morphine 10 mg qid not taking", "0", "40")]
#[case("morphine 10 mg bd taking 50 mg a day", "50", "50")]
#[case("morphine 10 mg 1-2 tabs bd", "20", "40")]
#[case("morphine 10 mg q4-6h", "40", "60")]
#[case("morphine 10 mg 1-3 times a day", "10", "30")]
#[case("morphine 5-10 mg prn max 3 doses a day", "none", "30")]
#[case("morphine 5-10 mg prn taking 3 doses a day", "30", "30")]
fn as_taken_and_at_most(#[case] line: &str, #[case] as_taken: &str, #[case] at_most: &str) {
    assert_eq!(totals(&cdc(&[line])), (as_taken.to_owned(), at_most.to_owned()));
}

#[test]
fn notes_say_what_the_sums_rest_on() {
    let notes = |line: &str| cdc(&[line]).lines[0].notes.clone();
    assert_eq!(notes("morphine 10 mg po bd"), [Note::AsPrescribed]);
    assert_eq!(
        notes("morphine 10 mg bd"),
        [Note::RouteTakenAsOral, Note::AsPrescribed]
    );
    assert_eq!(
        notes("morphine 5-10 mg po bd"),
        [Note::AsPrescribed, Note::LowerEnd]
    );
    assert_eq!(
        notes("morphine 10 mg po bd taking 50 mg a day"),
        [Note::MoreThanPrescribed]
    );
    assert_eq!(notes("morphine 10 mg po bd taking 20 mg a day"), []);
    assert_eq!(
        notes("morphine 10 mg po prn taking 2 a day"),
        [Note::MostNotKnown]
    );
    assert_eq!(
        notes("morphine 10 mg po q6h max 2/day"),
        [Note::Limited, Note::AsPrescribed]
    );
    assert!(cdc(&["morphine 5-10 mg po bd"]).as_taken.at_least);
    assert!(!cdc(&["morphine 5-10 mg po bd"]).at_most.at_least);
    assert!(cdc(&["morphine 10 mg po prn taking 2 a day"]).at_most.at_least);
}

#[test]
fn trap_23_two_tables_are_never_mixed() {
    let list = [
        "codeine 30 mg qid",
        "tramadol 50 mg qid",
        "buprenorphine patch 10 mcg/h weekly",
        "fentanyl patch 12 mcg/h",
    ];
    let us = cdc(&list);
    let gb = uk(&list);
    assert_eq!(totals(&us), both("86.8"));
    // 12 + 20 + 24 + 30
    assert_eq!(totals(&gb), both("86"));
    assert_eq!(
        (us.table.id.as_str(), gb.table.id.as_str()),
        ("cdc-2022", "uk-2025")
    );
    assert_eq!(uk(&["methadone 10 mg tds"]).left_out[0].reason, Reason::NoFactor);
    assert_eq!(totals(&uk(&["fentanyl patch 25 mcg/h"])), both("60"));
}

#[test]
fn trap_26_the_load_is_exact() {
    let load = cdc(&[
        "fentanyl patch 12 mcg/h",
        "codeine 30 mg tds",
        "hydromorphone 1.3 mg qid",
    ]);
    assert_eq!(number(&load.at_most), "68.3");
    assert_eq!(serde_json::to_value(&load).unwrap()["at_most"]["value"], "68.3");
    assert_eq!(number(&cdc(&["morphine 0.125 mg bd"]).at_most), "0.25");
}

#[test]
fn an_empty_list_is_no_total() {
    let load = cdc(&[]);
    assert_eq!(totals(&load), both("none"));
    assert!(!load.at_most.at_least);
    assert!(serde_json::to_value(&load).unwrap()["at_most"]["value"].is_null());
    assert_eq!(load.opioids, 0);
}

#[test]
fn amounts_too_large_to_multiply_are_told() {
    let load = cdc(&["morphine 999999.999999 mg/0.000001 mL 999999.999999 mL 96 times a day"]);
    assert!(load.lines.len() + load.left_out.len() == 1);
}

fn some_line() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec![
        "oxycodone",
        "tramadol",
        "morphine",
        "methadone",
        "pethidine",
        "ibuprofen",
        "codeine",
    ]);
    let often = prop::sample::select(vec![
        "od",
        "bd",
        "q4-6h prn",
        "q6h",
        "every 48 h",
        "prn max 4/day",
        "",
        "tds taking 1 a day",
    ]);
    (name, 1u32..400, 0u32..100, often)
        .prop_map(|(name, whole, part, often)| format!("{name} {whole}.{part:02} mg {often}"))
}

proptest! {
    #[test]
    fn the_load_of_two_lists_is_the_sum_of_their_loads(
        one in prop::collection::vec(some_line(), 0..5),
        other in prop::collection::vec(some_line(), 0..5),
    ) {
        let all: Vec<&str> = one.iter().chain(&other).map(String::as_str).collect();
        let part = |lines: &[String]| cdc(&lines.iter().map(String::as_str).collect::<Vec<_>>());
        let (first, second, whole) = (part(&one), part(&other), cdc(&all));
        let add = |one: Option<Decimal>, other: Option<Decimal>| one.map_or(other, |one| Some(one + other.unwrap_or_default()));
        prop_assert_eq!(add(first.as_taken.value, second.as_taken.value), whole.as_taken.value);
        prop_assert_eq!(add(first.at_most.value, second.at_most.value), whole.at_most.value);
        prop_assert_eq!(first.at_most.at_least || second.at_most.at_least, whole.at_most.at_least);
        prop_assert_eq!(first.lines.len() + second.lines.len(), whole.lines.len());
        prop_assert!(whole.as_taken.value <= whole.at_most.value);
    }

    #[test]
    fn any_line_that_reads_can_be_counted_by_any_table(line in some_line(), dose in "[0-9]{1,6} (tabs|mL|mg)") {
        if let Ok(medicine) = read_line(&format!("{line} {dose}")) {
            for table in tables() {
                let load = load(&[ListedMedicine::from(&medicine)], table);
                prop_assert_eq!(load.lines.len() + load.left_out.len(), 1);
            }
        }
    }
}
