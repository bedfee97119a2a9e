//! A symptom at the desk: from what is typed to its lines, its score, the letter and a dump; and what is offered beside it.

use super::*;
use crate::{
    letter::{Request, letter_text},
    record::Document,
    vault::{Passphrase, Person, Program, Vault},
};
use lamina_api::{
    entry::{EntryKey, EntryRow, UndoChange},
    noun::score::{MeasureInput, ScoreInput},
    noun::symptom::SymptomsToday,
};
use lamina_domain::{
    Answer, Reply, Side,
    instrument::Capture,
    score::{PainKind, Site},
    symptom::course::{Pattern, Relation, TimeOfDay, Trend},
};

/// A leg that hurts again after an operation.
fn leg() -> SymptomInput {
    SymptomInput {
        site: "Leg".into(),
        side: Answer::Value(Side::Left),
        dermatomes: "L5, S1".into(),
        below_knee: Reply::Yes,
        levels: "L5-S1".into(),
        qualities: vec!["dull ache".into(), "burning".into(), "touch hurts".into()],
        onset: "Dec 2019".into(),
        relation: Answer::Value(Relation::BetterThenBack),
        operation: "1".into(),
        pattern: Answer::Value(Pattern::ConstantWithAttacks),
        trend: Answer::Value(Trend::Worse),
        time_of_day: Answer::Value(TimeOfDay::Night),
        sitting: Answer::Value("20".into()),
        walking: Answer::Value("unlimited".into()),
        intensity: Answer::Value("7".into()),
        intensity_kind: Some(PainKind::Worst),
        intensity_period: "7 days".into(),
        intensity_when: "3 May 2026".into(),
        rated_as: Some(Site::Leg),
        ..SymptomInput::default()
    }
}

impl Room {
    async fn rows(&self, patient: Uuid, noun: Noun) -> Vec<EntryRow> {
        self.desk
            .list_entries(ListEntries { patient, noun })
            .await
            .unwrap()
    }

    async fn together(&self, patient: Uuid) -> SymptomsToday {
        self.desk.symptoms_today(PatientKey { patient }).await.unwrap()
    }

    async fn change(&self, entry: Uuid, base_version: i64, input: SymptomInput) -> Result<(), ApiError> {
        let amend = AmendEntry {
            request: clock::new_id(),
            entry,
            base_version,
            input: FactInput::Symptom(input),
            reason: "asked again".into(),
            draft: None,
        };
        self.desk.amend_entry(amend).await.map(|_| ())
    }
}

/// "Label: text" of each detail.
fn lines(row: &EntryRow) -> Vec<String> {
    let details = row.shown.details.iter();
    details
        .map(|one| format!("{}: {}", one.label, one.text))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_course_is_shown_counted_and_printed_and_comes_back_from_a_dump() {
    let room = room().await;
    let person = room.person().await;
    room.add(person, operation("fusion", "3 May 2019")).await.unwrap();
    let entry = room.add(person, FactInput::Symptom(leg())).await.unwrap();
    let rows = room.rows(person, Noun::Symptom).await;
    assert_eq!(rows[0].shown.title, "Leg, left");
    assert_eq!(rows[0].shown.when, "Dec 2019, 6 to 7 months after operation 1");
    let lines = lines(&rows[0]);
    for line in [
        "Strength: 7/10, worst of 7 days, 3 May 2026",
        "And the operation: better after operation 1, then back",
        "Pattern: constant, with attacks; worst at night; getting worse",
        "Spreads to: dermatomes L5, S1, below the knee",
        "Linked levels: L5-S1",
        "Words: 1 muscular, 2 neuropathic words; a count, not a diagnosis",
        "Tolerates: sits 20 min, walks unlimited",
    ] {
        assert!(lines.iter().any(|one| one == line), "{line} in {lines:#?}");
    }
    // How long depends on the day on which it is asked.
    let how_long = |one: &String| one.starts_with("How long: for about ") && one.ends_with(" ago");
    assert!(lines.iter().any(how_long), "{lines:#?}");
    let over = SymptomInput {
        resolved: "May 2021".into(),
        rated_as: None,
        ..leg()
    };
    room.change(entry, 1, over).await.unwrap();
    let rows = room.rows(person, Noun::Symptom).await;
    assert_eq!(
        rows[0].shown.when,
        "Dec 2019, 6 to 7 months after operation 1; resolved May 2021"
    );
    let today = room.together(person).await;
    assert_eq!((today.present, today.over, today.neuropathic), (0, 1, 0));

    let session = room.desk.session().await.unwrap();
    let dumped = session.vault().unwrap().whole().await;
    let path = room.folder.path().join("other.vault");
    let someone = Person {
        name: "tester".to_owned(),
        program: Program::Window,
    };
    let other = Vault::create(&path, Passphrase::new(WORDS.into()), KdfCost::FLOOR, &someone)
        .await
        .unwrap();
    let day = room.desk.today();
    let read = Document::read(dumped.write().unwrap().as_bytes(), day).unwrap();
    other.load(&read).await.unwrap();
    let again = other.whole().await;
    other.close().await.unwrap();
    assert_eq!(again, dumped);
    let record = &again.patients[0];
    let text = letter_text(record, &Request::default(), day);
    for printed in [
        "Better after operation 1, then back",
        "6 to 7 months after operation 1",
        "resolved May 2021",
        "dermatomes L5, S1",
        "worst of 7 days",
        "sits 20 min",
    ] {
        assert!(
            text.to_lowercase().contains(&printed.to_lowercase()),
            "{printed} in {text}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_strength_becomes_one_dated_score_and_an_amendment_makes_no_second() {
    let room = room().await;
    let person = room.person().await;
    room.add(person, operation("fusion", "3 May 2019")).await.unwrap();
    let entry = room.add(person, FactInput::Symptom(leg())).await.unwrap();
    let scores = room.rows(person, Noun::Score).await;
    assert_eq!(scores.len(), 1);
    assert_eq!(scores[0].shown.title, "Pain 0–10, left leg, worst of 7 days");
    assert_eq!(scores[0].shown.when, "3 May 2026");

    let view = room.desk.get_entry(EntryKey { entry }).await.unwrap();
    let FactInput::Symptom(kept) = view.input else {
        panic!("{:?}", view.input)
    };
    assert_eq!(kept.rated_as, None, "a rating is asked for anew");
    assert_eq!(kept.intensity_when, "3 May 2026");
    let same = SymptomInput {
        note: "worse at night".into(),
        ..kept.clone()
    };
    room.change(entry, 1, same.clone()).await.unwrap();
    assert_eq!(room.rows(person, Noun::Score).await.len(), 1);
    let again = SymptomInput {
        rated_as: Some(Site::Leg),
        ..same.clone()
    };
    room.change(entry, 2, again).await.unwrap();
    assert_eq!(
        room.rows(person, Noun::Score).await.len(),
        1,
        "the same rating stands already"
    );
    let asked_anew = SymptomInput {
        intensity: Answer::Value("4".into()),
        intensity_when: "5 Nov 2026".into(),
        rated_as: Some(Site::Leg),
        ..same
    };
    room.change(entry, 3, asked_anew).await.unwrap();
    let scores = room.rows(person, Noun::Score).await;
    let whens: Vec<&str> = scores.iter().map(|one| one.shown.when.as_str()).collect();
    assert_eq!(whens, ["3 May 2026", "5 Nov 2026"]);
    // What was saved together is taken back together, and nothing is made by taking it back.
    let last = room
        .desk
        .last_change(PatientKey { patient: person })
        .await
        .unwrap()
        .unwrap();
    assert_eq!(last.versions.len(), 2);
    room.desk
        .undo_change(UndoChange {
            patient: person,
            at: last.at,
        })
        .await
        .unwrap();
    assert_eq!(room.rows(person, Noun::Score).await.len(), 1);
    let told = lines(&room.rows(person, Noun::Symptom).await[0]);
    assert!(told.iter().any(|line| line.contains("7/10")), "{told:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn trap_13_a_strength_that_belongs_to_no_site_stays_with_its_symptom() {
    let room = room().await;
    let person = room.person().await;
    let groin = SymptomInput {
        site: "Groin".into(),
        operation: String::new(),
        relation: Answer::default(),
        rated_as: None,
        ..leg()
    };
    room.add(person, FactInput::Symptom(groin)).await.unwrap();
    assert!(room.rows(person, Noun::Score).await.is_empty());
    let told = lines(&room.rows(person, Noun::Symptom).await[0]);
    assert!(told.iter().any(|line| line.contains("7/10")), "{told:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn trap_19_an_onset_before_the_operation_that_it_is_new_after_is_refused_at_its_field() {
    let room = room().await;
    let person = room.person().await;
    let surgery = room.add(person, operation("fusion", "3 May 2019")).await.unwrap();
    let new = |onset: &str| {
        FactInput::Symptom(SymptomInput {
            onset: onset.into(),
            relation: Answer::Value(Relation::New),
            ..leg()
        })
    };
    let refused = room.add(person, new("2018")).await.unwrap_err();
    assert_eq!(
        issues(refused),
        [Issue::at("onset", Problem::OnsetBeforeOperation { number: 1 })]
    );
    assert!(
        room.rows(person, Noun::Score).await.is_empty(),
        "nothing was saved"
    );
    room.add(person, new("2020")).await.unwrap();
    // An operation that turns out to be later is not kept from being amended; what does not fit is said.
    let moved = AmendEntry {
        request: clock::new_id(),
        entry: surgery,
        base_version: 1,
        input: operation("fusion", "2022"),
        reason: "the letter says so".into(),
        draft: None,
    };
    room.desk.amend_entry(moved).await.unwrap();
    let shown = lines(&room.rows(person, Noun::Symptom).await[0]);
    assert_eq!(
        shown[0],
        "Does not fit: It began before operation 1 and can't be new after it"
    );
    // An operation that a symptom names is not taken back under it.
    let retract = RetractEntry {
        request: clock::new_id(),
        entry: surgery,
        base_version: 2,
        reason: "mistaken".into(),
    };
    let refused = room.desk.retract_entry(retract).await.unwrap_err();
    assert_eq!(
        issues(refused),
        [Issue::at("entry", Problem::NamedByOthers { count: 1 })]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_asks_on_about_neuropathic_words_is_offered_until_one_is_recorded() {
    let room = room().await;
    let person = room.person().await;
    let pain = SymptomInput {
        relation: Answer::default(),
        operation: String::new(),
        rated_as: None,
        ..leg()
    };
    room.add(person, FactInput::Symptom(pain)).await.unwrap();
    let today = room.together(person).await;
    assert_eq!((today.muscular, today.neuropathic), (1, 2));
    let names: Vec<&str> = today.asks_on.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["DN4", "painDETECT"]);
    let total = FactInput::Score(ScoreInput {
        when: "2026".into(),
        measure: MeasureInput::Instrument {
            instrument: "dn4".into(),
            edition: String::new(),
            activities: Vec::new(),
            answers: Vec::new(),
            total: "5".into(),
            parts: Vec::new(),
            confirmed: false,
            prorate: false,
            capture: Capture::default(),
        },
        told_by: lamina_domain::ToldBy::Clinician,
        note: String::new(),
    });
    room.add(person, total).await.unwrap();
    assert_eq!(room.together(person).await.asks_on, []);
}
