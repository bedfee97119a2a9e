//! Several people at one vault: naming the first, letting others in by a code, and letting nobody in any more by theirs.
//!
//! As with every change of what opens a vault, the change is put together first and kept later, see [`Rekeying`].

use crate::{
    code::OneTimeCode,
    error::VaultError,
    flows::{Proof, Rekeying, free_id, instead, prove, rekey},
    holder::{Held, KeyHolder},
    kdf::KdfCost,
    slot::{Kind, Slot},
};
use std::path::Path;
use uuid::Uuid;

/// Gives the passphrase of a vault of one person to that person by name. It stays the same.
///
/// # Errors
/// As [`crate::unlock`], and [`VaultError::NoSuchHolder`] where the passphrase belongs to somebody already.
pub fn name_holder(vault: &Path, proof: Proof<'_>, holder: &KeyHolder) -> Result<Rekeying, VaultError> {
    rekey(vault, |file| {
        let (dek, slot) = prove(file, proof)?;
        if slot.holder.is_some() {
            return Err(VaultError::NoSuchHolder);
        }
        let cost = slot.cost().ok_or(VaultError::Damaged)?;
        let about = (slot.slot_id, Some(Held::by(holder, false)));
        let named = Slot::seal(file.vault_id, about, proof.passphrase, cost, &dek)?;
        Ok((dek, instead(file, slot, named)))
    })
}

/// Lets somebody in by a code, who had no passphrase or does not know it any more: one that they had opens nothing then.
///
/// # Errors
/// As [`crate::unlock`]; [`VaultError::NameMissing`] where the one person of the vault has no name yet; [`VaultError::NameTaken`];
/// [`VaultError::TooManyHolders`].
pub fn give_code(
    vault: &Path,
    proof: Proof<'_>,
    holder: &KeyHolder,
    code: &OneTimeCode,
    cost: KdfCost,
) -> Result<Rekeying, VaultError> {
    rekey(vault, |file| {
        let (dek, _) = prove(file, proof)?;
        let mut slots = Vec::new();
        for slot in &file.slots {
            match (slot.kind, slot.holder) {
                (Kind::Passphrase, None) => return Err(VaultError::NameMissing),
                (_, Some(held)) if held.id == holder.id => continue,
                (_, Some(held)) if held.is_called(&holder.name) => return Err(VaultError::NameTaken),
                _ => slots.push(*slot),
            }
        }
        if slots.len() == file.slots.len() && file.is_full() {
            return Err(VaultError::TooManyHolders);
        }
        let about = (free_id(file), Some(Held::by(holder, true)));
        slots.push(Slot::seal(file.vault_id, about, &code.passphrase(), cost, &dek)?);
        Ok((dek, slots))
    })
}

/// Takes somebody's passphrase away: it opens nothing any more once this is kept.
///
/// # Errors
/// As [`crate::unlock`], and [`VaultError::NoSuchHolder`] where nobody opens the vault by that id but the one who asks.
pub fn remove_holder(vault: &Path, proof: Proof<'_>, holder: Uuid) -> Result<Rekeying, VaultError> {
    rekey(vault, |file| {
        let (dek, own) = prove(file, proof)?;
        let theirs = |slot: &&Slot| slot.holder.is_some_and(|held| held.id == holder);
        let removed = file.slots.iter().find(theirs);
        match removed {
            Some(slot) if slot.slot_id != own.slot_id => {
                let others = file.slots.iter().filter(|slot| !theirs(slot));
                Ok((dek, others.copied().collect()))
            }
            _ => Err(VaultError::NoSuchHolder),
        }
    })
}

#[cfg(test)]
mod tests;
