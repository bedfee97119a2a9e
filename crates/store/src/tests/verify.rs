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
        ..Audit::done("export")
    };
    vault.store.note(&actor(), 2, refused).await.unwrap();
    (vault, patient)
}

/// Runs statements with the guards of a table removed.
async fn tamper(vault: &Vault, table: &str, sql: &'static str) {
    let mut raw = vault.raw().await;
    let triggers: Vec<String> =
        sqlx::query_scalar("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = $1")
            .bind(table)
            .fetch_all(&mut raw)
            .await
            .unwrap();
    for name in triggers {
        raw.execute(AssertSqlSafe(format!("DROP TRIGGER {name}")))
            .await
            .unwrap();
    }
    assert!(
        raw.execute(sql).await.unwrap().rows_affected() > 0,
        "nothing was tampered with"
    );
    raw.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_whole_record_has_no_problems() {
    let (vault, _) = filled().await;
    let report = vault.store.verify(None).await.unwrap();
    assert_eq!(
        (report.audit_entries, report.versions, report.problems),
        (3, 2, Vec::new())
    );
    assert_eq!(report.head, vault.store.audit_head().await.unwrap());
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
    let report = vault.store.verify(None).await.unwrap();
    assert!(report.problems.contains(&problem), "{:?}", report.problems);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cut_log_shows_against_a_noted_head() {
    let (vault, _) = filled().await;
    let noted = vault.store.audit_head().await.unwrap();
    assert_eq!(vault.store.verify(Some(noted)).await.unwrap().problems, []);
    tamper(&vault, "audit", "DELETE FROM audit WHERE seq = 3").await;
    assert_eq!(vault.store.verify(None).await.unwrap().problems, []);
    assert_eq!(
        vault.store.verify(Some(noted)).await.unwrap().problems,
        [Problem::AnchorMissing { seq: noted.seq }]
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
    let problems = store.verify(None).await.unwrap().problems;
    assert_eq!(problems, [1, 2, 3].map(|seq| Problem::SealWrong { seq }));
    store.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn changed_and_removed_versions_show() {
    let (vault, patient) = filled().await;
    tamper(
        &vault,
        "patient",
        "UPDATE patient SET content = '{\"family\":\"Else\"}'",
    )
    .await;
    tamper(&vault, "surgery", "DELETE FROM surgery").await;
    let problems = vault.store.verify(None).await.unwrap().problems;
    assert!(problems.contains(&Problem::VersionChanged {
        noun: Noun::Patient,
        id: patient.to_string(),
        version: 1
    }));
    assert!(
        problems
            .iter()
            .any(|p| matches!(p, Problem::VersionMissing { version: 1, .. })),
        "{problems:?}"
    );
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
            let outcome = store.verify(None).await;
            store.close().await.ok();
            match outcome {
                Ok(report) => assert!(!report.problems.is_empty()),
                Err(error) => assert!(matches!(error, StoreError::Damaged), "{error}"),
            }
        }
    }
}
