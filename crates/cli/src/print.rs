//! What each verb does, and how its failures are told.

use crate::{Verb, audit, backup, documents, letter, measures, recovery, sample, sheets, vault};
use lamina_clinic::{
    Existing, clock, message,
    record::{Document, Record, Unreadable, read_each},
    say, say_with,
    words::Message,
    write_whole,
};
use std::{
    fmt::Display,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

/// Why a verb could not be carried out.
pub enum Failure {
    /// The input was refused.
    Refused(String),
    /// The call names something that is not there.
    Call(String),
    /// A vault could not be reached; said in whole.
    Unreached(String),
    /// A file could not be read or written.
    File {
        /// The file, or the words for what is none, such as standard output.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

impl Failure {
    /// The exit code, 1 to 3, as the head of this program tells them.
    pub fn code(&self) -> u8 {
        match self {
            Failure::Refused(_) => 1,
            Failure::Call(_) => 2,
            Failure::Unreached(_) | Failure::File { .. } => 3,
        }
    }

    /// Says it on standard error. Where even that fails there is nobody left to tell.
    pub fn tell(&self) {
        let words = match self {
            Failure::Refused(words) | Failure::Call(words) | Failure::Unreached(words) => words.clone(),
            Failure::File { path, error } => of_file(path, error, message!("cli-left-unwritten")),
        };
        if writeln!(io::stderr(), "lamina: {words}").is_err() {
            // Nobody is left to tell; the exit code still says it.
        }
    }
}

/// What went wrong with a file, and what is true then: "clinic.vault: the disk is full; nothing was loaded".
pub fn of_file(path: &Path, what: impl Display, left: Message) -> String {
    say_with!(
        "cli-of-file",
        [
            ("path", path.display().to_string().into()),
            ("what", what.to_string().into()),
            ("left", say!(left).into())
        ]
    )
}

/// Carries out one verb.
pub fn run(verb: Verb) -> Result<(), Failure> {
    match verb {
        Verb::New { vault, passphrase } => vault::new(&vault, &passphrase),
        Verb::Load {
            vault,
            file,
            again,
            passphrase,
        } => vault::load(&vault, &file, again, &passphrase),
        Verb::Dump {
            vault,
            out,
            passphrase,
        } => vault::dump(&vault, &out, &passphrase),
        Verb::Patients {
            vault,
            search,
            json,
            passphrase,
        } => vault::patients(&vault, &search, json, &passphrase),
        Verb::Verify {
            vault,
            json,
            passphrase,
        } => vault::verify(&vault, json, &passphrase),
        Verb::Rebuild { vault, passphrase } => vault::rebuild(&vault, &passphrase),
        Verb::Backup {
            vault,
            to,
            passphrase,
        } => backup::backup(&vault, &to, &passphrase),
        Verb::Restore {
            backup,
            to,
            keep_old,
            passphrase,
        } => backup::restore(&backup, &to, keep_old, &passphrase),
        Verb::Recovery(verb) => recovery::recovery(verb),
        Verb::Passphrase { vault, name } => recovery::change_passphrase(&vault, &name),
        Verb::Audit(call) => audit::audit(&call),
        Verb::Check { files, json } => check(&files, json),
        Verb::Sample(call) => sample::sample(&call),
        Verb::Chart(call) => letter::chart(&call),
        Verb::Letter(call) => letter::print(&call),
        Verb::Sheets(call) => sheets::print(&call),
        Verb::Attach(call) => documents::attach(&call),
        Verb::Documents(call) => documents::list(&call),
        Verb::Copy(call) => documents::copy(&call),
        Verb::Score(call) => measures::score_rows(&call),
        Verb::Mme(call) => measures::mme(&call),
        Verb::Rules(call) => measures::rules(&call),
    }
}

fn check(files: &[PathBuf], json: bool) -> Result<(), Failure> {
    let several = files.len() > 1;
    let mut first_fault = None;
    for file in files {
        match found(file, several, json) {
            Ok(lines) => lines.iter().try_for_each(|line| print_line(line))?,
            Err(failure) if first_fault.is_none() => first_fault = Some(failure),
            Err(failure) => failure.tell(),
        }
    }
    first_fault.map_or(Ok(()), Err)
}

/// One line a patient; with the file's name where there are several.
fn found(file: &Path, several: bool, json: bool) -> Result<Vec<String>, Failure> {
    let mut lines = Vec::new();
    let read = read_each(open(file)?, clock::today(), |record| {
        lines.push(line(&record, several.then_some(file), json));
        true
    });
    read.map_err(|error| refused(file, error))?;
    Ok(lines)
}

fn line(record: &Record, file: Option<&Path>, json: bool) -> String {
    let counts = record.counts();
    let name = record.patient.shown_name();
    if json {
        let counts = counts.into_iter();
        let mut row = serde_json::Map::from_iter(counts.map(|(list, count)| (list.to_owned(), count.into())));
        row.insert("patient".to_owned(), name.into());
        if let Some(file) = file {
            row.insert("file".to_owned(), file.display().to_string().into());
        }
        return serde_json::Value::Object(row).to_string();
    }
    let held = counts.iter().filter(|(_, count)| *count > 0);
    let held: Vec<String> = held.map(|(list, count)| format!("{count} {list}")).collect();
    let counts = if held.is_empty() {
        say!("cli-check-no-facts")
    } else {
        held.join(", ")
    };
    match file {
        Some(file) => format!("{}: {name}: {counts}", file.display()),
        None => format!("{name}: {counts}"),
    }
}

/// Opens a record file.
pub fn open(file: &Path) -> Result<fs::File, Failure> {
    fs::File::open(file)
        .map_err(|error| Failure::Unreached(of_file(file, error, message!("cli-left-unloaded"))))
}

/// How a record file that can't be read is told of.
pub fn refused(file: &Path, error: Unreadable) -> Failure {
    let words = format!("{}: {error}", file.display());
    match error {
        Unreadable::Cut { .. } => Failure::Unreached(words),
        _ => Failure::Refused(words),
    }
}

/// Reads a record file as a whole.
pub fn read(file: &Path) -> Result<Document, Failure> {
    Document::read(open(file)?, clock::today()).map_err(|error| refused(file, error))
}

/// Writes a new file, whole or not at all, that only its owner can read, since what is written here is about patients; one that
/// is there already is left as it is.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    write_whole(path, bytes, Existing::Refuse).map_err(|error| Failure::File {
        path: path.to_owned(),
        error,
    })
}

/// Says something on standard error.
pub fn tell(words: &str) -> Result<(), Failure> {
    writeln!(io::stderr(), "lamina: {words}").map_err(|error| Failure::File {
        path: say!("cli-standard-error").into(),
        error,
    })
}

/// One line on standard output.
pub fn print_line(line: &str) -> Result<(), Failure> {
    writeln!(io::stdout(), "{line}").map_err(|error| Failure::File {
        path: say!("cli-standard-output").into(),
        error,
    })
}
