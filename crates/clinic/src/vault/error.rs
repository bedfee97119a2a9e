//! Why something could not be done with a vault, in words for people.

use crate::words::{Word, say, say_with};
use lamina_api::role::Role;
use lamina_store::StoreError;
use lamina_vault::{BackupError, VaultError};
use std::fmt;

/// Why something could not be done with a vault. What was in it is as it was. It says what happened in words for people.
#[derive(Debug, thiserror::Error)]
pub enum ClinicError {
    /// The passphrase, the key file or the lock.
    Vault(#[from] VaultError),
    /// What happened to the record file.
    Store(#[from] StoreError),
    /// What is wrong with a backup.
    Backup(#[from] BackupError),
    /// The role of who asks does not include it.
    NotInRole {
        /// The role that they have in the clinic.
        role: Role,
    },
    /// Who signed in by a code has to set a passphrase of their own first.
    OwnPassphraseFirst,
    /// The record in a backup is not whole.
    NotWhole {
        /// How many faults were found in it.
        faults: usize,
    },
    /// A fact that cannot be written or read as JSON.
    Content(#[from] serde_json::Error),
    /// The very same record file was loaded before.
    LoadedBefore {
        /// When, in local time.
        at: String,
    },
    /// The bytes of a file that a record file names could not be taken in.
    FileNotLoaded {
        /// Under which name they were looked for.
        file: String,
        /// What stood in the way, as a sentence.
        why: String,
    },
    /// A page that could not be put together.
    Page(#[from] lamina_letters::LetterError),
    /// Work in the background ended before it was done.
    Interrupted,
}

impl fmt::Display for ClinicError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Vault(error) => error.word(),
            Self::Store(error) => error.word(),
            Self::Backup(error) => error.word(),
            Self::NotInRole { role } => say_with!("fault-not-in-role", [("role", role.name().into())]),
            Self::OwnPassphraseFirst => say!("fault-own-passphrase-first"),
            Self::NotWhole { faults } => say_with!("fault-backup-not-whole", [("faults", (*faults).into())]),
            Self::Content(error) => say_with!("fault-record-fact", [("why", error.to_string().into())]),
            Self::LoadedBefore { at } => say_with!("fault-loaded-before", [("at", at.as_str().into())]),
            Self::FileNotLoaded { file, why } => say_with!(
                "fault-file-not-loaded",
                [("file", file.as_str().into()), ("why", why.as_str().into())]
            ),
            Self::Page(error) => say_with!("fault-page", [("why", error.word().into())]),
            Self::Interrupted => say!("fault-interrupted"),
        })
    }
}

impl ClinicError {
    /// Whether nothing is wrong but that what was asked for is not there.
    pub fn is_not_found(&self) -> bool {
        matches!(self, ClinicError::Store(StoreError::NotFound))
    }
}
