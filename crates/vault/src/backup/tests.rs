//! Backups against real files: what was packed comes out again, and anything else is refused before it is used.

use super::*;
use crate::{KdfCost, Passphrase, RecoveryKey, create, dek::Dek, disk::lock_file_path, slot::Kdf};
use std::{fs, path::PathBuf, time::Instant};
use tempfile::TempDir;

const GOOD: &str = "calm river under stone";

struct Clinic {
    folder: TempDir,
    vault: PathBuf,
    dek: Dek,
}

fn phrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

fn about(seq: i64) -> About {
    About {
        program: "Lamina 0.1.0".to_owned(),
        schema: 20,
        made_us: 1_700_000_000_000_000,
        patients: 2,
        versions: 17,
        newest_us: Some(1_690_000_000_000_000),
        audit_seq: seq,
        audit_head: "ab".repeat(32),
    }
}

impl Clinic {
    fn new(number: u128) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let vault = folder.path().join("clinic.lamina");
        let id = Uuid::from_u128(number);
        let dek = create(&vault, &phrase(GOOD), KdfCost::FLOOR, id, 1).unwrap().dek;
        let database: Vec<u8> = (0..20_000_u32).map(|at| (at * 7 % 251) as u8).collect();
        fs::write(folder.path().join("copy"), database).unwrap();
        Self { folder, vault, dek }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn id(&self) -> Uuid {
        crate::inspect(&self.vault).unwrap().vault_id
    }

    fn pack(&self, name: &str, seq: i64) -> Result<Manifest, BackupError> {
        let place = self.path(name);
        let vault = (self.vault.as_path(), self.id());
        write_backup(
            &place,
            self.folder.path(),
            vault,
            &self.dek.backup_key(),
            &self.path("copy"),
            about(seq),
        )
    }

    /// Why these bytes are refused as a backup, having seen that nothing was left of them.
    fn refusal(&self, bytes: &[u8]) -> BackupError {
        let (place, to) = (self.path("tried"), self.path("out"));
        fs::write(&place, bytes).unwrap();
        let begun = Instant::now();
        let refused = match Backup::open(&place) {
            Ok(mut backup) => {
                backup
                    .verify(&self.dek.backup_key())
                    .expect_err("a backup that is not what was written");
                backup.unpack(&secret(GOOD), &to).expect_err("must be refused")
            }
            Err(refused) => refused,
        };
        assert!(!to.exists() && !key_file_path(&to).exists(), "something was left");
        let names = fs::read_dir(self.folder.path()).unwrap();
        let left = names.filter(|name| {
            let name = name.as_ref().unwrap().file_name();
            name.to_string_lossy().starts_with(".lamina-")
        });
        assert_eq!(left.count(), 0, "a temporary file was left");
        // No length that is claimed is believed: not one buffer of its size was made or filled.
        assert!(begun.elapsed().as_secs() < 60);
        refused
    }
}

/// A backup put together by hand, as someone with the key could.
fn assembled(manifest: &Manifest, keys: &[u8], database: &[u8], key: &BackupKey) -> Vec<u8> {
    let mut sealing = Sealing::new(Vec::new(), key).unwrap();
    sealing.write_all(&manifest.head().unwrap()).unwrap();
    sealing.write_all(keys).unwrap();
    sealing.write_all(database).unwrap();
    let mut bytes = sealing.to;
    bytes.extend(sealing.mac.finalize().into_bytes());
    bytes
}

#[test]
fn what_was_packed_comes_out_and_opens_by_its_passphrase() {
    let clinic = Clinic::new(1);
    let told = clinic.pack("a.lamina-backup", 40).unwrap();
    let mut backup = Backup::open(&clinic.path("a.lamina-backup")).unwrap();
    assert_eq!(backup.manifest(), &told);
    assert_eq!((&told.about, told.generation), (&about(40), 1));
    backup.verify(&clinic.dek.backup_key()).unwrap();
    let other = Clinic::new(2);
    assert_eq!(backup.verify(&other.dek.backup_key()), Err(BackupError::Damaged));
    let out = clinic.path("out");
    let wrong = backup.unpack(&secret("another river under stone"), &out);
    assert_eq!(wrong.unwrap_err(), VaultError::WrongPassphrase.into());
    assert!(!out.exists());
    let unlocked = backup.unpack(&secret(GOOD), &out).unwrap();
    assert_eq!(unlocked.dek.root(), clinic.dek.root());
    assert!(fs::read(&out).unwrap() == fs::read(clinic.path("copy")).unwrap());
    let keys = |vault: &Path| fs::read(key_file_path(vault)).unwrap();
    assert!(keys(&out) == keys(&clinic.vault));
    assert!(!lock_file_path(&out).exists());
    // A vault that is there is not unpacked over.
    let again = backup.unpack(&secret(GOOD), &out).unwrap_err();
    assert_eq!(again, VaultError::AlreadyExists.into());
}

#[test]
fn a_backup_that_is_there_is_left_as_it_is_and_nothing_else_is_left() {
    let clinic = Clinic::new(1);
    clinic.pack("a", 40).unwrap();
    let before = fs::read(clinic.path("a")).unwrap();
    assert_eq!(clinic.pack("a", 41), Err(VaultError::AlreadyExists.into()));
    assert!(fs::read(clinic.path("a")).unwrap() == before);
    assert!(clinic.pack("none/b", 41).is_err());
    assert_eq!(fs::read_dir(clinic.folder.path()).unwrap().count(), 3);
    let place = clinic.path("c");
    let of_another = write_backup(
        &place,
        clinic.folder.path(),
        (&clinic.vault, Uuid::from_u128(9)),
        &clinic.dek.backup_key(),
        &clinic.path("copy"),
        about(1),
    );
    assert_eq!(of_another, Err(BackupError::Damaged));
}

#[test]
fn one_bit_changed_anywhere_is_refused() {
    let clinic = Clinic::new(1);
    clinic.pack("a", 40).unwrap();
    let whole = fs::read(clinic.path("a")).unwrap();
    let database = whole.len() - 20_032;
    let places = (0..database)
        .step_by(11)
        .chain((database..whole.len()).step_by(997))
        .chain(whole.len() - 32..whole.len());
    let places: Vec<usize> = places.collect();
    assert!(places.len() > 100);
    for at in places {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        clinic.refusal(&bytes);
    }
}

#[test]
fn a_backup_cut_short_or_grown_is_damaged() {
    let clinic = Clinic::new(1);
    clinic.pack("a", 40).unwrap();
    let whole = fs::read(clinic.path("a")).unwrap();
    for kept in (0..whole.len())
        .step_by(613)
        .chain([1, 15, 16, 17, 23, 24, whole.len() - 1])
    {
        assert_eq!(clinic.refusal(&whole[..kept]), BackupError::Damaged, "{kept}");
    }
    let grown = [whole.as_slice(), b"x"].concat();
    assert_eq!(clinic.refusal(&grown), BackupError::Damaged);
    assert_eq!(clinic.refusal(b"%PDF-1.7"), BackupError::NotABackup);
}

#[test]
fn the_manifest_of_another_backup_does_not_fit() {
    let (clinic, other) = (Clinic::new(1), Clinic::new(2));
    clinic.pack("a", 40).unwrap();
    clinic.pack("b", 41).unwrap();
    other.pack("c", 40).unwrap();
    let read = |place: PathBuf| fs::read(place).unwrap();
    let (own, later, foreign) = (
        read(clinic.path("a")),
        read(clinic.path("b")),
        read(other.path("c")),
    );
    let head = own.len() - 20_032 - fs::read(key_file_path(&clinic.vault)).unwrap().len();
    for from in [&later, &foreign] {
        assert_eq!(from.len(), own.len(), "the same lengths");
        let mixed = [&from[..head], &own[head..]].concat();
        assert_eq!(clinic.refusal(&mixed), BackupError::Damaged);
    }
}

#[test]
fn lengths_and_versions_are_checked_before_anything_is_done_with_them() {
    let clinic = Clinic::new(1);
    clinic.pack("a", 40).unwrap();
    let whole = fs::read(clinic.path("a")).unwrap();
    for length in [u32::MAX, 64 * 1024 + 1, 64 * 1024, 0] {
        let mut bytes = whole.clone();
        bytes[20..24].copy_from_slice(&length.to_be_bytes());
        assert_eq!(clinic.refusal(&bytes), BackupError::Damaged, "{length}");
    }
    let mut newer = whole.clone();
    newer[16..20].copy_from_slice(&7_u32.to_be_bytes());
    assert_eq!(
        clinic.refusal(&newer),
        BackupError::NewerFormat { found: 7, known: 1 }
    );
    let mut older = whole.clone();
    older[16..20].copy_from_slice(&0_u32.to_be_bytes());
    assert_eq!(clinic.refusal(&older), BackupError::Damaged);
    let keys = fs::read(key_file_path(&clinic.vault)).unwrap();
    let database = fs::read(clinic.path("copy")).unwrap();
    let told = Backup::open(&clinic.path("a")).unwrap().manifest;
    for (key_file, of_database) in [
        (u64::MAX, 20_000),
        (64 * 1024 + 1, 20_000),
        (keys.len() as u64, u64::MAX),
        (keys.len() as u64, 20_001),
        (u64::MAX, 20_000 + keys.len() as u64 + 1),
        (keys.len() as u64 - 1, 20_001),
    ] {
        let mut forged = told.clone();
        (forged.key_file.bytes, forged.database.bytes) = (key_file, of_database);
        let bytes = assembled(&forged, &keys, &database, &clinic.dek.backup_key());
        assert_eq!(clinic.refusal(&bytes), BackupError::Damaged);
    }
}

#[test]
fn a_key_file_that_asks_for_too_much_work_is_refused_before_it() {
    let clinic = Clinic::new(1);
    let told = clinic.pack("a", 40).unwrap();
    let keys = fs::read(key_file_path(&clinic.vault)).unwrap();
    let database = fs::read(clinic.path("copy")).unwrap();
    let dear = KeyFile::parse(&keys).unwrap().forged(|file| {
        for slot in &mut file.slots {
            if let Kdf::Argon2id { m_kib, .. } = &mut slot.kdf {
                *m_kib = u32::MAX;
            }
        }
    });
    let forged = Manifest {
        key_file: Part::of(&mut dear.as_slice()).unwrap(),
        ..told
    };
    let bytes = assembled(&forged, &dear, &database, &clinic.dek.backup_key());
    fs::write(clinic.path("forged"), bytes).unwrap();
    let refused = Backup::open(&clinic.path("forged"))
        .unwrap()
        .unpack(&secret(GOOD), &clinic.path("out"))
        .unwrap_err();
    assert!(matches!(
        refused,
        BackupError::Vault(VaultError::KdfOutOfRange { .. })
    ));
}

/// Which sheet opens which backup: the one that held when it was made, and no other, whatever came after.
#[test]
fn a_backup_opens_by_the_recovery_key_that_held_when_it_was_made() {
    let clinic = Clinic::new(7);
    let written = |key: &RecoveryKey| {
        key.groups()
            .iter()
            .map(|group| group.to_string())
            .collect::<String>()
    };
    let passphrase = phrase(GOOD);
    let proof = crate::Proof {
        holder: None,
        passphrase: &passphrase,
    };
    let keep = |key: &RecoveryKey| {
        crate::replace_recovery(&clinic.vault, proof, key, 1)
            .unwrap()
            .keep()
            .unwrap();
    };
    let keys = [RecoveryKey::generate().unwrap(), RecoveryKey::generate().unwrap()];
    clinic.pack("before", 1).unwrap();
    keep(&keys[0]);
    clinic.pack("first", 2).unwrap();
    keep(&keys[1]);
    clinic.pack("second", 3).unwrap();
    let tried = |name: &str, key: &RecoveryKey| {
        let out = clinic.path(&format!("out-{name}"));
        let opened = Backup::open(&clinic.path(name))
            .unwrap()
            .unpack(&secret(&written(key)), &out);
        opened.map(|unlocked| unlocked.dek.root() == clinic.dek.root())
    };
    let wrong = || Err(BackupError::Vault(VaultError::WrongRecoveryKey));
    assert_eq!(
        tried("before", &keys[0]),
        Err(BackupError::Vault(VaultError::NoRecoveryKey))
    );
    assert_eq!(tried("first", &keys[1]), wrong());
    assert_eq!(tried("first", &keys[0]), Ok(true));
    assert_eq!(tried("second", &keys[0]), wrong());
    assert_eq!(tried("second", &keys[1]), Ok(true));
}
