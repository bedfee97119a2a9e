//! The chart and the letter of one person, and letters of many at once. A file that is there is never replaced, and no
//! file is named after a person.

use crate::{
    choice::one_of,
    passphrase::PassphraseFrom,
    print::{Failure, tell, write},
    source::{SourceRecord, all, one},
};
use lamina_clinic::{
    clock,
    door::Leaving,
    letter::{Calls, LetterKind, LetterLength, Letterhead, NaiveDate, OpioidTable, Request, Sender, letter},
    progress::progress_svg,
};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Width of a chart in pixels.
const CHART_WIDTH: u32 = 960;

/// Examples for the chart.
pub const CHART_HELP: &str = "\
Examples:
  lamina chart record.json --out chart.svg
  lamina chart clinic.vault --patient S-000012 --out chart.svg";

/// Examples for the letter.
pub const LETTER_HELP: &str = "\
The kind says which sections a letter has, in the order in which its reader needs them. Of two-pages and one-page the fullest
letter that fits is made; what is left out stands in it, counted and named. A trial, walking and an implant-card have one page.
The kinds patient and walking go to the patient: how hard they are to read is said on standard error.
A vault is told from a record file by what is in it. In a vault --patient takes an id, a record number, or any text
that finds one person; where it finds several they are listed and nothing is written. Whatever is made of a vault stands
in its audit log before it is written.

Examples:
  lamina letter record.json --patient 2 --out letter.pdf --reason 'Leg pain after two operations'
  lamina letter clinic.vault --patient 'muster 1961' --out letter.txt --author 'Dr Sample' --to 'Pain clinic'
  lamina letter record.json --kind surgeon --length one-page --out letter.pdf --question 'Is there anything to operate on?'
  lamina letter record.json --length everything --out whole.pdf
  lamina letter record.json --kind patient --call '01632 960 112' --emergency 999 --out copy.pdf
  lamina letter clinic.vault --all --search pregabalin --out letters --question 'Please advise'";

/// What a chart is drawn from.
#[derive(clap::Args)]
pub struct ChartCall {
    /// A file in Lamina's record format, or a vault.
    source: PathBuf,
    /// Whom: the place in a record file, counted from 1; in a vault an id, a record number or text that finds one.
    #[arg(long, value_name = "WHO")]
    patient: Option<String>,
    /// Where to write it. An existing file is never replaced.
    #[arg(long)]
    out: PathBuf,
    #[command(flatten)]
    passphrase: PassphraseFrom,
}

/// What a letter is made from.
#[derive(clap::Args)]
pub struct LetterCall {
    /// A file in Lamina's record format, or a vault.
    source: PathBuf,
    /// Whom: the place in a record file, counted from 1; in a vault an id, a record number or text that finds one.
    #[arg(long, value_name = "WHO", conflicts_with = "all")]
    patient: Option<String>,
    /// One letter each for everyone, or for everyone that --search finds.
    #[arg(long)]
    all: bool,
    /// With --all: any parts of a name, a birth date, a number, an operation or a medicine, in any order.
    #[arg(long, default_value = "", requires = "all")]
    search: String,
    /// With --all: plain text in place of PDF.
    #[arg(long, requires = "all")]
    text: bool,
    /// Where to write it; with --all a folder that is new or empty. An existing file is never replaced.
    #[arg(long)]
    out: PathBuf,
    /// To whom it goes and what for: summary, surgeon, pain-clinic, physiotherapist, family-doctor, discharge, insurer, trial,
    /// patient (the patient's own copy in plain words), walking (the walking plan with the diary) or implant-card.
    #[arg(long, default_value = "summary", value_parser = kind)]
    kind: LetterKind,
    /// How long it may be: one-page, two-pages or everything.
    #[arg(long, default_value = "two-pages", value_parser = length)]
    length: LetterLength,
    /// Why the letter is written.
    #[arg(long, default_value = "")]
    reason: String,
    /// What the recipient is asked.
    #[arg(long, default_value = "")]
    question: String,
    /// How urgent it is, in words.
    #[arg(long, default_value = "")]
    urgency: String,
    /// A line of the recipient's address; repeat it for each line.
    #[arg(long)]
    to: Vec<String>,
    /// The clinic's name for the letterhead; from a vault its own letterhead where this is not given.
    #[arg(long, default_value = "")]
    clinic: String,
    /// On papers for the patient, the number that patients call; from a vault the one that the clinic set where this is not given.
    #[arg(long, default_value = "")]
    call: String,
    /// On papers for the patient, the emergency number; from a vault the one that the clinic set where this is not given.
    #[arg(long, default_value = "")]
    emergency: String,
    /// The author's name; from a vault the one that the clinic set where this is not given.
    #[arg(long, default_value = "")]
    author: String,
    /// The author's role.
    #[arg(long, default_value = "")]
    role: String,
    /// The author's registration number with its body.
    #[arg(long, default_value = "")]
    registration: String,
    /// The table of factors for the opioid load: us-cdc-2022 or uk. It is printed beside the total. Where it is not given, that
    /// of the clinic, or us-cdc-2022 for a record file.
    #[arg(long, value_name = "TABLE", value_parser = table)]
    opioid_table: Option<OpioidTable>,
    /// The letter's date as YYYY-MM-DD; today where it is not given.
    #[arg(long)]
    date: Option<String>,
    #[command(flatten)]
    passphrase: PassphraseFrom,
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

/// Draws the chart.
pub fn chart(call: &ChartCall) -> Result<(), Failure> {
    let who = call.patient.as_deref();
    one(&call.source, who, &call.passphrase, Leaving::chart, |found| {
        let svg = progress_svg(&found.record, &found.letter.rules, clock::today(), CHART_WIDTH)
            .map_err(|error| Failure::Refused(format!("{error}; nothing was written")))?;
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
        let made = letter
            .pdf()
            .map_err(|error| Failure::Refused(format!("{error}; nothing was written")))?;
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
            .ok_or_else(|| Failure::Call(format!("--date {text}: write the date as YYYY-MM-DD")))?,
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
        Ok(0) => Err(Failure::Refused("nobody was found; no letter was written".into())),
        Ok(count) => tell(&format!("{count} letters were written to {}", call.out.display())),
        Err(failure) => {
            if made > 0 {
                tell(&format!("{made} letters were written before this"))?;
            }
            Err(failure)
        }
    }
}

/// Refuses a folder that holds anything, so that no letter mixes with others.
fn holds_nothing(folder: &Path) -> Result<(), Failure> {
    match fs::read_dir(folder).map(|mut entries| entries.next().is_none()) {
        Ok(true) => Ok(()),
        Ok(false) => Err(Failure::Refused(format!(
            "{}: the folder is not empty; nothing was written",
            folder.display()
        ))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(fault(folder, error)),
    }
}

fn fault(path: &Path, error: io::Error) -> Failure {
    Failure::File {
        path: path.to_owned(),
        error,
    }
}
