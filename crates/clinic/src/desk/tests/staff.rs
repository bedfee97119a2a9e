//! People and roles at the desk: every command by every role, every kind of fact by every role, and how somebody comes in.

use super::*;
use crate::record::Document;
use lamina_api::{
    recovery::ChangePassphrase,
    role::Role,
    staff::{AddStaff, NameOwner, Profile, SetRole, StaffRequest},
    vault::VaultStatus,
};
use serde_json::Value;
use std::collections::HashMap;

const OWN: &str = "north lamp eight meadow and a kettle";

impl Room {
    async fn sign_in(&self, name: &str, words: &str) -> Result<VaultStatus, ApiError> {
        let request = UnlockVault {
            name: name.to_owned(),
            passphrase: words.to_owned(),
        };
        self.desk.unlock_vault(request).await
    }

    async fn leave(&self) {
        self.desk.lock_vault(Nothing {}).await.unwrap();
    }

    async fn let_in(&self, name: &str, role: Role) -> String {
        let request = AddStaff {
            name: name.to_owned(),
            role,
            passphrase: WORDS.to_owned(),
        };
        self.desk.add_staff(request).await.unwrap().value.code
    }

    /// Sets a passphrase of their own for who signed in by a code.
    async fn own(&self, code: &str) -> Result<Nothing, ApiError> {
        let request = ChangePassphrase {
            current: code.to_owned(),
            passphrase: OWN.to_owned(),
        };
        self.desk.change_passphrase(request).await
    }
}

async fn named_room() -> Room {
    let room = room().await;
    let request = NameOwner {
        name: "Anna Muster".to_owned(),
        passphrase: WORDS.to_owned(),
    };
    room.desk.name_owner(request).await.unwrap();
    room
}

#[tokio::test(flavor = "multi_thread")]
async fn every_command_is_open_to_the_roles_that_may_and_to_no_other() {
    let room = named_room().await;
    let mut codes = Vec::new();
    for role in Role::ALL {
        codes.push((role, room.let_in(&format!("The {}", role.name()), role).await));
    }
    room.leave().await;
    for (role, code) in codes {
        let name = format!("The {}", role.name());
        let status = room.sign_in(&name, &code).await.unwrap();
        assert!(status.me.unwrap().by_code);
        let guarded = || {
            COMMANDS
                .iter()
                .filter(|command| command.access.needs_open_vault())
        };
        for command in guarded().filter(|command| command.access != Access::SignedIn) {
            let answer = room.desk.call(command.name, json!(null)).await;
            assert_eq!(
                answer,
                Err(ApiError::OwnPassphraseFirst),
                "{} before a passphrase of one's own",
                command.name
            );
        }
        room.own(&code).await.unwrap();
        let (mut open, mut shut) = (0, 0);
        for command in guarded() {
            // A request of the wrong shape does nothing where it is let through.
            let answer = room.desk.call(command.name, json!(null)).await;
            let refused = answer == Err(ApiError::NotInRole { role });
            assert_eq!(!refused, role.may(command.access), "{} by {role:?}", command.name);
            if refused { shut += 1 } else { open += 1 }
        }
        assert!(
            open > 40 && (shut > 0) == (role != Role::Owner),
            "{role:?}: {open} open, {shut} shut"
        );
        room.leave().await;
    }
}

/// A fact of every kind as a form would send it; of walking one that is no reopening.
fn one_of_each() -> HashMap<Noun, Value> {
    let file: &[u8] = include_bytes!("../../record/whole.json");
    let cases: [&[u8]; 2] = [
        include_bytes!("../../../../../tests/cases/case-01.json"),
        include_bytes!("../../../../../tests/cases/case-02.json"),
    ];
    let mut typed = HashMap::new();
    for document in [cases[0], cases[1], file] {
        let read = Document::read(document, clock::today()).unwrap();
        let facts = read.patients.into_iter().flat_map(|record| record.facts());
        for (_, kept) in facts {
            let input = serde_json::to_value(FactInput::of(&kept.fact)).unwrap();
            if !input.to_string().contains("reopened") {
                typed.insert(kept.fact.noun(), input);
            }
        }
    }
    assert_eq!(typed.len(), Noun::ALL.len());
    typed
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_fact_is_recorded_and_taken_back_by_the_roles_that_may_and_by_no_other() {
    let room = named_room().await;
    let person = room.person().await;
    let surgery = room.add(person, operation("fusion", "2019")).await.unwrap();
    let typed = one_of_each();
    let mut codes = Vec::new();
    for role in Role::ALL {
        codes.push((role, room.let_in(&format!("The {}", role.name()), role).await));
    }
    room.leave().await;
    for (role, code) in codes {
        room.sign_in(&format!("The {}", role.name()), &code)
            .await
            .unwrap();
        room.own(&code).await.unwrap();
        for noun in Noun::ALL {
            let ids = [(); 2].map(|()| clock::new_id().to_string());
            let request = json!({"request": ids[0], "entry": ids[1], "patient": person,
                "input": typed[&noun], "draft": null});
            serde_json::from_value::<RecordEntry>(request.clone()).unwrap();
            let answer = room.desk.call("record_entry", request).await;
            let refused = answer == Err(ApiError::NotInRole { role });
            assert_eq!(
                !refused,
                role.records(noun),
                "{} by {role:?}: {answer:?}",
                noun.name()
            );
        }
        let retract = RetractEntry {
            request: clock::new_id(),
            entry: surgery,
            base_version: 7,
            reason: "recorded twice".to_owned(),
        };
        let answer = room.desk.retract_entry(retract).await;
        let refused = answer == Err(ApiError::NotInRole { role });
        assert_eq!(!refused, role.records(Noun::Surgery), "{role:?}: {answer:?}");
        room.leave().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paused_walking_plan_is_reopened_by_a_clinician_only() {
    let room = named_room().await;
    let person = room.person().await;
    let code = room.let_in("Ben Sample", Role::Physiotherapist).await;
    let reopened = || {
        let input = json!({"noun": "walking_event", "what": {"is": "reopened"}});
        let ids = [(); 2].map(|()| clock::new_id().to_string());
        json!({"request": ids[0], "entry": ids[1], "patient": person, "input": input, "draft": null})
    };
    let by_owner = room.desk.call("record_entry", reopened()).await;
    assert!(matches!(by_owner, Err(ApiError::Invalid { .. })), "{by_owner:?}");
    room.leave().await;
    room.sign_in("Ben Sample", &code).await.unwrap();
    room.own(&code).await.unwrap();
    let role = Role::Physiotherapist;
    assert_eq!(
        room.desk.call("record_entry", reopened()).await,
        Err(ApiError::NotInRole { role })
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_as_a_draft_stays_with_who_typed_it() {
    let room = room().await;
    let person = room.person().await;
    let draft = json!({"draft": clock::new_id(), "patient": person, "entry": null, "base_version": null,
        "input": {"noun": "symptom", "site": "Left leg"}, "reason": "", "sitting": clock::new_id()});
    room.desk.call("save_draft", draft).await.unwrap();
    let drafts = async || room.desk.list_drafts(Nothing {}).await.unwrap().len();
    assert_eq!(drafts().await, 1);
    let request = NameOwner {
        name: "Anna Muster".to_owned(),
        passphrase: WORDS.to_owned(),
    };
    room.desk.name_owner(request).await.unwrap();
    assert_eq!(drafts().await, 1, "the name is another, the person is not");
    let code = room.let_in("Ben Sample", Role::Clinician).await;
    room.leave().await;
    room.sign_in("Ben Sample", &code).await.unwrap();
    room.own(&code).await.unwrap();
    assert_eq!(drafts().await, 0, "what a colleague typed is not offered");
    room.leave().await;
    room.sign_in("Anna Muster", WORDS).await.unwrap();
    assert_eq!(drafts().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_lock_asks_for_a_name_once_two_people_have_one_and_offers_the_last() {
    let room = room().await;
    let seen = |status: VaultStatus| (status.by_name, status.last_name, status.me.map(|me| me.name));
    let now = async || seen(room.desk.vault_status(Nothing {}).await.unwrap());
    assert_eq!(now().await, (false, String::new(), Some("tester".to_owned())));
    let request = NameOwner {
        name: "Anna Muster".to_owned(),
        passphrase: WORDS.to_owned(),
    };
    room.desk.name_owner(request).await.unwrap();
    let anna = "Anna Muster".to_owned();
    assert_eq!(now().await, (false, anna.clone(), Some(anna.clone())));
    room.let_in("Ben Sample", Role::Clinician).await;
    room.leave().await;
    assert_eq!(now().await, (true, anna, None));
    let problem = VaultProblem::NameMissing;
    assert_eq!(room.sign_in("", WORDS).await, Err(ApiError::Vault { problem }));
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_name_who_is_at_work_as_their_author() {
    let room = room().await;
    let person = room.person().await;
    let settings = Settings {
        author_name: "Somebody Else".to_owned(),
        author_role: "Consultant".to_owned(),
        ..Settings::default()
    };
    room.desk.save_settings(settings).await.unwrap();
    let suggested = room.desk.staff(Nothing {}).await.unwrap().suggested;
    assert_eq!(suggested, "Somebody Else");
    let request = NameOwner {
        name: "Anna Muster".to_owned(),
        passphrase: WORDS.to_owned(),
    };
    let staff = room.desk.name_owner(request).await.unwrap().value;
    assert_eq!(
        staff.people[0].profile.position, "Consultant",
        "taken over from the settings"
    );
    let session = room.desk.session().await.unwrap();
    let author = async || {
        let letter = session.vault().unwrap().open_record(person).await.unwrap().letter;
        (letter.sender.name, letter.sender.role)
    };
    assert_eq!(
        author().await,
        ("Anna Muster".to_owned(), "Consultant".to_owned())
    );
    let profile = Profile {
        position: " Pain physician ".to_owned(),
        ..Profile::default()
    };
    room.desk.set_profile(profile).await.unwrap();
    assert_eq!(
        author().await,
        ("Anna Muster".to_owned(), "Pain physician".to_owned())
    );
    let broken = Profile {
        contact: "one line\nand another".to_owned(),
        ..Profile::default()
    };
    let found = issues(room.desk.set_profile(broken).await.unwrap_err());
    assert_eq!(found[0].path, "contact");
}

#[tokio::test(flavor = "multi_thread")]
async fn names_are_refused_that_are_none_and_a_wrong_passphrase_makes_the_next_try_wait() {
    let room = named_room().await;
    let add = async |name: &str, words: &str| {
        let request = AddStaff {
            name: name.to_owned(),
            role: Role::Clinician,
            passphrase: words.to_owned(),
        };
        room.desk.add_staff(request).await
    };
    for name in ["", "  ", "two\nlines", &"x".repeat(101), "turned \u{202e}round"] {
        let found = issues(add(name, WORDS).await.unwrap_err());
        assert_eq!(found[0].path, "name", "{name:?}");
    }
    let taken = add("anna muster", WORDS).await.unwrap_err();
    let problem = VaultProblem::NameTaken;
    assert_eq!(taken, ApiError::Vault { problem });
    for _ in 0..3 {
        let problem = VaultProblem::WrongPassphrase;
        assert_eq!(
            add("Ben Sample", OWN).await.unwrap_err(),
            ApiError::Vault { problem }
        );
    }
    add("Ben Sample", OWN).await.unwrap_err();
    let waits = add("Ben Sample", WORDS).await.unwrap_err();
    assert!(
        matches!(
            waits,
            ApiError::Vault {
                problem: VaultProblem::Wait { .. }
            }
        ),
        "{waits:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_is_changed_and_somebody_leaves_and_the_list_says_so() {
    let room = named_room().await;
    let code = room.let_in("Ben Sample", Role::Assistant).await;
    let staff = room.desk.staff(Nothing {}).await.unwrap();
    let (anna, ben) = (&staff.people[0], &staff.people[1]);
    assert!(anna.me && !ben.me && ben.invited && !anna.invited);
    let passphrase = || WORDS.to_owned();
    let request = SetRole {
        id: ben.id,
        role: Role::Clinician,
        passphrase: passphrase(),
    };
    let changed = room.desk.set_role(request).await.unwrap().value;
    assert_eq!(changed.people[1].role, Role::Clinician);
    let request = StaffRequest {
        id: ben.id,
        passphrase: passphrase(),
    };
    let second = room.desk.give_code(request.clone()).await.unwrap().value;
    assert_eq!(second.name, "Ben Sample");
    assert_ne!(second.code, code);
    let left = room.desk.remove_staff(request.clone()).await.unwrap().value;
    assert!(left.people[1].left.is_some());
    let own = StaffRequest {
        id: anna.id,
        passphrase: passphrase(),
    };
    for refused in [
        room.desk.remove_staff(own).await,
        room.desk.remove_staff(request).await,
    ] {
        let problem = VaultProblem::NotOnRecord;
        assert_eq!(refused.unwrap_err(), ApiError::Vault { problem });
    }
}
