//! The files of a folder and of those in it, in the order of their names. Links are not followed, and neither width nor depth is
//! without bound.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Most files of a folder that are looked at.
const MOST: usize = 5_000;
/// Deepest folder within the folder.
const DEEPEST: usize = 16;

/// What a folder holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct FolderFiles {
    /// The plain files, by their names.
    pub files: Vec<PathBuf>,
    /// Links, pipes, devices, and what could not be looked into.
    pub skipped: usize,
    /// There are more files, or deeper folders, than are looked at.
    pub is_cut: bool,
}

/// The files in `folder`.
pub fn files_in(folder: &Path) -> FolderFiles {
    let mut found = FolderFiles::default();
    walk(folder, DEEPEST, &mut found);
    found
}

fn walk(folder: &Path, depth: usize, found: &mut FolderFiles) {
    let Ok(entries) = fs::read_dir(folder) else {
        found.skipped += 1;
        return;
    };
    let mut places = Vec::new();
    for entry in entries {
        // A folder with more than anybody attaches is not gone through.
        if places.len() > MOST {
            found.is_cut = true;
            break;
        }
        match entry {
            Ok(entry) => places.push((entry.path(), entry.file_type())),
            Err(_) => found.skipped += 1,
        }
    }
    places.sort_by(|(one, _), (other, _)| one.cmp(other));
    for (place, kind) in places {
        match kind {
            Ok(kind) if kind.is_dir() && depth == 0 => found.is_cut = true,
            Ok(kind) if kind.is_dir() => walk(&place, depth - 1, found),
            Ok(kind) if kind.is_file() && found.files.len() >= MOST => found.is_cut = true,
            Ok(kind) if kind.is_file() => found.files.push(place),
            _ => found.skipped += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_stand_in_their_order_and_no_folder_is_too_deep_or_too_wide() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("b/".repeat(DEEPEST + 2));
        fs::create_dir_all(&deep).unwrap();
        fs::write(deep.join("unseen"), b"x").unwrap();
        for name in ["c", "a", "b/inner"] {
            fs::write(folder.path().join(name), b"x").unwrap();
        }
        let found = files_in(folder.path());
        let wanted = ["a", "b/inner", "c"].map(|name| folder.path().join(name));
        assert_eq!(
            (found.files, found.skipped, found.is_cut),
            (wanted.to_vec(), 0, true)
        );
        let wide = tempfile::tempdir().unwrap();
        for number in 0..MOST + 1 {
            fs::write(wide.path().join(number.to_string()), b"").unwrap();
        }
        let found = files_in(wide.path());
        assert!(found.is_cut && found.files.len() <= MOST);
        assert_eq!(files_in(&wide.path().join("nowhere")).skipped, 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_counted_and_not_followed_also_where_it_leads_in_a_circle() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a"), b"x").unwrap();
        std::os::unix::fs::symlink(folder.path(), folder.path().join("round")).unwrap();
        std::os::unix::fs::symlink(folder.path().join("a"), folder.path().join("second")).unwrap();
        let found = files_in(folder.path());
        assert_eq!((found.files.len(), found.skipped, found.is_cut), (1, 2, false));
    }
}
