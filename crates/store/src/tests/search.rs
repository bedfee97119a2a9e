//! Finding people the way they are typed.

use rstest::rstest;

use super::*;
use crate::Problem;

async fn clinic() -> Vault {
    let vault = Vault::new().await;
    let mut unit = vault.begin().await;
    for (family, given, born, number) in [
        ("Müller", "Jürgen", "1950-02-01", "B-7"),
        ("Şahin", "Elif", "1970-11-30", "B-8"),
        ("Østergaard", "Søren", "1948-06-06", "B-9"),
        ("Ångström", "Åsa", "1980", "B-10"),
        ("O'Brien", "Niamh", "1966-07-08", "B-11"),
        ("de la Cruz", "María", "1959-09", "B-12"),
        ("van den Berg", "Joost", "1955-12-24", "B-13"),
        ("Smith-Jones", "Anna", "1961-03-05", "A-1023"),
        ("Smith", "Peter", "1961-05-03", "A-1024"),
    ] {
        let id = fresh();
        unit.record(&change(), id, id, &person(family, given, born, number))
            .await
            .unwrap();
    }
    unit.commit(Audit::done(Act::Load)).await.unwrap();
    vault
}

#[rstest]
#[case("muller", "Müller")]
#[case("MÜLL", "Müller")]
#[case("sahin", "Şahin")]
#[case("ostergaard soren", "Østergaard")]
#[case("Angstrom", "Ångström")]
#[case("obrien", "O'Brien")]
#[case("O'Brien", "O'Brien")]
#[case("brien", "O'Brien")]
#[case("de la cruz", "de la Cruz")]
#[case("delacruz", "de la Cruz")]
#[case("van den berg", "van den Berg")]
#[case("vandenberg", "van den Berg")]
#[case("ann smi", "Smith-Jones")]
#[case("smith, anna", "Smith-Jones")]
#[case("smith-jones", "Smith-Jones")]
#[case("smithjones", "Smith-Jones")]
#[case("1948", "Østergaard")]
#[case("1966-07-08", "O'Brien")]
#[case("8.7.1966", "O'Brien")]
#[case("07/08/66", "O'Brien")]
#[case("A-1023", "Smith-Jones")]
#[case("a1023", "Smith-Jones")]
#[case("1023", "Smith-Jones")]
#[case("gaard", "Østergaard")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn finds_exactly_one(#[case] typed: &str, #[case] family: &str) {
    let vault = clinic().await;
    let hits = vault.store.search(typed, DateOrder::DayFirst, 10).await.unwrap();
    let families: Vec<_> = hits.iter().map(|hit| hit.family.as_str()).collect();
    assert_eq!(families, [family], "{typed}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_birth_date_in_numbers_is_read_in_the_order_of_the_clinic_and_the_other_way_where_nobody_has_it() {
    let vault = clinic().await;
    let found = async |typed: &str, order| {
        let hits = vault.store.search(typed, order, 10).await.unwrap();
        hits.into_iter().map(|hit| hit.given).collect::<Vec<_>>()
    };
    use DateOrder::{DayFirst, MonthFirst};
    for (typed, order, given) in [
        ("03/05/1961", DayFirst, "Peter"),
        ("03/05/1961", MonthFirst, "Anna"),
        ("smith 5.3.61", DayFirst, "Anna"),
        ("smith 5.3.61", MonthFirst, "Peter"),
        ("07/08/66", DayFirst, "Niamh"),
        ("08/07/66", DayFirst, "Niamh"),
        ("12/24/1955", DayFirst, "Joost"),
        ("24/12/1955", MonthFirst, "Joost"),
        ("1961-05-03", MonthFirst, "Peter"),
    ] {
        assert_eq!(found(typed, order).await, [given], "{typed} {order:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn order_limit_and_no_hit() {
    let vault = clinic().await;
    let names = |hits: Vec<crate::PatientHit>| hits.into_iter().map(|h| h.given).collect::<Vec<_>>();
    assert_eq!(
        names(vault.store.search("smi", DateOrder::DayFirst, 10).await.unwrap()),
        ["Peter", "Anna"]
    );
    assert_eq!(
        names(vault.store.search("smi", DateOrder::DayFirst, 1).await.unwrap()),
        ["Peter"]
    );
    for typed in ["", "  ", "-", "smith elif", "xyz", "%", "_"] {
        assert!(
            vault
                .store
                .search(typed, DateOrder::DayFirst, 10)
                .await
                .unwrap()
                .is_empty(),
            "{typed}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn finds_by_what_the_record_says_and_follows_changes() {
    let vault = Vault::new().await;
    let patient = vault.add(None, &ada()).await;
    let id = vault
        .add(Some(patient), &surgery("x", &["Fusion", "L5-S1", "Dr Weiß"]))
        .await;
    let found = async |typed: &str| {
        vault
            .store
            .search(typed, DateOrder::DayFirst, 5)
            .await
            .unwrap()
            .len()
    };
    for typed in ["fusion", "L5-S1", "l5s1", "weiss", "ada fusion"] {
        assert_eq!(found(typed).await, 1, "{typed}");
    }
    let mut unit = vault.begin().await;
    unit.amend(
        &because("was a discectomy"),
        id,
        1,
        &surgery("x", &["Discectomy"]),
    )
    .await
    .unwrap();
    unit.amend(
        &because("new name"),
        patient,
        1,
        &person("Brown", "Ada", "1961", "1"),
    )
    .await
    .unwrap();
    unit.commit(Audit::done(Act::Amend)).await.unwrap();
    assert_eq!((found("fusion").await, found("discectomy").await), (0, 1));
    assert_eq!((found("jones").await, found("brown").await), (0, 1));
    let mut unit = vault.begin().await;
    unit.retract(&because("entered twice"), patient, 2).await.unwrap();
    unit.commit(Audit::done(Act::Retract)).await.unwrap();
    assert_eq!((found("brown").await, found("discectomy").await), (0, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn recent_ones_come_newest_first() {
    let vault = Vault::new().await;
    let first = vault.add(None, &ada()).await;
    let second = vault.add(None, &person("Brown", "Bea", "1950", "2")).await;
    for (at_us, patient) in [(1, first), (2, second), (3, first)] {
        let mut unit = vault.store.begin(&actor(), at_us).await.unwrap();
        unit.opened(patient).await.unwrap();
        unit.commit(Audit {
            patient_id: Some(patient),
            ..Audit::done(Act::OpenChart)
        })
        .await
        .unwrap();
    }
    let recent: Vec<_> = vault
        .store
        .recent("dr-adams", 10)
        .await
        .unwrap()
        .into_iter()
        .map(|h| h.id)
        .collect();
    assert_eq!(recent, [first, second]);
    assert!(vault.store.recent("someone", 10).await.unwrap().is_empty());
    let of_first = AuditFilter {
        patient: Some(first),
        ..AuditFilter::default()
    };
    let log = vault.store.audit_entries(&of_first, None, 10).await.unwrap();
    assert_eq!(log.iter().filter(|e| e.action == "open-chart").count(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn likely_duplicates() {
    let vault = clinic().await;
    let exchanged = vault
        .store
        .similar("Smith", "Anna", Some("1961-05-03"))
        .await
        .unwrap();
    let flags: Vec<_> = exchanged
        .iter()
        .map(|s| (s.hit.given.as_str(), s.same_name, s.same_born, s.swapped_born))
        .collect();
    assert_eq!(
        flags,
        [("Anna", false, false, true), ("Peter", false, true, false)]
    );
    let folded = vault.store.similar("jurgen", "MULLER", None).await.unwrap();
    assert!(folded.len() == 1 && folded[0].same_name);
    assert!(
        vault
            .store
            .similar("Nobody", "Else", Some("1961-03-05"))
            .await
            .unwrap()
            .is_empty()
    );
}

async fn noted(vault: &Vault, patient: Uuid, note: &str) -> Uuid {
    vault.add(Some(patient), &surgery(note, &[note])).await
}

/// Whatever happens to records, the search says what stands, and makes itself anew to the same.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_search_follows_every_change_and_made_anew_is_the_same() {
    let vault = Vault::new().await;
    let mut people = Vec::new();
    for (family, number) in [
        ("Muster", "1"),
        ("Sample", "2"),
        ("Exemple", "3"),
        ("Muster", "4"),
    ] {
        let id = vault
            .add(None, &person(family, "Anna", "1961-03-05", number))
            .await;
        let entries = [
            noted(&vault, id, "fusion L4-S1").await,
            noted(&vault, id, "revision of the fusion").await,
        ];
        people.push((id, entries));
    }
    let agrees = async |wanted: &[(&str, usize)]| {
        assert_eq!(vault.store.verify(None, derive).await.unwrap().problems, []);
        for (typed, count) in wanted {
            let found = vault.store.find(typed, DateOrder::DayFirst, 10).await.unwrap();
            assert_eq!(
                (found.people.len(), found.total as usize),
                (*count, *count),
                "{typed}"
            );
        }
    };
    agrees(&[
        ("fus", 4),
        ("fusion", 4),
        ("revision", 4),
        ("muster", 2),
        ("mu l5-s1", 2),
    ])
    .await;
    let [first, second, third, _] = people.as_slice() else {
        panic!()
    };
    let mut unit = vault.begin().await;
    // A word that another entry still has stays, the others go.
    unit.retract(&because("entered twice"), first.1[1], 1)
        .await
        .unwrap();
    unit.amend(
        &because("was a discectomy"),
        second.1[0],
        1,
        &surgery("discectomy", &["discectomy"]),
    )
    .await
    .unwrap();
    unit.amend(
        &because("married"),
        second.0,
        1,
        &person("Beispiel", "Anna", "1961-03-05", "2"),
    )
    .await
    .unwrap();
    unit.retract(&because("another clinic's"), third.0, 1)
        .await
        .unwrap();
    unit.commit(Audit::done(Act::Amend)).await.unwrap();
    let after = [
        ("fusion", 3),
        ("revision", 2),
        ("sample", 0),
        ("exe", 0),
        ("beispiel revision", 1),
        ("beispiel l4-s1", 0),
        ("disc", 1),
        ("anna", 3),
    ];
    agrees(&after).await;
    assert_eq!(vault.store.count_people().await.unwrap(), 3);
    let mut unit = vault.begin().await;
    // What is changed of a person who was taken back is found once the person stands again.
    unit.amend(
        &because("was another"),
        third.1[0],
        1,
        &surgery("kyphoplasty", &["kyphoplasty"]),
    )
    .await
    .unwrap();
    unit.commit(Audit::done(Act::Amend)).await.unwrap();
    agrees(&after).await;
    agrees(&[("kyphoplasty", 0)]).await;
    let mut unit = vault.begin().await;
    unit.reinstate(
        &because("ours after all"),
        third.0,
        2,
        &person("Exemple", "Anna", "1961-03-05", "3"),
    )
    .await
    .unwrap();
    unit.commit(Audit::done(Act::Reinstate)).await.unwrap();
    let last = [
        ("exemple kyphoplasty", 1),
        ("revision", 3),
        ("anna", 4),
        ("fusion", 4),
    ];
    agrees(&last).await;
    vault.store.rebuild(&actor(), 9, derive).await.unwrap();
    agrees(&last).await;

    // Every table of the search is compared.
    let mut raw = vault.raw().await;
    let words = Problem::WordsChanged { id: third.1[0] };
    let listed = |patient: Uuid| Problem::ListsChanged {
        patient: Some(patient),
    };
    for (sql, problem) in [
        (
            "UPDATE search_entry SET words = ' other ' WHERE words LIKE '% kyphoplasty %'",
            words,
        ),
        (
            "DELETE FROM search_list WHERE word = 'beispiel'",
            listed(second.0),
        ),
        (
            "UPDATE search_list SET people = x'0700' WHERE word = 'dis'",
            listed(second.0),
        ),
        (
            "UPDATE search_list SET people = x'07' WHERE word = 'dis'",
            listed(first.0),
        ),
        (
            "UPDATE search_list SET people = x'0700' WHERE word = 'dis'",
            Problem::ListsChanged { patient: None },
        ),
        (
            "DELETE FROM patient_head WHERE record_number = '1'",
            Problem::PersonChanged { id: first.0 },
        ),
    ] {
        sqlx::query(sql).execute(&mut raw).await.unwrap();
        let problems = vault.store.verify(None, derive).await.unwrap().problems;
        assert!(problems.contains(&problem), "{sql}: {problems:?}");
        vault.store.rebuild(&actor(), 9, derive).await.unwrap();
        agrees(&last).await;
    }
}

/// Facts whose ids come before that of their patient are found all the same once everything is made anew.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn made_anew_what_stands_before_its_patient_in_the_table_is_found() {
    let vault = Vault::new().await;
    let (patient, early) = (fresh(), Uuid::from_u128(1));
    let mut unit = vault.begin().await;
    unit.record(&change(), patient, patient, &ada()).await.unwrap();
    unit.record(&change(), patient, early, &surgery("x", &["fusion"]))
        .await
        .unwrap();
    unit.commit(Audit::done(Act::Record)).await.unwrap();
    vault.store.rebuild(&actor(), 9, derive).await.unwrap();
    assert_eq!(vault.store.verify(None, derive).await.unwrap().problems, []);
    let found = vault
        .store
        .find("ada fusion", DateOrder::DayFirst, 5)
        .await
        .unwrap();
    assert_eq!(found.total, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_first_by_name_come_first_however_many_there_are_and_whoever_is_found_by_name_before_the_others()
{
    let vault = Vault::new().await;
    let mut unit = vault.begin().await;
    let mut all = Vec::new();
    // In no order.
    for number in (0..300_u64).map(|number| number * 167 % 300) {
        let id = fresh();
        let family = format!("Muster{number:04}");
        unit.record(
            &change(),
            id,
            id,
            &person(&family, "Anna", "1961", &format!("{number}")),
        )
        .await
        .unwrap();
        if number.is_multiple_of(2) {
            unit.record(&change(), id, fresh(), &surgery("x", &["fusion"]))
                .await
                .unwrap();
        }
        all.push(family);
    }
    let late = fresh();
    unit.record(&change(), late, late, &person("Zusatz", "Fusion", "1961", "9999"))
        .await
        .unwrap();
    unit.commit(Audit::done(Act::Load)).await.unwrap();
    all.sort_unstable();
    let found = async |typed: &str| {
        let found = vault.store.find(typed, DateOrder::DayFirst, 50).await.unwrap();
        let families: Vec<String> = found.people.iter().map(|one| one.hit.family.clone()).collect();
        (families, found.total)
    };
    assert_eq!(found("mu").await, (all[..50].to_vec(), 300));
    let even: Vec<String> = all.iter().step_by(2).take(49).cloned().collect();
    assert_eq!(
        found("fusion").await,
        ([vec!["Zusatz".to_owned()], even].concat(), 151)
    );
    // A new name is in its place at once.
    vault.add(None, &person("Muster", "Aa", "1961", "x")).await;
    let (families, total) = found("must").await;
    assert_eq!(
        (families[0].as_str(), families[1].as_str(), total),
        ("Muster", "Muster0000", 301)
    );
}
