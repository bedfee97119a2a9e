//! Locked and open: what is refused while the vault is locked, making, opening and leaving it, wrong passphrases, idling.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn every_command_of_the_record_is_refused_while_locked_whatever_it_asks() {
    let room = room().await;
    room.desk.lock_vault(Nothing {}).await.unwrap();
    let mut guarded = 0;
    for command in COMMANDS
        .iter()
        .filter(|command| command.access.needs_open_vault())
    {
        for request in [
            json!({}),
            json!(null),
            json!({"patient": Uuid::nil(), "noun": "surgery"}),
        ] {
            let answer = room.desk.call(command.name, request).await;
            assert_eq!(answer, Err(ApiError::Locked), "{}", command.name);
        }
        guarded += 1;
    }
    assert!(guarded > 20);
    assert_eq!(
        room.desk.call("no_such_command", json!({})).await,
        Err(ApiError::NotFound)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_vault_is_made_locked_and_opened_and_keeps_what_was_recorded() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk_in(folder.path());
    assert_eq!(
        desk.vault_status(Nothing {}).await.unwrap().state,
        VaultState::Absent
    );
    let weak = desk
        .create_vault(CreateVault {
            passphrase: "short".into(),
        })
        .await;
    assert!(matches!(
        weak,
        Err(ApiError::Vault {
            problem: VaultProblem::TooWeak { characters: 10, .. }
        })
    ));
    assert_eq!(
        desk.vault_status(Nothing {}).await.unwrap().state,
        VaultState::Absent
    );
    desk.create_vault(CreateVault {
        passphrase: WORDS.into(),
    })
    .await
    .unwrap();
    let room = Room { folder, desk };
    let person = room.person().await;
    room.desk.lock_vault(Nothing {}).await.unwrap();
    let wrong = unlock(&room.desk, "wrong").await;
    assert_eq!(
        wrong,
        Err(ApiError::Vault {
            problem: VaultProblem::WrongPassphrase
        })
    );
    unlock(&room.desk, WORDS).await.unwrap();
    let view = room
        .desk
        .open_patient(PatientKey { patient: person })
        .await
        .unwrap();
    assert_eq!(
        (view.name.as_str(), view.born.as_str()),
        ("Beispiel-Muster, Åsa", "3 May 1961")
    );
    let second = desk_in(room.folder.path());
    let refused = unlock(&second, WORDS).await;
    assert_eq!(
        refused,
        Err(ApiError::Vault {
            problem: VaultProblem::InUse
        })
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_passphrases_have_to_wait_after_the_third() {
    let room = room().await;
    room.desk.lock_vault(Nothing {}).await.unwrap();
    for _ in 0..3 {
        let wrong = unlock(&room.desk, "wrong").await;
        assert_eq!(
            wrong,
            Err(ApiError::Vault {
                problem: VaultProblem::WrongPassphrase
            })
        );
    }
    let held = unlock(&room.desk, WORDS).await;
    assert_eq!(
        held,
        Err(ApiError::Vault {
            problem: VaultProblem::Wait { seconds: 1 }
        })
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_locks_after_the_clinics_minutes_without_activity() {
    let room = room().await;
    let settings = Settings {
        idle_minutes: 2,
        ..Settings::default()
    };
    room.desk.save_settings(settings).await.unwrap();
    let soon = Instant::now() + Duration::from_secs(119);
    assert!(!room.desk.lock_if_idle(soon).await);
    let asleep = clock::now_us() + 121_000_000;
    assert!(
        room.desk.lock_if_idle_at(Instant::now(), asleep).await,
        "a closed lid counts"
    );
    unlock(&room.desk, WORDS).await.unwrap();
    let later = Instant::now() + Duration::from_secs(121);
    assert!(room.desk.lock_if_idle(later).await);
    assert_eq!(
        room.desk.call("stay_awake", json!({})).await,
        Err(ApiError::Locked)
    );
    let none = Settings {
        idle_minutes: 0,
        ..Settings::default()
    };
    unlock(&room.desk, WORDS).await.unwrap();
    assert!(matches!(
        room.desk.save_settings(none).await,
        Err(ApiError::Invalid { .. })
    ));
}
