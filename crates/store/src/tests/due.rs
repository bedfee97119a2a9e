//! Who was treated lately and when they were seen since.

use super::*;

fn dated(noun: Noun, when: &str) -> Row {
    let mut cells = vec![
        ("when_text", Cell::Text(when.to_owned())),
        ("when_from", Cell::Text(when.to_owned())),
        ("when_to", Cell::Text(when.to_owned())),
    ];
    if noun == Noun::Score {
        cells.push(("instrument", Cell::Text("odi".to_owned())));
        cells.push(("total", Cell::Real(42.0)));
    }
    Row {
        noun,
        cells,
        content: json!({ "when": when }),
        words: Vec::new(),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_what_stands_since_the_day_counts_and_whoever_was_treated_last_comes_first() {
    let vault = Vault::new().await;
    let (first, second, old) = (
        vault.add(None, &ada()).await,
        vault.add(None, &ada()).await,
        vault.add(None, &ada()).await,
    );
    let operation = vault.add(Some(first), &dated(Noun::Surgery, "2026-01-02")).await;
    vault
        .add(Some(second), &dated(Noun::Treatment, "2026-05-02"))
        .await;
    vault.add(Some(old), &dated(Noun::Surgery, "2019-01-02")).await;
    let wrong = vault.add(Some(old), &dated(Noun::Treatment, "2026-06-01")).await;
    let mut unit = vault.begin().await;
    let mistake = Change {
        reason: Some("wrong patient".to_owned()),
        ..change()
    };
    unit.retract(&mistake, wrong, 1).await.unwrap();
    unit.commit(Audit::done("retract")).await.unwrap();
    for when in ["2026-02-10", "2026-02-10", "2018-02-10"] {
        vault.add(Some(first), &dated(Noun::Score, when)).await;
    }

    let list = vault.store.treated_since("2024-01-01", 10).await.unwrap();
    let ids: Vec<Uuid> = list.people.iter().map(|one| one.hit.id).collect();
    assert_eq!(ids, [second, first]);
    assert!(!list.more);
    assert_eq!(
        list.people[1].indices,
        [(operation, json!({ "when": "2026-01-02" }))]
    );
    assert_eq!(list.people[1].seen, ["2026-02-10"]);
    assert!(list.people[0].seen.is_empty());

    let capped = vault.store.treated_since("2024-01-01", 1).await.unwrap();
    assert!(capped.more);
    assert_eq!(capped.people.len(), 1);
}
