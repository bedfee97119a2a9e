//! The data key of a vault and the keys derived from it.
//!
//! Held in one boxed place, so that moving it leaves no copies behind, and wiped when dropped. It is neither
//! `Clone` nor `Serialize`, and `Debug` prints `[key]`.

use crate::error::VaultError;
use hkdf::Hkdf;
use sha2::Sha256;
use std::fmt;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

const DATABASE_LABEL: &[u8] = b"db/v1";
const AUDIT_LABEL: &[u8] = b"audit/v1";
const HEADER_LABEL: &[u8] = b"hdr/v1";
const BACKUP_LABEL: &[u8] = b"backup/v1";

#[derive(Default, Zeroize, ZeroizeOnDrop)]
struct Keys {
    root: [u8; 32],
    database: [u8; 32],
    audit: [u8; 32],
    header: [u8; 32],
    backup: [u8; 32],
}

/// The data key: 32 random bytes per vault, from which every other key is derived.
pub struct Dek(Box<Keys>);

impl Dek {
    /// A new data key from the operating system's random source.
    pub(crate) fn generate() -> Result<Self, VaultError> {
        let mut keys = Box::<Keys>::default();
        getrandom::fill(&mut keys.root).map_err(|_| VaultError::Crypto)?;
        Self::derive(keys)
    }

    /// The data key from its 32 bytes; any other length is damage.
    pub(crate) fn from_root(root: &[u8]) -> Result<Self, VaultError> {
        let mut keys = Box::<Keys>::default();
        if root.len() != keys.root.len() {
            return Err(VaultError::Damaged);
        }
        keys.root.copy_from_slice(root);
        Self::derive(keys)
    }

    fn derive(mut keys: Box<Keys>) -> Result<Self, VaultError> {
        let Keys {
            root,
            database,
            audit,
            header,
            backup,
        } = &mut *keys;
        let hkdf = Hkdf::<Sha256>::new(None, root);
        for (label, out) in [
            (DATABASE_LABEL, database),
            (AUDIT_LABEL, audit),
            (HEADER_LABEL, header),
            (BACKUP_LABEL, backup),
        ] {
            hkdf.expand(label, out).map_err(|_| VaultError::Crypto)?;
        }
        Ok(Self(keys))
    }

    /// The key of the encrypted database (HKDF-SHA256, label `db/v1`).
    pub fn database_key(&self) -> RawKey {
        RawKey::new(&self.0.database)
    }

    /// The key that authenticates audit entries: 32 bytes (HKDF-SHA256, label `audit/v1`).
    pub fn audit_key(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.audit)
    }

    /// The key that authenticates backups (HKDF-SHA256, label `backup/v1`).
    pub fn backup_key(&self) -> BackupKey {
        let mut key = Box::new([0; 32]);
        key.copy_from_slice(&self.0.backup);
        BackupKey(key)
    }

    pub(crate) fn root(&self) -> &[u8; 32] {
        &self.0.root
    }

    /// The key that authenticates the key file (HKDF-SHA256, label `hdr/v1`).
    pub fn key_file_key(&self) -> KeyFileKey {
        let mut key = Box::new([0; 32]);
        key.copy_from_slice(&self.0.header);
        KeyFileKey(key)
    }
}

impl fmt::Debug for Dek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[key]")
    }
}

/// The key that authenticates the backups of one vault, in one place until it is wiped when dropped.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct BackupKey(Box<[u8; 32]>);

impl BackupKey {
    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for BackupKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[key]")
    }
}

/// The key that authenticates the key file of one vault, in one place until it is wiped when dropped. It opens nothing.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct KeyFileKey(Box<[u8; 32]>);

impl KeyFileKey {
    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for KeyFileKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[key]")
    }
}

/// A database key in SQLCipher's raw form, wiped when dropped.
pub struct RawKey(Zeroizing<Vec<u8>>);

impl RawKey {
    /// Length in bytes of the raw form.
    pub const SPEC_LEN: usize = 67;

    fn new(key: &[u8; 32]) -> Self {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        // The full capacity from the start: a growing buffer would leave parts of the key behind.
        let mut spec = Zeroizing::new(Vec::with_capacity(Self::SPEC_LEN));
        spec.extend_from_slice(b"x'");
        for byte in key {
            spec.push(HEX[usize::from(byte >> 4)]);
            spec.push(HEX[usize::from(byte & 15)]);
        }
        spec.push(b'\'');
        Self(spec)
    }

    /// `x'<64 hex digits>'`, 67 ASCII bytes without a closing NUL, as `sqlite3_key_v2` takes it.
    pub fn spec(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for RawKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[key]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_raw_form_is_67_bytes_of_hex_in_quotes() {
        let raw = Dek::from_root(&[7; 32]).unwrap().database_key();
        let text = std::str::from_utf8(raw.spec()).unwrap();
        assert_eq!(text.len(), RawKey::SPEC_LEN);
        let hex = text
            .strip_prefix("x'")
            .and_then(|t| t.strip_suffix('\''))
            .unwrap();
        assert_eq!(hex.len(), 64);
        assert!(
            hex.bytes()
                .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
        );
    }

    /// The labels and the derivation are part of the file format: a change here makes every vault unreadable.
    /// Expected values come from an independent HKDF-SHA256 (RFC 5869) over 32 bytes of 0x07.
    #[test]
    fn derived_keys_are_pinned() {
        let dek = Dek::from_root(&[7; 32]).unwrap();
        let hex = |bytes: &[u8]| bytes.iter().map(|b| format!("{b:02x}")).collect::<String>();
        assert_eq!(
            std::str::from_utf8(dek.database_key().spec()).unwrap(),
            "x'9e685d6f051c80164befdc7ecc4f46548ce8b666d3be4745a58ef620dded724b'"
        );
        assert_eq!(
            hex(&*dek.audit_key()),
            "7ce1c9dd5e1db1a048756fc71c4ce2ada055b4b7d0c3fd905647ddb871bf4380"
        );
        assert_eq!(
            hex(dek.key_file_key().bytes()),
            "f92517c534c01f3df93a9910f6a652886f3bd703bf40ff1ad229ad61d8d4b25a"
        );
        assert_eq!(
            hex(dek.backup_key().bytes()),
            "1893d365edc534fd19bc46cd05b35d80b2fcb246d10a5bbac62c155c6e246afa"
        );
    }

    #[test]
    fn debug_prints_nothing_of_the_key() {
        let dek = Dek::from_root(&[0xAB; 32]).unwrap();
        assert_eq!(format!("{dek:?} {:?}", dek.database_key()), "[key] [key]");
        assert_eq!(
            format!("{:?} {:?}", dek.backup_key(), dek.key_file_key()),
            "[key] [key]"
        );
        assert_eq!(format!("{dek:#?}"), "[key]");
    }

    #[test]
    fn generated_keys_differ() {
        assert_ne!(Dek::generate().unwrap().root(), Dek::generate().unwrap().root());
    }

    #[test]
    fn a_root_of_another_length_is_damage() {
        assert_eq!(Dek::from_root(&[1; 31]).unwrap_err(), VaultError::Damaged);
    }
}
