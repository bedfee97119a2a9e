//! What opens a vault, from making it to reading its log: recovery keys, passphrases, and files that were put back by hand.

use super::*;
use crate::vault::{Older, Program};
use lamina_store::AuditEntry;
use std::{fs, path::PathBuf};
use tempfile::TempDir;

const WORDS: &str = "quiet river under seven green stones";
const OTHER: &str = "north lamp eight meadow and a kettle";

fn tester() -> Person {
    Person {
        name: "tester".to_owned(),
        program: Program::Window,
    }
}

fn phrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

struct Room {
    folder: TempDir,
    place: PathBuf,
}

impl Room {
    async fn new() -> (Self, Vault) {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("clinic.vault");
        let vault = Vault::create(&place, phrase(WORDS), KdfCost::FLOOR, &tester())
            .await
            .unwrap();
        (Self { folder, place }, vault)
    }

    async fn open(&self, words: &str) -> Result<Vault, ClinicError> {
        Vault::unlock(&self.place, phrase(words), &tester()).await
    }

    async fn recover(&self, key: &RecoveryKey, new: &str) -> Result<Vault, ClinicError> {
        Vault::recover(&self.place, again(key), phrase(new), KdfCost::FLOOR, &tester()).await
    }

    /// Puts one of the files back as it was.
    fn kept(&self, ending: &str) -> impl FnOnce() + use<> {
        let file = self.folder.path().join(format!("clinic.vault{ending}"));
        let bytes = fs::read(&file).unwrap();
        move || fs::write(file, bytes).unwrap()
    }
}

/// The same key, as read from the paper.
fn again(key: &RecoveryKey) -> RecoveryKey {
    let groups: Vec<String> = key.groups().iter().map(|group| group.to_string()).collect();
    RecoveryKey::read(groups.join(" ").to_lowercase()).unwrap()
}

async fn with_recovery(vault: &Vault, words: &str) -> RecoveryKey {
    let new = vault.make_recovery(phrase(words)).await.unwrap();
    let key = again(new.key());
    vault.keep_recovery(new).await.unwrap();
    key
}

/// What the log says of what opens the vault, the oldest first.
async fn rows(vault: &Vault) -> Vec<String> {
    let rows = vault
        .store()
        .audit_entries(&lamina_store::AuditFilter::default(), None, 100)
        .await
        .unwrap();
    let told = |row: &AuditEntry| format!("{} {}", row.action, row.outcome);
    rows.iter()
        .rev()
        .map(told)
        .filter(|row| row != "unlock done")
        .collect()
}

fn refused(opened: Result<Vault, ClinicError>) -> VaultError {
    match opened {
        Err(ClinicError::Vault(error)) => error,
        Err(other) => panic!("refused otherwise: {other}"),
        Ok(_) => panic!("must be refused"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_recovery_key_counts_once_it_was_kept_and_replaces_a_forgotten_passphrase() {
    let (room, vault) = Room::new().await;
    assert_eq!(vault.key_file().unwrap().recovery_made, None);
    let shown = vault.make_recovery(phrase(WORDS)).await.unwrap();
    let key = again(shown.key());
    vault.close().await.unwrap();
    assert_eq!(
        refused(room.recover(&key, OTHER).await),
        VaultError::NoRecoveryKey
    );

    let vault = room.open(WORDS).await.unwrap();
    let (key, before) = (with_recovery(&vault, WORDS).await, vault.id());
    assert!(vault.key_file().unwrap().recovery_made.is_some());
    vault.close().await.unwrap();
    let weak = refused(room.recover(&key, "short").await);
    assert!(matches!(weak, VaultError::WeakPassphrase { .. }));
    let wrong = RecoveryKey::generate().unwrap();
    assert_eq!(
        refused(room.recover(&wrong, OTHER).await),
        VaultError::WrongRecoveryKey
    );
    room.open(WORDS).await.unwrap().close().await.unwrap();

    let vault = room.recover(&key, OTHER).await.unwrap();
    assert_eq!(vault.id(), before);
    assert_eq!(
        rows(&vault).await,
        ["make-recovery-key done", "use-recovery-key done"]
    );
    assert_eq!(vault.verify().await.unwrap().faults, 0);
    vault.close().await.unwrap();
    assert_eq!(refused(room.open(WORDS).await), VaultError::WrongPassphrase);
    room.open(OTHER).await.unwrap().close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_opens_a_vault_is_changed_by_whoever_knows_the_passphrase_and_the_log_says_so() {
    let (room, vault) = Room::new().await;
    let wrong = vault.make_recovery(phrase(OTHER)).await.unwrap_err();
    assert!(matches!(wrong, ClinicError::Vault(VaultError::WrongPassphrase)));
    let none = vault.remove_recovery(phrase(WORDS)).await.unwrap_err();
    assert!(matches!(none, ClinicError::Vault(VaultError::NoRecoveryKey)));
    let old = with_recovery(&vault, WORDS).await;
    let new = with_recovery(&vault, WORDS).await;
    vault
        .change_passphrase(phrase(WORDS), phrase(OTHER), KdfCost::FLOOR)
        .await
        .unwrap();
    let gone = vault.change_passphrase(phrase(WORDS), phrase(OTHER), KdfCost::FLOOR);
    assert!(gone.await.is_err());
    let expected = [
        "make-recovery-key refused",
        "make-recovery-key done",
        "make-recovery-key done",
        "change-passphrase done",
        "change-passphrase refused",
    ];
    assert_eq!(rows(&vault).await, expected);
    vault.close().await.unwrap();
    assert_eq!(
        refused(room.recover(&old, WORDS).await),
        VaultError::WrongRecoveryKey
    );
    let vault = room.recover(&new, WORDS).await.unwrap();
    vault.remove_recovery(phrase(WORDS)).await.unwrap();
    assert_eq!(vault.key_file().unwrap().recovery_made, None);
    assert_eq!(rows(&vault).await.last().unwrap(), "remove-recovery-key done");
    vault.close().await.unwrap();
    assert_eq!(
        refused(room.recover(&new, OTHER).await),
        VaultError::NoRecoveryKey
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_could_not_be_put_in_force_is_told_and_the_old_way_in_stays() {
    let (room, vault) = Room::new().await;
    let late = vault.make_recovery(phrase(WORDS)).await.unwrap();
    let key = with_recovery(&vault, WORDS).await;
    let error = vault.keep_recovery(late).await.unwrap_err();
    assert!(matches!(error, ClinicError::Vault(VaultError::Changed)));
    assert_eq!(rows(&vault).await.last().unwrap(), "make-recovery-key failed");
    vault.close().await.unwrap();
    let vault = room.recover(&key, OTHER).await.unwrap();
    assert_eq!(vault.older(), None, "what failed is not expected of the key file");
    vault.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_earlier_copy_of_the_vault_is_told_from_the_vault() {
    let (room, vault) = Room::new().await;
    vault.close().await.unwrap();
    let put_back = room.kept("");
    let vault = room.open(WORDS).await.unwrap();
    with_recovery(&vault, WORDS).await;
    vault.close().await.unwrap();
    let vault = room.open(WORDS).await.unwrap();
    assert_eq!(vault.older(), None);
    vault.close().await.unwrap();
    put_back();
    let vault = room.open(WORDS).await.unwrap();
    assert_eq!(vault.older(), Some(Older::Vault));
    let found = vault.verify().await.unwrap();
    assert!(
        found.found.iter().any(|one| one.contains("noted elsewhere")),
        "{:?}",
        found.found
    );
    assert_eq!(rows(&vault).await, ["roll-back done"]);
    vault.close().await.unwrap();
    let vault = room.open(WORDS).await.unwrap();
    assert_eq!(vault.older(), None, "told once, and the log keeps it");
    vault.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_earlier_copy_of_the_key_file_is_told_as_long_as_it_is_there() {
    let (room, vault) = Room::new().await;
    vault.close().await.unwrap();
    let put_back = room.kept(".keys");
    let vault = room.open(WORDS).await.unwrap();
    vault
        .change_passphrase(phrase(WORDS), phrase(OTHER), KdfCost::FLOOR)
        .await
        .unwrap();
    vault.close().await.unwrap();
    let vault = room.open(OTHER).await.unwrap();
    assert_eq!(vault.older(), None);
    vault.close().await.unwrap();
    put_back();
    for _ in 0..2 {
        let vault = room.open(WORDS).await.unwrap();
        assert_eq!(vault.older(), Some(Older::KeyFile));
        vault.close().await.unwrap();
    }
    let vault = room.open(WORDS).await.unwrap();
    vault
        .change_passphrase(phrase(WORDS), phrase(OTHER), KdfCost::FLOOR)
        .await
        .unwrap();
    vault.close().await.unwrap();
    let vault = room.open(OTHER).await.unwrap();
    assert_eq!(vault.older(), None, "what opens it was set anew");
    vault.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_file_of_another_vault_opens_nothing() {
    let (room, vault) = Room::new().await;
    let key = with_recovery(&vault, WORDS).await;
    vault.close().await.unwrap();
    let (other, vault) = Room::new().await;
    vault.close().await.unwrap();
    let swapped = fs::read(other.folder.path().join("clinic.vault.keys")).unwrap();
    fs::write(room.folder.path().join("clinic.vault.keys"), swapped).unwrap();
    assert_eq!(
        refused(room.recover(&key, OTHER).await),
        VaultError::NoRecoveryKey
    );
    let opened = room.open(WORDS).await.map(drop).unwrap_err();
    assert!(
        matches!(opened, ClinicError::Store(crate::vault::StoreError::WrongKey)),
        "{opened}"
    );
}

/// Killed while the vault was made, it holds nothing of anyone: it is not there, and is made anew.
#[tokio::test(flavor = "multi_thread")]
async fn a_vault_that_was_half_made_is_made_anew_and_opened_by_nobody() {
    let (room, vault) = Room::new().await;
    vault.close().await.unwrap();
    fs::write(room.folder.path().join("clinic.vault.making"), b"").unwrap();
    assert_eq!(refused(room.open(WORDS).await), VaultError::HalfMade);
    let vault = Vault::create(&room.place, phrase(OTHER), KdfCost::FLOOR, &tester())
        .await
        .unwrap();
    vault.close().await.unwrap();
    assert!(!room.folder.path().join("clinic.vault.making").exists());
    room.open(OTHER).await.unwrap().close().await.unwrap();
    // Cut off after the key file alone.
    let (room, vault) = Room::new().await;
    vault.close().await.unwrap();
    fs::remove_file(&room.place).unwrap();
    fs::write(room.folder.path().join("clinic.vault.making"), b"").unwrap();
    let vault = Vault::create(&room.place, phrase(OTHER), KdfCost::FLOOR, &tester())
        .await
        .unwrap();
    vault.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_viewed_before_a_kill_is_gone_once_anybody_opens_the_vault() {
    let (room, vault) = Room::new().await;
    vault.close().await.unwrap();
    let view = room.folder.path().join("clinic.vault.view");
    fs::create_dir(&view).unwrap();
    fs::write(view.join("letter-1.pdf"), b"%PDF").unwrap();
    let person = Person {
        program: Program::CommandLine,
        ..tester()
    };
    let vault = Vault::unlock(&room.place, phrase(WORDS), &person).await.unwrap();
    assert!(!view.exists());
    vault.close().await.unwrap();
}
