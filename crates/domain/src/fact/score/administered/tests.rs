//! What is kept of an administration, and what is refused.

use super::*;
use crate::fact::score::{Measure, Score};
use crate::value::instrument::{Flag, Reason};
use rstest::rstest;

fn points(text: &str) -> Vec<Option<GivenAnswer>> {
    text.split_whitespace()
        .map(|one| one.parse().ok().map(GivenAnswer::Number))
        .collect()
}

fn answered(id: &str, text: &str) -> Administration {
    Administration::answered(id, points(text), Options::default()).unwrap()
}

fn json(taken: &Administration) -> serde_json::Value {
    serde_json::to_value(taken).unwrap()
}

/// Read as a record is: with its score.
fn read(mut json: serde_json::Value) -> Result<Administration, serde_json::Error> {
    json["measure"] = "instrument".into();
    let score: Score = serde_json::from_value(json)?;
    match score.measure {
        Measure::Instrument(taken) => Ok(*taken),
        other => panic!("{other:?}"),
    }
}

fn refused(json: &serde_json::Value) -> String {
    read(json.clone()).unwrap_err().to_string()
}

#[rstest]
#[case("phq-9", "1 2 1 2 2 2 1 1 0")]
#[case("phq-9", "1 2 1 2 2 2 1 _ _")]
#[case("peg", "7 8 6")]
#[case("tug", "12.4")]
fn what_is_written_reads_back_as_the_same(#[case] id: &str, #[case] text: &str) {
    let taken = answered(id, text);
    assert_eq!(read(json(&taken)).unwrap(), taken);
}

#[test]
fn trap_01_a_blank_stays_a_blank_and_the_score_has_a_reason() {
    let taken = answered("phq-9", "1 2 1 2 2 2 1 1 _");
    assert_eq!(taken.scored().score, None);
    assert_eq!(
        taken.scored().reason,
        Some(Reason::TooFew {
            answered: 8,
            of: 9,
            needed: 9
        })
    );
    assert_eq!(json(&taken)["answers"][8], serde_json::Value::Null);
    assert_eq!(
        Measure::Instrument(Box::new(taken)).value(),
        None,
        "no number to draw"
    );
}

#[test]
fn trap_02_a_prorated_score_carries_its_label_into_the_record() {
    let options = Options {
        prorate: true,
        ..Options::default()
    };
    let taken = Administration::answered("phq-9", points("2 2 2 2 2 1 1 _ _"), options).unwrap();
    let written = json(&taken);
    assert_eq!(written["scored"]["prorated"], true);
    assert_eq!(written["prorate"], true);
    let band = taken.scored().band.clone().unwrap();
    assert_eq!((band.label.as_str(), band.made_up), ("moderately severe", 2));
}

#[rstest]
#[case("0 0 0 0 0 0 0 0 1", Flag::SafetyPrompt)]
#[case("0 0 0 0 0 0 0 0 _", Flag::SafetyNotAssessed)]
fn trap_03_the_flag_of_item_nine_is_kept(#[case] text: &str, #[case] flag: Flag) {
    assert_eq!(answered("phq-9", text).scored().flags, [flag]);
}

#[test]
fn trap_05_versions_are_never_one_trend() {
    let of = |edition| {
        let taken = Administration::total("promis-pain-interference", 61.2, edition, &[]).unwrap();
        Measure::Instrument(Box::new(taken))
    };
    assert_ne!(of(Some("1.0")).key(), of(Some("1.1")).key());
    assert_ne!(of(Some("1.0")).key(), of(None).key());
    assert!(Administration::total("promis-pain-interference", 61.2, Some("9"), &[]).is_err());
}

#[test]
fn trap_06_answers_to_a_licensed_form_are_not_kept() {
    let taken = answered("pcs", "1 1 1 1 1 2 2 3 3 3 3 1 2");
    assert_eq!((taken.answers(), taken.scored().score), (None, Some(24.0)));
    let mut written = json(&taken);
    written["answers"] = serde_json::json!([1]);
    assert!(refused(&written).contains(r#"{"unfit":{"code":"licensed"}}"#));
}

#[test]
fn trap_08_a_global_impression_is_kept_as_its_word() {
    let word = vec![Some(GivenAnswer::Label("much_better".to_owned()))];
    let taken = Administration::answered("pgic", word, Options::default()).unwrap();
    let mut written = json(&taken);
    assert_eq!(written["scored"]["label"], "much_better");
    assert_eq!(written["scored"]["score"], serde_json::Value::Null);
    written["scored"]["score"] = 2.into();
    written["scored"]["reason"] = serde_json::Value::Null;
    assert!(refused(&written).contains("no_total"));
}

#[test]
fn trap_47_a_score_that_was_kept_is_never_worked_out_anew() {
    let mut written = json(&answered("gad-7", "1 1 1 1 1 1 1"));
    written["scored"]["rule_version"] = 40.into();
    written["scored"]["score"] = 9.0.into();
    written["scored"]["band"]["label"] = "as it was called then".into();
    let again = read(written.clone()).unwrap();
    assert_eq!(
        (again.scored().score, again.scored().rule_version),
        (Some(9.0), 40)
    );
    assert_eq!(json(&again), written, "nor is it written differently");
}

#[test]
fn what_no_instrument_can_have_is_refused() {
    let good = json(&answered("gad-7", "1 1 1 1 1 1 1"));
    let with = |path: &str, value: serde_json::Value| {
        let mut bad = good.clone();
        *bad.pointer_mut(path).unwrap() = value;
        refused(&bad)
    };
    assert!(with("/scored/score", 22.into()).contains(r#""code":"out_of_range","min":0,"max":21"#));
    assert!(with("/scored/score", serde_json::Value::Null).contains("number_or_reason"));
    assert!(with("/scored/instrument", "phq-9".into()).contains(r#""code":"other""#));
    assert!(with("/instrument", "gad-70".into()).contains("unknown_instrument"));
    assert!(with("/answers/0", 4.into()).contains(r#""code":"item","number":1"#));
    assert!(with("/scored/rule_version", 0.into()).contains("foreign"));
    assert!(with("/instrument", "odi".into()).contains("own_form"));
}

#[test]
fn a_record_may_give_a_total_or_answers_without_a_score() {
    let read = |json: &str| serde_json::from_str::<Score>(json).unwrap().measure;
    let total = read(r#"{"measure":"instrument","instrument":"gad-7","total":12,"when":"2020"}"#);
    assert_eq!(total.value(), Some(12.0));
    let answers = read(r#"{"measure":"instrument","instrument":"peg","answers":[7,8,6]}"#);
    assert_eq!(answers.value(), Some(7.0));
    let nothing =
        serde_json::from_str::<Score>(r#"{"measure":"instrument","instrument":"peg"}"#).unwrap_err();
    assert!(nothing.to_string().contains(r#""code":"nothing""#), "{nothing}");
}

#[test]
fn parts_are_entered_with_the_total_and_make_the_risk_group() {
    let with = |psych: f64| Administration::total("start-back", 6.0, None, &[("psych".to_owned(), psych)]);
    let group = |taken: Administration| taken.scored().band.clone().unwrap().label;
    assert_eq!(group(with(3.0).unwrap()), "medium risk");
    assert_eq!(group(with(4.0).unwrap()), "high risk");
    assert!(matches!(with(6.0), Err(Unfit::Part { .. })));
    let taken = Administration::total("pcs", 24.0, None, &[("rumination".to_owned(), 12.0)]).unwrap();
    assert_eq!(taken.scored().subscales[0].score, Some(12.0));
    assert!(Administration::total("pcs", 24.0, None, &[("rumination".to_owned(), 17.0)]).is_err());
    assert!(Administration::total("pcs", 10.0, None, &[("rumination".to_owned(), 12.0)]).is_err());
    assert!(Administration::total("pcs", 24.0, None, &[("sleep".to_owned(), 1.0)]).is_err());
}
