//! The restore drill, and everything that must not be restored.

use super::*;
use crate::{
    clock::today,
    record::Document,
    vault::{KdfCost, Passphrase, Person, Program, Secret},
};
use lamina_store::glance;
use lamina_vault::{key_file_path, unlock};
use std::sync::atomic::{AtomicBool, Ordering};
use tempfile::TempDir;

const WORDS: &str = "quiet river under seven green stones";

fn secret() -> Secret {
    Secret::new(WORDS.into())
}

fn words() -> Passphrase {
    Passphrase::new(WORDS.into())
}

fn tester() -> Person {
    Person {
        name: "tester".to_owned(),
        program: Program::CommandLine,
    }
}

fn case(number: u32) -> Document {
    let path = format!(
        "{}/../../tests/cases/case-0{number}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    Document::read(fs::File::open(path).unwrap(), today()).unwrap()
}

struct Room {
    folder: TempDir,
}

impl Room {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["home", "backups"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        Self { folder }
    }

    fn place(&self) -> PathBuf {
        self.folder.path().join("home/clinic.vault")
    }

    fn backups(&self) -> PathBuf {
        self.folder.path().join("backups")
    }

    async fn vault(&self) -> Vault {
        let (place, person) = (self.place(), tester());
        let vault = Vault::create(&place, words(), KdfCost::FLOOR, &person);
        vault.await.unwrap()
    }

    async fn open(&self) -> Vault {
        Vault::unlock(&self.place(), words(), &tester()).await.unwrap()
    }

    async fn look(&self, backup: &Path) -> Result<Look, ClinicError> {
        look_into(backup, secret(), &self.place()).await
    }

    async fn restore(&self, backup: &Path, keep_old: bool) -> Result<Restoration, ClinicError> {
        restore(backup, secret(), &self.place(), keep_old, &tester()).await
    }

    fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path().join(folder)).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

/// The rows of the log about backups, the newest first: act, object, ending.
async fn rows(vault: &Vault) -> Vec<(String, String, String)> {
    let rows = vault
        .store()
        .audit_entries(&lamina_store::AuditFilter::default(), None, 500)
        .await
        .unwrap();
    rows.into_iter()
        .filter(|row| row.object_type.as_deref() == Some("backup"))
        .map(|row| (row.action, row.object_name.unwrap_or_default(), row.outcome))
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_clinic_that_was_lost_while_it_was_at_work_is_there_again() {
    let room = Room::new();
    let vault = Arc::new(room.vault().await);
    for number in 1..=6 {
        vault.load(&case(number)).await.unwrap();
    }
    let done = Arc::new(AtomicBool::new(false));
    let writing = {
        let (vault, done) = (Arc::clone(&vault), Arc::clone(&done));
        tokio::spawn(async move {
            let mut loaded = 0;
            while !done.load(Ordering::Relaxed) || loaded == 0 {
                vault.load(&case(1)).await.unwrap();
                loaded += 1;
            }
            loaded
        })
    };
    // Of one day the last one is kept, so that this one gets a folder of its own.
    let apart = room.folder.path().join("apart");
    fs::create_dir(&apart).unwrap();
    let during = vault.back_up(&apart).await.unwrap();
    done.store(true, Ordering::Relaxed);
    let loaded = writing.await.unwrap();
    assert!(vault.backer().is_due().await.unwrap());
    let after = vault.back_up(&room.backups()).await.unwrap();
    assert!(!vault.backer().is_due().await.unwrap());
    assert_eq!(after.patients, 6 + loaded);
    let (dump, state) = (vault.whole().await, vault.backer().state().await.unwrap());
    assert_eq!((state.last.as_ref(), &state.failed), (Some(&after), &None));
    let noted = rows(&vault).await;
    assert_eq!(noted.len(), 2);
    assert!(
        noted[0].1.starts_with(&format!("same drive {} ", after.seq)),
        "{noted:?}"
    );
    let vault = Arc::into_inner(vault).unwrap();
    vault.close().await.unwrap();
    for folder in ["apart", "backups"] {
        let names = room.names(folder);
        assert_eq!(names.len(), 1, "nothing else is left: {names:?}");
    }

    for (made, everything) in [(&during, false), (&after, true)] {
        fs::remove_dir_all(room.folder.path().join("home")).unwrap();
        fs::create_dir(room.folder.path().join("home")).unwrap();
        let seen = room.look(&made.path).await.unwrap();
        assert_eq!(seen.in_place, InPlace::Nothing);
        assert_eq!(seen.manifest.about.versions, made.versions);
        assert_eq!(
            room.names("home"),
            ["clinic.vault.lock"],
            "looking leaves nothing"
        );
        let restored = room.restore(&made.path, false).await.unwrap();
        assert_eq!((restored.look, restored.kept), (seen, None));
        let vault = room.open().await;
        let verified = vault.verify().await.unwrap();
        assert_eq!((verified.faults, verified.versions), (0, made.versions));
        if everything {
            assert_eq!(vault.whole().await, dump);
        }
        let noted = rows(&vault).await;
        assert_eq!(noted[0].0, "restore");
        assert!(noted[0].1.starts_with(&format!("{} ", made.seq)), "{noted:?}");
        vault.close().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_vault_that_is_there_is_kept_aside_and_what_it_had_more_is_told() {
    let room = Room::new();
    let vault = room.vault().await;
    vault.load(&case(1)).await.unwrap();
    let made = vault.back_up(&room.backups()).await.unwrap();
    vault.load(&case(2)).await.unwrap();
    vault.close().await.unwrap();
    let before = fs::read(room.place()).unwrap();

    let refused = room.restore(&made.path, false).await.unwrap_err();
    assert!(matches!(refused, ClinicError::Vault(VaultError::AlreadyExists)));
    let wrong = look_into(
        &made.path,
        Secret::new("not these words at all".into()),
        &room.place(),
    )
    .await;
    assert!(matches!(
        wrong,
        Err(ClinicError::Backup(BackupError::Vault(
            VaultError::WrongPassphrase
        )))
    ));
    let seen = room.look(&made.path).await.unwrap();
    assert!(seen.in_place.is_newer(&seen.manifest), "{:?}", seen.in_place);
    assert!(
        fs::read(room.place()).unwrap() == before,
        "looking changes nothing"
    );

    let restored = room.restore(&made.path, true).await.unwrap();
    let kept = restored.kept.unwrap();
    assert!(fs::read(&kept).unwrap() == before);
    let vault = room.open().await;
    assert_eq!(vault.whole().await, case(1));
    let noted = rows(&vault).await;
    assert_eq!(
        (noted[0].0.as_str(), noted[1].0.as_str()),
        ("roll-back", "restore")
    );
    vault.close().await.unwrap();
    // The one that was kept opens by itself, with everything that it had.
    let old = Vault::unlock(&kept, words(), &tester()).await.unwrap();
    assert_eq!(old.whole().await.patients.len(), 2);
    old.close().await.unwrap();
    // Where the key file alone was lost, the vault beside it is still compared.
    fs::remove_file(key_file_path(&room.place())).unwrap();
    let seen = room.look(&made.path).await.unwrap();
    assert!(matches!(seen.in_place, InPlace::Same { .. }));
    fs::write(room.place(), "something else").unwrap();
    let seen = room.look(&made.path).await.unwrap();
    assert_eq!(seen.in_place, InPlace::Unreadable);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_that_was_not_made_is_told_and_noted() {
    let room = Room::new();
    let vault = room.vault().await;
    vault.load(&case(1)).await.unwrap();
    fs::write(room.folder.path().join("a-file"), "").unwrap();
    for (folder, why) in [
        (room.folder.path().join("none"), Why::NoFolder),
        (room.folder.path().join("a-file"), Why::NoFolder),
    ] {
        let refused = vault.back_up(&folder).await.unwrap_err();
        assert_eq!(Why::of(&refused), why, "{refused}");
        let state = vault.backer().state().await.unwrap();
        assert_eq!(
            state.failed.map(|failed| (failed.folder, failed.why)),
            Some((folder, why))
        );
        assert_eq!(state.last, None);
    }
    #[cfg(target_os = "linux")]
    {
        let refused = vault.back_up(Path::new("/sys/kernel")).await.unwrap_err();
        assert_eq!(Why::of(&refused), Why::ReadOnly, "{refused}");
    }
    let noted = rows(&vault).await;
    assert!(
        noted.iter().all(|row| row.2 == "failed") && noted.len() >= 2,
        "{noted:?}"
    );
    let made = vault.back_up(&room.backups()).await.unwrap();
    let state = vault.backer().state().await.unwrap();
    assert_eq!(state.last, Some(made));
    assert!(
        state.failed.is_some(),
        "the folder that could not be used stays told"
    );
    fs::create_dir(room.folder.path().join("none")).unwrap();
    vault.back_up(&room.folder.path().join("none")).await.unwrap();
    vault.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_that_says_something_else_than_it_holds_is_refused() {
    let room = Room::new();
    let vault = room.vault().await;
    vault.load(&case(1)).await.unwrap();
    let copy = room.folder.path().join("copy");
    let held = vault.store().copy_to(&copy).await.unwrap();
    let place = |number: usize| room.folder.path().join(format!("{number}{ENDING}"));
    let changes: [fn(&mut About); 6] = [
        |_| {},
        |about| about.schema -= 1,
        |about| about.patients += 1,
        |about| about.versions -= 1,
        |about| about.newest_us = None,
        |about| about.audit_head = "00".repeat(32),
    ];
    for (number, change) in changes.iter().enumerate() {
        let mut says = about(&held, 1);
        change(&mut says);
        let of = (room.place(), vault.id());
        let of = (of.0.as_path(), of.1);
        write_backup(
            &place(number),
            room.folder.path(),
            of,
            vault.backup_key(),
            &copy,
            says,
        )
        .unwrap();
    }
    vault.close().await.unwrap();
    for number in 0..changes.len() {
        let seen = room.look(&place(number)).await;
        match number {
            0 => assert!(seen.is_ok()),
            _ => assert!(
                matches!(seen, Err(ClinicError::Backup(BackupError::Damaged))),
                "{number}: {seen:?}"
            ),
        }
    }
}

/// The vaults of every schema that are kept, packed as they are: the older ones are brought up to date after the restoring.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_of_every_kept_schema_is_restored_whole() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vaults");
    let mut restored = 0;
    for entry in fs::read_dir(kept).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if !name.starts_with("schema-") || !name.ends_with(".vault") {
            continue;
        }
        let room = Room::new();
        let old = room.folder.path().join("old.vault");
        fs::copy(&path, &old).unwrap();
        fs::copy(key_file_path(&path), key_file_path(&old)).unwrap();
        let unlocked = unlock(&old, "", &words()).unwrap();
        let (key, id) = (unlocked.dek.database_key(), unlocked.vault_id);
        let held = glance(&old, key.spec(), id).await.unwrap();
        let backup = room.backups().join("old.lamina-backup");
        let backup_key = unlocked.dek.backup_key();
        write_backup(
            &backup,
            &room.backups(),
            (&old, id),
            &backup_key,
            &old,
            about(&held, 1),
        )
        .unwrap();
        let seen = room.restore(&backup, false).await.unwrap().look;
        assert_eq!(format!("schema-{}.vault", seen.manifest.about.schema), name);
        let vault = room.open().await;
        assert_eq!(vault.verify().await.unwrap().faults, 0, "{name}");
        let held = fs::read(path.with_extension("json")).unwrap();
        let held = Document::read(held.as_slice(), today()).unwrap();
        assert_eq!(vault.whole().await.patients, held.patients, "{name}");
        vault.close().await.unwrap();
        restored += 1;
    }
    assert!(restored > 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_own_backups_that_are_no_longer_needed_go() {
    let room = Room::new();
    let vault = room.vault().await;
    vault.load(&case(1)).await.unwrap();
    let copy = room.folder.path().join("copy");
    let held = vault.store().copy_to(&copy).await.unwrap();
    // Forty backups of one day, some of them under a name that somebody gave, and some of another vault.
    let day = 1_700_000_000_000_000;
    let other = Room::new();
    let theirs = other.vault().await;
    let foreign = theirs.back_up(&room.backups()).await.unwrap();
    theirs.close().await.unwrap();
    for minute in 0..40 {
        let at_us = day + minute * 60_000_000;
        let place = match minute % 10 {
            0 => room.backups().join(format!("kept by hand {minute}{ENDING}")),
            _ => free_name(&room.backups(), &room.place(), at_us),
        };
        let (path, id) = (room.place(), vault.id());
        let says = about(&held, at_us);
        write_backup(
            &place,
            &room.backups(),
            (&path, id),
            vault.backup_key(),
            &copy,
            says,
        )
        .unwrap();
    }
    let made = vault.back_up(&room.backups()).await.unwrap();
    vault.close().await.unwrap();
    let names = room.names("backups");
    let by_hand = names
        .iter()
        .filter(|name| name.starts_with("kept by hand"))
        .count();
    assert_eq!(by_hand, 4);
    assert!(made.path.exists() && foreign.path.exists());
    // The last one of that day stays beside the new one.
    assert_eq!(names.len(), by_hand + 3, "{names:?}");
}
