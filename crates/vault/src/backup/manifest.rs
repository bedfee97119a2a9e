//! What a backup says of itself: the head of the file, with every length checked before anything is done with it.

use super::{BackupError, FORMAT_VERSION, Hashing};
use crate::{bytes::Bytes, disk::MAX_KEY_FILE_BYTES};
use serde::{Deserialize, Serialize};
use std::io::{self, Read};
use uuid::Uuid;

/// How every backup begins. The last bytes tell a file that passed through a program for texts.
pub(super) const MAGIC: [u8; 16] = *b"LAMINA-BACKUP\r\n\x1a";
/// Magic, format version and the length of the manifest.
pub(super) const HEAD: usize = MAGIC.len() + 4 + 4;
/// Longest manifest, in bytes.
const MAX_MANIFEST: u32 = 64 * 1024;
/// Length of the MAC at the end.
pub(super) const MAC: u64 = 32;

/// What whoever makes a backup says about the record in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The program that made it, with its version.
    pub program: String,
    /// Schema number of the database.
    pub schema: i64,
    /// When it was made, in UTC microseconds.
    pub made_us: i64,
    /// How many patients stand in it.
    pub patients: i64,
    /// How many versions of facts are in it.
    pub versions: i64,
    /// When a fact was last recorded or changed, in UTC microseconds; none in an empty record.
    pub newest_us: Option<i64>,
    /// Number of the newest row of its audit log.
    pub audit_seq: i64,
    /// Hash of that row, as 64 hexadecimal digits.
    pub audit_head: String,
}

/// One of the two files in a backup.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Its length in bytes.
    pub bytes: u64,
    sha256: Bytes<32>,
}

impl std::fmt::Debug for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Part({} bytes)", self.bytes)
    }
}

impl Part {
    /// Reads a part to its end and notes its length and its hash.
    pub(super) fn of(from: &mut impl Read) -> io::Result<Self> {
        let mut seen = Hashing::new(io::sink());
        let bytes = io::copy(from, &mut seen)?;
        Ok(Self {
            bytes,
            sha256: Bytes(seen.finish().1),
        })
    }

    pub(super) fn is(&self, bytes: u64, sha256: [u8; 32]) -> bool {
        self.bytes == bytes && self.sha256.0 == sha256
    }
}

/// What a backup says of itself. Read from a file it is not proven before the backup was verified or unpacked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The vault it is of.
    pub vault_id: Uuid,
    /// How many times the key file in it had been written.
    pub generation: u64,
    /// What is in it.
    pub about: About,
    /// Length and hash of the key file.
    pub key_file: Part,
    /// Length and hash of the database, encrypted as it is in the vault.
    pub database: Part,
}

impl Manifest {
    /// Everything before the two files.
    pub(super) fn head(&self) -> Result<Vec<u8>, BackupError> {
        let text = serde_json::to_vec_pretty(self).map_err(|_| BackupError::Damaged)?;
        let length = u32::try_from(text.len()).map_err(|_| BackupError::Damaged)?;
        let mut head = MAGIC.to_vec();
        head.extend(FORMAT_VERSION.to_be_bytes());
        head.extend(length.to_be_bytes());
        head.extend(text);
        Ok(head)
    }

    /// Reads everything before the two files; `length` is that of the whole file, which has to be just what is announced.
    pub(super) fn read(from: &mut impl Read, length: u64) -> Result<Self, BackupError> {
        let mut head = Vec::with_capacity(HEAD);
        from.take(HEAD as u64).read_to_end(&mut head)?;
        if !head.starts_with(&MAGIC) {
            // Cut short inside its very first words, even to nothing, it is still ours and damaged.
            return Err(if MAGIC.starts_with(&head) {
                BackupError::Damaged
            } else {
                BackupError::NotABackup
            });
        }
        let number = |at: usize| {
            let bytes = head.get(at..at + 4).and_then(|bytes| bytes.try_into().ok());
            bytes.map(u32::from_be_bytes).ok_or(BackupError::Damaged)
        };
        let found = number(MAGIC.len())?;
        if found > FORMAT_VERSION {
            return Err(BackupError::NewerFormat {
                found,
                known: FORMAT_VERSION,
            });
        }
        let text = number(MAGIC.len() + 4)?;
        if found != FORMAT_VERSION || text > MAX_MANIFEST || u64::from(text) > length {
            return Err(BackupError::Damaged);
        }
        let mut bytes = Vec::new();
        from.take(u64::from(text)).read_to_end(&mut bytes)?;
        let manifest: Self = serde_json::from_slice(&bytes).map_err(|_| BackupError::Damaged)?;
        // One spelling, so that every bit of it counts.
        let spelled = manifest.head()?.get(HEAD..) == Some(&bytes);
        if !spelled
            || manifest.key_file.bytes > MAX_KEY_FILE_BYTES as u64
            || manifest.length() != Some(length)
        {
            return Err(BackupError::Damaged);
        }
        Ok(manifest)
    }

    /// The length of the whole file.
    fn length(&self) -> Option<u64> {
        let head = self.head().ok()?.len() as u64;
        head.checked_add(self.key_file.bytes)?
            .checked_add(self.database.bytes)?
            .checked_add(MAC)
    }
}
