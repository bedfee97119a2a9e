//! What lines are read as, and what is refused rather than guessed.

use super::*;
use crate::value::medicine::{Amount, Number};
use proptest::prelude::*;
use rstest::rstest;

fn read(line: &str) -> Medicine {
    read_line(line).unwrap_or_else(|problem| panic!("{line}: {problem}"))
}

#[rstest]
#[case("oxycodone 10 mg q12h", "oxycodone 10 mg, every 12 hours")]
#[case("fentanyl patch 25 mcg/h", "fentanyl 25 micrograms/h patch")]
#[case(
    "fentanyl 12 mcg/h change every 72 h",
    "fentanyl 12 micrograms/h patch, changed every 72 hours"
)]
#[case(
    "fentanyl patch 25 µg/hr q72h",
    "fentanyl 25 micrograms/h patch, changed every 72 hours"
)]
#[case(
    "Percocet 5-325 mg q6h",
    "oxycodone 5 mg + paracetamol 325 mg (Percocet), every 6 hours"
)]
#[case(
    "Percocet 1-2 tabs q6h",
    "oxycodone + paracetamol (Percocet) tablets, 1 to 2 tablets every 6 hours"
)]
#[case(
    "co-codamol 30/500 1-2 tabs prn pain",
    "codeine 30 mg + paracetamol 500 mg (co-codamol) tablets, 1 to 2 tablets as needed, for pain"
)]
#[case("MST 30mg bd regularly", "morphine 30 mg (MST) modified release, twice a day")]
#[case(
    "tramadol 50 mg 1-2 tabs q4-6h PRN max 8/day",
    "tramadol 50 mg tablets, 1 to 2 tablets every 4 to 6 hours as needed, at most 8 tablets a day"
)]
#[case(
    "hydrocodone/acetaminophen 5/325 mg 1 tab q6h prn",
    "hydrocodone 5 mg + acetaminophen 325 mg tablets, 1 tablet every 6 hours as needed"
)]
#[case("hydrocodone-APAP 5/325 q6h", "hydrocodone 5 mg + apap 325 mg, every 6 hours")]
#[case(
    "hydrocodone 5 mg/acetaminophen 325 mg qid",
    "hydrocodone 5 mg + acetaminophen 325 mg, 4 times a day"
)]
#[case(
    "co-codamol 30/500 2 qds",
    "codeine 30 mg + paracetamol 500 mg (co-codamol), 2 pieces 4 times a day"
)]
#[case(
    "Percocet 5 mg/325 mg bid",
    "oxycodone 5 mg + paracetamol 325 mg (Percocet), twice a day"
)]
#[case("morphine 10 mg/5 mL 5 mL q4h", "morphine 10 mg/5 mL, 5 mL every 4 hours")]
#[case(
    "Oramorph 2 mg/ml 2,5 ml prn max 4 times a day",
    "morphine 2 mg/mL (Oramorph) immediate release liquid, 2.5 mL as needed, at most 4 doses a day"
)]
#[case(
    "buprenorphine patch 10 mcg/h weekly",
    "buprenorphine 10 micrograms/h patch, changed once a week"
)]
#[case(
    "buprenorphine 10 micrograms/hour every 7 days",
    "buprenorphine 10 micrograms/h patch, changed every 7 days"
)]
#[case("methadone 10 mg tds", "methadone 10 mg, 3 times a day")]
#[case(
    "OxyContin 20 mg BD",
    "oxycodone 20 mg (OxyContin) modified release, twice a day"
)]
#[case(
    "morphine MR 30 mg 12-hourly",
    "morphine 30 mg modified release, every 12 hours"
)]
#[case(
    "morphine sulfate IR 10mg tablets po q4h prn",
    "morphine sulfate 10 mg immediate release tablets, every 4 hours as needed"
)]
#[case("tramadol 50 mg 100 mg tds", "tramadol 50 mg, 100 mg 3 times a day")]
#[case("oxycodone 5-10 mg q6h", "oxycodone, 5 to 10 mg every 6 hours")]
#[case("tramadol 2 x 50 mg tds", "tramadol 50 mg, 2 pieces 3 times a day")]
#[case("oxycodone 0.5 mg od", "oxycodone 0.5 mg, once a day")]
#[case("oxycodone 5.0 mg od", "oxycodone 5 mg, once a day")]
#[case("methadone 2,5 mg od", "methadone 2.5 mg, once a day")]
#[case(
    "pregabalin 75 mg twice a day for leg pain",
    "pregabalin 75 mg, twice a day, for leg pain"
)]
#[case(
    "ibuprofen 400 mg tds with food OTC",
    "ibuprofen 400 mg, 3 times a day, over the counter, with food"
)]
#[case(
    "Suboxone 8/2 mg daily",
    "buprenorphine 8 mg + naloxone 2 mg (Suboxone) transmucosal, once a day, for opioid use disorder"
)]
#[case(
    "methadone 60 mg od for OUD",
    "methadone 60 mg, once a day, for opioid use disorder"
)]
#[case(
    "intrathecal morphine 0.5 mg/day pump",
    "morphine 0.5 mg pump intrathecal, a day in total"
)]
#[case(
    "tramadol 50 mg prn max 4/day taking 2 a day",
    "tramadol 50 mg, as needed, at most 4 doses a day, taking 2 doses a day"
)]
#[case(
    "tramadol 50 mg 1 tab qid, not taking",
    "tramadol 50 mg tablets, 1 tablet 4 times a day, not taking"
)]
#[case(
    "codeine 30 mg 2 tablets a day",
    "codeine 30 mg tablets, 2 tablets a day in total"
)]
#[case("lidocaine 5% plaster daily", "lidocaine 5% patch, changed once a day")]
#[case("sertraline 50 mg od", "sertraline 50 mg, once a day")]
#[case(
    "tramadol 50 mg half a tablet nocte",
    "tramadol 50 mg tablets, 0.5 tablet once a day at night"
)]
#[case(
    "tramadol 50 mg up to qid prn",
    "tramadol 50 mg, as needed, at most 4 doses a day"
)]
#[case(
    "tramadol 50 mg tds max 400 mg in 24 h",
    "tramadol 50 mg, 3 times a day, at most 400 mg a day"
)]
#[case("oxycodone", "oxycodone")]
#[case(
    "oxycodone 5 mg 1 tablet each morning and evening",
    "oxycodone 5 mg tablets, 1 tablet twice a day"
)]
#[case("oxycodone 5 mg every morning and night", "oxycodone 5 mg, twice a day")]
#[case("oxycodone 5 mg morning, noon and night", "oxycodone 5 mg, 3 times a day")]
#[case("morphine 30 mg 1-0-1", "morphine 30 mg, 1 piece twice a day")]
#[case(
    "tramadol 50 mg 1-0-0-1 tablets",
    "tramadol 50 mg tablets, 1 tablet twice a day"
)]
#[case("tramadol 50 mg 0-0-1", "tramadol 50 mg, 1 piece once a day in the evening")]
#[case("tramadol 50 mg 2-1-2", "tramadol 50 mg, 5 pieces a day in total")]
#[case("tramadol 50 mg ½-0-½", "tramadol 50 mg, 0.5 piece twice a day")]
#[case(
    "fentanyl patch 25 mcg/h continuous change every 72 h",
    "fentanyl 25 micrograms/h patch, changed every 72 hours, continuous"
)]
#[case(
    "Xtampza ER 36 mg q12h",
    "oxycodone 36 mg (Xtampza) modified release, every 12 hours"
)]
#[case(
    "Seglentis 56/44 2 tabs bd",
    "celecoxib 56 mg + tramadol 44 mg (Seglentis) tablets, 2 tablets twice a day"
)]
#[case(
    "Embeda 20/0.8 od",
    "morphine 20 mg + naltrexone 0.8 mg (Embeda) modified release, once a day"
)]
#[case(
    "Apadaz 6.12/325 q6h",
    "benzhydrocodone 6.12 mg + paracetamol 325 mg (Apadaz), every 6 hours"
)]
#[case("morphine 10 mg/5 mL prn 5 mL", "morphine 10 mg/5 mL, 5 mL as needed")]
fn reads_and_prints_without_abbreviations(#[case] line: &str, #[case] normal: &str) {
    let medicine = read(line);
    assert_eq!(medicine.to_string(), normal);
    assert_eq!(read(normal).to_string(), normal);
    assert_eq!(medicine.parts().as_given.as_ref().map(Text::as_str), Some(line));
}

#[test]
fn keeps_what_was_typed_of_the_strength() {
    let given = |line| read(line).parts().strength_as_given.clone().map(String::from);
    assert_eq!(
        given("hydrocodone/acetaminophen 5/325 mg 1 tab q6h").as_deref(),
        Some("5/325 mg")
    );
    assert_eq!(given("fentanyl patch 25 µg/h").as_deref(), Some("25 ug/h"));
    assert_eq!(given("oxycodone 0,5 mg od").as_deref(), Some("0,5 mg"));
    assert_eq!(given("oxycodone"), None);
}

#[test]
fn trap_24_a_range_keeps_its_least_and_most() {
    let medicine = read("tramadol 50 mg 1-2 tabs q4-6h PRN max 8/day");
    let parts = medicine.parts();
    let dose = parts.dose.unwrap();
    let frequency = parts.frequency.unwrap();
    assert_eq!((dose.few, dose.many), (Number::whole(1), Number::whole(2)));
    assert_eq!(frequency.fewest_a_day().to_string(), "4");
    assert_eq!(frequency.most_a_day().to_string(), "6");
    assert!(parts.as_needed);
    assert_eq!(
        parts.most_a_day.map(|most| most.to_string()).as_deref(),
        Some("8 tablets")
    );
    assert_eq!(parts.taken_a_day, None);
}

#[test]
fn trap_24_qd_is_not_qid() {
    let times = |line| read(line).parts().frequency.unwrap().most_a_day().to_string();
    assert_eq!(times("oxycodone 10 mg QD"), "1");
    assert_eq!(times("oxycodone 10 mg QID"), "4");
    assert_eq!(times("oxycodone 10 mg QDS"), "4");
    assert_eq!(times("oxycodone 10 mg QOD"), "0.5");
}

#[test]
fn trap_24_the_change_of_a_patch_is_no_frequency_of_doses() {
    for line in [
        "fentanyl patch 25 mcg/h every 72 h",
        "buprenorphine patch 10 mcg/h weekly",
        "fentanyl patch 25 mcg/h daily",
    ] {
        let medicine = read(line);
        assert_eq!(medicine.parts().frequency, None, "{line}");
        assert!(medicine.parts().changed.is_some(), "{line}");
        assert_eq!(medicine.route(), Route::Transdermal);
    }
    // An hourly rate alone may be a pump.
    assert_eq!(read("fentanyl 25 mcg/h").route(), Route::Unknown);
    assert_eq!(read("fentanyl 25 mcg/h q12h").route(), Route::Unknown);
    assert_eq!(
        read("fentanyl 25 mcg/h intravenous every 72 h").route(),
        Route::Intravenous
    );
    let infusion = read("fentanyl 25 mcg/h intravenous every 72 h");
    assert_eq!(infusion.parts().form, Form::Unknown);
    assert_eq!(infusion.parts().changed, None);
}

#[rstest]
#[case("MS 10 mg bd")]
#[case("MSO4 10 mg bd")]
#[case("MgSO4 1 g od")]
#[case("hydroxy 25 mg od")]
#[case("oxy 10 mg bd")]
fn trap_25_names_for_two_medicines_are_refused_with_a_reason(#[case] line: &str) {
    let problem = read_line(line).unwrap_err();
    let MedicineProblem::RefusedName { text, because } = problem else {
        panic!("{problem}");
    };
    assert!(!text.is_empty() && because.contains("write"));
}

#[test]
fn trap_25_look_alikes_stay_what_they_are() {
    let id = |line| {
        read(line).parts().ingredients[0]
            .substance()
            .map(|known| known.id.as_str())
    };
    assert_eq!(id("hydrOXYzine 25 mg od"), Some("hydroxyzine"));
    assert_eq!(id("tapentadol 50 mg bd"), Some("tapentadol"));
    assert_eq!(id("tramadol 50 mg bd"), Some("tramadol"));
    assert_eq!(id("MS Contin 15 mg bd"), Some("morphine"));
    assert_eq!(id("gabapentin 300 mg tds"), Some("gabapentin"));
    assert_eq!(id("oxycodne 10 mg bd"), None);
    assert_eq!(read("morphine IR 10 mg").parts().release, Release::Immediate);
    assert_eq!(read("morphine ER 10 mg").parts().release, Release::Modified);
    assert_eq!(read("OxyNorm 5 mg qid").parts().release, Release::Immediate);
}

#[rstest]
#[case("oxycodone 10 mcg bd", "oxycodone", "micrograms", "mg")]
#[case("fentanyl patch 25 mg/h", "fentanyl", "mg/h", "micrograms/h")]
#[case("buprenorphine patch 10 mg/h", "buprenorphine", "mg/h", "micrograms/h")]
#[case("fentanyl 0.1 mg buccal qid", "fentanyl", "mg", "micrograms")]
#[case("pregabalin 75 g bd", "pregabalin", "g", "mg")]
#[case("codeine 0.03 g qid", "codeine", "g", "mg")]
#[case("oxycodone 5-10 mcg q6h", "oxycodone", "micrograms", "mg")]
fn trap_24_mg_and_micrograms_are_not_taken_for_each_other(
    #[case] line: &str,
    #[case] name: &str,
    #[case] unit: &str,
    #[case] usual: &str,
) {
    assert_eq!(
        read_line(line),
        Err(MedicineProblem::UnusualUnit {
            name: name.to_owned(),
            unit: unit.to_owned(),
            usual: usual.to_owned()
        })
    );
}

#[test]
fn injections_and_both_usual_units_are_left_alone() {
    read("morphine 500 mcg intrathecal daily");
    read("fentanyl 0.1 mg intravenous");
    read("morphine 500 mcg injection");
    read("buprenorphine 200 mcg sublingual tds");
    read("buprenorphine 2 mg sublingual od");
    read("gabapentin 1.2 g tds");
    read("codeine 30 mg + paracetamol 0.5 g qid");
    read("co-codamol 500/500 mg qid");
}

#[rstest]
#[case("oxycodone 10 mg as directed", "as directed")]
#[case("oxycodone 10 mg x4", "x4")]
#[case("oxycodone 10 mg q12h blue ones", "blue ones")]
#[case("oxycodone slow 10 mg bd", "oxycodone slow")]
#[case("oxycodone 10 mg bd for 3 days", "for 3 days")]
#[case("oxycodone 10 mg bd for pain 3 days", "for pain 3 days")]
#[case("oxycodone 10 mg bd max", "max")]
#[case("oxycodone 10 mg (Nonsuch) bd", "(Nonsuch) bd")]
#[case("morphine 10 mg 4 5", "4 5")]
fn what_is_not_understood_is_told_from_where(#[case] line: &str, #[case] from: &str) {
    let problem = read_line(line).unwrap_err();
    let told = match &problem {
        MedicineProblem::NotUnderstood { text } => text.as_str(),
        MedicineProblem::UnitMissing { text, .. } if from == "4 5" => {
            assert_eq!(text, "4");
            from
        }
        other => panic!("{other}"),
    };
    assert_eq!(told, from);
}

#[rstest]
#[case("", MedicineProblem::NoName)]
#[case("10 mg bd", MedicineProblem::NoName)]
#[case("a\0b", MedicineProblem::ControlCharacter)]
#[case("hydrocodone/acetaminophen 5 mg tds", MedicineProblem::AmountsDontMatch { names: 2, amounts: 1 })]
#[case("oxycodone 5/325 mg tds", MedicineProblem::AmountsDontMatch { names: 1, amounts: 2 })]
#[case("oxycodone 10 mg bd nocte", MedicineProblem::Twice { what: "frequency".to_owned(), text: "nocte".to_owned() })]
#[case("oxycodone 10 mg 20 mg 30 mg bd", MedicineProblem::Twice { what: "dose".to_owned(), text: "30 mg bd".to_owned() })]
#[case("hydrocodone/acetaminophen 5/325 mg 10 mg tds", MedicineProblem::Twice { what: "strength".to_owned(), text: "10 mg tds".to_owned() })]
#[case("oxycodone 10 mg bd max 4/day max 6/day", MedicineProblem::Twice { what: "maximum".to_owned(), text: "max 6/day".to_owned() })]
#[case("oxycodone 10 mg po iv bd", MedicineProblem::Twice { what: "route".to_owned(), text: "iv bd".to_owned() })]
#[case("oxycodone 10 mg tablets capsules", MedicineProblem::Twice { what: "form".to_owned(), text: "capsules".to_owned() })]
#[case("fentanyl patch 25 mcg/h daily change every 72 h", MedicineProblem::Twice { what: "frequency".to_owned(), text: String::new() })]
#[case("codeine/paracetamol 501/500 mg tds", MedicineProblem::AmountsExchanged { name: "codeine".to_owned(), amount: "501 mg".to_owned() })]
#[case("Percocet 5-325 q6h", MedicineProblem::UnitMissing { text: "5-325".to_owned(), usual: "mg, micrograms, g or mL".to_owned() })]
#[case("oxycodone 10", MedicineProblem::UnitMissing { text: "10".to_owned(), usual: "mg".to_owned() })]
#[case("Butec 10", MedicineProblem::UnitMissing { text: "10".to_owned(), usual: "micrograms/h".to_owned() })]
#[case("oxycodone 10 bd", MedicineProblem::UnitMissing { text: "10".to_owned(), usual: "mg".to_owned() })]
#[case("Butec 10 weekly", MedicineProblem::UnitMissing { text: "10".to_owned(), usual: "micrograms/h".to_owned() })]
#[case("fentanyl patch 25 mcg/h twice a day", MedicineProblem::ChangedTooOften { changed: "twice a day".to_owned() })]
#[case("Durogesic 25 mcg/h 1-0-1", MedicineProblem::ChangedTooOften { changed: "twice a day".to_owned() })]
#[case("MST 30 mg bd prn 10 mg", MedicineProblem::SecondAmount { text: "10 mg".to_owned() })]
#[case("MST 30 mg bd prn, 1 tablet", MedicineProblem::SecondAmount { text: "1 tablet".to_owned() })]
#[case("oxycodone MR 40 mg bd, 5 mg prn", MedicineProblem::SecondAmount { text: "5 mg prn".to_owned() })]
#[case("oxycodone MR 40 mg bd, 5-10 mg prn", MedicineProblem::SecondAmount { text: "5-10 mg prn".to_owned() })]
#[case("oxycodone 10 mg bd 20 mg 30 mg", MedicineProblem::SecondAmount { text: "20 mg 30 mg".to_owned() })]
#[case("gabapentin 300 mg mane, 600 mg nocte", MedicineProblem::SecondAmount { text: "600 mg nocte".to_owned() })]
#[case("morphine 10 mg bd and 5 mg prn", MedicineProblem::SecondAmount { text: "and 5 mg prn".to_owned() })]
#[case("morphine 10 mg bd then 5 mg od", MedicineProblem::SecondAmount { text: "then 5 mg od".to_owned() })]
#[case("morphine 10 mg bd plus 5 mg prn", MedicineProblem::SecondAmount { text: "plus 5 mg prn".to_owned() })]
#[case("morphine 10 mg bd + 5 mg prn", MedicineProblem::SecondAmount { text: "+ 5 mg prn".to_owned() })]
#[case("OxyContin 20 mg bd and OxyNorm 5 mg", MedicineProblem::SecondAmount { text: "and OxyNorm 5 mg".to_owned() })]
#[case("paracetamol 1 g qid and ibuprofen 400 mg", MedicineProblem::SecondAmount { text: "and ibuprofen 400 mg".to_owned() })]
#[case("fentanyl patch 25 mcg/h 50 mcg/h", MedicineProblem::Twice { what: "strength".to_owned(), text: "50 mcg/h".to_owned() })]
#[case("oxycodone 0 mg bd", MedicineProblem::Zero)]
#[case("oxycodone 10 mg bd max 0/day", MedicineProblem::Zero)]
#[case("hydrocodone/acetaminophen 325/5 mg tds", MedicineProblem::AmountsExchanged { name: "hydrocodone".to_owned(), amount: "325 mg".to_owned() })]
#[case(
    "hydrocodone/acetaminophen 5/325 mg tds max 60 mg/day",
    MedicineProblem::DoseOfMixture
)]
#[case("morphine 10 mg (OxyContin) bd", MedicineProblem::NamesDisagree { brand: "OxyContin".to_owned() })]
#[case("morphine 10 mg 2-1 tabs", MedicineProblem::RangeReversed { low: "1".to_owned(), high: "2".to_owned() })]
fn refuses_and_says_why(#[case] line: &str, #[case] problem: MedicineProblem) {
    assert_eq!(read_line(line), Err(problem));
}

/// What is understood in part is asked back with what would be clear.
#[rstest]
#[case("morphine 10 mg once", "once", Hint::Once)]
#[case("morphine 10 mg stat", "stat", Hint::Single)]
#[case("morphine 10 mg continuous", "continuous", Hint::Continuous)]
#[case("tramadol 50 mg qid takes half", "takes half", Hint::AmountADay)]
#[case("tramadol 50 mg qid taking some", "taking some", Hint::AmountADay)]
#[case("morphine 10 mg bd and prn", "and prn", Hint::OwnLine)]
#[case("morphine 10 mg bd plus prn", "plus prn", Hint::OwnLine)]
#[case("oxycodone 5 mg 1 tablet each", "each", Hint::OwnLine)]
#[case("oxycodone 5 mg and dignity", "and dignity", Hint::OwnLine)]
fn what_is_not_clear_is_asked_back_with_a_hint(#[case] line: &str, #[case] from: &str, #[case] hinted: Hint) {
    match read_line(line) {
        Err(MedicineProblem::NotClear { text, hint }) => {
            assert_eq!(text, from);
            assert_eq!(hint, hinted);
        }
        other => panic!("{other:?}"),
    }
}

#[rstest]
#[case("oxycodone 1,000 mg od")]
#[case("oxycodone 05 mg od")]
#[case("oxycodone .5 mg bd")]
fn trap_24_a_strength_with_two_readings_is_asked_back(#[case] line: &str) {
    assert!(matches!(read_line(line), Err(MedicineProblem::TwoNumbers { .. })));
}

#[rstest]
#[case("morphine PR 10 mg bd", "rectal", "prolonged release")]
#[case("tramadol 50 mg 2 tabs qid taking 3/day", "3 tablets", "3 doses")]
#[case("methadone 10 mg biweekly", "twice a week", "every 2 weeks")]
fn two_meanings_are_asked_back(#[case] line: &str, #[case] first: &str, #[case] second: &str) {
    let Err(MedicineProblem::TwoMeanings { one, other, .. }) = read_line(line) else {
        panic!("{line} has two meanings");
    };
    assert_eq!((one.as_str(), other.as_str()), (first, second));
}

#[test]
fn limits_the_line_and_the_name() {
    let long = "x".repeat(LONGEST_LINE + 1);
    assert_eq!(
        read_line(&long),
        Err(MedicineProblem::TooLong { limit: LONGEST_LINE })
    );
    assert_eq!(
        read_line(&"x".repeat(81)),
        Err(MedicineProblem::TooLong { limit: 80 })
    );
}

#[test]
fn stores_as_text_and_is_checked_when_it_is_read_back() {
    let medicine = read("tramadol 50 mg 1-2 tabs q4-6h PRN max 8/day");
    let stored = serde_json::to_value(&medicine).unwrap();
    assert_eq!(stored["dose"], "1 to 2 tablets");
    assert_eq!(stored["frequency"], "every 4 to 6 hours");
    assert_eq!(stored["ingredients"][0]["strength"], "50 mg");
    assert_eq!(
        serde_json::from_value::<Medicine>(stored.clone()).unwrap(),
        medicine
    );

    let mut other = stored.clone();
    other["ingredients"][0]["strength"] = "50 micrograms".into();
    assert!(serde_json::from_value::<Medicine>(other).is_err());
    let mut other = stored.clone();
    other["ingredients"][0]["name"] = "MSO4".into();
    assert!(serde_json::from_value::<Medicine>(other).is_err());
    let mut other = stored.clone();
    other["ingredients"][0]["name"] = "OxyContin".into();
    let problem = serde_json::from_value::<Medicine>(other).unwrap_err().to_string();
    assert!(
        problem.contains(r#"{"code":"brand_as_ingredient","brand":"OxyContin","holds":"oxycodone"}"#),
        "{problem}"
    );
    let mut other = stored.clone();
    other["colour"] = "blue".into();
    assert!(serde_json::from_value::<Medicine>(other).is_err());
    let mut other = stored;
    other["ingredients"] = serde_json::json!([]);
    assert!(serde_json::from_value::<Medicine>(other).is_err());
}

#[test]
fn actual_use_stands_apart_from_what_was_prescribed() {
    let medicine = read("tramadol 50 mg 1 tab qid taking 3 a day");
    let parts = medicine.parts();
    let taken = Amount {
        value: Number::whole(3),
        unit: Unit::Tablet,
    };
    assert_eq!(parts.taken_a_day, Some(taken));
    assert_eq!(parts.frequency.unwrap().to_string(), "4 times a day");
}

fn lines() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec![
        "oxycodone",
        "tramadol",
        "hydrocodone/acetaminophen",
        "OxyContin",
        "co-codamol",
        "morphine sulphate",
        "sertraline",
    ]);
    let often = prop::sample::select(vec![
        "",
        "bd",
        "TDS",
        "q4-6h",
        "every 72 h",
        "nocte",
        "2x/day",
        "weekly",
        "every other day",
        "qd prn",
        "prn",
    ]);
    let ends = prop::sample::select(vec![
        "",
        "max 8/day",
        "max 6 tablets a day",
        "taking 2 tabs/day",
        "otc",
        "for back pain",
        "iv",
        "MR tablets",
        "not taking",
    ]);
    let dose = prop::sample::select(vec!["", "1 tab", "1-2 tabs", "half a tablet", "2 caps", "5 mL"]);
    (name, 1u32..200, 1u32..9, dose, often, ends).prop_map(|(name, whole, part, dose, often, ends)| {
        let strength = match name {
            "co-codamol" | "hydrocodone/acetaminophen" => format!("{whole}.{part}/500 mg"),
            _ => format!("{whole},{part} mg"),
        };
        format!("{name} {strength} {dose} {often} {ends}")
    })
}

proptest! {
    #[test]
    fn never_panics(line in "\\PC{0,80}") {
        let _outcome = read_line(&line);
    }

    #[test]
    fn never_panics_on_its_own_words(words in prop::collection::vec(prop::sample::select(vec![
        "oxycodone", "MS", "10", "5/325", "mg", "mcg/h", "q", "h", "every", "to", "-", "/", "max", "day", "tabs", "prn", "patch",
        "(", ")", "+", ".5", "1,000", "half", "a", "for", "taking", "x", "%", "½", "weekly", "in", "ml", "0",
    ]), 0..12)) {
        if let Ok(medicine) = read_line(&words.join(" ")) {
            let normal = medicine.to_string();
            prop_assert_eq!(read_line(&normal).map(|again| again.to_string()), Ok(normal));
        }
    }

    #[test]
    fn the_normal_form_reads_back_as_itself(line in lines()) {
        if let Ok(medicine) = read_line(&line) {
            let normal = medicine.to_string();
            let again = read_line(&normal);
            prop_assert_eq!(again.as_ref().map(ToString::to_string), Ok(normal));
            let plain = |medicine: Medicine| Parts { as_given: None, strength_as_given: None, ..medicine.into_parts() };
            prop_assert_eq!(again.map(plain), Ok(plain(medicine)));
        }
    }
}

#[rstest]
#[case("day half mg")]
#[case("x half mg")]
#[case("day 0.5 mg")]
fn half_a_milligram_reads_back_as_itself(#[case] line: &str) {
    let read = |line: &str| read_line(line).map(|medicine| (medicine.to_string(), medicine.into_parts()));
    let (normal, parts) = read(line).unwrap();
    let (again, parts_again) = read(&normal).unwrap();
    assert_eq!(again, normal, "{parts:?} {parts_again:?}");
}
