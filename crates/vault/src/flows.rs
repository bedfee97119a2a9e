//! Making, opening and re-keying a vault's key file.
//!
//! Whoever calls these holds the vault's [`crate::VaultLock`], so that nobody else writes the key file
//! meanwhile. Those that take a passphrase are slow on purpose (Argon2id) and belong off the window's thread.
//!
//! A change comes in two steps: a [`Rekeying`] is put together, which needs the secrets, and kept, which needs none. Between
//! the two the change can be noted in the log, and a recovery key can be shown and typed again before it counts.

use crate::{
    dek::{Dek, KeyFileKey},
    disk::{self, key_file_path},
    error::VaultError,
    kdf::KdfCost,
    key_file::{KeyFile, LogHead},
    passphrase::Passphrase,
    recovery::RecoveryKey,
    slot::{Kind, Slot},
    whole::{Existing, write_whole},
};
use std::{
    fmt, io,
    path::{Path, PathBuf},
};
use uuid::Uuid;

const FIRST_SLOT: u32 = 1;

/// An opened key file: the data key and which vault it belongs to.
#[derive(Debug)]
pub struct Unlocked {
    /// The data key, from which those of the database, the log, the key file and the backups are made.
    pub dek: Dek,
    /// The vault; the database of this vault carries the same id.
    pub vault_id: Uuid,
    /// How often it was set what opens the vault, from 1.
    pub generation: u64,
    /// What was noted of the vault's log when it was closed last; none in one that was never closed by a program that notes it.
    pub log_head: Option<LogHead>,
}

impl Unlocked {
    fn of(file: &KeyFile, dek: Dek) -> Self {
        Self {
            dek,
            vault_id: file.vault_id,
            generation: file.generation,
            log_head: file.log_head(),
        }
    }
}

/// What a key file says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyFileSummary {
    /// The vault it claims to belong to.
    pub vault_id: Uuid,
    /// How often it was set what opens the vault, from 1.
    pub generation: u64,
    /// When the vault was made, in UTC microseconds.
    pub created: i64,
    /// When the recovery key was made, in UTC microseconds; none where there is none.
    pub recovery_made: Option<i64>,
}

impl KeyFileSummary {
    fn of(file: &KeyFile) -> Self {
        Self {
            vault_id: file.vault_id,
            generation: file.generation,
            created: file.created,
            recovery_made: file.recovery().and_then(|slot| slot.made),
        }
    }
}

/// What somebody typed to open a vault or a backup where either will do: a passphrase, or a recovery key.
pub struct Secret {
    passphrase: Passphrase,
    recovery: Option<RecoveryKey>,
}

impl Secret {
    /// Takes over the typed text; the given string is wiped.
    pub fn new(typed: String) -> Self {
        // Wiped by whoever reads it.
        let recovery = RecoveryKey::read(typed.clone()).ok();
        Self {
            passphrase: Passphrase::new(typed),
            recovery,
        }
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[secret]")
    }
}

/// Reads the key file of the vault at `vault` without a passphrase, to tell a missing, foreign, damaged or
/// newer one before asking for the passphrase. What it returns is not authenticated.
///
/// # Errors
/// As [`unlock`], without [`VaultError::WrongPassphrase`].
pub fn inspect(vault: &Path) -> Result<KeyFileSummary, VaultError> {
    Ok(KeyFileSummary::of(&KeyFile::parse(&load(vault)?)?))
}

/// What the key file of an open vault says of itself, authenticated.
///
/// # Errors
/// As [`inspect`], and [`VaultError::Damaged`] where it was altered.
pub fn summary(vault: &Path, key: &KeyFileKey) -> Result<KeyFileSummary, VaultError> {
    let file = KeyFile::parse(&load(vault)?)?;
    file.authenticate(key)?;
    Ok(KeyFileSummary::of(&file))
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
    let file = KeyFile::seal(vault_id, created, vec![slot], &dek.key_file_key())?;
    write_whole(&path, &file.encode()?, Existing::Refuse).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => VaultError::AlreadyExists,
        kind => VaultError::Io { kind },
    })?;
    Ok(Unlocked::of(&file, dek))
}

/// Opens the key file of the vault at `vault`. Only reads.
///
/// # Errors
/// [`VaultError::Missing`], [`VaultError::NotALaminaKeyFile`], [`VaultError::NewerFormat`],
/// [`VaultError::Damaged`] and [`VaultError::KdfOutOfRange`] before any work with the passphrase; then
/// [`VaultError::WrongPassphrase`], or [`VaultError::Damaged`] when the passphrase is right but the rest of
/// the file was altered; [`VaultError::Io`] and [`VaultError::Crypto`].
pub fn unlock(vault: &Path, passphrase: &Passphrase) -> Result<Unlocked, VaultError> {
    let file = KeyFile::parse(&load(vault)?)?;
    let (dek, _) = open(&file, passphrase)?;
    Ok(Unlocked::of(&file, dek))
}

/// Opens the key file of the vault at `vault` by its recovery key. Only reads.
///
/// # Errors
/// As [`unlock`], with [`VaultError::WrongRecoveryKey`] and [`VaultError::NoRecoveryKey`] in place of a wrong passphrase.
pub fn unlock_by_recovery(vault: &Path, recovery: &RecoveryKey) -> Result<Unlocked, VaultError> {
    let file = KeyFile::parse(&load(vault)?)?;
    let dek = open_by_recovery(&file, recovery)?;
    Ok(Unlocked::of(&file, dek))
}

/// A key file that is put together and not in force yet. It holds no secret.
pub struct Rekeying {
    place: PathBuf,
    /// What it takes the place of.
    base: Vec<u8>,
    next: KeyFile,
}

impl fmt::Debug for Rekeying {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Rekeying(generation {})", self.next.generation)
    }
}

impl Rekeying {
    /// How often it will have been set what opens the vault.
    pub fn generation(&self) -> u64 {
        self.next.generation
    }

    /// Puts it in force, in one step.
    ///
    /// # Errors
    /// [`VaultError::Changed`] where the key file is not the one any more that this was made from; [`VaultError::Io`]. On
    /// every error the old key file is in force, except that one while flushing the folder may come after the new one has
    /// taken its place.
    pub fn keep(self) -> Result<(), VaultError> {
        if disk::read(&self.place)? != self.base {
            return Err(VaultError::Changed);
        }
        write_whole(&self.place, &self.next.encode()?, Existing::Replace)?;
        Ok(())
    }
}

/// Wraps the data key for `new` in place of `current`, with a new salt and the given cost. The data key, and so the database,
/// stays the same; other slots are kept.
///
/// # Errors
/// As [`unlock`] for `current` and as [`create`] for `new`.
pub fn change_passphrase(
    vault: &Path,
    current: &Passphrase,
    new: &Passphrase,
    cost: KdfCost,
) -> Result<Rekeying, VaultError> {
    require_strength(new)?;
    rekey(vault, |file| {
        let (dek, slot_id) = open(file, current)?;
        let fresh = Slot::seal(file.vault_id, slot_id, new, cost, &dek)?;
        let replaced = |slot: &Slot| if slot.slot_id == slot_id { fresh } else { *slot };
        Ok((dek, file.slots.iter().map(replaced).collect()))
    })
}

/// Wraps the data key for a recovery key that is made at `made`, in UTC microseconds. One that there was opens nothing any
/// more once this is kept.
///
/// # Errors
/// As [`unlock`].
pub fn replace_recovery(
    vault: &Path,
    passphrase: &Passphrase,
    recovery: &RecoveryKey,
    made: i64,
) -> Result<Rekeying, VaultError> {
    rekey(vault, |file| {
        let (dek, _) = open(file, passphrase)?;
        let mut slots = without(file, Kind::Recovery);
        slots.push(Slot::seal_recovery(
            file.vault_id,
            free_id(file),
            recovery,
            made,
            &dek,
        )?);
        Ok((dek, slots))
    })
}

/// Takes the recovery key away: it opens nothing any more once this is kept.
///
/// # Errors
/// As [`unlock`], and [`VaultError::NoRecoveryKey`] where there is none.
pub fn remove_recovery(vault: &Path, passphrase: &Passphrase) -> Result<Rekeying, VaultError> {
    rekey(vault, |file| {
        let (dek, _) = open(file, passphrase)?;
        file.recovery().ok_or(VaultError::NoRecoveryKey)?;
        Ok((dek, without(file, Kind::Recovery)))
    })
}

/// Wraps the data key for a new passphrase by the recovery key, in place of every passphrase that there was. The recovery key
/// stays.
///
/// # Errors
/// As [`unlock_by_recovery`] and as [`create`] for `new`.
pub fn recover(
    vault: &Path,
    recovery: &RecoveryKey,
    new: &Passphrase,
    cost: KdfCost,
) -> Result<Rekeying, VaultError> {
    require_strength(new)?;
    rekey(vault, |file| {
        let dek = open_by_recovery(file, recovery)?;
        let mut slots = vec![Slot::seal(file.vault_id, free_id(file), new, cost, &dek)?];
        slots.extend(without(file, Kind::Passphrase));
        Ok((dek, slots))
    })
}

/// Notes the newest row of the vault's log in its key file, before the vault is left.
///
/// # Errors
/// As [`summary`], and [`VaultError::Io`]; the old key file is in force then.
pub fn note_log(vault: &Path, key: &KeyFileKey, head: LogHead) -> Result<(), VaultError> {
    let base = load(vault)?;
    let file = KeyFile::parse(&base)?;
    file.authenticate(key)?;
    if file.log_head() == Some(head) {
        return Ok(());
    }
    let next = file.noting(head, key)?;
    let place = key_file_path(vault);
    Rekeying { place, base, next }.keep()
}

fn rekey(
    vault: &Path,
    slots: impl FnOnce(&KeyFile) -> Result<(Dek, Vec<Slot>), VaultError>,
) -> Result<Rekeying, VaultError> {
    let base = load(vault)?;
    let file = KeyFile::parse(&base)?;
    let (dek, slots) = slots(&file)?;
    let next = file.next(slots, &dek.key_file_key())?;
    Ok(Rekeying {
        place: key_file_path(vault),
        base,
        next,
    })
}

fn without(file: &KeyFile, kind: Kind) -> Vec<Slot> {
    let others = file.slots.iter().filter(|slot| slot.kind != kind);
    others.copied().collect()
}

/// The first number that no slot has.
fn free_id(file: &KeyFile) -> u32 {
    let taken = |id: &u32| file.slots.iter().any(|slot| slot.slot_id == *id);
    (FIRST_SLOT..).find(|id| !taken(id)).unwrap_or(FIRST_SLOT)
}

fn require_strength(passphrase: &Passphrase) -> Result<(), VaultError> {
    match passphrase.assess().missing {
        Some(missing) => Err(VaultError::WeakPassphrase { missing }),
        None => Ok(()),
    }
}

fn load(vault: &Path) -> Result<Vec<u8>, VaultError> {
    disk::read(&key_file_path(vault))
}

/// The data key and the slot that opened, after the whole file has been authenticated.
pub(crate) fn open(file: &KeyFile, passphrase: &Passphrase) -> Result<(Dek, u32), VaultError> {
    for slot in file.slots.iter().filter(|slot| slot.kind == Kind::Passphrase) {
        match slot.open(file.vault_id, passphrase) {
            Ok(dek) => {
                file.authenticate(&dek.key_file_key())?;
                return Ok((dek, slot.slot_id));
            }
            Err(VaultError::WrongPassphrase) => {}
            Err(error) => return Err(error),
        }
    }
    Err(VaultError::WrongPassphrase)
}

fn open_by_recovery(file: &KeyFile, recovery: &RecoveryKey) -> Result<Dek, VaultError> {
    let slot = file.recovery().ok_or(VaultError::NoRecoveryKey)?;
    let dek = slot.open_recovery(file.vault_id, recovery)?;
    file.authenticate(&dek.key_file_key())?;
    Ok(dek)
}

/// The data key, by whichever of the two was typed.
pub(crate) fn open_by(file: &KeyFile, secret: &Secret) -> Result<Dek, VaultError> {
    let Some(recovery) = &secret.recovery else {
        return open(file, &secret.passphrase).map(|(dek, _)| dek);
    };
    match open_by_recovery(file, recovery) {
        // Nothing keeps a person from a passphrase that looks like a recovery key.
        Err(refused @ (VaultError::WrongRecoveryKey | VaultError::NoRecoveryKey)) => {
            open(file, &secret.passphrase)
                .map(|(dek, _)| dek)
                .map_err(|error| match error {
                    VaultError::WrongPassphrase => refused,
                    error => error,
                })
        }
        opened => opened,
    }
}

#[cfg(test)]
mod tests;
