//! Backups as the window sees them. The window never names a place: it says the token of one that the core offered.

use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;
use uuid::Uuid;

/// Why a backup was not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupTrouble {
    /// The folder is not there: a stick that was taken out.
    NoFolder,
    /// The folder can't be written.
    ReadOnly,
    /// The disk is full.
    Full,
    /// A part of the vault can't be read.
    Damaged,
    /// Anything that is none of these.
    Other,
}

/// A backup that was made and read back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupMade {
    /// When, in local time: "25 Nov 2026, 14:03".
    pub at: String,
    /// The file with its full path.
    pub place: String,
    /// Its length in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// How many patients stand in it.
    #[ts(type = "number")]
    pub patients: i64,
    /// It was made more than 48 hours ago.
    pub is_old: bool,
}

/// A backup that was not made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupFailed {
    /// When, in local time.
    pub at: String,
    /// The folder, with its full path, in which it was to be made.
    pub place: String,
    /// What kept it from being made.
    pub why: BackupTrouble,
}

/// A folder that backups can be made in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupFolder {
    /// By which the window says it.
    pub folder: Uuid,
    /// Its full path, to be read by people; the window never sends it back.
    pub place: String,
    /// On a drive that can be taken out; the other one lies beside the vault.
    pub removable: bool,
    /// It is there now.
    pub present: bool,
}

/// What is known of the backups of the open vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupView {
    /// Backups are made without being asked for.
    pub on: bool,
    /// The folder in which they are made, out of `folders`.
    pub chosen: Uuid,
    /// The folders that can be chosen.
    pub folders: Vec<BackupFolder>,
    /// The last one on any drive; none where none was made yet.
    pub last: Option<BackupMade>,
    /// The last one on another drive than the vault's.
    pub last_elsewhere: Option<BackupMade>,
    /// The last try in the chosen folder, where it did not work.
    pub failed: Option<BackupFailed>,
    /// Something was recorded since the last one, or there is none.
    pub is_due: bool,
}

/// Sets whether and where backups are made without being asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetBackup {
    /// Whether they are made without being asked for.
    pub on: bool,
    /// The token of the folder, as [`BackupFolder`] says it.
    pub folder: Uuid,
}

/// A backup that was found where backups are made, with what it says of itself; nothing of that is proven.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FoundBackup {
    /// By which the window says it.
    pub backup: Uuid,
    /// The file with its full path.
    pub place: String,
    /// When it was made, in local time.
    pub at: String,
    /// How many patients stand in it.
    #[ts(type = "number")]
    pub patients: i64,
}

/// Looks into a backup.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LookIntoBackup {
    /// The token of the backup, as [`FoundBackup`] says it.
    pub backup: Uuid,
    /// The passphrase that opened the vault when it was made, or its recovery key of then.
    pub passphrase: String,
}

/// Puts a backup in the place of the vault, after all of it was proven.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RestoreBackup {
    /// The token of the backup, as [`FoundBackup`] says it.
    pub backup: Uuid,
    /// The passphrase that opened the vault when it was made, or its recovery key of then.
    pub passphrase: String,
    /// A vault that is there is kept aside; without it one that is there is left in place.
    pub replace: bool,
}

impl fmt::Debug for LookIntoBackup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LookIntoBackup([passphrase])")
    }
}

impl fmt::Debug for RestoreBackup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RestoreBackup([passphrase])")
    }
}

/// What stands where a backup would be restored to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupPlace {
    /// No vault and no key file.
    Nothing,
    /// The same vault, with nothing that the backup lacks.
    Same,
    /// The same vault, with something that was recorded after the backup.
    Newer,
    /// A vault with another id, whatever it holds.
    Another,
    /// Files that can't be read.
    Unreadable,
}

/// What was seen in a backup that was proven whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupLook {
    /// When it was made, in local time.
    pub at: String,
    /// How many patients stand in it.
    #[ts(type = "number")]
    pub patients: i64,
    /// How many entries and changes of them are in it.
    #[ts(type = "number")]
    pub versions: i64,
    /// When something was last recorded in it, in local time; none in an empty one.
    pub newest: Option<String>,
    /// What stands in its place.
    pub in_place: BackupPlace,
    /// When something was last recorded there, in local time, where that can be told.
    pub newest_in_place: Option<String>,
}

/// A backup that was restored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupRestored {
    /// Where the vault that was there is kept.
    pub kept: Option<String>,
}
