//! The bytes of files on their way into the vault and out of it, never more than a piece of them in memory.

use super::{MOST_GIB, MOST_OF_ALL, refusal::FileRefusal};
use crate::{
    door::LeavingError,
    record::Record,
    vault::{ClinicError, Vault},
};
use lamina_domain::{
    Document, Kept, Problem,
    document::{ContentHash, MOST_FILES, StoredFile},
};
use lamina_store::{PIECE, StoreError, Unit};
use lamina_vault::{Existing, WholeFile, fresh_folder, open_plain, remove_folder};
use sha2::{Digest, Sha256};
use std::{
    fs::File,
    io::{self, Read, Write},
    path::{Path, PathBuf},
};
use uuid::Uuid;

/// Why a file was not taken in. Nothing of it is kept.
#[derive(Debug)]
pub(crate) enum Untaken {
    /// Something is wrong with the file.
    File(FileRefusal),
    /// Something is wrong with the vault.
    Vault(ClinicError),
}

impl From<StoreError> for Untaken {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::ContentDiffers => Self::File(FileRefusal::Changed),
            error => Self::Vault(error.into()),
        }
    }
}

/// The next piece of a file, and the file again; an empty one at its end.
async fn piece(mut file: File) -> Result<(File, Vec<u8>), Untaken> {
    let reading = tokio::task::spawn_blocking(move || {
        let mut piece = Vec::new();
        let read = (&mut file).take(PIECE as u64).read_to_end(&mut piece);
        read.map(|_| (file, piece))
    });
    let read = reading
        .await
        .map_err(|_| Untaken::Vault(ClinicError::Interrupted))?;
    read.map_err(|error| Untaken::File(error.into()))
}

/// Takes the file at `place` into the vault as it was looked at; false where the vault has it already. It counts once the unit
/// is kept.
pub(crate) async fn take_in(unit: &mut Unit, place: &Path, stored: &StoredFile) -> Result<bool, Untaken> {
    let begun = unit
        .begin_content(stored.sha256.as_str(), stored.bytes.bytes())
        .await?;
    let Some(mut incoming) = begun else {
        return Ok(false);
    };
    let mut file = open_plain(place).map_err(|why| Untaken::File(FileRefusal::Unopened(why)))?;
    loop {
        let bytes;
        (file, bytes) = piece(file).await?;
        if bytes.is_empty() {
            break;
        }
        unit.add_piece(&mut incoming, bytes).await?;
    }
    unit.end_content(incoming).await?;
    Ok(true)
}

/// Takes bytes that were made here into the vault, as [`take_in`] takes those of a file.
pub(crate) async fn put_in(unit: &mut Unit, bytes: &[u8], stored: &StoredFile) -> Result<(), ClinicError> {
    let begun = unit
        .begin_content(stored.sha256.as_str(), stored.bytes.bytes())
        .await?;
    let Some(mut incoming) = begun else {
        return Ok(());
    };
    for piece in bytes.chunks(PIECE) {
        unit.add_piece(&mut incoming, piece.to_vec()).await?;
    }
    Ok(unit.end_content(incoming).await?)
}

/// Whether a vault that holds so many bytes of files takes so many more.
pub(super) fn has_room(held: u64, more: u64) -> bool {
    held.saturating_add(more) <= MOST_OF_ALL
}

/// The document of a record that has a file already; no two have the same.
pub(crate) fn with_file<'r>(record: &'r Record, file: &StoredFile) -> Option<&'r Kept<Document>> {
    record.documents.iter().find(|one| one.file.sha256 == file.sha256)
}

/// Whether a record, but for its entry `own`, and the vault have room for a file that neither has.
///
/// # Errors
/// A damaged vault; inside, what stands in the way.
pub(crate) async fn room(
    vault: &Vault,
    record: &Record,
    own: Uuid,
    file: &StoredFile,
) -> Result<Result<(), Problem>, ClinicError> {
    if with_file(record, file).is_some_and(|one| !one.is(own)) {
        return Ok(Err(Problem::FileInRecord));
    }
    if record.documents.iter().filter(|one| !one.is(own)).count() >= MOST_FILES {
        return Ok(Err(Problem::TooManyFiles { most: MOST_FILES }));
    }
    let fits = vault.store().has_content(file.sha256.as_str()).await?
        || has_room(vault.store().content_bytes().await?, file.bytes.bytes());
    Ok(fits
        .then_some(())
        .ok_or(Problem::NoRoomForFiles { most: MOST_GIB }))
}

impl Vault {
    /// Writes the bytes of a file to `to`. Where they are not those that were taken in, that is told at the end: what was
    /// written is then worth nothing.
    pub(crate) async fn give_out(&self, file: &StoredFile, to: &mut impl Write) -> Result<(), LeavingError> {
        let (mut hash, mut count) = (Sha256::new(), 0_u64);
        for place in 0.. {
            let piece = self.store().piece(file.sha256.as_str(), place).await;
            let Some(piece) = piece.map_err(ClinicError::from)? else {
                break;
            };
            hash.update(&piece);
            count += piece.len() as u64;
            to.write_all(&piece)?;
        }
        let hash: [u8; 32] = hash.finalize().into();
        match count == file.bytes.bytes() && ContentHash::from(hash) == file.sha256 {
            true => Ok(()),
            false => Err(ClinicError::from(StoreError::Damaged).into()),
        }
    }

    /// Writes a file at `place`, whole or not at all.
    pub(crate) async fn give_out_at(
        &self,
        file: &StoredFile,
        place: &Path,
        existing: Existing,
    ) -> Result<(), LeavingError> {
        let mut whole = WholeFile::begin(place, existing)?;
        self.give_out(file, &mut whole).await?;
        Ok(whole.keep()?)
    }

    /// The bytes of a file in memory, to be drawn.
    ///
    /// # Errors
    /// A damaged vault.
    pub(crate) async fn content(&self, file: &StoredFile) -> Result<Vec<u8>, ClinicError> {
        let mut bytes = Vec::new();
        match self.give_out(file, &mut bytes).await {
            Ok(()) => Ok(bytes),
            Err(LeavingError::Vault(error)) => Err(error),
            // Memory is no place that refuses.
            Err(LeavingError::Place(_)) => Err(ClinicError::Interrupted),
        }
    }

    /// Writes files into a folder, each under its hash; the folder, which must not be there, is made where there are any. A
    /// folder that could not be filled is removed again.
    pub(crate) async fn give_all_out(
        &self,
        folder: &Path,
        files: impl IntoIterator<Item = StoredFile>,
    ) -> Result<Option<PathBuf>, LeavingError> {
        let mut files = files.into_iter().peekable();
        if files.peek().is_none() {
            return Ok(None);
        }
        if folder.symlink_metadata().is_ok() {
            return Err(io::Error::from(io::ErrorKind::AlreadyExists).into());
        }
        fresh_folder(folder)?;
        for file in files {
            let place = folder.join(file.sha256.as_str());
            if let Err(broken) = self.give_out_at(&file, &place, Existing::Refuse).await {
                if let Err(error) = remove_folder(folder) {
                    tracing::warn!(kind = %error.kind(), "a folder that was not filled could not be removed");
                }
                return Err(broken);
            }
        }
        Ok(Some(folder.to_owned()))
    }
}
