//! What is to be said beside a total: thresholds, duplicates, sedatives, naloxone, review.

use super::*;
use crate::value::date::PartialDate;
use crate::value::standing::Standing;
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
}

#[test]
fn trap_22_the_higher_total_decides() {
    let load = cdc(&["morphine 10 mg q4h prn taking 20 mg a day"]);
    assert_eq!(totals(&load), ("20".to_owned(), "60".to_owned()));
    assert_eq!((load.reached[0].as_taken, load.reached[0].at_most), (false, true));
    assert!(matches!(
        &load.prompts[0],
        Prompt::NoNaloxone { because, .. } if because == &[Because::Total { from: Decimal::from(50) }]
    ));
}

#[rstest]
#[case("morphine 90 mg od", 0)]
#[case("morphine 90.5 mg od", 1)]
fn trap_22_the_uk_threshold_is_above_90(#[case] line: &str, #[case] reached: usize) {
    let load = uk(&[line]);
    assert_eq!(load.reached.len(), reached);
    assert!(load.reached.iter().all(|one| one.threshold.above.is_some()));
    assert_eq!(load.prompts, []);
}

#[test]
fn trap_25_the_same_opioid_twice_is_pointed_out() {
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

/// Without the line on naloxone, which is looked at by itself.
fn beside(list: &[&str]) -> Vec<Prompt> {
    let mut prompts = cdc(list).prompts;
    prompts.retain(|one| !matches!(one, Prompt::NoNaloxone { .. }));
    prompts
}

#[rstest]
#[case("diazepam 5 mg nocte", Class::Benzodiazepine)]
#[case("clobazam 10 mg bd", Class::Benzodiazepine)]
#[case("pregabalin 75 mg bd", Class::Gabapentinoid)]
#[case("hydroxyzine 25 mg nocte", Class::Sedative)]
#[case("quetiapine 50 mg nocte", Class::Sedative)]
#[case("mirtazapine 15 mg nocte", Class::Sedative)]
#[case("alcohol", Class::Sedative)]
fn an_opioid_beside_a_sedative_is_pointed_out(#[case] other: &str, #[case] class: Class) {
    let prompt = |medicines, opioid| Prompt::WithSedative {
        class,
        medicines,
        opioid,
    };
    assert_eq!(
        beside(&["tramadol 50 mg od", other]),
        [prompt(vec![1], Opioid::Listed)]
    );
    // Also where the opioid itself is not in the total, and where a name may be one.
    assert_eq!(
        beside(&[other, "buprenorphine patch 5 mcg/h"]),
        [prompt(vec![0], Opioid::Listed)]
    );
    assert_eq!(
        beside(&[other, "Nonsuch 36 mg q12h"]),
        [prompt(vec![0], Opioid::NameNotKnown)]
    );
    assert_eq!(beside(&[other, "ibuprofen 400 mg tds"]), []);
}

#[rstest]
#[case(&["oxycodone 5 mg qid", "naltrexone 50 mg od"], true)]
#[case(&["oxycodone 5 mg qid", "Contrave 8/90 bd"], true)]
#[case(&["Embeda 20/0.8 od"], false)]
#[case(&["naltrexone 50 mg od", "paracetamol 1 g qid"], false)]
fn a_medicine_that_blocks_opioids_beside_one_is_pointed_out(#[case] list: &[&str], #[case] found: bool) {
    let prompts = cdc(list).prompts;
    let said = prompts
        .iter()
        .any(|one| matches!(one, Prompt::WithAntagonist { .. }));
    assert_eq!(said, found, "{prompts:?}");
}

fn no_naloxone(load: &Load) -> Vec<Because> {
    let because = load.prompts.iter().find_map(|one| match one {
        Prompt::NoNaloxone { because, .. } => Some(because.clone()),
        _ => None,
    });
    because.unwrap_or_default()
}

#[test]
fn naloxone_counts_only_by_itself_and_from_fifty() {
    let missing = [Because::Total {
        from: Decimal::from(50),
    }];
    assert_eq!(no_naloxone(&cdc(&["morphine 50 mg od"])), missing);
    assert_eq!(no_naloxone(&cdc(&["morphine 49 mg od"])), []);
    assert_eq!(no_naloxone(&cdc(&["morphine 50 mg od", "naloxone spray"])), []);
    assert_eq!(no_naloxone(&cdc(&["Targinact 40/20 mg od"])), missing);
    let medicines = read(&["morphine 50 mg od", "naloxone spray"]);
    let stopped = ListedMedicine {
        medicine: &medicines[1],
        standing: Standing::Ended,
    };
    let cdc = table("cdc-2022").unwrap();
    let load = load(&[ListedMedicine::from(&medicines[0]), stopped], cdc);
    assert_eq!(no_naloxone(&load), missing);
}

/// CDC 2022, recommendation 8: not by the total alone.
#[rstest]
#[case(&["oxycodone 5 mg tds", "diazepam 5 mg nocte"], None, "", "sedative")]
#[case(&["oxycodone 5 mg tds", "quetiapine 25 mg nocte"], None, "", "sedative")]
#[case(&["oxycodone 5 mg tds"], None, "sleep apnoea on CPAP", "sleep-disordered breathing")]
#[case(&["oxycodone 5 mg tds"], None, "OSA", "sleep-disordered breathing")]
#[case(&["buprenorphine patch 5 mcg/h"], None, "heroin overdose 2019", "overdose")]
#[case(&["oxycodone 5 mg tds"], None, "alcohol use disorder", "substance use disorder")]
#[case(&["oxycodone 5 mg tds"], Some(65), "", "age")]
#[case(&["oxycodone 5 mg tds"], Some(64), "", "")]
#[case(&["oxycodone 5 mg tds"], None, "no history of overdose", "")]
#[case(&["oxycodone 5 mg tds"], None, "asthma", "")]
#[case(&["oxycodone 5 mg tds", "naloxone spray"], Some(80), "sleep apnoea", "")]
#[case(&["paracetamol 1 g qid"], Some(80), "sleep apnoea", "")]
fn naloxone_is_mentioned_for_more_than_the_total(
    #[case] list: &[&str],
    #[case] least_age: Option<u32>,
    #[case] condition: &str,
    #[case] because: &str,
) {
    let medicines = read(list);
    let listed: Vec<ListedMedicine<'_>> = medicines.iter().map(ListedMedicine::from).collect();
    let person = Person {
        least_age,
        conditions: vec![condition.to_owned()],
        ..Person::default()
    };
    let load = load_for(&listed, table("cdc-2022").unwrap(), &person);
    let told: Vec<String> = no_naloxone(&load)
        .into_iter()
        .map(|one| match one {
            Because::Total { .. } => "total".to_owned(),
            Because::Sedative { .. } => "sedative".to_owned(),
            Because::Condition { what, said } => {
                assert_eq!(said, condition);
                what
            }
            Because::Age { from } => {
                assert_eq!(from, 65);
                "age".to_owned()
            }
        })
        .collect();
    assert_eq!(told.is_empty(), because.is_empty(), "{told:?}");
    assert!(
        because.is_empty() || told.iter().any(|one| one.contains(because)),
        "{told:?}"
    );
}

#[rstest]
#[case(&["oxycodone 5 mg tds"], "", "22.5")]
#[case(&["oxycodone 5 mg tds"], "morphine", "22.5")]
#[case(&[], "", "none")]
#[case(&["pregabalin 75 mg bd"], "morphine", "none")]
#[case(&["pregabalin 75 mg bd"], "", "none")]
fn a_pump_makes_a_total_at_least(#[case] list: &[&str], #[case] opioid: &str, #[case] total: &str) {
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
        pumps: vec![pump.clone()],
        ..Person::default()
    };
    let load = load_for(&listed, table("cdc-2022").unwrap(), &person);
    assert!(load.as_taken.at_least && load.at_most.at_least);
    assert_eq!((totals(&load), load.pumps.as_slice()), (both(total), &[pump][..]));
    let beside = load.prompts.iter().find_map(|one| match one {
        Prompt::WithSedative { opioid, .. } => Some(*opioid),
        _ => None,
    });
    let expected = match opioid {
        "" => Opioid::PumpNotKnown,
        _ => Opioid::InPump,
    };
    assert_eq!(beside, list.contains(&"pregabalin 75 mg bd").then_some(expected));
}

#[test]
fn a_review_counts_by_the_last_day_it_can_have_been() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let cdc_table = table("cdc-2022").unwrap();
    let prompts = |list: &[&str], last: &[LastReview], today: &str| {
        let load = cdc(list).with_review(cdc_table, last, day(today));
        load.prompts.into_iter().find_map(|one| match one {
            Prompt::NoReview {
                last, since, days, ..
            } => Some((last, since, days)),
            _ => None,
        })
    };
    let told = |last: Option<&str>, since: Option<&str>| {
        Some((last.map(str::to_owned), since.map(str::to_owned), 90))
    };
    let opioid = ["morphine 10 mg od"];
    let last = [LastReview::Last(PartialDate::Day(day("2026-01-01")))];
    assert_eq!(prompts(&opioid, &last, "2026-04-01"), None);
    assert_eq!(
        prompts(&opioid, &last, "2026-04-02"),
        told(Some("1 Jan 2026"), None)
    );
    let month = [LastReview::Last(PartialDate::Month(2026, 1))];
    assert_eq!(prompts(&opioid, &month, "2026-05-01"), None);
    assert_ne!(prompts(&opioid, &month, "2026-05-02"), None);
    assert_eq!(prompts(&["ibuprofen 400 mg tds"], &last, "2026-12-01"), None);
    assert_ne!(
        prompts(&["buprenorphine patch 5 mcg/h"], &last, "2026-12-01"),
        None
    );
    let since = [LastReview::Since(PartialDate::Month(2026, 6))];
    assert_eq!(prompts(&opioid, &since, "2026-09-01"), None);
    assert_eq!(
        prompts(&opioid, &since, "2026-11-25"),
        told(None, Some("Jun 2026"))
    );
    let never = prompts(&opioid, &[last[0], LastReview::Never], "2026-02-01");
    assert_eq!(never, told(None, None));
    let uk_table = table("uk-2025").unwrap();
    let uk = cdc(&opioid).with_review(uk_table, &last, day("2026-12-01"));
    assert_eq!(uk.prompts, []);
}
