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
    let listed: Vec<Listed<'_>> = medicines.iter().map(Listed::from).collect();
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
#[case("hydrocodone 5 mg qid", "20", "hydrocodone 5 mg × 4 a day × 1 = 20")]
#[case("oxycodone ER 10 mg bd", "30", "oxycodone 10 mg × 2 a day × 1.5 = 30")]
#[case("fentanyl patch 25 mcg/h", "60", "fentanyl 25 micrograms/h × 2.4 = 60")]
#[case("fentanyl patch 12 mcg/h", "28.8", "fentanyl 12 micrograms/h × 2.4 = 28.8")]
#[case("methadone 10 mg tds", "141", "methadone 10 mg × 3 a day × 4.7 = 141")]
#[case("tramadol 50 mg qid", "40", "tramadol 50 mg × 4 a day × 0.2 = 40")]
#[case("tapentadol 100 mg bd", "80", "tapentadol 100 mg × 2 a day × 0.4 = 80")]
#[case("codeine 30 mg qid", "18", "codeine 30 mg × 4 a day × 0.15 = 18")]
#[case("hydromorphone 2 mg qid", "40", "hydromorphone 2 mg × 4 a day × 5 = 40")]
#[case("oxymorphone 10 mg bd", "60", "oxymorphone 10 mg × 2 a day × 3 = 60")]
#[case(
    "morphine 10 mg/5 mL 5 mL q4h",
    "60",
    "morphine 10 mg/5 mL × 5 mL × 6 a day × 1 = 60"
)]
#[case(
    "morphine 2 mg/mL 2,5 mL q6h",
    "20",
    "morphine 2 mg/mL × 2.5 mL × 4 a day × 1 = 20"
)]
#[case(
    "tramadol 50 mg 2 tabs tds",
    "60",
    "tramadol 50 mg × 2 tablets × 3 a day × 0.2 = 60"
)]
#[case("tramadol 50 mg 100 mg tds", "60", "tramadol 100 mg × 3 a day × 0.2 = 60")]
#[case("oxycodone 30 mg/day", "45", "oxycodone 30 mg a day × 1.5 = 45")]
#[case("codeine 30 mg 2 qds", "36", "codeine 30 mg × 2 pieces × 4 a day × 0.15 = 36")]
#[case(
    "oxycodone 10 mg every 48 h",
    "7.5",
    "oxycodone 10 mg × 0.5 a day × 1.5 = 7.5"
)]
#[case(
    "methadone 7 mg twice a week",
    "9.4",
    "methadone 7 mg × 2 a week ÷ 7 × 4.7 = 9.4"
)]
#[case("morphine 30 mg every 72 h", "10", "morphine 30 mg × 24 ÷ 72 a day × 1 = 10")]
#[case("morphine 30 mg every 3 days", "10", "morphine 30 mg ÷ 3 days × 1 = 10")]
#[case("morphine 70 mg every 2 weeks", "5", "morphine 70 mg ÷ 14 days × 1 = 5")]
#[case("morphine 35 mg q7h", "120", "morphine 35 mg × 24 ÷ 7 a day × 1 = 120")]
fn trap_21_vectors(#[case] line: &str, #[case] total: &str, #[case] arithmetic: &str) {
    let load = cdc(&[line]);
    assert_eq!(load.left_out, []);
    assert_eq!(totals(&load), both(total));
    assert_eq!(load.lines[0].at_most.text, arithmetic);
    assert_eq!(load.lines[0].as_taken, Some(load.lines[0].at_most.clone()));
}

#[test]
fn trap_21_buprenorphine_is_excluded_and_the_total_says_it_is_incomplete() {
    let load = cdc(&["oxycodone 10 mg bd", "buprenorphine patch 10 mcg/h weekly"]);
    assert_eq!(totals(&load), both("30"));
    assert!(matches!(&load.left_out[0].reason, Reason::Excluded { why } if why.contains("partial agonist")));
    assert_eq!(
        load.at_most.sentence,
        "Total at least 30 MME a day (CDC 2022 table; 1 medicine not convertible)"
    );
    assert!(
        explain(&load)
            .iter()
            .any(|line| line.contains("buprenorphine: excluded from MME"))
    );
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
    let sentence = match opioid {
        true => "No total in MME a day: nothing could be counted (CDC 2022 table; 1 medicine not ",
        false => "No opioid among the medicines that are taken (CDC 2022 table)",
    };
    assert!(summary(&load).starts_with(sentence), "{}", summary(&load));
    // Beside one that is counted the total is at least that.
    let beside = cdc(&["oxycodone 5 mg qid", line]);
    assert_eq!((totals(&beside), beside.at_most.at_least), (both("30"), opioid));
    let least = if opioid {
        "Total at least 30 MME"
    } else {
        "Total 30 MME"
    };
    assert!(
        beside.at_most.sentence.starts_with(least),
        "{}",
        beside.at_most.sentence
    );
    let said = explain(&load);
    assert!(
        said.iter().any(|line| line.starts_with("Not counted: ")),
        "{said:?}"
    );
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
    assert_eq!(
        load.as_taken.sentence,
        "No total in MME a day: nothing could be counted (CDC 2022 table; 3 medicines not known to Lamina)"
    );
    let said = explain(&load);
    for part in [
        "resembles oxycodone",
        "so that it may be an opioid",
        "that of an opioid patch",
    ] {
        assert!(said.iter().any(|line| line.contains(part)), "{part}: {said:?}");
    }
}

#[test]
fn trap_21_of_a_combination_only_the_opioid_is_counted() {
    let load = cdc(&["hydrocodone/acetaminophen 5/325 mg 1 tab q6h"]);
    assert_eq!(totals(&load), both("20"));
    assert_eq!(load.lines.len(), 1);
    assert_eq!(load.left_out[0].reason, Reason::NotAnOpioid);
    assert_eq!(load.at_most.sentence, "Total 20 MME a day (CDC 2022 table)");
    assert_eq!(totals(&cdc(&["Percocet 5/325 2 tabs qid"])), both("60"));
    for other in [
        "diazepam 5 mg nocte",
        "gabapentin 300 mg tds",
        "hydroxyzine 25 mg od",
        "naloxone spray",
    ] {
        let load = cdc(&["morphine 20 mg od", other]);
        assert_eq!(load.left_out[0].reason, Reason::NotAnOpioid, "{other}");
        assert_eq!(load.at_most.sentence, "Total 20 MME a day (CDC 2022 table)");
    }
}

#[test]
fn trap_21_a_stopped_medicine_is_told_and_not_summed() {
    let medicines = read(&["oxycodone 10 mg bd", "oxycodone 20 mg bd", "diazepam 5 mg nocte"]);
    let listed = |standing| Listed {
        medicine: &medicines[1],
        standing,
    };
    let cdc = table("cdc-2022").unwrap();
    let load_now = load(&[Listed::from(&medicines[0]), listed(Standing::Ended)], cdc);
    assert_eq!(totals(&load_now), both("30"));
    assert_eq!(load_now.left_out[0].reason, Reason::Stopped);
    assert_eq!(load_now.prompts, []);
    assert_eq!(load_now.opioids, 1);
    assert!(!load_now.at_most.at_least);
    let stopped = Listed {
        medicine: &medicines[2],
        standing: Standing::Ended,
    };
    assert_eq!(load(&[Listed::from(&medicines[0]), stopped], cdc).prompts, []);
}

#[test]
fn trap_21_as_needed_is_two_numbers() {
    let line = "tramadol 50 mg 1-2 tabs q4-6h PRN max 8/day";
    let load = cdc(&[line]);
    assert_eq!(totals(&load), ("none".to_owned(), "80".to_owned()));
    assert!(load.as_taken.at_least && !load.at_most.at_least);
    assert!(summary(&load).starts_with("No total as taken; 80 MME a day at most ("));
    assert_eq!(load.lines[0].as_taken, None);
    assert_eq!(
        load.lines[0].at_most.text,
        "tramadol 50 mg × 8 tablets a day × 0.2 = 80"
    );
    assert_eq!(load.lines[0].notes, [Note::Limited, Note::UseNotRecorded]);
    assert_eq!(
        load.as_taken.sentence,
        "No total in MME a day: nothing could be counted (CDC 2022 table; 1 medicine taken as needed with actual use not recorded)"
    );
    let taken = format!("{line} taking 3 tablets a day");
    let load = cdc(&[&taken]);
    assert_eq!(totals(&load), ("30".to_owned(), "80".to_owned()));
    assert_eq!(
        load.lines[0].as_taken.as_ref().unwrap().text,
        "tramadol 50 mg × 3 tablets a day × 0.2 = 30"
    );
    assert!(!load.as_taken.at_least);
    // Without a limit: 2 tablets 6 times a day.
    let load = cdc(&["tramadol 50 mg 1-2 tabs q4-6h PRN"]);
    assert_eq!(number(&load.at_most), "120");
    assert_eq!(
        load.lines[0].at_most.text,
        "tramadol 50 mg × 2 tablets × 6 a day × 0.2 = 120"
    );
    assert_eq!(load.lines[0].notes, [Note::UseNotRecorded]);
}

#[test]
fn a_limit_above_what_can_be_taken_limits_nothing() {
    let load = cdc(&["tramadol 50 mg 1 tab qid prn max 8/day"]);
    assert_eq!(number(&load.at_most), "40");
    assert_eq!(load.lines[0].notes, [Note::UseNotRecorded]);
    let load = cdc(&["tramadol 50 mg 1 tab qid prn max 4/day"]);
    assert_eq!(load.lines[0].notes, [Note::UseNotRecorded]);
    assert_eq!(
        load.lines[0].at_most.text,
        "tramadol 50 mg × 1 tablet × 4 a day × 0.2 = 40"
    );
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
fn a_range_without_an_end_is_told_with_its_own_end() {
    let texts = |line: &str| {
        let line = cdc(&[line]).lines[0].clone();
        (line.as_taken.unwrap().text, line.at_most.text)
    };
    let (few, many) = texts("morphine 10 mg every 7 to 9 hours");
    assert_eq!(few, "morphine 10 mg × 24 ÷ 9 a day × 1 = about 26.67");
    assert_eq!(many, "morphine 10 mg × 24 ÷ 7 a day × 1 = about 34.29");
    let (few, many) = texts("morphine 10 mg 2-3 times a week");
    assert_eq!(few, "morphine 10 mg × 2 a week ÷ 7 × 1 = about 2.86");
    assert_eq!(many, "morphine 10 mg × 3 a week ÷ 7 × 1 = about 4.29");
}

#[test]
fn a_medicine_counts_once_in_the_sentence() {
    let load = cdc(&["pethidine 50 mg + pentazocine 50 mg od"]);
    assert_eq!(load.left_out.len(), 2);
    assert!(
        load.at_most.sentence.contains("; 1 medicine not convertible"),
        "{}",
        load.at_most.sentence
    );
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
    let said = explain(&cdc(&["morphine 5-10 mg bd"]));
    assert!(
        said.iter()
            .any(|line| line.contains("route not given, counted as by mouth"))
    );
}

#[test]
fn trap_23_two_tables_are_never_mixed_and_both_print_their_version() {
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
        gb.lines[3].at_most.text,
        "fentanyl 12 micrograms/h = 30 in the table"
    );
    assert_eq!(
        gb.at_most.sentence,
        "Total 86 mg oral morphine equivalent a day (UK 2025 table)"
    );
    for (load, id) in [
        (&us, "CDC 2022 table (US), version 2"),
        (&gb, "UK 2025 table (UK), version 2"),
    ] {
        assert!(explain(load).iter().any(|line| line.starts_with(id)));
        assert!(load.at_most.sentence.contains(&load.table.name));
    }
    assert_eq!(uk(&["methadone 10 mg tds"]).left_out[0].reason, Reason::NoFactor);
    assert_eq!(totals(&uk(&["fentanyl patch 25 mcg/h"])), both("60"));
}

#[test]
fn trap_26_the_load_is_exact_and_printed_with_its_unit() {
    let load = cdc(&[
        "fentanyl patch 12 mcg/h",
        "codeine 30 mg tds",
        "hydromorphone 1.3 mg qid",
    ]);
    assert_eq!(number(&load.at_most), "68.3");
    assert_eq!(serde_json::to_value(&load).unwrap()["at_most"]["value"], "68.3");
    let thirds = cdc(&["morphine 10 mg every 72 h"]);
    assert_eq!(
        thirds.at_most.sentence,
        "Total about 3.33 MME a day (CDC 2022 table)"
    );
    assert_eq!(
        cdc(&["morphine 0.125 mg bd"]).at_most.sentence,
        "Total 0.25 MME a day (CDC 2022 table)"
    );
}

#[test]
fn an_empty_list_is_no_total_and_says_so() {
    let load = cdc(&[]);
    assert_eq!(totals(&load), both("none"));
    assert_eq!(
        load.at_most.sentence,
        "No opioid among the medicines that are taken (CDC 2022 table)"
    );
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
                let load = load(&[Listed::from(&medicine)], table);
                prop_assert_eq!(load.lines.len() + load.left_out.len(), 1);
                prop_assert!(!explain(&load).is_empty());
            }
        }
    }
}
