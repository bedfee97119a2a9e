//! Operations from what was typed to what is shown and counted.

use super::*;
use lamina_api::entry::EntryRow;
use lamina_domain::surgery::Code;

fn typed(text: &str, levels: &str) -> SurgeryInput {
    SurgeryInput {
        procedures: vec![procedure(text)],
        levels: levels.into(),
        when: "2019".into(),
        ..SurgeryInput::default()
    }
}

fn link(entry: Uuid) -> String {
    format!("operation {entry}")
}

impl Room {
    async fn operations(&self, patient: Uuid) -> Vec<EntryRow> {
        let noun = Noun::Surgery;
        self.desk
            .list_entries(ListEntries { patient, noun })
            .await
            .unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fusion_without_a_segment_is_refused_at_its_field_and_an_unknown_level_is_kept() {
    let room = room().await;
    let person = room.person().await;
    let add =
        async |text: &str, levels: &str| room.add(person, FactInput::Surgery(typed(text, levels))).await;
    let at = |path: &str| vec![Issue::at(path, Problem::FusionNeedsSegment)];
    assert_eq!(issues(add("TLIF", "").await.unwrap_err()), at("levels"));
    assert_eq!(issues(add("fusion", "L4").await.unwrap_err()), at("levels"));
    assert_eq!(
        issues(add("fusion L4", "L4-L5").await.unwrap_err()),
        at("procedures.0.text")
    );
    assert!(room.operations(person).await.is_empty());
    add("TLIF", "level unknown").await.unwrap();
    add("TLIF", "L4-L5").await.unwrap();
    assert_eq!(room.operations(person).await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_chosen_beside_the_words_for_one_procedure_a_line() {
    let room = room().await;
    let person = room.person().await;
    let coded = |text: &str| SurgeryInput {
        procedures: vec![ProcedureInput {
            text: text.into(),
            code: Some(Code::Tlif),
        }],
        ..typed("", "L4-L5")
    };
    let refused = room
        .add(person, FactInput::Surgery(coded("as before; also more")))
        .await;
    let refused = issues(refused.unwrap_err());
    assert_eq!(
        refused,
        [Issue::at("procedures.0.code", Problem::OneProcedureALine)]
    );
    let refused = room.add(person, FactInput::Surgery(coded(""))).await.unwrap_err();
    assert!(issues(refused).contains(&Issue::at("procedures.0.text", Problem::Required)));
    room.add(person, FactInput::Surgery(coded("as before")))
        .await
        .unwrap();
    let shown = room.operations(person).await.remove(0).shown;
    assert_eq!(
        shown.title,
        "as before, L4-L5 (transforaminal lumbar interbody fusion (TLIF))"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn trap_20_stages_count_as_one_and_no_operation_is_of_itself_or_before_its_first_stage() {
    let room = room().await;
    let person = room.person().await;
    let first = room
        .add(person, FactInput::Surgery(typed("ALIF", "L5-S1")))
        .await
        .unwrap();
    let stage = SurgeryInput {
        stage_of: link(first),
        ..typed("fixation", "L5-S1")
    };
    let early = SurgeryInput {
        when: "2018".into(),
        ..stage.clone()
    };
    let refused = room.add(person, FactInput::Surgery(early)).await.unwrap_err();
    assert_eq!(
        issues(refused),
        [Issue::at("stage_of", Problem::BeforeItsOperation { number: 1 })]
    );
    let second = room.add(person, FactInput::Surgery(stage)).await.unwrap();
    room.add(
        person,
        FactInput::Surgery(typed("Spinal cord stimulator trial", "")),
    )
    .await
    .unwrap();
    let round = SurgeryInput {
        revises: vec![link(second)],
        ..typed("ALIF", "L5-S1")
    };
    let refused = room
        .desk
        .amend_entry(AmendEntry {
            request: clock::new_id(),
            entry: first,
            base_version: 1,
            reason: "stages".into(),
            input: FactInput::Surgery(round),
            draft: None,
        })
        .await
        .unwrap_err();
    assert_eq!(issues(refused), [Issue::at("revises.0", Problem::OfItself)]);
    let opened = room
        .desk
        .open_patient(PatientKey { patient: person })
        .await
        .unwrap();
    assert_eq!(opened.counts.surgery, 1);
    let rows = room.operations(person).await;
    let told: Vec<&str> = rows
        .iter()
        .flat_map(|row| &row.shown.details)
        .filter(|detail| detail.label == "Belongs to")
        .map(|detail| detail.text.as_str())
        .collect();
    assert_eq!(told, ["further stage of operation 1"]);
}
