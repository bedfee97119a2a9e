//! A clinic's own limits at the desk: set, named wherever they count, given back, and never a change of what was recorded.

use super::*;
use lamina_api::{
    entry::EntryView,
    noun::flag::FlagInput,
    rule::{RuleRow, RulesView, SetRule, UnderstandRule},
};
use lamina_domain::PartialDate;

fn set(id: &str, value: Option<&str>) -> SetRule {
    SetRule {
        id: id.into(),
        value: value.map(Into::into),
        who: "Dr Example".into(),
        why: "agreed by the team".into(),
    }
}

fn odi(value: &str, when: &str) -> FactInput {
    FactInput::Score(
        serde_json::from_value(json!({
            "when": when, "told_by": "patient", "note": "",
            "measure": {"measure": "odi", "value": value, "version": ""},
        }))
        .unwrap(),
    )
}

fn row<'a>(view: &'a RulesView, id: &str) -> &'a RuleRow {
    let rows = view.groups.iter().flat_map(|group| &group.rows);
    rows.into_iter().find(|row| row.id == id).unwrap()
}

impl Room {
    async fn set_rule(&self, id: &str, value: Option<&str>) -> RulesView {
        let changed = self.desk.set_rule(set(id, value)).await.unwrap();
        assert_eq!(changed.changes, ["rules"]);
        changed.value
    }

    async fn progress(&self, patient: Uuid) -> lamina_api::progress::ProgressView {
        let request = ProgressRequest {
            patient,
            width: 800,
            paper: ChartPaper::Light,
            before: None,
            baseline: None,
            from: None,
            lines: Default::default(),
        };
        self.desk.progress_chart(request).await.unwrap()
    }

    pub(super) async fn letter(&self, patient: Uuid) -> String {
        let request = LetterRequest {
            patient,
            ..LetterRequest::default()
        };
        self.desk.preview_letter(request).await.unwrap().text
    }

    async fn stored(&self, entry: Uuid) -> EntryView {
        self.desk.get_entry(EntryKey { entry }).await.unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn trap_47_a_limit_of_the_clinic_is_named_wherever_it_counts_and_changes_no_stored_score() {
    let room = room().await;
    let patient = room.person().await;
    let first = room.add(patient, odi("58", "3 May 2024")).await.unwrap();
    let last = room.add(patient, odi("46", "3 Nov 2024")).await.unwrap();
    let session = room.desk.session().await.unwrap();
    let store = session.vault().unwrap().store();
    let before = (
        [store.get(first).await.unwrap(), store.get(last).await.unwrap()].map(|one| one.current),
        [room.stored(first).await, room.stored(last).await],
    );
    let verdict = "12 points better, more than the 10 that matters (Ostelo 2008)";
    assert!(room.progress(patient).await.verdicts[0].text.ends_with(verdict));
    assert!(room.progress(patient).await.own_limits.is_empty());

    room.set_rule("change.matters.odi", Some("15")).await;
    let own = "less than the 15 that matters (the clinic's own: Dr Example, ";
    let progress = room.progress(patient).await;
    assert!(
        progress.verdicts[0].text.contains(own),
        "{}",
        progress.verdicts[0].text
    );
    assert!(!progress.verdicts[0].important);
    assert!(progress.rows.iter().any(|row| row.change.contains(own)));
    let [said] = progress.own_limits.as_slice() else {
        panic!("{:?}", progress.own_limits)
    };
    assert!(
        said.contains("Built in: 10 points or 30 % of the baseline") && said.contains("Ostelo"),
        "{said}"
    );
    assert!(room.letter(patient).await.replace('\n', " ").contains(own));
    let overview = room.desk.open_patient(PatientKey { patient }).await.unwrap();
    assert!(overview.verdicts[0].text.contains(own));

    let after = (
        [store.get(first).await.unwrap(), store.get(last).await.unwrap()].map(|one| one.current),
        [room.stored(first).await, room.stored(last).await],
    );
    assert_eq!(before, after);
    let view = room.set_rule("change.matters.odi", None).await;
    assert_eq!(row(&view, "change.matters.odi").own, None);
    assert!(room.progress(patient).await.verdicts[0].text.ends_with(verdict));
    let history = &row(&view, "change.matters.odi").history;
    let values: Vec<Option<&str>> = history.iter().map(|one| one.value.as_deref()).collect();
    assert_eq!(values, [None, Some("15 points")]);
}

impl Room {
    fn today(&self) -> String {
        PartialDate::Day(self.desk.today()).to_string()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn red_flags_and_follow_up_read_the_limits_of_the_clinic_and_the_letter_says_so() {
    let room = room().await;
    let patient = room.person().await;
    let asking = FactInput::Flag(FlagInput {
        asked_on: "-20d".into(),
        answers: [(
            "saddle_numbness".to_owned(),
            lamina_api::noun::flag::ReplyInput::No,
        )]
        .into(),
        ..FlagInput::default()
    });
    room.add(patient, asking).await.unwrap();
    let key = PatientKey { patient };
    let stale = |view: lamina_api::flag::RedFlagsView| view.last[0].stale.is_some();
    let view = room.desk.red_flags(key).await.unwrap();
    assert!(view.own_limits.is_empty() && stale(view));
    for limit in [
        "red_flag.symptom_days",
        "red_flag.sign_days",
        "red_flag.risk_days",
    ] {
        room.set_rule(limit, Some("30 days")).await;
    }
    let view = room.desk.red_flags(key).await.unwrap();
    assert_eq!(view.own_limits.len(), 3);
    assert!(!stale(view));
    let letter = room.letter(patient).await.replace('\n', " ");
    assert!(
        letter.contains("Limits that this clinic set for itself: "),
        "{letter}"
    );

    let patient = room.person().await;
    let key = PatientKey { patient };
    let when = clock::today() - chrono::TimeDelta::days(42 + 20);
    let when = PartialDate::Day(when).to_string();
    room.add(patient, operation("fusion", &when)).await.unwrap();
    let due = |view: &lamina_api::follow_up::FollowUpView| view.calls.first().is_some_and(|call| call.due);
    let view = room.desk.follow_up(key).await.unwrap();
    assert!(!due(&view), "{view:?}");
    room.set_rule("schedule.general.6_weeks", Some("1 week / 4 weeks"))
        .await;
    let view = room.desk.follow_up(key).await.unwrap();
    assert!(due(&view), "{view:?}");
    let sources = view.sources.join(" ");
    assert!(
        sources.contains("1 week before to 4 weeks after (the clinic's own: Dr Example"),
        "{sources}"
    );
    assert!(
        sources.contains("Built in: 2 weeks before to 2 weeks after"),
        "{sources}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_is_read_back_and_what_is_wrong_is_told_at_its_field() {
    let room = room().await;
    let read = async |id: &str, text: &str| {
        let (id, text) = (id.to_owned(), text.to_owned());
        room.desk.understand_rule(UnderstandRule { id, text }).await
    };
    let fever = read("red_flag.fever_tenths", "38,5").await.unwrap();
    assert_eq!((fever.shown.as_deref(), fever.problem), (Some("38.5 °C"), None));
    let out = Problem::OutOfRange { min: 36, max: 42 };
    assert_eq!(
        read("red_flag.fever_tenths", "50").await.unwrap().problem,
        Some(out.clone())
    );
    assert_eq!(
        read("red_flag.fever_tenths", " ").await.unwrap(),
        Default::default()
    );
    assert_eq!(read("no.such", "5").await, Err(ApiError::NotFound));
    assert_eq!(
        room.desk.set_rule(set("no.such", Some("5"))).await,
        Err(ApiError::NotFound)
    );

    let request = SetRule {
        who: " ".into(),
        why: String::new(),
        ..set("red_flag.fever_tenths", Some("50"))
    };
    let refused = room.desk.set_rule(request).await.unwrap_err();
    assert_eq!(
        issues(refused),
        [
            Issue::at("value", out),
            Issue::at("who", Problem::Required),
            Issue::at("why", Problem::Required),
        ]
    );
    let view = room.desk.list_rules(Nothing {}).await.unwrap();
    assert_eq!(row(&view, "red_flag.fever_tenths").history, []);
    assert_eq!(view.by, "tester");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_set_outlives_the_lock_and_stands_in_the_log() {
    let room = room().await;
    room.set_rule("red_flag.fever_tenths", Some("38.5")).await;
    room.set_rule("walking.least", Some("2")).await;
    room.desk.lock_vault(Nothing {}).await.unwrap();
    unlock(&room.desk, WORDS).await.unwrap();
    let view = room.desk.list_rules(Nothing {}).await.unwrap();
    let own = row(&view, "red_flag.fever_tenths").own.clone().unwrap();
    assert_eq!(
        (own.value.as_deref(), own.who.as_str(), own.on),
        (Some("38.5 °C"), "Dr Example", room.today())
    );
    let session = room.desk.session().await.unwrap();
    let vault = session.vault().unwrap();
    let found = vault.verify().await.unwrap();
    assert_eq!(found.faults, 0);
    let rules = vault.own_rules().await.unwrap();
    assert_eq!(
        (rules.red_flags.fever_tenths.get(), rules.walking.least.get()),
        (385, 2)
    );
}
