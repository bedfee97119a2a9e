//! The lock that makes one running program the only user of a vault.
//!
//! Advisory locks of the operating system on `<vault>.lock` and, where a lock does not stand in the way of reading, on the
//! vault itself: they end with their holder, however that ends, so no stale lock is ever left. The empty file stays, because
//! deleting it would let two programs each lock their own; should someone delete it, the lock on the vault still holds.
//!
//! A vault with a second name (a hard link, as some programs for backups make them) is refused: its write-ahead log goes by
//! the name, and two logs for one file destroy it.

use crate::{disk::lock_file_path, error::VaultError};
use std::{
    fs::{File, OpenOptions, TryLockError},
    io,
    path::Path,
};

/// Proof that this program alone uses the vault. Released when dropped.
#[derive(Debug)]
pub struct VaultLock {
    /// None where nothing can be written beside the vault.
    beside: Option<File>,
    /// Stays open with the lock: where a file is closed, the system drops what SQLite holds on it.
    vault: Option<File>,
}

impl VaultLock {
    /// Takes the lock of the vault at `vault`, without waiting. The vault itself need not exist yet; once it does,
    /// [`VaultLock::hold`] takes it as well.
    ///
    /// # Errors
    /// [`VaultError::InUse`] when another program or another `VaultLock` holds it; [`VaultError::SecondName`] when the file
    /// has another name; [`VaultError::Io`] when the lock file cannot be made (a read-only or missing folder).
    pub fn take(vault: &Path) -> Result<Self, VaultError> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let beside = options.open(lock_file_path(vault))?;
        locked(&beside)?;
        let mut lock = Self {
            beside: Some(beside),
            vault: None,
        };
        lock.hold(vault)?;
        Ok(lock)
    }

    /// Takes the lock of a vault beside which nothing can be written, to look at it: that of its file alone.
    ///
    /// # Errors
    /// As for [`VaultLock::take`], and [`VaultError::Io`] where there is no such file.
    pub fn take_to_look(vault: &Path) -> Result<Self, VaultError> {
        let mut lock = Self {
            beside: None,
            vault: None,
        };
        lock.hold(vault)?;
        match lock.vault {
            Some(_) => Ok(lock),
            None => Err(io::Error::from(io::ErrorKind::NotFound).into()),
        }
    }

    /// Takes the vault itself where it is there by now.
    ///
    /// # Errors
    /// As for [`VaultLock::take`].
    pub fn hold(&mut self, vault: &Path) -> Result<(), VaultError> {
        if self.vault.is_some() {
            return Ok(());
        }
        // What is no file, a pipe say, is told by whoever reads it, and is not opened here: that could wait for ever.
        match std::fs::metadata(vault) {
            Ok(about) if about.is_file() => {}
            Ok(_) => return Ok(()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error.into()),
        }
        let file = File::open(vault)?;
        #[cfg(unix)]
        {
            // On Windows such a lock would keep SQLite itself from reading.
            locked(&file)?;
            if std::os::unix::fs::MetadataExt::nlink(&file.metadata()?) > 1 {
                return Err(VaultError::SecondName);
            }
        }
        self.vault = Some(file);
        Ok(())
    }
}

fn locked(file: &File) -> Result<(), VaultError> {
    match file.try_lock() {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(VaultError::InUse),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

impl Drop for VaultLock {
    fn drop(&mut self) {
        // A failure changes nothing: closing the files, which follows, releases the locks as well.
        for file in self.vault.iter().chain(&self.beside) {
            file.unlock().ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;

    const VAULT: &str = "LAMINA_TEST_LOCKED_VAULT";

    #[test]
    fn a_second_lock_is_refused_until_the_first_is_dropped() {
        let folder = tempfile::tempdir().unwrap();
        let vault = folder.path().join("clinic.lamina");
        let first = VaultLock::take(&vault).unwrap();
        assert_eq!(VaultLock::take(&vault).unwrap_err(), VaultError::InUse);
        assert!(VaultLock::take(&folder.path().join("other.lamina")).is_ok());
        drop(first);
        assert!(VaultLock::take(&vault).is_ok());
        assert!(!vault.exists(), "the vault itself is never touched");
    }

    /// Runs itself again as another program that tries the same vault.
    #[test]
    fn a_second_program_is_refused() {
        if let Some(vault) = std::env::var_os(VAULT) {
            assert_eq!(VaultLock::take(Path::new(&vault)).unwrap_err(), VaultError::InUse);
            return;
        }
        let folder = tempfile::tempdir().unwrap();
        let vault = folder.path().join("clinic.lamina");
        let refused = || {
            Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "lock::tests::a_second_program_is_refused"])
                .env(VAULT, &vault)
                .output()
                .unwrap()
                .status
                .success()
        };
        let lock = VaultLock::take(&vault).unwrap();
        assert!(refused());
        drop(lock);
        assert!(
            !refused(),
            "the other program must have run and found the vault free"
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_vault_with_a_second_name_is_refused_under_both_and_taken_once_it_has_one() {
        let folder = tempfile::tempdir().unwrap();
        let (vault, other) = (
            folder.path().join("clinic.lamina"),
            folder.path().join("copy.lamina"),
        );
        std::fs::write(&vault, b"record").unwrap();
        std::fs::hard_link(&vault, &other).unwrap();
        for name in [&vault, &other] {
            assert_eq!(VaultLock::take(name).unwrap_err(), VaultError::SecondName);
        }
        std::fs::remove_file(&other).unwrap();
        let lock = VaultLock::take(&vault).unwrap();
        std::fs::hard_link(&vault, &other).unwrap();
        assert_eq!(VaultLock::take(&other).unwrap_err(), VaultError::InUse);
        drop(lock);
        assert_eq!(std::fs::read(&vault).unwrap(), b"record");
    }

    #[cfg(unix)]
    #[test]
    fn removing_the_lock_file_lets_nobody_in() {
        let folder = tempfile::tempdir().unwrap();
        let vault = folder.path().join("clinic.lamina");
        let mut made = VaultLock::take(&vault).unwrap();
        std::fs::write(&vault, b"record").unwrap();
        made.hold(&vault).unwrap();
        std::fs::remove_file(lock_file_path(&vault)).unwrap();
        assert_eq!(VaultLock::take(&vault).unwrap_err(), VaultError::InUse);
        drop(made);
        assert!(VaultLock::take(&vault).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn a_vault_beside_which_nothing_can_be_written_is_locked_all_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let vault = folder.path().join("clinic.lamina");
        assert!(VaultLock::take_to_look(&vault).is_err());
        std::fs::write(&vault, b"record").unwrap();
        let looking = VaultLock::take_to_look(&vault).unwrap();
        assert_eq!(VaultLock::take_to_look(&vault).unwrap_err(), VaultError::InUse);
        assert_eq!(VaultLock::take(&vault).unwrap_err(), VaultError::InUse);
        drop(looking);
        let writing = VaultLock::take(&vault).unwrap();
        assert_eq!(VaultLock::take_to_look(&vault).unwrap_err(), VaultError::InUse);
        drop(writing);
    }

    #[test]
    fn a_missing_folder_is_an_io_error() {
        let folder = tempfile::tempdir().unwrap();
        let error = VaultLock::take(&folder.path().join("none/clinic.lamina")).unwrap_err();
        assert_eq!(
            error,
            VaultError::Io {
                kind: std::io::ErrorKind::NotFound
            }
        );
    }
}
