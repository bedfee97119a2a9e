//! Questionnaires as sheets of paper for one person, and the list of those that there are.

use crate::{
    passphrase::SignInFrom,
    print::{Failure, print_line, tell, write},
    source::one,
};
use lamina_clinic::{
    clock,
    door::Leaving,
    letter::{Letterhead, NoSheet, Request, sheet_choices, sheet_of, sheets},
    say_with,
    words::Word,
};
use std::path::PathBuf;

/// What sheets are made from.
#[derive(clap::Args)]
pub struct SheetsCall {
    #[arg(required_unless_present = "list")]
    source: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["source", "instrument", "out"])]
    list: bool,
    #[arg(long, value_name = "WHO")]
    patient: Option<String>,
    #[arg(long, value_name = "ID", required_unless_present = "list")]
    instrument: Vec<String>,
    #[arg(long, required_unless_present = "list")]
    out: Option<PathBuf>,
    #[arg(long, default_value = "")]
    clinic: String,
    #[command(flatten)]
    passphrase: SignInFrom,
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
            return Err(Failure::Call(say_with!(
                "cli-sheets-twice",
                [("id", id.as_str().into())]
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
            .map_err(|error| {
                Failure::Refused(say_with!("cli-letter-unmade", [("what", error.word().into())]))
            })?;
        if !made.unprinted.is_empty() {
            tell(&made.unprinted)?;
        }
        write(out, &made.pdf)
    })
}

fn list() -> Result<(), Failure> {
    for one in sheet_choices() {
        let (id, name, why) = (one.id.into(), one.full_name.into(), one.not_printed);
        print_line(&match why.is_empty() {
            true => say_with!("cli-sheets-one", [("id", id), ("name", name)]),
            false => say_with!(
                "cli-sheets-none",
                [("id", id), ("name", name), ("why", why.into())]
            ),
        })?;
    }
    Ok(())
}

fn refused(id: &str, why: &NoSheet) -> Failure {
    Failure::Call(match why {
        NoSheet::Unknown => say_with!("cli-sheets-unknown", [("id", id.into())]),
        NoSheet::NotFree(why) => say_with!(
            "cli-sheets-not-free",
            [("id", id.into()), ("why", why.as_str().into())]
        ),
    })
}
