//! What the store promises, tried on real files.

mod append_only;
mod contents;
mod copies;
mod files;
mod log;
mod search;
mod units;
mod verify;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use lamina_domain::DateOrder;
use serde_json::json;
use sqlx::{ConnectOptions, SqliteConnection};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::engine::sqlite::{Role, options, prepare};
use crate::{Act, Actor, Audit, AuditFilter, Cell, Change, Mode, Noun, Row, Store, StoreError, Unit};

const KEY: &[u8] = b"x'7f3ac5e1907f3ac5e1907f3ac5e1907f3ac5e1907f3ac5e1907f3ac5e190abcd'";
const OTHER_KEY: &[u8] = b"x'00000000000000000000000000000000000000000000000000000000000000ff'";
const CLINIC: Uuid = Uuid::from_u128(0xC1);

struct Vault {
    dir: tempfile::TempDir,
    store: Store,
}

impl Vault {
    async fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let store = open(&dir.path().join("record.db"), KEY, Mode::Create)
            .await
            .unwrap();
        Self { dir, store }
    }

    fn path(&self) -> PathBuf {
        self.dir.path().join("record.db")
    }

    async fn begin(&self) -> Unit {
        self.store.begin(&actor(), 1_000_000).await.unwrap()
    }

    /// Records one fact in a unit of its own and returns its id.
    async fn add(&self, patient: Option<Uuid>, row: &Row) -> Uuid {
        let id = fresh();
        let mut unit = self.begin().await;
        unit.record(&change(), patient.unwrap_or(id), id, row)
            .await
            .unwrap();
        unit.commit(Audit::done(Act::Record)).await.unwrap();
        id
    }

    /// A connection that may do everything, as someone with the key and a tool would have.
    async fn raw(&self) -> SqliteConnection {
        let mut conn = options(&self.path()).connect().await.unwrap();
        prepare(&mut conn, self.store.key(), Role::Migrator)
            .await
            .unwrap();
        conn
    }

    /// How many entries of a noun stand in the record of a patient.
    async fn standing(&self, patient: Uuid, noun: Noun) -> usize {
        let all = self.store.standing(patient).await.unwrap();
        all.iter().filter(|entry| entry.noun == noun).count()
    }
}

impl Drop for Vault {
    /// A process that ends with connections open can crash in the cipher's own clean-up.
    fn drop(&mut self) {
        let store = self.store.clone();
        let closing = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(store.close()).ok();
        });
        closing.join().ok();
    }
}

async fn open(path: &Path, key: &[u8], mode: Mode) -> Result<Store, StoreError> {
    Store::open(path, key, Zeroizing::new([7; 32]), mode, CLINIC).await
}

fn fresh() -> Uuid {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    Uuid::from_u128(0x1000 + u128::from(NEXT.fetch_add(1, Ordering::Relaxed)))
}

fn actor() -> Actor {
    Actor {
        id: "dr-adams".to_owned(),
        role: "clinician".to_owned(),
        session_id: Uuid::from_u128(5),
    }
}

fn change() -> Change {
    Change {
        request_id: fresh(),
        told_by: Some("patient".to_owned()),
        reason: None,
    }
}

fn because(reason: &str) -> Change {
    Change {
        reason: Some(reason.to_owned()),
        ..change()
    }
}

/// A row as a fact of these tests has it: its columns and words stand in the content.
fn row(noun: Noun, cells: Vec<(&'static str, Cell)>, words: &[&str]) -> Row {
    let plain = |cell: &Cell| match cell {
        Cell::Null => json!(null),
        Cell::Text(text) => json!(text),
        Cell::Int(number) => json!(number),
        Cell::Real(number) => json!(number),
        Cell::Bool(yes) => json!(yes),
        Cell::Json(value) => value.clone(),
    };
    let mut content: serde_json::Map<_, _> = cells
        .iter()
        .map(|(column, cell)| ((*column).to_owned(), plain(cell)))
        .collect();
    content.insert("noun".to_owned(), json!(noun.name()));
    content.insert("words".to_owned(), json!(words));
    Row {
        noun,
        cells,
        content: content.into(),
        words: words.iter().map(|w| (*w).to_owned()).collect(),
    }
}

/// Reads a content that [`row`] made.
fn derive(content: &str) -> Option<Row> {
    let value: serde_json::Value = serde_json::from_str(content).ok()?;
    let noun = Noun::from_name(value["noun"].as_str()?)?;
    let words: Vec<&str> = value["words"]
        .as_array()?
        .iter()
        .filter_map(|one| one.as_str())
        .collect();
    let cell = |value: &serde_json::Value| match value {
        serde_json::Value::String(text) => Cell::from(text.as_str()),
        serde_json::Value::Number(number) if number.is_i64() => Cell::Int(number.as_i64().unwrap()),
        other => Cell::Json(other.clone()),
    };
    let cells = crate::columns(noun)
        .iter()
        .filter_map(|column| Some((*column, cell(value.get(column)?))))
        .collect();
    Some(row(noun, cells, &words))
}

fn person(family: &str, given: &str, born: &str, number: &str) -> Row {
    let cells = vec![
        ("family", family.into()),
        ("given", given.into()),
        ("born", born.into()),
        ("record_number", number.into()),
        ("care_team", Cell::Json(json!(["dr-adams"]))),
    ];
    row(Noun::Patient, cells, &[])
}

fn surgery(note: &str, words: &[&str]) -> Row {
    let cells = vec![
        ("when_text", "May 2019".into()),
        ("when_from", "2019-05-01".into()),
        ("when_to", "2019-05-31".into()),
        ("levels", Cell::Json(json!(["L5-S1"]))),
        ("pain_free", "never".into()),
        ("note", note.into()),
    ];
    row(Noun::Surgery, cells, words)
}

fn ada() -> Row {
    person("Smith-Jones", "Ada", "1961-03-05", "A-1023")
}
