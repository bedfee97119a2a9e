//! What is said of the opioid load, from lines as they are typed to the sentence.

mod said;

use super::*;
use lamina_domain::{
    Standing,
    medicine::{Medicine, read_line},
    opioid::{ListedMedicine, load, table, tables},
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

#[rstest]
#[case("hydrocodone 5 mg qid", "hydrocodone 5 mg × 4 a day × 1 = 20")]
#[case("oxycodone ER 10 mg bd", "oxycodone 10 mg × 2 a day × 1.5 = 30")]
#[case("fentanyl patch 25 mcg/h", "fentanyl 25 micrograms/h × 2.4 = 60")]
#[case("fentanyl patch 12 mcg/h", "fentanyl 12 micrograms/h × 2.4 = 28.8")]
#[case("methadone 10 mg tds", "methadone 10 mg × 3 a day × 4.7 = 141")]
#[case("tramadol 50 mg qid", "tramadol 50 mg × 4 a day × 0.2 = 40")]
#[case("tapentadol 100 mg bd", "tapentadol 100 mg × 2 a day × 0.4 = 80")]
#[case("codeine 30 mg qid", "codeine 30 mg × 4 a day × 0.15 = 18")]
#[case("hydromorphone 2 mg qid", "hydromorphone 2 mg × 4 a day × 5 = 40")]
#[case("oxymorphone 10 mg bd", "oxymorphone 10 mg × 2 a day × 3 = 60")]
#[case(
    "morphine 10 mg/5 mL 5 mL q4h",
    "morphine 10 mg/5 mL × 5 mL × 6 a day × 1 = 60"
)]
#[case("morphine 2 mg/mL 2,5 mL q6h", "morphine 2 mg/mL × 2.5 mL × 4 a day × 1 = 20")]
#[case(
    "tramadol 50 mg 2 tabs tds",
    "tramadol 50 mg × 2 tablets × 3 a day × 0.2 = 60"
)]
#[case("tramadol 50 mg 100 mg tds", "tramadol 100 mg × 3 a day × 0.2 = 60")]
#[case("oxycodone 30 mg/day", "oxycodone 30 mg a day × 1.5 = 45")]
#[case("codeine 30 mg 2 qds", "codeine 30 mg × 2 pieces × 4 a day × 0.15 = 36")]
#[case("oxycodone 10 mg every 48 h", "oxycodone 10 mg × 0.5 a day × 1.5 = 7.5")]
#[case("methadone 7 mg twice a week", "methadone 7 mg × 2 a week ÷ 7 × 4.7 = 9.4")]
#[case("morphine 30 mg every 72 h", "morphine 30 mg × 24 ÷ 72 a day × 1 = 10")]
#[case("morphine 30 mg every 3 days", "morphine 30 mg ÷ 3 days × 1 = 10")]
#[case("morphine 70 mg every 2 weeks", "morphine 70 mg ÷ 14 days × 1 = 5")]
#[case("morphine 35 mg q7h", "morphine 35 mg × 24 ÷ 7 a day × 1 = 120")]
fn trap_21_the_arithmetic_is_told(#[case] line: &str, #[case] arithmetic: &str) {
    let load = cdc(&[line]);
    assert_eq!(
        sums(&load.lines[0]),
        (Some(arithmetic.to_owned()), arithmetic.to_owned())
    );
}

#[test]
fn trap_21_an_excluded_opioid_is_told_and_the_total_says_it_is_incomplete() {
    let load = cdc(&["oxycodone 10 mg bd", "buprenorphine patch 10 mcg/h weekly"]);
    assert_eq!(
        at_most(&load),
        "Total at least 30 MME a day (CDC 2022 table; 1 medicine not convertible)"
    );
    assert!(
        explain(&load)
            .iter()
            .any(|line| line.contains("buprenorphine: excluded from MME"))
    );
}

#[rstest]
#[case("morphine 10 mg iv q4h", true)]
#[case("morphine 1 mg/day intrathecal pump", true)]
#[case("morphine 10 mg sc q4h", true)]
#[case("morphine 3 mg epidural bd", true)]
#[case("morphine 10 mg im q4h", true)]
#[case("morphine 10 mg suppository bd", true)]
#[case("morphine gel 10 mg topical bd", true)]
#[case("morphine 10 mg lozenge qid", true)]
#[case("Actiq 200 mcg qid", true)]
#[case("fentanyl 200 mcg oral qid", true)]
#[case("fentanyl 200 mcg qid", true)]
#[case("oxycodone patch 10 mcg/h", true)]
#[case("morphine 10 mg injection q4h", true)]
#[case("pethidine 50 mg tds", true)]
#[case("meperidine 50 mg tds", true)]
#[case("levorphanol 2 mg tds", true)]
#[case("pentazocine 50 mg tds", true)]
#[case("butorphanol 1 mg nasal tds", true)]
#[case("dihydrocodeine 30 mg tds", true)]
#[case("methadone 60 mg od for OUD", true)]
#[case("ibuprofen 400 mg tds", false)]
#[case("oxycodone bd", true)]
#[case("oxycodone 10 mg", true)]
#[case("morphine 10 mg/5 mL q4h", true)]
#[case("morphine 10 mg/5 mL 1 ampoule po q4h", true)]
#[case("morphine 10 mg 5 mL q4h", true)]
#[case("tramadol 2 tabs tds", true)]
fn trap_21_what_is_not_counted_says_why(#[case] line: &str, #[case] opioid: bool) {
    let load = cdc(&[line]);
    let sentence = match opioid {
        true => "No total in MME a day: nothing could be counted (CDC 2022 table; 1 medicine not ",
        false => "No opioid among the medicines that are taken (CDC 2022 table)",
    };
    assert!(summary(&load).starts_with(sentence), "{}", summary(&load));
    // Beside one that is counted the total is at least that.
    let beside = at_most(&cdc(&["oxycodone 5 mg qid", line]));
    let least = match opioid {
        true => "Total at least 30 MME",
        false => "Total 30 MME",
    };
    assert!(beside.starts_with(least), "{beside}");
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
    assert_eq!(
        as_taken(&load),
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
    assert_eq!(at_most(&load), "Total 20 MME a day (CDC 2022 table)");
    for other in [
        "diazepam 5 mg nocte",
        "gabapentin 300 mg tds",
        "hydroxyzine 25 mg od",
        "naloxone spray",
    ] {
        let load = cdc(&["morphine 20 mg od", other]);
        assert_eq!(at_most(&load), "Total 20 MME a day (CDC 2022 table)");
    }
}

#[test]
fn trap_21_as_needed_is_two_numbers() {
    let line = "tramadol 50 mg 1-2 tabs q4-6h PRN max 8/day";
    let load = cdc(&[line]);
    assert!(summary(&load).starts_with("No total as taken; 80 MME a day at most ("));
    assert_eq!(
        sums(&load.lines[0]),
        (None, "tramadol 50 mg × 8 tablets a day × 0.2 = 80".to_owned())
    );
    assert_eq!(
        as_taken(&load),
        "No total in MME a day: nothing could be counted (CDC 2022 table; 1 medicine taken as needed with actual use not recorded)"
    );
    let taken = format!("{line} taking 3 tablets a day");
    assert_eq!(
        sums(&cdc(&[&taken]).lines[0]).0.unwrap(),
        "tramadol 50 mg × 3 tablets a day × 0.2 = 30"
    );
    // Without a limit: 2 tablets 6 times a day.
    let load = cdc(&["tramadol 50 mg 1-2 tabs q4-6h PRN"]);
    assert_eq!(
        sums(&load.lines[0]).1,
        "tramadol 50 mg × 2 tablets × 6 a day × 0.2 = 120"
    );
    let load = cdc(&["tramadol 50 mg 1 tab qid prn max 4/day"]);
    assert_eq!(
        sums(&load.lines[0]).1,
        "tramadol 50 mg × 1 tablet × 4 a day × 0.2 = 40"
    );
}

#[test]
fn a_patch_that_is_not_worn_is_told() {
    let (taken, most) = sums(&cdc(&["fentanyl patch 25 mcg/h not taking"]).lines[0]);
    assert_eq!(taken.unwrap(), "fentanyl 25 micrograms/h: not taken = 0");
    assert_eq!(most, "fentanyl 25 micrograms/h × 2.4 = 60");
    let (taken, _) = sums(&cdc(&["morphine 10 mg qid not taking"]).lines[0]);
    assert_eq!(taken.unwrap(), "morphine 0 mg a day × 1 = 0");
    let (_, most) = sums(&cdc(&["morphine 5-10 mg prn max 3 doses a day"]).lines[0]);
    assert_eq!(most, "morphine 10 mg × 3 a day × 1 = 30");
}

#[test]
fn a_range_without_an_end_is_told_with_its_own_end() {
    let texts = |line: &str| {
        let (taken, most) = sums(&cdc(&[line]).lines[0]);
        (taken.unwrap(), most)
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
    let said = at_most(&load);
    assert!(said.contains("; 1 medicine not convertible"), "{said}");
}

#[test]
fn notes_say_what_the_sums_rest_on() {
    let said = explain(&cdc(&["morphine 5-10 mg bd"]));
    for note in [
        "; route not given, counted as by mouth",
        "; actual use not recorded, counted as prescribed",
        "; a range was prescribed, its lower end is in the first total",
    ] {
        assert!(said.iter().any(|line| line.contains(note)), "{note}: {said:?}");
    }
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
    assert_eq!(sums(&gb.lines[3]).1, "fentanyl 12 micrograms/h = 30 in the table");
    assert_eq!(
        at_most(&gb),
        "Total 86 mg oral morphine equivalent a day (UK 2025 table)"
    );
    for (load, id) in [
        (&us, "CDC 2022 table (US), version 2"),
        (&gb, "UK 2025 table (UK), version 2"),
    ] {
        assert!(explain(load).iter().any(|line| line.starts_with(id)));
        assert!(at_most(load).contains(&load.table.name));
    }
}

#[test]
fn trap_26_the_load_is_printed_with_its_unit() {
    let total = |line: &str| at_most(&cdc(&[line]));
    assert_eq!(
        total("morphine 10 mg every 72 h"),
        "Total about 3.33 MME a day (CDC 2022 table)"
    );
    assert_eq!(
        total("morphine 0.125 mg bd"),
        "Total 0.25 MME a day (CDC 2022 table)"
    );
}

#[test]
fn an_empty_list_is_no_total_and_says_so() {
    assert_eq!(
        at_most(&cdc(&[])),
        "No opioid among the medicines that are taken (CDC 2022 table)"
    );
}

#[test]
fn what_is_written_for_programs_holds_the_sentences() {
    let medicines = read(&["morphine 15 mg bd", "oxycodone 10 mg prn max 2/day"]);
    let listed = |at: usize, standing| ListedMedicine {
        medicine: &medicines[at],
        standing,
    };
    let list = [
        listed(0, Standing::Running),
        listed(1, Standing::Running),
        listed(1, Standing::Unknown),
    ];
    let load = load(&list, table("cdc-2022").unwrap());
    let line = crate::rules::load_line(&load).unwrap();
    let json: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert_eq!(json["as_taken"]["sentence"], as_taken(&load));
    assert_eq!(json["at_most"]["sentence"], at_most(&load));
    assert_eq!(
        json["lines"][0]["as_taken"]["text"],
        "morphine 15 mg × 2 a day × 1 = 30"
    );
    assert!(json["lines"][1]["as_taken"].is_null());
    let most = "oxycodone 10 mg × 2 a day × 1.5 = 30";
    assert_eq!(json["lines"][1]["at_most"]["text"], most);
    assert_eq!(json["left_out"][0]["reason"]["would_add"], most);
}

/// A total is definite only where everything that may be an opioid is in it.
#[rstest]
#[case(&["oxycodone 5 mg qid", "Jurnista 16 mg od"], true)]
#[case(&["oxycodone 5 mg qid", "Xtampza ER 36 mg q12h", "diazepam 5 mg nocte"], false)]
#[case(&["oxycodone 5 mg qid", "Actiq 800 mcg qid"], true)]
#[case(&["oxycodone 5 mg qid", "co-codamol 2 tabs qid"], true)]
#[case(&["oxycodone 5 mg qid", "paracetamol 1 g qid", "metformin 500 mg bd"], false)]
fn a_total_is_said_to_be_at_least_where_something_is_not_counted(
    #[case] list: &[&str],
    #[case] at_least: bool,
) {
    let load = cdc(list);
    let said = summary(&load);
    assert_eq!(said.contains("at least"), at_least, "{said}");
    let lines = explain(&load);
    let open = lines
        .iter()
        .any(|line| line.contains("is not known, because not everything could be counted"));
    assert_eq!(open, at_least, "{lines:?}");
}

/// What may still be taken is not in the sum, and makes it "at least" so much with what it would add.
#[rstest]
#[case(Standing::Running, "oxycodone 10 mg × 2 a day")]
#[case(
    Standing::Unknown,
    "oxycodone: not known whether it is still taken; if it is taken, at most oxycodone 10 mg × 2 a day × 1.5 = 30"
)]
#[case(
    Standing::MayHaveEnded,
    "oxycodone: may have ended; if it is taken, at most oxycodone 10 mg"
)]
#[case(Standing::Ended, "oxycodone: stopped")]
#[case(Standing::OneOff, "oxycodone: given for one occasion")]
#[case(Standing::NotBegun, "oxycodone: not begun")]
fn what_may_still_be_taken_is_told(#[case] standing: Standing, #[case] told: &str) {
    let medicines = read(&["morphine 15 mg bd", "oxycodone 10 mg bd", "gabapentin 300 mg tds"]);
    let other = |at: usize| ListedMedicine {
        medicine: &medicines[at],
        standing,
    };
    let list = [ListedMedicine::from(&medicines[0]), other(1), other(2)];
    let load = load(&list, table("cdc-2022").unwrap());
    let lines = explain(&load);
    assert!(lines.iter().any(|line| line.contains(told)), "{lines:?}");
    let doubt = lines
        .iter()
        .any(|line| line.contains("Not known to be still taken: medicine 3"));
    assert_eq!(doubt, standing.is_doubtful());
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
    fn any_line_that_reads_is_told_by_any_table(line in some_line(), dose in "[0-9]{1,6} (tabs|mL|mg)") {
        if let Ok(medicine) = read_line(&format!("{line} {dose}")) {
            for table in tables() {
                let load = load(&[ListedMedicine::from(&medicine)], table);
                let said = explain(&load);
                prop_assert_eq!(said.len(), 2 + 1 + load.reached.len() + load.open.iter().count() + load.prompts.len() + load.caveats.len() + 1);
                let told = said.iter().all(|line| !line.starts_with("opioid-") && !line.contains('{'));
                prop_assert!(told);
            }
        }
    }
}
