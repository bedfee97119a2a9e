//! Where the files of a vault lie, and how the key file is read.

use crate::error::VaultError;
use std::{
    ffi::OsString,
    fs::{self, File},
    io::{self, Read},
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

pub(crate) fn beside(vault: &Path, suffix: &str) -> PathBuf {
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
    let missing = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => VaultError::Missing,
        kind => VaultError::Io { kind },
    };
    // A pipe is not opened: that could wait for ever.
    if !fs::metadata(path).map_err(missing)?.is_file() {
        return Err(VaultError::NotALaminaKeyFile);
    }
    let file = File::open(path).map_err(missing)?;
    let mut bytes = Vec::new();
    file.take(MAX_KEY_FILE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
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

    #[cfg(target_os = "linux")]
    #[test]
    fn a_pipe_in_place_of_a_key_file_is_refused_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("k");
        rustix::fs::mknodat(
            rustix::fs::CWD,
            &pipe,
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR,
            0,
        )
        .unwrap();
        assert_eq!(read(&pipe), Err(VaultError::NotALaminaKeyFile));
        assert_eq!(read(folder.path()), Err(VaultError::NotALaminaKeyFile));
    }

    #[test]
    fn reading_stops_just_past_the_limit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("k");
        fs::write(&path, vec![0; MAX_KEY_FILE_BYTES * 4]).unwrap();
        assert_eq!(read(&path).unwrap().len(), MAX_KEY_FILE_BYTES + 1);
    }
}
