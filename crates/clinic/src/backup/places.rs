//! On which drive a folder lies, and which removable drives are there.

use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// Where a backup lies, seen from its vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Drive {
    /// On the drive of the vault, or where that can't be told.
    Same,
    /// On another drive than the vault's.
    Another,
}

impl Drive {
    /// As the audit log names it.
    pub const fn name(self) -> &'static str {
        match self {
            Drive::Same => "same drive",
            Drive::Another => "another drive",
        }
    }
}

/// On which drive `folder` lies, seen from the vault at `vault`.
pub fn drive_of(vault: &Path, folder: &Path) -> Drive {
    let home = vault.parent().filter(|home| !home.as_os_str().is_empty());
    match (drive(home.unwrap_or(Path::new("."))), drive(folder)) {
        (Some(own), Some(other)) if own != other => Drive::Another,
        _ => Drive::Same,
    }
}

#[cfg(unix)]
fn drive(folder: &Path) -> Option<u64> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(folder).ok().map(|folder| folder.dev())
}

#[cfg(not(unix))]
fn drive(folder: &Path) -> Option<String> {
    let whole = std::fs::canonicalize(folder).ok()?;
    let first = whole.components().next()?;
    Some(first.as_os_str().to_string_lossy().into_owned())
}

/// Folders into which the system puts drives that come and go.
const MOUNTED: [&str; 3] = ["/media", "/run/media", "/Volumes"];

/// The removable drives that are there now, by the folders at which the system shows them.
pub fn removable() -> Vec<PathBuf> {
    let mut found = removable_of(&std::fs::read_to_string("/proc/self/mounts").unwrap_or_default());
    if cfg!(target_os = "macos") {
        let volumes = std::fs::read_dir("/Volumes").into_iter().flatten().flatten();
        // The link to the system's own drive is none of them.
        found.extend(
            volumes
                .map(|one| one.path())
                .filter(|path| path.is_dir() && !path.is_symlink()),
        );
    }
    found.sort();
    found.dedup();
    found
}

/// The places in a list of what is mounted, as Linux writes it, that drives which come and go are put at.
fn removable_of(mounts: &str) -> Vec<PathBuf> {
    let places = mounts.lines().filter_map(|line| line.split(' ').nth(1));
    let places = places.map(|place| PathBuf::from(plain(place)));
    let comes_and_goes = |place: &PathBuf| {
        MOUNTED
            .iter()
            .any(|home| place.starts_with(home) && place != Path::new(home))
    };
    places.filter(comes_and_goes).collect()
}

/// A name in which four signs stand as their octal numbers.
fn plain(text: &str) -> String {
    [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")]
        .iter()
        .fold(text.to_owned(), |text, (coded, sign)| text.replace(coded, sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drives_that_come_and_go_are_told_from_what_is_always_there() {
        let mounts = "/dev/sda1 / ext4 rw 0 0\nproc /proc proc rw 0 0\ntmpfs /run/media tmpfs rw 0 0\n\
            /dev/sdb1 /media/anna/STICK vfat rw 0 0\n/dev/sdc1 /run/media/anna/Two\\040words exfat rw 0 0\n\
            nas:/x /mnt/nas nfs4 rw 0 0\nbroken";
        assert_eq!(
            removable_of(mounts),
            [
                PathBuf::from("/media/anna/STICK"),
                PathBuf::from("/run/media/anna/Two words")
            ]
        );
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn another_drive_is_told_from_the_same_one() {
        let folder = tempfile::tempdir().unwrap();
        let vault = folder.path().join("c.vault");
        assert_eq!(drive_of(&vault, folder.path()), Drive::Same);
        assert_eq!(drive_of(&vault, &folder.path().join("none")), Drive::Same);
        assert_eq!(drive_of(&vault, Path::new("/proc")), Drive::Another);
    }
}
