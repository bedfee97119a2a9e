//! Questionnaires as sheets of paper for one person, and the list of those that there are.

use crate::{
    passphrase::PassphraseFrom,
    print::{Failure, print_line, tell, write},
    source::one,
};
use lamina_clinic::{
    clock,
    door::Leaving,
    letter::{Letterhead, NoSheet, Request, sheet_choices, sheet_of, sheets},
};
use std::path::PathBuf;

/// Examples for the sheets.
pub const SHEETS_HELP: &str = "\
A sheet has the questions as their authors print them, boxes for the answers, the credit line, whom it is about, and a place for
the total. There is none of an instrument whose wording is not free; --list names them all, with why. Several are one file in
which each begins a page. Whatever is made of a vault stands in its audit log before it is written.

Examples:
  lamina sheets --list
  lamina sheets record.json --patient 2 --instrument phq-9 --out phq-9.pdf
  lamina sheets clinic.vault --patient S-000012 --instrument nrs --instrument peg --instrument rmdq-24 --out sheets.pdf";

/// What sheets are made from.
#[derive(clap::Args)]
pub struct SheetsCall {
    /// A file in Lamina's record format, or a vault.
    #[arg(required_unless_present = "list")]
    source: Option<PathBuf>,
    /// Name every instrument, and why there is no sheet of some.
    #[arg(long, conflicts_with_all = ["source", "instrument", "out"])]
    list: bool,
    /// Whom: the place in a record file, counted from 1; in a vault an id, a record number or text that finds one.
    #[arg(long, value_name = "WHO")]
    patient: Option<String>,
    /// A questionnaire or test, such as phq-9; repeat it for each.
    #[arg(long, value_name = "ID", required_unless_present = "list")]
    instrument: Vec<String>,
    /// Where to write it. An existing file is never replaced.
    #[arg(long, required_unless_present = "list")]
    out: Option<PathBuf>,
    /// The clinic's name for the letterhead; from a vault its own letterhead where this is not given.
    #[arg(long, default_value = "")]
    clinic: String,
    #[command(flatten)]
    passphrase: PassphraseFrom,
}

/// Makes the sheets, or names them.
pub fn print(call: &SheetsCall) -> Result<(), Failure> {
    let (Some(source), Some(out)) = (&call.source, &call.out) else {
        return list();
    };
    let mut of = Vec::new();
    for id in &call.instrument {
        let found = sheet_of(&id.to_lowercase()).map_err(|why| refused(id, &why))?;
        if of.contains(&found) {
            return Err(Failure::Call(format!(
                "--instrument {id} is named twice; nothing was written"
            )));
        }
        of.push(found);
    }
    let who = call.patient.as_deref();
    one(source, who, &call.passphrase, Leaving::letter, |found| {
        let mut request: Request = found.letter.clone();
        if !call.clinic.is_empty() {
            request.letterhead = Letterhead {
                name: call.clinic.clone(),
                lines: Vec::new(),
            };
        }
        let made = sheets(&found.record, &request, &of, clock::today())
            .pdf()
            .map_err(|error| Failure::Refused(format!("{error}; nothing was written")))?;
        if !made.unprinted.is_empty() {
            tell(&made.unprinted)?;
        }
        write(out, &made.pdf)
    })
}

fn list() -> Result<(), Failure> {
    for one in sheet_choices() {
        let name = format!("{}: {}", one.id, one.full_name);
        print_line(&match one.not_printed.is_empty() {
            true => name,
            false => format!("{name}: no sheet. {}", one.not_printed),
        })?;
    }
    Ok(())
}

fn refused(id: &str, why: &NoSheet) -> Failure {
    Failure::Call(match why {
        NoSheet::Unknown => {
            format!("`{id}` is not an instrument; `lamina sheets --list` names them; nothing was written")
        }
        NoSheet::NotFree(why) => format!("there is no sheet of `{id}`. {why} Nothing was written"),
    })
}
