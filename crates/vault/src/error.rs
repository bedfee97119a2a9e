//! Everything that can go wrong with keys, as data: a caller chooses its words by the variant alone.

use crate::passphrase::Missing;
use std::io;

/// Why a vault could not be created, unlocked, changed or locked for use. Carries no secret and no path.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// No passphrase slot opens with this passphrase. Also the answer when someone altered a slot or its cost
    /// and repaired the checksum: the two cannot be told apart without the key.
    #[error("the passphrase does not open this vault")]
    WrongPassphrase,
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
        /// Memory in KiB.
        m_kib: u32,
        /// Passes over the memory.
        t: u32,
        /// Lanes.
        p: u32,
    },
    /// Reading or writing failed.
    #[error("file access failed: {kind}")]
    Io {
        /// What the operating system answered.
        kind: io::ErrorKind,
    },
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
    #[error(
        "the vault file has a second name (a hard link), under which another program could write to it; copy it and its key file into a folder of their own and use the copy, or remove the other name"
    )]
    SecondName,
    /// The machine gave no random bytes, or a cipher refused its input.
    #[error("the cryptography of this machine is unavailable")]
    Crypto,
}

impl From<io::Error> for VaultError {
    fn from(error: io::Error) -> Self {
        Self::Io { kind: error.kind() }
    }
}
