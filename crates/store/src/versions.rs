//! Every version in the order of the table, page by page: a patient after the other, an entry after the other.

use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};
use uuid::Uuid;

use crate::error::StoreError;
use crate::noun::Noun;
use crate::version::{Kind, Status, Told};

/// Rows read at a time.
const PAGE: i64 = 1_000;

/// A version as it stands in the table.
#[derive(Debug, Clone)]
pub(crate) struct Stored {
    pub(crate) noun: Noun,
    pub(crate) patient: Uuid,
    pub(crate) id: Uuid,
    pub(crate) number: i64,
    pub(crate) status: Status,
    pub(crate) content: String,
    /// The hash that stands beside it.
    pub(crate) hash: Vec<u8>,
    /// The hash that it has.
    pub(crate) own_hash: [u8; 32],
}

fn stored(row: &SqliteRow) -> Result<Stored, StoreError> {
    let (noun, kind): (String, String) = (row.try_get("noun")?, row.try_get("kind")?);
    let content: String = row.try_get("content")?;
    let (patient, id, number) = (
        row.try_get("patient_id")?,
        row.try_get("id")?,
        row.try_get("number")?,
    );
    let own_hash = Told {
        noun: &noun,
        patient,
        id,
        number,
        kind: &kind,
        reason: row.try_get("reason")?,
        told_by: row.try_get("told_by")?,
        recorded_by: row.try_get("recorded_by")?,
        recorded_at_us: row.try_get("recorded_at_us")?,
        content: &content,
    }
    .hash();
    Ok(Stored {
        noun: Noun::from_name(&noun).ok_or(StoreError::Unreadable)?,
        patient,
        id,
        number,
        status: Kind::from_name(&kind).ok_or(StoreError::Unreadable)?.leads_to(),
        content,
        hash: row.try_get("hash")?,
        own_hash,
    })
}

/// A place in the table.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pages {
    after: Option<(Uuid, Uuid, i64)>,
}

impl Pages {
    /// The next versions; none at the end.
    pub(crate) async fn next(
        &mut self,
        conn: &mut SqliteConnection,
        clinic: Uuid,
    ) -> Result<Vec<Stored>, StoreError> {
        let (patient, id, number) = self.after.unwrap_or((Uuid::nil(), Uuid::nil(), 0));
        let rows = sqlx::query(
            "SELECT * FROM version WHERE clinic_id = $1 AND (patient_id, id, number) > ($2, $3, $4)
             ORDER BY patient_id, id, number LIMIT $5",
        )
        .bind(clinic)
        .bind(patient)
        .bind(id)
        .bind(number)
        .bind(PAGE)
        .fetch_all(conn)
        .await?;
        let page: Vec<Stored> = rows.iter().map(stored).collect::<Result<_, _>>()?;
        if let Some(last) = page.last() {
            self.after = Some((last.patient, last.id, last.number));
        }
        Ok(page)
    }
}

/// Out of versions in the order of the table, those that count.
#[derive(Debug, Default)]
pub(crate) struct Last(Option<Stored>);

impl Last {
    /// Takes in the next version; gives the one before where it counts.
    pub(crate) fn take(&mut self, next: Stored) -> Option<Stored> {
        let id = next.id;
        self.0.replace(next).filter(|before| before.id != id)
    }

    /// The one that is left at the end.
    pub(crate) fn end(self) -> Option<Stored> {
        self.0
    }
}
