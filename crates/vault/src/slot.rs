//! One slot of the key file: the data key wrapped for one passphrase (or, later, one recovery key).
//!
//! The wrap is bound to its vault, slot, kind and key derivation, so a slot moved from another file or made
//! cheaper to guess does not open.

use crate::{
    bytes::Bytes,
    canonical::Canonical,
    dek::Dek,
    error::VaultError,
    kdf::{KdfCost, Kek, derive_kek},
    passphrase::Passphrase,
};
use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit, Payload},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

/// Whom a slot is for.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// Opened with a passphrase, through Argon2id.
    Passphrase,
    /// Opened with a printed recovery key, which is random and needs no slow derivation. Kept when found; no
    /// slot of this kind is written yet.
    Recovery,
}

/// How a slot's wrapping key is derived.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "alg")]
pub(crate) enum Kdf {
    #[serde(rename = "argon2id")]
    Argon2id {
        m_kib: u32,
        t: u32,
        p: u32,
        salt: Bytes<16>,
    },
    #[serde(rename = "hkdf-sha256")]
    HkdfSha256 { salt: Bytes<16> },
}

impl Kdf {
    fn canonical(&self) -> Vec<u8> {
        match self {
            Self::Argon2id { m_kib, t, p, salt } => Canonical::new("argon2id")
                .part(&m_kib.to_be_bytes())
                .part(&t.to_be_bytes())
                .part(&p.to_be_bytes())
                .part(&salt.0)
                .finish(),
            Self::HkdfSha256 { salt } => Canonical::new("hkdf-sha256").part(&salt.0).finish(),
        }
    }
}

/// A slot as it stands in the file.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Slot {
    pub(crate) slot_id: u32,
    pub(crate) kind: Kind,
    pub(crate) kdf: Kdf,
    pub(crate) nonce: Bytes<24>,
    /// The 32 bytes of the data key and the 16 of the tag.
    pub(crate) wrapped_dek: Bytes<48>,
}

impl Slot {
    /// Wraps the data key for a passphrase, with a fresh salt and nonce.
    pub(crate) fn seal(
        vault_id: Uuid,
        slot_id: u32,
        passphrase: &Passphrase,
        cost: KdfCost,
        dek: &Dek,
    ) -> Result<Self, VaultError> {
        let salt = Bytes::random()?;
        let nonce = Bytes::random()?;
        let kdf = Kdf::Argon2id {
            m_kib: cost.m_kib(),
            t: cost.t(),
            p: cost.p(),
            salt,
        };
        let kek = derive_kek(passphrase, &salt.0, cost)?;
        let bound = bound_to(vault_id, slot_id, Kind::Passphrase, &kdf);
        let wrapped = cipher(&kek)
            .encrypt(
                &XNonce::from(nonce.0),
                Payload {
                    msg: dek.root(),
                    aad: &bound,
                },
            )
            .map_err(|_| VaultError::Crypto)?;
        let wrapped_dek = Bytes(wrapped.try_into().map_err(|_| VaultError::Crypto)?);
        Ok(Self {
            slot_id,
            kind: Kind::Passphrase,
            kdf,
            nonce,
            wrapped_dek,
        })
    }

    /// Unwraps the data key.
    ///
    /// # Errors
    /// [`VaultError::WrongPassphrase`] when the tag does not fit or the slot is not for passphrases;
    /// [`VaultError::KdfOutOfRange`] before any work.
    pub(crate) fn open(&self, vault_id: Uuid, passphrase: &Passphrase) -> Result<Dek, VaultError> {
        let Kdf::Argon2id { m_kib, t, p, salt } = self.kdf else {
            return Err(VaultError::WrongPassphrase);
        };
        let kek = derive_kek(passphrase, &salt.0, KdfCost::new(m_kib, t, p)?)?;
        let payload = Payload {
            msg: &self.wrapped_dek.0,
            aad: &self.bound_to(vault_id),
        };
        let root = cipher(&kek)
            .decrypt(&XNonce::from(self.nonce.0), payload)
            .map(Zeroizing::new)
            .map_err(|_| VaultError::WrongPassphrase)?;
        Dek::from_root(&root)
    }

    /// Whether kind and derivation belong together.
    pub(crate) fn is_coherent(&self) -> bool {
        matches!(
            (self.kind, &self.kdf),
            (Kind::Passphrase, Kdf::Argon2id { .. }) | (Kind::Recovery, Kdf::HkdfSha256 { .. })
        )
    }

    /// What the wrap authenticates besides the data key.
    pub(crate) fn bound_to(&self, vault_id: Uuid) -> Vec<u8> {
        bound_to(vault_id, self.slot_id, self.kind, &self.kdf)
    }
}

fn bound_to(vault_id: Uuid, slot_id: u32, kind: Kind, kdf: &Kdf) -> Vec<u8> {
    let kind: &[u8] = match kind {
        Kind::Passphrase => b"passphrase",
        Kind::Recovery => b"recovery",
    };
    Canonical::new("lamina-keys/slot/v1")
        .part(vault_id.as_bytes())
        .part(&slot_id.to_be_bytes())
        .part(kind)
        .part(&kdf.canonical())
        .finish()
}

fn cipher(kek: &Kek) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new((&***kek).into())
}
