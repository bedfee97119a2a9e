//! What each verb does, and how its failures are told.

use crate::{LetterCall, Verb, vault};
use lamina_clinic::{
    clock,
    letter::{Letterhead, Request, Sender, letter_pdf, letter_text},
    progress::progress_svg,
    record::{Document, Record},
};
use std::{
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
    /// A file could not be read or written.
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

impl Failure {
    /// The exit code.
    pub fn code(&self) -> u8 {
        match self {
            Failure::Refused(_) => 1,
            Failure::Call(_) => 2,
            Failure::File { .. } => 3,
        }
    }

    /// Says it on standard error. Where even that fails there is nobody left to tell.
    pub fn tell(&self) {
        let words = match self {
            Failure::Refused(words) | Failure::Call(words) => words.clone(),
            Failure::File { path, error } => format!("{}: {error}; nothing was written", path.display()),
        };
        if writeln!(io::stderr(), "lamina: {words}").is_err() {
            // Nobody is left to tell; the exit code still says it.
        }
    }
}

/// Carries out one verb.
pub fn run(verb: Verb) -> Result<(), Failure> {
    match verb {
        Verb::New { vault, passphrase } => vault::new(&vault, &passphrase),
        Verb::Load {
            vault,
            file,
            passphrase,
        } => vault::load(&vault, &file, &passphrase),
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
        Verb::Verify { vault, passphrase } => vault::verify(&vault, &passphrase),
        Verb::Check { file, json } => check(&file, json),
        Verb::Chart { file, patient, out } => {
            let svg = progress_svg(&record(&file, patient)?, clock::today(), CHART_WIDTH)
                .map_err(|error| Failure::Refused(error.to_string()))?;
            write(&out, svg.as_bytes())
        }
        Verb::Letter(call) => {
            let LetterCall {
                file,
                patient,
                out,
                reason,
                question,
                urgency,
                to,
                clinic,
                author,
                role,
                registration,
                date,
            } = *call;
            let record = record(&file, patient)?;
            let date = match date {
                Some(text) => clock::day(&text)
                    .ok_or_else(|| Failure::Call(format!("--date {text}: write the date as YYYY-MM-DD")))?,
                None => clock::today(),
            };
            let request = Request {
                letterhead: Letterhead {
                    name: clinic,
                    lines: Vec::new(),
                },
                sender: Sender {
                    name: author,
                    role,
                    registration,
                    ..Sender::default()
                },
                recipient: to,
                reason,
                question,
                urgency,
                ..Request::default()
            };
            if out
                .extension()
                .is_some_and(|kind| kind.eq_ignore_ascii_case("txt"))
            {
                return write(&out, letter_text(&record, &request, date).as_bytes());
            }
            let made =
                letter_pdf(&record, &request, date).map_err(|error| Failure::Refused(error.to_string()))?;
            if !made.unsupported.is_empty() {
                let signs: String = made.unsupported.iter().collect();
                say(&format!(
                    "these characters are not in the letter's font and print as a mark: {signs}"
                ))?;
            }
            write(&out, &made.pdf)
        }
    }
}

/// Width of a chart in pixels.
const CHART_WIDTH: u32 = 960;

fn check(file: &Path, json: bool) -> Result<(), Failure> {
    let document = read(file)?;
    let lines = document.patients.iter().map(|record| {
        let counts = [
            ("surgeries", record.surgeries.len()),
            ("symptoms", record.symptoms.len()),
            ("imaging", record.imaging.len()),
            ("treatments", record.treatments.len()),
            ("scores", record.scores.len()),
        ];
        let name = record.patient.shown_name();
        if json {
            let mut row =
                serde_json::Map::from_iter(counts.map(|(noun, count)| (noun.to_owned(), count.into())));
            row.insert("patient".to_owned(), name.into());
            serde_json::Value::Object(row).to_string()
        } else {
            format!(
                "{name}: {}",
                counts.map(|(noun, count)| format!("{count} {noun}")).join(", ")
            )
        }
    });
    for line in lines {
        print_line(&line)?;
    }
    Ok(())
}

fn record(file: &Path, number: usize) -> Result<Record, Failure> {
    let document = read(file)?;
    let count = document.patients.len();
    let at = number.checked_sub(1);
    at.and_then(|at| document.patients.into_iter().nth(at))
        .ok_or_else(|| Failure::Call(format!("--patient {number}: the file has {count}")))
}

/// Reads a record file.
pub fn read(file: &Path) -> Result<Document, Failure> {
    let fault = |error| Failure::File {
        path: file.to_owned(),
        error,
    };
    let length = fs::metadata(file).map_err(fault)?.len();
    if length > lamina_clinic::record::LARGEST as u64 {
        return Err(Failure::Refused(
            lamina_clinic::record::Unreadable::TooLarge.to_string(),
        ));
    }
    let bytes = fs::read(file).map_err(fault)?;
    Document::read(&bytes, clock::today())
        .map_err(|error| Failure::Refused(format!("{}: {error}", file.display())))
}

/// Writes a new file; one that is there already is left as it is.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let fault = |error| Failure::File {
        path: path.to_owned(),
        error,
    };
    let mut file = fs::File::create_new(path).map_err(fault)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    // Half a letter is worse than none. Whether removing it works or not, the first failure is the one to tell.
    written
        .or_else(|error| fs::remove_file(path).and(Err(error)))
        .map_err(fault)
}

fn say(words: &str) -> Result<(), Failure> {
    writeln!(io::stderr(), "lamina: {words}").map_err(|error| Failure::File {
        path: "standard error".into(),
        error,
    })
}

/// One line on standard output.
pub fn print_line(line: &str) -> Result<(), Failure> {
    writeln!(io::stdout(), "{line}").map_err(|error| Failure::File {
        path: "standard output".into(),
        error,
    })
}
