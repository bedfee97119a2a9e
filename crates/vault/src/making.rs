//! A vault that is being made: what a power cut leaves of it is told from a vault that lost a part, and makes room for the next
//! try.
//!
//! What must hold: the mark `<vault>.making` is there before anything else of the vault and gone before anybody can record
//! something in it. What lies beside a mark therefore holds nothing of anyone, and only that is ever removed.

use crate::{
    disk::{beside, key_file_path},
    error::VaultError,
    lock::VaultLock,
    whole::{Existing, flush, folder_of, write_whole},
};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

fn mark(vault: &Path) -> PathBuf {
    beside(vault, ".making")
}

/// Whether making the vault at this place was broken off.
pub fn is_half_made(vault: &Path) -> bool {
    mark(vault).exists()
}

/// A vault that is being made. Dropping it before [`Making::finish`] removes what was made of it.
#[derive(Debug)]
pub struct Making {
    vault: PathBuf,
    is_done: bool,
}

impl Making {
    /// Removes what a try before this one left, and begins. The lock is that of `vault`.
    ///
    /// # Errors
    /// [`VaultError::AlreadyExists`] where there is a vault or a part of one that was not left so; [`VaultError::Io`].
    pub fn begin(_lock: &VaultLock, vault: &Path) -> Result<Self, VaultError> {
        if is_half_made(vault) {
            remove(vault)?;
        }
        if vault.symlink_metadata().is_ok() || key_file_path(vault).exists() {
            return Err(VaultError::AlreadyExists);
        }
        write_whole(&mark(vault), b"", Existing::Replace)?;
        Ok(Self {
            vault: vault.to_owned(),
            is_done: false,
        })
    }

    /// The vault is whole and closed or open; from now on it is one.
    ///
    /// # Errors
    /// [`VaultError::Io`]; what was made is removed then.
    pub fn finish(mut self) -> Result<(), VaultError> {
        fs::remove_file(mark(&self.vault))?;
        // A mark that came back after a power cut would have the vault taken for half made.
        flush(folder_of(&self.vault))?;
        self.is_done = true;
        Ok(())
    }
}

impl Drop for Making {
    fn drop(&mut self) {
        // What can't be removed is removed by the next try.
        if !self.is_done {
            remove(&self.vault).ok();
        }
    }
}

/// Removes all that a mark stands for, and the mark last.
fn remove(vault: &Path) -> io::Result<()> {
    let parts = [
        key_file_path(vault),
        beside(vault, "-wal"),
        beside(vault, "-shm"),
        vault.to_owned(),
        mark(vault),
    ];
    for part in parts {
        match fs::remove_file(part) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    flush(folder_of(vault))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let names = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = names
            .map(|one| one.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn what_a_broken_off_try_left_makes_room_for_the_next_one() {
        let folder = tempfile::tempdir().unwrap();
        let vault = folder.path().join("c.vault");
        let lock = VaultLock::take(&vault).unwrap();
        let making = Making::begin(&lock, &vault).unwrap();
        for ending in ["", ".keys", "-wal", "-shm"] {
            fs::write(beside(&vault, ending), b"half").unwrap();
        }
        // As after a power cut: nobody tidies up.
        std::mem::forget(making);
        assert!(is_half_made(&vault));
        let making = Making::begin(&lock, &vault).unwrap();
        assert_eq!(names(folder.path()), ["c.vault.lock", "c.vault.making"]);
        fs::write(&vault, b"whole").unwrap();
        making.finish().unwrap();
        assert!(!is_half_made(&vault));
        assert_eq!(names(folder.path()), ["c.vault", "c.vault.lock"]);
    }

    #[test]
    fn a_try_that_fails_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let vault = folder.path().join("c.vault");
        let lock = VaultLock::take(&vault).unwrap();
        let making = Making::begin(&lock, &vault).unwrap();
        fs::write(key_file_path(&vault), b"keys").unwrap();
        drop(making);
        assert_eq!(names(folder.path()), ["c.vault.lock"]);
    }

    #[test]
    fn a_vault_or_a_part_of_one_is_never_taken_for_half_made() {
        for ending in ["", ".keys"] {
            let folder = tempfile::tempdir().unwrap();
            let vault = folder.path().join("c.vault");
            let lock = VaultLock::take(&vault).unwrap();
            fs::write(beside(&vault, ending), b"ours").unwrap();
            let refused = Making::begin(&lock, &vault).unwrap_err();
            assert_eq!(refused, VaultError::AlreadyExists);
            assert_eq!(fs::read(beside(&vault, ending)).unwrap(), b"ours");
            assert!(!is_half_made(&vault));
        }
    }
}
