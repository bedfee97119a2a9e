//! The key file: its shape, its one spelling, and what is checked before and after a passphrase is tried.
//!
//! JSON of one exact spelling: a file that says the same in other characters is damaged, so that every bit of
//! it counts. `magic` and `format_version` stay where they are in every later format. The checksum needs no
//! key and finds accidents, so that a rotten disk is not taken for a wrong passphrase; the MAC needs the data
//! key and finds intent.

use crate::{
    bytes::Bytes,
    canonical::Canonical,
    dek::KeyFileKey,
    disk::MAX_KEY_FILE_BYTES,
    error::VaultError,
    kdf::{KdfCost, MOST_WORK},
    slot::{Kdf, Kind, Slot},
};
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use uuid::Uuid;

/// The newest key-file format this program reads, and the one it writes. Format 2 brought recovery keys and the log's head,
/// format 3 passphrases of several people.
pub const FORMAT_VERSION: u32 = 3;

const OLDEST_VERSION: u32 = 1;
const MAGIC: &str = "lamina-keys";
/// How every key file begins.
const OPENING: &[u8] = b"{\n  \"magic\": \"lamina-keys\"";
/// Bounds the work a forged file can ask for, and how many people open one vault.
const MAX_SLOTS: usize = 33;
/// The most work that all passphrases together may ask for: a backup tries them all where it is not said whose it is.
const MOST_TOGETHER: u64 = 8 * MOST_WORK;

/// What is read first, from a file of any format.
#[derive(Deserialize)]
struct Probe {
    magic: Option<String>,
    format_version: Option<u64>,
}

/// The newest row of the vault's audit log, noted outside the vault when that was closed: an older vault put in its place lacks
/// the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LogHead {
    /// Number of the row, from 1.
    pub seq: i64,
    /// The hash that it bears.
    pub hash: [u8; 32],
}

/// The same as it stands in the file.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct NotedHead {
    seq: i64,
    hash: Bytes<32>,
}

/// A key file of the current format or an older one.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeyFile {
    magic: String,
    format_version: u32,
    pub(crate) vault_id: Uuid,
    /// How often it was set what opens the vault, from 1. What is noted of the log does not count.
    pub(crate) generation: u64,
    /// When the vault was made, in UTC microseconds.
    pub(crate) created: i64,
    pub(crate) slots: Vec<Slot>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    log_head: Option<NotedHead>,
    hmac: Bytes<32>,
    checksum: Bytes<32>,
}

impl KeyFile {
    /// The first key file of a vault, with its MAC and checksum.
    pub(crate) fn seal(
        vault_id: Uuid,
        created: i64,
        slots: Vec<Slot>,
        key: &KeyFileKey,
    ) -> Result<Self, VaultError> {
        let file = Self {
            magic: MAGIC.to_owned(),
            format_version: FORMAT_VERSION,
            vault_id,
            generation: 1,
            created,
            slots,
            log_head: None,
            hmac: Bytes([0; 32]),
            checksum: Bytes([0; 32]),
        };
        file.sealed(key)
    }

    /// The key file that takes the place of this one where something else opens the vault.
    pub(crate) fn next(&self, slots: Vec<Slot>, key: &KeyFileKey) -> Result<Self, VaultError> {
        let file = Self {
            format_version: FORMAT_VERSION,
            generation: self.generation.checked_add(1).ok_or(VaultError::Damaged)?,
            slots,
            ..self.clone()
        };
        file.sealed(key)
    }

    /// The same key file with this noted of the log.
    pub(crate) fn noting(
        &self,
        LogHead { seq, hash }: LogHead,
        key: &KeyFileKey,
    ) -> Result<Self, VaultError> {
        let file = Self {
            format_version: FORMAT_VERSION,
            log_head: Some(NotedHead {
                seq,
                hash: Bytes(hash),
            }),
            ..self.clone()
        };
        file.sealed(key)
    }

    fn sealed(mut self, key: &KeyFileKey) -> Result<Self, VaultError> {
        self.hmac = Bytes(self.mac(key)?.finalize().into_bytes().into());
        self.checksum = self.expected_checksum();
        Ok(self)
    }

    /// What was noted of the vault's log.
    pub(crate) fn log_head(&self) -> Option<LogHead> {
        self.log_head
            .map(|NotedHead { seq, hash }| LogHead { seq, hash: hash.0 })
    }

    /// The slots of passphrases.
    pub(crate) fn passphrases(&self) -> impl Iterator<Item = &Slot> {
        self.slots.iter().filter(|slot| slot.kind == Kind::Passphrase)
    }

    /// Whether no slot more has room.
    pub(crate) fn is_full(&self) -> bool {
        self.slots.len() >= MAX_SLOTS
    }

    /// The slot of the recovery key, where there is one.
    pub(crate) fn recovery(&self) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.kind == Kind::Recovery)
    }

    /// The bytes of the file.
    pub(crate) fn encode(&self) -> Result<Vec<u8>, VaultError> {
        let mut bytes = serde_json::to_vec_pretty(self).map_err(|_| VaultError::Crypto)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// Reads a key file and checks all that can be checked without a key.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, VaultError> {
        // Cut short inside its very first words, even to nothing, it is still ours and damaged.
        let ours = bytes.starts_with(OPENING) || OPENING.starts_with(bytes);
        let unreadable = if ours {
            VaultError::Damaged
        } else {
            VaultError::NotALaminaKeyFile
        };
        if bytes.len() > MAX_KEY_FILE_BYTES {
            return Err(unreadable);
        }
        let Ok(probe) = serde_json::from_slice::<Probe>(bytes) else {
            return Err(unreadable);
        };
        if probe.magic.as_deref() != Some(MAGIC) {
            return Err(VaultError::NotALaminaKeyFile);
        }
        let version = probe.format_version.ok_or(VaultError::Damaged)?;
        if version > u64::from(FORMAT_VERSION) {
            let found = u32::try_from(version).unwrap_or(u32::MAX);
            return Err(VaultError::NewerFormat {
                found,
                known: FORMAT_VERSION,
            });
        }
        let file: Self = serde_json::from_slice(bytes).map_err(|_| VaultError::Damaged)?;
        file.check()?;
        if file.encode()? == bytes {
            Ok(file)
        } else {
            Err(VaultError::Damaged)
        }
    }

    fn check(&self) -> Result<(), VaultError> {
        let (mut work, mut unnamed) = (0_u64, 0_u64);
        for slot in &self.slots {
            if let Kdf::Argon2id { m_kib, t, p, .. } = slot.kdf {
                let cost = KdfCost::new(m_kib, t, p)?.work();
                work = work.saturating_add(cost);
                unnamed = unnamed.saturating_add(if slot.holder.is_none() { cost } else { 0 });
            }
        }
        let ids: HashSet<_> = self.slots.iter().map(|slot| slot.slot_id).collect();
        let holders: Vec<Uuid> = self
            .slots
            .iter()
            .filter_map(|slot| Some(slot.holder?.id))
            .collect();
        let brought_by_2 = self.log_head.is_some() || self.recovery().is_some();
        let sound = (OLDEST_VERSION..=FORMAT_VERSION).contains(&self.format_version)
            && !(self.format_version < 2 && brought_by_2)
            && (self.format_version >= 3 || holders.is_empty())
            && holders.iter().collect::<HashSet<_>>().len() == holders.len()
            && (1..=MAX_SLOTS).contains(&self.slots.len())
            && ids.len() == self.slots.len()
            && self.slots.iter().all(Slot::is_coherent)
            // Those that belong to nobody by name are all tried where the passphrase is wrong: together they may cost no more
            // than one.
            && unnamed <= MOST_WORK
            && work <= MOST_TOGETHER
            && self.checksum == self.expected_checksum();
        if sound { Ok(()) } else { Err(VaultError::Damaged) }
    }

    /// Checks the MAC over the whole file, once the data key is known.
    pub(crate) fn authenticate(&self, key: &KeyFileKey) -> Result<(), VaultError> {
        self.mac(key)?
            .verify_slice(&self.hmac.0)
            .map_err(|_| VaultError::Damaged)
    }

    fn mac(&self, key: &KeyFileKey) -> Result<Hmac<Sha256>, VaultError> {
        let mut mac = Hmac::<Sha256>::new_from_slice(key.bytes()).map_err(|_| VaultError::Crypto)?;
        mac.update(&self.authenticated());
        Ok(mac)
    }

    fn authenticated(&self) -> Vec<u8> {
        let head = Canonical::new("lamina-keys/header/v1")
            .part(self.magic.as_bytes())
            .part(&self.format_version.to_be_bytes())
            .part(self.vault_id.as_bytes())
            .part(&self.generation.to_be_bytes())
            .part(&self.created.to_be_bytes());
        let slots = self.slots.iter().fold(head, |text, slot| {
            text.part(&slot.bound_to(self.vault_id))
                .part(&slot.nonce.0)
                .part(&slot.wrapped_dek.0)
        });
        let Some(noted) = &self.log_head else {
            return slots.finish();
        };
        let log = slots.part(b"log").part(&noted.seq.to_be_bytes());
        log.part(&noted.hash.0).finish()
    }

    fn expected_checksum(&self) -> Bytes<32> {
        Bytes(
            Sha256::new()
                .chain_update(self.authenticated())
                .chain_update(self.hmac.0)
                .finalize()
                .into(),
        )
    }

    /// What a forger without the key can do: change anything and mend the checksum.
    #[cfg(test)]
    pub(crate) fn forged(mut self, change: impl FnOnce(&mut Self)) -> Vec<u8> {
        change(&mut self);
        self.checksum = self.expected_checksum();
        self.encode().unwrap()
    }
}

#[cfg(test)]
mod tests;
