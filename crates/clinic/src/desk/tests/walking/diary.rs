//! Lines of the walking diary: where they are seen, how they are numbered, and what the drawing tells of them.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn a_diary_line_without_a_plan_is_seen_where_it_was_typed_and_said_to_have_none() {
    let room = room().await;
    let person = room.person().await;
    let row = |on: &str, minutes: &str| {
        FactInput::WalkingRow(WalkingRowInput {
            minutes: minutes.into(),
            ..walked(on)
        })
    };
    let letter = async || {
        let request = LetterRequest {
            patient: person,
            ..LetterRequest::default()
        };
        room.desk.preview_letter(request).await.unwrap().text
    };
    room.add(person, row("-5w", "12")).await.unwrap();
    let second = room.add(person, row("-1w", "14")).await.unwrap();
    let view = room.walking(person).await;
    assert!(view.plan.is_none());
    let texts: Vec<&str> = view.without_plan.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(
        texts,
        ["14 min, back 3 to 4", "12 min, back 3 to 4"],
        "the latest first"
    );
    assert_eq!(view.without_plan[0].entry, second);
    let printed = letter().await;
    assert!(printed.contains("There is no walking plan."), "{printed}");
    assert!(printed.contains("14 min, back 3 to 4"), "{printed}");

    room.add(person, plan(true)).await.unwrap();
    assert_eq!(
        room.walking(person).await.without_plan.len(),
        2,
        "it has not begun"
    );
    room.add(person, event(WalkingHappenedInput::Started, "-3w", ""))
        .await
        .unwrap();
    let view = room.walking(person).await;
    let texts: Vec<&str> = view.without_plan.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(
        texts,
        ["12 min, back 3 to 4"],
        "the other is in a week of the plan now"
    );
    let printed = letter().await;
    assert!(printed.contains("on days on which no plan ran"), "{printed}");
    assert!(!printed.contains("There is no walking plan."), "{printed}");
}

#[tokio::test(flavor = "multi_thread")]
async fn bouts_of_a_day_are_numbered_and_a_rest_day_takes_none() {
    let room = room().await;
    let person = room.walker().await;
    room.add(person, FactInput::WalkingRow(walked("-8d")))
        .await
        .unwrap();
    let view = room.walking(person).await.plan.unwrap();
    let day = &view.weeks[1].days[6];
    assert_eq!(day.entries.len(), 2);
    assert_eq!(day.entries[1].text, "bout 2: 5 min, back 3 to 4");
    let rest = |on: &str| {
        FactInput::WalkingRow(WalkingRowInput {
            on: on.into(),
            entry: WalkingEntryInput::Rest,
            ..WalkingRowInput::default()
        })
    };
    assert_eq!(
        refused(&room, person, rest("-8d")).await,
        ("entry".into(), Problem::SameBout)
    );
    room.add(person, rest("-4d")).await.unwrap();
    assert_eq!(
        refused(&room, person, FactInput::WalkingRow(walked("-4d"))).await,
        ("number".into(), Problem::SameBout)
    );
    let second = FactInput::WalkingRow(WalkingRowInput {
        number: "2".into(),
        ..walked("-8d")
    });
    assert_eq!(refused(&room, person, second).await.1, Problem::SameBout);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_bar_sign_and_rating_of_the_drawing_is_told_with_its_day_and_what_was_noted() {
    let room = room().await;
    let person = room.walker().await;
    let missed = WalkingRowInput {
        on: "-6d".into(),
        entry: WalkingEntryInput::Missed,
        reason: "rain".into(),
        ..WalkingRowInput::default()
    };
    room.add(person, FactInput::WalkingRow(missed)).await.unwrap();
    room.add(person, fell("-4d")).await.unwrap();
    let request = lamina_api::walking::WalkingChartRequest {
        patient: person,
        width: 800,
        paper: ChartPaper::Light,
    };
    let view = room.desk.walking_chart(request).await.unwrap();
    let of = |measure: &str| {
        view.points
            .iter()
            .filter(|one| one.measure == measure)
            .collect::<Vec<_>>()
    };
    let days = of("Minutes a day");
    assert_eq!(days.len(), 9, "a bar for each day walked");
    assert_eq!(days[0].value, "5 min");
    assert_eq!(days[0].when, view.rows[0][0], "the day as the table has it");
    assert_eq!(days[0].notes, ["5 min, back 3 to 4", "Planned: 5 min"]);
    assert!(
        days[0].left < days[0].right && days[0].y < days[0].bottom,
        "{:?}",
        days[0]
    );
    assert_eq!(of("Missed")[0].notes[0], "Missed: rain");
    assert!(
        of("Red entry")[0].notes[0].contains("fall"),
        "{:?}",
        of("Red entry")
    );
    let weeks = of("Minutes a week");
    assert_eq!(weeks[0].value, "20 min");
    assert!(weeks[0].when.contains(" to "), "{}", weeks[0].when);
    let pain = of("Back pain around bouts: During or after");
    assert_eq!((pain.len(), pain[0].value.as_str()), (9, "4/10"));
    assert!(
        view.points
            .windows(2)
            .all(|two| two[0].line < two[1].line || two[0].x <= two[1].x)
    );
}
