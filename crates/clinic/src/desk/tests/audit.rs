//! The log at the window: asked for page by page and noted, told in words, saved as a table, and checked.

use super::*;
use lamina_api::{
    audit::{AuditFilter, AuditOutcome, AuditPage, ExamineAudit, LogCheck},
    recovery::ChangePassphrase,
};
use lamina_store::{Act, Audit};

impl Room {
    async fn examined(&self, filter: &AuditFilter, before: Option<i64>) -> AuditPage {
        let filter = filter.clone();
        let asked = ExamineAudit { filter, before };
        self.desk.examine_audit(asked).await.unwrap()
    }

    async fn last_check(&self) -> Option<LogCheck> {
        self.desk.audit_view(Nothing {}).await.unwrap().checked
    }

    /// The store of the open vault and who works with it.
    async fn store_and_actor(&self) -> (lamina_store::Store, lamina_store::Actor) {
        let session = self.desk.session().await.unwrap();
        let vault = session.vault().unwrap();
        (vault.store().clone(), vault.actor())
    }
}

/// The acts of a page, the newest first.
fn acts(page: &AuditPage) -> Vec<&str> {
    page.rows.iter().map(|row| row.act.as_str()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_come_page_by_page_and_only_what_is_asked_anew_is_noted() {
    let room = room().await;
    let (store, actor) = room.store_and_actor().await;
    for _ in 0..205 {
        let row = Audit::done(Act::Search);
        store.note(&actor, clock::now_us(), row).await.unwrap();
    }
    let all = AuditFilter::default();
    let first = room.examined(&all, None).await;
    // The unlocking, what was noted above, and this examination.
    assert_eq!((first.rows.len(), first.more, first.total), (200, true, 207));
    assert_eq!(first.rows[0].row, 207);
    assert_eq!(acts(&first)[..2], ["Examined the audit log", "Listed patients"]);
    let last = first.rows[199].row;
    let rest = room.examined(&all, Some(last)).await;
    assert_eq!((rest.rows.len(), rest.more), (7, false));
    assert_eq!((rest.rows[0].row, rest.rows[6].row), (last - 1, 1));
    assert_eq!(rest.rows[6].act, "Opened the vault");
    assert_eq!(rest.rows[6].object, "In the window");
    assert_eq!(rest.total, 207, "going on is not noted once more");

    // Nothing is read unnoted by pretending to go on.
    let tester = AuditFilter {
        person: Some("TESTER".to_owned()),
        ..AuditFilter::default()
    };
    let early = room.examined(&tester, Some(2)).await;
    assert_eq!((acts(&early), early.total), (vec!["Opened the vault"], 208));
    assert_eq!(
        room.examined(&tester, None).await.total,
        209,
        "each time that it is asked for"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_opened_a_record_is_asked_for_and_told_in_words() {
    let room = room().await;
    let patient = room.person().await;
    room.desk.open_patient(PatientKey { patient }).await.unwrap();
    let operation = room.add(patient, operation("fusion", "2019")).await.unwrap();
    let of_patient = AuditFilter {
        patient: Some(patient),
        ..AuditFilter::default()
    };
    let page = room.examined(&of_patient, None).await;
    assert_eq!(page.patient_name, "Beispiel-Muster, Åsa");
    assert_eq!(
        acts(&page),
        [
            "Examined the audit log",
            "Recorded",
            "Opened the record",
            "Recorded"
        ]
    );
    assert!(page.total > 4, "{}", page.total);
    let recorded = &page.rows[1];
    assert_eq!(
        (
            recorded.object.as_str(),
            recorded.version,
            recorded.person.as_str()
        ),
        ("Operation", Some(1), "tester")
    );
    assert_eq!(recorded.object_id, operation.to_string());
    assert_eq!(recorded.outcome, AuditOutcome::Done);
    assert!(
        recorded.exact.ends_with('Z') && recorded.at.contains(", "),
        "{recorded:?}"
    );

    let opened = AuditFilter {
        act: Some("open-chart".to_owned()),
        from: "2001".to_owned(),
        ..of_patient
    };
    assert_eq!(acts(&room.examined(&opened, None).await), ["Opened the record"]);
    let long_ago = AuditFilter {
        until: "2001".to_owned(),
        ..AuditFilter::default()
    };
    let none = room.examined(&long_ago, None).await;
    assert!(none.rows.is_empty() && none.total > 4, "{none:?}");
    let view = room.desk.audit_view(Nothing {}).await.unwrap();
    assert_eq!(view.people, ["tester"]);
    let words: Vec<&str> = view.acts.iter().map(|one| one.words.as_str()).collect();
    assert_eq!(
        words,
        [
            "Examined the audit log",
            "Opened the record",
            "Opened the vault",
            "Recorded"
        ]
    );
    assert_eq!(view.acts[1].act, "open-chart");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_that_can_not_be_read_is_told_at_its_field_and_nothing_is_noted() {
    let room = room().await;
    let between = |from: &str, until: &str| AuditFilter {
        from: from.to_owned(),
        until: until.to_owned(),
        ..AuditFilter::default()
    };
    for (from, until, field) in [
        ("31.2.2026", "", "from"),
        ("", "someday", "until"),
        ("25 Nov 2026", "24 Nov 2026", "until"),
    ] {
        let filter = between(from, until);
        let asked = ExamineAudit {
            filter: filter.clone(),
            before: None,
        };
        let refused = room.desk.examine_audit(asked).await.unwrap_err();
        let paths: Vec<String> = issues(refused).into_iter().map(|issue| issue.path).collect();
        assert_eq!(paths, [field]);
        let refused = room.desk.save_audit(filter).await.unwrap_err();
        assert_eq!(issues(refused)[0].path, field);
    }
    let (store, _) = room.store_and_actor().await;
    assert_eq!(store.head().await.unwrap().seq, 1, "nothing but the unlocking");
    assert!(!room.folder.path().join("letters").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_refused_reads_as_tried() {
    let room = room().await;
    let wrong = ChangePassphrase {
        current: "another river under seven green stones".to_owned(),
        passphrase: WORDS.to_owned(),
    };
    room.desk.change_passphrase(wrong).await.unwrap_err();
    let page = room.examined(&AuditFilter::default(), None).await;
    assert_eq!(page.rows[1].act, "Tried to change the passphrase");
    assert_eq!(page.rows[1].outcome, AuditOutcome::Refused);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_asked_for_is_saved_as_a_table_without_formulas_and_never_over_another() {
    let room = room().await;
    let patient = clock::new_id();
    let person = FactInput::Patient(PatientInput {
        family: "=HYPERLINK(1)".into(),
        born: "1961".into(),
        ..PatientInput::default()
    });
    room.record(patient, patient, person).await.unwrap();
    let all = AuditFilter::default();
    let first = room.desk.save_audit(all.clone()).await.unwrap();
    let of_patient = AuditFilter {
        patient: Some(patient),
        ..AuditFilter::default()
    };
    let second = room.desk.save_audit(of_patient).await.unwrap();
    assert!(
        first.name.starts_with("Audit log 20") && first.name.ends_with(".csv"),
        "{}",
        first.name
    );
    assert!(second.name.ends_with(" (2).csv"), "{}", second.name);
    assert_eq!(Path::new(&first.folder), room.folder.path().join("letters"));
    let read = |name: &str| std::fs::read_to_string(Path::new(&first.folder).join(name)).unwrap();
    let table = read(&first.name);
    assert!(table.starts_with("\u{feff}row,at,person,action,"), "{table}");
    let lines: Vec<&str> = table.lines().skip(1).collect();
    assert_eq!(lines.len() as u64, first.rows);
    assert!(
        lines[0].contains(",tester,export,done,"),
        "its own row comes first: {table}"
    );
    assert!(
        lines
            .iter()
            .any(|line| line.contains(",record,done,") && line.contains(",'=HYPERLINK(1),")),
        "{table}"
    );
    assert_eq!(second.rows, 2, "that it was recorded, and that it leaves");
    let page = room.examined(&all, None).await;
    let told: Vec<(&str, &str)> = page.rows[..3]
        .iter()
        .map(|row| (row.act.as_str(), row.object.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("Examined the audit log", "Audit log, of everyone"),
            ("Saved as a file", "Audit log, some rows"),
            ("Saved as a file", "Audit log, of everyone"),
        ]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn that_the_log_is_whole_is_said_of_what_was_checked_since_the_vault_was_opened() {
    let room = room().await;
    room.person().await;
    assert_eq!(room.last_check().await, None);
    let found = room.desk.verify_now(Nothing {}).await.unwrap().unwrap();
    assert_eq!((found.rows, found.versions, found.faults), (2, 1, 0));
    assert!(found.found.is_empty());
    let page = room.examined(&AuditFilter::default(), None).await;
    assert_eq!(page.total, 3);
    assert_eq!(room.last_check().await, Some(found), "it says up to which row");
    room.desk.lock_vault(Nothing {}).await.unwrap();
    unlock(&room.desk, WORDS).await.unwrap();
    assert_eq!(
        room.last_check().await,
        None,
        "nobody knows what happened to it meanwhile"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_check_is_stopped_by_whoever_asked_for_it_and_by_the_lock() {
    let room = room().await;
    let (store, actor) = room.store_and_actor().await;
    // While something is being written the check has to wait.
    let writing = store.begin(&actor, clock::now_us()).await.unwrap();
    let stopping = async {
        let second = room.desk.verify_now(Nothing {}).await;
        assert_eq!(second, Err(ApiError::Unavailable));
        room.desk.stop_verifying(Nothing {}).await.unwrap();
    };
    let (found, ()) = tokio::join!(room.desk.verify_now(Nothing {}), stopping);
    assert_eq!(found, Ok(None));
    let (found, locked) = tokio::join!(room.desk.verify_now(Nothing {}), room.desk.lock_vault(Nothing {}));
    assert_eq!(found, Ok(None));
    assert_eq!(locked.unwrap().state, VaultState::Locked);
    drop(writing);
    unlock(&room.desk, WORDS).await.unwrap();
    assert_eq!(room.last_check().await, None);
    let found = room.desk.verify_now(Nothing {}).await.unwrap().unwrap();
    assert_eq!(found.faults, 0);
}
