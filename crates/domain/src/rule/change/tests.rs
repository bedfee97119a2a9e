//! The worked examples of comparing, and what holds for all of them.

mod figures;

use super::*;
use crate::{
    fact::score::{PainKind, RatingScope},
    value::{
        instrument::{Better, ChangeUse, Site, instrument},
        issue::Problem,
        level::Side,
        text::Text,
    },
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

fn change(id: &str, from: f64, to: f64) -> Comparison {
    compare(taken(id, from), taken(id, to), &Thresholds::default()).unwrap()
}

#[rstest]
#[case(8.0, 5.0, Some(37.5), Direction::Better, true)]
#[case(8.0, 4.0, Some(50.0), Direction::Better, true)]
#[case(10.0, 7.0, Some(30.0), Direction::Better, true)]
#[case(4.0, 6.0, Some(-50.0), Direction::Worse, true)]
#[case(1.0, 0.0, Some(100.0), Direction::Better, false)]
#[case(0.0, 3.0, None, Direction::Worse, true)]
#[case(5.0, 5.0, Some(0.0), Direction::Same, false)]
fn nrs_vectors(
    #[case] baseline: f64,
    #[case] now: f64,
    #[case] percent: Option<f64>,
    #[case] direction: Direction,
    #[case] important: bool,
) {
    let full = change("nrs", baseline, now);
    assert_eq!((full.percent, full.direction), (percent, direction));
    assert_eq!(full.by_points[0].met(), important);
}

#[rstest]
#[case(10.0, 12.0, false)]
#[case(10.0, 13.0, true)]
#[case(13.0, 14.0, false)]
#[case(13.0, 15.0, true)]
#[case(15.0, 16.0, true)]
#[case(15.0, 14.0, true)]
fn trap_28_what_matters_on_the_mjoa_depends_on_the_baseline(
    #[case] from: f64,
    #[case] to: f64,
    #[case] important: bool,
) {
    let full = change("mjoa", from, to);
    assert_eq!(full.by_points[0].met(), important);
    let better = if to > from {
        Direction::Better
    } else {
        Direction::Worse
    };
    assert_eq!(full.direction, better, "trap 7: higher is better");
}

#[test]
fn no_verdict_without_a_published_figure() {
    for (id, from, to) in [("zcq-symptoms", 4.0, 2.0), ("eq-5d-index", 0.3, 0.9)] {
        let full = change(id, from, to);
        assert!(full.by_points.is_empty() && full.by_percent.is_none(), "{id}");
    }
}

#[rstest]
#[case("nrs", 3.0, 2.0, true)]
#[case("nrs", 4.0, 3.0, false)]
#[case("odi", 20.0, 14.0, true)]
#[case("odi", 58.0, 42.0, true)]
#[case("rmdq-24", 10.0, 7.0, true)]
#[case("nrs", 3.0, 4.0, false)]
#[case("rmdq-24", 0.0, 4.0, false)]
fn an_improvement_that_reaches_the_points_or_the_share_matters_and_getting_worse_counts_by_points(
    #[case] id: &str,
    #[case] from: f64,
    #[case] to: f64,
    #[case] reached: bool,
) {
    assert_eq!(change(id, from, to).reach() == Reach::Reached, reached);
}

#[rstest]
#[case("odi", 58.0, 42.0, Some(275))]
#[case("nrs", 1.0, 0.0, Some(1000))]
#[case("nrs", 5.0, 5.0, Some(0))]
#[case("nrs", 0.0, 5.0, None)]
#[case("pcs", 20.0, 15.0, Some(250))]
#[case("promis-depression", 60.0, 50.0, None)]
fn trap_10_percent_stands_beside_points(
    #[case] id: &str,
    #[case] from: f64,
    #[case] to: f64,
    #[case] tenths: Option<i64>,
) {
    assert_eq!(change(id, from, to).tenths_of_percent(), tenths);
}

#[rstest]
#[case("nrs", 10.0, 7.0, true, false)]
#[case("nrs", 8.0, 4.0, true, true)]
#[case("nrs", 7.0, 5.0, false, false)]
#[case("odi", 50.0, 35.1, false, false)]
#[case("odi", 50.0, 35.0, true, false)]
#[case("odi", 50.0, 25.1, true, false)]
#[case("odi", 50.0, 25.0, true, true)]
#[case("peg", 7.0, 4.9, true, false)]
#[case("nrs", 4.0, 8.0, false, false)]
#[case("6mwt", 300.0, 390.0, true, false)]
#[case("6mwt", 300.0, 210.0, false, false)]
fn trap_52_responders_at_30_and_50_are_two_answers(
    #[case] id: &str,
    #[case] from: f64,
    #[case] to: f64,
    #[case] at_30: bool,
    #[case] at_50: bool,
) {
    let change = change(id, from, to);
    assert_eq!(
        (change.responder_moderate, change.responder_substantial),
        (Some(at_30), Some(at_50))
    );
}

#[test]
fn trap_52_nearly_thirty_is_not_thirty_and_does_not_look_like_it() {
    let near = change("6mwt", 1000.0, 1299.6);
    assert_eq!(near.responder_moderate, Some(false));
    assert_eq!(near.tenths_of_percent(), Some(299));
    let change = change("odi", 27.0, 19.0);
    assert_eq!(change.responder_moderate, Some(false), "29.6 % is not 30 %");
    assert_eq!(change.tenths_of_percent(), Some(296));
}

#[test]
fn trap_52_nearly_fifty_is_not_fifty() {
    let near = change("6mwt", 1000.0, 1499.5);
    assert_eq!(
        (near.responder_moderate, near.responder_substantial),
        (Some(true), Some(false))
    );
}

#[test]
fn trap_09_getting_worse_reaches_the_percent_that_matter_and_is_no_response() {
    let worse = change("nrs", 4.0, 6.0);
    assert_eq!(
        worse.by_percent.as_ref().map(|against| against.than),
        Some(Than::More)
    );
    assert_eq!(
        (worse.responder_moderate, worse.responder_substantial),
        (Some(false), Some(false))
    );
    assert_eq!(worse.tenths_of_percent(), Some(500));
}

#[test]
fn tenths_are_compared_as_they_were_written() {
    // As binary fractions both differences lie just beside ten.
    for (from, to) in &[(32.3, 22.3), (42.3, 32.3), (64.1, 54.1)] {
        let change = change("odi", *from, *to);
        assert_eq!(change.by_points[0].than, Than::Equal, "{from} to {to}");
        assert_eq!(change.points, 10.0);
    }
}

#[test]
fn trap_10_percent_of_zero_does_not_exist() {
    let change = change("nrs", 0.0, 3.0);
    assert_eq!(
        (
            change.percent,
            change.responder_moderate,
            change.responder_substantial
        ),
        (None, None, None)
    );
    assert_eq!(change.by_percent, None);
    assert_eq!(change.points, -3.0);
}

#[test]
fn scales_without_a_true_zero_have_points_alone() {
    let change = change("tsk-17", 40.0, 30.0);
    assert_eq!(
        (change.points, change.percent, change.responder_moderate),
        (10.0, None, None)
    );
    assert_eq!(change.by_points[0].amount, 4.0);
    let unchecked = crate::value::instrument::instrument("isi").unwrap();
    for one in unchecked.important.iter().filter(|one| !one.used) {
        assert!(
            self::change("isi", 20.0, 10.0)
                .by_points
                .iter()
                .all(|used| used.source != Source::published(&one.source)),
            "a figure that is not used judges nothing"
        );
    }
}

#[test]
fn trap_07_higher_is_better_where_it_is() {
    for id in ["eq-vas", "promis-physical-function", "6mwt", "walking-minutes"] {
        let up = change(id, 40.0, 50.0);
        assert_eq!((up.direction, up.points), (Direction::Better, 10.0), "{id}");
    }
    for id in ["nrs", "odi", "tug", "5xsts", "promis-pain-interference"] {
        let up = change(id, 4.0, 5.0);
        assert_eq!((up.direction, up.points), (Direction::Worse, -1.0), "{id}");
    }
}

#[rstest]
#[case(30.0, 20.0, 8.0)]
#[case(30.0, 25.0, 8.0)]
#[case(31.0, 20.0, 11.0)]
fn a_high_baseline_has_its_own_figure(#[case] from: f64, #[case] to: f64, #[case] figure: f64) {
    assert_eq!(change("pcs", from, to).by_points[0].amount, figure);
}

#[rstest]
#[case(12.0, 7.0, Than::Equal)]
#[case(12.0, 8.0, Than::Less)]
#[case(12.0, 6.0, Than::More)]
#[case(12.0, 18.0, Than::More)]
fn trap_29_a_change_is_set_against_measurement_error(#[case] from: f64, #[case] to: f64, #[case] than: Than) {
    let reliable = change("rmdq-24", from, to).reliable.unwrap();
    assert_eq!(
        (reliable.amount, reliable.than, reliable.source),
        (5.0, than, Source::published("Stratford"))
    );
    assert_eq!(
        change("nrs", 5.0, 2.0).reliable,
        None,
        "none is listed for a rating of pain"
    );
}

fn refused(first: TakenScore<'_>, second: TakenScore<'_>) -> Apart {
    compare(first, second, &Thresholds::default()).unwrap_err()
}

#[test]
fn trap_05_only_like_is_compared_with_like() {
    let odi = |edition| TakenScore {
        edition,
        ..taken("odi", 40.0)
    };
    let editions = |baseline: Option<&str>| Apart::Editions {
        baseline: baseline.map(str::to_owned),
        now: Some("2.1a".to_owned()),
    };
    assert_eq!(
        refused(odi(Some("1.0")), odi(Some("2.1a"))),
        editions(Some("1.0"))
    );
    assert_eq!(refused(odi(None), odi(Some("2.1a"))), editions(None));
    assert!(compare(odi(Some("2.1a")), odi(Some("2.1a")), &Thresholds::default()).is_ok());
    assert!(matches!(
        refused(taken("odi", 40.0), taken("rmdq-24", 10.0)),
        Apart::Instruments { .. }
    ));
    assert!(matches!(
        refused(taken("nrs", 4.0), taken("odi", 10.0)),
        Apart::Instruments { .. }
    ));
    assert!(matches!(
        refused(taken("eq-5d-3l", None), taken("eq-5d-5l", None)),
        Apart::Forms { .. }
    ));
    assert!(matches!(
        refused(taken("tsk-17", 30.0), taken("tsk-11", 30.0)),
        Apart::Forms { .. }
    ));
}

#[test]
fn trap_13_sites_are_not_compared() {
    let at = |asked| TakenScore {
        asked,
        ..taken("nrs", 4.0)
    };
    let (back, leg) = (RatingScope::site(Site::Back), RatingScope::site(Site::Leg));
    let left = RatingScope {
        side: Some(Side::Left),
        ..leg
    };
    let worst = RatingScope {
        kind: Some(PainKind::Worst),
        ..leg
    };
    assert_eq!(refused(at(Some(back)), at(Some(leg))), Apart::Sites);
    assert_eq!(refused(at(None), at(Some(leg))), Apart::Sites);
    assert_eq!(refused(at(Some(left)), at(Some(leg))), Apart::Sites);
    assert_eq!(refused(at(Some(worst)), at(Some(leg))), Apart::Kinds);
    assert!(compare(at(Some(worst)), at(Some(worst)), &Thresholds::default()).is_ok());
}

#[test]
fn no_score_is_a_reason_and_no_number() {
    let which = |first, second| refused(taken("odi", first), taken("odi", second));
    assert_eq!(
        which(None, Some(4.0)),
        Apart::NoScore {
            which: Which::Baseline
        }
    );
    assert_eq!(which(Some(4.0), None), Apart::NoScore { which: Which::Now });
}

#[test]
fn what_sorts_or_describes_has_no_change() {
    for id in ["start-back", "dn4", "pain-detect", "pgic", "eq-5d-5l"] {
        assert!(
            matches!(
                refused(taken(id, 4.0), taken(id, 2.0)),
                Apart::NotForChange { .. }
            ),
            "{id}"
        );
    }
}

fn own(points: Option<f64>, percent: Option<f64>) -> Own {
    let text = |words| Text::new(words).unwrap();
    Own {
        points,
        percent,
        who: text("Dr Example"),
        when: text("3 May 2024"),
        why: text("agreed by the team"),
    }
}

#[test]
fn a_clinics_own_figure_replaces_the_published_one_and_says_so() {
    let mut thresholds = Thresholds::default();
    thresholds.set("odi", own(Some(15.0), None)).unwrap();
    let change = compare(taken("odi", 58.0), taken("odi", 44.0), &thresholds).unwrap();
    assert_eq!(
        (change.by_points[0].amount, change.by_points[0].than),
        (15.0, Than::Less)
    );
    assert_eq!(
        change.by_points[0].source,
        Source::Clinic {
            who: "Dr Example".to_owned(),
            when: "3 May 2024".to_owned(),
        }
    );
    assert_eq!(
        change.by_percent, None,
        "a figure that the clinic left out is not taken from elsewhere"
    );
    let other = compare(taken("nrs", 8.0), taken("nrs", 5.0), &thresholds).unwrap();
    assert_eq!(other.by_points[0].source, Source::published("Ostelo 2008"));
}

#[rstest]
#[case(None, None, false)]
#[case(Some(0.0), None, false)]
#[case(Some(-1.0), None, false)]
#[case(Some(f64::NAN), None, false)]
#[case(Some(f64::INFINITY), None, false)]
#[case(None, Some(101.0), false)]
#[case(None, Some(100.0), true)]
#[case(Some(0.5), None, true)]
fn a_clinics_figure_has_to_be_reachable(
    #[case] points: Option<f64>,
    #[case] percent: Option<f64>,
    #[case] fine: bool,
) {
    let mut thresholds = Thresholds::default();
    assert_eq!(thresholds.set("odi", own(points, percent)).is_ok(), fine);
    assert_eq!(thresholds.get("odi").is_some(), fine);
}

#[rstest]
#[case("odi", "12", Ok((Some(12.0), None)))]
#[case("odi", "12 points", Ok((Some(12.0), None)))]
#[case("odi", "25 % of the baseline", Ok((None, Some(25.0))))]
#[case("odi", "12.5", Ok((Some(12.5), None)))]
#[case("tug", "1,5 s", Ok((Some(1.5), None)))]
#[case("odi", "101", Err(Problem::NotAboveZero { max: 100 }))]
#[case("nrs", "11", Err(Problem::NotAboveZero { max: 10 }))]
#[case("nrs", "0.001", Err(Problem::NotAboveZero { max: 10 }))]
#[case("odi", "0", Err(Problem::NotAboveZero { max: 100 }))]
#[case("odi", "", Err(Problem::Required))]
#[case("odi", "much", Err(Problem::NotANumber { text: "much".into() }))]
#[case("odi", "1e3", Err(Problem::NotANumber { text: "1e3".into() }))]
#[case("promis-depression", "30 %", Err(Problem::NoPercent))]
fn trap_47_a_figure_is_read_as_points_or_percent_and_has_to_fit_its_scale(
    #[case] id: &str,
    #[case] typed: &str,
    #[case] wanted: Result<(Option<f64>, Option<f64>), Problem>,
) {
    let read = super::thresholds::read_figure(instrument(id).unwrap(), typed);
    assert_eq!(read, wanted);
}

#[test]
fn trap_52_a_clinics_responder_limits_stay_apart_and_in_order() {
    let mut thresholds = Thresholds::default();
    let mut set = |typed: &str| thresholds.set_responders(typed.parse().unwrap());
    assert_eq!(
        set("50 and 50"),
        Err(Problem::FirstNotSmaller),
        "30 and 50 must not become one"
    );
    assert_eq!(set("60/40"), Err(Problem::FirstNotSmaller));
    assert_eq!(set("0 % and 40 %"), Err(Problem::OutOfRange { min: 1, max: 100 }));
    set("60 and 80").unwrap();
    set("40 % and 50 %").unwrap();
    assert_eq!(thresholds.responders().to_string(), "40 % and 50 %");
    for typed in ["40", "forty and fifty", "40 and", "-4 and 6"] {
        assert!(typed.parse::<Responders>().is_err(), "{typed}");
    }
    let nrs = |to| compare(taken("nrs", 10.0), taken("nrs", to), &thresholds).unwrap();
    assert_eq!(nrs(6.5).responder_moderate, Some(false));
    assert_eq!(nrs(6.0).responder_moderate, Some(true));
    assert_eq!(nrs(6.0).responder_substantial, Some(false));
}

fn compared() -> impl Strategy<Value = (&'static Instrument, f64, f64)> {
    let measures: Vec<&'static Instrument> = crate::value::instrument::instruments()
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
    fn there_and_back_is_the_same_way_turned_round((one, a, b) in compared()) {
        let there = change(&one.id, a, b);
        let back = change(&one.id, b, a);
        prop_assert_eq!(there.points, -back.points);
        prop_assert_eq!(there.direction == Direction::Better, back.direction == Direction::Worse);
    }

    #[test]
    fn the_sign_of_points_is_the_direction((one, a, b) in compared()) {
        let change = change(&one.id, a, b);
        let better = if one.better == Better::Lower { b < a } else { b > a };
        prop_assert_eq!(change.direction == Direction::Better, better);
        prop_assert_eq!(change.points > 0.0, better);
        prop_assert!(change.percent.is_none_or(|percent| (percent > 0.0) == better));
    }

    #[test]
    fn a_responder_at_50_is_one_at_30((one, a, b) in compared()) {
        let change = change(&one.id, a, b);
        prop_assert!(change.responder_substantial != Some(true) || change.responder_moderate == Some(true));
        prop_assert_eq!(change.responder_moderate.is_some(), change.percent.is_some());
    }
}
