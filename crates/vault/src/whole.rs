//! The one way in which Lamina writes a file: whole or not at all.
//!
//! It is written beside its place under a name of its own, readable by its owner alone from the first byte, flushed, and only
//! then given its name; then its folder is flushed. A power cut leaves what was there before or the new file, never half of it.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};
use tempfile::NamedTempFile;

/// Whether a file of that name may already stand there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It is left as it is, and what was written goes.
    Refuse,
    /// The new one takes its place in one step.
    Replace,
}

/// A file that is being written. Dropping it leaves nothing behind; [`WholeFile::keep`] gives it its name.
#[derive(Debug)]
pub struct WholeFile {
    place: PathBuf,
    existing: Existing,
    file: NamedTempFile,
}

impl WholeFile {
    /// Begins a file that will stand at `place`.
    ///
    /// # Errors
    /// A file that is there and must not be replaced, told before anything is written; a folder that can't be written.
    pub fn begin(place: &Path, existing: Existing) -> io::Result<Self> {
        Self::begin_in(folder_of(place), place, existing)
    }

    /// Begins a file that will stand at `place` and is written in `work`, a folder on the same file system.
    ///
    /// # Errors
    /// As [`WholeFile::begin`].
    pub(crate) fn begin_in(work: &Path, place: &Path, existing: Existing) -> io::Result<Self> {
        if existing == Existing::Refuse && place.symlink_metadata().is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        // Made with mode 0600 on Unix.
        let file = tempfile::Builder::new()
            .prefix(".lamina-")
            .suffix(".tmp")
            .tempfile_in(work)?;
        Ok(Self {
            place: place.to_owned(),
            existing,
            file,
        })
    }

    /// Where it is while it is written.
    pub(crate) fn path(&self) -> &Path {
        self.file.path()
    }

    /// Flushes what was written and gives it its name.
    ///
    /// # Errors
    /// A disk that is full, or a file that came to stand there meanwhile and must not be replaced; nothing new stays then.
    pub fn keep(self) -> io::Result<()> {
        self.file.as_file().sync_all()?;
        let kept = match self.existing {
            Existing::Replace => self.file.persist(&self.place),
            Existing::Refuse => self.file.persist_noclobber(&self.place),
        };
        match kept {
            Ok(_) => {}
            Err(refused) if is_unable(refused.error.kind()) => copy(refused.file.path(), &self.place)?,
            Err(refused) => return Err(refused.error),
        }
        flush(folder_of(&self.place))
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Writes a file of these bytes.
///
/// # Errors
/// As [`WholeFile::begin`] and [`WholeFile::keep`].
pub fn write_whole(place: &Path, bytes: &[u8], existing: Existing) -> io::Result<()> {
    let mut file = WholeFile::begin(place, existing)?;
    file.write_all(bytes)?;
    file.keep()
}

/// Makes a folder, and those above it that are not there, for its owner alone; one that is there stays as it is.
///
/// # Errors
/// A place that can't be written.
pub fn private_folder(folder: &Path) -> io::Result<()> {
    for_its_owner().recursive(true).create(folder)
}

/// Makes a folder anew for its owner alone, in a folder that is there; what another try left in it is thrown away.
///
/// # Errors
/// A place that can't be written.
pub fn fresh_folder(folder: &Path) -> io::Result<()> {
    remove_folder(folder)?;
    for_its_owner().create(folder)
}

fn for_its_owner() -> fs::DirBuilder {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

/// Removes a folder with all that is in it; one that is not there is gone already.
///
/// # Errors
/// What can't be removed.
pub fn remove_folder(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// The folder that a file lies in.
pub(crate) fn folder_of(place: &Path) -> &Path {
    match place.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// Some network and FUSE file systems know neither a new name that spares what is there nor the flushing of a folder.
fn is_unable(kind: io::ErrorKind) -> bool {
    matches!(kind, io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported)
}

/// Where the file system can't rename without replacing: a new file, which is removed again if it can't be written whole.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(to)?;
    let written =
        File::open(from).and_then(|mut from| io::copy(&mut from, &mut file).and_then(|_| file.sync_all()));
    written.or_else(|error| fs::remove_file(to).and(Err(error)))
}

#[cfg(unix)]
pub(crate) fn flush(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        // The new name stands all the same.
        Err(error) if !is_unable(error.kind()) => Err(error),
        _ => Ok(()),
    }
}

#[cfg(not(unix))]
pub(crate) fn flush(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    }

    #[test]
    fn an_existing_file_is_replaced_only_when_asked() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("k");
        write_whole(&place, b"one", Existing::Refuse).unwrap();
        let refused = write_whole(&place, b"two", Existing::Refuse).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&place).unwrap(), b"one");
        write_whole(&place, b"three", Existing::Replace).unwrap();
        assert_eq!(fs::read(&place).unwrap(), b"three");
        assert_eq!(names(folder.path()), ["k"]);
    }

    #[test]
    fn what_came_to_stand_there_while_it_was_written_is_spared() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("k");
        let mut file = WholeFile::begin(&place, Existing::Refuse).unwrap();
        file.write_all(b"mine").unwrap();
        fs::write(&place, b"theirs").unwrap();
        assert_eq!(file.keep().unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&place).unwrap(), b"theirs");
        assert_eq!(names(folder.path()), ["k"]);
    }

    #[test]
    fn what_is_not_kept_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = WholeFile::begin(&folder.path().join("k"), Existing::Refuse).unwrap();
        file.write_all(b"half").unwrap();
        drop(file);
        assert!(names(folder.path()).is_empty());
    }

    #[test]
    fn where_a_name_can_not_be_given_without_replacing_the_copy_spares_what_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        fs::write(&from, b"new").unwrap();
        copy(&from, &to).unwrap();
        assert_eq!(fs::read(&to).unwrap(), b"new");
        assert_eq!(copy(&from, &to).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_may_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        for (name, existing) in [("a", Existing::Refuse), ("b", Existing::Replace)] {
            let place = folder.path().join(name);
            write_whole(&place, b"one", existing).unwrap();
            assert_eq!(fs::metadata(&place).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }
}
