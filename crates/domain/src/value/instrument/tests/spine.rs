//! The instruments of the neck, the cord, claudication and the person's own activities: worked examples and their edges.

use super::*;
use crate::value::issue::Problem;
use rstest::rstest;

fn given(text: &str) -> Vec<Option<GivenAnswer>> {
    let cells = text.split_whitespace();
    cells
        .map(|cell| cell.parse().ok().map(GivenAnswer::Number))
        .collect()
}

fn plain(id: &str, text: &str) -> ScoreResult {
    score(instrument(id).unwrap(), &given(text), &Options::default())
        .unwrap_or_else(|refused| panic!("{refused:?}"))
}

fn band(scored: &ScoreResult) -> &str {
    scored.band.as_ref().map_or("", |band| &band.label)
}

#[rstest]
#[case("2 2 2 2 2 2 2 2 2 2", Some(40.0), false, "moderate")]
#[case("2 2 2 2 2 2 2 _ 2 2", Some(40.0), false, "moderate")]
#[case("3 3 3 3 _ _ 3 3 3 3", Some(60.0), true, "severe")]
#[case("3 3 3 3 _ _ _ 3 3 3", None, false, "")]
#[case("5 5 5 5 5 5 5 5 5 5", Some(100.0), false, "complete")]
fn ndi_vectors(#[case] text: &str, #[case] wanted: Option<f64>, #[case] tag: bool, #[case] name: &str) {
    let scored = plain("ndi", text);
    assert_eq!((scored.score, scored.prorated), (wanted, tag));
    assert_eq!(band(&scored), name);
}

#[rstest]
#[case("5 7 3 3", Some(18.0), "no impairment on this scale")]
#[case("4 6 3 2", Some(15.0), "mild")]
#[case("3 5 2 2", Some(12.0), "moderate")]
#[case("3 5 2 1", Some(11.0), "severe")]
#[case("0 0 0 0", Some(0.0), "severe")]
#[case("5 7 _ 3", None, "")]
fn mjoa_vectors(#[case] text: &str, #[case] wanted: Option<f64>, #[case] name: &str) {
    let scored = plain("mjoa", text);
    assert_eq!(scored.score, wanted);
    assert_eq!(band(&scored), name);
}

#[rstest]
#[case("zcq-symptoms", "3 3 3 3 3 3 3", Some(3.0), false)]
#[case("zcq-symptoms", "3 3 3 3 3 _ _", Some(3.0), true)]
#[case("zcq-symptoms", "3 3 3 3 _ _ _", None, false)]
#[case("zcq-function", "2 2 2 3 2", Some(2.2), false)]
#[case("zcq-function", "2 2 _ _ _", None, false)]
#[case("zcq-satisfaction", "2 2 3 3 2 3", Some(2.5), false)]
fn zcq_vectors(#[case] id: &str, #[case] text: &str, #[case] wanted: Option<f64>, #[case] tag: bool) {
    let scored = plain(id, text);
    assert_eq!((scored.score, scored.prorated), (wanted, tag));
}

#[test]
fn the_question_about_balance_has_three_answers() {
    let refused = score(
        instrument("zcq-symptoms").unwrap(),
        &given("3 3 3 3 3 3 2"),
        &Options::default(),
    );
    assert_eq!(refused.unwrap_err(), [Refusal::NoSuchPoints { number: 7 }]);
}

#[rstest]
#[case("8 5 7.5 7.5 5", Some(6.6))]
#[case("8 5 7.5 _ 5", None)]
fn comi_vectors(#[case] text: &str, #[case] wanted: Option<f64>) {
    assert_eq!(plain("comi", text).score, wanted);
}

#[rstest]
#[case("3", Some(3.0))]
#[case("3 4 6", Some(4.3))]
#[case("0 0 0 0 0", Some(0.0))]
#[case("3 _ 6", None)]
fn psfs_is_the_mean_of_the_activities_that_were_named_and_each_is_needed(
    #[case] text: &str,
    #[case] wanted: Option<f64>,
) {
    let scored = plain("psfs", text);
    assert_eq!((scored.score, scored.prorated), (wanted, false));
    let of = u32::try_from(given(text).len()).unwrap();
    assert_eq!(
        scored.answered + scored.missing,
        of,
        "an activity that was not named is not missing"
    );
}

#[test]
fn psfs_takes_no_more_activities_than_five_and_not_none() {
    for text in ["", "1 2 3 4 5 6"] {
        let refused = score(instrument("psfs").unwrap(), &given(text), &Options::default());
        assert!(
            matches!(refused.unwrap_err()[..], [Refusal::ItemCount { .. }]),
            "{text}"
        );
    }
}

#[rstest]
#[case(1.01)]
#[case(-1.2)]
fn an_index_above_full_health_or_below_every_value_set_is_refused(#[case] value: f64) {
    let index = instrument("eq-5d-index").unwrap();
    let refused = entered(index, value, Some("5L England 2018")).unwrap_err();
    assert_eq!(
        refused,
        Refusal::Total {
            problem: Problem::OutOfRange { min: -1, max: 1 }
        }
    );
    assert_eq!(
        entered(index, -0.285, Some("5L England 2018")).unwrap().score,
        Some(-0.285)
    );
}

#[test]
fn no_code_is_made_up_for_them() {
    for id in [
        "ndi",
        "mjoa",
        "psfs",
        "zcq-symptoms",
        "zcq-function",
        "zcq-satisfaction",
        "comi",
        "eq-5d-index",
    ] {
        let codes = &instrument(id).unwrap().codes;
        assert!(
            codes.loinc_score.is_none() && codes.loinc_panel.is_none() && codes.generic.is_some(),
            "trap 42: {id}"
        );
    }
}
