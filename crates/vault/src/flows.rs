//! Making, opening and re-keying a vault's key file.
//!
//! Whoever calls these holds the vault's [`crate::VaultLock`], so that nobody else writes the key file
//! meanwhile. They are slow on purpose (Argon2id) and belong off the window's thread.

use crate::{
    dek::Dek,
    disk::{self, key_file_path},
    error::VaultError,
    kdf::KdfCost,
    key_file::KeyFile,
    passphrase::Passphrase,
    slot::{Kind, Slot},
    whole::{Existing, write_whole},
};
use std::{io, path::Path};
use uuid::Uuid;

const FIRST_SLOT: u32 = 1;

/// An opened key file: the data key and which vault it belongs to.
#[derive(Debug)]
pub struct Unlocked {
    /// The data key.
    pub dek: Dek,
    /// The vault; the database of this vault carries the same id.
    pub vault_id: Uuid,
    /// How many times the key file has been written, from 1.
    pub generation: u64,
}

/// What a key file says of itself before anyone has proved that it is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyFileSummary {
    /// The vault it claims to belong to.
    pub vault_id: Uuid,
    /// How many times it has been written.
    pub generation: u64,
    /// When the vault was made, in UTC microseconds.
    pub created: i64,
}

/// Reads the key file of the vault at `vault` without a passphrase, to tell a missing, foreign, damaged or
/// newer one before asking for the passphrase. What it returns is not authenticated.
///
/// # Errors
/// As [`unlock`], without [`VaultError::WrongPassphrase`].
pub fn inspect(vault: &Path) -> Result<KeyFileSummary, VaultError> {
    let file = load(vault)?;
    Ok(KeyFileSummary {
        vault_id: file.vault_id,
        generation: file.generation,
        created: file.created,
    })
}

/// Makes a new data key and the key file of the vault at `vault`. `created` is in UTC microseconds. Neither
/// the vault nor an existing key file is touched.
///
/// # Errors
/// [`VaultError::WeakPassphrase`], [`VaultError::AlreadyExists`], [`VaultError::Io`] (a missing or read-only
/// folder, a full disk), [`VaultError::Crypto`].
pub fn create(
    vault: &Path,
    passphrase: &Passphrase,
    cost: KdfCost,
    vault_id: Uuid,
    created: i64,
) -> Result<Unlocked, VaultError> {
    require_strength(passphrase)?;
    let path = key_file_path(vault);
    if path.try_exists()? {
        return Err(VaultError::AlreadyExists);
    }
    let dek = Dek::generate()?;
    let slot = Slot::seal(vault_id, FIRST_SLOT, passphrase, cost, &dek)?;
    let file = KeyFile::seal(vault_id, 1, created, vec![slot], &dek)?;
    write_whole(&path, &file.encode()?, Existing::Refuse).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => VaultError::AlreadyExists,
        kind => VaultError::Io { kind },
    })?;
    Ok(Unlocked {
        dek,
        vault_id,
        generation: 1,
    })
}

/// Opens the key file of the vault at `vault`. Only reads.
///
/// # Errors
/// [`VaultError::Missing`], [`VaultError::NotALaminaKeyFile`], [`VaultError::NewerFormat`],
/// [`VaultError::Damaged`] and [`VaultError::KdfOutOfRange`] before any work with the passphrase; then
/// [`VaultError::WrongPassphrase`], or [`VaultError::Damaged`] when the passphrase is right but the rest of
/// the file was altered; [`VaultError::Io`] and [`VaultError::Crypto`].
pub fn unlock(vault: &Path, passphrase: &Passphrase) -> Result<Unlocked, VaultError> {
    let file = load(vault)?;
    let (dek, _) = open(&file, passphrase)?;
    Ok(Unlocked {
        dek,
        vault_id: file.vault_id,
        generation: file.generation,
    })
}

/// Wraps the data key for `new` in place of `current`, with a new salt and the given cost, and replaces the
/// key file in one step. The data key, and so the database, stays the same; other slots are kept.
///
/// # Errors
/// As [`unlock`] for `current` and as [`create`] for `new`; on every error the old key file is in force,
/// except that an [`VaultError::Io`] while flushing the folder may come after the new one has taken its place.
pub fn change_passphrase(
    vault: &Path,
    current: &Passphrase,
    new: &Passphrase,
    cost: KdfCost,
) -> Result<Unlocked, VaultError> {
    require_strength(new)?;
    let file = load(vault)?;
    let (dek, slot_id) = open(&file, current)?;
    let vault_id = file.vault_id;
    let fresh = Slot::seal(vault_id, slot_id, new, cost, &dek)?;
    let slots = file
        .slots
        .iter()
        .map(|slot| if slot.slot_id == slot_id { fresh } else { *slot })
        .collect();
    let generation = file.generation.checked_add(1).ok_or(VaultError::Damaged)?;
    let next = KeyFile::seal(vault_id, generation, file.created, slots, &dek)?;
    write_whole(&key_file_path(vault), &next.encode()?, Existing::Replace)?;
    Ok(Unlocked {
        dek,
        vault_id,
        generation,
    })
}

fn require_strength(passphrase: &Passphrase) -> Result<(), VaultError> {
    match passphrase.assess().missing {
        Some(missing) => Err(VaultError::WeakPassphrase { missing }),
        None => Ok(()),
    }
}

fn load(vault: &Path) -> Result<KeyFile, VaultError> {
    KeyFile::parse(&disk::read(&key_file_path(vault))?)
}

/// The data key and the slot that opened, after the whole file has been authenticated.
pub(crate) fn open(file: &KeyFile, passphrase: &Passphrase) -> Result<(Dek, u32), VaultError> {
    for slot in file.slots.iter().filter(|slot| slot.kind == Kind::Passphrase) {
        match slot.open(file.vault_id, passphrase) {
            Ok(dek) => {
                file.authenticate(&dek)?;
                return Ok((dek, slot.slot_id));
            }
            Err(VaultError::WrongPassphrase) => {}
            Err(error) => return Err(error),
        }
    }
    Err(VaultError::WrongPassphrase)
}

#[cfg(test)]
mod tests;
