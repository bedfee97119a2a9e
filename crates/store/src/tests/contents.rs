//! The bytes of attached files: whole or not at all, once for each content, and checked against what names them.

use lamina_domain::document::ContentHash;
use rstest::rstest;
use sha2::{Digest, Sha256};
use sqlx::{AssertSqlSafe, Connection, Executor};

use super::*;
use crate::{Audit, LoadedFact, PIECE, Problem, StoreError};

/// Two pieces and a bit.
fn bytes() -> Vec<u8> {
    (0..PIECE * 2 + 100).map(|at| (at % 251) as u8).collect()
}

fn hash(bytes: &[u8]) -> String {
    let hash: [u8; 32] = Sha256::digest(bytes).into();
    ContentHash::from(hash).as_str().to_owned()
}

/// A document of these bytes.
fn document(bytes: &[u8]) -> Row {
    let cells = vec![
        ("kind", "letter".into()),
        ("file_name", "a.pdf".into()),
        ("media", "pdf".into()),
        ("bytes", Cell::Int(bytes.len() as i64)),
        ("sha256", hash(bytes).as_str().into()),
    ];
    row(Noun::Document, cells, &["a.pdf"])
}

async fn put(unit: &mut Unit, bytes: &[u8]) -> bool {
    let begun = unit
        .begin_content(&hash(bytes), bytes.len() as u64)
        .await
        .unwrap();
    let Some(mut incoming) = begun else {
        return false;
    };
    for piece in bytes.chunks(PIECE) {
        unit.add_piece(&mut incoming, piece.to_vec()).await.unwrap();
    }
    unit.end_content(incoming).await.unwrap();
    true
}

/// A record with one document.
async fn filled() -> (Vault, Uuid, Uuid) {
    let vault = Vault::new().await;
    let patient = vault.add(None, &ada()).await;
    let mut unit = vault.begin().await;
    assert!(put(&mut unit, &bytes()).await);
    let id = fresh();
    let row = document(&bytes());
    unit.record(&change(), patient, id, &row).await.unwrap();
    unit.commit(Audit::done(Act::Record)).await.unwrap();
    (vault, patient, id)
}

async fn count(vault: &Vault, table: &'static str) -> i64 {
    let sql = format!("SELECT count(*) FROM {table}");
    let mut reader = vault.store.readers().acquire().await.unwrap();
    sqlx::query_scalar(AssertSqlSafe(sql))
        .fetch_one(&mut *reader)
        .await
        .unwrap()
}

async fn read_back(store: &Store, sha256: &str) -> Vec<u8> {
    let mut all = Vec::new();
    for place in 0.. {
        match store.piece(sha256, place).await.unwrap() {
            Some(piece) => all.extend(piece),
            None => break,
        }
    }
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_put_in_comes_out_and_is_kept_once() {
    let (vault, patient, id) = filled().await;
    let sha256 = hash(&bytes());
    assert!(read_back(&vault.store, &sha256).await == bytes());
    assert_eq!(vault.store.content_bytes().await.unwrap(), bytes().len() as u64);
    let other = vault.add(None, &person("Muster", "Bert", "1970", "B-1")).await;
    let mut unit = vault.begin().await;
    assert!(!put(&mut unit, &bytes()).await, "the vault has it already");
    let row = document(&bytes());
    unit.record(&change(), other, fresh(), &row).await.unwrap();
    unit.commit(Audit::done(Act::Record)).await.unwrap();
    assert_eq!(
        (
            count(&vault, "content").await,
            count(&vault, "content_piece").await
        ),
        (1, 3)
    );
    // The file stays when no entry stands any more that names it, and is there when one is put back.
    let mut unit = vault.begin().await;
    unit.retract(&because("wrong patient"), id, 1).await.unwrap();
    unit.commit(Audit::done(Act::Retract)).await.unwrap();
    let report = vault.store.verify(None, derive).await.unwrap();
    assert_eq!((report.files, report.problems), (1, Vec::new()));
    vault.store.rebuild(&actor(), 9, derive).await.unwrap();
    assert!(read_back(&vault.store, &sha256).await == bytes());
    assert_eq!(vault.standing(patient, Noun::Document).await, 0);
    assert_eq!(vault.standing(other, Noun::Document).await, 1);
    assert_eq!(vault.store.verify(None, derive).await.unwrap().problems, []);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_broke_off_between_pieces_leaves_nothing_and_can_not_be_kept() {
    let vault = Vault::new().await;
    let patient = vault.add(None, &ada()).await;
    let (all, sha256) = (bytes(), hash(&bytes()));
    let mut unit = vault.begin().await;
    let mut incoming = unit
        .begin_content(&sha256, all.len() as u64)
        .await
        .unwrap()
        .unwrap();
    unit.add_piece(&mut incoming, all[..PIECE].to_vec())
        .await
        .unwrap();
    let recorded = unit.record(&change(), patient, fresh(), &document(&all)).await;
    assert!(matches!(recorded, Err(StoreError::UnitBroken)), "{recorded:?}");
    let kept = unit.commit(Audit::done(Act::Record)).await;
    assert!(matches!(kept, Err(StoreError::UnitBroken)), "{kept:?}");
    assert!(!vault.store.has_content(&sha256).await.unwrap());
    assert_eq!(count(&vault, "content_piece").await, 0);
    for wrong in [
        &all[..all.len() - 1],
        &[&all[..], b"x"].concat(),
        &vec![7; all.len()],
    ] {
        let mut unit = vault.begin().await;
        let mut incoming = unit
            .begin_content(&sha256, all.len() as u64)
            .await
            .unwrap()
            .unwrap();
        let put = async {
            for piece in wrong.chunks(PIECE) {
                unit.add_piece(&mut incoming, piece.to_vec()).await?;
            }
            unit.end_content(incoming).await
        };
        let refused = put.await;
        assert!(matches!(refused, Err(StoreError::ContentDiffers)), "{refused:?}");
        assert!(unit.commit(Audit::done(Act::Record)).await.is_err());
    }
    assert_eq!(count(&vault, "content").await, 0);
    assert_eq!(vault.store.verify(None, derive).await.unwrap().problems, []);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_document_stands_without_its_bytes() {
    let vault = Vault::new().await;
    let patient = vault.add(None, &ada()).await;
    let row = document(b"nowhere");
    let mut unit = vault.begin().await;
    let recorded = unit.record(&change(), patient, fresh(), &row).await;
    assert!(
        matches!(recorded, Err(StoreError::ContentMissing)),
        "{recorded:?}"
    );
    drop(unit);
    let mut unit = vault.begin().await;
    let fact = LoadedFact {
        patient,
        id: fresh(),
        told_by: None,
        row,
    };
    let loaded = unit.load(&Audit::done(Act::Load), &[fact]).await;
    assert!(matches!(loaded, Err(StoreError::ContentMissing)), "{loaded:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_has_the_files_and_proves_them() {
    let (vault, ..) = filled().await;
    let place = vault.dir.path().join("copy.db");
    vault.store.copy_to(&place).await.unwrap();
    let copy = open(&place, KEY, Mode::Open).await.unwrap();
    assert!(read_back(&copy, &hash(&bytes())).await == bytes());
    let report = copy.verify(None, derive).await.unwrap();
    copy.close().await.unwrap();
    assert_eq!((report.files, report.problems), (1, Vec::new()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_record_that_can_only_be_read_gives_its_files() {
    let (vault, ..) = filled().await;
    vault.store.close().await.unwrap();
    let looking = open(&vault.path(), KEY, Mode::Look).await.unwrap();
    assert!(read_back(&looking, &hash(&bytes())).await == bytes());
    let report = looking.verify(None, derive).await.unwrap();
    looking.close().await.unwrap();
    assert_eq!((report.files, report.problems), (1, Vec::new()));
}

fn changed() -> Problem {
    Problem::FileChanged {
        sha256: hash(&bytes()),
    }
}

fn missing() -> Problem {
    Problem::FileMissing {
        sha256: hash(&bytes()),
    }
}

#[rstest]
#[case(
    "content_piece",
    "UPDATE content_piece SET data = zeroblob(length(data)) WHERE place = 1",
    changed()
)]
#[case(
    "content_piece",
    "UPDATE content_piece SET data = substr(data, 2) WHERE place = 2",
    changed()
)]
#[case("content_piece", "DELETE FROM content_piece WHERE place = 1", changed())]
#[case("content_piece", "DELETE FROM content_piece WHERE place = 2", changed())]
#[case("content_piece", "DELETE FROM content_piece", changed())]
#[case("content_piece", "UPDATE content_piece SET place = place + 10", changed())]
#[case("content", "UPDATE content SET bytes = bytes + 1", changed())]
#[case("content", "DELETE FROM content", missing())]
#[case(
    "content",
    "INSERT INTO content SELECT clinic_id, replace(hex(zeroblob(32)), '0', 'a'), 5 FROM content",
    Problem::FileUnnamed { sha256: "a".repeat(64) }
)]
#[case(
    "content_piece",
    "INSERT INTO content_piece SELECT clinic_id, replace(hex(zeroblob(32)), '0', 'a'), 0, x'00' FROM content",
    Problem::FileUnnamed { sha256: "a".repeat(64) }
)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_as_it_was_taken_in_is_found(
    #[case] table: &'static str,
    #[case] sql: &'static str,
    #[case] found: Problem,
) {
    let (vault, ..) = filled().await;
    let mut raw = vault.raw().await;
    raw.execute("PRAGMA foreign_keys=OFF").await.unwrap();
    let guards: Vec<(String, String)> =
        sqlx::query_as("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = $1")
            .bind(table)
            .fetch_all(&mut raw)
            .await
            .unwrap();
    for (name, _) in &guards {
        let drop = format!("DROP TRIGGER {name}");
        raw.execute(AssertSqlSafe(drop)).await.unwrap();
    }
    assert!(raw.execute(sql).await.unwrap().rows_affected() > 0);
    for (_, guard) in guards {
        raw.execute(AssertSqlSafe(guard)).await.unwrap();
    }
    raw.close().await.unwrap();
    let problems = vault.store.verify(None, derive).await.unwrap().problems;
    assert!(problems.contains(&found), "{problems:?}");
    assert!(!found.is_derived(), "nothing can make it anew");
}

#[rstest]
#[case("UPDATE content SET bytes = 1")]
#[case("DELETE FROM content")]
#[case("INSERT OR REPLACE INTO content SELECT * FROM content")]
#[case("UPDATE content_piece SET data = x'00'")]
#[case("DELETE FROM content_piece")]
#[case("INSERT OR REPLACE INTO content_piece SELECT clinic_id, sha256, place, x'00' FROM content_piece")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bytes_that_were_taken_in_stay(#[case] sql: &'static str) {
    let (vault, ..) = filled().await;
    let mut raw = vault.raw().await;
    let error = StoreError::from(raw.execute(sql).await.unwrap_err());
    assert!(matches!(error, StoreError::AppendOnly), "{error:?}");
    raw.close().await.unwrap();
    let mut writer = vault.store.write_conn().await.unwrap();
    assert!(writer.execute(sql).await.is_err());
    drop(writer);
    assert!(read_back(&vault.store, &hash(&bytes())).await == bytes());
}
