//! Everything that can go wrong with keys and backups, as data: a caller chooses its words by the variant alone. What an error says of
//! itself is for logs.

use crate::passphrase::Missing;
use std::io;

/// Why a vault could not be created, unlocked, changed or locked for use. Carries no secret and no path.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// No passphrase slot opens with this passphrase. Also the answer when someone altered a slot or its cost
    /// and repaired the checksum: the two cannot be told apart without the key.
    #[error("the passphrase does not open this vault")]
    WrongPassphrase,
    /// Several people open this vault, each under a name, and none was said.
    #[error("it is not said who opens this vault")]
    NameMissing,
    /// Nobody with that id opens this vault by a passphrase.
    #[error("no such key holder")]
    NoSuchHolder,
    /// Somebody else opens this vault under that name.
    #[error("the name is taken")]
    NameTaken,
    /// A code that somebody else gave can't be one's own passphrase.
    #[error("the code is not a passphrase of one's own")]
    CodeAgain,
    /// No more people can open one vault.
    #[error("no more people can open this vault")]
    TooManyHolders,
    /// The recovery key is written as one, but it opens nothing here: it is of another vault, or it was replaced or removed.
    #[error("the recovery key does not open this vault")]
    WrongRecoveryKey,
    /// No recovery key was made for this vault, or it was removed.
    #[error("this vault has no recovery key")]
    NoRecoveryKey,
    /// Groups of a recovery key are not what was printed.
    #[error("mistyped groups of the recovery key: {groups:?}")]
    Mistyped {
        /// Their places, from 1.
        groups: Vec<u8>,
    },
    /// A recovery key has another number of signs.
    #[error("a recovery key of {signs} letters and digits")]
    RecoveryLength {
        /// How many letters and digits were typed.
        signs: usize,
    },
    /// Another part of the program changed the key file meanwhile; nothing was written.
    #[error("the key file was changed meanwhile")]
    Changed,
    /// There is no key file beside the vault. Without it the record cannot be read.
    #[error("the key file is missing")]
    Missing,
    /// The file beside the vault is something else.
    #[error("this is not a Lamina key file")]
    NotALaminaKeyFile,
    /// It is a Lamina key file, but cut short, altered or too large.
    #[error("the key file is damaged")]
    Damaged,
    /// The key file was written by a newer Lamina.
    #[error("the key file has format {found}, this program knows up to {known}")]
    NewerFormat {
        /// Format of the file.
        found: u32,
        /// Newest format this program reads.
        known: u32,
    },
    /// The key file asks for a key derivation that is too cheap to be safe or too dear to be honest.
    #[error("key derivation out of range: {m_kib} KiB, {t} passes, {p} lanes")]
    KdfOutOfRange {
        /// Memory for one derivation, in KiB.
        m_kib: u32,
        /// Passes over the memory.
        t: u32,
        /// Lanes that are filled at the same time.
        p: u32,
    },
    /// Reading or writing failed.
    #[error("file access failed: {kind}")]
    Io {
        /// What the operating system answered.
        kind: io::ErrorKind,
    },
    /// Making the vault was broken off; it holds nothing and can be made anew.
    #[error("making this vault was broken off")]
    HalfMade,
    /// A new passphrase does not meet the policy.
    #[error("the passphrase is too weak")]
    WeakPassphrase {
        /// What is missing from it.
        missing: Missing,
    },
    /// There is a key file already; it was left alone.
    #[error("a key file exists already")]
    AlreadyExists,
    /// Another running program, or another part of this one, holds the vault.
    #[error("the vault is in use")]
    InUse,
    /// The file of the vault has a second name (a hard link), under which another program could write to it.
    #[error("the vault file has a second name (a hard link)")]
    SecondName,
    /// The machine gave no random bytes, or a cipher refused its input.
    #[error("the cryptography of this machine is unavailable")]
    Crypto,
}

impl VaultError {
    /// Whether nothing is wrong but that nothing can be written: a full disk, a read-only medium.
    pub fn is_unwritable(&self) -> bool {
        use io::ErrorKind;
        let Self::Io { kind } = self else {
            return false;
        };
        matches!(
            kind,
            ErrorKind::StorageFull
                | ErrorKind::QuotaExceeded
                | ErrorKind::ReadOnlyFilesystem
                | ErrorKind::PermissionDenied
        )
    }
}

impl From<io::Error> for VaultError {
    fn from(error: io::Error) -> Self {
        Self::Io { kind: error.kind() }
    }
}

/// Why a backup could not be made or read. Carries no secret and no path.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BackupError {
    /// The file is something else.
    #[error("this is not a backup of a vault")]
    NotABackup,
    /// It is a backup, but cut short or altered.
    #[error("the backup is damaged or was altered")]
    Damaged,
    /// It was written by a newer program.
    #[error("the backup has format {found}, this program knows up to {known}")]
    NewerFormat {
        /// Format of the file.
        found: u32,
        /// Newest format this program reads.
        known: u32,
    },
    /// Its key file, the passphrase, or the reading and writing of files.
    #[error("{0}")]
    Vault(#[from] VaultError),
}

impl From<io::Error> for BackupError {
    fn from(error: io::Error) -> Self {
        Self::Vault(error.into())
    }
}
