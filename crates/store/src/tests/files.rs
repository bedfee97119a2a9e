//! Opening, refusing and closing files.

use std::io::Write;
use std::sync::{Arc, Mutex};

use sha2::Digest;
use sqlx::{AssertSqlSafe, Connection, Executor};

use super::*;
use crate::KNOWN_SCHEMA;
use crate::engine::proof::wal_path;

/// A closed record with a few pages, and its bytes.
async fn closed() -> (Vault, Vec<u8>) {
    let vault = Vault::new().await;
    let patient = vault.add(None, &ada()).await;
    vault.add(Some(patient), &surgery("fusion", &[])).await;
    vault.store.close().await.unwrap();
    let bytes = std::fs::read(vault.path()).unwrap();
    (vault, bytes)
}

fn same_bytes(vault: &Vault, before: &[u8]) {
    assert!(
        std::fs::read(vault.path()).unwrap() == before,
        "the file was changed"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reopens_and_reads_back() {
    let (vault, _) = closed().await;
    let again = open(&vault.path(), KEY, Mode::Open).await.unwrap();
    let hits = again.search("ada", DateOrder::DayFirst, 10).await.unwrap();
    assert_eq!(hits.len(), 1);
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&again.get(hits[0].id).await.unwrap().current.content)
            .unwrap()["family"],
        "Smith-Jones"
    );
    again.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn wrong_key_leaves_the_file_alone() {
    let (vault, before) = closed().await;
    assert!(matches!(
        open(&vault.path(), OTHER_KEY, Mode::Open).await,
        Err(StoreError::WrongKey)
    ));
    same_bytes(&vault, &before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn wrong_key_leaves_an_unfinished_session_alone() {
    let vault = Vault::new().await;
    vault.add(None, &ada()).await;
    let (copy, wal) = (
        vault.dir.path().join("copy.db"),
        vault.dir.path().join("copy.db-wal"),
    );
    std::fs::copy(vault.path(), &copy).unwrap();
    std::fs::copy(wal_path(&vault.path()), &wal).unwrap();
    let before = (std::fs::read(&copy).unwrap(), std::fs::read(&wal).unwrap());
    assert!(!before.1.is_empty());
    assert!(open(&copy, OTHER_KEY, Mode::Open).await.is_err());
    assert!((std::fs::read(&copy).unwrap(), std::fs::read(&wal).unwrap()) == before);
    let healed = open(&copy, KEY, Mode::Open).await.unwrap();
    assert_eq!(
        healed.search("ada", DateOrder::DayFirst, 5).await.unwrap().len(),
        1
    );
    healed.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn foreign_files_are_refused_untouched() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("plain.db");
    let mut plain = options(&path).create_if_missing(true).connect().await.unwrap();
    plain.execute("CREATE TABLE note (text TEXT)").await.unwrap();
    plain.close().await.unwrap();
    let text = dir.path().join("letter.txt");
    std::fs::write(&text, "Dear colleague, thank you for sending this person to us.").unwrap();
    for file in [&path, &text] {
        let before = std::fs::read(file).unwrap();
        assert!(matches!(
            open(file, KEY, Mode::Open).await,
            Err(StoreError::Foreign)
        ));
        assert!(std::fs::read(file).unwrap() == before);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_encrypted_file_of_another_program_is_foreign() {
    let vault = Vault::new().await;
    let mut raw = vault.raw().await;
    raw.execute("PRAGMA application_id=99").await.unwrap();
    raw.close().await.unwrap();
    vault.store.close().await.unwrap();
    let before = std::fs::read(vault.path()).unwrap();
    assert!(matches!(
        open(&vault.path(), KEY, Mode::Open).await,
        Err(StoreError::Foreign)
    ));
    same_bytes(&vault, &before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cut_file_is_refused_untouched() {
    let (vault, whole) = closed().await;
    let pages = whole.len() / 4096;
    for length in [0, 100, 4096 * (pages - 2), 4096 * (pages - 1) + 1000] {
        std::fs::write(vault.path(), &whole[..length]).unwrap();
        let outcome = open(&vault.path(), KEY, Mode::Open).await;
        assert!(
            matches!(outcome, Err(StoreError::Truncated)),
            "{length}: {outcome:?}"
        );
        same_bytes(&vault, &whole[..length]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_damaged_first_page_is_not_called_a_wrong_key() {
    let (vault, mut bytes) = closed().await;
    bytes[2000] ^= 1;
    std::fs::write(vault.path(), &bytes).unwrap();
    assert!(matches!(
        open(&vault.path(), KEY, Mode::Open).await,
        Err(StoreError::Damaged)
    ));
    same_bytes(&vault, &bytes);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_newer_schema_is_refused_untouched() {
    let vault = Vault::new().await;
    let newer = KNOWN_SCHEMA + 1;
    let mut raw = vault.raw().await;
    raw.execute(AssertSqlSafe(format!("PRAGMA user_version={newer}")))
        .await
        .unwrap();
    raw.close().await.unwrap();
    vault.store.close().await.unwrap();
    let before = std::fs::read(vault.path()).unwrap();
    let outcome = open(&vault.path(), KEY, Mode::Open).await;
    assert!(
        matches!(outcome, Err(StoreError::NewerSchema { found, known }) if found == newer && known == KNOWN_SCHEMA)
    );
    same_bytes(&vault, &before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn missing_existing_and_ill_formed() {
    let (vault, before) = closed().await;
    let none = vault.dir.path().join("none.db");
    assert!(matches!(
        open(&none, KEY, Mode::Open).await,
        Err(StoreError::Missing)
    ));
    assert!(!none.exists());
    assert!(matches!(
        open(&vault.path(), KEY, Mode::Create).await,
        Err(StoreError::AlreadyExists)
    ));
    assert!(matches!(
        open(&vault.path(), b"secret", Mode::Open).await,
        Err(StoreError::KeyForm)
    ));
    same_bytes(&vault, &before);
}

#[test]
fn the_schema_number_is_that_of_the_newest_migration() {
    assert_eq!(
        crate::schema::MIGRATIONS.iter().map(|m| m.version).max(),
        Some(KNOWN_SCHEMA)
    );
}

/// A migration that was released never changes: every vault that it made would be refused.
#[test]
fn every_migration_is_the_one_that_was_noted() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../migrations");
    let noted = folder.join("SHA256SUMS");
    let mut sums: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "sql"))
        .map(|path| {
            let hash = sha2::Sha256::digest(std::fs::read(&path).unwrap());
            let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
            format!("{hash}  {}\n", path.file_name().unwrap().to_string_lossy())
        })
        .collect();
    sums.sort_by_key(|line| line.get(64..).map(str::to_owned));
    if std::env::var_os("LAMINA_WRITE_GENERATED").is_some() {
        std::fs::write(&noted, sums.concat()).unwrap();
    }
    assert_eq!(sums.len(), crate::schema::MIGRATIONS.iter().count());
    assert_eq!(
        std::fs::read_to_string(&noted).unwrap(),
        sums.concat(),
        "a released migration was changed, or a new one is not noted yet"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn close_leaves_one_file_and_forgets_the_key() {
    let (vault, _) = closed().await;
    let names: Vec<_> = std::fs::read_dir(vault.dir.path())
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    assert_eq!(names, ["record.db"]);
    assert!(vault.store.key().copy().is_none());
    assert!(matches!(
        vault.store.begin(&actor(), 0).await,
        Err(StoreError::Closed)
    ));
    assert!(matches!(
        vault.store.search("ada", DateOrder::DayFirst, 1).await,
        Err(StoreError::Closed)
    ));
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_the_owner_may_read_the_files() {
    use std::os::unix::fs::PermissionsExt;
    let vault = Vault::new().await;
    vault.add(None, &ada()).await;
    for file in [vault.path(), wal_path(&vault.path())] {
        assert_eq!(
            std::fs::metadata(file).unwrap().permissions().mode() & 0o777,
            0o600
        );
    }
    vault.store.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_readable_reaches_the_disk() {
    const CANARY: &str = "Zyxwvut-Canary";
    let vault = Vault::new().await;
    let patient = vault.add(None, &person(CANARY, CANARY, "1961", CANARY)).await;
    vault.add(Some(patient), &surgery(CANARY, &[CANARY])).await;
    let seen = |word: &[u8]| {
        std::fs::read_dir(vault.dir.path()).unwrap().any(|entry| {
            let bytes = std::fs::read(entry.unwrap().path()).unwrap();
            bytes
                .windows(word.len())
                .any(|part| part.eq_ignore_ascii_case(word))
        })
    };
    for word in [CANARY.as_bytes(), b"zyxwvut", b"SQLite format", b"patient_token"] {
        assert!(!seen(word));
    }
    vault.store.close().await.unwrap();
    for word in [CANARY.as_bytes(), b"zyxwvut", b"SQLite format", b"patient_token"] {
        assert!(!seen(word));
    }
}

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn key_and_names_stay_out_of_logs_and_debug_texts() {
    let lines = Lines::default();
    let writer = lines.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    tracing::subscriber::set_global_default(subscriber).unwrap();
    let vault = Vault::new().await;
    vault.add(None, &person("Quillfeather", "Ada", "1961", "1")).await;
    vault
        .store
        .search("quillfeather", DateOrder::DayFirst, 1)
        .await
        .unwrap();
    let mut shown = format!("{:?} {:?}", vault.store, vault.begin().await);
    vault.store.close().await.unwrap();
    shown.push_str(&format!("{:?}", open(&vault.path(), OTHER_KEY, Mode::Open).await));
    shown.push_str(&String::from_utf8_lossy(&lines.0.lock().unwrap()));
    assert!(shown.contains("record opened"), "nothing was captured");
    for secret in [
        "7f3ac5e1907f",
        "7F3AC5E1907F",
        "ff'",
        "Quillfeather",
        "quillfeather",
    ] {
        assert!(!shown.contains(secret), "{secret} was shown");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_record_that_is_only_looked_at_is_read_and_verified_and_takes_nothing() {
    let (vault, before) = closed().await;
    let looking = open(&vault.path(), KEY, Mode::Look).await.unwrap();
    assert!(looking.only_reads());
    let hits = looking.search("ada", DateOrder::DayFirst, 10).await.unwrap();
    assert_eq!(hits.len(), 1);
    let report = looking.verify(None, derive).await.unwrap();
    assert_eq!((report.versions, report.problems), (2, Vec::new()));
    let noted = looking.note(&actor(), 3, Audit::done(Act::Export)).await;
    assert!(matches!(noted, Err(StoreError::ReadOnly)));
    assert!(matches!(
        looking.begin(&actor(), 3).await,
        Err(StoreError::ReadOnly)
    ));
    let draft = looking.discard_draft(fresh()).await.unwrap_err();
    assert!(draft.is_unwritable(), "{draft}");
    looking.close().await.unwrap();
    same_bytes(&vault, &before);
    let wrong = open(&vault.path(), OTHER_KEY, Mode::Look).await;
    assert!(matches!(wrong, Err(StoreError::WrongKey)));
    // What a log holds that was not taken over would be missed.
    std::fs::write(wal_path(&vault.path()), b"frames").unwrap();
    let dirty = open(&vault.path(), KEY, Mode::Look).await;
    assert!(matches!(dirty, Err(StoreError::ReadOnly)));
}

#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_pipe_in_place_of_a_record_is_refused_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("record.db");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    for mode in [Mode::Open, Mode::Look] {
        assert!(matches!(open(&pipe, KEY, mode).await, Err(StoreError::Foreign)));
    }
}

/// What the document says of the library is what is built in. When this fails, see whether sqlx takes SQLite 3.51.3 by now.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_document_names_the_library_that_is_built_in() {
    let vault = Vault::new().await;
    let mut raw = vault.raw().await;
    let sqlite: String = sqlx::query_scalar("SELECT sqlite_version()")
        .fetch_one(&mut raw)
        .await
        .unwrap();
    let cipher: String = sqlx::query_scalar("PRAGMA cipher_version")
        .fetch_one(&mut raw)
        .await
        .unwrap();
    raw.close().await.unwrap();
    let cipher = cipher.split(' ').next().unwrap_or_default();
    let document = std::fs::read_to_string("../../docs/security.md").unwrap();
    let said = format!("SQLCipher {cipher} with SQLite {sqlite}, the newest that sqlx 0.9 allows");
    assert!(document.contains(&said), "{said}");
    let lock = std::fs::read_to_string("../../Cargo.lock").unwrap();
    assert!(
        lock.contains("name = \"sqlx\"\nversion = \"0.9.0\"\n"),
        "another sqlx"
    );
}

/// Whichever page is damaged, it is told as damage and never as something else that the library makes of it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_damaged_page_is_told_as_damage_wherever_it_lies() {
    let (vault, whole) = closed().await;
    let told = |error: StoreError, page: usize| {
        let named = matches!(
            error,
            StoreError::Damaged | StoreError::Truncated | StoreError::WrongKey | StoreError::Unreadable
        );
        assert!(named, "page {page}: {error}");
    };
    // The first ones hold what every opening reads, the others what some reading finds.
    let pages = whole.len() / 4096;
    for page in (0..8).chain((8..pages).step_by(11)) {
        let mut bytes = whole.clone();
        bytes[page * 4096 + 2_000] ^= 1;
        std::fs::write(vault.path(), bytes).unwrap();
        let store = match open(&vault.path(), KEY, Mode::Open).await {
            Ok(store) => store,
            Err(error) => {
                told(error, page);
                continue;
            }
        };
        let verified = store.verify(None, derive).await;
        let is_found = verified.as_ref().is_ok_and(|report| !report.problems.is_empty());
        assert!(is_found || verified.is_err(), "page {page} is taken for whole");
        let outcomes = [
            verified.map(drop),
            store.everyone().await.map(drop),
            store
                .search("ada fusion", DateOrder::DayFirst, 10)
                .await
                .map(drop),
            store.acts().await.map(drop),
            store.note(&actor(), 4, Audit::done(Act::Unlock)).await.map(drop),
            store.close().await,
        ];
        let refused = outcomes.into_iter().filter_map(Result::err);
        refused.for_each(|error| told(error, page));
    }
    std::fs::write(vault.path(), whole).unwrap();
}
