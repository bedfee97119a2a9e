//! The change in words against the published figures: one, several, and the error of measurement.

use super::*;

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
    assert_eq!(sentence(id, from, to), words);
}

#[rstest]
#[case("tug", 14.0, 12.8, Reach::Below)]
#[case("tug", 14.0, 12.0, Reach::Between)]
#[case("tug", 14.0, 10.6, Reach::Reached)]
#[case("tug", 12.0, 14.0, Reach::Between)]
#[case("6mwt", 300.0, 274.0, Reach::Between)]
#[case("peg", 7.0, 4.9, Reach::Reached)]
#[case("eq-vas", 50.0, 90.0, Reach::NotEstablished)]
fn a_change_between_two_figures_lies_between(
    #[case] id: &str,
    #[case] from: f64,
    #[case] to: f64,
    #[case] reach: Reach,
) {
    assert_eq!(change(id, from, to).reach(), reach);
}

#[rstest]
#[case("odi", 50.0, 40.0, true)]
#[case("odi", 50.0, 39.5, false)]
#[case("pcs", 30.0, 22.3, true)]
#[case("pcs", 30.0, 22.0, false)]
#[case("tsk-11", 30.0, 23.0, true)]
#[case("odi", 50.0, 50.0, false)]
#[case("nrs", 5.0, 4.0, false)]
fn trap_29_what_may_be_error_of_measurement_is_said(
    #[case] id: &str,
    #[case] from: f64,
    #[case] to: f64,
    #[case] error: bool,
) {
    let change = change(id, from, to);
    assert_eq!(change.may_be_error(), error);
    let said = change.sentence(instrument(id).unwrap());
    assert_eq!(said.contains("error of measurement"), error, "{said}");
}
