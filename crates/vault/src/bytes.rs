//! Byte strings of fixed length as they stand in the key file: base64 with padding, of exactly that length.

use crate::error::VaultError;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// `N` bytes that may be public: salts, nonces, wrapped keys, tags. Never a key itself.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bytes<const N: usize>(pub(crate) [u8; N]);

impl<const N: usize> Bytes<N> {
    /// Fresh bytes from the operating system's random source.
    pub(crate) fn random() -> Result<Self, VaultError> {
        let mut bytes = [0; N];
        getrandom::fill(&mut bytes).map_err(|_| VaultError::Crypto)?;
        Ok(Self(bytes))
    }
}

impl<const N: usize> Serialize for Bytes<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(self.0))
    }
}

impl<'de, const N: usize> Deserialize<'de> for Bytes<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let decoded = STANDARD
            .decode(text)
            .map_err(|_| D::Error::custom("not base64"))?;
        <[u8; N]>::try_from(decoded)
            .map(Self)
            .map_err(|_| D::Error::custom("wrong length"))
    }
}
