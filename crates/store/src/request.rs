//! Requests that change the record: each is done once. The same request sent again changes nothing and gets the answer
//! of the first time; the same id with another content is refused.

use uuid::Uuid;

use crate::audit::Fields;
use crate::error::StoreError;
use crate::unit::Unit;
use crate::version::{Change, Kind, Receipt, Written};

/// The hash of what is asked for, by which a request sent again is told from one that only bears the same id.
pub(crate) fn asked(kind: Kind, noun: &str, id: Uuid, base: i64, change: &Change, content: &str) -> [u8; 32] {
    let mut fields = Fields::new(b"ask/1");
    fields
        .text(kind.name())
        .text(noun)
        .add(Some(id.as_bytes()))
        .int(base)
        .add(change.reason.as_deref().map(str::as_bytes))
        .add(change.told_by.as_deref().map(str::as_bytes))
        .text(content);
    fields.finish()
}

impl Unit {
    /// Takes the request's id for what it has led to.
    ///
    /// # Errors
    /// When it is taken; see [`Unit::answered`].
    pub(crate) async fn claim(
        &mut self,
        change: &Change,
        asked: [u8; 32],
        written: &Written,
    ) -> Result<(), StoreError> {
        let clinic = self.clinic();
        sqlx::query(
            "INSERT INTO request_done (clinic_id, request_id, asked, entry_id, version, content_hash)
             VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(clinic)
        .bind(change.request_id)
        .bind(asked.to_vec())
        .bind(written.id)
        .bind(written.number)
        .bind(written.hash.to_vec())
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// What this request led to when it was sent before.
    ///
    /// # Errors
    /// [`StoreError::RequestReused`] where the id stands for something else.
    pub(crate) async fn answered(
        &mut self,
        change: &Change,
        asked: [u8; 32],
    ) -> Result<Option<Receipt>, StoreError> {
        let clinic = self.clinic();
        let row: Option<(Vec<u8>, Uuid, i64, Vec<u8>)> = sqlx::query_as(
            "SELECT asked, entry_id, version, content_hash FROM request_done
             WHERE clinic_id = $1 AND request_id = $2",
        )
        .bind(clinic)
        .bind(change.request_id)
        .fetch_optional(self.conn())
        .await?;
        let Some((before, id, version, hash)) = row else {
            return Ok(None);
        };
        if before != asked {
            return Err(StoreError::RequestReused);
        }
        let content_hash = hash.try_into().map_err(|_| StoreError::Unreadable)?;
        Ok(Some(Receipt {
            id,
            version,
            content_hash,
            repeated: true,
        }))
    }
}
