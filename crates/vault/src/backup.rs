//! A backup: the key file and the database of a vault in one file, with what it says of itself and a check over all of it.
//!
//! ```text
//! 16 bytes  "LAMINA-BACKUP" CR LF 0x1A
//!  4        format version, big-endian, now 1
//!  4        length of the manifest, big-endian, at most 64 KiB
//!  …        manifest: JSON of one exact spelling (vault, generation, what is in it, length and SHA-256 of both files)
//!  …        key file
//!  …        database, encrypted as it is in the vault
//! 32        HMAC-SHA256 of everything before it, under the data key's "backup/v1"
//! ```
//!
//! What must hold: a backup has its name only when it was written whole, flushed, and read back; nothing in it is used before
//! its lengths are known to fit the file; what was unpacked has its name only when the MAC holds.

mod manifest;

pub use manifest::{About, Manifest, Part};

use crate::{
    dek::BackupKey,
    disk::{self, key_file_path},
    error::{BackupError, VaultError},
    flows::{self, Secret, Unlocked},
    key_file::KeyFile,
    whole::{Existing, WholeFile, write_whole},
};
use hmac::{Hmac, KeyInit, Mac};
use manifest::MAC;
use sha2::{Digest, Sha256};
use std::{
    fs::File,
    io::{self, BufReader, BufWriter, Read, Seek, Write},
    path::Path,
};
use uuid::Uuid;

/// The newest format of backups that this program reads, and the one it writes.
const FORMAT_VERSION: u32 = 1;

/// Passes on what is written and hashes it.
struct Hashing<W> {
    to: W,
    hash: Sha256,
}

impl<W: Write> Hashing<W> {
    fn new(to: W) -> Self {
        Self {
            to,
            hash: Sha256::new(),
        }
    }

    fn finish(self) -> (W, [u8; 32]) {
        (self.to, self.hash.finalize().into())
    }
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.hash.update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// Passes on what is written and takes it into the MAC.
struct Sealing<W> {
    to: W,
    mac: Hmac<Sha256>,
}

impl<W: Write> Sealing<W> {
    fn new(to: W, key: &BackupKey) -> Result<Self, BackupError> {
        let mac = Hmac::<Sha256>::new_from_slice(key.bytes()).map_err(|_| VaultError::Crypto)?;
        Ok(Self { to, mac })
    }
}

impl<W: Write> Write for Sealing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.mac.update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// Packs the key file of the vault at `vault` and `database`, a closed copy of its database, into a backup at `place`. It is
/// written in `work`, a folder on the same file system, and read back before it gets its name; a file that is there already is
/// left as it is.
///
/// # Errors
/// [`VaultError::AlreadyExists`]; [`VaultError::Io`] for a full disk or a folder that can't be written;
/// [`BackupError::Damaged`] where what was written can't be read back or the key file is of another vault.
pub fn write_backup(
    place: &Path,
    work: &Path,
    vault: (&Path, Uuid),
    key: &BackupKey,
    database: &Path,
    about: About,
) -> Result<Manifest, BackupError> {
    let keys = disk::read(&key_file_path(vault.0))?;
    let key_file = KeyFile::parse(&keys)?;
    if key_file.vault_id != vault.1 {
        return Err(BackupError::Damaged);
    }
    let mut database = File::open(database)?;
    let manifest = Manifest {
        vault_id: key_file.vault_id,
        generation: key_file.generation,
        about,
        key_file: Part::of(&mut keys.as_slice())?,
        database: Part::of(&mut database)?,
    };
    database.rewind()?;
    let whole = WholeFile::begin_in(work, place, Existing::Refuse).map_err(taken)?;
    let mut sealing = Sealing::new(BufWriter::new(whole), key)?;
    sealing.write_all(&manifest.head()?)?;
    sealing.write_all(&keys)?;
    io::copy(&mut database, &mut sealing)?;
    let Sealing { mut to, mac } = sealing;
    to.write_all(&mac.finalize().into_bytes())?;
    let whole = to.into_inner().map_err(io::IntoInnerError::into_error)?;
    let mut written = Backup::open(whole.path())?;
    written.verify(key)?;
    if written.manifest != manifest {
        return Err(BackupError::Damaged);
    }
    whole.keep().map_err(taken)?;
    Ok(manifest)
}

fn taken(error: io::Error) -> VaultError {
    match error.kind() {
        io::ErrorKind::AlreadyExists => VaultError::AlreadyExists,
        kind => VaultError::Io { kind },
    }
}

/// A backup that was opened for reading.
#[derive(Debug)]
pub struct Backup {
    file: File,
    manifest: Manifest,
}

impl Backup {
    /// Opens a backup and reads what it says of itself. Nothing of that is proven yet.
    ///
    /// # Errors
    /// [`BackupError::NotABackup`], [`BackupError::NewerFormat`], [`BackupError::Damaged`] where the lengths do not fit;
    /// [`VaultError::Io`].
    pub fn open(path: &Path) -> Result<Self, BackupError> {
        let mut file = File::open(path)?;
        let length = file.metadata()?.len();
        let manifest = Manifest::read(&mut BufReader::new(&mut file), length)?;
        Ok(Self { file, manifest })
    }

    /// What it says of itself.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Reads all of it and proves that it is what the holder of the key wrote.
    ///
    /// # Errors
    /// [`BackupError::Damaged`] where it is not; [`VaultError::Io`].
    pub fn verify(&mut self, key: &BackupKey) -> Result<(), BackupError> {
        self.read(key, io::sink()).map(drop)
    }

    /// Proves the backup by the passphrase or the recovery key that it was made with, and makes of it a vault at `vault` with its key file, where none may be yet.
    ///
    /// # Errors
    /// [`VaultError::WrongPassphrase`], [`VaultError::WrongRecoveryKey`] and the other errors of its key file; [`BackupError::Damaged`];
    /// [`VaultError::Io`]. Neither file has its name then, but where only the last step failed.
    pub fn unpack(&mut self, secret: &Secret, vault: &Path) -> Result<Unlocked, BackupError> {
        let keys = self.keys()?;
        let key_file = KeyFile::parse(&keys)?;
        let says = (self.manifest.vault_id, self.manifest.generation);
        if says != (key_file.vault_id, key_file.generation) {
            return Err(BackupError::Damaged);
        }
        let (dek, opened_by) = flows::open_by(&key_file, secret)?;
        let database = WholeFile::begin(vault, Existing::Refuse).map_err(taken)?;
        let database = self.read(&dek.backup_key(), BufWriter::new(database))?;
        let database = database.into_inner().map_err(io::IntoInnerError::into_error)?;
        database.keep().map_err(taken)?;
        write_whole(&key_file_path(vault), &keys, Existing::Refuse).map_err(taken)?;
        Ok(Unlocked::of(&key_file, dek, opened_by))
    }

    fn rewind(&mut self) -> Result<Vec<u8>, BackupError> {
        let head = self.manifest.head()?;
        self.file.seek(io::SeekFrom::Start(head.len() as u64))?;
        Ok(head)
    }

    /// The key file, as long as the manifest says, which is within its limit.
    fn keys(&mut self) -> Result<Vec<u8>, BackupError> {
        self.rewind()?;
        let said = self.manifest.key_file;
        let mut keys = Vec::new();
        (&mut self.file).take(said.bytes).read_to_end(&mut keys)?;
        if Part::of(&mut keys.as_slice())? == said {
            Ok(keys)
        } else {
            Err(BackupError::Damaged)
        }
    }

    /// Reads all of it, hands on the database, and returns where it went when everything holds.
    fn read<W: Write>(&mut self, key: &BackupKey, to: W) -> Result<W, BackupError> {
        let head = self.rewind()?;
        // What lies before the parts is what was read of it: there is one spelling of it.
        let mut sealing = Sealing::new(io::sink(), key)?;
        sealing.write_all(&head)?;
        let mut file = BufReader::new(&mut self.file);
        let keys = Part::of(&mut Passing {
            from: (&mut file).take(self.manifest.key_file.bytes),
            to: &mut sealing,
        })?;
        let mut to = Hashing::new(to);
        let read = io::copy(
            &mut Passing {
                from: (&mut file).take(self.manifest.database.bytes),
                to: &mut sealing,
            },
            &mut to,
        )?;
        let (mut to, hash) = to.finish();
        let mut mac = Vec::new();
        (&mut file).take(MAC + 1).read_to_end(&mut mac)?;
        let holds = sealing.mac.verify_slice(&mac).is_ok();
        if !holds || keys != self.manifest.key_file || !self.manifest.database.is(read, hash) {
            return Err(BackupError::Damaged);
        }
        to.flush()?;
        Ok(to)
    }
}

/// Reads from one and writes the same to the other.
struct Passing<'a, R, W> {
    from: R,
    to: &'a mut W,
}

impl<R: Read, W: Write> Read for Passing<'_, R, W> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(bytes)?;
        self.to.write_all(bytes.get(..read).unwrap_or_default())?;
        Ok(read)
    }
}

#[cfg(test)]
mod tests;
