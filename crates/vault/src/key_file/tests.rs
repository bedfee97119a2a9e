//! The key file refuses whatever it did not write itself, before any work with a passphrase.

use super::*;
use crate::{
    dek::Dek,
    holder::{Held, KeyHolder},
    passphrase::Passphrase,
    recovery::RecoveryKey,
    slot::Kind,
};
use proptest::prelude::*;

fn sample() -> KeyFile {
    let dek = Dek::from_root(&[9; 32]).unwrap();
    let vault_id = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001);
    let passphrase = Passphrase::new("calm river under stone".into());
    let slot = Slot::seal(vault_id, (1, None), &passphrase, KdfCost::FLOOR, &dek).unwrap();
    KeyFile::seal(vault_id, 1_700_000_000_000_000, vec![slot], &dek.key_file_key()).unwrap()
}

/// With everything that format 2 brought.
fn full() -> KeyFile {
    let (file, dek) = (sample(), Dek::from_root(&[9; 32]).unwrap());
    let recovery = RecoveryKey::generate().unwrap();
    let slot = Slot::seal_recovery(file.vault_id, 2, &recovery, 1_700_000_000_000_001, &dek).unwrap();
    let head = LogHead {
        seq: 17,
        hash: [3; 32],
    };
    let slots = [file.slots.clone(), vec![slot]].concat();
    let key = dek.key_file_key();
    file.next(slots, &key).unwrap().noting(head, &key).unwrap()
}

fn refusal(bytes: &[u8]) -> VaultError {
    KeyFile::parse(bytes).err().expect("must be refused")
}

#[test]
fn what_is_written_is_read_back() {
    for file in [sample(), full()] {
        let bytes = file.encode().unwrap();
        assert!(bytes.starts_with(OPENING));
        assert!(KeyFile::parse(&bytes).unwrap() == file);
    }
    assert_eq!(full().generation, 2);
    let head = full().log_head().unwrap();
    assert_eq!((head.seq, head.hash), (17, [3; 32]));
}

#[test]
fn every_flipped_bit_is_refused_without_a_passphrase() {
    let bytes = full().encode().unwrap();
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
        ("4", 4),
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
        let holder = |id: u32| {
            let id = Uuid::from_u128(id.into());
            Held::by(
                &KeyHolder {
                    id,
                    name: id.to_string(),
                },
                false,
            )
        };
        let slots = (0..34).map(|slot_id| Slot {
            slot_id,
            holder: Some(holder(slot_id)),
            ..first
        });
        file.slots = slots.collect();
    });
    let one_holder = sample().forged(|file| {
        let holder = KeyHolder {
            id: Uuid::from_u128(5),
            name: "Anna Muster".into(),
        };
        file.slots[0].holder = Some(Held::by(&holder, false));
        file.slots.push(Slot {
            slot_id: 2,
            ..file.slots[0]
        });
    });
    let named_recovery = full().forged(|file| {
        let holder = KeyHolder {
            id: Uuid::from_u128(5),
            name: "Anna Muster".into(),
        };
        file.slots[1].holder = Some(Held::by(&holder, false));
    });
    let timeless = full().forged(|file| file.slots[1].made = None);
    let timed = sample().forged(|file| file.slots[0].made = Some(1));
    // Sixteen of the dearest would take minutes where the passphrase is wrong, whoever they are said to belong to.
    let dear = |named: bool| {
        sample().forged(|file| {
            let mut first = file.slots[0];
            if let Kdf::Argon2id { salt, p, .. } = first.kdf {
                let (m_kib, t) = (1024 * 1024, 4);
                first.kdf = Kdf::Argon2id { m_kib, t, p, salt };
            }
            let holder = |slot_id: u32| {
                let id = Uuid::from_u128(slot_id.into());
                Held::by(
                    &KeyHolder {
                        id,
                        name: String::new(),
                    },
                    false,
                )
            };
            let slots = (0..16).map(|slot_id| Slot {
                slot_id,
                holder: named.then(|| holder(slot_id)),
                ..first
            });
            file.slots = slots.collect();
        })
    };
    let all = [
        none,
        twins,
        mixed,
        crowd,
        one_holder,
        named_recovery,
        timeless,
        timed,
    ];
    for forged in all.into_iter().chain([dear(false), dear(true)]) {
        assert_eq!(refusal(&forged), VaultError::Damaged);
    }
}

#[test]
fn what_format_3_brought_does_not_belong_in_a_file_of_format_2() {
    let dek = Dek::from_root(&[9; 32]).unwrap();
    let holder = KeyHolder {
        id: Uuid::from_u128(5),
        name: "Anna Muster".into(),
    };
    let mut file = full();
    file.format_version = 2;
    let old = file.clone().sealed(&dek.key_file_key()).unwrap();
    assert!(KeyFile::parse(&old.encode().unwrap()).is_ok());
    file.slots[0].holder = Some(Held::by(&holder, false));
    let early = file.sealed(&dek.key_file_key()).unwrap();
    assert_eq!(refusal(&early.encode().unwrap()), VaultError::Damaged);
}

#[test]
fn a_file_of_format_1_is_read_and_what_format_2_brought_does_not_belong_in_it() {
    let dek = Dek::from_root(&[9; 32]).unwrap();
    let of_format_1 = |mut file: KeyFile| {
        file.format_version = 1;
        file.sealed(&dek.key_file_key()).unwrap()
    };
    let old = of_format_1(sample());
    let read = KeyFile::parse(&old.encode().unwrap()).unwrap();
    assert_eq!(read.authenticate(&dek.key_file_key()), Ok(()));
    let next = read.next(read.slots.clone(), &dek.key_file_key()).unwrap();
    assert_eq!((next.format_version, next.generation), (3, 2));
    assert_eq!(
        refusal(&of_format_1(full()).encode().unwrap()),
        VaultError::Damaged
    );
}

#[test]
fn what_was_noted_of_the_log_and_when_a_recovery_key_was_made_is_authenticated() {
    let key = Dek::from_root(&[9; 32]).unwrap().key_file_key();
    assert_eq!(full().authenticate(&key), Ok(()));
    let changes: [fn(&mut KeyFile); 4] = [
        |file| file.log_head = None,
        |file| file.log_head = file.log_head.map(|head| NotedHead { seq: 16, ..head }),
        |file| file.slots[1].made = Some(2),
        |file| file.slots.truncate(1),
    ];
    for change in changes {
        let forged = KeyFile::parse(&full().forged(change)).unwrap();
        assert_eq!(forged.authenticate(&key), Err(VaultError::Damaged));
    }
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic_or_pass(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(KeyFile::parse(&bytes).is_err());
        prop_assert!(KeyFile::parse(&[OPENING, &bytes[..]].concat()).is_err());
    }
}
