//! The recovery sheet at the desk: shown once, typed again, printed and forgotten; used while the vault is closed.

use super::*;
use lamina_api::recovery::{
    ChangePassphrase, KeepRecovery, MakeRecovery, RecoverVault, RecoverySheet, RemoveRecovery, TryRecovery,
};

const OTHER: &str = "north lamp eight meadow and a kettle";

fn problem<T: std::fmt::Debug>(answer: Result<T, ApiError>) -> VaultProblem {
    match answer {
        Err(ApiError::Vault { problem }) => problem,
        other => panic!("expected a problem of the vault, got {other:?}"),
    }
}

impl Room {
    async fn sheet(&self) -> RecoverySheet {
        let passphrase = WORDS.to_owned();
        self.desk
            .make_recovery(MakeRecovery { passphrase })
            .await
            .unwrap()
    }

    async fn keep(&self, typed: String) -> Result<Option<String>, ApiError> {
        let kept = self.desk.keep_recovery(KeepRecovery { typed }).await?;
        Ok(kept.value.made)
    }

    async fn recover(&self, typed: &str, passphrase: &str) -> Result<VaultState, ApiError> {
        let request = RecoverVault {
            typed: typed.to_owned(),
            passphrase: passphrase.to_owned(),
        };
        Ok(self.desk.recover_vault(request).await?.state)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sheet_counts_once_it_was_typed_again_and_then_replaces_a_forgotten_passphrase() {
    let room = room().await;
    let person = room.person().await;
    let view = || room.desk.recovery_view(Nothing {});
    assert_eq!(view().await.unwrap().made, None);
    let wrong = MakeRecovery {
        passphrase: OTHER.to_owned(),
    };
    assert_eq!(
        problem(room.desk.make_recovery(wrong).await),
        VaultProblem::WrongPassphrase
    );
    let sheet = room.sheet().await;
    assert_eq!(sheet.groups.len(), 8);
    assert_eq!(view().await.unwrap().made, None, "shown is not kept");

    let mut typed = sheet.groups.clone();
    let other_sign = if typed[2].starts_with('0') { "1" } else { "0" };
    typed[2].replace_range(..1, other_sign);
    typed.swap(5, 6);
    let groups = vec![3, 6, 7];
    assert_eq!(
        problem(room.keep(typed.join(" ")).await),
        VaultProblem::Mistyped { groups }
    );
    let short = problem(room.keep(sheet.groups[0].clone()).await);
    assert_eq!(short, VaultProblem::RecoveryLength { signs: 5 });
    let other = lamina_vault::RecoveryKey::generate().unwrap().groups();
    let other: String = other.iter().map(|group| group.to_string()).collect();
    assert_eq!(
        problem(room.keep(other.clone()).await),
        VaultProblem::AnotherRecoveryKey
    );
    let made = room.keep(sheet.groups.join("-").to_lowercase()).await.unwrap();
    assert_eq!(made, Some(sheet.made.clone()));
    assert_eq!(
        room.keep(sheet.groups.join("-")).await,
        Err(ApiError::NotFound),
        "it counts once"
    );

    room.desk.lock_vault(Nothing {}).await.unwrap();
    let tried = |typed: &str| {
        let typed = typed.to_owned();
        room.desk.try_recovery(TryRecovery { typed })
    };
    assert_eq!(problem(tried(&other).await), VaultProblem::WrongRecoveryKey);
    assert_eq!(
        problem(tried("x").await),
        VaultProblem::RecoveryLength { signs: 1 }
    );
    let key = sheet.groups.join("");
    assert!(tried(&key).await.is_ok());
    let weak = problem(room.recover(&key, "short").await);
    assert!(matches!(weak, VaultProblem::TooWeak { .. }));
    assert_eq!(room.recover(&key, OTHER).await, Ok(VaultState::Open));
    assert!(
        room.desk
            .open_patient(PatientKey { patient: person })
            .await
            .is_ok()
    );
    assert_eq!(
        room.recover(&key, OTHER).await,
        Err(ApiError::Forbidden),
        "it is open"
    );
    room.desk.lock_vault(Nothing {}).await.unwrap();
    let unlock = |passphrase| unlock(&room.desk, passphrase);
    assert_eq!(problem(unlock(WORDS).await), VaultProblem::WrongPassphrase);
    assert!(unlock(OTHER).await.is_ok());
    let passphrase = OTHER.to_owned();
    let removed = room
        .desk
        .remove_recovery(RemoveRecovery { passphrase })
        .await
        .unwrap();
    assert_eq!(
        (removed.value.made, removed.changes),
        (None, vec!["recovery".to_owned()])
    );
    room.desk.lock_vault(Nothing {}).await.unwrap();
    assert_eq!(problem(tried(&key).await), VaultProblem::NoRecoveryKey);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sheet_is_printed_and_saved_and_forgotten_with_the_key() {
    let room = room().await;
    let sheet = room.sheet().await;
    let letter = LetterKey { letter: sheet.sheet };
    room.desk.view_letter(letter).await.unwrap();
    let viewed = std::fs::read(room.folder.path().join("viewed")).unwrap();
    assert!(viewed.starts_with(b"%PDF"));
    let saved = room.desk.save_letter(letter).await.unwrap();
    assert!(
        saved.name.starts_with("Recovery sheet ") && saved.name.ends_with(".pdf"),
        "{}",
        saved.name
    );
    let view = room.folder.path().join("clinic.vault.view");
    assert_eq!(std::fs::read_dir(&view).unwrap().count(), 1);
    room.desk.forget_recovery(Nothing {}).await.unwrap();
    assert_eq!(std::fs::read_dir(&view).unwrap().count(), 0);
    assert_eq!(room.desk.view_letter(letter).await, Err(ApiError::NotFound));
    assert_eq!(room.keep(sheet.groups.join(" ")).await, Err(ApiError::NotFound));
    // Locking forgets it as well, and so does another one.
    let first = room.sheet().await;
    let second = room.sheet().await;
    let letter = LetterKey { letter: first.sheet };
    assert_eq!(room.desk.view_letter(letter).await, Err(ApiError::NotFound));
    assert_eq!(
        problem(room.keep(first.groups.join(" ")).await),
        VaultProblem::AnotherRecoveryKey
    );
    room.desk.lock_vault(Nothing {}).await.unwrap();
    unlock(&room.desk, WORDS).await.unwrap();
    assert_eq!(room.keep(second.groups.join(" ")).await, Err(ApiError::NotFound));
    let session = room.desk.session().await.unwrap();
    let rows = session
        .vault()
        .unwrap()
        .store()
        .audit_entries(&lamina_store::AuditFilter::default(), None, 50)
        .await
        .unwrap();
    let left = rows
        .iter()
        .filter(|row| row.object_type.as_deref() == Some("recovery-sheet"));
    let left: Vec<_> = left
        .map(|row| (row.action.as_str(), row.outcome.as_str()))
        .collect();
    assert_eq!(left, [("export", "done"), ("print", "done")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_passphrase_is_changed_by_whoever_knows_it_and_wrong_ones_have_to_wait() {
    let room = room().await;
    let change = |current: &str, passphrase: &str| {
        let request = ChangePassphrase {
            current: current.to_owned(),
            passphrase: passphrase.to_owned(),
        };
        room.desk.change_passphrase(request)
    };
    assert!(matches!(
        problem(change(WORDS, "short").await),
        VaultProblem::TooWeak { .. }
    ));
    change(WORDS, OTHER).await.unwrap();
    for _ in 0..3 {
        assert_eq!(problem(change(WORDS, OTHER).await), VaultProblem::WrongPassphrase);
    }
    assert!(matches!(
        problem(change(OTHER, WORDS).await),
        VaultProblem::Wait { .. }
    ));
    assert_eq!(room.desk.recovery_view(Nothing {}).await.unwrap().older, None);
}

/// A sheet opens the backups of its time, and the vault that is restored from one.
#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_restored_by_the_sheet_of_its_day() {
    let room = room().await;
    room.person().await;
    let sheet = room.sheet().await;
    room.keep(sheet.groups.join(" ")).await.unwrap();
    room.desk.back_up_now(Nothing {}).await.unwrap();
    room.desk.close().await.unwrap();
    for ending in ["", ".keys"] {
        std::fs::remove_file(room.folder.path().join(format!("clinic.vault{ending}"))).unwrap();
    }
    let backup = room.desk.list_backups(Nothing {}).await.unwrap()[0].backup;
    let restore = lamina_api::backup::RestoreBackup {
        backup,
        passphrase: sheet.groups.join(" "),
        replace: false,
    };
    room.desk.restore_backup(restore).await.unwrap();
    assert_eq!(
        room.recover(&sheet.groups.join(" "), OTHER).await,
        Ok(VaultState::Open)
    );
}
