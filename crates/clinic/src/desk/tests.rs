//! The desk from the outside: every command of the table, locked and open, on a real vault in a folder of its own.

mod alerts;
mod audit;
mod backups;
mod date_order;
mod diagnoses;
mod documents;
mod drafts;
mod due;
mod examinations;
mod finding;
mod flags;
mod follow_up;
mod imaging;
mod instruments;
mod listing;
mod locking;
mod medicines;
mod neuromodulation;
mod plans;
mod preferences;
mod reading;
mod recovery;
mod responses;
mod rules;
mod settings;
mod shape;
mod spine;
mod staff;
mod surgeries;
mod symptoms;
mod timeline;
mod treatments;
mod undo;
mod unwritable;
mod walking;
mod wire;

use super::*;
use crate::vault::KdfCost;
use lamina_api::{
    COMMANDS, Nothing, VaultProblem,
    entry::{AmendEntry, EntryKey, FactInput, ListEntries, RecordEntry, RetractEntry},
    letter::{LetterKey, LetterPageRequest, LetterRequest},
    noun::patient::PatientInput,
    noun::score::{MeasureInput, ScoreInput},
    noun::surgery::{ProcedureInput, SurgeryInput},
    noun::symptom::SymptomInput,
    patient::{PatientKey, SearchPatients},
    progress::{ChartPaper, ProgressRequest},
    settings::Settings,
    understand::{TextKind, Understand},
    vault::{CreateVault, UnlockVault, VaultState, VaultStatus},
};
use lamina_domain::{Issue, Noun, Problem};
use serde_json::json;
use uuid::Uuid;

const WORDS: &str = "quiet river under seven green stones";

struct Room {
    folder: tempfile::TempDir,
    desk: Desk,
}

fn desk_in(folder: &Path) -> Desk {
    let (viewed, chosen) = (folder.join("viewed"), folder.join("chosen"));
    Desk::new(Surroundings {
        vault: folder.join("clinic.vault"),
        letters: folder.join("letters"),
        preferences: folder.join("config/preferences.json"),
        person: "tester".to_owned(),
        cost: Some(KdfCost::FLOOR),
        view: Arc::new(move |path| std::fs::copy(path, &viewed).map(|_| ())),
        renew: Arc::new(|| ()),
        choose: Arc::new(move |_| {
            let paths = vec![chosen.clone()];
            Box::pin(async move { paths })
        }),
    })
}

impl Drop for Room {
    /// A process that ends with an open vault races the cipher's own clean-up, as the app itself must not either.
    fn drop(&mut self) {
        tokio::task::block_in_place(|| {
            // Without the backup that closing would make.
            tokio::runtime::Handle::current().block_on(async {
                drop(self.desk.settled().await);
                if let Some(vault) = self.desk.open.write().await.take() {
                    vault.close().await.ok();
                }
            });
        });
    }
}

async fn room() -> Room {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk_in(folder.path());
    let passphrase = WORDS.to_owned();
    desk.create_vault(CreateVault { passphrase }).await.unwrap();
    Room { folder, desk }
}

impl Room {
    async fn person(&self) -> Uuid {
        let id = clock::new_id();
        let input = FactInput::Patient(PatientInput {
            family: "Beispiel-Muster".into(),
            given: "Åsa".into(),
            born: "3.5.61".into(),
            ..PatientInput::default()
        });
        self.record(id, id, input).await.unwrap();
        id
    }

    async fn record(&self, patient: Uuid, entry: Uuid, input: FactInput) -> Result<Uuid, ApiError> {
        let request = clock::new_id();
        let record = RecordEntry {
            request,
            entry,
            patient,
            input,
            draft: None,
        };
        Ok(self.desk.record_entry(record).await?.value.id)
    }

    async fn add(&self, patient: Uuid, input: FactInput) -> Result<Uuid, ApiError> {
        self.record(patient, clock::new_id(), input).await
    }
}

/// Opens the vault of one person.
async fn unlock(desk: &Desk, passphrase: &str) -> Result<VaultStatus, ApiError> {
    let request = UnlockVault {
        name: String::new(),
        passphrase: passphrase.to_owned(),
    };
    desk.unlock_vault(request).await
}

fn procedure(text: &str) -> ProcedureInput {
    ProcedureInput {
        text: text.into(),
        code: None,
    }
}

fn operation(what: &str, when: &str) -> FactInput {
    FactInput::Surgery(SurgeryInput {
        procedures: vec![procedure(what)],
        levels: "L45".into(),
        when: when.into(),
        ..SurgeryInput::default()
    })
}

fn symptom(onset: &str) -> FactInput {
    FactInput::Symptom(SymptomInput {
        site: "Low back".into(),
        onset: onset.into(),
        ..SymptomInput::default()
    })
}

fn issues(refused: ApiError) -> Vec<Issue> {
    match refused {
        ApiError::Invalid { issues } => issues,
        other => panic!("expected issues, got {other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_wrong_with_what_was_typed_is_told_at_once_and_nothing_is_saved() {
    let room = room().await;
    let person = room.person().await;
    let refused = room
        .add(
            person,
            FactInput::Surgery(SurgeryInput {
                when: "1950".into(),
                levels: "L7".into(),
                ..SurgeryInput::default()
            }),
        )
        .await
        .unwrap_err();
    let mut paths: Vec<String> = issues(refused).into_iter().map(|issue| issue.path).collect();
    paths.sort();
    assert_eq!(paths, ["levels", "procedures", "when"]);
    let list = ListEntries {
        patient: person,
        noun: Noun::Surgery,
    };
    assert!(room.desk.list_entries(list).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn operations_are_numbered_in_time_and_references_follow_them() {
    let room = room().await;
    let person = room.person().await;
    room.add(person, operation("fusion", "2019")).await.unwrap();
    room.add(person, symptom("2 months after operation 1"))
        .await
        .unwrap();
    room.add(person, operation("discectomy", "May 2012"))
        .await
        .unwrap();
    let list = |noun| ListEntries {
        patient: person,
        noun,
    };
    let operations = room.desk.list_entries(list(Noun::Surgery)).await.unwrap();
    let titles: Vec<&str> = operations.iter().map(|row| row.shown.title.as_str()).collect();
    assert_eq!(titles, ["discectomy, L4-L5", "fusion, L4-L5"]);
    let symptoms = room.desk.list_entries(list(Noun::Symptom)).await.unwrap();
    assert_eq!(symptoms[0].shown.when, "2 months after operation 2");
    let nowhere = room.add(person, symptom("after operation 3")).await.unwrap_err();
    let what = "operation".to_owned();
    assert_eq!(
        issues(nowhere),
        [Issue::at("onset", Problem::NoSuchAnchor { what, number: 3 })]
    );
    let retract = RetractEntry {
        request: clock::new_id(),
        entry: operations[1].id,
        base_version: 1,
        reason: "wrong patient".into(),
    };
    let refused = room.desk.retract_entry(retract).await.unwrap_err();
    assert_eq!(
        issues(refused),
        [Issue::at("entry", Problem::NamedByOthers { count: 1 })]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn amending_needs_a_reason_and_the_history_keeps_both() {
    let room = room().await;
    let person = room.person().await;
    let entry = room.add(person, operation("discectomy", "2012")).await.unwrap();
    let amend = |reason: &str, base_version| AmendEntry {
        request: clock::new_id(),
        entry,
        base_version,
        input: operation("microdiscectomy", "2012"),
        reason: reason.into(),
        draft: None,
    };
    let refused = room.desk.amend_entry(amend(" x ", 1)).await.unwrap_err();
    assert_eq!(issues(refused), [Issue::at("reason", Problem::Required)]);
    let done = room
        .desk
        .amend_entry(amend("operation note seen", 1))
        .await
        .unwrap();
    assert_eq!(done.value.version, 2);
    assert_eq!(done.changes, [format!("patient/{person}")]);
    let late = room
        .desk
        .amend_entry(amend("typed meanwhile", 1))
        .await
        .unwrap_err();
    let ApiError::Conflict { version, draft, .. } = late else {
        panic!("the second writer is told: {late:?}");
    };
    assert_eq!(version, 2);
    let drafts = room.desk.list_drafts(Nothing {}).await.unwrap();
    assert_eq!((drafts[0].draft, drafts[0].base_version), (draft, Some(1)));
    assert_eq!(drafts[0].reason, "typed meanwhile");
    let history = room.desk.entry_history(EntryKey { entry }).await.unwrap();
    assert_eq!(history.len(), 2);
    assert_eq!(history[0].differs, ["Title"]);
    assert_eq!(history[0].reason.as_deref(), Some("operation note seen"));
    assert_eq!(history[1].shown.title, "discectomy, L4-L5");
    let changes = room
        .desk
        .list_changes(PatientKey { patient: person })
        .await
        .unwrap();
    assert_eq!(changes.len(), 3, "the person, the operation, its amendment");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_is_read_back_in_normal_form() {
    let room = room().await;
    let person = room.person().await;
    let read = async |kind, text: &str| {
        let patient = Some(person);
        let understood = room
            .desk
            .understand(Understand {
                kind,
                text: text.into(),
                patient,
            })
            .await
            .unwrap();
        understood
            .shown
            .unwrap_or_else(|| format!("{:?}", understood.problem))
    };
    assert_eq!(read(TextKind::Levels, "L4-S1").await, "L4-S1, 2 segments");
    assert_eq!(read(TextKind::Levels, "L2-pelvis").await, "L2-pelvis, 4 segments");
    assert_eq!(read(TextKind::Levels, "3 levels").await, "3 levels");
    assert_eq!(read(TextKind::When, "3.5.19").await, "3 May 2019");
    assert_eq!(
        read(TextKind::When, "between 2004 and 2008").await,
        "between 2004 and 2008"
    );
    assert_eq!(read(TextKind::Born, "age 38 in 2003").await, "age 38 in 2003");
    assert_eq!(
        read(TextKind::PainFree, "3 months").await,
        "pain-free for 3 months"
    );
    assert_eq!(read(TextKind::Relief, "50").await, "50 % relief");
    assert_eq!(
        read(TextKind::Relief, "130").await,
        "Some(OutOfRange { min: 0, max: 100 })"
    );
    assert!(
        read(TextKind::When, "after operation 1")
            .await
            .contains("NoSuchAnchor")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sample_clinic_comes_and_goes_and_leaves_ones_own_patients() {
    let room = room().await;
    room.person().await;
    room.desk.add_sample(Nothing {}).await.unwrap();
    let everyone = async || {
        let session = room.desk.session().await.unwrap();
        session.vault().unwrap().store().everyone().await.unwrap().len()
    };
    assert_eq!(everyone().await, 13);
    room.desk.remove_sample(Nothing {}).await.unwrap();
    assert_eq!(everyone().await, 1);
    let verified = {
        let session = room.desk.session().await.unwrap();
        session.vault().unwrap().verify().await.unwrap()
    };
    assert_eq!(verified.faults, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn progress_and_letter_come_from_the_same_record() {
    let room = room().await;
    let person = room.person().await;
    for (value, when) in [("58", "3 May 2024"), ("42", "4 Nov 2024")] {
        let score = FactInput::Score(ScoreInput {
            when: when.into(),
            measure: MeasureInput::Odi {
                value: value.into(),
                version: "2.1a".into(),
            },
            told_by: Default::default(),
            note: String::new(),
        });
        room.add(person, score).await.unwrap();
    }
    let ask = ProgressRequest {
        patient: person,
        width: 800,
        paper: ChartPaper::Dark,
        baseline: None,
        before: None,
        from: None,
        lines: Default::default(),
    };
    let progress = room.desk.progress_chart(ask.clone()).await.unwrap();
    assert!(progress.svg.unwrap().starts_with("<svg"));
    assert!(progress.rows[0].baseline && progress.rows[1].change.starts_with("16 points better"));
    let since = |from: &str| ProgressRequest {
        from: Some(from.to_owned()),
        ..ask.clone()
    };
    let narrowed = room.desk.progress_chart(since("2024-06-01")).await.unwrap();
    assert_eq!((narrowed.earlier, narrowed.points.len()), (1, 1));
    assert_eq!(
        (narrowed.rows, narrowed.verdicts, narrowed.periods),
        (progress.rows, progress.verdicts, progress.periods),
        "the drawing alone is narrowed"
    );
    let nothing = room.desk.progress_chart(since("2025-06-01")).await.unwrap();
    assert_eq!((nothing.svg, nothing.earlier), (None, 2));
    let refused = room.desk.progress_chart(since("last summer")).await;
    assert_eq!(issues(refused.unwrap_err())[0].path, "from");
    let letter = LetterRequest {
        patient: person,
        reason: "Pain after surgery".into(),
        ..LetterRequest::default()
    };
    let preview = room.desk.preview_letter(letter).await.unwrap();
    assert!(preview.text.contains("16 points better"));
    let key = LetterKey {
        letter: preview.letter,
    };
    let page = LetterPageRequest {
        letter: preview.letter,
        page: 1,
        scale: 1.0,
    };
    let picture = room.desk.letter_page(page).await.unwrap().picture;
    assert!(picture.starts_with("data:image/png;base64,iVBOR"));
    let beyond = LetterPageRequest {
        page: preview.pages + 1,
        ..page
    };
    assert_eq!(room.desk.letter_page(beyond).await, Err(ApiError::NotFound));
    let saved = room.desk.save_letter(key).await.unwrap();
    let bytes = std::fs::read(Path::new(&saved.folder).join(&saved.name)).unwrap();
    assert_eq!(bytes.len(), preview.bytes as usize);
    assert!(!saved.name.contains("Beispiel"));
    room.desk.view_letter(key).await.unwrap();
    assert_eq!(
        std::fs::read(room.folder.path().join("viewed")).unwrap(),
        bytes,
        "the very same file"
    );
    assert!(room.folder.path().join("clinic.vault.view").exists());
    room.desk.lock_vault(Nothing {}).await.unwrap();
    assert!(!room.folder.path().join("clinic.vault.view").exists());
    unlock(&room.desk, WORDS).await.unwrap();
    assert_eq!(
        room.desk.save_letter(key).await,
        Err(ApiError::NotFound),
        "nothing made is left after locking"
    );
}
