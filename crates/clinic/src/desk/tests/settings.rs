//! Settings from the request to the view and the log: saved only as a whole, taken back across a restart, kept as a draft.

use super::*;
use lamina_api::{
    draft::{DraftKey, SaveFormDraft},
    medicine::OpioidTable,
    rule::SetRule,
    settings::{LastSettings, SettingsKey, SettingsPart, UndoSettings},
};

impl Room {
    async fn settings(&self) -> Settings {
        self.desk.get_settings(Nothing {}).await.unwrap()
    }

    async fn last_of(&self, part: SettingsPart) -> Option<LastSettings> {
        self.desk.last_settings(SettingsKey { part }).await.unwrap()
    }

    async fn undo_last(&self, part: SettingsPart) -> Result<Vec<String>, ApiError> {
        let at = self.last_of(part).await.expect("something to undo").at;
        let undo = self.desk.undo_settings(UndoSettings { part, at }).await?;
        Ok(undo.changes)
    }

    /// Action, object and reason of the newest rows of the log that are about settings, the newest first.
    async fn log(&self) -> Vec<(String, String, Option<String>)> {
        let session = self.desk.session().await.unwrap();
        let store = session.vault().unwrap().store();
        let rows = store
            .audit_entries(&lamina_store::AuditFilter::default(), None, 50)
            .await
            .unwrap();
        rows.into_iter()
            .filter(|row| row.object_type.as_deref() == Some("setting"))
            .map(|row| (row.action, row.object_name.unwrap_or_default(), row.reason))
            .collect()
    }

    async fn own_fever(&self) -> Option<String> {
        let view = self.desk.list_rules(Nothing {}).await.unwrap();
        let rows = view.groups.iter().flat_map(|group| &group.rows);
        let fever = rows.into_iter().find(|row| row.id == FEVER).unwrap();
        fever.own.as_ref().and_then(|own| own.value.clone())
    }

    async fn set_fever(&self, value: Option<&str>) {
        let set = SetRule {
            id: FEVER.into(),
            value: value.map(Into::into),
            who: "Dr Example".into(),
            why: "agreed by the team".into(),
        };
        self.desk.set_rule(set).await.unwrap();
    }
}

const FEVER: &str = "red_flag.fever_tenths";

fn said(last: &LastSettings) -> Vec<String> {
    let lines = last.changes.iter();
    lines
        .map(|one| format!("{}: {} > {}", one.label, one.before, one.now))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn saved_settings_are_taken_back_after_a_restart_with_their_rows_in_the_log() {
    let mut room = room().await;
    assert_eq!(room.last_of(SettingsPart::Clinic).await, None);
    let first = Settings {
        clinic_name: "Hill Pain Clinic".into(),
        idle_minutes: 9,
        ..Settings::default()
    };
    room.desk.save_settings(first.clone()).await.unwrap();
    let second = Settings {
        opioid_table: OpioidTable::Uk,
        idle_minutes: 1,
        ..first.clone()
    };
    let saved = room.desk.save_settings(second.clone()).await.unwrap();
    assert_eq!(saved.changes, ["settings"]);
    let again = room.desk.save_settings(second.clone()).await.unwrap();
    assert_eq!(
        again.changes,
        Vec::<String>::new(),
        "what changes nothing is not written"
    );
    assert_eq!(room.log().await.len(), 2);

    room.restart().await;
    let last = room.last_of(SettingsPart::Clinic).await.unwrap();
    assert!(last.own);
    assert_eq!(last.by, "tester");
    let [table, idle] = said(&last).try_into().unwrap();
    assert!(table.starts_with("Table of factors: CDC 2022"), "{table}");
    assert_eq!(idle, "Lock after: 9 minutes > 1 minute");
    assert_eq!(room.undo_last(SettingsPart::Clinic).await.unwrap(), ["settings"]);
    assert_eq!(room.settings().await, first);
    let wanted = ("undo".to_owned(), "clinic".to_owned(), Some("Undone".to_owned()));
    assert_eq!(room.log().await[0], wanted);
    // The step back is itself the last change, and can be taken back.
    room.restart().await;
    room.undo_last(SettingsPart::Clinic).await.unwrap();
    assert_eq!(room.settings().await, second);
    let session = room.desk.session().await.unwrap();
    assert_eq!(session.vault().unwrap().verify().await.unwrap().faults, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_limit_of_the_clinic_is_taken_back_to_what_it_was() {
    let mut room = room().await;
    room.set_fever(Some("38.5")).await;
    room.set_fever(Some("39")).await;
    room.restart().await;
    let last = room.last_of(SettingsPart::Rules).await.unwrap();
    assert_eq!(said(&last), ["Fever from: 38.5 °C > 39.0 °C"]);
    assert_eq!(room.undo_last(SettingsPart::Rules).await.unwrap(), ["rules"]);
    assert_eq!(room.own_fever().await.as_deref(), Some("38.5 °C"));
    let log = room.log().await;
    let object = format!("rules/{FEVER}");
    assert_eq!(log[0], ("undo".into(), object, Some("Undone".into())));

    room.set_fever(None).await;
    assert_eq!(room.own_fever().await, None);
    room.undo_last(SettingsPart::Rules).await.unwrap();
    assert_eq!(room.own_fever().await.as_deref(), Some("38.5 °C"));
    let view = room.desk.list_rules(Nothing {}).await.unwrap();
    let rows = view.groups.iter().flat_map(|group| &group.rows);
    let fever = rows.into_iter().find(|row| row.id == FEVER).unwrap();
    assert_eq!(fever.history.len(), 5, "nothing is rubbed out");
    assert_eq!(fever.history[0].why, "Undone");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_someone_else_saved_or_what_changed_meanwhile_is_not_undone() {
    let room = room().await;
    let name = |name: &str| Settings {
        clinic_name: name.into(),
        ..Settings::default()
    };
    room.desk.save_settings(name("One")).await.unwrap();
    let at = room.last_of(SettingsPart::Clinic).await.unwrap().at;
    room.desk.save_settings(name("Two")).await.unwrap();
    let late = UndoSettings {
        part: SettingsPart::Clinic,
        at,
    };
    let refused = room.desk.undo_settings(late).await;
    assert!(matches!(refused, Err(ApiError::Conflict { .. })), "{refused:?}");
    assert_eq!(room.settings().await, name("Two"));

    room.desk.close().await.unwrap();
    let mut other = desk_in(room.folder.path());
    other.around.person = "someone else".to_owned();
    unlock(&other, WORDS).await.unwrap();
    let part = SettingsPart::Clinic;
    let last = other.last_settings(SettingsKey { part }).await.unwrap().unwrap();
    assert_eq!((last.own, last.by.as_str()), (false, "tester"));
    let refused = other.undo_settings(UndoSettings { part, at: last.at }).await;
    assert!(matches!(refused, Err(ApiError::Conflict { .. })), "{refused:?}");
    other.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_in_the_settings_is_kept_apart_and_changes_nothing() {
    let mut room = room().await;
    let draft = clock::new_id();
    let keep = |minutes: &str| SaveFormDraft {
        draft,
        form: "settings".into(),
        typed: [("idle_minutes".to_owned(), minutes.to_owned())].into(),
    };
    room.desk.save_form_draft(keep("9")).await.unwrap();
    room.desk.save_form_draft(keep("99")).await.unwrap();
    room.restart().await;
    assert_eq!(room.settings().await, Settings::default());
    assert!(room.log().await.is_empty());
    let [kept] = room
        .desk
        .list_form_drafts(Nothing {})
        .await
        .unwrap()
        .try_into()
        .unwrap();
    assert_eq!((kept.draft, kept.form.as_str()), (draft, "settings"));
    assert_eq!(kept.typed["idle_minutes"], "99");
    assert!(
        room.desk.list_drafts(Nothing {}).await.unwrap().is_empty(),
        "it is no draft of an entry"
    );
    room.desk.discard_draft(DraftKey { draft }).await.unwrap();
    assert!(room.desk.list_form_drafts(Nothing {}).await.unwrap().is_empty());
}
