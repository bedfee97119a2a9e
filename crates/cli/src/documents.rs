//! Attached files: taken into a vault, listed, and copied out again.

use crate::{
    choice::one_of,
    passphrase::SignInFrom,
    print::{Failure, print_line, tell},
    source::chosen,
    vault::{LeftBehind, READ, with},
};
use lamina_clinic::{
    door::OpenRecord,
    files::{Attaching, DocumentKind, FileOutcome, FolderFiles, documents, files_in},
    message, say, say_with,
    vault::{ClinicError, Vault},
};
use std::path::{Path, PathBuf};

/// Which files are attached to which record.
#[derive(clap::Args)]
pub struct AttachCall {
    vault: PathBuf,
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[arg(long, value_name = "WHO")]
    patient: String,
    #[arg(long, default_value = "other", value_parser = kind)]
    kind: DocumentKind,
    #[arg(long, default_value = "")]
    title: String,
    #[arg(long, default_value = "")]
    date: String,
    #[arg(long, default_value = "", value_name = "ENTRY")]
    about: String,
    #[arg(long)]
    another_person: bool,
    #[command(flatten)]
    passphrase: SignInFrom,
}

/// Whose documents are listed.
#[derive(clap::Args)]
pub struct DocumentsCall {
    vault: PathBuf,
    #[arg(long, value_name = "WHO")]
    patient: String,
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    passphrase: SignInFrom,
}

/// Which document is copied out.
#[derive(clap::Args)]
pub struct CopyCall {
    vault: PathBuf,
    #[arg(long, value_name = "WHO")]
    patient: String,
    #[arg(long, value_name = "NUMBER")]
    document: usize,
    #[arg(long)]
    out: PathBuf,
    #[command(flatten)]
    passphrase: SignInFrom,
}

fn kind(typed: &str) -> Result<DocumentKind, String> {
    one_of(&DocumentKind::ALL, DocumentKind::name, typed)
}

/// What is true where files could not be attached.
const ATTACHED: LeftBehind = LeftBehind {
    closed: message!("cli-left-unattached"),
    opened: message!("cli-left-attached"),
};

/// How many files became what.
#[derive(Default)]
struct Counts {
    attached: usize,
    already: usize,
    refused: usize,
}

/// Attaches files, each by itself.
pub fn attach(call: &AttachCall) -> Result<(), Failure> {
    let mut places = Vec::new();
    for file in &call.files {
        if !file.is_dir() {
            places.push(file.clone());
            continue;
        }
        let FolderFiles {
            files,
            skipped,
            is_cut,
        } = files_in(file);
        if skipped > 0 || is_cut {
            let message = if is_cut {
                message!("cli-attach-left-out-and-more")
            } else {
                message!("cli-attach-left-out")
            };
            tell(&say_with!(
                message,
                [
                    ("path", file.display().to_string().into()),
                    ("skipped", skipped.into())
                ]
            ))?;
        }
        places.extend(files);
    }
    let asked = Attaching {
        kind: call.kind,
        title: call.title.clone(),
        when: call.date.clone(),
        about: call.about.clone(),
        names_another: call.another_person,
    };
    let counts = with(
        &call.vault,
        &call.passphrase,
        ATTACHED,
        async |vault| match chosen(vault, &call.patient).await? {
            Ok(opened) => each(vault, &opened, &places, &asked).await,
            Err(words) => Ok(Err(Failure::Refused(words))),
        },
    )??;
    let Counts {
        attached,
        already,
        refused,
    } = counts;
    print_line(&say_with!(
        "cli-attach-counts",
        [
            ("attached", attached.into()),
            ("already", already.into()),
            ("refused", refused.into())
        ]
    ))?;
    match refused {
        0 => Ok(()),
        _ => Err(Failure::Refused(say_with!(
            "cli-attach-refused",
            [("refused", refused.into()), ("count", places.len().into())]
        ))),
    }
}

async fn each(
    vault: &Vault,
    opened: &OpenRecord,
    places: &[PathBuf],
    asked: &Attaching,
) -> Result<Result<Counts, Failure>, ClinicError> {
    let mut counts = Counts::default();
    for place in places {
        let told = match vault.attach(opened.patient, place, asked).await? {
            FileOutcome::Attached => {
                counts.attached += 1;
                line(place, &say!("cli-attach-attached"))
            }
            FileOutcome::Already => {
                counts.already += 1;
                line(place, &say!("cli-attach-already"))
            }
            FileOutcome::Refused(why) => {
                counts.refused += 1;
                line(place, &say_with!("cli-attach-refused-why", [("why", why.into())]))
            }
        };
        if let Err(failure) = told {
            return Ok(Err(failure));
        }
    }
    Ok(Ok(counts))
}

fn line(place: &Path, what: &str) -> Result<(), Failure> {
    print_line(&format!("{}\t{what}", place.display()))
}

/// Lists the documents of a record.
pub fn list(call: &DocumentsCall) -> Result<(), Failure> {
    let found = with(&call.vault, &call.passphrase, READ, async |vault| {
        Ok(chosen(vault, &call.patient)
            .await?
            .map(|opened| documents(&opened)))
    })?;
    for one in found.map_err(Failure::Refused)? {
        print_line(&if call.json {
            let row = serde_json::json!({"number": one.number, "id": one.id.to_string(), "when": one.when,
                "title": one.title, "name": one.name, "bytes": one.bytes, "sha256": one.sha256});
            row.to_string()
        } else {
            let bytes = say_with!("cli-documents-bytes", [("bytes", one.bytes.into())]);
            format!(
                "{}\t{}\t{}\t{}\t{bytes}",
                one.number, one.when, one.title, one.name
            )
        })?;
    }
    Ok(())
}

/// Copies a document out.
pub fn copy(call: &CopyCall) -> Result<(), Failure> {
    let number = call.document;
    let copied = with(&call.vault, &call.passphrase, READ, async |vault| {
        match chosen(vault, &call.patient).await? {
            Ok(opened) => Ok(Ok(vault.copy_document(&opened, number, &call.out).await?)),
            Err(words) => Ok(Err(Failure::Refused(words))),
        }
    })??;
    let written = copied.ok_or_else(|| {
        Failure::Call(say_with!(
            "cli-copy-no-such-document",
            [("number", number.to_string().into())]
        ))
    })?;
    written.map_err(|error| Failure::File {
        path: call.out.clone(),
        error,
    })
}
