//! One slot of the key file: the data key wrapped for one passphrase or one recovery key.
//!
//! The wrap is bound to its vault, slot, kind and key derivation, so a slot moved from another file or made
//! cheaper to guess does not open.

use crate::{
    bytes::Bytes,
    canonical::Canonical,
    code::OneTimeCode,
    dek::Dek,
    error::VaultError,
    holder::{Held, OpenedBy},
    kdf::{KdfCost, Kek, derive_kek},
    passphrase::Passphrase,
    recovery::RecoveryKey,
};
use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit, Payload},
};
use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use uuid::Uuid;
use zeroize::Zeroizing;

const RECOVERY_LABEL: &[u8] = b"recovery/v1";

/// Whom a slot is for.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// Opened with a passphrase, through Argon2id.
    Passphrase,
    /// Opened with a printed recovery key, which is random and needs no slow derivation.
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
    /// When a recovery key was made, in UTC microseconds; a passphrase has no such time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) made: Option<i64>,
    /// Whose passphrase it is; none where the vault has one person only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) holder: Option<Held>,
}

/// What a slot says of itself before anything is wrapped in it.
struct Label {
    slot_id: u32,
    kind: Kind,
    kdf: Kdf,
    made: Option<i64>,
    holder: Option<Held>,
}

impl Slot {
    /// Wraps the data key for a passphrase, with a fresh salt and nonce.
    pub(crate) fn seal(
        vault_id: Uuid,
        (slot_id, holder): (u32, Option<Held>),
        passphrase: &Passphrase,
        cost: KdfCost,
        dek: &Dek,
    ) -> Result<Self, VaultError> {
        let salt = Bytes::random()?;
        let kek = derive_kek(passphrase, &salt.0, cost)?;
        let kdf = Kdf::Argon2id {
            m_kib: cost.m_kib(),
            t: cost.t(),
            p: cost.p(),
            salt,
        };
        let label = Label {
            slot_id,
            kind: Kind::Passphrase,
            kdf,
            made: None,
            holder,
        };
        Self::wrap(vault_id, label, &kek, dek)
    }

    /// Wraps the data key for a recovery key that is made at `made`, with a fresh salt and nonce.
    pub(crate) fn seal_recovery(
        vault_id: Uuid,
        slot_id: u32,
        recovery: &RecoveryKey,
        made: i64,
        dek: &Dek,
    ) -> Result<Self, VaultError> {
        let salt = Bytes::random()?;
        let kek = expand(recovery, &salt.0)?;
        let label = Label {
            slot_id,
            kind: Kind::Recovery,
            kdf: Kdf::HkdfSha256 { salt },
            made: Some(made),
            holder: None,
        };
        Self::wrap(vault_id, label, &kek, dek)
    }

    fn wrap(vault_id: Uuid, label: Label, kek: &Kek, dek: &Dek) -> Result<Self, VaultError> {
        let mut slot = Self {
            slot_id: label.slot_id,
            kind: label.kind,
            kdf: label.kdf,
            nonce: Bytes::random()?,
            wrapped_dek: Bytes([0; 48]),
            made: label.made,
            holder: label.holder,
        };
        let payload = Payload {
            msg: dek.root(),
            aad: &slot.bound_to(vault_id),
        };
        let wrapped = cipher(kek)
            .encrypt(&XNonce::from(slot.nonce.0), payload)
            .map_err(|_| VaultError::Crypto)?;
        slot.wrapped_dek = Bytes(wrapped.try_into().map_err(|_| VaultError::Crypto)?);
        Ok(slot)
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
        let cost = KdfCost::new(m_kib, t, p)?;
        let code = self.code(passphrase);
        let kek = derive_kek(code.as_ref().unwrap_or(passphrase), &salt.0, cost)?;
        self.unwrapped(vault_id, &kek, VaultError::WrongPassphrase)
    }

    /// The code that was typed, as it is written, where this slot opens by a code.
    fn code(&self, typed: &Passphrase) -> Option<Passphrase> {
        self.holder.filter(|holder| holder.by_code)?;
        OneTimeCode::read(typed).map(|code| code.passphrase())
    }

    /// Whether this slot opens by a code and that is how one looks.
    pub(crate) fn opens_by_code(&self, typed: &Passphrase) -> bool {
        self.code(typed).is_some()
    }

    /// Whose passphrase opens it.
    pub(crate) fn opened_by(&self) -> Option<OpenedBy> {
        self.holder.map(Held::opened)
    }

    /// What deriving its key costs, where it opens by a passphrase.
    pub(crate) fn cost(&self) -> Option<KdfCost> {
        match self.kdf {
            Kdf::Argon2id { m_kib, t, p, .. } => KdfCost::new(m_kib, t, p).ok(),
            Kdf::HkdfSha256 { .. } => None,
        }
    }

    /// Unwraps the data key by a recovery key.
    ///
    /// # Errors
    /// [`VaultError::WrongRecoveryKey`] when the tag does not fit or the slot is not for recovery keys.
    pub(crate) fn open_recovery(&self, vault_id: Uuid, recovery: &RecoveryKey) -> Result<Dek, VaultError> {
        let Kdf::HkdfSha256 { salt } = self.kdf else {
            return Err(VaultError::WrongRecoveryKey);
        };
        let kek = expand(recovery, &salt.0)?;
        self.unwrapped(vault_id, &kek, VaultError::WrongRecoveryKey)
    }

    fn unwrapped(&self, vault_id: Uuid, kek: &Kek, wrong: VaultError) -> Result<Dek, VaultError> {
        let payload = Payload {
            msg: &self.wrapped_dek.0,
            aad: &self.bound_to(vault_id),
        };
        let root = cipher(kek)
            .decrypt(&XNonce::from(self.nonce.0), payload)
            .map(Zeroizing::new)
            .map_err(|_| wrong)?;
        Dek::from_root(&root)
    }

    /// Whether kind and derivation belong together.
    pub(crate) fn is_coherent(&self) -> bool {
        matches!(
            (self.kind, &self.kdf, self.made, self.holder),
            (Kind::Passphrase, Kdf::Argon2id { .. }, None, _)
                | (Kind::Recovery, Kdf::HkdfSha256 { .. }, Some(_), None)
        )
    }

    /// What the wrap authenticates besides the data key.
    pub(crate) fn bound_to(&self, vault_id: Uuid) -> Vec<u8> {
        let kind: &[u8] = match self.kind {
            Kind::Passphrase => b"passphrase",
            Kind::Recovery => b"recovery",
        };
        let bound = Canonical::new("lamina-keys/slot/v1")
            .part(vault_id.as_bytes())
            .part(&self.slot_id.to_be_bytes())
            .part(kind)
            .part(&self.kdf.canonical());
        let bound = match self.made {
            Some(made) => bound.part(&made.to_be_bytes()),
            None => bound,
        };
        match &self.holder {
            Some(holder) => holder.bound(bound).finish(),
            None => bound.finish(),
        }
    }
}

/// The wrapping key of a recovery key: it is as random as a key, so that nothing slow is needed.
fn expand(recovery: &RecoveryKey, salt: &[u8]) -> Result<Kek, VaultError> {
    let mut kek: Kek = Box::default();
    Hkdf::<Sha256>::new(Some(salt), recovery.bytes())
        .expand(RECOVERY_LABEL, &mut kek[..])
        .map_err(|_| VaultError::Crypto)?;
    Ok(kek)
}

fn cipher(kek: &Kek) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new((&***kek).into())
}
