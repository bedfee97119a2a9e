//! Backups at the desk: made behind the lock and every few hours, set by tokens alone, restored while the vault is closed.

use super::*;
use lamina_api::backup::{BackupPlace, BackupTrouble, LookIntoBackup, RestoreBackup, SetBackup};
use std::path::PathBuf;

impl Room {
    fn backups(&self) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(self.folder.path().join("backups"));
        let mut found: Vec<PathBuf> = entries
            .into_iter()
            .flatten()
            .map(|entry| entry.unwrap().path())
            .collect();
        found.sort();
        found
    }

    async fn lock(&self) {
        self.desk.lock_vault(Nothing {}).await.unwrap();
        drop(self.desk.settled().await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_saved_is_backed_up_behind_the_lock_and_nothing_else_is() {
    let room = room().await;
    room.lock().await;
    assert!(room.backups().is_empty(), "nothing was saved");
    unlock(&room.desk, WORDS).await.unwrap();
    room.person().await;
    let view = room.desk.backup_view(Nothing {}).await.unwrap();
    assert!(view.on && view.is_due && view.last.is_none());
    room.desk.lock_vault(Nothing {}).await.unwrap();
    // Locked at once; whoever unlocks waits until the backup is made.
    assert_eq!(
        room.desk.call("backup_view", json!({})).await,
        Err(ApiError::Locked)
    );
    unlock(&room.desk, WORDS).await.unwrap();
    assert_eq!(room.backups().len(), 1);
    let view = room.desk.backup_view(Nothing {}).await.unwrap();
    let last = view.last.unwrap();
    assert_eq!(last.place, room.backups()[0].display().to_string());
    assert!(!view.is_due && !last.is_old && last.patients == 1);
    room.lock().await;
    assert_eq!(room.backups().len(), 1, "nothing was saved since");
    unlock(&room.desk, WORDS).await.unwrap();
    room.person().await;
    let before = room.backups();
    room.desk.close().await.unwrap();
    // Of one day the last one is kept.
    assert_eq!(room.backups().len(), 1);
    assert_ne!(room.backups(), before, "closing backs up as well");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_vault_that_stays_open_is_backed_up_every_four_hours_where_something_was_saved() {
    let room = room().await;
    let hours = |count: i64| clock::now_us() + count * 3_600_000_000 + 1_000_000;
    room.desk.back_up_if_due_at(hours(5)).await;
    assert!(room.backups().is_empty());
    room.person().await;
    room.desk.back_up_if_due_at(hours(3)).await;
    assert!(room.backups().is_empty());
    room.desk.back_up_if_due_at(hours(4)).await;
    assert_eq!(room.backups().len(), 1);
    room.desk.back_up_if_due_at(hours(9)).await;
    assert_eq!(room.backups().len(), 1);
    room.person().await;
    room.desk.back_up_if_due_at(hours(3)).await;
    assert_eq!(room.backups().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_is_chosen_by_what_was_offered_and_a_drive_that_is_missing_is_told() {
    let room = room().await;
    room.person().await;
    let unknown = SetBackup {
        on: true,
        folder: clock::new_id(),
    };
    assert_eq!(room.desk.set_backup(unknown).await, Err(ApiError::NotFound));
    let drive = room.folder.path().join("stick");
    let folder = room.desk.offer(&drive.join("Lamina backups"));
    let set = room
        .desk
        .set_backup(SetBackup { on: true, folder })
        .await
        .unwrap();
    assert_eq!(set.value.chosen, folder);
    assert!(
        set.value
            .folders
            .iter()
            .any(|one| one.folder == folder && !one.present)
    );

    let now = room.desk.back_up_now(Nothing {}).await.unwrap().value;
    let failed = now.failed.unwrap();
    assert_eq!(failed.why, BackupTrouble::NoFolder);
    assert!(failed.place.ends_with("Lamina backups"));
    assert_eq!(room.backups().len(), 1, "there is one beside the vault instead");
    assert!(now.last.is_some());

    std::fs::create_dir(&drive).unwrap();
    let now = room.desk.back_up_now(Nothing {}).await.unwrap().value;
    assert_eq!(now.failed, None);
    assert!(now.last.unwrap().place.contains("stick"));
    room.desk
        .set_backup(SetBackup { on: false, folder })
        .await
        .unwrap();
    room.person().await;
    room.lock().await;
    let on_drive = std::fs::read_dir(drive.join("Lamina backups")).unwrap().count();
    assert_eq!((room.backups().len(), on_drive), (1, 1), "it is off");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_looked_into_and_restored_while_the_vault_is_closed() {
    let room = room().await;
    room.person().await;
    room.desk.back_up_now(Nothing {}).await.unwrap();
    room.person().await;
    assert_eq!(room.desk.list_backups(Nothing {}).await, Err(ApiError::Forbidden));
    room.desk
        .set_backup(SetBackup {
            on: false,
            folder: room.desk.backup_view(Nothing {}).await.unwrap().chosen,
        })
        .await
        .unwrap();
    room.lock().await;
    let found = room.desk.list_backups(Nothing {}).await.unwrap();
    assert_eq!(found.len(), 1);
    let backup = found[0].backup;
    let look = |passphrase: &str| LookIntoBackup {
        backup,
        passphrase: passphrase.to_owned(),
    };
    let wrong = room.desk.look_into_backup(look("not these words at all")).await;
    assert_eq!(
        wrong,
        Err(ApiError::Vault {
            problem: VaultProblem::WrongPassphrase
        })
    );
    let seen = room.desk.look_into_backup(look(WORDS)).await.unwrap();
    assert_eq!((seen.patients, seen.in_place), (1, BackupPlace::Newer));
    assert!(seen.newest_in_place.is_some());
    let restore = |replace| RestoreBackup {
        backup,
        passphrase: WORDS.to_owned(),
        replace,
    };
    assert_eq!(
        room.desk.restore_backup(restore(false)).await,
        Err(ApiError::Vault {
            problem: VaultProblem::AlreadyExists
        })
    );
    let restored = room.desk.restore_backup(restore(true)).await.unwrap();
    assert!(restored.kept.unwrap().contains("clinic.vault.kept-"));
    unlock(&room.desk, WORDS).await.unwrap();
    let everyone = {
        let session = room.desk.session().await.unwrap();
        session.vault().unwrap().store().everyone().await.unwrap().len()
    };
    assert_eq!(everyone, 1);
    let nothing = RestoreBackup {
        backup: clock::new_id(),
        ..restore(true)
    };
    assert_eq!(
        room.desk.restore_backup(nothing.clone()).await,
        Err(ApiError::Forbidden)
    );
    room.lock().await;
    assert_eq!(room.desk.restore_backup(nothing).await, Err(ApiError::NotFound));
}

/// Guessing at a backup is no faster than guessing at the lock.
#[tokio::test(flavor = "multi_thread")]
async fn wrong_passphrases_of_a_backup_cost_the_same_wait() {
    let room = room().await;
    room.person().await;
    room.desk.back_up_now(Nothing {}).await.unwrap();
    room.lock().await;
    let backup = room.desk.list_backups(Nothing {}).await.unwrap()[0].backup;
    let mut told = Vec::new();
    for _ in 0..4 {
        let look = LookIntoBackup {
            backup,
            passphrase: "not these words at all".to_owned(),
        };
        told.push(room.desk.look_into_backup(look).await.unwrap_err());
    }
    let waits = |error: &ApiError| {
        matches!(
            error,
            ApiError::Vault {
                problem: VaultProblem::Wait { .. }
            }
        )
    };
    assert!(waits(&told[3]) && !waits(&told[2]), "{told:?}");
}
