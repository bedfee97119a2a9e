//! The worked examples of the clinical rules, and the edges around them.

use super::*;
use crate::value::issue::Problem;
use rstest::rstest;

/// Answers as typed: numbers with spaces between, `_` for a blank, `?` for not applicable.
fn given(text: &str) -> Vec<Option<GivenAnswer>> {
    text.split_whitespace()
        .map(|cell| match cell {
            "_" => None,
            "?" => Some(GivenAnswer::NotApplicable),
            number => Some(GivenAnswer::Number(number.parse().unwrap())),
        })
        .collect()
}

fn with(id: &str, text: &str, options: &Options) -> ScoreResult {
    score(instrument(id).unwrap(), &given(text), options).unwrap_or_else(|refused| panic!("{refused:?}"))
}

fn plain(id: &str, text: &str) -> ScoreResult {
    with(id, text, &Options::default())
}

fn prorated(id: &str, text: &str) -> ScoreResult {
    let options = Options {
        prorate: true,
        ..Options::default()
    };
    with(id, text, &options)
}

fn band(scored: &ScoreResult) -> String {
    match &scored.band {
        Some(band) if band.made_up > 0 => format!("{}, {} made up", band.label, band.made_up),
        Some(band) => band.label.clone(),
        None => String::new(),
    }
}

fn refused(id: &str, text: &str) -> Vec<Refusal> {
    score(instrument(id).unwrap(), &given(text), &Options::default()).unwrap_err()
}

#[rstest]
#[case("1 2 1 2 2 2 1 2 1 2", Some(32.0), false, "moderate")]
#[case("1 2 1 2 2 2 1 _ 2 3", Some(35.6), false, "moderate")]
#[case("2 3 2 3 2 3 2 _ _ 3", Some(50.0), true, "severe, 2 made up")]
#[case("2 3 2 3 2 3 _ _ _ 3", None, false, "")]
#[case("_ _ _ _ _ _ _ _ _ _", None, false, "")]
#[case("0 0 0 0 0 0 0 0 0 0", Some(0.0), false, "minimal")]
#[case("5 5 5 5 5 5 5 5 5 5", Some(100.0), false, "bed-bound")]
fn odi_vectors(#[case] text: &str, #[case] wanted: Option<f64>, #[case] tag: bool, #[case] name: &str) {
    let scored = plain("odi", text);
    assert_eq!(scored.score, wanted);
    assert_eq!(scored.prorated, tag);
    assert_eq!(band(&scored), name);
    assert_eq!(scored.reason.is_some(), wanted.is_none());
}

#[test]
fn odi_says_how_many_answers_it_needs() {
    let scored = plain("odi", "2 3 2 3 2 3 _ _ _ 3");
    let few = Reason::TooFew {
        answered: 7,
        of: 10,
        needed: 8,
    };
    assert_eq!(scored.reason, Some(few));
    assert_eq!((scored.answered, scored.missing), (7, 3));
}

#[test]
fn trap_05_two_boxes_in_a_section_give_the_higher() {
    assert_eq!(higher_box(&[3.0, 4.0]), Some(4.0));
    assert_eq!(higher_box(&[4.0, 3.0]), Some(4.0));
    assert_eq!(higher_box(&[]), None);
}

const TWELVE_TICKS: &str = "1 1 1 1 1 1 1 1 1 1 1 1 0 0 0 0 0 0 0 0 0 0 0 0";

fn ticks(confirmed: bool) -> Options {
    Options {
        confirmed,
        ..Options::default()
    }
}

fn yes_no(text: &str) -> ScoreResult {
    let options = Options {
        capture: Capture::YesNo,
        ..Options::default()
    };
    with("rmdq-24", text, &options)
}

#[test]
fn trap_04_ticks_count_only_once_everything_was_read() {
    let scored = with("rmdq-24", TWELVE_TICKS, &ticks(false));
    assert_eq!((scored.score, scored.reason), (None, Some(Reason::NotConfirmed)));
    assert_eq!(with("rmdq-24", TWELVE_TICKS, &ticks(true)).score, Some(12.0));
    let none = "_ ".repeat(24);
    let scored = with("rmdq-24", &none, &ticks(true));
    assert_eq!(
        (scored.score, scored.answered, scored.missing, scored.prorated),
        (Some(0.0), 24, 0, false),
        "a tick form without a tick is a zero that was given"
    );
}

#[rstest]
#[case("1 1 1 1 1 1 1 1 1 1 1 1 0 0 0 0 0 0 0 0 0 0 0 0", Some(12.0), false)]
#[case("1 1 1 1 1 1 1 1 1 1 1 1 0 0 0 0 0 0 0 0 0 0 ? ?", Some(12.0), false)]
#[case("1 1 1 1 1 1 1 1 1 1 1 1 0 0 0 0 0 0 0 0 0 _ _ _", Some(13.7), true)]
#[case("1 1 1 1 1 1 1 1 1 1 1 1 0 0 0 0 0 0 0 0 _ _ _ _", None, false)]
#[case("1 1 1 1 1 1 1 1 1 1 1 _ 0 0 0 0 0 0 0 0 0 0 0 0", Some(11.5), true)]
fn trap_04_a_yes_and_no_form_has_blanks(#[case] text: &str, #[case] wanted: Option<f64>, #[case] tag: bool) {
    let scored = yes_no(text);
    assert_eq!((scored.score, scored.prorated), (wanted, tag));
}

#[test]
fn trap_04_other_lengths_of_the_rmdq_are_refused() {
    assert_eq!(
        refused("rmdq-24", &"1 ".repeat(23)),
        [Refusal::ItemCount {
            expected: 24,
            found: 23
        }]
    );
}

#[rstest]
#[case("7 8 6", Some(7.0))]
#[case("7 7 6", Some(6.7))]
#[case("0 0 1", Some(0.3))]
#[case("7 _ 6", None)]
fn peg_vectors(#[case] text: &str, #[case] wanted: Option<f64>) {
    assert_eq!(plain("peg", text).score, wanted);
}

#[test]
fn bpi_interference_needs_four_of_seven() {
    let part = |scored: &ScoreResult, key: &str| {
        scored
            .subscales
            .iter()
            .find(|one| one.key == key)
            .unwrap()
            .clone()
    };
    let scored = plain("bpi-sf", "8 3 5 6 4 5 6 7 4 5 4");
    assert_eq!(part(&scored, "severity").score, Some(5.5));
    assert_eq!(part(&scored, "worst").score, Some(8.0));
    assert_eq!(part(&scored, "worst").band.unwrap().label, "severe");
    assert_eq!(scored.score, Some(5.0));
    assert!(!scored.prorated);

    let scored = plain("bpi-sf", "8 3 5 _ 4 5 6 8 _ _ _");
    assert_eq!(part(&scored, "severity").score, None, "severity needs all four");
    assert_eq!((scored.score, scored.prorated), (Some(5.75), true));
    let part_of = part(&scored, "interference").band.unwrap();
    assert_eq!((part_of.label.as_str(), part_of.made_up), ("moderate", 3));

    let scored = plain("bpi-sf", "8 3 5 6 4 5 6 _ _ _ _");
    assert_eq!(scored.score, None);
    let few = Reason::TooFew {
        answered: 3,
        of: 7,
        needed: 4,
    };
    assert_eq!(scored.reason, Some(few));
}

#[rstest]
#[case("phq-9", "1 2 1 2 2 2 1 1 _", None, None)]
#[case("phq-9", "2 2 2 2 2 1 1 _ _", None, Some(15.0))]
#[case("phq-9", "2 2 2 2 2 1 1 1 _", None, Some(15.0))]
#[case("phq-9", "2 2 2 2 2 1 _ _ _", None, None)]
#[case("phq-9", "2 2 2 2 2 1 1 0 0", Some(12.0), Some(12.0))]
#[case("gad-7", "2 2 2 2 2 2 _", None, Some(14.0))]
#[case("gad-7", "2 2 2 2 2 _ _", None, None)]
#[case("gad-7", "1 1 1 1 1 1 1", Some(7.0), Some(7.0))]
#[case("phq-2", "1 _", None, None)]
#[case("phq-4", "1 1 1 _", None, None)]
fn trap_01_and_02_blanks_are_made_up_for_on_request_only(
    #[case] id: &str,
    #[case] text: &str,
    #[case] wanted: Option<f64>,
    #[case] on_request: Option<f64>,
) {
    let scored = plain(id, text);
    assert_eq!(
        (scored.score, scored.prorated),
        (wanted, false),
        "complete by default"
    );
    let asked = prorated(id, text);
    if id == "phq-9" && text.starts_with("1 2 1") {
        assert_eq!(
            asked.score,
            Some(14.0),
            "12 over 8 is 13.5, which rounds away from zero"
        );
    } else {
        assert_eq!(asked.score, on_request);
    }
    assert_eq!(asked.prorated, asked.score.is_some() && text.contains('_'));
    for one in [&scored, &asked] {
        assert_eq!(
            one.reason.is_some(),
            one.score.is_none(),
            "none has always a reason"
        );
    }
}

#[test]
fn trap_02_the_band_of_a_prorated_score_carries_the_label() {
    assert_eq!(
        band(&prorated("phq-9", "2 2 2 2 2 1 1 _ _")),
        "moderately severe, 2 made up"
    );
}

#[rstest]
#[case("pcs", "4 4 4 4 4 4 4 4 4 4 4 4 _")]
#[case("dn4", "1 1 1 1 1 1 1 1 1 _")]
#[case("pain-detect", "5 5 5 5 5 5 5 1 _")]
#[case("tsk-17", "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 _")]
#[case("tsk-11", "1 1 1 1 1 1 1 1 1 1 _")]
#[case("isi", "1 1 1 1 1 1 _")]
#[case("psqi", "1 1 1 1 1 1 _")]
#[case("start-back", "1 1 1 1 1 1 1 1 _")]
fn trap_02_where_there_is_no_rule_nothing_is_made_up_for(#[case] id: &str, #[case] text: &str) {
    let scored = prorated(id, text);
    assert_eq!(scored.score, None);
    assert!(
        matches!(scored.reason, Some(Reason::TooFew { .. })),
        "{:?}",
        scored.reason
    );
}

#[rstest]
#[case("0 0 0 0 0 0 0 0 1", vec![Flag::SafetyPrompt])]
#[case("0 0 0 0 0 0 0 0 3", vec![Flag::SafetyPrompt])]
#[case("3 3 3 3 3 3 3 3 0", vec![])]
#[case("3 3 3 3 3 3 3 3 _", vec![Flag::SafetyNotAssessed])]
#[case("_ _ _ _ _ _ _ _ 2", vec![Flag::SafetyPrompt])]
#[case("_ _ _ _ _ _ _ _ _", vec![Flag::SafetyNotAssessed])]
fn trap_03_item_nine_prompts_whatever_the_total(#[case] text: &str, #[case] flags: Vec<Flag>) {
    assert_eq!(plain("phq-9", text).flags, flags);
    assert_eq!(prorated("phq-9", text).flags, flags);
}

#[test]
fn the_difficulty_question_is_not_summed_and_may_be_left_off() {
    let without = plain("phq-9", "1 1 1 1 1 1 1 1 1");
    let with = plain("phq-9", "1 1 1 1 1 1 1 1 1 3");
    assert_eq!(without, with);
    assert_eq!(with.score, Some(9.0));
    assert_eq!(with.answered, 9);
    assert_eq!(
        refused("phq-9", "1 1 1 1 1 1 1 1 1 4").len(),
        1,
        "it is still checked"
    );
}

#[rstest]
#[case("0 0 0 0 0 0 0 0 0 -1 0", true)]
#[case("0 0 0 0 0 0 0 -1 0", false)]
fn pain_detect_has_nine_questions(#[case] text: &str, #[case] bad: bool) {
    let result = score(
        instrument("pain-detect").unwrap(),
        &given(text),
        &Options::default(),
    );
    assert_eq!(result.is_err(), bad);
}

#[rstest]
#[case("0 0 0 0 0 0 0 -1 0", -1.0)]
#[case("5 5 5 5 5 5 5 1 2", 38.0)]
#[case("3 2 3 2 3 2 3 1 0", 19.0)]
fn pain_detect_runs_from_minus_one_to_38(#[case] text: &str, #[case] wanted: f64) {
    assert_eq!(plain("pain-detect", text).score, Some(wanted));
}

#[test]
fn pain_detect_spreading_pain_is_two_points_or_none() {
    assert_eq!(
        refused("pain-detect", "0 0 0 0 0 0 0 0 1"),
        [Refusal::NoSuchPoints { number: 9 }]
    );
    assert_eq!(
        refused("pain-detect", "0 0 0 0 0 0 0 2 0").len(),
        1,
        "the course ends at 1"
    );
    assert_eq!(
        refused("pain-detect", "0 0 0 0 0 0 0").len(),
        1,
        "the form with seven is another one"
    );
}

#[test]
fn pcs_subscales_are_their_own_questions() {
    let scored = plain("pcs", "1 1 1 1 1 2 2 3 3 3 3 1 2");
    let parts: Vec<_> = scored
        .subscales
        .iter()
        .map(|part| (part.key.as_str(), part.score))
        .collect();
    assert_eq!(
        parts,
        [
            ("rumination", Some(12.0)),
            ("magnification", Some(6.0)),
            ("helplessness", Some(6.0))
        ]
    );
    assert_eq!(scored.score, Some(24.0));
    let scored = plain("pcs", "1 1 1 1 1 2 2 3 3 3 3 1 _");
    assert_eq!(scored.score, None);
    assert_eq!(
        scored.subscales[0].score,
        Some(12.0),
        "a part that is whole stands"
    );
    assert_eq!(scored.subscales[1].score, None);
}

#[rstest]
#[case(&"1 ".repeat(17), 29.0)]
#[case(&"4 ".repeat(17), 56.0)]
#[case("1 1 1 4 1 1 1 4 1 1 1 4 1 1 1 4 1", 17.0)]
#[case("4 4 4 1 4 4 4 1 4 4 4 1 4 4 4 1 4", 68.0)]
fn tsk_17_turns_four_questions_round(#[case] text: &str, #[case] wanted: f64) {
    assert_eq!(plain("tsk-17", text).score, Some(wanted));
}

#[test]
fn tsk_11_turns_none_round() {
    assert_eq!(plain("tsk-11", &"1 ".repeat(11)).score, Some(11.0));
    assert_eq!(plain("tsk-11", &"4 ".repeat(11)).score, Some(44.0));
}

#[rstest]
#[case("1 1 1 0 0 0 0 0 2", 3.0, 0.0, "low risk")]
#[case("1 1 1 0 0 0 0 0 3", 4.0, 1.0, "medium risk")]
#[case("0 0 0 0 1 1 1 0 0", 3.0, 3.0, "low risk")]
#[case("1 0 0 0 1 1 1 0 0", 4.0, 3.0, "medium risk")]
#[case("0 0 0 0 1 1 1 1 0", 4.0, 4.0, "high risk")]
#[case("0 0 0 0 1 1 1 0 4", 4.0, 4.0, "high risk")]
#[case("1 1 1 1 1 1 1 1 4", 9.0, 5.0, "high risk")]
fn start_back_groups_by_total_and_part(
    #[case] text: &str,
    #[case] total: f64,
    #[case] psych: f64,
    #[case] group: &str,
) {
    let scored = plain("start-back", text);
    assert_eq!(scored.score, Some(total));
    assert_eq!(scored.subscales[0].score, Some(psych));
    assert_eq!(band(&scored), group);
}

#[test]
fn dn4_counts_yes_and_its_interview() {
    let scored = plain("dn4", "1 1 0 0 0 0 0 1 1 0");
    assert_eq!(scored.score, Some(4.0));
    assert_eq!(band(&scored), "at or above the screening cut-off");
    assert_eq!(scored.subscales[0].score, Some(2.0));
    assert_eq!(
        scored.subscales[0].band.as_ref().unwrap().label,
        "below the screening cut-off"
    );
    let scored = plain("dn4", "1 1 1 0 0 0 0 _ _ _");
    assert_eq!(scored.score, None);
    assert_eq!(
        scored.subscales[0].band.as_ref().unwrap().label,
        "at or above the screening cut-off"
    );
}

#[test]
fn eq_5d_is_a_profile_and_never_a_sum() {
    let scored = plain("eq-5d-5l", "2 1 1 4 3");
    assert_eq!(scored.profile.as_deref(), Some("21143"));
    assert_eq!((scored.score, scored.reason), (None, Some(Reason::NotSummed)));
    let scored = plain("eq-5d-5l", "2 1 _ 4 3");
    assert_eq!(scored.profile, None);
    assert!(matches!(scored.reason, Some(Reason::TooFew { .. })));
    assert_eq!(refused("eq-5d-3l", "2 1 1 4 3").len(), 1, "three levels end at 3");
    assert_eq!(
        entered(instrument("eq-5d-5l").unwrap(), 11.0, None),
        Err(Refusal::NoTotal)
    );
    assert_eq!(plain("eq-vas", "70").score, Some(70.0));
}

#[test]
fn trap_08_the_global_impression_is_a_word() {
    let pgic = instrument("pgic").unwrap();
    let word = [Some(GivenAnswer::Label("much_better".to_owned()))];
    let scored = score(pgic, &word, &Options::default()).unwrap();
    assert_eq!(scored.label.as_deref(), Some("much_better"));
    assert_eq!((scored.score, scored.reason), (None, Some(Reason::Word)));
    assert_eq!((scored.answered, scored.missing), (1, 0));
    assert!(matches!(
        refused("pgic", "2")[0],
        Refusal::WrongKind { number: 1, .. }
    ));
    let odd = [Some(GivenAnswer::Label("better".to_owned()))];
    assert!(score(pgic, &odd, &Options::default()).is_err());
    let blank = score(pgic, &[None], &Options::default()).unwrap();
    assert_eq!((blank.reason, blank.missing), (Some(Reason::NotAnswered), 1));
    assert_eq!(entered(pgic, 2.0, None), Err(Refusal::NoTotal));
}

#[rstest]
#[case("tug")]
#[case("5xsts")]
#[case("6mwt")]
fn unable_is_an_event_and_no_number(#[case] id: &str) {
    let scored = score(
        instrument(id).unwrap(),
        &[Some(GivenAnswer::Unable)],
        &Options::default(),
    )
    .unwrap();
    assert_eq!((scored.score, scored.reason), (None, Some(Reason::Unable)));
    assert!(plain(id, "13.6").score.is_some());
}

#[test]
fn unable_answers_no_questionnaire_and_no_diary() {
    for id in ["nrs", "walking-minutes", "gad-7"] {
        let one = instrument(id).unwrap();
        let mut answers = vec![None; one.items.len()];
        answers[0] = Some(GivenAnswer::Unable);
        assert!(score(one, &answers, &Options::default()).is_err(), "{id}");
    }
}

#[test]
fn trap_35_a_blank_day_is_not_zero_minutes() {
    let scored = plain("walking-minutes", "_");
    assert_eq!((scored.score, scored.reason), (None, Some(Reason::NotAnswered)));
    assert_eq!(plain("walking-minutes", "0").score, Some(0.0));
}

#[rstest]
#[case("11", Problem::OutOfRange { min: 0, max: 10 })]
#[case("-1", Problem::OutOfRange { min: 0, max: 10 })]
#[case("7.5", Problem::NotWhole)]
#[case("NaN", Problem::NotANumber { text: "NaN".to_owned() })]
fn trap_27_a_rating_is_a_whole_number_from_0_to_10(#[case] text: &str, #[case] problem: Problem) {
    assert_eq!(refused("nrs", text), [Refusal::Item { number: 1, problem }]);
}

#[test]
fn a_time_of_zero_seconds_is_no_time() {
    assert_eq!(refused("tug", "0").len(), 1);
    assert_eq!(plain("tug", "9.84").score, Some(9.8));
}

#[test]
fn all_faults_are_told_at_once() {
    let faults = refused("gad-7", "4 1 1 -1 1 1 0.5");
    assert_eq!(faults.len(), 3);
    let at = |number, problem| Refusal::Item { number, problem };
    assert_eq!(faults[0], at(1, Problem::OutOfRange { min: 0, max: 3 }));
    assert_eq!(faults[2], at(7, Problem::NotWhole));
}

#[test]
fn an_item_that_does_not_apply_is_a_blank_and_not_zero() {
    let scored = plain("odi", "1 2 1 2 2 2 1 ? 2 3");
    assert_eq!((scored.score, scored.missing), (Some(35.6), 1));
}
