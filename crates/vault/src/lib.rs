//! The keys of a vault: from a passphrase to the key that opens the encrypted record, and nothing else.
//!
//! A vault is three files side by side: the encrypted database `<vault>` (which this crate never opens), the
//! key file `<vault>.keys`, and the lock `<vault>.lock` that one running program holds.
//!
//! ```text
//! passphrase   --Argon2id(salt)----> wrapping key --XChaCha20-Poly1305--> data key (32 random bytes)
//! recovery key --HKDF-SHA256(salt)-> wrapping key --XChaCha20-Poly1305--> the same data key
//! data key   --HKDF-SHA256-----> "db/v1" database key, "audit/v1" audit key, "hdr/v1" key-file MAC key,
//!                              "backup/v1" key of the backups' own check
//! ```
//!
//! What must hold:
//! - No secret is serialised, printed by `Debug`, or copied further than it must be; each is wiped when dropped.
//! - A refused unlock leaves the key file byte for byte as it was; a new key file replaces the old one whole.
//! - Every length in a backup is checked against its limit and the length of the file before anything is done with it.
//! - The cost parameters in a key file are checked against [`KdfCost`]'s range before any work is done with them.
//! - Whatever Lamina writes as a file goes through [`write_whole`]: whole or not at all, for its owner alone.
//! - A file that somebody else made is opened by [`open_plain`]: never through a link, and never one that could wait.
//! - Who opens a vault of several people under which name stands in the key file as a hash, so that it names nobody.
//! - A recovery key that was replaced or removed opens nothing any more; no secret of it is in the key file.
//! - This crate reads no clock and makes no ids: both are arguments.

mod backup;
mod bytes;
mod canonical;
mod code;
mod dek;
mod disk;
mod error;
mod flows;
mod holder;
mod holding;
mod kdf;
mod key_file;
mod lock;
mod making;
mod opening;
mod passphrase;
mod process;
mod recovery;
mod slot;
mod swap;
mod whole;
mod wiping;

pub use backup::{About, Backup, Manifest, Part, write_backup};
pub use code::OneTimeCode;
pub use dek::{BackupKey, Dek, KeyFileKey, RawKey};
pub use disk::{MAX_KEY_FILE_BYTES, key_file_path, lock_file_path};
pub use error::{BackupError, VaultError};
pub use flows::{
    KeyFileSummary, Proof, Rekeying, Secret, Unlocked, change_passphrase, check, create, inspect, note_log,
    recover, remove_recovery, replace_recovery, summary, unlock, unlock_by_recovery,
};
pub use holder::{KeyHolder, OpenedBy, is_same_name};
pub use holding::{give_code, name_holder, remove_holder};
pub use kdf::KdfCost;
pub use key_file::{FORMAT_VERSION, LogHead};
pub use lock::VaultLock;
pub use making::{Making, is_half_made};
pub use opening::{Unopened, open_plain};
pub use passphrase::{Assessment, MIN_CHARACTERS, MIN_WORDS, Missing, Passphrase, Strength};
pub use process::{keep_private, keep_within};
pub use recovery::RecoveryKey;
pub use swap::{Coming, is_coming, settle};
pub use whole::{Existing, WholeFile, fresh_folder, private_folder, remove_folder, write_whole};
pub use wiping::Wiping;
