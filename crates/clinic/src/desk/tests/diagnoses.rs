//! Diagnoses at the desk: what they name stays named through every change of the order, by which name the pain itself goes, and
//! what the form is offered.

use super::*;
use lamina_api::{
    entry::{EntryView, ReinstateEntry, SuggestCodes},
    noun::diagnosis::{DiagnosisInput, EvidenceInput},
};
use lamina_domain::{
    Answer, Side,
    diagnosis::{Certainty, Kind, Term, Weighs},
};

fn input(fields: serde_json::Value) -> FactInput {
    let input: DiagnosisInput = serde_json::from_value(fields).unwrap();
    FactInput::Diagnosis(input)
}

impl Room {
    pub(super) async fn evidence(&self, patient: Uuid, part: &str) -> String {
        let rows = self.desk.list_evidence(PatientKey { patient }).await.unwrap();
        let row = rows.into_iter().find(|row| row.title.contains(part)).unwrap();
        row.entry
    }

    async fn titled(&self, patient: Uuid) -> Vec<String> {
        let noun = Noun::Diagnosis;
        let rows = self
            .desk
            .list_entries(ListEntries { patient, noun })
            .await
            .unwrap();
        rows.into_iter().map(|row| row.shown.title).collect()
    }

    async fn whole(&self, entry: Uuid) -> EntryView {
        self.desk.get_entry(EntryKey { entry }).await.unwrap()
    }

    async fn detail(&self, entry: Uuid, label: &str) -> Option<String> {
        let details = self.whole(entry).await.shown.details.into_iter();
        details
            .filter(|one| one.label == label)
            .map(|one| one.text)
            .next()
    }

    pub(super) async fn prefer(&self, preferred_term: Term) {
        let settings = Settings {
            preferred_term,
            ..self.desk.get_settings(Nothing {}).await.unwrap()
        };
        self.desk.save_settings(settings).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_speaks_for_a_cause_stays_the_same_entry_whatever_comes_before_it() {
    let room = room().await;
    let person = room.person().await;
    let fusion = room.add(person, operation("fusion", "2019")).await.unwrap();
    let entry = room.evidence(person, "fusion").await;
    let cause = input(json!({
        "kind": "pseudarthrosis",
        "certainty": "probable",
        "evidence": [{"entry": entry, "weighs": "for"}, {"entry": "", "weighs": "against"}],
    }));
    let cause = room.add(person, cause).await.unwrap();
    let speaks = "Speaks for it";
    let told = room.detail(cause, speaks).await.unwrap();
    assert_eq!(told, "fusion, L4-L5, 2019 (operation 1)");
    room.add(person, operation("discectomy", "2012")).await.unwrap();
    let told = room.detail(cause, speaks).await.unwrap();
    assert_eq!(told, "fusion, L4-L5, 2019 (operation 2)");
    let FactInput::Diagnosis(typed) = room.whole(cause).await.input else {
        panic!("a diagnosis");
    };
    let named = EvidenceInput {
        entry,
        weighs: Weighs::For,
    };
    assert_eq!(typed.evidence, [named], "the form holds it by its id");
    let retract = |entry, base_version| RetractEntry {
        request: clock::new_id(),
        entry,
        base_version,
        reason: "wrong patient".into(),
    };
    let refused = room.desk.retract_entry(retract(fusion, 1)).await.unwrap_err();
    assert_eq!(
        issues(refused),
        [Issue::at("entry", Problem::NamedByOthers { count: 1 })]
    );
    room.desk.retract_entry(retract(cause, 1)).await.unwrap();
    room.desk.retract_entry(retract(fusion, 1)).await.unwrap();
    let back = ReinstateEntry {
        request: clock::new_id(),
        entry: cause,
        base_version: 2,
        reason: "right after all".into(),
    };
    let what = "operation".to_owned();
    assert_eq!(
        issues(room.desk.reinstate_entry(back).await.unwrap_err()),
        [Issue::at("evidence.0.entry", Problem::EntryGone { what })]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pain_itself_has_the_name_that_the_clinic_prefers_and_is_found_by_all_of_them() {
    let room = room().await;
    let person = room.person().await;
    room.add(person, operation("fusion", "2019")).await.unwrap();
    let pain = input(json!({"kind": "persistent_pain", "certainty": "confirmed", "icd10cm": "m961"}));
    room.add(person, pain).await.unwrap();
    let names = [
        (
            Term::Psps,
            "Persistent spinal pain syndrome type 2 (PSPS type 2): confirmed",
        ),
        (Term::Fbss, "Failed back surgery syndrome (FBSS): confirmed"),
        (Term::PostLaminectomy, "Post-laminectomy syndrome: confirmed"),
    ];
    for (term, title) in names {
        room.prefer(term).await;
        assert_eq!(room.titled(person).await, [title]);
        let offered = room.desk.list_diagnoses(Nothing {}).await.unwrap();
        assert!(title.starts_with(&offered[0].word), "{}", offered[0].word);
        let request = LetterRequest {
            patient: person,
            ..LetterRequest::default()
        };
        let letter = room.desk.preview_letter(request).await.unwrap().text;
        assert!(letter.contains(&offered[0].word), "{letter}");
        for text in ["FBSS", "PSPS", "postlaminectomy", "M96.1"] {
            let request = SearchPatients {
                text: text.into(),
                limit: 5,
            };
            let found = room.desk.search_patients(request).await.unwrap().found;
            assert_eq!(found.len(), 1, "{text}");
            assert!(format!("{:?}", found[0].by).contains(title), "{text}: {found:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn trap_40_codes_that_exclude_each_other_are_told_at_both_and_a_kept_code_keeps_its_release() {
    let room = room().await;
    let person = room.person().await;
    let label = "Look at the code";
    let pain = input(json!({"kind": "persistent_pain", "certainty": "confirmed", "icd10cm": "G89.28"}));
    let pain = room.add(person, pain).await.unwrap();
    let none = room.detail(pain, label).await.unwrap();
    assert_eq!(none, "The record has no operation of the spine.");
    room.add(person, operation("fusion", "2019")).await.unwrap();
    assert_eq!(room.detail(pain, label).await, None);
    let syndrome = input(json!({"kind": "psychosocial", "certainty": "probable", "icd10cm": "G89.4"}));
    let syndrome = room.add(person, syndrome).await.unwrap();
    assert!(room.detail(pain, label).await.unwrap().contains("G89.4"));
    assert!(room.detail(syndrome, label).await.unwrap().contains("G89.28"));
    let FactInput::Diagnosis(typed) = room.whole(syndrome).await.input else {
        panic!("a diagnosis");
    };
    let amend = AmendEntry {
        request: clock::new_id(),
        entry: syndrome,
        base_version: 1,
        input: FactInput::Diagnosis(DiagnosisInput {
            certainty: Certainty::Excluded,
            ..typed
        }),
        reason: "assessed".into(),
        draft: None,
    };
    let now = room.desk.amend_entry(amend).await.unwrap().value;
    assert_eq!(now.shown.title, "Psychosocial contributors: excluded");
    assert_eq!(
        room.detail(pain, label).await,
        None,
        "what is excluded is not coded"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_are_offered_with_what_they_stand_for_and_read_back_as_typed() {
    let room = room().await;
    let request = SuggestCodes {
        kind: Kind::NeuropathicPain,
        levels: "L5 root".into(),
        side: Answer::Value(Side::Left),
    };
    let codes = room.desk.suggest_codes(request).await.unwrap();
    let codes: Vec<(&str, &str)> = codes
        .iter()
        .map(|one| (one.code.as_str(), one.title.as_str()))
        .collect();
    assert_eq!(
        codes,
        [
            ("M54.16", "radiculopathy, lumbar"),
            ("M54.32", "sciatica, left"),
            ("M79.2", "neuralgia, not specified")
        ]
    );
    let read = async |text: &str| {
        let request = Understand {
            kind: TextKind::Icd10cm,
            text: text.into(),
            patient: None,
        };
        room.desk.understand(request).await.unwrap()
    };
    let shown = read("m961").await.shown.unwrap();
    assert_eq!(shown, "ICD-10-CM M96.1, postlaminectomy syndrome");
    assert!(matches!(
        read("M54.5").await.problem,
        Some(Problem::CodeNotWhole { .. })
    ));
}
