//! Where the bands begin and end, and totals that were worked out elsewhere.

use super::*;
use rstest::rstest;

fn band(scored: &ScoreResult) -> String {
    let band = scored.band.clone();
    band.map(|band| band.label).unwrap_or_default()
}

#[rstest]
#[case(20.0, "minimal")]
#[case(20.1, "moderate")]
#[case(40.0, "moderate")]
#[case(40.1, "severe")]
#[case(60.0, "severe")]
#[case(60.1, "very severe")]
#[case(80.0, "very severe")]
#[case(80.1, "bed-bound")]
fn trap_05_odi_bounds_belong_to_the_lower_band(#[case] total: f64, #[case] name: &str) {
    assert_eq!(
        band(&entered(instrument("odi").unwrap(), total, Some("2.1a")).unwrap()),
        name
    );
}

#[test]
fn trap_05_a_version_that_does_not_exist_is_refused() {
    let odi = instrument("odi").unwrap();
    let refusal = entered(odi, 40.0, Some("9.9")).unwrap_err();
    assert_eq!(
        refusal,
        Refusal::UnknownEdition {
            edition: "9.9".to_owned()
        }
    );
    assert_eq!(
        entered(odi, 40.0, Some("1.0")).unwrap().edition.as_deref(),
        Some("1.0")
    );
    assert_eq!(entered(odi, 40.0, None).unwrap().edition, None);
}

#[test]
fn bpi_bands_hold_means_until_the_next_whole_number() {
    let bpi = instrument("bpi-sf").unwrap();
    for (total, name) in [
        (3.99, "mild"),
        (4.0, "moderate"),
        (6.99, "moderate"),
        (7.0, "severe"),
    ] {
        assert_eq!(band(&entered(bpi, total, None).unwrap()), name, "{total}");
    }
}

#[test]
fn trap_03_a_total_by_itself_says_nothing_about_item_nine() {
    let scored = entered(instrument("phq-9").unwrap(), 4.0, None).unwrap();
    assert_eq!(scored.flags, [Flag::SafetyNotAssessed]);
    assert!(scored.entered);
    assert!(
        entered(instrument("gad-7").unwrap(), 4.0, None)
            .unwrap()
            .flags
            .is_empty()
    );
}

#[rstest]
#[case("phq-9", 4.0, "minimal")]
#[case("phq-9", 5.0, "mild")]
#[case("phq-9", 9.0, "mild")]
#[case("phq-9", 10.0, "moderate")]
#[case("phq-9", 14.0, "moderate")]
#[case("phq-9", 15.0, "moderately severe")]
#[case("phq-9", 19.0, "moderately severe")]
#[case("phq-9", 20.0, "severe")]
#[case("gad-7", 4.0, "minimal")]
#[case("gad-7", 5.0, "mild")]
#[case("gad-7", 9.0, "mild")]
#[case("gad-7", 10.0, "moderate")]
#[case("gad-7", 14.0, "moderate")]
#[case("gad-7", 15.0, "severe")]
#[case("phq-2", 2.0, "below the screening cut-off")]
#[case("phq-2", 3.0, "at or above the screening cut-off")]
#[case("phq-4", 2.0, "normal")]
#[case("phq-4", 3.0, "mild")]
#[case("phq-4", 6.0, "moderate")]
#[case("phq-4", 9.0, "severe")]
#[case("nrs", 0.0, "none")]
#[case("nrs", 1.0, "mild")]
#[case("nrs", 3.0, "mild")]
#[case("nrs", 4.0, "moderate")]
#[case("nrs", 6.0, "moderate")]
#[case("nrs", 7.0, "severe")]
#[case("pcs", 29.0, "below the usual cut-off")]
#[case("pcs", 30.0, "at or above the usual cut-off")]
#[case("dn4", 3.0, "below the screening cut-off")]
#[case("dn4", 4.0, "at or above the screening cut-off")]
#[case("pain-detect", 12.0, "a neuropathic part is unlikely")]
#[case("pain-detect", 13.0, "unclear")]
#[case("pain-detect", 18.0, "unclear")]
#[case("pain-detect", 19.0, "a neuropathic part is likely")]
#[case("tsk-17", 37.0, "not high")]
#[case("tsk-17", 38.0, "high")]
#[case("isi", 7.0, "none")]
#[case("isi", 8.0, "mild")]
#[case("isi", 14.0, "mild")]
#[case("isi", 15.0, "moderate")]
#[case("isi", 21.0, "moderate")]
#[case("isi", 22.0, "severe")]
#[case("psqi", 5.0, "not above the usual cut-off")]
#[case("psqi", 6.0, "above the usual cut-off for poor sleep")]
#[case("promis-pain-interference", 54.9, "within normal limits")]
#[case("promis-pain-interference", 55.0, "mild")]
#[case("promis-pain-interference", 60.0, "moderate")]
#[case("promis-pain-interference", 70.0, "severe")]
#[case("tug", 11.9, "below the falls mark of 12 s")]
#[case("tug", 12.0, "at or above the falls mark of 12 s")]
#[case("rmdq-24", 12.0, "")]
#[case("peg", 5.0, "")]
fn bands_begin_and_end_where_they_are_published(#[case] id: &str, #[case] total: f64, #[case] name: &str) {
    assert_eq!(
        band(&entered(instrument(id).unwrap(), total, None).unwrap()),
        name
    );
}

#[test]
fn start_back_total_alone_has_no_group() {
    let scored = entered(instrument("start-back").unwrap(), 6.0, None).unwrap();
    assert_eq!(scored.band, None, "medium and high differ by the part score");
}

#[test]
fn totals_stay_inside_the_range_and_whole_where_the_answers_are() {
    let refuse = |id: &str, total: f64| entered(instrument(id).unwrap(), total, None).is_err();
    assert!(refuse("odi", 100.1) && refuse("odi", -0.1) && !refuse("odi", 35.6));
    assert!(refuse("phq-9", 26.5) && refuse("phq-9", 28.0) && !refuse("phq-9", 27.0));
    assert!(refuse("odi", f64::NAN) && refuse("6mwt", f64::INFINITY));
    assert!(refuse("pain-detect", -2.0) && !refuse("pain-detect", -1.0));
    assert!(!refuse("promis-physical-function", 38.2));
}
