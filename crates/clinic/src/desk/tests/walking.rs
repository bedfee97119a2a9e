//! Walking from the window: a plan, its clearance, the diary, and a red entry that stops it until a clinician reopens it.

mod diary;

use super::*;
use lamina_api::{
    letter::LetterKind,
    noun::{
        walking::QuotaInput,
        walking_event::{WalkingEventInput, WalkingHappenedInput},
        walking_plan::WalkingPlanInput,
        walking_row::{WalkingEntryInput, WalkingRowInput},
    },
    walking::{WalkingDayState, WalkingStatus, WalkingView},
};
use lamina_domain::{
    Reply,
    fact::walking::{DiarySymptom, Item},
    flag::answer::Level,
    walking::{Advice, Colour},
};

fn plan(complete: bool) -> FactInput {
    let answers: Vec<serde_json::Value> = Item::ALL
        .into_iter()
        .filter(|item| complete || *item != Item::Heart)
        .map(|item| json!({"item": item, "reply": Reply::Yes, "by": "Dr Lind"}))
        .collect();
    let typed = json!({
        "prescribed_on": "-4w", "answers": answers, "target_minutes": "30", "target_days": "5",
        "quota": {"minutes": "5", "bouts_a_day": "1", "days_a_week": "4", "pace": "easy"}
    });
    FactInput::WalkingPlan(serde_json::from_value::<WalkingPlanInput>(typed).unwrap())
}

fn event(what: WalkingHappenedInput, on: &str, reason: &str) -> FactInput {
    FactInput::WalkingEvent(WalkingEventInput {
        what,
        on: on.into(),
        by: String::new(),
        role: String::new(),
        reason: reason.into(),
    })
}

fn walked(on: &str) -> WalkingRowInput {
    WalkingRowInput {
        on: on.into(),
        minutes: "5".into(),
        back_before: "3".into(),
        back_after: "4".into(),
        settled: Some(true),
        ..WalkingRowInput::default()
    }
}

fn fell(on: &str) -> FactInput {
    FactInput::WalkingRow(WalkingRowInput {
        symptoms: [DiarySymptom::Fall].into(),
        ..walked(on)
    })
}

impl Room {
    async fn walking(&self, patient: Uuid) -> WalkingView {
        self.desk.walking(PatientKey { patient }).await.unwrap()
    }

    async fn status(&self, patient: Uuid) -> WalkingStatus {
        self.walking(patient).await.plan.unwrap().status
    }

    /// A person whose plan has run for three weeks, with the first two of them walked.
    async fn walker(&self) -> Uuid {
        let person = self.person().await;
        self.add(person, plan(true)).await.unwrap();
        self.add(person, event(WalkingHappenedInput::Started, "-3w", ""))
            .await
            .unwrap();
        for day in ["-21d", "-19d", "-17d", "-15d", "-14d", "-12d", "-10d", "-8d"] {
            self.add(person, FactInput::WalkingRow(walked(day)))
                .await
                .unwrap();
        }
        person
    }
}

async fn refused(room: &Room, person: Uuid, input: FactInput) -> (String, Problem) {
    let issues = issues(room.add(person, input).await.unwrap_err());
    assert_eq!(issues.len(), 1, "{issues:?}");
    (issues[0].path.clone(), issues[0].problem.clone())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_starts_once_its_gate_is_answered() {
    let room = room().await;
    let person = room.person().await;
    assert_eq!(room.walking(person).await.plan, None);
    let start = || event(WalkingHappenedInput::Started, "-3w", "");
    assert_eq!(
        refused(&room, person, start()).await,
        ("what".into(), Problem::PlanState)
    );
    let entry = room.add(person, plan(false)).await.unwrap();
    let view = room.walking(person).await.plan.unwrap();
    assert_eq!(
        (view.status, view.clear, view.week),
        (WalkingStatus::NotStarted, false, None)
    );
    assert!(
        view.clearance.contains("nothing from the heart"),
        "{}",
        view.clearance
    );
    let (path, problem) = refused(&room, person, start()).await;
    assert_eq!(path, "what");
    assert!(matches!(problem, Problem::NotClear { why } if why.contains("Not answered")));
    let amend = AmendEntry {
        request: clock::new_id(),
        entry,
        base_version: 1,
        input: plan(true),
        reason: "asked about the heart".into(),
        draft: None,
    };
    room.desk.amend_entry(amend).await.unwrap();
    room.add(person, start()).await.unwrap();
    let view = room.walking(person).await.plan.unwrap();
    assert_eq!(view.status, WalkingStatus::Active);
    assert_eq!(view.quota, "5 min once a day, 4 days a week, easy pace");
    assert!(view.events[0].by.contains("tester"), "{}", view.events[0].by);
    assert_eq!(refused(&room, person, start()).await.1, Problem::PlanState);
    assert_eq!(refused(&room, person, plan(true)).await.1, Problem::PlanNotEnded);
    room.add(person, event(WalkingHappenedInput::Ended, "", "moved away"))
        .await
        .unwrap();
    let again = FactInput::WalkingPlan(WalkingPlanInput {
        prescribed_on: String::new(),
        ..match plan(true) {
            FactInput::WalkingPlan(plan) => plan,
            _ => unreachable!(),
        }
    });
    room.add(person, again).await.unwrap();
    let view = room.walking(person).await;
    assert_eq!(
        view.plan.unwrap().status,
        WalkingStatus::NotStarted,
        "the old plan keeps its end"
    );
    assert_eq!(view.earlier.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_green_week_proposes_a_little_more_and_changes_nothing() {
    let room = room().await;
    let person = room.walker().await;
    // The week before this one: walked as planned too.
    for day in ["-7d", "-5d", "-3d", "-1d"] {
        room.add(person, FactInput::WalkingRow(walked(day)))
            .await
            .unwrap();
    }
    let view = room.walking(person).await.plan.unwrap();
    assert_eq!(view.weeks.len(), 3);
    assert_eq!(view.weeks[0].colour, Colour::Green);
    assert!(
        view.weeks[0].adherence.contains("4 of 4 (100 %)"),
        "{}",
        view.weeks[0].adherence
    );
    let week = view.week.unwrap();
    assert_eq!(week.colour, Colour::NoData);
    assert_eq!(week.days[0].state, WalkingDayState::NoEntry);
    assert!(
        week.days[0].today
            && week.days[1..]
                .iter()
                .all(|day| day.state == WalkingDayState::Ahead)
    );
    assert!(!week.adherence.contains("without an entry"), "{}", week.adherence);
    let proposal = view.proposal.unwrap();
    assert_eq!(proposal.advice, Advice::Raise);
    let quota = proposal.quota.unwrap();
    assert_eq!(
        (quota.minutes.as_str(), view.quota_input.minutes.as_str()),
        ("5:40", "5")
    );
    let step = event(
        WalkingHappenedInput::Quota {
            quota: QuotaInput { ..quota },
        },
        &proposal.from,
        "",
    );
    room.add(person, step).await.unwrap();
    let view = room.walking(person).await.plan.unwrap();
    assert_eq!(view.quota_input.minutes, "5:40");
    assert!(
        view.events[0].text.contains("5:40 min"),
        "{}",
        view.events[0].text
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn trap_35_a_red_entry_pauses_and_only_a_clinician_reopens() {
    let room = room().await;
    let person = room.walker().await;
    let row = room.add(person, fell("-2d")).await.unwrap();
    let view = room.walking(person).await.plan.unwrap();
    assert_eq!(view.status, WalkingStatus::Paused);
    assert!(view.status_words.contains("fall"), "{}", view.status_words);
    assert_eq!(view.events[0].by, "walking diary");
    let flags = room.desk.red_flags(PatientKey { patient: person }).await.unwrap();
    assert!(!flags.fired.is_empty(), "a fall is an answer to the red flags");
    let lists = ListEntries {
        patient: person,
        noun: Noun::Flag,
    };
    assert_eq!(room.desk.list_entries(lists).await.unwrap().len(), 1);

    // Taking the row back ends no pause, and the pause itself can't be taken back.
    let retract = |entry| RetractEntry {
        request: clock::new_id(),
        entry,
        base_version: 1,
        reason: "typed in the wrong record".into(),
    };
    room.desk.retract_entry(retract(row)).await.unwrap();
    assert_eq!(room.status(person).await, WalkingStatus::Paused);
    let pause = view.events[0].entry;
    let stays = issues(room.desk.retract_entry(retract(pause)).await.unwrap_err());
    assert_eq!(stays[0].problem, Problem::PauseStays);

    // While a flag stays open at the same-day or emergency level, nobody reopens.
    let reopen = || event(WalkingHappenedInput::Reopened, "", "seen, no injury");
    let open: Vec<_> = flags
        .fired
        .iter()
        .filter(|one| one.level >= Level::SameDay)
        .collect();
    if !open.is_empty() {
        assert!(matches!(
            refused(&room, person, reopen()).await.1,
            Problem::NotClear { .. }
        ));
        for one in open {
            let decision = json!({"noun": "resolution", "rule": one.rule, "version": one.version, "reason": "looked at"});
            room.add(person, serde_json::from_value(decision).unwrap())
                .await
                .unwrap();
        }
    }
    assert_eq!(
        refused(&room, person, event(WalkingHappenedInput::Reopened, "", ""))
            .await
            .0,
        "reason"
    );
    room.add(person, reopen()).await.unwrap();
    let view = room.walking(person).await.plan.unwrap();
    assert_eq!(view.status, WalkingStatus::Active);
    assert_eq!(refused(&room, person, reopen()).await.1, Problem::PlanState);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_red_entry_sent_again_brings_nothing_twice() {
    let room = room().await;
    let person = room.walker().await;
    let record = RecordEntry {
        request: clock::new_id(),
        entry: clock::new_id(),
        patient: person,
        input: fell("-2d"),
        draft: None,
    };
    room.desk.record_entry(record.clone()).await.unwrap();
    room.desk.record_entry(record).await.unwrap();
    let count = async |noun| {
        let lists = ListEntries {
            patient: person,
            noun,
        };
        room.desk.list_entries(lists).await.unwrap().len()
    };
    assert_eq!((count(Noun::Flag).await, count(Noun::WalkingEvent).await), (1, 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_amended_entry_that_turns_red_pauses_too() {
    let room = room().await;
    let person = room.walker().await;
    let entry = room
        .add(person, FactInput::WalkingRow(walked("-2d")))
        .await
        .unwrap();
    let amend = |base_version, input| AmendEntry {
        request: clock::new_id(),
        entry,
        base_version,
        input,
        reason: "told by telephone".into(),
        draft: None,
    };
    room.desk.amend_entry(amend(1, fell("-2d"))).await.unwrap();
    assert_eq!(room.status(person).await, WalkingStatus::Paused);
    let mut noted = fell("-2d");
    if let FactInput::WalkingRow(row) = &mut noted {
        row.note = "on the stairs".into();
    }
    room.desk.amend_entry(amend(2, noted)).await.unwrap();
    let lists = ListEntries {
        patient: person,
        noun: Noun::Flag,
    };
    assert_eq!(
        room.desk.list_entries(lists).await.unwrap().len(),
        1,
        "the same symptom is told once"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_plan_and_its_diary_are_one_page_and_stand_in_the_letter() {
    let room = room().await;
    let none = room.person().await;
    let asked = async |patient| {
        let request = LetterRequest {
            patient,
            kind: LetterKind::Walking,
            ..LetterRequest::default()
        };
        room.desk.preview_letter(request).await.unwrap()
    };
    let without = asked(none).await.text;
    assert!(without.contains("Ask us before you walk"), "{without}");
    assert!(!without.contains("Diary from"), "{without}");
    let person = room.walker().await;
    let page = asked(person).await;
    assert_eq!(page.pages, 1);
    for words in [
        "Walk 5 min once a day",
        "Wear shoes that hold your feet well",
        "Walk less if the pain goes up by more than 2 points",
        "Stop and seek help",
        "new numbness",
        "Diary from",
        "Number of the clinic ____",
    ] {
        assert!(page.text.contains(words), "{words}\n{}", page.text);
    }
    let saved = room
        .desk
        .save_letter(LetterKey { letter: page.letter })
        .await
        .unwrap();
    assert!(saved.name.starts_with("Walking plan "), "{}", saved.name);
    let letter = LetterRequest {
        patient: person,
        ..LetterRequest::default()
    };
    let letter = room.desk.preview_letter(letter).await.unwrap();
    assert!(letter.text.contains("Walking programme"), "{}", letter.text);
    assert!(letter.text.contains("4 of 4 (100 %)"), "{}", letter.text);
    // While it is paused the page names no minutes to walk and has no lines to fill.
    room.add(person, fell("-2d")).await.unwrap();
    let page = asked(person).await;
    assert!(page.text.contains("Paused since"), "{}", page.text);
    assert!(
        !page.text.contains("Walk 5 min") && !page.text.contains("Diary from"),
        "{}",
        page.text
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn trap_35_a_plan_that_was_paused_before_its_start_still_has_to_pass_the_gate() {
    let room = room().await;
    let person = room.person().await;
    room.add(person, plan(false)).await.unwrap();
    room.add(
        person,
        event(
            WalkingHappenedInput::Paused {
                symptoms: Default::default(),
            },
            "",
            "waits for the surgeon",
        ),
    )
    .await
    .unwrap();
    room.add(
        person,
        event(WalkingHappenedInput::Reopened, "", "surgeon agreed"),
    )
    .await
    .unwrap();
    assert_eq!(room.status(person).await, WalkingStatus::NotStarted);
    let start = event(WalkingHappenedInput::Started, "", "");
    assert!(matches!(
        refused(&room, person, start).await.1,
        Problem::NotClear { .. }
    ));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_red_flag_from_the_form_pauses_the_plan_and_leaves_the_page_without_minutes() {
    let room = room().await;
    let person = room.walker().await;
    let asked = json!({"noun": "flag", "asked_on": "today", "answers": {
        "saddle_numbness": {"is": "yes", "course": "new", "since": ""}, "bladder_difficulty": {"is": "yes", "course": "new", "since": ""}}});
    let asked: FactInput = serde_json::from_value(asked).unwrap();
    room.add(person, asked.clone()).await.unwrap();
    let view = room.walking(person).await.plan.unwrap();
    assert_eq!(view.status, WalkingStatus::Paused);
    assert_eq!(view.events[0].by, "red flags");
    assert_eq!(view.proposal.unwrap().advice, Advice::Pause);
    let before = view.events.len();
    room.add(person, asked).await.unwrap();
    let view = room.walking(person).await.plan.unwrap();
    assert_eq!(
        view.events.len(),
        before,
        "what is open already pauses nothing again"
    );
    let page = room
        .desk
        .preview_letter(LetterRequest {
            patient: person,
            kind: LetterKind::Walking,
            ..LetterRequest::default()
        })
        .await
        .unwrap();
    assert!(!page.text.contains("Walk 5 min"), "{}", page.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_keeps_its_first_quota_its_place_and_its_events() {
    let room = room().await;
    let person = room.walker().await;
    let entry = room.walking(person).await.plan.unwrap().entry;
    let amend = |change: fn(&mut WalkingPlanInput)| {
        let mut input = plan(true);
        if let FactInput::WalkingPlan(plan) = &mut input {
            change(plan);
        }
        AmendEntry {
            request: clock::new_id(),
            entry,
            base_version: 1,
            input,
            reason: "typed wrong".into(),
            draft: None,
        }
    };
    let longer = amend(|plan| plan.quota.minutes = "10".into());
    let found = issues(room.desk.amend_entry(longer).await.unwrap_err());
    assert_eq!(
        (found[0].path.as_str(), &found[0].problem),
        ("quota.minutes", &Problem::QuotaRuns)
    );
    let later = amend(|plan| plan.prescribed_on = "-1w".into());
    let found = issues(room.desk.amend_entry(later).await.unwrap_err());
    assert_eq!(
        (found[0].path.as_str(), &found[0].problem),
        ("prescribed_on", &Problem::PlanState)
    );
    room.desk
        .amend_entry(amend(|plan| plan.note = "level ground".into()))
        .await
        .unwrap();
    assert_eq!(
        room.status(person).await,
        WalkingStatus::Active,
        "it stays before its start"
    );
    let retract = RetractEntry {
        request: clock::new_id(),
        entry,
        base_version: 2,
        reason: "wrong person".into(),
    };
    let found = issues(room.desk.retract_entry(retract).await.unwrap_err());
    assert_eq!(found[0].problem, Problem::NamedByOthers { count: 1 });
}

#[tokio::test(flavor = "multi_thread")]
async fn a_loaded_programme_keeps_the_order_of_what_happened() {
    let room = room().await;
    let plan = |on: &str| {
        json!({"prescribed_on": on, "by": "Dr Sample", "target": {"minutes": 30, "days": 5},
        "quota": {"seconds": 300, "bouts_a_day": 1, "days_a_week": 4}})
    };
    let event = |on: &str, is: &str| {
        json!({"on": on, "what": {"is": is}, "by": "Dr Sample", "role": "clinician",
        "reason": "a reason"})
    };
    let document = json!({"format": "lamina-record", "version": 1, "patients": [{
        "patient": {"family": "Sample", "born": "1970"},
        "walking_plans": [plan("2026-03-01"), plan("2026-06-01")],
        "walking_events": [event("2026-03-02", "started"), event("2026-03-10", "paused"), event("2026-03-12", "reopened"),
            event("2026-05-31", "ended")]}]});
    let document = crate::record::Document::read(document.to_string().as_bytes(), room.desk.today()).unwrap();
    {
        let session = room.desk.session().await.unwrap();
        session.vault().unwrap().load(&document).await.unwrap();
    }
    let hits = room.desk.recent_patients(Nothing {}).await.unwrap();
    let view = room.walking(hits[0].id).await;
    assert_eq!(
        view.plan.unwrap().status,
        WalkingStatus::NotStarted,
        "the first plan's start is not the second's"
    );
    assert!(
        view.earlier[0].text.contains("2 Mar 2026 to 31 May 2026"),
        "{}",
        view.earlier[0].text
    );
}
