//! What is said beside a total: thresholds, duplicates, sedatives, naloxone, review; and what never is.

use super::*;
use chrono::NaiveDate;
use lamina_domain::{
    PartialDate,
    opioid::{LastReview, Person, load_for},
};

#[rstest]
#[case(&["morphine 49 mg od"], 0)]
#[case(&["morphine 50 mg od"], 1)]
#[case(&["morphine 89.9 mg od"], 1)]
#[case(&["morphine 90 mg od"], 2)]
fn trap_22_thresholds_are_information(#[case] list: &[&str], #[case] reached: usize) {
    let load = cdc(list);
    let said = explain(&load);
    let told = said
        .iter()
        .filter(|line| line.starts_with("Information: ") && line.contains("a day or more ("))
        .count();
    assert_eq!(told, reached);
    assert_eq!(
        said.iter()
            .any(|line| line.contains("2022 recommendation statements no longer name it")),
        reached > 1
    );
}

#[test]
fn trap_22_the_higher_total_decides_and_both_are_labelled() {
    let load = cdc(&["morphine 10 mg q4h prn taking 20 mg a day"]);
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
}

#[rstest]
#[case("morphine 90 mg od", 0)]
#[case("morphine 90.5 mg od", 1)]
fn trap_22_the_uk_threshold_is_above_90(#[case] line: &str, #[case] reached: usize) {
    let load = uk(&[line]);
    let said = explain(&load)
        .iter()
        .filter(|line| line.contains("Above 90 mg oral morphine equivalent a day"))
        .count();
    assert_eq!(said, reached);
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
        let last = LastReview::Last(PartialDate::Year(2024));
        let load = by(&table.id, &everything).with_review(table, &[last], today);
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
fn trap_25_the_same_opioid_twice_is_pointed_out() {
    let told = |list: &[&str]| explain(&cdc(list)).join("\n");
    let twice = told(&[
        "oxycodone 10 mg bd",
        "gabapentin 300 mg tds",
        "OxyContin 10 mg bd",
    ]);
    assert!(
        twice.contains("oxycodone stands on it 2 times (medicines 1, 3) and none was stopped."),
        "{twice}"
    );
    assert!(!twice.contains("which may be meant"), "{twice}");
    let differ = told(&["OxyContin 10 mg bd", "OxyNorm 5 mg q6h prn", "oxycodone 5 mg od"]);
    assert!(
        differ.contains("One is immediate and one modified release, which may be meant."),
        "{differ}"
    );
}

#[rstest]
#[case(&["oxycodone 5 mg qid", "naltrexone 50 mg od"], true)]
#[case(&["oxycodone 5 mg qid", "Contrave 8/90 bd"], true)]
#[case(&["Embeda 20/0.8 od"], false)]
#[case(&["naltrexone 50 mg od", "paracetamol 1 g qid"], false)]
fn a_medicine_that_blocks_opioids_beside_one_is_pointed_out(#[case] list: &[&str], #[case] found: bool) {
    let told = explain(&cdc(list));
    let said = told
        .iter()
        .any(|line| line.contains("a medicine that blocks opioids"));
    assert_eq!(said, found, "{told:?}");
}

/// CDC 2022, recommendation 8: not by the total alone.
#[rstest]
#[case(&["oxycodone 5 mg tds", "diazepam 5 mg nocte"], None, "", "a benzodiazepine")]
#[case(&["oxycodone 5 mg tds", "quetiapine 25 mg nocte"], None, "", "another medicine that sedates")]
#[case(&["oxycodone 5 mg tds"], None, "sleep apnoea on CPAP", "sleep-disordered breathing (recorded: “sleep apnoea on CPAP”)")]
#[case(&["oxycodone 5 mg tds"], None, "OSA", "sleep-disordered breathing (recorded: “OSA”)")]
#[case(&["buprenorphine patch 5 mcg/h"], None, "heroin overdose 2019", "an earlier overdose")]
#[case(&["oxycodone 5 mg tds"], None, "alcohol use disorder", "a substance use disorder")]
#[case(&["oxycodone 5 mg tds"], Some(65), "", "an age of 65 or more")]
#[case(&["oxycodone 5 mg tds"], Some(64), "", "")]
#[case(&["oxycodone 5 mg tds"], None, "no history of overdose", "")]
#[case(&["oxycodone 5 mg tds"], None, "asthma", "")]
#[case(&["oxycodone 5 mg tds", "naloxone spray"], Some(80), "sleep apnoea", "")]
#[case(&["paracetamol 1 g qid"], Some(80), "sleep apnoea", "")]
fn naloxone_is_mentioned_for_more_than_the_total(
    #[case] list: &[&str],
    #[case] least_age: Option<u32>,
    #[case] condition: &str,
    #[case] said: &str,
) {
    let medicines = read(list);
    let listed: Vec<ListedMedicine<'_>> = medicines.iter().map(ListedMedicine::from).collect();
    let person = Person {
        least_age,
        conditions: vec![condition.to_owned()],
        ..Person::default()
    };
    let load = load_for(&listed, table("cdc-2022").unwrap(), &person);
    let told = explain(&load);
    let line = told
        .iter()
        .find(|line| line.contains("naloxone is not on the list"));
    assert_eq!(line.is_some(), !said.is_empty(), "{told:?}");
    if let Some(line) = line {
        assert!(line.contains(said) && line.contains("recommendation 8"), "{line}");
    }
}

#[rstest]
#[case(&["oxycodone 5 mg tds"], "", "at least 22.5 MME a day", "1 pump that may hold an opioid")]
#[case(&["oxycodone 5 mg tds"], "morphine", "at least 22.5 MME a day", "1 pump with an opioid")]
#[case(&[], "", "No total in MME a day", "1 pump that may hold an opioid")]
#[case(&["pregabalin 75 mg bd"], "morphine", "No total in MME a day", "1 pump with an opioid")]
fn a_pump_makes_a_total_at_least_and_says_why(
    #[case] list: &[&str],
    #[case] opioid: &str,
    #[case] total: &str,
    #[case] inside: &str,
) {
    let medicines = read(list);
    let listed: Vec<ListedMedicine<'_>> = medicines.iter().map(ListedMedicine::from).collect();
    let pump = Pump {
        name: Some("SynchroMed".to_owned()),
        opioids: Some(opioid.to_owned())
            .filter(|one| !one.is_empty())
            .into_iter()
            .collect(),
    };
    let person = Person {
        pumps: vec![pump],
        ..Person::default()
    };
    let load = load_for(&listed, table("cdc-2022").unwrap(), &person);
    let told = summary(&load);
    assert!(told.contains(total) && told.contains(inside), "{told}");
    let lines = explain(&load);
    let why = lines
        .iter()
        .find(|line| line.starts_with("Not counted: SynchroMed: a pump in the body"));
    assert!(
        why.is_some_and(|line| line.contains("not recorded") == opioid.is_empty()),
        "{lines:?}"
    );
    let sedative = lines
        .iter()
        .any(|line| line.contains("a gabapentinoid is on the list (medicine 1), and a pump"));
    assert_eq!(sedative, list.contains(&"pregabalin 75 mg bd"), "{lines:?}");
}

#[test]
fn a_review_counts_by_the_last_day_it_can_have_been() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let cdc_table = table("cdc-2022").unwrap();
    let prompts = |list: &[&str], last: &[LastReview], today: &str| {
        let load = cdc(list).with_review(cdc_table, last, day(today));
        let told = explain(&load).into_iter().find(|line| line.contains("review"));
        told.unwrap_or_default()
    };
    let opioid = ["morphine 10 mg od"];
    let last = [LastReview::Last(PartialDate::Day(day("2026-01-01")))];
    assert_eq!(prompts(&opioid, &last, "2026-04-01"), "");
    assert_eq!(
        prompts(&opioid, &last, "2026-04-02"),
        "Information: the last review recorded is of 1 Jan 2026, more than 90 days ago. Source: CDC 2022, recommendation \
         7: 1 to 4 weeks after a start, then at least every 3 months"
    );
    let month = [LastReview::Last(PartialDate::Month(2026, 1))];
    assert_eq!(prompts(&opioid, &month, "2026-05-01"), "");
    assert_ne!(prompts(&opioid, &month, "2026-05-02"), "");
    assert_eq!(prompts(&["ibuprofen 400 mg tds"], &last, "2026-12-01"), "");
    assert_ne!(prompts(&["buprenorphine patch 5 mcg/h"], &last, "2026-12-01"), "");
    let since = [LastReview::Since(PartialDate::Month(2026, 6))];
    assert_eq!(prompts(&opioid, &since, "2026-09-01"), "");
    let told = prompts(&opioid, &since, "2026-11-25");
    assert!(
        told.contains("since its start (Jun 2026), more than 90 days ago"),
        "{told}"
    );
    let never = prompts(&opioid, &[last[0], LastReview::Never], "2026-02-01");
    assert!(never.contains("since when it is taken is not known"), "{never}");
}
