//! Another vault takes the place of one: put together in a folder beside it, then moved there by renaming.
//!
//! What must hold: before the note `ready` is written, the place is as it was; from then on whoever opens the place finishes the
//! move, however often it breaks off. A part that still lies in the folder has not been moved, so what stands at its place is
//! the old one and goes aside. The old vault is never deleted.

use crate::{
    disk::key_file_path,
    error::VaultError,
    lock::VaultLock,
    whole::{Existing, flush, folder_of, fresh_folder, remove_folder, write_whole},
};
use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

/// Says that everything in the folder is whole, and what the old vault is called from now on.
const READY: &str = "ready";
/// How the ending begins under which an old vault is kept.
const KEPT: &str = ".kept-";
/// What the database keeps beside its file while it is open, or after it was not closed.
const BESIDE: [&str; 2] = ["-wal", "-shm"];

fn named(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn folder(place: &Path) -> PathBuf {
    named(place, ".restore")
}

/// A vault that is put together beside the place that it is to take. Dropping it leaves nothing behind.
#[derive(Debug)]
pub struct Coming {
    place: PathBuf,
}

impl Coming {
    /// Makes the folder for it, readable by its owner alone, and throws away what another try left there. The lock is that of
    /// `place`; a move that broke off is finished first, see [`settle`].
    ///
    /// # Errors
    /// A folder that can't be written.
    pub fn begin(_lock: &VaultLock, place: &Path) -> Result<Self, VaultError> {
        let place = real(place);
        settle(&place)?;
        fresh_folder(&folder(&place))?;
        Ok(Self { place })
    }

    /// Where the vault is put together; its key file belongs beside it.
    pub fn vault(&self) -> PathBuf {
        folder(&self.place).join("vault")
    }

    /// Moves the vault, which is closed, to its place. What stood there is kept beside it under the same name with `.kept-`
    /// and `day` at its end, which is `YYYYMMDD-HHMMSS`, and opens there; where it is, when there was one.
    ///
    /// # Errors
    /// Before anything was moved: a vault that is not whole or closed, a name that is taken, a full disk. An error after that
    /// leaves the move to [`settle`].
    pub fn take_place(self, day: &str) -> Result<Option<PathBuf>, VaultError> {
        let kept = format!("{KEPT}{day}");
        let aside = named(&self.place, &kept);
        if !is_ending(&kept) || aside.symlink_metadata().is_ok() || key_file_path(&aside).exists() {
            return Err(VaultError::AlreadyExists);
        }
        let vault = self.vault();
        if BESIDE.iter().any(|ending| holds(&named(&vault, ending))) {
            return Err(VaultError::Damaged);
        }
        for file in [&vault, &key_file_path(&vault)] {
            File::open(file)?.sync_all()?;
        }
        let replaces = self.place.exists() || key_file_path(&self.place).exists();
        write_whole(
            &folder(&self.place).join(READY),
            kept.as_bytes(),
            Existing::Refuse,
        )?;
        settle(&self.place)?;
        Ok(replaces.then_some(aside))
    }
}

impl Drop for Coming {
    fn drop(&mut self) {
        // One that is ready is not thrown away any more.
        if !is_coming(&self.place) {
            // What can't be removed is thrown away by the next one.
            remove_folder(&folder(&self.place)).ok();
        }
    }
}

/// Whether a move to this place broke off, so that what stands there may be nothing or half of a pair.
pub fn is_coming(place: &Path) -> bool {
    folder(&real(place)).join(READY).exists()
}

/// Finishes a move to this place that broke off; nothing where none did. Whoever calls it holds the lock of `place`.
///
/// # Errors
/// A folder that can't be written, or a note that says something else than it should; what was not moved stays.
pub fn settle(place: &Path) -> Result<(), VaultError> {
    let place = real(place);
    let folder = folder(&place);
    let kept = match fs::read_to_string(folder.join(READY)) {
        Ok(kept) => kept,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    if !is_ending(&kept) {
        return Err(VaultError::Damaged);
    }
    for (from, to) in moves(&place, &kept) {
        fs::rename(from, to)?;
    }
    flush(folder_of(&place))?;
    fs::remove_file(folder.join(READY))?;
    remove_folder(&folder)?;
    Ok(())
}

/// What is still to be renamed, in order: each old file aside and then the new one to its place.
fn moves(place: &Path, kept: &str) -> Vec<(PathBuf, PathBuf)> {
    let (aside, new) = (named(place, kept), folder(place).join("vault"));
    let mut moves = Vec::new();
    if key_file_path(&new).exists() {
        moves.push((key_file_path(place), key_file_path(&aside)));
        moves.push((key_file_path(&new), key_file_path(place)));
    }
    if new.exists() {
        moves.extend(BESIDE.map(|ending| (named(place, ending), named(&aside, ending))));
        moves.push((place.to_owned(), aside));
        moves.push((new.clone(), place.to_owned()));
    }
    let new = [key_file_path(&new), new];
    moves.retain(|(from, _)| from.exists() || new.contains(from));
    moves
}

/// The place itself where `place` is a link to it.
fn real(place: &Path) -> PathBuf {
    match place.is_symlink() {
        true => fs::canonicalize(place).unwrap_or_else(|_| place.to_owned()),
        false => place.to_owned(),
    }
}

fn is_ending(kept: &str) -> bool {
    kept.strip_prefix(KEPT)
        .is_some_and(|day| !day.is_empty() && day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'))
}

fn holds(file: &Path) -> bool {
    fs::metadata(file).is_ok_and(|file| file.len() > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    const DAY: &str = "20261130-010203";

    struct Room {
        folder: TempDir,
        place: PathBuf,
    }

    impl Room {
        /// An old vault that was not closed, and a new one ready to come.
        fn new() -> (Self, Coming) {
            let folder = tempfile::tempdir().unwrap();
            let place = folder.path().join("c.vault");
            for (ending, text) in [("", "old"), (".keys", "old keys"), ("-wal", "old log")] {
                fs::write(named(&place, ending), text).unwrap();
            }
            let lock = VaultLock::take(&place).unwrap();
            let coming = Coming::begin(&lock, &place).unwrap();
            fs::write(coming.vault(), "new").unwrap();
            fs::write(key_file_path(&coming.vault()), "new keys").unwrap();
            (Self { folder, place }, coming)
        }

        fn says(&self, ending: &str) -> Option<String> {
            fs::read_to_string(named(&self.place, ending)).ok()
        }

        fn pair(&self, ending: &str) -> [Option<String>; 3] {
            ["", ".keys", "-wal"].map(|more| self.says(&format!("{ending}{more}")))
        }

        fn names(&self) -> usize {
            fs::read_dir(self.folder.path()).unwrap().count()
        }
    }

    fn texts<const N: usize>(texts: [&str; N]) -> [Option<String>; N] {
        texts.map(|text| (!text.is_empty()).then(|| text.to_owned()))
    }

    #[test]
    fn the_new_vault_takes_the_place_and_the_old_one_is_kept_beside_it() {
        let (room, coming) = Room::new();
        let kept = coming.take_place(DAY).unwrap().unwrap();
        assert_eq!(kept, named(&room.place, ".kept-20261130-010203"));
        assert_eq!(room.pair(""), texts(["new", "new keys", ""]));
        assert_eq!(
            room.pair(".kept-20261130-010203"),
            texts(["old", "old keys", "old log"])
        );
        assert_eq!(room.names(), 6, "with the lock");
    }

    #[test]
    fn until_it_is_ready_the_place_is_as_it_was_and_nothing_is_left() {
        let (room, coming) = Room::new();
        drop(coming);
        assert_eq!(room.pair(""), texts(["old", "old keys", "old log"]));
        assert_eq!(room.names(), 4);
        let (room, coming) = Room::new();
        fs::write(named(&coming.vault(), "-wal"), "not closed").unwrap();
        assert_eq!(coming.take_place(DAY), Err(VaultError::Damaged));
        let (other, coming) = Room::new();
        fs::write(named(&other.place, ".kept-20261130-010203"), "older").unwrap();
        assert_eq!(coming.take_place(DAY), Err(VaultError::AlreadyExists));
        for room in [room, other] {
            assert_eq!(room.pair(""), texts(["old", "old keys", "old log"]));
        }
    }

    /// However many of the renames were done when it broke off, and however often, the new pair stands in the end.
    #[test]
    fn a_move_that_breaks_off_anywhere_is_recognised_and_finished() {
        for done in 0..=5 {
            let (room, coming) = Room::new();
            let kept = format!("{KEPT}{DAY}");
            fs::write(folder(&room.place).join(READY), &kept).unwrap();
            let planned = moves(&room.place, &kept);
            assert_eq!(planned.len(), 5);
            for (from, to) in planned.into_iter().take(done) {
                fs::rename(from, to).unwrap();
            }
            assert!(is_coming(&room.place));
            drop(coming);
            assert!(is_coming(&room.place), "what is ready stays");
            settle(&room.place).unwrap();
            assert!(!is_coming(&room.place));
            assert_eq!(room.pair(""), texts(["new", "new keys", ""]), "{done}");
            assert_eq!(room.pair(&kept), texts(["old", "old keys", "old log"]), "{done}");
            settle(&room.place).unwrap();
            assert_eq!(room.names(), 6);
        }
    }

    #[test]
    fn a_note_that_says_something_else_moves_nothing() {
        let (room, coming) = Room::new();
        fs::write(folder(&room.place).join(READY), "/../../elsewhere").unwrap();
        assert_eq!(settle(&room.place), Err(VaultError::Damaged));
        assert_eq!(room.pair(""), texts(["old", "old keys", "old log"]));
        drop(coming);
    }
}
