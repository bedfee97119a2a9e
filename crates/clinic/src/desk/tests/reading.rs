//! What is being typed: only what was understood whole is said to be, in every field that reads text back.

use super::*;
use lamina_api::{
    rule::UnderstandRule,
    understand::{Understood, Unsure},
};

/// Every kind of text with one of its texts that is understood whole. A new kind does not compile without one.
fn whole(kind: TextKind) -> &'static str {
    match kind {
        TextKind::When => "2 months after operation 1",
        TextKind::Born => "3 May 1961",
        TextKind::Levels => "L4-S1",
        TextKind::Roots => "L5, S1",
        TextKind::Procedure => "Laminectomy L3-L4; fusion L4-S1",
        TextKind::PainFree => "3 months",
        TextKind::Interval => "4 days",
        TextKind::WorkTime => "after 3 months",
        TextKind::Relief => "50",
        TextKind::Medicine => "oxycodone 10 mg bd",
        TextKind::Icd10cm => "M96.1",
        TextKind::Measures => "translation 4 mm",
        TextKind::Distance => "600 feet",
    }
}

const KINDS: [TextKind; 13] = [
    TextKind::When,
    TextKind::Born,
    TextKind::Levels,
    TextKind::Roots,
    TextKind::Procedure,
    TextKind::PainFree,
    TextKind::Interval,
    TextKind::WorkTime,
    TextKind::Relief,
    TextKind::Medicine,
    TextKind::Icd10cm,
    TextKind::Measures,
    TextKind::Distance,
];

/// What earns the mark of something understood.
fn is_whole(read: &Understood) -> bool {
    read.shown.is_some() && read.problem.is_none() && read.unsure.is_empty()
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_was_understood_whole_is_said_to_be() {
    let room = room().await;
    let patient = room.person().await;
    room.add(patient, operation("fusion", "2019")).await.unwrap();
    let read = async |kind, text: &str| {
        let (text, patient) = (text.to_owned(), Some(patient));
        room.desk
            .understand(Understand { kind, text, patient })
            .await
            .unwrap()
    };
    for kind in KINDS {
        let text = whole(kind);
        assert!(is_whole(&read(kind, text).await), "{kind:?} {text}");
        for part in [
            format!("{text} xyzzy"),
            format!("{text}, zzz 7"),
            "xyzzy".to_owned(),
        ] {
            let read = read(kind, &part).await;
            assert!(!is_whole(&read), "{kind:?} {part}: {read:?}");
        }
    }
    let view = room.desk.list_rules(Nothing {}).await.unwrap();
    for row in view.groups.iter().flat_map(|group| &group.rows) {
        let (id, text) = (row.id.clone(), format!("{} xyzzy", row.built_in));
        let read = room
            .desk
            .understand_rule(UnderstandRule { id, text })
            .await
            .unwrap();
        assert!(!is_whole(&read), "{}: {read:?}", row.id);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_misspelt_medicine_is_asked_about_and_kept_as_typed() {
    let room = room().await;
    let read = async |text: &str| {
        let understand = Understand {
            kind: TextKind::Medicine,
            text: text.into(),
            patient: None,
        };
        room.desk.understand(understand).await.unwrap()
    };
    let name = |text: &str, near: &[&str]| Unsure::Name {
        text: text.into(),
        near: near.iter().map(|&one| one.to_owned()).collect(),
    };
    let misspelt = read("oxycodome 10 mg bd").await;
    assert_eq!(
        misspelt.shown.as_deref(),
        Some("oxycodome 10 mg, twice a day"),
        "never replaced"
    );
    assert_eq!(misspelt.unsure, [name("oxycodome", &["oxycodone"])]);
    assert_eq!(
        read("tramadol 37.5 mg + paracetomol 325 mg").await.unsure.len(),
        0,
        "not read at all"
    );
    assert_eq!(read("moonshine 10 mg bd").await.unsure, [name("moonshine", &[])]);
    assert_eq!(read("oxycodone 10 mg bd").await.unsure, []);
    assert_eq!(read("OxyContin 10 mg bd").await.unsure, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn results_are_read_from_text_without_being_saved_and_what_is_none_is_given_back() {
    let room = room().await;
    let read = room
        .desk
        .read_results(lamina_api::entry::ReadResults {
            text: "CRP <5 mg/L (0-5); ESR 32 mm/h\nseen by Dr Example".to_owned(),
        })
        .await
        .unwrap();
    let values: Vec<(&str, &str)> = read
        .values
        .iter()
        .map(|one| (one.value.as_str(), one.unit.as_str()))
        .collect();
    assert_eq!(values, [("<5", "mg/L"), ("32", "mm/h")]);
    assert_eq!(read.rest, ["seen by Dr Example"]);
}
