//! Every flow against real files, and every forgery that leaves the checksum right.

use super::*;
use crate::slot::Kdf;
use std::{fs, io, path::PathBuf};
use tempfile::TempDir;

const GOOD: &str = "calm river under stone";
const OTHER: &str = "north lamp eight meadow";
const CREATED: i64 = 1_700_000_000_000_000;

struct Clinic {
    folder: TempDir,
    vault: PathBuf,
}

fn phrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

/// Proof of the passphrase of a vault of one person.
fn of_one(passphrase: &Passphrase) -> Proof<'_> {
    Proof {
        holder: None,
        passphrase,
    }
}

fn id() -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001)
}

fn empty() -> Clinic {
    let folder = tempfile::tempdir().unwrap();
    let vault = folder.path().join("clinic.lamina");
    Clinic { folder, vault }
}

fn created() -> (Clinic, Unlocked) {
    let clinic = empty();
    let unlocked = create(&clinic.vault, &phrase(GOOD), KdfCost::FLOOR, id(), CREATED).unwrap();
    (clinic, unlocked)
}

fn load_file(clinic: &Clinic) -> KeyFile {
    KeyFile::parse(&clinic.bytes()).unwrap()
}

impl Clinic {
    fn bytes(&self) -> Vec<u8> {
        fs::read(key_file_path(&self.vault)).unwrap()
    }

    fn put(&self, bytes: &[u8]) {
        fs::write(key_file_path(&self.vault), bytes).unwrap();
    }

    /// The refusal of an unlock, having seen that nothing in the folder changed.
    fn refusal(&self, passphrase: &str) -> VaultError {
        let before = (self.bytes(), self.names());
        let error = unlock(&self.vault, "", &phrase(passphrase)).expect_err("must be refused");
        assert!(
            before == (self.bytes(), self.names()),
            "a refused unlock must change nothing"
        );
        error
    }

    fn names(&self) -> Vec<PathBuf> {
        let mut names: Vec<_> = fs::read_dir(self.folder.path())
            .unwrap()
            .map(|e| e.unwrap().path())
            .collect();
        names.sort();
        names
    }

    fn forge(&self, change: impl FnOnce(&mut KeyFile)) {
        self.put(&load_file(self).forged(change));
    }
}

#[test]
fn a_created_vault_opens_with_its_passphrase_only() {
    let (clinic, first) = created();
    assert_eq!(
        clinic.names(),
        [key_file_path(&clinic.vault)],
        "only the key file is written"
    );
    assert_eq!(
        (first.vault_id, first.generation, first.log_head),
        (id(), 1, None)
    );
    let again = unlock(&clinic.vault, "", &phrase(GOOD)).unwrap();
    assert_eq!((again.vault_id, again.generation), (id(), 1));
    assert_eq!(again.dek.database_key().spec(), first.dek.database_key().spec());
    assert_eq!(clinic.refusal(OTHER), VaultError::WrongPassphrase);
    assert_eq!(clinic.refusal(""), VaultError::WrongPassphrase);
    let summary = KeyFileSummary {
        vault_id: id(),
        generation: 1,
        created: CREATED,
        recovery_made: None,
        holders: 0,
    };
    assert_eq!(inspect(&clinic.vault), Ok(summary));
}

#[test]
fn the_file_holds_neither_key_nor_passphrase() {
    let (clinic, unlocked) = created();
    let text = String::from_utf8(clinic.bytes()).unwrap();
    let hex = String::from_utf8(unlocked.dek.database_key().spec()[2..66].to_vec()).unwrap();
    let root: String = unlocked.dek.root().iter().map(|b| format!("{b:02x}")).collect();
    for secret in [GOOD, &hex, &root] {
        assert!(!text.contains(secret));
    }
    let debug = format!("{unlocked:?}");
    assert!(
        debug.contains("[key]") && !debug.contains(&root) && !debug.contains(&hex),
        "{debug}"
    );
}

#[test]
fn two_vaults_share_nothing() {
    let ((a, one), (b, two)) = (created(), created());
    assert_ne!(one.dek.root(), two.dek.root());
    let (a, b) = (load_file(&a).slots[0], load_file(&b).slots[0]);
    assert!(a.kdf != b.kdf && a.nonce != b.nonce);
}

#[test]
fn an_existing_key_file_is_never_overwritten() {
    let (clinic, _) = created();
    let before = clinic.bytes();
    let error = create(&clinic.vault, &phrase(OTHER), KdfCost::FLOOR, id(), CREATED).unwrap_err();
    assert_eq!(error, VaultError::AlreadyExists);
    assert_eq!(clinic.bytes(), before);
    clinic.put(b"something else");
    let error = create(&clinic.vault, &phrase(OTHER), KdfCost::FLOOR, id(), CREATED).unwrap_err();
    assert_eq!(error, VaultError::AlreadyExists);
    assert_eq!(clinic.bytes(), b"something else");
}

#[test]
fn a_weak_passphrase_makes_no_file() {
    let clinic = empty();
    let error = create(&clinic.vault, &phrase("short"), KdfCost::FLOOR, id(), CREATED).unwrap_err();
    let missing = crate::Missing {
        characters: 10,
        words: 5,
        repetitive: false,
    };
    assert_eq!(error, VaultError::WeakPassphrase { missing });
    assert!(clinic.names().is_empty());
}

#[test]
fn a_missing_key_file_and_a_missing_folder_differ() {
    let clinic = empty();
    assert_eq!(
        unlock(&clinic.vault, "", &phrase(GOOD)).unwrap_err(),
        VaultError::Missing
    );
    assert_eq!(inspect(&clinic.vault), Err(VaultError::Missing));
    let nowhere = clinic.folder.path().join("none/clinic.lamina");
    let error = create(&nowhere, &phrase(GOOD), KdfCost::FLOOR, id(), CREATED).unwrap_err();
    assert_eq!(
        error,
        VaultError::Io {
            kind: io::ErrorKind::NotFound
        }
    );
}

#[test]
fn the_passphrase_changes_and_the_data_key_does_not() {
    let (clinic, first) = created();
    let cost = KdfCost::new(20 * 1024, 2, 1).unwrap();
    let before = clinic.bytes();
    let changed = change_passphrase(&clinic.vault, of_one(&phrase(GOOD)), &phrase(OTHER), cost).unwrap();
    assert_eq!(changed.generation(), 2);
    assert_eq!(clinic.bytes(), before, "nothing holds before it is kept");
    changed.keep().unwrap();
    assert_eq!(clinic.refusal(GOOD), VaultError::WrongPassphrase);
    let opened = unlock(&clinic.vault, "", &phrase(OTHER)).unwrap();
    assert_eq!((opened.dek.root(), opened.generation), (first.dek.root(), 2));
    assert_eq!(inspect(&clinic.vault).unwrap().created, CREATED);
    assert_eq!(clinic.names().len(), 1);
}

#[test]
fn a_refused_change_leaves_the_old_passphrase_in_force() {
    let (clinic, _) = created();
    let before = clinic.bytes();
    let change = |current: &str, new: &str| {
        change_passphrase(
            &clinic.vault,
            of_one(&phrase(current)),
            &phrase(new),
            KdfCost::FLOOR,
        )
        .unwrap_err()
    };
    assert_eq!(change(OTHER, GOOD), VaultError::WrongPassphrase);
    assert!(matches!(change(GOOD, "weak"), VaultError::WeakPassphrase { .. }));
    assert_eq!(clinic.bytes(), before);
}

fn with_recovery(clinic: &Clinic) -> RecoveryKey {
    let key = RecoveryKey::generate().unwrap();
    let made = replace_recovery(&clinic.vault, of_one(&phrase(GOOD)), &key, CREATED + 7).unwrap();
    made.keep().unwrap();
    key
}

#[test]
fn a_recovery_key_opens_the_vault_beside_the_passphrase_and_survives_its_change() {
    let (clinic, first) = created();
    assert_eq!(
        unlock_by_recovery(&clinic.vault, &RecoveryKey::generate().unwrap()).unwrap_err(),
        VaultError::NoRecoveryKey
    );
    let key = with_recovery(&clinic);
    let by_key = || unlock_by_recovery(&clinic.vault, &key).unwrap();
    assert_eq!(by_key().dek.root(), first.dek.root());
    assert_eq!(by_key().generation, 2);
    let kept = change_passphrase(
        &clinic.vault,
        of_one(&phrase(GOOD)),
        &phrase(OTHER),
        KdfCost::FLOOR,
    )
    .unwrap();
    kept.keep().unwrap();
    assert_eq!(by_key().dek.root(), first.dek.root());
    assert_eq!(
        unlock(&clinic.vault, "", &phrase(OTHER)).unwrap().dek.root(),
        first.dek.root()
    );
    let seen = summary(&clinic.vault, &first.dek.key_file_key()).unwrap();
    assert_eq!((seen.recovery_made, seen.generation), (Some(CREATED + 7), 3));
    let other = RecoveryKey::generate().unwrap();
    assert_eq!(
        unlock_by_recovery(&clinic.vault, &other).unwrap_err(),
        VaultError::WrongRecoveryKey
    );
}

#[test]
fn nothing_of_a_recovery_key_stands_in_the_key_file() {
    let (clinic, _) = created();
    let key = with_recovery(&clinic);
    let text = String::from_utf8(clinic.bytes()).unwrap();
    for group in key.groups() {
        assert!(!text.contains(group.as_str()));
    }
}

#[test]
fn whoever_forgot_the_passphrase_sets_a_new_one_by_the_recovery_key() {
    let (clinic, first) = created();
    let key = with_recovery(&clinic);
    let weak = recover(&clinic.vault, &key, None, &phrase("weak"), KdfCost::FLOOR).unwrap_err();
    assert!(matches!(weak, VaultError::WeakPassphrase { .. }));
    let other = RecoveryKey::generate().unwrap();
    let wrong = recover(&clinic.vault, &other, None, &phrase(OTHER), KdfCost::FLOOR).unwrap_err();
    assert_eq!(wrong, VaultError::WrongRecoveryKey);
    assert!(
        unlock(&clinic.vault, "", &phrase(GOOD)).is_ok(),
        "a refused one changes nothing"
    );
    recover(&clinic.vault, &key, None, &phrase(OTHER), KdfCost::FLOOR)
        .unwrap()
        .keep()
        .unwrap();
    assert_eq!(clinic.refusal(GOOD), VaultError::WrongPassphrase);
    assert_eq!(
        unlock(&clinic.vault, "", &phrase(OTHER)).unwrap().dek.root(),
        first.dek.root()
    );
    assert!(
        unlock_by_recovery(&clinic.vault, &key).is_ok(),
        "it stays until a new one is made"
    );
}

#[test]
fn a_recovery_key_that_was_replaced_or_removed_opens_nothing() {
    let (clinic, _) = created();
    let missing = remove_recovery(&clinic.vault, of_one(&phrase(GOOD))).unwrap_err();
    assert_eq!(missing, VaultError::NoRecoveryKey);
    let (old, new) = (with_recovery(&clinic), with_recovery(&clinic));
    assert_eq!(
        unlock_by_recovery(&clinic.vault, &old).unwrap_err(),
        VaultError::WrongRecoveryKey
    );
    assert!(unlock_by_recovery(&clinic.vault, &new).is_ok());
    let wrong = remove_recovery(&clinic.vault, of_one(&phrase(OTHER))).unwrap_err();
    assert_eq!(wrong, VaultError::WrongPassphrase);
    remove_recovery(&clinic.vault, of_one(&phrase(GOOD)))
        .unwrap()
        .keep()
        .unwrap();
    assert_eq!(
        unlock_by_recovery(&clinic.vault, &new).unwrap_err(),
        VaultError::NoRecoveryKey
    );
    assert!(unlock(&clinic.vault, "", &phrase(GOOD)).is_ok());
}

#[test]
fn a_change_that_was_put_together_before_another_one_is_not_kept() {
    let (clinic, _) = created();
    let key = RecoveryKey::generate().unwrap();
    let early = replace_recovery(&clinic.vault, of_one(&phrase(GOOD)), &key, CREATED).unwrap();
    with_recovery(&clinic);
    let before = clinic.bytes();
    assert_eq!(early.keep(), Err(VaultError::Changed));
    assert_eq!(clinic.bytes(), before);
}

#[test]
fn what_is_noted_of_the_log_is_read_back_and_changes_no_slot() {
    let (clinic, first) = created();
    let (key, recovery) = (first.dek.key_file_key(), with_recovery(&clinic));
    let head = LogHead {
        seq: 41,
        hash: [7; 32],
    };
    assert_eq!(note_log(&clinic.vault, &key, head), Ok(()));
    let noted = clinic.bytes();
    assert_eq!(note_log(&clinic.vault, &key, head), Ok(()));
    assert_eq!(clinic.bytes(), noted, "the same is not written again");
    let seen = summary(&clinic.vault, &key).unwrap();
    assert_eq!(seen.generation, 2, "what opens the vault was not set anew");
    assert_eq!(
        unlock(&clinic.vault, "", &phrase(GOOD)).unwrap().log_head,
        Some(head)
    );
    assert_eq!(
        unlock_by_recovery(&clinic.vault, &recovery).unwrap().log_head,
        Some(head)
    );
    let other = Dek::from_root(&[1; 32]).unwrap().key_file_key();
    assert_eq!(note_log(&clinic.vault, &other, head), Err(VaultError::Damaged));
    change_passphrase(
        &clinic.vault,
        of_one(&phrase(GOOD)),
        &phrase(OTHER),
        KdfCost::FLOOR,
    )
    .unwrap()
    .keep()
    .unwrap();
    assert_eq!(
        unlock(&clinic.vault, "", &phrase(OTHER)).unwrap().log_head,
        Some(head)
    );
}

#[test]
fn a_forged_recovery_slot_opens_nothing() {
    let (clinic, _) = created();
    let key = with_recovery(&clinic);
    let pristine = clinic.bytes();
    let by_key = || unlock_by_recovery(&clinic.vault, &key).unwrap_err();
    clinic.forge(|file| file.slots[1].made = Some(1));
    assert_eq!(by_key(), VaultError::WrongRecoveryKey);
    // The slot itself is as it was, and so the key opens it; the file around it is not.
    clinic.put(&pristine);
    clinic.forge(|file| {
        file.slots.remove(0);
    });
    assert_eq!(by_key(), VaultError::Damaged);
    // One of another vault.
    let (donor, _) = created();
    with_recovery(&donor);
    let slot = load_file(&donor).slots[1];
    clinic.put(&pristine);
    clinic.forge(|file| file.slots[1] = slot);
    assert_eq!(by_key(), VaultError::WrongRecoveryKey);
}

/// Without the key a forger can mend the checksum but neither the wrap nor the MAC.
#[test]
fn forgeries_with_a_right_checksum_are_refused() {
    let (clinic, _) = created();
    let pristine = clinic.bytes();
    let wrap: [fn(&mut KeyFile); 6] = [
        |file| file.vault_id = Uuid::from_u128(7),
        |file| file.slots[0].slot_id = 2,
        |file| file.slots[0].nonce.0[23] ^= 1,
        |file| file.slots[0].wrapped_dek.0[0] ^= 1,
        |file| file.slots[0].wrapped_dek.0[47] ^= 0x80,
        |file| {
            if let Kdf::Argon2id {
                m_kib,
                t,
                p,
                mut salt,
            } = file.slots[0].kdf
            {
                salt.0[0] ^= 1;
                file.slots[0].kdf = Kdf::Argon2id { m_kib, t, p, salt };
            }
        },
    ];
    for change in wrap {
        clinic.put(&pristine);
        clinic.forge(change);
        assert_eq!(clinic.refusal(GOOD), VaultError::WrongPassphrase);
    }
    let header: [fn(&mut KeyFile); 3] = [
        |file| file.generation = 0,
        |file| file.created += 1,
        |file| {
            file.slots.push(Slot {
                slot_id: 2,
                ..file.slots[0]
            })
        },
    ];
    for change in header {
        clinic.put(&pristine);
        clinic.forge(change);
        assert_eq!(clinic.refusal(GOOD), VaultError::Damaged);
    }
}

#[test]
fn a_lowered_cost_is_refused_below_the_floor_and_above_it() {
    let clinic = empty();
    let cost = KdfCost::new(20 * 1024, 3, 1).unwrap();
    create(&clinic.vault, &phrase(GOOD), cost, id(), CREATED).unwrap();
    let pristine = clinic.bytes();
    let lower_to = |m: u32, passes: u32| {
        clinic.put(&pristine);
        clinic.forge(|file| {
            if let Kdf::Argon2id { p, salt, .. } = file.slots[0].kdf {
                file.slots[0].kdf = Kdf::Argon2id {
                    m_kib: m,
                    t: passes,
                    p,
                    salt,
                };
            }
        });
        clinic.refusal(GOOD)
    };
    assert_eq!(lower_to(19 * 1024, 3), VaultError::WrongPassphrase);
    assert_eq!(lower_to(20 * 1024, 2), VaultError::WrongPassphrase);
    assert_eq!(
        lower_to(1024, 3),
        VaultError::KdfOutOfRange {
            m_kib: 1024,
            t: 3,
            p: 1
        }
    );
    assert_eq!(
        lower_to(u32::MAX, 3),
        VaultError::KdfOutOfRange {
            m_kib: u32::MAX,
            t: 3,
            p: 1
        }
    );
}

#[test]
fn unreadable_key_files_are_refused_and_left_alone() {
    let (clinic, _) = created();
    let good = clinic.bytes();
    let newer = String::from_utf8(good.clone())
        .unwrap()
        .replace("\"format_version\": 3", "\"format_version\": 4");
    for (bytes, error) in [
        (good[..good.len() / 2].to_vec(), VaultError::Damaged),
        (Vec::new(), VaultError::Damaged),
        ([good.clone(), vec![b' '; 70_000]].concat(), VaultError::Damaged),
        (b"{\"patients\": []}".to_vec(), VaultError::NotALaminaKeyFile),
        (newer.into_bytes(), VaultError::NewerFormat { found: 4, known: 3 }),
    ] {
        clinic.put(&bytes);
        assert_eq!(clinic.refusal(GOOD), error);
    }
    clinic.put(&good);
    assert!(unlock(&clinic.vault, "", &phrase(GOOD)).is_ok());
}

#[test]
fn a_file_from_another_vault_does_not_lend_its_slot() {
    let ((clinic, _), (donor, _)) = (created(), created());
    let slot = load_file(&donor).slots[0];
    clinic.forge(|file| file.slots[0] = slot);
    // Both were made with the same id and passphrase, so the wrap opens; the MAC is of another key.
    assert_eq!(clinic.refusal(GOOD), VaultError::Damaged);
}
