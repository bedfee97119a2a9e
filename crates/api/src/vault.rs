//! The vault as the window sees it: there, locked or open. A passphrase only ever goes in.

use crate::staff::Me;
use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// Whether there is a vault, and whether it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VaultState {
    /// There is none yet.
    Absent,
    /// It is there and closed.
    Locked,
    /// It is open until it is locked, by hand or after idling.
    Open,
}

/// The state with what the first screen needs to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VaultStatus {
    /// Whether it is there and open.
    pub state: VaultState,
    /// Where it is or will be.
    pub place: String,
    /// Several people open it, each under a name.
    pub by_name: bool,
    /// The name under which somebody signed in here last; empty where nobody did.
    pub last_name: String,
    /// Who has it open; none while it is closed.
    pub me: Option<Me>,
}

/// Makes a vault and opens it.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CreateVault {
    /// The passphrase, at least 15 characters or 6 words.
    pub passphrase: String,
}

/// Opens the vault with its passphrase.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UnlockVault {
    /// The name under which somebody signs in; empty in a vault of one person.
    #[serde(default)]
    pub name: String,
    /// Their passphrase as it was last set, or the code that they were given.
    pub passphrase: String,
}

impl fmt::Debug for CreateVault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CreateVault([passphrase])")
    }
}

impl fmt::Debug for UnlockVault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UnlockVault([passphrase])")
    }
}
