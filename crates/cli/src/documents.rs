//! Attached files: taken into a vault, listed, and copied out again.

use crate::{
    choice::one_of,
    passphrase::PassphraseFrom,
    print::{Failure, print_line, tell},
    source::chosen,
    vault::{LeftBehind, READ, with},
};
use lamina_clinic::{
    door::OpenRecord,
    files::{Attaching, DocumentKind, FileOutcome, FolderFiles, documents, files_in},
    vault::{ClinicError, Vault},
};
use std::path::{Path, PathBuf};

/// What is taken in, and examples for it.
pub const ATTACH_HELP: &str = "\
PDF, PNG, JPEG and DICOM files up to 25 MiB are taken in, judged by what is in them and not by their names; a folder is gone
through with everything in it, and links are not followed. Each file is kept whole or not at all, and what was attached before
stays where one is refused. A file that the record has already is told and not attached twice. A DICOM file that names somebody
else is refused without --another-person.

Exit code 0 says that every file is in the record now, 1 that some were refused.

Examples:
  lamina attach clinic.vault --patient S-000012 report.pdf --kind imaging_report --date 'May 2026'
  lamina attach clinic.vault --patient 'muster 1961' disc --kind imaging_picture --about 'imaging 1'";

/// Examples for listing what is attached.
pub const DOCUMENTS_HELP: &str = "\
Examples:
  lamina documents clinic.vault --patient S-000012
  lamina documents clinic.vault --patient S-000012 --json";

/// Examples for copying out.
pub const COPY_HELP: &str = "\
The copy has the very bytes that were attached, and stands in the audit log before it is written. It is not encrypted.

Example:
  lamina copy clinic.vault --patient S-000012 --document 2 --out report.pdf";

/// Which files are attached to which record.
#[derive(clap::Args)]
pub struct AttachCall {
    /// The vault that holds the record.
    vault: PathBuf,
    /// Files, or folders with files in them.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Whose record: an id, a record number or text that finds one.
    #[arg(long, value_name = "WHO")]
    patient: String,
    /// What kind of paper or picture they are: letter, imaging_report … "other" where it is not given.
    #[arg(long, default_value = "other", value_parser = kind)]
    kind: DocumentKind,
    /// What they are, in a few words; the name of each file where it is not given.
    #[arg(long, default_value = "")]
    title: String,
    /// The date of what is in them, as exact as it is known.
    #[arg(long, default_value = "")]
    date: String,
    /// The entry that they belong to, such as "imaging 1".
    #[arg(long, default_value = "", value_name = "ENTRY")]
    about: String,
    /// They belong to the record though they name somebody else.
    #[arg(long)]
    another_person: bool,
    #[command(flatten)]
    passphrase: PassphraseFrom,
}

/// Whose documents are listed.
#[derive(clap::Args)]
pub struct DocumentsCall {
    /// The vault that holds the record.
    vault: PathBuf,
    /// Whose record: an id, a record number or text that finds one.
    #[arg(long, value_name = "WHO")]
    patient: String,
    /// Print a JSON object a line.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    passphrase: PassphraseFrom,
}

/// Which document is copied out.
#[derive(clap::Args)]
pub struct CopyCall {
    /// The vault that holds the record.
    vault: PathBuf,
    /// Whose record: an id, a record number or text that finds one.
    #[arg(long, value_name = "WHO")]
    patient: String,
    /// Which of the documents, counted from 1 as they are listed.
    #[arg(long, value_name = "NUMBER")]
    document: usize,
    /// Where to write it. An existing file is never replaced.
    #[arg(long)]
    out: PathBuf,
    #[command(flatten)]
    passphrase: PassphraseFrom,
}

fn kind(typed: &str) -> Result<DocumentKind, String> {
    one_of(&DocumentKind::ALL, DocumentKind::name, typed)
}

/// What is true where files could not be attached.
const ATTACHED: LeftBehind = LeftBehind {
    closed: "nothing was attached",
    opened: "what was told as attached is kept, and nothing of the file after it",
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
            let more = if is_cut {
                ", and more than are looked at"
            } else {
                ""
            };
            tell(&format!(
                "{}: {skipped} links or unreadable things were left out{more}",
                file.display()
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
    print_line(&format!(
        "{attached} attached, {already} in the record already, {refused} refused."
    ))?;
    match refused {
        0 => Ok(()),
        _ => Err(Failure::Refused(format!(
            "{refused} of {} files were not attached; nothing of them is kept",
            places.len()
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
                line(place, "attached")
            }
            FileOutcome::Already => {
                counts.already += 1;
                line(place, "in the record already")
            }
            FileOutcome::Refused(why) => {
                counts.refused += 1;
                line(place, &format!("refused: {why}"))
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
            format!(
                "{}\t{}\t{}\t{}\t{} bytes",
                one.number, one.when, one.title, one.name, one.bytes
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
        Failure::Call(format!(
            "--document {number}: the record has no such document; lamina documents lists them"
        ))
    })?;
    written.map_err(|error| Failure::File {
        path: call.out.clone(),
        error,
    })
}
