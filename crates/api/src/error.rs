//! Why a command was refused: a closed list with data and no prose. The window has the words.

use crate::role::Role;
use lamina_domain::{Issue, Noun};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Why a command was refused. What was stored is as it was.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum ApiError {
    /// The vault is locked.
    Locked,
    /// Not allowed to this person or at this time.
    Forbidden,
    /// The role of who asks does not include it.
    NotInRole {
        /// The role that they have in the clinic.
        role: Role,
    },
    /// A passphrase of one's own has to be set first.
    OwnPassphraseFirst,
    /// There is no such thing.
    NotFound,
    /// Something typed needs another look; nothing was saved.
    Invalid {
        /// Everything that is wrong, by field.
        issues: Vec<Issue>,
    },
    /// Someone else changed the entry first. The text that came second is kept as a draft.
    Conflict {
        /// The kind of entry.
        noun: Noun,
        /// The entry that was changed; nil where the settings were.
        entry: Uuid,
        /// The version that counts now.
        #[ts(type = "number")]
        version: i64,
        /// The draft that holds the text that came second.
        draft: Uuid,
    },
    /// The entry was marked as entered in error meanwhile.
    Retracted,
    /// Written by a newer program; left as it was.
    NewerSchema,
    /// The record is busy or cannot be reached just now.
    Unavailable,
    /// The disk is full; nothing was saved.
    DiskFull,
    /// The letter would be longer than any letter may be; it was not made.
    LetterTooLong {
        /// The most pages that a letter has.
        most: u32,
    },
    /// The system has no program that shows the file.
    NoViewer,
    /// The vault could not be made or opened; it was left as it was.
    Vault {
        /// What is wrong, as a code with its data.
        problem: VaultProblem,
    },
    /// A fault of the program. The log has the same reference.
    Internal {
        /// Finds the entry in the log.
        reference: String,
    },
}

/// Why a vault could not be made or opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum VaultProblem {
    /// The passphrase opens nothing here.
    WrongPassphrase,
    /// Several people open the vault, and it is not said who signs in.
    NameMissing,
    /// Somebody else has that name, or had it.
    NameTaken,
    /// No more people can open one vault.
    TooManyPeople,
    /// A code can't be one's own passphrase.
    CodeAgain,
    /// The record was put back to a state from before that person was let in.
    NotOnRecord,
    /// The recovery key opens nothing here: it is of another vault, or was replaced or removed.
    WrongRecoveryKey,
    /// No recovery key was made for this vault, or it was removed.
    NoRecoveryKey,
    /// Groups of the recovery key are not what was printed.
    Mistyped {
        /// Their places, from 1.
        groups: Vec<u8>,
    },
    /// The recovery key has too few or too many letters and digits.
    RecoveryLength {
        /// How many were typed.
        signs: u32,
    },
    /// What was typed is a recovery key, but not the one that was just made.
    AnotherRecoveryKey,
    /// After several wrong ones the next try has to wait.
    Wait {
        /// How many seconds are left.
        seconds: u32,
    },
    /// Another running copy has it open.
    InUse,
    /// The record file has a second name (a hard link), under which another program could write to it.
    SecondName,
    /// The record file or its key file is damaged or cut short.
    Damaged,
    /// The file is something else.
    Foreign,
    /// The key file that belongs beside the vault is missing.
    KeyFileMissing,
    /// The file is no backup of a vault.
    NotABackup,
    /// The backup is damaged, cut short or was altered.
    BackupDamaged,
    /// There already is a vault.
    AlreadyExists,
    /// The folder can't be written.
    ReadOnly,
    /// A new passphrase is too short or too uniform.
    TooWeak {
        /// How many more characters it needs; 0 where it is long enough.
        characters: u32,
        /// Or how many more different words.
        words: u32,
        /// It uses too few different characters.
        repetitive: bool,
    },
}

impl ApiError {
    /// One issue at one field.
    pub fn issue(path: &str, problem: lamina_domain::Problem) -> Self {
        Self::Invalid {
            issues: vec![Issue::at(path, problem)],
        }
    }
}
