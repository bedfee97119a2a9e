//! The change against the published figures: one, several, and the error of measurement.

use super::*;

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
fn trap_29_what_may_be_error_of_measurement(
    #[case] id: &str,
    #[case] from: f64,
    #[case] to: f64,
    #[case] error: bool,
) {
    let change = change(id, from, to);
    assert_eq!(change.may_be_error(), error);
}
