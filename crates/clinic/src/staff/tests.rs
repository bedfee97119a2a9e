//! Several people at one vault, from being let in to having left, with what the log says of them.

use super::*;
use crate::{
    backup::{look_into, restore},
    door::{Leaving, Way},
    unlocking::SignIn,
    vault::{Person, Program, RecoveryKey, Secret},
};
use lamina_store::{AuditEntry, AuditFilter};
use std::path::PathBuf;
use tempfile::TempDir;

const OWNERS: &str = "quiet river under seven green stones";
const OWN: &str = "north lamp eight meadow and a kettle";

struct Room {
    _folder: TempDir,
    place: PathBuf,
}

fn system() -> Person {
    Person {
        name: "system-name".to_owned(),
        program: Program::Window,
    }
}

fn phrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

fn called(name: &str) -> Text {
    Text::new(name).unwrap()
}

impl Room {
    async fn new() -> (Self, Vault) {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("clinic.vault");
        let vault = Vault::create(&place, phrase(OWNERS), KdfCost::FLOOR, &system())
            .await
            .unwrap();
        (
            Self {
                _folder: folder,
                place,
            },
            vault,
        )
    }

    /// Anna owns it, and Ben was let in with this role.
    async fn of_two(role: Role) -> (Self, Vault, OneTimeCode) {
        let (room, vault) = Self::new().await;
        vault
            .name_owner(&called("Anna Muster"), phrase(OWNERS))
            .await
            .unwrap();
        let code = vault
            .add_member(&called("Ben Sample"), role, phrase(OWNERS), KdfCost::FLOOR)
            .await
            .unwrap();
        (room, vault, code)
    }

    async fn sign_in(&self, name: &str, words: &str) -> Result<Vault, ClinicError> {
        let sign_in = SignIn {
            name: name.to_owned(),
            passphrase: phrase(words),
        };
        Vault::unlock(&self.place, sign_in, &system()).await
    }

    /// Ben, with a passphrase of his own.
    async fn bens(role: Role) -> (Self, Vault) {
        let (room, vault, code) = Self::of_two(role).await;
        vault.close().await.unwrap();
        let vault = room.sign_in("Ben Sample", code.written()).await.unwrap();
        let typed = phrase(code.written());
        vault
            .change_passphrase(typed, phrase(OWN), KdfCost::FLOOR)
            .await
            .unwrap();
        (room, vault)
    }
}

fn refused(opened: Result<Vault, ClinicError>) -> VaultError {
    match opened {
        Err(ClinicError::Vault(error)) => error,
        Err(other) => panic!("refused otherwise: {other}"),
        Ok(_) => panic!("must be refused"),
    }
}

/// What the log says, the oldest first: who, in which role, what, of what, and how it ended.
async fn rows(vault: &Vault) -> Vec<String> {
    let rows = vault
        .store()
        .audit_entries(&AuditFilter::default(), None, 100)
        .await
        .unwrap();
    let told = |row: &AuditEntry| {
        let object = row.object_name.clone().unwrap_or_default();
        format!(
            "{} ({}): {} {object}, {}",
            row.actor_id, row.actor_role, row.action, row.outcome
        )
    };
    rows.iter().rev().map(told).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_vault_of_one_person_is_theirs_and_knows_no_staff() {
    let (_room, vault) = Room::new().await;
    let me = vault.me();
    assert_eq!(
        (me.id, me.name.as_str(), me.role),
        (None, "system-name", Role::Owner)
    );
    assert_eq!(vault.staff().await.unwrap(), Staff::default());
    let early = vault
        .add_member(
            &called("Ben Sample"),
            Role::Clinician,
            phrase(OWNERS),
            KdfCost::FLOOR,
        )
        .await;
    assert!(matches!(early, Err(ClinicError::Vault(VaultError::NameMissing))));
    assert_eq!(vault.staff().await.unwrap(), Staff::default());
    vault.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_each_does_stands_under_their_own_name_and_role() {
    let (room, vault, code) = Room::of_two(Role::Physiotherapist).await;
    assert_eq!(vault.me().name, "Anna Muster", "the name holds at once");
    vault.close().await.unwrap();

    assert_eq!(refused(room.sign_in("", OWNERS).await), VaultError::NameMissing);
    let vault = room.sign_in("ben sample", code.written()).await.unwrap();
    assert!(vault.me().by_code);
    let early = vault.list_people("", 10).await;
    assert!(matches!(early, Err(ClinicError::OwnPassphraseFirst)));
    vault
        .change_passphrase(phrase(code.written()), phrase(OWN), KdfCost::FLOOR)
        .await
        .unwrap();
    vault.list_people("", 10).await.unwrap();
    let staff = vault.staff().await.unwrap();
    let invited: Vec<bool> = staff.people.iter().map(|one| one.invited).collect();
    assert_eq!(invited, [false, false]);
    vault.close().await.unwrap();

    let vault = room.sign_in("Ben Sample", OWN).await.unwrap();
    let expected = [
        "system-name (owner): unlock window, done",
        "system-name (owner): name-owner Anna Muster (owner), done",
        "Anna Muster (owner): let-in Ben Sample (physiotherapist), done",
        "Ben Sample (physiotherapist): unlock window, done",
        "Ben Sample (physiotherapist): try search, refused",
        "Ben Sample (physiotherapist): change-passphrase 4, done",
        "Ben Sample (physiotherapist): search 0, done",
        "Ben Sample (physiotherapist): unlock window, done",
    ];
    assert_eq!(rows(&vault).await, expected);
    assert_eq!(vault.verify().await.unwrap().faults, 0);
    vault.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_but_the_owner_changes_the_staff_takes_everything_out_or_sees_the_log() {
    let (_room, vault) = Room::bens(Role::Clinician).await;
    let anna = vault.staff().await.unwrap().people[0].id;
    let not_theirs = |done: Result<(), ClinicError>, what: &str| match done {
        Err(ClinicError::NotInRole {
            role: Role::Clinician,
        }) => {}
        other => panic!("{what}: {other:?}"),
    };
    let carl = called("Carl Nobody");
    let added = vault.add_member(&carl, Role::Owner, phrase(OWN), KdfCost::FLOOR);
    not_theirs(added.await.map(drop), "letting in");
    let code = vault.give_code(anna, phrase(OWN), KdfCost::FLOOR).await;
    not_theirs(code.map(drop), "a code for the owner");
    let role = vault.set_role(anna, Role::Auditor, phrase(OWN)).await;
    not_theirs(role, "another role for the owner");
    not_theirs(vault.remove_member(anna, phrase(OWN)).await, "removing the owner");
    not_theirs(
        vault.make_recovery(phrase(OWN)).await.map(drop),
        "a recovery sheet",
    );
    let examined = vault.examine(&Default::default(), |_| true).await;
    not_theirs(examined.map(drop), "the log");
    let taken = vault
        .take_out(Leaving::Everything, Way::Export, async || Ok::<_, ()>(()))
        .await;
    not_theirs(taken.map(drop), "everything at once");
    not_theirs(vault.begin_load().await.map(drop), "loading");
    let refusals = rows(&vault).await;
    let tried = refusals.iter().filter(|row| row.ends_with(", refused")).count();
    assert_eq!(tried, 8, "each try stands in the log: {refusals:?}");
    vault.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn who_left_opens_nothing_and_their_name_is_nobodys_else() {
    let (room, vault) = Room::bens(Role::Assistant).await;
    vault.close().await.unwrap();
    let vault = room.sign_in("Anna Muster", OWNERS).await.unwrap();
    let staff = vault.staff().await.unwrap();
    let (anna, ben) = (staff.people[0].id, staff.people[1].id);
    assert!(vault.remove_member(anna, phrase(OWNERS)).await.is_err());
    vault.set_role(ben, Role::Auditor, phrase(OWNERS)).await.unwrap();
    let wrong = vault.remove_member(ben, phrase(OWN)).await;
    assert!(matches!(
        wrong,
        Err(ClinicError::Vault(VaultError::WrongPassphrase))
    ));
    vault.remove_member(ben, phrase(OWNERS)).await.unwrap();
    let name = called("BEN  sample");
    let again = vault.add_member(&name, Role::Clinician, phrase(OWNERS), KdfCost::FLOOR);
    assert!(matches!(
        again.await,
        Err(ClinicError::Vault(VaultError::NameTaken))
    ));
    vault.close().await.unwrap();
    assert_eq!(
        refused(room.sign_in("Ben Sample", OWN).await),
        VaultError::WrongPassphrase
    );
    let vault = room.sign_in("", OWNERS).await.unwrap();
    assert_eq!(vault.me().name, "Anna Muster", "one person is asked for no name");
    vault.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_recovery_key_brings_the_owner_back_and_leaves_the_others_theirs() {
    let (room, vault, code) = Room::of_two(Role::Clinician).await;
    let new = vault.make_recovery(phrase(OWNERS)).await.unwrap();
    let groups: Vec<String> = new.key().groups().iter().map(|group| group.to_string()).collect();
    let key = || RecoveryKey::read(groups.join(" ")).unwrap();
    vault.keep_recovery(new).await.unwrap();
    vault.close().await.unwrap();
    let vault = Vault::recover(&room.place, key(), phrase(OWN), KdfCost::FLOOR, &system())
        .await
        .unwrap();
    assert_eq!(vault.me().name, "Anna Muster");
    vault.close().await.unwrap();
    assert_eq!(
        refused(room.sign_in("Anna Muster", OWNERS).await),
        VaultError::WrongPassphrase
    );
    for (name, words) in [("Anna Muster", OWN), ("Ben Sample", code.written())] {
        let vault = room.sign_in(name, words).await.unwrap();
        assert_eq!(vault.me().name, name);
        vault.close().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_from_before_somebody_was_let_in_does_not_let_them_in() {
    let (room, vault) = Room::new().await;
    vault
        .name_owner(&called("Anna Muster"), phrase(OWNERS))
        .await
        .unwrap();
    vault.close().await.unwrap();
    let before = std::fs::read(&room.place).unwrap();
    let vault = room.sign_in("Anna Muster", OWNERS).await.unwrap();
    let code = vault
        .add_member(
            &called("Ben Sample"),
            Role::Clinician,
            phrase(OWNERS),
            KdfCost::FLOOR,
        )
        .await
        .unwrap();
    vault.close().await.unwrap();
    std::fs::write(&room.place, before).unwrap();
    assert_eq!(
        refused(room.sign_in("Ben Sample", code.written()).await),
        VaultError::NoSuchHolder
    );
    let vault = room.sign_in("Anna Muster", OWNERS).await.unwrap();
    assert!(vault.older().is_some());
    vault.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn anybodys_passphrase_looks_into_a_backup_and_only_the_owners_restores_it() {
    let (room, vault) = Room::bens(Role::Clinician).await;
    let folder = room.place.parent().unwrap().join("stick");
    std::fs::create_dir_all(&folder).unwrap();
    let backup = vault.back_up(&folder).await.unwrap().path;
    vault.close().await.unwrap();
    let elsewhere = folder.join("restored.vault");
    let secret = |words: &str| Secret::new(words.to_owned());
    look_into(&backup, secret(OWN), &elsewhere).await.unwrap();
    let theirs = restore(&backup, secret(OWN), &elsewhere, false, &system()).await;
    assert!(matches!(
        theirs,
        Err(ClinicError::NotInRole {
            role: Role::Clinician
        })
    ));
    assert!(!elsewhere.exists(), "nothing was put there");
    restore(&backup, secret(OWNERS), &elsewhere, false, &system())
        .await
        .unwrap();
    let sign_in = SignIn {
        name: "Ben Sample".to_owned(),
        passphrase: phrase(OWN),
    };
    let vault = Vault::unlock(&elsewhere, sign_in, &system()).await.unwrap();
    let log = rows(&vault).await;
    let restored = log.iter().find(|row| row.contains("): restore ")).unwrap();
    assert!(restored.starts_with("Anna Muster (owner)"), "{restored}");
    vault.close().await.unwrap();
}
