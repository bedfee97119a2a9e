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
    holder::{Held, KeyHolder, OpenedBy},
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
    /// Whose passphrase opened it; none in a vault of one person, and by a recovery key.
    pub opened_by: Option<OpenedBy>,
}

impl Unlocked {
    pub(crate) fn of(file: &KeyFile, dek: Dek, opened_by: Option<OpenedBy>) -> Self {
        Self {
            dek,
            vault_id: file.vault_id,
            generation: file.generation,
            log_head: file.log_head(),
            opened_by,
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
    /// How many people open it, each by a passphrase of their own and under a name; 0 in a vault of one person.
    pub holders: usize,
}

impl KeyFileSummary {
    fn of(file: &KeyFile) -> Self {
        Self {
            vault_id: file.vault_id,
            generation: file.generation,
            created: file.created,
            recovery_made: file.recovery().and_then(|slot| slot.made),
            holders: file.slots.iter().filter(|slot| slot.holder.is_some()).count(),
        }
    }
}

/// Who asks for a change of what opens a vault, with the passphrase that proves it.
#[derive(Debug, Clone, Copy)]
pub struct Proof<'a> {
    /// Whose passphrase it is; none in a vault of one person.
    pub holder: Option<Uuid>,
    /// The passphrase as it was typed.
    pub passphrase: &'a Passphrase,
}

/// Whose passphrase is tried.
#[derive(Clone, Copy)]
pub(crate) enum Whose<'a> {
    /// That of whoever signs in under this name; empty where no name was asked for.
    Named(&'a str),
    /// That of the holder with this id; without one that of a vault of one person.
    Holder(Option<Uuid>),
    /// Anybody's, as nobody was asked for a name.
    Anybodys,
}

impl Whose<'_> {
    fn is(self, slot: &Slot) -> bool {
        match (self, &slot.holder) {
            (Self::Anybodys, _) | (Self::Named(_), None) => true,
            (Self::Named(name), Some(holder)) => holder.is_called(name),
            (Self::Holder(id), holder) => id == holder.map(|holder| holder.id),
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
    let slot = Slot::seal(vault_id, (FIRST_SLOT, None), passphrase, cost, &dek)?;
    let file = KeyFile::seal(vault_id, created, vec![slot], &dek.key_file_key())?;
    write_whole(&path, &file.encode()?, Existing::Refuse).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => VaultError::AlreadyExists,
        kind => VaultError::Io { kind },
    })?;
    Ok(Unlocked::of(&file, dek, None))
}

/// Opens the key file of the vault at `vault` by the passphrase of whoever signs in under `name`, which may be empty in a vault
/// that one person opens, named or not. Only reads.
///
/// # Errors
/// [`VaultError::NameMissing`]; [`VaultError::Missing`], [`VaultError::NotALaminaKeyFile`], [`VaultError::NewerFormat`],
/// [`VaultError::Damaged`] and [`VaultError::KdfOutOfRange`] before any work with the passphrase; then
/// [`VaultError::WrongPassphrase`], or [`VaultError::Damaged`] when the passphrase is right but the rest of
/// the file was altered; [`VaultError::Io`] and [`VaultError::Crypto`].
pub fn unlock(vault: &Path, name: &str, passphrase: &Passphrase) -> Result<Unlocked, VaultError> {
    let file = KeyFile::parse(&load(vault)?)?;
    let whose = match (name.trim().is_empty(), file.passphrases().count()) {
        (true, ..=1) => Whose::Anybodys,
        (true, _) if file.passphrases().all(|slot| slot.holder.is_some()) => {
            return Err(VaultError::NameMissing);
        }
        _ => Whose::Named(name),
    };
    let (dek, slot) = open(&file, whose, passphrase)?;
    Ok(Unlocked::of(&file, dek, slot.opened_by()))
}

/// Opens the key file of the vault at `vault` by its recovery key. Only reads.
///
/// # Errors
/// As [`unlock`], with [`VaultError::WrongRecoveryKey`] and [`VaultError::NoRecoveryKey`] in place of a wrong passphrase.
pub fn unlock_by_recovery(vault: &Path, recovery: &RecoveryKey) -> Result<Unlocked, VaultError> {
    let file = KeyFile::parse(&load(vault)?)?;
    let dek = open_by_recovery(&file, recovery)?;
    Ok(Unlocked::of(&file, dek, None))
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

/// Wraps the data key for `new` in place of the passphrase that is said, with a new salt and the given cost. The data key, and so
/// the database, stays the same; other slots are kept.
///
/// # Errors
/// As [`unlock`] for what is said and as [`create`] for `new`; [`VaultError::CodeAgain`] where a code from somebody else is to
/// be the passphrase.
pub fn change_passphrase(
    vault: &Path,
    current: Proof<'_>,
    new: &Passphrase,
    cost: KdfCost,
) -> Result<Rekeying, VaultError> {
    require_strength(new)?;
    rekey(vault, |file| {
        let (dek, slot) = prove(file, current)?;
        if slot.opens_by_code(new) {
            return Err(VaultError::CodeAgain);
        }
        let about = (slot.slot_id, slot.holder.map(Held::own));
        let fresh = Slot::seal(file.vault_id, about, new, cost, &dek)?;
        Ok((dek, instead(file, slot, fresh)))
    })
}

/// Whether a passphrase is that of who asks. Only reads.
///
/// # Errors
/// As [`unlock`].
pub fn check(vault: &Path, proof: Proof<'_>) -> Result<(), VaultError> {
    let file = KeyFile::parse(&load(vault)?)?;
    prove(&file, proof).map(drop)
}

/// Wraps the data key for a recovery key that is made at `made`, in UTC microseconds. One that there was opens nothing any
/// more once this is kept.
///
/// # Errors
/// As [`unlock`].
pub fn replace_recovery(
    vault: &Path,
    proof: Proof<'_>,
    recovery: &RecoveryKey,
    made: i64,
) -> Result<Rekeying, VaultError> {
    rekey(vault, |file| {
        let (dek, _) = prove(file, proof)?;
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
pub fn remove_recovery(vault: &Path, proof: Proof<'_>) -> Result<Rekeying, VaultError> {
    rekey(vault, |file| {
        let (dek, _) = prove(file, proof)?;
        file.recovery().ok_or(VaultError::NoRecoveryKey)?;
        Ok((dek, without(file, Kind::Recovery)))
    })
}

/// Wraps the data key for a new passphrase by the recovery key, in place of the forgotten one of that holder; in a vault of one
/// person in place of every passphrase that there was. The recovery key stays, and the passphrases of others.
///
/// # Errors
/// As [`unlock_by_recovery`] and as [`create`] for `new`.
pub fn recover(
    vault: &Path,
    recovery: &RecoveryKey,
    holder: Option<&KeyHolder>,
    new: &Passphrase,
    cost: KdfCost,
) -> Result<Rekeying, VaultError> {
    require_strength(new)?;
    rekey(vault, |file| {
        let dek = open_by_recovery(file, recovery)?;
        let about = (free_id(file), holder.map(|holder| Held::by(holder, false)));
        let mut slots = vec![Slot::seal(file.vault_id, about, new, cost, &dek)?];
        let forgotten = |slot: &&Slot| match (slot.kind, slot.holder) {
            (Kind::Recovery, _) => false,
            (Kind::Passphrase, None) => true,
            (Kind::Passphrase, Some(held)) => holder.is_none_or(|holder| held.id == holder.id),
        };
        slots.extend(file.slots.iter().filter(|slot| !forgotten(slot)));
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

pub(crate) fn rekey(
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

/// The slots with another in the place of this one.
pub(crate) fn instead(file: &KeyFile, old: &Slot, new: Slot) -> Vec<Slot> {
    let replaced = |slot: &Slot| if slot.slot_id == old.slot_id { new } else { *slot };
    file.slots.iter().map(replaced).collect()
}

/// The first number that no slot has.
pub(crate) fn free_id(file: &KeyFile) -> u32 {
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
///
/// # Errors
/// [`VaultError::WrongPassphrase`] after at least one derivation, so that it takes no less for a name that nobody has.
fn open<'f>(
    file: &'f KeyFile,
    whose: Whose<'_>,
    passphrase: &Passphrase,
) -> Result<(Dek, &'f Slot), VaultError> {
    let mut tried = false;
    for slot in file.passphrases().filter(|slot| whose.is(slot)) {
        tried = true;
        match slot.open(file.vault_id, passphrase) {
            Ok(dek) => {
                file.authenticate(&dek.key_file_key())?;
                return Ok((dek, slot));
            }
            Err(VaultError::WrongPassphrase) => {}
            Err(error) => return Err(error),
        }
    }
    if !tried && let Some(slot) = file.passphrases().next() {
        // What it gives opens nothing: it was not asked for.
        drop(slot.open(file.vault_id, passphrase));
    }
    Err(VaultError::WrongPassphrase)
}

/// The data key by the passphrase of who asks for a change, and the slot of it.
pub(crate) fn prove<'f>(file: &'f KeyFile, proof: Proof<'_>) -> Result<(Dek, &'f Slot), VaultError> {
    open(file, Whose::Holder(proof.holder), proof.passphrase)
}

fn open_by_recovery(file: &KeyFile, recovery: &RecoveryKey) -> Result<Dek, VaultError> {
    let slot = file.recovery().ok_or(VaultError::NoRecoveryKey)?;
    let dek = slot.open_recovery(file.vault_id, recovery)?;
    file.authenticate(&dek.key_file_key())?;
    Ok(dek)
}

/// The data key, by whichever of the two was typed, and whose passphrase it was.
pub(crate) fn open_by(file: &KeyFile, secret: &Secret) -> Result<(Dek, Option<OpenedBy>), VaultError> {
    let by_passphrase = || {
        let opened = open(file, Whose::Anybodys, &secret.passphrase);
        opened.map(|(dek, slot)| (dek, slot.opened_by()))
    };
    let Some(recovery) = &secret.recovery else {
        return by_passphrase();
    };
    match open_by_recovery(file, recovery) {
        // Nothing keeps a person from a passphrase that looks like a recovery key.
        Err(refused @ (VaultError::WrongRecoveryKey | VaultError::NoRecoveryKey)) => {
            by_passphrase().map_err(|error| match error {
                VaultError::WrongPassphrase => refused,
                error => error,
            })
        }
        opened => opened.map(|dek| (dek, None)),
    }
}

#[cfg(test)]
mod tests;
