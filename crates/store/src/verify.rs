//! Checks that the record is whole: the log's chain and seals, that every version is in the log as it was written, that
//! what is derived is what the versions say, that every table and guard is as it was made, and the file itself.
//!
//! The page seals are checked last and after a checkpoint: before it, pages whose newer copy still lies in
//! the write-ahead log can look broken although the log mends them.

use std::collections::{BTreeSet, HashMap};
use std::fmt;

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
mod search;

/// Rows read at a time.
const PAGE: i64 = 1_000;

/// Something that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// A row of the log is missing before this one, or this one or the one before it was changed.
    ChainBroken {
        /// Number of the row.
        seq: i64,
    },
    /// The seal of a row does not fit: it was not written by this program with this key.
    SealWrong {
        /// Number of the row.
        seq: i64,
    },
    /// The log ends before, or differs at, the row that was noted elsewhere.
    AnchorMissing {
        /// Number of the noted row.
        seq: i64,
    },
    /// A version differs from what the log says was written, or the log does not know it.
    VersionChanged {
        /// Noun of the entry.
        noun: Noun,
        /// Id of the entry.
        id: Uuid,
        /// The version.
        version: i64,
    },
    /// A version that the log knows is gone.
    VersionMissing {
        /// Id of the entry.
        id: Uuid,
        /// The version.
        version: i64,
    },
    /// What is derived of an entry in its noun's table is not what its version says, is missing, or should not be there.
    RowChanged {
        /// The noun whose table it is.
        noun: Noun,
        /// Id of the entry.
        id: Uuid,
    },
    /// A person's line in the lists is not what the record says.
    PersonChanged {
        /// Id of the patient.
        id: Uuid,
    },
    /// The words by which an entry is found are not those that it says.
    WordsChanged {
        /// Id of the entry.
        id: Uuid,
    },
    /// Somebody is not in exactly those lists of the search that follow from the words.
    ListsChanged {
        /// Id of the patient; none where nobody has the place that is listed.
        patient: Option<Uuid>,
    },
    /// The bytes of an attached file are not those that were taken in, or some of them are gone.
    FileChanged {
        /// The hash by which they are named.
        sha256: String,
    },
    /// A version names an attached file whose bytes are gone.
    FileMissing {
        /// The hash by which they are named.
        sha256: String,
    },
    /// Bytes of a file lie there that no version names.
    FileUnnamed {
        /// The hash that they lie under.
        sha256: String,
    },
    /// A table, an index or a guard is not the one that the migrations make.
    Schema {
        /// What it is and how it is called.
        name: String,
    },
    /// The database found its own structure broken.
    Structure(String),
    /// A page of the file does not fit its seal.
    Page(String),
}

impl Problem {
    /// Whether it lies in what is derived from the versions, so that [`Store::rebuild`] mends it.
    pub const fn is_derived(&self) -> bool {
        match self {
            Self::RowChanged { .. }
            | Self::PersonChanged { .. }
            | Self::WordsChanged { .. }
            | Self::ListsChanged { .. } => true,
            Self::ChainBroken { .. }
            | Self::SealWrong { .. }
            | Self::AnchorMissing { .. }
            | Self::VersionChanged { .. }
            | Self::VersionMissing { .. }
            | Self::FileChanged { .. }
            | Self::FileMissing { .. }
            | Self::FileUnnamed { .. }
            | Self::Schema { .. }
            | Self::Structure(_)
            | Self::Page(_) => false,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ChainBroken { seq } => write!(
                f,
                "audit log: row {seq} or the one before it was changed or is gone"
            ),
            Self::SealWrong { seq } => write!(f, "audit log: the seal of row {seq} does not fit"),
            Self::AnchorMissing { seq } => write!(f, "audit log: row {seq}, noted elsewhere, is not there"),
            Self::VersionChanged { noun, id, version } => {
                write!(
                    f,
                    "{} {id}: version {version} is not what was written",
                    noun.name()
                )
            }
            Self::VersionMissing { id, version } => write!(f, "{id}: version {version} is gone"),
            Self::RowChanged { noun, id } => {
                write!(f, "{} {id}: the table is not what the record says", noun.name())
            }
            Self::PersonChanged { id } => write!(f, "patient {id}: the list is not what the record says"),
            Self::WordsChanged { id } => write!(f, "{id}: the search is not what the record says"),
            Self::ListsChanged { patient: Some(id) } => {
                write!(
                    f,
                    "patient {id}: the lists of the search are not what the record says"
                )
            }
            Self::ListsChanged { patient: None } => {
                write!(f, "the search: somebody is listed who is not there")
            }
            Self::FileChanged { sha256 } => write!(f, "file {sha256}: not the bytes that were taken in"),
            Self::FileMissing { sha256 } => write!(f, "file {sha256}: its bytes are gone"),
            Self::FileUnnamed { sha256 } => write!(f, "file {sha256}: no version names it"),
            Self::Schema { name } => write!(f, "{name}: not as this program makes it"),
            Self::Structure(what) => write!(f, "the file: {what}"),
            Self::Page(what) => write!(f, "a page of the file: {what}"),
        }
    }
}

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

type Logged = HashMap<(Uuid, i64), Vec<u8>>;

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
        let mut gone: Vec<_> = logged.into_keys().collect();
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
        report.problems.extend(broken.map(Problem::Structure));
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
        let mut logged = Logged::new();
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
                if let (Some(id), Some(version), Some(hash)) =
                    (entry.entry_id, entry.object_version, entry.content_hash)
                {
                    logged.insert((id, version), hash);
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
                let known = logged.remove(&(one.id, one.number));
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
