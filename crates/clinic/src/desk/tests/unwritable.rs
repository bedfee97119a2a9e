//! A vault to which nothing can be written, on a full disk or a read-only medium: everything that only reads answers.

use super::*;
use crate::vault::{Passphrase, Vault};
use lamina_store::Mode;
use lamina_vault::VaultLock;

/// What begins the name of a command that writes, whatever it asks for.
const WRITES: [&str; 7] = ["add_", "back_up", "forget_", "lock_", "make_", "remove_", "save_"];

impl Room {
    /// Opens the vault to look at it only.
    async fn only_look(&self) {
        let mut open = self.desk.open.write().await;
        if let Some(vault) = open.take() {
            vault.close().await.unwrap();
        }
        let path = self.folder.path().join("clinic.vault");
        let lock = VaultLock::take_to_look(&path).unwrap();
        let place = path.clone();
        let key = move || lamina_vault::unlock(&place, "", &Passphrase::new(WORDS.to_owned()));
        let looking = Vault::open_with(&path, lock, key, Mode::Look, &self.desk.at_work()).await;
        let looking = looking.unwrap();
        assert!(looking.only_reads());
        *open = Some(looking);
    }

    /// The commands that answer to one of these requests.
    async fn answering(&self, requests: &[serde_json::Value]) -> Vec<&'static str> {
        let mut answering = Vec::new();
        let reads = |name: &str| !WRITES.iter().any(|verb| name.starts_with(verb));
        for command in COMMANDS.iter().filter(|command| reads(command.name)) {
            for request in requests {
                if self.desk.call(command.name, request.clone()).await.is_ok() {
                    answering.push(command.name);
                    break;
                }
            }
        }
        answering
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_that_reads_the_record_or_the_clinic_answers_where_nothing_can_be_written() {
    let room = room().await;
    let person = room.person().await;
    room.add(person, follow_up::operation(90)).await.unwrap();
    let requests = [
        json!({}),
        json!({"patient": person}),
        json!({"limit": 20}),
        json!({"patient": person, "noun": "surgery"}),
        json!({"text": "", "limit": 20}),
    ];
    let before = room.answering(&requests).await;
    for needed in [
        "list_due",
        "follow_up",
        "list_entries",
        "preview_letter",
        "search_patients",
    ] {
        assert!(before.contains(&needed), "{needed}: {before:?}");
    }
    room.only_look().await;
    // Nothing that was kept for the list of those who are due holds any more, and nothing new can be kept.
    let tomorrow = clock::today().succ_opt().unwrap();
    let session = room.desk.session().await.unwrap();
    let vault = session.vault().unwrap();
    let due = crate::follow_up::due(vault, tomorrow, 20).await;
    assert_eq!(due.unwrap().due, 1);
    drop(session);
    assert_eq!(room.answering(&requests).await, before);
}
