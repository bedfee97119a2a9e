//! The log as it is examined: by person, act and day, and that it was.

use super::*;
use crate::vault::{KdfCost, Passphrase, Person, Program};
use lamina_store::Actor;
use std::path::Path;

async fn vault(folder: &Path) -> Vault {
    let words = Passphrase::new("quiet river under seven green stones".into());
    let person = Person {
        name: "keeper".to_owned(),
        program: Program::Window,
    };
    Vault::create(&folder.join("clinic.vault"), words, KdfCost::FLOOR, &person)
        .await
        .unwrap()
}

/// Notes an act of somebody at a time.
async fn note(vault: &Vault, name: &str, at_us: i64, act: Act) {
    let actor = Actor {
        id: name.to_owned(),
        ..vault.actor()
    };
    let row = Audit::done(act);
    vault.store().note(&actor, at_us, row).await.unwrap();
}

/// Person and act of the rows that are asked for, the newest first.
async fn told(vault: &Vault, asked: &AuditQuestion) -> Vec<String> {
    let names = vault.names_in_log().await.unwrap();
    let mut rows = Vec::new();
    let add = |row: Row| {
        rows.push(format!("{} {}", row.person, row.action));
        true
    };
    let count = vault.read_log(asked, None, &names, add).await.unwrap();
    assert_eq!(count, rows.len());
    rows
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_are_found_by_person_in_capitals_or_not_by_act_and_by_whole_days() {
    let folder = tempfile::tempdir().unwrap();
    let vault = vault(folder.path()).await;
    let day = clock::day("2026-11-25").unwrap();
    for (name, at_us, act) in [
        ("Åsa Ek", clock::start_of(day) - 1, Act::Search),
        ("Åsa Ek", clock::start_of(day), Act::OpenChart),
        ("asa ek", clock::start_of(day) + 1, Act::Print),
        ("Åsa Ek", clock::end_of(day), Act::Amend),
        ("Åsa Ek", clock::end_of(day) + 1, Act::Undo),
    ] {
        note(&vault, name, at_us, act).await;
    }
    let asa = AuditQuestion {
        person: Some("ÅSA EK".to_owned()),
        ..AuditQuestion::default()
    };
    let acts = [
        "Åsa Ek undo",
        "Åsa Ek amend",
        "Åsa Ek open-chart",
        "Åsa Ek search",
    ];
    assert_eq!(told(&vault, &asa).await, acts);
    let from = AuditQuestion {
        from: Some(day),
        ..asa.clone()
    };
    assert_eq!(told(&vault, &from).await, acts[..3]);
    let until = AuditQuestion {
        until: Some(day),
        ..asa.clone()
    };
    assert_eq!(told(&vault, &until).await, acts[1..]);
    let on = AuditQuestion {
        until: Some(day),
        ..from
    };
    assert_eq!(
        told(&vault, &on).await,
        acts[1..3],
        "the first and the last moment"
    );
    let amended = AuditQuestion {
        act: Some("amend".to_owned()),
        ..AuditQuestion::default()
    };
    assert_eq!(told(&vault, &amended).await, ["Åsa Ek amend"]);
    vault.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn that_the_log_is_examined_is_noted_once_and_is_its_newest_row() {
    let folder = tempfile::tempdir().unwrap();
    let vault = vault(folder.path()).await;
    let asked = AuditQuestion {
        person: Some("Keeper".to_owned()),
        ..AuditQuestion::default()
    };
    let mut first = None;
    let count = vault
        .examine(&asked, |row| {
            first = Some(row);
            false
        })
        .await
        .unwrap();
    let first = first.unwrap();
    assert_eq!(
        (count, first.action.as_str(), first.person.as_str()),
        (1, "examine", "keeper")
    );
    assert_eq!(
        (first.object.as_str(), first.object_id.as_str()),
        ("audit-log", "Keeper")
    );
    assert_eq!(
        told(&vault, &AuditQuestion::default()).await,
        ["keeper examine", "keeper unlock"]
    );
    vault.close().await.unwrap();
}
