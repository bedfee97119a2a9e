//! Questionnaires and tests at the window: listed, scored while typing, kept with their score, drawn with their own rules.

use super::*;
use crate::rows;
use lamina_api::{instrument::ScoreAnswers, progress::Direction};
use lamina_domain::{Fact, instrument::Capture};

fn answered(id: &str, answers: &str) -> MeasureInput {
    MeasureInput::Instrument {
        instrument: id.into(),
        edition: String::new(),
        activities: Vec::new(),
        answers: answers
            .split_whitespace()
            .map(|one| if one == "_" { String::new() } else { one.into() })
            .collect(),
        total: String::new(),
        parts: Vec::new(),
        confirmed: false,
        prorate: true,
        capture: Capture::Ticks,
    }
}

fn score(measure: MeasureInput, when: &str) -> FactInput {
    FactInput::Score(ScoreInput {
        when: when.into(),
        measure,
        told_by: lamina_domain::ToldBy::Patient,
        note: String::new(),
    })
}

async fn amended(
    room: &Room,
    entry: Uuid,
    change: impl FnOnce(&mut ScoreInput),
) -> lamina_api::entry::EntryView {
    let before = room.desk.get_entry(EntryKey { entry }).await.unwrap();
    let FactInput::Score(mut input) = before.input else {
        panic!("a score");
    };
    change(&mut input);
    let amend = AmendEntry {
        request: clock::new_id(),
        entry,
        base_version: before.version,
        input: FactInput::Score(input),
        reason: "looked at again".into(),
        draft: None,
    };
    room.desk.amend_entry(amend).await.unwrap().value
}

#[tokio::test(flavor = "multi_thread")]
async fn trap_02_and_03_the_live_score_has_its_label_and_its_flag_and_saves_nothing() {
    let room = room().await;
    let person = room.person().await;
    let measure = answered("phq-9", "2 2 2 2 2 1 1 _ 1");
    let live = room.desk.score_answers(ScoreAnswers { measure }).await.unwrap();
    assert_eq!(live.text, "15, moderately severe (prorated, 1 missing)");
    assert!(live.flags[0].text.starts_with("Self-harm item positive. Follow"));
    assert_eq!(live.band, "moderately severe (prorated, 1 missing)");
    let told = async |id: &str, answers: &str| {
        let measure = answered(id, answers);
        room.desk.score_answers(ScoreAnswers { measure }).await.unwrap()
    };
    let blank = told("phq-9", "0 0 0 0 0 0 0 0 _").await;
    assert_eq!(blank.flags[0].text, "Item 9 (self-harm): not assessed.");
    let few = told("gad-7", "1 1 _ _ _ _ _").await;
    assert_eq!(few.reason, "2 of 7 answered; the score needs 6");
    assert_eq!(few.text, "no score: 2 of 7 answered; the score needs 6");
    let noun = Noun::Score;
    let list = room
        .desk
        .list_entries(ListEntries {
            patient: person,
            noun,
        })
        .await;
    assert!(list.unwrap().is_empty());
    let all = room.desk.list_instruments(Nothing {}).await.unwrap();
    assert!(all.iter().any(|one| one.id == "phq-9" && one.items.len() == 10));
}

#[tokio::test(flavor = "multi_thread")]
async fn trap_47_a_changed_note_keeps_the_old_score_and_changed_answers_do_not() {
    let room = room().await;
    let person = room.person().await;
    let fact: Fact = serde_json::from_value(json!({"noun": "score", "when": "2020", "measure": "instrument",
        "instrument": "gad-7", "answers": [1, 1, 1, 1, 1, 1, 1],
        "scored": {"instrument": "gad-7", "rule_version": 40, "edition": null, "score": 9, "answered": 7, "missing": 0,
            "prorated": false, "entered": false, "band": {"label": "as it was called then", "made_up": 0},
            "reason": null, "flags": [], "subscales": [], "profile": null, "label": null}}))
    .unwrap();
    let entry = clock::new_id();
    {
        let session = room.desk.session().await.unwrap();
        let mut unit = super::super::entries::begin(session.vault().unwrap())
            .await
            .unwrap();
        let change = lamina_store::Change {
            request_id: clock::new_id(),
            told_by: None,
            reason: None,
        };
        unit.record(&change, person, entry, &rows::row(&fact).unwrap())
            .await
            .unwrap();
        unit.commit(lamina_store::Audit::done(lamina_store::Act::Record))
            .await
            .unwrap();
    }
    let value = |view: &lamina_api::entry::EntryView| view.shown.details[0].text.clone();
    let noted = amended(&room, entry, |input| input.note = "Read in the old notes".into()).await;
    assert_eq!(value(&noted), "9, as it was called then");
    let changed = amended(&room, entry, |input| {
        if let MeasureInput::Instrument { answers, .. } = &mut input.measure {
            answers[0] = "0".into();
        }
    })
    .await;
    assert_eq!(value(&changed), "6, mild");
}

#[tokio::test(flavor = "multi_thread")]
async fn change_can_be_counted_from_the_last_score_before_an_operation_or_a_treatment() {
    let room = room().await;
    let person = room.person().await;
    room.add(person, operation("Fusion", "June 2022")).await.unwrap();
    let mut ids = Vec::new();
    for (when, answers) in [("2020", "9 9 9"), ("2021", "8 8 8"), ("2023", "4 4 4")] {
        ids.push(
            room.add(person, score(answered("peg", answers), when))
                .await
                .unwrap(),
        );
    }
    room.add(person, score(answered("6mwt", "unable"), "2021"))
        .await
        .unwrap();
    room.add(person, score(answered("pgic", "much_better"), "2023"))
        .await
        .unwrap();
    let mut ask = ProgressRequest {
        patient: person,
        width: 800,
        paper: ChartPaper::Light,
        baseline: None,
        before: None,
        from: None,
        lines: Default::default(),
    };
    let view = room.desk.progress_chart(ask.clone()).await.unwrap();
    let offered: Vec<&str> = view.baselines.iter().map(|one| one.label.as_str()).collect();
    assert_eq!(offered, ["Last before operation 1: PEG 8, 2021"]);
    let last = |rows: &[lamina_api::progress::ScoreRow]| {
        rows.iter().find(|row| row.id == ids[2]).unwrap().change.clone()
    };
    assert!(
        last(&view.rows).starts_with("5 points better, 55.5 %"),
        "{}",
        last(&view.rows)
    );
    let unable = view.rows.iter().find(|row| row.measure == "6MWT").unwrap();
    assert!(unable.value.starts_with("no score: unable") && !unable.can_be_baseline);
    let judged: Vec<(Direction, bool)> = view
        .verdicts
        .iter()
        .map(|one| (one.direction, one.important))
        .collect();
    assert_eq!(judged, [(Direction::Better, true), (Direction::Better, true)]);
    ask.baseline = Some(ids[1]);
    let view = room.desk.progress_chart(ask.clone()).await.unwrap();
    assert!(
        last(&view.rows).starts_with("4 points better, 50 %"),
        "{}",
        last(&view.rows)
    );
    let letter = LetterRequest {
        patient: person,
        reason: "Pain after surgery".into(),
        ..LetterRequest::default()
    };
    let text = room.desk.preview_letter(letter).await.unwrap().text;
    assert!(
        text.contains("no score: unable") && text.contains("Much better"),
        "{text}"
    );
}
