//! Checks that the record is whole: the log's chain and seals, that every version is in the log as it was
//! written, and the file itself.
//!
//! The page seals are checked last and after a checkpoint: before it, pages whose newer copy still lies in
//! the write-ahead log can look broken although the log mends them.

use std::collections::HashMap;

use sqlx::{AssertSqlSafe, Row, SqliteConnection};

use crate::audit::{self, AuditEntry, AuditHead};
use crate::engine::sqlite::checkpoint;
use crate::error::StoreError;
use crate::noun::{Noun, table};
use crate::store::Store;
use crate::version::content_hash;

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
        id: String,
        /// The version.
        version: i64,
    },
    /// A version that the log knows is gone.
    VersionMissing {
        /// Id of the entry.
        id: String,
        /// The version.
        version: i64,
    },
    /// The database found its own structure broken.
    Structure(String),
    /// A page of the file does not fit its seal.
    Page(String),
}

/// Result of a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyReport {
    /// Rows of the log that were read.
    pub audit_entries: i64,
    /// Versions that were compared with the log.
    pub versions: i64,
    /// The newest row of the log.
    pub head: AuditHead,
    /// Everything found, empty when the record is whole.
    pub problems: Vec<Problem>,
}

type Logged = HashMap<(String, i64), Vec<u8>>;

impl Store {
    /// Checks the whole record. `anchor` is a head of the log noted elsewhere earlier; without one, rows cut
    /// off the end cannot be noticed. Writers wait meanwhile.
    ///
    /// # Errors
    /// When the check itself cannot be done; what it finds is in the report.
    pub async fn verify(&self, anchor: Option<AuditHead>) -> Result<VerifyReport, StoreError> {
        let mut conn = self.write_conn().await?;
        let mut report = VerifyReport {
            audit_entries: 0,
            versions: 0,
            head: AuditHead {
                seq: 0,
                hash: [0; 32],
            },
            problems: Vec::new(),
        };
        let mut logged = self.check_chain(&mut conn, anchor, &mut report).await?;
        for noun in Noun::ALL {
            self.check_versions(&mut conn, noun, &mut logged, &mut report)
                .await?;
        }
        let mut gone: Vec<_> = logged.into_keys().collect();
        gone.sort_unstable();
        report.problems.extend(
            gone.into_iter()
                .map(|(id, version)| Problem::VersionMissing { id, version }),
        );

        for line in lines(&mut conn, "PRAGMA integrity_check").await? {
            if line != "ok" {
                report.problems.push(Problem::Structure(line));
            }
        }
        if !sqlx::query("PRAGMA foreign_key_check")
            .fetch_all(&mut *conn)
            .await?
            .is_empty()
        {
            report.problems.push(Problem::Structure(
                "a row refers to one that is not there".to_owned(),
            ));
        }
        checkpoint(&mut conn).await?;
        report.problems.extend(
            lines(&mut conn, "PRAGMA cipher_integrity_check")
                .await?
                .into_iter()
                .map(Problem::Page),
        );
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
                    (entry.object_id, entry.object_version, entry.content_hash)
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

    /// Compares every version of a noun with the log and takes it out of `logged`.
    async fn check_versions(
        &self,
        conn: &mut SqliteConnection,
        noun: Noun,
        logged: &mut Logged,
        report: &mut VerifyReport,
    ) -> Result<(), StoreError> {
        let sql = format!(
            "SELECT id, version, kind, reason, told_by, recorded_by, recorded_at_us, content FROM {}
             WHERE clinic_id = $1 AND (id, version) > ($2, $3) ORDER BY id, version LIMIT $4",
            table(noun)
        );
        let mut last = (String::new(), 0_i64);
        loop {
            let rows = sqlx::query(AssertSqlSafe(sql.clone()))
                .bind(self.clinic())
                .bind(last.0.clone())
                .bind(last.1)
                .bind(PAGE)
                .fetch_all(&mut *conn)
                .await?;
            if rows.is_empty() {
                return Ok(());
            }
            for row in &rows {
                let id: String = row.try_get("id")?;
                let version: i64 = row.try_get("version")?;
                let hash = content_hash(
                    noun.name(),
                    &id,
                    version,
                    row.try_get("kind")?,
                    row.try_get("reason")?,
                    row.try_get("told_by")?,
                    row.try_get("recorded_by")?,
                    row.try_get("recorded_at_us")?,
                    row.try_get("content")?,
                );
                last = (id, version);
                report.versions += 1;
                if logged.remove(&last).as_deref() != Some(hash.as_slice()) {
                    let (id, version) = last.clone();
                    report
                        .problems
                        .push(Problem::VersionChanged { noun, id, version });
                }
            }
        }
    }
}

async fn lines(conn: &mut SqliteConnection, sql: &'static str) -> Result<Vec<String>, StoreError> {
    Ok(sqlx::query_scalar::<_, String>(sql).fetch_all(conn).await?)
}
