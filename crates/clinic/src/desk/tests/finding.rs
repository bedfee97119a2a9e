//! Finding people by what is meant: levels, brands, numbers, names; by what each was found; who may be the same person.

use super::*;
use lamina_api::{
    noun::treatment::TreatmentInput,
    patient::{FoundBy, PatientsFound, SimilarPatients},
};
use lamina_domain::treatment::Kind;

async fn person(room: &Room, family: &str, given: &str, born: &str, number: &str) -> Uuid {
    let id = clock::new_id();
    let input = FactInput::Patient(PatientInput {
        family: family.into(),
        given: given.into(),
        born: born.into(),
        record_number: number.into(),
        ..PatientInput::default()
    });
    room.record(id, id, input).await.unwrap()
}

async fn find(room: &Room, text: &str, limit: u32) -> PatientsFound {
    let text = text.to_owned();
    let search = SearchPatients { text, limit };
    room.desk.search_patients(search).await.unwrap()
}

fn names(view: &PatientsFound) -> Vec<&str> {
    view.found.iter().map(|one| one.hit.name.as_str()).collect()
}

fn surgery(procedures: &[&str], levels: &str) -> FactInput {
    FactInput::Surgery(SurgeryInput {
        procedures: procedures.iter().map(|text| procedure(text)).collect(),
        levels: levels.into(),
        when: "2019".into(),
        surgeon: "Dr Sam Sample".into(),
        ..SurgeryInput::default()
    })
}

fn taken(name: &str) -> FactInput {
    FactInput::Treatment(TreatmentInput {
        kind: Some(Kind::Drug),
        name: name.into(),
        ..TreatmentInput::default()
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_level_finds_every_operation_that_holds_it_however_either_is_written() {
    let room = room().await;
    let long = person(&room, "Prøve", "Long", "1961", "S-000181").await;
    let short = person(&room, "Prøve", "Short", "1962", "S-000182").await;
    let own = person(&room, "Prøve", "Own", "1963", "S-000183").await;
    room.add(long, surgery(&["fusion"], "L4-S1")).await.unwrap();
    room.add(short, surgery(&["discectomy"], "L45")).await.unwrap();
    let lines = ["Laminectomy L2-L3; fusion L4-pelvis"];
    room.add(own, surgery(&lines, "")).await.unwrap();
    for typed in ["L4-L5", "L4-5", "L4/5", "L45", "l4l5"] {
        let view = find(&room, typed, 10).await;
        assert_eq!((view.total, view.found.len()), (3, 3), "{typed}");
    }
    for typed in ["L5-S1", "L5/1", "L51", "l4-s1"] {
        assert_eq!(
            names(&find(&room, typed, 10).await),
            ["Prøve, Long", "Prøve, Own"],
            "{typed}"
        );
    }
    for typed in ["L2/3", "pelvis", "laminectomy L2-L3"] {
        assert_eq!(names(&find(&room, typed, 10).await), ["Prøve, Own"], "{typed}");
    }
    assert!(find(&room, "L3-L4", 10).await.found.is_empty());
    for typed in ["s181", "S-000181", "s0181", "181"] {
        let view = find(&room, typed, 10).await;
        assert_eq!(names(&view), ["Prøve, Long"], "{typed}");
        assert_eq!(view.found[0].by, [FoundBy::Number]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_medicine_is_found_by_any_of_its_names_and_a_stimulator_by_its_short_one() {
    let room = room().await;
    let brand = person(&room, "Brand", "A", "1961", "1").await;
    let plain = person(&room, "Plain", "B", "1962", "2").await;
    room.add(brand, taken("Lyrica 75 mg")).await.unwrap();
    room.add(plain, taken("pregabalin 75 mg")).await.unwrap();
    for typed in ["lyrica", "Lyri", "pregabalin", "pregab"] {
        assert_eq!(
            names(&find(&room, typed, 10).await),
            ["Brand, A", "Plain, B"],
            "{typed}"
        );
    }
    room.add(brand, surgery(&["Spinal cord stimulator trial"], "T8"))
        .await
        .unwrap();
    room.add(plain, surgery(&["SCS implant"], "T8")).await.unwrap();
    for typed in ["scs", "spinal cord stimulator"] {
        assert_eq!(find(&room, typed, 10).await.total, 2, "{typed}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_found_or_decided_at_a_visit_finds_it_until_it_says_otherwise() {
    let room = room().await;
    let seen = person(&room, "Prøve", "Seen", "1961", "1").await;
    person(&room, "Prøve", "Other", "1962", "2").await;
    let visit = |found: &str| {
        let typed = json!({"kind": "follow_up", "when": "3 May 2019", "by": "Dr Lind", "found": found,
            "decided": "second opinion on the cage", "note": "came by train"});
        FactInput::Visit(serde_json::from_value(typed).unwrap())
    };
    let dropped = visit("foot drop, dizzy since Lyrica");
    let entry = room.add(seen, dropped).await.unwrap();
    let fact = FoundBy::Fact {
        noun: Noun::Visit,
        title: "Follow-up visit, Dr Lind".into(),
    };
    for typed in [
        "foot drop",
        "footdrop",
        "Dizzy",
        "pregabalin",
        "second opinion",
        "cage",
        "lind",
    ] {
        let view = find(&room, typed, 10).await;
        assert_eq!(names(&view), ["Prøve, Seen"], "{typed}");
        assert_eq!(view.found[0].by, std::slice::from_ref(&fact), "{typed}");
    }
    assert!(find(&room, "train", 10).await.found.is_empty());
    let amend = AmendEntry {
        request: clock::new_id(),
        entry,
        base_version: 1,
        input: visit("lifts the foot again"),
        reason: "seen anew".into(),
        draft: None,
    };
    room.desk.amend_entry(amend).await.unwrap();
    assert!(find(&room, "dizzy", 10).await.found.is_empty());
    assert_eq!(find(&room, "lifts", 10).await.total, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_found_by_name_comes_first_and_each_says_why() {
    let room = room().await;
    for given in ["Björn", "Carla", "Sam"] {
        let id = person(&room, "Prøve", given, "3.5.61", given).await;
        room.add(id, surgery(&["fusion"], "L4-S1")).await.unwrap();
    }
    let view = find(&room, "prove sam", 10).await;
    assert_eq!(names(&view), ["Prøve, Sam", "Prøve, Björn", "Prøve, Carla"]);
    assert_eq!(view.found[0].by, [FoundBy::Name]);
    let fact = FoundBy::Fact {
        noun: Noun::Surgery,
        title: "fusion, L4-S1".into(),
    };
    assert_eq!(view.found[1].by, [FoundBy::Name, fact.clone()]);
    let view = find(&room, "3.5.1961 L5-S1", 2).await;
    assert_eq!((view.found.len(), view.total), (2, 3), "all are counted");
    assert_eq!(view.found[0].by, [FoundBy::Born, fact]);
    let everyone = find(&room, "", 2).await;
    assert_eq!((everyone.found.len(), everyone.total), (2, 3));
    assert!(everyone.found.iter().all(|one| one.by.is_empty()));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_family_name_of_two_is_a_candidate_in_either_order() {
    let room = room().await;
    person(&room, "García López", "Ana", "3.5.61", "1").await;
    person(&room, "Garcia", "Ana", "4.5.61", "2").await;
    let like = async |family: &str, given: &str, born: &str| {
        let similar = SimilarPatients {
            family: family.into(),
            given: given.into(),
            born: born.into(),
        };
        room.desk.similar_patients(similar).await.unwrap()
    };
    for (family, given) in [
        ("Garcia", "Ana"),
        ("López García", "Ana"),
        ("Lopez", "A."),
        ("garcía-lópez", "Ana María"),
    ] {
        let found = like(family, given, "3 May 1961").await;
        assert_eq!(found[0].hit.name, "García López, Ana", "{family}");
        assert!(found[0].like_name && found[0].same_born, "{family}");
        assert!(
            !found
                .iter()
                .any(|one| one.hit.name == "Garcia, Ana" && !one.same_name)
        );
    }
    let found = like("López García", "Ana", "1961").await;
    assert!(found[0].like_name && found[0].within_born && !found[0].same_born);
    assert!(like("García Ruiz", "Ana", "3 June 1961").await.is_empty());
    assert!(
        !like("Lopez", "Ana", "").await.is_empty(),
        "while no birth date is typed"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_birth_told_by_an_age_is_shown_as_told_and_counts() {
    let room = room().await;
    let id = person(&room, "Age", "Told", "age 38 in 2003", "1").await;
    let view = room.desk.open_patient(PatientKey { patient: id }).await.unwrap();
    assert_eq!(view.born, "age 38 in 2003");
    let listed = find(&room, "told", 5).await.found.remove(0).hit;
    assert_eq!(listed.born, "age 38 in 2003");
    assert_eq!(listed.age, view.age);
    assert!(
        listed.age.contains("to") || listed.age.contains("or"),
        "{}",
        listed.age
    );
    assert!(
        find(&room, "2003", 5).await.found.is_empty(),
        "nobody is born in that year"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn times_that_count_from_themselves_are_refused_at_their_field() {
    let room = room().await;
    let patient = room.person().await;
    let first = room.add(patient, operation("fusion", "2010")).await.unwrap();
    room.add(patient, operation("discectomy", "2 months after operation 1"))
        .await
        .unwrap();
    let amend = async |when: &str| {
        room.desk
            .amend_entry(AmendEntry {
                request: clock::new_id(),
                entry: first,
                base_version: 1,
                input: operation("fusion", when),
                reason: "a slip".into(),
                draft: None,
            })
            .await
    };
    for (when, chain) in [
        (
            "1 week after operation 2",
            "operation 1 from operation 2 from operation 1",
        ),
        ("months before operation 1", "operation 1 from operation 1"),
    ] {
        let told = issues(amend(when).await.unwrap_err());
        let chain = chain.to_owned();
        assert_eq!(
            told,
            [Issue::at("when", Problem::CircularTimes { chain })],
            "{when}"
        );
    }
    amend("before 2012").await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn levels_of_a_procedure_are_read_back_kept_and_shown() {
    let room = room().await;
    let patient = room.person().await;
    let read = async |text: &str| {
        let understand = Understand {
            kind: TextKind::Procedure,
            text: text.into(),
            patient: None,
        };
        room.desk.understand(understand).await.unwrap()
    };
    let typed = "Laminectomy L3-L4; fusion L4-S1";
    assert_eq!(
        read(typed).await.shown.unwrap(),
        "laminectomy at L3-L4, 1 segment; fusion at L4-S1, 2 segments"
    );
    assert_eq!(
        read("Laminectomy").await,
        lamina_api::understand::Understood::default()
    );
    let side = Problem::SideInLevels {
        levels: "L4-L5".into(),
        side: "left".into(),
    };
    assert_eq!(read("Discectomy L45 left").await.problem, Some(side.clone()));
    let refused = room
        .add(patient, surgery(&["Fusion", "Discectomy L45 left"], ""))
        .await;
    assert_eq!(
        issues(refused.unwrap_err()),
        [Issue::at("procedures.1.text", side)]
    );

    let entry = room.add(patient, surgery(&[typed], "")).await.unwrap();
    let view = room.desk.get_entry(EntryKey { entry }).await.unwrap();
    assert_eq!(view.shown.title, typed);
    let FactInput::Surgery(input) = view.input else {
        panic!("an operation")
    };
    let lines: Vec<&str> = input.procedures.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(lines, ["Laminectomy L3-L4", "fusion L4-S1"]);
}
