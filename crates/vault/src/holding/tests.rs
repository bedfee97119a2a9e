//! Several people at one vault, against real files.

use super::*;
use crate::{
    OpenedBy, RecoveryKey, change_passphrase, create, flows::unlock, inspect, key_file::KeyFile,
    key_file_path, passphrase::Passphrase, recover, replace_recovery, unlock_by_recovery,
};
use std::{fs, path::PathBuf};
use tempfile::TempDir;

const OWNERS: &str = "calm river under stone";
const OWN: &str = "north lamp eight meadow";

struct Clinic {
    _folder: TempDir,
    vault: PathBuf,
    root: Vec<u8>,
}

fn phrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

fn holder(id: u128, name: &str) -> KeyHolder {
    KeyHolder {
        id: Uuid::from_u128(id),
        name: name.to_owned(),
    }
}

fn anna() -> KeyHolder {
    holder(1, "Anna Muster")
}

fn ben() -> KeyHolder {
    holder(2, "Ben Sample")
}

fn proof<'a>(holder: &KeyHolder, passphrase: &'a Passphrase) -> Proof<'a> {
    Proof {
        holder: Some(holder.id),
        passphrase,
    }
}

impl Clinic {
    fn of_one() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let vault = folder.path().join("clinic.lamina");
        let made = create(&vault, &phrase(OWNERS), KdfCost::FLOOR, Uuid::from_u128(9), 1).unwrap();
        Self {
            _folder: folder,
            vault,
            root: made.dek.root().to_vec(),
        }
    }

    /// Anna, whose vault it is, and Ben with a code.
    fn of_two() -> (Self, OneTimeCode) {
        let clinic = Self::of_one();
        let passphrase = phrase(OWNERS);
        let alone = Proof {
            holder: None,
            passphrase: &passphrase,
        };
        name_holder(&clinic.vault, alone, &anna())
            .unwrap()
            .keep()
            .unwrap();
        let code = OneTimeCode::generate().unwrap();
        clinic.give(&ben(), &code).unwrap().keep().unwrap();
        (clinic, code)
    }

    fn give(&self, holder: &KeyHolder, code: &OneTimeCode) -> Result<Rekeying, VaultError> {
        let passphrase = phrase(OWNERS);
        give_code(
            &self.vault,
            proof(&anna(), &passphrase),
            holder,
            code,
            KdfCost::FLOOR,
        )
    }

    fn opens(&self, name: &str, passphrase: &str) -> Result<Option<OpenedBy>, VaultError> {
        let before = fs::read(key_file_path(&self.vault)).unwrap();
        let unlocked = unlock(&self.vault, name, &phrase(passphrase));
        assert_eq!(before, fs::read(key_file_path(&self.vault)).unwrap());
        unlocked.map(|unlocked| {
            assert_eq!(unlocked.dek.root().to_vec(), self.root);
            unlocked.opened_by
        })
    }
}

fn by(holder: &KeyHolder, by_code: bool) -> Option<OpenedBy> {
    Some(OpenedBy {
        id: holder.id,
        by_code,
    })
}

#[test]
fn each_opens_the_vault_under_their_name_with_their_passphrase_and_no_other() {
    let (clinic, code) = Clinic::of_two();
    assert_eq!(clinic.opens("anna  MUSTER", OWNERS), Ok(by(&anna(), false)));
    assert_eq!(clinic.opens("Ben Sample", code.written()), Ok(by(&ben(), true)));
    let told = code.written().to_lowercase().replace('-', " ");
    assert_eq!(clinic.opens("Ben Sample", &told), Ok(by(&ben(), true)));
    assert_eq!(
        clinic.opens("Ben Sample", OWNERS),
        Err(VaultError::WrongPassphrase)
    );
    assert_eq!(
        clinic.opens("Anna Muster", code.written()),
        Err(VaultError::WrongPassphrase)
    );
    assert_eq!(
        clinic.opens("Carl Nobody", OWNERS),
        Err(VaultError::WrongPassphrase)
    );
    assert_eq!(clinic.opens(" ", OWNERS), Err(VaultError::NameMissing));
    assert_eq!(inspect(&clinic.vault).unwrap().holders, 2);
}

#[test]
fn a_vault_of_one_person_asks_for_no_name() {
    let clinic = Clinic::of_one();
    assert_eq!(clinic.opens("", OWNERS), Ok(None));
    assert_eq!(clinic.opens("whoever", OWNERS), Ok(None));
    assert_eq!(inspect(&clinic.vault).unwrap().holders, 0);
    let (code, passphrase) = (OneTimeCode::generate().unwrap(), phrase(OWNERS));
    let alone = Proof {
        holder: None,
        passphrase: &passphrase,
    };
    let early = give_code(&clinic.vault, alone, &ben(), &code, KdfCost::FLOOR);
    assert_eq!(early.err(), Some(VaultError::NameMissing));
    name_holder(&clinic.vault, alone, &anna())
        .unwrap()
        .keep()
        .unwrap();
    assert_eq!(
        clinic.opens("", OWNERS),
        Ok(by(&anna(), false)),
        "nobody else could be meant"
    );
    assert_eq!(clinic.opens("Anna Muster", OWNERS), Ok(by(&anna(), false)));
    assert_eq!(
        clinic.opens("Ben Sample", OWNERS),
        Err(VaultError::WrongPassphrase)
    );
}

#[test]
fn a_code_is_good_for_setting_a_passphrase_of_ones_own_and_then_for_nothing() {
    let (clinic, code) = Clinic::of_two();
    let (given, own) = (phrase(code.written()), phrase(OWN));
    let again = change_passphrase(&clinic.vault, proof(&ben(), &given), &given, KdfCost::FLOOR);
    assert_eq!(again.err(), Some(VaultError::CodeAgain));
    change_passphrase(&clinic.vault, proof(&ben(), &given), &own, KdfCost::FLOOR)
        .unwrap()
        .keep()
        .unwrap();
    assert_eq!(clinic.opens("Ben Sample", OWN), Ok(by(&ben(), false)));
    assert_eq!(
        clinic.opens("Ben Sample", code.written()),
        Err(VaultError::WrongPassphrase)
    );
    assert_eq!(clinic.opens("Anna Muster", OWNERS), Ok(by(&anna(), false)));
}

#[test]
fn whoever_forgot_theirs_gets_another_code_and_the_old_passphrase_opens_nothing() {
    let (clinic, first) = Clinic::of_two();
    let code = OneTimeCode::generate().unwrap();
    clinic.give(&ben(), &code).unwrap().keep().unwrap();
    assert_eq!(
        clinic.opens("Ben Sample", first.written()),
        Err(VaultError::WrongPassphrase)
    );
    assert_eq!(clinic.opens("Ben Sample", code.written()), Ok(by(&ben(), true)));
    assert_eq!(inspect(&clinic.vault).unwrap().holders, 2);
}

#[test]
fn two_people_do_not_sign_in_under_one_name() {
    let (clinic, code) = Clinic::of_two();
    let twin = clinic.give(&holder(3, " ben SAMPLE"), &code);
    assert_eq!(twin.err(), Some(VaultError::NameTaken));
}

#[test]
fn who_was_removed_opens_nothing_and_nobody_removes_themselves() {
    let (clinic, code) = Clinic::of_two();
    let passphrase = phrase(OWNERS);
    let asks = proof(&anna(), &passphrase);
    for nobody in [anna().id, Uuid::from_u128(77)] {
        let refused = remove_holder(&clinic.vault, asks, nobody);
        assert_eq!(refused.err(), Some(VaultError::NoSuchHolder));
    }
    remove_holder(&clinic.vault, asks, ben().id)
        .unwrap()
        .keep()
        .unwrap();
    assert_eq!(
        clinic.opens("Ben Sample", code.written()),
        Err(VaultError::WrongPassphrase)
    );
    assert_eq!(clinic.opens("Anna Muster", OWNERS), Ok(by(&anna(), false)));
}

#[test]
fn nobody_changes_anything_with_the_passphrase_of_somebody_else() {
    let (clinic, code) = Clinic::of_two();
    let theirs = phrase(code.written());
    let posing = proof(&anna(), &theirs);
    let removed = remove_holder(&clinic.vault, posing, ben().id);
    assert_eq!(removed.err(), Some(VaultError::WrongPassphrase));
    let given = give_code(&clinic.vault, posing, &holder(3, "Carl"), &code, KdfCost::FLOOR);
    assert_eq!(given.err(), Some(VaultError::WrongPassphrase));
    let changed = change_passphrase(&clinic.vault, posing, &phrase(OWN), KdfCost::FLOOR);
    assert_eq!(changed.err(), Some(VaultError::WrongPassphrase));
}

#[test]
fn a_recovery_key_sets_one_passphrase_anew_and_leaves_those_of_others() {
    let (clinic, code) = Clinic::of_two();
    let (passphrase, key) = (phrase(OWNERS), RecoveryKey::generate().unwrap());
    replace_recovery(&clinic.vault, proof(&anna(), &passphrase), &key, 5)
        .unwrap()
        .keep()
        .unwrap();
    assert_eq!(unlock_by_recovery(&clinic.vault, &key).unwrap().opened_by, None);
    recover(&clinic.vault, &key, Some(&anna()), &phrase(OWN), KdfCost::FLOOR)
        .unwrap()
        .keep()
        .unwrap();
    assert_eq!(clinic.opens("Anna Muster", OWN), Ok(by(&anna(), false)));
    assert_eq!(
        clinic.opens("Anna Muster", OWNERS),
        Err(VaultError::WrongPassphrase)
    );
    assert_eq!(clinic.opens("Ben Sample", code.written()), Ok(by(&ben(), true)));
}

#[test]
fn the_key_file_names_nobody_and_a_slot_lent_to_another_name_opens_nothing() {
    let (clinic, code) = Clinic::of_two();
    let bytes = fs::read(key_file_path(&clinic.vault)).unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap().to_lowercase();
    for name in ["anna", "muster", "ben", "sample", code.written()] {
        assert!(!text.contains(&name.to_lowercase()), "{name}");
    }
    let file = KeyFile::parse(&bytes).unwrap();
    let forged = file.forged(|file| {
        let held: Vec<_> = file.slots.iter().map(|slot| slot.holder).collect();
        for (slot, held) in file.slots.iter_mut().zip(held.into_iter().rev()) {
            slot.holder = held;
        }
    });
    fs::write(key_file_path(&clinic.vault), forged).unwrap();
    for (name, passphrase) in [("Ben Sample", OWNERS), ("Anna Muster", code.written())] {
        assert_eq!(
            clinic.opens(name, passphrase),
            Err(VaultError::WrongPassphrase),
            "{name}"
        );
    }
}

#[test]
fn one_vault_has_room_for_thirty_two_and_says_when_it_is_full() {
    let (clinic, code) = Clinic::of_two();
    let mut file = KeyFile::parse(&fs::read(key_file_path(&clinic.vault)).unwrap()).unwrap();
    let slot = file.slots[1];
    file.slots.extend((3..34).map(|id| Slot {
        slot_id: id,
        holder: Some(Held::by(&holder(id.into(), &format!("Nobody {id}")), true)),
        ..slot
    }));
    assert_eq!(file.slots.len(), 33);
    let key = crate::dek::Dek::from_root(clinic.root.as_slice()).unwrap();
    let full = file.next(file.slots.clone(), &key.key_file_key()).unwrap();
    fs::write(key_file_path(&clinic.vault), full.encode().unwrap()).unwrap();
    let more = clinic.give(&holder(99, "One More"), &code);
    assert_eq!(more.err(), Some(VaultError::TooManyHolders));
    assert!(
        clinic.give(&ben(), &code).is_ok(),
        "another code for who is there"
    );
}
