//! Attached files at the desk: chosen, looked at, attached, shown, saved, and refused.

use super::*;
use crate::files::tests::{dicom_of, pdf, picture_of};
use image::ImageFormat;
use lamina_api::{
    document::{ChooseFiles, DocumentPageRequest, FileView, FilesAsked, LookAtFile},
    noun::document::DocumentInput,
};
use lamina_domain::document::{DocumentKind, MOST_FILES};

const CHOSEN: &str = "chosen";

impl Room {
    /// Puts a file where the dialog finds it.
    fn lay(&self, name: &str, bytes: &[u8]) {
        let place = self.folder.path().join(CHOSEN);
        std::fs::create_dir_all(&place).unwrap();
        std::fs::write(place.join(name), bytes).unwrap();
    }

    /// Chooses everything that was laid there, and looks at the file of that name.
    async fn choose(&self, patient: Uuid, name: &str) -> FileView {
        let choice = self
            .desk
            .choose_files(ChooseFiles {
                asked: FilesAsked::Folder,
            })
            .await
            .unwrap();
        let file = choice.files.iter().find(|one| one.name == name).unwrap().file;
        self.desk
            .look_at_file(LookAtFile { patient, file })
            .await
            .unwrap()
    }

    async fn attach(&self, patient: Uuid, name: &str, bytes: &[u8]) -> Result<Uuid, ApiError> {
        self.lay(name, bytes);
        let view = self.choose(patient, name).await;
        self.add(patient, document(view)).await
    }

    /// How many files the vault holds and how many bytes they have, after a check of all of it.
    async fn attached(&self) -> (usize, u64) {
        let session = self.desk.session().await.unwrap();
        let store = session.vault().unwrap().store();
        let entries = session.vault().unwrap().verify().await.unwrap();
        assert_eq!(entries.faults, 0, "{:?}", entries.found);
        (entries.files as usize, store.content_bytes().await.unwrap())
    }
}

fn document(view: FileView) -> FactInput {
    FactInput::Document(DocumentInput {
        file: view.stored,
        kind: Some(DocumentKind::ImagingReport),
        title: "MRI lumbar spine".into(),
        when: "May 2026".into(),
        levels: "L4-S1".into(),
        ..DocumentInput::default()
    })
}

fn key(entry: Uuid) -> EntryKey {
    EntryKey { entry }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_chosen_attached_listed_shown_and_saved_byte_for_byte() {
    let room = room().await;
    let patient = room.person().await;
    room.lay("Befund.pdf", &pdf());
    let view = room.choose(patient, "Befund.pdf").await;
    assert_eq!(
        (view.line.as_str(), view.refused.as_str()),
        ("Befund.pdf, PDF, 193 bytes", "")
    );
    let entry = room.add(patient, document(view)).await.unwrap();
    let shown = room.desk.get_entry(key(entry)).await.unwrap().shown;
    assert_eq!(shown.title, "MRI lumbar spine");
    assert!(
        shown
            .details
            .iter()
            .any(|one| one.text == "Befund.pdf, PDF, 193 bytes"),
        "{shown:?}"
    );
    let found = room.desk.search_patients(SearchPatients {
        text: "befund".into(),
        limit: 5,
    });
    assert_eq!(found.await.unwrap().total, 1);
    let view = room.desk.look_at_document(key(entry)).await.unwrap();
    assert_eq!(
        (view.pages, view.width, view.height, view.undrawn.as_str()),
        (1, 300.0, 400.0, "")
    );
    let page = |page, width| DocumentPageRequest { entry, page, width };
    let picture = room.desk.document_page(page(1, 300)).await.unwrap().picture;
    assert!(picture.starts_with("data:image/png;base64,iVBOR"));
    assert_eq!(
        room.desk.document_page(page(2, 300)).await,
        Err(ApiError::NotFound)
    );
    let saved = room.desk.save_document(key(entry)).await.unwrap();
    let again = room.desk.save_document(key(entry)).await.unwrap();
    assert_ne!(saved.name, again.name, "nothing is replaced");
    for copy in [saved, again] {
        assert!(
            copy.name.starts_with("Document 20") && copy.name.ends_with(".pdf"),
            "{}",
            copy.name
        );
        assert!(std::fs::read(Path::new(&copy.folder).join(copy.name)).unwrap() == pdf());
    }
    room.desk.view_document(key(entry)).await.unwrap();
    assert!(std::fs::read(room.folder.path().join("viewed")).unwrap() == pdf());
    assert_eq!(room.attached().await, (1, 193));
    let session = room.desk.session().await.unwrap();
    let of_patient = lamina_store::AuditFilter {
        patient: Some(patient),
        ..lamina_store::AuditFilter::default()
    };
    let acts = session
        .vault()
        .unwrap()
        .store()
        .audit_entries(&of_patient, None, 20)
        .await
        .unwrap();
    let acts: Vec<_> = acts
        .iter()
        .filter(|one| one.object_type.as_deref() == Some("document"))
        .collect();
    let told: Vec<&str> = acts.iter().map(|one| one.action.as_str()).collect();
    assert_eq!(told, ["print", "export", "export", "record"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_window_did_not_choose_can_not_be_named() {
    let room = room().await;
    let patient = room.person().await;
    room.lay("a.pdf", &pdf());
    let view = room.choose(patient, "a.pdf").await;
    let file_issue = |problem| Err(ApiError::issue("file", problem));
    // Moved or changed since it was looked at.
    room.lay("a.pdf", &picture_of(4, 3, ImageFormat::Png));
    assert_eq!(
        room.add(patient, document(view.clone())).await,
        file_issue(Problem::FileNotAtHand)
    );
    std::fs::remove_file(room.folder.path().join(CHOSEN).join("a.pdf")).unwrap();
    assert_eq!(
        room.add(patient, document(view.clone())).await,
        file_issue(Problem::FileNotAtHand)
    );
    assert_eq!(room.attached().await, (0, 0), "nothing half is kept");
    // Chosen before the vault was locked.
    room.lay("a.pdf", &pdf());
    room.desk.lock_vault(Nothing {}).await.unwrap();
    unlock(&room.desk, WORDS).await.unwrap();
    assert_eq!(
        room.add(patient, document(view)).await,
        file_issue(Problem::FileNotAtHand)
    );
    let file = clock::new_id();
    let unknown = room.desk.look_at_file(LookAtFile { patient, file }).await;
    assert_eq!(unknown, Err(ApiError::NotFound));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_file_is_kept_once_and_told_where_it_is() {
    let room = room().await;
    let (anna, bert) = (room.person().await, room.person().await);
    let entry = room.attach(anna, "a.pdf", &pdf()).await.unwrap();
    room.lay("b.pdf", &pdf());
    let view = room.choose(anna, "b.pdf").await;
    assert_eq!(view.already, Some(entry));
    assert_eq!(
        room.add(anna, document(view)).await,
        Err(ApiError::issue("file", Problem::FileInRecord))
    );
    let view = room.choose(bert, "b.pdf").await;
    assert_eq!((view.already, view.cautions.len()), (None, 1), "{view:?}");
    room.add(bert, document(view)).await.unwrap();
    assert_eq!(room.attached().await, (1, 193));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_is_sent_again_attaches_once() {
    let room = room().await;
    let patient = room.person().await;
    room.lay("a.pdf", &pdf());
    let input = document(room.choose(patient, "a.pdf").await);
    let (request, entry) = (clock::new_id(), clock::new_id());
    for _ in 0..2 {
        let record = RecordEntry {
            request,
            entry,
            patient,
            input: input.clone(),
            draft: None,
        };
        assert_eq!(room.desk.record_entry(record).await.unwrap().value.version, 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_names_somebody_else_is_attached_only_knowingly_and_says_so_for_ever() {
    let room = room().await;
    let patient = room.person().await;
    room.lay("own", &dicom_of("BEISPIEL MUSTER^ASA", "19610503"));
    let view = room.choose(patient, "own").await;
    assert_eq!((view.differs.len(), view.says.len()), (0, 7), "{view:?}");
    assert_eq!(
        (view.title.as_str(), view.when.as_str()),
        ("MR, Lumbar spine, T2 sagittal", "3 May 2026")
    );
    room.add(patient, document(view)).await.unwrap();
    room.lay("other", &dicom_of("Sample^Bert", "19700102"));
    let view = room.choose(patient, "other").await;
    assert_eq!(view.differs.len(), 2, "{view:?}");
    assert_eq!(
        room.add(patient, document(view.clone())).await,
        Err(ApiError::issue("names_another", Problem::NamesAnotherPerson))
    );
    let FactInput::Document(input) = document(view) else {
        panic!("a document");
    };
    let knowingly = FactInput::Document(DocumentInput {
        names_another: true,
        ..input
    });
    let entry = room.add(patient, knowingly).await.unwrap();
    let view = room.desk.look_at_document(key(entry)).await.unwrap();
    assert_eq!((view.pages, view.differs.len()), (0, 2));
    let shown = room.desk.get_entry(key(entry)).await.unwrap().shown;
    assert!(shown.details.iter().any(|one| one.label == "Person"), "{shown:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_amendment_changes_what_is_said_and_never_the_file() {
    let room = room().await;
    let patient = room.person().await;
    let entry = room.attach(patient, "a.pdf", &pdf()).await.unwrap();
    room.lay("b.png", &picture_of(4, 3, ImageFormat::Png));
    let view = room.choose(patient, "b.png").await;
    let amend = AmendEntry {
        request: clock::new_id(),
        entry,
        base_version: 1,
        input: document(view),
        reason: "another date".into(),
        draft: None,
    };
    room.desk.amend_entry(amend).await.unwrap();
    let saved = room.desk.save_document(key(entry)).await.unwrap();
    assert!(std::fs::read(Path::new(&saved.folder).join(saved.name)).unwrap() == pdf());
    let retract = RetractEntry {
        request: clock::new_id(),
        entry,
        base_version: 2,
        reason: "wrong patient".into(),
    };
    room.desk.retract_entry(retract).await.unwrap();
    assert!(
        room.desk.look_at_document(key(entry)).await.is_ok(),
        "it can still be looked at"
    );
    assert_eq!(room.attached().await, (1, 193));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_takes_so_many_files_and_what_can_not_be_attached_says_why() {
    let room = room().await;
    let patient = room.person().await;
    let bare = dicom_of("", "");
    for number in 0..MOST_FILES {
        let bytes = [&bare[..], number.to_string().as_bytes()].concat();
        room.lay(&format!("{number:03}"), &bytes);
    }
    room.lay("a program", b"MZ");
    let choice = room
        .desk
        .choose_files(ChooseFiles {
            asked: FilesAsked::Folder,
        })
        .await
        .unwrap();
    assert_eq!(choice.files.len(), MOST_FILES + 1);
    let mut refused = Vec::new();
    for chosen in choice.files {
        let file = chosen.file;
        let view = room
            .desk
            .look_at_file(LookAtFile { patient, file })
            .await
            .unwrap();
        match view.refused.is_empty() {
            true => drop(room.add(patient, document(view)).await.unwrap()),
            false => refused.push((view.line, view.refused)),
        }
    }
    assert_eq!(refused.len(), 1);
    assert!(
        refused[0].0 == "a program" && refused[0].1.contains("no PDF, PNG, JPEG or DICOM"),
        "{refused:?}"
    );
    room.lay("one more", &[&bare[..], b"more"].concat());
    let view = room.choose(patient, "one more").await;
    assert!(view.refused.contains("200"), "{view:?}");
    let most = MOST_FILES;
    assert_eq!(
        room.add(patient, document(view)).await,
        Err(ApiError::issue("file", Problem::TooManyFiles { most }))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_dropped_is_a_choice_like_that_of_the_dialog_once_and_never_while_locked() {
    let room = room().await;
    let patient = room.person().await;
    room.lay("a.pdf", &pdf());
    let place = room.folder.path().join(CHOSEN);
    std::fs::create_dir(place.join("study")).unwrap();
    std::fs::write(
        place.join("study").join("b.png"),
        picture_of(4, 3, ImageFormat::Png),
    )
    .unwrap();
    let dropped = vec![place.join("a.pdf"), place.join("study")];
    assert!(room.desk.drop_files(dropped.clone()).await);
    let choice = room.desk.take_dropped(Nothing {}).await.unwrap();
    let names: Vec<&str> = choice.files.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["a.pdf", "b.png"], "a folder is gone through");
    let looked = LookAtFile {
        patient,
        file: choice.files[0].file,
    };
    let view = room.desk.look_at_file(looked).await.unwrap();
    room.add(patient, document(view)).await.unwrap();
    assert_eq!(room.attached().await.0, 1);
    let again = room.desk.take_dropped(Nothing {}).await.unwrap();
    assert_eq!(again.files, [], "it is handed out once");
    assert!(!room.desk.drop_files(Vec::new()).await);
    assert!(room.desk.drop_files(dropped.clone()).await);
    room.desk.lock_vault(Nothing {}).await.unwrap();
    assert!(
        !room.desk.drop_files(dropped).await,
        "while locked nothing is taken"
    );
    assert_eq!(room.desk.take_dropped(Nothing {}).await, Err(ApiError::Locked));
    unlock(&room.desk, WORDS).await.unwrap();
    let kept = room.desk.take_dropped(Nothing {}).await.unwrap();
    assert_eq!(kept.files, [], "locking forgets what was dropped before");
}
