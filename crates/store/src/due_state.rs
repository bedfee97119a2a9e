//! For whom follow-up or a planned visit calls, as it was worked out last. A write to a record makes what is kept of it void
//! in its own transaction; a new day does so where it may change something.

use sqlx::SqliteConnection;
use uuid::Uuid;

use crate::error::StoreError;
use crate::store::Store;
use crate::version::{list_of, parse_id};

/// The day after all others.
const NEVER: &str = "9999-12-31";

/// A patient of whom nothing valid is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueStale {
    /// Id of the patient.
    pub patient: Uuid,
    /// How often the record was written to.
    pub stamp: i64,
}

/// What calls for somebody, in the order in which people are listed: open windows by their end, then what was missed, the
/// latest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueCall {
    /// Whether a window is open; else one was missed, or a planned visit was.
    pub open: bool,
    /// The last day of that window or for which the visit was planned, an ISO day; empty where it has none.
    pub closes: String,
    /// One bit for each plan or rule by which somebody is called for.
    pub kinds: u32,
}

/// For what a patient is called, as worked out for one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueState {
    /// Of whom, and as of which write.
    pub of: DueStale,
    /// The last day on which it holds while nobody writes to the record, an ISO day; none where no day changes it.
    pub until: Option<String>,
    /// What calls for the patient.
    pub call: Option<DueCall>,
}

/// Everyone for whom follow-up calls.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DueCalled {
    /// The first of them.
    pub first: Vec<(Uuid, DueCall)>,
    /// How many have an open window.
    pub open: u32,
    /// How many missed one and have no other open.
    pub missed: u32,
    /// The bits of the plans and rules by which somebody is called for.
    pub kinds: u32,
}

/// Makes void what is kept of these patients.
pub(crate) async fn void(
    conn: &mut SqliteConnection,
    clinic: Uuid,
    patients: impl Iterator<Item = Uuid>,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO due_state (clinic_id, patient_id, stamp, basis, until_day)
         SELECT $1, unhex(j.value), 1, 0, '' FROM json_each($2) j WHERE true
         ON CONFLICT (clinic_id, patient_id) DO UPDATE SET stamp = due_state.stamp + 1, basis = 0, called = NULL",
    )
    .bind(clinic)
    .bind(list_of(patients))
    .execute(conn)
    .await?;
    Ok(())
}

impl Store {
    /// The number under which states are kept that follow from `basis`, a text that tells rules from others, for `today`, an
    /// ISO day. Where nothing can be written, it is noted nowhere.
    ///
    /// # Errors
    /// When it cannot be read or written.
    pub async fn due_basis(&self, basis: &str, today: &str) -> Result<i64, StoreError> {
        let kept: Option<(i64, String, String)> =
            sqlx::query_as("SELECT number, basis, day FROM due_basis WHERE clinic_id = $1")
                .bind(self.clinic())
                .fetch_optional(self.readers())
                .await?;
        let (number, before, day) = kept.unwrap_or_default();
        let same = number > 0 && before == basis && day.as_str() <= today;
        if same && day == today {
            return Ok(number);
        }
        let number = if same { number } else { number + 1 };
        match self.note_basis(number, basis, today).await {
            // What was kept before holds or is told to be stale all the same, and the rest is worked out each time.
            Err(error) if error.is_unwritable() => Ok(number),
            noted => noted.map(|()| number),
        }
    }

    async fn note_basis(&self, number: i64, basis: &str, today: &str) -> Result<(), StoreError> {
        let mut conn = self.write_conn().await?;
        sqlx::query(
            "INSERT INTO due_basis (clinic_id, number, basis, day) VALUES ($1, $2, $3, $4)
             ON CONFLICT (clinic_id) DO UPDATE SET number = $2, basis = $3, day = $4",
        )
        .bind(self.clinic())
        .bind(number)
        .bind(basis)
        .bind(today)
        .execute(&mut *conn)
        .await?;
        Ok(())
    }

    /// Everyone of whom nothing is kept that holds on `today`, an ISO day, under this number.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn due_stale(&self, number: i64, today: &str) -> Result<Vec<DueStale>, StoreError> {
        let packed: Option<String> = sqlx::query_scalar(
            "SELECT string_agg(hex(patient_id) || ':' || stamp, ' ') FROM (
                SELECT patient_id, stamp FROM due_state WHERE clinic_id = $1 AND basis < $2
                UNION ALL
                SELECT patient_id, stamp FROM due_state WHERE clinic_id = $1 AND basis = $2 AND until_day < $3)",
        )
        .bind(self.clinic())
        .bind(number)
        .bind(today)
        .fetch_one(self.readers())
        .await?;
        let mut found = Vec::new();
        for row in packed.unwrap_or_default().split_terminator(' ') {
            let (patient, stamp) = row.split_once(':').ok_or(StoreError::Unreadable)?;
            found.push(DueStale {
                patient: parse_id(patient)?,
                stamp: stamp.parse().map_err(|_| StoreError::Unreadable)?,
            });
        }
        found.sort_unstable_by_key(|one| one.patient);
        Ok(found)
    }

    /// Keeps what was worked out under this number, but of those whose record was written to since.
    ///
    /// # Errors
    /// When it cannot be written.
    pub async fn keep_due(&self, number: i64, states: &[DueState]) -> Result<(), StoreError> {
        let row = |one: &DueState| {
            let until = one.until.as_deref().unwrap_or(NEVER);
            let call = one.call.as_ref();
            serde_json::json!([
                one.of.patient.simple().to_string(),
                one.of.stamp,
                until,
                call.map(|call| u8::from(call.open)),
                call.map(|call| call.closes.as_str()),
                call.map(|call| call.kinds),
            ])
        };
        let rows: Vec<_> = states.iter().map(row).collect();
        sqlx::query(
            "INSERT INTO due_state (clinic_id, patient_id, stamp, basis, until_day, called, closes, kinds)
             SELECT $1, unhex(json_extract(j.value, '$[0]')), json_extract(j.value, '$[1]'), $2,
                json_extract(j.value, '$[2]'), json_extract(j.value, '$[3]'), json_extract(j.value, '$[4]'),
                json_extract(j.value, '$[5]') FROM json_each($3) j WHERE true
             ON CONFLICT (clinic_id, patient_id) DO UPDATE SET basis = excluded.basis, until_day = excluded.until_day,
                called = excluded.called, closes = excluded.closes, kinds = excluded.kinds
             WHERE due_state.stamp = excluded.stamp",
        )
        .bind(self.clinic())
        .bind(number)
        .bind(serde_json::Value::from(rows).to_string())
        .execute(&mut *self.write_conn().await?)
        .await?;
        Ok(())
    }

    /// For whom follow-up calls by what is kept under this number and holds on `today`, an ISO day: the first of them, at
    /// most `limit`, and how many there are.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn due_called(&self, number: i64, today: &str, limit: usize) -> Result<DueCalled, StoreError> {
        let mut reading = self.readers().begin().await?;
        let mut found = DueCalled::default();
        let counts: Vec<(bool, u32, u32)> = sqlx::query_as(
            "SELECT called, kinds, COUNT(*) FROM due_state WHERE clinic_id = $1 AND basis = $2 AND called IS NOT NULL
                AND until_day >= $3 GROUP BY called, kinds",
        )
        .bind(self.clinic())
        .bind(number)
        .bind(today)
        .fetch_all(&mut *reading)
        .await?;
        for (open, kinds, count) in counts {
            *(if open { &mut found.open } else { &mut found.missed }) += count;
            found.kinds |= kinds;
        }
        for (open, order) in [(true, "closes"), (false, "closes DESC")] {
            let sql = format!(
                "SELECT patient_id, closes, kinds FROM due_state WHERE clinic_id = $1 AND basis = $2 AND called = {}
                    AND until_day >= $3 ORDER BY {order}, patient_id LIMIT $4",
                u8::from(open)
            );
            let room = u32::try_from(limit.saturating_sub(found.first.len())).unwrap_or(u32::MAX);
            let rows: Vec<(Uuid, String, u32)> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
                .bind(self.clinic())
                .bind(number)
                .bind(today)
                .bind(room)
                .fetch_all(&mut *reading)
                .await?;
            for (patient, closes, kinds) in rows {
                let call = DueCall { open, closes, kinds };
                found.first.push((patient, call));
            }
        }
        reading.commit().await?;
        Ok(found)
    }
}
