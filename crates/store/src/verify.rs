//! Checks that the record is whole: the log's chain and seals, that every version is in the log as it was written, that
//! what is derived is what the versions say, that every table and guard is as it was made, and the file itself.
//!
//! The page seals are checked last and after a checkpoint: before it, pages whose newer copy still lies in
//! the write-ahead log can look broken although the log mends them.

use std::collections::{BTreeSet, HashMap};

use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, Row, SqliteConnection};
use uuid::Uuid;

use crate::audit::{self, AuditEntry, AuditHead};
use crate::derived::{Derive, Placed};
use crate::digest::{self, Digest};
use crate::engine::schema;
use crate::engine::sqlite::checkpoint;
use crate::engine::structure;
use crate::error::StoreError;
use crate::index::{self, expected};
use crate::noun::{Noun, columns, table};
use crate::store::Store;
use crate::version::Status;
use crate::versions::{Last, Pages, Stored};

mod content;
mod problem;
mod search;

pub use problem::Problem;

/// Rows read at a time.
const PAGE: i64 = 1_000;

/// Result of a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyReport {
    /// Rows of the log that were read.
    pub audit_entries: i64,
    /// Versions that were compared with the log.
    pub versions: i64,
    /// Contents of attached files that were read.
    pub files: i64,
    /// The newest row of the log.
    pub head: AuditHead,
    /// Everything found, empty when the record is whole.
    pub problems: Vec<Problem>,
}

/// What the log says was written.
#[derive(Default)]
struct Logged {
    /// The hash of each version.
    versions: HashMap<(Uuid, i64), Vec<u8>>,
    /// The hash of the settings as they were set last; none where nothing was set since the log notes it.
    settings: Option<Vec<u8>>,
}

/// What should be derived.
#[derive(Default)]
struct Expected {
    rows: HashMap<(Noun, Uuid), Digest>,
    people: HashMap<Uuid, Digest>,
    words: HashMap<Uuid, Digest>,
    /// The hashes of the attached files that any version names.
    files: BTreeSet<String>,
}

impl Expected {
    /// Takes in the attached file that a version names, whether it counts or not: no version ever loses its file.
    fn name_file(&mut self, version: &Stored, derive: Derive) {
        if version.noun == Noun::Document
            && let Some(row) = derive(&version.content)
            && let Some(sha256) = row.text("sha256")
        {
            self.files.insert(sha256.to_owned());
        }
    }

    /// Takes in a version that counts.
    fn take(&mut self, version: &Stored, derive: Derive) {
        if version.status != Status::Active {
            return;
        }
        let (patient, id, number) = (version.patient, version.id, version.number);
        let Some(row) = derive(&version.content) else {
            // No row is like it, so that it is told.
            self.rows.insert((version.noun, id), 0);
            return;
        };
        let placed = Placed {
            patient,
            id,
            number,
            row: &row,
        };
        self.rows.insert((version.noun, id), digest::of_fact(&placed));
        if version.noun == Noun::Patient {
            self.people.insert(id, digest::of_person(&placed));
        }
        let words = expected(&row);
        if !words.is_empty() {
            let digest = digest::of_words(patient, version.noun.name(), &words);
            self.words.insert(id, digest);
        }
    }
}

impl Store {
    /// Checks the whole record. `anchor` is a head of the log noted elsewhere earlier; without one, rows cut
    /// off the end cannot be noticed. `derive` says what should be derived of each fact. Writers wait meanwhile.
    ///
    /// # Errors
    /// When the check itself cannot be done; what it finds is in the report.
    pub async fn verify(
        &self,
        anchor: Option<AuditHead>,
        derive: Derive,
    ) -> Result<VerifyReport, StoreError> {
        let mut conn = self.writer().acquire().await?;
        let mut report = VerifyReport {
            audit_entries: 0,
            versions: 0,
            files: 0,
            head: AuditHead {
                seq: 0,
                hash: [0; 32],
            },
            problems: Vec::new(),
        };
        let mut logged = self.check_chain(&mut conn, anchor, &mut report).await?;
        let mut expected = self
            .check_versions(&mut conn, derive, &mut logged, &mut report)
            .await?;
        if let Some(set) = logged.settings
            && set != audit::hash_of_settings(&mut conn, self.clinic()).await?
        {
            report.problems.push(Problem::SettingsChanged);
        }
        let mut gone: Vec<_> = logged.versions.into_keys().collect();
        gone.sort_unstable();
        report.problems.extend(
            gone.into_iter()
                .map(|(id, version)| Problem::VersionMissing { id, version }),
        );
        let named = std::mem::take(&mut expected.files);
        report.files = self
            .check_contents(&mut conn, named, &mut report.problems)
            .await?;
        self.check_derived(&mut conn, expected, &mut report.problems)
            .await?;
        let differing = schema::differing(&mut conn).await?;
        let differing = differing.into_iter().map(|name| Problem::Schema { name });
        report.problems.extend(differing);

        let broken = structure::broken(&mut conn).await?.into_iter();
        report.problems.extend(broken.map(|fault| match fault {
            structure::Fault::Told(line) => Problem::Structure(line),
            structure::Fault::Untold => Problem::StructureUntold,
            structure::Fault::Reference => Problem::ReferenceBroken,
        }));
        if !self.only_reads() {
            checkpoint(&mut conn).await?;
        }
        let unsealed = structure::unsealed(&mut conn).await?.into_iter();
        report.problems.extend(unsealed.map(Problem::Page));
        Ok(report)
    }

    async fn check_chain(
        &self,
        conn: &mut SqliteConnection,
        anchor: Option<AuditHead>,
        report: &mut VerifyReport,
    ) -> Result<Logged, StoreError> {
        let mut logged = Logged::default();
        let mut anchored = anchor.is_none_or(|anchor| anchor.seq == 0);
        loop {
            let rows =
                sqlx::query("SELECT * FROM audit WHERE clinic_id = $1 AND seq > $2 ORDER BY seq LIMIT $3")
                    .bind(self.clinic())
                    .bind(report.head.seq)
                    .bind(PAGE)
                    .fetch_all(&mut *conn)
                    .await?;
            if rows.is_empty() {
                break;
            }
            for row in &rows {
                let entry = AuditEntry::read(row)?;
                let prev: Vec<u8> = row.try_get("prev_hash")?;
                let hash: Vec<u8> = row.try_get("hash")?;
                let hash: [u8; 32] = hash.try_into().map_err(|_| StoreError::Unreadable)?;
                let mac: Vec<u8> = row.try_get("mac")?;
                let follows = entry.seq == report.head.seq + 1 && prev == report.head.hash;
                if !follows || entry.hash(self.clinic(), &report.head.hash) != hash {
                    report.problems.push(Problem::ChainBroken { seq: entry.seq });
                }
                if !audit::seal_fits(self.audit_key(), &hash, &mac) {
                    report.problems.push(Problem::SealWrong { seq: entry.seq });
                }
                report.head = AuditHead { seq: entry.seq, hash };
                anchored |= anchor == Some(report.head);
                report.audit_entries += 1;
                match (entry.entry_id, entry.object_version, entry.content_hash) {
                    (Some(id), Some(version), Some(hash)) => {
                        logged.versions.insert((id, version), hash);
                    }
                    (None, None, Some(hash)) => logged.settings = Some(hash),
                    _ => {}
                }
            }
        }
        if let (false, Some(anchor)) = (anchored, anchor) {
            report.problems.push(Problem::AnchorMissing { seq: anchor.seq });
        }
        Ok(logged)
    }

    /// Compares every version with the log and takes it out of `logged`; says what should be derived of those that count.
    async fn check_versions(
        &self,
        conn: &mut SqliteConnection,
        derive: Derive,
        logged: &mut Logged,
        report: &mut VerifyReport,
    ) -> Result<Expected, StoreError> {
        let mut expected = Expected::default();
        let (mut pages, mut last) = (Pages::default(), Last::default());
        loop {
            let page = pages.next(conn, self.clinic()).await?;
            if page.is_empty() {
                break;
            }
            for one in page {
                report.versions += 1;
                expected.name_file(&one, derive);
                let known = logged.versions.remove(&(one.id, one.number));
                if known.as_deref() != Some(one.own_hash.as_slice()) || one.hash != one.own_hash {
                    report.problems.push(Problem::VersionChanged {
                        noun: one.noun,
                        id: one.id,
                        version: one.number,
                    });
                }
                if let Some(counting) = last.take(one) {
                    expected.take(&counting, derive);
                }
            }
        }
        if let Some(counting) = last.end() {
            expected.take(&counting, derive);
        }
        Ok(expected)
    }

    /// Compares what is derived with what should be.
    async fn check_derived(
        &self,
        conn: &mut SqliteConnection,
        mut expected: Expected,
        problems: &mut Vec<Problem>,
    ) -> Result<(), StoreError> {
        for noun in Noun::ALL {
            let typed = columns(noun);
            let sql = format!(
                "SELECT * FROM {} WHERE clinic_id = $1 AND (patient_id, id) > ($2, $3) ORDER BY patient_id, id LIMIT $4",
                table(noun)
            );
            let mut after = (Uuid::nil(), Uuid::nil());
            while let Some(rows) = self.page(conn, &sql, after).await? {
                for row in &rows {
                    let (id, digest) = digest::of_row(row, typed)?;
                    after = (row.try_get("patient_id")?, id);
                    if expected.rows.remove(&(noun, id)) != Some(digest) {
                        problems.push(Problem::RowChanged { noun, id });
                    }
                }
            }
        }
        let missing = expected.rows.into_keys();
        problems.extend(missing.map(|(noun, id)| Problem::RowChanged { noun, id }));

        let texts = index::HEAD.get(3..).unwrap_or_default();
        let sql = "SELECT * FROM patient_head WHERE clinic_id = $1 AND patient_id > $2 AND patient_id > $3
                   ORDER BY patient_id LIMIT $4";
        let mut after = Uuid::nil();
        while let Some(rows) = self.page(conn, sql, (after, after)).await? {
            for row in &rows {
                after = row.try_get("patient_id")?;
                if expected.people.remove(&after) != Some(digest::of_head(row, texts)?) {
                    problems.push(Problem::PersonChanged { id: after });
                }
            }
        }
        problems.extend(
            expected
                .people
                .into_keys()
                .map(|id| Problem::PersonChanged { id }),
        );
        self.check_words(conn, expected.words, problems).await?;
        self.check_lists(conn, problems).await
    }

    /// The next rows after these ids; none at the end.
    async fn page(
        &self,
        conn: &mut SqliteConnection,
        sql: &str,
        after: (Uuid, Uuid),
    ) -> Result<Option<Vec<SqliteRow>>, StoreError> {
        let rows = sqlx::query(AssertSqlSafe(sql.to_owned()))
            .bind(self.clinic())
            .bind(after.0)
            .bind(after.1)
            .bind(PAGE)
            .fetch_all(conn)
            .await?;
        Ok((!rows.is_empty()).then_some(rows))
    }
}
