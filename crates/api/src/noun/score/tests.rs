//! Questionnaires and tests as typed: what is read, what is told, and what comes back as it was.

use super::*;
use chrono::NaiveDate;
use lamina_domain::{
    Typing,
    instrument::{Flag, Reason, ScoreResult},
};

fn typed_in(id: &str, answers: &str) -> MeasureInput {
    MeasureInput::Instrument {
        instrument: id.to_owned(),
        edition: String::new(),
        activities: Vec::new(),
        answers: answers
            .split_whitespace()
            .map(|one| if one == "_" { String::new() } else { one.to_owned() })
            .collect(),
        total: String::new(),
        parts: Vec::new(),
        confirmed: false,
        prorate: false,
        capture: Capture::Ticks,
    }
}

fn total_of(id: &str, typed: &str) -> MeasureInput {
    let mut input = typed_in(id, "");
    if let MeasureInput::Instrument { total, .. } = &mut input {
        typed.clone_into(total);
    }
    input
}

fn read(measure: MeasureInput) -> Result<Score, Vec<String>> {
    let mut reading = Reading::of(Typing::on(NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()));
    let input = ScoreInput {
        when: "3 May 2024".into(),
        measure,
        told_by: ToldBy::Patient,
        note: String::new(),
    };
    let score = input.read(&mut reading);
    let paths: Vec<String> = reading.issues.into_iter().map(|issue| issue.path).collect();
    score.filter(|_| paths.is_empty()).ok_or(paths)
}

/// The score of what is typed so far, and where what is typed can't be an answer.
fn live(measure: &MeasureInput) -> (Option<ScoreResult>, Vec<String>) {
    let mut reading = Reading::of(Typing::on(NaiveDate::default()));
    let taken = measure.administered(&mut reading);
    let paths = reading.issues.into_iter().map(|issue| issue.path).collect();
    (taken.map(|taken| taken.scored().clone()), paths)
}

#[test]
fn trap_01_a_blank_is_sent_and_kept_as_a_blank() {
    let score = read(typed_in("phq-9", "1 2 1 2 2 2 1 1 _")).unwrap();
    assert_eq!(score.measure.value(), None);
    let input = ScoreInput::of(&score);
    assert_eq!(input.measure, typed_in("phq-9", "1 2 1 2 2 2 1 1 _"));
    assert_eq!(
        read(typed_in("phq-9", "_ _ _ _ _ _ _ _ _")),
        Err(vec!["answers".to_owned()])
    );
}

#[test]
fn trap_03_item_nine_is_flagged_while_typing() {
    let flags = |answers: &str| live(&typed_in("phq-9", answers)).0.unwrap().flags;
    assert_eq!(flags("_ _ _ _ _ _ _ _ 1"), [Flag::SafetyPrompt]);
    assert_eq!(flags("0 0 0 0 0 0 0 0 _"), [Flag::SafetyNotAssessed]);
    assert_eq!(flags("3 3 3 3 3 3 3 3 0"), []);
}

#[test]
fn a_live_score_has_a_reason_where_there_is_none_and_the_place_of_what_is_wrong() {
    let so_far = live(&typed_in("gad-7", "1 1 _ _ _ _ _")).0.unwrap();
    assert_eq!((so_far.score, so_far.answered, so_far.missing), (None, 2, 5));
    let reason = Reason::TooFew {
        answered: 2,
        of: 7,
        needed: 7,
    };
    assert_eq!(so_far.reason, Some(reason));
    assert_eq!(live(&typed_in("gad-7", "1 4 _ _ _ _ x")).1, ["answers.6"]);
    assert_eq!(live(&typed_in("gad-7", "1 4 _ _ _ _ _")).1, ["answers.1"]);
}

#[test]
fn trap_04_a_tick_form_is_kept_only_with_its_confirmation() {
    let ticks = format!("1 {}", "_ ".repeat(23));
    let mut input = typed_in("rmdq-24", &ticks);
    assert_eq!(read(input.clone()), Err(vec!["confirmed".to_owned()]));
    if let MeasureInput::Instrument { confirmed, .. } = &mut input {
        *confirmed = true;
    }
    assert_eq!(read(input).unwrap().measure.value(), Some(1.0));
}

#[test]
fn trap_08_a_global_impression_is_sent_as_its_word() {
    let score = read(typed_in("pgic", "much_better")).unwrap();
    assert_eq!(score.measure.value(), None);
    assert_eq!(ScoreInput::of(&score).measure, typed_in("pgic", "much_better"));
    assert_eq!(read(typed_in("pgic", "2")), Err(vec!["answers.0".to_owned()]));
}

#[test]
fn totals_parts_profiles_and_tests_are_read_as_typed() {
    assert_eq!(read(total_of("isi", "14")).unwrap().measure.value(), Some(14.0));
    assert_eq!(read(total_of("isi", "29")), Err(vec!["total".to_owned()]));
    assert_eq!(read(total_of("isi", "")), Err(vec!["total".to_owned()]));
    assert_eq!(read(typed_in("tug", "12,4")).unwrap().measure.value(), Some(12.4));
    let unable = read(typed_in("tug", "unable")).unwrap();
    assert_eq!(unable.measure.value(), None);
    assert_eq!(ScoreInput::of(&unable).measure, typed_in("tug", "unable"));
    let profile = read(total_of("eq-5d-5l", "21143")).unwrap();
    assert_eq!(ScoreInput::of(&profile).measure, total_of("eq-5d-5l", "21143"));
    assert_eq!(read(total_of("eq-5d-5l", "21147")), Err(vec!["total".to_owned()]));
    let mut input = total_of("start-back", "6");
    if let MeasureInput::Instrument { parts, .. } = &mut input {
        parts.push(PartInput {
            key: "psych".into(),
            value: "4".into(),
        });
    }
    let band = live(&input).0.unwrap().band.unwrap();
    assert_eq!((band.label.as_str(), band.made_up), ("high risk", 0));
    let kept = read(input.clone()).unwrap();
    assert_eq!(ScoreInput::of(&kept).measure, input);
}

fn rating(side: Option<Side>, kind: Option<PainKind>, period: &str, value: &str) -> MeasureInput {
    MeasureInput::Nrs {
        site: Site::Leg,
        side,
        kind,
        period: period.to_owned(),
        value: value.to_owned(),
    }
}

#[test]
fn a_rating_is_read_with_kind_period_and_side_and_comes_back_as_it_was() {
    let typed = rating(Some(Side::Left), Some(PainKind::Average), "1 week", "7");
    let score = read(typed.clone()).unwrap();
    assert_eq!(ScoreInput::of(&score).measure, typed);
    assert_eq!(
        read(rating(None, Some(PainKind::Worst), "a while", "7")),
        Err(vec!["period".to_owned()])
    );
    let old = r#"{"measure":"nrs","site":"leg","value":"7"}"#;
    let old: MeasureInput = serde_json::from_str(old).unwrap();
    assert_eq!(
        old,
        rating(None, None, "", "7"),
        "a draft of before is still read"
    );
}

#[test]
fn what_was_asked_last_is_filled_in_as_far_as_it_was_said() {
    let on = |when: &str, measure: MeasureInput| Score {
        when: when.parse().unwrap(),
        ..read(measure).unwrap()
    };
    let odi = |version: &str| MeasureInput::Odi {
        value: "42".into(),
        version: version.into(),
    };
    let scores = [
        on("2022", rating(None, Some(PainKind::Now), "", "5")),
        on("2023", odi("ODI v2.1a")),
        on(
            "2024",
            rating(Some(Side::Left), Some(PainKind::Worst), "7 days", "8"),
        ),
        on("2024", rating(Some(Side::Right), None, "", "3")),
        on("2025", odi("")),
    ];
    let last = LastAsked::of(&scores);
    assert_eq!(
        (last.kind, last.period.as_str()),
        (Some(PainKind::Worst), "7 days")
    );
    let sides: Vec<Option<Side>> = last.sides.iter().map(|one| one.side).collect();
    assert_eq!(
        sides,
        [Some(Side::Left), Some(Side::Right)],
        "of the last day alone, in its order"
    );
    assert_eq!(
        (
            last.editions[0].instrument.as_str(),
            last.editions[0].edition.as_str()
        ),
        ("odi", "2.1a")
    );
}

fn activities_of(named: &[&str], answers: &str) -> MeasureInput {
    let mut input = typed_in("psfs", answers);
    if let MeasureInput::Instrument { activities, .. } = &mut input {
        *activities = named.iter().map(|one| (*one).to_owned()).collect();
    }
    input
}

#[test]
fn own_activities_are_kept_in_their_words_and_an_empty_line_is_none() {
    let typed = activities_of(&["Walking to the shop", "", "sitting at work"], "3 _ 6");
    let score = read(typed).unwrap();
    assert_eq!(score.measure.value(), Some(4.5));
    let again = ScoreInput::of(&score);
    let MeasureInput::Instrument {
        activities, answers, ..
    } = &again.measure
    else {
        panic!("{again:?}")
    };
    assert_eq!(activities, &["Walking to the shop", "sitting at work"]);
    assert_eq!(answers, &["3", "6"]);
    assert_eq!(
        read(again.measure.clone()).unwrap(),
        score,
        "what is kept reads back as the same"
    );
    let mut last = LastAsked::of(&[score]);
    assert_eq!(
        last.activities.remove(0).activities,
        ["Walking to the shop", "sitting at work"]
    );
}

#[test]
fn trap_01_an_activity_without_a_rating_leaves_no_score_and_a_rating_without_its_activity_is_told() {
    let score = read(activities_of(&["Walking", "sitting"], "3 _")).unwrap();
    assert_eq!(score.measure.value(), None);
    assert_eq!(
        read(activities_of(&["", "sitting"], "3 6")).unwrap_err(),
        ["activities.0"]
    );
    assert_eq!(read(activities_of(&[], "")).unwrap_err(), ["answers.0"]);
}

#[test]
fn an_index_is_asked_for_its_value_set_at_its_field() {
    assert_eq!(read(total_of("eq-5d-index", "0.71")).unwrap_err(), ["edition"]);
    let mut named = total_of("eq-5d-index", "0,71");
    if let MeasureInput::Instrument { edition, .. } = &mut named {
        *edition = "5L England 2018".to_owned();
    }
    let score = read(named).unwrap();
    assert_eq!(
        score.measure.value(),
        Some(0.71),
        "trap 47: a decimal comma is a point"
    );
}
