//! The recovery key: 160 random bits that open a vault when its passphrase is forgotten, in a spelling that a person can copy.
//!
//! Eight groups of five signs, `7K2QM-…`, in Crockford's base 32: no letter in it looks like a digit, and who types an O for
//! a zero or an I for a one is understood. Four signs of a group are bits of the key, the fifth is its check, in which the place
//! of the group counts: one wrong sign, two signs or two groups exchanged are told as those groups, without asking the key file.

use crate::error::VaultError;
use std::fmt;
use zeroize::Zeroizing;

const BYTES: usize = 20;
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Signs of a group that are bits of the key; one more is its check.
const BITS: usize = 4;

/// A recovery key. Wiped when dropped; `Debug` shows nothing of it.
pub struct RecoveryKey(Box<Zeroizing<[u8; BYTES]>>);

impl RecoveryKey {
    /// How many groups a recovery key is written in.
    pub const GROUPS: usize = 8;
    /// How many signs a group has.
    pub const GROUP: usize = BITS + 1;

    /// A new one from the operating system's random source.
    ///
    /// # Errors
    /// [`VaultError::Crypto`].
    pub fn generate() -> Result<Self, VaultError> {
        let mut key = Self(Box::default());
        getrandom::fill(&mut key.0[..]).map_err(|_| VaultError::Crypto)?;
        Ok(key)
    }

    /// Reads a key as typed, in capitals or not, with anything or nothing between the groups. The given string is wiped.
    ///
    /// # Errors
    /// [`VaultError::RecoveryLength`] where it has too few or too many signs, [`VaultError::Mistyped`] with the groups whose
    /// check does not fit or that have a sign too few or too many.
    pub fn read(typed: String) -> Result<Self, VaultError> {
        let typed = Zeroizing::new(typed);
        let parts: Vec<&str> = typed
            .split(|c: char| !c.is_alphanumeric())
            .filter(|part| !part.is_empty())
            .collect();
        let uneven = |part: &str| part.chars().count() != Self::GROUP;
        if parts.len() == Self::GROUPS && parts.iter().any(|part| uneven(part)) {
            let groups = numbered(parts.iter().map(|part| uneven(part)));
            return Err(VaultError::Mistyped { groups });
        }
        // Sized at once: a growing list would leave parts of the key behind.
        let mut signs = Zeroizing::new(Vec::with_capacity(typed.len()));
        signs.extend(parts.iter().flat_map(|part| part.chars()).map(value));
        if signs.len() != Self::GROUPS * Self::GROUP {
            return Err(VaultError::RecoveryLength { signs: signs.len() });
        }
        let wrong = signs
            .chunks_exact(Self::GROUP)
            .zip(1..)
            .map(|(group, place)| !fits(group, place));
        let groups = numbered(wrong);
        if !groups.is_empty() {
            return Err(VaultError::Mistyped { groups });
        }
        let mut key = Self(Box::default());
        let bits = signs
            .chunks_exact(Self::GROUP)
            .flat_map(|group| group.iter().take(BITS));
        for (at, sign) in bits.enumerate() {
            let from = at * 5;
            let shifted = u16::from(sign.unwrap_or_default()) << (11 - from % 8);
            for (byte, part) in key.0.iter_mut().skip(from / 8).zip(shifted.to_be_bytes()) {
                *byte |= part;
            }
        }
        Ok(key)
    }

    /// The groups in which it is written, the first one first.
    pub fn groups(&self) -> Vec<Zeroizing<String>> {
        (0..Self::GROUPS)
            .map(|group| {
                let mut text = Zeroizing::new(String::with_capacity(Self::GROUP));
                let signs: [u8; BITS] = std::array::from_fn(|at| self.sign(group * BITS + at));
                text.extend(signs.iter().chain([&check(&signs, group + 1)]).map(sign));
                text
            })
            .collect()
    }

    /// Five bits of the key.
    fn sign(&self, at: usize) -> u8 {
        let from = at * 5;
        let byte = |at: usize| u16::from(self.0.get(at).copied().unwrap_or_default());
        let two = (byte(from / 8) << 8) | byte(from / 8 + 1);
        ((two >> (11 - from % 8)) as u8) & 31
    }

    pub(crate) fn bytes(&self) -> &[u8; BYTES] {
        &self.0
    }
}

impl PartialEq for RecoveryKey {
    /// Takes as long wherever the two differ.
    fn eq(&self, other: &Self) -> bool {
        let differing = self.0.iter().zip(other.0.iter());
        differing.fold(0, |all, (one, other)| all | (one ^ other)) == 0
    }
}

impl fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[recovery key]")
    }
}

/// The places, from 1, of what holds.
fn numbered(all: impl Iterator<Item = bool>) -> Vec<u8> {
    (1..)
        .zip(all)
        .filter_map(|(place, holds)| holds.then_some(place))
        .collect()
}

/// What a sign stands for; none for one that stands for nothing.
pub(crate) fn value(sign: char) -> Option<u8> {
    let sign = match sign.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    SIGNS
        .iter()
        .zip(0..)
        .find_map(|(one, value)| (char::from(*one) == sign).then_some(value))
}

pub(crate) fn sign(value: &u8) -> char {
    SIGNS
        .get(usize::from(*value))
        .map_or('0', |sign| char::from(*sign))
}

/// The check of the four signs of the group at that place, from 1: a sum over the field of 32 elements in which each sign and
/// the place have a weight of their own.
pub(crate) fn check(signs: &[u8], place: usize) -> u8 {
    const WEIGHTS: [u8; BITS] = [2, 4, 8, 16];
    const OF_PLACE: u8 = 5;
    let weighed = signs
        .iter()
        .zip(WEIGHTS)
        .map(|(sign, weight)| product(*sign, weight));
    weighed.fold(product(place as u8, OF_PLACE), |sum, one| sum ^ one)
}

pub(crate) fn fits(group: &[Option<u8>], place: usize) -> bool {
    let mut signs = Zeroizing::new([0; RecoveryKey::GROUP]);
    for (to, from) in signs.iter_mut().zip(group) {
        let Some(from) = from else { return false };
        *to = *from;
    }
    signs
        .split_last()
        .is_some_and(|(last, bits)| *last == check(bits, place))
}

/// The product of two elements of the field of 32 elements, by x⁵ + x² + 1.
fn product(one: u8, other: u8) -> u8 {
    let (mut sum, mut one) = (0, one);
    for bit in 0..5 {
        if (other >> bit) & 1 == 1 {
            sum ^= one;
        }
        one <<= 1;
        if one & 32 != 0 {
            one ^= 0b10_0101;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(bytes: [u8; BYTES]) -> RecoveryKey {
        RecoveryKey(Box::new(Zeroizing::new(bytes)))
    }

    fn written(key: &RecoveryKey) -> String {
        let groups: Vec<String> = key.groups().iter().map(|group| group.to_string()).collect();
        groups.join("-")
    }

    fn refusal(typed: &str) -> VaultError {
        RecoveryKey::read(typed.to_owned()).expect_err("must be refused")
    }

    /// The spelling stands on paper for years: a change here makes every sheet worthless.
    #[test]
    fn the_spelling_is_pinned() {
        let key = of(std::array::from_fn(|at| at as u8 * 13));
        assert_eq!(written(&key), PINNED);
        assert!(RecoveryKey::read(PINNED.to_owned()).unwrap() == key);
    }
    /// From an independent calculation.
    const PINNED: &str = "006HD-M9SMQ-8575C-PT3NN-GA7SD-SADP1-RF8DK-VTQQ2";

    #[test]
    fn it_is_read_however_it_is_set_out() {
        let key = of([0x5A; BYTES]);
        let text = written(&key);
        let small = text.to_lowercase().replace('-', " ");
        let looks_like = text.replace('0', "o").replace('1', "l");
        for typed in [
            text.clone(),
            small,
            text.replace('-', ""),
            format!("\n {} .", text.replace('-', "\n")),
            looks_like,
        ] {
            assert!(RecoveryKey::read(typed).unwrap() == key);
        }
    }

    #[test]
    fn a_group_with_a_sign_too_few_or_a_sign_that_is_none_is_named() {
        let text = written(&of([0x5A; BYTES]));
        let mut groups: Vec<&str> = text.split('-').collect();
        let short: String = groups[2].chars().take(4).collect();
        groups[2] = &short;
        assert_eq!(
            refusal(&groups.join(" ")),
            VaultError::Mistyped { groups: vec![3] }
        );
        groups[2] = "UUUUU";
        assert_eq!(
            refusal(&groups.join(" ")),
            VaultError::Mistyped { groups: vec![3] }
        );
        assert_eq!(
            refusal(text.get(..20).unwrap()),
            VaultError::RecoveryLength { signs: 17 }
        );
        assert_eq!(refusal(""), VaultError::RecoveryLength { signs: 0 });
        assert_eq!(
            refusal(&"Ü".repeat(40)),
            VaultError::Mistyped {
                groups: (1..=8).collect()
            }
        );
    }

    #[test]
    fn debug_shows_nothing() {
        assert_eq!(format!("{:?}", of([7; BYTES])), "[recovery key]");
    }

    #[test]
    fn two_of_them_differ() {
        assert!(RecoveryKey::generate().unwrap() != RecoveryKey::generate().unwrap());
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(bytes in any::<[u8; BYTES]>()) {
            let key = of(bytes);
            prop_assert!(RecoveryKey::read(written(&key)).unwrap() == key);
        }

        #[test]
        fn one_wrong_sign_and_two_that_changed_places_are_told_as_their_group(
            bytes in any::<[u8; BYTES]>(), group in 0..8_usize, at in 0..5_usize, by in 1..32_usize, next in 1..5_usize,
        ) {
            let groups: Vec<String> = written(&of(bytes)).split('-').map(str::to_owned).collect();
            let told = |group: usize, changed: Vec<u8>| {
                let mut typed = groups.clone();
                typed[group] = String::from_utf8(changed).unwrap();
                RecoveryKey::read(typed.join("-")).err()
            };
            let only = Some(VaultError::Mistyped { groups: vec![group as u8 + 1] });
            let mut wrong = groups[group].clone().into_bytes();
            let now = SIGNS.iter().position(|sign| *sign == wrong[at]).unwrap();
            wrong[at] = SIGNS[(now + by) % 32];
            prop_assert_eq!(told(group, wrong), only.clone());
            let mut swapped = groups[group].clone().into_bytes();
            swapped.swap(at, (at + next) % 5);
            if swapped != groups[group].as_bytes() {
                prop_assert_eq!(told(group, swapped), only);
            }
        }

        #[test]
        fn two_groups_that_changed_places_are_both_told(bytes in any::<[u8; BYTES]>(), one in 0..8_usize, by in 1..8_usize) {
            let mut groups: Vec<String> = written(&of(bytes)).split('-').map(str::to_owned).collect();
            let other = (one + by) % 8;
            groups.swap(one, other);
            let mut wrong = vec![one as u8 + 1, other as u8 + 1];
            wrong.sort_unstable();
            prop_assert_eq!(RecoveryKey::read(groups.join("-")).err(), Some(VaultError::Mistyped { groups: wrong }));
        }

        #[test]
        fn no_text_makes_it_panic(text in any::<String>()) {
            prop_assert!(RecoveryKey::read(text).is_err());
        }
    }
}
