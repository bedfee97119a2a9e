//! Asking for files by the system's own dialog. The paths stay here and in the desk; the page never sees one.

use lamina_clinic::desk::{Chooser, Choosing, FilesAsked};
use rfd::{AsyncFileDialog, FileHandle};
use std::{path::PathBuf, sync::Arc};
use tauri::AppHandle;

/// Asks by a dialog of the system.
pub fn chooser(app: AppHandle) -> Chooser {
    Arc::new(move |asked| {
        let app = app.clone();
        Box::pin(async move { ask(&app, asked).await })
    })
}

async fn ask(app: &AppHandle, asked: Choosing) -> Vec<PathBuf> {
    let (tell, told) = tokio::sync::oneshot::channel();
    // Some systems open dialogs on the thread of the window alone; waiting for the answer holds nobody up.
    let opened = app.run_on_main_thread(move || {
        let dialog = AsyncFileDialog::new().set_title(asked.title);
        let waiting: Waiting = match asked.asked {
            FilesAsked::Folder => {
                let picked = dialog.pick_folder();
                Box::pin(async move { picked.await.into_iter().collect() })
            }
            FilesAsked::One => {
                let picked = of_kinds(dialog).pick_file();
                Box::pin(async move { picked.await.into_iter().collect() })
            }
            FilesAsked::Several => {
                let picked = of_kinds(dialog).pick_files();
                Box::pin(async move { picked.await.unwrap_or_default() })
            }
        };
        if tell.send(waiting).is_err() {
            tracing::debug!("nobody waits for the files any more");
        }
    });
    if let Err(error) = opened {
        tracing::warn!(%error, "the dialog for files was not opened");
        return Vec::new();
    }
    match told.await {
        Ok(waiting) => waiting
            .await
            .into_iter()
            .map(|file| file.path().to_owned())
            .collect(),
        Err(_) => Vec::new(),
    }
}

/// Files of a disc have no ending, so that all can be shown.
fn of_kinds(dialog: AsyncFileDialog) -> AsyncFileDialog {
    let endings = [
        "pdf", "png", "jpg", "jpeg", "dcm", "dicom", "PDF", "PNG", "JPG", "JPEG", "DCM",
    ];
    dialog
        .add_filter("PDF, PNG, JPEG, DICOM", &endings)
        .add_filter("*", &["*"])
}

type Waiting = std::pin::Pin<Box<dyn Future<Output = Vec<FileHandle>> + Send>>;
