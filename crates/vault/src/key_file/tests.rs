//! The key file refuses whatever it did not write itself, before any work with a passphrase.

use super::*;
use crate::{passphrase::Passphrase, slot::Kind};
use proptest::prelude::*;

fn sample() -> KeyFile {
    let dek = Dek::from_root(&[9; 32]).unwrap();
    let vault_id = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001);
    let passphrase = Passphrase::new("calm river under stone".into());
    let slot = Slot::seal(vault_id, 1, &passphrase, KdfCost::FLOOR, &dek).unwrap();
    KeyFile::seal(vault_id, 1, 1_700_000_000_000_000, vec![slot], &dek).unwrap()
}

fn refusal(bytes: &[u8]) -> VaultError {
    KeyFile::parse(bytes).err().expect("must be refused")
}

#[test]
fn what_is_written_is_read_back() {
    let file = sample();
    let bytes = file.encode().unwrap();
    assert!(bytes.starts_with(OPENING));
    assert!(KeyFile::parse(&bytes).unwrap() == file);
}

#[test]
fn every_flipped_bit_is_refused_without_a_passphrase() {
    let bytes = sample().encode().unwrap();
    for position in 0..bytes.len() {
        for bit in 0..8 {
            let mut flipped = bytes.clone();
            flipped[position] ^= 1 << bit;
            assert!(KeyFile::parse(&flipped).is_err(), "byte {position}, bit {bit}");
        }
    }
}

#[test]
fn every_truncation_is_damage() {
    let bytes = sample().encode().unwrap();
    for length in 0..bytes.len() {
        assert_eq!(
            refusal(&bytes[..length]),
            VaultError::Damaged,
            "cut to {length} bytes"
        );
    }
}

#[test]
fn another_spelling_is_damage() {
    let bytes = sample().encode().unwrap();
    let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(refusal(&serde_json::to_vec(&value).unwrap()), VaultError::Damaged);
    let mut longer = bytes.clone();
    longer.push(b'\n');
    assert_eq!(refusal(&longer), VaultError::Damaged);
    let text = String::from_utf8(bytes).unwrap();
    let unknown = text.replace("\"generation\"", "\"colour\": 1,\n  \"generation\"");
    assert_eq!(refusal(unknown.as_bytes()), VaultError::Damaged);
    let twice = text.replace("\"generation\": 1", "\"generation\": 1,\n  \"generation\": 1");
    assert_eq!(refusal(twice.as_bytes()), VaultError::Damaged);
}

#[test]
fn foreign_files_are_named_as_such() {
    for foreign in [
        &b"{}"[..],
        b"[]",
        b"null",
        b"{\"name\": \"lamina\", \"version\": 1}",
        b"{\"magic\": \"other-keys\", \"format_version\": 1}",
        b"SQLite format 3\0",
        b"\xFF\xD8\xFF\xE0",
        &[b'['; 50_000],
    ] {
        assert_eq!(refusal(foreign), VaultError::NotALaminaKeyFile);
    }
}

#[test]
fn an_oversize_file_is_refused_by_its_size() {
    let mut ours = sample().encode().unwrap();
    ours.resize(MAX_KEY_FILE_BYTES + 1, b' ');
    assert_eq!(refusal(&ours), VaultError::Damaged);
    assert_eq!(
        refusal(&vec![b' '; MAX_KEY_FILE_BYTES + 1]),
        VaultError::NotALaminaKeyFile
    );
}

#[test]
fn a_newer_format_is_named_whatever_else_it_holds() {
    let newer =
        |version: &str| format!("{{\"magic\": \"lamina-keys\", \"format_version\": {version}, \"x\": []}}");
    for (version, found) in [
        ("2", 2),
        ("4294967295", u32::MAX),
        ("18446744073709551615", u32::MAX),
    ] {
        let error = refusal(newer(version).as_bytes());
        assert_eq!(
            error,
            VaultError::NewerFormat {
                found,
                known: FORMAT_VERSION
            }
        );
    }
    assert_eq!(refusal(newer("0").as_bytes()), VaultError::Damaged);
    assert_eq!(refusal(newer("null").as_bytes()), VaultError::Damaged);
}

#[test]
fn costs_out_of_range_are_refused_before_any_work() {
    for (m_kib, t, p) in [
        (u32::MAX, 2, 1),
        (19_456, u32::MAX, 1),
        (19_456, 2, u32::MAX),
        (19_455, 2, 1),
        (19_456, 1, 1),
        (0, 0, 0),
    ] {
        let forged = sample().forged(|file| {
            if let Kdf::Argon2id { salt, .. } = file.slots[0].kdf {
                file.slots[0].kdf = Kdf::Argon2id { m_kib, t, p, salt };
            }
        });
        assert_eq!(refusal(&forged), VaultError::KdfOutOfRange { m_kib, t, p });
    }
}

#[test]
fn slots_must_be_coherent_distinct_and_few() {
    let none = sample().forged(|file| file.slots.clear());
    let twins = sample().forged(|file| file.slots.push(file.slots[0]));
    let mixed = sample().forged(|file| file.slots[0].kind = Kind::Recovery);
    let crowd = sample().forged(|file| {
        let first = file.slots[0];
        file.slots = (0..17).map(|slot_id| Slot { slot_id, ..first }).collect();
    });
    for forged in [none, twins, mixed, crowd] {
        assert_eq!(refusal(&forged), VaultError::Damaged);
    }
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic_or_pass(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(KeyFile::parse(&bytes).is_err());
        prop_assert!(KeyFile::parse(&[OPENING, &bytes[..]].concat()).is_err());
    }
}
