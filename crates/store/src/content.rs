//! The bytes of attached files: once for each content, in pieces, inside the encrypted file.
//!
//! What must hold: a content is written whole in the change that first needs it, or not at all; its hash is worked out from
//! the very bytes that were written; no document stands whose content is not there. Never more than a piece is in memory.

use lamina_domain::document::ContentHash;
use sha2::{Digest, Sha256};

use crate::error::StoreError;
use crate::store::Store;
use crate::unit::Unit;

/// Bytes of every piece but the last, which has the rest.
pub const PIECE: usize = 256 * 1024;

/// A content on its way in, a piece after the other.
pub struct Incoming {
    sha256: String,
    bytes: u64,
    written: u64,
    place: i64,
    hash: Sha256,
}

/// Whether this is the hash of what was added, as it stands in the tables.
pub(crate) fn is_hash_of(sha256: &str, added: Sha256) -> bool {
    let hash: [u8; 32] = added.finalize().into();
    ContentHash::from(hash).as_str() == sha256
}

impl Unit {
    /// Begins to take in a content, told by the SHA-256 of all its bytes as small hexadecimal digits and by their number;
    /// nothing where it is there already. Until [`Unit::end_content`] the unit can't be kept.
    ///
    /// # Errors
    /// [`StoreError::ContentDiffers`] where the one that is there has another length.
    pub async fn begin_content(&mut self, sha256: &str, bytes: u64) -> Result<Option<Incoming>, StoreError> {
        self.step()?;
        let (clinic, length) = (self.clinic(), bytes.cast_signed());
        let there: Option<i64> =
            sqlx::query_scalar("SELECT bytes FROM content WHERE clinic_id = $1 AND sha256 = $2")
                .bind(clinic)
                .bind(sha256)
                .fetch_optional(self.conn())
                .await?;
        match there {
            Some(there) if there == length => {
                self.step_done();
                return Ok(None);
            }
            Some(_) => return Err(StoreError::ContentDiffers),
            None => {}
        }
        sqlx::query("INSERT INTO content (clinic_id, sha256, bytes) VALUES ($1, $2, $3)")
            .bind(clinic)
            .bind(sha256)
            .bind(length)
            .execute(self.conn())
            .await?;
        Ok(Some(Incoming {
            sha256: sha256.to_owned(),
            bytes,
            written: 0,
            place: 0,
            hash: Sha256::new(),
        }))
    }

    /// Adds the next bytes, [`PIECE`] of them or, at the end, the rest.
    ///
    /// # Errors
    /// [`StoreError::ContentDiffers`] for more bytes than were announced; [`StoreError::Full`].
    pub async fn add_piece(&mut self, incoming: &mut Incoming, piece: Vec<u8>) -> Result<(), StoreError> {
        incoming.written += piece.len() as u64;
        if incoming.written > incoming.bytes {
            return Err(StoreError::ContentDiffers);
        }
        incoming.hash.update(&piece);
        let clinic = self.clinic();
        sqlx::query("INSERT INTO content_piece (clinic_id, sha256, place, data) VALUES ($1, $2, $3, $4)")
            .bind(clinic)
            .bind(&incoming.sha256)
            .bind(incoming.place)
            .bind(piece)
            .execute(self.conn())
            .await?;
        incoming.place += 1;
        Ok(())
    }

    /// Ends a content: from now on the unit can be kept.
    ///
    /// # Errors
    /// [`StoreError::ContentDiffers`] where what was added is not what was announced; nothing of the unit can be kept then.
    pub async fn end_content(&mut self, incoming: Incoming) -> Result<(), StoreError> {
        if incoming.written != incoming.bytes || !is_hash_of(&incoming.sha256, incoming.hash) {
            return Err(StoreError::ContentDiffers);
        }
        self.step_done();
        Ok(())
    }
}

impl Store {
    /// A piece of a content, counted from 0; nothing behind the last one.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn piece(&self, sha256: &str, place: i64) -> Result<Option<Vec<u8>>, StoreError> {
        let piece = sqlx::query_scalar(
            "SELECT data FROM content_piece WHERE clinic_id = $1 AND sha256 = $2 AND place = $3",
        )
        .bind(self.clinic())
        .bind(sha256)
        .bind(place)
        .fetch_optional(self.readers())
        .await?;
        Ok(piece)
    }

    /// How many bytes all contents have together.
    ///
    /// # Errors
    /// When it cannot be told.
    pub async fn content_bytes(&self) -> Result<u64, StoreError> {
        let bytes: i64 =
            sqlx::query_scalar("SELECT coalesce(sum(bytes), 0) FROM content WHERE clinic_id = $1")
                .bind(self.clinic())
                .fetch_one(self.readers())
                .await?;
        Ok(bytes.cast_unsigned())
    }

    /// Whether a content is there, and so another record or an earlier version has it.
    ///
    /// # Errors
    /// When it cannot be told.
    pub async fn has_content(&self, sha256: &str) -> Result<bool, StoreError> {
        let there =
            sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM content WHERE clinic_id = $1 AND sha256 = $2)")
                .bind(self.clinic())
                .bind(sha256)
                .fetch_one(self.readers())
                .await?;
        Ok(there)
    }
}
