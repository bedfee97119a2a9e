//! Copies of the record: made while it is in use, proven before they are believed, and the only thing their connection writes.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use sqlx::{AssertSqlSafe, Connection, Executor};

use super::*;
use crate::engine::sqlite::KeySlot;
use crate::engine::{handle, proof::APPLICATION_ID};
use crate::schema::MIGRATIONS;
use crate::{KNOWN_SCHEMA, copy::prove, glance};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_made_while_someone_writes_is_the_record_as_it_stood_at_one_moment() {
    let vault = Vault::new().await;
    let patient = vault.add(None, &ada()).await;
    let done = Arc::new(AtomicBool::new(false));
    let writing = {
        let (store, done) = (vault.store.clone(), Arc::clone(&done));
        tokio::spawn(async move {
            let mut count = 0;
            while !done.load(Ordering::Relaxed) || count < 20 {
                let mut unit = store.begin(&actor(), 2_000_000).await.unwrap();
                let row = surgery("fusion", &["while it is copied"]);
                unit.record(&change(), patient, fresh(), &row).await.unwrap();
                unit.commit(Audit::done(Act::Record)).await.unwrap();
                count += 1;
            }
            count
        })
    };
    let mut copies = Vec::new();
    for number in 0..4 {
        let place = vault.dir.path().join(format!("copy-{number}.db"));
        copies.push((vault.store.copy_to(&place).await.unwrap(), place));
    }
    done.store(true, Ordering::Relaxed);
    let written = writing.await.unwrap();
    assert!(written >= 20);
    for (told, place) in &copies {
        // One row of the log for each version: the copy ends where its log ends.
        assert_eq!(told.versions.values().sum::<i64>(), told.head.seq);
        assert_eq!((told.patients, told.schema), (1, KNOWN_SCHEMA));
        let opened = open(place, KEY, Mode::Open).await.unwrap();
        let report = opened.verify(Some(told.head), derive).await.unwrap();
        assert_eq!((report.problems, report.head), (Vec::new(), told.head));
        opened.close().await.unwrap();
        assert!(vault.store.follows(told.head).await.unwrap());
    }
    let first = copies.first().unwrap().0.head;
    assert!(vault.store.changed_since(first.seq).await.unwrap());
    let now = vault.store.head().await.unwrap();
    assert!(!vault.store.changed_since(now.seq).await.unwrap());
    // What is looked at or opened is no change of the record.
    vault
        .store
        .note(&actor(), 3, Audit::done(Act::Unlock))
        .await
        .unwrap();
    assert!(!vault.store.changed_since(now.seq).await.unwrap());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_keeps_key_and_salt_and_shows_nothing() {
    let vault = Vault::new().await;
    vault.add(None, &ada()).await;
    let place = vault.dir.path().join("copy.db");
    vault.store.copy_to(&place).await.unwrap();
    let (copy, own) = (
        std::fs::read(&place).unwrap(),
        std::fs::read(vault.path()).unwrap(),
    );
    assert_eq!(copy[..16], own[..16], "the salt");
    assert!(!copy.windows(11).any(|bytes| bytes == b"Smith-Jones"));
    assert!(matches!(
        prove(&place, &KeySlot::new(OTHER_KEY).unwrap(), CLINIC).await,
        Err(StoreError::WrongKey)
    ));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_of_another_record_or_one_that_was_changed_is_not_believed() {
    let (vault, other) = (Vault::new().await, Vault::new().await);
    for vault in [&vault, &other] {
        vault.add(None, &ada()).await;
    }
    let place = vault.dir.path().join("copy.db");
    let told = vault.store.copy_to(&place).await.unwrap();
    assert!(vault.store.was(&told).await.unwrap());
    assert!(!other.store.was(&told).await.unwrap());
    let mut more = told.clone();
    more.versions.insert("surgery".to_owned(), 1);
    assert!(!vault.store.was(&more).await.unwrap());

    let whole = std::fs::read(&place).unwrap();
    for page in 0..whole.len() / 4096 {
        let mut bytes = whole.clone();
        bytes[page * 4096 + 2000] ^= 1;
        std::fs::write(&place, bytes).unwrap();
        assert!(
            prove(&place, &KeySlot::new(KEY).unwrap(), CLINIC).await.is_err(),
            "page {page}"
        );
    }
    std::fs::write(&place, whole).unwrap();
    assert_eq!(
        prove(&place, &KeySlot::new(KEY).unwrap(), CLINIC).await.unwrap(),
        told
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_connection_that_copies_can_change_nothing_else() {
    let vault = Vault::new().await;
    vault.add(None, &ada()).await;
    let place = vault.dir.path().join("copy.db");
    let elsewhere = vault.dir.path().join("elsewhere.db");
    let mut conn = options(&vault.path()).connect().await.unwrap();
    prepare(&mut conn, vault.store.key(), Role::Copier).await.unwrap();
    let refused = async |conn: &mut SqliteConnection| {
        for sql in [
            "DELETE FROM patient",
            "INSERT INTO noun (name) VALUES ('x')",
            "UPDATE setting SET name = 'x'",
            "DROP TRIGGER audit_no_delete",
            "CREATE TABLE x (a)",
            "PRAGMA wal_checkpoint(TRUNCATE)",
            "PRAGMA journal_mode=DELETE",
            "VACUUM",
        ] {
            assert!(conn.execute(sql).await.is_err(), "{sql}");
        }
        let into = sqlx::query("VACUUM INTO $1").bind(elsewhere.to_str().unwrap());
        assert!(into.execute(&mut *conn).await.is_err());
    };
    refused(&mut conn).await;
    handle::allow_copy(&mut conn, place.to_str().unwrap())
        .await
        .unwrap();
    refused(&mut conn).await;
    assert!(handle::skips_checkpoint_on_close(&mut conn).await.unwrap());
    let into = sqlx::query("VACUUM INTO $1").bind(place.to_str().unwrap());
    into.execute(&mut conn).await.unwrap();
    conn.close().await.unwrap();
    assert!(!elsewhere.exists() || std::fs::metadata(&elsewhere).unwrap().len() == 0);
    assert_eq!(
        prove(&place, &KeySlot::new(KEY).unwrap(), CLINIC)
            .await
            .unwrap()
            .patients,
        1
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_of_an_older_schema_is_proven_as_it_is_and_opens() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.db");
    let key = crate::engine::sqlite::KeySlot::new(KEY).unwrap();
    crate::engine::sqlite::create_file(&path).unwrap();
    let mut conn = options(&path).connect().await.unwrap();
    prepare(&mut conn, &key, Role::Migrator).await.unwrap();
    let older = KNOWN_SCHEMA - 1;
    let mark = format!("PRAGMA application_id={APPLICATION_ID}; PRAGMA user_version={older}");
    conn.execute(AssertSqlSafe(mark)).await.unwrap();
    MIGRATIONS
        .run_direct(Some(older), &mut conn, false)
        .await
        .unwrap();
    conn.close().await.unwrap();
    assert_eq!(
        prove(&path, &KeySlot::new(KEY).unwrap(), CLINIC)
            .await
            .unwrap()
            .schema,
        older
    );
    let opened = open(&path, KEY, Mode::Open).await.unwrap();
    assert_eq!(opened.verify(None, derive).await.unwrap().problems, Vec::new());
    opened.close().await.unwrap();
    let told = glance(&path, KEY, CLINIC).await.unwrap();
    assert_eq!((told.schema, told.patients), (KNOWN_SCHEMA, 0));
}
