//! Where the files of a vault lie, and how the key file is read and replaced.
//!
//! A key file is written whole under another name, flushed, and only then given its name, so that a power cut
//! leaves either the old file or the new one. It is readable by its owner alone from its first byte.

use crate::error::VaultError;
use std::{
    ffi::OsString,
    fs::{self, File},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

/// Largest key file that is read, in bytes (64 KiB).
pub const MAX_KEY_FILE_BYTES: usize = 64 * 1024;

/// The key file of a vault: its name with `.keys` appended.
pub fn key_file_path(vault: &Path) -> PathBuf {
    beside(vault, ".keys")
}

/// The lock file of a vault: its name with `.lock` appended.
pub fn lock_file_path(vault: &Path) -> PathBuf {
    beside(vault, ".lock")
}

fn beside(vault: &Path, suffix: &str) -> PathBuf {
    // A link to a vault must lead to the same lock and keys as the vault itself.
    let real = if vault.is_symlink() {
        fs::canonicalize(vault).ok()
    } else {
        None
    };
    let mut name = OsString::from(real.as_deref().unwrap_or(vault));
    name.push(suffix);
    name.into()
}

/// Reads the key file, at most one byte more than is allowed.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, VaultError> {
    let file = File::open(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => VaultError::Missing,
        kind => VaultError::Io { kind },
    })?;
    let mut bytes = Vec::new();
    file.take(MAX_KEY_FILE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether a file of that name may already stand there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Existing {
    Refuse,
    Replace,
}

/// Writes the key file in one step.
pub(crate) fn write(path: &Path, bytes: &[u8], existing: Existing) -> Result<(), VaultError> {
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    // Made with mode 0600 on Unix, and removed again if anything below fails.
    let mut temporary = tempfile::Builder::new()
        .prefix(".lamina-keys-")
        .suffix(".tmp")
        .tempfile_in(folder)?;
    temporary.write_all(bytes)?;
    temporary.as_file().sync_all()?;
    match existing {
        Existing::Replace => temporary
            .persist(path)
            .map_err(|refused| VaultError::from(refused.error))?,
        Existing::Refuse => {
            temporary
                .persist_noclobber(path)
                .map_err(|refused| match refused.error.kind() {
                    io::ErrorKind::AlreadyExists => VaultError::AlreadyExists,
                    kind => VaultError::Io { kind },
                })?
        }
    };
    sync_folder(folder)
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> Result<(), VaultError> {
    match File::open(folder)?.sync_all() {
        // Some network and FUSE file systems cannot flush a folder; the rename has taken place all the same.
        Err(error)
            if !matches!(
                error.kind(),
                io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
            ) =>
        {
            Err(error.into())
        }
        _ => Ok(()),
    }
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> Result<(), VaultError> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_appended_and_keep_the_extension() {
        assert_eq!(
            key_file_path(Path::new("/a/clinic.lamina")),
            Path::new("/a/clinic.lamina.keys")
        );
        assert_eq!(
            lock_file_path(Path::new("/a/clinic.lamina")),
            Path::new("/a/clinic.lamina.lock")
        );
    }

    #[test]
    fn an_existing_file_is_replaced_only_when_asked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("k");
        write(&path, b"one", Existing::Refuse).unwrap();
        assert_eq!(
            write(&path, b"two", Existing::Refuse),
            Err(VaultError::AlreadyExists)
        );
        assert_eq!(read(&path).unwrap(), b"one");
        write(&path, b"three", Existing::Replace).unwrap();
        assert_eq!(read(&path).unwrap(), b"three");
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            1,
            "no temporary file stays"
        );
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_may_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("k");
        for existing in [Existing::Refuse, Existing::Replace] {
            write(&path, b"one", existing).unwrap();
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_leads_to_the_files_of_the_real_vault() {
        let folder = tempfile::tempdir().unwrap();
        let folder = fs::canonicalize(folder.path()).unwrap();
        let (vault, link) = (folder.join("clinic.lamina"), folder.join("link"));
        fs::write(&vault, b"").unwrap();
        std::os::unix::fs::symlink(&vault, &link).unwrap();
        assert_eq!(lock_file_path(&link), lock_file_path(&vault));
        assert_eq!(key_file_path(&link), key_file_path(&vault));
    }

    #[test]
    fn reading_stops_just_past_the_limit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("k");
        fs::write(&path, vec![0; MAX_KEY_FILE_BYTES * 4]).unwrap();
        assert_eq!(read(&path).unwrap().len(), MAX_KEY_FILE_BYTES + 1);
    }
}
