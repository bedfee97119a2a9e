//! Requests that change the record: each is done once. The same request sent again changes nothing and gets the answer
//! of the first time; the same id with another content is refused.

use uuid::Uuid;

use crate::audit::Fields;
use crate::error::StoreError;
use crate::noun::Noun;
use crate::unit::Unit;
use crate::version::{Change, Kind, Saved, content_hash, parse_id};

/// A version that a request is about to write.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Written {
    pub(crate) noun: Noun,
    pub(crate) id: Uuid,
    pub(crate) version: i64,
    pub(crate) content_hash: [u8; 32],
}

/// Whether a request still has to be done.
pub(crate) enum Claim {
    /// It has: this is what is to be written.
    New(Written),
    /// It was done before, with this answer.
    Before(Saved),
}

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
    /// Takes the request's id for the version at `place`: noun, entry, number.
    ///
    /// # Errors
    /// [`StoreError::RequestReused`] where the id stands for something else.
    pub(crate) async fn claim(
        &mut self,
        change: &Change,
        asked: [u8; 32],
        kind: Kind,
        place: (Noun, Uuid, i64),
        content: &str,
    ) -> Result<Claim, StoreError> {
        let (noun, id, version) = place;
        let content_hash = content_hash(
            noun.name(),
            &id.to_string(),
            version,
            kind.name(),
            change.reason.as_deref(),
            change.told_by.as_deref(),
            &self.actor().id,
            self.at_us(),
            content,
        );
        let clinic = self.clinic();
        let done = sqlx::query(
            "INSERT INTO request_done (clinic_id, request_id, asked, entry_id, version, content_hash)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (clinic_id, request_id) DO NOTHING",
        )
        .bind(clinic)
        .bind(change.request_id.to_string())
        .bind(asked.as_slice())
        .bind(id.to_string())
        .bind(version)
        .bind(content_hash.as_slice())
        .execute(self.conn())
        .await?;
        if done.rows_affected() > 0 {
            return Ok(Claim::New(Written {
                noun,
                id,
                version,
                content_hash,
            }));
        }
        let before = self.answered(change, asked).await?;
        before.map(Claim::Before).ok_or(StoreError::Unreadable)
    }

    /// What this request led to when it was sent before.
    pub(crate) async fn answered(
        &mut self,
        change: &Change,
        asked: [u8; 32],
    ) -> Result<Option<Saved>, StoreError> {
        let clinic = self.clinic();
        let row: Option<(Vec<u8>, String, i64, Vec<u8>)> = sqlx::query_as(
            "SELECT asked, entry_id, version, content_hash FROM request_done
             WHERE clinic_id = $1 AND request_id = $2",
        )
        .bind(clinic)
        .bind(change.request_id.to_string())
        .fetch_optional(self.conn())
        .await?;
        let Some((before, id, version, hash)) = row else {
            return Ok(None);
        };
        if before != asked {
            return Err(StoreError::RequestReused);
        }
        let content_hash = hash.try_into().map_err(|_| StoreError::Unreadable)?;
        Ok(Some(Saved {
            id: parse_id(&id)?,
            version,
            content_hash,
            repeated: true,
        }))
    }
}
