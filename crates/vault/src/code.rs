//! A code by which somebody signs in for the first time, or after forgetting their passphrase: made at random, given to them by
//! who may, and good for nothing but setting a passphrase of their own.
//!
//! Four groups of five signs in the spelling of the recovery key: sixteen of them are random, 80 bits, and each group has its check.

use crate::{
    error::VaultError,
    passphrase::Passphrase,
    recovery::{check, fits, sign, value},
};
use std::fmt;
use zeroize::Zeroizing;

const GROUPS: usize = 4;
/// Random signs of a group; one more is its check.
const RANDOM: usize = 4;
const GROUP: usize = RANDOM + 1;

/// A code for one sign-in. Wiped when dropped; `Debug` shows nothing of it.
pub struct OneTimeCode(Zeroizing<String>);

impl OneTimeCode {
    /// A new one from the operating system's random source.
    ///
    /// # Errors
    /// [`VaultError::Crypto`].
    pub fn generate() -> Result<Self, VaultError> {
        let mut random = Zeroizing::new([0_u8; GROUPS * RANDOM]);
        getrandom::fill(&mut random[..]).map_err(|_| VaultError::Crypto)?;
        random.iter_mut().for_each(|byte| *byte &= 31);
        let mut signs = Zeroizing::new(Vec::with_capacity(GROUPS * GROUP));
        for (group, place) in random.chunks_exact(RANDOM).zip(1..) {
            signs.extend(group.iter().copied().chain([check(group, place)]));
        }
        Ok(Self::of(&signs))
    }

    /// The code of these signs, in its groups.
    fn of(signs: &[u8]) -> Self {
        let mut text = Zeroizing::new(String::with_capacity(GROUPS * (GROUP + 1)));
        for (at, one) in signs.iter().enumerate() {
            if at > 0 && at % GROUP == 0 {
                text.push('-');
            }
            text.push(sign(one));
        }
        Self(text)
    }

    /// What was typed as a code, in capitals or not, with anything or nothing between the groups; none where it is not one, or
    /// was mistyped.
    pub(crate) fn read(typed: &Passphrase) -> Option<Self> {
        let typed = std::str::from_utf8(typed.expose()).ok()?;
        let mut signs = Zeroizing::new(Vec::with_capacity(typed.len()));
        signs.extend(typed.chars().filter(|one| one.is_alphanumeric()).map(value));
        let whole = signs.len() == GROUPS * GROUP;
        if !whole
            || !signs
                .chunks_exact(GROUP)
                .zip(1..)
                .all(|(group, place)| fits(group, place))
        {
            return None;
        }
        let mut known = Zeroizing::new(Vec::with_capacity(signs.len()));
        known.extend(signs.iter().flatten());
        Some(Self::of(&known))
    }

    /// The code as it is written, in its groups.
    pub fn written(&self) -> &str {
        &self.0
    }

    /// The same as what a slot is sealed with.
    pub(crate) fn passphrase(&self) -> Passphrase {
        Passphrase::new(self.0.to_string())
    }
}

impl fmt::Debug for OneTimeCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[code]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Option<String> {
        OneTimeCode::read(&Passphrase::new(typed.to_owned())).map(|code| code.written().to_owned())
    }

    #[test]
    fn a_code_is_read_however_it_is_typed_and_a_slip_is_seen() {
        let code = OneTimeCode::generate().unwrap();
        let written = code.written().to_owned();
        assert_eq!(written.len(), 23);
        assert_ne!(written, OneTimeCode::generate().unwrap().written());
        let bare = written.replace('-', "");
        for typed in [
            written.clone(),
            written.to_lowercase(),
            bare.clone(),
            bare.replace('0', "o").replace('1', "l"),
            format!(" {} ", written.replace('-', " ")),
        ] {
            assert_eq!(read(&typed), Some(written.clone()), "{typed}");
        }
        for at in 0..bare.len() {
            let other = if bare.as_bytes()[at] == b'7' { "8" } else { "7" };
            let mut slip = bare.clone();
            slip.replace_range(at..=at, other);
            assert_eq!(read(&slip), None, "{slip}");
        }
        assert_eq!(read(bare.get(1..).unwrap()), None);
        assert_eq!(read("quiet river under seven green stones"), None);
        assert_eq!(format!("{code:?}"), "[code]");
    }
}
