//! Rows of the log by what is asked of them.

use super::*;

/// The numbers of the rows that a filter asks for.
async fn rows(vault: &Vault, filter: &AuditFilter) -> Vec<i64> {
    let found = vault.store.audit_entries(filter, None, 50).await.unwrap();
    found.iter().map(|row| row.seq).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_log_is_asked_by_patient_act_and_time_and_page_by_page() {
    let vault = Vault::new().await;
    let (ada, bea) = (fresh(), fresh());
    let other = Actor {
        id: "Nurse Ågren".to_owned(),
        ..actor()
    };
    // The clock is set back once.
    for (who, at_us, act, patient) in [
        (actor(), 10, Act::Unlock, None),
        (actor(), 20, Act::OpenChart, Some(ada)),
        (other.clone(), 5, Act::OpenChart, Some(bea)),
        (other, 30, Act::Export, Some(ada)),
    ] {
        let row = Audit {
            patient_id: patient,
            ..Audit::done(act)
        };
        vault.store.note(&who, at_us, row).await.unwrap();
    }
    let all = AuditFilter::default();
    let of = |patient| AuditFilter {
        patient: Some(patient),
        ..AuditFilter::default()
    };
    let act = |act: &str| AuditFilter {
        action: Some(act.to_owned()),
        ..AuditFilter::default()
    };
    let between = |from_us, until_us| AuditFilter {
        from_us,
        until_us,
        ..AuditFilter::default()
    };
    assert_eq!(rows(&vault, &all).await, [4, 3, 2, 1]);
    assert_eq!(rows(&vault, &of(ada)).await, [4, 2]);
    assert_eq!(rows(&vault, &act("open-chart")).await, [3, 2]);
    assert!(rows(&vault, &act("open")).await.is_empty());
    assert_eq!(rows(&vault, &between(Some(10), Some(20))).await, [2, 1]);
    assert_eq!(rows(&vault, &between(None, Some(5))).await, [3]);
    assert_eq!(rows(&vault, &between(Some(21), None)).await, [4]);
    let both = AuditFilter {
        action: Some("open-chart".to_owned()),
        ..of(ada)
    };
    assert_eq!(rows(&vault, &both).await, [2]);

    let page = vault.store.audit_entries(&all, Some(4), 2).await.unwrap();
    let page: Vec<i64> = page.iter().map(|row| row.seq).collect();
    assert_eq!(page, [3, 2], "those below the fourth, no more than two");

    let pairs = vault.store.who_did_what().await.unwrap();
    let pairs: Vec<(&str, &str)> = pairs
        .iter()
        .map(|(who, what)| (who.as_str(), what.as_str()))
        .collect();
    assert_eq!(
        pairs,
        [
            ("Nurse Ågren", "export"),
            ("Nurse Ågren", "open-chart"),
            ("dr-adams", "open-chart"),
            ("dr-adams", "unlock"),
        ]
    );
}
