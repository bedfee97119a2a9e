//! What the search is measured against: the same people and the same typed words in plain SQLite, not encrypted, with the
//! best index it can have. That is a full-text index that keeps row numbers alone, has its own lists for beginnings of up to
//! three letters, and whose rows are numbered in the order of names, so that the first fifty are found without sorting.
//!
//! `plain_search FOLDER` reads `people.jsonl` and `typed.json` there and prints one line for each typed text: milliseconds
//! to the first fifty people, milliseconds to them and how many there are, and how many there are.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a program for measuring alone"
)]

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::time::Instant;

use lamina_store::fold;
use serde_json::Value;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, Row, SqliteConnection};

const FIRST: i64 = 50;

fn main() {
    let folder = PathBuf::from(std::env::args_os().nth(1).expect("a folder"));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(measure(folder));
}

async fn measure(folder: PathBuf) {
    let options = SqliteConnectOptions::new()
        .filename(folder.join("plain.db"))
        .create_if_missing(true)
        .disable_statement_logging();
    let mut conn = options.connect().await.expect("a new file");
    fill(&mut conn, &folder).await;
    conn.close().await.expect("it closes");
    // As the vault is: opened anew, with as much memory for pages.
    let mut conn = options.connect().await.expect("the file");
    sqlx::raw_sql("PRAGMA cache_size=-8192")
        .execute(&mut conn)
        .await
        .expect("a setting");
    let typed: Vec<String> =
        serde_json::from_reader(File::open(folder.join("typed.json")).expect("what is typed"))
            .expect("a list of texts");
    for text in typed {
        let began = Instant::now();
        let wanted = wanted(&text);
        let people = first(&mut conn, &wanted).await;
        let to_people = began.elapsed();
        let count: i64 = sqlx::query_scalar("SELECT count(*) FROM words WHERE words MATCH $1")
            .bind(&wanted)
            .fetch_one(&mut conn)
            .await
            .expect("a count");
        let to_count = began.elapsed();
        assert!(people <= FIRST, "at most the first");
        let ms = |time: std::time::Duration| time.as_secs_f64() * 1000.0;
        println!("{} {} {count}", ms(to_people), ms(to_count));
    }
    conn.close().await.expect("it closes");
}

async fn first(conn: &mut SqliteConnection, wanted: &str) -> i64 {
    let rows = sqlx::query(
        "SELECT p.family, p.given, p.born, p.number FROM words w JOIN person p ON p.place = w.rowid
         WHERE words MATCH $1 ORDER BY w.rowid LIMIT $2",
    )
    .bind(wanted)
    .bind(FIRST)
    .fetch_all(conn)
    .await
    .expect("people");
    let read = |row: &sqlx::sqlite::SqliteRow| {
        let one: [String; 4] = std::array::from_fn(|at| row.get(at));
        one.iter().any(|text| !text.is_empty())
    };
    i64::try_from(rows.iter().filter(|row| read(row)).count()).expect("few")
}

fn pieces(text: &str) -> Vec<String> {
    let folded = fold(text);
    let pieces = folded.split(|c: char| !c.is_alphanumeric());
    pieces
        .filter(|piece| !piece.is_empty())
        .map(str::to_owned)
        .collect()
}

fn wanted(text: &str) -> String {
    let forms: Vec<String> = pieces(text).iter().map(|piece| format!("\"{piece}\"*")).collect();
    forms.join(" AND ")
}

async fn fill(conn: &mut SqliteConnection, folder: &std::path::Path) {
    sqlx::raw_sql(
        "PRAGMA synchronous=OFF; PRAGMA journal_mode=WAL;
         CREATE TABLE person (place INTEGER PRIMARY KEY, family TEXT, given TEXT, born TEXT, number TEXT) STRICT;
         CREATE VIRTUAL TABLE words USING fts5(said, content='', detail=none, prefix='1 2 3')",
    )
    .execute(&mut *conn)
    .await
    .expect("tables");
    let file = BufReader::new(File::open(folder.join("people.jsonl")).expect("people"));
    let mut people: Vec<(String, Value)> = file
        .lines()
        .map(|line| {
            let one: Value = serde_json::from_str(&line.expect("a line")).expect("a person");
            let name = |field: &str| fold(one[field].as_str().unwrap_or_default());
            (format!("{}\u{1}{}", name("family"), name("given")), one)
        })
        .collect();
    people.sort_by(|a, b| a.0.cmp(&b.0));
    let mut unit = conn.begin().await.expect("a unit");
    for (place, (_, one)) in (0_i64..).zip(&people) {
        let text = |field: &str| one[field].as_str().unwrap_or_default().to_owned();
        sqlx::query("INSERT INTO person VALUES ($1, $2, $3, $4, $5)")
            .bind(place)
            .bind(text("family"))
            .bind(text("given"))
            .bind(text("born"))
            .bind(text("number"))
            .execute(&mut *unit)
            .await
            .expect("a person");
        let born: String = text("born").chars().filter(char::is_ascii_digit).collect();
        let all = ["family", "given", "number", "words"].map(text);
        let mut all = pieces(&all.join(" "));
        all.push(born);
        all.sort_unstable();
        all.dedup();
        sqlx::query("INSERT INTO words (rowid, said) VALUES ($1, $2)")
            .bind(place)
            .bind(all.join(" "))
            .execute(&mut *unit)
            .await
            .expect("words");
    }
    sqlx::query("INSERT INTO words (words) VALUES ('optimize')")
        .execute(&mut *unit)
        .await
        .expect("one segment");
    unit.commit().await.expect("all of it");
}
