//! The recovery key as the window sees it: made and shown once, typed again, used when the passphrase is forgotten. It leaves
//! the core only to be written down, and nothing else says what it is.

use crate::hidden::hidden;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What was put back to an earlier state by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OlderFile {
    /// The record file: what was recorded after it is not in it.
    Vault,
    /// The key file: a passphrase or a recovery key that was replaced opens the vault.
    KeyFile,
}

/// Whether there is a recovery key, and what is odd about what opens the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecoveryView {
    /// When the recovery key that opens the vault was made, in local time; none where there is none.
    pub made: Option<String>,
    /// What was found to be older than it should be when the vault was opened.
    pub older: Option<OlderFile>,
    /// Nothing can be written where the vault lies, so that it is only read, and its log does not say who read what.
    pub only_reads: bool,
}

/// Makes a recovery key and its sheet.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MakeRecovery {
    /// The passphrase of the vault.
    pub passphrase: String,
}

/// A recovery key that was made and does not count yet.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecoverySheet {
    /// The sheet for print, by which it is viewed and saved as a letter is.
    pub sheet: Uuid,
    /// When it was made, in local time, as the sheet says it.
    pub made: String,
    /// The key, in its groups.
    pub groups: Vec<String>,
}

/// Says the recovery key again, as it was written down.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KeepRecovery {
    /// The recovery key as typed.
    pub typed: String,
}

/// Takes the recovery key away, so that its sheet opens nothing.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveRecovery {
    /// The passphrase of the vault.
    pub passphrase: String,
}

/// Tries whether a recovery key opens the vault.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TryRecovery {
    /// The recovery key as typed.
    pub typed: String,
}

/// Opens the vault by its recovery key and sets a new passphrase.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecoverVault {
    /// The recovery key as typed.
    pub typed: String,
    /// The new passphrase, at least 15 characters or 6 words.
    pub passphrase: String,
}

/// Sets another passphrase for the open vault.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangePassphrase {
    /// The one that opens the vault.
    pub current: String,
    /// The new one, at least 15 characters or 6 words.
    pub passphrase: String,
}

hidden!(MakeRecovery RecoverySheet KeepRecovery RemoveRecovery TryRecovery RecoverVault ChangePassphrase);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_says_nothing_of_a_secret() {
        let typed = || "K7QM2".to_owned();
        let shown = format!(
            "{:?} {:?}",
            KeepRecovery { typed: typed() },
            RecoverVault {
                typed: typed(),
                passphrase: typed()
            }
        );
        assert_eq!(shown, "KeepRecovery([secret]) RecoverVault([secret])");
    }
}
