//! Reading the log: its rows by what is asked of them, and what it tells in all.

use uuid::Uuid;

use crate::audit::AuditEntry;
use crate::error::StoreError;
use crate::store::Store;

/// Which rows of the log are asked for; all of them where it says nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// Those about one patient.
    pub patient: Option<Uuid>,
    /// Those of one act, by the word by which the log names it.
    pub action: Option<String>,
    /// Those at this time and later, in microseconds since 1970-01-01 UTC.
    pub from_us: Option<i64>,
    /// Those at this time and before.
    pub until_us: Option<i64>,
}

/// Rows of the log that tell of the same act and the same ending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acts {
    /// What was done: `unlock`, `open-chart`, `export` …
    pub action: String,
    /// `done`, `refused` or `failed`.
    pub outcome: String,
    /// How many rows tell of it.
    pub count: i64,
    /// When the last one happened, in microseconds since 1970-01-01 UTC.
    pub last_us: i64,
}

impl Store {
    /// Rows of the log below `before` (all when `None`) that the filter asks for, newest first, at most `limit`. The clock may
    /// have been set back, so that rows are in the order of their numbers and not always in that of their times.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub async fn audit_entries(
        &self,
        filter: &AuditFilter,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<AuditEntry>, StoreError> {
        let rows = sqlx::query(
            "SELECT * FROM audit WHERE clinic_id = $1 AND seq < $2 AND ($3 IS NULL OR patient_id = $3)
                AND ($4 IS NULL OR action = $4) AND at_us >= $5 AND at_us <= $6
             ORDER BY seq DESC LIMIT $7",
        )
        .bind(self.clinic())
        .bind(before.unwrap_or(i64::MAX))
        .bind(filter.patient)
        .bind(filter.action.as_deref())
        .bind(filter.from_us.unwrap_or(i64::MIN))
        .bind(filter.until_us.unwrap_or(i64::MAX))
        .bind(limit)
        .fetch_all(self.readers())
        .await?;
        rows.iter()
            .map(|row| AuditEntry::read(row).map_err(StoreError::from))
            .collect()
    }

    /// Each person in the log with each act that it tells of them, by their names.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub async fn who_did_what(&self) -> Result<Vec<(String, String)>, StoreError> {
        let pairs: Vec<(String, String)> =
            sqlx::query_as("SELECT DISTINCT actor_id, action FROM audit WHERE clinic_id = $1 ORDER BY 1, 2")
                .bind(self.clinic())
                .fetch_all(self.readers())
                .await?;
        Ok(pairs)
    }

    /// What was done, by act and ending, the most frequent first.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub async fn acts(&self) -> Result<Vec<Acts>, StoreError> {
        let rows: Vec<(String, String, i64, i64)> = sqlx::query_as(
            "SELECT action, outcome, count(*), max(at_us) FROM audit WHERE clinic_id = $1
             GROUP BY action, outcome ORDER BY 3 DESC, 1, 2",
        )
        .bind(self.clinic())
        .fetch_all(self.readers())
        .await?;
        let acts = |(action, outcome, count, last_us)| Acts {
            action,
            outcome,
            count,
            last_us,
        };
        Ok(rows.into_iter().map(acts).collect())
    }
}
