//! What is said beside a total: thresholds, duplicates, sedatives, naloxone, review; and what never is.

use super::*;
use crate::date::PartialDate;
use chrono::NaiveDate;

#[rstest]
#[case(&["morphine 49 mg od"], &[])]
#[case(&["morphine 50 mg od"], &["50"])]
#[case(&["morphine 89.9 mg od"], &["50"])]
#[case(&["morphine 90 mg od"], &["50", "90"])]
fn trap_22_thresholds_are_information(#[case] list: &[&str], #[case] reached: &[&str]) {
    let load = cdc(list);
    let from: Vec<String> = load
        .reached
        .iter()
        .filter_map(|one| one.threshold.from)
        .map(String::from)
        .collect();
    assert_eq!(from, reached);
    assert!(load.reached.iter().all(|one| one.as_taken && one.at_most));
    let said = explain(&load);
    let told = said
        .iter()
        .filter(|line| line.starts_with("Information: ") && line.contains("a day or more ("))
        .count();
    assert_eq!(told, reached.len());
    assert_eq!(
        said.iter()
            .any(|line| line.contains("2022 recommendation statements no longer name it")),
        reached.len() > 1
    );
}

#[test]
fn trap_22_the_higher_total_decides_and_both_are_labelled() {
    let load = cdc(&["morphine 10 mg q4h prn taking 20 mg a day"]);
    assert_eq!(totals(&load), ("20".to_owned(), "60".to_owned()));
    assert_eq!((load.reached[0].as_taken, load.reached[0].at_most), (false, true));
    let said = explain(&load);
    assert_eq!(said[0], "As taken: Total 20 MME a day (CDC 2022 table)");
    assert_eq!(
        said[1],
        "At most, if every as-needed dose is used: Total 60 MME a day (CDC 2022 table)"
    );
    assert!(
        said.iter()
            .any(|line| line.contains("50 MME a day or more (at most only)"))
    );
    assert!(load.prompts.contains(&Prompt::NoNaloxone {
        from: Decimal::from(50)
    }));
}

#[rstest]
#[case("morphine 120 mg od", 0)]
#[case("morphine 120.5 mg od", 1)]
fn trap_22_the_uk_threshold_is_above_120(#[case] line: &str, #[case] reached: usize) {
    let load = uk(&[line]);
    assert_eq!(load.reached.len(), reached);
    let said = explain(&load)
        .iter()
        .filter(|line| line.contains("Above 120 mg oral morphine equivalent a day"))
        .count();
    assert_eq!(said, reached);
    assert_eq!(load.prompts, []);
}

#[test]
fn trap_22_no_line_advises_or_judges() {
    let everything = [
        "morphine 60 mg tds",
        "OxyContin 40 mg bd",
        "OxyNorm 10 mg q4h prn",
        "buprenorphine patch 10 mcg/h weekly",
        "oxycodne 5 mg bd",
        "diazepam 5 mg tds",
        "gabapentin 300 mg tds",
        "amitriptyline 25 mg nocte",
        "pethidine 50 mg tds",
        "morphine 10 mg iv q4h",
        "methadone 60 mg od for OUD",
        "fentanyl 25 mcg/h",
        "fentanyl patch 25 mcg/h 2 patches",
        "tramadol 2 tabs tds",
    ];
    let today = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
    for table in tables() {
        let load = by(&table.id, &everything).with_review(table, PartialDate::Year(2024), today);
        for line in explain(&load) {
            let low = line.to_lowercase();
            for word in [
                "safe",
                "taper",
                "exceed",
                "reduce",
                "increase",
                "switch",
                "rotate",
                "too high",
                "should take",
                "!",
            ] {
                assert!(!low.contains(word), "{word}: {line}");
            }
        }
        assert!(
            load.caveats
                .iter()
                .any(|line| line.contains("not for choosing the dose of another opioid"))
        );
        assert!(load.caveats.iter().any(|line| line.contains("palliative")));
    }
}

#[test]
fn trap_25_the_same_opioid_twice_is_pointed_out_and_the_sum_is_shown() {
    let load = cdc(&[
        "oxycodone 10 mg bd",
        "gabapentin 300 mg tds",
        "OxyContin 10 mg bd",
    ]);
    assert_eq!(totals(&load), both("60"));
    let duplicate = |medicines: Vec<usize>, releases_differ| Prompt::Duplicate {
        ingredient: "oxycodone".to_owned(),
        medicines,
        releases_differ,
    };
    assert_eq!(load.prompts[0], duplicate(vec![0, 2], false));
    assert!(
        explain(&load)
            .iter()
            .any(|line| line.contains("stands on it 2 times (medicines 1, 3)"))
    );
    let load = cdc(&["OxyContin 10 mg bd", "OxyNorm 5 mg q6h prn", "oxycodone 5 mg od"]);
    assert_eq!(load.prompts[0], duplicate(vec![0, 1, 2], true));
    // One opioid under two names of it is found; two medicines are not.
    assert_eq!(
        cdc(&["morphine sulfate 5 mg bd", "MS Contin 15 mg bd"])
            .prompts
            .len(),
        1
    );
    assert_eq!(cdc(&["tramadol 50 mg od", "tapentadol 50 mg od"]).prompts, []);
    assert_eq!(cdc(&["paracetamol 1 g qid", "co-codamol 8/500 qid"]).prompts, []);
}

#[rstest]
#[case("diazepam 5 mg nocte", Class::Benzodiazepine)]
#[case("pregabalin 75 mg bd", Class::Gabapentinoid)]
#[case("hydroxyzine 25 mg nocte", Class::Sedative)]
fn an_opioid_beside_a_sedative_is_pointed_out(#[case] other: &str, #[case] class: Class) {
    let prompt = |medicines| Prompt::WithSedative { class, medicines };
    assert_eq!(cdc(&["tramadol 50 mg od", other]).prompts, [prompt(vec![1])]);
    // Also where the opioid itself is not in the total.
    assert_eq!(
        cdc(&[other, "buprenorphine patch 5 mcg/h"]).prompts,
        [prompt(vec![0])]
    );
    assert_eq!(cdc(&[other, "ibuprofen 400 mg tds"]).prompts, []);
}

#[test]
fn naloxone_counts_only_by_itself_and_from_fifty() {
    let missing = [Prompt::NoNaloxone {
        from: Decimal::from(50),
    }];
    assert_eq!(cdc(&["morphine 50 mg od"]).prompts, missing);
    assert_eq!(cdc(&["morphine 49 mg od"]).prompts, []);
    assert_eq!(cdc(&["morphine 50 mg od", "naloxone spray"]).prompts, []);
    assert_eq!(cdc(&["Targinact 40/20 mg od"]).prompts, missing);
    let medicines = read(&["morphine 50 mg od", "naloxone spray"]);
    let stopped = Listed {
        medicine: &medicines[1],
        current: false,
    };
    let cdc = table("cdc-2022").unwrap();
    assert_eq!(
        load(&[Listed::from(&medicines[0]), stopped], cdc).prompts,
        missing
    );
}

#[test]
fn a_review_counts_by_the_last_day_it_can_have_been() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let cdc_table = table("cdc-2022").unwrap();
    let prompts =
        |list: &[&str], last, today: &str| cdc(list).with_review(cdc_table, last, day(today)).prompts;
    let opioid = ["morphine 10 mg od"];
    let last = PartialDate::Day(day("2026-01-01"));
    assert_eq!(prompts(&opioid, last, "2026-04-01"), []);
    let missing = Prompt::NoReview {
        last: "2026-01-01".to_owned(),
        days: 90,
    };
    assert_eq!(prompts(&opioid, last, "2026-04-02"), [missing]);
    assert_eq!(prompts(&opioid, PartialDate::Month(2026, 1), "2026-05-01"), []);
    assert_eq!(
        prompts(&opioid, PartialDate::Month(2026, 1), "2026-05-02").len(),
        1
    );
    assert_eq!(prompts(&["ibuprofen 400 mg tds"], last, "2026-12-01"), []);
    assert_eq!(
        prompts(&["buprenorphine patch 5 mcg/h"], last, "2026-12-01").len(),
        1
    );
    let uk_table = table("uk-2025").unwrap();
    assert_eq!(
        cdc(&opioid)
            .with_review(uk_table, last, day("2026-12-01"))
            .prompts,
        []
    );
}
