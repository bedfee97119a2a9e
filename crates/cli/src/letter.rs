//! The chart and the letter of one person, and letters of many at once. A file that is there is never replaced, and no
//! file is named after a person.

use crate::{
    choice::one_of,
    passphrase::SignInFrom,
    print::{Failure, tell, write},
    source::{SourceRecord, all, one},
};
use lamina_clinic::{
    clock,
    door::Leaving,
    letter::{Calls, LetterKind, LetterLength, Letterhead, NaiveDate, OpioidTable, Request, Sender, letter},
    progress::progress_svg,
    say, say_with,
    words::Word,
};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Width of a chart in pixels.
const CHART_WIDTH: u32 = 960;

/// What a chart is drawn from.
#[derive(clap::Args)]
pub struct ChartCall {
    source: PathBuf,
    #[arg(long, value_name = "WHO")]
    patient: Option<String>,
    #[arg(long)]
    out: PathBuf,
    #[command(flatten)]
    passphrase: SignInFrom,
}

/// What a letter is made from.
#[derive(clap::Args)]
pub struct LetterCall {
    source: PathBuf,
    #[arg(long, value_name = "WHO", conflicts_with = "all")]
    patient: Option<String>,
    #[arg(long)]
    all: bool,
    #[arg(long, default_value = "", requires = "all")]
    search: String,
    #[arg(long, requires = "all")]
    text: bool,
    #[arg(long)]
    out: PathBuf,
    #[arg(long, default_value = "summary", value_parser = kind)]
    kind: LetterKind,
    #[arg(long, default_value = "two-pages", value_parser = length)]
    length: LetterLength,
    #[arg(long, default_value = "")]
    reason: String,
    #[arg(long, default_value = "")]
    question: String,
    #[arg(long, default_value = "")]
    urgency: String,
    #[arg(long)]
    to: Vec<String>,
    #[arg(long, default_value = "")]
    clinic: String,
    #[arg(long, default_value = "")]
    call: String,
    #[arg(long, default_value = "")]
    emergency: String,
    #[arg(long, default_value = "")]
    author: String,
    #[arg(long, default_value = "")]
    role: String,
    #[arg(long, default_value = "")]
    registration: String,
    #[arg(long, value_name = "TABLE", value_parser = table)]
    opioid_table: Option<OpioidTable>,
    #[arg(long)]
    date: Option<String>,
    #[command(flatten)]
    passphrase: SignInFrom,
}

fn table(typed: &str) -> Result<OpioidTable, String> {
    one_of(&OpioidTable::ALL, OpioidTable::name, typed)
}

fn kind(typed: &str) -> Result<LetterKind, String> {
    one_of(&LetterKind::ALL, LetterKind::name, typed)
}

fn length(typed: &str) -> Result<LetterLength, String> {
    one_of(&LetterLength::ALL, LetterLength::name, typed)
}

/// Draws the chart of one patient's course as SVG.
pub fn chart(call: &ChartCall) -> Result<(), Failure> {
    let who = call.patient.as_deref();
    one(&call.source, who, &call.passphrase, Leaving::chart, |found| {
        let svg = progress_svg(&found.record, &found.letter.rules, clock::today(), CHART_WIDTH)
            .map_err(|error| unmade(&error))?;
        write(&call.out, svg.as_bytes())
    })
}

impl LetterCall {
    /// The letter that is asked for: what the clinic set, and what the call says instead.
    fn request(&self, of_clinic: Request) -> Request {
        let or = |said: &str, set: String| if said.is_empty() { set } else { said.to_owned() };
        Request {
            letterhead: if self.clinic.is_empty() {
                of_clinic.letterhead
            } else {
                Letterhead {
                    name: self.clinic.clone(),
                    lines: Vec::new(),
                }
            },
            sender: if self.author.is_empty() {
                Sender {
                    role: or(&self.role, of_clinic.sender.role),
                    registration: or(&self.registration, of_clinic.sender.registration),
                    ..of_clinic.sender
                }
            } else {
                // Role and number of the person that the clinic named would stand under another name.
                Sender {
                    name: self.author.clone(),
                    role: self.role.clone(),
                    registration: self.registration.clone(),
                    ..Sender::default()
                }
            },
            kind: self.kind,
            length: self.length,
            calls: Calls {
                clinic: or(&self.call, of_clinic.calls.clinic),
                emergency: or(&self.emergency, of_clinic.calls.emergency),
            },
            recipient: self.to.clone(),
            reason: self.reason.clone(),
            question: self.question.clone(),
            urgency: self.urgency.clone(),
            opioid_table: self.opioid_table.unwrap_or(of_clinic.opioid_table),
            ..of_clinic
        }
    }

    fn print(&self, found: &SourceRecord, out: &Path, date: NaiveDate) -> Result<(), Failure> {
        let (record, request) = (&found.record, self.request(found.letter.clone()));
        let is_text = out
            .extension()
            .is_some_and(|kind| kind.eq_ignore_ascii_case("txt"));
        let letter = letter(record, &request, date);
        if !letter.too_long.is_empty() {
            tell(&letter.too_long)?;
        }
        if !letter.reading.is_empty() {
            tell(&letter.reading)?;
        }
        if is_text {
            return write(out, letter.text().as_bytes());
        }
        let made = letter.pdf().map_err(|error| unmade(&error))?;
        if !made.unprinted.is_empty() {
            tell(&made.unprinted)?;
        }
        write(out, &made.pdf)
    }
}

/// Prints one letter or many.
pub fn print(call: &LetterCall) -> Result<(), Failure> {
    let date = match &call.date {
        Some(text) => clock::day(text)
            .ok_or_else(|| Failure::Call(say_with!("cli-letter-date", [("text", text.as_str().into())])))?,
        None => clock::today(),
    };
    if !call.all {
        let who = call.patient.as_deref();
        return one(&call.source, who, &call.passphrase, Leaving::letter, |found| {
            call.print(found, &call.out, date)
        });
    }
    holds_nothing(&call.out)?;
    let kind = if call.text { "txt" } else { "pdf" };
    let mut made = 0_usize;
    let done = all(
        &call.source,
        &call.search,
        &call.passphrase,
        Leaving::letter,
        |found| {
            if made == 0 {
                fs::create_dir_all(&call.out).map_err(|error| fault(&call.out, error))?;
            }
            call.print(found, &call.out.join(format!("{}.{kind}", found.name)), date)?;
            made += 1;
            Ok(())
        },
    );
    match done {
        Ok(0) => Err(Failure::Refused(say!("cli-letter-nobody"))),
        Ok(count) => tell(&say_with!(
            "cli-letter-written",
            [
                ("count", count.into()),
                ("folder", call.out.display().to_string().into())
            ]
        )),
        Err(failure) => {
            if made > 0 {
                tell(&say_with!("cli-letter-written-before", [("count", made.into())]))?;
            }
            Err(failure)
        }
    }
}

/// Refuses a folder that holds anything, so that no letter mixes with others.
fn holds_nothing(folder: &Path) -> Result<(), Failure> {
    match fs::read_dir(folder).map(|mut entries| entries.next().is_none()) {
        Ok(true) => Ok(()),
        Ok(false) => Err(Failure::Refused(say_with!(
            "cli-letter-folder-not-empty",
            [("folder", folder.display().to_string().into())]
        ))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(fault(folder, error)),
    }
}

/// What could not be drawn or put together, of which nothing was written.
fn unmade(error: &impl Word) -> Failure {
    Failure::Refused(say_with!("cli-letter-unmade", [("what", error.word().into())]))
}

fn fault(path: &Path, error: io::Error) -> Failure {
    Failure::File {
        path: path.to_owned(),
        error,
    }
}
