//! Units, versions, conflicts, repeated requests, and recovery after a failed write.

use sqlx::{AssertSqlSafe, Connection, Executor};

use super::*;
use crate::{Draft, Kind, Status};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_version_can_be_read() {
    let vault = Vault::new().await;
    let patient = vault.add(None, &ada()).await;
    let id = vault.add(Some(patient), &surgery("first", &[])).await;
    let mut unit = vault.begin().await;
    let saved = unit
        .amend(&because("typing error"), id, 1, &surgery("second", &[]))
        .await
        .unwrap();
    assert_eq!(saved.version, 2);
    unit.commit(Audit::done(Act::Amend)).await.unwrap();
    let mut unit = vault.begin().await;
    unit.retract(&because("wrong patient"), id, 2).await.unwrap();
    unit.commit(Audit::done(Act::Retract)).await.unwrap();

    let history = vault.store.history(id).await.unwrap();
    let kinds: Vec<_> = history
        .iter()
        .map(|v| {
            (
                v.version,
                v.kind,
                serde_json::from_str::<serde_json::Value>(&v.content).unwrap()["note"].clone(),
            )
        })
        .collect();
    assert_eq!(
        kinds,
        [
            (1, Kind::Record, "first".into()),
            (2, Kind::Amend, "second".into()),
            (3, Kind::Retract, "second".into())
        ]
    );
    assert_eq!(history[2].reason.as_deref(), Some("wrong patient"));
    assert_eq!(history[0].recorded_by, "dr-adams");
    assert_eq!(vault.standing(patient, Noun::Surgery).await, 0);
    assert_eq!(vault.store.get(id).await.unwrap().status, Status::EnteredInError);

    let mut unit = vault.begin().await;
    let again = unit
        .amend(&because("after all"), id, 3, &surgery("third", &[]))
        .await;
    assert!(matches!(again, Err(StoreError::Retracted)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_second_of_two_changes_is_told() {
    let vault = Vault::new().await;
    let id = vault.add(None, &ada()).await;
    let mut unit = vault.begin().await;
    unit.amend(&because("married"), id, 1, &person("Jones", "Ada", "1961", "1"))
        .await
        .unwrap();
    unit.commit(Audit::done(Act::Amend)).await.unwrap();
    let mut unit = vault.begin().await;
    let late = unit
        .amend(&because("spelling"), id, 1, &person("Smyth", "Ada", "1961", "1"))
        .await;
    assert!(matches!(late, Err(StoreError::Conflict { current_version: 2 })));
    assert!(matches!(
        unit.commit(Audit::done(Act::Amend)).await,
        Err(StoreError::UnitBroken)
    ));
    assert_eq!(vault.store.history(id).await.unwrap().len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn concurrent_changes_lose_nothing() {
    let vault = Vault::new().await;
    let id = vault.add(None, &ada()).await;
    let mut tasks = Vec::new();
    for task in 0..4 {
        let store = vault.store.clone();
        tasks.push(tokio::spawn(async move {
            let mut kept = 0;
            for round in 0..10 {
                let base = store.get(id).await.unwrap().current.version;
                let mut unit = store.begin(&actor(), 1).await.unwrap();
                let row = person("Smith", &format!("{task}-{round}"), "1961", "1");
                match unit.amend(&because("again"), id, base, &row).await {
                    Ok(_) => {
                        unit.commit(Audit::done(Act::Amend)).await.unwrap();
                        kept += 1;
                    }
                    Err(StoreError::Conflict { .. }) => {}
                    Err(other) => panic!("{other}"),
                }
            }
            kept
        }));
    }
    let mut kept = 0;
    for task in tasks {
        kept += task.await.unwrap();
    }
    assert!(kept >= 1);
    assert_eq!(vault.store.history(id).await.unwrap().len(), kept + 1);
    assert_eq!(vault.store.verify(None, derive).await.unwrap().problems, []);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dropped_unit_leaves_nothing() {
    let vault = Vault::new().await;
    let head = vault.store.head().await.unwrap();
    let id = fresh();
    let mut unit = vault.begin().await;
    unit.record(&change(), id, id, &ada()).await.unwrap();
    drop(unit);
    vault.add(None, &person("Other", "One", "1950", "2")).await;
    assert!(matches!(vault.store.get(id).await, Err(StoreError::NotFound)));
    assert!(
        vault
            .store
            .search("smith", DateOrder::DayFirst, 5)
            .await
            .unwrap()
            .is_empty()
    );
    assert_eq!(vault.store.head().await.unwrap().seq, head.seq + 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_request_is_answered_once() {
    let vault = Vault::new().await;
    let (id, asked) = (fresh(), change());
    let mut first = vault.begin().await;
    let one = first.record(&asked, id, id, &ada()).await.unwrap();
    first.commit(Audit::done(Act::Record)).await.unwrap();
    let mut second = vault.begin().await;
    let two = second.record(&asked, id, id, &ada()).await.unwrap();
    assert!(two.repeated && !one.repeated);
    assert_eq!(
        (two.id, two.version, two.content_hash),
        (one.id, one.version, one.content_hash)
    );
    drop(second);
    assert_eq!(vault.store.history(id).await.unwrap().len(), 1);
    let mut third = vault.begin().await;
    let other = third
        .record(&asked, id, id, &person("Else", "Who", "1961", "1"))
        .await;
    assert!(matches!(other, Err(StoreError::RequestReused)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn refusals() {
    let vault = Vault::new().await;
    let id = vault.add(None, &ada()).await;
    let nobody = fresh();
    let short = vault.begin().await.amend(&because(" x "), id, 1, &ada()).await;
    assert!(matches!(short, Err(StoreError::ReasonMissing)));
    let none = vault.begin().await.retract(&change(), id, 1).await;
    assert!(matches!(none, Err(StoreError::ReasonMissing)));
    let stray = vault
        .begin()
        .await
        .record(&change(), nobody, fresh(), &surgery("x", &[]))
        .await;
    assert!(matches!(stray, Err(StoreError::NotFound)));
    let taken = vault.begin().await.record(&change(), id, id, &ada()).await;
    assert!(matches!(taken, Err(StoreError::IdTaken)), "{taken:?}");
    let noun = vault
        .begin()
        .await
        .amend(&because("mixed up"), id, 1, &surgery("x", &[]))
        .await;
    assert!(matches!(noun, Err(StoreError::WrongNoun)));
    let mut odd = ada();
    odd.cells.push(("shoe_size", 43_i64.into()));
    let odd = vault.begin().await.record(&change(), nobody, nobody, &odd).await;
    assert!(matches!(
        odd,
        Err(StoreError::UnknownColumn {
            column: "shoe_size",
            ..
        })
    ));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_costs_one_unit_and_not_the_record() {
    let vault = Vault::new().await;
    let patient = vault.add(None, &ada()).await;
    {
        let mut writer = vault.store.write_conn().await.unwrap();
        let pages: i64 = sqlx::query_scalar("PRAGMA page_count")
            .fetch_one(&mut *writer)
            .await
            .unwrap();
        let sql = format!("PRAGMA max_page_count={}", pages + 2);
        writer.execute(AssertSqlSafe(sql)).await.unwrap();
    }
    let big = surgery(&"long note ".repeat(5_000), &[]);
    let mut unit = vault.begin().await;
    let full = unit.record(&change(), patient, fresh(), &big).await;
    assert!(matches!(full, Err(StoreError::Full)), "{full:?}");
    assert!(matches!(
        unit.commit(Audit::done(Act::Record)).await,
        Err(StoreError::UnitBroken)
    ));
    {
        let mut writer = vault.store.write_conn().await.unwrap();
        writer.execute("PRAGMA max_page_count=1000000").await.unwrap();
    }
    vault.add(Some(patient), &big).await;
    assert_eq!(vault.standing(patient, Noun::Surgery).await, 1);
    assert_eq!(vault.store.verify(None, derive).await.unwrap().problems, []);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_connection_left_inside_a_transaction_is_not_handed_out() {
    let vault = Vault::new().await;
    let mut writer = vault.store.write_conn().await.unwrap();
    let open = writer.begin().await.unwrap();
    // As after a failed commit: the count of transactions stays above zero.
    std::mem::forget(open);
    drop(writer);
    vault.add(None, &ada()).await;
    assert_eq!(
        vault
            .store
            .search("ada", DateOrder::DayFirst, 5)
            .await
            .unwrap()
            .len(),
        1
    );
}

/// A mount that goes away with the test.
#[cfg(target_os = "linux")]
struct Mount(std::path::PathBuf);

#[cfg(target_os = "linux")]
impl Drop for Mount {
    fn drop(&mut self) {
        std::process::Command::new("umount")
            .arg("-l")
            .arg(&self.0)
            .output()
            .ok();
    }
}

#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn saving_works_again_once_there_is_room() {
    let dir = tempfile::tempdir().unwrap();
    let mount = |options: &str| {
        std::process::Command::new("mount")
            .args(["-t", "tmpfs", "-o", options, "tmpfs"])
            .arg(dir.path())
            .output()
            .is_ok_and(|output| output.status.success())
    };
    if !mount("size=2m") {
        eprintln!("skipped: mounting a small file system is not permitted here");
        return;
    }
    let _mount = Mount(dir.path().to_owned());
    let path = dir.path().join("record.db");
    let store = open(&path, KEY, Mode::Create).await.unwrap();
    let save = async |store: &Store| {
        let id = fresh();
        let mut unit = store.begin(&actor(), 1).await?;
        let row = person(&"text ".repeat(2_000), "Ada", "1961", "1");
        unit.record(&change(), id, id, &row).await?;
        unit.commit(Audit::done(Act::Record)).await
    };
    let mut saved = 0_i64;
    let mut refused = 0;
    while refused < 3 {
        match save(&store).await {
            Ok(_) => saved += 1,
            Err(_) => refused += 1,
        }
    }
    assert!(saved > 0);
    assert!(mount("remount,size=16m"));
    for _ in 0..5 {
        save(&store).await.unwrap();
    }
    let report = store.verify(None, derive).await.unwrap();
    assert_eq!((report.problems, report.versions), (Vec::new(), saved + 5));
    store.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn drafts_and_settings() {
    let vault = Vault::new().await;
    let mut draft = Draft {
        id: fresh(),
        patient_id: None,
        noun: "patient".to_owned(),
        entry_id: None,
        base_version: None,
        author_id: "dr-adams".to_owned(),
        content: serde_json::json!({"family": "Sm"}),
        updated_at_us: 1,
    };
    vault.store.save_draft(&draft).await.unwrap();
    draft.content = serde_json::json!({"family": "Smith"});
    draft.base_version = Some(4);
    draft.updated_at_us = 2;
    vault.store.save_draft(&draft).await.unwrap();
    assert_eq!(vault.store.drafts("dr-adams").await.unwrap(), [draft.clone()]);
    assert!(vault.store.drafts("someone").await.unwrap().is_empty());

    let mut unit = vault.begin().await;
    unit.set_setting("idle-lock", &serde_json::json!(300))
        .await
        .unwrap();
    unit.discard_draft(draft.id).await.unwrap();
    unit.commit(Audit::done(Act::Settings)).await.unwrap();
    assert_eq!(
        vault.store.setting("idle-lock").await.unwrap(),
        Some(serde_json::json!(300))
    );
    assert_eq!(vault.store.setting("other").await.unwrap(), None);
    assert!(vault.store.drafts("dr-adams").await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reason_is_read_back_as_it_was_typed() {
    let vault = Vault::new().await;
    let id = vault.add(None, &ada()).await;
    let mut unit = vault.begin().await;
    let odd = because("é|3|\u{1f}🙂 a machine|");
    unit.amend(&odd, id, 1, &ada()).await.unwrap();
    unit.commit(Audit::done(Act::Amend)).await.unwrap();
    let history = vault.store.history(id).await.unwrap();
    assert_eq!(history.len(), 2);
    assert_eq!(history[1].reason.as_deref(), odd.reason.as_deref());
    assert_eq!(vault.store.changes(id).await.unwrap().len(), 2);
    assert_eq!(vault.store.get(id).await.unwrap().current, history[1]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_patients_facts_are_looked_up_by_the_patient_and_not_among_all() {
    let vault = Vault::new().await;
    let plan = vault.store.plan_of_standing().await.join("; ");
    assert!(
        plan.contains("USING PRIMARY KEY (clinic_id=? AND patient_id=?"),
        "{plan}"
    );
    assert!(!plan.contains("SCAN"), "{plan}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_days_of_people_are_read_from_an_index_and_not_from_the_facts() {
    let vault = Vault::new().await;
    for (noun, index, which, by) in [
        (Noun::Score, "score_by_day", "", ""),
        (Noun::Flag, "flag_by_day", "", ""),
        (Noun::Visit, "visit_by_day", crate::due::CAME, " AND came=?"),
    ] {
        let plan = vault.store.plan_of_days(noun, which).await.join("; ");
        assert!(
            plan.contains(&format!(
                "COVERING INDEX {index} (clinic_id=? AND patient_id=?{by})"
            )),
            "{noun:?}: {plan}"
        );
    }
    let plan = vault.store.plan_of_visits().await.join("; ");
    assert!(
        plan.contains("SEARCH v USING PRIMARY KEY (clinic_id=? AND patient_id=?)"),
        "{plan}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_stands_of_an_entry_is_looked_up_by_its_id() {
    let vault = Vault::new().await;
    let plan = vault.store.plan_of_entry().await.join("; ");
    for step in [
        "SEARCH k USING COVERING INDEX version_by_entry (clinic_id=? AND id=?)",
        "SEARCH v USING PRIMARY KEY (clinic_id=? AND patient_id=? AND id=?)",
    ] {
        assert!(plan.contains(step), "{plan}");
    }
    let plan = vault.store.plan_of_contents(Noun::Treatment).await.join("; ");
    for step in [
        "SEARCH k USING COVERING INDEX version_by_entry (clinic_id=? AND id=?)",
        "SEARCH v USING PRIMARY KEY (clinic_id=? AND patient_id=? AND id=? AND number=?)",
    ] {
        assert!(plan.contains(step), "{plan}");
    }
    let plan = vault.store.plan_of_why().await.join("; ");
    for step in [
        "SEARCH search_entry USING PRIMARY KEY (clinic_id=? AND patient_id=?)",
        "SEARCH v USING PRIMARY KEY (clinic_id=? AND patient_id=? AND id=? AND number=?)",
    ] {
        assert!(plan.contains(step), "{plan}");
    }
}
