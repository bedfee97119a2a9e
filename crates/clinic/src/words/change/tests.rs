//! What is said of a change, from two scores to the sentence.

use super::*;
use lamina_domain::{
    Text,
    change::{Own, TakenScore, Thresholds, compare},
    instrument::{ChangeUse, instrument, instruments},
};
use proptest::prelude::*;
use rstest::rstest;

fn taken(id: &str, value: impl Into<Option<f64>>) -> TakenScore<'static> {
    TakenScore {
        instrument: instrument(id).unwrap(),
        edition: None,
        asked: None,
        value: value.into(),
    }
}

fn compared(id: &str, from: f64, to: f64) -> Comparison {
    compare(taken(id, from), taken(id, to), &Thresholds::default()).unwrap()
}

fn said(id: &str, from: f64, to: f64) -> String {
    sentence(&compared(id, from, to), instrument(id).unwrap())
}

#[rstest]
#[case(
    "nrs",
    3.0,
    2.0,
    "3 to 2: 1 point better, less than the 2 but 33.3 %, more than the 30 % that matters (Ostelo 2008)"
)]
#[case(
    "nrs",
    4.0,
    3.0,
    "4 to 3: 1 point better, less than the 2 that matters (Ostelo 2008)"
)]
#[case(
    "odi",
    20.0,
    14.0,
    "20 to 14: 6 points better, less than the 10 but 30 %, as much as the 30 % that matters (Ostelo 2008); it may be error of measurement, which reaches 10.5 (Davidson 2002)"
)]
#[case(
    "odi",
    58.0,
    42.0,
    "58 to 42: 16 points better, more than the 10 that matters (Ostelo 2008)"
)]
#[case(
    "rmdq-24",
    10.0,
    7.0,
    "10 to 7: 3 points better, less than the 5 but 30 %, as much as the 30 % that matters (Ostelo 2008); it may be error of measurement, which reaches 5 (Stratford)"
)]
#[case(
    "nrs",
    3.0,
    4.0,
    "3 to 4: 1 point worse, less than the 2 that matters (Ostelo 2008)"
)]
#[case(
    "rmdq-24",
    0.0,
    4.0,
    "0 to 4: 4 points worse, less than the 5 that matters (Ostelo 2008); it may be error of measurement, which reaches 5 (Stratford)"
)]
fn an_improvement_by_the_share_alone_is_told_with_the_points_and_getting_worse_by_points(
    #[case] id: &str,
    #[case] from: f64,
    #[case] to: f64,
    #[case] words: &str,
) {
    assert_eq!(said(id, from, to), words);
}

#[rstest]
#[case(
    "odi",
    58.0,
    42.0,
    Some("27.5 %, less than the 30 % that matters (Ostelo 2008)")
)]
#[case("nrs", 1.0, 0.0, Some("100 %, more than the 30 % that matters (Ostelo 2008)"))]
#[case("nrs", 5.0, 5.0, Some("0 %"))]
#[case("nrs", 0.0, 5.0, None)]
#[case("pcs", 20.0, 15.0, Some("25 %"))]
#[case("promis-depression", 60.0, 50.0, None)]
fn trap_10_percent_stands_beside_points(
    #[case] id: &str,
    #[case] from: f64,
    #[case] to: f64,
    #[case] words: Option<&str>,
) {
    assert_eq!(percent(&compared(id, from, to)).as_deref(), words);
}

#[test]
fn trap_52_nearly_thirty_does_not_look_like_it() {
    assert_eq!(
        percent(&compared("6mwt", 1000.0, 1299.6)).as_deref(),
        Some("29.9 %")
    );
    assert_eq!(
        percent(&compared("odi", 27.0, 19.0)).unwrap(),
        "29.6 %, less than the 30 % that matters (Ostelo 2008)"
    );
    assert_eq!(
        percent(&compared("nrs", 4.0, 6.0)).unwrap(),
        "50 %, more than the 30 % that matters (Ostelo 2008)"
    );
}

#[test]
fn a_clinics_own_figure_is_named_as_its_own() {
    let text = |words| Text::new(words).unwrap();
    let mut thresholds = Thresholds::default();
    let own = Own {
        points: Some(15.0),
        percent: None,
        who: text("Dr Example"),
        when: text("3 May 2024"),
        why: text("agreed by the team"),
    };
    thresholds.set("odi", own).unwrap();
    let change = compare(taken("odi", 58.0), taken("odi", 44.0), &thresholds).unwrap();
    assert_eq!(
        sentence(&change, instrument("odi").unwrap()),
        "58 to 44: 14 points better, less than the 15 that matters (the clinic's own: Dr Example, 3 May 2024)"
    );
}

#[rstest]
#[case(
    "nrs",
    10.0,
    7.0,
    Some("30 % better, at least the 30 % that count as moderate (Dworkin 2008)")
)]
#[case(
    "nrs",
    8.0,
    4.0,
    Some("50 % better, at least the 50 % that count as substantial (Dworkin 2008)")
)]
#[case(
    "nrs",
    7.0,
    5.0,
    Some("28.5 % better, less than the 30 % that count as moderate (Dworkin 2008)")
)]
#[case("nrs", 4.0, 8.0, None)]
#[case("nrs", 4.0, 4.0, None)]
#[case("nrs", 0.0, 0.0, None)]
#[case("odi", 50.0, 25.0, None)]
fn trap_52_relief_is_told_for_pain_that_became_less(
    #[case] id: &str,
    #[case] from: f64,
    #[case] to: f64,
    #[case] wanted: Option<&str>,
) {
    let words = response(
        &compared(id, from, to),
        instrument(id).unwrap(),
        Responders::default(),
    );
    assert_eq!(words.as_deref(), wanted);
}

#[test]
fn trap_52_a_clinics_own_responder_limits_are_named_as_its_own() {
    let mut thresholds = Thresholds::default();
    thresholds
        .set_responders("40 % and 60 %".parse().unwrap())
        .unwrap();
    let change = compare(taken("nrs", 10.0), taken("nrs", 6.0), &thresholds).unwrap();
    let words = response(&change, instrument("nrs").unwrap(), thresholds.responders());
    assert_eq!(
        words.as_deref(),
        Some("40 % better, at least the 40 % that count as moderate (the clinic's own)")
    );
}

#[rstest]
#[case(
    "odi",
    58.0,
    42.0,
    "58 to 42: 16 points better, more than the 10 that matters (Ostelo 2008)"
)]
#[case(
    "odi",
    42.0,
    58.0,
    "42 to 58: 16 points worse, more than the 10 that matters (Ostelo 2008)"
)]
#[case(
    "odi",
    52.0,
    42.0,
    "52 to 42: 10 points better, as much as the 10 that matters (Ostelo 2008); it may be error of measurement, which reaches 10.5 (Davidson 2002)"
)]
#[case(
    "odi",
    51.9,
    42.0,
    "51.9 to 42: 9.9 points better, less than the 10 that matters (Ostelo 2008); it may be error of measurement, which reaches 10.5 (Davidson 2002)"
)]
#[case(
    "odi",
    43.0,
    42.0,
    "43 to 42: 1 point better, less than the 10 that matters (Ostelo 2008); it may be error of measurement, which reaches 10.5 (Davidson 2002)"
)]
#[case("odi", 42.0, 42.0, "42 to 42: no change")]
#[case(
    "nrs",
    0.0,
    3.0,
    "0 to 3: 3 points worse, more than the 2 that matters (Ostelo 2008)"
)]
#[case(
    "peg",
    7.0,
    5.0,
    "7 to 5: 2 points better, 28.5 %, less than the 30 % that matters (PEG practice, CDC 2022)"
)]
#[case(
    "peg",
    7.0,
    4.9,
    "7 to 4.9: 2.1 points better, 30 %, as much as the 30 % that matters (PEG practice, CDC 2022)"
)]
#[case(
    "tug",
    14.0,
    12.7,
    "14 to 12.7: 1.3 s better, between the 1.3 (Jakobsson 2019) and the 3.4 (Gautschi 2017) that matter, so sources differ on whether it matters"
)]
#[case(
    "tug",
    12.9,
    11.7,
    "12.9 to 11.7: 1.2 s better, less than the 1.3 (Jakobsson 2019) and the 3.4 (Gautschi 2017) that matter"
)]
#[case(
    "tug",
    14.0,
    10.0,
    "14 to 10: 4 s better, at least the 1.3 (Jakobsson 2019) and the 3.4 (Gautschi 2017) that matter"
)]
#[case(
    "6mwt",
    380.0,
    420.0,
    "380 to 420: 40 m better, at least the 26 and the 35 that matter (McIlroy 2025)"
)]
#[case(
    "6mwt",
    420.0,
    390.0,
    "420 to 390: 30 m worse, between the 26 and the 35 that matter (McIlroy 2025), so sources differ on whether it matters"
)]
#[case(
    "tsk-17",
    40.0,
    35.0,
    "40 to 35: 5 points better, more than the 4 that matters (Woby 2005); it may be error of measurement, which reaches 8.76 (Woby 2005)"
)]
#[case(
    "tsk-11",
    32.0,
    24.0,
    "32 to 24: 8 points better, more than the 4 that matters (Woby 2005)"
)]
#[case(
    "pcs",
    20.0,
    12.0,
    "20 to 12: 8 points better, as much as the 8 that matters (Monticone 2022)"
)]
#[case(
    "gad-7",
    14.0,
    10.0,
    "14 to 10: 4 points better, as much as the 4 that matters (Toussaint 2020)"
)]
#[case(
    "promis-physical-function",
    40.0,
    36.0,
    "40 to 36: 4 points worse, more than the 3.6 that matters (PROMIS-29, Spine 2021)"
)]
#[case(
    "promis-sleep-disturbance",
    60.0,
    57.0,
    "60 to 57: 3 points better, less than the 3.9 that matters (PROMIS-29, Spine 2021)"
)]
#[case(
    "eq-vas",
    60.0,
    50.0,
    "60 to 50: 10 points worse; how much matters is not established"
)]
#[case(
    "promis-depression",
    60.0,
    56.0,
    "60 to 56: 4 points better, between the 4 (Kroenke 2020) and the 5.25 (PROMIS-29, Spine 2021) that matter, so sources differ on whether it matters"
)]
fn the_change_in_words(#[case] id: &str, #[case] from: f64, #[case] to: f64, #[case] words: &str) {
    assert_eq!(said(id, from, to), words);
}

#[rstest]
#[case("odi", 1.0, "1 point")]
#[case("odi", 0.0, "0 points")]
#[case("odi", 16.5, "16.5 points")]
#[case("promis-depression", 1.0, "1 point")]
#[case("tug", 1.0, "1 s")]
#[case("tug", 1.3, "1.3 s")]
fn a_size_stands_with_its_unit(#[case] id: &str, #[case] size: f64, #[case] words: &str) {
    assert_eq!(amount(instrument(id).unwrap(), size), words);
}

fn two_scores() -> impl Strategy<Value = (&'static Instrument, f64, f64)> {
    let measures: Vec<&'static Instrument> = instruments()
        .iter()
        .filter(|one| one.change != ChangeUse::Nothing)
        .collect();
    proptest::sample::select(measures).prop_flat_map(|one| {
        let tenths = (one.min * 10.0) as i64..=(one.max.unwrap_or(600.0) * 10.0) as i64;
        (Just(one), tenths.clone(), tenths).prop_map(|(one, a, b)| (one, a as f64 / 10.0, b as f64 / 10.0))
    })
}

proptest! {
    #[test]
    fn a_sentence_names_both_scores((one, a, b) in two_scores()) {
        let words = said(&one.id, a, b);
        let begins = format!("{a} to {b}: ");
        prop_assert!(words.starts_with(&begins), "{}", words);
        prop_assert!(!words.contains("NaN") && !words.contains("inf"));
    }
}
