//! The lock that makes one running program the only user of a vault.
//!
//! An advisory lock of the operating system on `<vault>.lock`: it ends with its holder, however that ends, so
//! no stale lock is ever left. The empty file stays, because deleting it would let two programs each lock
//! their own.

use crate::{disk::lock_file_path, error::VaultError};
use std::{
    fs::{File, OpenOptions, TryLockError},
    path::Path,
};

/// Proof that this program alone uses the vault. Released when dropped.
#[derive(Debug)]
pub struct VaultLock(File);

impl VaultLock {
    /// Takes the lock of the vault at `vault`, without waiting. The vault itself need not exist yet.
    ///
    /// # Errors
    /// [`VaultError::InUse`] when another program or another `VaultLock` holds it; [`VaultError::Io`] when the
    /// lock file cannot be made (a read-only or missing folder).
    pub fn take(vault: &Path) -> Result<Self, VaultError> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(lock_file_path(vault))?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(VaultError::InUse),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

impl Drop for VaultLock {
    fn drop(&mut self) {
        // A failure changes nothing: closing the file, which follows, releases the lock as well.
        self.0.unlock().ok();
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
