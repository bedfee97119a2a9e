//! Tampering by someone who has the file's key and a tool, but not the log's key.

use rstest::rstest;
use sqlx::{AssertSqlSafe, Connection, Executor};

use super::*;
use crate::{Outcome, Problem};

async fn filled() -> (Vault, Uuid) {
    let vault = Vault::new().await;
    let patient = vault.add(None, &ada()).await;
    vault.add(Some(patient), &surgery("fusion", &[])).await;
    let refused = Audit {
        outcome: Outcome::Refused,
        ..Audit::done(Act::Export)
    };
    vault.store.note(&actor(), 2, refused).await.unwrap();
    (vault, patient)
}

/// Runs statements with the guards of a table removed, and puts the guards back.
async fn tamper(vault: &Vault, table: &str, sql: &'static str) {
    let mut raw = vault.raw().await;
    let triggers: Vec<(String, String)> =
        sqlx::query_as("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = $1")
            .bind(table)
            .fetch_all(&mut raw)
            .await
            .unwrap();
    for (name, _) in &triggers {
        raw.execute(AssertSqlSafe(format!("DROP TRIGGER {name}")))
            .await
            .unwrap();
    }
    assert!(
        raw.execute(sql).await.unwrap().rows_affected() > 0,
        "nothing was tampered with"
    );
    for (_, sql) in triggers {
        raw.execute(AssertSqlSafe(sql)).await.unwrap();
    }
    raw.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_whole_record_has_no_problems() {
    let (vault, _) = filled().await;
    let report = vault.store.verify(None, derive).await.unwrap();
    assert_eq!(
        (report.audit_entries, report.versions, report.problems),
        (3, 2, Vec::new())
    );
    assert_eq!(report.head, vault.store.head().await.unwrap());
}

#[rstest]
#[case("UPDATE audit SET actor_id = 'x' WHERE seq = 2", Problem::ChainBroken { seq: 2 })]
#[case("UPDATE audit SET at_us = at_us + 1 WHERE seq = 1", Problem::ChainBroken { seq: 1 })]
#[case("UPDATE audit SET outcome = 'done' WHERE seq = 3", Problem::ChainBroken { seq: 3 })]
#[case("UPDATE audit SET patient_id = NULL WHERE seq = 2", Problem::ChainBroken { seq: 2 })]
#[case("UPDATE audit SET reason = '' WHERE seq = 2", Problem::ChainBroken { seq: 2 })]
#[case("DELETE FROM audit WHERE seq = 2", Problem::ChainBroken { seq: 3 })]
#[case("DELETE FROM audit WHERE seq = 1", Problem::ChainBroken { seq: 2 })]
#[case("UPDATE audit SET mac = zeroblob(32) WHERE seq = 2", Problem::SealWrong { seq: 2 })]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_changed_log_shows(#[case] sql: &'static str, #[case] problem: Problem) {
    let (vault, _) = filled().await;
    tamper(&vault, "audit", sql).await;
    let report = vault.store.verify(None, derive).await.unwrap();
    assert!(report.problems.contains(&problem), "{:?}", report.problems);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cut_log_shows_against_a_noted_head() {
    let (vault, _) = filled().await;
    let noted = vault.store.head().await.unwrap();
    assert_eq!(
        vault.store.verify(Some(noted), derive).await.unwrap().problems,
        []
    );
    tamper(&vault, "audit", "DELETE FROM audit WHERE seq = 3").await;
    assert_eq!(vault.store.verify(None, derive).await.unwrap().problems, []);
    assert_eq!(
        vault.store.verify(Some(noted), derive).await.unwrap().problems,
        [Problem::AnchorMissing { seq: noted.seq }]
    );
}

#[rstest]
#[case("UPDATE setting SET value = '{\"limit\":90}' WHERE name = 'limits'")]
#[case("UPDATE setting SET updated_at_us = 7 WHERE name = 'limits'")]
#[case("DELETE FROM setting WHERE name = 'limits'")]
#[case("INSERT INTO setting SELECT clinic_id, 'other', value, 1 FROM setting")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn settings_that_nobody_set_show(#[case] sql: &'static str) {
    let (vault, _) = filled().await;
    for (at_us, limit) in [(3, 50), (4, 60)] {
        let mut unit = vault.store.begin(&actor(), at_us).await.unwrap();
        let value = serde_json::json!({ "limit": limit });
        unit.set_setting("limits", &value).await.unwrap();
        unit.commit(Audit::done(Act::Settings)).await.unwrap();
    }
    // What is recorded afterwards says nothing of settings.
    vault.add(None, &ada()).await;
    let whole = vault.store.verify(None, derive).await.unwrap();
    assert_eq!((whole.audit_entries, whole.problems), (6, Vec::new()));
    tamper(&vault, "setting", sql).await;
    assert_eq!(
        vault.store.verify(None, derive).await.unwrap().problems,
        [Problem::SettingsChanged]
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rewritten_chain_lacks_the_seal() {
    let (vault, _) = filled().await;
    vault.store.close().await.unwrap();
    let other_key = Zeroizing::new([8; 32]);
    let store = Store::open(&vault.path(), KEY, other_key, Mode::Open, CLINIC)
        .await
        .unwrap();
    let problems = store.verify(None, derive).await.unwrap().problems;
    assert_eq!(problems, [1, 2, 3].map(|seq| Problem::SealWrong { seq }));
    store.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn changed_and_removed_versions_show() {
    let (vault, patient) = filled().await;
    let sql = "UPDATE version SET content = '{\"family\":\"Else\"}' WHERE noun = 'patient'";
    tamper(&vault, "version", sql).await;
    tamper(&vault, "version", "DELETE FROM version WHERE noun = 'surgery'").await;
    let problems = vault.store.verify(None, derive).await.unwrap().problems;
    assert!(problems.contains(&Problem::VersionChanged {
        noun: Noun::Patient,
        id: patient,
        version: 1
    }));
    assert!(
        problems
            .iter()
            .any(|p| matches!(p, Problem::VersionMissing { version: 1, .. })),
        "{problems:?}"
    );
}

/// Every value of what is derived, changed one by one; then the same by making it anew.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn any_changed_value_of_what_is_derived_shows_and_is_made_anew() {
    let vault = Vault::new().await;
    let patient = vault.add(None, &ada()).await;
    vault
        .add(Some(patient), &surgery("fusion", &["fusion L4-S1"]))
        .await;
    let mut raw = vault.raw().await;
    let mut changed = 0;
    for table in [
        "patient",
        "surgery",
        "patient_head",
        "search_entry",
        "search_list",
    ] {
        for column in crate::schema::columns_of(table) {
            raw.execute("PRAGMA ignore_check_constraints=ON").await.unwrap();
            let values = ["x'00000000000000000000000000000001'", "'x'", "7"];
            for value in values {
                let sql = format!("UPDATE \"{table}\" SET \"{column}\" = {value}");
                let sql = format!("{sql} WHERE \"{column}\" IS NOT {value}");
                // A value of another type is refused by the table itself, and so is a word that would stand twice.
                let Ok(done) = raw.execute(AssertSqlSafe(sql.clone())).await else {
                    continue;
                };
                if done.rows_affected() == 0 {
                    continue;
                }
                changed += 1;
                let problems = vault.store.verify(None, derive).await.unwrap().problems;
                assert!(!problems.is_empty(), "{sql}");
                raw.execute(AssertSqlSafe(format!("DELETE FROM \"{table}\"")))
                    .await
                    .unwrap();
                vault.store.rebuild(&actor(), 9, derive).await.unwrap();
                let problems = vault.store.verify(None, derive).await.unwrap().problems;
                assert_eq!(problems, [], "{sql}");
            }
        }
    }
    assert!(changed >= 30, "{changed} were changed");
    for (sql, count) in [
        ("DELETE FROM surgery", 1),
        ("DELETE FROM search_list WHERE word = 'fusion'", 1),
        // What follows from it differs too: the lists from the words, and from who is there.
        ("DELETE FROM search_entry WHERE words LIKE '% fusion %'", 2),
        ("DELETE FROM patient_head", 2),
        (
            "INSERT INTO symptom (clinic_id, patient_id, id, number) SELECT clinic_id, patient_id, id, 1 FROM surgery",
            1,
        ),
    ] {
        assert!(raw.execute(sql).await.unwrap().rows_affected() > 0, "{sql}");
        let problems = vault.store.verify(None, derive).await.unwrap().problems;
        assert_eq!(problems.len(), count, "{sql}: {problems:?}");
        vault.store.rebuild(&actor(), 9, derive).await.unwrap();
        assert_eq!(
            vault.store.verify(None, derive).await.unwrap().problems,
            [],
            "{sql}"
        );
    }
    raw.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_guard_that_is_gone_or_another_shows() {
    let vault = Vault::new().await;
    let mut raw = vault.raw().await;
    let guards: Vec<(String, String)> =
        sqlx::query_as("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            .fetch_all(&mut raw)
            .await
            .unwrap();
    assert_eq!(guards.len(), 12, "{guards:?}");
    for (name, sql) in guards {
        let shown = async || vault.store.verify(None, derive).await.unwrap().problems;
        let wanted = Problem::Schema {
            name: format!("trigger {name}"),
        };
        raw.execute(AssertSqlSafe(format!("DROP TRIGGER {name}")))
            .await
            .unwrap();
        assert_eq!(shown().await, std::slice::from_ref(&wanted));
        let blunt = sql.replace("RAISE(ABORT,", "coalesce(");
        raw.execute(AssertSqlSafe(blunt)).await.unwrap();
        assert_eq!(shown().await, [wanted]);
        raw.execute(AssertSqlSafe(format!("DROP TRIGGER {name}; {sql}")))
            .await
            .unwrap();
        assert_eq!(shown().await, []);
    }
    raw.execute("CREATE TABLE more (a TEXT)").await.unwrap();
    let name = "table more".to_owned();
    let problems = vault.store.verify(None, derive).await.unwrap().problems;
    assert_eq!(problems, [Problem::Schema { name }]);
    raw.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_damaged_page_shows() {
    let (vault, _) = filled().await;
    vault.store.close().await.unwrap();
    let mut bytes = std::fs::read(vault.path()).unwrap();
    let last = bytes.len() - 2_000;
    bytes[last] ^= 1;
    std::fs::write(vault.path(), &bytes).unwrap();
    match open(&vault.path(), KEY, Mode::Open).await {
        Err(error) => assert!(matches!(error, StoreError::Damaged), "{error}"),
        Ok(store) => {
            let outcome = store.verify(None, derive).await;
            store.close().await.ok();
            match outcome {
                Ok(report) => assert!(!report.problems.is_empty()),
                Err(error) => assert!(matches!(error, StoreError::Damaged), "{error}"),
            }
        }
    }
}
